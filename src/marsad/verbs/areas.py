"""Areas by name or shape: which units of a panel a region, a country, a box or a drawn outline holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from marsad.base import places
from marsad.base.errors import UsageError
from marsad.base.frames import Ints, Level

Numbering = Literal["iso", "views"]

HELP = "a region such as sahel, ISO codes such as MLI,BFA, box:WEST,SOUTH,EAST,NORTH, units:1,2,3, or a GeoJSON file of an outline"


def units_in(area: str, units: Ints, level: Level, *, ids: Numbering = "iso") -> list[int]:
    """Those of `units` that lie in an area.

    Args:
        area: a named region, ISO 3166-1 alpha-3 codes with commas, `box:W,S,E,N` or a GeoJSON file (cells whose centre lies inside),
            or `units:1,2,3`.
        units: unit_id to choose from.
        level: what the units are.
        ids: how countries are numbered.

    Raises:
        UsageError: the area is none of these, or holds none of the units.
    """
    kind, _, rest = area.partition(":")
    if kind == "units":
        wanted: Any = _whole(rest, area)
    elif kind == "box" or area.lower().endswith((".geojson", ".json")):
        if level != "cell":
            raise UsageError(f"{area}: an outline chooses cells; name countries by region or code")
        wanted = _drawn(_box(rest, area) if kind == "box" else _outline(Path(area)), units)
    else:
        wanted = region_units(area, level, ids=ids)
    found = np.intersect1d(np.asarray(list(wanted), dtype=np.int64), units)
    if len(found) == 0:
        raise UsageError(f"{area} holds none of the {len(units):,} units: is it on the panel's map, and are its ids {ids}?")
    if kind == "units" and len(found) < len(set(wanted)):
        missing = sorted(set(wanted) - set(found.tolist()))
        raise UsageError(f"{area}: unit {missing[0]} is not among the units ({len(missing)} missing)")
    return [int(unit) for unit in found]


def named_regions(units: Ints, level: Level, chosen: Sequence[str] = (), *, ids: Numbering = "iso") -> dict[str, list[int]]:
    """Units of each area that is named, or of every named region that holds any of them."""
    if chosen:
        return {area: units_in(area, units, level, ids=ids) for area in chosen}
    found = {}
    for key in places.regions():
        inside = np.intersect1d(np.asarray(region_units(key, level, ids=ids), dtype=np.int64), units)
        if len(inside):
            found[key] = [int(unit) for unit in inside]
    return found


def countries_of_cells(cells: Ints, countries: Ints) -> dict[int, int]:
    """Country (ISO numeric) of each cell that lies in one of the countries."""
    found: dict[int, int] = {}
    inside = set(cells.tolist())
    for number in countries.tolist():
        country = places.country_by_numeric(int(number))
        found |= {gid: int(number) for gid in (places.cells_of_country(country.iso3) if country else ()) if gid in inside}
    return found


def region_units(area: str, level: Level, *, ids: Numbering = "iso") -> list[int]:
    """Every unit of a named region, or of countries by ISO code with commas, whether a panel holds it or not.

    Raises:
        UsageError: a name is neither a region nor a code.
    """
    codes = [code for part in area.split(",") for code in places.region(part.strip()).countries]
    countries = [found for code in codes if (found := places.country_by_iso3(code))]
    if level == "cell":
        return [int(gid) for country in countries for gid in places.cells_of_country(country.iso3)]
    numbers = [country.numeric if ids == "iso" else country.views for country in countries]
    return [number for number in numbers if number is not None]


def _whole(text: str, area: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise UsageError(f"{area}: unit numbers are whole numbers with commas, such as units:149426,149427") from None


def _box(text: str, area: str) -> Any:
    from shapely.geometry import box

    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{area}: a box is four numbers, box:WEST,SOUTH,EAST,NORTH in degrees, such as box:-5,12,2,18") from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise UsageError(f"{area}: west must lie before east and south before north, longitude -180 to 180, latitude -90 to 90")
    return box(west, south, east, north)


def _outline(path: Path) -> Any:
    from shapely import GEOSException
    from shapely.geometry import shape
    from shapely.ops import unary_union

    try:
        read: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        parts = read["features"] if read.get("type") == "FeatureCollection" else [read]
        shapes = [shape(part["geometry"] if part.get("type") == "Feature" else part) for part in parts]
        whole = unary_union([one for one in shapes if one.geom_type in ("Polygon", "MultiPolygon")])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, GEOSException) as wrong:
        raise UsageError(f"{path} cannot be read as GeoJSON: {str(wrong).splitlines()[0]}") from wrong
    if whole.is_empty:
        raise UsageError(f"{path} draws no outline: it needs a Polygon or MultiPolygon in degrees, longitude before latitude")
    return whole


def _drawn(outline: Any, units: Ints) -> Ints:
    from shapely import contains_xy

    lons, lats = places.cell_centres(units)
    return np.asarray(units[contains_xy(outline, lons, lats)])


def bordering(units: Ints, level: Level, *, ids: Numbering = "iso") -> dict[int, tuple[int, ...]] | None:
    """Countries that touch each of these, as models take them; None for cells, which know their eight, and for strange numbers.

    A panel numbered otherwise than `ids` says would be given neighbours at random, so one unknown number is enough to give none.
    """
    known = places.country_neighbours(ids)
    return known if level == "country" and all(int(unit) in known for unit in units) else None
