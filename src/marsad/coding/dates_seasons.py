"""Seasons, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from marsad.coding.calendar_days import Interval, months_from, season_interval
from marsad.coding.dates_points import Reader, Reading, read, rel_unit, year_at


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
        return century_period(r, i)
    if value % 10 or not (20 <= value < 100 or 1000 <= value <= 2100):
        return None
    century = rel_unit(r, end)
    if century and century[1] == "century":
        end = century[0]
    first = value if value >= 1000 else 1900 + value
    return read(end, months_from(first * 12, 120, "decade", "stated"))


def century_period(r: Reader, i: int) -> Reading | None:
    """The 15th century, "le XIXe siècle", "al-qarn at-tasi ashar"."""
    unit_first = r.word(i, "unit") == "century" and (r.num(i + 1, "ord") or r.num(i + 1, "num"))
    number = unit_first or (r.num(i, "ord") or r.num(i, "roman") if r.word(i + 1, "unit") == "century" else None)
    if not number or not 1 <= number <= 30:
        return None
    return read(i + 2, months_from((number - 1) * 1200 if number > 1 else 12, 1200 if number > 1 else 1188, "century", "stated"))
