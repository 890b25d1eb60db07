"""Many reports of one attack are one event, and two attacks stay two."""

from __future__ import annotations

from datetime import date

from coded import document, only, read

from marsad.base.records import Event
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


def test_a_week_apart_are_two_attacks() -> None:
    events = [*assaults(FIRST, "en"), *assaults(SECOND, "fr", date(2024, 5, 21))]
    assert link_reports(events) == {}


def test_a_near_copy_ties_to_its_original() -> None:
    import dataclasses

    copy = dataclasses.replace(document(FIRST + " ", "en"), near_duplicate_of=document(FIRST, "en").id)
    from marsad.coding.coder import load_coder

    events = [*assaults(FIRST, "en"), *[e for e in only(load_coder().read(copy), Event) if e.type == "ASSAULT"]]
    assert len(link_reports(events, [copy])) == 1
