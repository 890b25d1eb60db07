"""Which of two countries moves first: departures of deaths from their own level, laid over each other at lags of months.

It needs no common border, and says less than the model of cells: that two series move in step, and which one leads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.errors import AssessmentError
from marsad.base.frames import Floats, Panel

LAGS = 6
LEVEL = 12
"""Months before a month whose mean is its level."""

MONTHS_LEAST = 60


@dataclass(frozen=True, slots=True)
class Lead:
    """Whether deaths in `source` run ahead of deaths in `target`.

    Attributes:
        source: unit of the panel.
        target: unit of the panel.
        months: months compared.
        lag: months by which the source leads where they agree best; None where too few months are observed.
        correlation: rank correlation at that lag, -1 to 1.
        p_value: share of all shifts of the source in time, by more than six months, that agree as well at their own best lag.
        word: leads, no-sign, or unknown.
    """

    source: int
    target: int
    months: int
    lag: int | None
    correlation: float | None
    p_value: float | None
    word: str


def lead(panel: Panel, source: int, target: int) -> Lead:
    """Whether deaths of `source` run one to six months ahead of those of `target`.

    Raises:
        AssessmentError: the panel lacks one of them.
    """
    at = [np.flatnonzero(panel.units == unit) for unit in (source, target)]
    for unit, found in zip((source, target), at, strict=True):
        if not len(found):
            raise AssessmentError(f"the panel holds no unit {unit}: nothing can be said of it")
    seen = panel.observed[[at[0][0], at[1][0]]].all(axis=0)
    # the longest stretch without a gap at the end: lags across a gap would compare the wrong months
    gap = np.flatnonzero(~seen)
    deaths = panel.deaths[[at[0][0], at[1][0]]][:, (gap[-1] + 1 if len(gap) else 0) :]
    months = deaths.shape[1] - LEVEL
    if months < MONTHS_LEAST or not (deaths.sum(axis=1) > 0).all():
        return Lead(source, target, max(months, 0), None, None, None, "unknown")
    a, b = _ranks(_departures(deaths[0])), _ranks(_departures(deaths[1]))
    agree = _circular(a, b)
    best = np.stack([np.roll(agree, -lag) for lag in range(1, LAGS + 1)])  # row: lag, column: shift
    lag, own = int(np.argmax(best[:, 0])) + 1, float(best[:, 0].max())
    # shifts of a few months either way overlap the lags themselves
    others = best[:, LAGS + 1 : months - LAGS].max(axis=0)
    p_value = float((1 + (others >= own - 1e-12).sum()) / (1 + len(others)))
    return Lead(source, target, months, lag, own, p_value, "leads" if p_value < 0.05 and own > 0 else "no-sign")


def _departures(deaths: Floats) -> Floats:
    logs = np.log1p(deaths)
    level = np.convolve(logs, np.ones(LEVEL) / LEVEL, mode="valid")[:-1]
    return np.asarray(logs[LEVEL:] - level)


def _ranks(values: Floats) -> Floats:
    from scipy.stats import rankdata

    ranks = rankdata(values)
    return np.asarray((ranks - ranks.mean()) / (ranks.std() or 1.0))


def _circular(a: Floats, b: Floats) -> Floats:
    """Correlation of `b` with `a` shifted forward by 0, 1, 2, ... months, the end joined to the beginning."""
    product = np.conj(np.fft.rfft(a)) * np.fft.rfft(b)
    return np.asarray(np.fft.irfft(product, n=len(a)) / len(a))
