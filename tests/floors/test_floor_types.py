"""Every PLOVER type in three languages, on sentences of our own: type, mode and flags; written before the reader was asked about them."""

import csv
from functools import cache
from pathlib import Path

import pytest

from marsad.base.records import Span
from marsad.base.script import tokenize
from marsad.coding.drafts import EventDraft, Sentence
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon

SENTENCES = Path(__file__).parents[1] / "coding/types/sentences.tsv"
FLOORS = {"ar": 0.65, "fr": 0.65, "en": 0.7}
MODES = 0.62
FLAGS = 0.93


@cache
def read() -> list[tuple[dict[str, str], list[EventDraft]]]:
    coder = EventCoder(load_lexicon())
    with SENTENCES.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in rows:
        text = row["text"]
        drafts, _ = coder.code_sentence(Sentence(text, Span(0, len(text)), tuple(tokenize(text)), row["lang"]))  # type: ignore[arg-type]
        found.append((row, drafts))
    return found


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def types(lang: str) -> list[bool]:
    return [bool(drafts) and drafts[0].type == row["type"] for row, drafts in read() if row["lang"] == lang]


def modes() -> list[bool]:
    return [any(row["mode"] in draft.modes for draft in drafts) for row, drafts in read() if row["mode"] != "-"]


def flags() -> list[bool]:
    asked = ("negated", "future", "hypothetical", "historical")
    rows = [(row, draft) for row, drafts in read() for draft in drafts if draft.type == row["type"]]
    return [{flag for flag in draft.flags if flag in asked} == set(row["flags"].split()) - {"-"} for row, draft in rows]


@pytest.mark.parametrize("lang", FLOORS)
def test_the_main_event_has_the_right_type(lang: str) -> None:
    assert share(types(lang)) >= FLOORS[lang], [
        row["text"] for row, d in read() if row["lang"] == lang and not (d and d[0].type == row["type"])
    ]


def test_modes_are_named() -> None:
    assert share(modes()) >= MODES


def test_flags_stand_where_they_should_and_nowhere_else() -> None:
    assert share(flags()) >= FLAGS
