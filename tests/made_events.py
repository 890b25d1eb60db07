"""Events made for tests of the archive and of panels: a few columns given, the others empty."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from marsad.base.frames import EVENT_SCHEMA, Coverage, EventImport
from marsad.base.months import first_day, month_of_date

USUAL = {"source": "ucdp-ged", "release": "24.1", "type": "ASSAULT", "quad_class": 4, "flags": "", "violence": "state-based"}


def event_rows(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """A table in the columns of the events table; `month_id` or `date_end` gives the other."""
    made = []
    for number, row in enumerate(rows):
        whole = {**USUAL, "id": f"event:{number:06d}", "source_id": str(number), "row": number + 1, **row}
        if "date_end" in whole:
            whole["month_id"] = month_of_date(whole["date_end"])
        elif whole.get("month_id") is not None:
            whole["date_end"] = first_day(whole["month_id"])
        whole.setdefault("date_start", whole.get("date_end") or date(2020, 1, 1))
        made.append(whole)
    return pa.Table.from_pylist(made, schema=EVENT_SCHEMA)


def event_import(table: pa.Table, coverage: Sequence[Coverage] = (), **given: Any) -> EventImport:
    """An import of that table; source, release, path, sha256 and rejects may be given."""
    rejects = tuple(given.pop("rejects", ()))
    usual = {"source": "ucdp-ged", "release": "24.1", "path": "events.csv", "sha256": "ab" * 32}
    return EventImport(
        **{**usual, **given}, rows_read=table.num_rows + len(rejects), events=table, rejects=rejects, ignored=(), coverage=tuple(coverage)
    )
