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
from marsad.base.months import format_month, last_day, month_of_date
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


KINDS: dict[str, tuple[str, ...]] = {"hubverse": ("quantile", "pmf"), "hubverse-samples": ("sample",)}
"""What `--format` writes: quantiles and probabilities keep files of cells small, samples can be scored whole."""


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


def check_hubverse(table: pa.Table) -> pa.Table:
    """Check model output as the hubverse validators would, and give it with the columns in order and typed.

    Raises:
        ForecastError: a column is missing, of another type or holds an empty value; more than one origin, one that is not the last day
            of a month, or a horizon below 1; an unknown target or output type; a row that stands twice; a negative value; quantiles that
            fall, or not the same ones everywhere; classes that are not the eleven, or do not sum to 1.
    """
    table = _typed(table)
    if table.num_rows == 0:
        raise ForecastError("the hubverse file has no rows")
    _check_task(table)
    values = table["value"].to_numpy()
    if not np.isfinite(values).all() or (values < 0).any():
        raise ForecastError("hubverse output holds a value that is missing or negative")
    whole = table.group_by([*KEYS, "output_type", "output_type_id"]).aggregate([("value", "count")])
    if whole.num_rows != table.num_rows:
        raise ForecastError(f"{table.num_rows - whole.num_rows} rows of the hubverse file stand twice")
    kinds = set(pc.unique(table["output_type"]).to_pylist())
    for kind, check in (("quantile", _check_quantiles), ("pmf", _check_pmf), ("sample", _check_samples)):
        if kind in kinds:
            rows = table.filter(pc.equal(table["output_type"], kind))
            counts = rows.group_by(KEYS).aggregate([("value", "count")])["value_count"].to_numpy()
            if counts.min() != counts.max():
                raise ForecastError(f"hubverse rows of type {kind}: not the same ones for every location and horizon")
            check(rows)
    return table


KEYS = ["location", "horizon"]


def _typed(table: pa.Table) -> pa.Table:
    if set(table.schema.names) != set(SCHEMA.names) or len(table.schema.names) != len(SCHEMA.names):
        raise ForecastError(f"hubverse columns are {', '.join(SCHEMA.names)}; found {', '.join(table.schema.names)}")
    columns = []
    for field in SCHEMA:
        column = table[field.name]
        try:
            columns.append(column.cast(field.type))
        except pa.ArrowException as wrong:
            told = str(wrong).splitlines()[0]
            raise ForecastError(f"hubverse column {field.name} is of type {column.type}, not {field.type}: {told}") from wrong
        if column.null_count:
            raise ForecastError(f"hubverse column {field.name} holds {column.null_count} empty values")
    return pa.table(columns, schema=SCHEMA)


def _check_task(table: pa.Table) -> None:
    """One origin, the last day of its month; horizons after it; a target and output types that are known."""
    days = pc.unique(table["origin_date"]).to_pylist()
    if len(days) != 1:
        raise ForecastError(f"hubverse output of one origin expected, found {len(days)}")
    if days[0] != last_day(month_of_date(days[0])):
        raise ForecastError(f"hubverse origin_date {days[0]} is not the last day of a month: the origin is the last month known, whole")
    if pc.min(table["horizon"]).as_py() < 1:
        raise ForecastError("a hubverse horizon is below 1: 1 is the first month after the origin")
    if unknown := set(pc.unique(table["target"]).to_pylist()) - {TARGET}:
        raise ForecastError(f"hubverse target {', '.join(sorted(unknown))} is not known: {TARGET}")
    if unknown := set(pc.unique(table["output_type"]).to_pylist()) - set(OUTPUT_TYPES):
        raise ForecastError(f"hubverse output types {', '.join(sorted(unknown))} are not known: {', '.join(OUTPUT_TYPES)}")


def _check_quantiles(rows: pa.Table) -> None:
    level = _numbers(rows, "quantile levels")
    if not ((level > 0) & (level < 1)).all():
        raise ForecastError("hubverse quantile levels lie between 0 and 1")
    ordered = rows.append_column("level", pa.array(level)).sort_by([(key, "ascending") for key in [*KEYS, "level"]])
    if (np.diff(ordered["value"].to_numpy())[np.diff(ordered["level"].to_numpy()) > 0] < -1e-9).any():
        raise ForecastError("hubverse quantiles fall where their level rises")


def _check_pmf(rows: pa.Table) -> None:
    if set(pc.unique(rows["output_type_id"]).to_pylist()) != set(CLASSES):
        raise ForecastError(f"hubverse probabilities are of the classes {', '.join(CLASSES)}")
    if np.abs(rows.group_by(KEYS).aggregate([("value", "sum")])["value_sum"].to_numpy() - 1).max() > 1e-6:
        raise ForecastError("hubverse probabilities of one location and horizon do not sum to 1")


def _check_samples(rows: pa.Table) -> None:
    numbers = _numbers(rows, "sample numbers")
    if (numbers != np.floor(numbers)).any():
        raise ForecastError("hubverse sample numbers are whole numbers")


def _numbers(rows: pa.Table, what: str) -> np.ndarray:
    try:
        return np.asarray(pc.cast(rows["output_type_id"], pa.float64()).to_numpy())
    except pa.ArrowException as wrong:
        raise ForecastError(f"hubverse {what} are not numbers: {str(wrong).splitlines()[0]}") from wrong


def from_hubverse(table: pa.Table, *, model: str, level: Level = "country", origin: int | None = None) -> Forecast:
    """The forecast held in the samples of model output.

    Args:
        table: model output.
        model: its name.
        level: what the locations are.
        origin: month number of the last month known, to be checked against the file's.

    Raises:
        ForecastError: the output is malformed, of another origin, holds no samples, or not the same samples for each location and horizon.
    """
    table = check_hubverse(table)
    found = int(month_of_date(table["origin_date"][0].as_py()))
    if origin not in (None, found):
        raise ForecastError(f"the hubverse file's origin is {format_month(found)}, and {format_month(origin or 0)} was asked for")
    samples = table.filter(pc.equal(table["output_type"], "sample"))
    if samples.num_rows == 0:
        raise ForecastError("the hubverse file holds quantiles or probabilities and no samples: scores need every draw (type sample)")
    try:
        units = np.asarray(pc.cast(samples["location"], pa.int64()).to_numpy())
    except pa.ArrowException as wrong:
        raise ForecastError(f"hubverse locations must be unit numbers: {str(wrong).splitlines()[0]}") from wrong
    draw = pc.cast(samples["output_type_id"], pa.float64()).to_numpy().astype(np.int64)
    return from_rows(
        units, samples["horizon"].to_numpy() + found, draw, samples["value"].to_numpy(), origin=found, model=model, level=level
    )


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
