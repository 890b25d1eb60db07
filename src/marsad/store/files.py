"""Panel and forecast files (Parquet): written whole or not at all, checked as they are read.

A panel file has `unit_id, month_id, outcome`, a forecast file `unit_id, month_id, draw, outcome`; what else there is to know
(level, vintage, model, origin) stands in the Parquet metadata, so that foreign files without it can be read too.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from marsad.base.errors import ForecastError, MarsadError, PanelError, StoreError
from marsad.base.frames import Forecast, Ints, Level, Panel
from marsad.base.months import format_month
from marsad.store.vintages import is_named, named_panel

UNITS: dict[str, Level | None] = {"unit_id": None, "country_id": "country", "priogrid_gid": "cell"}
OUTCOMES = ("outcome", "ged_sb", "best")
_ISO_NUMERIC_MOST = 999
_ROWS_A_GROUP = 1 << 20
_PREFIX = "marsad."


@contextmanager
def atomic_path(target: Path) -> Iterator[Path]:
    """A path to write to, in the folder of `target`, that becomes `target` at the end, or vanishes if anything fails.

    Raises:
        StoreError: the folder cannot be made or written to.
    """
    hidden = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield hidden
        with hidden.open("rb") as written:
            os.fsync(written.fileno())
        os.replace(hidden, target)
    except OSError as wrong:
        raise StoreError(f"{target} cannot be written: {wrong.strerror or wrong}; check the folder and the space left") from wrong
    finally:
        if hidden.exists():
            hidden.unlink()


def write_panel(path: Path, panel: Panel, *, extra: Mapping[str, str] | None = None) -> None:
    """Write a panel file; a unit that is observed in no month leaves no trace in it.

    Args:
        path: Parquet file to write; an older one is replaced in one step.
        panel: counts per unit and month; months not observed get no row.
        extra: further texts for the file's metadata, such as a citation.

    Raises:
        PanelError: nothing in the panel is observed.
    """
    rows = panel.to_table()
    if rows.num_rows == 0:
        raise PanelError(f"{path}: nothing in this panel is observed, so there is nothing to write; check region and months")
    about = {"level": panel.level, "outcome": panel.outcome, "vintage": panel.vintage, **(extra or {})}
    with atomic_path(Path(path)) as hidden:
        pq.write_table(_labelled(rows, about), hidden, compression="zstd", compression_level=9, write_statistics=False)


def read_panel(path: Path, *, level: Level | None = None) -> Panel:
    """Read a panel file, Marsad's or a foreign one.

    Units stand in `unit_id`, `country_id` or `priogrid_gid`, counts in `outcome`, `ged_sb` or `best`, months in `month_id`
    (January 1980 = 1); or countries by name in `country`, months by their last day in `month_end`. Other columns are left alone.

    Args:
        path: Parquet file.
        level: country or cell; without it the file's metadata, then its unit column decides. A `unit_id` without metadata is
            read as a cell if any id is over 999, the last ISO 3166-1 numeric code.

    Raises:
        StoreError: the file is missing or is not Parquet.
        PanelError: a column is missing, or a value is empty, NaN, negative, fractional or stands twice; the message names the file.
    """
    file = _open(Path(path))
    names, about = file.schema_arrow.names, _about(file)
    if is_named(names):
        return named_panel(file.read(), str(path), about.get("vintage", Path(path).name))
    unit, counts = _unit_column(names, path, level, PanelError), _one(names, OUTCOMES, path, PanelError)
    _one(names, ("month_id",), path, PanelError)
    table = file.read(columns=[unit, "month_id", counts])
    units, months = _whole(table[unit], unit, path, PanelError), _whole(table["month_id"], "month_id", path, PanelError)
    deaths = _numbers(table[counts], counts, path, PanelError)
    chosen = level or about.get("level") or UNITS[unit] or ("cell" if len(units) and units.max() > _ISO_NUMERIC_MOST else "country")
    if chosen not in ("country", "cell"):
        raise PanelError(f"{path}: level {chosen!r} in the metadata is neither country nor cell")
    try:
        panel = Panel.from_rows(units, months, deaths, level="cell" if chosen == "cell" else "country")
    except PanelError as wrong:
        raise PanelError(f"{path}: {wrong}") from wrong
    return replace(panel, outcome=about.get("outcome", counts), vintage=about.get("vintage", Path(path).name))


def sample_panel(name: str) -> Panel:
    """A panel that comes with the package: `country_month`, `cell_month_bfa` or `cell_month_sdn`.

    Raises:
        StoreError: there is no such panel in the package.
    """
    place = resources.files("marsad") / "sample" / "figures" / f"{name}.parquet"
    with resources.as_file(place) as path:
        return read_panel(path)


def write_rows(path: Path, table: pa.Table) -> None:
    """Write any Arrow table as Parquet, whole or not at all."""
    with atomic_path(Path(path)) as hidden:
        pq.write_table(table, hidden, compression="zstd", write_statistics=False)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file of bytes made elsewhere; an older one is replaced in one step.

    Raises:
        StoreError: the folder cannot be made or written to.
    """
    with atomic_path(Path(path)) as hidden:
        hidden.write_bytes(content)


