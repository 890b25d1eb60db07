"""Records as rows of the archive's tables, and back; a row keeps the whole record as JSON beside the columns that pages ask for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from marsad.base.errors import RecordError, StoreError
from marsad.base.frames import Coverage, EventImport
from marsad.base.months import month_of_date
from marsad.base.places import country_by_iso3
from marsad.base.records import (
    KINDS,
    Actor,
    DateRange,
    Document,
    Engagement,
    Event,
    Mention,
    NonEvent,
    Place,
    Reject,
    Statement,
    as_json,
    record_id,
)
from marsad.base.records import from_json as record_from_json
from marsad.store.schema import KIND_TABLES, TABLES

Coded = Event | Engagement | Statement | Mention | NonEvent
CODED_SOURCE = "marsad"
"""The `source` of events that Marsad read out of documents itself."""


def text_of(record: object) -> str:
    """A record as JSON text, the same for the same record."""
    return json.dumps(as_json(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def record_of(kind: str, row: dict[str, Any]) -> Any:
    """The record that a row was made from.

    Raises:
        StoreError: the row's JSON is no record of this kind.
    """
    try:
        values = json.loads(row["record"])
        if kind == "document":
            values["text"] = row["text"]
        return record_from_json(KINDS[kind], values)
    except (ValueError, TypeError, RecordError) as wrong:
        raise StoreError(f"{kind} {row.get('id')} in the archive cannot be read back ({wrong}): import its document again") from wrong


def table_of(kind: str, records: Sequence[Any], run: str | None) -> pa.Table:
    """Rows of the kind's table, one a record; of records that are wholly alike only the first."""
    make: dict[str, Callable[[Any], dict[str, Any]]] = {
        "document": _document,
        "event": _event,
        "engagement": _engagement,
        "statement": _statement,
        "mention": _mention,
        "non_event": _non_event,
    }
    rows: dict[str, dict[str, Any]] = {}
    for record in records:
        text = text_of(record)
        row = {**make[kind](record), "record": text, "run": run}
        row.setdefault("id", record_id(kind, text))
        held = rows.setdefault(row["id"], row)
        if held["record"] != text:
            raise StoreError(
                f"two records of kind {kind} share the id {row['id']} and differ: the coder that made them must give each its own id"
            )
    return pa.Table.from_pylist(list(rows.values()), schema=TABLES[KIND_TABLES[kind]])


def rejects_of(rejects: Iterable[Reject], run: str | None, *, ignored: bool = False) -> pa.Table:
    """Rows of the rejects table; `ignored` marks rows that are no data, such as a tag row."""
    rows = {}
    for reject in rejects:
        key = record_id("reject", reject.source, reject.where, reject.reason, reject.content)
        rows[key] = {
            "id": key, "source": reject.source, "where": reject.where, "reason": reject.reason, "content": reject.content,
            "ignored": ignored, "run": run,
        }  # fmt: skip
    return pa.Table.from_pylist(list(rows.values()), schema=TABLES["rejects"])


def coverage_of(given: EventImport, run: str | None) -> pa.Table:
    """Rows of the coverage table."""
    rows = [
        {
            "id": record_id("coverage", given.source, given.release, given.sha256, c.country_id, c.first, c.last),
            "source": given.source, "release": given.release, "country_id": c.country_id, "first": c.first, "last": c.last,
            "file_sha256": given.sha256, "run": run,
        }
        for c in dict.fromkeys(given.coverage)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=TABLES["coverage"])


def coverages(table: pa.Table) -> tuple[Coverage, ...]:
    """The claims of a coverage table, without source and release."""
    return tuple(dict.fromkeys(Coverage(r["country_id"], r["first"], r["last"]) for r in table.to_pylist()))


def file_of(given: EventImport, run: str | None) -> pa.Table:
    """The row of the files table for one import."""
    row = {
        "id": record_id("file", given.source, given.release, given.sha256), "source": given.source, "release": given.release,
        "path": given.path, "rows_read": given.rows_read, "events": given.events.num_rows, "rejects": len(given.rejects),
        "ignored": len(given.ignored), "run": run,
    }  # fmt: skip
    return pa.Table.from_pylist([row], schema=TABLES["files"])


