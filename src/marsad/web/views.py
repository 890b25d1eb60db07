"""What each page says, as plain values: the page's JSON, and what its template shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from marsad.base import places
from marsad.base.findings import HORIZONS, Fan
from marsad.base.months import format_month
from marsad.base.script import search_key
from marsad.store import Where
from marsad.web import records
from marsad.web.shelf import NotThereError, Snapshot, StrangeError

MEETINGS = ("CONSULT", "AGREE")
NOT_HAPPENED = ("negated", "future", "hypothetical", "historical")

ALERT_FLOOR = 100
"""Deaths in a month below which no month is called the worst in years (the floor that HDX Signals uses)."""

QUANTILES = ("q05", "q25", "q50", "q75", "q95")
CODED = ("events", "engagements", "statements", "mentions", "non_events")

LIMITED = 5
"""Deaths in twelve months up to which a change is small, whatever its share."""


def base(snapshot: Snapshot) -> dict[str, Any]:
    """What every page says of where its figures come from."""
    about = snapshot.about
    return {
        "snapshot": snapshot.name, "run": about["run"], "as_of": format_month(about["as_of"]), "region": about["region"],
        "model": about["model"], "vintage": about["vintage"], "sample": about["sample"],
    }  # fmt: skip


def overview(snapshot: Snapshot) -> dict[str, Any]:
    """The region: map, countries with what was counted and what is expected, alerts, latest meetings and events."""
    found = snapshot.assessment
    rows = []
    for here in found.situations:
        code = None if here.unit is None else records.country_code(here.unit)
        if code is not None:
            rows.append(_country(snapshot, code, here.unit))
    rows.sort(key=lambda row: (-(row["situation"]["last12"] or 0), row["country"]))
    return base(snapshot) | {
        "situation": records.situation(found.situation(None)),
        "outlooks": _outlooks(snapshot, None),
        "countries": rows,
        "movers": _movers(rows),
        "alerts": _alerts(snapshot),
        "missing": [code for unit in snapshot.about["missing"] if (code := records.country_code(unit))],
        **_met(snapshot, (), limit=5),
        "events": told_events(snapshot, (), limit=8),
        "withheld": snapshot.about["withheld"],
        "rows": snapshot.about["rows"],
    }


def _country(snapshot: Snapshot, code: str, unit: int | None) -> dict[str, Any]:
    found = snapshot.assessment
    ahead = {str(months): records.outlook(o) for months in (3, 12) if (o := found.outlook(unit, months))}
    return {"country": code, "unit": unit, "situation": records.situation(found.situation(unit)), "outlook": ahead}


def _outlooks(snapshot: Snapshot, unit: int | None) -> list[dict[str, Any]]:
    return [records.outlook(found) for months in HORIZONS if (found := snapshot.assessment.outlook(unit, months))]


def _movers(rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Countries whose last twelve months differ most from the twelve before; small changes are left out."""
    moved = []
    for row in rows:
        last, before = row["situation"]["last12"], row["situation"]["before12"]
        if last is not None and before is not None and max(last, before) > LIMITED and abs(last - before) >= 0.1 * max(before, 1):
            moved.append({"country": row["country"], "last12": last, "before12": before, "change": row["situation"]["change"]})
    moved.sort(key=lambda m: m["before12"] - m["last12"])
    return {
        "up": [m for m in moved if m["last12"] > m["before12"]][:5],
        "down": [m for m in moved[::-1] if m["last12"] < m["before12"]][:5],
    }


