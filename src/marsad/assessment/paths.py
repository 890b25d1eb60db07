"""Draws that hang together: each month's draws keep their values, and are ordered the way the past moved.

A model gives draws month by month; what draw 7 of March has to do with draw 7 of April, or of the next country, it does not say.
Sums over months and countries need that. The Schaake shuffle takes it from history: stretches of past months are cut out at random,
and at every unit and step the draws are sorted into the order that those stretches show.
"""

from __future__ import annotations

import numpy as np

from marsad.base.errors import AssessmentError
from marsad.base.frames import Floats, Forecast, Panel

STRETCHES_LEAST = 24
"""Past stretches below which the order would be that of a handful of years; then months are taken as unconnected."""

LEVEL = 12
"""Months before a stretch whose mean is its level: what counts is the departure from it, not the drift over decades."""


def stretches(panel: Panel, length: int) -> Floats:
    """Past departures from level, one stretch of months a row.

    Args:
        panel: counts to the origin; months that are not observed count as the unit's level.
        length: months a stretch runs.

    Returns:
        shape (w, n, length); log(1 + deaths) minus log(1 + mean of the twelve months before); w may be 0.
    """
    deaths = np.where(panel.observed, panel.deaths, np.nan)
    last = deaths.shape[1] - LEVEL - length
    if last < 0:
        return np.zeros((0, len(panel.units), length))
    found = []
    for start in range(last + 1):
        before, stretch = deaths[:, start : start + LEVEL], deaths[:, start + LEVEL : start + LEVEL + length]
        seen = ~np.isnan(before)
        level = np.where(seen, before, 0).sum(axis=1) / np.maximum(seen.sum(axis=1), 1)
        found.append(np.nan_to_num(np.log1p(stretch) - np.log1p(level)[:, None]))
    return np.stack(found)


def joint(forecast: Forecast, panel: Panel, *, seed: int = 0) -> Floats:
    """Draws of the forecast, put in an order that has a meaning across units and steps.

    Args:
        forecast: draws whose order may mean nothing.
        panel: counts that hold every unit of the forecast; months after the origin are not looked at.
        seed: of the random source; the same seed gives the same order.

    Returns:
        shape (n, k, m); at each unit and step the same values as `forecast.draws`.

    Raises:
        AssessmentError: the panel lacks a unit of the forecast.

    Source: Clark et al. (2004), the Schaake shuffle, doi:10.1175/1525-7541(2004)005<0243:TSSAMF>2.0.CO;2.
    """
    past = panel.until(forecast.origin).only(forecast.units)
    if len(past.units) != len(forecast.units):
        lost = sorted(set(forecast.units.tolist()) - set(past.units.tolist()))
        raise AssessmentError(f"the panel lacks units that the forecast holds, {lost[:5]}: give the panel the forecast was made from")
    rng = np.random.default_rng(seed)
    count = forecast.draws.shape[2]
    template = stretches(past, int(forecast.steps[-1]))
    values = np.sort(np.asarray(forecast.draws, dtype=np.float64), axis=2)
    if len(template) < STRETCHES_LEAST:
        return rng.permuted(values, axis=2)
    rows = np.searchsorted(past.units, forecast.units)
    chosen = template[rng.integers(0, len(template), size=count)][:, rows][:, :, np.asarray(forecast.steps) - 1]
    pattern = np.moveaxis(chosen, 0, 2)
    # equal departures are ordered by a coin, or quiet months would tie the draws of all units together
    order = np.lexsort((rng.random(pattern.shape), pattern), axis=2)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.broadcast_to(np.arange(count), order.shape).copy(), axis=2)
    return np.take_along_axis(values, ranks, axis=2)
