"""One brief as a PDF through Typst: tagged, PDF/UA-1, fonts inside, no clock; the short form, one to four pages."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any

from marsad.base.errors import BriefError
from marsad.base.places import static_file
from marsad.briefs.content import (
    Block,
    Brief,
    Cell,
    EvidenceList,
    Figure,
    Head,
    MapPicture,
    Notice,
    Paragraph,
    Quotes,
    ReliabilityPicture,
    Run,
    Table,
    Timeline,
)
from marsad.briefs.pictures import FONT, legend, picture_png, picture_svg
from marsad.briefs.short import short_form, tightened, without_annex
from marsad.briefs.words import bare, direction

PAGES_MOST = 4
"""A brief on paper is one to four pages."""

NASKH, PICTURE_FACE = "Noto Naskh Arabic", "Amiri"
"""Typst loses the letters behind Noto's separate dots when it sets text of a picture, and PDF/UA refuses glyphs without letters."""

MARKS = re.compile("[\u064b-\u0652]")
"""Vowel marks, which it loses the same way; a short label reads without them."""

LOST = "missing codepoints"
"""What Typst says of glyphs without letters."""

WIDTHS = ((MapPicture, 50), (ReliabilityPicture, 40))
WIDTH_OTHER = 64
"""Percent of the width of the text that a picture takes."""
SMALL, SMALLEST = 0.9, 0.82
"""Scales of type and pictures where all else did not make room: running text of 8 points still reads well, below 7 it would not."""


def render_pdf(brief: Brief) -> bytes:
    """The file; the same brief gives the same bytes.

    What would need a fifth page is left out, first the sentences behind the brief, then rows of tables; then type is set smaller.

    Raises:
        BriefError: Typst refused the document, for instance for a picture without a text alternative.
    """
    short = short_form(brief)
    made = _set(short)
    for cut, scale in ((without_annex, 1.0), (tightened, 1.0), (lambda brief: brief, SMALL), (lambda brief: brief, SMALLEST)):
        if pages_of(made) <= PAGES_MOST:
            return made
        short = cut(short)
        made = _set(short, scale)
    return made


def _set(brief: Brief, scale: float = 1.0) -> bytes:
    """The brief with pictures as drawings; as points where a drawing holds letters that a PDF would lose."""
    content = content_of(brief) | {"scale": scale}
    try:
        return set_pdf(content)
    except BriefError as wrong:
        if LOST not in str(wrong):
            raise
    pictures = [b for s in brief.sections for b in s.blocks if isinstance(b, Figure)]
    for block in (b for s in content["sections"] for b in s["blocks"] if b["kind"] == "figure"):
        block["png"] = list(picture_png(next(p.picture for p in pictures if p.key == block["key"])))
    return set_pdf(content)


def pages_of(made: bytes) -> int:
    """Pages of a PDF as Typst writes it, its page tree in plain sight."""
    found = re.search(rb"/Type\s*/Pages\s*/Count (\d+)", made)
    if found is None:
        raise BriefError("the PDF does not say how many pages it has: this version of Typst is not known to Marsad; install typst 0.15")
    return int(found[1])


def set_pdf(content: dict[str, Any]) -> bytes:
    """The content laid out by the template.

    Raises:
        BriefError: Typst refused it.
    """
    import typst

    template = resources.files("marsad.briefs").joinpath("templates", "brief.typ").read_bytes()
    given = {"brief": json.dumps(content, ensure_ascii=False)}
    try:
        made = typst.compile(
            template, font_paths=_fonts(), sys_inputs=given, format="pdf", pdf_standards=["ua-1"], timestamp=0, ignore_system_fonts=True
        )
    except typst.TypstError as wrong:
        raise BriefError(
            f"the brief cannot be set as PDF: {wrong.message}; report this with the brief's region, month, language"
        ) from wrong
    assert isinstance(made, bytes)  # one document, one file
    return made


@cache
def _fonts() -> Any:
    import typst

    # no font of the system: the same inputs would give other bytes on another machine
    return typst.Fonts(include_system_fonts=False, font_paths=[str(static_file(FONT).parent)])


def content_of(brief: Brief) -> dict[str, Any]:
    """The brief as plain values for the template: it lays out and knows no words."""
    return {
        "language": brief.language,
        "direction": brief.direction,
        "title": brief.title,
        "plain": bare(brief.title),
        "about": brief.about,
        "made": brief.label("made-by"),
        "colon": brief.label("colon"),
        "sections": [
            {"key": s.key, "title": s.title, "blocks": [plain for block in s.blocks if (plain := _block(block, brief))]}
            for s in brief.sections
        ],
    }


def _block(block: Block, brief: Brief) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "text": " ".join(fact.text for fact in block.facts)}
        case Notice():
            return {"kind": "notice", "text": block.text, "strong": block.strong}
        case Table():
            return _table(block, brief)
        case Figure():
            return _figure(block)
        case Timeline():
            entries = [
                {
                    "anchor": entry.anchor,
                    "when": entry.when,
                    "title": entry.title,
                    "refs": brief.numbers_of(entry.refs),
                    "lines": [{"label": label, "runs": _runs(runs, brief)} for label, runs in entry.lines],
                }
                for entry in block.entries
            ]
            return {"kind": "timeline", "entries": entries}
        case Quotes():
            quotes = [
                {"text": q.text, **_voice(q.language), "holder": _runs(q.holder, brief), "refs": brief.numbers_of(q.refs)}
                for q in block.items
            ]
            return {"kind": "quotes", "items": quotes}
        case EvidenceList():
            items = [
                {"number": e.number, "anchor": e.anchor, "text": e.text, **_voice(e.language), "origin": _origin(e.origin, brief)}
                for e in block.items
            ]
            return {"kind": "evidence", "items": items}


def _voice(language: str) -> dict[str, str]:
    return {"language": language, "direction": direction(language)}


def _origin(runs: tuple[Run, ...], brief: Brief) -> list[dict[str, Any]]:
    return _runs(tuple(part for i, run in enumerate(runs) for part in ((Run(" · "), run) if i else (run,))), brief)


def _runs(runs: tuple[Run, ...], brief: Brief) -> list[dict[str, Any]]:
    return [
        {"text": run.text, "language": run.language or brief.language, "refs": brief.numbers_of(run.refs), "link": run.link} for run in runs
    ]


def _table(table: Table, brief: Brief) -> dict[str, Any]:
    def cell(found: Cell) -> dict[str, Any]:
        return {"runs": _runs(found.runs, brief), "number": found.align == "number", "heading": found.heading}

    def head(found: Head) -> dict[str, Any]:
        return {"text": found.text, "number": found.align == "number", "span": found.span}

    return {
        "kind": "table",
        "key": table.key,
        "caption": table.caption,
        "groups": [head(h) for h in table.groups],
        "heads": [head(h) for h in table.heads],
        "rows": [[cell(c) for c in row] for row in table.rows],
        "note": table.note or "",
    }


def _figure(figure: Figure) -> dict[str, Any]:
    wide = next((share for kind, share in WIDTHS if isinstance(figure.picture, kind)), WIDTH_OTHER)
    return {
        "width": wide,
        "kind": "figure",
        "key": figure.key,
        "title": figure.title,
        "alternative": bare(figure.alternative),
        "svg": MARKS.sub("", picture_svg(figure.picture).replace(NASKH, PICTURE_FACE)),
        "legend": legend(figure.picture),
        "source": figure.source,
        "note": figure.note or "",
    }
