"""The event lexicon as data: inflection, own entries, errors with their line, and the views."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import CodingError, LexiconError
from marsad.base.records import PLOVER_TYPES, Span
from marsad.base.script import tokenize
from marsad.coding.drafts import Sentence
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon
from marsad.coding.linear import load_linear, train
from marsad.coding.triggers_forms import forms
from marsad.coding.views import acled, cameo, plover, ucdp


def test_words_bend_as_their_language_does() -> None:
    assert {("attacked",), ("attacking",)} <= forms("attack", "en", "verb")
    assert {("tuee",), ("tuait",)} <= forms("tuer", "fr", "verb")
    assert {("قتلوا",), ("يقتلون",)} <= forms("قتل/يقتل", "ar", "verb")
    assert {("مظاهرات",), ("مظاهرتين",)} <= forms("مظاهرة", "ar", "noun")


def test_a_reader_adds_a_trigger_in_a_file_of_their_own(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[event_words]\nmy-word = { en = ["zorbed"], form = "exact", sense = "condemn", gloss = "made up", source = "test" }\n')
    coder = EventCoder(load_lexicon([own]))
    text = "The minister zorbed the village council on Monday."
    drafts, _ = coder.code_sentence(Sentence(text, Span(0, len(text)), tuple(tokenize(text)), "en"))
    assert "ACCUSE" in [draft.type for draft in drafts]


@pytest.mark.parametrize(
    "line",
    [
        'bad = { type = "NOSUCH", pattern = "kill" }',
        'bad = { type = "ASSAULT", pattern = "nosuchsense" }',
        'bad = { type = "ASSAULT", pattern = "kill kill" }',
        'bad = { type = "ASSAULT", pattern = "kill ?3 person" }',
    ],
)
def test_a_bad_frame_is_an_error_that_names_its_line(tmp_path: Path, line: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f"[event_frames]\n{line}\n")
    with pytest.raises(LexiconError, match=r"own\.toml:2"):
        EventCoder(load_lexicon([own]))


def test_every_type_has_a_frame_and_a_cameo_code() -> None:
    coder = EventCoder(load_lexicon())
    assert {frame.type for frame in coder.index.frames} == set(PLOVER_TYPES)
    assert all(cameo(type_) for type_ in PLOVER_TYPES)


def test_code_books_see_one_event_each_in_its_way() -> None:
    assert cameo("ASSAULT", ["drone"]) == "195"
    assert plover("163") == ("SANCTION", "discontinue")
    assert plover("012") is None
    assert acled("ASSAULT", ["firearms"], ["MIL"]) is not None
    assert acled("CONSULT") is None
    assert ucdp("ASSAULT", ["REB"], ["REB"]) == 2
    with pytest.raises(CodingError):
        plover("99")


@given(st.sampled_from(PLOVER_TYPES))
def test_a_type_keeps_its_quad_class_through_cameo(type_: str) -> None:
    back = plover(cameo(type_))
    assert back is not None
    assert back[0] == type_


def test_a_trained_layer_finds_a_planted_word_and_survives_saving(tmp_path: Path) -> None:
    coder = EventCoder(load_lexicon())
    texts = [f"The {'red' if i % 2 else 'blue'} house number {i} stands here." for i in range(40)]
    labels = ["r" if i % 2 else "b" for i in range(40)]
    layer = train(texts, labels, coder, lang="en")
    path = tmp_path / "layer.npz"
    path.write_bytes(layer.to_bytes())
    again = load_linear(path)
    assert again.predict(["A red house.", "A blue house."], coder) == ["r", "b"]


def test_a_broken_layer_is_an_error_and_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "layer.npz"
    path.write_bytes(b"not an archive")
    with pytest.raises(CodingError, match="train"):
        load_linear(path)
