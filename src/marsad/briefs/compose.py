"""From inputs to content: the sections of a brief, in order, in one language."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.errors import BriefError
from marsad.base.months import format_month
from marsad.base.records import Language
from marsad.briefs.ahead import ahead
from marsad.briefs.belonging import of_region
from marsad.briefs.closing import evidence, limits, sources
from marsad.briefs.content import Brief, Section
from marsad.briefs.gathering import Book, Library
from marsad.briefs.happened import happened
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.met import met, said
from marsad.briefs.sheets import sheets
from marsad.briefs.summary import summary
from marsad.briefs.words import LANGUAGES, Words

LABELS = (
    "contents", "twin", "scroll", "head-text", "head-records", "head-day", "head-what", "head-detail", "head-sentence", "head-holder",
    "head-language", "head-source", "sheet-events", "sheet-table-events", "sheet-source-list", "sheet-texts", "sheet-yardstick",
)  # fmt: skip
"""Messages that renderers put around the content."""


def compose_brief(inputs: BriefInputs, language: Language, *, territory: str | None = None) -> Brief:
    """The content of a regional brief; the same inputs give the same content.

    Args:
        inputs: what the pipeline gathered.
        language: ar, fr or en.
        territory: ISO 3166-1 alpha-2, for regional month names and digits (MA in Arabic has its own name for August).

    Raises:
        BriefError: another language, or a message is missing.
    """
    if language not in LANGUAGES:
        raise BriefError(f"no briefs are written in {language!r}: choose one of {', '.join(LANGUAGES)}")
    words = Words(language, territory)
    library = Library(inputs.documents, inputs.records, words.say("place-hidden"))
    inputs = replace(inputs, records=of_region(inputs.records, inputs.region))
    book = Book(library)
    # evidence is numbered as it is cited, so its section is made after all that cite
    blocks = {
        "summary": summary(inputs, words, library),
        "happened": happened(inputs, words, book, library),
        "met": met(inputs, words, book, library),
        "said": said(inputs, words, book, library),
        "ahead": ahead(inputs, words),
        "evidence": evidence(words, book, library),
        "sources": sources(inputs, words, library),
        "limits": limits(inputs, words),
    }
    labels = {name: words.say(name) for name in LABELS}
    labels["made-by"] = words.say("made-by", run=inputs.run) if inputs.run else words.say("made-by-short")
    return Brief(
        title=words.say("brief-title", region=inputs.region.names[language]),
        about=words.say("brief-about", month=words.month(inputs.as_of)),
        language=language,
        direction=words.direction,
        region=inputs.region.key,
        as_of=format_month(inputs.as_of),
        sections=tuple(Section(key, words.say(f"section-{key}"), found) for key, found in blocks.items() if found),
        labels=tuple(labels.items()),
        numbers=book.numbers,
        links=tuple((number, words.say("evidence-link", number=number)) for number, _ in book.held),
        run=inputs.run,
        sheets=sheets(inputs, words),
    )
