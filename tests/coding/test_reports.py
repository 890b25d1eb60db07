"""Many reports of one attack are one event, and two attacks stay two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from coded import document, only, read

from marsad.base.records import DateRange, Event, Fatalities, Link, Place
from marsad.coding.reports import link_reports, tally

FIRST = "Gunmen killed at least 15 people in the town of Menaka in Mali on Sunday."
SECOND = "Une attaque a fait 17 morts dimanche à Ménaka, au Mali."
OTHER = "Gunmen killed 4 people in the town of Kidal in Mali on Sunday."


def assaults(text: str, lang: str, day: date = date(2024, 5, 14)) -> list[Event]:
    return [event for event in only(read(text, lang, published=day), Event) if event.type == "ASSAULT"]


def test_two_reports_of_one_attack_are_linked_across_languages() -> None:
    events = [*assaults(FIRST, "en"), *assaults(SECOND, "fr"), *assaults(OTHER, "en")]
    links = link_reports(events)
    assert len(events) == 3
    assert len(links) == 1
    counts = tally(events, links, {})
    assert sorted(one.reports for one in counts) == [1, 2]


GAO = Place("Gao", "MLI", cell=152_000)
KIDAL = Place("Kidal", "MLI", cell=156_000)
MALI = Place("Mali", "MLI")


def made(number: int, **more: Any) -> Event:
    """An attack in Gao on 12 May with ten dead, told by a document of its own, but for what is given."""
    told = {
        "document": f"doc-{number}", "type": "ASSAULT", "date": DateRange(date(2024, 5, 12), date(2024, 5, 12)), "place": GAO,
        "span": None, "rule": "made-up", "fatalities": Fatalities(10, 10, 10),
    }  # fmt: skip
    return Event(f"event-{number}", **{**told, **more})


def on(day: int) -> DateRange:
    return DateRange(date(2024, 5, day), date(2024, 5, day))


def dead(count: int) -> Fatalities:
    return Fatalities(count, count, count)


@pytest.mark.parametrize(
    ("more", "linked"),
    [
        ({}, True),
        ({"date": on(13)}, True),
        ({"date": on(14)}, False),
        ({"date": DateRange(None, None, "unknown", "unknown")}, False),
        ({"fatalities": dead(20)}, True),
        ({"fatalities": dead(21)}, False),
        ({"fatalities": None}, True),
        ({"type": "COERCE"}, False),
        ({"place": KIDAL}, False),
        ({"place": MALI}, True),
        ({"place": MALI, "fatalities": dead(11)}, False),
        ({"place": MALI, "fatalities": None}, False),
        ({"place": Place("Niamey", "NER", cell=152_000)}, False),
        ({"place": None}, False),
        ({"modes": ("bombing",)}, False),
        ({"modes": ("armed-attack", "bombing")}, True),
        ({"modes": ()}, True),
        ({"flags": ("negated",)}, False),
        ({"flags": ("future",)}, False),
        ({"flags": ("hypothetical",)}, False),
        ({"flags": ("historical",)}, False),
        ({"flags": ("attributed",)}, True),
        ({"document": "doc-1"}, False),
        ({"links": (Link("same_as", "event-9"),)}, False),
        ({"links": (Link("follows_up", "event-9"),)}, True),
    ],
)
def test_a_second_report_is_linked_where_type_day_place_toll_and_modes_fit(more: dict[str, Any], linked: bool) -> None:
    links = link_reports([made(1, modes=("armed-attack",)), made(2, **{"modes": ("armed-attack",), **more})])
    assert bool(links) == linked


@pytest.mark.parametrize(("count", "linked"), [(4, True), (5, False)])
def test_small_tolls_fit_within_three_deaths(count: int, linked: bool) -> None:
    assert bool(link_reports([made(1, fatalities=dead(1)), made(2, fatalities=dead(count))])) == linked


def test_the_link_leads_to_the_earliest_report_whatever_the_order() -> None:
    events = [made(3, date=on(13)), made(2), made(1)]
    assert link_reports(events) == link_reports(events[::-1]) == dict.fromkeys(("event-2", "event-3"), Link("same_as", "event-1"))


@pytest.mark.parametrize(("count", "linked"), [(20, True), (80, False)])
def test_a_copy_ties_without_day_or_place_unless_the_tolls_part(count: int, linked: bool) -> None:
    from dataclasses import replace

    copy = replace(document("a text", "en"), id="doc-2", near_duplicate_of="doc-1")
    events = [made(1), made(2, date=on(29), place=KIDAL, fatalities=dead(count))]
    assert bool(link_reports(events, [copy])) == linked
    assert link_reports(events) == {}


def test_reports_and_sources_of_an_event_are_counted_apart() -> None:
    events = [made(1), made(2), made(3), made(4, date=on(29)), made(5, document="doc-1", links=(Link("same_as", "event-1"),))]
    links = link_reports(events)
    counts = {one.event: one for one in tally(events, links, {"doc-1": "Wire", "doc-2": "Wire", "doc-3": "Wire", "doc-4": None})}
    assert {event: one.reports for event, one in counts.items()} == {"event-1": 3, "event-4": 1}
    assert all(one.single_source for one in counts.values())
    (first, _) = tally(events, links, {"doc-1": "Wire", "doc-2": "Paper", "doc-3": None})
    assert (first.reports, first.single_source) == (3, False)


def test_a_week_apart_are_two_attacks() -> None:
    events = [*assaults(FIRST, "en"), *assaults(SECOND, "fr", date(2024, 5, 21))]
    assert link_reports(events) == {}


def test_a_near_copy_ties_to_its_original() -> None:
    import dataclasses

    copy = dataclasses.replace(document(FIRST + " ", "en"), near_duplicate_of=document(FIRST, "en").id)
    from marsad.coding.coder import load_coder

    events = [*assaults(FIRST, "en"), *[e for e in only(load_coder().read(copy), Event) if e.type == "ASSAULT"]]
    assert len(link_reports(events, [copy])) == 1
