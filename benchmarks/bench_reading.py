"""Scores the event coder on the gold beside the human ceiling and other coders: python benchmarks/bench_reading.py [--linear] [GOLD].

With --linear also the optional linear layer; with --sentence-model FOLDER once more with the vectors of that model.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from marsad.base.records import QUAD_CLASS, Language, Span
from marsad.base.script import tokenize
from marsad.coding.drafts import EventDraft, Sentence
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon

GOLD = Path(__file__).resolve().parents[1] / "../shared/data/gold"
FOLDS = 3  # documents whose hash is 0 modulo this: never read, no weight fitted on them (thresholds were chosen with their scores in view)
OLD_TYPES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
CLASSES = {"none": 0, "verbal_cooperation": 1, "material_cooperation": 2, "verbal_conflict": 3, "material_conflict": 4}
OLD_MODES = {
    "riot-spon": "riot", "demo-spon": "demo", "strike-hun": "hunger", "strike-gen": "strike", "assassinate": "targeted", "ban": "restrict",
    "host": None, "other": None,
}  # fmt: skip
"""Mode names of the gold records that are no names of the manual's; None: nothing stands for it today."""

OLD_CONTEXTS = {
    "resource": {"natural_resource"}, "resources": {"natural_resource"}, "refugee": {"asylum", "migration"},
    "refugees": {"asylum", "migration"}, "rights": {"human_rights", "rights_freedoms"}, "assets": {"economic"},
    "political": {"political_institutions", "executive", "legislative"}, "politics": {"political_institutions", "executive", "legislative"},
    "government": {"political_institutions", "executive", "legislative"}, "historical": set(),
}  # fmt: skip
"""Context names of the gold records, and any of today's that is right for each."""

UNREAL = frozenset(["negated", "future", "hypothetical"])

ASKED = {
    "ASSAULT D3": ".75", "ASSAULT D2": ".64", "PROTEST D3": ".52", "PROTEST D2": ".45", "UN ar": ".46", "UN en": ".48",
    "PLOVER type": ".65", "UN ar +layer": ".58", "UN en +layer": ".61",
    "UN ar +model": ".58", "UN en +model": ".61",
}  # fmt: skip
"""What each figure should at least be."""

