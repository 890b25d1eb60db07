"""The article Marsad grew out of, read against a careful reader's record of it. Its text stays in the data folder."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from marsad.base.records import Document, Engagement, Event, Mention, RawText, Record, Span, Statement
from marsad.coding.coder import load_coder
from marsad.documents.build import make_document

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    folder: Path = request.getfixturevalue("shared") / "gold" / "seed_article"
    return dict(json.loads((folder / "gold.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def document(request: pytest.FixtureRequest) -> Document:
    raw = (request.getfixturevalue("shared") / "gold" / "seed_article" / "article.txt").read_bytes()
    return make_document(RawText("article.txt", raw, raw.decode("utf-8")))


@pytest.fixture(scope="module")
def records(document: Document) -> tuple[Record, ...]:
    return load_coder().read(document)


def engagements(records: tuple[Record, ...]) -> list[Engagement]:
    return [record for record in records if isinstance(record, Engagement)]


def mentions(records: tuple[Record, ...]) -> list[Mention]:
    return [record for record in records if isinstance(record, Mention)]


def reception(records: tuple[Record, ...]) -> Engagement:
    return next(one for one in engagements(records) if any(link.rel == "follow_up_of" for link in one.links))


def gold_person(gold: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(person for person in gold["persons"] if person["id"] == id_)


def test_one_reception_one_visit_and_three_meetings_are_all_the_engagements(records: tuple[Record, ...]) -> None:
    assert sorted(one.form for one in engagements(records)) == ["meeting", "meeting", "meeting", "meeting", "visit"]


def test_every_coreferent_mention_belongs_to_the_one_reception(records: tuple[Record, ...], gold: dict[str, Any]) -> None:
    told = gold["events"][0]["trigger_mentions"]
    spans = reception(records).mentions
    assert all(any(span.start < mention["end"] and mention["start"] < span.end for span in spans) for mention in told)


def test_the_reception_follows_up_the_visit_and_the_visit_holds_the_meetings(records: tuple[Record, ...]) -> None:
    visit = next(one for one in engagements(records) if one.form == "visit")
    assert [link.to for link in reception(records).links] == [visit.id]
    parts = [one for one in engagements(records) if ("part_of", visit.id) in [(link.rel, link.to) for link in one.links]]
    assert len(parts) == 3
    assert (visit.date.start, visit.date.end, visit.date.basis) == (date(2022, 6, 13), date(2022, 6, 14), "stated")
    assert all((part.date.start, part.date.end) == (date(2022, 6, 13), date(2022, 6, 14)) for part in parts)
    assert visit.place is not None
    assert visit.place.country == "USA"


@pytest.mark.parametrize(("id_", "country", "delegation"), [("p1", "MAR", False), ("p2", "USA", False), ("p3", "USA", True)])
def test_participants_stand_with_office_body_and_state(
    records: tuple[Record, ...], gold: dict[str, Any], id_: str, country: str, delegation: bool
) -> None:
    wanted = gold_person(gold, id_)
    one = next(participant for participant in reception(records).participants if participant.name == wanted["ar"])
    assert (one.country, one.delegation) == (country, delegation)
    assert one.office is not None
    assert wanted["roles"][0]["title_ar"] in one.office
    assert one.organisation or id_ == "p3"


@pytest.mark.parametrize("id_", ["p2", "p4", "p5"])
def test_each_meeting_of_the_visit_has_its_own_office_holder(records: tuple[Record, ...], gold: dict[str, Any], id_: str) -> None:
    name = gold_person(gold, id_)["ar"]
    parts = [one for one in engagements(records) if any(link.rel == "part_of" for link in one.links)]
    assert sum(name in [participant.name for participant in one.participants] for one in parts) == 1


def test_the_visitor_acts_and_the_host_receives(records: tuple[Record, ...], gold: dict[str, Any]) -> None:
    event = next(r for r in records if isinstance(r, Event) and r.engagement == reception(records).id)
    assert (event.type, event.modes) == ("CONSULT", ("visit",))
    assert [actor.name for actor in event.actors] == [gold_person(gold, "p2")["ar"]]
    assert [actor.name for actor in event.recipients] == [gold_person(gold, "p1")["ar"]]


def test_the_topics_are_the_three_of_the_communique(records: tuple[Record, ...], gold: dict[str, Any]) -> None:
    wanted = [Span(issue["span"]["start"], issue["span"]["end"]) for issue in gold["events"][0]["issues"]]
    assert [topic.span for topic in reception(records).topics] == wanted


def test_the_meeting_is_stated_for_the_country_and_never_put_in_its_capital(records: tuple[Record, ...]) -> None:
    place = reception(records).place
    assert place is not None
    assert (place.country, place.lat, place.basis) == ("MAR", None, "stated")


def test_the_day_of_the_communique_is_an_upper_bound_of_the_day_of_the_meeting(document: Document) -> None:
    import dataclasses

    dated = dataclasses.replace(document, published=date(2023, 3, 4))
    when = reception(load_coder().read(dated)).date
    assert (when.start, when.end, when.basis) == (None, date(2023, 3, 3), "inferred")


def test_thirteen_of_fourteen_quotes_have_the_right_speaker(records: tuple[Record, ...], gold: dict[str, Any]) -> None:
    said = [record for record in records if isinstance(record, Statement)]
    expert = gold_person(gold, "p6")["ar"]
    right = 0
    for quote in gold["quotes"]:
        hits = [one for one in said if one.span.start < quote["end"] and quote["start"] < one.span.end]
        kind = "expert" if quote["speaker"] == "p6" else "communique"
        right += any(
            one.source_kind == kind and (kind == "communique" or (one.speaker is not None and one.speaker.name == expert)) for one in hits
        )
    assert right >= 13


def test_quotes_with_broken_marks_still_end_where_a_reader_ends_them(records: tuple[Record, ...], gold: dict[str, Any]) -> None:
    spans = {record.span for record in records if isinstance(record, Statement) and record.direct}
    direct = [quote for quote in gold["quotes"] if quote["kind"].startswith("direct")]
    assert sum(Span(quote["start"], quote["end"]) in spans for quote in direct) == len(direct)


def test_no_claim_is_an_event(records: tuple[Record, ...]) -> None:
    assert [record for record in records if isinstance(record, Event) and record.engagement is None] == []


def test_nothing_in_boilerplate_is_read(records: tuple[Record, ...], gold: dict[str, Any]) -> None:
    start = min(part["start"] for part in gold["boilerplate"])
    assert all(record.span.start < start for record in mentions(records))


COUNTS = [
    ("Sahel (surface form الساحل)", ("region:sahel",), ""),
    ("Sahara (surface form الصحراء)", ("region:sahara",), ""),
    ("Morocco: name المغرب incl. typo اللمغرب", ("country:MAR",), "name:المغرب"),
    ("Morocco: المملكة", ("country:MAR",), "name:المملكة"),
    ("Morocco: adjective مغربي*", ("country:MAR",), "adjective"),
    ("Rabat (all uses)", ("country:MAR", "place:rabat"), "text:رباط"),
    ("US: الولايات المتحدة", ("country:USA",), "text:الولايات"),
    ("US: adjective أمريكي* outside الولايات المتحدة الأمريكية", ("country:USA",), "adjective"),
    ("Washington", ("country:USA",), "text:واشنطن"),
    ("CIA (Latin)", ("org:usa-cia",), "text:CIA"),
    ("CIA (Arabic names)", ("org:usa-cia",), "text:مركزي"),
    ("FBI (Latin)", ("org:usa-fbi",), "text:FBI"),
    ("FBI (Arabic)", ("org:usa-fbi",), "text:مكتب"),
    ("France: name", ("country:FRA",), "name:"),
    ("France: adjective", ("country:FRA",), "adjective"),
    ("Algeria", ("country:DZA",), ""),
    ("Russia: adjective", ("country:RUS",), "adjective"),
    ("Wagner", ("group:wagner",), ""),
    ("ISIS", ("group:is",), ""),
    ("Polisario", ("group:polisario",), ""),
    ("Hespress", ("org:mar-hespress",), ""),
]


@pytest.mark.parametrize(("key", "entities", "which"), COUNTS, ids=[str(row[0]) for row in COUNTS])
def test_regions_and_actors_are_counted_exactly(
    records: tuple[Record, ...], gold: dict[str, Any], key: str, entities: tuple[str, ...], which: str
) -> None:
    found = [mention for mention in mentions(records) if mention.entity in entities]
    if which == "adjective":
        found = [mention for mention in found if mention.reason.startswith("adjective")]
    elif which.startswith("name:"):
        kingdom = which.endswith("المملكة")
        names = [m for m in found if not m.reason.startswith(("adjective", "capital"))]
        found = [m for m in names if m.reason.startswith("the Kingdom") == kingdom] if which != "name:" else names
    elif which.startswith("text:"):
        found = [mention for mention in found if which.removeprefix("text:") in mention.text]
    assert len(found) == gold["mention_counts"][key]


def test_sahel_and_sahara_are_never_western_sahara(records: tuple[Record, ...]) -> None:
    assert not [mention for mention in mentions(records) if "western" in mention.entity or mention.entity.endswith("ESH")]
