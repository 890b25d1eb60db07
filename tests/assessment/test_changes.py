"""Before and after: a planted step is told, a flat series is not, and too little gives "cannot be said"."""

import numpy as np
import pytest

from marsad.assessment.changes import before_after
from marsad.base.errors import AssessmentError
from marsad.base.frames import Panel

LONG = 120


def panel(*rows: np.ndarray, seen: np.ndarray | None = None) -> Panel:
    deaths = np.stack(rows).astype(np.float64)
    observed = np.ones(deaths.shape, dtype=bool) if seen is None else seen
    return Panel(np.arange(1, len(rows) + 1), np.arange(400, 400 + deaths.shape[1]), np.where(observed, deaths, 0), observed)


def stepped(factor: float, seed: int = 5) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.poisson(np.where(np.arange(LONG) > 100, 20 * factor, 20))


def test_a_planted_step_is_told_with_its_factor() -> None:
    found = before_after(panel(stepped(3), stepped(1, 6)), 1, 500, neighbours=[2])
    assert found.word == "more"
    assert found.ratio == pytest.approx(3, rel=0.15)
    assert found.segments is not None
    assert found.segments.step_interval[0] < 3 < found.segments.step_interval[1]
    assert found.beside == pytest.approx(3, rel=0.2)
    assert found.placebo_p is not None
    assert found.placebo_p < 0.02


def test_a_fall_is_told_as_fewer() -> None:
    assert before_after(panel(stepped(0.2)), 1, 500).word == "fewer"


def test_no_change_is_told_of_a_flat_series_and_of_one_that_always_swings() -> None:
    assert before_after(panel(stepped(1)), 1, 500).word == "no-clear-change"
    swings = np.random.default_rng(1).poisson(np.where(np.arange(LONG) % 48 < 24, 5, 50))
    assert before_after(panel(swings), 1, 496).word == "no-clear-change"


def test_a_rise_of_the_whole_neighbourhood_leaves_nothing_beside_it() -> None:
    found = before_after(panel(stepped(3), stepped(3, 6), stepped(3, 7)), 1, 500, neighbours=[1, 2, 3])
    assert [one.unit for one in found.neighbours] == [2, 3]
    assert found.beside == pytest.approx(1, rel=0.15)


@pytest.mark.parametrize(("month", "reason"), [(405, "few-months-before"), (517, "few-months-after"), (420, "no-other-dates")])
def test_too_few_months_give_cannot_be_said_with_the_reason(month: int, reason: str) -> None:
    found = before_after(panel(stepped(1)), 1, month)
    assert (found.word, found.reason) == ("cannot-be-said", reason)


def test_too_few_deaths_and_months_not_observed_give_cannot_be_said() -> None:
    few = np.zeros(LONG)
    few[95] = 3
    assert before_after(panel(few), 1, 500).reason == "few-deaths"
    seen = np.ones((1, LONG), dtype=bool)
    seen[0, 101:] = False
    found = before_after(panel(stepped(1), seen=seen), 1, 500)
    assert found.after.deaths is None
    assert found.ratio is None
    assert found.reason == "few-months-after"


def test_a_unit_or_a_month_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AssessmentError, match="no unit 7"):
        before_after(panel(stepped(1)), 7, 500)
    with pytest.raises(AssessmentError, match="does not reach"):
        before_after(panel(stepped(1)), 1, 600)
