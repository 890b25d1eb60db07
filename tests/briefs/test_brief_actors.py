"""Briefs on a group and on a partnership: what they say, what they never say, and the same in every form and language."""

import io
import re
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from actors_world import GROUP, deeds, group_inputs, group_rows, pair_inputs
from brief_world import AS_OF, meetings, sample_documents

from made_events import event_rows
from marsad.base.errors import BriefError
from marsad.base.records import DateRange, Document, Engagement, Event, Statement
from marsad.briefs import Brief, GroupInputs, PairInputs, compose_brief, explain
from marsad.briefs.content import EvidenceList, Figure, MapPicture, Notice, Paragraph, Table, Timeline
from marsad.briefs.html import render_html
from marsad.briefs.pdf import PAGES_MOST, pages_of
from marsad.briefs.words import LANGUAGES, bare
from marsad.briefs.writing import FORMATS, render

KINDS = ("group", "pair")


@pytest.fixture(scope="session")
def given() -> dict[str, GroupInputs | PairInputs]:
    return {"group": group_inputs(), "pair": pair_inputs(contacts=deeds())}


@pytest.fixture(scope="session")
def told(given: dict[str, GroupInputs | PairInputs]) -> dict[tuple[str, str], Brief]:
    return {(kind, language): compose_brief(inputs, language) for kind, inputs in given.items() for language in LANGUAGES}


def blocks(brief: Brief, kind: type) -> list:
    return [block for section in brief.sections for block in section.blocks if isinstance(block, kind)]


def keys(brief: Brief) -> list[str]:
    return [section.key for section in brief.sections]


def summary(brief: Brief) -> str:
    (paragraph,) = [block for block in brief.sections[0].blocks if isinstance(block, Paragraph)]
    return " ".join(bare(fact.text) for fact in paragraph.facts)


def rows(brief: Brief, key: str) -> list[list[str]]:
    (table,) = [table for table in blocks(brief, Table) if table.key == key]
    return [[bare("".join(run.text for run in cell.runs)) for cell in row] for row in table.rows]


def test_a_group_brief_counts_its_year_by_hand(told: dict[tuple[str, str], Brief]) -> None:
    # two rows a month over twelve months; deaths 1 + (back + n) % 7 for back 0..11 and n 0, 1
    deaths = sum(1 + (back + n) % 7 for back in range(12) for n in range(2))
    text = summary(told["group", "en"])
    assert f"event tables count 24 events with JNIM as a side, and {deaths} deaths among all sides" in text
    assert "In the twelve months before: 24 events." in text
    # of back 0..11 and n 0..1 two of every three rows fall to each foe in turn: eight each
    assert rows(told["group", "en"], "foes") == [
        [name, "8", str(sum(1 + (b + n) % 7 for b in range(12) for n in range(2) if (b + n) % 3 == turn))]
        for turn, name in ((1, "civilians"), (0, "forces of the state of Burkina Faso"), (2, "Islamic State"))
    ]


def test_a_group_brief_tells_an_entry_and_the_places_by_country(told: dict[tuple[str, str], Brief]) -> None:
    told_rows = {row[0]: row for row in rows(told["group", "en"], "presences")}
    assert told_rows["Mali"][5].startswith("entry March 2026, the first on record, after")
    assert told_rows["Burkina Faso"][3] == "77"
    assert "First event on record in Mali: March 2026" in summary(told["group", "en"])


def test_no_point_and_no_place_name_of_a_table_stands_in_a_group_brief(told: dict[tuple[str, str], Brief]) -> None:
    for language in LANGUAGES:
        page = bare(render_html(told["group", language]))
        assert "Kaya" not in page
    (drawn,) = [f for f in blocks(told["group", "en"], Figure) if isinstance(f.picture, MapPicture)]
    assert {gid for gid, _ in drawn.picture.cell_ranks} == {149396, 149397, 150117}


def test_a_claim_about_a_group_stays_a_claim_with_its_holder(told: dict[tuple[str, str], Brief], given: dict[str, GroupInputs]) -> None:
    table = next(t for t in blocks(told["group", "en"], Table) if t.key == "events")
    assert len(table.rows) == 1
    assert "17, then 21" in bare(" ".join(run.text for cell in table.rows[0] for run in cell.runs))
    assert "none of them only on somebody’s word" in summary(told["group", "en"])
    flagged = [replace(r, flags=("attributed",)) if isinstance(r, Event) else r for r in given["group"].ground.records]
    claimed = replace(given["group"], ground=replace(given["group"].ground, records=tuple(flagged)))
    assert "(claimed)" in bare(render_html(compose_brief(claimed, "en")))


