"""The reference of every skill: the same unit's last twelve observed months, as twelve draws, exactly."""

from __future__ import annotations

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Forecast, Panel
from marsad.base.months import format_month

REFERENCE = "conflictology12"
MONTHS = 12


def conflictology12(forecast: Forecast, history: Panel) -> Forecast:
    """The reference forecast for the units, steps and origin of `forecast`.

    Args:
        forecast: what is to stand beside it.
        history: counts; months after the origin are ignored.

    Raises:
        ScoreError: a forecast unit has no observed month up to the origin.
    """
    known = history.until(forecast.origin)
    row = {int(unit): i for i, unit in enumerate(known.units)}
    draws = np.zeros((len(forecast.units), MONTHS))
    for i, unit in enumerate(forecast.units):
        at = row.get(int(unit))
        seen = known.deaths[at, known.observed[at]][-MONTHS:] if at is not None else np.zeros(0)
        if len(seen) == 0:
            raise ScoreError(f"unit {unit} has no month up to {format_month(forecast.origin)} in the history: no reference for it")
        # a unit with fewer than twelve months repeats them as evenly as twelve draws allow
        draws[i] = seen[np.arange(MONTHS) * len(seen) // MONTHS]
    tiled = np.broadcast_to(draws[:, None, :], (len(forecast.units), len(forecast.steps), MONTHS))
    return Forecast(forecast.units, forecast.steps, tiled, forecast.origin, REFERENCE, forecast.level, history.vintage)
