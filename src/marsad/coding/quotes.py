"""Quotations in a paragraph, also where the marks do not balance: each mark is read by its place, not by its glyph alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from marsad.base.records import Span

_MARK = re.compile('[“”„«»"‟]|‹|›')
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
        if _opens(text, at, paragraph, inside=bool(open_)):
            if len(open_) < _DEPTH_MOST:
                open_.append(at + 1)
        elif open_:
            start = open_.pop()
            found.append(Quote(_trim(text, start, at), True, len(open_)))
    end = paragraph.end
    while end > paragraph.start and text[end - 1] in _END:
        end -= 1
    for depth, start in enumerate(open_):
        found.append(Quote(_trim(text, start, max(start, end)), False, depth))
    return sorted((q for q in found if q.span.end > q.span.start), key=lambda q: (q.span.start, -q.span.end))


def outermost(found: list[Quote]) -> list[Quote]:
    """The quotations that stand in no other one."""
    kept: list[Quote] = []
    for quote in found:
        if not kept or quote.span.start >= kept[-1].span.end:
            kept.append(quote)
    return kept


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
