"""What the general pages say, as plain values: the page's JSON, and what its template shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from marsad.base import places
from marsad.base.findings import HORIZONS, Fan
from marsad.base.months import format_month
from marsad.store import Where
from marsad.web import records
from marsad.web.asked import Asked
from marsad.web.shelf import Snapshot

MEETINGS = ("CONSULT", "AGREE")
NOT_HAPPENED = ("negated", "future", "hypothetical", "historical")

QUANTILES = ("q05", "q25", "q50", "q75", "q95")

LIMITED = 5
"""Deaths in twelve months up to which a change is small, whatever its share."""

ALERTED = ("country", "pair", "group", "cell", "unit")
"""What alerts are of, in the order in which they are told: a country's before those of its cells."""

FORMS = ("html", "pdf", "docx", "xlsx")


def base(snapshot: Snapshot) -> dict[str, Any]:
    """What every page says of where its figures come from."""
    about = snapshot.about
    return {
        "snapshot": snapshot.name, "run": about["run"], "as_of": format_month(about["as_of"]), "region": about["region"],
        "model": about["model"], "vintage": about["vintage"], "sample": about["sample"],
    }  # fmt: skip


def found(snapshot: Snapshot, kind: str, key: str) -> dict[str, Any] | None:
    """What the run found of a region, country, cell, group or pair; None where it found nothing, or was of an earlier Marsad."""
    if "findings" not in snapshot.rows.tables:
        return None
    conditions = [Where("kind", "=", kind), Where("key", "=", key)]
    rows = snapshot.rows.rows("findings", conditions, select=["record"], limit=1).to_pylist()
    return json.loads(rows[0]["record"]) if rows else None


def overview(snapshot: Snapshot) -> dict[str, Any]:
    """The region: map, countries with what was counted and what is expected, alerts, latest meetings and events."""
    assessed, whole = snapshot.assessment, found(snapshot, "region", snapshot.about["region"])
    rows = country_rows(snapshot)
    return base(snapshot) | {
        "situation": records.situation(assessed.situation(None)),
        "outlooks": outlooks(snapshot, None),
        "countries": rows,
        "movers": _movers(rows),
        "alerts": whole and sorted(whole["alerts"], key=lambda alert: ALERTED.index(alert["subject"].partition(":")[0])),
        "alert_record": whole and whole["alert_record"],
        "attention": (whole and whole["attention"]) or [],
        "hotspots": [{"cell": h.cell, "trend": h.trend, "deaths12": h.deaths12} for h in assessed.hotspots[:10]],
        "spillover": whole and whole["spillover"],
        "missing": [code for unit in snapshot.about["missing"] if (code := records.country_code(unit))],
        **met(snapshot, (), limit=5),
        "events": told_events(snapshot, (), limit=8),
        "withheld": snapshot.about["withheld"],
        "rows": snapshot.about["rows"],
    }


def country_rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Every country of the region that is counted, most deaths first."""
    rows = []
    for here in snapshot.assessment.situations:
        code = None if here.unit is None else records.country_code(here.unit)
        if code is not None:
            rows.append(_country(snapshot, code, here.unit))
    return sorted(rows, key=lambda row: (-(row["situation"]["last12"] or 0), row["country"]))


def _country(snapshot: Snapshot, code: str, unit: int | None) -> dict[str, Any]:
    assessed = snapshot.assessment
    ahead = {str(months): records.outlook(o) for months in (3, 12) if (o := assessed.outlook(unit, months))}
    fan = fan_of(snapshot, unit)
    return {
        "country": code, "unit": unit, "situation": records.situation(assessed.situation(unit)), "outlook": ahead,
        "series": [deaths for _, deaths in fan.observed] if fan else [],
    }  # fmt: skip


def fan_of(snapshot: Snapshot, unit: int | None) -> Fan | None:
    """Months observed and expected of a unit; None stands for the region, as a unit, and for nothing, as an answer."""
    return next((one for one in snapshot.assessment.fans if one.unit == unit), None)


def outlooks(snapshot: Snapshot, unit: int | None) -> list[dict[str, Any]]:
    """What to expect over one, three, six and twelve months together."""
    return [records.outlook(one) for months in HORIZONS if (one := snapshot.assessment.outlook(unit, months))]


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


def told_events(snapshot: Snapshot, where: Sequence[Where], *, limit: int) -> list[dict[str, Any]]:
    """Events that happened, latest first; meetings stand among the engagements."""
    rows = records.latest(snapshot, "events", [*where, Where("date_end", "not null")], limit=limit * 3)
    kept = [row for row in rows if row["type"] not in MEETINGS and not set(records.listed(row["flags"])) & set(NOT_HAPPENED)]
    return [records.event(row) for row in kept[:limit]]


def event_list(snapshot: Snapshot, where: Sequence[Where], asked: Asked) -> dict[str, Any]:
    """A list of events as asked: its rows, whether there are more, and what it was cut to."""
    cut = [*where, *asked.conditions]
    rows = told_events(snapshot, cut, limit=asked.rows + 1)
    return {
        "events": rows[: asked.rows], "events_more": len(rows) > asked.rows, "events_in_all": snapshot.rows.count("events", cut),
        "asked": {"type": asked.type, "since": asked.since, "rows": asked.rows},
    }  # fmt: skip


def months_of(fan: Fan | None) -> dict[str, Any] | None:
    """Months observed and expected, as the chart shows them."""
    if fan is None:
        return None
    return {
        "observed": [{"month": format_month(m), "deaths": deaths} for m, deaths in fan.observed],
        "expected": [{"month": format_month(a.month), **dict(zip(QUANTILES, a.percentiles, strict=True))} for a in fan.ahead],
    }


def met(snapshot: Snapshot, where: Sequence[Where], *, limit: int) -> dict[str, Any]:
    """Meetings, the latest first, and those that they follow up or are part of."""
    rows = [records.engagement(r) for r in records.latest(snapshot, "engagements", where, limit=limit)]
    return {"engagements": rows, "linked": linked(snapshot, rows)}


def linked(snapshot: Snapshot, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The meetings that those are linked to, in short."""
    wanted = sorted({link["to"] for one in rows for link in one["links"]})
    held = snapshot.rows.rows("engagements", [Where("id", "in", wanted)], order=["id"]).to_pylist() if wanted else []
    return {row["id"]: {key: value for key, value in records.coded(row).items() if key in ("form", "date", "document")} for row in held}


