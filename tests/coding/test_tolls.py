"""Tolls: lists of victims, people counted by the noun alone, a second toll in another clause, and figures that are no dead."""

from __future__ import annotations

import pytest
from coded import only, read

from marsad.base.records import Event
from marsad.coding.triggers_forms import forms


def dead(text: str, lang: str) -> int | None:
    """The deaths of the one attack that a sentence tells."""
    (attack,) = [event for event in only(read(text, lang), Event) if event.type == "ASSAULT"]
    return attack.fatalities.best if attack.fatalities else None


@pytest.mark.parametrize(
    ("lang", "text", "best"),
    [
        ("ar", "قتل 4 جنود و3 دركيين و5 مدنيين في هجوم مسلح قرب بلدة تيرا.", 12),
        ("ar", "قتل خمسة جنود وشرطيان ومدني في هجوم مسلح على مخفر تيرا.", 8),
        ("en", "Gunmen killed four soldiers, three gendarmes and five civilians in an attack on the town of Tera on Tuesday.", 12),
        ("en", "Four soldiers, three gendarmes and five civilians were killed in an attack on the town of Tera on Tuesday.", 12),
        ("en", "Bandits killed a traditional chief, two of his guards and a driver.", 4),
        ("en", "A woman and her two children were killed in Djibo by a drone strike.", 3),
        ("fr", "Quatre soldats, trois gendarmes et cinq civils ont été tués mardi dans une attaque contre la ville de Téra.", 12),
        ("fr", "Des hommes armés ont tué quatre soldats, trois gendarmes et cinq civils à Téra mardi.", 12),
        ("fr", "Deux soldats et un civil ont été tués dans l'explosion d'une mine près de Tessalit, a indiqué un officier.", 3),
    ],
)
def test_every_part_of_a_list_of_victims_is_counted(lang: str, text: str, best: int) -> None:
    assert dead(text, lang) == best


@pytest.mark.parametrize(
    ("lang", "text", "best"),
    [
        ("en", "Twelve people, five soldiers and seven civilians, were killed in the attack on Tera.", 12),
        ("en", "Gunmen killed 14 people, including three children and two women, in the village of Kona.", 14),
        ("en", "Five soldiers, two of them officers, were killed in an ambush near Gao.", 5),
        ("en", "Gunmen killed 12 people in Tera and wounded three soldiers, two gendarmes and five civilians.", 12),
        ("fr", "Quatre civils, dont un enfant, ont été tués à Djibo.", 4),
        ("fr", "Quatre civils et un imam ont été tués à Djibo, portant à 25 le nombre de morts depuis lundi.", 5),
    ],
)
def test_a_breakdown_and_a_running_total_are_not_added(lang: str, text: str, best: int) -> None:
    assert dead(text, lang) == best


@pytest.mark.parametrize(
    ("lang", "text", "best"),
    [
        ("ar", "قتل مسلحون مجهولون راعيا قرب قرية كونا يوم الأحد.", 1),
        ("ar", "قتل مسلحون مجهولون راعيين قرب قرية كونا يوم الأحد.", 2),
        ("ar", "قتل مسلح مجهول تاجرا في سوق كونا.", 1),
        ("en", "Gunmen killed a villager near Kona on Sunday.", 1),
        ("en", "A soldier shot dead a civilian in Kidal on Friday.", 1),
        ("en", "The mayor of Djibo was shot dead on Monday by gunmen.", 1),
        ("fr", "Des hommes armés ont tué un berger près de Kona dimanche.", 1),
        ("fr", "Un berger a été tué par un policier à Ndjamena.", 1),
        ("en", "A rebel attack killed civilians in Kona on Monday.", None),
        ("en", "An officer said villagers had been killed in the raid.", None),
    ],
)
def test_a_noun_for_one_or_two_is_a_toll(lang: str, text: str, best: int | None) -> None:
    assert dead(text, lang) == best


@pytest.mark.parametrize(
    ("lang", "text", "best"),
    [
        ("ar", "قتل 12 جنديا في كمين قرب ميناكا، كما قتل 20 من المسلحين خلال الاشتباكات.", 32),
        ("en", "Twelve soldiers were killed in an ambush near Menaka, while 20 of the attackers were also killed.", 32),
        ("fr", "Douze soldats ont été tués dans une embuscade près de Ménaka, tandis que vingt assaillants ont également été tués.", 32),
        ("fr", "L'armée a perdu deux soldats et tué 25 terroristes.", 27),
        ("en", "The army said 12 soldiers were killed while the group claimed it killed 20 soldiers near Menaka.", 12),
        ("ar", "قتل 12 جنديا في كمين، فيما أعلن الجيش مقتل 20 إرهابيا في غارة منفصلة.", 12),
    ],
)
def test_the_other_sides_dead_are_added_and_rival_claims_are_not(lang: str, text: str, best: int) -> None:
    assert dead(text, lang) == best


def test_nouns_for_people_bend_for_one_and_for_two() -> None:
    assert forms("راعي", "ar", "single") == {("راعي",), ("راعيا",)}
    assert forms("امرأة", "ar", "dual") == {("امراتين",), ("امراتان",)}
    assert forms("herder", "en", "single") == {("herder",)}
