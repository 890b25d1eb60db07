"""One record with what people changed of it: as it stands now, as it stood at a moment, and why."""

from __future__ import annotations

from typing import Any

from marsad.base.corrections import Entry
from marsad.store import Where
from marsad.verbs.correcting import corrected_rows
from marsad.verbs.superseding import Basis, basis_of, changes_since, newest, told
from marsad.web import records
from marsad.web.shelf import Snapshot

MAKERS = {"events": records.event, "engagements": records.engagement, "statements": records.statement}


def record_of(snapshot: Snapshot, table: str, name: str) -> dict[str, Any]:
    """A record, with `retracted` and `changes` where people changed it; one that was retracted is still told, as such.

    Raises:
        StrangeError: the id is not of that kind.
        NotThereError: it is not in the snapshot.
    """
    row = records.one_record(snapshot, table, name, whole=True)
    changes = snapshot.ledger.of(name)
    if not changes and name not in snapshot.ledger.touched(table.removesuffix("s")):
        return MAKERS[table](row)
    rows = corrected_rows(table, snapshot.whole.rows(table, [Where("id", "=", name)], limit=1), snapshot.ledger)
    made = MAKERS[table](rows.to_pylist()[0])
    return made | {"retracted": snapshot.ledger.retraction(name) is not None, "changes": [told(e, snapshot.ledger) for e in changes]}


def notes_on(snapshot: Snapshot, place: str) -> list[dict[str, Any]]:
    """Notes in force on a place, newest first, without their authors."""
    return [{"time": e.time, "number": e.number, "text": e.reason} for e in newest(snapshot.ledger.notes(place), 50)]


def beside(snapshot: Snapshot, rest: str) -> dict[str, Any]:
    """What the desk adds to a page: notes on its place, changes to its records, and the addresses where one works on them.

    Args:
        snapshot: what the page is made from.
        rest: address of the page after its language.
    """
    kind, _, name = rest.partition("?")[0].strip("/").partition("/")
    if kind == "place":
        return {"notes": notes_on(snapshot, f"country:{name}"), "changes": [], "desk": f"desk/place/country:{name}", "records": []}
    if kind == "cell":
        return {"notes": notes_on(snapshot, f"cell:{name}"), "changes": [], "desk": f"desk/place/cell:{name}", "records": []}
    if kind == "document":
        owned = _of_document(snapshot, name)
        changed = [entry for one in owned for entry in snapshot.ledger.of(one)]
        return {"notes": [], "changes": [told(e, snapshot.ledger) for e in newest(changed, 50)], "desk": None, "records": owned}
    return {"notes": [], "changes": [], "desk": None, "records": []}


def _of_document(snapshot: Snapshot, name: str) -> list[str]:
    """Ids of a text's records, meetings first, in the order of the text."""
    found: list[str] = []
    for table, start in (("engagements", None), ("events", "span_start"), ("statements", None)):
        order = [start, "id"] if start else ["id"]
        where = [Where("document", "=", name)]
        found += snapshot.whole.rows(table, where, select=["id"], order=order)["id"].to_pylist()
    return found


def superseded_by(snapshot: Snapshot, page: bytes) -> tuple[Entry, ...]:
    """Changes made since a brief that change what it says; none for a page that does not say what it rests on."""
    from marsad.base.errors import UsageError

    try:
        basis: Basis = basis_of(page.decode("utf-8"))
    except (UsageError, UnicodeDecodeError):
        return ()
    return changes_since(basis, snapshot.ledger)
