"""Models with a formula: dressed history, negative binomial by moments, hurdle with a heavy tail."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast.atoms import spread
from marsad.forecast.benchmarks import Predict
from marsad.forecast.history import History

MONTHS = 60
NOISE_NEAR = 0.35
"""Standard deviation, on the log scale, of what one month adds to a past month's figure; chosen on origins to 2016."""

NOISE_A_STEP = 0.03
HURDLE_MEMORY = 9.0
"""Months."""

TAIL_FREEDOM = 6.0
"""Degrees of freedom of the hurdle's log-t sizes: heavier than lognormal."""

TAIL_MOST = 20.0
"""A draw reaches at most this many times the unit's largest month on record: the mean of a log-t does not exist."""


def memory_of(step: int) -> float:
    """Months of memory that suit a step: short for the near future, longer for the far one."""
    return 3.0 + 0.35 * step


def dressed(history: History, horizon: int) -> Predict:
    """Own past months, weighted by age with a memory that grows with the step, each spread by lognormal noise; zeros stay zeros."""
    atoms, have = history.last(MONTHS)
    ages = np.arange(MONTHS)[::-1]

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        out = np.empty((len(atoms), len(steps), draws))
        for i, step in enumerate(steps):
            taken = spread(atoms, have, np.exp(-ages / memory_of(int(step))), draws=draws)
            noise = np.exp((NOISE_NEAR + NOISE_A_STEP * min(int(step), 36)) * rng.standard_normal(taken.shape))
            out[:, i] = taken * noise
        return out

    return predict


def horizon_memory(history: History, horizon: int) -> Predict:
    """Own past months, weighted by age with a memory that grows with the step."""
    atoms, have = history.last(MONTHS)
    ages = np.arange(MONTHS)[::-1]

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        each = [spread(atoms, have, np.exp(-ages / memory_of(int(step))), draws=draws) for step in steps]
        return np.stack(each, axis=1)

    return predict


def moments(history: History, horizon: int) -> Predict:
    """Negative binomial with mean and variance of the unit's last 24 months; Poisson where the variance is not above the mean."""
    atoms, have = history.last(24)
    inside = np.arange(24)[None, :] >= 24 - have[:, None]
    count = np.maximum(have, 1)
    mean = np.where(inside, atoms, 0).sum(axis=1) / count
    variance = np.where(inside, (atoms - mean[:, None]) ** 2, 0).sum(axis=1) / np.maximum(count - 1, 1)
    over = variance > mean * 1.0001
    size = np.where(over, mean**2 / np.where(over, variance - mean, 1.0), 1.0)

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        shape = (len(mean), len(steps), draws)
        # a gamma mixture of Poissons is the negative binomial, and takes shapes far below 1 without trouble
        spread_rate = rng.gamma(np.maximum(size, 1e-6)[:, None, None], (mean / np.maximum(size, 1e-6))[:, None, None], shape)
        rate = np.where(over[:, None, None], spread_rate, mean[:, None, None])
        return rng.poisson(rate).astype(np.float64)

    return predict


@dataclass(frozen=True, slots=True)
class Common:
    """What all units share: the recent share of months with deaths, and the mean log size of such a month."""

    share: float
    size: float


def common(weight: Floats, busy: Floats, level: Floats) -> Common:
    """The figures a unit with little history of its own leans on."""
    return Common(float(busy.sum() / weight.sum()), float((busy * level).sum() / max(busy.sum(), 1e-9)))


def hurdle(history: History, horizon: int) -> Predict:
    """Whether anybody dies, then how many: a recent share of months with deaths, then log-t sizes around the unit's own."""
    weight, busy, level = _recent(history)
    base = common(weight, busy, level)
    # what all units share counts as a fifth of a month for the share, and half a month for the size
    share = (busy.sum(axis=1) + base.share * 0.2) / (weight.sum(axis=1) + 0.2)
    total = busy.sum(axis=1)
    centre = ((busy * level).sum(axis=1) + 0.5 * base.size) / (total + 0.5)
    square = (busy * (level - centre[:, None]) ** 2).sum(axis=1)
    width = np.sqrt((square + 0.5) / (total + 0.5))
    most = TAIL_MOST * np.maximum(history.deaths.max(axis=1), 5.0)

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        shape = (len(share), len(steps), draws)
        some = rng.random(shape) < share[:, None, None]
        size = np.exp(centre[:, None, None] + width[:, None, None] * rng.standard_t(TAIL_FREEDOM, shape))
        return np.where(some, np.clip(np.rint(size), 1, most[:, None, None]), 0.0)

    return predict


def _recent(history: History) -> tuple[Floats, Floats, Floats]:
    """Weight of each of the last months by age, the same where somebody died, and log deaths."""
    atoms, have = history.last(MONTHS)
    inside = np.arange(MONTHS)[None, :] >= MONTHS - have[:, None]
    weight = np.where(inside, np.exp(-np.arange(MONTHS)[::-1] / HURDLE_MEMORY)[None, :], 0.0)
    return weight, weight * (atoms > 0), np.log(np.maximum(atoms, 1))
