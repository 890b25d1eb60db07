"""The optional linear layer: TF-IDF over words and characters beside the coder's own frames, trained on the reader's own gold.

Nothing trained is shipped. A trained layer is saved as arrays and JSON, so that loading one runs no code.
"""

from __future__ import annotations

import io
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from marsad.base.errors import CodingError
from marsad.base.script import cuts, tokenize
from marsad.coding.events import EventCoder
from marsad.coding.triggers import Hits

_WORDS_MOST = 40_000  # features kept of each kind, the most frequent first
_SEEN_LEAST = 2  # a feature in fewer sentences only fits that sentence
_CHARS = (3, 4)  # lengths of character stretches inside words
_CHARACTERS_MOST = 4_000  # a longer text is read to here: keeps the time per sentence bounded
_STRENGTH = 0.8  # inverse of the penalty
FORMAT = "marsad-linear-1"

_LENGTHS = {"w": 1.0, "c": 1.0, "f": 0.5}  # each kind of feature is scaled to this length: many characters do not drown few frames

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LinearCoder:
    """A trained layer: feature names with their inverse document frequency, and a weight for each feature and label.

    Attributes:
        weights: shape (features + 1, labels); the last row is the intercept.
    """

    labels: tuple[str, ...]
    features: Mapping[str, int]
    idf: Floats
    weights: Floats

    def scores(self, texts: Sequence[str], coder: EventCoder) -> Floats:
        """Log odds up to a constant, shape (texts, labels)."""
        out = np.empty((len(texts), len(self.labels)))
        for row, text in enumerate(texts):
            columns, values = self._vector(features_of(text, coder))
            out[row] = values @ self.weights[columns] + self.weights[-1] if len(columns) else self.weights[-1]
        return out

    def predict(self, texts: Sequence[str], coder: EventCoder) -> list[str]:
        """The likeliest label of each text."""
        return [self.labels[best] for best in self.scores(texts, coder).argmax(axis=1)]

    def _vector(self, counts: Mapping[str, float]) -> tuple[npt.NDArray[np.intp], Floats]:
        known = [(self.features[name], name, value) for name, value in counts.items() if name in self.features]
        columns = np.array([column for column, _, _ in known], dtype=np.intp)
        values = np.array([value for _, _, value in known]) * self.idf[columns] if known else np.zeros(0)
        return columns, _by_kind([name[0] for _, name, _ in known], values)

    def to_bytes(self) -> bytes:
        """The layer as an .npz file: arrays and one JSON text, no pickled objects. Who writes it to disk is the caller's matter."""
        head = {"format": FORMAT, "labels": list(self.labels), "features": sorted(self.features, key=lambda name: self.features[name])}
        buffer = io.BytesIO()
        np.savez_compressed(buffer, head=np.array(json.dumps(head, ensure_ascii=False)), idf=self.idf, weights=self.weights)
        return buffer.getvalue()


def load_linear(path: str | Path) -> LinearCoder:
    """A layer from its .npz file.

    Raises:
        CodingError: the file cannot be read, or its parts do not fit together.
    """
    try:
        with np.load(path, allow_pickle=False) as held:
            head: dict[str, Any] = json.loads(str(held["head"]))
            idf, weights = np.asarray(held["idf"], dtype=float), np.asarray(held["weights"], dtype=float)
    except (OSError, ValueError, KeyError) as wrong:
        raise CodingError(f"{path}: no trained layer can be read from it ({wrong}): train one with `marsad train-coder`") from wrong
    names, labels = head.get("features", []), tuple(head.get("labels", []))
    if head.get("format") != FORMAT or idf.shape != (len(names),) or weights.shape != (len(names) + 1, len(labels)):
        raise CodingError(f"{path}: the trained layer is of another version or broken: train it again with `marsad train-coder`")
    return LinearCoder(labels, {name: i for i, name in enumerate(names)}, idf, weights)


