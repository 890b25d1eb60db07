"""Rows of a snapshot as the plain values that pages and the API give."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from marsad.base.findings import THRESHOLDS, Outlook, Situation
from marsad.base.months import format_month
from marsad.base.places import country_by_iso3, country_by_numeric
from marsad.store import Where
from marsad.web.shelf import NotThereError, Snapshot, StrangeError

DOCUMENT = re.compile(r"[0-9a-f]{64}")
RECORD = re.compile(r"(event|engagement|statement):[0-9a-z_.:-]{1,80}")


def event(row: Mapping[str, Any]) -> dict[str, Any]:
    """An event, of a text or of a table."""
    return {
        "id": row["id"], "source": row["source"], "release": row["release"], "source_id": row["source_id"], "document": row["document"],
        "type": row["type"], "modes": listed(row["modes"]), "contexts": listed(row["contexts"]), "violence": row["violence"],
        "date": dates(row), "place": place(row), "actor": named(row, "actor"), "recipient": named(row, "recipient"),
        "deaths": toll(row), "flags": listed(row["flags"]), "source_kind": row["source_kind"],
        "span": None if row["span_start"] is None else [row["span_start"], row["span_end"]],
        "rule": row["rule"], "confidence": row["confidence"], "reports": row["reports"], "text": row["text"],
    }  # fmt: skip


def listed(text: str | None) -> list[str]:
    """A comma-separated text as a list."""
    return [part for part in (text or "").split(",") if part]


def dates(row: Mapping[str, Any]) -> dict[str, Any]:
    """When, with how finely it is known."""
    found = {"start": day(row["date_start"]), "end": day(row["date_end"])}
    return found | {"precision": row.get("date_precision") or "day", "basis": row.get("date_basis")}


def day(value: date | None) -> str | None:
    """A day as 2026-05-12."""
    return value.isoformat() if value else None


def place(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Where; `coarsened` says why a finer place is not told."""
    if row["place"] is None and row["country"] is None:
        return None
    return {
        "name": row["place"], "country": row["country"], "lat": row["lat"], "lon": row["lon"], "cell": row["cell"],
        "basis": row["place_basis"], "precision_m": row["place_precision_m"], "coarsened": row["coarsened"],
    }  # fmt: skip


def named(row: Mapping[str, Any], role: str) -> dict[str, Any] | None:
    """An actor as named, the entity it stands for, and the armed group where it is one."""
    return {"name": row[role], "entity": row[f"{role}_entity"], "group": row.get(f"{role}_group")} if row[role] else None


def acted(snapshot: Snapshot, role: str, entity: str) -> Where:
    """Events in which an entity is actor or recipient; a group is known by its name in each table too, in a snapshot of this Marsad."""
    column = f"{role}_group" if entity.startswith("group:") else f"{role}_entity"
    return Where(column if column in snapshot.rows.columns("events") else f"{role}_entity", "=", entity)


def toll(row: Mapping[str, Any]) -> dict[str, int] | None:
    """Deaths, or None where nothing is said of them."""
    if row["deaths_best"] is None:
        return None
    return {"low": row["deaths_low"], "best": row["deaths_best"], "high": row["deaths_high"]}


def coded(row: Mapping[str, Any]) -> dict[str, Any]:
    """A record that was coded from a text, whole."""
    found: dict[str, Any] = json.loads(row["record"])
    return found


def engagement(row: Mapping[str, Any]) -> dict[str, Any]:
    """A meeting, visit, call, summit or agreement, with every country that has part in it."""
    return coded(row) | {"parties": listed(row["parties"])}


def document(row: Mapping[str, Any]) -> dict[str, Any]:
    """A text's card, without the text."""
    return coded(row)


def statement(row: Mapping[str, Any]) -> dict[str, Any]:
    """What somebody said."""
    return coded(row)


def situation(found: Situation | None) -> dict[str, Any] | None:
    """Where a unit stands."""
    if found is None:
        return None
    change = None
    if found.last12 is not None and found.before12:
        change = found.last12 / found.before12 - 1
    return {
        "month": format_month(found.month), "deaths": found.deaths, "mean12": found.mean12, "mean36": found.mean36,
        "last12": found.last12, "before12": found.before12, "change": change, "observed12": found.observed12, "peak": found.peak,
        "peak_month": found.peak_month and format_month(found.peak_month), "quiet": found.quiet,
    }  # fmt: skip


def outlook(found: Outlook) -> dict[str, Any]:
    """What to expect over some months together."""
    return {
        "months": found.horizon, "mean": found.mean, "median": found.median, "half": list(found.half), "ninety": list(found.ninety),
        "chance": dict(zip((str(t) for t in THRESHOLDS), found.chance, strict=True)), "draws": found.draws,
    }  # fmt: skip


def one_document(snapshot: Snapshot, name: str) -> dict[str, Any]:
    """The row of a document.

    Raises:
        StrangeError: the id is no SHA-256.
        NotThereError: it is not in the snapshot.
    """
    if not DOCUMENT.fullmatch(name):
        raise StrangeError("a document's id has 64 digits and letters from a to f")
    return _one(snapshot, "documents", name)


def one_record(snapshot: Snapshot, table: str, name: str, *, whole: bool = False) -> dict[str, Any]:
    """The row of an event, engagement or statement; with `whole` as it was read, and one that was retracted too.

    Raises:
        StrangeError: the id is not of that kind.
        NotThereError: it is not in the snapshot.
    """
    if not RECORD.fullmatch(name) or not name.startswith(table.removesuffix("s") + ":"):
        raise StrangeError(f"an id of {table} begins with {table.removesuffix('s')}: and holds small letters, digits and marks")
    return _one(snapshot, table, name, whole=whole)


def _one(snapshot: Snapshot, table: str, name: str, *, whole: bool = False) -> dict[str, Any]:
    found = (snapshot.whole if whole else snapshot.rows).rows(table, [Where("id", "=", name)], limit=1).to_pylist()
    if not found:
        raise NotThereError(f"there is no {table.removesuffix('s')} {name} in what was published last")
    row: dict[str, Any] = found[0]
    return row


def country_code(unit: int) -> str | None:
    """ISO 3166-1 alpha-3 code of a numeric one."""
    found = country_by_numeric(unit)
    return found.iso3 if found else None


def country_unit(iso3: str) -> int:
    """ISO 3166-1 numeric code.

    Raises:
        StrangeError: it is no code of a country.
    """
    found = country_by_iso3(iso3) if re.fullmatch(r"[A-Z]{3}", iso3) else None
    if found is None:
        raise StrangeError("a country is named by its ISO 3166-1 alpha-3 code, such as MLI")
    return found.numeric


def latest(snapshot: Snapshot, table: str, where: Sequence[Where] = (), *, limit: int) -> list[dict[str, Any]]:
    """Rows of a table of dated records, the latest first."""
    rows: list[dict[str, Any]] = snapshot.rows.rows(table, where, order=["-date_end", "id"], limit=limit).to_pylist()
    return rows
