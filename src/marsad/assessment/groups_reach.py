"""How far a group reaches: cells, centre of activity, spread, borders crossed, and how near to borders it acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from marsad.assessment.sides import Deed
from marsad.base import places
from marsad.base.frames import Floats

EARTH_KM = 6371.0
CROSSING_DAYS = 31
"""Days between two events in a row, in two countries, that count as a crossing."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a group acted over some months.

    Attributes:
        events: events counted.
        cells: cells with an event whose place is known to 25 km.
        vague: events whose place is not.
        lon: longitude of the centre of activity, degrees; None where every place is vague.
        lat: its latitude.
        spread_km: root of the mean squared distance of events from that centre.
        countries: (ISO code, events), most events first.
        crossings: (from, to, times) that two events in a row, 31 days apart at most, lay in two countries.
        near_border: share of the precise events in cells that touch another country; None where the outlines are not built.
    """

    events: int
    cells: int
    vague: int
    lon: float | None
    lat: float | None
    spread_km: float | None
    countries: tuple[tuple[str, int], ...]
    crossings: tuple[tuple[str, str, int], ...]
    near_border: float | None


def reach(window: Sequence[Deed]) -> Reach | None:
    """Reach over those events, in the order of days; None where there is none."""
    if not window:
        return None
    exact = [deed for deed in window if deed.precise]
    lon, lat, spread = _centre(exact)
    lands = Counter(deed.country for deed in window if deed.country)
    steps = Counter(
        (a.country, b.country)
        for a, b in pairwise(window)
        if a.country and b.country and a.country != b.country and b.day - a.day <= CROSSING_DAYS
    )
    cells = [deed.cell for deed in exact if deed.cell]
    return Reach(
        events=len(window), cells=len(set(cells)), vague=len(window) - len(exact), lon=lon, lat=lat, spread_km=spread,
        countries=tuple(sorted(lands.items(), key=lambda item: (-item[1], item[0]))),
        crossings=tuple((a, b, n) for (a, b), n in sorted(steps.items(), key=lambda item: (-item[1], item[0]))),
        near_border=sum(_touches_border(cell) for cell in cells) / len(cells) if cells else None,
    )  # fmt: skip


def moved_km(before: Reach | None, after: Reach | None) -> float | None:
    """Kilometres between two centres of activity; None where one is not known."""
    if before is None or after is None or before.lon is None or before.lat is None or after.lon is None or after.lat is None:
        return None
    return float(distance_km(before.lon, before.lat, np.array([after.lon]), np.array([after.lat]))[0])


def distance_km(lon: float, lat: float, lons: Floats, lats: Floats) -> Floats:
    """Great-circle kilometres from one point to many.

    >>> round(float(distance_km(0.0, 0.0, np.array([1.0]), np.array([0.0]))[0]), 1)
    111.2
    """
    a, b = np.radians(lat), np.radians(lats)
    half = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lons - lon) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(half)))


def _centre(exact: Sequence[Deed]) -> tuple[float | None, float | None, float | None]:
    if not exact:
        return None, None, None
    lons, lats = np.array([deed.lon for deed in exact], dtype=float), np.array([deed.lat for deed in exact], dtype=float)
    # the mean of directions, not of degrees, so that the date line splits no group in two
    spots = np.stack([np.cos(np.radians(lats)) * np.cos(np.radians(lons)), np.cos(np.radians(lats)) * np.sin(np.radians(lons)),
                      np.sin(np.radians(lats))])  # fmt: skip
    x, y, z = spots.mean(axis=1)
    lon, lat = float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))
    spread = float(np.sqrt((distance_km(lon, lat, lons, lats) ** 2).mean()))
    return round(lon, 2), round(lat, 2), round(spread, 1)


@cache
def _touches_border(cell: int) -> bool:
    own = places.country_of_cell(cell)
    around = {places.country_of_cell(other) for other in places.neighbours(cell)}
    return bool(around - {own, None})
