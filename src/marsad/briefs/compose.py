"""From inputs to content: the sections of a brief, in order, in one language."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.errors import BriefError
from marsad.base.months import format_month
from marsad.base.records import Language
from marsad.briefs.actors import GroupInputs, PairInputs
from marsad.briefs.agreed import agreed
from marsad.briefs.ahead import ahead
from marsad.briefs.alerted import alerts
from marsad.briefs.armed import groups
from marsad.briefs.belonging import of_region
from marsad.briefs.calendar import calendar_figure
from marsad.briefs.closing import evidence, limits, sources
from marsad.briefs.content import Brief, Figure
from marsad.briefs.corrections import basis, corrections
from marsad.briefs.framing import Frame, framed
from marsad.briefs.gathering import Book, Library
from marsad.briefs.group import compose_group
from marsad.briefs.happened import happened
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.met import meetings, met, said
from marsad.briefs.naming import named
from marsad.briefs.newly import own_past
from marsad.briefs.pair import compose_pair
from marsad.briefs.sheets import sheets
from marsad.briefs.spilling import hotspots_table, spilling
from marsad.briefs.summary import summary
from marsad.briefs.words import LANGUAGES, Words


def compose_brief(inputs: BriefInputs | GroupInputs | PairInputs, language: Language, *, territory: str | None = None) -> Brief:
    """The content of a brief on a region, a group or a partnership; the same inputs give the same content.

    Args:
        inputs: what the pipeline gathered; their kind is the brief's.
        language: ar, fr or en.
        territory: ISO 3166-1 alpha-2, for regional month names and digits (MA in Arabic has its own name for August).

    Raises:
        BriefError: another language, or a message is missing.
    """
    if language not in LANGUAGES:
        raise BriefError(f"no briefs are written in {language!r}: choose one of {', '.join(LANGUAGES)}")
    if isinstance(inputs, GroupInputs):
        return compose_group(inputs, language, territory)
    if isinstance(inputs, PairInputs):
        return compose_pair(inputs, language, territory)
    words = Words(language, territory)
    library = Library(inputs.documents, inputs.records, words.say("place-hidden"), inputs.terms)
    inputs = replace(inputs, records=of_region(inputs.records, inputs.region))
    book = Book(library)
    # evidence is numbered as it is cited, so its section is made after all that cite
    blocks = {
        "summary": summary(inputs, words, library),
        "alerts": alerts(inputs, words, library),
        "happened": happened(inputs, words, book, library),
        "pattern": (*own_past(inputs, words), *hotspots_table(inputs, words), *spilling(inputs, words)),
        "groups": groups(inputs, words),
        "met": (*_calendar(inputs, words, library), *met(inputs, words, book, library), *agreed(inputs, words, library)),
        "named": named(inputs, words),
        "said": said(inputs, words, book, library),
        "ahead": ahead(inputs, words),
        "evidence": evidence(words, book, library),
        "sources": sources(inputs, words, library),
        "corrections": corrections(inputs, words),
        "limits": limits(inputs, words),
    }
    frame = Frame(
        words.say("brief-title", region=inputs.region.names[language]), words.say("brief-about", month=words.month(inputs.as_of)),
        inputs.region.key, format_month(inputs.as_of),
    )  # fmt: skip
    made = framed(frame, blocks, words, book=book, run=inputs.run, sheets=sheets(inputs, words))
    return replace(made, basis=basis(inputs))


def _calendar(inputs: BriefInputs, words: Words, library: Library) -> tuple[Figure, ...]:
    """The calendar of the region's meetings, where there are enough to draw."""
    title = words.say("calendar-title", who=inputs.region.names[words.language], month=words.month(inputs.as_of))
    drawn = calendar_figure(meetings(inputs, library), words, library, title=title)
    return () if drawn is None else (drawn,)
