"""Dates in Arabic, French and English text, as intervals of days with the span they were read from.

Both ends of an interval are included. Words that name no year are resolved to the past of the reference day; without a reference
day they stay what they are (start and end None). The rules are in dates_points, dates_relative, dates_periods and dates_ranges;
the words in lexicon/dates_*.toml and in CLDR; how each kind of expression is read, in docs/dates.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from marsad.base.errors import CodingError
from marsad.base.records import Basis, DateRange, Span
from marsad.base.script import Token
from marsad.coding.calendar_days import Interval, Partial, resolve
from marsad.coding.dates_atoms import atoms_of
from marsad.coding.dates_beside import beside_date, day_of_month, holiday_date, month_pair, nth_day, whole_unit
from marsad.coding.dates_joined import counted_part, weekday_pair
from marsad.coding.dates_numeric import numeric_date
from marsad.coding.dates_periods import (
    counted_period,
    month_period,
    numbered_period,
    numbered_week,
    numeric_month,
    part_period,
    unit_period,
    week_of,
    year_period,
)
from marsad.coding.dates_points import Reader, Reading, calendar_date, nth_weekday_date, weekday_date
from marsad.coding.dates_ranges import range_period, starting_period
from marsad.coding.dates_relative import ago, ahead, beside_day, day_alone, day_reference, rel_day
from marsad.coding.dates_seasons import decade_period, season_period
from marsad.coding.dates_story import month_of, story_day, to_date, weekdays_away

LANGUAGES = ("ar", "fr", "en")

Rule = Callable[[Reader, int], Reading | None]

_COUNTS = ("num", "few", "one", "dual")
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (range_period, ("from", "fromtoday", "num", "ord", "month", "hijri", "weekday", "day", "rel", "unit", "last", "part")),
    (numeric_date, ("num", "digit")),
    (calendar_date, ("weekday", "num", "ord", "month", "hijri", "rel", "same")),
    (weekday_pair, ("weekday",)),
    (counted_part, ("ord", "last", "rel", "num", "unit")),
    (beside_day, (*_COUNTS, "unit")),
    (beside_date, ("ago", "after", *_COUNTS, "unit")),
    (holiday_date, ("holiday",)),
    (nth_day, ("ord", "last", "unit")),
    (month_pair, ("month",)),
    (day_of_month, ("unit", "of")),
    (story_day, ("story",)),
    (weekdays_away, ("in", "after", "ago", "num")),
    (to_date, ("todate",)),
    (month_of, ("monthof",)),
    (numbered_week, ("unit",)),
    (starting_period, (*_COUNTS, "unit")),
    (nth_weekday_date, ("ord", "last", "weekday")),
    (numbered_period, ("ord", "last", "unit", "num", "quartername", "halfname")),
    (week_of, ("cueweek",)),
    (ago, ("ago", *_COUNTS)),
    (ahead, ("in", *_COUNTS)),
    (part_period, ("part", "rest", "later")),
    (counted_period, ("within", "rel", "last", "unit", *_COUNTS)),
    (decade_period, ("decade", "num", "unit", "ord", "roman")),
    (weekday_date, ("weekday", "rel", "same", "unit")),
    (unit_period, ("rel", "same", "unit", "of", "within")),
    (whole_unit, ("whole", "within")),
    (rel_day, ("rel", "last", "unit")),
    (season_period, ("season", "rel")),
    (numeric_month, ("num", "digit")),
    (month_period, ("rel", "month", "hijri", "num")),
    (year_period, ("cueyear", "num")),
    (day_reference, ("weekday", "day")),
    (day_alone, ("num", "ord")),
)
"""Each rule with the kinds of atom it can begin with (digit: digits that are no whole number).

Of the readings at an atom the one that reaches furthest wins, the earlier rule where two reach as far.
"""


@lru_cache(maxsize=4096)
def _rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule, first in RULES if not kinds.isdisjoint(first))


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date expression of a text.

    `start` and `end` are both included, and both None where a reference day is needed and not known (basis unknown).
    `precision`: day, week, weekend, fortnight, month, quarter, season, half, year, decade, century.
    `basis`: stated (the words name the year), resolved (with the reference day), inferred (it hangs on the story's own day), unknown.
    """

    span: Span
    start: date | None
    end: date | None
    precision: str
    basis: Basis
    text: str

    @property
    def range(self) -> DateRange:
        """The same as the record that events carry."""
        return DateRange(self.start, self.end, self.precision, self.basis)


_DIGIT = frozenset(("digit",))


