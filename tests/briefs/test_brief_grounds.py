"""What a sentence rests on, whose records a brief tells, what it hides, and what it says when its forecast is old."""

from dataclasses import replace
from datetime import date

import pytest
from brief_world import CODES, make_inputs, panel_and_draws

from marsad.assessment import assess
from marsad.base.frames import Panel
from marsad.base.months import parse_month
from marsad.base.places import region
from marsad.base.records import Document, Event
from marsad.briefs import Brief, BriefInputs, compose_brief, explain, told
from marsad.briefs.content import Figure, Notice, Paragraph, Table
from marsad.briefs.html import render_html
from marsad.briefs.maps import expected_deaths
from marsad.briefs.protected import masked
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import LANGUAGES, Words, bare

SAMPLE_VINTAGE = "UCDP GED and candidate releases up to May 2026"


@pytest.fixture(scope="session")
def mali(documents: dict[str, Document]) -> BriefInputs:
    panel, forecast = panel_and_draws()
    one, drawn = panel.only([CODES["MLI"]]), forecast.only([CODES["MLI"]])
    return make_inputs(documents, region=region("MLI"), panel=one, forecast=drawn, assessment=assess(one, drawn))


def blocks(brief: Brief, kind: type) -> list:
    return [block for section in brief.sections for block in section.blocks if isinstance(block, kind)]


def test_every_sentence_is_explained_by_records_at_hand(inputs: BriefInputs) -> None:
    brief = compose_brief(inputs, "en")
    found = explain(brief, inputs)
    facts = [bare(fact.text) for block in blocks(brief, Paragraph) for fact in block.facts]
    assert set(facts) <= {one.text for one in found}
    assert all(one.records and len(one.records) == len(one.basis) for one in found)
    assert {entry["kind"] for one in found for entry in one.basis} <= {
        "event",
        "engagement",
        "statement",
        "document",
        "panel",
        "forecast",
        "score",
    }


def test_an_explained_event_names_its_document_span_and_rule(inputs: BriefInputs, documents: dict[str, Document]) -> None:
    found = explain(compose_brief(inputs, "en"), inputs)
    row = next(one for one in found if one.text.startswith("10 May 2026 |"))
    entry, document = row.basis[0], documents["en_2026-05-12_attack_bol"]
    assert entry["document"]["id"] == document.id
    start, end = entry["span"]
    assert document.text[start:end] == entry["text"]
    assert entry["rule"] == "assault-test"
    assert any(line.strip().startswith("en_2026-05-12_attack_bol.txt [") for line in told(row))


def test_an_explained_forecast_brings_its_scores(inputs: BriefInputs) -> None:
    found = explain(compose_brief(inputs, "en"), inputs)
    entry = next(entry for one in found for entry in one.basis if entry["kind"] == "forecast")
    assert {score["metric"]: score["value"] for score in entry["scores"]} == {"crps": 41.2, "coverage_90": 0.87}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_brief_tells_its_own_country_once(mali: BriefInputs, language: str) -> None:
    brief = compose_brief(mali, language)  # type: ignore[arg-type]
    tables = {table.key: table for table in blocks(brief, Table)}
    assert len(tables["deaths"].rows) == 1
    assert not {"countries", "chances"} & set(tables)
    assert [figure.key for figure in blocks(brief, Figure)] == ["fan"]
    places = [bare("".join(run.text for run in row[3].runs)) for row in tables["events"].rows]
    assert all(region("MLI").names[language] in place for place in places)
    assert len(places) == 1


def test_a_region_keeps_meetings_that_one_of_its_countries_took_part_in(inputs: BriefInputs) -> None:
    page = bare(render_html(compose_brief(inputs, "en")))
    assert "Meeting: Morocco and United States" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_places_an_attack_on_a_protected_site_finer_than_its_country(documents: dict[str, Document], language: str) -> None:
    brief = compose_brief(make_inputs(documents), language)  # type: ignore[arg-type]
    page = bare(render_html(brief))
    assert "Djibo" not in page
    assert "Burkina Faso" in page or language == "ar"
    assert "Ménaka" in page


def test_places_are_hidden_with_their_article_kept_and_only_beside_a_protected_site() -> None:
    assert masked("قصف مستشفى في الأبيض", ["الأبيض", "أبيض"], "[…]") == "قصف مستشفى في […]"
    assert masked("attack near Gao", ["Gao"], "[…]") == "attack near Gao"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_vintage_is_worded_in_the_language_of_the_page(documents: dict[str, Document], language: str) -> None:
    panel, forecast = panel_and_draws()
    named = replace(panel, vintage=SAMPLE_VINTAGE)
    brief = compose_brief(make_inputs(documents, panel=named, forecast=replace(forecast, vintage=SAMPLE_VINTAGE)), language)  # type: ignore[arg-type]
    assert ("candidate releases" in bare(render_html(brief))) == (language == "en")
    assert bare(told_vintage("ucdp-ged 26.1", Words(language))) == "ucdp-ged 26.1"  # type: ignore[arg-type]


def test_an_arabic_vintage_that_begins_with_a_latin_name_still_reads_from_the_right() -> None:
    assert told_vintage(SAMPLE_VINTAGE, Words("ar")).startswith("\u2067")
    assert told_vintage(SAMPLE_VINTAGE, Words("fr")).startswith("\u2066")


def test_an_old_forecast_is_warned_of_in_its_place(documents: dict[str, Document]) -> None:
    fresh = compose_brief(make_inputs(documents, made_on=date(2026, 8, 31)), "en")
    old = compose_brief(make_inputs(documents, made_on=date(2026, 9, 1)), "en")
    for brief, warned in ((fresh, False), (old, True)):
        (ahead,) = [section.blocks for section in brief.sections if section.key == "ahead"]
        strong = [bare(block.text) for block in ahead if isinstance(block, Notice) and block.strong]
        assert any("older than three months" in text for text in strong) == warned


def test_the_map_of_what_is_expected_adds_up_the_means_of_the_draws(inputs: BriefInputs) -> None:
    drawn = expected_deaths(inputs.forecast)
    mali = int((inputs.forecast.units == CODES["MLI"]).nonzero()[0][0])
    assert drawn[CODES["MLI"]] == pytest.approx(float(inputs.forecast.draws[mali].sum(axis=0).mean()))
    keys = [figure.key for figure in blocks(compose_brief(inputs, "ar"), Figure)]
    assert keys == ["map", "calendar", "fan", "map-expected"]


def test_cells_are_mapped_and_the_ones_not_observed_are_left_out(documents: dict[str, Document]) -> None:
    import numpy as np

    as_of = parse_month("2026-05")
    deaths = np.zeros((2, 24))
    deaths[0, -1] = 12
    observed = np.ones((2, 24), dtype=bool)
    observed[1, -12:] = False
    cells = Panel(np.array([149426, 149427]), np.arange(as_of - 23, as_of + 1), deaths, observed, "cell", "deaths", "test cells")
    figures = {f.key: f for f in blocks(compose_brief(make_inputs(documents, cells=cells), "en"), Figure)}
    assert figures["map"].picture.cell_ranks == ((149426, 2),)


def test_the_rows_of_other_countries_are_no_events_of_this_one(mali: BriefInputs) -> None:
    brief = compose_brief(mali, "en")
    shown = {ref for table in blocks(brief, Table) for row in table.rows for cell in row for run in cell.runs for ref in run.refs}
    events = {record.id: record for record in mali.records if isinstance(record, Event)}
    assert shown
    assert all(event.place is not None and event.place.country == "MLI" for key, event in events.items() if key in shown)
