"""Meetings told in several documents: retold ones point to the first record, and what follows them up does too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from coded import document, only, read

from marsad.base.records import DateRange, Engagement, Link
from marsad.coding.reports_meetings import link_meetings, relinked

FIRST = "La ministre togolaise de la Défense a effectué une visite à Accra les 5 et 6 mai 2025."
LATER = (
    "La ministre togolaise de la Défense a reçu mardi à Lomé le ministre ghanéen de la Défense.\n"
    "Cette rencontre fait suite à la visite que la ministre togolaise de la Défense a effectuée à Accra les 5 et 6 mai 2025."
)
CALL = "The foreign minister of Togo spoke by telephone with the foreign minister of Ghana."


def both(first: str, later: str) -> tuple[list[Engagement], dict[str, Link]]:
    days = date(2025, 5, 7), date(2025, 9, 3)
    texts = [document(text, "fr", day) for text, day in zip((first, later), days, strict=True)]
    told = [
        *only(read(first, "fr", published=days[0]), Engagement),
        *only(read(later, "fr", published=days[1]), Engagement),
    ]
    return told, link_meetings(told, texts)


def test_a_visit_told_again_points_to_the_record_of_the_first_text() -> None:
    told, links = both(FIRST, LATER)
    first = next(one for one in told if one.form == "visit")
    again = [one for one in told if one.form == "visit" and one.document != first.document]
    assert [links[one.id] for one in again] == [Link("same_as", first.id)]


def test_a_follow_up_reaches_the_original_across_documents() -> None:
    told, links = both(FIRST, LATER)
    first = next(one for one in told if one.form == "visit")
    meeting = next(one for one in told if one.form == "meeting")
    assert Link("follow_up_of", first.id) in relinked(meeting, links).links


def test_visits_of_other_days_stay_apart() -> None:
    told, links = both(FIRST.replace("5 et 6 mai", "5 et 6 mars"), LATER)
    assert links == {}
    assert len(told) >= 3


def test_the_order_of_the_records_changes_nothing() -> None:
    told, links = both(FIRST, LATER)
    texts = [document(FIRST, "fr", date(2025, 5, 7)), document(LATER, "fr", date(2025, 9, 3))]
    assert link_meetings(told[::-1], texts) == links


def called(number: int, start: date | None, end: date | None) -> Engagement:
    """A call between two ministers, told by a document of its own."""
    told = only(read(CALL, "en", published=date(2025, 5, 7)), Engagement)[0]
    return replace(told, id=f"call-{number}", document=f"doc-{number}", date=DateRange(start, end))


@pytest.mark.parametrize(
    ("start", "end", "linked"),
    [
        (date(2025, 3, 3), date(2025, 3, 4), True),
        (date(2025, 3, 4), date(2025, 3, 4), False),
        (date(2025, 1, 31), date(2025, 1, 31), True),
        (date(2025, 1, 30), date(2025, 1, 30), False),
        (date(2025, 1, 10), date(2025, 3, 2), False),
        (None, date(2025, 2, 2), False),
        (date(2025, 2, 2), None, False),
    ],
)
def test_two_calls_are_one_where_their_days_overlap(start: date | None, end: date | None, linked: bool) -> None:
    calls = [called(1, date(2025, 1, 31), date(2025, 3, 3)), called(2, start, end)]
    assert bool(link_meetings(calls)) == linked


def test_of_several_the_earliest_told_stands() -> None:
    calls = [called(1, date(2025, 2, 28), date(2025, 3, 1)), called(2, date(2025, 1, 31), date(2025, 2, 27))]
    assert link_meetings([*calls, called(3, date(2025, 2, 20), date(2025, 3, 1))]) == {"call-3": Link("same_as", "call-1")}


def test_years_of_meetings_are_linked_without_looking_at_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("marsad.coding.reports_meetings._same", lambda one, other: bool(asked.append(1)))
    first = called(0, None, None)
    days = [date.fromordinal(date(2000, 1, 1).toordinal() + 7 * n) for n in range(1_000)]
    assert link_meetings([replace(first, id=f"{n}", document=f"{n}", date=DateRange(day, day)) for n, day in enumerate(days)]) == {}
    assert len(asked) < 1_000 * 25