def test_a_month_that_no_table_covers_is_never_told_as_quiet() -> None:
    brief = compose_brief(group_inputs(covered=False), "en")
    text = bare(render_html(brief))
    assert "Not observed does not mean quiet" in text
    assert "cannot be said" in summary(brief)
    assert not [f for f in blocks(brief, Figure) if f.key == "tempo"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_without_a_record_says_so_and_draws_nothing(language: str) -> None:
    brief = compose_brief(group_inputs(event_rows([]), told=False), language)  # type: ignore[arg-type]
    assert blocks(brief, Figure) == []
    signs = {"en": "no sign of quiet", "fr": "pas un signe de calme", "ar": "وليس ذلك دليل هدوء"}
    assert signs[language] in summary(brief)
    assert "AQIM" in summary(brief) or language != "en"
    for form in FORMATS:
        assert render(brief, form)


def test_a_group_with_one_record_has_no_level_and_no_trend() -> None:
    brief = compose_brief(group_inputs(group_rows(1, 1), told=False), "en")
    assert "1 event with JNIM as a side" in summary(brief)
    assert "too little to speak of a level or a trend" in summary(brief)


def test_a_partnership_tells_its_chain_and_what_is_overdue(told: dict[tuple[str, str], Brief]) -> None:
    text = summary(told["pair", "en"])
    assert "The latest on record is a meeting (18 March 2026). It follows up an earlier visit (20 to 21 October 2025)." in text
    (timeline,) = blocks(told["pair", "en"], Timeline)
    assert [bare(entry.when) for entry in timeline.entries] == ["20 to 21 October 2025", "18 March 2026"]
    assert rows(told["pair", "en"], "outcomes")[0][2] == "half done"


def test_the_indices_of_a_partnership_are_sums_of_scores(told: dict[tuple[str, str], Brief], given: dict[str, PairInputs]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render(told["pair", "en"], "xlsx")))["Month by month"]
    values = {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}
    # every third month one deed: CONSULT at 4, and at months 6, 15, 24 back ACCUSE at -3
    assert values["2026-05"] == (4, 0, 1, 1)
    assert values["2025-11"] == (0, 3, 1, 1)
    assert {row.month for row in given["pair"].found.months if row.events} == {AS_OF - back for back in range(0, 30, 3)}


