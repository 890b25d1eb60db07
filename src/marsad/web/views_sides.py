"""What the pages of groups, pairs of states and documents say, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marsad.base.months import parse_month
from marsad.store import Where
from marsad.web import records, views
from marsad.web.asked import Asked
from marsad.web.shelf import NotThereError, Snapshot, StrangeError

CODED = ("events", "engagements", "statements", "mentions", "non_events")


def group(snapshot: Snapshot, key: str, asked: Asked) -> dict[str, Any]:
    """An armed group: tempo, reach, foes, ties, where it came and went, what is claimed of it, where it is named.

    Raises:
        NotThereError: no event and no text names it, and the entity table does not hold it.
    """
    entity = f"group:{key}"
    acts = [records.acted(snapshot, role, entity) for role in ("actor", "recipient")]
    events = [row for side in acts for row in views.told_events(snapshot, [side, *asked.conditions], limit=asked.rows + 1)]
    named = snapshot.rows.rows("mentions", [Where("entity", "=", entity)], limit=200).to_pylist()
    record = snapshot.groups.get(key)
    names = snapshot.group_names.get(key) or {}
    if not events and not named and not names:
        raise NotThereError(f"no text or table names {entity}")
    events.sort(key=lambda e: (e["date"]["end"] or "", e["id"]), reverse=True)
    once = list({event["id"]: event for event in events}.values())
    return views.base(snapshot) | {
        "group": entity,
        "names": names,
        "spellings": sorted({row["text"] for row in named}),
        "found": record,
        "events": once[: asked.rows],
        "events_more": len(once) > asked.rows,
        "events_in_all": sum(snapshot.rows.count("events", [side, *asked.conditions]) for side in acts),
        "asked": {"type": asked.type, "since": asked.since, "rows": asked.rows},
        "documents": _cards(snapshot, sorted({row["document"] for row in named})),
    }


def _cards(snapshot: Snapshot, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Texts in short, the latest first."""
    rows = snapshot.rows.rows("documents", [Where("id", "in", list(ids))], order=["-published", "id"]).to_pylist() if ids else []
    cards = map(records.document, rows)
    return [{key: card[key] for key in ("id", "title", "path", "publisher", "published")} for card in cards]


def pair(snapshot: Snapshot, first: str, second: str) -> dict[str, Any]:
    """What two states do together: meetings in their order, what they agreed and what became of it, contacts beside chance.

    Raises:
        StrangeError: one of them is no code, or both are one.
    """
    for code in (first, second):
        records.country_unit(code)
    if first == second:
        raise StrangeError("a partnership has two countries")
    both = [Where("parties", "member", first), Where("parties", "member", second)]
    record = views.found(snapshot, "pair", "-".join(sorted((first, second))))
    told = (record or {}).get("partnership")
    for month in told["months"] if told else ():
        # a month of which nothing was read has no reports to count, and is no quiet month
        month["reports"] = None if month["cooperation"] is None else month["reports"]
    papers = sorted({name for m in told["meetings"] for name in m["documents"]} | _cited(told)) if told else []
    return views.base(snapshot) | {
        "pair": [first, second],
        "found": record,
        "papers": {card["id"]: card for card in _cards(snapshot, papers)},
        **views.met(snapshot, both, limit=50),
    }


def _cited(told: dict[str, Any]) -> set[str]:
    """Documents that give a status or take a promise up again."""
    return {part["document"] for outcome in told["outcomes"] for name in ("changes", "echoes") for part in outcome[name]}


def document(snapshot: Snapshot, name: str) -> dict[str, Any]:
    """A text beside everything read out of it."""
    row = records.one_document(snapshot, name)
    mine = [Where("document", "=", name)]
    whole = {table: snapshot.rows.rows(table, mine, order=["id"]).to_pylist() for table in CODED}
    met = [records.engagement(r) for r in whole["engagements"]]
    coarse = {r["id"] for r in whole["events"] if r["coarsened"]}
    return views.base(snapshot) | {
        "document": records.document(row),
        "text": row["text"],
        "events": _by_span([records.coded(r) | {"coarsened": r["id"] in coarse} for r in whole["events"]]),
        "engagements": _by_span(met),
        "linked": views.linked(snapshot, met),
        "statements": _by_span([records.statement(r) for r in whole["statements"]]),
        "mentions": _by_span([records.coded(r) for r in whole["mentions"]]),
        "non_events": _by_span([records.coded(r) for r in whole["non_events"]]),
    }


def _by_span(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(found, key=lambda r: (r.get("line") or 0, r["span"] or [0, 0], r.get("id", "")))


def month_numbers(rows: Sequence[dict[str, Any]]) -> list[int]:
    """Month numbers of rows that hold a month such as 2026-05, for a chart."""
    return [parse_month(row["month"]) for row in rows]
