"""The end of a brief: the sentences behind it, sources and licences, how to read it and its limits."""

from __future__ import annotations

from marsad.base.records import Document
from marsad.briefs.ahead import yardstick_table
from marsad.briefs.content import Block, Cell, Evidence, EvidenceList, Head, Notice, Run, Table
from marsad.briefs.gathering import Book, Library
from marsad.briefs.happened import figure, missing_countries, text
from marsad.briefs.inputs import BriefInputs, Source
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import Words, isolate, script_of

ALWAYS = ("counts", "onset", "interval", "together", "lag")
"""Limits that hold for every brief; the one on boundaries stands with the map."""


def evidence(words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """Every sentence cited, in the order of its number."""
    items = []
    for number, records in book.held:
        first = records[0]
        document = library.document(first)
        runs: list[Run] = []
        if document is not None:
            runs += [Run(isolate(document.publisher), document.language)] if document.publisher else []
            title = library.title(document)
            runs += [Run(isolate(title), document.language)] if title else []
            runs += [Run(words.day(document.published))] if document.published else []
        kind = words.say(f"kind-{first.source_kind}")
        rules = dict.fromkeys(record.rule for record in records if record.rule)
        note = words.say("evidence-note", kind=kind, rule="+".join(rules)) if rules else kind
        items.append(
            Evidence(
                number,
                f"s-{number}",
                tuple(record.id for record in records),
                library.sentence(first),
                (document.language if document else None) or words.language,
                tuple(runs),
                note,
            )
        )
    if not items:
        return (Notice(words.say("evidence-none")),)
    return (Notice(words.say("evidence-intro")), EvidenceList(tuple(items)))


def sources(inputs: BriefInputs, words: Words, library: Library) -> tuple[Block, ...]:
    """Sources of figures with licence and citation, the texts read, and the records set aside."""
    blocks: list[Block] = []
    if _with_terms(inputs):
        names = ("name", "release", "licence", "rows", "citation")
        heads = tuple(Head(words.say(f"head-{name}"), "number" if name == "rows" else "text") for name in names)
        rows: list[tuple[Cell, ...]] = []
        for source in _with_terms(inputs):
            count = words.say("no-statement") if source.rows is None else words.number(source.rows)
            told = [Cell((Run(isolate(value), script_of(value)),)) for value in (source.licence, source.citation)]
            release = Cell((Run(told_vintage(source.release, words)),))
            name = Cell((Run(isolate(source.name), script_of(source.name)),), heading=True)
            rows.append((name, release, told[0], figure(count, source.rows), told[1]))
        blocks.append(Table("source-list", words.say("sources-caption"), heads, tuple(rows)))
    if inputs.documents:
        heads = tuple(Head(words.say(f"head-{name}")) for name in ("day", "publisher", "title", "language"))
        rows = [
            _document_row(document, words, library) for document in sorted(inputs.documents, key=lambda d: (str(d.published or ""), d.id))
        ]
        blocks.append(Table("texts", words.say("texts-caption"), heads, tuple(rows)))
    blocks.append(Notice(words.say("rejects", count=inputs.rejects)))
    return tuple(blocks)


def _with_terms(inputs: BriefInputs) -> list[Source]:
    """Sources with a licence or a citation; a publisher without either stands in the table of texts."""
    return [source for source in inputs.sources if source.licence or source.citation]


def _document_row(document: Document, words: Words, library: Library) -> tuple[Cell, ...]:
    day = words.day(document.published) if document.published else words.say("date-unknown")
    told = [
        Cell((Run(isolate(value), document.language),)) if value else text(words.say("no-statement"))
        for value in (document.publisher, library.title(document))
    ]
    language = words.say(f"language-{document.language}") if document.language in ("ar", "fr", "en") else document.language
    return (text(day), *told, text(language))


def limits(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """The yardstick, then every limit that holds, one sentence each."""
    notes = [words.say(f"limit-{name}") for name in (*ALWAYS, *inputs.assessment.notes)]
    if inputs.stale:
        notes.insert(0, words.say("limit-stale", month=words.month(inputs.forecast.origin)))
    if inputs.missing:
        notes.append(missing_countries(inputs, words))
    return (yardstick_table(words), *(Notice(note) for note in (*notes, *inputs.caveats)))