def write_forecast(path: Path, forecast: Forecast) -> None:
    """Write a forecast file, a stretch of units at a time, so that the long table never stands in memory.

    Draws are rounded to whole deaths; model, origin, vintage and level go into the metadata.

    Raises:
        ForecastError: a draw is larger than a file of 32-bit whole numbers can hold.
    """
    n, k, m = forecast.draws.shape
    if n and forecast.draws.max() > np.iinfo(np.int32).max:
        raise ForecastError(f"{path}: model {forecast.model} gave a draw of {forecast.draws.max():.0f} deaths in a month")
    about = {"level": forecast.level, "model": forecast.model, "vintage": forecast.vintage, "origin": str(forecast.origin)}
    stretch = max(1, _ROWS_A_GROUP // (k * m))
    with atomic_path(Path(path)) as hidden:
        schema = _labelled(_draw_rows(forecast, 0, 0), about).schema
        options: dict[str, Any] = {
            "compression": "zstd",
            "use_dictionary": ["unit_id", "month_id", "outcome"],
            "write_statistics": ["unit_id"],
        }
        with pq.ParquetWriter(hidden, schema, column_encoding={"draw": "DELTA_BINARY_PACKED"}, **options) as writer:
            for at in range(0, n, stretch):
                writer.write_table(_draw_rows(forecast, at, at + stretch).cast(schema), row_group_size=_ROWS_A_GROUP)


def _draw_rows(forecast: Forecast, at: int, to: int) -> pa.Table:
    part = replace(forecast, units=forecast.units[at:to], draws=forecast.draws[at:to])
    rows = part.to_table()
    return rows.set_column(3, "outcome", rows["outcome"].cast(pa.int32()))


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
        for batch in self.file.iter_batches(_ROWS_A_GROUP, columns=list(names)):
            yield tuple(_whole(batch.column(name), name, self.path, ForecastError) for name in names)

    def forecast(self, units: Ints, months: Ints, draws: Ints) -> Forecast:
        """The forecast with these draws; steps count from the origin."""
        if len(months) and months[0] <= self.origin:
            raise ForecastError(f"{self.path}: {format_month(int(months[0]))} is not after the origin {format_month(self.origin)}")
        about = self.about
        return Forecast(
            units, months - self.origin, draws, self.origin, about.get("model", self.path.stem), self.level, about.get("vintage", "unknown")
        )


def _forecast_file(path: Path, origin: int | None) -> _ForecastFile:
    file = _open(path)
    names, about = file.schema_arrow.names, _about(file)
    unit = _unit_column(names, path, None, ForecastError)
    for name in ("month_id", "draw", "outcome"):
        _one(names, (name,), path, ForecastError)
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


def read_forecast_units(path: Path, origin: int | None = None) -> Iterator[Forecast]:
    """The forecast of one unit after another, so that a file of any size is read in the memory of one row group.

    The rows of a unit must stand together, as `write_forecast` leaves them.

    Raises:
        StoreError: the file is missing or is not Parquet.
        ForecastError: as `read_forecast`, and where a unit's rows do not stand together.
    """
    source = _forecast_file(Path(path), origin)
    done: set[int] = set()
    axes: tuple[Ints, Ints] | None = None
    for unit, rows in _runs_of_units(source):
        month, draw, outcome = rows
        _check_outcomes(source.path, outcome)
        months, labels = np.unique(month), np.unique(draw)
        axes = axes or (months, labels)
        if unit in done:
            raise ForecastError(f"{path}: the rows of unit {unit} do not stand together: sort the file by unit, or read it whole")
        same = np.array_equal(months, axes[0]) and np.array_equal(labels, axes[1]) and len(month) == len(months) * len(labels)
        flat = np.searchsorted(months, month) * len(labels) + np.searchsorted(labels, draw)
        if not same or len(np.unique(flat)) != len(flat):
            raise ForecastError(f"{path}: unit {unit} does not have the same months and draws as the first unit, once each")
        done.add(unit)
        draws = np.empty(len(flat), dtype=np.int32)
        draws[flat] = outcome
        yield source.forecast(np.array([unit]), months, draws.reshape(1, len(months), len(labels)))


def _runs_of_units(source: _ForecastFile) -> Iterator[tuple[int, tuple[Ints, Ints, Ints]]]:
    held: list[tuple[Ints, ...]] = []
    current: int | None = None
    for unit, *rest in source.columns(source.unit, "month_id", "draw", "outcome"):
        edges = [0, *(np.flatnonzero(np.diff(unit)) + 1).tolist(), len(unit)]
        for at, to in itertools.pairwise(edges):
            if at == to:
                continue
            if current is not None and current != unit[at]:
                yield current, _joined(held)
                held = []
            current = int(unit[at])
            held.append(tuple(part[at:to] for part in rest))
    if current is not None:
        yield current, _joined(held)


def _joined(held: list[tuple[Ints, ...]]) -> tuple[Ints, Ints, Ints]:
    month, draw, outcome = (np.concatenate(parts) for parts in zip(*held, strict=True))
    return month, draw, outcome


def _axes(source: _ForecastFile) -> tuple[Ints, Ints, Ints]:
    found = [np.empty(0, dtype=np.int64) for _ in range(3)]
    for parts in source.columns(source.unit, "month_id", "draw"):
        found = [np.union1d(known, part) for known, part in zip(found, parts, strict=True)]
    return found[0], found[1], found[2]


def _check_outcomes(path: Path, outcome: Ints) -> None:
    if len(outcome) and (outcome.min() < 0 or outcome.max() > np.iinfo(np.int32).max):
        raise ForecastError(f"{path}: draws hold {outcome.min()} to {outcome.max()} deaths: they must be whole numbers from 0")


def _labelled(rows: pa.Table, about: Mapping[str, str]) -> pa.Table:
    return rows.replace_schema_metadata({f"{_PREFIX}{key}": value for key, value in about.items()})


def _about(file: Any) -> dict[str, str]:
    found = file.schema_arrow.metadata or {}
    texts = {key.decode("utf-8", "replace"): value.decode("utf-8", "replace") for key, value in found.items()}
    return {key.removeprefix(_PREFIX): value for key, value in texts.items() if key.startswith(_PREFIX)}


def _open(path: Path) -> Any:
    if not path.is_file():
        raise StoreError(f"there is no file {path}: check the name")
    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as wrong:
        raise StoreError(
            f"{path} is not a whole Parquet file: it may be half-written or of another kind ({str(wrong).splitlines()[0]})"
        ) from wrong


def _one(names: list[str], wanted: tuple[str, ...], path: Path, error: type[MarsadError]) -> str:
    found = [name for name in wanted if name in names]
    if not found:
        raise error(f"{path} has no column {' or '.join(wanted)}: it has {', '.join(names)}")
    if len(found) > 1:
        raise error(f"{path} has the columns {' and '.join(found)}, and one of them must count: drop the others")
    return found[0]


def _unit_column(names: list[str], path: Path, level: Level | None, error: type[MarsadError]) -> str:
    found = [name for name in UNITS if name in names and (level is None or UNITS[name] in (None, level))]
    if "priogrid_gid" in found and "unit_id" not in found:
        return "priogrid_gid"  # files of cells often name the cell's country beside it
    return _one(names, tuple(found) or tuple(UNITS), path, error)


def _numbers(column: Any, name: str, path: Path, error: type[MarsadError]) -> Any:
    try:
        values = column.to_numpy(zero_copy_only=False) if isinstance(column, pa.Array) else column.to_numpy()
        numbers = np.asarray(values, dtype=np.float64) if values.dtype.kind not in "iu" else values
    except (TypeError, ValueError) as wrong:
        raise error(f"{path}: column {name} does not hold numbers") from wrong
    if numbers.dtype.kind == "f" and not np.isfinite(numbers).all():
        raise error(
            f"{path}: column {name} has {int((~np.isfinite(numbers)).sum())} values that are empty or not finite: leave such rows out"
        )
    return numbers


def _whole(column: Any, name: str, path: Path, error: type[MarsadError]) -> Ints:
    numbers = _numbers(column, name, path, error)
    whole = numbers.astype(np.int64)
    if numbers.dtype.kind == "f" and (whole != numbers).any():
        raise error(f"{path}: column {name} holds {numbers[whole != numbers][0]}, which is not a whole number")
    return np.asarray(whole)
