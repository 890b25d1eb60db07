"""Whole reports: revised tolls, deeds of long ago, days of what is asked, villages that no table holds, months that are no verbs."""

from __future__ import annotations

from datetime import date

import pytest
from coded import only, read

from marsad.base.records import Event


def attacks(text: str, lang: str, published: date = date(2026, 8, 19)) -> list[Event]:
    """The attacks of a text that stand for themselves."""
    found = [event for event in only(read(text, lang, published=published), Event) if event.type == "ASSAULT"]
    return [event for event in found if not any(link.rel == "same_as" for link in event.links)]


@pytest.mark.parametrize(
    ("lang", "text", "dead"),
    [
        ("en", "The death toll from the attack on Djibo rose to 41 on Monday, up from 28.", 41),
        ("en", "The number of people killed in Friday's attack on Djibo now stands at 41, officials said.", 41),
        ("fr", "Le bilan de l'attaque de Djibo est passé à 41 morts, contre 28 auparavant.", 41),
        ("ar", "ارتفع عدد قتلى الهجوم على سوق دجيبو إلى 41، وفق مصدر طبي. وكانت حصيلة سابقة أفادت بمقتل 28 شخصا.", 41),
        (
            "en",
            "The death toll from the raid on a market in Niger's Tillabéri region has risen to 23, after six of the wounded died, a "
            "hospital official said. The authorities had earlier spoken of 17 dead.",
            23,
        ),
    ],
)
def test_a_toll_is_what_it_has_come_to(lang: str, text: str, dead: int) -> None:
    (attack,) = attacks(text, lang)
    assert attack.fatalities is not None
    assert attack.fatalities.best == dead
    assert attack.actors == ()


def test_a_deed_of_long_ago_is_history_and_its_text_is_news() -> None:
    text = "Gunmen killed 12 soldiers near Gao on Monday. In January 2021, gunmen killed 40 villagers in Djibo."
    news, old = attacks(text, "en")
    assert "historical" not in news.flags
    assert "historical" in old.flags


def test_the_day_of_what_is_threatened_does_not_make_the_threat_a_thing_to_come() -> None:
    text = "ولوحت نقابة النقل بإضراب شامل الأسبوع المقبل إذا لم تفتح الطريق."
    (threat,) = [event for event in only(read(text, "ar"), Event) if event.type == "THREATEN"]
    assert "future" not in threat.flags


@pytest.mark.parametrize("month", ["On 3 May", "In May 2026"])
def test_the_month_of_may_is_no_possibility(month: str) -> None:
    (attack,) = attacks(f"{month} gunmen killed 12 soldiers near Gao.", "en")
    assert "hypothetical" not in attack.flags


def test_six_is_no_if() -> None:
    (attack,) = attacks("After six of the wounded died, gunmen killed 12 soldiers near Gao on Monday.", "en")
    assert "hypothetical" not in attack.flags


@pytest.mark.parametrize(
    ("lang", "text", "name", "country"),
    [
        ("en", "Gunmen killed 12 soldiers in Kourfala, in the Tillabéri region of Niger, on Monday.", "Kourfala", "NER"),
        ("en", "Gunmen burst into Kourfala on Monday and killed 12 people, officials in Niger said.", "Kourfala", "NER"),
        ("fr", "Douze soldats ont été tués lundi dans l'attaque du village de Kourfala, dans l'est du Burkina Faso.", "Kourfala", "BFA"),
        ("ar", "قتل 12 جنديا في هجوم على بلدة كورفالا بمنطقة تيلابيري في النيجر.", "كورفالا", "NER"),
    ],
)
def test_a_village_that_no_table_holds_has_its_name_and_the_state_around_it(lang: str, text: str, name: str, country: str) -> None:
    (attack,) = attacks(text, lang)
    assert attack.place is not None
    assert (attack.place.name, attack.place.country) == (name, country)
    assert attack.place.precision_m is None or attack.place.precision_m > 25_000


def test_a_village_and_the_region_around_it_are_one_attack_and_two_villages_are_two() -> None:
    one = (
        "Gunmen attacked a market in the Tillabéri region of Niger on Sunday, killing 23 people. "
        "The men burst into Kourfala at noon and opened fire."
    )
    (attack,) = attacks(one, "en")
    assert attack.place is not None
    assert attack.place.name == "Kourfala"
    two = (
        "Gunmen killed 12 people in the village of Kourfala, in Niger's Tillabéri region, on Sunday. "
        "Gunmen killed 7 people in the village of Bankora, in Niger's Tillabéri region, on Monday."
    )
    assert [one.fatalities.best for one in attacks(two, "en") if one.fatalities] == [12, 7]


def test_whoever_told_it_is_no_doer() -> None:
    text = "Le bilan de l'attaque de Djibo est de 31 morts, selon un décompte communiqué mardi par une source sécuritaire."
    (attack,) = attacks(text, "fr")
    assert attack.actors == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "New displaced families keep arriving in Dilling."),
        ("fr", "La mission n'a pas encore arrêté le calendrier de son retrait de Birao."),
    ],
)
def test_a_participle_and_a_figure_of_speech_hold_nobody(lang: str, text: str) -> None:
    assert [event for event in only(read(text, lang), Event) if event.type == "COERCE"] == []


def test_where_the_soldiers_come_from_is_not_where_their_village_lies() -> None:
    text = (
        "Centrafrique : les Casques bleus quittent Kourfala\n"
        "Des hommes armés ont tué mardi deux soldats du contingent burundais près de Kourfala."
    )
    (attack,) = attacks(text, "fr")
    assert attack.place is not None
    assert (attack.place.name, attack.place.country) == ("Kourfala", "CAF")


def test_a_claim_of_responsibility_asks_for_nothing() -> None:
    text = "Dix soldats ont été tués lundi à Djibo. L'assaut a été revendiqué par le Groupe de soutien à l'islam et aux musulmans."
    assert [event.type for event in only(read(text, "fr"), Event) if event.type == "REQUEST"] == []
