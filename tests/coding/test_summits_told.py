"""Summits, those who took part in them, and deeds of "the two sides", "the leaders" and a bare surname."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coded import document, only, read

from marsad.base.records import Engagement, Event
from marsad.coding.coder import load_coder


@pytest.mark.parametrize(
    ("lang", "text", "office"),
    [
        (
            "fr",
            "La conférence des chefs d'État de la CEDEAO s'est réunie dimanche à Abuja en sommet extraordinaire.",
            "chefs d'État de la CEDEAO",
        ),
        ("en", "The ECOWAS Authority of Heads of State met in Abuja on Sunday for an extraordinary summit.", "Heads of State"),
        ("ar", "عقد رؤساء دول الإيكواس قمة استثنائية في أبوجا يوم الأحد.", "رؤساء دول الإيكواس"),
    ],
)
def test_heads_of_state_who_meet_for_a_summit_hold_one(lang: str, text: str, office: str) -> None:
    (summit,) = only(read(text, lang), Engagement)
    assert summit.form == "summit"
    assert [(one.name, one.office) for one in summit.participants] == [(None, office)]
    (event,) = [one for one in only(read(text, lang), Event) if one.engagement]
    assert event.modes == ("multilateral",)


def test_states_of_whom_a_later_sentence_says_that_they_were_there_took_part_and_what_was_agreed_on_did_not() -> None:
    text = (
        "Heads of state of the Gulf of Guinea Commission closed a summit in Yaoundé on Sunday, having agreed to keep the Multinational "
        "Joint Task Force alive.\nNigeria, Gabon and Cameroon were represented by their presidents; Angola sent no one."
    )
    (summit,) = only(read(text, "en"), Engagement)
    assert [one.country or one.office for one in summit.participants] == [
        "Heads of state of the Gulf of Guinea Commission", "NGA", "GAB", "CMR",
    ]  # fmt: skip


def test_a_title_that_leaders_gathered_and_the_summit_below_it_are_one() -> None:
    text = "Sahel leaders hold summit\nThe leaders of Mali, Burkina Faso and Niger met in Niamey on Saturday for their first summit."
    made = document(text, "en")
    title, *body = made.paragraphs
    titled = replace(made, paragraphs=(replace(title, role="title"), *body))
    (summit,) = only(load_coder().read(titled), Engagement)
    assert {one.country for one in summit.participants} == {"MLI", "BFA", "NER"}


def test_the_two_sides_sign_what_those_who_met_sign() -> None:
    text = (
        "أجرى وزير الدفاع الموريتاني، أمس الأربعاء في نواكشوط، مباحثات مع قائد القيادة الأميركية لأفريقيا الجنرال ستيفن هول.\n"
        "ووقع الجانبان مذكرة تفاهم لإحداث مركز للتكوين في نزع الألغام.\n"
        "وتعهد هول بإشراك ثلاث دول ساحلية في المناورات المقبلة."
    )
    records = read(text, "ar")
    meeting, accord = only(records, Engagement)
    assert accord.form == "agreement"
    assert [one.country for one in accord.participants] == [one.country for one in meeting.participants] == ["MRT", "USA"]
    pledge = [one for one in only(records, Event) if one.type == "AGREE" and one.engagement is None]
    assert [[actor.name for actor in one.actors] for one in pledge] == [["ستيفن هول"]]


def test_the_leaders_are_those_who_met_under_the_words_of_the_text() -> None:
    text = (
        "The leaders of Mali, Burkina Faso and Niger met in Niamey on Saturday for their first summit. "
        "The three leaders condemned the coup attempt in Benin."
    )
    blamed = next(one for one in only(read(text, "en"), Event) if one.type == "ACCUSE")
    assert [(actor.name, actor.country) for actor in blamed.actors] == [("leaders", "MLI"), ("leaders", "BFA"), ("leaders", "NER")]


def test_a_state_that_takes_part_goes_by_the_name_that_the_text_gives_it() -> None:
    event = next(one for one in only(read("وقع المغرب وموريتانيا اتفاقا للتعاون الأمني في الرباط.", "ar"), Event) if one.engagement)
    assert [actor.name for actor in event.actors] == ["المغرب", "موريتانيا"]


def test_of_two_who_met_the_one_told_to_have_come_is_the_visitor() -> None:
    text = (
        "أجرى وزير الدفاع الموريتاني، أمس الأربعاء في نواكشوط، مباحثات مع قائد القيادة الأميركية لأفريقيا الجنرال ستيفن هول، "
        "الذي حل بالبلاد مساء الإثنين."
    )
    event = next(one for one in only(read(text, "ar"), Event) if one.engagement)
    assert event.modes == ("visit",)
    assert [actor.name for actor in event.actors] == ["ستيفن هول"]
    assert [actor.country for actor in event.recipients] == ["MRT"]


def test_an_event_has_the_modes_and_contexts_of_all_its_reports() -> None:
    text = (
        "At least 23 people were killed in an attack on a market near Gao on Sunday.\n"
        "The gunmen opened fire on shoppers and then burned the clinic."
    )
    (attack,) = [one for one in only(read(text, "en"), Event) if one.type == "ASSAULT" and not one.links]
    assert "firearms" in attack.modes
    assert "health" in attack.contexts
