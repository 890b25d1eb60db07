"""The linear layer: what it learns, how it is judged, what it refuses, and what it decides in reading."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from coded import document, only
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from marsad.base.errors import CodingError, SettingsError
from marsad.base.records import Event, NonEvent
from marsad.cli import app
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon
from marsad.coding.linear import LinearCoder, load_linear, train
from marsad.coding.linear_features import FeatureReader
from marsad.coding.linear_gold import Columns, read_gold
from marsad.coding.linear_reading import LayeredReader
from marsad.coding.linear_scores import Scores, folds_of, near_duplicates
from marsad.settings import Settings

TOWNS = [f"Town{chr(97 + i)}{chr(97 + j)}" for i in range(5) for j in range(6)]
TAILS = [" ".join(f"{town.lower()}{letter}" for letter in "bcdfghjklmnpq") for town in TOWNS]  # words enough to be no near-duplicates
TALK = [f"Leaders of {town} met in the morning and talked about roads {tail}." for town, tail in zip(TOWNS, TAILS, strict=True)]
WAR = [f"Gunmen killed three soldiers near {town} on Friday {tail}." for town, tail in zip(TOWNS, TAILS[::-1], strict=True)]


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    return EventCoder(load_lexicon())


@pytest.fixture(scope="module")
def layer(coder: EventCoder) -> LinearCoder:
    return train([*TALK, *WAR], ["none"] * 30 + ["material_conflict"] * 30, coder, lang="en")


def _table(path: Path) -> Path:
    rows = [*((text, "none") for text in TALK), *((text, "ASSAULT") for text in WAR)]
    path.write_text("text\tlabel\n" + "".join(f"{text}\t{label}\n" for text, label in rows), encoding="utf-8")
    return path


def test_the_same_sentences_give_the_same_layer(coder: EventCoder, layer: LinearCoder) -> None:
    again = train([*TALK, *WAR], ["none"] * 30 + ["material_conflict"] * 30, coder, lang="en")
    assert again.digest == layer.digest
    assert len(layer.digest) == 8


def test_a_layer_read_back_tells_the_same(tmp_path: Path, coder: EventCoder, layer: LinearCoder) -> None:
    path = tmp_path / "layer.npz"
    path.write_bytes(layer.to_bytes())
    again = load_linear(path)
    assert again.digest == layer.digest
    assert np.array_equal(again.scores(WAR[:3], coder), layer.scores(WAR[:3], coder))
    with np.load(path, allow_pickle=False) as held:
        assert set(held.files) == {"head", "idf", "weights"}


def test_a_layer_cut_short_is_an_error(tmp_path: Path, layer: LinearCoder) -> None:
    path = tmp_path / "layer.npz"
    whole = layer.to_bytes()
    for size in (0, 10, len(whole) // 2, len(whole) - 5):
        path.write_bytes(whole[:size])
        with pytest.raises(CodingError, match="train-coder"):
            load_linear(path)


@given(st.text(max_size=300))
def test_any_text_has_features_and_a_label(layer: LinearCoder, coder: EventCoder, text: str) -> None:
    assert layer.predict([text], coder)[0] in layer.labels
    assert all(name[0] in "wcfshp" and value >= 1 for name, value in FeatureReader(coder, "ar").read(text).items())


def test_near_duplicates_and_groups_stay_in_one_fold() -> None:
    texts = [*TALK, TALK[0].replace("morning", "evening"), *WAR]
    groups = near_duplicates(texts)
    assert groups[0] == groups[30]
    tied = near_duplicates(["a b c", "d e f", "g h i"], ["x", "y", "x"])
    assert tied[0] == tied[2] != tied[1]
    folds = folds_of(texts, ["none"] * len(texts), groups, 5)
    assert all(folds[a] == folds[b] for a in range(len(texts)) for b in range(a) if groups[a] == groups[b])
    assert set(folds) == set(range(5))


def test_folds_do_not_hang_on_the_order_of_the_sentences() -> None:
    labels = ["none"] * 30 + ["material_conflict"] * 30
    texts = [*TALK, *WAR]
    one = dict(zip(texts, folds_of(texts, labels, range(60), 4), strict=True))
    back = dict(zip(texts[::-1], folds_of(texts[::-1], labels[::-1], range(60), 4), strict=True))
    assert one == back


def test_macro_f1_is_the_mean_over_labels_that_are_right_somewhere() -> None:
    scores = Scores.of(["a", "a", "b", "b"], ["a", "b", "b", "c"])
    assert scores.f1("a") == pytest.approx(2 / 3)
    assert scores.macro_f1 == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert scores.confusion == ((1, 1, 0), (0, 1, 1), (0, 0, 0))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.tsv", b"sentence\tlabel\nx\tnone\n", "no column 'text'"),
        ("a.tsv", b"text\tlabel\nx\tnonsense\n", "line 2: unknown label 'nonsense'"),
        ("a.tsv", b"text\tlabel\n" + b"x y\tnone\n" * 40, "two labels"),
        ("a.tsv", b"text\tlabel\nx\tnone\ny\tASSAULT\n", "20 sentences of each label"),
        ("a.tsv", b"text\tlabel\nx\n", "line 2: 1 columns"),
        ("a.csv", b"text,label\nx,none,more\n", "line 2"),
        ("a.csv", "text,label\nété,none\n".encode("latin-1"), "not UTF-8"),
        ("a.jsonl", b'{"text": "x", "label": "none"}\n{"text"\n', "line 2: not JSON"),
        ("a.jsonl", b"[1]\n", "line 1: not an object"),
        ("a.jsonl", b'"text label"\n', "line 1: not an object"),
        ("a.jsonl", b"\n" + b"[" * 100_000, "line 2: not JSON: too deep"),
        ("a.jsonl", b'{"text": ' + b"9" * 5_000 + b"}", "line 1: not JSON: too deep, or too long a number"),
        ("a.jsonl", b'{"text": ["x"], "label": "none"}\n', "line 1: the sentence is no text"),
        ("a.jsonl", b'{"text": "", "label": "none"}\n', "line 1: the sentence is empty"),
        ("a.tsv", b"", "no sentence"),
        ("a.xlsx", b"", ".tsv, .csv or .jsonl"),
    ],
)
def test_a_table_that_cannot_be_used_says_where_and_why(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CodingError, match="a\\.") as caught:
        read_gold(path, Columns())
    assert said in str(caught.value)


def test_the_three_kinds_of_table_hold_the_same(tmp_path: Path) -> None:
    rows = [('"He said ""no"", and left"', 'He said "no", and left', "none"), ("Gunmen, three", "Gunmen, three", "material_conflict")] * 20
    (tmp_path / "a.tsv").write_text("\n".join(["text\tlabel", *(f"{raw}\t{label}" for raw, _, label in rows)]), encoding="utf-8")
    cells = "\n".join(f'"{text.replace(chr(34), chr(34) * 2)}",{label}' for _, text, label in rows)
    (tmp_path / "a.csv").write_text(f"text,label\n{cells}\n", encoding="utf-8")
    lines = "\n".join(json.dumps({"text": text, "label": label}) for _, text, label in rows)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    one, two, three = (read_gold(tmp_path / f"a.{kind}", Columns()) for kind in ("tsv", "csv", "jsonl"))
    assert one == two == three
    assert one.texts[0] == 'He said "no", and left'


def test_the_layer_decides_whether_a_sentence_tells_an_event(tmp_path: Path, coder: EventCoder, layer: LinearCoder) -> None:
    path = tmp_path / "layer.npz"
    path.write_bytes(layer.to_bytes())
    reader = LayeredReader(path)
    assert reader.name == f"rules+linear:{layer.digest}"
    text = "Gunmen killed three soldiers near Gao on Friday."
    told = only(reader.read(document(text, "en")), Event)
    assert [(event.type, event.coder) for event in told] == [("ASSAULT", reader.name)]
    path.write_bytes(train([*TALK, *WAR], ["material_conflict"] * 30 + ["none"] * 30, coder, lang="en").to_bytes())
    silent = LayeredReader(path).read(document(text, "en"))
    assert not [event for event in only(silent, Event) if event.type == "ASSAULT"]
    assert "the trained layer reads the sentence as none" in [one.reason.removeprefix("ASSAULT: ") for one in only(silent, NonEvent)]


def test_a_text_in_another_language_is_read_by_the_rules(tmp_path: Path, layer: LinearCoder) -> None:
    path = tmp_path / "layer.npz"
    path.write_bytes(layer.to_bytes())
    told = only(LayeredReader(path).read(document("قتل مسلحون ثلاثة جنود قرب غاو يوم الجمعة.", "ar")), Event)
    assert [(event.type, event.coder) for event in told] == [("ASSAULT", "rules")]


def test_a_layer_with_labels_of_its_own_cannot_read(tmp_path: Path, coder: EventCoder) -> None:
    path = tmp_path / "layer.npz"
    path.write_bytes(train([*TALK, *WAR], ["red"] * 30 + ["blue"] * 30, coder, lang="en").to_bytes())
    with pytest.raises(CodingError, match="blue"):
        LayeredReader(path)


def test_a_layer_goes_with_the_rules_alone() -> None:
    with pytest.raises(SettingsError, match="linear_coder"):
        Settings(reader="local", local_model="folder", linear_coder="coder.npz")


def test_the_command_trains_scores_and_writes_a_layer_that_reads(tmp_path: Path) -> None:
    out = tmp_path / "coder.npz"
    gold = _table(tmp_path / "gold.tsv")
    command = ["train-coder", "--sentences", str(gold), "--lang", "en", "--out", str(out), "--folds", "3"]
    done = CliRunner().invoke(app, [*command, "--group-column", "text", "--json"])
    assert done.exit_code == 0, done.output
    values = json.loads(done.stdout)
    assert values["majority"]["macro_f1"] <= values["layer"]["macro_f1"] <= 1
    assert values["coder"] == f"rules+linear:{load_linear(out).digest}"
    shown = CliRunner().invoke(app, command).stdout
    assert "F1, cross-validated" in shown
    assert "right / told" in shown
