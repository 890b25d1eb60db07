"""The one clock: month numbers as VIEWS counts them (January 1980 = 1), origins and steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NewType

from marsad.base.errors import UsageError

MonthId = NewType("MonthId", int)
"""Months since December 1979: January 1980 is 1, January 2018 is 457."""

_FORM = re.compile(r"(\d{4})-(\d{2})")


def month_of(year: int, month: int) -> MonthId:
    """Month number of a calendar month.

    Args:
        year: Gregorian year; years before 1980 give numbers below 1.
        month: 1 to 12.

    Raises:
        UsageError: `month` is not 1 to 12.

    Source: VIEWS, month_id (1 = January 1980).

    >>> month_of(1980, 1), month_of(2018, 1)
    (1, 457)
    """
    if not 1 <= month <= 12:
        raise UsageError(f"month {month} of {year} does not exist: give a number from 1 to 12")
    return MonthId((year - 1980) * 12 + month)


def month_of_date(day: date) -> MonthId:
    """Month number of the month that `day` lies in.

    >>> month_of_date(date(2022, 6, 13))
    510
    """
    return month_of(day.year, day.month)


def parse_month(text: str) -> MonthId:
    """Month number of a text such as `2026-05`.

    Raises:
        UsageError: `text` is not a year, a hyphen and a month of two digits.

    >>> parse_month("2026-05")
    557
    """
    found = _FORM.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        raise UsageError(f"{text!r} is not a month: write a year and a month, such as 2026-05")
    return month_of(int(found[1]), int(found[2]))


def year_and_month(month_id: int) -> tuple[int, int]:
    """Calendar year and month (1 to 12) of a month number.

    >>> year_and_month(557)
    (2026, 5)
    """
    year, month = divmod(month_id - 1, 12)
    return 1980 + year, month + 1


def format_month(month_id: int) -> str:
    """Text such as `2026-05`; the reverse of `parse_month`.

    >>> format_month(557)
    '2026-05'
    """
    year, month = year_and_month(month_id)
    return f"{year:04d}-{month:02d}"


def first_day(month_id: int) -> date:
    """First day of a month."""
    return date(*year_and_month(month_id), 1)


def last_day(month_id: int) -> date:
    """Last day of a month.

    >>> last_day(month_of(2024, 2))
    datetime.date(2024, 2, 29)
    """
    return date.fromordinal(first_day(month_id + 1).toordinal() - 1)


def months_between(first: int, last: int) -> Iterator[MonthId]:
    """Month numbers from `first` to `last`, both included; none if `last` comes before `first`."""
    return (MonthId(number) for number in range(first, last + 1))


def target_month(origin: int, step: int) -> MonthId:
    """The month that lies `step` months after `origin`, the last month known.

    Args:
        origin: month number of the last month known.
        step: months after the origin; 1 is the first month not known.

    Raises:
        UsageError: `step` is below 1.

    >>> format_month(target_month(parse_month("2017-10"), 3))
    '2018-01'
    """
    if step < 1:
        raise UsageError(f"step {step} is not after the origin: the first month not known is step 1")
    return MonthId(origin + step)


def parse_steps(text: str) -> tuple[int, ...]:
    """Steps from a text such as `3-14`, `1` or `1,3,6,12`, in rising order without repeats.

    Raises:
        UsageError: a part is no number, is below 1, or runs backwards.

    >>> parse_steps("1,3-5")
    (1, 3, 4, 5)
    """
    steps: set[int] = set()
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d+)(?:\s*-\s*(\d+))?\s*", part)
        if found is None:
            raise UsageError(f"{text!r} names no steps: write a range such as 3-14, or a list such as 1,3,6,12")
        low, high = int(found[1]), int(found[2] or found[1])
        if low < 1 or high < low or high > 600:
            raise UsageError(f"steps {part.strip()!r} make no sense: they rise from 1 (the first month after the origin) to 600 at most")
        steps.update(range(low, high + 1))
    return tuple(sorted(steps))
