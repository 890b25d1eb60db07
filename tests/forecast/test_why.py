"""The reasons given for a forecast follow the past that was planted, and what they say of calm comes true when it is forecast again."""

import numpy as np
import pytest

from marsad.base.findings import Reason
from marsad.base.frames import Panel
from marsad.briefs.reasons import told_reason
from marsad.briefs.words import LANGUAGES, Words, bare
from marsad.forecast import forecast
from marsad.forecast.why import CALMS, why


def panel() -> Panel:
    rng = np.random.default_rng(3)
    deaths = np.zeros((4, 120))
    deaths[0] = rng.poisson(40, 120)  # steady war
    deaths[1, -3:] = 60  # just begun
    deaths[2, 40:44] = 5  # long over
    return Panel(np.array([10, 20, 30, 40]), np.arange(100, 220), deaths, np.ones((4, 120), dtype=bool))


def share(reason: Reason, first: int, last: int) -> float:
    return next(part.share for part in reason.carried if (part.first, part.last) == (first, last))


def test_what_carries_a_forecast_is_where_the_deaths_were():
    found = {(r.unit, r.step): r for r in why(panel(), origin=219, steps=[1, 6])}
    assert len(found) == 8
    begun = found[20, 1]
    assert begun.kind == "simmering"
    assert share(begun, 0, 3) > 0.9
    assert abs(share(begun, 12, 60)) < 0.1
    steady = found[10, 6]
    assert steady.kind in ("active", "war")
    assert 30 < steady.mean < 55
    assert 0 < share(steady, 0, 3) < 0.8
    assert steady.halves_after is not None
    assert found[40, 1].halves_after is None or found[40, 1].mean > 0


def test_only_quiet_units_are_given_the_base_rate_of_onset():
    found = {(r.unit, r.step): r for r in why(panel(), origin=219, steps=[1])}
    assert found[10, 1].onset_rate is None
    assert found[30, 1].onset_rate is not None
    assert 0 < found[30, 1].onset_rate < 0.1


def test_the_base_rate_of_onset_is_the_share_of_quiet_months_that_saw_a_death_so_many_months_on():
    deaths = np.zeros((2, 60))
    deaths[0, 30] = 4
    made = Panel(np.array([1, 2]), np.arange(60), deaths, np.ones((2, 60), dtype=bool))
    found = {(r.unit, r.step): r for r in why(made, origin=59, steps=[1])}
    # quiet years end in months 12 to 58; the death ends the quiet of unit 1 from month 30 to 41: 47 + 47 - 12 cases, one onset
    assert found[2, 1].onset_rate == pytest.approx(1 / (47 + 47 - 12))


def after(made: Panel, unit: int, months: int) -> Panel:
    """The world so many months later: the unit has been calm, the others have gone on as they were."""
    more = made.deaths[:, -12:][:, np.arange(months) % 12].copy()
    more[made.units == unit] = 0
    deaths = np.concatenate([made.deaths, more], axis=1)
    first = int(made.months[0])
    return Panel(made.units, np.arange(first, first + deaths.shape[1]), deaths, np.ones(deaths.shape, dtype=bool))


def mean_of(made: Panel, unit: int, step: int) -> float:
    origin = int(made.months[-1])
    found = forecast(made, origin=origin, steps=[1, step] if step > 1 else [1], draws=400)
    return float(found.draws[list(found.units).index(unit), -1].mean())


@pytest.mark.parametrize(("unit", "step"), [(10, 1), (10, 6), (20, 1)])
def test_the_calm_said_to_halve_a_forecast_halves_it_when_forecast_again(unit: int, step: int):
    made = panel()
    found = next(r for r in why(made, origin=219, steps=[1, step] if step > 1 else [1]) if (r.unit, r.step) == (unit, step))
    assert found.halves_after is not None
    base = mean_of(made, unit, step)
    # the model learns anew with those months, and trusts short memories more after them: a calm a step shorter may nearly do
    assert mean_of(after(made, unit, found.halves_after), unit, step) <= 0.55 * base
    shorter = [calm for calm in CALMS if calm < found.halves_after]
    if shorter:
        assert mean_of(after(made, unit, shorter[-1]), unit, step) >= 0.4 * base


def test_a_forecast_carries_the_reasons_of_the_units_that_were_asked_about():
    made = forecast(panel(), origin=219, steps=[1, 2, 6], draws=50, explain=[20, 40])
    assert {(r.unit, r.step) for r in made.reasons} == {(20, 1), (20, 6), (40, 1), (40, 6)}
    assert {r.unit for r in made.only([40]).reasons} == {40}
    plain = forecast(panel(), origin=219, steps=[1, 2, 6], draws=50)
    assert plain.reasons == ()
    assert np.array_equal(plain.draws, made.draws)
    assert forecast(panel(), origin=219, steps=[1], draws=50, model="ew", explain=[20]).reasons == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_told_with_their_figures_in_three_languages(language):
    words = Words(language)
    for reason in why(panel(), origin=219, steps=[1]):
        said = bare(told_reason(reason, 219, words))
        assert bare(words.rough(reason.mean)) in said
        assert ("%" in said) is (reason.mean >= 0.05 or reason.onset_rate is not None)
        if reason.onset_rate is not None and 0 < reason.onset_rate < 0.095:
            assert bare(words.number(reason.onset_rate * 100, 1)) in said
        if reason.halves_after is not None and reason.halves_after > 2:
            assert bare(words.number(reason.halves_after)) in said
