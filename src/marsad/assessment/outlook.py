"""What to expect: deaths over the next 1, 3, 6 and 12 months together, with intervals and the chance of at least so many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from marsad.base.errors import AssessmentError
from marsad.base.findings import HORIZONS, THRESHOLDS, Fan, FanMonth, Outlook
from marsad.base.frames import Bools, Floats, Forecast, Panel

PERCENTILES = (5, 25, 50, 75, 95)
FAN_MONTHS = 36
"""Observed months that a fan shows before the months ahead."""


def outlook(forecast: Forecast, unit: int | None, *, draws: Floats, horizons: Sequence[int] = HORIZONS) -> tuple[Outlook, ...]:
    """Outlook of one unit, or of all units together, one row a horizon.

    Args:
        forecast: which units and steps the draws belong to.
        unit: a unit of the forecast; None for all of them together.
        draws: shape (n, k, m); draws that hang together across steps and units, see `paths.joint`.
        horizons: months ahead; one that the forecast's steps do not fill from step 1 on is left out.

    Raises:
        AssessmentError: the forecast does not hold the unit.
    """
    one = _of_unit(forecast, unit, draws)
    whole = [horizon for horizon in horizons if ((forecast.steps >= 1) & (forecast.steps <= horizon)).sum() == horizon]
    if not whole:
        return ()
    sums = np.stack([one[forecast.steps <= horizon].sum(axis=0) for horizon in whole])
    quantiles = np.percentile(sums, PERCENTILES, axis=1)
    return tuple(_row(unit, horizon, sums[i], quantiles[:, i]) for i, horizon in enumerate(whole))


def fan(forecast: Forecast, unit: int | None, *, draws: Floats, deaths: Floats, observed: Bools, panel: Panel) -> Fan:
    """The last thirty-six months as observed, and percentiles of each month ahead.

    Args:
        forecast: which units and steps the draws belong to.
        unit: a unit of the forecast; None for all of them together.
        draws: shape (n, k, m); draws that hang together, see `paths.joint`.
        deaths: shape (t,); the unit's or region's deaths.
        observed: shape (t,); where they are known.
        panel: whose months those are.
    """
    one = _of_unit(forecast, unit, draws)
    known = [
        (int(month), int(deaths[i]) if observed[i] else None)
        for i, month in enumerate(panel.months)
        if forecast.origin - FAN_MONTHS < month <= forecast.origin
    ]
    quantiles = np.percentile(one, PERCENTILES, axis=1)
    ahead = [
        FanMonth(int(month), tuple(float(q) for q in quantiles[:, i]))  # type: ignore[arg-type]
        for i, month in enumerate(forecast.months)
    ]
    return Fan(unit, tuple(known), tuple(ahead))


def _of_unit(forecast: Forecast, unit: int | None, draws: Floats) -> Floats:
    if unit is None:
        return np.asarray(draws.sum(axis=0))
    at = np.flatnonzero(forecast.units == unit)
    if not len(at):
        raise AssessmentError(f"the forecast holds no unit {unit}: nothing is expected for it")
    return np.asarray(draws[at[0]])


def _row(unit: int | None, horizon: int, sums: Floats, quantiles: Floats) -> Outlook:
    low, quarter, median, third, high = (float(q) for q in quantiles)
    chance = tuple(float((sums >= threshold).mean()) for threshold in THRESHOLDS)
    return Outlook(unit, horizon, float(sums.mean()), median, (quarter, third), (low, high), chance, len(sums))
