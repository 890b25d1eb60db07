"""Direction rules, read by a machine: in Arabic text of ours, what would turn about stands inside an isolate, in every kind and form."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from actors_world import deeds, group_inputs, pair_inputs, said_and_came
from brief_world import make_inputs, sample_documents

from marsad.briefs import Brief, compose_brief
from marsad.briefs.content import Cell, EvidenceList, Figure, Head, Notice, Paragraph, Quotes, Table, Timeline
from marsad.briefs.pictures import picture_svg
from marsad.briefs.words import LRI, PDI, RLI, Words
from marsad.briefs.writing import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TURNS = re.compile(
    r"[+\-−<>≥≤±][ \u00a0\u202f]?\d"  # a sign before its number
    r"|\d[ \u00a0\u202f]?[%٪]"  # a percent
    r"|\d ?[–/:−-][ \u2060]?\d"  # a range, a date, an hour
    r"|https?:|www\.|@\w"  # an address
    r"|[A-Za-z] ?\([^)]*[\u0621-\u064a]"  # a Latin name with an Arabic bracket behind it
)
"""What a right-to-left line shows the other way round, unless it is isolated."""


def open_text(text: str) -> str:
    """The text outside all isolates, a mark in place of each."""
    before = ""
    while before != text:
        before, text = text, re.sub("[\u2066-\u2068][^\u2066-\u2069]*\u2069", "\ufffc", text)
    return text


def turned(text: str) -> list[str]:
    """Stretches of Arabic text that would turn about; none in text without Arabic letters."""
    # digits that follow Latin letters run with them: "ISO 3166-1" keeps its order
    loose = re.sub(r"[A-Za-z][A-Za-z ]*\d[\d.–-]*", "L", open_text(text))
    return TURNS.findall(loose) if re.search("[\u0621-\u064a]", loose) else []


def worded(brief: Brief) -> Iterator[str]:
    """Every text of ours: quotations and names in another language are runs of their own, with a direction of their own."""
    yield from (brief.title, brief.about)
    for section in brief.sections:
        yield section.title
        for block in section.blocks:
            yield from _texts(block)


def _texts(block: object) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (fact.text for fact in block.facts)
        case Notice():
            yield block.text
        case Table():
            yield from (block.caption, block.note or "")
            yield from (head.text for head in (*block.groups, *block.heads) if isinstance(head, Head))
            yield from (text for row in block.rows for cell in row for text in _cell(cell))
        case Figure():
            yield from (block.title, block.source, block.note or "")
            yield from _texts(block.twin)
        case Timeline():
            for entry in block.entries:
                yield from (entry.title, entry.when)
                yield from (label for label, _ in entry.lines)
        case Quotes():
            yield from (run.text for quote in block.items for run in quote.holder if not run.language)
        case EvidenceList():
            yield from (item.note for item in block.items)


def _cell(cell: Cell) -> Iterator[str]:
    yield "".join(run.text for run in cell.runs if not run.language)


@pytest.fixture(scope="session")
def arabic() -> dict[str, Brief]:
    world = make_inputs(sample_documents(), scores=said_and_came(almost_none=0.01, unlikely=0.4, likely=0.6, almost_certain=0.95))
    kinds = {"region": world, "group": group_inputs(), "pair": pair_inputs(contacts=deeds())}
    return {kind: compose_brief(inputs, "ar") for kind, inputs in kinds.items()}


def test_the_check_finds_what_would_turn_and_passes_what_is_isolated() -> None:
    assert turned("من 5–42 قتيلا")
    assert turned("التغير +12%")
    assert turned("اللقاء في 2026-05")
    assert not turned(f"التغير {LRI}+12%{PDI}")
    assert not turned(f"{RLI}اللقاء في {LRI}2026-05{PDI}{PDI}")
    assert not turned("+12%")
    assert not turned("قبل 12 شهرا")


@pytest.mark.parametrize("kind", ["region", "group", "pair"])
def test_no_run_of_an_arabic_brief_turns_about(arabic: dict[str, Brief], kind: str) -> None:
    found = [(text, hits) for text in worded(arabic[kind]) if (hits := turned(text))]
    assert found == []


@pytest.mark.parametrize("kind", ["region", "group", "pair"])
def test_no_run_of_an_arabic_word_document_turns_about(arabic: dict[str, Brief], kind: str) -> None:
    package = zipfile.ZipFile(io.BytesIO(render(arabic[kind], "docx")))
    document = ElementTree.fromstring(package.read("word/document.xml"))
    checked = 0
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") == "Quote":
            continue
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        assert turned(text) == [], text
        checked += 1
    assert checked > 60


@pytest.mark.parametrize("kind", ["region", "group", "pair"])
def test_words_in_a_picture_are_of_one_script(arabic: dict[str, Brief], kind: str) -> None:
    """A picture's text runs left to right as a whole: Arabic with a sign or a Latin word in it would fall apart."""
    figures = [block for section in arabic[kind].sections for block in section.blocks if isinstance(block, Figure)]
    texts = [text for figure in figures for text in re.findall(r"<text[^>]*>(.*?)</text>", picture_svg(figure.picture))]
    assert len(texts) > 10
    for text in texts:
        if re.search("[\u0621-\u064a]", text):
            assert not re.search(r"[A-Za-z()+−<>%\u2066-\u2069]", text), text


def test_messages_of_arabic_hold_no_loose_sign_or_range() -> None:
    from importlib import resources

    for name in ("ar.ftl", "ar-actors.ftl"):
        lines = resources.files("marsad.briefs").joinpath("messages", name).read_text("utf-8").splitlines()
        told = [re.sub(r"\{[^}]*\}", "\ufffc", line.partition("=")[2] or line) for line in lines if not line.startswith("#")]
        assert [line for line in told if turned(line)] == []


def test_months_follow_the_country_of_the_readers() -> None:
    # asked for after those of another country, too
    assert "أغسطس" in Words("ar").short_month(560)
    assert "غشت" in Words("ar", "MA").short_month(560)
    assert "غشت" in Words("ar", "MA").month(560)
    assert "أغسطس" in Words("ar").month(560)
    assert "أوت" in Words("ar", "DZ").month(560)
    assert "août" in Words("fr", "MA").month(560)
    assert "August" in Words("en", "MA").month(560)
    moroccan = compose_brief(make_inputs(sample_documents()), "ar", territory="MA")
    assert "ماي 2026" in moroccan.about
    assert moroccan.territory == "MA"
