"""Joining the draws of several models in given shares, without chance: every model gives its own quantiles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from marsad.base.frames import Floats, Ints


def shares(weights: Floats, draws: int) -> Ints:
    """Whole draws for each model, as near to its weight as whole numbers allow; the sum is `draws`.

    >>> shares(np.array([0.5, 0.3, 0.2]), 7)
    array([4, 2, 1])
    """
    exact = weights / weights.sum() * draws
    whole = np.floor(exact).astype(np.int64)
    left = draws - int(whole.sum())
    whole[np.argsort(-(exact - whole), kind="stable")[:left]] += 1
    return np.asarray(whole, dtype=np.int64)


def mix(members: Sequence[Floats], weights: Floats, draws: int) -> Floats:
    """Draws of the pool, rising along the last axis.

    Args:
        members: each shape (..., m_i), rising along the last axis.
        weights: shape (members,), >= 0.
        draws: of the result.

    Returns:
        shape (..., draws); member i gives its share of them, at the middles of as many equal parts of its draws.
    """
    parts = []
    for member, count in zip(members, shares(weights, draws), strict=True):
        place = ((np.arange(count) + 0.5) / max(count, 1) * member.shape[-1]).astype(int)
        parts.append(member[..., place])
    return np.sort(np.concatenate(parts, axis=-1), axis=-1)


TAIL_FROM = 0.9


def lifted(ordered: Floats, lift: float) -> Floats:
    """Draws with a slightly longer upper tail: level p above 0.9 takes the value of level p + lift (p - 0.9)(1 - p) / 0.1.

    Args:
        ordered: shape (..., m), rising along the last axis.
        lift: 0 leaves all as it is; below 1 keeps the order.

    >>> float(lifted(np.arange(100.0), 0.0)[95])
    95.0
    """
    m = ordered.shape[-1]
    level = (np.arange(m) + 0.5) / m
    raised = level + lift * np.maximum(level - TAIL_FROM, 0) * (1 - level) / (1 - TAIL_FROM)
    return np.asarray(ordered[..., np.minimum((raised * m).astype(int), m - 1)])
