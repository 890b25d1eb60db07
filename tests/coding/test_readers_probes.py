"""Probes: a model that reads definitions passes them, one that goes by names or by place in the list is found out."""

import json
from collections.abc import Mapping, Sequence

import pytest

from marsad.base.errors import AnswerError
from marsad.base.records import PLOVER_TYPES, Language, Span
from marsad.coding.drafts import Sentence
from marsad.coding.readers import AskingDrafter, Bounds
from marsad.coding.readers_codebook import Codebook, load_codebook
from marsad.coding.readers_probes import SWAPS, Probe, probe

SENTENCES: list[tuple[str, Language]] = [
    ("Gunmen killed two guards.", "en"), ("Troops handed out food.", "en"), ("Rain fell all day.", "en"),
    ("La foule marche.", "fr"), ("وصل الوفد.", "ar"),
]  # fmt: skip
MEANT = {"Gunmen": "ASSAULT", "Troops": "AID", "La": "PROTEST", "وصل": "CONSULT"}


class Model:
    """Goes by definition, by name, or by place in the list."""

    def __init__(self, way: str) -> None:
        self.way = way
        self.definitions = {label.type: label.definition for label in load_codebook().labels}

    def __call__(self, messages: Sequence[Mapping[str, str]]) -> str:
        sentence = json.loads(messages[1]["content"])["sentence"]
        if self.way == "fails" and sentence.startswith("Rain"):
            raise AnswerError("too slow")
        listed = messages[0]["content"].split("Labels:\n")[1].split("\n\n")[0].splitlines()
        word = sentence.split()[0]
        if word not in MEANT:
            return '{"events": []}'
        meaning = self.definitions[MEANT[word]]
        names = {
            "definition": next(line.split(":")[0] for line in listed if meaning in line),
            "fails": next(line.split(":")[0] for line in listed if meaning in line),
            "name": MEANT[word] if any(line.startswith(MEANT[word]) for line in listed) else "A",
            "place": listed[0].split(":")[0],
        }
        empty = {"mode": None, "actors": [], "recipients": [], "flags": [], "deaths": None, "confidence": 1}
        return json.dumps({"events": [{"label": names[self.way], "trigger": word, **empty}]})


def results(way: str) -> dict[str, Probe]:
    wide = Bounds(in_a_row=10**6, share=1.0)
    report = probe(lambda book: AskingDrafter(Model(way), "r", codebook=book, bounds=wide), SENTENCES)
    assert report.sentences == 5
    assert len(report.lines()) == 6
    return {one.name: one for one in report.probes}


def test_a_model_that_reads_definitions_passes_every_probe() -> None:
    for one in results("definition").values():
        assert (one.compared, one.telling, one.agreement, one.by_name, one.aside) == (5, 4, 1.0, 0, 0)


def test_a_model_that_goes_by_names_fails_the_swap_and_is_told_to_follow_them() -> None:
    found = results("name")
    assert found["order: shuffled"].agreement == 1.0
    assert (found["names swapped in pairs"].agreement, found["names swapped in pairs"].by_name) == (0.0, 4)
    assert found["names A, B, C"].agreement == 0.0


def test_a_model_that_takes_the_first_label_fails_the_order() -> None:
    assert results("place")["order: last first"].agreement == 0.0


def test_sentences_set_aside_are_counted_apart() -> None:
    for one in results("fails").values():
        assert (one.compared, one.aside, one.telling) == (4, 1, 4)


def test_what_the_codebook_as_it_is_could_not_read_is_told() -> None:
    wide = Bounds(in_a_row=10**6, share=1.0)
    assert probe(lambda book: AskingDrafter(Model("fails"), "r", codebook=book, bounds=wide), SENTENCES).aside == 1


def test_each_probe_shows_the_model_another_list_and_agreement_on_a_swap_is_no_following_of_names() -> None:
    shown: list[str] = []

    def made(book: Codebook) -> AskingDrafter:
        shown.append(book.messages(Sentence("Rain fell.", Span(0, 10), (), "en"))[0]["content"])
        return AskingDrafter(Model("definition"), "r", codebook=book)

    report = probe(made, SENTENCES)
    assert len(set(shown)) == len(shown) == 5
    assert [one.by_name for one in report.probes] == [0] * 4


def test_a_reading_that_sees_an_event_where_the_other_sees_none_does_not_agree() -> None:
    def made(book: Codebook) -> AskingDrafter:
        model = Model("definition")
        return AskingDrafter(model if book == load_codebook() else lambda messages: '{"events": []}', "r", codebook=book)

    assert {(one.telling, one.agreement) for one in probe(made, SENTENCES).probes} == {(4, 0.0)}


def test_without_an_event_there_is_no_agreement_to_tell() -> None:
    report = probe(lambda book: AskingDrafter(Model("definition"), "r", codebook=book), [("Rain fell.", "en")])
    assert [one.agreement for one in report.probes] == [None] * 4
    assert "| - |" in report.lines()[2]


def test_every_type_is_swapped_once_and_definitions_keep_their_type() -> None:
    assert sorted(name for pair in SWAPS for name in pair) == sorted(PLOVER_TYPES)
    swapped = load_codebook().swapped(SWAPS)
    assert swapped.type_of("AID") == "ASSAULT"
    assert [label.type for label in swapped.labels] == list(PLOVER_TYPES)


@pytest.mark.parametrize("change", [Codebook.reversed, Codebook.generic, lambda book: book.shuffled(3), lambda book: book.swapped(SWAPS)])
def test_a_changed_codebook_keeps_all_types_and_definitions(change: object) -> None:
    book = load_codebook()
    other: Codebook = change(book)  # type: ignore[operator]
    assert {(label.type, label.definition) for label in other.labels} == {(label.type, label.definition) for label in book.labels}


def test_the_same_seed_gives_the_same_order() -> None:
    book = load_codebook()
    assert book.shuffled(1) == book.shuffled(1) != book
