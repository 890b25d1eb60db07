"""One region, one month, everything at once: what a brief takes."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.assessment.hotspots import concentration, hotspots
from marsad.assessment.outlook import fan, outlook
from marsad.assessment.paths import LEVEL, STRETCHES_LEAST, joint
from marsad.assessment.situation import region_situation, situation, total
from marsad.base.findings import Assessment
from marsad.base.frames import Forecast, Panel


def assess(panel: Panel, forecast: Forecast, *, cells: Panel | None = None, units: Iterable[int] = (), seed: int = 0) -> Assessment:
    """Situation and outlook of a region and of each of its units.

    Args:
        panel: counts of the region's units; months after the forecast's origin are not looked at.
        forecast: draws of the same units (units it lacks get a situation and no outlook).
        cells: counts per cell of the same region, for hotspots and concentration.
        units: all units of the region; those that the panel lacks are named as missing, never counted as 0.
        seed: of the order of draws.

    Raises:
        AssessmentError: the panel is empty, does not reach the origin, or lacks a unit of the forecast.
    """
    known = panel.until(forecast.origin)
    draws = joint(forecast, known, seed=seed)
    held = known.only(forecast.units)
    deaths, observed = total(held)
    rows = [None, *(int(unit) for unit in forecast.units)]
    fans = [fan(forecast, None, draws=draws, deaths=deaths, observed=observed, panel=held)]
    for i, unit in enumerate(held.units):
        fans.append(fan(forecast, int(unit), draws=draws, deaths=held.deaths[i], observed=held.observed[i], panel=held))
    near = None if cells is None else cells.until(forecast.origin)
    return Assessment(
        month=forecast.origin,
        situations=(region_situation(known, forecast.origin), *(situation(known, int(unit), forecast.origin) for unit in known.units)),
        outlooks=tuple(row for unit in rows for row in outlook(forecast, unit, draws=draws)),
        fans=tuple(fans),
        hotspots=() if near is None else hotspots(near),
        concentration=None if near is None else concentration(near),
        missing=tuple(sorted(set(units) - {int(unit) for unit in known.units})),
        notes=_notes(known, forecast),
        reasons=forecast.reasons,
    )


def _notes(panel: Panel, forecast: Forecast) -> tuple[str, ...]:
    notes = []
    if len(panel.months) - LEVEL - int(forecast.steps[-1]) + 1 < STRETCHES_LEAST:
        notes.append("short-history")
    if not panel.observed[:, -1].all():
        notes.append("last-month-partial")
    return tuple(notes)
