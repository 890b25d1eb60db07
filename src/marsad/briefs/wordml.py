"""Word's own mark-up where python-docx has no words for it: direction, complex-script fonts, visual order of tables, alternative text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from marsad.briefs.content import Align, Run
from marsad.briefs.words import JOINER, direction

if TYPE_CHECKING:
    from docx.document import Document

WIDTH_CM = 18.0
"""Width of the text on A4."""

LATIN, ARABIC = "Calibri", "Noto Naskh Arabic"
"""A machine without the Arabic face takes its own: Word falls back by script."""

GREY, WARNING, HEADING = "4C5763", "7A1F1F", "1D2329"
SIGNS = {
    "fill": "■", "hatched": "▨", "dashed": "⬚", "line": "━━", "dash": "╍╍", "circle": "●", "square": "■", "triangle-up": "▲",
    "diamond": "◆", "cross": "✚",
}  # fmt: skip
STYLES = (("Source", 8.5, GREY, False), ("Warning", 10, WARNING, True))
SIZES = (("Normal", 10), ("Title", 20), ("Subtitle", 11), ("Heading 1", 14), ("Heading 2", 11), ("Caption", 10), ("Quote", 9.5))


_DOUBLED = re.compile("[\u2066-\u2068]([\u2066\u2067][^\u2066-\u2069]*\u2069)\u2069")
_INNERMOST = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_HARMLESS = {
    "rtl": re.compile(
        r"[\u0621-\u065F ]*|[0-9][0-9.,]*|(?:[0-9]+ )?[\u0621-\u065F ]+(?: [0-9]+)?|"
        r"[\u0621-\u065F][\u0621-\u065F ]*(?:\([\u0621-\u065F ]+\))?(?: ?\([0-9][0-9.,]*\))?"
    ),
    "ltr": re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ ’'-]*|[0-9][0-9.,\u202f\u00a0]*|[0-9]+ [a-zéû]+(?: [0-9]+)?|[A-Za-zéû]+ [0-9]+"),
}
"""Text whose order is the same with an isolate and without."""


@dataclass(slots=True, eq=False)
class Writer:
    """A document under way, in one language and direction."""

    document: Document
    language: str
    towards: Literal["rtl", "ltr"]

    @classmethod
    def begin(cls, language: str, towards: Literal["rtl", "ltr"]) -> Writer:
        """An empty A4 document with its styles."""
        import docx
        from docx.shared import Cm

        document = docx.Document()
        page = document.sections[0]
        page.page_width, page.page_height = Cm(21.0), Cm(29.7)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm((21.0 - WIDTH_CM) / 2)
        if towards == "rtl":
            page._sectPr.append(_tag("w:bidi"))
        made = cls(document, language, towards)
        made._style()
        return made

    def _style(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        for name, size, colour, bold in STYLES:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = styles["Normal"]
            style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor.from_string(colour)
        for name, size in SIZES:
            style = styles[name]
            style.font.size = Pt(size)
            style.paragraph_format.space_after = Pt(3)
            if name != "Normal":
                style.font.color.rgb = RGBColor.from_string(GREY if name == "Subtitle" else HEADING)
        for style in styles:
            if style.type == WD_STYLE_TYPE.PARAGRAPH:
                _faces(style.element.get_or_add_rPr(), style.font.size)

    def paragraph(self, runs: Sequence[Run], *, style: str = "Normal", language: str | None = None, keep: bool = False) -> None:
        """A paragraph in the direction of its language; `keep` holds it on the page of what follows."""
        found = self.document.add_paragraph(style=style)
        found.paragraph_format.keep_with_next = keep or None
        self._fill(found, runs, language=language or self.language)

    def _fill(self, paragraph: Any, runs: Sequence[Run], *, language: str, bold: bool = False) -> None:
        if direction(language) == "rtl":
            # Word lays a right-to-left paragraph out from the right only with this mark; alignment alone does not turn its runs
            paragraph._p.get_or_add_pPr().insert_element_before(_tag("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr")
        for run in runs:
            if not run.text:
                continue
            made = paragraph.add_run(slim(run.text, direction(language)))
            spoken = run.language or self.language
            properties = made._r.get_or_add_rPr()
            if bold:
                made.bold = True
                properties.append(_tag("w:bCs"))
            if direction(spoken) == "rtl":
                properties.append(_tag("w:rtl"))
            properties.append(_tag("w:lang", **{"w:bidi" if direction(spoken) == "rtl" else "w:val": spoken}))

    def table(self, rows: int, weights: Sequence[int]) -> Any:
        """An empty table with thin lines, its first column at the side where reading begins; columns as wide as they weigh."""
        from docx.shared import Cm

        made = self.document.add_table(rows, len(weights), style="Table Grid")
        made.autofit = False
        widths = [Cm(WIDTH_CM * weight / sum(weights)) for weight in weights]
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        for row in made._tbl.tr_lst:
            for cell, width in zip(row.tc_lst, widths, strict=True):
                cell.width = width
        lines = _tag("w:tblBorders")
        for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
            lines.append(_tag(f"w:{name}", **{"w:val": "single", "w:sz": "4", "w:color": "C9D0D6"}))
        made._tbl.tblPr.insert_element_before(lines, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
        if self.towards == "rtl":
            # before the width and what follows: Word refuses children of tblPr out of order
            made._tbl.tblPr.insert_element_before(
                _tag("w:bidiVisual"), "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblLook"
            )
        return made

    def fill(self, table: Any, place: tuple[int, int], runs: Sequence[Run], *, align: Align, bold: bool = False, span: int = 1) -> None:
        """Write into a cell, counted from the side where reading begins."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        row, column = place
        # the grid is read once a table: python-docx builds it anew for every cell asked by number
        cell = table._tbl.tr_lst[row].tc_lst[column] if span == 1 else table.cell(row, column).merge(table.cell(row, column + span - 1))._tc
        from docx.table import _Cell

        paragraph = _Cell(cell, table).paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        if align == "number":
            # "right" means the end of the line in a right-to-left paragraph, so digits stand under digits only when it is turned
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if self.towards == "rtl" else WD_ALIGN_PARAGRAPH.RIGHT
        self._fill(paragraph, runs, language=self.language, bold=bold)
        for run in paragraph.runs:
            run.font.size = Pt(7.5)
            _faces(run._r.get_or_add_rPr(), run.font.size, faces=False)

    def repeat(self, table: Any, row: int) -> None:
        """Mark a row as heading, repeated on every page."""
        table._tbl.tr_lst[row].get_or_add_trPr().append(_tag("w:tblHeader"))

    def legend(self, entries: Sequence[dict[str, str]]) -> None:
        """A legend in one line: a sign in its shade before each label."""
        from docx.shared import RGBColor

        self.paragraph([part for entry in entries for part in (Run(SIGNS[entry["sign"]]), Run(f" {entry['label']}   "))], style="Source")
        for run, entry in zip(self.document.paragraphs[-1].runs[::2], entries, strict=True):
            if entry["shade"]:
                run.font.color.rgb = RGBColor.from_string(entry["shade"].removeprefix("#").upper())

    def picture(self, png: bytes, width: float, alternative: str) -> None:
        """A picture in the middle of the page, `width` in centimetres."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        self.document.add_picture(io.BytesIO(png), width=Cm(width))
        last = self.document.paragraphs[-1]
        last.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for properties in last._p.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            properties.set("descr", alternative)


def slim(text: str, towards: Literal["rtl", "ltr"]) -> str:
    """`text` without joiners, and without the isolates that change nothing in a line of that direction.

    Word processors take another font for each mark, and many of them leave gaps; ranges, percents and foreign names keep theirs.

    >>> slim("\u2068\u2066\u20662,072\u2069\u2069\u2069 (\u20665–42\u2069)", "rtl") == "2,072 (\u20665–42\u2069)"
    True
    """
    harmless = _HARMLESS[towards]
    before, text = "", text.replace(JOINER, "")
    while before != text:
        before = text
        text = _DOUBLED.sub(r"\1", text)
        text = _INNERMOST.sub(lambda found: found[1] if harmless.fullmatch(found[1]) else found[0], text)
    return text


def _tag(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made


def _faces(properties: Any, size: Any, *, faces: bool = True) -> None:
    """Font and size for complex script too: Word sets Arabic by these and by no other mark."""
    from docx.oxml.ns import qn

    if faces:
        fonts = properties.get_or_add_rFonts()
        for key in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[key]
        for key, face in (("w:ascii", LATIN), ("w:hAnsi", LATIN), ("w:cs", ARABIC)):
            fonts.set(qn(key), face)
    if size is not None:
        old = properties.find(qn("w:szCs"))
        if old is not None:
            properties.remove(old)
        made = _tag("w:szCs", **{"w:val": str(int(size.pt * 2))})
        after = properties.find(qn("w:sz"))
        if after is None:
            properties.append(made)
        else:
            after.addnext(made)


def packed(content: bytes) -> bytes:
    """The same parts in a package without times: the clock of the machine is written into every part otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return out.getvalue()
