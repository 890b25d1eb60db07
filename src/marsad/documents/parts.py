"""A very long document in parts, each read by itself: what is known of a sentence takes fifty times its room, a part at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from marsad.base.records import Document, Paragraph, Span
from marsad.base.script import SENTENCE_MOST, sentences

PART_MOST = 250_000
"""Code points of a part: a hundred pages, more than any report holds; a document up to this length is never cut."""

_BACK = 2 * SENTENCE_MOST  # code points before the end of a part in which the last end of a sentence is looked for


@dataclass(frozen=True, slots=True)
class Part:
    """Some paragraphs of a document, or some sentences of a long one. `near` holds the part's text alone, which begins at `start`."""

    near: Document
    start: int = 0

    @property
    def size(self) -> int:
        """Code points to read."""
        return len(self.near.text)

    def document(self) -> Document:
        """The document with this part's paragraphs alone; offsets are the whole text's, and what lies before the part is blank."""
        return replace(self.near, text=" " * self.start + self.near.text) if self.start else self.near


def parts(document: Document, most: int = PART_MOST) -> Iterator[Part]:
    """A document as it is read: whole up to `most` code points, else in parts cut between paragraphs or, in long ones, sentences.

    Each part is read as a document of its own: what one says of a person or of a day is not known in the next.
    """
    if len(document.text) <= most:
        yield Part(document)
        return
    waiting: list[Paragraph] = []
    for piece in (piece for paragraph in document.paragraphs for piece in _cut(document.text, paragraph, most)):
        if waiting and piece.span.end - waiting[0].span.start > most:
            yield _part(document, waiting)
            waiting = []
        waiting.append(piece)
    yield _part(document, waiting)


def rejoined(document: Document, kept: Iterable[tuple[int, Document]]) -> Document:
    """A document again whose parts have been changed in place, as they may be kept: where each begins, and the part."""
    made, past, title, url = [], 0, document.title, document.url
    for start, part in kept:
        end = part.paragraphs[-1].span.end if part.paragraphs else start
        made += [document.text[past:start], part.text[start:end]]
        past = end
        title = title if part.title == document.title else part.title
        url = url if part.url == document.url else part.url
    return replace(document, text="".join([*made, document.text[past:]]), title=title, url=url)


def _part(document: Document, paragraphs: list[Paragraph]) -> Part:
    start, end = (paragraphs[0].span.start, paragraphs[-1].span.end) if paragraphs else (0, 0)
    return Part(replace(document, paragraphs=tuple(paragraphs), text=document.text[start:end]), start)


def _cut(text: str, paragraph: Paragraph, most: int) -> Iterator[Paragraph]:
    start, end = paragraph.span.start, paragraph.span.end
    while end - start > most:
        window = Span(max(start, start + most - _BACK), start + most)
        begins = [span.start for span in sentences(text, window)]
        # the last of them is cut off by the window's end: it goes to the next part as a whole
        cut = begins[-1] if len(begins) > 1 else window.end
        yield replace(paragraph, span=Span(start, cut))
        start = cut
    yield replace(paragraph, span=Span(start, end))
