"""The nouns of reading: documents, events, engagements, statements, mentions; frozen, each with its provenance.

`as_json` gives the shape that DESIGN section 3 fixes for `marsad read --json`; `from_json` reads it back.
All spans are [start, end) in code points of the document's raw text.
"""

from __future__ import annotations

import dataclasses
import hashlib
import types
import typing
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar

from marsad.base.errors import RecordError

Language = Literal["ar", "fr", "en"]
SourceKind = Literal["communique", "official", "expert", "witness", "newspaper", "dataset"]
Flag = Literal["negated", "future", "hypothetical", "historical", "attributed"]
Relation = Literal["follow_up_of", "part_of", "same_as", "reported_by"]
Role = Literal["title", "body", "boilerplate"]
Form = Literal["meeting", "visit", "call", "summit", "agreement"]
Basis = Literal["stated", "resolved", "inferred", "unknown"]

PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

QUAD_CLASS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. Source: PLOVER 2.0; SANCTION is 4 (docs/plover.md)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch [start, end) of code points of a document's raw text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise RecordError(f"span [{self.start}, {self.end}) does not run forward")

    def of(self, text: str) -> str:
        """The stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def within(self, outer: Span) -> bool:
        """Whether this span lies inside `outer`."""
        return outer.start <= self.start and self.end <= outer.end


@dataclass(frozen=True, slots=True)
class DateRange:
    """When, as an interval of days, both included; `precision` is the finest unit the words give (day, month, ... unknown).

    `basis`: stated (a full date in words), resolved (relative words and a publication date), inferred (a bound).
    """

    start: date | None
    end: date | None
    precision: str = "day"
    basis: Basis = "stated"

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise RecordError(f"date range ends {self.end} before it starts {self.start}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where: ISO 3166-1 alpha-3 country, PRIO-GRID cell, radius in metres; a disputed place has no country unless the source says one."""

    name: str | None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    cell: int | None = None
    basis: Basis = "stated"
    precision_m: float | None = None
    disputed: bool = False

    def __post_init__(self) -> None:
        if self.lat is not None and not -90 <= self.lat <= 90:
            raise RecordError(f"latitude {self.lat} of {self.name!r} is outside -90 to 90")
        if self.lon is not None and not -180 <= self.lon <= 180:
            raise RecordError(f"longitude {self.lon} of {self.name!r} is outside -180 to 180")


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation, state, group (`group:jnim`) or crowd; never a private person; `inferred` where the clause does not name it."""

    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    span: Span | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Fatalities:
    """Deaths as reported: low <= best <= high, whole numbers, never negative."""

    low: int
    best: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.best <= self.high:
            raise RecordError(f"deaths must rise from low to high and start at 0: {self.low}, {self.best}, {self.high}")


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another record, or to a document."""

    rel: Relation
    to: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a document; boilerplate (navigation, hashtags) is kept, and not coded."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class RawText:
    """A file as `sources` found it: its bytes and the characters they decode to; `html` where it is a web page."""

    path: str
    raw: bytes
    text: str
    html: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it came: `id` is the SHA-256 of its raw bytes, `text` the decoded characters that all spans count in."""

    kind = "document"
    id: str
    path: str
    language: str
    title: str | None
    published: date | None
    publisher: str | None
    paragraphs: tuple[Paragraph, ...]
    text: str
    url: str | None = None
    retrieved: date | None = None
    near_duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when, where, on whose word. `document` is None for a row of an event table."""

    kind = "event"
    id: str
    document: str | None
    type: str
    date: DateRange
    place: Place | None
    span: Span | None
    rule: str
    line: int | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quad_class: int = 0
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    fatalities: Fatalities | None = None
    flags: tuple[Flag, ...] = ()
    source_kind: SourceKind = "newspaper"
    trigger_span: Span | None = None
    confidence: float = 0.5
    links: tuple[Link, ...] = ()
    engagement: str | None = None
    coder: str = "rules"
    text: str | None = None

    def __post_init__(self) -> None:
        if self.type not in QUAD_CLASS:
            raise RecordError(f"{self.type!r} is no PLOVER type: one of {', '.join(PLOVER_TYPES)}")
        if self.quad_class == 0:
            object.__setattr__(self, "quad_class", QUAD_CLASS[self.type])
        if not 0 <= self.confidence <= 1:
            raise RecordError(f"confidence {self.confidence} is outside 0 to 1")


