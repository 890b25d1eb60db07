"""Forecasts as hubverse model output and as the prediction challenge's rows, and both read back, checked.

hubverse columns (schemas v6.0.0): origin_date, target, horizon, location, output_type, output_type_id, value.
The origin date is the last day of the last month known; the horizon is the step in months.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast, Ints, Level
from marsad.base.months import last_day, month_of_date
from marsad.forecast.features import CLASS_EDGES

TARGET = "deaths by month"
QUANTILES: tuple[float, ...] = (
    0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5,
    0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99,
)  # fmt: skip
CLASSES: tuple[str, ...] = ("0", "1-2", "3-5", "6-10", "11-25", "26-50", "51-100", "101-250", "251-500", "501-1000", "1001+")
OUTPUT_TYPES: tuple[str, ...] = ("quantile", "pmf", "sample")
SCHEMA = pa.schema([
    ("origin_date", pa.date32()),
    ("target", pa.string()),
    ("horizon", pa.int32()),
    ("location", pa.string()),
    ("output_type", pa.string()),
    ("output_type_id", pa.string()),
    ("value", pa.float64()),
])  # fmt: skip


def to_hubverse(forecast: Forecast, *, types: Sequence[str] = ("quantile", "pmf")) -> pa.Table:
    """Rows of hubverse model output: 23 quantiles, the probabilities of 11 classes, or every draw as a sample.

    Raises:
        ForecastError: an output type that is not offered.
    """
    for name in types:
        if name not in OUTPUT_TYPES:
            raise ForecastError(f"output type {name!r} is not offered: one of {', '.join(OUTPUT_TYPES)}")
    parts = [_rows(forecast, name, *_values(forecast, name)) for name in types]
    return pa.concat_tables(parts)


def _values(forecast: Forecast, kind: str) -> tuple[list[str], np.ndarray]:
    """Labels, and values of shape (n, k, labels)."""
    if kind == "quantile":
        values = np.moveaxis(np.quantile(forecast.draws, QUANTILES, axis=2), 0, -1)
        return [f"{level:g}" for level in QUANTILES], values
    if kind == "sample":
        return [str(j) for j in range(forecast.draws.shape[2])], forecast.draws
    label = np.searchsorted(CLASS_EDGES, forecast.draws, side="right")
    return list(CLASSES), np.stack([(label == c).mean(axis=2) for c in range(len(CLASSES))], axis=-1)


def _rows(forecast: Forecast, kind: str, labels: list[str], values: np.ndarray) -> pa.Table:
    n, k, width = values.shape
    total = n * k * width
    day = last_day(forecast.origin)
    return pa.table(
        {
            "origin_date": pa.array([day], pa.date32()).take(pa.array(np.zeros(total, dtype=np.int64))),
            "target": pa.array([TARGET]).take(pa.array(np.zeros(total, dtype=np.int64))),
            "horizon": pa.array(np.tile(np.repeat(forecast.steps, width), n), pa.int32()),
            "location": pa.array(forecast.units.astype(str)).take(pa.array(np.repeat(np.arange(n), k * width))),
            "output_type": pa.array([kind]).take(pa.array(np.zeros(total, dtype=np.int64))),
            "output_type_id": pa.array(labels).take(pa.array(np.tile(np.arange(width), n * k))),
            "value": pa.array(values.reshape(-1).astype(np.float64)),
        },
        schema=SCHEMA,
    )


def check_hubverse(table: pa.Table) -> None:
    """Check model output as the hubverse validators would.

    Raises:
        ForecastError: columns differ, a value is missing or negative, quantiles fall, or probabilities do not sum to 1.
    """
    if table.schema.names != SCHEMA.names:
        raise ForecastError(f"hubverse columns are {', '.join(SCHEMA.names)}; found {', '.join(table.schema.names)}")
    values = table["value"].to_numpy()
    if not np.isfinite(values).all() or (values < 0).any():
        raise ForecastError("hubverse output holds a value that is missing or negative")
    if unknown := set(pc.unique(table["output_type"]).to_pylist()) - set(OUTPUT_TYPES):
        raise ForecastError(f"hubverse output types {', '.join(sorted(unknown))} are not known: {', '.join(OUTPUT_TYPES)}")
    keys = ["origin_date", "target", "horizon", "location"]
    chances = table.filter(pc.equal(table["output_type"], "pmf"))
    if chances.num_rows and np.abs(chances.group_by(keys).aggregate([("value", "sum")])["value_sum"].to_numpy() - 1).max() > 1e-6:
        raise ForecastError("hubverse probabilities of one location and horizon do not sum to 1")
    levels = table.filter(pc.equal(table["output_type"], "quantile"))
    if levels.num_rows:
        level = pc.cast(levels["output_type_id"], pa.float64())
        ordered = levels.append_column("level", level).sort_by([(key, "ascending") for key in [*keys, "level"]])
        same = (ordered["horizon"].to_numpy()[1:] == ordered["horizon"].to_numpy()[:-1]) & (np.diff(ordered["level"].to_numpy()) > 0)
        if (np.diff(ordered["value"].to_numpy())[same] < -1e-9).any():
            raise ForecastError("hubverse quantiles fall where their level rises")


def from_hubverse(table: pa.Table, *, model: str, level: Level = "country") -> Forecast:
    """The forecast held in the samples of model output.

    Raises:
        ForecastError: the output is malformed, holds no samples, or not the same samples for each location and horizon.
    """
    check_hubverse(table)
    samples = table.filter(pc.equal(table["output_type"], "sample"))
    days = pc.unique(samples["origin_date"]).to_pylist()
    if len(days) != 1:
        raise ForecastError(f"hubverse samples of one origin expected, found {len(days)}")
    origin = int(month_of_date(days[0]))
    columns = (samples["location"].to_numpy().astype(np.int64), samples["horizon"].to_numpy() + origin)
    return from_rows(*columns, samples["output_type_id"].to_numpy().astype(np.int64), samples["value"].to_numpy(),
                     origin=origin, model=model, level=level)  # fmt: skip


def from_rows(units: Ints, months: Ints, draw: Ints, outcome: np.ndarray, *, origin: int, model: str, level: Level = "country") -> Forecast:
    """The forecast held in long rows of the challenge's layout, in any order.

    Raises:
        ForecastError: a draw is missing or stands twice, or a month does not lie after the origin.
    """
    ids, row = np.unique(units, return_inverse=True)
    steps, column = np.unique(np.asarray(months) - origin, return_inverse=True)
    numbers, place = np.unique(draw, return_inverse=True)
    if len(steps) == 0 or steps[0] < 1:
        raise ForecastError("a forecast month does not lie after the origin")
    flat = (row * len(steps) + column) * len(numbers) + place
    if len(flat) != len(ids) * len(steps) * len(numbers) or len(np.unique(flat)) != len(flat):
        raise ForecastError("every unit and month must hold the same draws, each once")
    cube = np.empty(len(flat))
    cube[flat] = outcome
    return Forecast(ids.astype(np.int64), steps.astype(np.int64), cube.reshape(len(ids), len(steps), -1), origin, model, level)
