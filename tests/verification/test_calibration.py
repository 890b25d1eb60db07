"""Calibration tools recover planted truths."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import ScoreError
from marsad.verification import calibration
from marsad.verification.skill import skill


def poisson_case(rows: int = 3000) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(1)
    rate = rng.gamma(1, 3, rows)
    return rng.poisson(rate[:, None], (rows, 200)).astype(float), rng.poisson(rate).astype(float)


def test_pit_is_flat_for_the_true_distribution_and_not_for_a_narrow_one():
    draws, y = poisson_case()
    heights = calibration.pit_histogram(draws, y, bins=10)
    assert heights.mean() == pytest.approx(1.0)
    assert np.abs(heights - 1).max() < 0.15
    narrow = calibration.pit_histogram(np.repeat(draws.mean(axis=1, keepdims=True), 2, axis=1), y, bins=10)
    assert narrow[0] > 1.5


def test_randomised_pit_and_ranks_are_uniform_for_the_true_distribution():
    draws, y = poisson_case()
    values = calibration.pit_values(draws, y, np.random.default_rng(3))
    assert values.mean() == pytest.approx(0.5, abs=0.03)
    assert np.abs(calibration.rank_histogram(draws, y, np.random.default_rng(3), bins=5) - 1).max() < 0.15


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=50))
def test_the_parts_of_the_brier_score_add_up(rows):
    chance, happened = np.array([p for p, _ in rows]), np.array([y for _, y in rows])
    found = calibration.reliability(chance, happened)
    assert found.brier == pytest.approx(found.miscalibration - found.discrimination + found.uncertainty, abs=1e-9)
    assert found.miscalibration >= -1e-9
    assert found.discrimination >= -1e-9
    assert (np.diff(found.frequency) >= -1e-12).all()


def test_isotonic_pools_violators_by_hand():
    assert calibration.isotonic(np.array([1.0, 3, 2, 4]), np.ones(4)).tolist() == [1, 2.5, 2.5, 4]


def test_murphy_curve_of_a_perfect_forecast_is_zero():
    y = np.array([True, False])
    assert calibration.murphy(y.astype(float), y, np.array([0.2, 0.8])).tolist() == [0, 0]


def test_skill_of_a_planted_gain_is_found_with_its_interval():
    rng = np.random.default_rng(0)
    block = np.repeat(np.arange(20), 50)
    reference = rng.gamma(2, 1, 1000)
    found = skill(reference * 0.8, reference, block)
    assert found.value == pytest.approx(0.2)
    assert found.low == pytest.approx(0.2)
    assert found.blocks == 20
    noise = skill(rng.gamma(2, 1, 1000), reference, block)
    assert noise.low < 0 < noise.high or abs(noise.t) > 1


def test_one_block_gives_no_interval():
    with pytest.raises(ScoreError, match="two blocks"):
        skill(np.ones(3), np.ones(3), np.zeros(3, dtype=int))
