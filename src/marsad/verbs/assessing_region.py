"""marsad assess for a region, the world, a drawn area, a list of cells, a spillover between two places, and the alerts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.errors import AssessmentError, UsageError
from marsad.base.findings import HORIZONS
from marsad.base.months import MonthId, format_month, last_day
from marsad.base.records import Language, as_json
from marsad.verbs import assessing_told as words
from marsad.verbs.assessing import Held, gather, month_known, report_of
from marsad.verbs.assessing import assess as assess_one
from marsad.verbs.finding import find
from marsad.verbs.report import Report, Tell
from marsad.world import RunRequest, World

if TYPE_CHECKING:
    from marsad.settings import Settings

CELLS_MOST = 5_000
"""Cells of one drawn area; a whole continent is better asked for as a region."""

SECTIONS = ("summary", "alerts", "happened", "pattern", "groups", "met", "named", "ahead")
"""Sections of a brief whose sentences an assessment prints."""


def assess(
    settings: Settings, what: str, as_of: str | None, tell: Tell, *, change: str | None = None, language: Language | None = None
) -> Report:
    """The situation of a place, an armed group or a partnership, spillover between two places, or the alerts.

    Args:
        settings: archive, model, draws, seed, lexicons, alerts.
        what: `MLI`, `cell:149426`, `region:sahel`, `world`, `area:-5,12,3,17`, `cells:149426,149427`, `group:jnim`, `pair:MAR-USA`,
            `pair:MAR-org:au`, `spillover:LBY-sahel` or `alerts`.
        as_of: last month known; the last of the data where left out.
        tell: called with a line of progress.
        change: a month such as `2023-07`, for a country or cell: what the counts did before and after it.
        language: of the sentences on a region, the world or a country; a country without it is told in short lines in English.

    Raises:
        UsageError: `what` is none of these, or an option does not go with it.
        AssessmentError: the place is not observed in that month.
    """
    kind = what.partition(":")[0]
    code = what.removeprefix("country:")
    named = kind == "region" or what.lower() in places.regions() or (language is not None and places.country_by_iso3(code) is not None)
    if change is not None and (named or kind in ("area", "cells", "spillover", "alerts")):
        raise UsageError("--change goes with a country or a cell: the counts before and after a month")
    if language is not None and not named:
        raise UsageError(f"--lang goes with a region, the world or a country; {what} is told in short lines in English")
    if named:
        return assess_region(settings, code.removeprefix("region:"), as_of, tell, language or settings.language)
    if kind in ("area", "cells"):
        return assess_cells(settings, what, as_of, tell)
    if kind == "spillover":
        return assess_flow(settings, what, as_of, tell)
    if what == "alerts":
        return assess_alerts(settings, as_of, tell)
    return assess_one(settings, what, as_of, tell, change=change)


def assess_region(settings: Settings, key: str, as_of: str | None, tell: Tell, language: Language) -> Report:
    """Everything that the brief on a region says, as sentences in its language and as plain values.

    Raises:
        UsageError: no such region, or a month outside the counts.
        AssessmentError: no country of it is observed in that month.
    """
    from marsad import pipeline
    from marsad.briefs import compose_brief

    region = places.region(key)
    chosen = replace(settings, region=key)
    held = gather(settings, tell)
    world = world_of(held, region, as_of)
    ahead, past = pipeline.look_ahead(world, chosen, tell), []  # type: ignore[var-annotated]
    scores = pipeline.look_back(world, chosen, tell, past)
    found = find(world, ahead, (chosen, tell), past)
    asked = RunRequest(out=Path(), as_of=as_of, documents=() if held.sample else (settings.archive,))
    inputs = pipeline.inputs_of(world, ahead, scores, (chosen, asked, ""), found=found)
    made = compose_brief(inputs, language, territory=settings.audience or None)
    values = {
        "language": language, "situation": as_json(inputs.assessment), "alerts": as_json(found.alerts),
        "alert_records": as_json(found.records), "changes": as_json(found.changes), "base_rates": as_json(found.base_rates),
        "units": as_json(found.units), "violence": as_json(found.violence), "attention": as_json(found.attention[:20]),
        "flows": as_json(found.flows), "cell_spill": as_json(found.cell_spill), "groups": as_json(found.groups),
        "partnerships": as_json(found.pairs),
        "scores": [as_json(row) for row in scores.rows if row.metric == "crps" and row.by in ("all", "unit")],
    }  # fmt: skip
    return report_of(f"region:{region.key}", world.as_of, held, words.brief_lines(made, SECTIONS), values)


def world_of(held: Held, region: places.Region, as_of: str | None) -> World:
    """What a run would know of a region, from what an assessment gathered.

    Raises:
        UsageError: a month outside the counts.
        PanelError: no country of the region is observed in that month.
    """
    import pyarrow.compute as pc

    from marsad import pipeline

    month = pipeline.last_month(as_of, held.country)
    wide = held.country.until(month).observed_in(month)
    country, cell = pipeline.of_region(wide, held.cell, region.countries, month)
    rows = held.events
    inside = pc.is_in(rows["country"], value_set=_strings(region.countries))
    rows = rows.filter(pc.fill_null(pc.and_(inside, pc.less_equal(rows["month_id"], month)), False))
    day = last_day(MonthId(month))
    documents = tuple(d for d in held.documents if d.published is None or d.published <= day or as_of is None)
    known = {document.id for document in documents}
    records = tuple(r for r in held.records if getattr(r, "document", None) is None or r.document in known)
    tables = () if held.sample else held.tables
    return World(documents, records, tables, with_run(rows), wide, country, cell, month, (), held.ledger, held.coverage)


def with_run(rows: Any) -> Any:
    """Event rows with the column that names their run, as the archive gives them."""
    import pyarrow as pa

    return rows if "run" in rows.column_names else rows.append_column("run", pa.nulls(rows.num_rows, pa.string()))


def _strings(values: Sequence[str]) -> Any:
    import pyarrow as pa

    return pa.array(list(values), pa.string())


def assess_cells(settings: Settings, what: str, as_of: str | None, tell: Tell) -> Report:
    """The situation of a drawn area or a list of cells, all of its cells together.

    Raises:
        UsageError: the area or the list cannot be read.
        AssessmentError: no cell of it is observed.
    """
    from marsad.assessment import assess as find_all
    from marsad.assessment.alerts import high_alerts
    from marsad.assessment.situation import total
    from marsad.assessment.trends import UnitTrend, series_trends
    from marsad.forecast import forecast as ask

    wanted = cells_of(what)
    held = gather(settings, tell, texts=False)
    if held.cell is None:
        raise AssessmentError(f"{what}: the archive holds no cells; bring event tables with `marsad pull file PATH`")
    last = int(held.cell.months[held.cell.observed.any(axis=0)][-1])
    month = month_known(as_of, last, last)
    known = held.cell.until(month).observed_in(month)
    own = known.only([cell for cell in wanted if cell in set(known.units.tolist())])
    if not len(own.units):
        raise AssessmentError(f"{what}: none of its {len(wanted)} cells is observed in {format_month(month)}")
    tell(f"{settings.model}: from {len(known.units):,} cells to {format_month(month)}")
    made = ask(known, origin=month, steps=range(1, 13), model=settings.model, draws=settings.draws, seed=settings.seed).only(own.units)
    found = find_all(own, made, cells=own, seed=settings.seed)
    here, ahead = found.situation(None), [row for months in HORIZONS if (row := found.outlook(None, months))]
    deaths, seen = total(own)
    levels, slopes = series_trends(deaths[None], seen[None])
    alerts = high_alerts(own, month, settings.alerts)
    text = [
        f"{len(own.units):,} cells with counts of {len(wanted):,}; cells not counted are not observed, and not without deaths",
        *words.place_lines(here, ahead, UnitTrend(0, month, levels[0], slopes[0])),
        *words.gathering_lines(found), *words.alert_lines(alerts[:10]),
        "Not for targeting. How good such forecasts are: docs/how-good-is-it.md",
    ]  # fmt: skip
    values = {
        "cells": len(own.units), "asked": len(wanted), "situation": as_json(here), "levels": as_json(levels[0]),
        "trends": as_json(slopes[0]), "outlook": [as_json(row) for row in ahead], "hotspots": as_json(found.hotspots),
        "concentration": as_json(found.concentration), "alerts": as_json(alerts), "model": settings.model,
    }  # fmt: skip
    return report_of(what, month, held, text, values)


def cells_of(what: str) -> tuple[int, ...]:
    """Cells that `cells:1,2`, `area:WEST,SOUTH,EAST,NORTH` or `area:FILE.geojson` names, by their centres.

    Raises:
        UsageError: it cannot be read, or is too large.
    """
    kind, _, name = what.partition(":")
    if kind == "cells":
        parts = name.split(",")
        if not all(part.strip().isdigit() for part in parts):
            raise UsageError(f"{what}: write PRIO-GRID cells with commas between them, such as cells:149426,149427")
        cells = tuple(dict.fromkeys(int(part) for part in parts))
        for cell in cells:
            places.row_and_column(cell)
        return cells
    shape = _box(what, name) if "," in name else _drawn(what, Path(name))
    import numpy as np
    import shapely

    west, south, east, north = shape.bounds
    gids = np.array(list(places.cell_areas()), dtype=np.int64)
    lons, lats = places.cell_centres(gids)
    near = (lons >= west) & (lons <= east) & (lats >= south) & (lats <= north)
    inside = gids[near][shapely.contains_xy(shape, lons[near], lats[near])]
    if not len(inside):
        raise UsageError(f"{what}: no half-degree cell on land has its centre inside; draw it larger, or name cells with cells:")
    if len(inside) > CELLS_MOST:
        raise UsageError(f"{what}: {len(inside):,} cells are more than {CELLS_MOST:,}; ask for a region or for the world")
    return tuple(int(gid) for gid in np.sort(inside))


def _box(what: str, name: str) -> Any:
    import shapely

    try:
        west, south, east, north = (float(part) for part in name.split(","))
    except ValueError:
        raise UsageError(f"{what}: write west,south,east,north in degrees, such as area:-5,12,3,17") from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise UsageError(f"{what}: west must lie below east and south below north, within -180 to 180 and -90 to 90")
    return shapely.box(west, south, east, north)


def _drawn(what: str, path: Path) -> Any:
    """The polygons of a GeoJSON file as one shape."""
    import shapely
    from shapely.geometry import shape

    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise UsageError(f"{what}: {path} cannot be read ({wrong.strerror}); give west,south,east,north or a GeoJSON file") from wrong
    except (json.JSONDecodeError, UnicodeDecodeError) as wrong:
        raise UsageError(f"{what}: {path} is no GeoJSON: {wrong}") from wrong
    try:
        parts = [shape(found) for found in _geometries(content)]
    except (KeyError, TypeError, ValueError, AttributeError, shapely.errors.ShapelyError) as wrong:
        raise UsageError(f"{what}: {path} holds a shape that cannot be read: {wrong}") from wrong
    areas = [part for part in parts if part.geom_type in ("Polygon", "MultiPolygon")]
    if not areas:
        raise UsageError(f"{what}: {path} holds no polygon; an area is one or more of them")
    return shapely.make_valid(shapely.union_all(areas))


def _geometries(content: Any) -> list[Mapping[str, Any]]:
    if not isinstance(content, dict):
        raise TypeError("not an object")
    if content.get("type") == "FeatureCollection":
        return [feature["geometry"] for feature in content["features"]]
    return [content["geometry"] if content.get("type") == "Feature" else content]


def assess_flow(settings: Settings, what: str, as_of: str | None, tell: Tell) -> Report:
    """Whether deaths in one place run ahead of those in another, both ways, beside a model without; by cells too where both are counted.

    Raises:
        UsageError: `what` names no two places.
    """
    from marsad.assessment.flows import flow
    from marsad.assessment.spillover import spillover

    source, target = places_of(what)
    held = gather(settings, tell, texts=False)
    month = month_known(as_of, held.counted_to, held.counted_to)
    panel = held.country.until(month)
    sides = [(key, places.region(key).countries) for key in (source, target)]
    rows = [flow(panel, sides[0], sides[1]), flow(panel, sides[1], sides[0])]
    text = [line for row in rows for line in words.flow_lines(row)]
    values: dict[str, Any] = {"flows": [as_json(row) for row in rows], "cells": None}
    if all(len(countries) == 1 for _, countries in sides):
        try:
            if held.cell is None or not {source, target} <= held.covered:
                raise AssessmentError("the cells of both are not counted in full")
            model = spillover(held.cell.until(month), covered=held.covered)
            pairs = [model.between(source, target), model.between(target, source)]
            values["cells"] = {
                "gain": model.gain,
                "p_value": model.p_value,
                "word": model.word,
                "pairs": [pair and as_json(pair) for pair in pairs],
            }
            text += words.cell_flow_lines(model, pairs)
        except AssessmentError as thin:
            values["cells_reason"] = str(thin)
            text.append(f"by cells: cannot be said; {thin}")
    text.append("What followed what, month by month; two places may answer to a third. It is no proof of cause.")
    return report_of(what, month, held, text, values)


def places_of(what: str) -> tuple[str, str]:
    """The two places of `spillover:LBY-sahel`: ISO codes or region keys, which may hold hyphens themselves.

    Raises:
        UsageError: there are no two places in it.
    """
    name = what.partition(":")[2]
    parts = name.split("-")
    for cut in range(1, len(parts)):
        found = []
        for side in ("-".join(parts[:cut]), "-".join(parts[cut:])):
            try:
                found.append(places.region(side).key)
            except UsageError:
                break
        if len(found) == 2 and found[0] != found[1]:
            return found[0], found[1]
    raise UsageError(f"{what} names no two places: write spillover:LBY-sahel, with ISO codes or regions ({', '.join(places.regions())})")


def assess_alerts(settings: Settings, as_of: str | None, tell: Tell) -> Report:
    """The alerts of the region in the settings, and how often each rule fired in the past and what followed."""
    from marsad import pipeline

    region = places.region(settings.region)
    held = gather(settings, tell)
    world = world_of(held, region, as_of)
    ahead = pipeline.look_ahead(world, settings, tell)
    past: list[Any] = []
    pipeline.look_back(world, settings, tell, past)
    found = find(world, ahead, (settings, tell), past)
    text = [*words.alert_lines(found.alerts), *words.record_lines(found.records)]
    if not found.alerts:
        text.insert(0, "no rule fires")
    values = {"region": region.key, "rules": as_json(settings.alerts), "alerts": as_json(found.alerts), "records": as_json(found.records)}
    return report_of(f"alerts:{region.key}", world.as_of, held, text, values)
