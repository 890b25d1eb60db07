"""The pool's weights by kind of unit and group of steps, as each origin may know them.

`weights.json` holds a table for each year: learned on origins up to an October, and in use only once everything it was learned on
has happened. benchmarks/bench_forecast_weights.py learns them anew and writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Floats, Ints

MEMBERS: tuple[str, ...] = ("recent", "dressed", "adapted", "forest", "classes", "ratios", "corrected")
OWN_HISTORY: tuple[str, ...] = ("recent", "dressed", "adapted")
STEP_GROUPS: tuple[tuple[int, int], ...] = ((1, 2), (3, 5), (6, 9), (10, 600))
KINDS: tuple[str, ...] = ("quiet", "simmering", "active", "war")

FILE = Path(__file__).with_name("weights.json")


@cache
def learned() -> tuple[tuple[int, Floats], ...]:
    """Last target month of the origins behind each table, rising, and the table, shape (kinds, step groups, members).

    Raises:
        ForecastError: the file holds weights of other members, kinds or steps than these.
    """
    held = json.loads(FILE.read_text(encoding="utf-8"))
    expected = {"members": list(MEMBERS), "kinds": list(KINDS), "step_groups": [list(group) for group in STEP_GROUPS]}
    if any(held[name] != value for name, value in expected.items()):
        raise ForecastError(f"{FILE.name} was learned for other members, kinds or steps: learn the pool's weights anew")
    return tuple((int(table["last_target"]), np.array(table["weights"])) for table in held["tables"])


def group_of(steps: Ints) -> Ints:
    """Which of `STEP_GROUPS` each step lies in."""
    return np.searchsorted(np.array([last for _, last in STEP_GROUPS]), steps, side="left")


def weights_at(origin: int, names: Sequence[str]) -> Floats:
    """Weights for the members at hand, as an origin may know them.

    Args:
        origin: month number of the last month known; a table serves only origins at or after everything it was learned on,
            and before the first table all members weigh the same.
        names: members at hand; the weights of the others are shared out among them.

    Returns:
        shape (kinds, step groups, len(names)); each sums to 1.
    """
    if not names:
        raise ForecastError("the pool has no member at hand")
    known = [table for last, table in learned() if origin >= last]
    chosen = known[-1] if known else np.full((len(KINDS), len(STEP_GROUPS), len(MEMBERS)), 1.0 / len(MEMBERS))
    kept = chosen[..., [MEMBERS.index(name) for name in names]]
    total = kept.sum(axis=-1, keepdims=True)
    return np.asarray(np.where(total > 0, kept / np.where(total > 0, total, 1.0), 1.0 / len(names)))
