"""The vectors of a sentence model in the linear layer: what they add, what is saved of them, and which model may read."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from coded import document, only

from marsad.base.errors import CodingError
from marsad.base.records import Event
from marsad.coding import linear_scores
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon
from marsad.coding.linear import FORMAT, FORMAT_VECTORS, LinearCoder, load_linear, train, train_rows
from marsad.coding.linear_reading import LayeredReader
from marsad.coding.linear_scores import Scores, cross_validate
from marsad.coding.linear_vectors import Centre, Floats, Mark, Vectors, of_length_one

WARM = ["summer", "july", "heat", "sun", "oven", "desert", "fire", "coal", "lamp", "steam", "flame", "ember"]
COLD = ["winter", "january", "frost", "snow", "freezer", "glacier", "ice", "sleet", "hail", "fridge", "igloo", "slush"]
TEXTS = [word for pair in zip(WARM, COLD, strict=True) for word in pair]
LABELS = ["none", "material_conflict"] * len(WARM)
MARK = Mark("weather", "ab" * 32, "mean")


class Weather:
    """Stands for a sentence model: one of its numbers tells warm from cold, the others are the same for all or the text's length."""

    def __init__(self, mark: Mark = MARK, error: Exception | None = None) -> None:
        self.mark = mark
        self.asked: list[str] = []
        self._error = error

    def __call__(self, texts: Sequence[str]) -> Floats:
        if self._error:
            raise self._error
        self.asked += texts
        return np.array([[9.0, self._warmth(text), len(text) / 50] for text in texts])

    def _warmth(self, text: str) -> float:
        words = text.casefold().strip(".").split()
        return float(any(word in words for word in WARM)) - float(any(word in words for word in COLD))


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    return EventCoder(load_lexicon())


@pytest.fixture(scope="module")
def layer(coder: EventCoder) -> LinearCoder:
    return train(TEXTS, LABELS, coder, lang="en", model=Weather())


def _saved(layer: LinearCoder, folder: Path) -> Path:
    path = folder / "layer.npz"
    path.write_bytes(layer.to_bytes())
    return path


