"""The dateline of a wire report (NIAMEY, May 14, 2024 (Reuters) -): where and when it was filed, not where and when something happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from marsad.base.records import Span
from marsad.coding.dates import find_dates
from marsad.coding.entities import Found
from marsad.coding.reading import Reading, Sent

_MOST = 18  # words and marks of a dateline
_DASHES = ("-", "–", "—")
_MARKS = frozenset(",،.()/:;'’")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline names, and its day where it has one with its year."""

    found: tuple[Found, ...]
    day: date | None


def take_dateline(reading: Reading) -> Dateline | None:
    """Cut the dateline off the first sentence of the body and give it; None where there is none."""
    sent = next((one for one in reading.sents if one.role == "body"), None)
    if sent is None:
        return None
    dash = _dash(sent)
    if dash is None:
        return None
    prefix = Span(sent.tokens[0].start, sent.tokens[dash].start)
    dates = [one for one in find_dates(prefix.of(reading.text), None, reading.lang) if one.start is not None]
    spans = [Span(one.span.start + prefix.start, one.span.end + prefix.start) for one in dates]
    if not _all_known(sent, dash, spans):
        return None
    taken = tuple(item for item in sent.found if item.last < dash)
    sent.found = [replace(item, first=item.first - dash - 1, last=item.last - dash - 1) for item in sent.found if item.first > dash]
    sent.tokens = sent.tokens[dash + 1 :]
    sent.span = Span(sent.tokens[0].start, sent.span.end)
    day = next((one.start for one in dates if one.start == one.end and one.basis == "stated"), None)
    return Dateline(taken, day)


def _dash(sent: Sent) -> int | None:
    """The dash that closes a dateline: apart from the words on both sides, with something behind it."""
    tokens = sent.tokens
    for at in range(1, min(_MOST, len(tokens) - 2)):
        token = tokens[at]
        if token.text in _DASHES and tokens[at - 1].end < token.start and token.end < tokens[at + 1].start:
            return at
    return None


def _all_known(sent: Sent, dash: int, dates: Iterable[Span]) -> bool:
    """Whether a place opens and nothing but places, days, capitals and an agency in brackets stands before the dash."""
    tokens = sent.tokens[:dash]
    if not any(item.first == 0 and item.kind in ("place", "country", "region") and item.how != "adjective" for item in sent.found):
        return False
    named = {at for item in sent.found if item.last < dash for at in range(item.first, item.last + 1)}
    dates, depth = list(dates), 0
    for at, token in enumerate(tokens):
        depth += (token.text == "(") - (token.text == ")")
        dated = any(token.span.within(span) for span in dates)
        capital = token.script == "latin" and token.text[:1].isupper()
        if not (depth > 0 or at in named or dated or capital or token.text in _MARKS or token.script == "number"):
            return False
    return depth == 0
