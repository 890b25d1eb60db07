"""One document in, its records out: events, engagements, statements, mentions and non-events, in reading order."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from marsad.base.records import Document, Engagement, Event, Language, Mention, NonEvent, Record, Statement
from marsad.base.script import Script, sentences, tokenize
from marsad.coding.coder_events import EventMaker
from marsad.coding.dateline import take_dateline
from marsad.coding.drafts import Drafter
from marsad.coding.engagements import EngagementReader
from marsad.coding.engagements_contexts import Contexts
from marsad.coding.engagements_records import records_of
from marsad.coding.entities import Matcher
from marsad.coding.entities_context import Context
from marsad.coding.entities_forms import build_index
from marsad.coding.entities_periods import Periods
from marsad.coding.gazetteer import Gazetteer
from marsad.coding.lexicon import Lexicon, load_lexicon
from marsad.coding.offices import OfficeReader
from marsad.coding.offices_state import HomeState
from marsad.coding.phrases import Shelf
from marsad.coding.privacy import Privacy
from marsad.coding.privacy_mask import Mask
from marsad.coding.reading import Dates, Reading, Sent
from marsad.coding.statements import SpeechReader

LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")
_ORDER = {"event": 0, "engagement": 1, "statement": 2, "mention": 3, "non_event": 4}


class Kept(NamedTuple):
    """A document as it may be kept, and its records in the order of the text."""

    document: Document
    records: tuple[Record, ...]


class Coder:
    """Rules over a lexicon. One coder serves any number of documents; it keeps nothing between them."""

    name = "rules"

    def __init__(self, lexicon: Lexicon, drafter: Drafter | None = None) -> None:
        """Compile the lexicon; `drafter` reads sentences into events in place of the rules."""
        self.lexicon = lexicon
        self._gazetteer = Gazetteer(lexicon)
        index = build_index(lexicon, extra=self._gazetteer.forms())
        self._matcher = Matcher(index)
        self._offices = OfficeReader(lexicon)
        self._home = HomeState(lexicon)
        self._context = Context(lexicon, self._gazetteer)
        self._periods = Periods(lexicon)
        shelf = Shelf()
        self._speech = SpeechReader(lexicon, shelf)
        self._engagements = EngagementReader(lexicon, self._gazetteer, shelf)
        self._contexts = Contexts(lexicon)
        self._privacy = Privacy(lexicon, self._offices, self._matcher)
        self._events = EventMaker(lexicon, self._gazetteer, drafter=drafter, shelf=shelf)

    def read(self, document: Document, *, line: int | None = None) -> tuple[Record, ...]:
        """The records of a document, in the order of the text, without names of private persons.

        Args:
            document: boilerplate paragraphs are not coded; `published` is the day that relative dates count from.
            line: number of the line that the document is, where each line of a file is a document.
        """
        return self.masked(document, line=line)[1]

    def kept(self, document: Document, *, line: int | None = None) -> Kept:
        """The document as it may be kept, names of private persons hidden in its text and title; and its records."""
        mask, records = self.masked(document, line=line)
        return Kept(mask.document(document), records)

    def discreet(self, document: Document) -> Document:
        """The document as it may be kept, without its records."""
        return self._privacy.mask(self._prepare(document)).document(document)

    def masked(self, document: Document, *, line: int | None = None) -> tuple[Mask, tuple[Record, ...]]:
        """What has to be hidden of a document, and its records, in which it is hidden."""
        reading = self._prepare(document)
        reading.alone = line is not None
        mask = self._privacy.mask(reading)
        statements = self._speech.read(reading)
        dates = Dates(reading)
        story = self._engagements.read(reading, dates)
        engagements, consults = records_of(story, document, self._contexts)
        events, refused = self._events.read(reading, dates, statements=statements, story=story)
        found: list[Record] = [*events, *consults, *engagements, *statements, *_mentions(reading), *refused]
        found.sort(key=lambda record: (_start(record), _ORDER[record.kind]))
        if mask.spans:
            found = [mask.record(record) for record in found]
        return mask, tuple(found) if line is None else tuple(_on_line(record, line) for record in found)

    def _prepare(self, document: Document) -> Reading:
        lang = _language(document)
        reading = Reading(document, lang, [paragraph.span for paragraph in document.paragraphs], [])
        for number, paragraph in enumerate(document.paragraphs):
            if paragraph.role == "boilerplate":
                continue
            for span in sentences(document.text, paragraph.span):
                tokens = tuple(tokenize(span.of(document.text), span.start))
                found = self._matcher.find(tokens, lang)
                reading.sents.append(Sent(span, tokens, number, paragraph.role, found, number=len(reading.sents)))
        self._context.settle(reading)
        self._periods.settle(reading)
        dateline = take_dateline(reading)
        if dateline is not None and dateline.day is not None and document.published is None:
            reading.document = replace(document, published=dateline.day)  # the day on which the report says it was filed
        if self._speech.opens_as_communique(reading):
            for sent in reading.sents:
                sent.source_kind = "communique"
        for sent in reading.sents:
            sent.persons = self._offices.find(sent.tokens, sent.found, document.text, lang=lang)
        self._home.settle(reading, dateline.found if dateline is not None else ())
        return reading


def load_coder(lexicon_files: Iterable[str | Path] = ()) -> Coder:
    """A coder with the shipped lexicon and the reader's own files on top.

    Raises:
        LexiconError: an entry is malformed; the message names file and line.
    """
    return _coder(tuple(str(path) for path in lexicon_files))


@lru_cache(maxsize=4)
def _coder(paths: tuple[str, ...]) -> Coder:
    watched = gc.isenabled()
    gc.disable()  # hundreds of thousands of objects that all stay: looking for cycles among them takes a fifth of the time
    try:
        made = Coder(load_lexicon(paths))
        gc.freeze()  # nor are they looked at again while texts are read: a sixth of that time
        atexit.register(gc.unfreeze)  # or DuckDB's binding tells of leaks when the program ends
        return made
    finally:
        if watched:
            gc.enable()


def _language(document: Document) -> Language:
    """The document's language, or the nearest that Marsad reads: by its script."""
    for lang in LANGUAGES:
        if document.language == lang:
            return lang
    start = document.paragraphs[0].span.start if document.paragraphs else 0
    scripts: list[Script] = [token.script for token in tokenize(document.text[start : start + 2000])]
    return "ar" if scripts.count("arabic") > scripts.count("latin") else "en"


def _mentions(reading: Reading) -> Iterable[Mention]:
    for sent in reading.sents:
        for item in sent.found:
            if item.kind in ("country", "region", "group", "org", "place") and item.entity:
                rivals = tuple(rival for rival in item.rivals if rival != item.entity)
                yield Mention(reading.document.id, item.entity, item.span, item.span.of(reading.text), reason=item.reason, rivals=rivals)


def _start(record: Record) -> int:
    if isinstance(record, (Event, Engagement, Statement, Mention, NonEvent)) and record.span is not None:
        return record.span.start
    return 0


def _on_line(record: Record, line: int) -> Record:
    return replace(record, line=line) if isinstance(record, (Event, Engagement, Statement, Mention, NonEvent)) else record