def meetings(snapshot: Snapshot, asked: Asked) -> dict[str, Any]:
    """Every kind of meeting, latest first, and the pairs of states that met."""
    rows = met(snapshot, (), limit=asked.rows + 1)
    pairs = []
    if "findings" in snapshot.rows.tables:
        for row in snapshot.rows.rows("findings", [Where("kind", "=", "pair")], order=["key"]).to_pylist():
            one = json.loads(row["record"])["partnership"]
            late = sum(1 for outcome in one["outcomes"] if outcome["overdue"])
            pairs.append({"pair": row["key"], "meetings": len(one["meetings"]), "agreed": len(one["outcomes"]), "overdue": late})
    pairs.sort(key=lambda p: (-p["overdue"], -p["meetings"], p["pair"]))
    more = len(rows["engagements"]) > asked.rows
    return base(snapshot) | rows | {"engagements": rows["engagements"][: asked.rows], "more": more, "pairs": pairs, "shown": asked.rows}


def forecasts(snapshot: Snapshot) -> dict[str, Any]:
    """What is expected by country, how likely, and how the model did on past months."""
    rows = [row for row in country_rows(snapshot) if row["outlook"]]
    rows.sort(key=lambda row: -max((o["mean"] for o in row["outlook"].values()), default=0))
    by_unit = _scored(snapshot, "unit")
    return base(snapshot) | {
        "outlooks": outlooks(snapshot, None),
        "countries": rows,
        "months": months_of(fan_of(snapshot, None)),
        "scores": scores(snapshot, "all", "all"),
        "by_country": {row["country"]: [score for score in by_unit if score["slice"] == str(row["unit"])] for row in rows},
        "by_step": _by_step(snapshot),
        "calibration": _calibration(snapshot),
        "words": _words_record(snapshot),
        "notes": list(snapshot.assessment.notes),
        "draws": snapshot.about["draws"],
    }


def _scored(snapshot: Snapshot, by: str) -> list[dict[str, Any]]:
    conditions = [Where("run", "=", snapshot.about["run"]), Where("by", "=", by)]
    keys = ["metric", "slice", "value", "n", "model", "reference", "reference_model", "skill", "observed_vintage"]
    rows: list[dict[str, Any]] = snapshot.rows.rows("scores", conditions, select=keys, order=["metric", "slice"]).to_pylist()
    return rows


def scores(snapshot: Snapshot, by: str, slice_: str) -> list[dict[str, Any]]:
    """Scores of the published run, of one slice."""
    return [row for row in _scored(snapshot, by) if row["slice"] == slice_]


