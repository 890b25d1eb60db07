"""Calendar arithmetic for date expressions: partly named days resolved to the past, weeks, seasons, parts of periods."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; both None where the words need a reference day that is not known.

    `precision`: day, week, weekend, month, quarter, season, half, year, decade, century.
    """

    start: date | None
    end: date | None
    precision: str
    basis: str = "resolved"


@dataclass(frozen=True, slots=True)
class Partial:
    """A calendar date with what the words name of it; None is not named."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    basis: str = "stated"

    @property
    def precision(self) -> str:
        """The finest unit named."""
        return "day" if self.day or self.weekday is not None else "month" if self.month else "year"


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date | None:
    """The same day `months` later, or the month's last day where it is shorter; None beyond the calendar.

    >>> add_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, count: int, unit: str) -> date | None:
    """The day `count` units after `day` (before it where negative); None beyond the calendar."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        return add_months(day, months * count) if abs(count) < 120_000 else None
    if unit == "workday":
        weeks, left = divmod(abs(count), 5)
        at = day.toordinal()
        for _ in range(left):
            at += 1 if count > 0 else -1
            while date.fromordinal(at).weekday() > 4 and 7 < at < date.max.toordinal() - 7:
                at += 1 if count > 0 else -1
        day, count = date.fromordinal(at), weeks if count > 0 else -weeks
    number = day.toordinal() + count * {"week": 7, "workday": 7, "fortnight": 14}.get(unit, 1)
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def unit_around(day: date, unit: str, offset: int = 0) -> Interval | None:
    """The whole unit that holds `day`, or the one `offset` units after it. Weeks begin on Monday."""
    if unit == "day":
        at = shift(day, offset, "day")
        return Interval(at, at, "day") if at else None
    if unit in ("week", "weekend", "fortnight"):
        monday = shift(day, -day.weekday() + 7 * offset, "day")
        low = shift(monday, 5 if unit == "weekend" else 0, "day") if monday else None
        high = shift(monday, 6, "day") if monday else None
        return Interval(low, high, unit) if low and high else None
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    index = (day.year * 12 + day.month - 1) // months + offset
    return months_from(index * months, months, unit)


def months_from(index: int, count: int, precision: str, basis: str = "resolved") -> Interval | None:
    """`count` months from month `index` (year * 12 + month - 1)."""
    year, month = divmod(index, 12)
    last_year, last_month = divmod(index + count - 1, 12)
    if not (year >= 1 and last_year <= 9999):
        return None
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return Interval(date(year, month + 1, 1), date(last_year, last_month + 1, last_day), precision, basis)


def month_interval(year: int, month: int) -> Interval | None:
    """A calendar month."""
    return months_from(year * 12 + month - 1, 1, "month")


def year_interval(year: int) -> Interval | None:
    """A calendar year."""
    return months_from(year * 12, 12, "year")


def week_of_period(period: Interval, number: int) -> Interval | None:
    """The `number`-th week (Monday to Sunday) of a month or year; -1 is the last. A week belongs to where its Thursday lies (ISO 8601)."""
    if period.start is None or period.end is None:
        return None
    if number > 0:
        first = shift(period.start, 3 - period.start.weekday() + 7 * (period.start.weekday() > 3), "day")
        thursday = shift(first, 7 * (number - 1), "day") if first else None
    else:
        thursday = shift(period.end, -((period.end.weekday() - 3) % 7), "day")
    return unit_around(thursday, "week") if thursday and period.start <= thursday <= period.end else None


def nth_weekday(period: Interval, weekday: int, number: int) -> date | None:
    """The `number`-th such weekday of a period; -1 is the last."""
    if period.start is None or period.end is None:
        return None
    if number > 0:
        found = shift(period.start, (weekday - period.start.weekday()) % 7 + 7 * (number - 1), "day")
    else:
        found = shift(period.end, -((period.end.weekday() - weekday) % 7), "day")
    return found if found and period.start <= found <= period.end else None


def part_of(period: Interval, part: str) -> Interval | None:
    """Early and late are halves, start, mid and end thirds of a year; days of a month and of a week likewise."""
    low, high = period.start, period.end
    if low is None or high is None:
        return period
    if period.precision == "year":
        first, last = {"early": (1, 6), "late": (7, 12), "start": (1, 4), "mid": (5, 8), "end": (9, 12)}[part]
        return months_from(low.year * 12 + first - 1, last - first + 1, "month")
    if period.precision == "week":
        first, last = {"early": (0, 2), "start": (0, 2), "mid": (1, 4), "end": (3, 6), "late": (3, 6)}[part]
        return Interval(low + first * DAY, low + last * DAY, "day")
    if period.precision == "month":
        first, last = {"early": (1, 15), "start": (1, 15), "mid": (10, 20), "end": (16, high.day), "late": (16, high.day)}[part]
        return Interval(low.replace(day=first), low.replace(day=last), "day")
    days = (high - low).days + 1
    third = {"early": (0, 2), "start": (0, 3), "mid": (1, 3), "end": (2, 3), "late": (1, 2)}[part]
    if part in ("early", "late"):
        half = days // 2
        return (
            Interval(low, low + (half - 1) * DAY, period.precision)
            if part == "early"
            else Interval(low + half * DAY, high, period.precision)
        )
    size = days // 3
    return Interval(low + third[0] * size * DAY, high if part == "end" else low + ((third[0] + 1) * size - 1) * DAY, period.precision)


def season_interval(season: int, year: int) -> Interval | None:
    """Meteorological season of the northern hemisphere: 1 spring (March to May) to 4 winter (December to February of the next year)."""
    return months_from(year * 12 + (2 + 3 * (season - 1)), 3, "season")


def hijri_interval(partial: Partial) -> Interval | None:
    """Gregorian days of an Islamic date (Umm al-Qura calendar, 1343 to 1500 AH); None outside it."""
    if partial.year is None or not 1343 <= partial.year <= 1500:
        return None
    month = partial.month or 1
    first = Hijri(partial.year, month, 1)
    if partial.day and partial.day > first.month_length():
        return None
    low = Hijri(partial.year, month, partial.day or 1).to_gregorian()
    if partial.day:
        high = low
    else:
        end = partial.month or 12
        high = Hijri(partial.year, end, Hijri(partial.year, end, 1).month_length()).to_gregorian()
    return Interval(date(low.year, low.month, low.day), date(high.year, high.month, high.day), partial.precision, partial.basis)


def _weekday_with_day(partial: Partial, reference: date) -> date | None:
    """The day nearest to the reference that is both that day of a month and that weekday."""
    first = reference.replace(day=1)
    for back in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        month = add_months(first, back)
        found = day_of(month.year, month.month, partial.day or 1) if month else None
        if found and found.weekday() == partial.weekday:
            return found
    return None


def resolve(partial: Partial, reference: date | None) -> Interval | None:
    """The days a partly named date means: what is not named is taken from the past of the reference day, that day included.

    Returns:
        None where the calendar has no such day; an interval of None where the reference is needed and not known.

    >>> resolve(Partial(month=10, day=2), date(2016, 11, 7)).start
    datetime.date(2016, 10, 2)
    >>> resolve(Partial(weekday=4), None)
    Interval(start=None, end=None, precision='day', basis='unknown')
    """
    if partial.hijri and (partial.year or reference):
        return _resolve_hijri(partial, reference)
    if partial.year:
        return _in_year(partial, partial.year, partial.basis)
    if reference is None:
        return Interval(None, None, partial.precision, "unknown")
    if partial.month:
        for year in range(reference.year, reference.year - 9, -1):  # eight years back finds a 29 February
            found = _in_year(partial, year, "resolved")
            if found and found.start and found.start <= reference:
                return found
        return None
    if partial.day:
        at = _weekday_with_day(partial, reference) if partial.weekday is not None else _past_day(partial.day, reference)
    else:
        at = shift(reference, -((reference.weekday() - (partial.weekday or 0)) % 7), "day")
    return Interval(at, at, "day") if at else None


def _past_day(day: int, reference: date) -> date | None:
    for back in range(3):
        month = add_months(reference.replace(day=1), -back)
        found = day_of(month.year, month.month, day) if month else None
        if found and found <= reference:
            return found
    return None


def _in_year(partial: Partial, year: int, basis: str) -> Interval | None:
    if partial.month and partial.day:
        at = day_of(year, partial.month, partial.day)
        return Interval(at, at, "day", basis) if at else None
    found = month_interval(year, partial.month) if partial.month else year_interval(year)
    return Interval(found.start, found.end, found.precision, basis) if found else None


def _resolve_hijri(partial: Partial, reference: date | None) -> Interval | None:
    if partial.year:
        return hijri_interval(partial)
    if reference is None or not 1925 <= reference.year <= 2075:
        return None
    around = int((reference.year - 622) * 33 / 32) + 1
    for year in range(around + 1, around - 3, -1):
        found = hijri_interval(Partial(year, partial.month, partial.day, None, True, "resolved"))
        if found and found.start and found.start <= reference:
            return found
    return None
