"""Dates in digits alone: 2022-06-13, 13/06/2022, 22/04."""

from __future__ import annotations

import re

from marsad.coding.calendar_days import Partial, day_of
from marsad.coding.dates_points import Reader, Reading

_YMD = re.compile(r"(\d{4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d/-])")
_COMPACT = re.compile(r"((?:19|20)\d\d)()(\d\d)(\d\d)(?!\d)")
_XYZ = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?[/.,-]\s?(\d{4}|\d{2})(?![\d/-])")
_XY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?![\d/-]|[.,]\d)")


def numeric_date(r: Reader, i: int) -> Reading | None:
    """2022-06-13, 13/06/2022, 13.6.22, 22/04. English puts the month first where both orders make a date."""
    atom = r.at(i)
    if not ("digits" in atom.kinds or atom.text[:1].isdigit()) or r.mark(i - 1, "/"):
        return None
    for form, build in ((_YMD, _from_ymd), (_COMPACT, _from_ymd), (_XYZ, _from_xyz), (_XY, _from_xy)):
        found = form.match(r.flat, atom.start)
        value = build(r, i, found) if found else None
        if found and value:
            end = i
            while r.at(end).start < found.end() and not r.has(end, "end"):
                end += 1
            return (end, value) if r.at(end - 1).end == found.end() else None
    return None


def _from_ymd(r: Reader, i: int, found: re.Match[str]) -> Partial | None:
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    return Partial(year, month, day) if day_of(year, month, day) else None


def _ordered(r: Reader, first: int, second: int, year: int) -> tuple[int, int] | None:
    """(month, day) of two numbers, in the language's order where both are possible."""
    orders = ((first, second), (second, first)) if r.lang == "en" else ((second, first), (first, second))
    return next((order for order in orders if day_of(year, *order)), None)


def _from_xyz(r: Reader, i: int, found: re.Match[str]) -> Partial | None:
    year = int(found[4])
    if len(found[4]) == 2:
        year += 2000 if year < 50 else 1900
    order = _ordered(r, int(found[1]), int(found[3]), year)
    return Partial(year, *order) if order else None


def _from_xy(r: Reader, i: int, found: re.Match[str]) -> Partial | None:
    order = _ordered(r, int(found[1]), int(found[3]), 2024)
    if order is None or (found[2] != "/" and not _as_date(r, i, found)):
        return None
    return Partial(month=order[0], day=order[1])


def _as_date(r: Reader, i: int, found: re.Match[str]) -> bool:
    """Whether 4.22 or 4-22 stands as a date: behind a preposition or a blank, at the end of its clause, with two digits behind."""
    end = found.end()
    closed = not r.flat[end : end + 1].strip() and not r.flat[end:].lstrip()[:1].isalnum()
    sure = len(found[3]) == 2 or (max(int(found[1]), int(found[3])) > 12 and r.has(i - 1, "of", "cueprep"))
    return closed and sure and not (r.lang == "en" and r.at(i - 1).text == "at")
