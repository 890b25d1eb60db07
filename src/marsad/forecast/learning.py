"""How the pool's weights are learned: from what its members said at past origins, and what came.

For a linear pool the CRPS is a quadratic form in the weights and the ignorance score a sum of logarithms, so both are known
for every weight at once from a few sums. Each origin counts the same, whatever the size of its wars.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from marsad.base.frames import Bools, Floats, Ints
from marsad.forecast.features import CLASS_EDGES
from marsad.forecast.weights import KINDS, MEMBERS, STEP_GROUPS, group_of

PULL_KIND = 0.2
"""Pull of each kind's weights towards equal ones, in units of the joint score of an origin (about 3)."""

PULL_STEP = 0.2
"""Pull of each step group's weights towards those of its kind."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What members said at one origin and what came, row by row (unit and step).

    Attributes:
        distance: shape (2, r, i), mean |x_i - y| of each member, raw and on log1p.
        between: shape (2, r, i, i), mean |x_i - x_j| between members.
        inside: shape (r, i), share of draws in the class that came.
        kind: shape (r,).
        group: shape (r,).
        scale: CRPS, log1p CRPS and ignorance of conflictology12 summed over the rows: what one origin's scores are divided by.
    """

    distance: Floats
    between: Floats
    inside: Floats
    kind: Ints
    group: Ints
    scale: Floats


def evidence(parts: Mapping[str, Floats], reference: Floats, observed: Floats, *, seen: Bools, steps: Ints, kind: Ints) -> Evidence:
    """Evidence of one origin.

    Args:
        parts: member -> shape (n, k, m), rising; the same m for all.
        reference: shape (n, 12), conflictology12.
        observed: shape (n, k).
        seen: shape (n, k), where something was observed.
        steps: shape (k,).
        kind: shape (n,).
    """
    y = observed[seen]
    members = [parts[name][seen] for name in MEMBERS]
    twelve = np.sort(np.broadcast_to(reference[:, None, :], (*seen.shape, reference.shape[1])), axis=-1)[seen]
    distance, between, scale = [], [], []
    for change in (np.asarray, np.log1p):
        draws, truth, twelve_draws = [change(x) for x in members], change(y), change(twelve)
        distance.append(np.stack([np.abs(x - truth[:, None]).mean(axis=1) for x in draws], axis=1))
        between.append(_between(draws))
        scale.append((np.abs(twelve_draws - truth[:, None]).mean(axis=1) - _pairs(twelve_draws) / (2 * twelve.shape[1] ** 2)).sum())
    label = np.searchsorted(CLASS_EDGES, y, side="right")
    inside = np.stack([_share_in(x, label) for x in [*members, twelve]], axis=1)
    scale.append(float(-np.log2((inside[:, -1] * 1000 + 1) / 1011).sum()))
    full_kind = np.repeat(kind[:, None], len(steps), axis=1)[seen]
    full_group = np.repeat(group_of(steps)[None, :], len(kind), axis=0)[seen]
    return Evidence(np.stack(distance), np.stack(between), inside[:, :-1], full_kind, full_group, np.array(scale))


def _share_in(draws: Floats, label: Ints) -> Floats:
    return np.asarray((np.searchsorted(CLASS_EDGES, draws, side="right") == label[:, None]).mean(axis=1))


def _pairs(ordered: Floats) -> Floats:
    """Sum over all ordered pairs of |x_i - x_j|, draws rising."""
    m = ordered.shape[1]
    return np.asarray(2.0 * (ordered @ (2.0 * np.arange(1, m + 1) - m - 1)))


def _between(draws: Sequence[Floats]) -> Floats:
    m = draws[0].shape[1]
    own = [_pairs(x) for x in draws]
    out = np.empty((len(own[0]), len(draws), len(draws)))
    for i in range(len(draws)):
        out[:, i, i] = own[i] / m**2
        for j in range(i + 1, len(draws)):
            both = _pairs(np.sort(np.concatenate([draws[i], draws[j]], axis=1), axis=1))
            out[:, i, j] = out[:, j, i] = (both - own[i] - own[j]) / (2 * m * m)
    return out


def learn(past: Sequence[Evidence]) -> Floats:
    """Weights from past origins, shape (kinds, step groups, members): CRPS, CRPS of log1p and ignorance count alike."""
    out = np.empty((len(KINDS), len(STEP_GROUPS), len(MEMBERS)))
    for k in range(len(KINDS)):
        equal = np.full(len(MEMBERS), 1.0 / len(MEMBERS))
        whole = _fit([(one, one.kind == k) for one in past], equal, PULL_KIND)
        for g in range(len(STEP_GROUPS)):
            out[k, g] = _fit([(one, (one.kind == k) & (one.group == g)) for one in past], whole, PULL_STEP)
    return out


def _fit(past: Sequence[tuple[Evidence, Bools]], towards: Floats, pull: float) -> Floats:
    """Weights that minimise the summed scores of the chosen rows plus a pull towards given weights."""
    from scipy.optimize import minimize

    n = len(past)
    line = sum(np.einsum("ari,a->i", one.distance[:, rows], 1 / one.scale[:2]) for one, rows in past) / n
    square = sum(np.einsum("arij,a->ij", one.between[:, rows], 1 / one.scale[:2]) for one, rows in past) / n
    inside = np.concatenate([one.inside[rows] for one, rows in past])
    each = np.concatenate([np.full(int(rows.sum()), 1 / one.scale[2]) for one, rows in past]) / n

    def loss(free: Floats) -> tuple[float, Floats]:
        w = np.exp(free - free.max())
        w /= w.sum()
        p = (inside @ w * 1000 + 1) / 1011
        value = w @ line - 0.5 * w @ square @ w - (each * np.log2(p)).sum() + pull * ((w - towards) ** 2).sum()
        slope = line - square @ w - (each / p) @ inside * (1000 / 1011 / np.log(2)) + 2 * pull * (w - towards)
        return float(value), w * (slope - w @ slope)

    found = minimize(loss, np.log(np.maximum(towards, 1e-6)), jac=True, method="L-BFGS-B").x
    w = np.exp(found - found.max())
    return np.asarray(w / w.sum())
