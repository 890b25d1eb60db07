"""A quantile forest whose leaves hold past cases: each draw is the path of deaths that followed a case like the present.

One forest serves all steps: it is grown on the mean log level of the near, middle and far part of the path, and its draws are
paths, so that draw j of step 4 continues draw j of step 3. Zeros stay zeros, because no value is ever averaged.

Source: Meinshausen (2006), Quantile regression forests, JMLR 7; one case a leaf and tree is drawn, as quantile-forest does. The
trees are those of Geurts, Ernst & Wehenkel (2006), Extremely randomized trees, Machine Learning 63.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast.training import Training, rescaled

TREES = 150
CASES_A_LEAF = 10
FEATURES_A_SPLIT = 24
SHARE_A_TREE = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """A grown forest and the cases in its leaves."""

    trees: Any
    leaves: Ints
    training: Training


def grow(training: Training) -> Forest:
    """Forest on the training cases; the same cases always give the same forest."""
    from sklearn.ensemble import ExtraTreesRegressor

    # random thresholds: less than half the time of a search for the best ones, and on origins to 2016 no worse a pool
    forest = ExtraTreesRegressor(
        n_estimators=TREES,
        min_samples_leaf=CASES_A_LEAF,
        max_features=FEATURES_A_SPLIT,
        bootstrap=True,
        max_samples=SHARE_A_TREE,
        n_jobs=2,
        random_state=0,
    )
    wanted = targets(training.paths)
    forest.fit(training.cases, wanted if wanted.shape[1] > 1 else wanted[:, 0], sample_weight=training.weights)
    return Forest(forest, _leaves(forest, training.cases), training)


def _leaves(forest: Any, table: Floats) -> Ints:
    """Leaf of each row in each tree, shape (rows, trees)."""
    single = np.ascontiguousarray(table, dtype=np.float32)
    return np.stack([tree.tree_.apply(single) for tree in forest.estimators_], axis=1)


def targets(paths: Floats) -> Floats:
    """Mean log1p deaths in the near, middle and far part of each path: steps 1-2, 3-6, 7 and on."""
    level = np.log1p(paths)
    parts = [level[:, :2], level[:, 2:6], level[:, 6:]]
    return np.stack([part.mean(axis=1) for part in parts if part.shape[1]], axis=1)


def draw(forest: Forest, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    """Paths of past cases, shape (n, k, draws); tree after tree, as many times round as the draws ask for."""
    training = forest.training
    present = _leaves(forest.trees, training.present)
    out = np.empty((len(present), len(steps), draws))
    rounds = [range(tree, draws, TREES) for tree in range(TREES)]
    for tree, columns in enumerate(rounds):
        if len(columns):
            picked = _pick(forest.leaves[:, tree], present[:, tree], training.weights, count=len(columns), rng=rng)
            out[:, :, list(columns)] = rescaled(training, picked, steps)
    return out


def _pick(leaves: Ints, wanted: Ints, weights: Floats, *, count: int, rng: np.random.Generator) -> Ints:
    """Cases in the same leaf as each unit, by weight, shape (n, count)."""
    order = np.argsort(leaves, kind="stable")
    first = np.searchsorted(leaves[order], wanted, side="left")
    last = np.searchsorted(leaves[order], wanted, side="right")
    total = np.concatenate([[0.0], np.cumsum(weights[order])])
    low, high = total[first][:, None], total[last][:, None]
    at = low + (high - low) * rng.random((len(wanted), count))
    place = np.clip(np.searchsorted(total, at, side="right") - 1, first[:, None], last[:, None] - 1)
    return np.asarray(order[place])
