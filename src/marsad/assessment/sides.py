"""Who stands on each side of an event row: a group of the entity table, a state, civilians, or another armed actor without a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from marsad.base import places

CIVILIANS, OTHER, UNKNOWN = "civilians", "other", "unknown"

UNREAL = frozenset(["negated", "future", "hypothetical", "historical"])
"""Flags of events that did not happen, or not in the month they are dated to."""

_CIVIL = frozenset(["CVL", "EDU", "JRN", "MED", "REF", "REL", "SOC", "LAB", "AGR", "BUS", "OPP", "ELI"])
_STATE = frozenset(["GOV", "MIL", "COP", "SPY", "JUD", "LEG"])


@dataclass(frozen=True, slots=True)
class Deed:
    """One event row as an assessment needs it. `counted`: a row of an event table; else a report read from a document.

    `left` and `right` are the sides (`group:jnim`, `country:BFA`, civilians, other, unknown); a table's sides have no direction.
    """

    id: str
    month: int
    day: int
    country: str | None
    cell: int | None
    lon: float | None
    lat: float | None
    precise: bool
    deaths: int | None
    violence: str | None
    left: tuple[str, ...]
    right: tuple[str, ...]
    right_sectors: tuple[str, ...]
    counted: bool
    document: str | None
    type: str
    flags: frozenset[str]
    source_kind: str
    same_as: str | None = None

    def faces(self, group: str) -> tuple[str, ...]:
        """The other side, seen from the group; empty where it stands on none."""
        if group in self.left:
            return self.right
        return self.left if group in self.right else ()


PRECISE_M = 25_000.0
"""Metres: a place known less well than this says nothing about cells."""

_COLUMNS = (
    "id", "month_id", "date_end", "country", "cell", "lon", "lat", "place_precision_m", "deaths_best", "violence", "actor",
    "actor_entity", "recipient", "recipient_entity", "document", "type", "flags", "source_kind", "record",
)  # fmt: skip


def side_of(name: str | None, entity: str | None, names: Mapping[str, str]) -> str:
    """The side of one actor of a table row.

    Args:
        name: as the table writes it.
        entity: its id, such as `ucdp-actor:6716`.
        names: entity ids, and names in lower case, to groups such as `group:jnim`.
    """
    if entity:
        if entity.startswith(("group:", "country:")):
            return entity
        if entity in names:
            return names[entity]
        if entity == "ucdp-actor:1":
            return CIVILIANS
    if not name:
        return UNKNOWN
    folded = name.casefold()
    if folded in names:
        return names[folded]
    if folded == "civilians":
        return CIVILIANS
    if folded.startswith("government of "):
        country = places.country_by_name(name[len("Government of ") :])
        return f"country:{country.iso3}" if country else OTHER
    return OTHER


def with_groups(events: pa.Table, names: Mapping[str, str]) -> pa.Table:
    """Rows with a group on a side, and rows of documents: all that a group's assessment looks at, out of many more."""
    keys = pa.array(list(names), pa.string())
    parts = [pc.is_valid(events["document"])]
    for name, entity in (("actor", "actor_entity"), ("recipient", "recipient_entity")):
        parts += [
            pc.is_in(events[entity], value_set=keys),
            pc.is_in(pc.utf8_lower(events[name]), value_set=keys),
            pc.fill_null(pc.starts_with(events[entity], "group:"), False),
        ]
    mask = parts[0]
    for part in parts[1:]:
        mask = pc.or_(mask, part)
    return events.filter(mask)


def deeds(events: pa.Table, names: Mapping[str, str], month: int) -> list[Deed]:
    """Every row with a date, to that month, in the order of days; rows of an event table and reports alike."""
    rows = events.select(list(_COLUMNS))
    rows = rows.filter(pc.less_equal(rows["month_id"], month), null_selection_behavior="drop")
    seen: dict[tuple[str | None, str | None], str] = {}

    def side(name: str | None, entity: str | None) -> str:
        if (name, entity) not in seen:
            seen[name, entity] = side_of(name, entity, names)
        return seen[name, entity]

    made = [_deed(row, side) for row in rows.to_pylist()]
    return sorted(made, key=lambda deed: (deed.day, deed.id))


def _deed(row: dict[str, Any], side: Any) -> Deed:
    record = json.loads(row["record"]) if row["record"] else None
    left: tuple[str, ...]
    right: tuple[str, ...]
    if record is None:
        left, right = (side(row["actor"], row["actor_entity"]),), (side(row["recipient"], row["recipient_entity"]),)
        sectors: tuple[str, ...] = ()
    else:
        left, right = _coded(record["actors"]), _coded(record["recipients"])
        sectors = tuple(a["sector"] for a in record["recipients"] if a["sector"])
    precision = row["place_precision_m"]
    same = next((link["to"] for link in record["links"] if link["rel"] == "same_as"), None) if record else None
    return Deed(
        id=row["id"], month=row["month_id"], day=row["date_end"].toordinal(), country=row["country"], cell=row["cell"],
        lon=row["lon"], lat=row["lat"],
        precise=row["lon"] is not None and row["lat"] is not None and (precision is None or precision <= PRECISE_M),
        deaths=row["deaths_best"], violence=row["violence"], left=left, right=right, right_sectors=sectors,
        counted=row["document"] is None, document=row["document"], type=row["type"],
        flags=frozenset(filter(None, (row["flags"] or "").split(","))), source_kind=row["source_kind"], same_as=same,
    )  # fmt: skip


def _coded(actors: list[dict[str, Any]]) -> tuple[str, ...]:
    found = []
    for actor in actors:
        entity, sector, country = actor["entity"] or "", actor["sector"], actor["country"]
        if entity.startswith("group:"):
            found.append(entity)
        elif sector in _CIVIL:
            found.append(CIVILIANS)
        elif country and (sector in _STATE or entity.startswith(("country:", "org:"))):
            found.append(f"country:{country}")
        else:
            found.append(OTHER)
    return tuple(dict.fromkeys(found))
