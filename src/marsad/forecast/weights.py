"""The pool's weights by kind of unit and group of steps, with where they come from, and how they are learned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Floats, Ints

MEMBERS: tuple[str, ...] = ("recent", "dressed", "hurdle", "forest", "classes", "nearest")
OWN_HISTORY: tuple[str, ...] = ("recent", "dressed", "hurdle")
STEP_GROUPS: tuple[tuple[int, int], ...] = ((1, 2), (3, 5), (6, 9), (10, 600))
KINDS: tuple[str, ...] = ("quiet", "simmering", "active")

LEARNED_TO = 456
"""Last target month of the origins that the table was learned on: December 2017. Earlier origins get equal weights."""

TABLE: Floats = np.full((len(KINDS), len(STEP_GROUPS), len(MEMBERS)), 1.0 / len(MEMBERS))
"""Weights, shape (kinds, step groups, members)."""


def group_of(steps: Ints) -> Ints:
    """Which of `STEP_GROUPS` each step lies in."""
    return np.searchsorted(np.array([last for _, last in STEP_GROUPS]), steps, side="left")


def weights_at(origin: int, names: Sequence[str]) -> Floats:
    """Weights for the members at hand, as an origin may know them.

    Args:
        origin: month number of the last month known; the table serves only origins after everything it was learned on.
        names: members at hand; the weights of the others are shared out among them.

    Returns:
        shape (kinds, step groups, len(names)); each sums to 1.
    """
    if not names:
        raise ForecastError("the pool has no member at hand")
    chosen = TABLE if origin >= LEARNED_TO else np.full(TABLE.shape, 1.0 / len(MEMBERS))
    kept = chosen[..., [MEMBERS.index(name) for name in names]]
    total = kept.sum(axis=-1, keepdims=True)
    return np.asarray(np.where(total > 0, kept / np.where(total > 0, total, 1.0), 1.0 / len(names)))
