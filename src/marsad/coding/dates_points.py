"""Date expressions that mean one day, or a few days of one month: calendar dates, weekdays, yesterday, three days ago."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from marsad.coding.calendar_days import Interval, Partial, day_of, nth_weekday, resolve, shift, unit_around
from marsad.coding.dates_atoms import END, Atom

Value = Partial | Interval
Reading = tuple[int, Value]
"""Index behind the last atom read, and what was read."""

FILL_MOST = 3  # atoms: prepositions, articles and commas that may stand between two parts of one date

_EASTERN = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_FLAT = {**{0x0660 + n: str(n) for n in range(10)}, **{0x06F0 + n: str(n) for n in range(10)}}


@dataclass(frozen=True, slots=True)
class Reader:
    """Atoms of a text with the reference day and language; `flat` is the text with ASCII digits."""

    atoms: list[Atom]
    reference: date | None
    lang: str
    flat: str

    @classmethod
    def of(cls, text: str, atoms: list[Atom], reference: date | None, lang: str) -> Reader:
        """Reader of a text."""
        return cls(atoms, reference, lang, text.translate(_FLAT) if _EASTERN.search(text) else text)

    def at(self, i: int) -> Atom:
        """Atom `i`; the end where there is none."""
        return self.atoms[i] if 0 <= i < len(self.atoms) else END

    def num(self, i: int, kind: str) -> int | None:
        """Whole-number value of atom `i` as `kind`, or None."""
        atoms = self.atoms
        value = atoms[i].kinds.get(kind) if 0 <= i < len(atoms) else None
        return value if isinstance(value, int) else None

    def word(self, i: int, kind: str) -> str | None:
        """Text value of atom `i` as `kind`, or None."""
        atoms = self.atoms
        value = atoms[i].kinds.get(kind) if 0 <= i < len(atoms) else None
        return value if isinstance(value, str) else None

    def has(self, i: int, *kinds: str) -> bool:
        """Whether atom `i` is of one of these kinds."""
        known = self.atoms[i].kinds if 0 <= i < len(self.atoms) else END.kinds
        for kind in kinds if known else ():  # noqa: SIM110 - asked of every atom many times; a generator costs twice as much
            if kind in known:
                return True
        return False

    def mark(self, i: int, marks: str) -> bool:
        """Whether atom `i` is one of these marks."""
        atom = self.atoms[i] if 0 <= i < len(self.atoms) else END
        mark = atom.kinds.get("mark")
        return (mark is not None and str(mark) in marks) or (atom.text == "-" and "-" in marks)

    def fill(self, i: int, marks: str = ",،", most: int = FILL_MOST) -> int:
        """Index behind prepositions, articles and the given marks."""
        end = i
        while end < i + most and (self.has(end, "of") or self.mark(end, marks)) and not self.has(end, "month", "weekday", "day"):
            if "unit" in self.at(end).kinds and self.has(end + 1, "rel"):
                break
            end += 1
        return end

    def plain(self, i: int) -> bool:
        """Whether atom `i` is a word that means nothing to dates: what a number before it may count."""
        atom = self.at(i)
        return not atom.kinds and atom.text[:1].isalpha()

    def relative(self, low: date | None, high: date | None, precision: str) -> Interval | None:
        """Interval that hangs on the reference day; unknown without one, None beyond the calendar."""
        if self.reference is None:
            return Interval(None, None, precision, "unknown")
        return Interval(low, high, precision) if low and high else None

    def around(self, unit: str, offset: int) -> Interval | None:
        """The unit `offset` units after the one the reference day lies in."""
        if self.reference is None:
            return Interval(None, None, unit, "unknown")
        return unit_around(self.reference, unit, offset)


def read(end: int, value: Value | None) -> Reading | None:
    """A reading, or None where the calendar has no such day."""
    return None if value is None else (end, value)


def is_article(r: Reader, i: int) -> bool:
    """Whether the word for one is an article or a count, and no day (mercredi une delegation; on Monday one soldier)."""
    return r.at(i).text.lower() in ("un", "une", "one")


def day_number(r: Reader, i: int) -> int | None:
    """A day of a month: 1 to 31, cardinal or ordinal, of at most two digits."""
    value = r.num(i, "ord") or r.num(i, "num")
    if is_article(r, i):
        return None
    return value if value and 1 <= value <= 31 and (r.num(i, "digits") or 0) <= 2 else None


_GENERAL = frozenset(
    ["الأمين", "الامين", "المدير", "المدعي", "النائب", "القائد", "المفتش", "الكاتب", "السكرتير", "الرأي", "القطاع", "المنسق", "الوكيل"]
)  # fmt: skip
"""Nouns behind which the Arabic word for year is the adjective "general"."""


def rel_unit(r: Reader, i: int) -> tuple[int, str, int] | None:
    """Last week, the coming month, "al-am al-madi": end, unit, offset."""
    rel = r.num(i, "rel")
    if rel is None and r.has(i, "same"):
        rel = 0
    unit = r.word(i, "unit")
    if r.at(i).text == "العام" and r.at(i - 1).text.lstrip("ول") in _GENERAL:
        return None
    if rel is not None:
        end = i + 1 if r.word(i + 1, "unit") else r.fill(i + 1, "", 1)
        unit = r.word(end, "unit")
    if rel is not None and unit:
        end += 1
        after = r.num(end, "rel")
        return (end + 1, unit, after) if after is not None and rel == 0 else (end, unit, rel)
    if unit:
        after = r.num(i + 1, "rel")
        if after is None:
            after = r.num(i + 1, "afternext")
        return (i + 2, unit, after) if after is not None else None
    return None


def year_at(r: Reader, i: int) -> tuple[int, int] | None:
    """A year behind a month or a cue: end and year."""
    j = r.fill(i, ",،./-", 2)
    cued = r.has(j, "cueyear")
    relative = rel_unit(r, j)
    if relative and relative[1] == "year" and r.reference:
        return relative[0], r.reference.year + relative[2]
    j += cued
    value, digits = r.num(j, "num"), r.num(j, "digits")
    if value is None:
        return None
    if r.lang == "en" and digits is None and 10 <= value <= 20:
        two = spoken_year(r, j, value)
        if two:
            return two
    if (1000 <= value <= 2999 and digits in (4, None)) or (cued and 1 <= value <= 2999):
        return j + 1, value
    if digits == 2 and value > 31 and j <= i + 1:
        return j + 1, 1900 + value if value >= 40 else 2000 + value
    return None


def spoken_year(r: Reader, j: int, first: int) -> tuple[int, int] | None:
    """Nineteen ninety, nineteen zero one, twenty eighteen."""
    second, third = r.num(j + 1, "num"), r.num(j + 2, "num")
    if second == 0 and third is not None and third < 10 and not r.has(j + 1, "digits"):
        return j + 3, first * 100 + third
    if second is not None and 10 <= second <= 99 and not r.has(j + 1, "digits"):
        return j + 2, first * 100 + second
    return None


def rel_year(reference: date, month: int, rel: int) -> int:
    """Year of last (the latest before the month of the reference day), this or next such month."""
    if rel < 0:
        return reference.year - (month >= reference.month)
    return reference.year + (rel > 0 and month <= reference.month)


def month_at(r: Reader, i: int) -> tuple[int, Partial] | None:
    """A month name, Gregorian (with its other name behind a slash) or Islamic: end, month."""
    month, hijri = r.num(i, "month"), r.num(i, "hijri")
    if month:
        twice = r.mark(i + 1, "/") and r.num(i + 2, "month") == month
        dotted = r.mark(i + 1, ".") and r.at(i + 1).glued and len(r.at(i).text) <= 5 and r.has(i + 2, "num", "of")
        return i + (3 if twice else 2 if dotted else 1), Partial(month=month)
    if hijri:
        return i + 1, Partial(month=hijri, hijri=True)
    return None


def with_year(r: Reader, i: int, partial: Partial) -> tuple[int, Partial]:
    """The month or day with the year that follows, if one does."""
    year = year_at(r, i)
    if year is None:
        rel = r.num(i, "rel")
        if rel is None or not partial.month or not r.reference or partial.hijri or r.word(i + 1, "unit"):
            return i, partial
        return i + 1, replace(partial, year=rel_year(r.reference, partial.month, rel), basis="resolved")
    end = year[0] + (partial.hijri and r.has(year[0], "hijrimark"))
    return end, replace(partial, year=year[1])


def days_at(r: Reader, i: int) -> tuple[int, list[int]] | None:
    """One day number, or several joined by "and" or "to": end, first and last day."""
    day = day_number(r, i)
    if day is None:
        return None
    days, end = [day], i + 1
    for _ in range(5):
        j = end + r.mark(end, ",،")
        if r.has(j, "and", "to"):
            j = r.fill(j + 1, "", 2)
        elif j == end or not (r.mark(j + 1, ",،") or r.has(j + 1, "and")):  # "3, 4 and 5 March"
            break
        more = day_number(r, j)
        if more is None or more <= days[-1] or r.word(j + 1, "unit"):
            break
        days, end = [*days, more], j + 1
    return end, days


def _span_of(first: Partial, days: list[int], reference: date | None) -> Value | None:
    """A single day as it is, several as the interval from first to last."""
    if len(days) == 1:
        return replace(first, day=days[0])
    last = resolve(replace(first, day=days[-1]), reference)
    if last is None or last.end is None:
        return last
    begin = (
        resolve(Partial(last.end.year, last.end.month, days[0]), reference)
        if not first.hijri
        else resolve(replace(first, day=days[0]), reference)
    )
    return Interval(begin.start, last.end, "day", last.basis) if begin and begin.start else None


def calendar_date(r: Reader, i: int) -> Reading | None:
    """Friday 13 June 2022, June 13, 13 and 14 June, 20th of next month, the 22nd with its weekday."""
    weekday = r.num(i, "weekday")
    if weekday is None and r.has(i, "rel", "same") and r.num(i + 1, "weekday") is not None:
        dated = calendar_date(r, i + 1)  # "this Friday 17 May": the date says which
        return dated if dated and any(r.num(at, "month") for at in range(i + 2, dated[0])) else None
    j = r.fill(i + 1) if weekday is not None else i
    if weekday is not None and r.has(j, "rel") and day_number(r, r.fill(j + 1)) and month_at(r, r.fill(r.fill(j + 1) + 1)):
        j = r.fill(j + 1)  # "next Sunday 5 June": the date says which
    days = days_at(r, j)
    if days:
        return _day_first(r, days, weekday)
    month = month_at(r, j)
    return _month_first(r, month, j) if month else _year_first(r, i)


def _day_first(r: Reader, days: tuple[int, list[int]], weekday: int | None) -> Reading | None:
    end, numbers = days
    j = r.fill(end, ",،-./")
    month = month_at(r, j)
    if month and not (r.mark(end, ".") and r.num(end + 1, "month") is None):
        stop, named = with_year(r, month[0], month[1])
        return read(stop, _span_of(named, numbers, r.reference))
    relative = rel_unit(r, r.fill(end))
    if relative and relative[1] == "month":
        period = r.around("month", relative[2])
        if period is None or period.start is None:
            return read(relative[0], period)
        if r.lang == "ar" and weekday is not None and r.has(end - 1, "ord") and len(numbers) == 1 and numbers[0] <= 5:
            at = day_of(period.start.year, period.start.month, numbers[0])
            if at and at.weekday() != weekday:  # the third Wednesday of the month, not Wednesday the third
                return None
        value = _span_of(Partial(period.start.year, period.start.month, basis="resolved"), numbers, r.reference)
        return read(relative[0], value)
    if r.at(end).text in ("courant", "الجاري") and r.reference and not r.word(end + 1, "unit"):
        return read(end + 1, _span_of(Partial(r.reference.year, r.reference.month, basis="resolved"), numbers, r.reference))
    after = end + r.mark(end, ",،")
    if weekday is None and r.num(after, "weekday") is not None and len(numbers) == 1 and after > end:
        return after + 1, Partial(day=numbers[0], weekday=r.num(after, "weekday"))
    if r.lang == "ar" and r.has(end - 1, "ord") and numbers[0] <= 5:  # "the second Sunday", see nth_weekday_date
        return None
    if weekday is not None and len(numbers) == 1 and not r.plain(end) and not r.has(end, "unit", "dual"):
        return end, Partial(day=numbers[0], weekday=weekday)
    return None


def _month_first(r: Reader, month: tuple[int, Partial], i: int) -> Reading | None:
    j = r.fill(month[0], ",،-/", 2)
    days = days_at(r, j)
    if days is None or r.mark(days[0], ":"):
        return None
    counted = r.plain(days[0]) or r.has(days[0], "unit")
    if counted and r.lang != "en":  # "in June 20 people ...": the number counts what follows
        return None
    end, named = with_year(r, days[0], month[1])
    return read(end, _span_of(named, days[1], r.reference))


def _year_first(r: Reader, i: int) -> Reading | None:
    """2019/aug/01."""
    year, j = r.num(i, "num"), i + 1
    if not year or r.num(i, "digits") != 4:
        return None
    marked = r.mark(j, "/-.,")
    month = month_at(r, j + marked)
    if month is None or (marked and not r.mark(month[0], "/-.")):
        return None
    end = month[0] + marked
    day = day_number(r, end)
    if day is None or (not marked and (r.plain(end + 1) or r.has(end + 1, "unit") or not r.has(end, "digits"))):
        return None
    return end + 1, replace(month[1], year=year, day=day)


def weekday_date(r: Reader, i: int) -> Reading | None:
    """Friday, last Friday, "vendredi dernier", Friday of next week, next week on Friday."""
    rel, weekday = r.num(i, "rel"), r.num(i, "weekday")
    if weekday is not None:
        week = rel_unit(r, r.fill(i + 1))
        if week and week[1] == "week":
            return read(week[0], _in_week(r, weekday, week[2]))
        after = r.num(i + 1, "rel")
        if after is not None and not r.word(i + 2, "unit"):
            return read(i + 2, rel_weekday(r, weekday, after))
        return (i + 1, Partial(weekday=weekday)) if not _weak_weekday(r, i) else None
    week = rel_unit(r, i)
    if week and week[1] == "week":
        j = r.fill(week[0])
        day = r.num(j, "weekday")
        return read(j + 1, _in_week(r, day, week[2])) if day is not None else None
    if rel is not None and (day := r.num(i + 1, "weekday")) is not None:
        return read(i + 2, rel_weekday(r, day, rel))
    return None


def _weak_weekday(r: Reader, i: int) -> bool:
    return r.has(i, "weak") and not (r.lang == "en" and r.at(i).text[:1].isupper() and r.has(i - 1, "cueprep"))


def _in_week(r: Reader, weekday: int, offset: int) -> Interval | None:
    week = r.around("week", offset)
    if week is None or week.start is None:
        return week
    at = shift(week.start, weekday, "day")
    return r.relative(at, at, "day")


def rel_weekday(r: Reader, weekday: int, rel: int) -> Interval | None:
    """Last: the latest before the reference day; this: of its week; next: of the week after."""
    if r.reference is None:
        return Interval(None, None, "day", "unknown")
    if rel >= 0:
        return _in_week(r, weekday, rel)
    at = shift(r.reference, -((r.reference.weekday() - weekday - 1) % 7 + 1) + 7 * (rel + 1), "day")
    return r.relative(at, at, "day")


def nth_weekday_date(r: Reader, i: int) -> Reading | None:
    """The first Friday in this month, "le deuxième lundi de mars 2020"."""
    number = r.num(i, "ord") or (-1 if r.has(i, "last") else None)
    weekday = r.num(i + 1, "weekday")
    if weekday is None and number is not None:
        weekday = r.num(i + 1, "bareday")
    if r.lang == "ar" and r.num(i, "weekday") is not None and r.has(i + 1, "last") and r.has(i + 2, "of"):
        return _nth(r, i + 2, r.num(i, "weekday") or 0, -1)
    if r.lang == "ar" and r.num(i, "weekday") is not None and (behind := r.num(i + 1, "ord")) and behind <= 5:
        return _nth(r, i + 2, r.num(i, "weekday") or 0, behind)
    if number is None or weekday is None or number > 5:
        return None
    return _nth(r, i + 2, weekday, number)


def _nth(r: Reader, after: int, weekday: int, number: int) -> Reading | None:
    """The `number`-th weekday of the month named at `after`, or of the reference day's month."""
    j = r.fill(after)
    month, relative = month_at(r, j), rel_unit(r, j)
    period: Interval | None
    if month:
        end, named = with_year(r, month[0], month[1])
        period = resolve(named, r.reference)
    elif relative and relative[1] in ("month", "year"):
        end, period = relative[0], r.around(relative[1], relative[2])
    elif year := year_at(r, after):
        end, period = year[0], resolve(Partial(year[1]), None)
    elif number > 0:
        end, period = after, r.around("month", 0)
    else:
        return None
    if period is None or period.start is None:
        return read(end, period)
    at = nth_weekday(period, weekday, number)
    return read(end, r.relative(at, at, "day") if at else None)
