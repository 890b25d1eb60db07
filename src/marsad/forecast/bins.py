"""Gradient-boosted probabilities of eleven classes of deaths, with past counts of the class as draws within it.

The classes are those of the challenge's ignorance score. The step is a feature, so one model serves them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast.features import CLASS_EDGES, NAMES
from marsad.forecast.training import Training

CLASSES = len(CLASS_EDGES) + 1
ROUNDS = 70
COLUMNS: Ints = np.array([i for i, name in enumerate(NAMES) if not name.startswith("class_") and not name.endswith(("_120", "_240"))])
"""The classifier learns from fewer columns than the forest: with shares of classes among them it fits the past too closely."""

ROWS_MOST = 60_000
STEPS_A_CASE = 3
SETTINGS: dict[str, Any] = {
    "objective": "multiclass",
    "num_class": CLASSES,
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 150,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "verbose": -1,
    "seed": 1,
    # one thread: two that share busy cores wait for each other and take many times as long; and the trees are always the same
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
}


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """The classifier, and past counts of each class in rising order."""

    booster: Any
    counts: tuple[Floats, ...]
    training: Training


def boost(training: Training) -> Classes:
    """Classifier on the training cases, each at a few random steps of its path."""
    row, step = sampled(training)
    label = np.searchsorted(CLASS_EDGES, training.paths[row, step - 1], side="right")
    booster = learned(training, row, step, label=label)
    return Classes(booster, tuple(_counts(training.paths, label=k) for k in range(CLASSES)), training)


def sampled(training: Training) -> tuple[Ints, Ints]:
    """Cases to learn from, each at a few random steps of its path, and those steps; the same for the same cases."""
    rng = np.random.default_rng(0)
    count, horizon = training.paths.shape
    row = np.tile(np.arange(count), min(STEPS_A_CASE, horizon))
    step = rng.integers(1, horizon + 1, size=len(row))
    kept = rng.permutation(len(row))[:ROWS_MOST]
    return row[kept], step[kept]


def learned(training: Training, row: Ints, step: Ints, *, label: Ints, settings: Mapping[str, Any] | None = None) -> Any:
    """A classifier of labelled cases and steps; `settings` replace those of the table (`rounds`: number of trees a class)."""
    import lightgbm

    asked = {"rounds": ROUNDS} | SETTINGS | dict(settings or {})
    rounds = asked.pop("rounds")
    table = np.column_stack([_columns(training.cases)[row], step])
    data = lightgbm.Dataset(table, label, weight=training.weights[row], free_raw_data=True)
    # LightGBM refuses settings that ask for more rows in a leaf than a small panel has
    asked["min_data_in_leaf"] = int(np.clip(len(row) // 200, 20, asked["min_data_in_leaf"]))
    return lightgbm.train(asked, data, rounds)


def _columns(table: Floats) -> Floats:
    """The classifier's columns; covariates stand after the named ones."""
    return np.concatenate([table[:, COLUMNS], table[:, len(NAMES) :]], axis=1)


def _counts(paths: Floats, *, label: int) -> Floats:
    """Rising counts of one class, at most a few thousand of them, evenly taken; its lowest count where the past has none."""
    edges = np.concatenate([[0.0], CLASS_EDGES, [np.inf]])
    found = np.sort(paths[(paths >= edges[label]) & (paths < edges[label + 1])])
    if len(found) == 0:
        return np.array([np.ceil(edges[label])])
    return np.asarray(found[np.linspace(0, len(found) - 1, min(len(found), 4096)).astype(int)])


def chances(booster: Any, training: Training, step: int) -> Floats:
    """Probability of each class at one step for the present of every unit, shape (n, classes)."""
    present = _columns(training.present)
    return np.asarray(booster.predict(np.column_stack([present, np.full(len(present), step)])))


def spread_over(share: Floats, draws: int) -> tuple[Ints, Floats]:
    """Class of each draw, rising, and its place from 0 to 1 within the class, each shape (n, draws).

    Args:
        share: shape (n, classes), probabilities.
        draws: evenly spread over the probability from 0 to 1.
    """
    points = (np.arange(draws) + 0.5) / draws
    upper = np.cumsum(share, axis=1)
    upper /= upper[:, -1:]
    label = np.minimum((points[None, :, None] >= upper[:, None, :]).sum(axis=2), share.shape[1] - 1)
    start = np.take_along_axis(np.concatenate([np.zeros((len(share), 1)), upper], axis=1), label, axis=1)
    width = np.take_along_axis(upper, label, axis=1) - start
    return label, np.clip((points - start) / np.maximum(width, 1e-12), 0, 1 - 1e-9)


def draw(classes: Classes, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    """Draws in rising order, shape (n, k, draws): each class gets its share, spread over its past counts."""
    own = [np.sort(row[row > CLASS_EDGES[-1]]) for row in classes.training.recent]
    out = np.empty((len(classes.training.present), len(steps), draws))
    for i, step in enumerate(steps):
        label, inside = spread_over(chances(classes.booster, classes.training, int(step)), draws)
        for k, counts in enumerate(classes.counts):
            here = label == k
            out[:, i][here] = counts[(inside[here] * len(counts)).astype(int)]
        _own_heights(out[:, i], label, inside, own=own)
    return out


def _own_heights(out: Floats, label: Ints, inside: Floats, *, own: Sequence[Floats]) -> None:
    """In the open class (1,001 deaths and more) a unit that has been there before gets its own months, not the world's."""
    for row, counts in enumerate(own):
        if len(counts):
            here = label[row] == CLASSES - 1
            out[row, here] = counts[(inside[row, here] * len(counts)).astype(int)]
