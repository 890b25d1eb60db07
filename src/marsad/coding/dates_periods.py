"""Date expressions that mean a stretch of time: months, years, last week, past three days, quarters, seasons, decades."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.coding.calendar_days import (
    Interval,
    Partial,
    months_from,
    part_of,
    resolve,
    season_interval,
    shift,
    unit_around,
    week_of_period,
)
from marsad.coding.dates_numeric import numeric_date
from marsad.coding.dates_points import (
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
    if (r.has(i, "weak") or named.hijri) and not r.has(i - 1, "cueprep", "part"):  # names of persons, too
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
        counts = quantity(r, i + 1)
        if counts and not r.has(counts[0], "rel", "ago", "before", "after"):
            return read(counts[0], reach(r, counts[1], 1, following=r.lang == "fr"))
    rel = r.num(i, "rel")
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


def _outer(r: Reader, i: int) -> tuple[int, Interval | None] | None:
    """The month or year that a week, quarter or part lies in, with the words between: end and days."""
    j = r.fill(i)
    relative = rel_unit(r, j)
    if relative and relative[1] in ("month", "year", "week", "quarter", "decade"):
        return relative[0], r.around(relative[1], relative[2])
    month = month_at(r, j)
    if month:
        end, named = with_year(r, month[0], month[1])
        return end, resolve(named, r.reference)
    year = year_at(r, i)
    return (year[0], stated_year(year[1])) if year else None


def stated_year(year: int) -> Interval | None:
    """A calendar year that the words name."""
    return resolve(Partial(year), None)


def numbered_period(r: Reader, i: int) -> Reading | None:
    """Third week of this month, Q3 2016, "ar-rub ath-thalith min hadha al-am", 2016 the third quarter."""
    named = _numbered(r, i)
    if named:
        end, unit, number = named
        outer = _outer(r, end)
        if outer is None or (outer[1] and outer[1].precision not in ("month", "year")):
            outer = (end, r.around("year", 0)) if unit != "week" or r.lang == "fr" else None
        return read(outer[0], _nth(unit, number, outer[1])) if outer else None
    year = r.num(i, "num")
    named = _numbered(r, r.fill(i + 1)) if year and r.num(i, "digits") == 4 and 1000 <= year <= 2999 else None
    if named and year:
        return read(named[0], _nth(named[1], named[2], stated_year(year)))
    return None


def _numbered(r: Reader, i: int) -> tuple[int, str, int] | None:
    """End, unit and number of a numbered week, quarter or half of a year."""
    for kind, unit in (("quartername", "quarter"), ("halfname", "half")):
        if (short := r.num(i, kind)) is not None:
            return i + 1, unit, short
    number = r.num(i, "ord") or (-1 if r.has(i, "last") else None)
    unit_word = r.word(i + 1, "unit")
    behind = r.num(i + 1, "ord")
    if r.word(i, "unit") in ("week", "quarter", "half") and behind and r.lang == "ar":
        return i + 2, r.word(i, "unit") or "week", behind
    if number and r.lang == "fr" and r.at(i + 1).text.lower() in ("quart", "quarts"):
        return i + 2, "quarter", number
    return (i + 2, unit_word, number) if number and unit_word in ("week", "quarter", "half") else None


def _nth(unit: str, number: int, outer: Interval | None) -> Interval | None:
    if outer is None or outer.start is None:
        return outer and Interval(None, None, unit, "unknown")
    if unit == "week":
        found = week_of_period(outer, number)
        return found and replace(found, basis=outer.basis)
    months = 3 if unit == "quarter" else 6
    index = number - 1 if number > 0 else 12 // months - 1
    if outer.precision != "year" or not 0 <= index < 12 // months:
        return None
    found = months_from(outer.start.year * 12 + months * index, months, unit)
    return found and replace(found, basis=outer.basis)


def part_period(r: Reader, i: int) -> Reading | None:
    """Early next year, "fin mars", "muntasaf al-usbu al-muqbil", rest of the week, later this month."""
    part = r.word(i, "part")
    if part:
        outer = _outer(r, i + 1 + r.mark(i + 1, "-"))
        if outer and outer[1] and outer[1].start:
            weekend = r.lang == "ar" and part == "end" and outer[1].precision == "week"  # Arabic says "end of the week" for it
            found = unit_around(outer[1].start, "weekend") if weekend else part_of(outer[1], part)
            return read(outer[0], found and replace(found, basis=outer[1].basis))
        return read(outer[0], outer[1]) if outer else None
    later = 1 if r.has(i, "rest") else r.num(i, "later")
    if later is None:
        return None
    j = r.fill(i + 1)
    unit = rel_unit(r, j) or ((j + 1, r.word(j, "unit") or "", 0) if r.word(j, "unit") and (r.has(i, "rest") or j > i + 1) else None)
    if unit is None or unit[2] != 0 or unit[1] not in ("week", "month", "year", "quarter"):
        return None
    whole = r.around(unit[1], 0)
    if whole is None or whole.start is None or r.reference is None:
        return read(unit[0], whole)
    return read(unit[0], replace(whole, start=r.reference) if later > 0 else replace(whole, end=max(whole.start, _before(r.reference))))


def _before(day: date) -> date:
    return shift(day, -1, "day") or day


def season_period(r: Reader, i: int) -> Reading | None:
    """Summer 2016, "l'été dernier", this summer; a season word alone only behind a preposition, and resolved to the past."""
    rel = r.num(i, "rel")
    season = r.num(i + 1, "season") if rel is not None else r.num(i, "season")
    if season is None:
        return None
    end = i + 1 + (rel is not None)
    year = year_at(r, end)
    after = r.num(end, "rel") if rel is None else None
    if year:
        found = season_interval(season, year[1])
        return read(year[0], replace(found, basis="stated") if found else None)
    if r.reference is None:
        return end + (after is not None), Interval(None, None, "season", "unknown")
    offset = rel if rel is not None else after
    if offset is None and (r.has(i, "weak") or not r.has(i - 1, "cueprep")) and not (r.has(i - 1, "of") and r.has(i + 1, "end")):
        return None
    found = season_interval(season, r.reference.year)
    if found and found.start and (offset is None or offset < 0):
        limit = found.end if offset is not None else found.start
        found = season_interval(season, r.reference.year - (limit is not None and limit >= r.reference))
    elif found and found.start and offset == 1 and found.start <= r.reference:
        found = season_interval(season, r.reference.year + 1)
    return read(end + (after is not None), found)


def decade_period(r: Reader, i: int) -> Reading | None:
    """The 1970s, the '40s, the seventies, "les années 70", "sabiniyat al-qarn al-madi", the 15th century."""
    value = r.num(i, "decade")
    end = i + 1
    number = r.num(i, "num")
    if value is None and r.lang == "fr" and r.at(i).text.lower().startswith("année"):
        value, end = r.num(i + 1, "num"), i + 2
    elif value is None and number and r.has(i + 1, "decadesuffix") and r.at(i + 1).glued:
        value, end = number, i + 2
    if value is None:
        return _century(r, i)
    if value % 10 or not (20 <= value < 100 or 1000 <= value <= 2100):
        return None
    century = rel_unit(r, end)
    if century and century[1] == "century":
        end = century[0]
    first = value if value >= 1000 else 1900 + value
    return read(end, months_from(first * 12, 120, "decade", "stated"))


def _century(r: Reader, i: int) -> Reading | None:
    unit_first = r.word(i, "unit") == "century" and (r.num(i + 1, "ord") or r.num(i + 1, "num"))
    number = unit_first or (r.num(i, "ord") if r.word(i + 1, "unit") == "century" else None)
    if not number or not 1 <= number <= 30:
        return None
    return read(i + 2, months_from((number - 1) * 1200 if number > 1 else 12, 1200 if number > 1 else 1188, "century", "stated"))


def week_of(r: Reader, i: int) -> Reading | None:
    """Week of 16 September, "la semaine du 18": Monday to Sunday."""
    if not r.has(i, "cueweek") or (r.lang == "ar" and r.at(i).text.endswith("ا")):
        return None
    at = calendar_date(r, i + 1) or numeric_date(r, i + 1)
    if at is None and (day := r.num(i + 1, "num") or r.num(i + 1, "ord")) and day <= 31:
        at = (i + 2, Partial(day=day))
    days = at and (resolve(at[1], r.reference) if isinstance(at[1], Partial) else at[1])
    if not at or not days or not days.start:
        return None
    found = unit_around(days.start, "week")
    return read(at[0], replace(found, basis=days.basis) if found else None)