@dataclass(frozen=True, slots=True)
class Participant:
    """An office-holder at an engagement, in that office. `delegation` marks those who accompany."""

    name: str | None
    office: str | None
    organisation: str | None
    country: str | None
    span: Span | None = None
    role_span: Span | None = None
    entity: str | None = None
    delegation: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What was talked about, in the document's words."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was agreed. `status`: 0 not initiated, 1 minimum, 2 intermediate, 3 full, or unknown, superseded (Kroc scale)."""

    text: str
    status: Literal[0, 1, 2, 3, "unknown", "superseded"]
    span: Span


@dataclass(frozen=True, slots=True)
class Engagement:
    """A meeting, visit, call, summit or agreement between office-holders or organisations."""

    kind = "engagement"
    id: str
    document: str
    form: Form
    date: DateRange
    place: Place | None
    host: str | None
    participants: tuple[Participant, ...]
    span: Span
    rule: str
    line: int | None = None
    topics: tuple[Topic, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[Span, ...] = ()
    source_kind: SourceKind = "newspaper"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, in what office."""

    name: str | None
    office: str | None = None
    organisation: str | None = None
    country: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said; a claim in it has a holder and is never an event."""

    kind = "statement"
    id: str
    document: str
    speaker: Speaker | None
    source_kind: SourceKind
    direct: bool
    span: Span
    text: str
    line: int | None = None
    cue_span: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, adjective or demonym in a text, tied to an entity, with the reason and the rivals set aside."""

    kind = "mention"
    document: str
    entity: str
    span: Span
    text: str
    line: int | None = None
    reason: str = ""
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NonEvent:
    """A sentence that holds a trigger and gave no event, with the reason (`marsad read --explain`)."""

    kind = "non_event"
    document: str
    span: Span
    trigger: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A record set aside: where it stood, why, and what it held. `source` names the file or address."""

    kind = "reject"
    source: str
    where: str
    reason: str
    content: str = ""


Record = Document | Event | Engagement | Statement | Mention | NonEvent | Reject
KINDS: dict[str, type[Any]] = {k.kind: k for k in (Document, Event, Engagement, Statement, Mention, NonEvent, Reject)}
R = TypeVar("R")


def record_id(kind: str, *parts: object) -> str:
    """A short id that depends on content alone, so that a second import of the same thing changes nothing."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8")).hexdigest()
    return f"{kind}:{digest[:20]}"


def document_id(raw: bytes) -> str:
    """SHA-256 of the raw bytes, in hex."""
    return hashlib.sha256(raw).hexdigest()


def as_json(record: object) -> Any:
    """A record as plain JSON values: spans as [start, end], dates as ISO texts, `kind` first; a document without its text.

    >>> as_json(Span(2, 5))
    [2, 5]
    """
    if record is None or isinstance(record, (str, int, float)):
        return record
    if isinstance(record, Span):
        return [record.start, record.end]
    if isinstance(record, date):
        return record.isoformat()
    if isinstance(record, tuple):
        return [as_json(item) for item in record]
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        kind = getattr(type(record), "kind", None)
        kind = kind if isinstance(kind, str) else None  # where it is a field, each record has its own
        body = {f.name: as_json(getattr(record, f.name)) for f in dataclasses.fields(record)}
        if isinstance(record, Document):
            del body["text"]
        return {"kind": kind, **body} if kind else body
    return record


def from_json(shape: type[R], values: Any) -> R:
    """The record that `as_json` was given; the reverse of `as_json`. A document needs its `text` put back first.

    Raises:
        RecordError: a field is missing or unknown.
    """
    return typing.cast("R", _read(shape, values))


@cache
def _fields(shape: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(shape)
    return {f.name: hints[f.name] for f in dataclasses.fields(shape)}


def _read(shape: Any, values: Any) -> Any:
    if values is None:
        return None
    if isinstance(shape, types.UnionType) or typing.get_origin(shape) is typing.Union:
        chosen = [part for part in typing.get_args(shape) if part is not type(None)]
        return _read(chosen[0], values) if len(chosen) == 1 else values
    if typing.get_origin(shape) is tuple:
        return tuple(_read(typing.get_args(shape)[0], item) for item in values)
    if shape is Span:
        return Span(*values)
    if shape is date:
        return date.fromisoformat(values)
    if dataclasses.is_dataclass(shape) and isinstance(shape, type):
        fields = _fields(shape)
        given = {key: value for key, value in values.items() if key != "kind" or "kind" in fields}
        if unknown := given.keys() - fields.keys():
            raise RecordError(f"a {shape.__name__} has no field {', '.join(sorted(unknown))}")
        try:
            return shape(**{key: _read(fields[key], value) for key, value in given.items()})
        except TypeError as wrong:
            raise RecordError(f"a {shape.__name__} cannot be read back: {wrong}") from wrong
    return values
