"""The short form of a brief, for paper: one to four pages hold the summary, key tables, pictures, latest meetings, sources, limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.briefs.content import Block, Brief, Entry, EvidenceList, Figure, Notice, Quotes, Section, Table, Timeline
from marsad.briefs.words import Words

ROWS_MOST = {
    "events": 8, "table-events": 5, "texts": 0, "cells": 10, "named": 6, "promises": 6, "groups": 6, "pairs": 4, "hotspots": 6,
    "outcomes": 8, "presences": 6, "ties": 5, "foes": 6,
}  # fmt: skip
"""Rows of a table, by its key; other tables stay whole. A table of 0 rows is left out."""

ENTRIES_MOST = 5
QUOTES_MOST = 3
"""Meetings and claims, the latest of each."""

ENTRY_RUNS_MOST = 9
"""Runs of one line of a meeting: five topics or participants with the marks between them."""

ANNEX = "evidence"
"""The section that comes last, and goes first where room is short."""

DROPPED = frozenset({"yardstick", "map-expected"})
"""Tables and pictures that explain or say again what a table tells; the words of likelihood carry their numbers where they stand."""


def short_form(brief: Brief) -> Brief:
    """The brief with its weightiest rows, latest meetings and the sentences behind what is left, as an annex; each cut is said in place."""
    words = Words(brief.language, brief.territory)
    sections = [Section(s.key, s.title, tuple(b for block in s.blocks for b in _shorter(block, words))) for s in brief.sections]
    cited = {record for section in sections for block in section.blocks for record in _cited(block)}
    kept = [replace(s, blocks=tuple(_evidence(block, cited) for block in s.blocks)) for s in sections]
    kept.sort(key=lambda section: section.key == ANNEX)
    return replace(brief, sections=tuple(section for section in kept if section.blocks))


TIGHT_ROWS = {"events": 5, "table-events": 3, "named": 4, "promises": 4, "groups": 4, "pairs": 3, "hotspots": 4, "cells": 5}
"""The same where a fifth page threatens."""

TIGHT_ENTRIES = 3
TIGHT_QUOTES = 1

TIGHT_DROPPED = frozenset({"calendar", "reliability"})
"""Pictures whose numbers stand in tables, left out where a fifth page threatens."""


def tightened(brief: Brief) -> Brief:
    """The short form tighter still: fewer rows, meetings and claims, no notes below tables that the page holds too."""
    sections = [replace(s, blocks=tuple(b for block in s.blocks for b in _tighter(block))) for s in brief.sections]
    return replace(brief, sections=tuple(section for section in sections if section.blocks))


def _tighter(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Figure):
        return () if block.key in TIGHT_DROPPED else (block,)
    if isinstance(block, Table):
        most = TIGHT_ROWS.get(block.key)
        if most is None:
            return (block,)
        return (replace(block, rows=block.rows[:most], weights=(), note=None),)
    if isinstance(block, Timeline):
        return (Timeline(_unlinked(block.entries[-TIGHT_ENTRIES:])),)
    if isinstance(block, Quotes):
        return (Quotes(block.items[:TIGHT_QUOTES]),)
    return (block,)


def without_annex(brief: Brief) -> Brief:
    """The short form with a line that says where its sentences stand, in place of the sentences themselves."""
    told = (Notice(Words(brief.language, brief.territory).say("short-evidence")),)
    return replace(brief, sections=tuple(replace(s, blocks=told) if s.key == ANNEX else s for s in brief.sections))


def _shorter(block: Block, words: Words) -> tuple[Block, ...]:
    if isinstance(block, Figure):
        return () if block.key in DROPPED else (block,)
    if isinstance(block, Table):
        return _fewer_rows(block, words)
    if isinstance(block, Timeline) and len(block.entries) > ENTRIES_MOST:
        # a link to a meeting that is cut would lead nowhere
        kept = block.entries[-ENTRIES_MOST:]
        return Timeline(_unlinked(kept)), _cut(len(kept), len(block.entries), words)
    if isinstance(block, Timeline):
        return (Timeline(_unlinked(block.entries)),)
    if isinstance(block, Quotes) and len(block.items) > QUOTES_MOST:
        return Quotes(block.items[:QUOTES_MOST]), _cut(QUOTES_MOST, len(block.items), words)
    return (block,)


def _cut(shown: int, whole: int, words: Words) -> Notice:
    return Notice(words.say("short-cut", shown=words.number(shown), whole=words.number(whole)))


def _fewer_rows(table: Table, words: Words) -> tuple[Block, ...]:
    most = ROWS_MOST.get(table.key)
    if table.key in DROPPED or most == 0:
        return ()
    if most is None or len(table.rows) <= most:
        return (table,)
    weights = table.weights or tuple(range(len(table.rows)))
    kept = sorted(sorted(range(len(table.rows)), key=lambda i: weights[i])[:most])
    return replace(table, rows=tuple(table.rows[i] for i in kept), weights=()), _cut(most, len(table.rows), words)


def _unlinked(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    here = {entry.anchor for entry in entries}
    return tuple(
        replace(
            entry,
            lines=tuple(
                (label, tuple(replace(run, link=run.link if run.link in here else None) for run in runs[:ENTRY_RUNS_MOST]))
                for label, runs in entry.lines
            ),
        )
        for entry in entries
    )


def _cited(block: Block) -> Iterable[str]:
    if isinstance(block, Table):
        return (ref for row in block.rows for cell in row for run in cell.runs for ref in run.refs)
    if isinstance(block, Timeline):
        return (ref for entry in block.entries for ref in entry.refs)
    if isinstance(block, Quotes):
        return (ref for quote in block.items for ref in quote.refs)
    return ()


def _evidence(block: Block, cited: set[str]) -> Block:
    if not isinstance(block, EvidenceList):
        return block
    return EvidenceList(tuple(item for item in block.items if cited & set(item.records)))
