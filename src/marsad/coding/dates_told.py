"""Days that a text counts from its own story: the next day, "le lendemain", two days later; the anchor is a day told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from marsad.base.script import search_key
from marsad.coding.calendar_days import shift
from marsad.coding.dates import DateFound, find_dates

_ANY = date(2001, 6, 15)  # a reference day to read an expression against: only the distance from it counts
_RUN = 7  # days: a longer stretch is no day to count from
_LATER = tuple(search_key(word) for word in ("later", "earlier", "plus tard", "plus tôt", "après", "auparavant", "لاحقا"))


def story_offset(words: str, lang: str) -> int | None:
    """Days that an expression counts from the story's own day, negative before it; None where it counts from elsewhere.

    >>> story_offset("le lendemain", "fr"), story_offset("two days later", "en"), story_offset("yesterday", "en")
    (1, 2, None)
    """
    found = find_dates(words, _ANY, lang)
    if len(found) != 1 or found[0].start is None or found[0].start != found[0].end:
        return None
    if found[0].basis != "inferred" and not search_key(words).endswith(_LATER):
        return None
    return (found[0].start - _ANY).days


def _may_count(one: DateFound) -> bool:
    """Whether it is worth a second look: most expressions name their day, or count from the day of publication."""
    return one.precision == "day" and (one.basis in ("inferred", "unknown") or search_key(one.text).endswith(_LATER))


def counted_on(found: Sequence[DateFound], lang: str, earlier: Iterator[date], published: date | None) -> list[DateFound]:
    """The dates of a sentence, those of the story counted from the last day told before them.

    Args:
        found: the sentence's dates, in order.
        lang: its language.
        earlier: days told in the sentences before it, the best first; asked only where one is needed.
        published: the day of publication. A day after it, counted from no day told, is not known.
    """
    made: list[DateFound] = []
    anchor: date | None = None
    for one in found:
        offset = story_offset(one.text, lang) if _may_count(one) else None
        last = one if offset is None else _moved(one, anchor or next(earlier, None), offset, published)
        made.append(last)
        if last.start is not None and last.end is not None and last.precision == "day" and (last.end - last.start).days < _RUN:
            anchor = last.end
    return made


def _moved(one: DateFound, day: date | None, offset: int, published: date | None) -> DateFound:
    at = shift(day, offset, "day") if day is not None else None
    if at is not None:
        return replace(one, start=at, end=at, basis="inferred")
    coming = one.start is not None and published is not None and one.start > published
    return replace(one, start=None, end=None, basis="unknown") if coming else one
