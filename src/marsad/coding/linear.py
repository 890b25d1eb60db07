"""The optional linear layer: one linear rule per class over words, characters and the coder's own frames, trained on the reader's own gold.

Who holds a sentence model can add its vectors as a further block.
Nothing trained is shipped. A trained layer is saved as arrays and JSON, so that loading one runs no code.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from marsad.base.errors import CodingError
from marsad.base.records import Language
from marsad.coding.events import EventCoder
from marsad.coding.linear_features import KINDS, FeatureReader
from marsad.coding.linear_vectors import Centre, Floats, Mark, SentenceModel, Vectors

_FEATURES_MOST = 60_000  # features kept of each kind, the most frequent first
_SEEN_LEAST = 2  # a feature in fewer sentences only fits that sentence
_STRENGTH = 0.05  # inverse of the penalty
FORMAT = "marsad-linear-2"
FORMAT_VECTORS = "marsad-linear-3"
"""Of a layer with the vectors of a sentence model; one without them stays of the older format, byte for byte."""

Row = Mapping[str, float]
"""Features of one sentence, as `FeatureReader.read` gives them."""


@dataclass(frozen=True, slots=True)
class LinearCoder:
    """A trained layer: feature names with their inverse document frequency, and a weight for each feature and label.

    Attributes:
        lang: language of the sentences that it was trained on, and of those it reads.
        weights: shape (features + width + 1, labels); the last row is the intercept.
        centre: what it holds of a sentence model, whose vectors are so wide; None, and width 0, where it was trained without one.
        digest: first eight hex digits of the SHA-256 of what was learned; names the layer in records.
    """

    lang: Language
    labels: tuple[str, ...]
    features: Mapping[str, int]
    idf: Floats
    weights: Floats
    centre: Centre | None = None

    @property
    def digest(self) -> str:
        """First eight hex digits of the SHA-256 of what was learned: the layer's name in records."""
        held = hashlib.sha256(json.dumps([self.lang, self.labels, sorted(self.features, key=self.features.__getitem__)]).encode())
        held.update(self.idf.tobytes())
        held.update(self.weights.tobytes())
        if self.centre:
            held.update(json.dumps(self.centre.mark[1:]).encode())
            held.update(self.centre.mean.tobytes())
        return held.hexdigest()[:8]

    def row_scores(self, rows: Sequence[Row], vectors: Vectors | None = None) -> Floats:
        """Signed distances from each label's border, shape (rows, labels); above 0 speaks for the label.

        Raises:
            CodingError: the layer was trained with a sentence model, and these are not its vectors.
        """
        out = np.empty((len(rows), len(self.labels)))
        for at, row in enumerate(rows):
            columns, values = _vector(row, self.features, self.idf)
            out[at] = values @ self.weights[columns] + self.weights[-1]
        if self.centre:
            self.centre.check(vectors.mark if vectors else None)
            if vectors:
                out += self.centre.block(vectors.values) @ self.weights[len(self.features) : -1]
        return out

    def scores(self, texts: Sequence[str], coder: EventCoder, model: SentenceModel | None = None) -> Floats:
        """Signed distances from each label's border, shape (texts, labels); above 0 speaks for the label.

        Raises:
            CodingError: the layer was trained with a sentence model, and `model` is not that one.
        """
        if self.centre:
            self.centre.check(model.mark if model else None)
        reader = FeatureReader(coder, self.lang)
        return self.row_scores([reader.read(text) for text in texts], Vectors.of(model, texts) if self.centre and model else None)

    def predict(self, texts: Sequence[str], coder: EventCoder, model: SentenceModel | None = None) -> list[str]:
        """The likeliest label of each text."""
        return [self.labels[best] for best in self.scores(texts, coder, model).argmax(axis=1)]

    def to_bytes(self) -> bytes:
        """The layer as an .npz file: arrays and one JSON text, no pickled objects. Who writes it to disk is the caller's matter."""
        names = sorted(self.features, key=self.features.__getitem__)
        head: dict[str, Any] = {"format": FORMAT, "lang": self.lang, "labels": list(self.labels), "features": names}
        arrays: dict[str, Any] = {"idf": self.idf, "weights": self.weights}
        if self.centre:
            head |= {"format": FORMAT_VECTORS, "sentence_model": self.centre.mark._asdict(), "width": len(self.centre.mean)}
            arrays["mean"] = self.centre.mean
        buffer = io.BytesIO()
        np.savez_compressed(buffer, head=np.array(json.dumps(head, ensure_ascii=False)), **arrays)
        return buffer.getvalue()


