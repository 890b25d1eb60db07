"""The page: right to left where it should be, self-contained, reachable for every reader, and never more than is known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from brief_world import CODES, make_inputs, panel_and_draws

from marsad.assessment import assess
from marsad.base.errors import BriefError
from marsad.base.frames import EVENT_SCHEMA, Panel
from marsad.base.records import DateRange, Document, Engagement, Event
from marsad.briefs import Brief, BriefInputs, Source, compose_brief, write_brief
from marsad.briefs.content import EvidenceList, Paragraph, Table
from marsad.briefs.html import render_html
from marsad.briefs.protected import tells_protected_site
from marsad.briefs.words import LANGUAGES, bare

VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """Every start tag with its attributes, in order, and a check that tags close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="session")
def briefs(inputs: BriefInputs) -> dict[str, Brief]:
    return {language: compose_brief(inputs, language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def pages(briefs: dict[str, Brief]) -> dict[str, str]:
    return {language: render_html(brief) for language, brief in briefs.items()}


def section(brief: Brief, key: str) -> tuple[object, ...]:
    return next(s.blocks for s in brief.sections if s.key == key)


def table(brief: Brief, key: str) -> list[list[str]]:
    for part in brief.sections:
        for block in part.blocks:
            if isinstance(block, Table) and block.key == key:
                return [[bare("".join(run.text for run in cell.runs)) for cell in row] for row in block.rows]
    raise AssertionError(f"no table {key}")


def texts(page: str) -> Iterator[str]:
    body = re.sub(r"<(style|svg)[\s\S]*?</\1>", "", page)
    yield from (piece for piece in re.split(r"<[^>]*>", body) if piece.strip())


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_the_page_says_its_language_and_direction(pages: dict[str, str], language: str, direction: str) -> None:
    (root,) = Page(pages[language]).all("html")
    assert root == {"lang": language, "dir": direction}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_loads_nothing_from_outside_and_runs_no_script(pages: dict[str, str], language: str) -> None:
    page = pages[language]
    parsed = Page(page)
    assert not parsed.all("script", "link", "iframe", "img", "object")
    assert all(attributes["href"].startswith("#") for attributes in parsed.all("a"))
    assert not re.findall(r"(?:url\(|@import|src=)\s*[\"']?(?:https?:)?//", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stays_under_one_megabyte(pages: dict[str, str], language: str) -> None:
    assert len(pages[language].encode()) < 1_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_inputs_give_the_same_bytes(documents: dict[str, Document], pages: dict[str, str], language: str) -> None:
    assert render_html(compose_brief(make_inputs(documents), language)) == pages[language]  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_one_step_at_a_time_and_anchors_lead_somewhere(pages: dict[str, str], language: str) -> None:
    parsed = Page(pages[language])
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {attributes["href"][1:] for attributes in parsed.all("a")} <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_captions_and_scopes_and_pictures_have_words_and_a_table(pages: dict[str, str], language: str) -> None:
    parsed = Page(pages[language])
    assert len(parsed.all("caption")) == len(parsed.all("table")) > 5
    assert all("scope" in attributes for attributes in parsed.all("th"))
    pictures = [attributes for attributes in parsed.all("div") if attributes.get("role") == "img"]
    assert len(pictures) == 4
    assert all(len(attributes["aria-label"]) > 20 and attributes["dir"] == "ltr" for attributes in pictures)
    assert len(parsed.all("details")) == 4


def test_arabic_sentences_run_right_to_left_in_every_page(pages: dict[str, str]) -> None:
    for page in pages.values():
        for attributes in Page(page).all("blockquote"):
            assert attributes["dir"] == ("rtl" if attributes["lang"] == "ar" else "ltr")


def test_no_english_word_is_left_in_the_frame_of_the_arabic_page(briefs: dict[str, Brief]) -> None:
    known = {"CRPS", "IGN", "MIS", "PRIO", "GRID", "ICD", "UCDP", "conflictology12", "test", "world", "to"}
    for part in briefs["ar"].sections:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                found = {word for fact in block.facts for word in re.findall(r"[A-Za-z]\w+", fact.text)}
                assert found <= known
        assert not re.findall(r"[A-Za-z]{2,}", part.title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_isolate_that_opens_closes_in_the_same_piece_of_text(pages: dict[str, str], language: str) -> None:
    for piece in texts(pages[language]):
        depth = 0
        for letter in piece:
            depth += (letter in "\u2066\u2067\u2068") - (letter == "\u2069")
            assert depth >= 0
        assert depth == 0, piece


def test_every_range_and_iso_date_in_the_arabic_page_is_inside_an_isolate(pages: dict[str, str]) -> None:
    for piece in texts(pages["ar"]):
        for found in re.finditer(r"\d–\u2060?\d|\d{4}-\d\d|[+−]\d", piece):
            before = piece[: found.start()]
            assert sum(before.count(mark) for mark in "\u2066\u2067\u2068") > before.count("\u2069"), piece


def test_every_fact_names_records_and_every_number_leads_to_its_sentence(briefs: dict[str, Brief], inputs: BriefInputs) -> None:
    brief = briefs["en"]
    ids = {record.id for record in inputs.records if isinstance(record, Event | Engagement)}
    facts = [fact for part in brief.sections for block in part.blocks if isinstance(block, Paragraph) for fact in block.facts]
    assert all(fact.records for fact in facts)
    named = {record for fact in facts for record in fact.records}
    assert all(record in ids or record.split(":")[0] in ("panel", "forecast", "score") for record in named)
    (listed,) = [block for block in section(brief, "evidence") if isinstance(block, EvidenceList)]
    by_id = {document.id: document.text for document in inputs.documents}
    for item in listed.items:
        record = next(r for r in inputs.records if getattr(r, "id", "") == item.records[0])
        whole = " ".join(by_id[record.document].split())  # type: ignore[union-attr, index]
        assert all(piece in whole for piece in item.text.split("[place withheld]"))


def test_two_reports_of_one_attack_are_one_row_with_both_tolls_and_both_sentences(briefs: dict[str, Brief]) -> None:
    (row,) = [row for row in table(briefs["en"], "events") if row[0] == "8 February 2026"]
    assert row[4] == "17, then 21"
    assert len(table(briefs["en"], "events")) == 5


def test_a_denied_attack_is_told_as_denied_and_counts_no_deaths(briefs: dict[str, Brief]) -> None:
    (row,) = [row for row in table(briefs["en"], "events") if "Tillabéri" in row[3]]
    assert "denied" in row[1]
    assert row[4] == "–"


def test_an_event_at_a_clinic_is_placed_by_country_only(briefs: dict[str, Brief]) -> None:
    (row,) = [row for row in table(briefs["en"], "events") if row[0] == "14 January 2026"]
    assert row[3] == "Burkina Faso (place withheld: protected site)"


@pytest.mark.parametrize(
    ("sentence", "protected"),
    [
        ("attack on two schools in the village", True),
        ("a scholar spoke", False),
        ("هجوم على المستشفى", True),
        ("قصف مدرسة", True),
        ("هجوم على قرية", False),
        ("près de l'école du village", True),
        ("le camp militaire", False),
    ],
)
def test_protected_sites_are_known_in_three_languages(sentence: str, protected: bool) -> None:
    assert tells_protected_site(sentence) is protected


def test_events_of_the_last_seven_days_are_held_back_and_counted(documents: dict[str, Document]) -> None:
    brief = compose_brief(make_inputs(documents, made_on=date(2026, 5, 14)), "en")
    assert "10 May 2026" not in {row[0] for row in table(brief, "events")}
    assert "1 event of the last seven days is held back." in " ".join(bare(piece) for piece in texts(render_html(brief)))


def test_what_is_not_observed_is_never_shown_as_nought(documents: dict[str, Document]) -> None:
    panel, forecast = panel_and_draws()
    seen = panel.observed.copy()
    libya = int(np.flatnonzero(panel.units == CODES["LBY"])[0])
    seen[libya, -1] = False
    deaths = np.where(seen, panel.deaths, 0)
    partial = Panel(panel.units, panel.months, deaths, seen, panel.level, panel.outcome, panel.vintage)
    found = assess(partial, forecast, units=(*CODES.values(), 732))
    brief = compose_brief(make_inputs(documents, panel=partial, assessment=found), "en")
    rows = {row[0]: row for row in table(brief, "deaths")}
    assert rows["Libya"][1] == "not observed"
    assert rows["All together"][1] == "not observed"
    assert rows["Western Sahara"][1:] == ["not observed"] * 6
    said = " ".join(bare(piece) for piece in texts(render_html(brief)))
    assert "Not covered by the counts: Western Sahara." in said
    assert "not fully observed" in said


def test_the_brief_says_that_it_is_not_for_targeting_and_prints_the_boundary_note(pages: dict[str, str]) -> None:
    signs = {
        "ar": ("ليست للاستهداف", "لا تعني الحدود"),
        "fr": ("ne servent pas au ciblage", "frontières"),
        "en": ("not for targeting", "Boundaries"),
    }
    for language, words in signs.items():
        assert all(word in pages[language] for word in words)


def test_meetings_link_to_what_they_follow_up_and_back(pages: dict[str, str]) -> None:
    page = bare(pages["en"])
    assert re.search(r'<dt>Follows up</dt><dd><a href="#m-2">Visit: Morocco and United States, 20 to 21 October 2025</a>', page)
    assert re.search(r'<dt>Followed up by</dt><dd><a href="#m-3">', page)


def test_a_total_of_some_countries_says_whose_it_is(documents: dict[str, Document]) -> None:
    panel, forecast = panel_and_draws()
    few = panel.only((CODES["BFA"], CODES["SDN"]))
    drawn = replace(forecast, units=few.units, draws=forecast.draws[np.isin(forecast.units, few.units)])
    brief = compose_brief(make_inputs(documents, panel=few, forecast=drawn, assessment=assess(few, drawn)), "en")
    first = next(block for block in section(brief, "summary") if isinstance(block, Paragraph)).facts[0]
    assert bare(first.text).startswith("The counts here cover only Sudan and Burkina Faso, of 10 countries")
    assert ["Mali", *["not observed"] * 6] in table(brief, "deaths")


def test_a_meeting_without_a_day_comes_after_the_one_it_follows_up(documents: dict[str, Document], inputs: BriefInputs) -> None:
    undated = [
        replace(r, date=DateRange(None, None, "unknown")) if isinstance(r, Engagement) and r.id == "engagement:rabat" else r
        for r in inputs.records
    ]
    page = bare(render_html(compose_brief(make_inputs(documents, records=tuple(undated)), "en")))
    assert page.index("20 to 21 October 2025") < page.index("date unknown")


def test_a_claim_stands_with_its_holder_and_is_no_event(briefs: dict[str, Brief]) -> None:
    page = bare(render_html(briefs["en"]))
    assert "security analyst, research institute in Dakar (expert)" in page
    assert not [row for row in table(briefs["en"], "events") if "Togo" in row[3]]


def events_table(**changes: object) -> pa.Table:
    row = dict.fromkeys(EVENT_SCHEMA.names) | {
        "id": "event:1", "source": "ucdp", "release": "26.1", "source_id": "77", "type": "ASSAULT", "violence": "one-sided",
        "date_start": date(2026, 3, 2), "date_end": date(2026, 3, 3), "date_precision": "day", "month_id": 555, "place": "Kaya",
        "country": "BFA", "country_id": 854, "actor": "X", "recipient": "Civilians", "deaths_low": 4, "deaths_best": 6, "deaths_high": 9,
    }  # fmt: skip
    return pa.Table.from_pylist([row | changes], schema=EVENT_SCHEMA)


def test_rows_of_event_tables_show_their_range_and_source(documents: dict[str, Document]) -> None:
    (row,) = table(compose_brief(make_inputs(documents, events=events_table()), "en"), "table-events")
    assert row == ["2 to 3 March 2026", "violence against civilians", "X → Civilians", "Kaya (Burkina Faso)", "6 (4–9)", "ucdp 26.1 #77"]


def test_rows_that_may_not_be_shared_again_are_counted_and_not_shown(documents: dict[str, Document]) -> None:
    closed = Source("acled", "ACLED", "own terms", "Raleigh et al.", reshare=False)
    brief = compose_brief(make_inputs(documents, events=events_table(source="acled"), sources=(closed,)), "en")
    page = bare(render_html(brief))
    assert "Kaya" not in page
    assert "1 event counts here but its source does not allow it to be shown." in page


def test_a_world_without_texts_still_gives_a_brief(documents: dict[str, Document]) -> None:
    for language in LANGUAGES:
        page = render_html(compose_brief(make_inputs(documents, documents=(), records=(), sample_texts=False), language))
        assert 'id="said"' not in page
        Page(page)


def test_markup_in_foreign_text_is_shown_and_never_run(documents: dict[str, Document]) -> None:
    texts_by_name = dict(documents)
    key = "en_2026-05-12_attack_bol"
    texts_by_name[key] = replace(documents[key], title="<script>alert(1)</script>")
    page = render_html(compose_brief(make_inputs(texts_by_name), "en"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_another_language_or_format_is_refused(documents: dict[str, Document], tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="'de'"):
        compose_brief(make_inputs(documents), "de")  # type: ignore[arg-type]
    with pytest.raises(BriefError, match="'odt'"):
        write_brief(compose_brief(make_inputs(documents), "en"), tmp_path, "odt")


def test_the_file_is_written_whole_or_not_at_all(briefs: dict[str, Brief], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_brief(briefs["fr"], tmp_path / "new" / "folder")
    assert path.name == "brief-sahel-2026-05-fr.html"
    before = path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BriefError, match="No space left"):
        write_brief(briefs["fr"], path.parent)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
