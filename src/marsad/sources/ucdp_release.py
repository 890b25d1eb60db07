"""UCDP releases: which one a file is, which months it covers, and for which countries a month without an event is a true zero."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.base.errors import UsageError
from marsad.base.frames import Coverage
from marsad.base.months import month_of, parse_month
from marsad.base.places import countries
from marsad.sources.passport import Passport

ANNUAL, CANDIDATE = "ucdp-ged", "ucdp-candidate"

YEARS_GAP = 3
"""Years without any event after which one or two later rows are a mistyped year, not the end of the data."""

_VERSION = re.compile(r"v(\d{2})[._](\d{1,2})(?:[._](\d{1,2}))?(?:[._](\d{1,2}))?(?!\d)", re.IGNORECASE)
_SHORT = re.compile(r"ged(\d{2})(\d)(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its number, the passport it falls under, and the months it covers.

    `first` is None for an annual release: its first month depends on the file.
    """

    name: str
    passport: str
    first: int | None
    last: int


def release_named(name: str) -> Release:
    """The release with a number such as `24.1` (annual), `26.0.2` (candidate, one month) or `24.01.24.09` (candidate, year so far).

    An annual release covers the years before its own; a candidate release the months its number names.

    Raises:
        UsageError: the text is no such number.

    >>> release_named("23.0.10").passport
    'ucdp-candidate'
    """
    found = re.fullmatch(r"(\d{2})\.(\d{1,2})(?:\.(\d{1,2}))?(?:\.(\d{1,2}))?", name.strip())
    made = _release(*found.groups()) if found else None
    if made is None:
        raise UsageError(f"{name!r} is no UCDP release: write 24.1 for a yearly one, 26.0.2 for a monthly one")
    return made


def release_of(path: Path) -> Release | None:
    """The release that a file's name, or else its folder's, states; None where neither does."""
    for name in (path.stem, path.parent.name):
        for pattern in (_VERSION, _SHORT):
            for found in pattern.finditer(name):
                year, part, third, fourth = (*found.groups(), None, None)[:4]
                made = _release(year, part, third, fourth)
                if made is not None:
                    return made
    return None


def release_of_years(events_per_year: Mapping[int, int]) -> Release:
    """The annual release whose data end in the last year of a file that does not say which it is.

    One or two rows more than three years after all others are a mistyped year and are not followed.
    """
    years = sorted(events_per_year)
    while len(years) > 1 and years[-1] - years[-2] > YEARS_GAP and events_per_year[years[-1]] < 3:
        years.pop()
    return Release(f"{(years[-1] + 1) % 100:02d}.1", ANNUAL, None, month_of(years[-1], 12))


def coverage_of(release: Release, passport: Passport, first_year_by_country: Mapping[int, int]) -> tuple[Coverage, ...]:
    """Months for which a file knows every event, by country.

    A file with many countries (`world_countries` of the passport) covers every state of the Gleditsch-Ward list; any other file only
    the countries it holds. A candidate release covers its own months. An annual release covers up to December of the year before its
    own: from the data set's first month where the file is of the world, else from January of the country's first year in the file,
    since an extract may have been cut.

    Args:
        release: the file's release.
        passport: its passport.
        first_year_by_country: year of the first event in the file, by ISO numeric code.
    """
    world = len(first_year_by_country) >= passport.world_countries
    # areas that are no state of the Gleditsch-Ward list are counted under another name by the publisher: never a true zero
    states = {country.numeric for country in countries().values() if country.gw}
    units = sorted(states | set(first_year_by_country)) if world else sorted(first_year_by_country)
    start = parse_month(passport.first_month)
    found = []
    for unit in units:
        first = release.first or (start if world else max(start, month_of(first_year_by_country[unit], 1)))
        if first <= release.last:
            found.append(Coverage(unit, first, release.last))
    return tuple(found)


def _release(year: Any, part: Any, third: str | None, fourth: str | None) -> Release | None:
    full = 2000 + int(year)
    if third is None:
        return Release(f"{year}.{int(part)}", ANNUAL, None, month_of(full - 1, 12)) if int(part) >= 1 else None
    if fourth is None:
        if int(part) != 0 or not 1 <= int(third) <= 12:
            return None
        month = month_of(full, int(third))
        return Release(f"{year}.0.{int(third)}", CANDIDATE, month, month)
    if third != year or not 1 <= int(part) <= int(fourth) <= 12:
        return None
    return Release(f"{year}.{int(part):02d}.{third}.{int(fourth):02d}", CANDIDATE, month_of(full, int(part)), month_of(full, int(fourth)))
