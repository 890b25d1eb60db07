"""Reports of one event in one text are tied; the last toll wins and the earlier is kept."""

from __future__ import annotations

from marsad.base.records import Fatalities, Span
from marsad.coding.drafts import EventDraft
from marsad.coding.events_reports import merge_reports


def draft(start: int, deaths: int | None = None, type_: str = "ASSAULT", modes: tuple[str, ...] = ("explosives",)) -> EventDraft:
    toll = Fatalities(deaths, deaths, deaths) if deaths is not None else None
    return EventDraft(type_, Span(start, start + 10), Span(start, start + 3), "rule", 1.0, 0.7, modes=modes, fatalities=toll)


def test_a_second_report_of_one_attack_is_the_same_event_and_its_toll_wins() -> None:
    merged = merge_reports([draft(0, 4), draft(20, 6)], keys=[["gao"], ["gao"]])
    assert [one.same_as for one in merged] == [None, 0]
    assert [one.superseded for one in merged] == [True, False]
    assert merged[0].fatalities == Fatalities(4, 4, 4)


def test_attacks_at_two_places_stay_two_events() -> None:
    merged = merge_reports([draft(0, 4), draft(20, 4)], keys=[["gao"], ["kidal"]])
    assert [one.same_as for one in merged] == [None, None]


def test_without_places_two_different_tolls_stay_two_events() -> None:
    assert [one.same_as for one in merge_reports([draft(0, 4), draft(20, 9)])] == [None, None]


def test_a_protest_is_never_the_same_as_an_attack() -> None:
    merged = merge_reports([draft(0), draft(20, type_="PROTEST", modes=("demo",))], keys=[["gao"], ["gao"]])
    assert merged[1].same_as is None


def test_merging_keeps_every_draft_in_its_order() -> None:
    drafts = [draft(i * 20, i) for i in range(30)]
    merged = merge_reports(drafts, keys=[["x"]] * 30)
    assert [one.span for one in merged] == [one.span for one in drafts]
