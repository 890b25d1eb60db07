"""How well a linear layer would read sentences it has not seen: cross-validation that keeps near-duplicates in one fold."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from marsad.base.errors import CodingError
from marsad.base.records import Language
from marsad.base.script import tokenize
from marsad.coding.linear import Row, train_rows
from marsad.coding.linear_vectors import Vectors

_ALIKE = 0.5  # shared word pairs as a share of all word pairs of two sentences; from here on they are one text with changes
_PAIRS_COMMON = 200  # a word pair in more sentences than this is a formula and tells nothing of two of them


@dataclass(frozen=True, slots=True)
class Scores:
    """Right labels beside told ones.

    Attributes:
        confusion: shape (labels, labels); rows are what is right, columns what was told.
    """

    labels: tuple[str, ...]
    confusion: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, right: Sequence[str], told: Sequence[str]) -> Scores:
        """Scores of a reading; labels in the order of their names."""
        labels = tuple(sorted({*right, *told}))
        place = {label: at for at, label in enumerate(labels)}
        table = [[0] * len(labels) for _ in labels]
        for a, b in zip(right, told, strict=True):
            table[place[a]][place[b]] += 1
        return cls(labels, tuple(map(tuple, table)))

    def f1(self, label: str) -> float:
        """F1 of one label; 0 where it is neither right nor told."""
        at = self.labels.index(label)
        either = sum(self.confusion[at]) + sum(row[at] for row in self.confusion)
        return 2 * self.confusion[at][at] / either if either else 0.0

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the labels that are right somewhere."""
        held = [label for label, row in zip(self.labels, self.confusion, strict=True) if sum(row)]
        return sum(map(self.f1, held)) / len(held) if held else 0.0


def near_duplicates(texts: Sequence[str], groups: Sequence[Hashable] | None = None) -> list[int]:
    """A number for each text, the same for texts that share half of their word pairs, or a group, directly or over others.

    Args:
        texts: sentences.
        groups: what must stay together anyway, such as the document of each sentence or the key of its translation.
    """
    parent = list(range(len(texts)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[Hashable, int] = {}
    for at, group in enumerate(groups or ()):
        parent[root(at)] = root(first.setdefault(group, at))
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    pairs = [_pairs(text) for text in texts]
    for at, own in enumerate(pairs):
        for pair in own:
            holders[pair].append(at)
    for at, own in enumerate(pairs):
        shared: dict[int, int] = defaultdict(int)
        for pair in own:
            if len(holders[pair]) <= _PAIRS_COMMON:
                for other in holders[pair]:
                    shared[other] += 1
        for other, count in shared.items():
            if other < at and count >= _ALIKE * (len(own) + len(pairs[other]) - count):
                parent[root(at)] = root(other)
    return [root(at) for at in range(len(texts))]


def _pairs(text: str) -> set[tuple[str, str]]:
    keys = [token.key for token in tokenize(text[:4_000]) if token.script != "punct"]
    return set(zip(["", *keys], [*keys, ""], strict=True))


def folds_of(texts: Sequence[str], labels: Sequence[str], groups: Sequence[int], folds: int) -> list[int]:
    """The fold of each text: groups whole, labels spread evenly, the same on every machine and in every order of the texts.

    Raises:
        CodingError: fewer than two folds, or fewer groups than folds.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[group].append(at)
    if not 2 <= folds <= len(members):
        raise CodingError(
            f"{folds} folds of {len(members)} groups of sentences (near-duplicates are one): choose fewer folds, or give more sentences"
        )
    keyed = []
    for inside in members.values():
        key, label = min((hashlib.sha256(texts[at].encode("utf-8", "replace")).hexdigest(), labels[at]) for at in inside)
        keyed.append((label, key, inside))
    out = [0] * len(texts)
    for turn, (_, _, inside) in enumerate(sorted(keyed)):
        for at in inside:
            out[at] = turn % folds
    return out


def cross_validate(
    rows: Sequence[Row], labels: Sequence[str], folds: Sequence[int], lang: Language, vectors: Vectors | None = None
) -> list[str]:
    """What a layer tells of each sentence when it was trained on the other folds alone; the mean of the vectors, too, is theirs alone.

    Raises:
        CodingError: a label is too rare to be learned in every fold.
    """
    told = [""] * len(rows)
    marks = np.asarray(folds)
    for fold in sorted(set(folds)):
        inside: list[int] = np.flatnonzero(marks != fold).tolist()
        outside: list[int] = np.flatnonzero(marks == fold).tolist()
        layer = train_rows([rows[at] for at in inside], [labels[at] for at in inside], lang, vectors.at(inside) if vectors else None)
        best = layer.row_scores([rows[at] for at in outside], vectors.at(outside) if vectors else None).argmax(axis=1)
        for at, column in zip(outside, best, strict=True):
            told[at] = layer.labels[column]
    return told
