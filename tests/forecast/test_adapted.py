"""Own past read by experts that are judged: trust follows the record, and nothing is known before its month."""

import numpy as np
import pytest

from marsad.base.frames import Forecast, Panel
from marsad.forecast import adapted, corrected, forecast
from marsad.forecast.adapted import MEMORIES, SPREADS, UPPER, heights, own_past, own_past_at
from marsad.forecast.history import cut
from marsad.forecast.training import training


def steady_and_moving() -> Panel:
    """Unit 1: the same war month by month. Unit 2: another level every thirty months, a low one at last. Unit 3: never a death."""
    rng = np.random.default_rng(5)
    steady = rng.poisson(100, 240)
    moving = rng.poisson(np.repeat(np.exp(np.tile([6.0, 0.7, 5.0, 2.5], 2)), 30))
    deaths = np.stack([steady, moving, np.zeros(240)]).astype(float)
    return Panel(np.array([1, 2, 3]), np.arange(100, 340), deaths, np.ones(deaths.shape, dtype=bool))


def test_trust_goes_to_little_noise_and_long_memory_in_a_steady_war_and_to_short_memory_where_the_level_moves() -> None:
    own = own_past(cut(steady_and_moving(), 339))
    by_memory, by_spread = own.trust_size.sum(axis=1), own.trust_size.sum(axis=0)
    assert by_spread[0, 0] > 0.8
    assert by_spread[0, 0] > by_spread[0, 1]
    long = np.array(MEMORIES) > 10
    assert by_memory[long, 0].sum() > by_memory[long, 1].sum() + 0.2
    for trust in (own.trust_chance, own.trust_size.reshape(len(MEMORIES) * len(SPREADS), -1)):
        assert trust.sum(axis=0) == pytest.approx(1.0)


def test_the_distribution_covers_what_a_steady_war_brings_and_leaves_a_silent_unit_at_zero() -> None:
    made = forecast(steady_and_moving(), origin=339, steps=[1, 12], model="adapted", draws=500).draws
    assert np.quantile(made[0, 0], [0.05, 0.5, 0.95]) == pytest.approx([75, 100, 130], rel=0.2)
    assert (made[0, 0] == made[0, 1]).all()
    assert (made[2] > 0).mean() < 0.1


def test_what_was_known_at_an_earlier_month_is_what_a_forecast_from_that_month_knew() -> None:
    panel = steady_and_moving()
    now, then = cut(panel, 339), own_past(cut(panel, 239))
    known = own_past_at(now, np.array([0, 1]), np.array([139, 139]))
    assert known.chance == pytest.approx(then.chance()[:2], rel=1e-5)
    assert known.below == pytest.approx(then.below()[:2], abs=1e-4)


def test_counts_at_the_origin_are_those_of_the_walk() -> None:
    own = own_past(cut(steady_and_moving(), 339))
    months = own.sums.sum(axis=2)
    assert months == pytest.approx(np.repeat(1 / (1 - np.exp(-1 / np.array(MEMORIES)))[:, None], 3, axis=1), rel=0.01)


def test_heights_read_back_the_levels_they_stand_for() -> None:
    below = np.minimum((np.arange(len(UPPER)) / 40.0), 1.0)[None]
    found = heights(below, np.array([[0.01, 0.25, 0.5, 0.75, 1.0]]))[0]
    assert found[:3].tolist() == [1.0, 10.0, 20.0]
    assert found[3] == pytest.approx(UPPER[30], rel=0.01)
    assert found[4] == pytest.approx(UPPER[40], rel=0.01)


@pytest.mark.parametrize(("count", "middle"), [(10**6, 10**6), (10**12, 10**9)])
def test_a_million_deaths_stay_in_sight_and_no_count_is_too_large(count: int, middle: int) -> None:
    panel = steady_and_moving()
    deaths = panel.deaths.copy()
    deaths[0] = count
    made = forecast(Panel(panel.units, panel.months, deaths, panel.observed), origin=339, steps=[1], model="adapted", draws=200)
    assert np.median(made.draws[0, 0]) == pytest.approx(middle, rel=0.2)


def test_without_months_that_count_the_past_is_what_all_units_saw() -> None:
    panel = steady_and_moving()
    history = cut(panel, 339)
    empty = own_past(history).at_present(cut(Panel(panel.units, panel.months, panel.deaths * 0, panel.observed), 339))
    assert (empty.chance() < 0.2).all()


def wars_that_follow_a_signal(months: int = 200) -> Panel:
    """Twenty units: a small month in all of them is followed by three large ones, which no unit's own shares can tell."""
    rng = np.random.default_rng(2)
    deaths = rng.poisson(10, (20, months)).astype(float)
    for row in range(20):
        for at in range(5 + row % 4, months, 12):
            deaths[row, at] = 1
            deaths[row, at + 1 : at + 4] = rng.poisson(200, len(deaths[row, at + 1 : at + 4]))
    return Panel(np.arange(1, 21), np.arange(100, 100 + months), deaths, np.ones(deaths.shape, dtype=bool))


def test_the_corrected_past_learns_what_the_own_past_cannot_see() -> None:
    panel = wars_that_follow_a_signal()
    origin = next(at for at in range(280, 299) if panel.deaths[0, at - 100] == 1 and at % 12)
    asked = {"origin": origin, "steps": [1], "draws": 300}
    made = {name: forecast(panel, model=name, **asked) for name in ("adapted", "corrected")}
    assert share_above(made["corrected"], 100) > share_above(made["adapted"], 100) + 0.2


def share_above(made: Forecast, deaths: int) -> float:
    return float((made.draws[0, 0] > deaths).mean())


def test_a_unit_silent_for_sixty_months_keeps_its_own_past_and_a_world_without_deaths_has_no_classifier() -> None:
    panel = wars_that_follow_a_signal()
    deaths = panel.deaths.copy()
    deaths[4] = 0
    quiet = Panel(panel.units, panel.months, deaths, panel.observed)
    asked = {"origin": 290, "steps": [1, 6], "draws": 200}
    made = {name: forecast(quiet, model=name, **asked).draws for name in ("adapted", "corrected")}
    assert (np.sort(made["corrected"][4]) == np.sort(made["adapted"][4])).all()
    none = cut(Panel(panel.units, panel.months, deaths * 0, panel.observed), 290)
    calm = corrected.boost(training(none, 6), none)
    assert calm.booster is None
    assert not corrected.draw(calm, np.array([1, 6]), 50).any()
    assert not adapted.draw(own_past(none), np.array([1]), 50).any()
