"""Spillover between two places by month: planted truth is found, chance is not taken for it, and thin data say so."""

import numpy as np
import pytest

from marsad.assessment.flows import flow
from marsad.base.frames import Panel

MLI, BFA = ("MLI", ("MLI",)), ("BFA", ("BFA",))


def panel(source: np.ndarray, target: np.ndarray, seen: np.ndarray | None = None) -> Panel:
    deaths = np.stack([source, target]).astype(np.float64)
    observed = np.ones(deaths.shape, dtype=bool) if seen is None else seen
    return Panel(np.array([466, 854]), np.arange(300, 300 + deaths.shape[1]), np.where(observed, deaths, 0), observed)


def led(seed: int, months: int = 183) -> Panel:
    """Deaths in Burkina Faso that follow two-fifths of Mali's two months before."""
    rng = np.random.default_rng(seed)
    x, y = rng.negative_binomial(1, 1 / 21, size=months), np.zeros(months)
    for t in range(3, months):
        y[t] = rng.poisson(5 + 0.4 * x[t - 2] + 0.2 * y[t - 1])
    return panel(x, y)


def test_a_planted_lead_is_found_with_its_lag_and_not_the_other_way_round() -> None:
    found = [flow(led(seed), MLI, BFA) for seed in range(4)]
    assert {one.word for one in found} == {"spills"}
    assert all(one.lag is not None and abs(one.lag - 2) < 0.5 for one in found)
    # 0.4 * 20 of the 16 deaths a month expected, (5 + 8) / (1 - 0.2), come from the source
    assert np.mean([one.share or 0 for one in found]) == pytest.approx(8 / 16.25, abs=0.15)
    assert flow(led(0), BFA, MLI).word == "no-sign"


def test_two_places_that_share_a_yearly_level_alone_do_not_spill() -> None:
    rng = np.random.default_rng(5)
    wrong = 0
    for _ in range(12):
        level = np.repeat(rng.gamma(2, 10, 15), 12)
        wrong += flow(panel(*rng.negative_binomial(2, 2 / (2 + np.stack([level, level])))), MLI, BFA).word == "spills"
    assert wrong <= 2


def test_what_cannot_be_said_says_why() -> None:
    short = led(1, months=40)
    assert (flow(short, MLI, BFA).word, flow(short, MLI, BFA).reason) == ("unknown", "few-months")
    assert flow(led(1), ("LBY", ("LBY",)), BFA).reason == "not-observed"
    assert flow(led(1), MLI, MLI).reason == "overlap"
    quiet = panel(np.zeros(120), np.full(120, 9))
    assert (flow(quiet, MLI, BFA).reason, flow(quiet, MLI, BFA).share) == ("few-deaths", None)


def test_a_gap_is_no_quiet_month() -> None:
    whole = led(2)
    seen = np.ones(whole.observed.shape, dtype=bool)
    seen[0, 100] = False
    found = flow(panel(whole.deaths[0], whole.deaths[1], seen), MLI, BFA)
    assert found.months == 183 - 101 - 3


def test_a_region_counts_without_the_countries_of_its_source() -> None:
    held = led(3)
    both = flow(held, MLI, ("central", ("MLI", "BFA")))
    assert (both.share, both.gain) == (flow(held, MLI, BFA).share, flow(held, MLI, BFA).gain)
