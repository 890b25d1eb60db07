"""Months: the one clock runs both ways and says no to what is no month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base import months
from marsad.base.errors import UsageError

YEARS = st.integers(1, 9998)
NUMBERS = st.integers(months.month_of(1, 1), months.month_of(9998, 12))


@pytest.mark.parametrize(("text", "number"), [("1980-01", 1), ("1980-12", 12), ("2018-01", 457), ("1979-12", 0), ("2026-05", 557)])
def test_month_numbers_count_from_january_1980(text: str, number: int) -> None:
    assert months.parse_month(text) == number
    assert months.format_month(number) == text


@given(YEARS, st.integers(1, 12))
def test_a_calendar_month_survives_the_way_there_and_back(year: int, month: int) -> None:
    assert months.year_and_month(months.month_of(year, month)) == (year, month)


@given(NUMBERS)
def test_a_month_number_survives_being_written_and_read(number: int) -> None:
    assert months.parse_month(months.format_month(number)) == number


@given(NUMBERS)
def test_a_month_ends_on_the_day_before_the_next_begins(number: int) -> None:
    assert months.last_day(number) + timedelta(days=1) == months.first_day(number + 1)
    assert months.month_of_date(months.first_day(number)) == months.month_of_date(months.last_day(number)) == number


@given(st.dates(max_value=date(9998, 12, 31)))
def test_every_day_lies_between_the_first_and_last_day_of_its_month(day: date) -> None:
    number = months.month_of_date(day)
    assert months.first_day(number) <= day <= months.last_day(number)


@given(NUMBERS, st.integers(1, 600))
def test_step_one_is_the_first_month_after_the_origin(origin: int, step: int) -> None:
    assert months.target_month(origin, step) - origin == step


@given(st.sets(st.integers(1, 600), min_size=1))
def test_a_list_of_steps_is_read_in_rising_order(steps: set[int]) -> None:
    assert months.parse_steps(",".join(str(step) for step in steps)) == tuple(sorted(steps))


def test_months_between_hold_both_ends_and_none_when_they_run_backwards() -> None:
    assert list(months.months_between(3, 5)) == [3, 4, 5]
    assert list(months.months_between(5, 3)) == []


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-5", "05-2026", "", "2026-05-01", "May 2026"])
def test_what_is_no_month_is_an_error_that_shows_the_form(text: str) -> None:
    with pytest.raises(UsageError, match="such as 2026-05"):
        months.parse_month(text)


@pytest.mark.parametrize("text", ["", "0", "3-1", "0-4", "1-601", "a", "1,,2", "-3"])
def test_steps_that_make_no_sense_are_an_error(text: str) -> None:
    with pytest.raises(UsageError):
        months.parse_steps(text)


def test_a_step_that_is_not_after_the_origin_is_an_error() -> None:
    with pytest.raises(UsageError, match="step 0 is not after the origin"):
        months.target_month(500, 0)
    with pytest.raises(UsageError, match="month 13 of 2020"):
        months.month_of(2020, 13)