def load_linear(path: str | Path) -> LinearCoder:
    """A layer from its .npz file.

    Raises:
        CodingError: the file cannot be read, or its parts do not fit together.
    """
    again = "train one with `marsad train-coder`"
    try:
        with np.load(path, allow_pickle=False) as held:
            head: dict[str, Any] = json.loads(str(held["head"]))
            idf, weights = np.asarray(held["idf"], dtype=float), np.asarray(held["weights"], dtype=float)
            centre = _centre(head, np.asarray(held["mean"], dtype=float)) if head["format"] == FORMAT_VECTORS else None
        names, labels, lang = [str(name) for name in head["features"]], tuple(map(str, head["labels"])), head["lang"]
    except FileNotFoundError:
        raise CodingError(f"{path}: there is no such file; {again}") from None
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile, zlib.error) as wrong:
        raise CodingError(f"{path}: no trained layer can be read from it ({wrong}); {again}") from wrong
    width = len(centre.mean) if centre else 0
    fits = idf.shape == (len(names),) and weights.shape == (len(names) + width + 1, len(labels)) and np.isfinite(weights).all()
    if head["format"] not in (FORMAT, FORMAT_VECTORS) or lang not in ("ar", "fr", "en") or not fits:
        raise CodingError(f"{path}: the trained layer is of another version or broken; {again}")
    return LinearCoder(lang, labels, {name: at for at, name in enumerate(names)}, idf, weights, centre)


def _centre(head: Mapping[str, Any], mean: Floats) -> Centre:
    if mean.shape != (head["width"],) or not np.isfinite(mean).all():
        raise ValueError("the mean of the vectors is not as wide as they are, or not finite")
    return Centre(Mark(**{key: str(value) for key, value in head["sentence_model"].items()}), mean)


def train(
    sentences: Sequence[str], labels: Sequence[str], coder: EventCoder, *, lang: Language, model: SentenceModel | None = None
) -> LinearCoder:
    """Fits the layer: a linear support vector machine for each label against the rest.

    Args:
        sentences: texts, one for each label.
        labels: any names; at least two different ones, each at least twice.
        coder: the rule coder whose frames are features.
        lang: language of the sentences.
        model: gives sentences vectors, a further block of features; none if None.

    Raises:
        CodingError: the lists differ in length, or a label is too rare to learn from.
    """
    reader = FeatureReader(coder, lang)
    vectors = Vectors.of(model, sentences) if model else None
    return train_rows([reader.read(text) for text in sentences], labels, lang, vectors)


def train_rows(rows: Sequence[Row], labels: Sequence[str], lang: Language, vectors: Vectors | None = None) -> LinearCoder:
    """The same as `train`, from features and vectors made before."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.svm import LinearSVC

    seen = Counter(labels)
    if len(rows) != len(labels):
        raise CodingError(f"{len(rows)} sentences but {len(labels)} labels: give one label for each sentence")
    if len(seen) < 2 or min(seen.values()) < 2:
        raise CodingError(f"training needs two labels or more, each on two sentences or more; got {dict(seen)}")
    features, idf = _vocabulary(rows)
    parts = [_vector(row, features, idf) for row in rows]
    matrix = csr_matrix(
        (
            np.concatenate([values for _, values in parts]),
            np.concatenate([columns for columns, _ in parts]),
            np.cumsum([0, *(len(columns) for columns, _ in parts)]),
        ),
        shape=(len(rows), len(features)),
    )
    centre = Centre.of(vectors) if vectors else None
    if centre and vectors:
        matrix = hstack([matrix, csr_matrix(centre.block(vectors.values))], format="csr")
    names = tuple(sorted(seen))
    model = LinearSVC(C=_STRENGTH, class_weight="balanced", random_state=1)
    model.fit(matrix, [names.index(label) for label in labels])
    weights = np.vstack([model.coef_.T, model.intercept_])
    if weights.shape[1] == 1:
        weights = np.hstack([-weights, weights])
    return LinearCoder(lang, names, features, idf, weights, centre)


def _vocabulary(rows: Sequence[Row]) -> tuple[dict[str, int], Floats]:
    seen: Counter[str] = Counter()
    for row in rows:
        seen.update(row.keys())
    names: list[str] = []
    for kind in KINDS:
        own = [(count, name) for name, count in seen.items() if name[0] == kind and count >= _SEEN_LEAST]
        names += [name for _, name in sorted(own, key=lambda item: (-item[0], item[1]))[:_FEATURES_MOST]]
    idf = np.array([1 + math.log((1 + len(rows)) / (1 + seen[name])) for name in names])
    return {name: at for at, name in enumerate(names)}, idf


def _vector(row: Row, features: Mapping[str, int], idf: Floats) -> tuple[npt.NDArray[np.intp], Floats]:
    """Columns and values of a sentence; each kind of feature is scaled to its length in `KINDS`."""
    columns: list[int] = []
    values: list[float] = []
    squares = dict.fromkeys(KINDS, 0.0)
    kinds: list[str] = []
    for name, count in row.items():
        column = features.get(name)
        if column is not None:
            value = count * idf[column]
            squares[name[0]] += value * value
            columns.append(column)
            values.append(value)
            kinds.append(name[0])
    scale = {kind: KINDS[kind] / math.sqrt(total) if total > 0 else 0.0 for kind, total in squares.items()}
    return np.array(columns, dtype=np.intp), np.array([value * scale[kind] for value, kind in zip(values, kinds, strict=True)])
