"""French press: verbs in all their forms, acts of every type and mode, what is no act, and words that only look alike."""

import csv
from pathlib import Path

import pytest
from tests.coding.coded import document, only, read

from marsad.base.records import Event
from marsad.base.script import tokenize
from marsad.coding.coder import load_coder
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon
from marsad.coding.triggers_forms import forms

UNREAL = {"negated", "future", "hypothetical", "historical"}
with (Path(__file__).parent / "types" / "french.tsv").open(encoding="utf-8", newline="") as opened:
    ROWS = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def alone(text: str) -> list[Event]:
    return only(load_coder().read(document(text, "fr"), line=0), Event)


@pytest.mark.parametrize("row", [row for row in ROWS if row["type"] != "NONE"], ids=lambda row: row["text"][:40])
def test_a_sentence_of_the_press_has_its_type_and_its_mode(row: dict[str, str]) -> None:
    told = [event for event in alone(row["text"]) if event.type == row["type"]]
    assert told
    assert row["mode"] == "-" or any(row["mode"] in event.modes for event in told)


@pytest.mark.parametrize("row", [row for row in ROWS if row["type"] == "NONE"], ids=lambda row: row["text"][:40])
def test_a_sentence_without_an_act_makes_no_event(row: dict[str, str]) -> None:
    assert [event.type for event in alone(row["text"]) if not UNREAL & set(event.flags)] == []


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("détenir", ["détient", "détiennent", "détenait", "détenue", "détint", "détiendra"]),
        ("recevoir", ["reçoit", "reçoivent", "reçu", "reçut", "recevra"]),
        ("rejeter", ["rejette", "rejettent", "rejetait", "rejetées"]),
        ("déployer", ["déploie", "déploient", "déployait", "déployées", "déploiera"]),
        ("envoyer", ["envoie", "enverra", "envoyés"]),
        ("promettre", ["promet", "promettent", "promis", "promise", "promirent"]),
        ("interdire", ["interdit", "interdisent", "interdisait", "interdites"]),
        ("dissoudre", ["dissout", "dissolvent", "dissous"]),
        ("s'emparer", ["s'empare", "s'est emparée", "se sont emparés", "s'emparant", "s'étaient emparés"]),
        ("se replier", ["se replie", "se replient", "s'est repliée", "se sont repliés"]),
        ("s'en prendre à", ["s'en prend à", "s'en sont pris à", "s'en était pris à"]),
    ],
)
def test_a_french_verb_is_known_in_all_its_forms(verb: str, told: list[str]) -> None:
    known = forms(verb, "fr", "verb")
    assert [form for form in told if tuple(token.key for token in tokenize(form)) not in known] == []
    assert forms(verb, "fr", "tensed") < known or verb.startswith("s")


def test_a_tensed_verb_is_no_infinitive() -> None:
    assert ("condamner",) in forms("condamner", "fr", "verb")
    assert ("condamner",) not in forms("condamner", "fr", "tensed")


def test_six_is_a_number_and_no_hypothesis() -> None:
    events = alone("Six villageois ont été tués lundi par des hommes armés à Bankass.")
    assert [(event.type, event.flags) for event in events] == [("ASSAULT", ())]


def test_against_something_alone_is_no_protest() -> None:
    assert "PROTEST" not in [event.type for event in alone("Le préfet a mis en garde les commerçants contre la hausse du prix du riz.")]


def test_frames_of_french_read_no_other_language() -> None:
    coder = EventCoder(load_lexicon())
    hits = coder.vocabulary.find(tokenize("Les douaniers ont mis la main sur 200 kilos de cannabis."))
    assert "fra-seize" in [one.frame.id for one in coder.index.match(hits, "fr")]
    assert [one.frame.id for one in coder.index.match(hits, "en") if one.frame.id.startswith("fra-")] == []


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("Le Jnim a attaqué lundi le poste de gendarmerie de Djibasso.", {"terrorism"}, set()),
        ("Les sages-femmes de Man sont entrées en grève lundi pour leurs primes.", {"health", "economic"}, set()),
        ("Des soldats ont refoulé lundi une centaine de migrants subsahariens près de Zouérate.", {"migration"}, set()),
        ("L'opposition a rejeté mardi les résultats de la présidentielle.", {"election", "political_institutions"}, set()),
        ("Le ministre de l'Agriculture a reçu mardi les maraîchers de Kayes.", set(), {"executive"}),
        ("Le Tchad condamne avec fermeté l'attaque de Banki.", set(), {"legal"}),
    ],
)
def test_the_contexts_of_french_words(text: str, told: set[str], not_told: set[str]) -> None:
    found = {context for event in alone(text) for context in event.contexts}
    assert told <= found
    assert not not_told & found


def test_words_of_a_context_in_french_say_nothing_in_english() -> None:
    text = "The army attacked the village on Monday, killing six, and a purge followed."
    events = only(load_coder().read(document(text, "en"), line=0), Event)
    assert events
    assert not {context for event in events for context in event.contexts} & {"repression"}


def test_an_organisation_for_rights_is_somebody_who_asks() -> None:
    events = only(read("Une organisation de défense des droits humains réclame une enquête sur la mort de bergers à Mopti.", "fr"), Event)
    assert "REQUEST" in [event.type for event in events]
    assert [actor.sector for event in events if event.type == "REQUEST" for actor in event.actors] == ["NGO"]


def test_who_is_picked_up_is_asked_for_nothing_and_a_claim_of_an_attack_neither() -> None:
    assert "REQUEST" not in [event.type for event in alone("Le blogueur a été interpellé mardi par la police à Gabès.")]
    assert "REQUEST" not in [event.type for event in alone("Le Jnim a revendiqué mardi l'attaque du poste de Djibasso.")]


def test_the_army_beside_aircraft_arms_nobody() -> None:
    told = [event.type for event in alone("L'armée togolaise a réceptionné quatre hélicoptères de combat.")]
    assert told == ["MOBILIZE"]
