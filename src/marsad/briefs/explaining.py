"""Why a brief says what it says: for each sentence the records it rests on, their documents, spans and rules, and the scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marsad.base.months import parse_month
from marsad.base.records import Document, Engagement, Event, Statement
from marsad.briefs.content import Block, Brief, EvidenceList, Figure, Paragraph, Quotes, Table, Timeline
from marsad.briefs.gathering import Library
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.words import Words, bare

ROW = ["id", "source", "release", "source_id", "month_id", "country", "deaths_best"]
"""What is told of a row of an event table: enough to find it again at its source."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence, row, meeting or claim of a brief, and what stands behind it.

    Attributes:
        section: key of the section it stands in.
        text: the sentence as it is read, without direction marks.
        records: ids of records, or `panel:...`, `forecast:...`, `score:...`.
        basis: one mapping for each record: what it is and where it comes from.
    """

    section: str
    text: str
    records: tuple[str, ...]
    basis: tuple[dict[str, Any], ...]


def explain(brief: Brief, inputs: BriefInputs) -> tuple[Explained, ...]:
    """Every sentence of the brief with its grounds, in the order of reading; `inputs` are those the brief was composed from."""
    desk = _Desk(inputs, brief)
    return tuple(
        Explained(section.key, bare(text), records, tuple(desk.basis(record) for record in records))
        for section in brief.sections
        for block in section.blocks
        for text, records in sentences_of(block)
    )


def sentences_of(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every sentence, row or claim of a block, and the records it rests on."""
    match block:
        case Paragraph():
            yield from ((fact.text, fact.records) for fact in block.facts)
        case Table():
            for row in block.rows:
                cited = tuple(ref for cell in row for run in cell.runs for ref in run.refs)
                if records := cited or block.records:
                    told = (" ".join(run.text for run in cell.runs if run.text) for cell in row)
                    yield " | ".join(part for part in told if part), records
        case Figure() if block.twin.records:
            yield f"{block.title}. {block.alternative}", block.twin.records
        case Timeline():
            yield from ((f"{entry.title}, {entry.when}", entry.refs) for entry in block.entries)
        case Quotes():
            yield from ((f"{''.join(run.text for run in quote.holder)}: {quote.text}", quote.refs) for quote in block.items)
        case EvidenceList():
            yield from ((f"[{item.number}] {item.text}", item.records) for item in block.items)


class _Desk:
    """The records, documents and scores of one brief, by id."""

    def __init__(self, inputs: BriefInputs, brief: Brief) -> None:
        self._inputs = inputs
        self._records = {r.id: r for r in inputs.records if isinstance(r, Event | Engagement | Statement)}
        self._documents = {document.id: document for document in inputs.documents}
        self._table = {row["id"]: row for row in inputs.events.select(ROW).to_pylist()}
        # as careful with protected sites as the brief itself
        self._library = Library(inputs.documents, inputs.records, Words(brief.language, brief.territory).say("place-hidden"), inputs.terms)

    def basis(self, key: str) -> dict[str, Any]:
        """What one id stands for; an id that is not at hand says so."""
        if key in self._records:
            return self._record(self._records[key])
        if key in self._documents:
            return {"id": key, "kind": "document", **self._document(self._documents[key])}
        if key in self._table:
            return {"id": key, "kind": "row", **self._table[key]}
        kind, _, rest = key.partition(":")
        match kind:
            case "panel":
                cells = rest.startswith("cell") and self._inputs.cells is not None
                panel = self._inputs.cells if cells and self._inputs.cells is not None else self._inputs.panel
                return {"id": key, "kind": "panel", "vintage": panel.vintage, "outcome": panel.outcome, "units": len(panel.units)}
            case "forecast":
                made = self._inputs.forecast
                draws = int(made.draws.shape[2])
                return {
                    "id": key,
                    "kind": "forecast",
                    "model": made.model,
                    "vintage": made.vintage,
                    "draws": draws,
                    "scores": self._scores(),
                }
            case "score":
                return {"id": key, "kind": "score", "scores": self._scores(rest)}
            case "rows":
                return self._rows(key, rest)
            case "entity" | "nothing":
                return {"id": key, "kind": kind}
        return {"id": key, "kind": "unknown"}

    def _record(self, record: Event | Engagement | Statement) -> dict[str, Any]:
        document = self._documents.get(record.document or "")
        changed = [{"action": e.action, "time": e.time, "reason": e.reason} for e in self._inputs.ledger.of(record.id)]
        return {
            "id": record.id,
            "kind": record.kind,
            **({"changed": changed} if changed else {}),
            "rule": record.rule,
            "confidence": getattr(record, "confidence", None),
            "span": None if record.span is None else [record.span.start, record.span.end],
            "text": self._library.sentence(record),
            "document": None if document is None else {"id": document.id, **self._document(document)},
        }

    def _document(self, document: Document) -> dict[str, Any]:
        published = None if document.published is None else document.published.isoformat()
        return {
            "path": document.path,
            "publisher": document.publisher,
            "title": self._library.title(document),
            "published": published,
            "language": document.language,
        }

    def _rows(self, key: str, asked: str) -> dict[str, Any]:
        """Rows of event tables behind a count: those of the months named."""
        first, last = (parse_month(part) for part in asked.split(":")[-2:])
        rows = [row for row in self._table.values() if first <= (row["month_id"] or 0) <= last]
        return {"id": key, "kind": "rows", "count": len(rows), "vintage": self._inputs.panel.vintage, "rows": rows}

    def _scores(self, metric: str | None = None) -> list[dict[str, Any]]:
        """Scores over everything; of one metric every slice where it has no whole."""
        names = ("metric", "value", "n", "model", "reference", "reference_model", "skill")
        rows = self._inputs.scores.rows
        found = [row for row in rows if row.by == "all"] if metric is None else [row for row in rows if row.metric == metric]
        whole = [row for row in found if row.by == "all"] or found
        return [{name: getattr(score, name) for name in names} | ({} if score.by == "all" else {"slice": score.slice}) for score in whole]


def told(found: Explained) -> list[str]:
    """One explained sentence as lines for a terminal."""
    lines = [f"[{found.section}] {found.text}"]
    for entry in found.basis:
        lines.append(f"    {entry['id']}" + _rule(entry))
        document = entry.get("document") if entry["kind"] != "document" else entry
        if document:
            span = "" if entry.get("span") is None else f" [{entry['span'][0]}, {entry['span'][1]})"
            lines.append(f"        {document['path']}{span} · {document['publisher'] or '-'} · {document['published'] or '-'}")
        if entry.get("text"):
            lines.append(f"        “{entry['text']}”")
        if "count" in entry:
            lines.append(f"        {entry['count']:,} rows of event tables")
        if entry.get("source_id"):
            lines.append(f"        {entry['source']} {entry['release']} #{entry['source_id']}")
        lines += [f"        {change['action']} {change['time']}: {change['reason']}" for change in entry.get("changed", ())]
        if entry.get("vintage"):
            lines.append(f"        {entry['vintage']}")
        for score in entry.get("scores", ()):
            of = f" ({score['slice']})" if "slice" in score else ""
            beside = "" if score["reference"] is None else f" ({score['reference_model']} {score['reference']:.3f})"
            lines.append(f"        {score['metric']}{of} {score['value']:.3f}{beside}, n = {score['n']:,}")
    return lines


def _rule(entry: dict[str, Any]) -> str:
    sure = entry.get("confidence")
    return (f"  rule {entry['rule']}" if entry.get("rule") else "") + ("" if sure is None else f", confidence {sure:.2f}")
