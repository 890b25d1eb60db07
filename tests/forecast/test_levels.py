"""Draws of cells and countries add up, draw by draw, and sums without a meaning are refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast, Panel
from marsad.forecast import levels

CELLS = np.array([149426, 149427, 150146, 190000, 190001])
HOME = {149426: 10, 149427: 10, 150146: 10, 190000: 20, 190001: 20}


def cells(seed: int = 0) -> Panel:
    deaths = np.random.default_rng(seed).poisson([[5.0], [0.0], [1.0], [0.0], [0.0]], (5, 36)).astype(float)
    return Panel(CELLS, np.arange(100, 136), deaths, np.ones((5, 36), dtype=bool), level="cell")


@given(st.lists(st.integers(0, 3000), min_size=12, max_size=12), st.integers(0, 5))
def test_cell_draws_add_up_to_country_draws(values, seed):
    country = Forecast(np.array([10, 20]), np.array([1, 4]), np.array(values).reshape(2, 2, 3), 135, "pool")
    shared = levels.share_out(country, cells(seed), HOME, seed=seed)
    back = levels.add_up(shared, {10: CELLS[:3].tolist(), 20: CELLS[3:].tolist()}, joint="ranks")
    assert np.array_equal(back.draws, country.draws)


def test_deaths_go_where_deaths_were():
    country = Forecast(np.array([10, 20]), np.array([1]), np.full((2, 1, 400), 60), 135, "pool")
    mean = levels.share_out(country, cells(), HOME).draws.mean(axis=(1, 2))
    assert mean[0] > 3 * mean[2] > 3 * mean[1]
    # no death on record in the second country: all its cells are alike
    assert mean[3] == pytest.approx(mean[4], rel=0.1)


def test_what_came_after_the_origin_moves_no_cell():
    country = Forecast(np.array([10, 20]), np.array([1]), np.full((2, 1, 50), 60), 130, "pool")
    calm = cells()
    deaths = calm.deaths.copy()
    deaths[:, 31:] = 10**5
    shocked = Panel(calm.units, calm.months, deaths, calm.observed, level="cell")
    assert np.array_equal(levels.share_out(country, calm, HOME).draws, levels.share_out(country, shocked, HOME).draws)


def test_draws_in_no_order_are_not_summed():
    country = Forecast(np.array([10, 20]), np.array([1]), np.ones((2, 1, 5)), 135, "forest")
    with pytest.raises(ForecastError, match="no meaning across units"):
        levels.add_up(country, {1: [10, 20]}, joint="none")
    with pytest.raises(ForecastError, match="no unit 99"):
        levels.add_up(country, {1: [10, 99]}, joint="ranks")


def test_a_cell_or_country_without_a_home_is_named():
    one = Forecast(np.array([10]), np.array([1]), np.ones((1, 1, 5)), 135, "pool")
    with pytest.raises(ForecastError, match="no forecast country"):
        levels.share_out(one, cells(), HOME)
    three = Forecast(np.array([10, 20, 30]), np.array([1]), np.ones((3, 1, 5)), 135, "pool")
    with pytest.raises(ForecastError, match="country 30 has no cell"):
        levels.share_out(three, cells(), HOME)
