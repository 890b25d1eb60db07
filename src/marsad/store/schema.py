"""The tables of the archive: their columns, their keys, and the version that a newer Marsad would raise."""

from __future__ import annotations

import pyarrow as pa

from marsad.base.frames import EVENT_SCHEMA

VERSION = 1
"""Raised when a table or a column is added; removing or renaming one needs a migration of its own."""

_TEXT, _INT, _LONG, _DAY, _REAL = pa.string(), pa.int32(), pa.int64(), pa.date32(), pa.float64()
_RUN = ("run", _TEXT)
_CODED = (("id", _TEXT), ("document", _TEXT), ("line", _INT))
_RECORD = (("record", _TEXT), _RUN)

TABLES: dict[str, pa.Schema] = {
    "documents": pa.schema([
        ("id", _TEXT), ("path", _TEXT), ("language", _TEXT), ("title", _TEXT), ("published", _DAY), ("publisher", _TEXT),
        ("url", _TEXT), ("retrieved", _DAY), ("text", _TEXT), *_RECORD,
    ]),
    "events": pa.schema([*EVENT_SCHEMA, pa.field(*_RUN)]),
    "engagements": pa.schema([
        *_CODED, ("form", _TEXT), ("date_start", _DAY), ("date_end", _DAY), ("month_id", _INT), ("place", _TEXT),
        ("country", _TEXT), ("host", _TEXT), ("countries", _TEXT), ("rule", _TEXT), *_RECORD,
    ]),
    "statements": pa.schema([
        *_CODED, ("speaker", _TEXT), ("office", _TEXT), ("organisation", _TEXT), ("country", _TEXT),
        ("source_kind", _TEXT), ("direct", pa.bool_()), ("text", _TEXT), *_RECORD,
    ]),
    "mentions": pa.schema([*_CODED, ("entity", _TEXT), ("text", _TEXT), ("span_start", _INT), ("span_end", _INT), *_RECORD]),
    "non_events": pa.schema([*_CODED, ("trigger", _TEXT), ("reason", _TEXT), *_RECORD]),
    "files": pa.schema([
        ("id", _TEXT), ("source", _TEXT), ("release", _TEXT), ("path", _TEXT), ("rows_read", _LONG), ("events", _LONG),
        ("rejects", _LONG), ("ignored", _LONG), _RUN,
    ]),
    "coverage": pa.schema([
        ("id", _TEXT), ("source", _TEXT), ("release", _TEXT), ("country_id", _INT), ("first", _INT), ("last", _INT),
        ("file_sha256", _TEXT), _RUN,
    ]),
    "panels": pa.schema([("name", _TEXT), ("unit_id", _LONG), ("month_id", _LONG), ("outcome", _LONG)]),
    "panel_info": pa.schema([("name", _TEXT), ("level", _TEXT), ("outcome", _TEXT), ("vintage", _TEXT), _RUN]),
    "forecasts": pa.schema([
        ("id", _TEXT), ("model", _TEXT), ("origin", _INT), ("level", _TEXT), ("vintage", _TEXT), ("units", _LONG),
        ("steps", _LONG), ("draws", _LONG), ("path", _TEXT), _RUN,
    ]),
    "quantiles": pa.schema([
        ("forecast", _TEXT), ("unit_id", _LONG), ("step", _INT), ("month_id", _INT), ("mean", _REAL),
        ("q05", _REAL), ("q10", _REAL), ("q25", _REAL), ("q50", _REAL), ("q75", _REAL), ("q90", _REAL), ("q95", _REAL),
        ("p1", _REAL), ("p25", _REAL), ("p100", _REAL),
    ]),
    "scores": pa.schema([
        ("label", _TEXT), ("metric", _TEXT), ("value", _REAL), ("n", _LONG), ("model", _TEXT), ("by", _TEXT), ("slice", _TEXT),
        ("reference", _REAL), ("reference_model", _TEXT), ("skill", _REAL), ("observed_vintage", _TEXT), _RUN,
    ]),
    "rejects": pa.schema([
        ("id", _TEXT), ("source", _TEXT), ("where", _TEXT), ("reason", _TEXT), ("content", _TEXT), ("ignored", pa.bool_()), _RUN,
    ]),
    "runs": pa.schema([
        ("id", _TEXT), ("started", _TEXT), ("finished", _TEXT), ("command", _TEXT), ("settings", _TEXT), ("inputs", _TEXT),
        ("seed", _LONG), ("version", _TEXT), ("status", _TEXT), ("counts", _TEXT),
    ]),
    "meta": pa.schema([("key", _TEXT), ("value", _TEXT)]),
}  # fmt: skip
"""Columns of every table. `p1`, `p25`, `p100` are the probabilities of at least 1, 25 and 100 deaths in the month."""

KIND_TABLES = {
    "document": "documents",
    "event": "events",
    "engagement": "engagements",
    "statement": "statements",
    "mention": "mentions",
    "non_event": "non_events",
}
"""Table that holds each kind of record."""


def empty(name: str) -> pa.Table:
    """The table of that name without a row."""
    return TABLES[name].empty_table()


def meta_rows() -> pa.Table:
    """What a new archive says of itself."""
    return pa.table({"key": ["schema_version"], "value": [str(VERSION)]}, schema=TABLES["meta"])