def test_vectors_teach_what_words_seen_once_cannot() -> None:
    rows: list[dict[str, float]] = [{f"w{text}": 1.0, "wthe": 1.0} for text in TEXTS]
    folds = [at // 2 % 4 for at in range(len(TEXTS))]
    values = Weather()(TEXTS)
    without = Scores.of(LABELS, cross_validate(rows, LABELS, folds, "en"))
    beside = Scores.of(LABELS, cross_validate(rows, LABELS, folds, "en", Vectors(MARK, values)))
    assert without.macro_f1 < 0.5
    assert beside.macro_f1 == 1.0


def test_the_mean_of_the_vectors_is_learned_in_each_fold_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[LinearCoder] = []

    def kept(*given: Any) -> LinearCoder:
        made.append(train_rows(*given))
        return made[-1]

    monkeypatch.setattr(linear_scores, "train_rows", kept)
    values = np.random.default_rng(1).normal(size=(12, 3))
    folds = [at // 2 % 3 for at in range(12)]
    cross_validate([{} for _ in range(12)], ["a", "b"] * 6, folds, "en", Vectors(MARK, values))
    means = [layer.centre.mean for layer in made if layer.centre]
    assert np.allclose(means, [values[np.array(folds) != fold].mean(axis=0) for fold in range(3)])


def test_a_vector_loses_the_mean_and_has_length_one() -> None:
    centre = Centre.of(Vectors(MARK, np.array([[3.0, 1.0], [3.0, -1.0], [3.0, 3.0]])))
    assert centre.mean.tolist() == [3.0, 1.0]
    assert centre.block(np.array([[6.0, 5.0], [3.0, 1.0]])) == pytest.approx(np.array([[0.6, 0.8], [0.0, 0.0]]))


def test_rows_of_zeros_stay_zeros() -> None:
    assert of_length_one(np.array([[0.0, 0.0], [0.0, -2.0]])).tolist() == [[0.0, 0.0], [0.0, -1.0]]


def test_a_layer_with_vectors_read_back_tells_the_same(tmp_path: Path, coder: EventCoder, layer: LinearCoder) -> None:
    path = _saved(layer, tmp_path)
    again = load_linear(path)
    assert again.digest == layer.digest
    assert again.centre is not None
    assert again.centre.mark == MARK
    assert np.array_equal(again.scores(TEXTS, coder, Weather()), layer.scores(TEXTS, coder, Weather()))
    assert again.predict(["Sun.", "Snow."], coder, Weather()) == ["none", "material_conflict"]
    with np.load(path, allow_pickle=False) as held:
        head = json.loads(str(held["head"]))
        assert set(held.files) == {"head", "idf", "weights", "mean"}
    told = {"name": "weather", "sha256": "ab" * 32, "pooling": "mean"}
    assert (head["format"], head["sentence_model"], head["width"]) == (FORMAT_VECTORS, told, 3)


def test_a_layer_without_vectors_is_saved_as_before(coder: EventCoder) -> None:
    plain = train(TEXTS, LABELS, coder, lang="en")
    with np.load(io.BytesIO(plain.to_bytes()), allow_pickle=False) as held:
        assert set(held.files) == {"head", "idf", "weights"}
        head = json.loads(str(held["head"]))
    assert set(head) == {"format", "lang", "labels", "features"}
    assert head["format"] == FORMAT
    assert plain.centre is None


def test_each_model_and_mean_gives_the_layer_another_digest(coder: EventCoder, layer: LinearCoder) -> None:
    others = [Weather(Mark("weather", "cd" * 32, "mean")), Weather(Mark("weather", "ab" * 32, "cls")), None]
    digests = {train(TEXTS, LABELS, coder, lang="en", model=model).digest for model in others}
    assert len(digests | {layer.digest}) == 4
    assert train(TEXTS, LABELS, coder, lang="en", model=Weather(MARK._replace(name="moved"))).digest == layer.digest


@pytest.mark.parametrize(("part", "value"), [("mean", np.zeros(2)), ("mean", np.full(3, np.nan)), ("weights", np.zeros((2, 2)))])
def test_a_layer_whose_vectors_do_not_fit_is_an_error(tmp_path: Path, layer: LinearCoder, part: str, value: Floats) -> None:
    path = _saved(layer, tmp_path)
    with np.load(path, allow_pickle=False) as held:
        parts = {name: held[name] for name in held.files}
    np.savez_compressed(path, **(parts | {part: value}))
    with pytest.raises(CodingError, match="train-coder"):
        load_linear(path)


def test_a_layer_with_vectors_reads_with_its_own_model_alone(tmp_path: Path, layer: LinearCoder) -> None:
    path = _saved(layer, tmp_path)
    with pytest.raises(CodingError, match=r"weather \(weights abababab, mean\).*--sentence-model.*sentence_model in marsad\.toml"):
        LayeredReader(path)
    for other in (MARK._replace(sha256="cd" * 32), MARK._replace(pooling="cls")):
        with pytest.raises(CodingError, match=r"not the one that the layer was trained with.*abababab"):
            LayeredReader(path, model=Weather(other))
    model = Weather(MARK._replace(name="moved"))
    reader = LayeredReader(path, model=model)
    assert reader.name == f"rules+linear:{layer.digest}"
    text = "Gunmen killed three soldiers near Gao in snow."
    assert [(event.type, event.coder) for event in only(reader.read(document(text, "en")), Event)] == [("ASSAULT", reader.name)]
    assert model.asked == [text]
    assert not only(reader.read(document("Gunmen killed three soldiers near Gao in heat.", "en")), Event)


def test_scores_need_vectors_of_the_same_model(coder: EventCoder, layer: LinearCoder) -> None:
    with pytest.raises(CodingError, match="needs the sentence model"):
        layer.scores(["Sun."], coder)
    with pytest.raises(CodingError, match="needs the sentence model"):
        layer.row_scores([{}])
    with pytest.raises(CodingError, match="not the one"):
        layer.row_scores([{}], Vectors(MARK._replace(sha256="cd" * 32), np.zeros((1, 3))))


def test_the_model_is_asked_only_by_a_layer_that_was_trained_with_it(tmp_path: Path, coder: EventCoder, layer: LinearCoder) -> None:
    silent = Weather(error=AssertionError("asked"))
    plain = _saved(train(TEXTS, LABELS, coder, lang="en"), tmp_path)
    assert LayeredReader(plain, model=silent).read(document("Gunmen killed three soldiers near Gao.", "en"))
    arabic = LayeredReader(_saved(layer, tmp_path), model=silent).read(document("قتل مسلحون ثلاثة جنود قرب غاو يوم الجمعة.", "ar"))
    assert [event.coder for event in only(arabic, Event)] == ["rules"]
