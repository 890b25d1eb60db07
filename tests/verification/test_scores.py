"""Scores against hand counts, definitions and another implementation."""

import numpy as np
import pytest
import scoringrules
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import ScoreError
from marsad.verification import events, scores

counts = st.lists(st.integers(0, 2000), min_size=2, max_size=30)


def pairwise(draws: list[int], y: int, divisor: int) -> float:
    x = np.array(draws, dtype=float)
    return float(np.abs(x - y).mean() - np.abs(x[:, None] - x[None, :]).sum() / (2 * divisor))


@given(counts, st.integers(0, 2000))
def test_crps_is_its_definition_over_all_pairs(draws, y):
    m = len(draws)
    row, target = np.array([draws], dtype=float), np.array([float(y)])
    assert scores.crps(row, target)[0] == pytest.approx(pairwise(draws, y, m**2), abs=1e-8)
    assert scores.crps_fair(row, target)[0] == pytest.approx(pairwise(draws, y, m * (m - 1)), abs=1e-8)


@given(counts, st.integers(0, 2000))
def test_crps_agrees_with_scoringrules(draws, y):
    theirs = scoringrules.crps_ensemble(np.array([float(y)]), np.array([draws], dtype=float), estimator="nrg")
    assert scores.crps(np.array([draws], dtype=float), np.array([float(y)]))[0] == pytest.approx(float(theirs[0]), abs=1e-6)


def test_repeating_every_draw_changes_no_score_but_the_fair_one():
    draws, y = np.array([[0.0, 3, 3, 20]]), np.array([7.0])
    twice = np.repeat(draws, 2, axis=1)
    assert scores.crps(twice, y) == pytest.approx(scores.crps(draws, y))
    assert scores.ignorance(twice, y) == pytest.approx(scores.ignorance(draws, y))


def test_ignorance_by_hand_and_at_its_ends():
    assert scores.ignorance(np.array([[3.0, 3, 9, 9]]), np.array([4.0]))[0] == pytest.approx(-np.log2(501 / 1011))
    assert scores.ignorance(np.zeros((1, 1000)), np.array([0.0]))[0] == pytest.approx(0.01434, abs=1e-5)
    assert scores.ignorance(np.zeros((1, 1000)), np.array([5.0]))[0] == pytest.approx(9.98, abs=0.01)


def test_the_eleven_bins_hold_what_their_names_say():
    for name, low, high in zip(
        scores.BIN_NAMES, [0, 1, 3, 6, 11, 26, 51, 101, 251, 501, 1001], [0, 2, 5, 10, 25, 50, 100, 250, 500, 1000], strict=False
    ):
        assert scores.bin_bounds(np.array([float(low)])) == scores.bin_bounds(np.array([float(high)])), name
    shares = scores.bin_shares(np.array([[0, 1, 2, 1001]]))
    assert shares[0, [0, 1, 10]].tolist() == [0.25, 0.5, 0.25]
    assert shares.sum() == 1


@given(counts, st.floats(0, 1))
def test_quantiles_are_numpys(draws, level):
    ordered = np.sort(np.array(draws, dtype=float))
    assert scores.quantile_sorted(ordered, level) == pytest.approx(np.quantile(ordered, level), abs=1e-8)


def test_interval_score_pays_twenty_for_each_death_outside():
    assert scores.interval_score(np.array([[4.0, 4.0]]), np.array([5.0]))[0] == pytest.approx(20)
    assert scores.interval_score(np.array([[4.0, 4.0]]), np.array([4.0]))[0] == 0


@given(st.floats(0.05, 0.95), st.integers(1, 30))
def test_crps_is_proper_for_a_coin_of_two_values(p, high):
    """The true distribution scores no worse in expectation than a shifted one."""

    def expected(q: float) -> float:
        draws = np.array([[0.0] * round(1000 * (1 - q)) + [float(high)] * round(1000 * q)])
        return float(scores.crps(draws, np.array([0.0]))[0] * (1 - p) + scores.crps(draws, np.array([float(high)]))[0] * p)

    assert expected(p) <= expected(min(1.0, p + 0.05)) + 0.002 * high
    assert expected(p) <= expected(max(0.0, p - 0.05)) + 0.002 * high


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_draw_that_is_not_finite_has_no_score(bad):
    with pytest.raises(ScoreError, match="not finite"):
        scores.crps(np.array([[1.0, bad]]), np.array([1.0]))


def test_a_forecast_without_draws_has_no_score():
    with pytest.raises(ScoreError, match="without draws"):
        scores.crps(np.zeros((1, 0)), np.array([1.0]))


def test_average_precision_takes_ties_together():
    assert events.average_precision(np.array([0.5, 0.5, 0.5, 0.5]), np.array([True, False, False, False])) == 0.25
    assert events.average_precision(np.array([0.9, 0.8, 0.1]), np.array([True, False, True])) == pytest.approx((1 + 2 / 3) / 2)


def test_roc_area_counts_ties_half():
    assert events.roc_auc(np.array([0.5, 0.5]), np.array([True, False])) == 0.5
    assert events.roc_auc(np.array([0.1, 0.9]), np.array([True, False])) == 0.0


def test_areas_are_refused_where_nothing_happened():
    with pytest.raises(ScoreError, match="nothing happened"):
        events.average_precision(np.array([0.5]), np.array([False]))


def test_threshold_weighted_crps_ignores_what_lies_below():
    assert scores.crps_above(np.array([[0.0, 10.0]]), np.array([3.0]), threshold=25)[0] == 0
