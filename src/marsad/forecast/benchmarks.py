"""The benchmarks every forecast stands beside: own history, neighbours' history, last value, all units' history, zero.

Definitions: Hegre et al., the 2023/24 VIEWS prediction challenge, invitation version 1.2 and its code.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Floats, Ints
from marsad.forecast.atoms import spread
from marsad.forecast.history import History, queen_neighbours

Predict = Callable[[Ints, int, np.random.Generator], Floats | Ints]
"""steps, number of draws, random source -> draws of shape (n, k, m)."""


def _same_for_all_steps(one: Floats, steps: Ints) -> Floats:
    return np.broadcast_to(one[:, None, :], (one.shape[0], len(steps), one.shape[1]))


def conflictology12(history: History, horizon: int) -> Predict:
    """The unit's own last twelve observed months, the same for every step; with 12 draws exactly those months."""
    return own_months(history, 12, np.inf)


def own_months(history: History, count: int, memory: float) -> Predict:
    """The unit's own last `count` observed months, weighted exp(-age / memory); age in months."""
    atoms, have = history.last(count)
    weights = np.exp(-np.arange(count)[::-1] / memory)

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        return _same_for_all_steps(spread(atoms, have, weights, draws=draws), steps)

    return predict


def exponential(history: History, horizon: int) -> Predict:
    """The unit's own last sixty observed months with weights exp(-age / 6 months)."""
    return own_months(history, 60, 6.0)


def conflictology_n(history: History, horizon: int) -> Predict:
    """Own twelve months and those of the eight queen neighbours: 108 draws; a cell not in the panel gives twelve zeros."""
    if history.level != "cell":
        raise ForecastError("conflictology_n needs a panel of PRIO-GRID cells: countries have no queen neighbours; use conflictology12")
    atoms, have = history.last(12)
    near = queen_neighbours(history.units)
    padded = np.vstack([atoms, np.zeros((1, 12))])
    # (n, 9, 12) to (n, 12, 9): draw j stays one past month for all cells
    joined = np.concatenate([atoms[:, None, :], padded[near]], axis=1).transpose(0, 2, 1).reshape(len(atoms), 108)
    full = np.full(len(atoms), 108)
    short = have < 12
    full[short] = 9 * have[short]

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        return _same_for_all_steps(spread(joined, full, np.ones(108), draws=draws), steps)

    return predict


def last_poisson(history: History, horizon: int) -> Predict:
    """Poisson draws around the unit's last observed month."""
    mean = history.last(1)[0]

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        return _same_for_all_steps(rng.poisson(mean, size=(len(mean), draws)).astype(np.float64), steps)

    return predict


def bootstrap240(history: History, horizon: int) -> Predict:
    """Draws with replacement from all units' last 240 months; the same draws for every unit and step."""
    pool = history.deaths[:, -240:][history.observed[:, -240:]]

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        one = rng.choice(pool, size=draws)
        return np.broadcast_to(one, (len(history.units), len(steps), draws))

    return predict


def zero(history: History, horizon: int) -> Predict:
    """Every draw 0."""

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        return np.zeros((len(history.units), len(steps), draws))

    return predict
