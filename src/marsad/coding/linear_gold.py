"""Judged sentences from a table (.tsv, .csv, .jsonl): one sentence and one label a row; each fault is told with its line."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.base.errors import CodingError
from marsad.base.records import QUAD_CLASS
from marsad.coding.linear_reading import CLASSES

LEAST = 20  # sentences of each label: with fewer, the figures of a cross-validation are chance
_NAMES = {number: name for name, number in CLASSES.items()}


@dataclass(frozen=True, slots=True)
class Gold:
    """Sentences with their labels, all of them names of `CLASSES`; `groups` holds what must stay in one fold, or is empty."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Names of the columns of a table of judged sentences."""

    text: str = "text"
    label: str = "label"
    group: str | None = None


def read_gold(path: Path, columns: Columns) -> Gold:
    """The judged sentences of a file.

    Raises:
        CodingError: the file cannot be read, a column is missing, a label is unknown, or there is too little to learn from.
    """
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except OSError as wrong:
        raise CodingError(f"{path} cannot be read: {wrong.strerror or wrong}") from wrong
    except UnicodeDecodeError as wrong:
        raise CodingError(f"{path} is not UTF-8 (byte {wrong.start}): save it as UTF-8 and try again") from wrong
    kinds = {".tsv": _tsv, ".csv": _csv, ".jsonl": _jsonl}
    if path.suffix.lower() not in kinds:
        raise CodingError(f"{path}: a table of judged sentences ends in .tsv, .csv or .jsonl")
    texts, labels, groups = [], [], []
    for line, row in kinds[path.suffix.lower()](raw, path):
        for name in filter(None, (columns.text, columns.label, columns.group)):
            if name not in row:
                raise CodingError(f"{path}, line {line}: no column {name!r}; there are {', '.join(map(repr, row))}")
        if not isinstance(row[columns.text] or "", str):
            raise CodingError(f"{path}, line {line}: the sentence is no text")
        text = str(row[columns.text] or "").strip()
        if not text:
            raise CodingError(f"{path}, line {line}: the sentence is empty")
        texts.append(text)
        labels.append(_label(str(row[columns.label] or ""), f"{path}, line {line}"))
        if columns.group:
            groups.append(str(row[columns.group]))
    _check(labels, path)
    return Gold(tuple(texts), tuple(labels), tuple(groups))


def _check(labels: list[str], path: Path) -> None:
    seen = Counter(labels)
    told = ", ".join(f"{label} {count}" for label, count in seen.most_common()) or "no sentence"
    if len(seen) < 2:
        raise CodingError(f"{path}: two labels are needed at least, and there is {told}: a layer learns by the difference")
    if min(seen.values()) < LEAST:
        raise CodingError(f"{path}: {LEAST} sentences of each label are needed at least, and there are {told}: judge more, or join labels")


def _label(given: str, where: str) -> str:
    key = given.strip().casefold().replace("-", "_").replace(" ", "_")
    if key in CLASSES:
        return key
    if key.upper() in QUAD_CLASS:
        return _NAMES[QUAD_CLASS[key.upper()]]
    raise CodingError(f"{where}: unknown label {given!r}: write {', '.join(CLASSES)}, or a PLOVER type such as ASSAULT")


def _tsv(raw: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows of a table parted by tabs. A quotation mark alone never joins lines: texts begin with one often enough."""
    lines = raw.split("\n")
    head = [_bare(cell) for cell in lines[0].rstrip("\r").split("\t")]
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            cells = [_bare(cell) for cell in line.rstrip("\r").split("\t")]
            if len(cells) != len(head):
                raise CodingError(f"{path}, line {number}: {len(cells)} columns, and the first line has {len(head)}")
            yield number, dict(zip(head, cells, strict=True))


def _bare(cell: str) -> str:
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell


def _csv(raw: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    rows = csv.DictReader(io.StringIO(raw, newline=""))
    try:
        for row in rows:
            if None in row or None in row.values():
                raise CodingError(f"{path}, line {rows.line_num}: another number of columns than the first line has")
            yield rows.line_num, row
    except csv.Error as wrong:
        raise CodingError(f"{path}, line {rows.line_num}: {wrong}") from wrong


def _jsonl(raw: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(raw.split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as wrong:  # too deep, or a number of thousands of digits
                why = wrong.msg if isinstance(wrong, json.JSONDecodeError) else "too deep, or too long a number"
                raise CodingError(f"{path}, line {number}: not JSON: {why}") from None
            if not isinstance(row, dict):
                raise CodingError(f"{path}, line {number}: not an object with a sentence and a label")
            yield number, row
