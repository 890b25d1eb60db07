"""Meetings told in several documents: retold ones point to the first record, and what follows them up does too."""

from __future__ import annotations

from datetime import date

from coded import document, only, read

from marsad.base.records import Engagement, Link
from marsad.coding.reports_meetings import link_meetings, relinked

FIRST = "La ministre togolaise de la Défense a effectué une visite à Accra les 5 et 6 mai 2025."
LATER = (
    "La ministre togolaise de la Défense a reçu mardi à Lomé le ministre ghanéen de la Défense.\n"
    "Cette rencontre fait suite à la visite que la ministre togolaise de la Défense a effectuée à Accra les 5 et 6 mai 2025."
)


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
