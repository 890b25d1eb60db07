"""Texts into records, and expressions into dates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from marsad.base.errors import UsageError
from marsad.base.records import Document, Engagement, Event, Mention, NonEvent, RawText, Record, Reject, Statement, as_json
from marsad.verbs.report import Tell

if TYPE_CHECKING:
    from marsad.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What to read, and what the texts do not say of themselves."""

    paths: tuple[Path, ...]
    published: date | None = None
    language: str | None = None
    lines: bool = False
    explain: bool = False
    lexicons: tuple[Path, ...] = ()


def read(settings: Settings, request: ReadRequest, tell: Tell) -> Iterator[Record]:
    """Records of each document, document by document; a file that cannot be read comes as a Reject, in its place.

    Raises:
        UsageError: nothing to read, or every file was set aside.
    """
    from marsad.documents import unknown_language
    from marsad.sources.files import read_paths
    from marsad.verbs.readers import chosen_reader

    reader = chosen_reader(settings, request.lexicons)
    read_, aside = 0, 0
    for raw in read_paths(request.paths):
        if isinstance(raw, Reject):
            aside += 1
            tell(f"set aside: {raw.reason}")
            yield raw
            continue
        for line, document in _documents(raw, request):
            read_ += 1
            if why := unknown_language(document):
                tell(f"{document.path}{'' if line is None else f', line {line}'}: {why}")
            yield document
            for record in reader.read(document, line=line):
                if request.explain or not isinstance(record, NonEvent):
                    yield record
    if not read_:
        raise UsageError(f"nothing could be read: {aside} files were set aside (reasons above); give texts (.txt, .md) or pages (.html)")


def _documents(raw: RawText, request: ReadRequest) -> Iterator[tuple[int | None, Document]]:
    from marsad.documents import documents_of_lines, make_document

    if not request.lines:
        yield None, make_document(raw, published=request.published, language=request.language)
        return
    yield from documents_of_lines(raw, published=request.published, language=request.language)


def told(records: Iterable[Record]) -> Iterator[str]:
    """One line of text a record, for a person; mentions are left to `--json`."""
    for record in records:
        match record:
            case Document():
                yield f"\n{record.path}  [{record.language}]  {record.title or ''}  {record.published or 'no date'}"
            case Event():
                who = ", ".join(a.name for a in record.actors) or "?"
                whom = ", ".join(a.name for a in record.recipients)
                deaths = "" if record.fatalities is None else f"  deaths {record.fatalities.best}"
                flags = f"  ({', '.join(record.flags)})" if record.flags else ""
                where = record.place.name if record.place and record.place.name else ""
                yield f"  event       {record.type:<10} {who} -> {whom}  {where}  {record.date.start or ''}{deaths}{flags}  [{record.rule}]"
            case Engagement():
                people = "; ".join(" ".join(filter(None, (p.name, p.office))) for p in record.participants)
                links = "".join(f"  {link.rel} {link.to}" for link in record.links)
                yield f"  engagement  {record.form:<10} {people}  {record.date.start or ''}{links}"
            case Statement():
                speaker = record.speaker.name or record.speaker.office if record.speaker else None
                yield f"  statement   {record.source_kind:<10} {speaker or '?'}: {record.text[:90]}"
            case NonEvent():
                yield f"  no event    {record.trigger}: {record.reason}"
            case Mention() | Reject():
                continue


def dates(path: Path, standard_input: TextIO) -> Iterator[dict[str, Any]]:
    """One answer a line of `path` (or of standard input where it is `-`).

    Raises:
        UsageError: the file is missing, or a line is not a JSON object with text, reference and lang; the message names the line.
    """
    from marsad.coding.dates import dates_json

    if str(path) == "-":
        yield from (dates_json(number, _case(line, number, path)) for number, line in enumerate(standard_input) if line.strip())
        return
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if line.strip():
                    yield dates_json(number, _case(line, number, path))
    except (OSError, UnicodeDecodeError) as wrong:
        raise UsageError(f"{path} cannot be read: {wrong}") from wrong


def _case(line: str, number: int, path: Path) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except json.JSONDecodeError as wrong:
        raise UsageError(f"{path}, line {number + 1}: not JSON: {wrong.msg}") from None
    if not isinstance(case, dict):
        raise UsageError(f"{path}, line {number + 1}: not an object with text, reference and lang")
    return case


def json_of(record: Record) -> Any:
    """A record in the shape that DESIGN section 3 fixes."""
    return as_json(record)
