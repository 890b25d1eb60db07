"""The reasons given for a forecast follow the past that was planted."""

import numpy as np

from marsad.base.frames import Panel
from marsad.forecast.why import why


def panel() -> Panel:
    rng = np.random.default_rng(3)
    deaths = np.zeros((4, 120))
    deaths[0] = rng.poisson(40, 120)  # steady war
    deaths[1, -3:] = 60  # just begun
    deaths[2, 40:44] = 5  # long over
    return Panel(np.array([10, 20, 30, 40]), np.arange(100, 220), deaths, np.ones((4, 120), dtype=bool))


def test_what_carries_a_forecast_is_where_the_deaths_were():
    found = {(r.unit, r.step): r for r in why(panel(), origin=219, steps=[1, 6])}
    assert len(found) == 8
    begun = found[20, 1]
    assert begun.kind == "simmering"
    assert begun.carried[0, 3] > 0.9
    assert abs(begun.carried[12, 60]) < 0.1
    steady = found[10, 6]
    assert steady.kind == "active"
    assert 30 < steady.mean < 55
    assert 0 < steady.carried[0, 3] < 0.8
    assert steady.halves_after is not None
    assert found[40, 1].halves_after is None or found[40, 1].mean > 0


def test_only_quiet_units_are_given_the_base_rate_of_onset():
    found = {(r.unit, r.step): r for r in why(panel(), origin=219, steps=[1])}
    assert found[10, 1].onset_rate is None
    assert found[30, 1].onset_rate is not None
    assert 0 < found[30, 1].onset_rate < 0.1
