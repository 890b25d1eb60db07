"""Where a unit stands: levels, peak and quiet; not observed stays unknown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.assessment import region_situation, situation
from marsad.base.errors import AssessmentError
from marsad.base.frames import Panel


def one(deaths: list[int], observed: list[bool] | None = None) -> Panel:
    values = np.array([deaths], dtype=np.float64)
    seen = np.ones(values.shape, dtype=bool) if observed is None else np.array([observed])
    return Panel(np.array([466]), np.arange(500, 500 + len(deaths)), np.where(seen, values, 0), seen)


def test_levels_are_means_over_the_months_to_the_month_asked() -> None:
    found = situation(one([10] * 24 + [1] * 11 + [13]), 466, 535)
    assert (found.deaths, found.mean12, found.last12, found.before12) == (13, 2.0, 24, 120)
    assert found.mean36 == pytest.approx((240 + 24) / 36)


def test_the_peak_is_the_worst_month_and_the_latest_of_equals() -> None:
    found = situation(one([5, 9, 0, 9, 2]), 466, 504)
    assert (found.peak, found.peak_month) == (9, 503)


def test_quiet_counts_months_since_the_last_death() -> None:
    assert situation(one([4, 0, 0, 0]), 466, 503).quiet == 3
    assert situation(one([4, 0, 0, 1]), 466, 503).quiet == 0
    assert situation(one([0, 0, 0, 0]), 466, 503).quiet is None


def test_a_month_that_is_not_observed_is_none_and_never_zero() -> None:
    found = situation(one([3, 5, 0], [True, True, False]), 466, 502)
    assert found.deaths is None
    assert found.quiet is None
    assert found.last12 == 8


def test_a_mean_needs_half_of_its_months() -> None:
    assert situation(one([6] * 12, [False] * 7 + [True] * 5), 466, 511).mean12 is None
    assert situation(one([6] * 12, [False] * 6 + [True] * 6), 466, 511).mean12 == 6


def test_the_regions_month_is_unknown_where_one_unit_is() -> None:
    seen = np.array([[True, True], [True, False]])
    panel = Panel(np.array([1, 2]), np.array([500, 501]), np.array([[3.0, 4], [5, 0]]), seen)
    assert region_situation(panel, 500).deaths == 8
    assert region_situation(panel, 501).deaths is None


def test_a_unit_or_month_that_is_not_held_is_an_error() -> None:
    with pytest.raises(AssessmentError, match="no unit 12"):
        situation(one([1]), 12, 500)
    with pytest.raises(AssessmentError, match="does not reach"):
        situation(one([1]), 466, 999)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60))
def test_nothing_after_the_month_asked_changes_the_answer(deaths: list[int]) -> None:
    month = 500 + len(deaths) - 1
    assert situation(one(deaths), 466, month) == situation(one([*deaths, 10_000]), 466, month)
