"""The pool: several models joined by weights that depend on the kind of unit and on the step.

Members see only the history; the weights were learned on earlier origins (see docs/models/pool.md). A panel too small to learn
from, such as that of one country, is answered by the members that need nothing but the unit's own past.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast import analogues, bins, forest, parametric
from marsad.forecast.benchmarks import Predict, own_months
from marsad.forecast.features import kinds
from marsad.forecast.history import History
from marsad.forecast.joint import align
from marsad.forecast.mixture import mix
from marsad.forecast.training import Training, training
from marsad.forecast.weights import MEMBERS, STEP_GROUPS, group_of, weights_at

CASES_LEAST = 1500
"""Cases below which forests, classes and analogues learn noise; about fifteen units with ten years each."""

MEMBER_DRAWS = 400

Ask = Callable[[Ints, int, np.random.Generator], Floats]


def members_of(history: History, horizon: int) -> dict[str, Predict]:
    """The fitted members; on a small panel only those that need nothing but the unit's own past."""
    cases = training(history, horizon)
    asked: dict[str, Predict] = {
        "recent": own_months(history, parametric.MONTHS, 4.0),
        "dressed": parametric.dressed(history, horizon),
        "hurdle": parametric.hurdle(history, horizon),
    }
    if len(cases.paths) >= CASES_LEAST:
        asked |= learned(cases)
    return asked


def learned(cases: Training) -> dict[str, Predict]:
    """Members that learn from all units together."""
    grown, boosted = forest.grow(cases), bins.boost(cases)
    return {
        "forest": lambda steps, draws, rng: forest.draw(grown, steps, draws, rng),
        "classes": lambda steps, draws, rng: bins.draw(boosted, steps, draws, rng),
        "nearest": lambda steps, draws, rng: analogues.nearest(cases, steps, draws, rng),
    }


def pool(history: History, horizon: int) -> Predict:
    """The pool of all members."""
    asked = members_of(history, horizon)

    def predict(steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
        parts = {name: np.sort(ask(steps, MEMBER_DRAWS, rng), axis=-1) for name, ask in asked.items()}
        joined = join(parts, history, steps, draws=draws)
        return align(joined, steps, history, rng)

    return predict


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
                out[block] = mix([parts[name][block] for name in names], table[k, g], draws)
    return out
