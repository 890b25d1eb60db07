"""The pool: several models joined by weights that depend on the kind of unit and on the step.

Members see only the history; the weights were learned on earlier origins (see docs/models/pool.md). A panel too small to learn
from, such as that of one country, is answered by the members that need nothing but the unit's own past.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast import adapted, bins, corrected, forest, parametric, ratios
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

TAIL_LIFT: tuple[float, float, float, float] = (0.0, 0.1, 0.1, 0.1)
"""Recalibration of the upper tail by kind (quiet, simmering, active, war). On origins to 2016 a quarter covered 0.7 % more of the
months with deaths and cost 0.5 % of MIS and 0.1 % of CRPS; none at all covered 0.2 % less and gained half as much."""

BLOCK_VALUES = 12_000_000
"""Draws of one member held at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """The fitted members; `grown`, `boosted`, `scaled` and `corrector` are None on a panel too small to learn from."""

    history: History
    own: adapted.Own
    cases: Training
    grown: forest.Forest | None
    boosted: bins.Classes | None
    scaled: ratios.Ratios | None
    corrector: corrected.Corrected | None

    def of(self, rows: Ints) -> Members:
        """The same members for some units."""
        return replace(self, history=self.history.of(rows), own=self.own.of(rows), cases=self.cases.of(rows))

    def ask(self, steps: Ints, draws: int, rng: np.random.Generator) -> dict[str, Floats]:
        """Draws of every member, each shape (n, k, draws), rising along the last axis."""
        history, cases, own = self.history, self.cases, self.own
        parts = {
            "recent": own_months(history, parametric.MONTHS, RECENT_MEMORY)(steps, draws, rng),
            "dressed": parametric.dressed(history, cases.horizon)(steps, draws, rng),
            "adapted": adapted.draw(own, steps, draws),
        }
        if self.grown is not None and self.boosted is not None and self.scaled is not None and self.corrector is not None:
            parts["forest"] = forest.draw(replace(self.grown, training=cases), steps, draws, rng)
            parts["classes"] = bins.draw(replace(self.boosted, training=cases), steps, draws, rng)
            parts["ratios"] = ratios.draw(replace(self.scaled, training=cases), steps, draws, rng)
            parts["corrected"] = corrected.draw(replace(self.corrector, own=own, training=cases), steps, draws)
        return {name: np.sort(part, axis=-1) for name, part in parts.items()}


def members_of(history: History, horizon: int) -> Members:
    """Fit the members; on a small panel only those that need nothing but the unit's own past."""
    cases = training(history, horizon)
    if len(cases.paths) < CASES_LEAST:
        return Members(history, adapted.own_past(history), cases, None, None, None, None)
    corrector = corrected.boost(cases, history)
    return Members(history, corrector.own, cases, forest.grow(cases), bins.boost(cases), ratios.boost(cases), corrector)


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
            parts = members.of(rows).ask(steps, MEMBER_DRAWS, rng)
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
