"""Judged sentences into a trained layer, with its cross-validated figures beside those of the rules alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from marsad.base.records import QUAD_CLASS, Language, Span
from marsad.verbs.report import Report, Tell

if TYPE_CHECKING:
    from marsad.coding.events import EventCoder
    from marsad.coding.linear_scores import Scores
    from marsad.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRequest:
    """Where judged sentences lie, and where the layer goes."""

    sentences: Path
    lang: str
    out: Path
    folds: int = 5
    text_column: str = "text"
    label_column: str = "label"
    group_column: str | None = None


def train_coder(settings: Settings, request: TrainRequest, tell: Tell) -> Report:
    """Cross-validate, train on everything, write the layer; with a sentence model in the settings, once more without it beside it.

    Raises:
        CodingError: the table cannot be used; the message names the line. Or the sentence model cannot.
        StoreError: the layer cannot be written.
    """
    from marsad.coding.events import EventCoder
    from marsad.coding.lexicon import load_lexicon
    from marsad.coding.linear import train_rows
    from marsad.coding.linear_features import FeatureReader
    from marsad.coding.linear_gold import Columns, read_gold
    from marsad.coding.linear_scores import Scores, cross_validate, folds_of, near_duplicates
    from marsad.coding.linear_vectors import Vectors
    from marsad.store.files import write_whole
    from marsad.verbs.readers import chosen_sentence_model

    model = chosen_sentence_model(settings)
    gold = read_gold(request.sentences, Columns(text=request.text_column, label=request.label_column, group=request.group_column))
    lang = cast(Language, request.lang)
    coder = EventCoder(load_lexicon(settings.lexicons))
    reader = FeatureReader(coder, lang)
    rows = [reader.read(text) for text in gold.texts]
    groups = near_duplicates(gold.texts, gold.groups or None)
    tell(f"{len(rows):,} sentences, {len(set(groups)):,} apart from near-duplicates; {request.folds} folds")
    folds = folds_of(gold.texts, gold.labels, groups, request.folds)
    if model:
        tell(f"the sentence model {model.mark.says} reads them; a small one some fifty a second on one core")
    vectors = Vectors.of(model, gold.texts) if model else None
    ways = {"layer": vectors, "without": None} if vectors else {"layer": None}
    figures = {name: Scores.of(gold.labels, cross_validate(rows, gold.labels, folds, lang, one)) for name, one in ways.items()}
    figures["rules"] = Scores.of(gold.labels, _by_rules(gold.texts, lang, coder))
    figures["majority"] = Scores.of(gold.labels, [Counter(gold.labels).most_common(1)[0][0]] * len(rows))
    layer = train_rows(rows, gold.labels, lang, vectors)
    write_whole(request.out, layer.to_bytes())
    values = {"out": str(request.out), "coder": f"rules+linear:{layer.digest}", "lang": lang, "sentences": len(rows),
              "groups": len(set(groups)), "folds": request.folds, **{name: _values(one) for name, one in figures.items()}}  # fmt: skip
    read, beside = f"marsad read --coder {request.out}", []
    if layer.centre:
        width, mark = len(layer.centre.mean), layer.centre.mark
        beside = [f"layer: with {width:,} numbers a sentence by {mark.says}; without: the same layer without them"]
        values["sentence_model"] = {**mark._asdict(), "width": width}
        read += f" --sentence-model {settings.sentence_model}"
    last = f"{request.out}: rules+linear:{layer.digest}, {len(layer.features):,} features; read with `{read}`"
    return Report((*_table(figures), *beside, "", *_confusion(figures["layer"]), "", last), values)


def _by_rules(texts: Sequence[str], lang: Language, coder: EventCoder) -> list[str]:
    """The class of the main event that the rules alone find; none where they find no event."""
    from marsad.base.script import tokenize
    from marsad.coding.drafts import Sentence
    from marsad.coding.linear_reading import CLASSES, NONE

    names = {number: name for name, number in CLASSES.items()}
    told = []
    for text in texts:
        drafts, _ = coder.code_sentence(Sentence(text, Span(0, len(text)), tuple(tokenize(text)), lang))
        told.append(names[QUAD_CLASS[drafts[0].type]] if drafts else NONE)
    return told


def _table(figures: dict[str, Scores]) -> list[str]:
    layer = figures["layer"]
    held = [label for label, row in zip(layer.labels, layer.confusion, strict=True) if sum(row)]
    lines = [f"{'F1, cross-validated':24}" + "".join(f"{name:>10}" for name in figures) + f"{'sentences':>11}"]
    for label in held:
        count = sum(layer.confusion[layer.labels.index(label)])
        scores = "".join(f"{one.f1(label) if label in one.labels else 0.0:10.3f}" for one in figures.values())
        lines.append(f"{label:24}{scores}{count:11,}")
    return [*lines, f"{'macro':24}" + "".join(f"{one.macro_f1:10.3f}" for one in figures.values())]


def _confusion(scores: Scores) -> list[str]:
    """Rows what is right, columns what the layer told, by the number that stands before the row."""
    head = "right / told".ljust(24) + "".join(f"{at:>7}" for at in range(1, len(scores.labels) + 1))
    rows = [
        f"{at} {label:22}" + "".join(f"{count:7,}" for count in counts)
        for at, (label, counts) in enumerate(zip(scores.labels, scores.confusion, strict=True), start=1)
    ]
    return [head, *rows]


def _values(scores: Scores) -> dict[str, Any]:
    return {
        "macro_f1": round(scores.macro_f1, 4),
        "f1": {label: round(scores.f1(label), 4) for label in scores.labels},
        "labels": list(scores.labels),
        "confusion": [list(row) for row in scores.confusion],
    }
