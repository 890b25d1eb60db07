"""A possible speaker, and a word of speech: the nouns that the reading of statements shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from marsad.base.records import SourceKind, Span, Speaker


@dataclass(frozen=True, slots=True)
class Holder:
    """A possible speaker at a place in the text. `back` marks a phrase that points back at one named before; `title`: id of an office."""

    span: Span
    kind: SourceKind
    speaker: Speaker | None
    back: str = ""
    rank: float = 1.0
    title: str = ""


class Cue(NamedTuple):
    """A word of speech: its sense is an id of [speech]."""

    sense: str
    span: Span
