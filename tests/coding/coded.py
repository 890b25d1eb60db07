"""Texts written for the tests, read with the shipped rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from marsad.base.records import Document, Mention, Paragraph, Record, Span, document_id
from marsad.coding.coder import load_coder

R = TypeVar("R")


def document(text: str, lang: str, published: date | None = date(2024, 5, 16), publisher: str | None = None) -> Document:
    """A document whose lines are its paragraphs, all of them body."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(Span(start, start + len(line)), "body"))
        start += len(line) + 1
    return Document(document_id(text.encode()), "text.txt", lang, None, published, publisher, tuple(paragraphs), text)


def read(
    text: str, lang: str, *, published: date | None = date(2024, 5, 16), publisher: str | None = None, own: Iterable[Path] = ()
) -> tuple[Record, ...]:
    """The records of a text."""
    return load_coder(own).read(document(text, lang, published, publisher))


def only(records: Iterable[Record], kind: type[R]) -> list[R]:
    """The records of one kind."""
    return [record for record in records if isinstance(record, kind)]


def entities(text: str, lang: str, publisher: str | None = None) -> list[str]:
    """Entity ids that a text mentions, in order."""
    return [mention.entity for mention in only(read(text, lang, publisher=publisher), Mention)]
