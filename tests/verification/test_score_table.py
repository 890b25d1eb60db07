"""The table of scores: slices, reference, and what is said about unit-months that cannot be scored."""

import numpy as np
import pytest

from marsad.base.errors import ScoreError
from marsad.base.frames import Forecast, Panel
from marsad.verification import score


def panel_of(table: list[list[float]], first: int = 100, units: list[int] | None = None) -> Panel:
    deaths = np.array(table, dtype=float)
    seen = np.isfinite(deaths)
    return Panel(np.array(units or range(1, len(deaths) + 1)), np.arange(first, first + deaths.shape[1]), np.where(seen, deaths, 0), seen)


def forecast_of(draws: list[list[list[int]]], origin: int = 111) -> Forecast:
    cube = np.array(draws)
    return Forecast(np.arange(1, len(cube) + 1), np.arange(1, cube.shape[1] + 1), cube, origin, "test")


def test_the_reference_is_the_last_twelve_months_of_the_history():
    history = panel_of([[0.0] * 6 + [12.0] * 6])
    table = score(forecast_of([[[12, 12]]]), panel_of([[12.0]], first=112), history)
    found = table.of("crps")
    assert found is not None
    assert found.value == 0
    # 12 draws, half 0 and half 12, against 12: 6 - 144 * 6 / (2 * 144) = 3
    assert found.reference == pytest.approx(3.0)
    assert found.skill == 1.0


def test_history_after_the_origin_is_not_looked_at():
    history = panel_of([[1.0] * 12 + [900.0] * 3])
    found = score(forecast_of([[[1]]]), history, history).of("crps")
    assert found is not None
    assert found.reference == pytest.approx(899.0)


def test_without_history_there_is_no_skill():
    found = score(forecast_of([[[1]]]), panel_of([[1.0]], first=112)).of("crps")
    assert found is not None
    assert found.skill is None


def test_unit_months_not_observed_are_counted_in_the_notes():
    table = score(forecast_of([[[1], [1]]]), panel_of([[1.0, np.nan]], first=112))
    assert "1 forecast unit-months are not observed" in table.notes[-1]
    assert table.of("crps").n == 1


def test_slices_by_unit_step_window_and_region():
    observed = panel_of([[1.0, 2.0], [3.0, 4.0]], first=112)
    made = forecast_of([[[1], [1]], [[1], [1]]])
    assert [r.slice for r in score(made, observed, by="unit").rows if r.metric == "crps"] == ["1", "2"]
    assert [r.value for r in score(made, observed, by="step").rows if r.metric == "crps"] == [1.0, 2.0]
    # month 112 is April 1989
    assert {r.slice for r in score(made, observed, by="window").rows} == {"1989"}
    assert score(made, observed, by="region", regions={"east": [2]}).of("crps", "region", "east").value == 2.5
    with pytest.raises(ScoreError, match="need the regions"):
        score(made, observed, by="region")


def test_nothing_in_common_is_an_error():
    with pytest.raises(ScoreError, match="nothing to score"):
        score(forecast_of([[[1]]]), panel_of([[1.0]], first=300))
    with pytest.raises(ScoreError, match="nothing to score"):
        score(forecast_of([[[1]]]), panel_of([[1.0]], first=112, units=[99]))


def test_a_unit_without_history_has_no_reference():
    with pytest.raises(ScoreError, match="no reference"):
        score(forecast_of([[[1]]]), panel_of([[1.0]], first=112), panel_of([[1.0] * 12], units=[5]))


def test_coverage_is_split_by_zero_and_non_zero():
    table = score(forecast_of([[[0, 0]], [[0, 0]]]), panel_of([[0.0], [9.0]], first=112))
    assert table.of("coverage_90").value == 0.5
    assert table.of("coverage_90_zero").value == 1.0
    assert table.of("coverage_90_nonzero").value == 0.0