def _by_step(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Error by months ahead, beside the reference's."""
    rows = [row for row in _scored(snapshot, "step") if row["metric"] == "crps"]
    return [
        {"step": int(r["slice"]), "value": r["value"], "reference": r["reference"], "skill": r["skill"], "n": r["n"]}
        for r in sorted(rows, key=lambda r: int(r["slice"]))
    ]


def _calibration(snapshot: Snapshot) -> dict[str, Any] | None:
    """PIT heights, and how often deaths came at each chance said, by threshold; None where nothing past was scored."""
    pit = sorted((row for row in _scored(snapshot, "bin") if row["metric"] == "pit"), key=lambda row: float(row["slice"]))
    if not pit:
        return None
    said: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(_scored(snapshot, "chance"), key=lambda row: float(row["slice"])):
        at = row["metric"].rpartition("_")[2]
        said.setdefault(at, []).append({"said": float(row["slice"]), "came": row["value"], "n": row["n"]})
    return {"pit": [{"from": float(r["slice"]), "height": r["value"]} for r in pit], "n": pit[0]["n"], "reliability": said}


def _words_record(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    """For each word of likelihood that past forecasts of a month would have been given: mean chance said, share that came, cases."""
    found: dict[str, dict[str, Any]] = {}
    for row in _scored(snapshot, "likelihood"):
        name, _, at = row["metric"].partition("_")
        if name in ("said", "came"):
            found.setdefault(row["slice"], {"deaths": int(at), "n": row["n"]})[name] = row["value"]
    return {word: row for word, row in found.items() if "said" in row and "came" in row}


def sources(snapshot: Snapshot) -> dict[str, Any]:
    """Where figures and texts come from, the runs, what was set aside, and how the tables grew."""
    rows = snapshot.rows
    rejects = rows.rows("rejects", [Where("ignored", "=", False)], order=["id"], limit=50).to_pylist()
    texts = [records.document(r) for r in rows.rows("documents", order=["-published", "id"], limit=200).to_pylist()]
    runs = [r | {"counts": json.loads(r["counts"] or "{}")} for r in rows.rows("runs", order=["-started"], limit=20).to_pylist()]
    return base(snapshot) | {
        "sources": snapshot.about["sources"],
        "texts": texts,
        "texts_in_all": snapshot.about["rows"]["documents"],
        "files": rows.rows("files", order=["source", "release", "id"]).to_pylist(),
        "runs": runs,
        "last_pull": runs[0]["started"] if runs else None,
        "rejects": [{k: r[k] for k in ("source", "where", "reason")} for r in rejects],
        "rejects_in_all": rows.count("rejects", [Where("ignored", "=", False)]),
        "drift": _drift(snapshot),
        "withheld": snapshot.about["withheld"],
        "rows": snapshot.about["rows"],
    }


DRIFT_MONTHS = 12
DRIFT_FACTOR = 2.0
"""A source gives half or twice as many rows as its usual month: worth a look, for a month of war and a broken file look alike."""


def _drift(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Rows of each source in the last month it tells of, beside the median of the twelve months before it."""
    counts: dict[str, dict[int, int]] = {}
    if "source_months" in snapshot.rows.tables:
        rows = snapshot.rows.rows("source_months", select=["source", "month_id", "count_all"]).to_pylist()
        told = [(row["source"], row["month_id"], row["count_all"]) for row in rows]
    else:
        told = snapshot.rows.tally("events", ("source", "month_id"))
    for source, month, number in told:
        if source is not None and month is not None:
            counts.setdefault(source, {})[month] = number
    found = []
    for source, months in sorted(counts.items()):
        last = max(months)
        before = sorted(months.get(month, 0) for month in range(last - DRIFT_MONTHS, last))
        usual = (before[DRIFT_MONTHS // 2 - 1] + before[DRIFT_MONTHS // 2]) / 2
        word = "unknown" if last - min(months) < DRIFT_MONTHS else "usual"
        if word == "usual" and not usual / DRIFT_FACTOR <= months[last] <= usual * DRIFT_FACTOR:
            word = "more" if months[last] > usual else "fewer"
        series = [months.get(month, 0) for month in range(last - 23, last + 1)]
        found.append({"source": source, "month": format_month(last), "rows": months[last], "usual": usual, "word": word, "series": series})
    return found


def briefs(snapshot: Snapshot) -> dict[str, Any]:
    """The briefs of the run, in every language and form."""
    found_ = []
    for name in snapshot.about["files"]:
        stem, _, form = name.rpartition(".")
        if name.startswith("brief-") and form in FORMS:
            found_.append({"name": name, "language": stem[-2:], "form": form, "bytes": snapshot.rows.file(name).stat().st_size})
    return base(snapshot) | {"briefs": sorted(found_, key=lambda b: (b["language"], FORMS.index(b["form"])))}


def worst_cells(snapshot: Snapshot, code: str) -> list[dict[str, Any]]:
    """Cells of a country with most deaths of the last twelve months."""
    if not snapshot.recent_cells:
        return []
    inside = set(places.cells_of_country(code))
    rows = [(gid, deaths) for gid, deaths in snapshot.recent_cells.items() if gid in inside and deaths]
    return [{"cell": gid, "last12": deaths} for gid, deaths in sorted(rows, key=lambda pair: (-pair[1], pair[0]))[:10]]
