"""Alerts: each rule fires on what it says and not on less, with its evidence, and its past is counted by hand."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from made_events import event_rows
from marsad.assessment.alerts import (
    AlertRules,
    backtest_entries,
    backtest_high,
    entry_alerts,
    follow_up_alerts,
    high_alerts,
    jump_alerts,
)
from marsad.assessment.groups import GroupProfile, group_profile
from marsad.assessment.partnerships import partnership
from marsad.base.errors import AssessmentError
from marsad.base.frames import Coverage, Forecast, Panel
from marsad.base.records import DateRange, Document, Engagement, Outcome, Participant, Span


def panel(*rows: list[int], level: Any = "country", seen: np.ndarray | None = None) -> Panel:
    deaths = np.array(rows, dtype=np.float64)
    observed = np.ones(deaths.shape, dtype=bool) if seen is None else seen
    units = np.array([466, 854, 562][: len(rows)])
    return Panel(units, np.arange(500, 500 + deaths.shape[1]), np.where(observed, deaths, 0), observed, level=level)


def test_a_month_above_three_years_and_the_floor_is_high_and_names_its_month() -> None:
    found = high_alerts(panel([90] * 36 + [120], [110] * 36 + [110], [1] * 36 + [99]), 536)
    assert [(alert.subject, alert.value, alert.threshold, alert.number) for alert in found] == [("country:MLI", 120, 90, 3)]
    assert found[0].evidence == ("country:MLI@2024-08",)


def test_a_month_above_one_year_only_is_told_as_one_year() -> None:
    assert high_alerts(panel([500] + [90] * 35 + [120]), 536)[0].number == 1


def test_months_not_observed_let_no_rule_fire() -> None:
    seen = np.ones((1, 37), dtype=bool)
    seen[0, 5:36] = False
    assert high_alerts(panel([90] * 36 + [120], seen=seen), 536) == ()
    seen = np.ones((1, 37), dtype=bool)
    seen[0, 36] = False
    assert high_alerts(panel([90] * 36 + [120], seen=seen), 536) == ()
    with pytest.raises(AssessmentError, match="does not reach"):
        high_alerts(panel([1]), 900)


def test_cells_have_a_floor_of_their_own_and_settings_may_move_it() -> None:
    cells = panel([1] * 36 + [12], level="cell")
    assert high_alerts(cells, 536)[0].subject == "cell:466"
    assert high_alerts(cells, 536, AlertRules(floor_cell=13)) == ()
    with pytest.raises(AssessmentError, match="jump ratio above 1"):
        AlertRules(jump_ratio=1.0)


def test_the_record_of_a_rule_is_what_a_hand_count_gives() -> None:
    # fires in month 40 (120 over 10s) and goes on; fires in month 60 (300) and falls back
    deaths = [10] * 40 + [120, 100, 100, 100] + [10] * 16 + [300] + [10] * 9
    found = backtest_high(panel(deaths))
    assert (found.fired, found.followed) == (2, 0.5)
    assert found.months == len(deaths) - 36 - 3
    assert found.otherwise is not None
    assert backtest_high(panel([0] * 60)).followed is None


def forecast(mean: float, origin: int = 536) -> Forecast:
    return Forecast(np.array([466]), np.arange(1, 7), np.full((1, 6, 10), mean), origin, "pool")


def test_a_forecast_twice_the_last_one_for_the_same_months_is_a_jump() -> None:
    known = panel([10] * 37)
    found = jump_alerts(forecast(40), known, before=forecast(15, 535))
    assert [(alert.value, alert.threshold, alert.detail) for alert in found] == [(120, 45, "forecast")]
    assert found[0].evidence == ("country:MLI@2024-09", "country:MLI@2024-10", "country:MLI@2024-11")
    assert jump_alerts(forecast(40), known, before=forecast(35, 535)) == ()


def test_without_an_earlier_forecast_the_last_months_stand_in_if_they_are_observed() -> None:
    assert jump_alerts(forecast(40), panel([10] * 37))[0].detail == "deaths"
    seen = np.ones((1, 37), dtype=bool)
    seen[0, 35] = False
    assert jump_alerts(forecast(40), panel([10] * 37, seen=seen)) == ()
    assert jump_alerts(forecast(5), panel([1] * 37)) == ()
    with pytest.raises(AssessmentError, match="steps 1 to 9"):
        jump_alerts(forecast(5), panel([1] * 37), rules=AlertRules(jump_steps=9))


def profile(months: list[int], as_of: int) -> GroupProfile:
    rows = [{"month_id": month, "actor": "JNIM", "recipient": "Civilians", "country": "BEN", "country_id": 204} for month in months]
    names = {"jnim": "group:jnim"}
    return group_profile(event_rows(rows), "group:jnim", month=as_of, names=names, coverage=[Coverage(204, 433, 528)])


def test_an_entry_alerts_in_its_month_with_its_events_and_not_later() -> None:
    found = entry_alerts([profile([500], 500)])
    assert [(alert.subject, alert.detail, alert.country, alert.evidence) for alert in found] == [
        ("group:jnim", "first", "BEN", ("event:000000",))
    ]
    assert entry_alerts([profile([500], 502)]) == ()
    assert len(entry_alerts([profile([500], 502)], AlertRules(entry_months=3))) == 1


def test_the_record_of_entries_counts_those_that_went_on() -> None:
    found = backtest_entries([profile([460, 462, 480, 528], 528)])
    assert (found.fired, found.followed) == (2, 0.5)


def test_an_overdue_promise_alerts_with_the_meeting_and_the_document() -> None:
    people = tuple(Participant(None, "minister", None, code) for code in ("MAR", "USA"))
    told = Engagement("e1", "d1", "meeting", DateRange(date(2024, 1, 1), date(2024, 1, 1)), None, None, people, Span(0, 4), "made",
                      outcomes=(Outcome("joint patrols", "unknown", Span(0, 4)),))  # fmt: skip
    paper = Document("d1", "d1", "en", None, date(2024, 1, 2), None, (), "Text")
    one = partnership(("MAR", "USA"), 557, engagements=[told], documents=[paper])
    found = follow_up_alerts([one])
    assert [(alert.subject, alert.detail, alert.evidence) for alert in found] == [("pair:MAR-USA", "no-word", ("e1", "d1"))]
