"""PDF, Word and workbook: right to left where they should be, reachable for every reader, the same bytes for the same inputs."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from brief_world import make_inputs

from marsad.base.errors import BriefError
from marsad.base.records import Document
from marsad.briefs import Brief, BriefInputs, compose_brief, write_brief
from marsad.briefs.content import EvidenceList, Figure, Notice, Table, Timeline
from marsad.briefs.pdf import PAGES_MOST, content_of, pages_of, render_pdf, set_pdf
from marsad.briefs.short import ENTRIES_MOST, ROWS_MOST, short_form, without_annex
from marsad.briefs.wordml import slim
from marsad.briefs.words import LANGUAGES, LRI, PDI, bare
from marsad.briefs.writing import FORMATS, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def told(inputs: BriefInputs) -> dict[str, Brief]:
    return {language: compose_brief(inputs, language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def pdfs(told: dict[str, Brief]) -> dict[str, bytes]:
    return {language: render_pdf(brief) for language, brief in told.items()}


@pytest.fixture(scope="session")
def word(told: dict[str, Brief]) -> dict[str, ElementTree.Element]:
    return {language: part(render(told[language], "docx"), "word/document.xml") for language in ("ar", "en")}


@pytest.fixture(scope="session")
def books(told: dict[str, Brief]) -> dict[str, openpyxl.Workbook]:
    return {language: openpyxl.load_workbook(io.BytesIO(render(brief, "xlsx"))) for language, brief in told.items()}


def part(package: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(package)).read(name))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_inputs_give_the_same_bytes_in_every_form(documents: dict[str, Document], told: dict[str, Brief], form: str) -> None:
    again = compose_brief(make_inputs(documents), "ar")
    assert render(again, form) == render(told["ar"], form)


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_written_under_its_own_ending(told: dict[str, Brief], tmp_path: Path, form: str) -> None:
    assert write_brief(told["en"], tmp_path, form).name == f"brief-sahel-2026-05-en.{form}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_has_one_to_four_pages_its_language_and_tags(pdfs: dict[str, bytes], language: str) -> None:
    made = pdfs[language]
    assert 1 <= pages_of(made) <= PAGES_MOST
    assert re.search(rb"/Lang\s*\(" + language.encode(), made)
    assert b"/StructTreeRoot" in made
    assert re.search(rb"/Marked\s+true", made)


def test_a_pdf_says_that_it_keeps_the_rules_of_pdf_ua(pdfs: dict[str, bytes]) -> None:
    assert all(b"pdfuaid:part" in made for made in pdfs.values())


def test_a_picture_without_words_is_refused_in_a_pdf(told: dict[str, Brief]) -> None:
    content = content_of(short_form(told["en"]))
    for section in content["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "figure":
                block["alternative"] = None
    with pytest.raises(BriefError, match="cannot be set as PDF"):
        set_pdf(content)


def test_the_short_form_keeps_the_weightiest_rows_and_says_what_it_cut(documents: dict[str, Document], told: dict[str, Brief]) -> None:
    short = short_form(told["en"])
    blocks = [block for section in short.sections for block in section.blocks]
    assert all(len(b.rows) <= ROWS_MOST[b.key] for b in blocks if isinstance(b, Table) and b.key in ROWS_MOST)
    assert all(len(b.entries) <= ENTRIES_MOST for b in blocks if isinstance(b, Timeline))
    assert short.sections[-1].key == "evidence"
    cited = {e.number for b in blocks if isinstance(b, EvidenceList) for e in b.items}
    assert cited <= set(dict(told["en"].numbers).values())
    (annex,) = [s.blocks for s in without_annex(short).sections if s.key == "evidence"]
    assert isinstance(annex[0], Notice)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_turns_its_paragraphs_and_tables_in_arabic_alone(told: dict[str, Brief], language: str) -> None:
    document = part(render(told[language], "docx"), "word/document.xml")
    tables, captions = list(document.iter(f"{W}tbl")), [p for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert tables
    assert all((t.find(f"{W}tblPr/{W}bidiVisual") is not None) == (language == "ar") for t in tables)
    arabic = [r for r in document.iter(f"{W}r") if re.search("[\u0621-\u064a]", "".join(t.text or "" for t in r.iter(f"{W}t")))]
    assert arabic
    if language == "ar":
        assert len(captions) > 20
        assert sum(r.find(f"{W}rPr/{W}rtl") is not None for r in arabic) > len(arabic) * 0.9
    else:
        quotes = [p for p in captions if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Quote"]  # type: ignore[union-attr]
        assert captions == quotes


def test_the_children_of_word_properties_stand_in_the_order_word_asks_for(word: dict[str, ElementTree.Element]) -> None:
    paragraph = ["pStyle", "keepNext", "bidi", "spacing", "ind", "jc"]
    run = ["rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "lang"]
    table = ["tblStyle", "bidiVisual", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"]
    for tag, order in (("pPr", paragraph), ("rPr", run), ("tblPr", table)):
        for properties in word["ar"].iter(f"{W}{tag}"):
            names = [child.tag.removeprefix(W) for child in properties]
            assert names == sorted(names, key=order.index), tag


def test_word_pictures_have_words_and_tables_repeat_their_heads(word: dict[str, ElementTree.Element], told: dict[str, Brief]) -> None:
    drawn = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    alternatives = [picture.get("descr") for picture in word["ar"].iter(drawn)]
    figures = [b for s in short_form(told["ar"]).sections for b in s.blocks if isinstance(b, Figure)]
    assert alternatives == [bare(figure.alternative) for figure in figures]
    assert all(t.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for t in word["ar"].iter(f"{W}tbl"))


def test_isolates_that_change_nothing_are_left_out_of_word_and_others_stay() -> None:
    assert slim(f"\u2068{LRI}{LRI}2,072{PDI}{PDI}{PDI}", "rtl") == "2,072"
    assert slim(f"{LRI}5–42{PDI}", "rtl") == f"{LRI}5–42{PDI}"
    assert slim(f"{LRI}5–\u206042{PDI}", "rtl") == f"{LRI}5–42{PDI}"
    assert slim(f"{LRI}+12%{PDI}", "rtl") == f"{LRI}+12%{PDI}"
    assert slim("\u2067مالي\u2069 و\u2067النيجر\u2069", "rtl") == "مالي والنيجر"
    assert slim("\u2067مالي\u2069", "ltr") == "\u2067مالي\u2069"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_run_from_the_right_in_arabic_alone_under_plain_names(books: dict[str, openpyxl.Workbook], language: str) -> None:
    for sheet in books[language]:
        assert bool(sheet.sheet_view.rightToLeft) == (language == "ar")
        assert len(sheet.title) <= 31
        assert not set(sheet.title) & set("\u2066\u2067\u2068\u2069")


def test_a_workbook_keeps_numbers_as_numbers_and_never_counts_the_unobserved(
    books: dict[str, openpyxl.Workbook], inputs: BriefInputs
) -> None:
    sheet = books["en"]["Deaths by country"]
    assert [cell.value for cell in sheet[1]][:4] == ["Country", "Code (ISO 3166-1)", "2026-05", "Last 12 months"]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    total = inputs.assessment.situation(None)
    assert total is not None
    assert rows["Sahel and Sahara"][3] == total.last12
    month = books["en"]["Month by month"]
    assert all(isinstance(row[5], int | float) for row in month.iter_rows(min_row=2, values_only=True) if row[2] is None)
    chances = [row[8:11] for row in books["en"]["Outlook"].iter_rows(min_row=2, values_only=True)]
    assert all(0 < p < 1 for row in chances for p in row)  # type: ignore[operator]


def test_a_workbook_holds_every_sentence_with_its_records_and_the_limits(
    books: dict[str, openpyxl.Workbook], told: dict[str, Brief]
) -> None:
    for language, brief in told.items():
        titles = {bare(s.title) for s in brief.sections if s.key in ("summary", "evidence", "limits", "met", "said")}
        assert {title[:31] for title in titles} <= set(books[language].sheetnames)
    evidence = books["en"]["The sentences behind it"]
    assert evidence.max_row - 1 == len({number for _, number in told["en"].numbers})


def test_text_from_outside_is_no_formula(documents: dict[str, Document]) -> None:
    from dataclasses import replace

    named = dict(documents) | {"en_2026-05-12_attack_bol": replace(documents["en_2026-05-12_attack_bol"], title='=HYPERLINK("x")')}
    book = openpyxl.load_workbook(io.BytesIO(render(compose_brief(make_inputs(named), "en"), "xlsx")))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == '=HYPERLINK("x")']
    assert found
    assert all(cell.data_type != "f" or cell.quotePrefix for cell in found) or all(cell.data_type == "s" for cell in found)
