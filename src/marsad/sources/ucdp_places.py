"""Where UCDP events lie: country, PRIO-GRID cell, and whether the coordinates are on the wrong side of the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from marsad.base.errors import MarsadError
from marsad.base.places import Country, cell_bounds, cell_centre, cell_of, cells_of_country, country_by_gw, country_by_name, neighbours

PRECISION_M: dict[int, float] = {1: 5_000, 2: 25_000, 3: 50_000, 4: 150_000, 5: 250_000, 6: 500_000, 7: 1_000_000}
"""Radius in metres for `where_prec`. The codebook gives words (exact place; near a place, about 25 km; second-order and first-order
division; a line or a vague area; the country; sea or air); the figures for divisions and countries are ours, of the order of their
usual size."""

ROUNDING = 1e-6
"""Degrees. Publishers round coordinates after they have set the cell, so a point on an edge may lie one cell over."""

NEAR_CELLS = 2
"""Cells around a country within which an event may lie: coasts, border rivers and old borders."""

FAR_DEGREES = 6.0
"""Degrees outside a country's box from which a point cannot belong to it. Old borders reach that far: Sudan before 2011 ends
5.2 degrees south of today's."""


@cache
def country_of(code: str, name: str) -> Country | None:
    """The country by Gleditsch-Ward number, or by UCDP's name where the number is not one; None where neither is known."""
    digits = code.removesuffix(".0")
    found = country_by_gw(int(digits)) if digits.isdigit() else None
    return found or country_by_name(name)


@cache
def fits_cell(gid: int, lon: float, lat: float) -> bool:
    """Whether a point lies in a cell, or beyond its edge by no more than rounding."""
    try:
        west, south, east, north = cell_bounds(gid)
    except MarsadError:
        return False
    return west - ROUNDING <= lon <= east + ROUNDING and south - ROUNDING <= lat <= north + ROUNDING


@dataclass(frozen=True, slots=True)
class _Ground:
    """The cells of a country, those near it, and its box (west, south, east, north)."""

    cells: frozenset[int]
    near: frozenset[int]
    box: tuple[float, float, float, float]


@cache
def _ground(iso3: str) -> _Ground | None:
    cells = frozenset(int(gid) for gid in cells_of_country(iso3))
    if not cells:
        return None
    near: frozenset[int] = cells
    for _ in range(NEAR_CELLS):
        near = near.union(*(neighbours(gid) for gid in near))
    centres = [cell_centre(gid) for gid in cells]
    lons, lats = [lon for lon, _ in centres], [lat for _, lat in centres]
    return _Ground(cells, near, (min(lons), min(lats), max(lons), max(lats)))


class Side(NamedTuple):
    """What is wrong with a point; `far` where it lies so far off that the row cannot be trusted."""

    why: str
    far: bool


@cache
def wrong_side(iso3: str, gid: int) -> Side | None:
    """Why a cell cannot be where an event of a country lies, or None where it can.

    A point away from the country is wrong if it falls inside once its coordinates are changed about or lose a sign, or if it lies
    far outside the country's box. Territories smaller than a cell are not judged.

    Raises:
        MarsadError: the package's cells are not built.
    """
    ground = _ground(iso3)
    if ground is None or gid in ground.near:
        return None
    lon, lat = cell_centre(gid)
    west, south, east, north = ground.box
    far = not (west - FAR_DEGREES <= lon <= east + FAR_DEGREES and south - FAR_DEGREES <= lat <= north + FAR_DEGREES)
    for what, (x, y) in {
        "longitude and latitude look changed about": (lat, lon),
        "the longitude looks like it has the wrong sign": (-lon, lat),
        "the latitude looks like it has the wrong sign": (lon, -lat),
    }.items():
        if abs(y) <= 90 and cell_of(x, y) in ground.cells:
            return Side(f"the point is not in {iso3}: {what}", far)
    return Side(f"the point is far from {iso3}", far) if far else None


def wrong_sides(countries: Iterable[str], gids: Iterable[int]) -> tuple[list[Side | None], bool]:
    """`wrong_side` for many events, and whether it could be judged: not where the package's cells are not built."""
    pairs = list(zip(countries, gids, strict=True))
    try:
        return [wrong_side(iso3, gid) for iso3, gid in pairs], True
    except MarsadError:
        return [None] * len(pairs), False
