"""Wire copy: the dateline is where and when a report was filed; reports of one attack in three languages are one event."""

from __future__ import annotations

from datetime import date

import pytest
from coded import document, only, read

from marsad.base.records import Event
from marsad.coding.coder import load_coder
from marsad.coding.reports import link_reports, tally

WIRES = [
    ("ar", "نيامي، 14 مايو 2024 (وكالة) - قُتل 12 جنديا يوم الاثنين في هجوم شنه مسلحون على دورية قرب تيلابيري، حسب وزارة الدفاع."),
    ("fr", "NIAMEY, 14 mai 2024 (Agence) – Au moins 14 soldats ont été tués lundi par des hommes armés près de Tillabéri."),
    ("en", "NIAMEY, May 14, 2024 (Wire) - Gunmen killed at least 12 soldiers on Monday in an ambush near Tillaberi."),
    ("en", "Niamey - Gunmen killed 13 soldiers on Monday, May 13, 2024, near Tillaberi."),
    ("fr", "Niamey (Agence) - Treize soldats ont été tués le 13 mai 2024 par des hommes armés près de Tillabéri."),
]


@pytest.mark.parametrize(("lang", "text"), WIRES, ids=[f"{row[0]}-{number}" for number, row in enumerate(WIRES)])
def test_the_dateline_is_neither_the_place_nor_the_day_of_the_attack(lang: str, text: str) -> None:
    (event,) = only(read(text, lang, published=None), Event)
    assert event.place is not None
    assert search(event.place.name) in ("tillaberi", "تيلابيري")
    assert event.place.cell == 150123
    assert (event.date.start, event.date.end) == (date(2024, 5, 13), date(2024, 5, 13))


def search(name: str | None) -> str:
    return (name or "").replace("é", "e").lower()


def test_reports_of_one_attack_in_three_languages_are_one_event_with_its_reports() -> None:
    documents = [document(text, lang, None) for lang, text in WIRES[:3]]
    events = [one for each in documents for one in only(load_coder().read(each), Event)]
    told = tally(events, link_reports(events, documents), {})
    assert [(one.reports, one.single_source) for one in told] == [(3, False)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le convoi Bamako - Gao a été attaqué lundi par des hommes armés près de Hombori."),
        ("en", "Gao residents fled - gunmen killed three traders near Ansongo on Monday."),
    ],
)
def test_a_dash_alone_makes_no_dateline(lang: str, text: str) -> None:
    assert {event.text for event in only(read(text, lang), Event)} == {text}


def test_a_weekday_without_any_day_of_filing_stays_a_weekday() -> None:
    (event,) = only(read("NIAMEY (Wire) - Gunmen killed 12 soldiers on Monday near Tillaberi.", "en", published=None), Event)
    assert (event.date.start, event.date.basis) == (None, "unknown")


@pytest.mark.parametrize("amount", ["at least 12", "as many as 12", "at most 12"])
def test_whoever_killed_at_least_so_many_is_the_killer(amount: str) -> None:
    (event,) = only(read(f"Gunmen killed {amount} soldiers on Monday near Tillaberi.", "en"), Event)
    assert [one.name for one in event.actors] == ["Gunmen"]
    assert [one.name for one in event.recipients] == ["soldiers"]
