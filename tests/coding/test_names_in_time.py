"""Names and their time, capitals as towns, and words whose first letters look like the article."""

from __future__ import annotations

from datetime import date

import pytest
from coded import entities, only, read

from marsad.base.records import Engagement, Mention
from marsad.base.script import cuts, search_key


@pytest.mark.parametrize(
    ("day", "text", "entity", "said", "rivals"),
    [
        (date(2009, 5, 1), "Clashes broke out in South Sudan.", "country:SDN", "until 2011-07", ("country:SSD",)),
        (date(2012, 5, 1), "Clashes broke out in South Sudan.", "country:SSD", "name", ()),
        (date(2024, 5, 1), "Fighters of Ansar Dine fled.", "group:ansar-dine", "merged into group:jnim in 2017-03", ("group:jnim",)),
        (date(2014, 5, 1), "Fighters of Ansar Dine fled.", "group:ansar-dine", "name", ()),
        (date(2024, 5, 1), "The OAU was founded in Addis Ababa.", "org:oau", "renamed to org:au in 2002-07", ("org:au",)),
        (date(2024, 5, 1), "UNAMID left the region.", "org:unamid", "merged into org:unitams", ("org:unitams",)),
        (date(2024, 5, 1), "MINUSMA left the region.", "org:minusma", "ended in 2023-12", ()),
        (date(2010, 5, 1), "AES was named.", "org:aes", "known from 2023-09 on", ()),
    ],
)
def test_a_name_says_what_it_meant_on_the_day_of_the_text(day: date, text: str, entity: str, said: str, rivals: tuple[str, ...]) -> None:
    mention = only(read(text, "en", published=day), Mention)[0]
    assert mention.entity == entity
    assert said in mention.reason
    assert mention.rivals == rivals


def test_without_a_day_of_publication_a_name_keeps_its_plain_meaning() -> None:
    (mention,) = only(read("Clashes broke out in South Sudan.", "en", published=None), Mention)
    assert (mention.entity, mention.reason) == ("country:SSD", "name")


@pytest.mark.parametrize(
    ("lang", "text", "entity"),
    [
        ("ar", "عقد اللقاء في واشنطن", "place:washington-usa"),
        ("fr", "La réunion s'est tenue à Washington", "place:washington-usa"),
        ("en", "The talks were held in Washington", "place:washington-usa"),
        ("fr", "L'attentat de Bamako a fait dix morts", "place:bamako"),
        ("en", "Bamako airport was shut", "place:bamako"),
        ("ar", "زار باريس", "place:paris"),
        ("ar", "شركة مقرها لندن", "place:london-gbr"),
        ("en", "Bamako expelled the envoy", "country:MLI"),
        ("fr", "Washington dénonce le putsch", "country:USA"),
    ],
)
def test_a_capital_is_one_town_in_three_languages_or_the_government(lang: str, text: str, entity: str) -> None:
    assert entities(text, lang)[0] == entity


def test_a_capital_lies_somewhere() -> None:
    (meeting,) = only(read("The foreign ministers of Chad and Ghana met in Accra on Monday.", "en"), Engagement)
    assert meeting.place is not None
    assert meeting.place.lat == pytest.approx(5.56, abs=0.1)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ar", "قال السي آي إيه", ["org:usa-cia"]),
        ("ar", "تنظيم داعش في الساحل وتنظيم داعش في غرب إفريقيا", ["group:isgs", "group:iswap"]),
        ("fr", "L'EI au Sahel et la province ouest-africaine de l'État islamique", ["group:isgs", "group:iswap"]),
        ("en", "Swaziland, Zaire and Macedonia", ["country:SWZ", "country:COD", "country:MKD"]),
        ("ar", "السلطات الغينية", ["org:gin-government", "country:GIN"]),
        ("ar", "الجيش السوداني", ["org:sdn-army", "country:SDN"]),
        ("fr", "l'armée soudanaise", ["org:sdn-army", "country:SDN"]),
        ("en", "the Malian army", ["org:mli-army", "country:MLI"]),
        ("ar", "الجيش المالي", ["org:mli-army", "country:MLI"]),
    ],
)
def test_one_entity_has_one_id_in_every_language(lang: str, text: str, expected: list[str]) -> None:
    assert entities(text, lang) == expected


@pytest.mark.parametrize("word", ["التفجير", "القتلى", "القتال", "القيادة", "التحقيق", "الهيئة", "الحقوق", "الغينية"])
def test_the_article_is_cut_from_words_that_begin_like_a_verb(word: str) -> None:
    assert search_key(word).removeprefix("ال") in {cut.stem for cut in cuts(search_key(word))}


@pytest.mark.parametrize("word", ["التقى", "ألقى", "إلغاء", "ألمانيا", "التقت", "التحق", "ألف"])
def test_the_first_letters_of_these_words_are_no_article(word: str) -> None:
    assert {cut.stem for cut in cuts(search_key(word))} == {search_key(word)}
