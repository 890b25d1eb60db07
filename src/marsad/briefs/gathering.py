"""Records put together: copies of one event or meeting in one group, sentences numbered in the order they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from marsad.base.places import country_by_iso3
from marsad.base.records import Document, Engagement, Event, Language, Record, Span, Statement
from marsad.base.script import uncovered
from marsad.briefs.inputs import Terms
from marsad.briefs.protected import masked, tells_protected_site

Coded = Event | Engagement | Statement
E = TypeVar("E", Event, Engagement)

QUOTE_MOST = 700
"""Code points of a sentence shown; longer ones are cut at a blank, with an ellipsis."""


class Library:
    """The documents at hand, by id; in sentences on protected sites, places finer than a country are hidden behind `label`."""

    def __init__(
        self, documents: Iterable[Document], records: Iterable[Record] = (), label: str = "[…]", terms: Terms | None = None
    ) -> None:
        self._by_id = {document.id: document for document in documents}
        self._label = label
        self._terms = terms or {}
        # of all documents: the one that names the town may be another than the one that names the clinic
        self._places = frozenset(name for record in records for name in _fine_places(record))

    def document(self, record: Coded) -> Document | None:
        """The document a record was coded from, or None where it is not at hand."""
        return self._by_id.get(record.document) if record.document else None

    def language(self, record: Coded) -> str | None:
        """Language of the record's document."""
        found = self.document(record)
        return found.language if found else None

    def told(self, text: str, language: Language, country: str | None = None) -> str | None:
        """An actor, an office or a place (with its country) in the brief's language; None where the text's own words are to be shown."""
        return self._terms.get((text, country), {}).get(language)

    def published(self, record: Coded) -> date:
        """Day the record's document was published; the first of days where that is unknown."""
        found = self.document(record)
        return (found.published if found else None) or date.min

    def sentence(self, record: Coded) -> str:
        """The record's sentence in its document's own words; empty where neither is at hand."""
        found = self.document(record)
        if found is not None and record.span is not None and found.text:
            return self._hidden(shorten(record.span.of(found.text)))
        return self._hidden(shorten(getattr(record, "text", None) or ""))

    def lent_by_protected(self, event: Event) -> bool:
        """Whether an event has its place from elsewhere in a text that tells of a protected site: the place may be that site's."""
        found = self.document(event)
        lent = event.place is not None and event.place.basis == "inferred"
        return lent and found is not None and tells_protected_site(found.text)

    def title(self, document: Document) -> str | None:
        """The document's title, as careful as a sentence."""
        return self._hidden(document.title) if document.title else None

    def stretch(self, document: str, start: int, end: int) -> str:
        """A stretch of a document's text, as careful as a sentence; empty where the document is not at hand."""
        found = self._by_id.get(document)
        return self.careful(found.text[start:end]) if found is not None else ""

    def by_id(self, document: str) -> Document | None:
        """A document, or None where it is not at hand."""
        return self._by_id.get(document)

    def careful(self, text: str) -> str:
        """Words of a document on one line, as careful as a sentence."""
        return self._hidden(shorten(text))

    def _hidden(self, text: str) -> str:
        return masked(text, self._places, self._label)


def _fine_places(record: Record) -> tuple[str, ...]:
    place = getattr(record, "place", None)
    if place is None or not place.name:
        return ()
    country = country_by_iso3(place.country) if place.country else None
    known = {country.name(code) for code in ("ar", "fr", "en")} if country else set()
    return () if place.name in known else (place.name,)


def shorten(text: str) -> str:
    """`text` on one line, cut at a blank where it is longer than a quotation should be."""
    flat = uncovered(" ".join(text.split()))
    if len(flat) <= QUOTE_MOST:
        return flat
    return flat[: flat.rfind(" ", 0, QUOTE_MOST)] + " …"


def together(records: Sequence[E], library: Library) -> list[tuple[E, ...]]:
    """Groups of records that tell of the same thing, joined by their `same_as` links.

    The earliest published stands first in each group; of one document, the record that its others point to.
    """
    leader = {record.id: record.id for record in records}

    def root(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    for record in records:
        for link in record.links:
            if link.rel == "same_as" and link.to in leader:
                one, other = sorted((root(record.id), root(link.to)))
                leader[other] = one
    groups: dict[str, list[E]] = {}
    for record in records:
        groups.setdefault(root(record.id), []).append(record)
    return [tuple(sorted(group, key=lambda r: (library.published(r), points(r, group), r.id))) for group in groups.values()]


def points(record: Event | Engagement, group: Iterable[Event | Engagement]) -> bool:
    """Whether a record of the group points to another one of its own document, which tells the event more fully."""
    own = {other.id for other in group if other.document == record.document}
    return any(link.rel == "same_as" and link.to in own for link in record.links)


class Book:
    """Evidence numbered as it is cited: records that share a sentence share a number."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._places: dict[tuple[str | None, Span | None, int | None], int] = {}
        self._numbers: dict[str, int] = {}
        self._held: dict[int, list[Coded]] = {}

    def cite(self, *records: Coded) -> tuple[str, ...]:
        """Ids of the records that have a sentence to show, each with a number from now on."""
        shown = []
        for record in records:
            if record.id not in self._numbers:
                if not self._library.sentence(record):
                    continue
                number = self._places.setdefault((record.document, record.span, record.line), len(self._places) + 1)
                self._numbers[record.id] = number
                self._held.setdefault(number, []).append(record)
            shown.append(record.id)
        return tuple(shown)

    @property
    def numbers(self) -> tuple[tuple[str, int], ...]:
        """(record id, number of its evidence), by number."""
        return tuple(sorted(self._numbers.items(), key=lambda pair: (pair[1], pair[0])))

    @property
    def held(self) -> tuple[tuple[int, tuple[Coded, ...]], ...]:
        """(number, the records it stands for), by number."""
        return tuple((number, tuple(records)) for number, records in sorted(self._held.items()))
