"""The codebook an asked model works from: labels, definitions and modes; it can be reordered, renamed and made generic for probes."""

from __future__ import annotations

import json
import random
import string
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from marsad.base.errors import ReaderError
from marsad.base.records import PLOVER_TYPES, Span
from marsad.coding.drafts import Sentence

_PARAGRAPH_MOST = 1500  # characters of the paragraph shown around the sentence: what is understood from farther away is rare


@dataclass(frozen=True, slots=True)
class Label:
    """One line of the codebook: the name a model is shown, the PLOVER type it stands for, what it means."""

    name: str
    type: str
    definition: str
    modes: tuple[str, ...]


@dataclass(frozen=True)
class Codebook:
    """Labels in the order a model is shown them.

    >>> load_codebook().swapped([("AID", "ASSAULT")]).type_of("AID")
    'ASSAULT'
    """

    labels: tuple[Label, ...]

    def __post_init__(self) -> None:
        if len({label.name for label in self.labels}) != len(self.labels) or {label.type for label in self.labels} != set(PLOVER_TYPES):
            raise ReaderError("a codebook needs one label for each of the 16 PLOVER types, and no name twice")

    @cached_property
    def _named(self) -> Mapping[str, Label]:
        return {label.name: label for label in self.labels}

    def label(self, name: str) -> Label | None:
        """The label of that name, or None where the codebook has none."""
        return self._named.get(name)

    def type_of(self, name: str) -> str | None:
        """The PLOVER type that a label's definition stands for."""
        found = self.label(name)
        return found.type if found else None

    def reversed(self) -> Codebook:
        """The same labels, last first."""
        return Codebook(self.labels[::-1])

    def shuffled(self, seed: int) -> Codebook:
        """The same labels in another order; the same seed gives the same order."""
        labels = list(self.labels)
        random.Random(seed).shuffle(labels)
        return Codebook(tuple(labels))

    def swapped(self, pairs: Sequence[tuple[str, str]]) -> Codebook:
        """The names of each pair changed over, with order and definitions left where they are."""
        other = {**dict(pairs), **{second: first for first, second in pairs}}
        return Codebook(tuple(replace(label, name=other.get(label.name, label.name)) for label in self.labels))

    def generic(self) -> Codebook:
        """Names that mean nothing: A, B, C in the order of the codebook."""
        return Codebook(tuple(replace(label, name=letter) for label, letter in zip(self.labels, string.ascii_uppercase, strict=False)))

    def messages(self, sentence: Sentence) -> list[dict[str, str]]:
        """What a model is told and asked about one sentence, in the roles of a chat."""
        around = sentence.context or sentence.span
        shown = {
            "language": sentence.lang,
            "paragraph": _near(sentence.text, around, sentence.span),
            "sentence": sentence.span.of(sentence.text),
        }
        # as JSON, so that quotation marks in the text cannot end the material; a lone surrogate could not be sent
        material = json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
        return [{"role": "system", "content": self._told}, {"role": "user", "content": material}]

    @cached_property
    def _told(self) -> str:
        prompt = _data()["prompt"]
        lines = [
            f"{label.name}: {label.definition} Modes: {', '.join(label.modes)}." if label.modes else f"{label.name}: {label.definition}"
            for label in self.labels
        ]
        rules = [f"- {rule}" for rule in prompt["rules"]]
        return "\n".join([prompt["task"].strip(), "", *rules, "", "Labels:", *lines, "", prompt["answer"].strip()])


def load_codebook() -> Codebook:
    """The codebook as shipped: the PLOVER names, in the manual's order."""
    types = _data()["types"]
    return Codebook(tuple(Label(name, name, types[name]["definition"], tuple(types[name]["modes"])) for name in PLOVER_TYPES))


def asked_again(why: str) -> dict[str, str]:
    """What a model is told after an answer that cannot be used."""
    return {"role": "user", "content": _data()["prompt"]["again"].format(why=why)}


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("marsad.coding") / "readers_codebook.toml").read_text(encoding="utf-8"))


def _near(text: str, around: Span, inner: Span) -> str:
    """The paragraph, or the stretch of it around the sentence where it is long."""
    room = max(0, _PARAGRAPH_MOST - (inner.end - inner.start)) // 2
    return text[max(around.start, inner.start - room) : min(around.end, inner.end + room)]
