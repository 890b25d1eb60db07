"""A file's text made into a Document: paragraphs with offsets and roles, title, publisher, date, language."""

from __future__ import annotations

from datetime import date

from marsad.base.records import Document, Paragraph, RawText, document_id
from marsad.documents.language import UNKNOWN, Guess, language_of
from marsad.documents.paragraphs import cut


def make_document(
    raw: RawText, *, published: date | None = None, language: str | None = None, publisher: str | None = None, retrieved: date | None = None
) -> Document:
    """The document that a file holds.

    Spans of a plain text count in the decoded file as it is; those of a web page count in its extracted main text, which is the
    document's `text`, since the markup around it is no text. What the caller gives wins over what the text or page says.

    Args:
        raw: the file as `sources` read it.
        published: day of publication.
        language: `ar`, `fr` or `en`; found from script and words where not given, `und` where neither tells (see `unknown_language`).
        publisher: who published it.
        retrieved: day on which the file was fetched.

    Raises:
        DocumentError: a page without main text.
    """
    if raw.html:
        from marsad.documents.page import read_page

        page = read_page(raw)
        text, title, url = page.text, page.title, page.url
        publisher, published = publisher or page.publisher, published or page.published
    else:
        text, title, url = raw.text, None, raw.url
    paragraphs, head = cut(text)
    return Document(
        id=document_id(raw.raw),
        path=raw.path,
        language=language or _guess(text, paragraphs).language,
        title=_title(text, paragraphs) or title,
        published=published or head.published,
        publisher=publisher or head.publisher,
        paragraphs=paragraphs,
        text=text,
        url=url or head.url,
        retrieved=retrieved,
    )


def unknown_language(document: Document) -> str | None:
    """Why a document's language is `und`, in words for the run's notes; None where the language is known."""
    if document.language != UNKNOWN:
        return None
    return _guess(document.text, document.paragraphs).reason or "the language was given as unknown"


def _guess(text: str, paragraphs: tuple[Paragraph, ...]) -> Guess:
    # page furniture is often in another language than the article
    words = " ".join(p.span.of(text) for p in paragraphs if p.role != "boilerplate")
    return language_of(words or text)


def _title(text: str, paragraphs: tuple[Paragraph, ...]) -> str | None:
    return next((p.span.of(text) for p in paragraphs if p.role == "title"), None)
