"""The static folder: what set-up builds is whole, small enough, drawn the right way round, and fit for Arabic."""

import json
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest
import shapely
from tools import build_static

from marsad.base import places


def _features(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(places.static_file(name).read_text(encoding="utf-8"))["features"]
    return features


@pytest.mark.parametrize("name", ["outlines.geojson", "outlines-small.geojson"])
def test_every_area_is_drawn_once_with_outer_rings_anticlockwise(name: str) -> None:
    features = _features(name)
    assert len(features) == 241
    codes = [feature["properties"]["iso3"] for feature in features if feature["properties"]["iso3"]]
    # Australia has two entries: itself, and reefs that carry its code
    assert len(set(codes)) == len(codes) - 1
    for feature in features:
        for outer, *_ in feature["geometry"]["coordinates"]:
            ring = np.array(outer)
            assert (np.abs(ring) <= [180, 90]).all()
            assert (ring[0] == ring[-1]).all()
            # a sliver that rounding laid flat has no side to be on
            assert shapely.LinearRing(ring).is_ccw or shapely.Polygon(ring).area < 1e-3, feature["properties"]


def test_the_small_copy_fits_into_a_brief_and_strays_little() -> None:
    path = places.static_file("outlines-small.geojson")
    assert path.stat().st_size < 450_000
    full, small = (
        {f["properties"]["area"]: shapely.from_geojson(json.dumps(f["geometry"])).area for f in _features(name)}
        for name in ("outlines.geojson", "outlines-small.geojson")
    )
    for area in ("Mali", "Sudan", "Nigeria", "W. Sahara", "Morocco"):
        assert small[area] == pytest.approx(full[area], rel=0.02)


def test_disputed_areas_are_marked_on_the_outlines() -> None:
    marked = {f["properties"]["area"] for f in _features("outlines.geojson") if f["properties"]["disputed"]}
    assert marked == build_static.DISPUTED


def test_a_topology_is_decoded_from_steps() -> None:
    arcs = build_static.decode_arcs({"transform": {"scale": [2, 1], "translate": [10, -5]}, "arcs": [[[0, 0], [1, 1], [-1, 3]]]})
    assert arcs[0].tolist() == [[10, -5], [12, -4], [10, -1]]


def test_a_ring_across_the_date_line_is_cut_and_keeps_its_area() -> None:
    edge = np.array([[179.0, 0], [-179.0, 0], [-179.0, 1], [179.0, 1], [179.0, 0]])
    shape = build_static.polygons({"type": "Polygon", "arcs": [[0]]}, [edge])
    assert shape.area == pytest.approx(2.0)
    assert sorted(part.bounds for part in shape.geoms) == [(-180.0, 0.0, -179.0, 1.0), (179.0, 0.0, 180.0, 1.0)]


def test_a_hole_stays_a_hole() -> None:
    outer = np.array([[0.0, 0], [4, 0], [4, 4], [0, 4], [0, 0]])
    hole = np.array([[1.0, 1], [1, 2], [2, 2], [2, 1], [1, 1]])
    assert build_static.polygons({"type": "Polygon", "arcs": [[0], [1]]}, [outer, hole]).area == pytest.approx(15.0)


def test_the_gazetteer_has_the_towns_of_the_sahel_with_their_arabic_names() -> None:
    table = pq.read_table(places.static_file("gazetteer.parquet"))
    assert table.schema.names == ["geonameid", "name", "ar", "latin", "country", "lat", "lon", "population", "feature"]
    towns = {(town["country"], town["name"]): town for town in table.to_pylist()}
    for country, name, arabic in (
        ("MLI", "Gao", "غاو"),
        ("NER", "Niamey", "نيامي"),
        ("MAR", "Rabat", "الرباط"),
        ("SDN", "Khartoum", "خرطوم"),
    ):
        assert arabic in towns[country, name]["ar"]
    for town in towns.values():
        assert -180 <= town["lon"] <= 180
        assert -90 <= town["lat"] <= 90
    assert sum(town["feature"] == "capital" for town in towns.values()) > 200


def test_fonts_are_whole_and_carry_their_licence() -> None:
    fonts = places.static_file("fonts")
    names = {path.name for path in fonts.iterdir()}
    assert {"Amiri-Regular.ttf", "Amiri-Bold.ttf", "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"} < names
    # a font cut to a subset is far smaller, and loses the joined forms
    assert all(path.stat().st_size > 150_000 for path in fonts.glob("*.ttf"))
    for licence in fonts.glob("*.LICENSE.txt"):
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")
    assert len(list(fonts.glob("*.LICENSE.txt"))) == 2
