"""One brief as a workbook: the numbers behind every picture and table, one sheet each; numbers as numbers, Arabic from the right."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from marsad.briefs.content import Brief, Cell, EvidenceList, Notice, Paragraph, Quotes, Sheet, Table, Timeline, Value
from marsad.briefs.words import bare

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

NAME_MOST = 31
"""Letters a sheet's name may have."""

WIDTH_LEAST, WIDTH_MOST = 8, 60
"""Widths of columns, in letters."""

TABLES = frozenset({
    "events", "table-events", "source-list", "texts", "yardstick", "violence", "presences", "foes", "ties", "outcomes", "chance",
})  # fmt: skip
"""Tables taken over as they stand; the others are written from their numbers."""

FIXED = datetime(1980, 1, 1, tzinfo=UTC)
"""Day written into the file's properties: a day of making would give the same inputs other bytes."""


def render_xlsx(brief: Brief) -> bytes:
    """The file; the same brief gives the same bytes."""
    import xlsxwriter

    buffer = io.BytesIO()
    # a text that begins with "=" came from outside and must stay a text
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": bare(brief.title), "author": "Marsad", "created": FIXED.replace(tzinfo=None)})
        for sheet in all_sheets(brief):
            _write(book, sheet, brief)
    return buffer.getvalue()


def all_sheets(brief: Brief) -> list[Sheet]:
    """The summary, the sheets of numbers, then the tables, meetings, claims, sentences, sources and limits as they are told."""
    told = [sheet for section in brief.sections for sheet in _told(section.key, section.title, section.blocks, brief)]
    first = [sheet for sheet in told if sheet.key == "summary"]
    last = [sheet for sheet in told if sheet.key == "limits"]
    rest = [sheet for sheet in told if sheet.key not in ("summary", "limits")]
    return [*first, *brief.sheets, *rest, *last]


def _told(key: str, title: str, blocks: Any, brief: Brief) -> list[Sheet]:
    found: list[Sheet] = []
    said: list[tuple[Value, ...]] = []
    for block in blocks:
        match block:
            case Table() if block.key in TABLES:
                found.append(_table(block, brief))
            case Paragraph():
                said += [(bare(fact.text), " ".join(fact.records)) for fact in block.facts]
            case Notice() if key in ("summary", "limits"):
                said.append((bare(block.text), ""))
            case Timeline():
                rows = [
                    (e.when, e.title, label, "".join(run.text for run in runs), _numbers(e.refs, brief))
                    for e in block.entries
                    for label, runs in (e.lines or (("", ()),))
                ]
                found.append(_sheet(key, title, ("head-day", "head-what", "head-detail", "head-text", "head-sentence"), rows, brief))
            case Quotes():
                claims = [("".join(r.text for r in q.holder), q.text, q.language, _numbers(q.refs, brief)) for q in block.items]
                found.append(_sheet(key, title, ("head-holder", "head-text", "head-language", "head-sentence"), claims, brief))
            case EvidenceList():
                items = [(e.number, e.text, e.language, " · ".join(run.text for run in e.origin), " ".join(e.records)) for e in block.items]
                found.append(
                    _sheet(key, title, ("head-sentence", "head-text", "head-language", "head-source", "head-records"), items, brief)
                )
    if said and key in ("summary", "limits"):
        found.insert(0, _sheet(key, title, ("head-text", "head-records"), said, brief))
    return found


def _sheet(key: str, title: str, heads: tuple[str, ...], rows: Any, brief: Brief) -> Sheet:
    clean = tuple(tuple(bare(value) if isinstance(value, str) else value for value in row) for row in rows)
    return Sheet(key, bare(title), tuple(bare(brief.label(head)) for head in heads), clean)


def _table(table: Table, brief: Brief) -> Sheet:
    def plain(cell: Cell) -> Value:
        if cell.value is not None:
            return cell.value
        text = bare("".join(run.text for run in cell.runs))
        return text or _numbers(tuple(ref for run in cell.runs for ref in run.refs), brief)

    rows = tuple(tuple(plain(cell) for cell in row) for row in table.rows)
    return Sheet(table.key, bare(brief.label(f"sheet-{table.key}")), tuple(bare(head.text) for head in table.heads), rows)


def _numbers(refs: tuple[str, ...], brief: Brief) -> str:
    return ", ".join(map(str, brief.numbers_of(refs)))


def _write(book: Workbook, sheet: Sheet, brief: Brief) -> None:
    page = book.add_worksheet(_plain_name(sheet.title))
    if brief.direction == "rtl":
        page.right_to_left()
    head = book.add_format({"bold": True, "bg_color": "#f3f5f7", "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    whole, broken = book.add_format({"num_format": "#,##0", "valign": "top"}), book.add_format({"num_format": "#,##0.0##", "valign": "top"})
    share = book.add_format({"num_format": "0.0%", "valign": "top"})
    for column, name in enumerate(sheet.heads):
        page.write_string(0, column, name, head)
        longest = max((len(str(row[column])) for row in sheet.rows if isinstance(row[column], str)), default=0)
        page.set_column(column, column, min(max(longest, len(name), WIDTH_LEAST) + 2, WIDTH_MOST))
    for i, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(i, column, value, wrapped)
            elif value is not None:
                shape = share if column in sheet.shares else whole if float(value).is_integer() else broken
                page.write_number(i, column, float(value), shape)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)


def _plain_name(title: str) -> str:
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:NAME_MOST].strip()
