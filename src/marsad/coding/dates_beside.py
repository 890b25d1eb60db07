"""Date expressions that lean on another one: three days after 3 March, the last day of the month, Christmas, all this year."""

from __future__ import annotations

from dataclasses import replace

from marsad.coding.calendar_days import Interval, Partial, resolve, shift
from marsad.coding.dates_numeric import numeric_date
from marsad.coding.dates_periods import outer_period
from marsad.coding.dates_points import Reader, Reading, calendar_date, month_at, read, with_year
from marsad.coding.dates_relative import Quantity, moved, quantity

_ISLAMIC = "h"  # a feast of the Islamic calendar: "h10-01" is the first day of its tenth month


def beside_date(r: Reader, i: int) -> Reading | None:
    """Three days after 3 March, "une semaine avant le 15 juin", "bada yawmayn min ams": a day counted from a day that is named."""
    opened = r.lang == "ar" and r.has(i, "ago", "after")
    counts = quantity(r, i + opened, bare=opened or r.lang == "ar")
    if counts is None:
        return None
    j = counts[0]
    if opened:
        if r.at(j).text != "من":
            return None
        sign = 1 if r.has(i, "after") else -1
    elif r.has(j, "before", "after") or (r.lang == "en" and r.at(j).text == "from"):
        sign = -1 if r.has(j, "before") else 1
    else:
        return None
    named = _named_day(r, r.fill(j + 1, "", 2))
    return _counted(r, named, counts[1], sign) if named else None


def _named_day(r: Reader, i: int) -> Reading | None:
    """A day of the calendar, a feast, or yesterday and tomorrow; "today" is counted from elsewhere."""
    offset = r.num(i, "day")
    if offset:
        at = shift(r.reference, offset, "day") if r.reference else None
        return read(i + 1, r.relative(at, at, "day"))
    return numeric_date(r, i) or calendar_date(r, i) or holiday_date(r, i)


def _counted(r: Reader, named: Reading, counts: Quantity, sign: int) -> Reading | None:
    end, value = named
    days = resolve(value, r.reference) if isinstance(value, Partial) else value
    if days is None or (days.start != days.end):
        return None
    if days.start is None:
        return end, days
    at = moved(days.start, counts, sign)
    return (end, Interval(at, at, "day", days.basis)) if at else None


def holiday_date(r: Reader, i: int) -> Reading | None:
    """Christmas, "la fête du Travail 2015", "id al-adha": fixed days of either calendar, past ones where no year is named."""
    named = r.word(i, "holiday")
    if named is None:
        return None
    islamic = named.startswith(_ISLAMIC)
    month, _, day = named.lstrip(_ISLAMIC).partition("-")
    feast = Partial(month=int(month), day=int(day), hijri=islamic)
    end, dated = with_year(r, i + 1, feast)
    if islamic and dated.year and dated.year > 1500:  # the year is of the other calendar: look for the feast in it
        return read(end, _feast_in(dated.year, feast))
    return end, dated


def _feast_in(year: int, feast: Partial) -> Interval | None:
    for hijri in range(year - 581, year - 576):
        found = resolve(replace(feast, year=hijri), None)
        if found and found.start and found.start.year == year:
            return found
    return None


def nth_day(r: Reader, i: int) -> Reading | None:
    """The first or last day of a month, year or week: "akhir yawm min al-sana", "le dernier jour du mois"."""
    number, end = r.num(i, "ord"), i + 2
    if number is None and r.has(i, "last"):
        number = -1
    if number is None or r.word(i + 1, "unit") != "day":
        if r.lang != "ar" or r.word(i, "unit") != "day":
            return None
        number = -1 if r.has(i + 1, "last") else r.num(i + 1, "ord")
    if number is None or not r.has(end, "of"):
        return None
    outer = outer_period(r, end)
    if outer is None:
        return None
    days = outer[1]
    if days is None or days.start is None or days.end is None:
        return outer[0], Interval(None, None, "day", "unknown")
    at = days.end if number < 0 else shift(days.start, number - 1, "day")
    return (outer[0], Interval(at, at, "day", days.basis)) if at and at <= days.end else None


def month_pair(r: Reader, i: int) -> Reading | None:
    """March and April 2016: two months that follow one another, as one stretch."""
    first = month_at(r, i)
    if first is None or not r.has(first[0], "and"):
        return None
    second = month_at(r, first[0] + 1)
    if second is None or first[1].hijri or second[1].hijri or not first[1].month or second[1].month != first[1].month + 1:
        return None
    if r.has(first[0] + 2, "num") and r.num(first[0] + 2, "digits") != 4:
        return None
    end, last = with_year(r, second[0], second[1])
    if last.year is None and (r.has(i, "weak") and not r.has(i - 1, "cueprep", "part")):
        return None
    high = resolve(last, r.reference)
    if high is None or high.end is None:
        return read(end, high)
    low = resolve(Partial(high.end.year, first[1].month), None)
    return read(end, replace(high, start=low.start) if low else None)


def whole_unit(r: Reader, i: int) -> Reading | None:
    """All this year, "tout au long de l'année", "khilal al-am": the unit that the reference day lies in."""
    if not r.has(i, "whole", "within"):
        return None
    j = r.fill(i + 1, "", 2)
    unit = r.word(j, "unit")
    definite = j > i + 1 or r.at(j).text.startswith("ال")
    if unit not in ("week", "month", "year") or not definite or r.lang not in ("ar", "fr"):
        return None
    if r.has(j + 1, "num", "ord", "rel", "month", "few", "last", "afternext", "cueyear") or r.plain(j + 1):
        return None
    return read(j + 1, r.around(unit, 0))


def day_of_month(r: Reader, i: int) -> Reading | None:
    """Day 15 of the month behind the word for day, "yawm 15": the last such day up to the reference."""
    if r.lang != "ar" or r.at(i).text.lstrip("ول") != "يوم":
        return None
    day = r.num(i + 1, "num")
    if day is None or not r.has(i + 1, "digits") or not 1 <= day <= 31 or (r.num(i + 1, "digits") or 0) > 2:
        return None
    if r.plain(i + 2) or r.has(i + 2, "unit", "month", "hijri", "to", "and", "rel") or r.mark(i + 2, "/-.:%"):
        return None
    return i + 2, Partial(day=day)
