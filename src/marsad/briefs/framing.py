"""The frame that every kind of brief stands in: title, sections in order, labels, numbers of the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from marsad.briefs.content import Block, Brief, Section, Sheet
from marsad.briefs.gathering import Book
from marsad.briefs.words import Words

LABELS = (
    "contents", "twin", "scroll", "head-text", "head-records", "head-day", "head-what", "head-detail", "head-sentence", "head-holder",
    "head-language", "head-source", "sheet-events", "sheet-table-events", "sheet-source-list", "sheet-texts", "sheet-yardstick",
    "sheet-violence", "sheet-presences", "sheet-foes", "sheet-ties", "sheet-outcomes", "sheet-chance",
)  # fmt: skip
"""Messages that renderers put around the content."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Title, the line under it, the key that names the file, and the last month known, such as 2026-05."""

    title: str
    about: str
    key: str
    as_of: str


def framed(
    frame: Frame, blocks: Mapping[str, tuple[Block, ...]], words: Words, *, book: Book, run: str, sheets: tuple[Sheet, ...]
) -> Brief:
    """A brief from its sections' blocks, in their order; a section without blocks is left out."""
    labels = {name: words.say(name) for name in LABELS}
    labels["made-by"] = words.say("made-by", run=run) if run else words.say("made-by-short")
    labels["colon"] = words.colon
    return Brief(
        title=frame.title, about=frame.about, language=words.language, direction=words.direction, region=frame.key, as_of=frame.as_of,
        sections=tuple(Section(key, words.say(f"section-{key}"), found) for key, found in blocks.items() if found),
        labels=tuple(labels.items()), numbers=book.numbers,
        links=tuple((number, words.say("evidence-link", number=number)) for number, _ in book.held), run=run, sheets=sheets,
        territory=words.territory,
    )  # fmt: skip
