"""A document on the way to records: its sentences with their tokens, names and persons in office."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.base.records import Document, Language, Role, SourceKind, Span, Statement
from marsad.base.script import Token
from marsad.coding.entities import Found
from marsad.coding.offices import Person


@dataclass(slots=True)
class Sent:
    """One sentence. `paragraph` is an index into the reading's paragraphs; `source_kind` says on whose word it stands."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    role: Role
    found: list[Found] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    source_kind: SourceKind = "newspaper"
    attributed: bool = False

    def position(self, offset: int) -> int:
        """Position of the first token that ends after a raw offset; the number of tokens where there is none."""
        return next((at for at, token in enumerate(self.tokens) if token.end > offset), len(self.tokens))


@dataclass(slots=True)
class Reading:
    """All that is known of one document before its records are made."""

    document: Document
    lang: Language
    paragraphs: list[Span]
    sents: list[Sent]
    statements: list[Statement] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The raw text that all spans count in."""
        return self.document.text

    def in_paragraph(self, index: int) -> list[Sent]:
        """The sentences of one paragraph."""
        return [sent for sent in self.sents if sent.paragraph == index]
