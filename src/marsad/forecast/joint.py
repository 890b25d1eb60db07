"""What a draw means across units and steps: the ranks of one stretch of the past, the same stretch everywhere.

A pool of models gives each unit and step a distribution, in no order. Here the draws of each are put in the order in which
that unit stood, within its own past, in the months after some past month; draw j uses the same past month for all units and
steps. So draw j is one world in which units rise together as they once did, and a region's draws are the sums of its units'.

Source: Clark et al. (2004), The Schaake shuffle, J. Hydrometeorology 5(1).
"""

from __future__ import annotations

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast.history import History

TEMPLATE_MONTHS = 120
"""Past months that serve as templates; each serves several draws, ties broken at random."""


def align(draws: Floats, steps: Ints, history: History, rng: np.random.Generator) -> Floats:
    """The same draws, put in the order of past months.

    Args:
        draws: shape (n, k, m).
        steps: shape (k,).
        history: counts up to the origin.
        rng: random source, for which draw takes which past month and for ties.

    Returns:
        shape (n, k, m); each unit and step holds the same values as before.
    """
    t, m = history.deaths.shape[1], draws.shape[2]
    horizon = int(steps.max())
    latest = max(t - horizon, 1)
    starts = rng.permutation(m) % min(TEMPLATE_MONTHS, latest)
    out = np.empty_like(draws)
    for i, step in enumerate(steps):
        month = np.minimum(latest - 1 - starts + int(step), t - 1)
        past = history.deaths[:, month] + rng.random((len(draws), m)) * 0.5
        rank = np.argsort(np.argsort(past, axis=1), axis=1)
        out[:, i] = np.take_along_axis(np.sort(draws[:, i], axis=1), rank, axis=1)
    return out
