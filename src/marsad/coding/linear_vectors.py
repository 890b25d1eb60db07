"""What the linear layer holds of a sentence model: which one it was trained with, and where the middle of its vectors lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from marsad.base.errors import CodingError

Floats = npt.NDArray[np.float64]


def of_length_one(values: Floats) -> Floats:
    """Each row scaled to length 1; a row of zeros stays as it is. Shape as given."""
    lengths: Floats = np.linalg.norm(values, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    return values / lengths


class Mark(NamedTuple):
    """Tells a sentence model from others.

    Attributes:
        name: of its folder; for people to read, and never compared.
        sha256: of its weights.
        pooling: how a sentence's vector comes from those of its tokens: mean or cls.
    """

    name: str
    sha256: str
    pooling: str

    @property
    def says(self) -> str:
        """The model in words."""
        return f"{self.name} (weights {self.sha256[:8]}, {self.pooling})"


class SentenceModel(Protocol):
    """Whatever gives sentences vectors."""

    @property
    def mark(self) -> Mark:
        """Which model it is."""
        ...

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Vectors of shape (texts, width), finite; a text's vector is the same whatever stands beside it."""
        ...


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sentences as a model sees them; `values` has the shape (sentences, width)."""

    mark: Mark
    values: Floats

    @classmethod
    def of(cls, model: SentenceModel, texts: Sequence[str]) -> Vectors:
        """The vectors of sentences."""
        return cls(model.mark, model(texts))

    def at(self, places: Sequence[int]) -> Vectors:
        """Those of some of the sentences."""
        return Vectors(self.mark, self.values[list(places)])


@dataclass(frozen=True, slots=True)
class Centre:
    """The mean of the vectors that a layer was trained on, shape (width,), and the model that gave them.

    What all sentences of one register share fills most of a vector; what is left without it tells them apart.
    """

    mark: Mark
    mean: Floats

    @classmethod
    def of(cls, vectors: Vectors) -> Centre:
        """The middle of the training sentences."""
        return cls(vectors.mark, vectors.values.mean(axis=0))

    def block(self, values: Floats) -> Floats:
        """Vectors without the mean, each of length 1, as words are; the mean itself becomes zeros. Shape as given."""
        return of_length_one(values - self.mean)

    def check(self, mark: Mark | None) -> None:
        """Whether this model gives the vectors that the layer learned from.

        Raises:
            CodingError: it is another one, or none is given.
        """
        give = f"give the folder of {self.mark.says}: --sentence-model, or sentence_model in marsad.toml"
        if mark is None:
            raise CodingError(f"the trained layer needs the sentence model that it was trained with: {give}")
        if mark[1:] != self.mark[1:]:
            raise CodingError(f"the sentence model {mark.says} is not the one that the layer was trained with: {give}")
