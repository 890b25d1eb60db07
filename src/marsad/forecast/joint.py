"""What a draw means across units and steps: the ranks of one stretch of the past, the same stretch everywhere.

A pool of models gives each unit and step a distribution, in no order. Here the draws of each are put in the order in which
that unit stood, within its own past, in the months after some past month; draw j uses the same past month for all units and
steps. So draw j is one world in which units rise together as they once did, and a region's draws are the sums of its units'.

Source: Clark et al. (2004), The Schaake shuffle, J. Hydrometeorology 5(1).
"""

from __future__ import annotations

import numpy as np

from marsad.base.frames import Ints
from marsad.forecast.history import History

TEMPLATE_MONTHS = 120
"""Past months that serve as templates; each serves several draws, ties broken at random."""


BLOCK_VALUES = 20_000_000


def align(joined: Ints, place: Ints, *, steps: Ints, history: History, rng: np.random.Generator) -> Ints:
    """Draws of every unit, put in the order of past months.

    Args:
        joined: shape (d, k, m), rising along the last axis, for the distinct units.
        place: shape (n,), which of the d rows each unit takes.
        steps: shape (k,).
        history: counts up to the origin.
        rng: random source, for which draw takes which past month and for ties.

    Returns:
        shape (n, k, m); each unit and step holds the values of its row.
    """
    t, m = history.deaths.shape[1], joined.shape[2]
    latest = max(t - int(steps.max()), 1)
    starts = rng.permutation(m) % min(TEMPLATE_MONTHS, latest)
    out = np.zeros((len(place), len(steps), m), dtype=np.int32)
    busy = np.flatnonzero(joined[place, :, -1].any(axis=1))
    size = max(1, BLOCK_VALUES // m)
    for i, step in enumerate(steps):
        month = np.minimum(latest - 1 - starts + int(step), t - 1)
        for start in range(0, len(busy), size):
            rows = busy[start : start + size]
            past = history.deaths[rows[:, None], month].astype(np.float32) + rng.random((len(rows), m), dtype=np.float32) * 0.5
            rank = np.argsort(past, axis=1)
            # the draw whose past figure ranks r-th gets the r-th value
            ordered = np.empty((len(rows), m), dtype=np.int32)
            np.put_along_axis(ordered, rank, joined[place[rows], i], axis=1)
            out[rows, i] = ordered
    return out
