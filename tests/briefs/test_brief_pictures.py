"""Pictures: valid Vega-Lite, apart in black and white, with words, a table and a source; never empty, never running the wrong way."""

import io
import json
import re
import zlib
from datetime import date
from itertools import pairwise

import pytest
from actors_world import deeds, group_inputs, pair_inputs, said_and_came
from brief_world import make_inputs, sample_documents
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.places import countries
from marsad.base.records import Engagement
from marsad.briefs import Brief, compose_brief
from marsad.briefs.charts import INK, fan_specification
from marsad.briefs.charts_bars import BELOW, bars_specification
from marsad.briefs.charts_calendar import SHAPES, calendar_specification, month_starts
from marsad.briefs.charts_reliability import reliability_specification
from marsad.briefs.content import BarsPicture, CalendarPicture, FanPicture, Figure, ReliabilityPicture
from marsad.briefs.mapping import SHADES, Frame
from marsad.briefs.pdf import MARKS, NASKH, PICTURE_FACE, set_pdf
from marsad.briefs.pictures import legend, picture_png, picture_svg
from marsad.briefs.words import LANGUAGES, Words, bare

SPECIFICATIONS = {
    FanPicture: fan_specification, BarsPicture: bars_specification, CalendarPicture: calendar_specification,
    ReliabilityPicture: reliability_specification,
}  # fmt: skip


@pytest.fixture(scope="session")
def told() -> dict[tuple[str, str], Brief]:
    world = make_inputs(sample_documents(), scores=said_and_came(almost_none=0.01, unlikely=0.4, likely=0.6, almost_certain=0.95))
    kinds = {"region": world, "group": group_inputs(), "pair": pair_inputs(contacts=deeds())}
    return {(kind, language): compose_brief(inputs, language) for kind, inputs in kinds.items() for language in LANGUAGES}


def figures(brief: Brief) -> list[Figure]:
    return [block for section in brief.sections for block in section.blocks if isinstance(block, Figure)]


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_kind_of_picture_is_drawn_somewhere(told: dict[tuple[str, str], Brief]) -> None:
    drawn = {figure.key for (_, language), brief in told.items() if language == "ar" for figure in figures(brief)}
    assert drawn == {"map", "map-expected", "fan", "calendar", "reliability", "tempo", "reach", "dyad"}


def test_specifications_are_valid_vega_lite(told: dict[tuple[str, str], Brief]) -> None:
    import altair

    for figure in (figure for brief in told.values() for figure in figures(brief)):
        make = SPECIFICATIONS.get(type(figure.picture))
        if make is not None:
            altair.Chart.from_dict(make(figure.picture))


def test_every_picture_has_words_a_table_and_a_source(told: dict[tuple[str, str], Brief]) -> None:
    for figure in (figure for brief in told.values() for figure in figures(brief)):
        assert len(bare(figure.alternative)) > 40
        assert figure.twin.rows
        assert figure.twin.caption
        assert figure.source
        assert picture_svg(figure.picture).startswith("<svg")


def test_classes_of_a_map_darken_step_by_step() -> None:
    steps = [luminance(shade) for shade in SHADES]
    assert steps == sorted(steps, reverse=True)
    assert all(a / b > 1.2 for a, b in pairwise(steps))


def test_what_lies_above_and_below_the_line_is_apart_in_grey_too() -> None:
    assert contrast(INK, BELOW) > 3
    assert contrast(INK, "#ffffff") > 7


