"""What `marsad assess` would tell of every place, group and pair of a run, worked out once and published for the pages."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.errors import AssessmentError
from marsad.base.frames import EVENT_SCHEMA, Coverage, Panel
from marsad.base.months import format_month, month_of_date
from marsad.base.records import Engagement, Event, Mention, Statement, as_json
from marsad.verbs.beside import LEAD_MOST, due_days, judged_states
from marsad.verbs.naming import group_names, group_spellings, lineages

if TYPE_CHECKING:
    import pyarrow as pa

    from marsad.assessment.attention import Readings
    from marsad.briefs import BriefInputs
    from marsad.settings import Settings

ACTIVE_MONTHS = 36
"""A cell without a death in so many months has nothing to tell that its counts do not."""

CHANGE_STEPS = 3
"""Months ahead whose expected deaths are held against what was expected of them a month ago."""

NAMED_MOST = 40
"""Entities of which the overview tells how often they are named."""

_MONTHS = frozenset({"month", "first", "last", "left", "covered_from", "covered_to", "origin", "active"})


@dataclass(frozen=True, slots=True, eq=False)
class Grounds:
    """What findings rest on: the run's inputs, its event rows, what they cover, counts of all countries, and the settings."""

    inputs: BriefInputs
    events: pa.Table
    coverage: tuple[Coverage, ...]
    wide: Panel
    settings: Settings

    def of(self, kind: type[Any]) -> list[Any]:
        """Records of one kind."""
        return [record for record in self.inputs.records if isinstance(record, kind)]

    @property
    def read_to(self) -> int:
        """Last month of the counts or of a document, whichever is later."""
        return max([int(self.inputs.as_of), *(month_of_date(d.published) for d in self.inputs.documents if d.published)])


def found_table(grounds: Grounds) -> pa.Table:
    """A row a finding: `kind` (region, country, cell, group, pair), `key`, and `record`, the finding as JSON."""
    import pyarrow as pa

    rows = [*_found(grounds)]
    schema = pa.schema([("kind", pa.string()), ("key", pa.string()), ("record", pa.string())])
    texts = [{"kind": kind, "key": key, "record": json.dumps(_told(record), ensure_ascii=False)} for kind, key, record in rows]
    return pa.Table.from_pylist(texts, schema=schema)


def _found(grounds: Grounds) -> Iterator[tuple[str, str, dict[str, Any]]]:
    from marsad.assessment.alerts import backtest_high
    from marsad.assessment.attention import all_attention, readings

    read = readings(grounds.inputs.documents, grounds.of(Mention), [*grounds.of(Statement), *grounds.of(Event)])
    alerts: list[Any] = []
    yield from _countries(grounds, read, alerts)
    yield from _cells(grounds, alerts)
    entries = yield from _groups(grounds, read, alerts)
    yield from _pairs(grounds, alerts)
    whole: dict[str, Any] = {
        "alerts": alerts, "alert_record": backtest_high(grounds.wide), "entry_record": entries,
        "group_names": group_spellings(grounds.settings.lexicons),
        "attention": [_brief_attention(one) for one in all_attention(read, int(grounds.inputs.as_of))[:NAMED_MOST]],
        **_spillover(grounds),
    }  # fmt: skip
    yield "region", grounds.inputs.region.key, whole


def _brief_attention(found: Any) -> dict[str, Any]:
    """How often an entity is named, without its months, which its own page tells."""
    return {key: value for key, value in as_json(found).items() if key != "months"}


