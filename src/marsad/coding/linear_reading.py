"""Reading with a trained layer: the layer decides what class of event a sentence tells, the rules which event that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from marsad.base.errors import CodingError
from marsad.base.records import QUAD_CLASS, Document, Event, Record
from marsad.coding.coder import Coder, Kept
from marsad.coding.drafts import EventDraft, NonEventDraft, Sentence
from marsad.coding.events import EventCoder, Evidence
from marsad.coding.lexicon import Lexicon, load_lexicon
from marsad.coding.linear import LinearCoder, load_linear
from marsad.coding.linear_vectors import SentenceModel

NONE = "none"
CLASSES = {NONE: 0, "verbal_cooperation": 1, "material_cooperation": 2, "verbal_conflict": 3, "material_conflict": 4}
"""The labels that a layer for reading is trained on, with PLOVER's number of the quad class; 0 is no event."""

_MAIN_MOST = 4  # events drafted from one sentence


class LayeredCoder(EventCoder):
    """Rules whose class of event is decided by a trained layer, in sentences of the layer's language; in others, rules alone."""

    def __init__(self, lexicon: Lexicon, layer: LinearCoder, model: SentenceModel | None = None) -> None:
        """Compile the lexicon.

        Args:
            lexicon: what the rules go by.
            layer: trained on labels that are classes.
            model: gives sentences vectors; asked only where the layer was trained with it.

        Raises:
            CodingError: the layer knows a label that is no class, or was trained with another sentence model.
        """
        super().__init__(lexicon)
        unknown = [label for label in layer.labels if label not in CLASSES]
        if unknown:
            raise CodingError(f"the trained layer has the label {unknown[0]!r}; for reading, labels must be among {', '.join(CLASSES)}")
        if layer.centre:
            layer.centre.check(model.mark if model else None)
        self._layer = layer
        self._model = model
        self._rules = EventCoder(lexicon)  # features come from the rules alone, as in training
        self.label = lru_cache(maxsize=256)(self._label)

    def _label(self, text: str) -> str:
        return self._layer.predict([text], self._rules, self._model)[0]

    def code_sentence(self, sentence: Sentence) -> tuple[list[EventDraft], list[NonEventDraft]]:
        """Events of one sentence, the main one first; a trigger outside the layer's class is refused, and the reason says so."""
        drafts, refused = super().code_sentence(sentence)
        if sentence.lang != self._layer.lang or not refused:
            return drafts, refused
        label = self.label(sentence.span.of(sentence.text))
        told = f"the trained layer reads the sentence as {label}"
        return drafts, [one if QUAD_CLASS[one.type] == CLASSES[label] else one._replace(reason=told) for one in refused]

    def _chosen(self, evidence: Evidence, sentence: Sentence) -> list[tuple[str, float]]:
        if sentence.lang != self._layer.lang:
            return super()._chosen(evidence, sentence)
        quad = CLASSES[self.label(sentence.span.of(sentence.text))]
        inside = sorted(((t, s) for t, s in evidence.types.items() if QUAD_CLASS[t] == quad), key=lambda item: -item[1])
        return [item for at, item in enumerate(inside) if at == 0 or item[1] >= 0][:_MAIN_MOST]


class LayeredReader:
    """Reads documents as the rules do, with the class of each sentence's events decided by a trained layer."""

    def __init__(self, path: str | Path, lexicon_files: Iterable[str | Path] = (), *, model: SentenceModel | None = None) -> None:
        """Load the layer and compile the lexicon.

        Args:
            path: of the layer.
            lexicon_files: lexicon files on top of those that come with the package.
            model: gives sentences vectors; asked only where the layer was trained with it.

        Raises:
            CodingError: the file holds no layer that can read, or one that was trained with another sentence model.
            LexiconError: an entry is malformed.
        """
        self._layer = load_linear(path)
        self.name = f"rules+linear:{self._layer.digest}"
        lexicon = load_lexicon(lexicon_files)
        drafter = LayeredCoder(lexicon, self._layer, model)
        self._coder = Coder(lexicon, drafter)
        self._frames = {frame.id for frame in drafter.index.frames}

    def read(self, document: Document, *, line: int | None = None) -> tuple[Record, ...]:
        """The records of a document, in the order of the text; events that the layer had a say in name it as their coder.

        Args:
            document: in the layer's language; documents in other languages are read by the rules alone.
            line: number of the line that the document is, where each line of a file is a document.
        """
        return self.kept(document, line=line).records

    def kept(self, document: Document, *, line: int | None = None) -> Kept:
        """The document as it may be kept, and what `read` gives."""
        kept, found = self._coder.kept(document, line=line)
        if document.language == self._layer.lang:
            found = tuple(replace(one, coder=self.name) if isinstance(one, Event) and one.rule in self._frames else one for one in found)
        return Kept(kept, found)

    def discreet(self, document: Document) -> Document:
        """The document as it may be kept, without its records."""
        return self._coder.discreet(document)
