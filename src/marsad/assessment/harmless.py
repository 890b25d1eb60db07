"""What an assessment may not show: deeds of the last days, small counts by a trait of people, actors that are communities.

No finding holds a person's name or a place name: places are cells and countries, people are offices. Whom violence strikes is told as
states, groups of the entity table, civilians or "other"; a people's name is never a line of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

LAG_DAYS = 7
"""Days for which deeds are kept back from what the public sees; nothing that is shown can then be followed live."""

COUNT_LEAST = 5
"""Counts below this, by a trait of the people counted, are not given."""


def lagged(events: pa.Table, known_on: date, lag_days: int = LAG_DAYS) -> pa.Table:
    """Events that ended `lag_days` or more before `known_on`; an event without a date is kept back, for nothing says it is old."""
    return events.filter(pc.less_equal(events["date_end"], pa.scalar(known_on - timedelta(days=lag_days), pa.date32())))


def suppressed(counts: Mapping[str, int], least: int = COUNT_LEAST) -> dict[str, int | None]:
    """Counts by a trait, those from 1 to `least` - 1 replaced by None ("fewer than `least`").

    Where only one count would be hidden the next smallest goes too: with the total known, one alone could be worked out.

    >>> suppressed({"a": 20, "b": 3, "c": 7})
    {'a': 20, 'b': None, 'c': None}
    """
    hidden = {key for key, count in counts.items() if 0 < count < least}
    if len(hidden) == 1:
        rest = sorted((count, key) for key, count in counts.items() if key not in hidden and count)
        hidden |= {key for _, key in rest[:1]}
    return {key: None if key in hidden else count for key, count in counts.items()}


def names_in(values: Any, keys: Iterable[str]) -> list[str]:
    """Paths of a JSON value under which a field of one of those names holds something; for checks of what goes out."""
    wanted = frozenset(keys)
    found: list[str] = []

    def walk(value: Any, path: str) -> None:
        if isinstance(value, Mapping):
            for key, inner in value.items():
                if key in wanted and inner:
                    found.append(f"{path}.{key}")
                walk(inner, f"{path}.{key}")
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                walk(inner, f"{path}[{number}]")

    walk(values, "")
    return found