def _countries(grounds: Grounds, read: Readings, alerts: list[Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Trend, alerts, kinds of violence, who moves first among neighbours, how it is named."""
    import pyarrow.compute as pc

    from marsad.assessment.alerts import high_alerts, jump_alerts
    from marsad.assessment.attention import attention
    from marsad.assessment.spillover_lead import lead
    from marsad.assessment.trends import trends, violence_shares

    inputs, month = grounds.inputs, int(grounds.inputs.as_of)
    mine = [*high_alerts(inputs.panel, month), *jump_alerts(inputs.forecast, inputs.panel)]
    alerts += mine
    counted = grounds.events.filter(pc.is_null(grounds.events["document"]))
    before = _month_before(grounds)
    for trend in trends(inputs.panel, month):
        country = places.country_by_numeric(trend.unit)
        if country is None:
            continue
        near = [c.numeric for code in places.neighbours_of_country(country.iso3) if (c := places.country_by_iso3(code))]
        known = [unit for unit in near if unit in grounds.wide.units and trend.unit in grounds.wide.units][:LEAD_MOST]
        rows = counted.filter(pc.fill_null(pc.equal(counted["country_id"], trend.unit), False))
        yield "country", country.iso3, {
            "trend": trend,
            "alerts": [one for one in mine if one.subject == f"country:{country.iso3}"],
            "violence": violence_shares(rows, month - 11, month) if rows.num_rows else None,
            "leads": [_led(lead(grounds.wide, unit, trend.unit)) for unit in known],
            "attention": attention(read, f"country:{country.iso3}", month),
            "earlier": before.get(trend.unit),
        }  # fmt: skip


def _month_before(grounds: Grounds) -> dict[int, dict[str, Any]]:
    """What the same model expected a month ago for the next three months, beside what it expects now; empty where it cannot be asked."""
    from marsad.base.errors import ForecastError
    from marsad.forecast import forecast

    settings, now, origin = grounds.settings, grounds.inputs.forecast, int(grounds.inputs.as_of) - 1
    known = grounds.wide.until(origin).observed_in(origin)
    try:
        made = forecast(
            known, origin=origin, steps=range(1, CHANGE_STEPS + 2), model=settings.model, draws=settings.draws, seed=settings.seed
        )
    except ForecastError:
        # one month less of history may be too short for a model that could just be asked this month
        return {}
    told = {int(unit): float(made.draws[i, 1:].mean(axis=1).sum()) for i, unit in enumerate(made.units)}
    span = {"first": origin + 2, "last": origin + 1 + CHANGE_STEPS}
    return {
        int(unit): {"origin": origin, "before": told[int(unit)], "now": float(now.draws[i, :CHANGE_STEPS].mean(axis=1).sum()), **span}
        for i, unit in enumerate(now.units) if int(unit) in told
    }  # fmt: skip


def _led(found: Any) -> dict[str, Any]:
    source = places.country_by_numeric(found.source)
    return {**as_json(found), "country": source.iso3 if source else None}


def _cells(grounds: Grounds, alerts: list[Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Trend, alerts and spillover of cells in which somebody died of late."""
    from marsad.assessment.alerts import high_alerts, jump_alerts
    from marsad.assessment.spillover import unit_spill
    from marsad.assessment.trends import trends

    cells, month = grounds.inputs.cells, int(grounds.inputs.as_of)
    if cells is None:
        return
    alive = cells.units[(cells.deaths[:, -ACTIVE_MONTHS:] * cells.observed[:, -ACTIVE_MONTHS:]).sum(axis=1) > 0]
    if not len(alive):
        return
    busy = cells.only(alive)
    mine = [*high_alerts(busy, month)]
    if grounds.inputs.cell_forecast is not None:
        mine += jump_alerts(grounds.inputs.cell_forecast.only(alive), busy)
    alerts += mine
    try:
        spills = {row.cell: row for row in unit_spill(cells)}
    except AssessmentError:
        # too few active cells for the model: the region's finding says so
        spills = {}
    for trend in trends(busy, month):
        own = [one for one in mine if one.subject == f"cell:{trend.unit}"]
        yield "cell", str(trend.unit), {"trend": trend, "alerts": own, "spill": spills.get(trend.unit)}


def _spillover(grounds: Grounds) -> dict[str, Any]:
    """The model of what cells give to one another, or why it cannot be fitted."""
    from marsad.assessment.spillover import spillover

    if grounds.inputs.cells is None:
        return {"spillover": None, "spillover_reason": "no-cells"}
    covered = frozenset(c.iso3 for claim in grounds.coverage if (c := places.country_by_numeric(claim.country_id)))
    try:
        return {"spillover": spillover(grounds.inputs.cells, covered=covered or None), "spillover_reason": None}
    except AssessmentError:
        return {"spillover": None, "spillover_reason": "few-cells"}


def _groups(grounds: Grounds, read: Readings, alerts: list[Any]) -> Generator[tuple[str, str, dict[str, Any]], None, Any]:
    """Every group that a table or text names, from rows read once; gives the record of the rule on entries."""
    from marsad.assessment.alerts import backtest_entries, entry_alerts
    from marsad.assessment.attention import attention
    from marsad.assessment.groups import known_deeds, profile_of
    from marsad.assessment.sides import deeds, with_groups

    month, names = int(grounds.inputs.as_of), group_names(grounds.settings.lexicons)
    table, copies = lineages(grounds.settings.lexicons), {d.id: d.near_duplicate_of for d in grounds.inputs.documents}
    rows = with_groups(grounds.events.select(EVENT_SCHEMA.names), names)
    known = known_deeds(deeds(rows, names, month))
    named = {entity for entity in read.named if entity.startswith("group:")}
    profiles, spelled = [], group_spellings(grounds.settings.lexicons)
    for group in sorted({*known.by_group, *named}):
        found = profile_of(
            known, group, month=month, coverage=grounds.coverage, lineages=table, copies={k: v for k, v in copies.items() if v}
        )
        mine = entry_alerts([found])
        alerts += mine
        profiles.append(found)
        yield "group", group.removeprefix("group:"), {
            "names": spelled.get(group, {}), "profile": found, "attention": attention(read, group, month), "alerts": mine,
            "cells": _cells_of(rows, [deed.id for deed in known.by_group.get(group, ()) if deed.counted], month),
        }  # fmt: skip
    return backtest_entries(profiles)


def _cells_of(rows: pa.Table, ids: Sequence[str], month: int) -> list[tuple[int, int]]:
    """Cells of a group's events of the last twelve months, protected sites left out, and how many lie in each; most first."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from marsad.briefs.group_activity import counted_cells

    own = rows.filter(pc.is_in(rows["id"], value_set=pa.array(ids, pa.string())))
    return sorted(counted_cells(own, month).items(), key=lambda pair: (-pair[1], pair[0]))


def _pairs(grounds: Grounds, alerts: list[Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every pair of states that met: contacts beside chance, meetings in their order, what was agreed and what became of it."""
    from marsad.assessment.alerts import follow_up_alerts
    from marsad.assessment.partnerships import contacts, partnership, row_contacts

    inputs, met = grounds.inputs, grounds.of(Engagement)
    copies = {d.id: d.near_duplicate_of for d in inputs.documents if d.near_duplicate_of}
    rows = grounds.events.filter(grounds.events["document"].is_null()).select(EVENT_SCHEMA.names)
    known = [*contacts(grounds.of(Event), copies), *row_contacts(rows)]
    due, judged = due_days(met, inputs.documents), judged_states(met, inputs.ledger)
    for pair in _couples(met):
        found = partnership(
            pair, grounds.read_to, events=known, engagements=met, documents=inputs.documents, mentions=grounds.of(Mention), due=due,
            judged=judged, seed=grounds.settings.seed,
        )  # fmt: skip
        mine = follow_up_alerts([found])
        alerts += mine
        yield "pair", "-".join(found.pair), {"partnership": found, "alerts": mine}


def _couples(met: Iterable[Engagement]) -> list[tuple[str, str]]:
    """Pairs of states that took part in one meeting, in alphabetical order."""
    found = set()
    for one in met:
        parties: Sequence[str | None] = (one.host, one.place.country if one.place else None, *(p.country for p in one.participants))
        codes = sorted({code for code in parties if code and places.country_by_iso3(code)})
        found |= set(combinations(codes, 2))
    return sorted(found)


def _told(value: Any, key: str = "") -> Any:
    """A finding as plain values, month numbers as 2026-05."""
    if isinstance(value, dict):
        return {name: _told(part, name) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_told(part, key if key == "active" else "") for part in value]
    plain = as_json(value)
    if isinstance(plain, dict | list):
        return _told(plain, key)
    return format_month(plain) if key in _MONTHS and isinstance(plain, int) else plain