def features_of(text: str, coder: EventCoder) -> dict[str, float]:
    """Features of one sentence: `w` words and pairs, `c` stretches of characters, `f` frames and senses."""
    tokens = [t for t in tokenize(text[:_CHARACTERS_MOST]) if t.script != "punct"]
    keys = [cuts(t.key)[-1].stem if t.script == "arabic" else t.key for t in tokens]
    counts: Counter[str] = Counter()
    for key, following in zip(keys, [*keys[1:], ""], strict=True):
        counts[f"w{key}"] += 1
        counts[f"w{key} {following}"] += 1
    for token in tokens:
        padded = f" {token.key} "
        for size in _CHARS:
            for at in range(len(padded) - size + 1):
                counts[f"c{padded[at : at + size]}"] += 1
    found: dict[str, float] = {name: 1 + math.log(count) for name, count in counts.items()}
    hits: Hits = coder.vocabulary.find(tokens)
    evidence = coder.evidence(hits)
    names = {sense: name for name, sense in coder.vocabulary.senses.items()}
    found.update({f"f{one.frame.id}": 1.0 for one in evidence.fired})
    found.update({f"fs {names[sense]}": 1.0 for sense in hits})
    return found


def train(sentences: Sequence[str], labels: Sequence[str], coder: EventCoder) -> LinearCoder:
    """Fits the layer by multinomial logistic regression.

    Args:
        sentences: texts, one for each label.
        labels: any names; at least two different ones, each at least twice.
        coder: the rule coder whose frames are features.

    Raises:
        CodingError: the lists differ in length, or a label is too rare to learn from.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    seen = Counter(labels)
    if len(sentences) != len(labels):
        raise CodingError(f"{len(sentences)} sentences but {len(labels)} labels: give one label for each sentence")
    if len(seen) < 2 or min(seen.values()) < 2:
        raise CodingError(f"training needs two labels or more, each on two sentences or more; got {dict(seen)}")
    rows = [features_of(text, coder) for text in sentences]
    features, idf = _vocabulary(rows)
    blank = LinearCoder(tuple(sorted(seen)), features, idf, np.zeros((len(features) + 1, len(seen))))
    vectors = [blank._vector(row) for row in rows]
    matrix = csr_matrix(
        (
            np.concatenate([values for _, values in vectors]),
            np.concatenate([columns for columns, _ in vectors]),
            np.cumsum([0, *(len(columns) for columns, _ in vectors)]),
        ),
        shape=(len(rows), len(features)),
    )
    model = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=200)
    model.fit(matrix, [blank.labels.index(label) for label in labels])
    weights = np.vstack([model.coef_.T, model.intercept_])
    if weights.shape[1] == 1:
        weights = np.hstack([np.zeros_like(weights), weights])
    return LinearCoder(blank.labels, features, idf, weights)


def _vocabulary(rows: Sequence[Mapping[str, float]]) -> tuple[dict[str, int], Floats]:
    seen: Counter[str] = Counter(name for row in rows for name in row)
    names: list[str] = []
    for kind in "wcf":
        own = [(count, name) for name, count in seen.items() if name[0] == kind and count >= _SEEN_LEAST]
        names += [name for _, name in sorted(own, key=lambda item: (-item[0], item[1]))[:_WORDS_MOST]]
    idf = np.array([1 + math.log((1 + len(rows)) / (1 + seen[name])) for name in names])
    return {name: i for i, name in enumerate(names)}, idf


def _by_kind(kinds: Iterable[str], values: Floats) -> Floats:
    """Each kind of feature scaled to its length in `_LENGTHS`."""
    marks = np.array(list(kinds))
    out = values.copy()
    for kind, target in _LENGTHS.items():
        inside = marks == kind
        length = float(np.sqrt((out[inside] ** 2).sum())) if inside.any() else 0.0
        if length > 0:
            out[inside] *= target / length
    return out
