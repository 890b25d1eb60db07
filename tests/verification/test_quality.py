"""What a page of figures shows is what the definitions say; scores read in parts are those of the whole."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad import store
from marsad.base.errors import ScoreError
from marsad.base.frames import Forecast, Panel, Scores
from marsad.verification import backtest, measured, quality, score
from marsad.verification.calibration import pit_histogram
from marsad.verification.quality import most_before, standing


def panel_of(table: list[list[float]], first: int = 100) -> Panel:
    deaths = np.array(table, dtype=float)
    return Panel(np.arange(1, len(deaths) + 1), np.arange(first, first + deaths.shape[1]), deaths, np.ones(deaths.shape, dtype=bool))


def made(units: int = 6, seed: int = 0, origin: int = 123) -> tuple[Forecast, Panel]:
    """A forecast in which half the units are silent, and a panel of what came before and after."""
    rng = np.random.default_rng(seed)
    rate = np.where(np.arange(units) % 2 == 0, 0.0, rng.gamma(1, 30, units))
    draws = rng.poisson(rate[:, None, None], (units, 3, 50))
    return Forecast(np.arange(1, units + 1), np.array([1, 2, 3]), draws, origin, "test"), panel_of(rng.poisson(rate[:, None], (units, 27)))


def same(one: Scores, other: Scores) -> None:
    """Every row, to the last digits that the order of a sum may move."""
    assert [(r.metric, r.slice, r.n) for r in one.rows] == [(r.metric, r.slice, r.n) for r in other.rows]
    for name in ("value", "reference"):
        assert [getattr(r, name) for r in one.rows] == pytest.approx([getattr(r, name) for r in other.rows], rel=1e-12)


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_scores_of_parts_of_a_forecast_are_those_of_the_whole(seed: int, at: int) -> None:
    whole, panel = made(6, seed)
    parts = (Forecast(whole.units[s], whole.steps, whole.draws[s], 123, "test") for s in (slice(0, at), slice(at, 6)))
    same(score(parts, panel, panel), score(whole, panel, panel))


def test_scores_streamed_from_a_file_are_those_in_memory(tmp_path: Path) -> None:
    whole, panel = made(40)
    store.write_forecast(tmp_path / "f.parquet", whole)
    blocks = store.stream_forecast(tmp_path / "f.parquet")
    same(score(blocks, panel, panel), score(whole, panel, panel))


def test_a_silent_row_scores_as_its_thousand_zeros_do() -> None:
    zeros = Forecast(np.array([1, 2]), np.array([1]), np.zeros((2, 1, 1000)), 123, "zero")
    one = Forecast(np.array([1, 2]), np.array([1]), np.zeros((2, 1, 1)), 123, "zero")
    panel = panel_of([[0.0] * 25, [0.0] * 24 + [7.0]])
    assert [row.value for row in score(zeros, panel).rows] == [row.value for row in score(one, panel).rows]
    found = score(zeros, panel, by="unit")
    assert found.of("crps", "unit", "2").value == 7
    assert found.of("mis", "unit", "2").value == pytest.approx(140)
    assert found.of("ign", "unit", "2").value == pytest.approx(np.log2(1011))


def test_the_crps_of_silent_and_eventful_units_sum_to_the_whole() -> None:
    whole, panel = made(8)
    found = score(whole, panel)
    parts = found.of("crps_in_zero_units").value + found.of("crps_in_event_units").value
    assert parts == pytest.approx(found.of("crps").value)
    assert found.of("mean_ratio").value == pytest.approx(measured(whole, panel).ours.mean.mean() / panel.deaths[:, 24:].mean())


def test_pit_in_the_quality_is_the_histogram_of_the_draws() -> None:
    whole, panel = made(10)
    rows = measured(whole, panel, panel)
    found = quality(rows.ours, rows.theirs, None, vintage="x")
    expected = pit_histogram(whole.draws.reshape(30, 50), panel.deaths[:, 24:].ravel())
    assert found.pit[0].heights == pytest.approx(expected)
    assert np.mean(found.pit[0].randomised) == pytest.approx(1)
    assert found.onsets == ()


def test_reliability_keeps_every_forecast_and_its_parts_sum() -> None:
    whole, panel = made(20)
    rows = measured(whole, panel, panel)
    for curve in quality(rows.ours, rows.theirs, None, vintage="x").reliability:
        assert sum(curve.counts) == curve.n == 60
        assert curve.brier == pytest.approx(curve.miscalibration - curve.discrimination + curve.uncertainty)
        assert list(curve.chance) == sorted(curve.chance)
        assert list(curve.frequency) == sorted(curve.frequency)


def test_one_origin_has_a_skill_and_no_interval() -> None:
    whole, panel = made(6)
    rows = measured(whole, panel, panel)
    found = quality(rows.ours, rows.theirs, None, vintage="x").skills
    assert {s.step for s in found if s.metric == "crps"} == {None, 1, 2, 3}
    assert all(s.low is None and s.blocks == 1 for s in found)
    whole_skill = next(s for s in found if s.metric == "crps" and s.step is None)
    assert whole_skill.value == pytest.approx(score(whole, panel, panel).of("crps").skill)


def test_onset_outbreak_escalation_and_persistence_part_the_units() -> None:
    most = np.array([0.0, 3.0, 25.0, 400.0, np.nan])
    assert standing(most, 25, "onset").tolist() == [True, True, False, False, False]
    assert standing(most, 25, "outbreak").tolist() == [True, False, False, False, False]
    assert standing(most, 25, "escalation").tolist() == [False, True, False, False, False]
    assert standing(most, 25, "persistence").tolist() == [False, False, True, True, False]


def test_where_a_unit_stood_is_read_from_the_year_before_the_origin_alone() -> None:
    panel = panel_of([[9.0] * 5 + [1.0] * 12 + [99.0] * 3, [0.0] * 20])
    assert most_before(panel, 116, np.array([2, 1, 1, 7])).tolist()[:3] == [0.0, 1.0, 1.0]
    assert np.isnan(most_before(panel, 116, np.array([7]))[0])


def last_value(panel: Panel, origin: int, steps) -> Forecast:
    draws = np.repeat(panel.deaths[:, -1:], 4, axis=1)[:, None, :].repeat(len(steps), axis=1)
    return Forecast(panel.units, np.array(steps), draws, origin, "last value")


def test_a_backtest_tells_quality_over_its_origins_and_of_some_units() -> None:
    rng = np.random.default_rng(1)
    panel = panel_of(rng.poisson([[0.2], [5.0], [80.0]], (3, 60)).tolist())
    walk = backtest({"last value": last_value}, panel, origins=[124, 136, 148], steps=[1, 6])
    found = walk.quality("last value")
    assert (found.origins, found.n, found.reference) == ((124, 136, 148), 18, "conflictology12")
    one = next(s for s in found.skills if s.metric == "crps" and s.step == 6)
    assert one.low is not None
    assert one.low <= one.value <= one.high
    assert {(o.kind, o.n) for o in found.onsets if o.threshold == 25 and o.model == "last value" and o.n} >= {("persistence", 6)}
    assert walk.quality("last value", [3]).n == 6
    with pytest.raises(ScoreError, match="none of these units"):
        walk.quality("last value", [99])