def _alerts(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Countries whose last month was the worst of three years or of one, and not a small one."""
    as_of = int(snapshot.about["as_of"])
    since = [Where("level", "=", "country"), Where("month_id", ">=", as_of - 36)]
    by_unit: dict[int, dict[int, int]] = {}
    for row in snapshot.rows.rows("panels", since, select=["unit_id", "month_id", "outcome"]).to_pylist():
        by_unit.setdefault(row["unit_id"], {})[row["month_id"]] = row["outcome"]
    alerts = []
    for unit, months in by_unit.items():
        now, code = months.get(as_of), records.country_code(unit)
        if now is None or now < ALERT_FLOOR or code is None:
            continue
        for span in (36, 12):
            before = [deaths for month, deaths in months.items() if as_of - span <= month < as_of]
            if len(before) >= span - 2 and now > max(before):
                alerts.append({"country": code, "deaths": now, "months": span, "before": max(before)})
                break
    return sorted(alerts, key=lambda a: (-a["months"], -a["deaths"]))


def told_events(snapshot: Snapshot, where: Sequence[Where], *, limit: int, first: bool = True) -> list[dict[str, Any]]:
    """Events that happened, latest first; meetings stand among the engagements, copies of one text once."""
    rows = records.latest(snapshot, "events", [*where, Where("date_end", "not null")], limit=limit * 3 if first else limit)
    kept = [row for row in rows if row["type"] not in MEETINGS and not set(records.listed(row["flags"])) & set(NOT_HAPPENED)]
    return [records.event(row) for row in kept[:limit]]


def country(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """One country: where it stands, what to expect, who met there, what happened."""
    unit = records.country_unit(code)
    found = snapshot.assessment
    here = found.situation(unit)
    inside = [Where("country", "=", code)]
    return base(snapshot) | {
        "country": code,
        "unit": unit,
        "in_region": code in snapshot.countries,
        "observed": here is not None,
        "situation": records.situation(here),
        "outlooks": _outlooks(snapshot, unit),
        "months": _months(next((f for f in found.fans if f.unit == unit), None)),
        "scores": _scores(snapshot, "unit", str(unit)),
        "neighbours": list(places.neighbours_of_country(code)),
        "cells": _worst_cells(snapshot, code),
        **_met(snapshot, [Where("parties", "member", code)], limit=10),
        "events": told_events(snapshot, inside, limit=25),
        "events_in_all": snapshot.rows.count("events", inside),
    }


def _months(fan: Fan | None) -> dict[str, Any] | None:
    """Months observed and expected, as the chart shows them."""
    if fan is None:
        return None
    return {
        "observed": [{"month": format_month(m), "deaths": deaths} for m, deaths in fan.observed],
        "expected": [{"month": format_month(a.month), **dict(zip(QUANTILES, a.percentiles, strict=True))} for a in fan.ahead],
    }


def _worst_cells(snapshot: Snapshot, code: str) -> list[dict[str, Any]]:
    if not snapshot.recent_cells:
        return []
    inside = set(places.cells_of_country(code))
    found = [(gid, deaths) for gid, deaths in snapshot.recent_cells.items() if gid in inside and deaths]
    return [{"cell": gid, "last12": deaths} for gid, deaths in sorted(found, key=lambda pair: (-pair[1], pair[0]))[:10]]


def cell(snapshot: Snapshot, gid: int) -> dict[str, Any]:
    """One PRIO-GRID cell: its counts and forecast where it has any, its neighbours, its events.

    Raises:
        StrangeError: there is no cell of that number on land.
    """
    if gid not in places.cell_areas():
        raise StrangeError(f"{gid} is no PRIO-GRID cell with land in it")
    counts = [Where("level", "=", "cell"), Where("unit_id", "=", gid)]
    months = snapshot.rows.rows("panels", counts, order=["-month_id"], limit=36).to_pylist()
    ahead = snapshot.rows.rows("forecasts", counts, order=["step"]).to_pylist()
    hot = next((h for h in snapshot.assessment.hotspots if h.cell == gid), None)
    area = places.cell_areas()[places.CellId(gid)]
    lon, lat = places.cell_centre(gid)
    return base(snapshot) | {
        "cell": gid,
        "country": area.country,
        "area": area.area,
        "disputed": area.country is None,
        "centre": {"lon": lon, "lat": lat},
        "bounds": list(places.cell_bounds(gid)),
        "observed": bool(months),
        "last12": snapshot.recent_cells.get(gid),
        "trend": hot.trend if hot else None,
        "months": [{"month": format_month(row["month_id"]), "deaths": row["outcome"]} for row in months],
        "expected": [
            {"month": format_month(r["month_id"]), **{k: r[k] for k in ("mean", "q05", "q25", "q50", "q75", "q95", "p1", "p25")}}
            for r in ahead
        ],
        "neighbours": [int(n) for n in places.neighbours(gid) if n in places.cell_areas()],
        "events": told_events(snapshot, [Where("cell", "=", gid)], limit=25),
    }


def document(snapshot: Snapshot, name: str) -> dict[str, Any]:
    """A text beside everything read out of it."""
    row = records.one_document(snapshot, name)
    mine = [Where("document", "=", name)]
    whole = {table: snapshot.rows.rows(table, mine, order=["id"]).to_pylist() for table in CODED}
    met = [records.engagement(r) for r in whole["engagements"]]
    coarse = {r["id"] for r in whole["events"] if r["coarsened"]}
    return base(snapshot) | {
        "document": records.document(row),
        "text": row["text"],
        "events": _by_span([records.coded(r) | {"coarsened": r["id"] in coarse} for r in whole["events"]]),
        "engagements": _by_span(met),
        "linked": _linked(snapshot, met),
        "statements": _by_span([records.statement(r) for r in whole["statements"]]),
        "mentions": _by_span([records.coded(r) for r in whole["mentions"]]),
        "non_events": _by_span([records.coded(r) for r in whole["non_events"]]),
    }


def _by_span(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(found, key=lambda r: (r.get("line") or 0, r["span"] or [0, 0], r.get("id", "")))


def pair(snapshot: Snapshot, first: str, second: str) -> dict[str, Any]:
    """What two countries do together: meetings, and events in which one is actor and the other recipient."""
    for code in (first, second):
        records.country_unit(code)
    if first == second:
        raise StrangeError("a partnership has two countries")
    both = [Where("parties", "member", first), Where("parties", "member", second)]
    return base(snapshot) | {
        "pair": [first, second],
        **_met(snapshot, both, limit=50),
    }


def _met(snapshot: Snapshot, where: Sequence[Where], *, limit: int) -> dict[str, Any]:
    """Meetings, the latest first, and those that they follow up or are part of."""
    found = [records.engagement(r) for r in records.latest(snapshot, "engagements", where, limit=limit)]
    return {"engagements": found, "linked": _linked(snapshot, found)}


def _linked(snapshot: Snapshot, found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    wanted = sorted({link["to"] for one in found for link in one["links"]})
    rows = snapshot.rows.rows("engagements", [Where("id", "in", wanted)], order=["id"]).to_pylist() if wanted else []
    return {row["id"]: {key: value for key, value in records.coded(row).items() if key in ("form", "date", "document")} for row in rows}


def meetings(snapshot: Snapshot) -> dict[str, Any]:
    """Every kind of meeting, latest first."""
    return base(snapshot) | _met(snapshot, (), limit=100)


def group(snapshot: Snapshot, key: str) -> dict[str, Any]:
    """An armed group as the lexicon names it: events in which it acts or suffers.

    Raises:
        NotThereError: no event and no mention names it.
    """
    entity = f"group:{key}"
    events = [
        *told_events(snapshot, [Where("actor_entity", "=", entity)], limit=25),
        *told_events(snapshot, [Where("recipient_entity", "=", entity)], limit=25),
    ]
    named = snapshot.rows.rows("mentions", [Where("entity", "=", entity)], limit=200).to_pylist()
    if not events and not named:
        raise NotThereError(f"no text or table names {entity}")
    events.sort(key=lambda e: e["date"]["end"] or "", reverse=True)
    spellings = sorted({row["text"] for row in named})
    return base(snapshot) | {"group": entity, "names": spellings, "events": events, "documents": sorted({row["document"] for row in named})}


def forecasts(snapshot: Snapshot) -> dict[str, Any]:
    """What is expected by country, how likely, and how the model did on past months."""
    found = [row for row in overview(snapshot)["countries"] if row["outlook"]]
    found.sort(key=lambda row: -max((o["mean"] for o in row["outlook"].values()), default=0))
    return base(snapshot) | {
        "outlooks": _outlooks(snapshot, None),
        "countries": found,
        "months": _months(next((f for f in snapshot.assessment.fans if f.unit is None), None)),
        "scores": _scores(snapshot, "all", "all"),
        "by_country": {row["country"]: _scores(snapshot, "unit", str(row["unit"])) for row in found},
        "notes": list(snapshot.assessment.notes),
        "draws": snapshot.about["draws"],
    }


def _scores(snapshot: Snapshot, by: str, slice_: str) -> list[dict[str, Any]]:
    """Scores of the published run, of one slice."""
    conditions = [Where("run", "=", snapshot.about["run"]), Where("by", "=", by), Where("slice", "=", slice_)]
    keys = ["metric", "value", "n", "model", "reference", "reference_model", "skill", "observed_vintage"]
    rows: list[dict[str, Any]] = snapshot.rows.rows("scores", conditions, select=keys, order=["metric"]).to_pylist()
    return rows


def sources(snapshot: Snapshot) -> dict[str, Any]:
    """Where figures and texts come from, the runs, and what was set aside."""
    rows = snapshot.rows
    rejects = rows.rows("rejects", [Where("ignored", "=", False)], order=["id"], limit=50).to_pylist()
    return base(snapshot) | {
        "sources": snapshot.about["sources"],
        "texts": [records.document(r) for r in rows.rows("documents", order=["-published", "id"], limit=200).to_pylist()],
        "texts_in_all": snapshot.about["rows"]["documents"],
        "files": rows.rows("files", order=["source", "release", "id"]).to_pylist(),
        "runs": [r | {"counts": json.loads(r["counts"] or "{}")} for r in rows.rows("runs", order=["-started"], limit=20).to_pylist()],
        "rejects": [{k: r[k] for k in ("source", "where", "reason")} for r in rejects],
        "rejects_in_all": rows.count("rejects", [Where("ignored", "=", False)]),
        "withheld": snapshot.about["withheld"],
        "rows": snapshot.about["rows"],
    }


def briefs(snapshot: Snapshot) -> dict[str, Any]:
    """The briefs of the run, one a language."""
    names = [name for name in snapshot.about["files"] if name.startswith("brief-") and name.endswith(".html")]
    found = [{"name": n, "language": n.removesuffix(".html")[-2:], "bytes": snapshot.rows.file(n).stat().st_size} for n in names]
    return base(snapshot) | {"briefs": found}


SEARCH_MOST = 20
WORDS_MOST = 12
"""Words of a question that are looked for; more make no question and cost time."""


def search(snapshot: Snapshot, question: str) -> dict[str, Any]:
    """Texts, events, engagements and statements that hold every word of the question, and places of that name."""
    words = list(dict.fromkeys(map(_root, search_key(question).split())))[:WORDS_MOST]
    found: dict[str, Any] = {"question": question, "words": words, "places": _places(question) if words else []}
    conditions = [Where("key", "contains", word) for word in words]
    if not words:
        return base(snapshot) | found | {"documents": [], "events": [], "engagements": [], "statements": [], "in_all": {}}
    rows = snapshot.rows
    texts = rows.rows("documents", conditions, order=["-published", "id"], limit=SEARCH_MOST).to_pylist()
    statements = rows.rows("statements", conditions, order=["id"], limit=SEARCH_MOST).to_pylist()
    return (
        base(snapshot)
        | found
        | {
            "documents": [records.document(r) | {"excerpt": excerpt(r["text"], words)} for r in texts],
            "events": [records.event(r) for r in records.latest(snapshot, "events", conditions, limit=SEARCH_MOST)],
            **_met(snapshot, conditions, limit=SEARCH_MOST),
            "statements": [records.statement(r) for r in statements],
            "in_all": {table: rows.count(table, conditions) for table in ("documents", "events", "engagements", "statements")},
        }
    )


def _root(word: str) -> str:
    """A word without its Arabic article, so that it is found with and without."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _places(question: str) -> list[str]:
    """Countries whose name in any of the three languages begins with the question, or is its code."""
    key = " ".join(search_key(question).split())
    found = []
    for code, known in places.countries().items():
        names = [search_key(known.name(language)) for language in ("ar", "fr", "en")]
        if key.upper() == code or any(name.startswith(key) for name in names if len(key) > 2):
            found.append(code)
    return sorted(found)[:10]


def excerpt(text: str, words: Sequence[str], *, around: int = 90) -> list[dict[str, Any]]:
    """The stretch of a text around the first word found, cut into parts that are marked as found or not."""
    from marsad.base.script import normalise

    normal = normalise(text)
    at = min((found for word in words if (found := normal.text.find(word)) >= 0), default=-1)
    if at < 0:
        return [{"text": text[: 2 * around], "found": False}]
    hit = next(word for word in words if normal.text.startswith(word, at))
    span = normal.raw_span(at, at + len(hit))
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    start = max(start, text.rfind("\n", 0, span.start) + 1)
    start = text.find(" ", start, span.start) + 1 or start if start and text[start - 1] != "\n" else start
    parts = [(text[start : span.start], False), (text[span.start : span.end], True), (text[span.end : end], False)]
    return [{"text": part, "found": found} for part, found in parts if part]
