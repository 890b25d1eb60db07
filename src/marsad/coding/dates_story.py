"""Days told from elsewhere than a calendar: the eve, the next day, two Sundays from now, the year to date, the month of a day."""

from __future__ import annotations

from dataclasses import replace

from marsad.coding.calendar_days import Interval, Partial, month_interval, resolve, shift, unit_around
from marsad.coding.dates_points import Reader, Reading, calendar_date, read


def story_day(r: Reader, i: int) -> Reading | None:
    """The day before, "le lendemain", "la veille": a day beside the story's own, so the basis is inferred."""
    offset = r.num(i, "story")
    if offset is None or r.has(i + 1, "of", "day") or (r.lang == "en" and r.plain(i + 1)):
        return None
    at = shift(r.reference, offset, "day") if r.reference else None
    found = r.relative(at, at, "day")
    return read(i + 1, replace(found, basis="inferred" if found.start else "unknown") if found else None)


def weekdays_away(r: Reader, i: int) -> Reading | None:
    """Two Sundays from now, "dans deux lundis", three Fridays ago."""
    opened = r.has(i, "in", "after") or r.has(i, "ago")
    j = i + opened
    count, weekday = r.num(j, "num"), r.num(j + 1, "weekdays")
    if weekday is None and not opened and r.has(j + 2, "ahead", "ago"):
        weekday = r.num(j + 1, "weekday")
    if not count or weekday is None or count > 500:
        return None
    back = r.has(i, "ago") if opened else r.has(j + 2, "ago")
    if not opened and not back and not r.has(j + 2, "ahead"):
        return None
    end = j + 2 + (not opened or r.has(j + 2, "ahead"))
    if r.reference is None:
        return end, Interval(None, None, "day", "unknown")
    first = 7 - (r.reference.weekday() - weekday) % 7 if not back else -((r.reference.weekday() - weekday - 1) % 7 + 1)
    at = shift(r.reference, first + 7 * (count - 1) * (-1 if back else 1), "day")
    return read(end, r.relative(at, at, "day"))


def to_date(r: Reader, i: int) -> Reading | None:
    """Year to date, month to date: up to the reference day."""
    unit = r.word(i, "todate")
    if unit is None:
        return None
    if r.reference is None:
        return i + 1, Interval(None, None, "day", "unknown")
    whole = unit_around(r.reference, unit)
    return read(i + 1, replace(whole, end=r.reference, precision="day") if whole else None)


def month_of(r: Reader, i: int) -> Reading | None:
    """The month of September 16: the whole month."""
    found = calendar_date(r, i + 1) if r.has(i, "monthof") else None
    if found is None:
        return None
    days = resolve(found[1], r.reference) if isinstance(found[1], Partial) else found[1]
    if days is None or days.start is None:
        return None
    month = month_interval(days.start.year, days.start.month)
    return read(found[0], replace(month, basis=days.basis) if month else None)
