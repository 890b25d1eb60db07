"""Texts into records, and expressions into dates."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from marsad.base.errors import DocumentError, UsageError
from marsad.base.records import Document, Engagement, Event, Mention, NonEvent, RawText, Record, Reject, Statement, as_json
from marsad.verbs.report import Tell

if TYPE_CHECKING:
    from marsad.coding.coder import Kept
    from marsad.coding.readers import Reader
    from marsad.documents import Part
    from marsad.settings import Settings

T = TypeVar("T")

_LOAD = "marsad.verbs.loaded"
_PIECE = 25_000  # characters handed to a process at a time: a tenth of a second of work, so that all end nearly together


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What to read, and what the texts do not say of themselves; `jobs` processes read it, if None as many as it is worth."""

    paths: tuple[Path, ...]
    published: date | None = None
    language: str | None = None
    lines: bool = False
    explain: bool = False
    lexicons: tuple[Path, ...] = ()
    jobs: int | None = 1


@dataclass(frozen=True, slots=True)
class _Piece:
    """Files to read one after the other; where each line is a document, some lines of one file, `first` being their first number.

    Of a very long text first the document's record alone, `whole`, then part after part.
    """

    raws: tuple[RawText | Reject, ...] = ()
    first: int = 0
    whole: Document | None = None
    part: Part | None = None

    @property
    def size(self) -> int:
        return sum(len(raw.text) for raw in self.raws if isinstance(raw, RawText)) + (self.part.size if self.part else 0)


def read(settings: Settings, request: ReadRequest, tell: Tell) -> Iterator[Record]:
    """Records of each document, document by document; a file that cannot be read comes as a Reject, in its place.

    Raises:
        UsageError: nothing to read, or every file was set aside.
    """
    return _read(settings, request, tell, _itself)


def read_lines(settings: Settings, request: ReadRequest, tell: Tell) -> Iterator[str]:
    """The records that `read` gives, each as its line of JSON: written in the process that made it.

    Raises:
        UsageError: nothing to read, or every file was set aside.
    """
    return _read(settings, request, tell, line_of)


def _read(settings: Settings, request: ReadRequest, tell: Tell, shape: Callable[[Record], T]) -> Iterator[T]:
    from marsad.sources.files import read_paths
    from marsad.verbs.jobs import how_many, in_order

    pieces = _pieces(read_paths(request.paths), request)
    jobs, pieces = how_many(request.jobs if settings.reader == "rules" else 1, pieces, lambda piece: piece.size)
    made: Iterable[_Made]
    if jobs > 1:
        made = chain.from_iterable(in_order(_work, pieces, jobs=jobs, start=_start, given=(settings, request, shape), load=_LOAD))
    else:
        made = _in_turn(settings, request, pieces, shape)
    counts = {"document": 0, "aside": 0}
    for kind, what in made:
        if kind == "tell":
            tell(what)
            continue
        if kind in counts:
            counts[kind] += 1
        yield what
    if not counts["document"]:
        raise UsageError(
            f"nothing could be read: {counts['aside']} files were set aside (reasons above); give texts (.txt, .md) or pages (.html)"
        )


def _pieces(raws: Iterable[RawText | Reject], request: ReadRequest) -> Iterator[_Piece]:
    """The files in pieces of some `_PIECE` characters, in order; of documents only very long ones are cut."""
    from marsad.documents.parts import PART_MOST

    waiting: list[RawText | Reject] = []
    for raw in raws:
        # how long the text of a page is shows only once it is taken out of it, which is work for the process that reads it
        if isinstance(raw, RawText) and (request.lines or (len(raw.text) > PART_MOST and not raw.html)):
            yield from (_Piece((one,)) for one in waiting)
            waiting = []
            yield from _cut_at_lines(raw) if request.lines else _cut_in_parts(raw, request)
            continue
        waiting.append(raw)
        if sum(len(one.text) for one in waiting if isinstance(one, RawText)) >= _PIECE:
            yield _Piece(tuple(waiting))
            waiting = []
    if waiting:
        yield _Piece(tuple(waiting))


def _cut_in_parts(raw: RawText, request: ReadRequest) -> Iterator[_Piece]:
    from marsad.documents import parts

    try:
        ((_, document),) = _documents(raw, request, 0)
    except DocumentError as wrong:
        yield _Piece((Reject("documents", raw.path, str(wrong)),))
        return
    yield _Piece(whole=document)
    yield from (_Piece(part=part) for part in parts(document))


def _cut_at_lines(raw: RawText) -> Iterator[_Piece]:
    first = number = start = at = 0
    while at < len(raw.text):
        at = raw.text.find("\n", at) + 1 or len(raw.text)
        number += 1
        if at - start >= _PIECE or at == len(raw.text):
            yield _Piece((replace(raw, raw=b"", text=raw.text[start:at]),), first)
            first, start = number, at
    if not raw.text:
        yield _Piece((raw,))


_Made = tuple[str, Any]
"""What is handed on: tell, document, aside or record, and the line to tell the user or the record in the shape asked for."""


def _in_turn(settings: Settings, request: ReadRequest, pieces: Iterable[_Piece], shape: Callable[[Record], Any]) -> Iterator[_Made]:
    from marsad.verbs.jobs import stay
    from marsad.verbs.readers import chosen_reader

    reader = chosen_reader(settings, request.lexicons)
    stay()
    for piece in pieces:
        for one in _read_piece(piece, reader, request):
            yield _made(one, shape)


