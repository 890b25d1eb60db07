"""Date expressions that mean a stretch of time: months, years, last week, past three days, quarters, seasons, decades."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.base.script import search_key
from marsad.coding.calendar_days import (
    Interval,
    Partial,
    months_from,
    part_of,
    resolve,
    shift,
    unit_around,
    week_of_period,
)
from marsad.coding.dates_numeric import numeric_date
from marsad.coding.dates_points import (
    FILL_MOST,
    Reader,
    Reading,
    calendar_date,
    month_at,
    read,
    rel_unit,
    rel_year,
    spoken_year,
    with_year,
    year_at,
)
from marsad.coding.dates_relative import finest, moved, quantity
from marsad.coding.dates_seasons import century_period


def month_period(r: Reader, i: int) -> Reading | None:
    """June 2022, "juin prochain", "yunyu min al-am al-madi", 2016 nov, last June."""
    rel = r.num(i, "rel")
    month = month_at(r, i + 1) if rel is not None else month_at(r, i)
    if rel is not None and month:
        return read(month[0], _rel_month(r, month[1], rel))
    if month is None:
        return _year_then_month(r, i)
    end, named = with_year(r, month[0], month[1])
    if named.year:
        return end, named
    after = r.num(month[0], "rel")
    if after is not None and r.word(month[0] + 1, "unit") is None:
        return read(month[0] + 1, _rel_month(r, named, after))
    if (r.has(i, "weak") or named.hijri) and not r.has(i - 1, "cueprep", "part", "from"):  # names of persons, too
        return None
    return month[0], named


def _year_then_month(r: Reader, i: int) -> Reading | None:
    year = r.num(i, "num")
    if year is None or r.num(i, "digits") != 4 or not 1000 <= year <= 2999:
        return None
    month = month_at(r, r.fill(i + 1, ",،-", 1))
    return (month[0], replace(month[1], year=year)) if month else None


def _rel_month(r: Reader, month: Partial, rel: int) -> Interval | None:
    """Last June, this June, next June; an Islamic month is taken from the past."""
    if r.reference is None:
        return Interval(None, None, "month", "unknown")
    if month.hijri:
        return resolve(month, r.reference)
    number = month.month or 1
    return resolve(Partial(rel_year(r.reference, number, rel), number, basis="resolved"), r.reference)


def numeric_month(r: Reader, i: int) -> Reading | None:
    """2015/3, 2016-11, 11/2016."""
    first, second = r.num(i, "num"), r.num(i + 2, "num")
    if first is None and r.at(i).text[:4].isdigit() and r.at(i).text[4:5] == ".":
        year, _, month = r.at(i).text.partition(".")
        return (i + 1, Partial(int(year), int(month))) if month.isdigit() and 1900 <= int(year) <= 2100 and 1 <= int(month) <= 12 else None
    if first is None or second is None or not r.mark(i + 1, "/-") or r.mark(i + 3, "/-") or r.mark(i - 1, "/-"):
        return None
    sizes = (r.num(i, "digits"), r.num(i + 2, "digits"))
    if sizes[0] == 4 and sizes[1] in (1, 2) and 1 <= second <= 12 and 1000 <= first <= 2999:
        return i + 3, Partial(first, second)
    if sizes[0] in (1, 2) and sizes[1] == 4 and 1 <= first <= 12 and 1000 <= second <= 2999:
        return i + 3, Partial(second, first)
    return None


def year_period(r: Reader, i: int) -> Reading | None:
    """In 2011, "am 2011", the year 247; four digits behind a preposition, or in brackets, and not counting what follows."""
    if r.has(i, "cueyear"):
        year = year_at(r, i)
        if (
            year
            and year[0] == i + 2
            and r.num(i + 1, "num") is not None
            and not (r.lang == "en" and r.has(i + 1, "digits") and r.num(i + 1, "digits") != 4)
        ):
            end = year[0] + r.has(year[0], "hijrimark")
            return end, Partial(year[1], hijri=end > year[0])
    value = r.num(i, "num")
    if value is not None and not r.has(i, "digits"):
        return _year_in_words(r, i, value)
    if value is None or r.num(i, "digits") != 4 or not 1800 <= value <= 2100:
        return None
    if r.has(i + 1, "unit", "dual") or (r.plain(i + 1) and value % 100 == 0):
        return None
    bracketed = r.mark(i - 1, "([") and r.mark(i + 1, ")]-")
    return (i + 1, Partial(value)) if r.has(i - 1, "cueprep", "cueyear", "from", "to") or bracketed else None


def _year_in_words(r: Reader, i: int, value: int) -> Reading | None:
    """A year said in words behind a preposition: in nineteen twenty eight, "fi alf wa-tisimia ..."."""
    if not r.has(i - 1, "cueprep", "cueyear"):
        return None
    spoken = spoken_year(r, i, value) if r.lang == "en" and 10 <= value <= 20 else None
    end, year = spoken or (i + 1, value)
    if not 1100 <= year <= 2100 or year % 100 == 0 or r.plain(end) or r.has(end, "unit", "dual"):
        return None
    return end, Partial(year)


def unit_period(r: Reader, i: int) -> Reading | None:
    """Last week, "la semaine prochaine", this year, the weekend."""
    found = rel_unit(r, i)
    if found is None and r.has(i, "within") and r.at(i).text.lower().endswith("next") and (unit := r.word(i + 1, "unit")):
        found = i + 2, unit, 1
    if found is None:
        if r.word(i, "unit") == "weekend" or (r.word(i, "unit") is None and r.word(r.fill(i, "", 1), "unit") == "weekend"):
            j = r.fill(i, "", 1)
            return None if rel_unit(r, j) else read(j + 1, r.around("weekend", 0))
        return None
    end, unit, offset = found
    if unit in ("day", "fortnight", "season"):
        return None
    value = r.around(unit, offset)
    if value and value.start and r.has(i, "same"):
        value = replace(value, basis="inferred")
    return read(end, value)


def counted_period(r: Reader, i: int) -> Reading | None:
    """Past three weeks, "les 2 dernières décennies", "al-ayyam al-thalatha al-madiya", within three years."""
    if r.has(i, "within"):
        j = r.fill(i + 1, "", 1)
        counts = quantity(r, j + ((r.num(j, "rel") or 0) > 0), bare=r.lang == "ar" and not r.at(j).text.startswith("ال"))
        if counts and not r.has(counts[0], "rel", "ago", "before", "after", "ord", "last"):
            return read(counts[0], reach(r, counts[1], 1, following=r.lang == "fr"))
    rel = r.num(i, "rel")
    if rel is None and r.has(i, "last") and r.lang == "ar":
        rel = -1
    counts = quantity(r, i + 1) if rel else None
    if rel and counts:
        return read(counts[0], reach(r, counts[1], rel))
    counts = quantity(r, i)
    if counts and (rel := r.num(counts[0], "rel")):
        return read(counts[0] + 1, reach(r, counts[1], rel))
    number = r.num(i, "num") or r.num(i, "few")
    if number and (rel := r.num(i + 1, "rel")) and (unit := r.word(i + 2, "unit")):
        return read(i + 3, reach(r, [(number, unit)], rel))
    unit = r.word(i, "unit")
    number = r.num(i + 1, "num") or r.num(i + 1, "few")
    if unit and number and (rel := r.num(i + 2, "rel")):
        return read(i + 3, reach(r, [(number, unit)], rel))
    return None


def reach(r: Reader, counts: list[tuple[int, str]], sign: int, *, following: bool = True) -> Interval | None:
    """The days counted back to the day before the reference, or on from the day after it; decades and centuries are whole ones."""
    if r.reference is None:
        return Interval(None, None, finest(counts), "unknown")
    count, unit = counts[0]
    if unit in ("decade", "century") and len(counts) == 1:
        first = unit_around(r.reference, unit, -count if sign < 0 else 1)
        last = unit_around(r.reference, unit, -1 if sign < 0 else count)
        return r.relative(first.start if first else None, last.end if last else None, unit)
    first_day = shift(r.reference, 1, "day") if sign > 0 and following else r.reference
    other = moved(first_day, counts, 1 if sign > 0 else -1) if first_day else None
    if other is None or first_day is None:
        return None
    return r.relative(*((first_day, shift(other, -1, "day")) if sign > 0 else (other, shift(r.reference, -1, "day"))), finest(counts))


def outer_period(r: Reader, i: int) -> tuple[int, Interval | None] | None:
    """The month, year or week around a day, named or that of the reference day ("of the month")."""
    return _outer(r, i) or _this_unit(r, i)


def _outer(r: Reader, i: int) -> tuple[int, Interval | None] | None:
    """The month or year that a week, quarter or part lies in, with the words between: end and days."""
    j = r.fill(i)
    if r.word(j, "unit") == "month" and r.num(r.fill(j + 1, "", 1), "month"):
        j = r.fill(j + 1, "", 1)  # the end of the month of March
    relative = rel_unit(r, j)
    if relative and relative[1] in ("month", "year", "week", "quarter", "decade"):
        return relative[0], r.around(relative[1], relative[2])
    month = month_at(r, j)
    if month:
        end, named = with_year(r, month[0], month[1])
        return end, resolve(named, r.reference)
    year = year_at(r, i)
    if year:
        return year[0], stated_year(year[1])
    century = century_period(r, j)
    return (century[0], century[1]) if century and isinstance(century[1], Interval) else None


def stated_year(year: int) -> Interval | None:
    """A calendar year that the words name."""
    return resolve(Partial(year), None)


NUMBERED = ("week", "quarter", "half", "fortnight", "decade")
"""Units that are counted within a longer one."""


def numbered_week(r: Reader, i: int) -> Reading | None:
    """Week 31, "semaine 20 de 2022", "al-usbu 20": ISO weeks."""
    unit = r.at(i)
    number = r.num(i + 1, "num")
    if r.word(i, "unit") != "week" or not number or not r.has(i + 1, "digits") or (r.lang == "ar" and unit.text[-4:-3] != "س"):
        return None
    if number > 53 or r.plain(i + 2) or r.has(i + 2, "month", "unit") or unit.text[-1:] in "sا" or " " in unit.text:
        return None
    if r.lang == "ar" and not search_key(unit.text).startswith("ال"):  # "the week of the 18th"
        return None
    relative = _outer(r, i + 2)
    if relative and relative[1] and relative[1].precision != "year":
        relative = None
    end, year = relative or (i + 2, r.around("year", 0))
    return read(end, _nth("week", number, year))


def numbered_period(r: Reader, i: int) -> Reading | None:
    """Third week of this month, Q3 2016, "ar-rub ath-thalith min hadha al-am", 2016 the third quarter."""
    named = _numbered(r, i)
    if named:
        end, unit, number = named
        outer = _outer(r, end) or (_this_unit(r, end) if unit == "week" and r.has(end, "of") else None)
        if outer is None or (outer[1] and outer[1].precision not in ("month", "year", "century")):
            outer = (end, r.around("year", 0)) if _stands_alone(r, i, unit) else None
        return read(outer[0], _nth(unit, number, outer[1])) if outer else None
    year = r.num(i, "num")
    named = _numbered(r, r.fill(i + 1)) if year and r.num(i, "digits") == 4 and 1000 <= year <= 2999 else None
    if named and year:
        return read(named[0], _nth(named[1], named[2], stated_year(year)))
    return None


def _stands_alone(r: Reader, i: int, unit: str) -> bool:
    """Whether a numbered unit is meant within this year: the third quarter, but not last quarter or the last week."""
    if unit == "week":
        return r.lang == "fr" and not r.has(i, "last")
    return unit in ("quarter", "half") and not (r.has(i, "last") and r.has(i, "rel"))


def _numbered(r: Reader, i: int) -> tuple[int, str, int] | None:
    """End, unit and number of a numbered week, quarter or half of a year."""
    for kind, unit in (("quartername", "quarter"), ("halfname", "half")):
        if (short := r.num(i, kind)) is not None:
            return i + 1, unit, short
    number = r.num(i, "ord") or (-1 if r.has(i, "last") else None)
    unit_word = r.word(i + 1, "unit")
    behind = r.num(i + 1, "ord")
    if behind is None and not r.has(i + 1, "digits") and r.at(i + 1).text.startswith("ال"):  # the twentieth looks like twenty
        behind = r.num(i + 1, "num")
    if r.lang == "ar" and r.word(i, "unit") in NUMBERED and (behind or r.has(i + 1, "last")):
        return i + 2, r.word(i, "unit") or "week", behind or -1
    if number and r.lang == "fr" and r.at(i + 1).text.lower() in ("quart", "quarts"):
        return i + 2, "quarter", number
    return (i + 2, unit_word, number) if number and unit_word in NUMBERED else None


def _nth(unit: str, number: int, outer: Interval | None) -> Interval | None:
    if outer is None or outer.start is None:
        return outer and Interval(None, None, unit, "unknown")
    if unit == "week":
        found = week_of_period(outer, number)
        return found and replace(found, basis=outer.basis)
    if unit == "decade":
        return _nth_decade(number, outer)
    if unit in ("half", "fortnight") and outer.precision == "month" and outer.end and number in (1, 2, -1):
        middle = outer.start.replace(day=15 if number == 1 else 16)
        return replace(outer, end=middle, precision="fortnight") if number == 1 else replace(outer, start=middle, precision="fortnight")
    if unit == "fortnight":
        return None
    months = 3 if unit == "quarter" else 6
    index = number - 1 if number > 0 else 12 // months - 1
    if outer.precision != "year" or not 0 <= index < 12 // months:
        return None
    found = months_from(outer.start.year * 12 + months * index, months, unit)
    return found and replace(found, basis=outer.basis)


def _nth_decade(number: int, outer: Interval) -> Interval | None:
    if outer.start is None or outer.precision != "century" or not -1 <= number <= 10 or outer.start.year < 100:
        return None
    first = outer.start.year + 10 * (number - 1 if number > 0 else 9)
    return months_from(first * 12, 120, "decade", outer.basis)


def part_period(r: Reader, i: int) -> Reading | None:
    """Early next year, "fin mars", "muntasaf al-usbu al-muqbil", rest of the week, later this month."""
    part = r.word(i, "part")
    if part:
        outer = _outer(r, i + 1 + r.mark(i + 1, "-")) or _this_unit(r, i + 1)
        if part in ("early", "start") and outer and outer[1] and outer[1].start and r.has(i - 1, "since") and r.reference:
            return read(outer[0], replace(outer[1], end=max(r.reference, outer[1].start), precision="day"))
        if outer and outer[1] and outer[1].start:
            weekend = r.lang == "ar" and part == "end" and outer[1].precision == "week"  # Arabic says "end of the week" for it
            found = unit_around(outer[1].start, "weekend") if weekend else part_of(outer[1], part)
            return read(outer[0], found and replace(found, basis=outer[1].basis))
        return read(outer[0], outer[1]) if outer else None
    later = 1 if r.has(i, "rest") else r.num(i, "later")
    if later is None:
        return None
    j = i + 1 if r.has(i + 1, "unit") else r.fill(i + 1 + r.has(i + 1, "in"))
    within = r.has(i, "rest") or j > i + 1 or " " in r.at(j).text
    unit = rel_unit(r, j) or ((j + 1, r.word(j, "unit") or "", 0) if r.word(j, "unit") and within else None)
    if unit is None or unit[2] != 0 or unit[1] not in ("week", "month", "year", "quarter"):
        return None
    whole = r.around(unit[1], 0)
    if whole is None or whole.start is None or r.reference is None:
        return read(unit[0], whole)
    return read(unit[0], replace(whole, start=r.reference) if later > 0 else replace(whole, end=max(whole.start, _before(r.reference))))


def _this_unit(r: Reader, i: int) -> tuple[int, Interval | None] | None:
    """The month, the year: that of the reference day."""
    j = i
    while r.has(j, "of") and not r.has(j, "unit") and j < i + FILL_MOST:
        j += 1
    unit = r.word(j, "unit")
    definite = j > i or " " in r.at(j).text or r.at(j).text.lstrip("لب").startswith("ال") or r.lang == "fr"
    if unit not in ("month", "year", "quarter", "week") or not definite or r.has(r.fill(j + 1, "", 2), "num", "ord", "month", "hijri"):
        return None
    return j + 1, r.around(unit, 0)


def _before(day: date) -> date:
    return shift(day, -1, "day") or day


def week_of(r: Reader, i: int) -> Reading | None:
    """Week of 16 September, "la semaine du 18": Monday to Sunday."""
    if not r.has(i, "cueweek") or (r.lang == "ar" and r.at(i).text.endswith("ا")):
        return None
    at = calendar_date(r, i + 1) or numeric_date(r, i + 1)
    if at is None and (offset := r.num(i + 1, "day")) is not None and r.reference:
        begun = shift(r.reference, offset, "day")
        last = shift(begun, 6, "day") if begun and r.has(i - 1, "one") else None
        if begun and last:  # a week that begins then, not the week it lies in
            return read(i + 2, Interval(begun, last, "week"))
        at = (i + 2, Interval(begun, begun, "day"))
    if at is None and not r.at(i).text.startswith("ال") and (day := r.num(i + 1, "num") or r.num(i + 1, "ord")) and day <= 31:
        at = (i + 2, Partial(day=day))
    days = at and (resolve(at[1], r.reference) if isinstance(at[1], Partial) else at[1])
    if not at or not days or not days.start:
        return None
    found = unit_around(days.start, "week")
    return read(at[0], replace(found, basis=days.basis) if found else None)
