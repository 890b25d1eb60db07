"""A text cut into paragraphs with exact offsets, each with its role: title, body or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from marsad.base.records import Paragraph, Span
from marsad.documents.head import Head, read_head
from marsad.documents.wording import BEGINS_MOST, FURNITURE_MOST, HOLDS_MOST, fold, wording

TITLE_MOST = 200
"""Code points: headlines stay below; a first paragraph above it is prose."""

LONG_LINE = 120
"""Code points: text wrapped by hand stays below, so a longer line without blank lines around is a paragraph of its own."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# a carriage return and a line feed are one newline, never two
_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_LINE = re.compile(rf"{_NEWLINE}[^\S\r\n]*{_NEWLINE}|\u2029")
_HASHTAGS = re.compile(r"(?:[#＃][\w\u200c-]+[\s,،|]*){1,60}")
# a headline may ask or exclaim; it does not end in a full stop
_SENTENCE_END = re.compile(r"[.…]['\"”»)]*$")


def cut(text: str) -> tuple[tuple[Paragraph, ...], Head]:
    """Paragraphs of `text` in order, and what its head says of publisher and date.

    Blank lines part paragraphs. Where a text has none and its lines are long, each line is a paragraph. The first paragraph after
    the head is the title if it is one short line that does not end like a sentence, and a paragraph follows.
    """
    head = read_head(text)
    spans = list(_spans(text, head.end))
    found = [Paragraph(span, "boilerplate") for span in head.spans]
    titled = False
    for index, span in enumerate(spans):
        if is_boilerplate(span.of(text)):
            found.append(Paragraph(span, "boilerplate"))
        elif not titled and _is_title(span.of(text), followed=index + 1 < len(spans)):
            found.append(Paragraph(span, "title"))
            titled = True
        else:
            found.append(Paragraph(span, "body"))
            titled = True
    return tuple(found), head


def is_boilerplate(paragraph: str) -> bool:
    """Whether a paragraph is page furniture: hashtags alone, a button, an invitation to share or subscribe, a consent text.

    >>> is_boilerplate("#Mali #Sahel"), is_boilerplate("Back to top"), is_boilerplate("Five people were killed.")
    (True, True, False)
    """
    bare = paragraph.strip()
    if len(bare) > FURNITURE_MOST:
        return False
    if _HASHTAGS.fullmatch(bare):
        return True
    folded, words = fold(bare), wording()
    if not folded:
        return True
    if folded in words.whole:
        return True
    if len(bare) <= HOLDS_MOST and any(phrase in folded for phrase in words.holds):
        return True
    return len(bare) <= BEGINS_MOST and folded.startswith(words.begins)


def _spans(text: str, start: int) -> Iterator[Span]:
    blocks = list(_blocks(text, start))
    if len(blocks) == 1 and any(len(line[0]) > LONG_LINE for line in _LINE.finditer(text, start)):
        blocks = [(line.start(), line.end()) for line in _LINE.finditer(text, start)]
    for begin, end in blocks:
        stripped = text[begin:end].strip()
        if stripped:
            first = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
            yield Span(first, first + len(stripped))


def _blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _BLANK_LINE.finditer(text, start):
        if text[at : gap.start()].strip():
            yield at, gap.start()
        at = gap.end()
    if text[at:].strip():
        yield at, len(text)


def _is_title(paragraph: str, *, followed: bool) -> bool:
    one_line = _LINE.fullmatch(paragraph) is not None
    return followed and one_line and len(paragraph) <= TITLE_MOST and _SENTENCE_END.search(paragraph) is None
