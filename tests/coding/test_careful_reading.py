"""Whole texts read against what a careful reader would write down; a third of them was kept aside while the rules were written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pytest
from careful_score import Tally, score

FLOORS = [  # (kept aside, precision, recall); a point or two below what is reached, and they only rise
    (False, 0.92, 0.92),
    (True, 0.75, 0.70),
]
SHARES = [
    (False, {"flags": 0.95, "deaths": 0.95, "actors": 0.88, "recipients": 0.88, "place": 0.95}),
    (True, {"flags": 0.95, "deaths": 0.95}),
]


@lru_cache
def tally(held: bool) -> Tally:
    return score(held=held)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(("held", "precision", "recall"), FLOORS)
def test_events_are_those_a_careful_reader_would_write_down(held: bool, precision: float, recall: float) -> None:
    found = tally(held)
    assert found.precision >= precision, _lines(found.surplus)
    assert found.recall >= recall, _lines(found.missed)


@pytest.mark.parametrize(("held", "shares"), SHARES)
def test_flags_deaths_names_and_places_are_right(held: bool, shares: dict[str, float]) -> None:
    found = tally(held)
    below = {name: found.share(name) for name, floor in shares.items() if found.share(name) < floor}
    assert not below, _lines(found.wrong)
