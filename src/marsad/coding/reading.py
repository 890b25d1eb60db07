"""A document on the way to records: its sentences with their tokens, names and persons in office."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from marsad.base.records import Actor, Document, Language, Role, SourceKind, Span, Statement
from marsad.base.script import Token
from marsad.coding.dates import DateFound, find_dates
from marsad.coding.dates_told import counted_on
from marsad.coding.entities import Found
from marsad.coding.offices_persons import Person


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)
_STORY_BACK = 24  # sentences looked back over for the day that "the next day" counts from
_NEAR = ("day", "week", "month")
"""Precisions of a date that the sentences behind it may share; "last year" is told of its own sentence alone."""


def inside(items: Sequence[P], outer: Span) -> list[P]:
    """Those of `items`, in order of their beginning, that lie in `outer`; found without looking at the others."""
    low = bisect_left(items, outer.start, key=lambda item: item.span.start)
    high = bisect_right(items, outer.end, low, key=lambda item: item.span.start)
    return [item for item in items[low:high] if item.span.end <= outer.end]


def touching(items: Sequence[P], span: Span) -> Sequence[P]:
    """Those of `items`, in order and apart from each other, that share a character with `span`; the others are not looked at."""
    low = bisect_right(items, span.start, key=lambda item: item.span.end)
    return items[low : bisect_left(items, span.end, low, key=lambda item: item.span.start)]


@dataclass(slots=True)
class Sent:
    """One sentence. `paragraph` is an index into the reading's paragraphs; `source_kind` says on whose word it stands."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    role: Role
    found: list[Found] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    source_kind: SourceKind = "newspaper"
    attributed: bool = False
    number: int = 0
    named: list[Span] | None = None
    _ends: list[int] | None = None

    def position(self, offset: int) -> int:
        """Position of the first token that ends after a raw offset; the number of tokens where there is none."""
        if self._ends is None:
            self._ends = [token.end for token in self.tokens]
        return bisect_right(self._ends, offset)


class Dates:
    """Date expressions of a document, found sentence by sentence and only where somebody asks."""

    def __init__(self, reading: Reading) -> None:
        """Take the document; nothing is read yet."""
        self._reading = reading
        self._found: dict[Span, tuple[DateFound, ...]] = {}

    def inside(self, sent: Sent) -> tuple[DateFound, ...]:
        """The date expressions of one sentence, as spans of the raw text; a month that is part of a person's name is none."""
        if sent.span not in self._found:
            reading, start = self._reading, sent.span.start
            named = [person.name_span for person in sent.persons if person.name_span is not None]
            found, words = [], sent.span.of(reading.text)
            for one in find_dates(words, reading.document.published, reading.lang, tokens=sent.tokens, base=start):
                span = Span(one.span.start + start, one.span.end + start)
                if not any(span.start < name.end and name.start < span.end for name in named):
                    found.append(DateFound(span, one.start, one.end, one.precision, one.basis, one.text))
            self._found[sent.span] = tuple(counted_on(found, reading.lang, self._days_before(sent), reading.document.published))
        return self._found[sent.span]

    def _days_before(self, sent: Sent) -> Iterator[date]:
        """Single days told before a sentence and not after publication: its paragraph's last, then the latest of those before."""
        published = self._reading.document.published
        near: list[date] = []
        far: list[date] = []
        for other in self._reading.sents[max(0, sent.number - _STORY_BACK) : sent.number]:  # in order: each finds its own anchor known
            told = self.inside(other) if other.source_kind != "expert" else ()
            days = [one.end for one in told if one.end is not None and one.start == one.end and (published is None or one.end <= published)]
            (near if other.paragraph == sent.paragraph else far).extend(days)
        yield from near[-1:]
        yield from sorted(far, reverse=True)

    def before(self, sent: Sent, most: int = 3) -> DateFound | None:
        """The latest past date of the nearest sentence before, at most `most` back, with a day, week or month; an expert's are his own.

        What a sentence recalls ("held since May") is older than what it tells.
        """
        at = sent.number
        for other in reversed(self._reading.sents[max(0, at - most) : at]):
            if other.source_kind == "expert":
                continue
            known = [
                found for found in self.inside(other) if found.end is not None and found.basis != "unknown" and found.precision in _NEAR
            ]
            if known:
                published = self._reading.document.published
                past = [found for found in known if found.end and (published is None or found.end <= published)]
                return max(past, key=lambda found: found.end or date.min) if past else known[-1]
        return None


@dataclass(slots=True)
class Reading:
    """All that is known of one document before its records are made.

    `alone`: the document is one line of a file, torn from its text. What a text around it would tell (sport, a denial, who does it)
    cannot be asked for, so the sentence's own evidence decides.
    """

    document: Document
    lang: Language
    paragraphs: list[Span]
    sents: list[Sent]
    statements: list[Statement] = field(default_factory=list)
    alone: bool = False
    about_sport: bool | None = None
    villages: dict[int, list[Span]] | None = None
    back: Callable[[Sent, Span], list[Actor]] = lambda _sent, _span: []

    @property
    def text(self) -> str:
        """The raw text that all spans count in."""
        return self.document.text

    def in_paragraph(self, index: int) -> list[Sent]:
        """The sentences of one paragraph."""
        low = bisect_left(self.sents, index, key=lambda sent: sent.paragraph)
        return self.sents[low : bisect_right(self.sents, index, low, key=lambda sent: sent.paragraph)]
