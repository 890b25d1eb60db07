"""Forecast files (Parquet): `unit_id, month_id, draw, outcome`, the prediction challenge's layout, whole or a stretch at a time.

Model, origin, vintage and level stand in the Parquet metadata, so that foreign files without it can be read too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast, Ints, Level
from marsad.base.months import format_month
from marsad.store.files import UNITS, about_of, atomic_path, labelled, one_column, open_parquet, unit_column, whole_numbers

ROWS_A_GROUP = 1 << 20


def write_forecast(path: Path, forecast: Forecast) -> None:
    """Write a forecast file, a stretch of units at a time, so that the long table never stands in memory.

    Draws are rounded to whole deaths; model, origin, vintage and level go into the metadata.

    Raises:
        ForecastError: a draw is larger than a file of 32-bit whole numbers can hold.
    """
    write_forecast_blocks(path, [forecast])


def write_forecast_blocks(path: Path, parts: Iterable[Forecast], *, unit: str = "unit_id") -> int:
    """Write a forecast that comes some units at a time; gives the number of units. All parts have the same steps and draws.

    Args:
        path: Parquet file to write; an older one is replaced in one step.
        parts: forecasts of different units with the same origin, steps and draws.
        unit: name of the unit column; the prediction challenge calls it `country_id` or `priogrid_gid`.

    Raises:
        ForecastError: no part, parts that differ, or a draw larger than a file of 32-bit whole numbers can hold.
    """
    count, shape, writer = 0, None, None
    options: dict[str, Any] = {
        "compression": "zstd", "use_dictionary": [unit, "month_id", "outcome"], "write_statistics": [unit],
        "column_encoding": {"draw": "DELTA_BINARY_PACKED"},
    }  # fmt: skip
    with atomic_path(Path(path)) as hidden:
        try:
            for part in parts:
                _, k, m = part.draws.shape
                if part.draws.size and part.draws.max() > np.iinfo(np.int32).max:
                    raise ForecastError(f"{path}: model {part.model} gave a draw of {part.draws.max():.0f} deaths in a month")
                if shape is not None and shape != (part.origin, part.steps.tolist(), m):
                    raise ForecastError(f"{path}: the parts of a forecast must have the same origin, steps and draws")
                shape = (part.origin, part.steps.tolist(), m)
                if writer is None:
                    about = {"level": part.level, "model": part.model, "vintage": part.vintage, "origin": str(part.origin)}
                    schema = labelled(_draw_rows(part, 0, 0, unit=unit), about).schema
                    writer = pq.ParquetWriter(hidden, schema, **options)
                stretch = max(1, ROWS_A_GROUP // (k * m))
                for at in range(0, len(part.units), stretch):
                    writer.write_table(_draw_rows(part, at, at + stretch, unit=unit).cast(schema), row_group_size=ROWS_A_GROUP)
                count += len(part.units)
        finally:
            if writer is not None:
                writer.close()
        if writer is None:
            raise ForecastError(f"{path}: a forecast of no unit cannot be written")
    return count


def _draw_rows(forecast: Forecast, at: int, to: int, *, unit: str) -> pa.Table:
    part = replace(forecast, units=forecast.units[at:to], draws=forecast.draws[at:to])
    rows = part.to_table()
    return rows.set_column(3, "outcome", rows["outcome"].cast(pa.int32())).rename_columns([unit, "month_id", "draw", "outcome"])


@dataclass(frozen=True, slots=True)
class _ForecastFile:
    """An opened forecast file: where its columns are, what its metadata say."""

    path: Path
    file: Any
    unit: str
    level: Level
    origin: int
    about: Mapping[str, str]

    def columns(self, *names: str) -> Iterator[tuple[Ints, ...]]:
        """The named columns as whole numbers, a batch at a time."""
        for batch in self.file.iter_batches(ROWS_A_GROUP, columns=list(names)):
            yield tuple(whole_numbers(batch.column(name), name, self.path, ForecastError) for name in names)

    def forecast(self, units: Ints, months: Ints, draws: Ints) -> Forecast:
        """The forecast with these draws; steps count from the origin."""
        if len(months) and months[0] <= self.origin:
            raise ForecastError(f"{self.path}: {format_month(int(months[0]))} is not after the origin {format_month(self.origin)}")
        about = self.about
        return Forecast(
            units, months - self.origin, draws, self.origin, about.get("model", self.path.stem), self.level, about.get("vintage", "unknown")
        )


def _forecast_file(path: Path, origin: int | None) -> _ForecastFile:
    file = open_parquet(path)
    names, about = file.schema_arrow.names, about_of(file)
    unit = unit_column(names, path, None, ForecastError)
    for name in ("month_id", "draw", "outcome"):
        one_column(names, (name,), path, ForecastError)
    known = about.get("origin")
    if known is not None and origin is not None and int(known) != origin:
        raise ForecastError(
            f"{path}: its origin is {format_month(int(known))}, and {format_month(origin)} was asked for: leave the origin out"
        )
    if known is None and origin is None:
        raise ForecastError(f"{path} does not say its origin (the last month known): name it with --origin, such as --origin 2021-10")
    level: Level = "cell" if (about.get("level") or UNITS[unit]) == "cell" else "country"
    return _ForecastFile(path, file, unit, level, int(known) if known is not None else int(origin or 0), about)


def read_forecast(path: Path, origin: int | None = None) -> Forecast:
    """Read a forecast file, Marsad's or one in the prediction challenge's layout.

    Rows may stand in any order. Memory: the draws, four bytes each, one byte each beside them, and one batch of rows.

    Args:
        path: Parquet file with `unit_id` (or `country_id`, `priogrid_gid`), `month_id`, `draw`, `outcome`.
        origin: month number of the last month known; needed where the file does not say it.

    Raises:
        StoreError: the file is missing or is not Parquet.
        ForecastError: a column is missing, a value is empty, negative or fractional, a draw stands twice, or the units and
            months do not all have the same draws.
    """
    source = _forecast_file(Path(path), origin)
    units, months, labels = _axes(source)
    shape = (len(units), len(months), len(labels))
    size = shape[0] * shape[1] * shape[2]
    if size != source.file.metadata.num_rows:
        raise ForecastError(
            f"{path}: {source.file.metadata.num_rows} rows for {shape[0]} units x {shape[1]} months x {shape[2]} draws (= {size}): "
            "every unit and month needs the same draws"
        )
    draws, seen = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.bool_)
    for unit, month, draw, outcome in source.columns(source.unit, "month_id", "draw", "outcome"):
        _check_outcomes(path, outcome)
        i, j, d = np.searchsorted(units, unit), np.searchsorted(months, month), np.searchsorted(labels, draw)
        flat = (i * shape[1] + j) * shape[2] + d
        draws[flat], seen[flat] = outcome, True
    if not seen.all():
        at = np.unravel_index(int(np.argmin(seen)), shape)
        raise ForecastError(
            f"{path}: unit {units[at[0]]}, {format_month(int(months[at[1]]))} has no draw {labels[at[2]]}, and another row stands twice: "
            "every unit and month needs the same draws, once each"
        )
    return source.forecast(units, months, draws.reshape(shape))


def stream_forecast(path: Path, origin: int | None = None) -> Iterator[Forecast]:
    """A forecast file in parts: some units at a time where each unit's rows stand together, else the whole of it at once.

    Raises:
        StoreError, ForecastError: as `read_forecast`.
    """
    source = _forecast_file(Path(path), origin)
    begun: list[Ints] = []
    last: int | None = None
    for (unit,) in source.columns(source.unit):
        if len(unit):
            starts = np.flatnonzero(np.concatenate([[last != unit[0]], unit[1:] != unit[:-1]]))
            begun.append(unit[starts])
            last = int(unit[-1])
    found = np.concatenate(begun) if begun else np.empty(0, dtype=np.int64)
    # each unit begins once: its rows stand together
    if len(found) and len(np.unique(found)) == len(found):
        yield from read_forecast_blocks(path, origin)
    else:
        yield read_forecast(path, origin)


def read_forecast_units(path: Path, origin: int | None = None) -> Iterator[Forecast]:
    """The forecast of one unit after another; as `read_forecast_blocks`."""
    for block in read_forecast_blocks(path, origin):
        for at in range(len(block.units)):
            yield replace(block, units=block.units[at : at + 1], draws=block.draws[at : at + 1])


def read_forecast_blocks(path: Path, origin: int | None = None) -> Iterator[Forecast]:
    """The forecast of some units after another, so that a file of any size is read in the memory of two row groups.

    The rows of a unit must stand together, as `write_forecast` leaves them; within a unit they may stand in any order.

    Raises:
        StoreError: the file is missing or is not Parquet.
        ForecastError: as `read_forecast`, and where a unit's rows do not stand together.
    """
    source = _forecast_file(Path(path), origin)
    done = np.empty(0, dtype=np.int64)
    axes: tuple[Ints, Ints] | None = None
    for unit, month, draw, outcome in _whole_units(source):
        _check_outcomes(source.path, outcome)
        starts = np.flatnonzero(np.concatenate([[True], unit[1:] != unit[:-1]]))
        units = unit[starts]
        if len(np.unique(units)) != len(units) or np.isin(units, done).any():
            twice = next(u for at, u in enumerate(units) if u in done or u in units[:at])
            raise ForecastError(f"{path}: the rows of unit {twice} do not stand together: sort the file by unit, or read it whole")
        first = slice(0, int(starts[1]) if len(starts) > 1 else len(unit))
        axes = axes or (np.unique(month[first]), np.unique(draw[first]))
        done = np.concatenate([done, units])
        yield source.forecast(units, axes[0], _cube(path, (units, starts), axes, rows=(month, draw, outcome)))


def _cube(path: Path, runs: tuple[Ints, Ints], axes: tuple[Ints, Ints], *, rows: tuple[Ints, Ints, Ints]) -> Ints:
    """Draws of whole units, each a run of rows from its start on; refuses a unit that lacks a month or draw or holds one twice."""
    (units, starts), (months, labels), (month, draw, outcome) = runs, axes, rows
    size = len(months) * len(labels)
    lengths = np.diff(np.append(starts, len(month)))
    if (lengths != size).any():
        raise _uneven(path, int(units[np.flatnonzero(lengths != size)[0]]))
    shape = (len(units), len(months), len(labels))
    # the usual order needs no placing, and is cheap to know
    by_month, by_draw = month.reshape(shape), draw.reshape(shape)
    if (by_month == months[None, :, None]).all() and (by_draw == labels[None, None, :]).all():
        return outcome.astype(np.int32).reshape(shape)
    j, d = np.minimum(np.searchsorted(months, month), len(months) - 1), np.minimum(np.searchsorted(labels, draw), len(labels) - 1)
    flat = np.repeat(np.arange(len(units)), size) * size + j * len(labels) + d
    known = (months[j] == month) & (labels[d] == draw)
    count = np.bincount(flat[known], minlength=len(month))
    if not known.all() or (count != 1).any():
        wrong = int(np.flatnonzero(~known)[0] if not known.all() else np.flatnonzero(count != 1)[0])
        raise _uneven(path, int(units[wrong // size]))
    draws = np.empty(len(flat), dtype=np.int32)
    draws[flat] = outcome
    return draws.reshape(shape)


def _uneven(path: Path, unit: int) -> ForecastError:
    return ForecastError(f"{path}: unit {unit} does not have the same months and draws as the first unit, once each")


def _whole_units(source: _ForecastFile) -> Iterator[tuple[Ints, ...]]:
    """Rows of the file a stretch at a time, cut where a unit ends; the last unit of a stretch is held back until the next one."""
    held: list[tuple[Ints, ...]] = []
    for batch in source.columns(source.unit, "month_id", "draw", "outcome"):
        unit = batch[0]
        if len(unit) == 0:
            continue
        cut = _last_start(unit)
        if cut == 0 and held and held[-1][0][-1] != unit[-1]:
            yield _joined(held)
            held = []
        if cut > 0:
            yield _joined([*held, tuple(part[:cut] for part in batch)])
            held = []
        held.append(tuple(part[cut:] for part in batch))
    if held:
        yield _joined(held)


def _last_start(unit: Ints) -> int:
    """Where the last run of one unit begins."""
    changes = np.flatnonzero(unit[1:] != unit[:-1])
    return int(changes[-1]) + 1 if len(changes) else 0


def _joined(held: list[tuple[Ints, ...]]) -> tuple[Ints, ...]:
    return held[0] if len(held) == 1 else tuple(np.concatenate(parts) for parts in zip(*held, strict=True))


def _axes(source: _ForecastFile) -> tuple[Ints, Ints, Ints]:
    found = [np.empty(0, dtype=np.int64) for _ in range(3)]
    for parts in source.columns(source.unit, "month_id", "draw"):
        found = [np.union1d(known, part) for known, part in zip(found, parts, strict=True)]
    return found[0], found[1], found[2]


def _check_outcomes(path: Path, outcome: Ints) -> None:
    if len(outcome) and (outcome.min() < 0 or outcome.max() > np.iinfo(np.int32).max):
        raise ForecastError(f"{path}: draws hold {outcome.min()} to {outcome.max()} deaths: they must be whole numbers from 0")
