"""How sure a skill is: intervals and a test by blocks of origins, because months of one window stand and fall together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Floats, Ints


@dataclass(frozen=True, slots=True)
class Skill:
    """1 - score / reference with its 90 % bootstrap interval; `t` is the Diebold-Mariano statistic over blocks (above 0 is better).

    `detectable`: the smallest skill that this many blocks could tell from none (two standard errors).
    """

    value: float
    low: float
    high: float
    t: float
    blocks: int
    detectable: float


def skill(score: Floats, reference: Floats, block: Ints, *, resamples: int = 2000, seed: int = 0) -> Skill:
    """Skill over a reference, with uncertainty by resampling whole blocks.

    Args:
        score: shape (r,), row-wise score; lower is better.
        reference: shape (r,), of the reference, same rows.
        block: shape (r,), the origin or year of each row.
        resamples: of the bootstrap.
        seed: of the bootstrap.

    Raises:
        ScoreError: fewer than two blocks, or a reference of 0.
    """
    names, place = np.unique(block, return_inverse=True)
    if len(names) < 2:
        raise ScoreError("an interval by blocks needs two blocks at least: score more origins")
    own, other = np.bincount(place, weights=score), np.bincount(place, weights=reference)
    if other.sum() <= 0:
        raise ScoreError("the reference scores 0: there is no skill to be had over it")
    picked = np.random.default_rng(seed).integers(0, len(names), size=(resamples, len(names)))
    spread = 1.0 - own[picked].sum(axis=1) / np.maximum(other[picked].sum(axis=1), 1e-12)
    gap = (other - own) / other.mean()
    error = float(gap.std(ddof=1) / np.sqrt(len(names)))
    t = float(gap.mean() / error) if error > 0 else 0.0
    low, high = np.quantile(spread, [0.05, 0.95])
    return Skill(float(1 - own.sum() / other.sum()), float(low), float(high), t, len(names), 2 * error)
