"""Own past corrected by what all units taught: gradient-boosted probabilities of where, in a unit's own distribution, a month falls.

Class 0 is a month without deaths; the others are equal parts of what the unit's own past (`adapted`) says of violent months. Where
nothing in the features helps, the classes are equally likely and the own past stands; so little is learned where little can be.
A draw takes its class and a place in it, and reads the deaths off the own distribution. Learned from cases with a death in sixty
months; a unit without one is answered by its own past.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast import bins
from marsad.forecast.adapted import UPPER, Known, Own, class_of, heights, own_past_at
from marsad.forecast.history import History
from marsad.forecast.training import Training, silent

PARTS = 8
"""Classes of violent months."""

SETTINGS = {"num_class": PARTS + 1, "num_leaves": 8, "rounds": 60, "lambda_l2": 20.0}


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """The classifier, None where no unit ever saw a death, and the own past of every unit at the origin."""

    booster: Any
    own: Own
    training: Training


def boost(training: Training, history: History) -> Corrected:
    """Classifier on the violent cases of a training; the same cases always give the same one."""
    violent = training.violent()
    known = own_past_at(history, violent.unit, violent.month)
    if len(violent.paths) == 0:
        return Corrected(None, known.now, training)
    return Corrected(_booster(violent, known), known.now, training)


def _booster(training: Training, known: Known) -> Any:
    row, step = bins.sampled(training)
    deaths = training.paths[row, step - 1]
    rng = np.random.default_rng(0)  # where in its class of deaths a month lies
    label = class_of(deaths)
    upper = np.take_along_axis(known.below[row], label[:, None], axis=1)[:, 0]
    lower = np.where(label > 1, np.take_along_axis(known.below[row], np.maximum(label - 1, 0)[:, None], axis=1)[:, 0], 0.0)
    place = lower + (upper - lower) * rng.random(len(row))
    part = np.where(deaths > 0, 1 + np.minimum((place * PARTS).astype(int), PARTS - 1), 0)
    wide = replace(training, cases=np.hstack([training.cases, _said(known.chance, known.below)]))
    return bins.learned(wide, row, step, label=part, settings=SETTINGS)


def _said(chance: Floats, below: Floats) -> Floats:
    """The own past as columns: chance of deaths, log of the middle violent month, and their spread on the log scale."""
    low, middle, high = (np.log(UPPER[np.minimum((below < level).sum(axis=1), len(UPPER) - 1)]) for level in (0.16, 0.5, 0.84))
    return np.column_stack([chance, middle, high - low]).astype(np.float32)


def draw(corrected: Corrected, steps: Ints, draws: int) -> Floats:
    """Draws in rising order, shape (n, k, draws)."""
    own, cases = corrected.own, corrected.training
    chance, below = own.chance(), own.below()
    wide = replace(cases, present=np.hstack([cases.present, _said(chance, below)]))
    uncorrected = np.column_stack([1 - chance, np.repeat(chance[:, None] / PARTS, PARTS, axis=1)])
    moved = np.flatnonzero(~silent(cases.present)) if corrected.booster is not None else np.zeros(0, dtype=np.int64)
    lively = wide.of(moved)
    out = np.zeros((len(chance), len(steps), draws))
    for i, step in enumerate(steps):
        share = uncorrected.copy()
        if len(moved):
            share[moved] = bins.chances(corrected.booster, lively, int(step))
        label, inside = bins.spread_over(share, draws)
        level = (label - 1 + inside) / PARTS
        out[:, i] = np.where(label > 0, heights(below, np.clip(level, 0, 1)), 0.0)
    return out
