"""Rows of a CSV, XLSX or GeoJSON file as texts under one header, each with its number; no row is lost on the way."""

from __future__ import annotations

import csv
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from marsad.base.errors import FormatError, SourceError

SUFFIXES = (".csv", ".xlsx", ".geojson")
"""What is taken from a folder of event files."""

CELL_MOST = 1_000_000
"""Code points of one cell: more is a quotation mark that never closes, and would swallow the rows after it."""

Row = tuple[int, list[str]]
"""Number of the row (1 for the first after the header) and its cells, which may be more or fewer than the header's."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it, read once and in order."""

    header: tuple[str, ...]
    rows: Iterator[Row]


def open_table(path: Path) -> Table:
    """The rows of an event file, by its suffix.

    Raises:
        SourceError: the file is missing or cannot be read.
        FormatError: it is empty, not in the format its suffix says, not UTF-8, or of a format that is not read. The same is raised
            while the rows are read, where the fault lies further down.
    """
    readers: dict[str, Callable[[Path], Table]] = {".csv": _csv, ".xlsx": _xlsx, ".geojson": _geojson}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise FormatError(f"{path}: event tables are read from {', '.join(SUFFIXES)}, not from {path.suffix or 'files without suffix'}")
    try:
        if path.stat().st_size == 0:
            raise FormatError(f"{path}: the file is empty: fetch it again")
        return reader(path)
    except FileNotFoundError as wrong:
        raise SourceError(f"{path}: there is no such file: check the path") from wrong
    except OSError as wrong:
        raise SourceError(f"{path}: the file cannot be read ({wrong.strerror or wrong}): check its permissions") from wrong


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex.

    Raises:
        SourceError: the file is missing or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as wrong:
        raise SourceError(f"{path}: the file cannot be read ({wrong.strerror}): check path and permissions") from wrong


def _csv(path: Path) -> Table:
    lines = _csv_lines(path)
    header_line = next(lines, "")
    if not header_line.strip():
        raise FormatError(f"{path}: the first line must name the columns, and it is empty")
    # a table saved by a spreadsheet under a French or Arabic locale parts its cells by semicolons
    delimiter = max(",;\t", key=header_line.count)
    header = tuple(cell.strip() for cell in next(csv.reader([header_line], delimiter=delimiter)))
    return Table(header, _csv_rows(path, lines, header, delimiter))


def _csv_lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from file
    except UnicodeDecodeError as wrong:
        raise FormatError(f"{path}: the file is not UTF-8 (byte 0x{wrong.object[wrong.start]:02x}): convert it (iconv -t UTF-8)") from wrong


def _csv_rows(path: Path, lines: Iterator[str], header: tuple[str, ...], delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(CELL_MOST)
    pending: list[str] = []

    def kept() -> Iterator[str]:
        for line in lines:
            if "\x00" in line:
                raise FormatError(f"{path}: the file is binary (it holds NUL bytes): give the publisher's CSV unchanged")
            pending.append(line)
            yield line

    number, unclosed = 0, 0
    try:
        for number, cells in enumerate(csv.reader(kept(), delimiter=delimiter), start=1):
            quotes = sum(line.count('"') for line in pending)
            unclosed = len(pending) if quotes % 2 and len(cells) < len(header) else 0
            pending.clear()
            # exports of the publisher's site end each row in a comma that the header does not have
            if len(cells) == len(header) + 1 and not cells[-1]:
                cells.pop()
            yield number, cells
    except csv.Error as wrong:
        raise FormatError(f"{path}: row {number + 1} cannot be read as CSV ({wrong}): fetch the file again") from wrong
    # only the last row can end inside quotation marks: before it the reader goes on
    if unclosed:
        raise FormatError(f"{path}: a quotation mark opens in row {number} and never closes ({unclosed} lines): fetch the file again")


def _xlsx(path: Path) -> Table:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = iter(book.worksheets[0].iter_rows(values_only=True)) if book.worksheets else iter(())
        first = next(rows, None)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, EOFError) as wrong:
        raise FormatError(f"{path}: this is no XLSX workbook ({wrong}): fetch the file again") from wrong
    if not first or not any(first):
        raise FormatError(f"{path}: the first row of the first sheet must name the columns, and it is empty")
    header = tuple(_text(value).strip() for value in first)
    return Table(header, ((number, [_text(value) for value in row]) for number, row in enumerate(rows, start=1)))


def _geojson(path: Path) -> Table:
    try:
        values = json.loads(path.read_text("utf-8-sig"))
    except ValueError as wrong:
        raise FormatError(f"{path}: this is no JSON in UTF-8 ({wrong}): fetch the file again") from wrong
    features = values.get("features") if isinstance(values, dict) else None
    if not isinstance(features, list):
        raise FormatError(f"{path}: a GeoJSON file of events is a FeatureCollection, and this is none")
    rows = [_feature(feature) for feature in features]
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    return Table(header, ((number, [_text(row.get(name)) for name in header]) for number, row in enumerate(rows, start=1)))


def _feature(feature: Any) -> dict[str, Any]:
    """Properties of a feature with the coordinates of its point; whatever is missing stays empty and is refused later, by name."""
    values = feature if isinstance(feature, dict) else {}
    properties = values.get("properties")
    geometry = values.get("geometry")
    row = dict(properties) if isinstance(properties, dict) else {}
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        point = geometry.get("coordinates")
        if isinstance(point, list) and len(point) >= 2:
            row.setdefault("longitude", point[0])
            row.setdefault("latitude", point[1])
    return row


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    return str(value)
