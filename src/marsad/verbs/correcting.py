"""Corrections laid over what was read: the original stays in the archive, and what is counted and told is the corrected record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from marsad.base import places
from marsad.base.corrections import Ledger
from marsad.base.months import month_of_date
from marsad.base.records import KINDS, QUAD_CLASS, DateRange, Engagement, Event, Fatalities, Link, Place, Statement, from_json

if TYPE_CHECKING:
    import pyarrow as pa

    from marsad.store import Archive

R = TypeVar("R")
TABLES = {"events": "event", "engagements": "engagement", "statements": "statement"}
"""Tables whose rows can be corrected, and the kind of record in each."""

_PLACE = ("place", "lat", "lon", "cell", "place_precision_m")


def corrected_records(records: Iterable[Any], ledger: Ledger) -> tuple[Any, ...]:
    """The records as the ledger has them: without those retracted, with the changes, ties and statuses that people set."""
    if not ledger.entries:
        return tuple(records)
    found = []
    for record in records:
        if not isinstance(record, Event | Engagement | Statement):
            found.append(record)
        elif ledger.retraction(record.id) is None:
            found.append(corrected(record, ledger))
    return tuple(found)


def corrected(record: R, ledger: Ledger) -> R:
    """One record with its changes; whether it was retracted is for the caller to ask."""
    if isinstance(record, Event):
        return _event(record, ledger)  # type: ignore[return-value]
    if isinstance(record, Engagement):
        return _engagement(record, ledger)  # type: ignore[return-value]
    return record


def _links(record: Event | Engagement, ledger: Ledger) -> tuple[Link, ...]:
    """Links without those to retracted records and those that were split, with those that were confirmed."""
    same, apart = ledger.pairs
    split = {frozenset(pair) for pair in apart}
    kept = [
        link
        for link in record.links
        if ledger.retraction(link.to) is None and not (link.rel == "same_as" and frozenset((record.id, link.to)) in split)
    ]
    tied = [Link("same_as", stays) for stays, other in same if other == record.id and ledger.retraction(stays) is None]
    return tuple(dict.fromkeys((*kept, *tied)))


def _date(found: Mapping[str, str]) -> DateRange:
    return DateRange(date.fromisoformat(found["start"]), date.fromisoformat(found["end"]), "day", "stated")


def _place(held: Place | None, changes: Mapping[str, Any]) -> Place | None:
    """The place as corrected: a cell fixes its country and its centre; another country leaves no finer place."""
    if "cell" in changes and changes["cell"] is not None:
        lon, lat = places.cell_centre(changes["cell"])
        code = changes.get("country") or places.country_of_cell(changes["cell"])
        return Place(None, code, lat, lon, changes["cell"], "stated", 39_000.0)
    if "country" in changes and (held is None or held.country != changes["country"]):
        return Place(None, changes["country"], basis="stated")
    if "cell" in changes and held is not None:
        return replace(held, name=None, lat=None, lon=None, cell=None, precision_m=None)
    return held


def _event(record: Event, ledger: Ledger) -> Event:
    changes = ledger.changes(record.id)
    made = replace(record, links=_links(record, ledger), place=_place(record.place, changes))
    if "type" in changes:
        made = replace(made, type=changes["type"], quad_class=QUAD_CLASS[changes["type"]])
    if "date" in changes:
        made = replace(made, date=_date(changes["date"]))
    if "deaths" in changes:
        deaths = changes["deaths"]
        made = replace(made, fatalities=None if deaths is None else Fatalities(**deaths))
    if "flags" in changes:
        made = replace(made, flags=tuple(changes["flags"]))
    return made


def _engagement(record: Engagement, ledger: Ledger) -> Engagement:
    changes = ledger.changes(record.id)
    made = replace(record, links=_links(record, ledger), place=_place(record.place, changes))
    if "form" in changes:
        made = replace(made, form=changes["form"])
    if "date" in changes:
        made = replace(made, date=_date(changes["date"]))
    outcomes = list(made.outcomes)
    for entry in ledger.statuses(record.id):
        number, status = entry.body["outcome"], entry.body["status"]
        # a reader made anew may find fewer outcomes than the one whose record was judged
        if number < len(outcomes):
            outcomes[number] = replace(outcomes[number], status=int(status) if status.isdigit() else status)
    return replace(made, outcomes=tuple(outcomes))


def corrected_rows(name: str, rows: pa.Table, ledger: Ledger) -> pa.Table:
    """Rows of a table as the ledger has them, retracted ones too; other columns than the archive's stay as they are.

    Args:
        name: events, engagements or statements.
        rows: few, such as those that the ledger touches.
        ledger: entries in force.
    """
    import pyarrow as pa

    kind = TABLES[name]
    made = [_row(kind, row, ledger) for row in rows.to_pylist()]
    return pa.Table.from_pylist(made, schema=rows.schema)


def _row(kind: str, row: dict[str, Any], ledger: Ledger) -> dict[str, Any]:
    if row.get("record"):
        from marsad.store.rows import table_of

        record = corrected(from_json(KINDS[kind], json.loads(row["record"])), ledger)
        made = table_of(kind, [record], row.get("run")).to_pylist()[0]
        return _withheld(row | {key: value for key, value in made.items() if key in row})
    return _withheld(_table_row(row, ledger.changes(row["id"]))) if kind == "event" else row


def _withheld(row: dict[str, Any]) -> dict[str, Any]:
    """A correction must not tell what publishing took out: a protected site keeps its country alone."""
    return row | dict.fromkeys(_PLACE) if row.get("coarsened") else row


def _table_row(row: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """A row of an event table with its changes."""
    made = dict(row)
    if "type" in changes:
        made |= {"type": changes["type"], "quad_class": QUAD_CLASS[changes["type"]]}
    if "date" in changes:
        start, end = (date.fromisoformat(changes["date"][key]) for key in ("start", "end"))
        made |= {"date_start": start, "date_end": end, "month_id": month_of_date(end), "date_precision": "day", "date_basis": "stated"}
    if "deaths" in changes:
        deaths = changes["deaths"] or {}
        made |= {f"deaths_{key}": deaths.get(key) for key in ("low", "best", "high")}
    if "flags" in changes:
        made["flags"] = ",".join(changes["flags"])
    if changes.keys() & {"country", "cell"}:
        held = Place(row["place"], row["country"], row["lat"], row["lon"], row["cell"])
        place = _place(held, changes) or Place(None)
        country = places.country_by_iso3(place.country) if place.country else None
        made |= {
            "place": place.name, "country": place.country, "country_id": country.numeric if country else None, "lat": place.lat,
            "lon": place.lon, "cell": place.cell, "place_precision_m": place.precision_m,
        }  # fmt: skip
    return made


def left_out(ledger: Ledger, kind: str = "event") -> frozenset[str]:
    """Ids that nothing counts: retracted records, and the second of two table rows that somebody found to be one event."""
    gone = {record for record in ledger.touched(kind) if ledger.retraction(record) is not None}
    return frozenset(gone | {other for stays, other in ledger.pairs[0] if other.startswith(f"{kind}:") and stays not in gone})


def corrected_events(archive: Archive) -> Any:
    """The archive's events as its log has them, as an Ibis expression: what panels count."""
    from marsad.store.desk import read_ledger

    events, ledger = archive.events(), read_ledger(archive.folder)
    touched = ledger.touched("event")
    if not touched:
        return events
    import ibis
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = archive.execute(events.filter(events.id.isin(list(touched))))
    gone = pa.array(sorted(left_out(ledger)), pa.string())
    # copies among coded events carry a tie that readers follow; table rows have nobody to follow one, so the copy goes
    coded_copy = pc.and_(pc.is_valid(rows["document"]), pc.invert(_retracted(rows["id"], ledger)))
    kept = corrected_rows("events", rows, ledger).filter(pc.or_(pc.invert(pc.is_in(rows["id"], value_set=gone)), coded_copy))
    others = events.filter(~events.id.isin(list(touched)))
    return others.union(ibis.memtable(kept)) if kept.num_rows else others


def _retracted(ids: pa.ChunkedArray, ledger: Ledger) -> Any:
    import pyarrow as pa

    return pa.chunked_array([pa.array([ledger.retraction(one) is not None for one in ids.to_pylist()], pa.bool_())])


def summary(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a record said before somebody changed it, for the log: enough to know later what rested on it."""
    days = {key: None if row.get(key) is None else row[key].isoformat() for key in ("date_start", "date_end")}
    found: dict[str, Any] = {"country": row.get("country"), "document": row.get("document"), **days}
    for name in ("type", "form", "cell", "source", "host", "countries", "deaths_low", "deaths_best", "deaths_high"):
        if row.get(name) is not None:
            found[name] = row[name]
    return found


def twins(events: Sequence[Mapping[str, Any]], engagement: str) -> list[dict[str, Any]]:
    """Rows of events that stand for a meeting: they go and come with it."""
    return [dict(row) for row in events if row.get("record") and json.loads(row["record"]).get("engagement") == engagement]
