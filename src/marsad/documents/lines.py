"""A file whose every line is a document of its own, numbered from 0; an empty line keeps its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from marsad.base.records import Document, Paragraph, RawText, Span, document_id
from marsad.documents.language import language_of


def documents_of_lines(
    raw: RawText, *, published: date | None = None, language: str | None = None, publisher: str | None = None
) -> Iterator[tuple[int, Document]]:
    """Line number (from 0) and document of each line, in order; spans count in the line.

    Lines end at a line feed alone (a carriage return before it is dropped): other separators of Unicode occur inside sentences. An
    empty line gives a document without paragraphs, so that what is read stays beside the line it was read from.
    """
    lines = raw.text.split("\n")
    if lines[-1] == "":
        lines.pop()
    for number, line in enumerate(lines):
        text = line.removesuffix("\r")
        start = len(text) - len(text.lstrip())
        inner = text.strip()
        yield (
            number,
            Document(
                id=document_id(text.encode("utf-8")),
                path=raw.path,
                language=language or language_of(text).language,
                title=None,
                published=published,
                publisher=publisher,
                paragraphs=(Paragraph(Span(start, start + len(inner)), "body"),) if inner else (),
                text=text,
                url=raw.url,
            ),
        )
