"""Date expressions put together of several words of one kind: two weekdays in a row, the first six months of a year."""

from __future__ import annotations

from dataclasses import replace

from marsad.coding.calendar_days import Interval, Partial, resolve, shift
from marsad.coding.dates_periods import outer_period
from marsad.coding.dates_points import Reader, Reading, is_article, read, rel_weekday


def weekday_pair(r: Reader, i: int) -> Reading | None:
    """Tuesday and Wednesday, "yawmay al-thulatha wa-l-arbia", the night of Tuesday to Wednesday in Arabic without a link."""
    first = r.num(i, "weekday")
    if first is None:
        return None
    linked = r.has(i + 1, "and")
    j = r.fill(i + 2, "", 2) if linked else i + 1
    second = r.num(j, "weekday")
    night = r.lang == "ar" and r.at(i - 1).text.removeprefix("و").startswith("ليل")
    if second is None or second != (first + 1) % 7 or not (linked or night):
        return None
    if (r.num(j + 1, "num") is not None and not is_article(r, j + 1)) or r.num(j + 1, "ord") is not None or r.word(j + 1, "unit"):
        return None
    rel = r.num(j + 1, "rel")
    last = rel_weekday(r, second, rel) if rel is not None else resolve(Partial(weekday=second), r.reference)
    end = j + 1 + (rel is not None)
    if last is None or last.start is None:
        return read(end, last or Interval(None, None, "day", "unknown"))
    return read(end, replace(last, start=shift(last.start, -1, "day")))


def counted_part(r: Reader, i: int) -> Reading | None:
    """The first six months of 2023, "les trois derniers mois de l'annee", "al-ashhur al-sitta al-ula min am 2023"."""
    counts = _english(r, i) if r.lang == "en" else _french(r, i) if r.lang == "fr" else _arabic(r, i)
    if counts is None:
        return None
    end, number, unit, last = counts
    outer = outer_period(r, end) if 1 <= number <= 31 and unit in ("day", "week", "month") else None
    if outer is None:
        return None
    days = outer[1]
    if days is None or days.start is None or days.end is None:
        return outer[0], Interval(None, None, unit, "unknown")
    if last:
        after = shift(days.end, 1, "day")
        begun = shift(after, -number, unit) if after else None
        found = replace(days, start=begun, precision=unit) if begun and begun >= days.start else None
    else:
        after = shift(days.start, number, unit)
        stop = shift(after, -1, "day") if after else None
        found = replace(days, end=stop, precision=unit) if stop and stop <= days.end else None
    return read(outer[0], found)


_Counts = tuple[int, int, str, bool]
"""Where the words end, how many, of which unit, and whether they are the last ones."""


def _edge(r: Reader, i: int) -> bool | None:
    """False for "first", True for "last", None for neither."""
    if r.num(i, "ord") == 1:
        return False
    return True if r.has(i, "last") or r.num(i, "rel") == -1 else None


def _english(r: Reader, i: int) -> _Counts | None:
    last, number, unit = _edge(r, i), r.num(i + 1, "num"), r.word(i + 2, "unit")
    return (i + 3, number, unit, last) if last is not None and number and unit and r.has(i + 3, "of") else None


def _french(r: Reader, i: int) -> _Counts | None:
    number, last, unit = r.num(i, "num"), _edge(r, i + 1), r.word(i + 2, "unit")
    return (i + 3, number, unit, last) if last is not None and number and unit and r.has(i + 3, "of") else None


def _arabic(r: Reader, i: int) -> _Counts | None:
    unit, number = r.word(i, "unit"), r.num(i + 1, "num")
    if unit is None:
        unit, number = r.word(i + 1, "unit"), r.num(i, "num")
    last = _edge(r, i + 2)
    return (i + 3, number, unit, last) if last is not None and number and unit and r.has(i + 3, "of") else None
