"""Panel files (Parquet), and files in general: written whole or not at all, checked as they are read.

A panel file has `unit_id, month_id, outcome`; what else there is to know (level, vintage) stands in the Parquet metadata, so
that foreign files without it can be read too. Forecast files: `store/draws.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from marsad.base.errors import MarsadError, PanelError, StoreError
from marsad.base.frames import Ints, Level, Panel
from marsad.store.vintages import is_named, named_panel

UNITS: dict[str, Level | None] = {"unit_id": None, "country_id": "country", "priogrid_gid": "cell"}
OUTCOMES = ("outcome", "ged_sb", "best")
_ISO_NUMERIC_MOST = 999
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
        pq.write_table(labelled(rows, about), hidden, compression="zstd", compression_level=9, write_statistics=False)


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
    file = open_parquet(Path(path))
    names, about = file.schema_arrow.names, about_of(file)
    if is_named(names):
        return named_panel(file.read(), str(path), about.get("vintage", Path(path).name))
    unit, counts = unit_column(names, path, level, PanelError), one_column(names, OUTCOMES, path, PanelError)
    one_column(names, ("month_id",), path, PanelError)
    table = file.read(columns=[unit, "month_id", counts])
    units, months = whole_numbers(table[unit], unit, path, PanelError), whole_numbers(table["month_id"], "month_id", path, PanelError)
    deaths = numbers_of(table[counts], counts, path, PanelError)
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


def column_names(path: Path) -> list[str]:
    """Names of a Parquet file's columns.

    Raises:
        StoreError: the file is missing or is not Parquet.
    """
    return list(open_parquet(Path(path)).schema_arrow.names)


def read_rows(path: Path) -> pa.Table:
    """Any Parquet file as an Arrow table.

    Raises:
        StoreError: the file is missing or is not Parquet.
    """
    return open_parquet(Path(path)).read()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file of bytes made elsewhere; an older one is replaced in one step.

    Raises:
        StoreError: the folder cannot be made or written to.
    """
    with atomic_path(Path(path)) as hidden:
        hidden.write_bytes(content)


def labelled(rows: pa.Table, about: Mapping[str, str]) -> pa.Table:
    """The table with these texts in its metadata."""
    return rows.replace_schema_metadata({f"{_PREFIX}{key}": value for key, value in about.items()})


def about_of(file: Any) -> dict[str, str]:
    """What a file's metadata say in Marsad's own keys."""
    found = file.schema_arrow.metadata or {}
    texts = {key.decode("utf-8", "replace"): value.decode("utf-8", "replace") for key, value in found.items()}
    return {key.removeprefix(_PREFIX): value for key, value in texts.items() if key.startswith(_PREFIX)}


def open_parquet(path: Path) -> Any:
    """The file, opened.

    Raises:
        StoreError: it is missing or is not Parquet.
    """
    if not path.is_file():
        raise StoreError(f"there is no file {path}: check the name")
    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as wrong:
        raise StoreError(
            f"{path} is not a whole Parquet file: it may be half-written or of another kind ({str(wrong).splitlines()[0]})"
        ) from wrong


def one_column(names: list[str], wanted: tuple[str, ...], path: Path, error: type[MarsadError]) -> str:
    """The one of these columns that there is."""
    found = [name for name in wanted if name in names]
    if not found:
        raise error(f"{path} has no column {' or '.join(wanted)}: it has {', '.join(names)}")
    if len(found) > 1:
        raise error(f"{path} has the columns {' and '.join(found)}, and one of them must count: drop the others")
    return found[0]


def unit_column(names: list[str], path: Path, level: Level | None, error: type[MarsadError]) -> str:
    """The column that names the unit."""
    found = [name for name in UNITS if name in names and (level is None or UNITS[name] in (None, level))]
    if "priogrid_gid" in found and "unit_id" not in found:
        return "priogrid_gid"  # files of cells often name the cell's country beside it
    return one_column(names, tuple(found) or tuple(UNITS), path, error)


def numbers_of(column: Any, name: str, path: Path, error: type[MarsadError]) -> Any:
    """A column as numbers."""
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


def whole_numbers(column: Any, name: str, path: Path, error: type[MarsadError]) -> Ints:
    """A column as whole numbers."""
    numbers = numbers_of(column, name, path, error)
    if numbers.dtype.kind in "iu":
        return np.asarray(numbers)
    whole = numbers.astype(np.int64)
    if (whole != numbers).any():
        raise error(f"{path}: column {name} holds {numbers[whole != numbers][0]}, which is not a whole number")
    return np.asarray(whole)
