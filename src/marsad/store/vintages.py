"""Tables by country name and month's end: one as it stands, or many as they were published on different days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from marsad.base.errors import PanelError, StoreError
from marsad.base.frames import Panel
from marsad.base.places import country_by_name

NAMED = ("country", "month_end")
COUNTS = ("best_total", "outcome", "best")


def is_named(names: list[str]) -> bool:
    """Whether a table's columns name countries and the last days of months, not numbers of either."""
    return all(name in names for name in NAMED)


def named_panel(table: pa.Table, where: str, vintage: str) -> Panel:
    """A panel of ISO numeric codes from a table by country name (as UCDP, CLDR or Natural Earth write it) and month's end.

    Raises:
        PanelError: a country that is not known, no column of counts, or a count that is no whole number from 0.
    """
    counts = next((name for name in COUNTS if name in table.column_names), None)
    if counts is None:
        raise PanelError(f"{where}: no column of counts ({', '.join(COUNTS)}) beside {', '.join(NAMED)}")
    names = table["country"].combine_chunks().dictionary_encode()
    known = [country_by_name(str(name)) for name in names.dictionary.to_pylist()]
    lost = [name for name, found in zip(names.dictionary.to_pylist(), known, strict=True) if found is None]
    if lost:
        raise PanelError(f"{where}: countries that are not known: {', '.join(map(str, lost[:5]))} ({len(lost)} in all)")
    numbers = np.array([found.numeric for found in known if found is not None], dtype=np.int64)
    units = numbers[names.indices.to_numpy()]
    ends = table["month_end"].cast(pa.timestamp("us"))
    months = (pc.year(ends).to_numpy() - 1980) * 12 + pc.month(ends).to_numpy()
    try:
        return Panel.from_rows(units, months, table[counts].to_numpy(), outcome=counts, vintage=vintage)
    except PanelError as wrong:
        raise PanelError(f"{where}: {wrong}") from wrong


def read_vintages(path: Path) -> dict[int, Panel]:
    """Tables as they were published, by the last month that each held; of several that end alike, the first published.

    Args:
        path: Parquet file with the columns country, month_end, vintage (day of publication) and best_total (or outcome, best).

    Raises:
        StoreError: the file is missing or is not Parquet.
        PanelError: a column is missing, or a value is wrong.
    """
    found: dict[int, Panel] = {}
    for panel in _published(path):
        found.setdefault(int(panel.months[-1]), panel)
    return found


def first_figures(path: Path) -> Panel:
    """Each month as the first table that held it gave it; a month before the first table is of that table.

    Args and Raises: as for `read_vintages`.
    """
    parts: list[Panel] = []
    known = 0
    for panel in _published(path):
        fresh = panel.months > known
        if fresh.any():
            parts.append(Panel(panel.units, panel.months[fresh], panel.deaths[:, fresh], panel.observed[:, fresh], outcome=panel.outcome))
            known = int(panel.months[-1])
    if not parts:
        raise PanelError(f"{path}: no table stands in it")
    units, months, deaths = (np.concatenate(values) for values in zip(*map(_rows, parts), strict=True))
    return Panel.from_rows(units, months, deaths, outcome=parts[0].outcome, vintage=f"{Path(path).stem}, first figures")


def _rows(panel: Panel) -> tuple[Any, Any, Any]:
    row, column = np.nonzero(panel.observed)
    return panel.units[row], panel.months[column], panel.deaths[row, column]


def _published(path: Path) -> Iterator[Panel]:
    """Tables in the order in which they were published."""
    table = _table(path)
    missing = [name for name in (*NAMED, "vintage") if name not in table.column_names]
    if missing:
        raise PanelError(f"{path}: a table of vintages has the columns country, month_end, vintage; missing: {', '.join(missing)}")
    days = table["vintage"].cast(pa.string())
    for day in sorted(pc.unique(days).to_pylist()):
        yield named_panel(_last_of_day(table.filter(pc.equal(days, day))), str(path), f"{Path(path).stem} of {day}")


def _last_of_day(table: pa.Table) -> pa.Table:
    """A day may hold two versions (column `commit`): the one that stands last in the file is what the day ended with."""
    if "commit" not in table.column_names or table.num_rows == 0:
        return table
    return table.filter(pc.equal(table["commit"], table["commit"][-1]))


def _table(path: Path) -> Any:
    try:
        return pq.read_table(path)
    except FileNotFoundError:
        raise StoreError(f"there is no file {path}: check the name") from None
    except pa.ArrowInvalid as wrong:
        raise StoreError(f"{path} is not Parquet: {wrong}") from wrong
