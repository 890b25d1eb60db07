"""Scores of draws against what was observed, row by row: CRPS, IGN, MIS, quantile score; lower is better.

Every function takes draws of shape (..., m), draws last, and observed of shape (...), and gives shape (...).
Rows are independent: average them as you need. Definitions as coded for the 2023/24 VIEWS prediction challenge.
"""

from __future__ import annotations

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Floats, Ints

BIN_EDGES: Floats = np.array([0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5, np.inf])
"""Edges of the 11 bins of IGN: 0, 1-2, 3-5, 6-10, 11-25, 26-50, 51-100, 101-250, 251-500, 501-1000, 1001 and more deaths."""

BIN_NAMES: tuple[str, ...] = ("0", "1-2", "3-5", "6-10", "11-25", "26-50", "51-100", "101-250", "251-500", "501-1000", "1001+")
DRAWS_COUNTED = 1000
"""IGN rewards the number of draws, so every forecast is counted as if it had this many."""


def sort_draws(draws: Floats | Ints) -> Floats:
    """Draws in rising order along the last axis, as floats.

    Raises:
        ScoreError: a draw is not finite (NaN would silently rank as a miss), or there is none.
    """
    if draws.ndim == 0 or draws.shape[-1] == 0:
        raise ScoreError("a forecast without draws cannot be scored")
    ordered = np.sort(draws, axis=-1).astype(np.float64, copy=False)
    # NaN and +inf sort last, -inf first
    if not (np.isfinite(ordered[..., -1]).all() and np.isfinite(ordered[..., 0]).all()):
        raise ScoreError("a draw is not finite: a model that gives NaN or infinity has no score")
    return ordered


def crps(draws: Floats, observed: Floats) -> Floats:
    """Continuous ranked probability score of the empirical distribution of the draws, as the challenge codes it.

    mean |x - y| - sum_ij |x_i - x_j| / (2 m^2), by the sorted form.

    Args:
        draws: shape (..., m); deaths per unit-month.
        observed: shape (...); same unit.

    Returns:
        shape (...); same unit; 0 only where every draw equals `observed`.

    Raises:
        ScoreError: a draw is not finite.

    Source: Gneiting & Raftery (2007), section 4.2, doi:10.1198/016214506000001437.

    >>> crps(np.array([[0.0, 2.0]]), np.array([1.0]))
    array([0.5])
    """
    return crps_sorted(sort_draws(draws), observed)


def crps_sorted(ordered: Floats, observed: Floats) -> Floats:
    """As `crps`, for draws already in rising order."""
    m = ordered.shape[-1]
    return np.asarray(_distance(ordered, observed) - _spread(ordered) / m**2)


def crps_fair(draws: Floats, observed: Floats) -> Floats:
    """CRPS with m (m - 1) in place of m^2: unbiased for the distribution the draws were taken from; one draw gives |x - y|.

    >>> crps_fair(np.array([[0.0, 2.0]]), np.array([1.0]))
    array([0.])
    """
    ordered = sort_draws(draws)
    return crps_fair_sorted(ordered, observed)


def crps_fair_sorted(ordered: Floats, observed: Floats) -> Floats:
    """As `crps_fair`, for draws already in rising order."""
    m = ordered.shape[-1]
    return _distance(ordered, observed) - (_spread(ordered) / (m * (m - 1)) if m > 1 else 0.0)


def crps_log1p(draws: Floats, observed: Floats) -> Floats:
    """CRPS of log(1 + deaths): steady where the raw score hangs on a few very violent months."""
    return crps_sorted(np.log1p(sort_draws(draws)), np.log1p(np.asarray(observed, dtype=np.float64)))


def _distance(ordered: Floats, observed: Floats) -> Floats:
    return np.asarray(np.abs(ordered - np.asarray(observed, dtype=np.float64)[..., None]).mean(axis=-1))


def _spread(ordered: Floats) -> Floats:
    """Half the sum over all ordered pairs of |x_i - x_j|."""
    m = ordered.shape[-1]
    return np.asarray(ordered @ (2.0 * np.arange(1, m + 1) - m - 1))