PEERS = {
    "ASSAULT D3": "one human .685; 18 patterns .739; TF-IDF .796; UniversalPetrarch verbs .24-.29",
    "ASSAULT D2": "18 patterns .637; TF-IDF .660",
    "PROTEST D3": "one human .473; 17 patterns .496; TF-IDF .455; UniversalPetrarch verbs .01-.02",
    "PROTEST D2": "17 patterns .431; TF-IDF .368",
    "UN ar": "patterns thought to reach .45-.50; TF-IDF .553; AraBERT .510; ConfliBERT-Arabic .629",
    "UN en": "TF-IDF .582; ConfliBERT .661",
    "PLOVER type": "Mistral-7B .53 zero-shot, .76 tuned (other data); ZSP .835 (15 roots)",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A score on the whole developers' half, on the part used for writing, and on the part kept unseen."""

    name: str
    whole: float
    write: float
    held: float


def held_out(key: str) -> bool:
    """Whether a document belongs to the unseen third."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS == 0


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """F1 of the yes class over (gold, found)."""
    pairs = list(pairs)
    hit = sum(gold and found for gold, found in pairs)
    either = sum(gold for gold, _ in pairs) + sum(found for _, found in pairs)
    return 2 * hit / either if either else 0.0


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Mean F1 over the classes of the gold."""
    labels = sorted({gold for gold, _ in pairs})
    return sum(f1((gold == label, found == label) for gold, found in pairs) for label in labels) / len(labels)


class Reader:
    """Sentences to drafts with the shipped lexicon."""

    def __init__(self) -> None:
        self.coder = EventCoder(load_lexicon())
        self.sentences = 0
        self.seconds = 0.0

    def drafts(self, text: str, lang: Language) -> list[EventDraft]:
        """Event drafts of one line."""
        started = time.process_time()
        drafts, _ = self.coder.code_sentence(Sentence(text, Span(0, len(text)), tuple(tokenize(text)), lang))
        self.seconds += time.process_time() - started
        self.sentences += 1
        return drafts


def split(name: str, rows: Sequence[tuple[bool, tuple[int, int]]], score: Callable[[Sequence[tuple[int, int]]], float]) -> Figure:
    """A figure from (held out, (gold, found)) rows."""
    return Figure(
        name,
        score([pair for _, pair in rows]),
        score([pair for held, pair in rows if not held]),
        score([pair for held, pair in rows if held]),
    )


def document(id_: str) -> str:
    """The document that a sentence of arabic_event_gsr comes from."""
    return id_.rsplit("-", 1)[0] if id_.startswith("AAW") else id_.rsplit("_", 1)[0]


def presence(reader: Reader, gold: Path, type_: str) -> list[Figure]:
    """Presence of a type per sentence: D3 majority readings, D2 unanimous yes against every no."""
    with (gold / f"arabic_event_gsr/{type_.lower()}_gsr.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [any(d.type == type_ and not UNREAL & set(d.flags) for d in reader.drafts(row["text"], "ar")) for row in rows]
    figures = []
    for name in ("D3", "D2"):
        judged = []
        for row, present in zip(rows, found, strict=True):
            yes, no = int(row["accept"]), int(row["reject"])
            skip = yes == no if name == "D3" else row["label"] == "ambiguous"
            if not skip:
                truth = yes > no if name == "D3" else row["label"] == "yes"
                judged.append((held_out(document(row["id"])), (int(truth), int(present))))
        figures.append(split(f"{type_} {name}", judged, lambda pairs: f1((bool(a), bool(b)) for a, b in pairs)))
    return figures


def un_rows(gold: Path, lang: str) -> list[tuple[bool, str, int]]:
    """(held out, sentence, class from 0) of the UN set; the hash is of the English twin, so that twins fall in one fold."""
    files = {name: (gold / f"un_quad_class/{name}.tsv").read_text(encoding="utf-8").splitlines()[1:] for name in ("en", lang)}
    out = []
    for twin, line in zip(files["en"], files[lang], strict=True):
        text, label = line.rsplit("\t", 1)
        out.append((held_out(twin.rsplit("\t", 1)[0]), text, CLASSES[label]))
    return out


def un_classes(reader: Reader, gold: Path, lang: Language) -> Figure:
    """Five classes of UN sentences by the quad class of the main event; no event is the class none."""
    rows = []
    for held, text, label in un_rows(gold, lang):
        drafts = reader.drafts(text, lang)
        rows.append((held, (label, QUAD_CLASS[drafts[0].type] if drafts else 0)))
    return split(f"UN {lang}", rows, macro_f1)


def plover_types(reader: Reader, gold: Path) -> Figure:
    """Share of PLOVER gold records whose main event has the right type."""
    rows = []
    for record in json.loads((gold / "plover_gsr/records.json").read_text(encoding="utf-8")):
        drafts = reader.drafts(record["text"], "en")
        right = bool(drafts) and drafts[0].type == OLD_TYPES.get(record["event"], record["event"])
        rows.append((held_out(record["id"]), (1, int(right))))
    return split("PLOVER type", rows, lambda pairs: sum(found for _, found in pairs) / len(pairs))


def plover_modes(reader: Reader, gold: Path) -> Figure:
    """Share of the gold records with a mode whose events carry that mode."""
    rows = []
    for record in json.loads((gold / "plover_gsr/records.json").read_text(encoding="utf-8")):
        mode = OLD_MODES.get(record.get("mode") or "other", record.get("mode"))
        if mode:
            found = {one for draft in reader.drafts(record["text"], "en") for one in draft.modes}
            rows.append((held_out(record["id"]), (1, int(mode in found))))
    return split("PLOVER mode", rows, lambda pairs: sum(found for _, found in pairs) / len(pairs))


def plover_contexts(reader: Reader, gold: Path) -> Figure:
    """Share of the gold records' contexts that the main event carries, under any of the names that stand for them today."""
    rows = []
    for record in json.loads((gold / "plover_gsr/records.json").read_text(encoding="utf-8")):
        drafts = reader.drafts(record["text"], "en")
        found = set(drafts[0].contexts) if drafts else set()
        for name in str(record.get("context") or "").split(","):
            right = OLD_CONTEXTS.get(name.strip(), {name.strip()})
            if name.strip() and right:
                rows.append((held_out(record["id"]), (1, int(bool(found & right)))))
    return split("PLOVER context", rows, lambda pairs: sum(found for _, found in pairs) / len(pairs))


def linear_figures(reader: Reader, gold: Path, folds: int = 5, sentence_model: Path | None = None) -> list[Figure]:
    """The optional linear layer, cross-validated; twins of two languages and near-duplicates in either stay in one fold."""
    from marsad.coding.linear_features import FeatureReader
    from marsad.coding.linear_scores import cross_validate, folds_of, near_duplicates
    from marsad.coding.linear_vectors import Vectors
    from marsad.coding.sentence_model import LocalSentenceModel

    model = LocalSentenceModel(sentence_model) if sentence_model else None

    twins = [text for _, text, _ in un_rows(gold, "en")]
    groups = near_duplicates([text for _, text, _ in un_rows(gold, "ar")], near_duplicates(twins))
    languages: tuple[Language, ...] = ("ar", "en")
    figures = []
    for lang in languages:
        rows = un_rows(gold, lang)
        labels = [str(label) for _, _, label in rows]
        features = FeatureReader(reader.coder, lang)
        read = [features.read(text) for _, text, _ in rows]
        ways = {"layer": None, **({"model": Vectors.of(model, [text for _, text, _ in rows])} if model else {})}
        for name, vectors in ways.items():
            told = cross_validate(read, labels, folds_of(twins, labels, groups, folds), lang, vectors)
            pairs = [(held, (label, int(guess))) for (held, _, label), guess in zip(rows, told, strict=True)]
            figures.append(split(f"UN {lang} +{name}", pairs, macro_f1))
    return figures


def all_figures(gold: Path, reader: Reader | None = None) -> list[Figure]:
    """Every figure of the rules alone."""
    reader = reader or Reader()
    return [
        *presence(reader, gold, "ASSAULT"),
        *presence(reader, gold, "PROTEST"),
        un_classes(reader, gold, "ar"),
        un_classes(reader, gold, "en"),
        plover_types(reader, gold),
        plover_modes(reader, gold),
        plover_contexts(reader, gold),
    ]


def _print(figure: Figure, others: str) -> None:
    asked = ASKED.get(figure.name, "-")
    print(f"{figure.name:15}{figure.whole:7.3f}{figure.write:7.3f}{figure.held:8.3f}{asked:>7}   {others}")


def main() -> None:
    """Prints the table."""
    ask = argparse.ArgumentParser(description="Scores the event coder on the gold.")
    ask.add_argument("gold", nargs="?", type=Path, default=GOLD)
    ask.add_argument("--linear", action="store_true", help="also the optional linear layer, cross-validated")
    ask.add_argument("--sentence-model", type=Path, help="folder of a sentence model: the linear layer with its vectors, too")
    given = ask.parse_args()
    gold = given.gold
    reader = Reader()
    print(f"{'figure':15}{'whole':>7}{'write':>7}{'unseen':>8}{'asked':>7}   others on the same task")
    for figure in all_figures(gold, reader):
        _print(figure, PEERS.get(figure.name, ""))
    print(f"{reader.sentences / reader.seconds:,.0f} sentences/s on one core, tokens to drafts")
    if given.linear or given.sentence_model:
        for figure in linear_figures(reader, gold, sentence_model=given.sentence_model):
            _print(figure, f"five-fold; {PEERS.get(figure.name[:5], '')}")


if __name__ == "__main__":
    main()
