"""Deaths per unit and month, as Ibis expressions that DuckDB and Spark answer alike.

An event belongs to the month of its end date, whole, even where it began in an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from marsad.base.errors import PanelError
from marsad.base.frames import Level

Violence = Literal["all", "state-based", "non-state", "one-sided"]

SOURCES = ("ucdp-ged", "ucdp-candidate")
"""Sources counted unless others are asked for, the best first. Events that Marsad read itself are of source "marsad"."""

NOT_COUNTED = ("negated", "future", "hypothetical")
"""An event with one of these flags did not happen, or not yet."""

_UNITS = {"country": "country_id", "cell": "cell"}
_VIOLENCE = ("all", "state-based", "non-state", "one-sided")


def deaths_by_month(
    events: Any, *, level: Level, first: int, last: int, sources: Sequence[str] = SOURCES, violence: Violence = "all"
) -> Any:
    """Best estimate of deaths by unit and month, one row for each source and release that knows of events there.

    Releases stay apart because they tell of the same events: `panel_of` picks one for each country and month, never their sum.
    An event without a figure for deaths counts as an event and adds none. What is not counted, `left_out` counts.

    Args:
        events: table with the columns of EVENT_SCHEMA, as an Ibis expression.
        level: country (unit is `country_id`) or cell (unit is `cell`).
        first: first month number.
        last: last month number, included.
        sources: names of sources to count.
        violence: all, or one of UCDP's three types; then events without a type are not counted.

    Returns:
        Ibis expression with the columns unit_id, country_id, month_id, source, release, deaths, deaths_least (the least single
        figure, for `panel_of` to refuse a negative one) and events.

    Raises:
        PanelError: a level, a type of violence or a span of months that does not exist.
    """
    _check(level, first, last, violence)
    unit = _UNITS[level]
    chosen = events.filter(_counted(events, violence), _within(events, unit, first, last), events.source.isin(list(sources)))
    grouped = chosen.group_by(unit_id=chosen[unit].cast("int64"), country_id=chosen.country_id.cast("int64"),
                              month_id=chosen.month_id.cast("int64"), source=chosen.source, release=chosen.release)  # fmt: skip
    deaths = chosen.deaths_best.fill_null(0)
    return grouped.aggregate(
        deaths=deaths.sum().cast("int64"), deaths_least=deaths.min().cast("int64"), events=chosen.count().cast("int64")
    )


def left_out(events: Any, *, level: Level, first: int, last: int, sources: Sequence[str] = SOURCES, violence: Violence = "all") -> Any:
    """How many events of the archive `deaths_by_month` does not count, by the first reason that holds.

    Args: as for `deaths_by_month`.

    Returns:
        Ibis expression with the columns reason (source, flag, violence, month unknown, unit unknown, other months) and events.

    Raises:
        PanelError: as for `deaths_by_month`.
    """
    import ibis

    _check(level, first, last, violence)
    unit = events[_UNITS[level]]
    outside = ~events.month_id.between(first, last)
    reason = ibis.cases(
        (~events.source.isin(list(sources)), "source"),
        (~_counted(events, "all"), "flag"),
        (~_counted(events, violence), "violence"),
        (events.month_id.isnull(), "month unknown"),
        (unit.isnull() | (unit <= 0), "unit unknown"),
        (outside, "other months"),
        else_="counted",
    )
    told = events.select(reason=reason)
    found = told.filter(told.reason != "counted")
    return found.group_by("reason").aggregate(events=found.count().cast("int64")).order_by("reason")


def _counted(events: Any, violence: Violence) -> Any:
    keep = events.flags.isnull()
    # each flag is a word of its own in a comma-separated list
    clean = events.flags.notnull()
    for flag in NOT_COUNTED:
        clean = clean & ~events.flags.contains(flag)
    keep = keep | clean
    return keep if violence == "all" else keep & (events.violence.fill_null("") == violence)


def _within(events: Any, unit: str, first: int, last: int) -> Any:
    return events.month_id.between(first, last) & (events[unit] > 0)


def _check(level: str, first: int, last: int, violence: str) -> None:
    if level not in _UNITS:
        raise PanelError(f"there is no level {level!r}: choose country or cell")
    if violence not in _VIOLENCE:
        raise PanelError(f"there is no type of violence {violence!r}: choose {', '.join(_VIOLENCE)}")
    if last < first:
        raise PanelError(f"the panel would end (month {last}) before it begins (month {first}): swap --from and --to")
