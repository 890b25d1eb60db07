"""Ranges of dates: from X to Y, between X and Y, X - Y, where one end names what both share."""

from __future__ import annotations

from dataclasses import replace

from marsad.coding.calendar_days import Interval, Partial, resolve, shift
from marsad.coding.dates_numeric import numeric_date
from marsad.coding.dates_periods import month_period, numbered_week, numeric_month, part_period, reach
from marsad.coding.dates_points import (
    Reader,
    Reading,
    Value,
    calendar_date,
    day_number,
    nth_weekday_date,
    read,
    rel_unit,
    weekday_date,
    with_year,
)
from marsad.coding.dates_relative import day_reference, moved, quantity
from marsad.coding.dates_story import story_day

BETWEEN = ("between", "entre", "بين", "ما بين", "entre le")


_BEGIN = frozenset(("part", "num", "ord", "month", "hijri", "weekday", "day", "rel", "unit", "story", "last", "same"))
"""Kinds that an end of a range can begin with."""


def endpoint(r: Reader, i: int) -> Reading | None:
    """One end of a range: a date, a month, a year, a weekday, a bare day number, yesterday."""
    atom = r.at(i)
    if _BEGIN.isdisjoint(atom.kinds) and not atom.text[:1].isdigit():
        return None
    for rule in (
        numeric_date,
        calendar_date,
        day_reference,
        nth_weekday_date,
        weekday_date,
        numeric_month,
        numbered_week,
        month_period,
        story_day,
        part_period,
    ):
        found = rule(r, i)
        if found:
            return found
    value = r.num(i, "num")
    if value and r.num(i, "digits") in (4, None) and 1000 <= value <= 2999:
        return i + 1, Partial(year=value)
    if r.has(i, "day") and r.num(i, "day") == 0 and r.reference:
        return i + 1, Interval(r.reference, r.reference, "day")
    day = day_number(r, i)
    return (i + 1, Partial(day=day)) if day else None


def range_period(r: Reader, i: int) -> Reading | None:
    """A range that begins at atom `i`, its preposition included."""
    week = rel_unit(r, i)
    if week and week[1] == "week" and r.has(week[0], "from"):
        return _weekdays(r, week[0], week[2])
    if r.has(i, "fromtoday") and r.reference and r.has(i + 1, "to"):
        return _tail(r, (i + 1, Interval(r.reference, r.reference, "day")), r.fill(i + 2, "", 2))
    opened = r.has(i, "from")
    j = r.fill(i + 1, "", 2) if opened else i
    month = r.num(j, "month") if not opened else None
    if month and r.has(j + 1, "from"):  # November between 19 and 20
        return _month_then_days(r, j)
    first = endpoint(r, j)
    between = opened and r.at(i).text.lower() in BETWEEN
    if first is None or not (r.has(first[0], "to") or (between and r.has(first[0], "and"))):
        return None
    if not opened and _only_number(first[1]) and not _dashed(r, first[0]):
        second = endpoint(r, r.fill(first[0] + 1, "", 2))
        if second is None or _only_number(second[1]):
            tail = _tail(r, first, r.fill(first[0] + 1, "", 2))
            return tail if tail and isinstance(tail[1], Interval) else None
    return _tail(r, first, r.fill(first[0] + 1, "", 2))


def _only_number(value: Value) -> bool:
    return isinstance(value, Partial) and not value.month and not value.year and value.weekday is None


def _dashed(r: Reader, i: int) -> bool:
    return r.at(i).text in "-–—"


def _tail(r: Reader, first: Reading, j: int) -> Reading | None:
    """The second end and what it shares with the first; a month or year behind both numbers."""
    second = endpoint(r, j)
    if second is None:
        return None
    end, last = second
    if isinstance(last, Partial) and not last.month and not last.year:
        relative = rel_unit(r, r.fill(end))
        if relative and relative[1] == "month":
            period = r.around("month", relative[2])
            if period is None or period.start is None:
                return read(relative[0], period)
            end, last = relative[0], replace(last, year=period.start.year, month=period.start.month, basis="resolved")
        elif relative and relative[1] == "week" and last.weekday is not None:
            return _in_week(r, relative[0], first[1], last, relative[2])
    if isinstance(last, Partial) and last.day and not last.year and isinstance(first[1], Partial) and first[1].month and not last.month:
        end, last = with_year(r, end, replace(last, month=first[1].month, year=first[1].year))
    if _only_number(first[1]) and _only_number(last):
        return None
    return read(end, merge(r, first[1], last))


