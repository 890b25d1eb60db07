"""What the pages of countries and PRIO-GRID cells say, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.base import places
from marsad.base.findings import HORIZONS, THRESHOLDS, Reason
from marsad.base.months import format_month
from marsad.base.records import as_json
from marsad.store import Where
from marsad.web import records, views
from marsad.web.asked import Asked
from marsad.web.shelf import Snapshot, StrangeError


def country(snapshot: Snapshot, code: str, asked: Asked) -> dict[str, Any]:
    """One country: where it stands, what to expect and how usual that is, what moves it, who met there, what happened."""
    unit = records.country_unit(code)
    here = snapshot.assessment.situation(unit)
    inside = [Where("country", "=", code)]
    whole = views.found(snapshot, "region", snapshot.about["region"]) or {}
    return views.base(snapshot) | {
        "country": code,
        "unit": unit,
        "in_region": code in snapshot.countries,
        "observed": here is not None,
        "situation": records.situation(here),
        "outlooks": views.outlooks(snapshot, unit),
        "reasons": [as_json(reason) | {"expected": mean, "month": month} for reason, mean, month in reasons(snapshot, unit)],
        "base_rate": base_rate(snapshot, "country", unit),
        "months": views.months_of(views.fan_of(snapshot, unit)),
        "scores": views.scores(snapshot, "unit", str(unit)),
        "found": views.found(snapshot, "country", code),
        "alert_record": whole.get("alert_record"),
        "spillover": _spillover(whole, code),
        "groups": groups_in(snapshot, code),
        "neighbours": list(places.neighbours_of_country(code)),
        "cells": views.worst_cells(snapshot, code),
        **views.met(snapshot, [Where("parties", "member", code)], limit=10),
        **views.event_list(snapshot, inside, asked),
    }


def reasons(snapshot: Snapshot, unit: int) -> list[tuple[Reason, float, str]]:
    """What carries a country's forecast, by step: the reason, the deaths that the forecast expects in that month, and the month."""
    told = [reason for reason in snapshot.assessment.reasons if reason.unit == unit]
    rows = [Where("level", "=", "country"), Where("unit_id", "=", unit)]
    means = {row["step"]: row["mean"] for row in snapshot.rows.rows("forecasts", rows, select=["step", "mean"]).to_pylist()} if told else {}
    origin = int(snapshot.about["as_of"])
    return [(one, means[one.step], format_month(origin + one.step)) for one in sorted(told, key=lambda r: r.step) if one.step in means]


def _spillover(whole: Mapping[str, Any], code: str) -> dict[str, Any] | None:
    """What the model of the region's cells says of violence that spreads, and what this country gives and gets across its borders."""
    told = whole.get("spillover")
    if not told:
        return {"word": None, "reason": whole["spillover_reason"]} if whole.get("spillover_reason") else None
    keys = ("word", "cells", "gain", "p_value", "share_next", "share_abroad", "first", "last")
    pairs = [one for one in told["pairs"] if code in (one["source"], one["target"]) and one["share"] > 0]
    return {**{key: told[key] for key in keys}, "pairs": pairs[:6], "reason": None}


def base_rate(snapshot: Snapshot, level: str, unit: int) -> dict[str, Any] | None:
    """How often a place saw so many deaths over so many months together, of all such stretches on record; None without a year of them."""
    counted = [Where("level", "=", level), Where("unit_id", "=", unit)]
    rows = snapshot.rows.rows("panels", counted, select=["month_id", "outcome"], order=["month_id"]).to_pylist()
    if len(rows) < 12:
        return None
    deaths = {row["month_id"]: row["outcome"] for row in rows}
    found = {}
    for months in HORIZONS:
        sums = _stretches(deaths, months)
        if sums:
            found[str(months)] = {str(at): sum(s >= at for s in sums) / len(sums) for at in THRESHOLDS}
    return {"from": format_month(min(deaths)), "to": format_month(max(deaths)), "months": len(deaths), "share": found}


def _stretches(deaths: Mapping[int, int], months: int) -> list[int]:
    """Deaths of every stretch of so many months that is observed without a gap."""
    spans = (range(first, first + months) for first in deaths)
    return [sum(deaths[month] for month in span) for span in spans if all(month in deaths for month in span)]


def groups_in(snapshot: Snapshot, code: str) -> list[dict[str, Any]]:
    """Armed groups that acted in a country or are reported there, with their events of late and their entries."""
    found = []
    for key, record in snapshot.groups.items():
        place = next((p for p in record["profile"]["presences"] if p["country"] == code), None)
        told = [report for report in record["profile"]["reports"] if report["country"] == code]
        if place or told:
            found.append({
                "group": key, "events": place["events"] if place else None, "last": place["last"] if place else None,
                "entries": place["entries"] if place else [], "reports": len(told),
            })  # fmt: skip
    return sorted(found, key=lambda g: (-(g["events"] or 0), -g["reports"], g["group"]))


def cell(snapshot: Snapshot, gid: int, asked: Asked) -> dict[str, Any]:
    """One PRIO-GRID cell: its counts and forecast where it has any, what moves it, its neighbours, its events.

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
    near = [int(n) for n in places.neighbours(gid) if n in places.cell_areas()]
    return views.base(snapshot) | {
        "cell": gid,
        "country": area.country,
        "area": area.area,
        "disputed": area.country is None,
        "centre": {"lon": lon, "lat": lat},
        "bounds": list(places.cell_bounds(gid)),
        "observed": bool(months),
        "last12": snapshot.recent_cells.get(gid),
        "trend": hot.trend if hot else None,
        "found": views.found(snapshot, "cell", str(gid)),
        "base_rate": base_rate(snapshot, "cell", gid),
        "months": [{"month": format_month(row["month_id"]), "deaths": row["outcome"]} for row in months],
        "expected": [
            {"month": format_month(r["month_id"]), **{k: r[k] for k in ("mean", "q05", "q25", "q50", "q75", "q95", "p1", "p25")}}
            for r in ahead
        ],
        "neighbours": [{"cell": gid, "last12": snapshot.recent_cells.get(gid)} for gid in near],
        **views.event_list(snapshot, [Where("cell", "=", gid)], asked),
    }


def layers(snapshot: Snapshot, codes: Sequence[str]) -> dict[str, dict[Any, float]]:
    """What a map can show of countries and cells: counted, expected and their change, over twelve months each."""
    rows = {row["country"]: row for row in views.country_rows(snapshot)}
    kept = {code: rows[code] for code in codes if code in rows}
    return {
        "observed": {c: r["situation"]["last12"] for c, r in kept.items() if r["situation"]["last12"] is not None},
        "before": {c: r["situation"]["before12"] for c, r in kept.items() if r["situation"]["before12"] is not None},
        "expected": {c: r["outlook"]["12"]["mean"] for c, r in kept.items() if "12" in r["outlook"]},
        "cells": {**snapshot.recent_cells},
        "cells_expected": {**snapshot.expected_cells},
    }  # fmt: skip
