"""What texts name in another language than the reader's: actors, offices and towns in his; what would lose something stands as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from marsad.base.records import Document, Event, Paragraph, Span, document_id
from marsad.coding.coder import load_coder
from marsad.verbs.terms import named, term, terms


@pytest.mark.parametrize(
    ("text", "ar", "fr", "en"),
    [
        ("Gunmen", "مسلحون", "hommes armés", None),
        ("المحتجين", None, "manifestants", "protesters"),
        ("policiers", "رجال الشرطة", None, "police officers"),
        ("Niger's interior minister", "وزير الداخلية", "ministre de l’Intérieur", None),
        ("وزير الداخلية النيجري", None, "ministre de l’Intérieur", "interior minister"),
        ("le ministre malien de la Défense", "وزير الدفاع", None, "defence minister"),
        ("نائب مدير وكالة الاستخبارات المركزية الأمريكية", None, "directeur adjoint, CIA", "deputy director, CIA"),
        ("Secretary-General of the United Nations", "الأمين العام، الأمم المتحدة", "secrétaire général, ONU", None),
        ("armée malienne", "الجيش (مالي)", None, "army (Mali)"),
        ("الجيش المالي", None, "armée (Mali)", "army (Mali)"),
        ("Malian police", "الشرطة (مالي)", "police (Mali)", None),
        ("président de la République", "الرئيس", None, "president"),
    ],
)
def test_what_the_tables_know_is_told_in_the_reader_s_language(text: str, ar: str | None, fr: str | None, en: str | None) -> None:
    assert [term(text, language) for language in ("ar", "fr", "en")] == [ar, fr, en]


@pytest.mark.parametrize(
    "text",
    [
        "armée congolaise", "Sudanese army", "Malian", "deputy director of the port", "head of the army", "Chad's security minister",
        "المدير العام للأمن الوطني", "former president of Mali", "ambassador John Doe", "ministre du Commerce", "minister", "",
        "x" * 5000, "of the of the",
    ],
)  # fmt: skip
def test_an_office_that_says_more_than_its_title_keeps_its_words(text: str) -> None:
    assert [term(text, language) for language in ("ar", "fr", "en")] == [None, None, None]


def test_towns_have_the_name_of_their_own_country_alone() -> None:
    assert term("Niamey", "ar", "NER") == "نيامي"
    assert term("نجامينا", "fr", "TCD") == "N'Djamena"
    assert term("Niamey", "ar", "MLI") is None
    assert term("Niamey", "ar") is None


def test_a_reading_s_terms_are_those_that_its_records_name() -> None:
    text = "Gunmen killed five soldiers in Niamey on Sunday, 10 May 2026."
    whole = (Paragraph(Span(0, len(text)), "body"),)
    found = terms(load_coder().read(Document(document_id(text.encode()), "t.txt", "en", None, date(2026, 5, 12), None, whole, text)))
    assert found[("Gunmen", None)] == {"ar": "مسلحون", "fr": "hommes armés"}
    assert found[("soldiers", None)] == {"ar": "جنود", "fr": "soldats"}
    assert found[("Niamey", "NER")] == {"ar": "نيامي"}


def test_a_group_or_body_has_its_table_s_name_where_the_script_is_another() -> None:
    assert named("قوات الدعم السريع", "group:rsf", "en") == "RSF"
    assert named("الأمم المتحدة", "org:un", "fr") == "ONU"
    assert named("RSF", "group:rsf", "fr") is None
    assert named("قوات الدعم السريع", "group:rsf", "ar") is None
    assert named("x", None, "ar") is None
    assert named("x", "group:unheard-of", "ar") is None


def test_words_that_mean_two_bodies_or_only_lead_to_one_are_given_no_name_of_a_body() -> None:
    text = "Gunmen killed five soldiers in Niamey on Sunday, 10 May 2026."
    whole = (Paragraph(Span(0, len(text)), "body"),)
    records = load_coder().read(Document(document_id(text.encode()), "t.txt", "en", None, date(2026, 5, 12), None, whole, text))
    event = next(record for record in records if isinstance(record, Event))

    def by(body: str, words: str = "قوات الدعم السريع") -> Event:
        return replace(event, actors=(replace(event.actors[0], name=words, entity=body),))

    assert terms([by("group:rsf")])[("قوات الدعم السريع", None)]["en"] == "RSF"
    assert ("قوات الدعم السريع", None) not in terms([by("group:rsf"), by("group:janjaweed")])
    office = "المدير العام للأمن الوطني بالمملكة المغربية"
    assert (office, None) not in terms([by("org:mar-police", office), by("org:mar-dgsn", office)])
    assert (office, None) not in terms([by("org:mar-dgsn", office)])