_IDLE = frozenset(
    ["num", "digits", "one", "few", "of", "cueprep", "in", "after", "before", "from", "to", "and", "ago", "within", "part", "rest", "rel",
     "same", "last", "starting", "ahead", "later", "frame", "verb", "now", "since", "mark", "about", "andhalf", "whole"]
)  # fmt: skip
"""Kinds of atom that make no date with a plain word behind them."""


def _idle(r: Reader, i: int) -> bool:
    kinds = r.atoms[i].kinds
    return r.plain(i + 1) and kinds.keys() <= _IDLE and kinds.get("digits") not in (4, 8)


def _longest(r: Reader, i: int) -> tuple[int, Interval] | None:
    best: tuple[int, Interval] | None = None
    kinds = frozenset(r.atoms[i].kinds) or (_DIGIT if r.atoms[i].text[:1].isdigit() else frozenset())
    for rule in _rules_for(kinds):
        found = rule(r, i)
        if found and found[0] > (best[0] if best else i):
            value = resolve(found[1], r.reference) if isinstance(found[1], Partial) else found[1]
            if value is not None:
                best = (found[0], value)
    return best


_BASES: dict[str, Basis] = {"stated": "stated", "resolved": "resolved", "inferred": "inferred", "unknown": "unknown"}


def find_dates(text: str, reference: date | None, lang: str, *, tokens: Sequence[Token] | None = None, base: int = 0) -> list[DateFound]:
    """Date expressions of `text` in order, not overlapping. Linear in the text's length.

    Args:
        text: raw text.
        reference: the day relative words count from (that of publication); None where it is not known.
        lang: ar, fr or en.
        tokens: those of `text`, where they are at hand.
        base: where `text` starts in what the tokens' offsets count in.

    >>> [(str(d.start), str(d.end), d.text) for d in find_dates("يومي 13 و14 يونيو 2022", None, "ar")]
    [('2022-06-13', '2022-06-14', '13 و14 يونيو 2022')]
    >>> [(str(d.start), d.basis) for d in find_dates("Il est arrivé hier vendredi.", date(2023, 3, 4), "fr")]
    [('2023-03-03', 'resolved')]
    >>> [(d.start, d.precision, d.basis) for d in find_dates("It began on Friday.", None, "en")]
    [(None, 'day', 'unknown')]
    """
    atoms = atoms_of(text, lang, tokens=tokens, base=base)
    if len(atoms) == 1:
        return []
    r = Reader.of(text, atoms, reference, lang)
    found: list[DateFound] = []
    i = 0
    while i < len(r.atoms) - 1:
        atom = r.atoms[i]
        best = _longest(r, i) if (atom.kinds and not _idle(r, i)) or atom.text[:1].isdigit() else None
        if best is None:
            i += 1
            continue
        end, days = best
        first = i
        span = Span(r.atoms[first].start, r.atoms[end - 1].end)
        found.append(DateFound(span, days.start, days.end, days.precision, _BASES[days.basis], span.of(text)))
        i = end
    return found


def _case_date(line: int, case: dict[str, Any]) -> date | None:
    given = case.get("reference")
    if given is None or given == "":
        return None
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise CodingError(f"line {line}: reference {given!r} is no day: write it as 2023-03-04, or leave it out") from error


def dates_json(line: int, case: dict[str, Any]) -> dict[str, Any]:
    """One line of `marsad dates --lines`: its number, and the dates of its text with both ends included.

    Args:
        line: number of the line, from 0.
        case: {"text", "reference": "YYYY-MM-DD" or absent, "lang"}.

    Raises:
        CodingError: the line is no object, has no text, an unknown language or a bad reference day.

    >>> dates_json(0, {"text": "hier", "reference": "2023-03-04", "lang": "fr"})["dates"]
    [{'start': '2023-03-03', 'end': '2023-03-03', 'span': [0, 4], 'basis': 'resolved'}]
    """
    if not isinstance(case, dict):
        raise CodingError(f'line {line}: not an object: write {{"text": ..., "reference": "YYYY-MM-DD", "lang": "ar"}}')
    text, lang = case.get("text"), case.get("lang")
    if not isinstance(text, str):
        raise CodingError(f'line {line}: no "text" with the words to read')
    if lang not in LANGUAGES:
        raise CodingError(f'line {line}: "lang" is {lang!r}: give one of {", ".join(LANGUAGES)}')
    dates = [
        {
            "start": str(found.start) if found.start else None,
            "end": str(found.end) if found.end else None,
            "span": [found.span.start, found.span.end],
            "basis": found.basis,
        }
        for found in find_dates(text, _case_date(line, case), lang)
    ]
    return {"line": line, "dates": dates}