def test_forms_of_meetings_are_told_by_shape_alone() -> None:
    from typing import get_args

    from marsad.base.records import Form

    assert set(SHAPES) == set(get_args(Form))
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_what_was_not_observed_is_hatched_and_stands_in_the_legend(told: dict[tuple[str, str], Brief]) -> None:
    (dyad,) = [figure for figure in figures(told["pair", "fr"]) if figure.key == "dyad"]
    assert "pattern" in picture_svg(dyad.picture)
    assert [entry["sign"] for entry in legend(dyad.picture)] == ["fill", "fill", "hatched"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_rows_fit_over_their_bars(told: dict[tuple[str, str], Brief], language: str) -> None:
    bars = [f.picture for kind in ("group", "pair") for f in figures(told[kind, language]) if isinstance(f.picture, BarsPicture)]
    # seven pixels a letter at the font's size, in a picture 600 wide
    assert all(len(bare(row.title)) < 65 for picture in bars for row in picture.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_time_runs_to_the_right_and_names_stand_where_reading_begins(told: dict[tuple[str, str], Brief], language: str) -> None:
    (calendar,) = [figure for figure in figures(told["pair", language]) if figure.key == "calendar"]
    made = calendar_specification(calendar.picture)
    layer = made["layer"][-1]["layer"][0]["encoding"]
    low, high = layer["x"]["scale"]["domain"]
    assert low < high
    assert "reverse" not in layer["x"]["scale"]
    assert layer["y"]["axis"]["orient"] == ("right" if language == "ar" else "left")
    names = [bare(name) for name in calendar.picture.rows]
    assert all(re.search("[\u0621-\u064a]", name) for name in names) == (language == "ar")


def test_a_calendar_marks_follow_ups_and_keeps_marks_of_one_day_apart(told: dict[tuple[str, str], Brief]) -> None:
    (calendar,) = [figure for figure in figures(told["region", "en"]) if figure.key == "calendar"]
    picture = calendar.picture
    assert sum(len(mark.follows) for mark in picture.marks) == 2
    for i, mark in enumerate(picture.marks):
        assert all(picture.marks[j].first <= mark.first for j in mark.follows), i
    points = calendar_specification(picture)["layer"][-2]["data"]["values"]
    assert len({(p["day"], p["lane"]) for p in points}) == len(points)


def test_one_meeting_is_no_calendar() -> None:
    visit = next(r for r in pair_inputs().ground.records if isinstance(r, Engagement) and r.form == "visit")
    assert not [f for f in figures(compose_brief(pair_inputs(engagements=(visit,)), "en")) if f.key == "calendar"]


@given(st.integers(700_000, 760_000), st.integers(0, 9000))
def test_the_days_named_on_a_calendar_are_first_days_of_months_in_order(first: int, span: int) -> None:
    found = month_starts(first, first + span)
    assert 1 <= len(found) <= 10
    assert found == sorted(set(found))
    assert all(date.fromordinal(day).day == 1 for day in found)


def test_words_of_likelihood_stand_beside_what_came(told: dict[tuple[str, str], Brief]) -> None:
    (drawn,) = [figure for figure in figures(told["region", "en"]) if figure.key == "reliability"]
    rows = [[bare("".join(run.text for run in cell.runs)) for cell in row] for row in drawn.twin.rows]
    assert rows == [
        ["almost no chance", "2%", "1%", "60"], ["unlikely", "30%", "40%", "60"], ["likely", "70%", "60%", "60"],
        ["almost certain", "98%", "95%", "60"],
    ]  # fmt: skip
    assert "Farthest off is “unlikely”: 30% said, 40% came" in bare(drawn.alternative) or "“likely”" in bare(drawn.alternative)


def test_few_past_cases_are_a_sentence_and_no_diagram() -> None:
    brief = compose_brief(make_inputs(sample_documents(), scores=said_and_came(likely=0.6)), "en")
    assert "reliability" not in {figure.key for figure in figures(brief)}
    assert "too few for a picture" in bare(str(brief.sections))


def test_a_png_is_more_than_white(told: dict[tuple[str, str], Brief]) -> None:
    for figure in figures(told["pair", "ar"]):
        made = picture_png(figure.picture)
        assert made.startswith(b"\x89PNG")
        data = b"".join(re.findall(rb"IDAT(.+?)(?=....IDAT|....IEND)", made, re.S))
        assert len(set(zlib.decompressobj().decompress(data)[:200_000])) > 8


def test_every_name_that_a_picture_may_hold_keeps_its_letters_in_a_pdf() -> None:
    words = [country.name("ar") for country in countries().values()]
    words += [Words("ar", land).short_month(month) for land in ("MA", "DZ", "EG", None) for month in range(541, 553)]
    lines = "".join(f'<text x="10" y="{20 * i}" font-family="{NASKH}" font-size="14px">{word}</text>' for i, word in enumerate(words, 1))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 {20 * len(words) + 20}">{lines}</svg>'
    figure = {
        "kind": "figure", "key": "x", "title": "x", "alternative": "x", "legend": [], "source": "x", "note": "", "width": 60,
        "svg": MARKS.sub("", svg.replace(NASKH, PICTURE_FACE)),
    }  # fmt: skip
    content = {"language": "ar", "direction": "rtl", "title": "x", "plain": "x", "about": "x", "made": "x", "colon": ": ",
               "sections": [{"key": "x", "title": "x", "blocks": [figure]}]}  # fmt: skip
    assert set_pdf(json.loads(json.dumps(content)))


def test_a_drawing_whose_letters_a_pdf_would_lose_is_set_as_points(
    told: dict[tuple[str, str], Brief], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marsad.briefs.pdf.PICTURE_FACE", NASKH)
    from marsad.briefs.pdf import render_pdf

    made = render_pdf(told["pair", "ar"])
    assert b"/Subtype /Image" in made or b"/Subtype/Image" in made
    assert io.BytesIO(made).read(5) == b"%PDF-"


@pytest.mark.parametrize(("country", "inside"), [("FRA", (-10, 40, 12, 53)), ("NOR", (2, 56, 34, 83)), ("MLI", (-14, 8, 7, 28))])
def test_a_map_opens_on_a_country_and_not_on_its_parts_overseas(country: str, inside: tuple[float, float, float, float]) -> None:
    frame = Frame.around([country])
    assert inside[0] < frame.west < frame.east < inside[2]
    assert inside[1] < frame.south < frame.north < inside[3]
