"""What changed since last month's forecast, and how often calm ended: by definition and by hand count."""

import numpy as np
import pytest

from marsad.assessment.news import base_rates, outlook_changes
from marsad.base.errors import AssessmentError
from marsad.base.frames import Forecast, Panel


def panel(*rows: list[float], last: int = 557, seen: np.ndarray | None = None) -> Panel:
    deaths = np.array(rows, dtype=np.float64)
    observed = np.ones(deaths.shape, dtype=bool) if seen is None else seen
    months = np.arange(last - deaths.shape[1] + 1, last + 1)
    return Panel(np.array([466, 854][: len(rows)]), months, np.where(observed, deaths, 0), observed)


def forecast(means: list[float], origin: int, steps: int) -> Forecast:
    draws = np.repeat(np.array(means, dtype=np.float64)[:, None, None], steps, axis=1).repeat(8, axis=2)
    return Forecast(np.array([466, 854][: len(means)]), np.arange(1, steps + 1), draws, origin, "made")


def test_the_same_months_are_compared_and_the_month_between_is_told_beside_its_forecast() -> None:
    known = panel([10] * 59 + [90], [5] * 60)
    found = outlook_changes(forecast([30, 5], 557, 12), forecast([10, 5], 556, 13), known)
    row = next(one for one in found if (one.unit, one.horizon) == (466, 3))
    assert (row.now, row.before, row.observed, row.expected, row.word) == (90, 30, 90, 10, "above")
    whole = next(one for one in found if (one.unit, one.horizon) == (None, 3))
    assert (whole.now, whole.before, whole.observed, whole.expected) == (105, 45, 95, 15)
    assert next(one for one in found if (one.unit, one.horizon) == (854, 3)).word == "within"
    assert {one.horizon for one in found} == {1, 3, 6, 12}


def test_a_horizon_that_the_earlier_forecast_does_not_reach_is_left_out() -> None:
    found = outlook_changes(forecast([30], 557, 12), forecast([10], 556, 12), panel([10] * 60))
    assert {one.horizon for one in found} == {1, 3, 6}


def test_a_month_not_observed_explains_nothing_and_is_not_0() -> None:
    seen = np.ones((2, 60), dtype=bool)
    seen[0, -1] = False
    found = outlook_changes(forecast([30, 5], 557, 12), forecast([10, 5], 556, 13), panel([10] * 60, [5] * 60, seen=seen))
    assert [(one.observed, one.word) for one in found if one.unit == 466 and one.horizon == 1] == [(None, "unknown")]
    assert [(one.observed, one.word) for one in found if one.unit is None and one.horizon == 1] == [(None, "unknown")]


def test_forecasts_of_other_months_are_refused() -> None:
    with pytest.raises(AssessmentError, match="one month before"):
        outlook_changes(forecast([30], 557, 12), forecast([10], 555, 13), panel([10] * 60))


def test_the_base_rate_is_what_a_hand_count_gives() -> None:
    # quiet to month 20, 30 deaths in month 21, quiet again for 20 months
    deaths = [0.0] * 20 + [30] + [0] * 20
    found = {row.horizon: row for row in base_rates(panel(deaths), [466], horizons=(1, 3))}
    # a quiet year ends at months 12 to 20, and at months 33 to 40 with a month ahead known: 17 cases, one of them before the deaths
    assert (found[1].cases, found[1].chance) == (17, (1 / 17, 1 / 17, 0.0))
    # three months ahead known: 9 + 6 cases; months 18, 19 and 20 have the deaths within three months
    assert (found[3].cases, found[3].chance) == (15, (3 / 15, 3 / 15, 0.0))
    assert found[1].units == (466,)


def test_a_unit_with_a_death_or_a_gap_in_its_last_year_is_not_quiet() -> None:
    assert base_rates(panel([0] * 40 + [1] + [0] * 5), [466]) == ()
    seen = np.ones((1, 40), dtype=bool)
    seen[0, -3] = False
    assert base_rates(panel([0] * 40, seen=seen), [466]) == ()
