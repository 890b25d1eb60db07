"""The map as SVG: outlines, countries or cells in classes, disputed areas dashed, names; drawn by hand, so it stays small."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from html import escape
from typing import Any

from marsad.base.places import cell_bounds, static_file
from marsad.briefs.content import MapPicture

WIDTH = 720
"""Units of the picture across."""

MARGIN = 1.5
"""Degrees shown around the countries of the brief."""

FAR = 20.0
"""Degrees from a country's largest part beyond which a part is left out of the frame: a map of France would be one of the Atlantic."""

SHADES = ("#f4efe2", "#fbd38a", "#f0913a", "#c8452d", "#6d1530")
"""From none to most: pale sand to dark wine; lightness falls at every step, so it reads in black and white."""

Ring = Sequence[Sequence[float]]


@cache
def outlines() -> tuple[dict[str, Any], ...]:
    """Features of the outlines that maps are drawn from: countries and disputed areas, as the package holds them."""
    return tuple(json.loads(static_file("outlines-small.geojson").read_text(encoding="utf-8"))["features"])


def map_svg(picture: MapPicture) -> str:
    """The map as one `<svg>` element; the same picture gives the same text."""
    frame, outlines = _framed(tuple(picture.frame or picture.countries))
    ranks, shades = dict(picture.country_ranks), picture.shades or SHADES
    shown = set(picture.countries)
    under, over, contested = [], [], []
    for iso3, disputed, path in outlines:
        kind = "d" if disputed else "c"
        if disputed:
            # a neighbour's full line would hide the dashes: it is painted over first
            contested.append(f'<path class="u" d="{path}"/><path class="d" fill="none" d="{path}"/>')
        if iso3 not in shown or (disputed and iso3 not in ranks):
            under.append(f'<path class="{kind} out" d="{path}"/>')
        elif iso3 not in ranks:
            over.append(f'<path class="{kind} unseen" fill="url(#hatch-{picture.key})" d="{path}"/>')
        elif picture.cell_ranks:
            over.append(f'<path class="{kind} seen" d="{path}"/>')
        else:
            over.append(f'<path class="{kind}" fill="{shades[ranks[iso3]]}" d="{path}"/>')
    cells = [frame.cell(gid, rank) for gid, rank in picture.cell_ranks if rank > 0]
    dark = {iso3 for iso3, rank in ranks.items() if not picture.cell_ranks and _dark(shades[rank])}
    names = [frame.label(iso3, name, dark=iso3 in dark) for iso3, name in picture.names]
    hatch = (
        f'<defs><pattern id="hatch-{picture.key}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect class="hb" width="6" height="6"/><line class="hl" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>'
    )
    body = "".join([hatch, '<rect class="sea" width="100%" height="100%"/>', *under, *over, *contested, *cells, *names])
    view = f"0 0 {WIDTH} {frame.height:.0f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="{view}" aria-hidden="true" focusable="false">{body}</svg>'


@lru_cache(maxsize=32)
def _framed(countries: tuple[str, ...]) -> tuple[Frame, tuple[tuple[str | None, bool, str], ...]]:
    """The frame around countries, and the outlines in it (code, disputed, path): the layers of a page, in three languages, share them."""
    frame = Frame.around(countries)
    drawn = ((f["properties"]["iso3"], f["properties"]["disputed"], frame.path(_rings(f["geometry"]))) for f in outlines())
    return frame, tuple(one for one in drawn if one[2])


