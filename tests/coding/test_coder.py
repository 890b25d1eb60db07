"""The coder as a whole: order, provenance, resolved places and dates, and texts that try to break it."""

from __future__ import annotations

from datetime import date

import pytest
from coded import document, only, read
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.records import Event, Mention, Paragraph, Span, Statement, as_json, from_json
from marsad.coding.coder import load_coder

REPORTS = [
    ("قتل عشرة جنود في هجوم شنه مسلحون على ثكنة في مدينة ميناكا أمس الأربعاء.", "ar", "MLI", 10, date(2024, 5, 15)),
    ("Une attaque attribuée au JNIM a fait 12 morts lundi près de Djibo.", "fr", "BFA", 12, date(2024, 5, 13)),
    ("Gunmen killed at least 15 people in Zamfara State on Sunday.", "en", "NGA", 15, date(2024, 5, 12)),
]


@pytest.mark.parametrize(("text", "lang", "country", "deaths", "day"), REPORTS)
def test_an_attack_report_gives_place_toll_and_day(text: str, lang: str, country: str, deaths: int, day: date) -> None:
    event = next(one for one in only(read(text, lang), Event) if one.type == "ASSAULT")
    assert event.place is not None
    assert (event.place.country, event.place.basis) == (country, "stated")
    assert event.place.cell
    assert event.place.precision_m
    assert event.fatalities is not None
    assert event.fatalities.best == deaths
    assert event.date.end == day
    assert event.trigger_span is not None
    assert event.span is not None
    assert event.trigger_span.within(event.span)


def test_records_come_in_reading_order_and_survive_json() -> None:
    records = read("\n".join(text for text, _, _, _, _ in REPORTS[1:]), "en")
    starts = [record.span.start for record in records if isinstance(record, (Event, Mention, Statement)) and record.span]
    assert starts == sorted(starts)
    assert all(from_json(type(record), as_json(record)) == record for record in records)


def test_reading_twice_gives_the_same_records_and_line_names_the_document() -> None:
    text, lang = REPORTS[0][:2]
    assert read(text, lang) == read(text, lang)
    found = load_coder().read(document(text, lang), line=7)
    assert {getattr(record, "line", 7) for record in found} == {7}


def test_boilerplate_is_not_coded() -> None:
    text = REPORTS[2][0]
    doc = document(text, "en")
    import dataclasses

    hidden = dataclasses.replace(doc, paragraphs=(Paragraph(Span(0, len(text)), "boilerplate"),))
    assert load_coder().read(hidden) == ()


def test_without_a_publication_date_nothing_is_dated_by_guess() -> None:
    event = next(one for one in only(read("Gunmen killed 15 people in Gao.", "en", published=None), Event) if one.type == "ASSAULT")
    assert (event.date.start, event.date.end, event.date.basis) == (None, None, "unknown")


HOSTILE = [
    "\u202eقتل\u200b \u200dعشرة\ufeff جنود\x00 في «غاو",
    "“" * 500 + "met " * 50,
    "وزير " * 3000,
    "the minister of the minister of " * 400,
    "a" * 100_000,
    "قال إن قال إن " * 500,
    ", , , received , by , ; met with and and and",
    "",
    "\n\n\n",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("lang", ["ar", "fr", "en", "xx"])
def test_hostile_texts_are_read_without_a_crash(text: str, lang: str) -> None:
    assert isinstance(read(text, lang), tuple)


WORDS = [
    "استقبل",
    "وزير",
    "الدفاع",
    "المالي",
    "نظيره",
    "النيجري",
    "في",
    "باماكو",
    "قال",
    "إن",
    "البلاغ",
    "“",
    "”",
    "،",
    ".",
    "المدير",
    "العام",
    "لمراقبة",
    "زيارة",
    "إلى",
    "يوم",
    "13",
    "يونيو",
    "2022",
    "متابعة",
    "مخرجات",
    "اتفق",
    "الطرفان",
    "على",
    "le",
    "ministre",
    "de",
    "la",
    "Défense",
    "du",
    "Mali",
    "a",
    "reçu",
    "à",
    "Bamako",
    "selon",
    "un",
    "expert",
    "«",
    "»",
    ",",
    ".",
    "l'",
    "The",
    "president",
    "of",
    "Chad",
    "met",
    "visited",
    "said",
    "that",
    "according",
    "to",
    "CIA",
    "director",
    "John",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["ar", "fr", "en"]))
def test_any_shuffle_of_the_words_is_read_and_every_span_lies_in_the_text(words: list[str], lang: str) -> None:
    text = " ".join(words)
    for record in read(text, lang):
        span = getattr(record, "span", None)
        assert span is None or 0 <= span.start <= span.end <= len(text)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read(text, "ar"), tuple)
