"""A very long document is read in parts that lose nothing; every other document whole."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.base.records import Document, Paragraph, RawText, Span
from marsad.base.script import SENTENCE_MOST
from marsad.documents import make_document, parts

MOST = 3 * SENTENCE_MOST
SENTENCES = "Three herders were seized near Tessit. Le maire a parlé hier. عاد السكان إلى بيوتهم. "


def made(text: str) -> Document:
    """A document of a text."""
    return make_document(RawText("long.txt", text.encode(), text))


def test_a_document_of_ordinary_length_is_one_part_and_itself() -> None:
    document = made(SENTENCES * 100)
    (only,) = parts(document)
    assert only.document() is document


def test_a_long_line_is_cut_where_sentences_end() -> None:
    document = made(SENTENCES * 600)
    found = list(parts(document, MOST))
    assert len(found) > 3
    for part in found:
        (paragraph,) = part.near.paragraphs
        words = paragraph.span.of(part.document().text)
        assert words == paragraph.span.of(document.text)
        assert words.startswith(("Three herders", "Le maire", "عاد"))
        assert words.rstrip().endswith(".")


def test_paragraphs_stay_whole_where_they_fit() -> None:
    document = made("\n\n".join(["A headline", *[SENTENCES * 20] * 30]))
    found = [part.near.paragraphs for part in parts(document, MOST)]
    assert tuple(paragraph for some in found for paragraph in some) == document.paragraphs
    assert found[0][0].role == "title"
    assert all(some[-1].span.end - some[0].span.start <= MOST for some in found)


def test_a_line_without_blanks_or_ends_is_cut_all_the_same() -> None:
    document = made("م" * 50_000)
    sizes = [part.size for part in parts(document, MOST)]
    assert sum(sizes) == 50_000
    assert max(sizes) <= MOST
    assert len(sizes) < 10


def test_a_long_document_of_blanks_is_still_a_part() -> None:
    (only,) = parts(replace(made(" "), text=" " * 50_000, paragraphs=()), MOST)
    assert not only.document().paragraphs


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a. ", "M. ", "«", "\n", "و", "Yes! ", "\u200f", " "]), st.integers(1, 9_000)), max_size=8))
def test_no_letter_is_lost_or_read_twice(runs: list[tuple[str, int]]) -> None:
    text = "".join(sign * times for sign, times in runs)
    document = replace(made("x"), text=text, paragraphs=(Paragraph(Span(0, len(text)), "body"),) if text else ())
    found = list(parts(document, MOST))
    spans = [paragraph.span for part in found for paragraph in part.near.paragraphs]
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.of(part.document().text) == span.of(text) for part in found for span in (p.span for p in part.near.paragraphs))
    assert all(part.size <= MOST for part in found)
