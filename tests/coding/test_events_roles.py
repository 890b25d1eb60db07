"""Who did it and to whom, and how many died: sentences of our own in three languages, each read as a text."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.coding.coded import only, read

from marsad.base.records import Actor, Event
from marsad.base.script import search_key

SENTENCES = Path(__file__).parent / "roles/sentences.tsv"


def rows() -> list[dict[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def are(told: Sequence[Actor], asked: str) -> bool:
    """Whether those asked for, parted by a bar, and nobody else are told; "-" asks for nobody."""
    names = [] if asked == "-" else [search_key(name) for name in asked.split("|")]
    keys = [search_key(actor.name) for actor in told]
    return bool(keys) == bool(names) and all(any(name in key or key in name for name in names) for key in keys)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['lang']} {row['type']} {row['text'][:40]}")
def test_doers_harmed_and_dead_are_those_that_a_reader_would_name(row: dict[str, str]) -> None:
    event = next(event for event in only(read(row["text"], row["lang"]), Event) if event.type == row["type"])
    assert are(event.actors, row["actors"]), event.actors
    assert are(event.recipients, row["recipients"]), event.recipients
    assert str(event.fatalities.best if event.fatalities else "-") == row["deaths"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The defence ministry denied on Monday that gunmen attacked a base in Diffa."),
        ("fr", "L'état-major dément une attaque contre une base à Diffa."),
        ("ar", "نفت وزارة الدفاع وقوع هجوم على قاعدة في ديفا."),
    ],
)
def test_whoever_denies_an_attack_did_not_do_it(lang: str, text: str) -> None:
    attacks = [event for event in only(read(text, lang), Event) if event.type == "ASSAULT"]
    assert all("negated" in event.flags for event in attacks)
    assert not any(actor.sector in ("MIL", "GOV") for event in attacks for actor in event.actors)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Six soldats ont été tués dimanche près de Ménaka, a annoncé mercredi le gouverneur."),
        ("en", "Six soldiers were killed near Ménaka on Sunday, the governor said on Wednesday."),
    ],
)
def test_the_day_of_saying_so_is_not_the_day_of_the_attack(lang: str, text: str) -> None:
    event = next(event for event in only(read(text, lang), Event) if event.type == "ASSAULT")
    assert event.date.start is not None
    assert event.date.start.isoformat() == "2024-05-12"


def test_where_the_wounded_were_taken_is_not_where_they_were_attacked() -> None:
    text = (
        "Des hommes armés ont tué six villageois à Ménaka. Les assaillants ont ensuite attaqué un poste et les blessés ont été évacués"
        " vers Gao."
    )
    events = [event for event in only(read(text, "fr"), Event) if event.type == "ASSAULT"]
    assert events
    assert all(event.place is not None and event.place.name == "Ménaka" for event in events)


def test_dawn_is_no_explosion() -> None:
    told = only(read("وصل الوفد إلى المدينة عند الفجر.", "ar"), Event)
    assert not told


def test_an_answer_to_an_attack_stays_apart_though_a_sentence_without_sides_stands_between() -> None:
    text = (
        "Le bilan de l'attaque menée dimanche contre un village proche de Ménaka s'élève à 21 civils tués. Un premier décompte faisait"
        " état de 17 morts. L'armée malienne affirme avoir tué six assaillants lors d'une opération de ratissage."
    )
    own = [event for event in only(read(text, "fr"), Event) if not any(link.rel == "same_as" for link in event.links)]
    assert sorted(event.fatalities.best for event in own if event.fatalities) == [6, 21]


def test_verbs_joined_in_arabic_share_the_subject_of_the_first() -> None:
    text = "واستخدمت الشرطة الغاز المسيل للدموع لتفريق المحتجين قرب السوق الكبير، وأوقفت نحو عشرين منهم."
    events = {event.type: event for event in only(read(text, "ar"), Event)}
    assert [actor.name for actor in events["ASSAULT"].actors] == ["الشرطة"]
    assert [actor.name for actor in events["ASSAULT"].recipients] == ["المحتجين"]
    assert [actor.name for actor in events["COERCE"].actors] == ["الشرطة"]


@pytest.mark.parametrize(
    ("lang", "text", "sides", "deaths"),
    [
        ("en", "Twelve soldiers and 20 gunmen were killed near Gao.", ("soldiers", "gunmen"), 32),
        ("en", "Twelve soldiers and at least 20 gunmen killed in clashes near Gao.", ("soldiers", "gunmen"), 32),
        ("fr", "Douze soldats et vingt assaillants ont été tués près de Gao.", ("soldats", "assaillants"), 32),
        ("fr", "L'attaque a tué douze soldats et vingt assaillants près de Gao.", ("soldats", "assaillants"), 32),
        ("ar", "قتل 12 جنديا و20 مسلحا في الهجوم قرب غاو.", ("جنديا", "مسلحا"), 32),
        ("ar", "أسفر الهجوم عن مقتل 12 جنديا و20 مسلحا.", ("جنديا", "مسلحا"), 32),
    ],
)
def test_one_toll_of_two_sides_is_their_sum_and_names_both(lang: str, text: str, sides: tuple[str, ...], deaths: int) -> None:
    event = next(event for event in only(read(text, lang), Event) if event.type == "ASSAULT")
    assert tuple(actor.name for actor in event.recipients) == sides
    assert event.fatalities is not None
    assert event.fatalities.best == deaths


@pytest.mark.parametrize(
    ("lang", "text", "side"),
    [
        ("en", "Twelve soldiers were wounded and 20 gunmen killed near Gao.", "gunmen"),
        ("en", "Soldiers repelled the attack and 20 gunmen were killed near Gao.", "gunmen"),
        ("fr", "Douze soldats ont été blessés et vingt assaillants tués près de Gao.", "assaillants"),
        ("ar", "أسفر الهجوم عن إصابة 12 جنديا، كما قتل 20 مسلحا.", "مسلحا"),
    ],
)
def test_the_dead_of_one_side_are_not_given_to_the_other(lang: str, text: str, side: str) -> None:
    event = next(event for event in only(read(text, lang), Event) if event.type == "ASSAULT")
    assert [actor.name for actor in event.recipients] == [side]
    assert event.fatalities is not None
    assert event.fatalities.best == 20
