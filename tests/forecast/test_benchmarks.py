"""The benchmarks give the months their definitions name, and bad input gets a clear answer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import ForecastError, MarsadError, PanelError
from marsad.base.frames import Panel
from marsad.forecast import MODELS, forecast
from marsad.forecast.atoms import positions
from marsad.forecast.history import queen_neighbours

CHEAP = ("conflictology12", "last", "bootstrap240", "zero", "ew")


def panel_of(table: list[list[float]], *, first: int = 100, level: str = "country", units: list[int] | None = None) -> Panel:
    deaths = np.array(table, dtype=float)
    ids = np.array(units or range(1, len(deaths) + 1))
    seen = np.isfinite(deaths)
    return Panel(ids, np.arange(first, first + deaths.shape[1]), np.where(seen, deaths, 0), seen, level=level, vintage="made up")


def test_conflictology12_with_twelve_draws_is_the_last_twelve_months_in_their_order():
    panel = panel_of([list(range(30)), [7] * 30])
    found = forecast(panel, origin=125, steps=[1, 3], model="conflictology12", draws=12)
    assert found.draws[0, 0].tolist() == list(range(14, 26))
    assert found.draws[0, 1].tolist() == list(range(14, 26))
    assert found.draws[1, 0].tolist() == [7] * 12


def test_conflictology12_with_a_thousand_draws_gives_each_month_83_or_84():
    found = forecast(panel_of([list(range(12))]), origin=111, steps=[1], model="conflictology12")
    assert set(np.bincount(found.draws[0, 0])) == {83, 84}


def test_draw_j_is_the_same_past_month_in_every_unit():
    months = list(range(1, 25))
    found = forecast(panel_of([months, [100 * m for m in months]]), origin=123, steps=[1, 6], model="ew")
    assert (found.draws[1] == 100 * found.draws[0]).all()


def test_a_month_not_observed_is_stepped_over_and_is_no_zero():
    row = [5.0] * 20
    row[15] = np.nan
    found = forecast(panel_of([row, [1] * 20]), origin=119, steps=[1], model="conflictology12", draws=12)
    assert found.draws[0, 0].tolist() == [5] * 12


def test_last_is_poisson_around_the_origin():
    found = forecast(panel_of([[0] * 11 + [400], [9] * 11 + [0]]), origin=111, steps=[1], model="last")
    assert abs(found.draws[0].mean() - 400) < 3
    assert (found.draws[1] == 0).all()


def test_bootstrap240_is_the_same_for_all_units_and_draws_from_all():
    found = forecast(panel_of([[1] * 12, [50] * 12]), origin=111, steps=[1, 2], model="bootstrap240")
    assert (found.draws == found.draws[0, 0]).all()
    assert set(np.unique(found.draws)) == {1, 50}


def test_neighbours_add_their_twelve_months_and_a_missing_neighbour_gives_twelve_zeros():
    # 149426 and the cell east of it
    panel = panel_of([[3] * 12, [8] * 12], level="cell", units=[149426, 149427])
    found = forecast(panel, origin=111, steps=[1], model="conflictology_n", draws=108)
    assert np.bincount(found.draws[0, 0], minlength=9)[[0, 3, 8]].tolist() == [84, 12, 12]


def test_queen_neighbours_wrap_at_180_degrees_and_stop_at_the_poles():
    gids = np.array([1, 2, 720, 721, 722, 1440])
    assert sorted(queen_neighbours(gids)[0]) == [-1, -1, -1, 1, 2, 3, 4, 5]


def test_neighbours_of_countries_are_refused():
    with pytest.raises(ForecastError, match="cells"):
        forecast(panel_of([[1] * 12]), origin=111, steps=[1], model="conflictology_n")


@given(st.lists(st.floats(0.01, 10), min_size=1, max_size=60), st.integers(1, 1000))
def test_no_atom_is_more_than_one_draw_from_its_share(weights, draws):
    shares = np.bincount(positions(np.array(weights), draws), minlength=len(weights))
    assert (np.abs(shares - draws * np.array(weights) / sum(weights)) <= 1 + 1e-6).all()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"origin": 112}, "lies outside the panel"),
        ({"origin": 99}, "lies outside the panel"),
        ({"steps": [0, 1]}, "steps run from 1"),
        ({"steps": []}, "no steps given"),
        ({"steps": [3, 2]}, "rise"),
        ({"draws": 0}, "draws"),
        ({"model": "crystal-ball"}, "no model is called"),
    ],
)
def test_a_question_without_meaning_is_refused(change, words):
    asked = {"origin": 111, "steps": [1], "model": "conflictology12"} | change
    with pytest.raises(ForecastError, match=words):
        forecast(panel_of([[1] * 12]), **asked)


@pytest.mark.parametrize("bad", [np.nan, -1.0, 2.5, np.inf])
def test_deaths_that_are_no_counts_never_become_a_panel(bad):
    with pytest.raises(PanelError, match="whole numbers"):
        Panel.from_rows(np.array([1]), np.array([100]), np.array([bad]))


def test_a_unit_without_a_recent_month_is_named_and_not_dropped():
    with pytest.raises(ForecastError, match="unit_id 2"):
        forecast(panel_of([[1] * 30, [1] * 10 + [np.nan] * 20]), origin=129, steps=[1], model="zero")


@pytest.mark.parametrize("name", CHEAP)
def test_odd_units_get_an_answer_for_every_step(name):
    nothing = np.nan
    rows = [[nothing] * 19 + [1, 0, 4, 0, 2], [0] * 24, [10**6] * 24, [nothing] * 3 + [3] * 21]
    found = forecast(panel_of(rows), origin=123, steps=range(1, 15), model=name, draws=100)
    assert found.draws.shape == (4, 14, 100)


@pytest.mark.parametrize("name", CHEAP)
def test_months_after_the_origin_change_nothing(name):
    calm = np.arange(60).reshape(2, 30) % 7
    shock = calm.copy()
    shock[:, 25:] = 10**5
    asked = {"origin": 124, "steps": [1, 6], "model": name, "draws": 50}
    assert (forecast(panel_of(calm.tolist()), **asked).draws == forecast(panel_of(shock.tolist()), **asked).draws).all()


def test_rows_may_come_in_any_order():
    order = np.random.default_rng(5).permutation(48)
    units, months, deaths = np.repeat([1, 2], 24), np.tile(np.arange(100, 124), 2), np.arange(48)
    asked = {"origin": 123, "steps": [1], "model": "ew", "draws": 30}
    straight = forecast(Panel.from_rows(units, months, deaths), **asked)
    assert (straight.draws == forecast(Panel.from_rows(units[order], months[order], deaths[order]), **asked).draws).all()


def test_every_entry_of_the_table_has_a_sentence():
    assert all(entry.summary.endswith(".") and entry.name == name for name, entry in MODELS.items())
    assert issubclass(ForecastError, MarsadError)
