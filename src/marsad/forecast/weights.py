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

EARLY: Floats = np.array([
    [[0.184, 0.193, 0.155, 0.137, 0.190, 0.141],
     [0.177, 0.188, 0.147, 0.138, 0.202, 0.147],
     [0.191, 0.197, 0.155, 0.124, 0.200, 0.133],
     [0.173, 0.183, 0.148, 0.142, 0.208, 0.146]],
    [[0.127, 0.175, 0.151, 0.203, 0.207, 0.138],
     [0.136, 0.171, 0.130, 0.218, 0.211, 0.133],
     [0.155, 0.210, 0.143, 0.134, 0.208, 0.150],
     [0.115, 0.187, 0.112, 0.196, 0.227, 0.162]],
    [[0.206, 0.127, 0.188, 0.092, 0.079, 0.308],
     [0.207, 0.131, 0.198, 0.093, 0.084, 0.288],
     [0.334, 0.261, 0.107, 0.035, 0.037, 0.226],
     [0.317, 0.090, 0.121, 0.058, 0.099, 0.316]],
])  # fmt: skip
"""Weights learned on October origins 2003 to 2008, shape (kinds, step groups, members)."""

TABLE: Floats = np.array([
    [[0.186, 0.196, 0.143, 0.160, 0.179, 0.135],
     [0.178, 0.188, 0.140, 0.163, 0.192, 0.138],
     [0.193, 0.204, 0.143, 0.141, 0.188, 0.131],
     [0.183, 0.196, 0.135, 0.160, 0.201, 0.124]],
    [[0.106, 0.156, 0.201, 0.212, 0.220, 0.106],
     [0.111, 0.171, 0.185, 0.204, 0.221, 0.108],
     [0.122, 0.182, 0.184, 0.168, 0.221, 0.122],
     [0.088, 0.157, 0.173, 0.211, 0.257, 0.114]],
    [[0.227, 0.165, 0.156, 0.248, 0.000, 0.204],
     [0.284, 0.163, 0.153, 0.181, 0.000, 0.219],
     [0.373, 0.217, 0.121, 0.098, 0.000, 0.192],
     [0.343, 0.191, 0.094, 0.176, 0.000, 0.196]],
])  # fmt: skip
"""Weights learned on October origins 2003 to 2016; benchmarks/bench_forecast_weights.py learns both tables anew."""

LEARNED: tuple[tuple[int, Floats], ...] = ((360, EARLY), (456, TABLE))
"""Last target month of the origins behind each table (December 2009, December 2017), and the table; before the first: equal weights."""


def group_of(steps: Ints) -> Ints:
    """Which of `STEP_GROUPS` each step lies in."""
    return np.searchsorted(np.array([last for _, last in STEP_GROUPS]), steps, side="left")


def weights_at(origin: int, names: Sequence[str]) -> Floats:
    """Weights for the members at hand, as an origin may know them.

    Args:
        origin: month number of the last month known; a table serves only origins after everything it was learned on.
        names: members at hand; the weights of the others are shared out among them.

    Returns:
        shape (kinds, step groups, len(names)); each sums to 1.
    """
    if not names:
        raise ForecastError("the pool has no member at hand")
    known = [table for last, table in LEARNED if origin >= last]
    chosen = known[-1] if known else np.full(TABLE.shape, 1.0 / len(MEMBERS))
    kept = chosen[..., [MEMBERS.index(name) for name in names]]
    total = kept.sum(axis=-1, keepdims=True)
    return np.asarray(np.where(total > 0, kept / np.where(total > 0, total, 1.0), 1.0 / len(names)))
