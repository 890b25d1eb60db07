"""What pages ask of a forecast without reading its draws: mean, quantiles and threshold probabilities per unit and step."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from marsad.base.frames import Forecast
from marsad.store.schema import TABLES

LEVELS = {"q05": 0.05, "q10": 0.10, "q25": 0.25, "q50": 0.50, "q75": 0.75, "q90": 0.90, "q95": 0.95}
THRESHOLDS = {"p1": 1, "p25": 25, "p100": 100}
"""Deaths in a month; 25 is UCDP's yearly threshold of an armed conflict, used here for a month that stands out."""

_VALUES_AT_ONCE = 1 << 24


def quantile_rows(name: str, forecast: Forecast) -> pa.Table:
    """Rows of the `quantiles` table, unit by unit and step by step.

    Args:
        name: id of the forecast.
        forecast: draws of shape (units, steps, draws).
    """
    n, k, m = forecast.draws.shape
    stretch = max(1, _VALUES_AT_ONCE // (k * m))
    parts = []
    for at in range(0, max(n, 1), stretch):
        draws = forecast.draws[at : at + stretch]
        figures = {"mean": draws.mean(axis=-1)}
        figures |= dict(zip(LEVELS, np.quantile(draws, list(LEVELS.values()), axis=-1), strict=True))
        figures |= {key: (draws >= least).mean(axis=-1) for key, least in THRESHOLDS.items()}
        parts.append({key: values.ravel() for key, values in figures.items()})
    columns = {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}
    return pa.table(
        {
            "forecast": pa.array([name] * (n * k), pa.string()),
            "unit_id": np.repeat(forecast.units, k),
            "step": np.tile(forecast.steps, n),
            "month_id": np.tile(forecast.months, n),
            **columns,
        }
    ).cast(TABLES["quantiles"])
