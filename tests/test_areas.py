"""Areas by name or shape hold the units they say, and a name that means nothing is refused."""

import json
from pathlib import Path

import numpy as np
import pytest

from marsad.base import places
from marsad.base.errors import UsageError
from marsad.verbs.areas import countries_of_cells, named_regions, units_in

COUNTRIES = np.array([466, 562, 686, 854])  # Mali, Niger, Senegal, Burkina Faso
CELLS = np.array([places.cell_of(lon, 12.25) for lon in np.arange(-3.75, 3, 0.5)])


def test_regions_codes_and_numbers_choose_countries() -> None:
    assert units_in("central-sahel", COUNTRIES, "country") == [466, 562, 854]
    assert units_in("MLI, SEN", COUNTRIES, "country") == [466, 686]
    assert units_in("units:854,466", COUNTRIES, "country") == [466, 854]
    mali = places.country_by_iso3("MLI")
    assert mali is not None
    assert units_in("MLI", np.array([mali.views or 0, 9999]), "country", ids="views") == [mali.views]


def test_countries_and_shapes_choose_cells_by_their_centre(tmp_path: Path) -> None:
    burkina = units_in("BFA", CELLS, "cell")
    assert burkina
    assert all(places.country_of_cell(gid) == "BFA" for gid in burkina)
    boxed = units_in("box:-2,12,0,13", CELLS, "cell")
    assert boxed == [places.cell_of(lon, 12.25) for lon in (-1.75, -1.25, -0.75, -0.25)]
    ring = [[-2, 12], [0, 12], [0, 13], [-2, 13], [-2, 12]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "drawn.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert units_in(str(tmp_path / "drawn.geojson"), CELLS, "cell") == boxed


def test_every_named_region_with_a_unit_is_found() -> None:
    found = named_regions(COUNTRIES, "country")
    assert found["central-sahel"] == [466, 562, 854]
    assert "middle-east" not in found
    assert named_regions(COUNTRIES, "country", ["SEN"]) == {"SEN": [686]}


def test_cells_know_their_country() -> None:
    home = countries_of_cells(CELLS, COUNTRIES)
    assert all(places.country_of_cell(gid) == "BFA" for gid, country in home.items() if country == 854)
    assert set(home.values()) <= set(COUNTRIES.tolist())


@pytest.mark.parametrize(
    ("area", "level", "said"),
    [
        ("atlantis", "country", "neither a region"),
        ("box:1,2,3", "cell", "four numbers"),
        ("box:3,2,1,4", "cell", "west must lie before east"),
        ("box:-2,12,0,13", "country", "chooses cells"),
        ("box:100,50,101,51", "cell", "none of the"),
        ("units:1,x", "country", "whole numbers"),
        ("units:466,7", "country", "unit 7 is not among"),
        ("none.geojson", "cell", "cannot be read as GeoJSON"),
        ("FRA", "country", "none of the 4 units"),
    ],
)
def test_an_area_that_means_nothing_is_refused(area: str, level, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        units_in(area, CELLS if level == "cell" else COUNTRIES, level)


def test_a_file_that_draws_no_outline_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "point.geojson"
    path.write_text(json.dumps({"type": "Point", "coordinates": [0, 12]}), encoding="utf-8")
    with pytest.raises(UsageError, match="draws no outline"):
        units_in(str(path), CELLS, "cell")