def _made(one: Record | str, shape: Callable[[Record], Any]) -> _Made:
    if isinstance(one, str):
        return "tell", one
    return {Document: "document", Reject: "aside"}.get(type(one), "record"), shape(one)


_OF_THIS_PROCESS: dict[str, tuple[Reader, ReadRequest, Callable[[Record], Any]]] = {}
"""In a process that reads for another: its reader, the request and the shape of what it gives, loaded once."""


def _start(settings: Settings, request: ReadRequest, shape: Callable[[Record], Any]) -> None:
    from marsad.verbs.jobs import stay
    from marsad.verbs.readers import chosen_reader

    _OF_THIS_PROCESS["read"] = chosen_reader(settings, request.lexicons), request, shape
    stay()


def _work(piece: _Piece) -> list[_Made]:
    reader, request, shape = _OF_THIS_PROCESS["read"]
    return [_made(one, shape) for one in _read_piece(piece, reader, request)]


def _read_piece(piece: _Piece, reader: Reader, request: ReadRequest) -> Iterator[Record | str]:
    """Documents with their records, rejects, and lines to tell the user."""
    if piece.whole is not None:
        yield from _opened(_discreet(piece.whole, reader), None)
    if piece.part is not None:
        yield from _read_part(piece.part, None, reader, request)
    for raw in piece.raws:
        if isinstance(raw, Reject):
            yield f"set aside: {raw.reason}"
            yield raw
            continue
        try:
            for line, document in _documents(raw, request, piece.first):
                several = list(_parts(document))
                if len(several) == 1:
                    kept, records = reader.kept(document, line=line)
                    yield from _opened(kept, line)
                    yield from _asked(records, request)
                    continue
                yield from _opened(_discreet(document, reader), line)
                for part in several:
                    yield from _read_part(part, line, reader, request)
        except DocumentError as wrong:
            yield f"set aside: {wrong}"
            yield Reject("documents", raw.path, str(wrong))


def _opened(document: Document, line: int | None) -> Iterator[Record | str]:
    from marsad.documents import unknown_language

    if why := unknown_language(document):
        yield f"{document.path}{'' if line is None else f', line {line}'}: {why}"
    yield document


def _parts(document: Document) -> Iterator[Part]:
    from marsad.documents import parts

    return parts(document)


def _discreet(document: Document, reader: Reader) -> Document:
    """A very long document as it may be kept, part by part: before its records, for it comes first."""
    from marsad.documents import rejoined

    return rejoined(document, ((part.start, reader.discreet(part.document())) for part in _parts(document)))


def _read_part(part: Part, line: int | None, reader: Reader, request: ReadRequest) -> Iterator[Record]:
    return _asked(reader.read(part.document(), line=line), request)


def _asked(records: Iterable[Record], request: ReadRequest) -> Iterator[Record]:
    return (record for record in records if request.explain or not isinstance(record, NonEvent))


def read_documents(settings: Settings, documents: Sequence[Document]) -> Iterator[Kept]:
    """Documents already made, as they may be kept, with their records, in order; in several processes where there is much to read."""
    from marsad.coding.coder import Kept
    from marsad.documents import rejoined

    read = _read_parts(settings, documents)
    for document in documents:
        made = [(part.start, next(read)) for part in _parts(document)]
        whole = made[0][1].document if len(made) == 1 else rejoined(document, ((start, one.document) for start, one in made))
        yield Kept(whole, tuple(record for _, one in made for record in one.records))


def _read_parts(settings: Settings, documents: Sequence[Document]) -> Iterator[Kept]:
    from marsad.verbs.jobs import how_many, in_order
    from marsad.verbs.readers import chosen_reader

    pieces = (part for document in documents for part in _parts(document))
    jobs, rest = how_many(None if settings.reader == "rules" else 1, pieces, lambda part: part.size)
    request = ReadRequest(paths=(), lexicons=settings.lexicons)
    if jobs > 1:
        yield from in_order(_work_on, rest, jobs=jobs, start=_start, given=(settings, request, _itself), load=_LOAD)
        return
    reader = chosen_reader(settings)
    for part in rest:
        yield reader.kept(part.document())


def _work_on(part: Part) -> Kept:
    return _OF_THIS_PROCESS["read"][0].kept(part.document())


def _documents(raw: RawText, request: ReadRequest, first: int) -> Iterator[tuple[int | None, Document]]:
    from marsad.documents import documents_of_lines, make_document

    if not request.lines:
        yield None, make_document(raw, published=request.published, language=request.language)
        return
    for number, document in documents_of_lines(raw, published=request.published, language=request.language):
        yield first + number, document


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
    except (ValueError, RecursionError) as wrong:  # too deep, or a number of thousands of digits
        why = wrong.msg if isinstance(wrong, json.JSONDecodeError) else "too deep, or too long a number"
        raise UsageError(f"{path}, line {number + 1}: not JSON: {why}") from None
    if not isinstance(case, dict):
        raise UsageError(f"{path}, line {number + 1}: not an object with text, reference and lang")
    return case


_encode = json.JSONEncoder(ensure_ascii=False).encode


def line_of(record: Record) -> str:
    """A record as one line of JSON, in the shape that DESIGN section 3 fixes."""
    return _encode(as_json(record))


def _itself(record: Record) -> Record:
    return record
