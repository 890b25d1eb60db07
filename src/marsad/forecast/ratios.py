"""Gradient-boosted probabilities of the ratio to a unit's own level, so that a war larger than any on record is still in range.

Class 0 is a month without deaths; the others are twelve equally filled classes of log((deaths + 1) / (level + 1)), where the level
is the mean of recent months. A draw is a past ratio of its class times the unit's own level. The step is a feature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast import bins
from marsad.forecast.training import LEVEL, Training

PARTS = 12
"""Classes of months with deaths."""

ROUNDS = 80
LEAVES = 12
RATIOS_MOST = 4096
"""Past ratios kept in each class, evenly taken."""


@dataclass(frozen=True, slots=True, eq=False)
class Ratios:
    """The classifier, and past log ratios of each class of months with deaths, rising."""

    booster: Any
    inside: tuple[Floats, ...]
    training: Training


def boost(training: Training) -> Ratios:
    """Classifier on the training cases, each at a few random steps of its path; the same cases always give the same one."""
    row, step = bins.sampled(training)
    deaths = training.paths[row, step - 1]
    ratio = np.log1p(deaths) - training.cases[row, LEVEL]
    some = deaths > 0
    edges = np.quantile(ratio[some], np.linspace(0, 1, PARTS + 1)[1:-1]) if some.any() else np.zeros(PARTS - 1)
    label = np.where(some, 1 + np.searchsorted(edges, ratio), 0)
    booster = bins.learned(training, row, step, label=label, settings={"num_class": PARTS + 1, "num_leaves": LEAVES, "rounds": ROUNDS})
    return Ratios(booster, tuple(_kept(ratio[label == k]) for k in range(1, PARTS + 1)), training)


def _kept(found: Floats) -> Floats:
    """Rising ratios of one class; none at all where the past has none, which stands for the level itself."""
    if len(found) == 0:
        return np.zeros(1)
    ordered = np.sort(found)
    return np.asarray(ordered[np.linspace(0, len(ordered) - 1, min(len(ordered), RATIOS_MOST)).astype(int)])


def draw(ratios: Ratios, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    """Draws in rising order, shape (n, k, draws): each class gets its share, spread over its past ratios."""
    level = ratios.training.present[:, LEVEL].astype(np.float64)
    out = np.empty((len(level), len(steps), draws))
    for i, step in enumerate(steps):
        share = bins.chances(ratios.booster, ratios.training, int(step))
        label, inside = bins.spread_over(share, draws)
        out[:, i] = _values(label, inside, ratios.inside, level=level)
    return np.sort(out, axis=-1)


def _values(label: Ints, inside: Floats, ratios: Sequence[Floats], *, level: Floats) -> Floats:
    """Deaths of each draw from its class and its place in it; a month of a class with deaths has one at least."""
    found = np.zeros(label.shape)
    for k, known in enumerate(ratios, start=1):
        here = label == k
        height = np.exp(known[(inside[here] * len(known)).astype(int)] + np.broadcast_to(level[:, None], label.shape)[here])
        found[here] = np.maximum(np.rint(height - 1.0), 1.0)
    return found
