"""The pool: several models joined by weights that depend on the kind of unit and on the step.

Members see only the history; the weights were learned on earlier origins (see docs/models/pool.md). A panel too small to learn
from, such as that of one country, is answered by the members that need nothing but the unit's own past.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast import analogues, bins, forest, parametric, ratios
from marsad.forecast.benchmarks import Predict, own_months
from marsad.forecast.features import LONG, kinds
from marsad.forecast.history import DEATHS_MOST, History
from marsad.forecast.joint import align
from marsad.forecast.mixture import lifted, mix
from marsad.forecast.training import Training, training
from marsad.forecast.weights import MEMBERS, STEP_GROUPS, group_of, weights_at

CASES_LEAST = 1500
"""Cases below which forests, classes and analogues learn noise; about fifteen units with ten years each."""

MEMBER_DRAWS = 400
RECENT_MEMORY = 4.0
"""Months; the member that answers fastest to change."""

TAIL_LIFT: tuple[float, float, float, float] = (0.0, 0.25, 0.25, 0.25)
"""Recalibration of the upper tail by kind (quiet, simmering, active, war): at origins to 2016 more than one in twenty months of the
latter three lay above the pool's 95 % quantile. Twice as much covered 1.4 % more of them there and cost as much in MIS."""

BLOCK_VALUES = 12_000_000
"""Draws of one member held at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """The fitted members; `grown`, `boosted` and `scaled` are None on a panel too small to learn from."""

    history: History
    common: parametric.Common
    cases: Training
    grown: forest.Forest | None
    boosted: bins.Classes | None
    scaled: ratios.Ratios | None

    def ask(self, rows: Ints, steps: Ints, draws: int, rng: np.random.Generator) -> dict[str, Floats]:
        """Draws of every member for some units, each shape (rows, k, draws), rising along the last axis."""
        history, cases, horizon = self.history.of(rows), self.cases.of(rows), self.cases.horizon
        parts = {
            "recent": own_months(history, parametric.MONTHS, RECENT_MEMORY)(steps, draws, rng),
            "dressed": parametric.dressed(history, horizon)(steps, draws, rng),
            "hurdle": parametric.hurdle_around(history, self.common)(steps, draws, rng),
        }
        if self.grown is not None and self.boosted is not None and self.scaled is not None:
            parts["forest"] = forest.draw(replace(self.grown, training=cases), steps, draws, rng)
            parts["classes"] = bins.draw(replace(self.boosted, training=cases), steps, draws, rng)
            parts["ratios"] = ratios.draw(replace(self.scaled, training=cases), steps, draws, rng)
            parts["nearest"] = analogues.nearest(cases, steps, draws, rng)
        return {name: np.sort(part, axis=-1) for name, part in parts.items()}


def members_of(history: History, horizon: int) -> Members:
    """Fit the members; on a small panel only those that need nothing but the unit's own past."""
    cases = training(history, horizon)
    if len(cases.paths) < CASES_LEAST:
        return Members(history, parametric.common(history), cases, None, None, None)
    return Members(history, parametric.common(history), cases, forest.grow(cases), bins.boost(cases), ratios.boost(cases))


def pool(history: History, horizon: int) -> Predict:
    """The pool of all members."""
    return predict_with(members_of(history, horizon))


def predict_with(members: Members) -> Predict:
    """The pool of fitted members."""
    history = members.history
    like = alike(history, members.cases)

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Ints:
        distinct, place = np.unique(like, return_inverse=True)
        size = max(1, BLOCK_VALUES // (len(steps) * MEMBER_DRAWS))
        joined = np.empty((len(distinct), len(steps), draws), dtype=np.int32)
        for start in range(0, len(distinct), size):
            rows = distinct[start : start + size]
            parts = members.ask(rows, steps, MEMBER_DRAWS, rng)
            joined[start : start + size] = whole(join(parts, history.of(rows), steps, draws=draws))
        return align(joined, place, steps=steps, history=history, rng=rng)

    return predict


def alike(history: History, cases: Training) -> Ints:
    """For each unit the first unit with the very same present, shape (n,): most cells of a map have never seen a death."""
    _, first, place = np.unique(np.hstack([cases.present, history.deaths[:, -LONG:]]), axis=0, return_index=True, return_inverse=True)
    return np.asarray(first[place.ravel()])


def whole(draws: Floats) -> Ints:
    """Draws as whole deaths within bounds."""
    return np.clip(np.rint(draws), 0, DEATHS_MOST).astype(np.int32)


def join(parts: Mapping[str, Floats], history: History, steps: Ints, *, draws: int) -> Floats:
    """Members' draws joined by the weights of each unit's kind and each step's group, rising along the last axis.

    Args:
        parts: member -> shape (n, k, m), rising along the last axis.
        history: counts up to the origin.
        steps: shape (k,).
        draws: of the result.
    """
    names = [name for name in MEMBERS if name in parts]
    table = weights_at(history.origin, names)
    kind = kinds(history.deaths, history.observed)
    group = group_of(steps)
    out = np.empty((len(kind), len(steps), draws))
    for k in range(table.shape[0]):
        for g in range(len(STEP_GROUPS)):
            block = np.ix_(kind == k, group == g)
            if (kind == k).any() and (group == g).any():
                mixed = mix([parts[name][block] for name in names], table[k, g], draws)
                out[block] = lifted(mixed, TAIL_LIFT[k])
    return out
