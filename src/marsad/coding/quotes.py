"""Quotations in a paragraph, also where the marks do not balance: each mark is read by its place, not by its glyph alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from marsad.base.records import Span

_MARK = re.compile("[“”„«»\"‟‘’']|‹|›")
_SINGLE = frozenset("‘’'")
"""Marks that are apostrophes as well: they open before a word only, and count where they are closed."""
_OPEN = frozenset("“„«‹")
_CLOSE = frozenset("”»›")
_END = " \t\r\n .،؛,;:!?؟"
_DEPTH_MOST = 6
"""Marks nested deeper than this are noise; the innermost are then read as one."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `span` between its marks; `closed` is False where the paragraph ended first; `depth` 0 is outermost."""

    span: Span
    closed: bool
    depth: int


def quotes(text: str, paragraph: Span) -> list[Quote]:
    """Quotations of one paragraph in order of their beginning; an unclosed one ends with the paragraph, its full stop left out.

    A mark that touches a word on its right side and none on its left opens, whatever its glyph; the reverse closes.

    >>> [q.span.of("a “b c”, d “e") for q in quotes("a “b c”, d “e", Span(0, 13))]
    ['b c', 'e']
    """
    open_: list[int] = []
    found: list[Quote] = []
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        at = mark.start()
        if text[at] in _SINGLE:
            if _opens_single(text, at, paragraph) and len(open_) < _DEPTH_MOST:
                open_.append(at + 1)
            elif open_ and text[open_[-1] - 1] in _SINGLE and _closes_single(text, at, paragraph, text[open_[-1] - 1]):
                start = open_.pop()
                found.append(Quote(_trim(text, start, at), True, len(open_)))
            continue
        while open_ and text[open_[-1] - 1] in _SINGLE:  # an apostrophe after all
            open_.pop()
        if _opens(text, at, paragraph, inside=bool(open_)):
            if len(open_) < _DEPTH_MOST:
                open_.append(at + 1)
        elif open_:
            start = open_.pop()
            found.append(Quote(_trim(text, start, at), True, len(open_)))
    end = paragraph.end
    while end > paragraph.start and text[end - 1] in _END:
        end -= 1
    for depth, start in enumerate(start for start in open_ if text[start - 1] not in _SINGLE):
        found.append(Quote(_trim(text, start, max(start, end)), False, depth))
    return sorted((q for q in found if q.span.end > q.span.start), key=lambda q: (q.span.start, -q.span.end))


def outermost(found: list[Quote]) -> list[Quote]:
    """The quotations that stand in no other one."""
    kept: list[Quote] = []
    for quote in found:
        if not kept or quote.span.start >= kept[-1].span.end:
            kept.append(quote)
    return kept


def _opens_single(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return text[at] != "’" and (before.isspace() or before in "([:—–“«") and after.isalpha()


def _closes_single(text: str, at: int, paragraph: Span, opened: str) -> bool:
    """Whether a single mark closes: none does inside a word, and a straight one only behind a stop (the officials' car)."""
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if after.isalnum():
        return False
    return text[at] == "’" if opened == "‘" else text[at] == "'" and text[at - 1] in ".,?!…"


def _opens(text: str, at: int, paragraph: Span, *, inside: bool) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    free_left = before.isspace() or before in "([ـ:،,—–-“«„"
    free_right = after.isspace() or after in ".،,;؛:!?؟)]”»…"
    glyph = text[at]
    if free_left and not free_right:
        return True
    if free_right and not free_left:
        return False
    if glyph in _OPEN:
        return True
    if glyph in _CLOSE:
        return False
    return not inside


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