def test_a_month_without_a_text_is_hatched_and_no_nought(told: dict[tuple[str, str], Brief]) -> None:
    (drawn,) = [f for f in blocks(told["pair", "en"], Figure) if f.key == "dyad"]
    held = dict(zip((month for month, _ in drawn.picture.months), drawn.picture.rows[0].up, strict=True))
    assert held[AS_OF - 35] is None
    page = render_html(told["pair", "en"])
    assert "url(#unseen-dyad)" in page
    assert ["July 2023", *["not observed"] * 4] in [
        [bare("".join(r.text for r in cell.runs)) for cell in row] for row in drawn.twin.rows
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_without_a_record_says_that_this_is_no_sign(language: str) -> None:
    brief = compose_brief(pair_inputs(("FRA", "JPN")), language)  # type: ignore[arg-type]
    assert blocks(brief, Figure) == []
    signs = {"en": "no sign that nothing happened", "fr": "pas un signe que rien", "ar": "وليس ذلك دليلا على أن شيئا لم يحدث"}
    assert signs[language] in summary(brief)


def test_a_pair_with_few_reports_gets_no_trend_and_no_picture_of_one_month() -> None:
    brief = compose_brief(pair_inputs(contacts=deeds(months=1)[:1]), "en")
    assert "neither a trend nor a difference from chance" in summary(brief)
    assert "One month makes no picture" in bare(render_html(brief))
    assert not [f for f in blocks(brief, Figure) if f.key == "dyad"]


def test_a_deed_without_a_date_is_told_and_stands_in_no_month() -> None:
    undated = replace(deeds(months=1)[0], month=None)
    brief = compose_brief(pair_inputs(contacts=(undated,)), "en")
    said = " ".join(bare(notice.text) for notice in blocks(brief, Notice))
    assert "1 deed has no date and stands in no month." in said
    assert not [f for f in blocks(brief, Figure) if f.key == "dyad"]


def test_texts_that_differ_on_a_day_are_told_with_both_days() -> None:
    texts = sample_documents()
    visit, follow, *others = meetings(texts)
    other = replace(
        follow,
        id="engagement:other",
        document=texts["ar_2025-10-22_visit_washington"].id,
        date=DateRange(date(2026, 3, 17), date(2026, 3, 17)),
    )
    tied = replace(other, links=(type(follow.links[0])("same_as", follow.id),))
    brief = compose_brief(pair_inputs(engagements=(visit, follow, tied, *others)), "en")
    said = " ".join(bare(notice.text) for notice in blocks(brief, Notice))
    assert "Texts differ on a day: 1" in said
    assert "17 March 2026" in said
    assert "18 March 2026" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_inputs_give_the_same_bytes(kind: str, form: str, told: dict[tuple[str, str], Brief]) -> None:
    again = group_inputs() if kind == "group" else pair_inputs(contacts=deeds())
    assert render(compose_brief(again, "ar"), form) == render(told[kind, "ar"], form)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_fits_its_forms(kind: str, language: str, told: dict[tuple[str, str], Brief]) -> None:
    brief = told[kind, language]
    assert len(render(brief, "html")) < 1_000_000
    made = render(brief, "pdf")
    assert 1 <= pages_of(made) <= PAGES_MOST
    assert b"pdfuaid:part" in made
    assert re.search(rb"/Lang\s*\(" + language.encode(), made)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_and_row_is_explained_by_what_is_at_hand(
    kind: str, told: dict[tuple[str, str], Brief], given: dict[str, GroupInputs | PairInputs]
) -> None:
    brief = told[kind, "en"]
    found = explain(brief, given[kind].ground)
    facts = {bare(fact.text) for block in blocks(brief, Paragraph) for fact in block.facts}
    assert facts <= {one.text for one in found}
    assert all(one.records for one in found)
    assert {entry["kind"] for one in found for entry in one.basis} <= {
        "event", "engagement", "statement", "document", "forecast", "score", "rows", "row", "entity",
    }  # fmt: skip


def test_a_count_of_table_rows_is_explained_by_those_rows(told: dict[tuple[str, str], Brief], given: dict[str, GroupInputs]) -> None:
    found = next(one for one in explain(told["group", "en"], given["group"].ground) if "event tables count" in one.text)
    (entry,) = found.basis
    assert (entry["kind"], entry["count"], len(entry["rows"])) == ("rows", 24, 24)
    assert {row["source"] for row in entry["rows"]} == {"ucdp-ged"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_private_person_and_no_english_frame_in_the_arabic_brief(kind: str, told: dict[tuple[str, str], Brief]) -> None:
    known = {"PLOVER", "CRPS", "conflictology12", "UCDP", "test", "world", "to", "pool", "p"}
    for section in told[kind, "ar"].sections:
        assert not re.findall("[A-Za-z]{2,}", section.title)
        for block in section.blocks:
            texts = (
                [fact.text for fact in block.facts] if isinstance(block, Paragraph) else [block.text] if isinstance(block, Notice) else []
            )
            assert {word for text in texts for word in re.findall(r"[A-Za-z]\w+", text)} <= known


def test_numbers_lead_to_sentences_of_the_documents(told: dict[tuple[str, str], Brief], given: dict[str, PairInputs]) -> None:
    (listed,) = blocks(told["pair", "en"], EvidenceList)
    by_id: dict[str, Document] = {document.id: document for document in given["pair"].ground.documents}
    records = {r.id: r for r in given["pair"].ground.records if isinstance(r, Engagement | Event | Statement)}
    for item in listed.items:
        record = records[item.records[0]]
        assert item.text.split(" …")[0] in " ".join(by_id[str(record.document)].text.split())


def test_another_language_is_refused_for_actors_too(given: dict[str, GroupInputs | PairInputs]) -> None:
    for inputs in given.values():
        with pytest.raises(BriefError, match="'de'"):
            compose_brief(inputs, "de")  # type: ignore[arg-type]
    assert GROUP == "group:jnim"