class Frame:
    """Degrees to picture units: equirectangular, true in scale at the middle latitude."""

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        self.west, self.south, self.east, self.north = west, south, east, north
        self._stretch = math.cos(math.radians((south + north) / 2))
        self._scale = WIDTH / ((east - west) * self._stretch)
        self.height = (north - south) * self._scale

    @classmethod
    def around(cls, countries: Iterable[str]) -> Frame:
        """The frame that holds the countries' outlines, far islands left out."""
        wanted = set(countries)
        points = [p for f in outlines() if f["properties"]["iso3"] in wanted for ring in _large(f["geometry"]) for p in ring]
        lons, lats = [p[0] for p in points] or [-20, 40], [p[1] for p in points] or [0, 40]
        return cls(min(lons) - MARGIN, min(lats) - MARGIN, max(lons) + MARGIN, max(lats) + MARGIN)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Picture units of a point."""
        return (lon - self.west) * self._stretch * self._scale, (self.north - lat) * self._scale

    def path(self, rings: Iterable[Ring]) -> str:
        """Path of the rings that touch the frame; points closer than half a unit to the last are dropped."""
        return "".join(self._ring(ring) for ring in rings if self._touches(ring))

    def wider(self) -> Frame:
        """The frame with more than half as much again on the west and the east, and a third on the south and the north."""
        wide, high = (self.east - self.west) * 0.6, (self.north - self.south) * 0.3
        return Frame(self.west - wide, max(self.south - high, -85), self.east + wide, min(self.north + high, 85))

    def touches(self, geometry: dict[str, Any]) -> bool:
        """Whether a part of a geometry lies in the frame."""
        return any(self._touches(ring) for ring in _rings(geometry))

    @staticmethod
    def middle(geometry: dict[str, Any]) -> tuple[float, float]:
        """Middle of a geometry's largest ring, longitude and latitude."""
        lon, lat = _middle(max(_rings(geometry), key=lambda ring: abs(_area(ring))))
        return round(lon, 2), round(lat, 2)

    def _touches(self, ring: Ring) -> bool:
        lons, lats = [p[0] for p in ring], [p[1] for p in ring]
        return min(lons) < self.east and max(lons) > self.west and min(lats) < self.north and max(lats) > self.south

    def _ring(self, ring: Ring) -> str:
        kept: list[tuple[float, float]] = []
        for lon, lat in ring:
            x, y = self.at(lon, lat)
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 0.8:
                kept.append((x, y))
        return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in kept) + "Z" if len(kept) > 2 else ""

    def cell(self, gid: int, rank: int) -> str:
        """A PRIO-GRID cell as a square in its shade."""
        west, south, east, north = cell_bounds(gid)
        (x, y), (right, bottom) = self.at(west, north), self.at(east, south)
        return f'<rect class="cell" x="{x:.1f}" y="{y:.1f}" width="{right - x:.1f}" height="{bottom - y:.1f}" fill="{SHADES[rank]}"/>'

    def label(self, iso3: str, name: str, *, dark: bool) -> str:
        """A country's name at the middle of its largest ring; nothing where the country is too small for it."""
        rings = [ring for f in outlines() if f["properties"]["iso3"] == iso3 for ring in _rings(f["geometry"])]
        if not rings:
            return ""
        ring = max(rings, key=lambda r: abs(_area(r)))
        lon, lat = _middle(ring)
        x, y = self.at(lon, lat)
        wide = max(p[0] for p in ring) - min(p[0] for p in ring)
        half = 4.5 * len(name)
        # a name that the frame would cut says something else
        if wide * self._stretch * self._scale < 5 * len(name) or not (half < x < WIDTH - half and 10 < y < self.height - 5):
            return ""
        return f'<text class="{"on" if dark else "off"}" x="{x:.0f}" y="{y:.0f}">{escape(name)}</text>'


def _dark(shade: str) -> bool:
    """Whether letters on a shade must be white: its brightness as the eye weighs red, green and blue.

    >>> _dark("#c8452d"), _dark("#f0913a")
    (True, False)
    """
    red, green, blue = (int(shade[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for part in parts:
        yield from part


def _large(geometry: dict[str, Any]) -> list[Ring]:
    rings = list(_rings(geometry))
    most = max(rings, key=lambda ring: abs(_area(ring)))
    return [ring for ring in rings if abs(_area(ring)) > abs(_area(most)) / 50 and _apart(ring, most) < FAR]


def _apart(ring: Ring, other: Ring) -> float:
    """Degrees between the boxes around two rings, along the axis on which they lie further apart; 0 or less where the boxes meet."""
    return max(max(min(p[i] for p in a) - max(p[i] for p in b) for a, b in ((ring, other), (other, ring))) for i in (0, 1))


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _middle(ring: Ring) -> tuple[float, float]:
    area = _area(ring) or 1.0
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area), y / (6 * area)
