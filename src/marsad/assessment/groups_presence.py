"""Where a group came and went: first activity in a country after a year without, and the reverse; only where the country was covered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from marsad.assessment.sides import Deed
from marsad.base import places
from marsad.base.frames import Coverage

QUIET = 12
"""Months without activity, all of them covered, after which activity is an entry, and in which the group has left."""


@dataclass(frozen=True, slots=True)
class Entry:
    """First activity in a country: `first` on record there, or `return` after `quiet` covered months without; with the month's events."""

    month: int
    kind: Literal["first", "return"]
    quiet: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """A group in one country.

    Attributes:
        country: ISO alpha-3.
        first: month of its first event on record.
        last: month of its last.
        events: events on record.
        active: months with an event, oldest first.
        events12: over the last twelve months; None where they are not all covered.
        entries: oldest first; none where the record begins with the group there already.
        left: last month of activity, where at least twelve covered months without followed; None where it is there, or not known.
        covered_from: first month from which the country is covered without a gap; None where it never is.
        covered_to: last month of that stretch.
    """

    country: str
    first: int
    last: int
    events: int
    active: tuple[int, ...]
    events12: int | None
    entries: tuple[Entry, ...]
    left: int | None
    covered_from: int | None
    covered_to: int | None


def covered_months(coverage: Sequence[Coverage]) -> dict[str, frozenset[int]]:
    """Months that some source claims to know in full, by ISO alpha-3 code."""
    found: dict[str, set[int]] = defaultdict(set)
    for claim in coverage:
        country = places.country_by_numeric(claim.country_id)
        if country is not None:
            found[country.iso3].update(range(claim.first, claim.last + 1))
    return {code: frozenset(months) for code, months in found.items()}


def presence(counted: Sequence[Deed], covered: Mapping[str, Collection[int]], month: int) -> tuple[Presence, ...]:
    """Presence in each country with an event, most recent activity first."""
    by_country: dict[str, list[Deed]] = defaultdict(list)
    for deed in counted:
        if deed.country and deed.month <= month:
            by_country[deed.country].append(deed)
    rows = [_presence(code, rows, covered.get(code, frozenset()), month) for code, rows in by_country.items()]
    return tuple(sorted(rows, key=lambda row: (-row.last, row.country)))


def _presence(country: str, rows: Sequence[Deed], covered: Collection[int], month: int) -> Presence:
    active = sorted({deed.month for deed in rows})
    year = range(month - QUIET + 1, month + 1)
    known = all(one in covered for one in year)
    entries = []
    for number, at in enumerate(active):
        quiet = _quiet_before(at, active[number - 1] if number else None, covered)
        if quiet >= QUIET:
            ids = tuple(sorted(deed.id for deed in rows if deed.month == at))
            entries.append(Entry(at, "return" if number else "first", quiet, ids[:10]))
    silent = month - active[-1]
    left = silent >= QUIET and all(one in covered for one in range(active[-1] + 1, month + 1))
    stretch = [one for one in covered if one <= month]
    end = max(stretch, default=None)
    start = end
    while start is not None and start - 1 in covered:
        start -= 1
    return Presence(
        country=country, first=active[0], last=active[-1], events=len(rows), active=tuple(active),
        events12=sum(deed.month in year for deed in rows) if known else None,
        entries=tuple(entries), left=active[-1] if left else None, covered_from=start, covered_to=end,
    )  # fmt: skip


def _quiet_before(at: int, previous: int | None, covered: Collection[int]) -> int:
    """Covered months without activity right before a month; counting stops at the first month that is not covered."""
    quiet, one = 0, at - 1
    while one in covered and one != previous:
        quiet, one = quiet + 1, one - 1
    # a gap in the coverage before the last activity could hide more of it
    return quiet if previous is None or one == previous else 0