def ignorance(draws: Floats | Ints, observed: Floats) -> Floats:
    """Ignorance score over 11 bins with one pseudo-draw in each, in bits; every forecast counts as 1,000 draws.

    -log2((k 1000 / m + 1) / 1011) with k the draws in the bin of `observed`: 0.0143 at best, 9.98 at worst.

    >>> ignorance(np.array([[0.0, 0.0]]), np.array([0.0])).round(4)
    array([0.0143])
    """
    low, high = bin_bounds(observed)
    inside = ((draws >= low[..., None]) & (draws < high[..., None])).mean(axis=-1)
    return np.asarray(-np.log2((inside * DRAWS_COUNTED + 1.0) / (DRAWS_COUNTED + len(BIN_EDGES) - 1)))


def bin_bounds(values: Floats) -> tuple[Floats, Floats]:
    """Lower and upper edge of the bin of each value."""
    place = np.searchsorted(BIN_EDGES, values, side="right")
    return BIN_EDGES[place - 1], BIN_EDGES[place]


def bin_shares(draws: Floats | Ints) -> Floats:
    """Share of draws in each of the 11 bins, shape (..., 11)."""
    below = [(draws < edge).mean(axis=-1) for edge in BIN_EDGES[1:-1]]
    filled = np.stack([np.zeros_like(below[0]), *below, np.ones_like(below[0])], axis=-1)
    return np.asarray(np.diff(filled, axis=-1))


def quantile_sorted(ordered: Floats, level: float) -> Floats:
    """Quantile of draws already in rising order, with linear interpolation, as `numpy.quantile` does.

    >>> float(quantile_sorted(np.array([0.0, 10.0]), 0.25))
    2.5
    """
    place = level * (ordered.shape[-1] - 1)
    low = int(np.floor(place))
    high = min(low + 1, ordered.shape[-1] - 1)
    return np.asarray(ordered[..., low] + (place - low) * (ordered[..., high] - ordered[..., low]))


def interval_score(draws: Floats | Ints, observed: Floats, *, share: float = 0.9) -> Floats:
    """Interval score of the central interval (the mean over rows is MIS): width plus 2 / alpha times what lies outside.

    Source: Gneiting & Raftery (2007), section 6.2; ends by linear interpolation of the draws.

    >>> interval_score(np.array([[0.0, 10.0]]), np.array([12.0]), share=0.5).round(2)
    array([23.])
    """
    return interval_score_sorted(sort_draws(draws), observed, share=share)


def interval_score_sorted(ordered: Floats, observed: Floats, *, share: float = 0.9) -> Floats:
    """As `interval_score`, for draws already in rising order."""
    alpha = 1.0 - share
    low, high = quantile_sorted(ordered, alpha / 2), quantile_sorted(ordered, 1 - alpha / 2)
    outside = np.maximum(low - observed, 0) + np.maximum(observed - high, 0)
    return np.asarray(high - low + 2.0 / alpha * outside)


def quantile_score_sorted(ordered: Floats, observed: Floats, *, level: float = 0.99) -> Floats:
    """Quantile (pinball) score, doubled so that its mean over levels is the CRPS; draws in rising order."""
    gap = observed - quantile_sorted(ordered, level)
    return np.asarray(2.0 * np.where(gap >= 0, level * gap, (level - 1) * gap))


def quantile_score(draws: Floats | Ints, observed: Floats, *, level: float = 0.99) -> Floats:
    """Quantile (pinball) score at one level, doubled so that its mean over levels is the CRPS.

    >>> quantile_score(np.array([[4.0]]), np.array([14.0]), level=0.9)
    array([18.])
    """
    return quantile_score_sorted(sort_draws(draws), observed, level=level)


def crps_above(draws: Floats | Ints, observed: Floats, *, threshold: float) -> Floats:
    """Threshold-weighted CRPS: the part of the CRPS that concerns counts above `threshold`.

    Source: Gneiting & Ranjan (2011), doi:10.1198/jbes.2010.08110; draws and observed are raised to the threshold first.
    """
    return crps_above_sorted(sort_draws(draws), observed, threshold=threshold)


def crps_above_sorted(ordered: Floats, observed: Floats, *, threshold: float) -> Floats:
    """As `crps_above`, for draws already in rising order."""
    return crps_sorted(np.maximum(ordered, threshold), np.maximum(observed, threshold))
