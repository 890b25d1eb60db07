"""What limits the linear layer on the UN sentences: python benchmarks/bench_linear.py [--sentence-model FOLDER] [GOLD].

Prints the five-class macro-F1 under several ways to cut the folds, by the number of sentences learned from, with both languages' layers
added together (which no reader of one language can do), and how often the judges gave near-duplicates the same class.
With a sentence model also what its vectors add, and how fast it is.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean, stdev

import numpy as np

from bench_reading import GOLD, un_rows
from marsad.base.records import Language
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon
from marsad.coding.linear import Row, train_rows
from marsad.coding.linear_features import FeatureReader
from marsad.coding.linear_scores import Scores, near_duplicates
from marsad.coding.linear_vectors import Floats, Vectors
from marsad.coding.sentence_model import LocalSentenceModel

LANGUAGES: tuple[Language, ...] = ("ar", "en")
CUTS = 5  # ways to cut the folds
FOLDS = 5
SHARES = (1 / 8, 1 / 4, 1 / 2, 1.0)  # of the sentences outside the fold


def cut(labels: Sequence[str], groups: Sequence[int], seed: int) -> list[int]:
    """A fold for each sentence: groups whole, labels spread evenly, otherwise by lot."""
    draw, members = Random(seed), defaultdict(list)
    for at, group in enumerate(groups):
        members[group].append(at)
    out = [0] * len(labels)
    for turn, inside in enumerate(sorted(members.values(), key=lambda inside: (labels[inside[0]], draw.random()))):
        for at in inside:
            out[at] = turn % FOLDS
    return out


@dataclass(frozen=True, slots=True)
class Seen:
    """What a layer may know of the sentences of one language; `vectors` where a sentence model reads them too."""

    lang: Language
    rows: Sequence[Row]
    labels: Sequence[str]
    vectors: Vectors | None = None


def told(seen: Seen, folds: Sequence[int], share: float = 1.0) -> Floats:
    """Scores of layers that learned from a share of the other folds; shape (sentences, labels in the order of their names)."""
    rows, labels, vectors = seen.rows, seen.labels, seen.vectors
    out = np.zeros((len(rows), len(set(labels))))
    for fold in range(FOLDS):
        inside = [at for at, own in enumerate(folds) if own != fold]
        inside = sorted(Random(fold).sample(inside, round(share * len(inside))))
        outside = [at for at, own in enumerate(folds) if own == fold]
        own = vectors.at(inside) if vectors else None
        layer = train_rows([rows[at] for at in inside], [labels[at] for at in inside], seen.lang, own)
        out[outside] = layer.row_scores([rows[at] for at in outside], vectors.at(outside) if vectors else None)
    return out


def macro(labels: Sequence[str], scores: Floats) -> float:
    """Macro-F1 of the label with the greatest score."""
    names = sorted(set(labels))
    return Scores.of(labels, [names[best] for best in scores.argmax(axis=1)]).macro_f1


def judges(labels: Sequence[str], groups: Sequence[int]) -> tuple[int, int]:
    """Pairs of near-duplicates, and those of one class."""
    members = defaultdict(list)
    for label, group in zip(labels, groups, strict=True):
        members[group].append(label)
    pairs = [one == other for inside in members.values() for one, other in combinations(inside, 2)]
    return len(pairs), sum(pairs)


def with_model(seen: Seen, texts: Sequence[str], cuts: Sequence[Sequence[int]], model: LocalSentenceModel) -> None:
    """Prints the speed of a sentence model and the figures of the layer with its vectors."""
    model(texts[:1])
    begun = time.process_time()
    vectors = Vectors.of(model, texts)
    speed = len(texts) / (time.process_time() - begun)
    reached = [macro(seen.labels, told(replace(seen, vectors=vectors), folds)) for folds in cuts]
    print(f"{seen.lang}    {mean(reached):.3f} {stdev(reached):.3f}   with {model.mark.says}; {speed:,.0f} sentences/s on one core")


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description="What limits the linear layer on the UN sentences.")
    ask.add_argument("gold", nargs="?", type=Path, default=GOLD)
    ask.add_argument("--sentence-model", type=Path, help="folder of a sentence model: the layer with its vectors, too")
    given = ask.parse_args()
    gold = given.gold
    coder = EventCoder(load_lexicon())
    held = {lang: un_rows(gold, lang) for lang in LANGUAGES}
    labels = [str(label) for _, _, label in held["en"]]
    groups = near_duplicates([text for _, text, _ in held["ar"]], near_duplicates([text for _, text, _ in held["en"]]))
    seen = {lang: Seen(lang, [FeatureReader(coder, lang).read(text) for _, text, _ in held[lang]], labels) for lang in LANGUAGES}
    cuts = [cut(labels, groups, seed) for seed in range(CUTS)]
    scores = {lang: [told(seen[lang], folds) for folds in cuts] for lang in LANGUAGES}
    print(f"macro-F1 of five classes, {len(labels):,} sentences, {CUTS} ways to cut {FOLDS} folds: mean and standard deviation")
    for lang in LANGUAGES:
        reached = [macro(labels, one) for one in scores[lang]]
        print(f"{lang}    {mean(reached):.3f} {stdev(reached):.3f}")
        if given.sentence_model:
            with_model(seen[lang], [text for _, text, _ in held[lang]], cuts, LocalSentenceModel(given.sentence_model))
    both = [(one, other) for one, other in zip(scores["ar"], scores["en"], strict=True)]
    reached = [macro(labels, one + other) for one, other in both]
    print(f"both  {mean(reached):.3f} {stdev(reached):.3f}   layers of both languages added")
    same = [(one.argmax(axis=1) == other.argmax(axis=1), one.argmax(axis=1)) for one, other in both]
    right = np.array([sorted(set(labels)).index(label) for label in labels])
    print(f"the two say the same of {mean(float(agree.mean()) for agree, _ in same):.0%};", end=" ")
    print(f"of these they have right {mean(float((best == right)[agree].mean()) for agree, best in same):.0%}")
    pairs, alike = judges(labels, groups)
    print(f"near-duplicates: {pairs} pairs, the judges gave {alike / pairs:.0%} of them one class")
    print("by sentences learned from, on the first cut:")
    for lang in LANGUAGES:
        told_of = [(share, macro(labels, told(seen[lang], cuts[0], share))) for share in SHARES]
        print(f"{lang}  " + "  ".join(f"{share * len(labels) * (FOLDS - 1) / FOLDS:,.0f} {reached:.3f}" for share, reached in told_of))


if __name__ == "__main__":
    main()
