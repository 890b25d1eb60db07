"""Whether deaths in one place run ahead of those in another, countries or regions, with or without a common border.

Deaths a month in the target are taken as the sum of a level of their own for every year, of what follows from their own last three
months, and of what follows from the source's last three:

    mean(t) = level_year(t) + sum_l own_l * y(t-l) + sum_l source_l * x(t-l),   nothing below 0

The yearly level takes up what both places drift through together. The same model without the source is fitted beside it; the gain is
judged on counts that scatter more than Poisson (quasi-AIC), and against the source shifted in time, which keeps its own rhythm. Two
places that answer to a third can look like one that leads the other: it describes, and is no proof of cause.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from marsad.base import places
from marsad.base.frames import Bools, Floats, Panel
from marsad.base.regional import Flow

LAGS = 3
"""Months after which a past month is taken to be without effect."""

MONTHS_LEAST = 60
DEATHS_LEAST = 100
"""Deaths below which a side is too quiet to say anything."""

GAIN_LEAST = 2.0
CHANCE = 0.05
ROUNDS = 200
SHIFTS_MOST = 99
"""Shifts tried, evenly over all there are."""
SHIFT_LEAST = 7
"""Shifts in time by fewer months would overlap the lags themselves."""


def flow(panel: Panel, source: tuple[str, Iterable[str]], target: tuple[str, Iterable[str]]) -> Flow:
    """Whether deaths of the source's countries run one to three months ahead of those of the target's.

    Args:
        panel: deaths by country and month.
        source: its key, and its countries as ISO codes.
        target: the same; countries of the source do not count in it.
    """
    giving, taking = list(source[1]), [code for code in target[1] if code not in set(source[1])]
    if not giving or not taking:
        return _unknown(source[0], target[0], 0, "overlap")
    x, y = _series(panel, giving), _series(panel, taking)
    if x is None or y is None:
        return _unknown(source[0], target[0], 0, "not-observed")
    seen = x[1] & y[1]
    gap = np.flatnonzero(~seen)
    # the stretch without a gap at the end: lags across a gap would compare the wrong months
    start = int(gap[-1]) + 1 if len(gap) else 0
    given, taken = x[0][start:], y[0][start:]
    months = len(taken) - LAGS
    if months < MONTHS_LEAST:
        return _unknown(source[0], target[0], max(months, 0), "few-months")
    if min(given.sum(), taken.sum()) < DEATHS_LEAST:
        return _unknown(source[0], target[0], months, "few-deaths")
    return _fitted(source[0], target[0], given, taken)


def _unknown(source: str, target: str, months: int, reason: str) -> Flow:
    return Flow(source, target, months, None, None, None, None, "unknown", reason)


def _series(panel: Panel, codes: list[str]) -> tuple[Floats, Bools] | None:
    """Deaths of all the countries together, and the months in which each was observed; None where one is not in the panel."""
    rows = []
    for code in codes:
        country = places.country_by_iso3(code)
        at = np.flatnonzero(panel.units == country.numeric) if country else np.zeros(0, dtype=np.int64)
        if not len(at):
            return None
        rows.append(int(at[0]))
    return np.asarray(panel.deaths[rows].sum(axis=0)), np.asarray(panel.observed[rows].all(axis=0), dtype=np.bool_)


def _fitted(source: str, target: str, given: Floats, taken: Floats) -> Flow:
    y, own = taken[LAGS:], _lagged(taken[None])[0]
    year = (len(y) - 1 - np.arange(len(y))) // 12
    base = np.concatenate([(year[:, None] == np.arange(year.max() + 1)).astype(np.float64), own], axis=1)
    shifts = np.unique(np.linspace(SHIFT_LEAST, len(given) - SHIFT_LEAST, SHIFTS_MOST).astype(np.int64))
    moved = np.stack([given, *(np.roll(given, shift) for shift in shifts)])
    alone = _fit(base, np.zeros((1, len(y), 0)), y)
    full = _fit(base, _lagged(moved), y)
    mean = full[0][0]
    scatter = max(float(((y - mean) ** 2 / mean).sum() / max(len(y) - base.shape[1] - LAGS, 1)), 1.0)
    gains = 2 * (full[1] - alone[1][0]) / scatter - 2 * LAGS
    gain, p_value = float(gains[0]), float((1 + (gains[1:] >= gains[0] - 1e-9).sum()) / len(gains))
    parts = (full[2][0][-LAGS:] * _lagged(given[None])[0]).sum(axis=0)
    total = float(parts.sum())
    lag = float((parts * np.arange(1, LAGS + 1)).sum() / total) if total > 0 else None
    word = "spills" if gain > GAIN_LEAST and p_value < CHANCE else "no-sign"
    return Flow(source, target, len(y), total / float(mean.sum()), lag, gain, p_value, word)  # type: ignore[arg-type]


def _lagged(series: Floats) -> Floats:
    """Shape (s, t - LAGS, LAGS): each row's values one, two, three months before."""
    width = series.shape[1]
    return np.stack([series[:, LAGS - lag : width - lag] for lag in range(1, LAGS + 1)], axis=2)


def _fit(base: Floats, extra: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
    """Poisson fits with an identity link and effects that are never negative, one for each set of extra columns, side by side.

    Returns:
        means (s, t), log-likelihoods without the constant (s,), effects (s, k).
    """
    count, width = extra.shape[0], base.shape[1]
    effects = np.full((count, width + extra.shape[2]), 0.1)
    effects[:, : width - LAGS] = max(float(y.mean()) / 2, 1e-3)
    whole = np.concatenate([np.broadcast_to(base.sum(axis=0), (count, width)), extra.sum(axis=1)], axis=1)
    whole = np.maximum(whole, 1e-12)
    mean = _means(base, extra, effects)
    # expectation-maximisation: each month's deaths are shared out over what may have brought them
    for _ in range(ROUNDS):
        ratio = y / mean
        pull = np.concatenate([ratio @ base, (ratio[:, None, :] @ extra)[:, 0]], axis=1)
        effects = effects * pull / whole
        mean = _means(base, extra, effects)
    return mean, (y * np.log(mean) - mean).sum(axis=1), effects


def _means(base: Floats, extra: Floats, effects: Floats) -> Floats:
    width = base.shape[1]
    return np.maximum(effects[:, :width] @ base.T + (extra @ effects[:, width:, None])[:, :, 0], 1e-6)
