"""Models that answer with what followed in like cases: the same regime, or the nearest past shapes."""

from __future__ import annotations

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast.features import NAMES
from marsad.forecast.training import Training, rescaled

REGIME_EDGES: Floats = np.log1p(np.array([0.01, 2.5, 10.0, 50.0, 200.0]))
"""Upper edges of five of the six regimes, deaths a month: none, a few, some, many, war, great war."""

REGIME_CASES = 30
"""Cases below which a pair of regimes is too rare to stand alone, and the yearly regime decides by itself."""

SHAPE: tuple[str, ...] = ("last", "last_2", "last_3", "mean_6", "mean_12", "mean_24", "mean_60", "volatility_12", "trend")
NEAREST = 60


def regimes(training: Training, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    """Paths of past cases in the same regime this month and over the year: an observed Markov chain, many steps at once."""
    now, year = _regime(training.cases)
    present_now, present_year = _regime(training.present)
    out = np.empty((len(training.present), len(steps), draws))
    for here in np.unique(present_now * 10 + present_year):
        rows = np.flatnonzero(present_now * 10 + present_year == here)
        like = np.flatnonzero(now * 10 + year == here)
        if len(like) < REGIME_CASES:
            like = np.flatnonzero(year == here % 10)
        if len(like) == 0:
            like = np.arange(len(training.paths))
        chance = training.weights[like] / training.weights[like].sum()
        picked = rng.choice(like, size=(len(rows), draws), p=chance)
        out[rows] = training.paths[picked][:, :, steps - 1].transpose(0, 2, 1)
    return out


def _regime(table: Floats) -> tuple[Ints, Ints]:
    last, year = table[:, NAMES.index("last")], table[:, NAMES.index("mean_12")]
    return np.searchsorted(REGIME_EDGES, last, side="right"), np.searchsorted(REGIME_EDGES, year, side="right")


def nearest(training: Training, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    """Paths that followed the nearest past shapes of recent months, scaled to the unit's own level."""
    from sklearn.neighbors import KDTree

    columns = [NAMES.index(name) for name in SHAPE]
    tree = KDTree(training.cases[:, columns])
    count = min(NEAREST, len(training.cases))
    found = tree.query(training.present[:, columns], k=count, return_distance=False)
    chance = training.weights[found]
    upper = np.cumsum(chance, axis=1) / chance.sum(axis=1, keepdims=True)
    at = rng.random((len(found), draws))
    place = np.minimum((at[:, :, None] > upper[:, None, :]).sum(axis=2), count - 1)
    picked = np.take_along_axis(found, place, axis=1)
    return rescaled(training, picked, steps)
