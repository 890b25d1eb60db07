"""What the day of a deed says beside that of its text: a thing to come, or history."""

from __future__ import annotations

from datetime import date

from marsad.base.records import DateRange

_SPOKEN_AHEAD = frozenset(["THREATEN", "REQUEST", "REJECT", "ACCUSE", "AGREE", "CONCEDE", "SUPPORT"])
_HISTORY_DAYS = 90  # days: a deed so far before its text counts as history, not as news


def is_coming(type_: str, when: DateRange, published: date) -> bool:
    """Whether a deed's own day lies ahead; the day of what is asked, threatened or promised does not make the asking a thing to come."""
    return when.start is not None and when.start > published and type_ not in _SPOKEN_AHEAD


def long_ago(when: DateRange, published: date) -> bool:
    """Whether a day stated for a deed lies so far back that a text tells it as history."""
    stated = when.basis in ("stated", "resolved") and when.start is not None
    return stated and when.end is not None and (published - when.end).days > _HISTORY_DAYS