def same_rows(left: pa.Table, right: pa.Table, columns: Iterable[str]) -> Any:
    """Which rows agree in all the columns; empty agrees with empty. Both tables in the same order."""
    agree = pa.chunked_array([pa.array([True] * left.num_rows, pa.bool_())])
    for name in columns:
        a, b = left[name], right[name]
        equal = pc.fill_null(pc.equal(a, b), False)
        agree = pc.and_(agree, pc.or_(equal, pc.and_(pc.is_null(a), pc.is_null(b))))
    return agree


def _document(record: Document) -> dict[str, Any]:
    return {
        "id": record.id, "path": record.path, "language": record.language, "title": record.title, "published": record.published,
        "publisher": record.publisher, "url": record.url, "retrieved": record.retrieved, "text": record.text,
    }  # fmt: skip


def _dates(date: DateRange) -> dict[str, Any]:
    return {"date_start": date.start, "date_end": date.end, "month_id": month_of_date(date.end) if date.end else None}


def _country_number(place: Place | None) -> int | None:
    found = country_by_iso3(place.country) if place and place.country else None
    return found.numeric if found else None


def _first(actors: tuple[Actor, ...]) -> Actor | None:
    return actors[0] if actors else None


def _event(record: Event) -> dict[str, Any]:
    place, actor, recipient, deaths = record.place, _first(record.actors), _first(record.recipients), record.fatalities
    row: dict[str, Any] = {
        "id": record.id, "source": CODED_SOURCE, "release": record.coder, "document": record.document, "line": record.line,
        "type": record.type, "modes": ",".join(record.modes), "contexts": ",".join(record.contexts), "quad_class": record.quad_class,
        **_dates(record.date), "date_precision": record.date.precision, "date_basis": record.date.basis,
        "actor": actor.name if actor else None, "actor_entity": actor.entity if actor else None,
        "recipient": recipient.name if recipient else None, "recipient_entity": recipient.entity if recipient else None,
        "flags": ",".join(record.flags), "source_kind": record.source_kind, "rule": record.rule, "confidence": record.confidence,
        "text": record.text,
    }  # fmt: skip
    if place is not None:
        row |= {
            "place": place.name, "country": place.country, "country_id": _country_number(place), "lat": place.lat, "lon": place.lon,
            "cell": place.cell, "place_basis": place.basis, "place_precision_m": place.precision_m,
        }  # fmt: skip
    if deaths is not None:
        row |= {"deaths_low": deaths.low, "deaths_best": deaths.best, "deaths_high": deaths.high}
    if record.span is not None:
        row |= {"span_start": record.span.start, "span_end": record.span.end}
    return row


def _engagement(record: Engagement) -> dict[str, Any]:
    countries = dict.fromkeys(p.country for p in record.participants if p.country)
    return {
        "id": record.id, "document": record.document, "line": record.line, "form": record.form, **_dates(record.date),
        "place": record.place.name if record.place else None, "country": record.place.country if record.place else None,
        "host": record.host, "countries": ",".join(countries), "rule": record.rule,
    }  # fmt: skip


def _statement(record: Statement) -> dict[str, Any]:
    who = record.speaker
    return {
        "id": record.id, "document": record.document, "line": record.line, "speaker": who.name if who else None,
        "office": who.office if who else None, "organisation": who.organisation if who else None,
        "country": who.country if who else None, "source_kind": record.source_kind, "direct": record.direct, "text": record.text,
    }  # fmt: skip


def _mention(record: Mention) -> dict[str, Any]:
    return {
        "document": record.document, "line": record.line, "entity": record.entity, "text": record.text,
        "span_start": record.span.start, "span_end": record.span.end,
    }  # fmt: skip


def _non_event(record: NonEvent) -> dict[str, Any]:
    return {"document": record.document, "line": record.line, "trigger": record.trigger, "reason": record.reason}
