"""French press: verbs in all their forms, acts of every type and mode, what is no act, and words that only look alike."""

import csv
from pathlib import Path

import pytest
from tests.coding.coded import document, only

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
