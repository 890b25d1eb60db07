"""Spillover: a planted effect of neighbours is found, none is found where none was planted, and what is not known is not told."""

from collections.abc import Mapping

import numpy as np
import pytest

from marsad.assessment.spillover import Spillover, spillover, unit_spill
from marsad.assessment.spillover_lead import lead
from marsad.base.errors import AssessmentError
from marsad.base.frames import Panel

SIDE, MONTHS = 14, 100
START = 140_000
CELLS = np.array([START + row * 720 + column for row in range(SIDE) for column in range(SIDE)])
LANDS: Mapping[int, str | None] = {int(cell): "AAA" if (cell - START) % 720 < SIDE // 2 else "BBB" for cell in CELLS}


def planted(next_door: float, *, seed: int = 3, swing: bool = False) -> Panel:
    """Cells with bases of their own, an effect of 0.15 a month of their own past, and one of the cells around."""
    rng = np.random.default_rng(seed)
    base = rng.gamma(0.5, 0.06, len(CELLS))
    around = np.array([[max(abs(a // SIDE - b // SIDE), abs(a % SIDE - b % SIDE)) == 1 for b in range(SIDE**2)] for a in range(SIDE**2)])
    active = np.zeros((len(CELLS), MONTHS))
    for month in range(1, MONTHS):
        level = (3.0 if month // 12 % 2 else 0.3) if swing else 1.0
        rate = base * level + 0.15 * active[:, month - 1] + next_door * around @ active[:, month - 1]
        active[:, month] = rng.random(len(CELLS)) < 1 - np.exp(-rate)
    return Panel(CELLS, np.arange(400, 400 + MONTHS), active, np.ones(active.shape, dtype=bool), level="cell")


@pytest.fixture(scope="module")
def found() -> Spillover:
    return spillover(planted(0.04), country_of=LANDS)


def test_a_planted_effect_of_the_cells_around_is_recovered(found: Spillover) -> None:
    assert found.word == "spills"
    assert found.p_value < 0.001
    assert found.next_door[0] == pytest.approx(0.04, abs=0.015)
    assert sum(found.next_door[1:]) < 0.015
    assert found.own[0] == pytest.approx(0.15, abs=0.05)


def test_the_shares_add_up_and_what_is_expected_is_what_came(found: Spillover) -> None:
    assert found.share_base + found.share_own + found.share_next == pytest.approx(1)
    assert found.share_abroad is not None
    assert 0 < found.share_abroad < found.share_next
    assert found.log_likelihood > found.log_likelihood_alone


def test_direction_and_lag_between_two_countries_are_told(found: Spillover) -> None:
    pair = found.between("AAA", "BBB")
    assert pair is not None
    assert pair.lag == pytest.approx(1, abs=0.5)
    assert sum(pair.by_lag) == pytest.approx(pair.expected)
    assert found.between("AAA", "CCC") is None


@pytest.mark.parametrize("swing", [False, True])
def test_no_effect_is_found_where_none_was_planted_even_where_all_cells_rise_together(swing: bool) -> None:
    assert spillover(planted(0.0, swing=swing), country_of=LANDS).word == "alone"


def test_nothing_is_told_between_countries_that_are_not_both_counted_in_full() -> None:
    found = spillover(planted(0.04), country_of=LANDS, covered=["AAA"])
    assert found.pairs == ()
    assert found.share_abroad is None


def test_each_cell_expects_a_chance_whose_parts_add_up() -> None:
    rows = unit_spill(planted(0.04), country_of=LANDS)
    assert len(rows) == len(CELLS)
    assert all(0 <= row.chance <= 1 for row in rows)
    assert rows[0].base + rows[0].own + rows[0].next_door == pytest.approx(1)
    assert all(row.abroad <= row.next_door + 1e-12 for row in rows)


def test_too_little_violence_gives_an_error_that_says_so() -> None:
    quiet = planted(0.0)
    empty = Panel(quiet.units, quiet.months, np.zeros_like(quiet.deaths), quiet.observed, level="cell")
    with pytest.raises(AssessmentError, match="only 0 cell-months"):
        spillover(empty, country_of=LANDS)
    with pytest.raises(AssessmentError, match="panel of cells"):
        spillover(Panel(quiet.units, quiet.months, quiet.deaths, quiet.observed), country_of=LANDS)


def test_a_series_that_runs_two_months_ahead_is_found_and_only_in_its_direction() -> None:
    rng = np.random.default_rng(2)
    first = rng.poisson(np.exp(rng.normal(2, 0.8, 160)))
    second = np.concatenate([[3, 3], first[:-2]]) + rng.poisson(1, 160)
    deaths = np.stack([first, second]).astype(float)
    panel = Panel(np.array([1, 2]), np.arange(300, 460), deaths, np.ones(deaths.shape, dtype=bool))
    ahead, back = lead(panel, 1, 2), lead(panel, 2, 1)
    assert (ahead.word, ahead.lag) == ("leads", 2)
    assert back.word == "no-sign"
    assert lead(panel.until(340), 1, 2).word == "unknown"
    with pytest.raises(AssessmentError, match="no unit 9"):
        lead(panel, 1, 9)
