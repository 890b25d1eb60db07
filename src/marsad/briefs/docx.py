"""One brief as a Word document: real right-to-left paragraphs, runs and tables, headings as styles, pictures with alternative text."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from marsad.briefs.content import Block, Brief, EvidenceList, Figure, Notice, Paragraph, Quotes, Run, Table, Timeline
from marsad.briefs.pictures import legend, picture_png
from marsad.briefs.short import short_form
from marsad.briefs.wordml import WIDTH_CM, Writer, packed
from marsad.briefs.words import bare

if TYPE_CHECKING:
    from docx.document import Document

FIXED = datetime(1980, 1, 1, tzinfo=UTC)
"""Day written into the file's properties: a day of making would give the same inputs other bytes."""


def render_docx(brief: Brief) -> bytes:
    """The file; the same brief gives the same bytes."""
    short = short_form(brief)
    writer = Writer.begin(short.language, short.direction)
    _properties(writer.document, short)
    writer.paragraph([Run(short.title)], style="Title")
    writer.paragraph([Run(short.about)], style="Subtitle")
    for section in short.sections:
        writer.paragraph([Run(section.title)], style="Heading 1")
        for block in section.blocks:
            _block(block, short, writer)
    writer.paragraph([Run(short.label("made-by"))], style="Source")
    buffer = io.BytesIO()
    writer.document.save(buffer)
    return packed(buffer.getvalue())


def _properties(document: Document, brief: Brief) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = bare(brief.title), "Marsad", brief.language
    properties.created = properties.modified = FIXED
    properties.last_modified_by, properties.revision, properties.comments = "Marsad", 1, ""


def _block(block: Block, brief: Brief, writer: Writer) -> None:
    match block:
        case Paragraph():
            writer.paragraph([Run(" ".join(fact.text for fact in block.facts))])
        case Notice():
            writer.paragraph([Run(block.text)], style="Warning" if block.strong else "Source")
        case Table():
            _table(block, brief, writer)
        case Figure():
            _figure(block, writer)
        case Timeline():
            _timeline(block, brief, writer)
        case Quotes():
            for quote in block.items:
                writer.paragraph([Run(quote.text, quote.language)], style="Quote", language=quote.language)
                writer.paragraph([*quote.holder, *_marks(quote.refs, brief)], style="Source")
        case EvidenceList():
            for item in block.items:
                writer.paragraph([Run(f"[{item.number}] "), Run(item.text, item.language)], style="Quote", language=item.language)
                origin = [part for i, run in enumerate(item.origin) for part in ((Run(" · "), run) if i else (run,))]
                writer.paragraph([*origin, Run(f" · {item.note}")], style="Source")


def _marks(refs: tuple[str, ...], brief: Brief) -> list[Run]:
    """Numbers of evidence behind records, as runs."""
    return [Run(f" \u2066[{number}]\u2069") for number in brief.numbers_of(refs)]


def _with_marks(runs: tuple[Run, ...], brief: Brief) -> list[Run]:
    return [part for run in runs for part in ([run] if run.text else []) + _marks(run.refs, brief)]


def _table(table: Table, brief: Brief, writer: Writer) -> None:
    writer.paragraph([Run(table.caption)], style="Caption", keep=True)
    heads = [*([table.groups] if table.groups else []), table.heads]
    made = writer.table(len(heads) + len(table.rows), _weights(table))
    for row, cells in enumerate(heads):
        column = 0
        for head in cells:
            writer.fill(made, (row, column), [Run(head.text)], align=head.align, bold=True, span=head.span)
            column += head.span
        writer.repeat(made, row)
    for row, found in enumerate(table.rows, len(heads)):
        for column, cell in enumerate(found):
            writer.fill(made, (row, column), _with_marks(cell.runs, brief), align=cell.align, bold=cell.heading)
    if table.note:
        writer.paragraph([Run(table.note)], style="Source")


def _weights(table: Table) -> list[int]:
    """How wide each column wants to be: its longest text, kept between a figure's width and a third of the page."""
    columns = range(len(table.heads))
    told = [max((len(bare("".join(r.text for r in row[i].runs))) for row in table.rows), default=0) for i in columns]
    # a heading breaks at its blanks, so it asks for half its length
    heads = [bare(head.text) for head in table.heads]
    word = [max((len(part) for part in head.split()), default=0) for head in heads]
    return [min(max(told[i] + 2, len(heads[i]) // 2 + 2, word[i] + 4, 7), 34) for i in columns]


def _figure(figure: Figure, writer: Writer) -> None:
    writer.paragraph([Run(figure.title)], style="Caption", keep=True)
    writer.picture(picture_png(figure.picture), WIDTH_CM * 0.62, bare(figure.alternative))
    writer.legend(legend(figure.picture))
    writer.paragraph([Run(f"{figure.source} {figure.note or ''}".strip())], style="Source")


def _timeline(timeline: Timeline, brief: Brief, writer: Writer) -> None:
    for entry in timeline.entries:
        title = [Run(entry.title), *_marks(entry.refs, brief), Run(f" · {entry.when}")]
        writer.paragraph(title, style="Heading 2")
        for label, runs in entry.lines:
            writer.paragraph([Run(f"{label}{brief.label('colon')}"), *runs])
