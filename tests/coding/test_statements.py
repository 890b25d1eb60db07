"""Quotes and reported speech with their holder; an expert's claim is never an event; private persons stay out."""

from __future__ import annotations

import pytest
from coded import only, read
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.records import Event, NonEvent, Span, Statement, as_json
from marsad.coding.quotes import quotes


def test_speakers_are_carried_by_phrases_that_point_back() -> None:
    text = (
        "أكد الخبير في الشؤون الأمنية سالم بنعلي أن “الوضع في المنطقة هش للغاية”.\n"
        "وأضاف المتحدث ذاته: “لا بد من تنسيق أكبر بين الدول”.\n"
        "وقال وزير الداخلية التشادي علي صالح إن الحدود آمنة."
    )
    first, second, third = only(read(text, "ar"), Statement)
    assert [one.speaker.name for one in (first, second) if one.speaker] == ["سالم بنعلي", "سالم بنعلي"]
    assert (first.source_kind, first.direct, third.source_kind, third.direct) == ("expert", True, "official", False)
    assert third.speaker is not None
    assert (third.speaker.name, third.speaker.country) == ("علي صالح", "TCD")


def test_the_same_interlocutor_is_the_last_speaker_in_french() -> None:
    text = (
        "« La situation reste très fragile au nord », a déclaré le gouverneur de la région, Issa Barry.\n"
        "« Nous avons besoin de renforts rapidement », a ajouté le même interlocuteur."
    )
    found = only(read(text, "fr"), Statement)
    assert [one.speaker.name for one in found if one.speaker] == ["Issa Barry", "Issa Barry"]
    assert all(one.direct and one.source_kind == "official" for one in found)


def test_an_experts_claim_is_a_statement_and_no_event() -> None:
    text = "“The army killed forty civilians in Gao on Monday”, said Paul Smith, an analyst at a research centre."
    records = read(text, "en")
    assert only(records, Event) == []
    (claim,) = only(records, Statement)
    assert claim.source_kind == "expert"
    assert any("expert" in one.reason for one in only(records, NonEvent))


def test_a_communique_speaks_as_a_communique() -> None:
    text = "وأضاف البلاغ أن القوات ستبقى في مواقعها.\nوتعكس الخطوة، حسب المصدر ذاته، متانة العلاقات."
    found = only(read(text, "ar"), Statement)
    assert [one.source_kind for one in found] == ["communique", "communique"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a “b c d", ["b c d"]),
        ("a “b “c” d” e", ["b “c” d", "c"]),
        ("قال: ”خبر جديد” ثم مضى", ["خبر جديد"]),
        ("وصفه بـ”مؤشر مهم”.", ["مؤشر مهم"]),
        ('he said "one" and "two"', ["one", "two"]),
        ("« un « deux » trois »", ["un « deux » trois", "deux"]),
        ("no marks here", []),
        ("stray ” mark", []),
    ],
)
def test_marks_that_do_not_balance_are_read_by_their_place(text: str, expected: list[str]) -> None:
    assert [quote.span.of(text) for quote in quotes(text, Span(0, len(text)))] == expected


@given(st.text(alphabet='ab “”«»".،', max_size=60))
def test_quotes_lie_in_their_paragraph_and_nest(text: str) -> None:
    found = quotes(text, Span(0, len(text)))
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    for one in found:
        for other in found:
            apart = one.span.end <= other.span.start or other.span.end <= one.span.start
            assert apart or one.span.within(other.span) or other.span.within(one.span)


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Gunmen killed a farmer, Musa Danladi, 42, in Zamfara on Sunday.", "en", "Danladi"),
        ("Une attaque a fait trois morts à Gao jeudi, selon un habitant, Oumar Touré.", "fr", "Touré"),
        ("قتل المواطن سليمان بكاري في هجوم على قرية قرب غاو أمس.", "ar", "بكاري"),
        ("Attackers shot dead a teacher named Fanta Coulibaly in Mopti on Monday.", "en", "Coulibaly"),
    ],
)
def test_a_private_persons_name_does_not_enter_the_archive(text: str, lang: str, name: str) -> None:
    records = read(text, lang)
    assert only(records, Event)
    assert name not in str([as_json(record) for record in records])