def _in_week(r: Reader, end: int, first: Value, last: Partial, offset: int) -> Reading | None:
    week = r.around("week", offset)
    if week is None or week.start is None or not isinstance(first, Partial) or first.weekday is None:
        return None
    return read(end, r.relative(shift(week.start, first.weekday, "day"), shift(week.start, last.weekday or 0, "day"), "day"))


def _weekdays(r: Reader, i: int, offset: int) -> Reading | None:
    """This week from Tuesday to Thursday: `i` is the preposition."""
    j = r.fill(i + 1, "", 2)
    first = r.num(j, "weekday")
    k = r.fill(j + 2, "", 2)
    last = r.num(k, "weekday")
    if first is None or last is None or not r.has(j + 1, "to", "and"):
        return None
    return _in_week(r, k + 1, Partial(weekday=first), Partial(weekday=last), offset)


def _month_then_days(r: Reader, i: int) -> Reading | None:
    first, k = day_number(r, i + 2), r.fill(i + 4, "", 2)
    last = day_number(r, k)
    if not first or not last or not r.has(i + 3, "and", "to") or last <= first:
        return None
    month = r.num(i, "month")
    end, named = with_year(r, k + 1, Partial(month=month, day=last))
    return read(end, merge(r, Partial(day=first), named))


def merge(r: Reader, first: Value, last: Value) -> Interval | None:
    """The days from one end to the other; a missing month or year is the other end's. None where that runs backwards."""
    if isinstance(first, Partial) and isinstance(last, Partial):
        first = _share(first, last)
        if first.day and not first.month and not last.day:
            return None
        last = replace(last, month=last.month or (first.month if last.day else None), year=last.year or first.year)
    high = resolve(last, r.reference) if isinstance(last, Partial) else last
    if high is None or high.end is None:
        return high and Interval(None, None, high.precision, "unknown")
    low = _first_end(r, first, high) if isinstance(first, Partial) else first
    if low is None or low.start is None:
        return None
    if low.start > high.end and isinstance(last, Partial) and not last.year and last.month:
        for year in (low.start.year, low.start.year + 1):
            high = resolve(replace(last, year=year), r.reference) or high
            if high.end and high.end >= low.start:
                break
        high = replace(high, basis="resolved")
    if high.end is None or low.start > high.end:
        return None
    basis = "resolved" if "resolved" in (low.basis, high.basis) else high.basis
    return Interval(low.start, high.end, high.precision if high.precision == low.precision else "day", basis)


def _share(first: Partial, last: Partial) -> Partial:
    if first.day and not first.month and last.month:
        return replace(first, month=last.month, year=first.year or last.year)
    if first.month and not first.year and last.year:
        earlier = last.month is not None and first.month > last.month
        return replace(first, year=last.year - earlier)
    return first


def _first_end(r: Reader, first: Partial, high: Interval) -> Interval | None:
    """The first end at or before the second: its latest occurrence up to there."""
    if first.year or high.end is None:
        return resolve(first, r.reference)
    found = resolve(first, high.end)
    return replace(found, basis="resolved") if found else None


def starting_period(r: Reader, i: int) -> Reading | None:
    """Three days from today, two weeks starting May 20th."""
    counts = quantity(r, i, r.lang == "ar")
    if counts is None:
        return None
    j = counts[0] + r.mark(counts[0], ",،")
    if (j > counts[0] or r.at(i - 1).text.lower() in ("for", "pour", "لمدة")) and r.has(j, "ahead"):
        return read(j + 1, reach(r, counts[1], 1, following=False))
    if not r.has(j, "starting"):
        return None
    begin = endpoint(r, r.fill(j + 1))
    days = begin and (resolve(begin[1], r.reference) if isinstance(begin[1], Partial) else begin[1])
    if not begin or not days or not days.start:
        return None
    last = moved(days.start, counts[1], 1)
    return read(begin[0], r.relative(days.start, shift(last, -1, "day") if last else None, "day"))
