"""Places: cells there and back, countries by every code, regions, and the cell table against an independent one."""

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base import places
from marsad.base.errors import MarsadError, UsageError

GIDS = st.integers(1, places.CELLS)
# whole millionths of a degree: nearer to an edge than that, adding 180 rounds a point onto it
LONS = st.integers(-180_000_000, 180_000_000).map(lambda n: n / 1e6)
LATS = st.integers(-90_000_000, 90_000_000).map(lambda n: n / 1e6)


@given(GIDS)
def test_the_centre_of_a_cell_lies_in_that_cell(gid: int) -> None:
    assert places.cell_of(*places.cell_centre(gid)) == gid


@given(LONS, LATS)
def test_a_point_lies_within_the_bounds_of_its_cell(lon: float, lat: float) -> None:
    west, south, east, north = places.cell_bounds(places.cell_of(lon, lat))
    assert west <= lon <= east
    assert south <= lat <= north
    # only the last column and row hold their far edge
    assert lon < east or east == 180
    assert lat < north or north == 90


@given(st.lists(st.tuples(LONS, LATS), max_size=30))
def test_many_points_at_once_give_what_they_give_one_by_one(points: list[tuple[float, float]]) -> None:
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    assert places.cells_of(lons, lats).tolist() == [places.cell_of(*p) for p in points]


@given(GIDS)
def test_neighbours_are_mutual_and_none_is_the_cell_itself(gid: int) -> None:
    around = places.neighbours(gid)
    assert len(around) == (5 if gid <= 720 or gid > places.CELLS - 720 else 8)
    assert gid not in around
    assert list(around) == sorted(set(around))
    assert all(gid in places.neighbours(other) for other in around)


@given(st.lists(GIDS, min_size=1, max_size=20))
def test_many_centres_at_once_give_what_they_give_one_by_one(gids: list[int]) -> None:
    lons, lats = places.cell_centres(gids)
    assert list(zip(lons.tolist(), lats.tolist(), strict=True)) == [places.cell_centre(gid) for gid in gids]


@pytest.mark.parametrize(
    ("lon", "lat", "gid"),
    [(37.75, -46.75, 62356), (-180, -90, 1), (180, 90, 259200), (-180, 90, 258481), (180, -90, 720), (0, 0, 129961)],
)
def test_known_points_and_the_edges_of_the_map_have_their_cells(lon: float, lat: float, gid: int) -> None:
    assert places.cell_of(lon, lat) == gid


def test_columns_join_at_the_date_line() -> None:
    west, east = places.cell_of(-179.9, 65), places.cell_of(179.9, 65)
    assert east in places.neighbours(west)
    assert west in places.neighbours(east)


@pytest.mark.parametrize(("lon", "lat"), [(180.1, 0), (0, 90.1), (0, -91), (math.nan, 0), (0, math.inf), (12.0, 120.0)])
def test_a_point_off_the_map_is_an_error(lon: float, lat: float) -> None:
    with pytest.raises(UsageError, match="not on the map"):
        places.cell_of(lon, lat)


def test_many_points_count_those_off_the_map_and_name_the_first() -> None:
    with pytest.raises(UsageError, match=r"2 points .* number 1: lon 10.0, lat 95.0"):
        places.cells_of([0.0, 10.0, 200.0], [0.0, 95.0, 0.0])
    assert places.cells_of([np.nan, 0.0], [0.0, np.nan]).tolist() == [0, 0]


@pytest.mark.parametrize("gid", [0, -1, 259201])
def test_a_cell_that_does_not_exist_is_an_error(gid: int) -> None:
    for ask in (places.cell_bounds, places.neighbours, lambda n: places.cell_centres([n])):
        with pytest.raises(UsageError, match=f"no PRIO-GRID cell {gid}"):
            ask(gid)


def test_every_code_of_the_country_table_leads_to_one_country() -> None:
    table = places.countries().values()
    assert len({country.numeric for country in table}) == len({country.iso2 for country in table}) == len(table) == 250
    assert max(Counter(code for country in table for code in country.gw).values()) == 1
    for country in table:
        assert places.country_by_iso3(country.iso3.lower()) is country
        assert places.country_by_numeric(country.numeric) is country
        assert all(places.country_by_gw(code) is country for code in country.gw)
        assert all(places.country_by_name(name.upper()) is country for name in (*country.ucdp, *country.also))
        assert all(country.name(language) for language in ("ar", "fr", "en"))


@pytest.mark.parametrize(
    ("gw", "name", "iso3"),
    [
        (432, "Mali", "MLI"), (490, "DR Congo (Zaire)", "COD"), (775, "Myanmar (Burma)", "MMR"), (365, "Russia (Soviet Union)", "RUS"),
        (678, "Yemen (North Yemen)", "YEM"), (626, "South Sudan", "SSD"), (625, "Sudan", "SDN"), (345, "Serbia (Yugoslavia)", "SRB"),
        (340, "Serbia", "SRB"), (347, "Kosovo", "XKX"), (437, "Ivory Coast", "CIV"), (572, "Kingdom of eSwatini (Swaziland)", "SWZ"),
        (811, "Cambodia (Kampuchea)", "KHM"), (439, "Burkina Faso", "BFA"), (600, "Morocco", "MAR"), (2, "United States of America", "USA"),
    ],
)  # fmt: skip
def test_ucdp_codes_and_names_lead_to_the_country(gw: int, name: str, iso3: str) -> None:
    assert [found and found.iso3 for found in (places.country_by_gw(gw), places.country_by_name(name))] == [iso3, iso3]


def test_an_unknown_code_is_none() -> None:
    assert places.country_by_iso3("ZZZ") is None
    assert places.country_by_numeric(999) is None
    assert places.country_by_gw(1) is None
    assert places.country_by_name("Atlantis") is None


def test_disputed_places_are_marked_and_named_by_their_own_name() -> None:
    assert {code for code, country in places.countries().items() if country.disputed} == {"ESH", "PSE", "TWN", "XKX"}
    sahara = places.countries()["ESH"]
    assert (sahara.numeric, sahara.gw, sahara.name("ar"), sahara.name("fr")) == (732, (), "الصحراء الغربية", "Sahara occidental")


def test_every_region_names_known_countries_in_three_languages() -> None:
    for key, region in places.regions().items():
        assert region.version >= 1, key
        assert set(region.names) == {"ar", "fr", "en"}
        assert set(region.countries) <= set(places.countries())
        assert len(set(region.countries)) == len(region.countries) > 0
    assert (
        set(places.region("sahel").countries)
        < set(places.region("sahel-sahara-neighbours").countries)
        < set(places.region("africa").countries)
    )
    assert len(places.region("africa").countries) == 55
    assert len(places.region("world").countries) == 249


def test_a_country_code_is_a_region_of_one_and_anything_else_is_an_error() -> None:
    assert places.region("mli").countries == ("MLI",)
    with pytest.raises(UsageError, match="neither a region"):
        places.region("atlantis")


@pytest.mark.parametrize(
    ("lon", "lat", "country", "area"),
    [
        (-8.0, 12.65, "MLI", "Mali"), (-1.52, 12.37, "BFA", "Burkina Faso"), (32.53, 15.6, "SDN", "Sudan"),
        (44.06, 9.56, None, "Somaliland"), (-6.8, 33.5, "MAR", "Morocco"),
        (-13.2, 27.1, "ESH", "W. Sahara"), (-11.6, 26.7, "ESH", "W. Sahara"), (-15.5, 23.0, "ESH", "W. Sahara"),
        (21.0, 42.6, "XKX", "Kosovo"), (179.3, 68.5, "RUS", "Russia"), (-175.0, 67.0, "RUS", "Russia"), (178.0, -17.8, "FJI", "Fiji"),
    ],
)  # fmt: skip
def test_places_known_by_hand_lie_in_their_area(lon: float, lat: float, country: str | None, area: str) -> None:
    found = places.cell_areas()[places.cell_of(lon, lat)]
    assert (found.country, found.area) == (country, area)
    assert 0 < found.share <= 1
    assert places.country_of_cell(places.cell_of(lon, lat)) == country


def test_the_sea_has_no_country_and_cells_and_countries_agree() -> None:
    assert places.country_of_cell(places.cell_of(0.0, 0.0)) is None
    mali = places.cells_of_country("MLI")
    assert list(mali) == sorted(mali)
    assert {places.country_of_cell(gid) for gid in mali} == {"MLI"}
    # 1.24 million square kilometres, and a cell at 17 degrees north has some 2,950
    assert 390 < len(mali) < 450
    assert places.cells_of_country("VAT") == ()


def test_land_borders_are_mutual_and_match_the_map() -> None:
    assert places.neighbours_of_country("MLI") == ("BFA", "CIV", "DZA", "GIN", "MRT", "NER", "SEN")
    assert places.neighbours_of_country("SDN") == ("CAF", "EGY", "ERI", "ETH", "LBY", "SSD", "TCD")
    assert places.neighbours_of_country("MAR") == ("DZA", "ESH")
    assert places.neighbours_of_country("MDG") == ()
    for code in places.countries():
        assert all(code in places.neighbours_of_country(other) for other in places.neighbours_of_country(code))


def test_a_static_file_that_was_not_built_says_what_to_do() -> None:
    with pytest.raises(MarsadError, match="make setup"):
        places.static_file("no-such-file")


OTHER_NAMES = {"KOS": "XKX", "SDS": "SSD", "SAH": "ESH", "PSX": "PSE", "SOL": "Somaliland", "CYN": "N. Cyprus", "KAS": "Siachen Glacier",
               "IOA": "Indian Ocean Ter.", "ALD": "ALA"}  # fmt: skip
"""Natural Earth's own codes, and what this project calls the same."""


@pytest.mark.shared
def test_cells_agree_with_an_independent_table_but_for_western_sahara(shared: Path) -> None:
    table = pq.read_table(shared / "geo" / "priogrid_gid_to_country.parquet", columns=["gid", "adm0_a3_area_majority"]).to_pydict()
    theirs = {gid: OTHER_NAMES.get(code, code) for gid, code in zip(table["gid"], table["adm0_a3_area_majority"], strict=True) if code}
    ours = {gid: area.country or area.area for gid, area in places.cell_areas().items()}
    apart = Counter((code, ours.get(gid)) for gid, code in theirs.items() if ours.get(gid) != code)
    # the other table keeps the part of Western Sahara west of the berm with Morocco
    assert 60 < apart.pop(("MAR", "ESH")) < 80
    assert len(theirs) == 64_452
    assert sum(apart.values()) <= 11, apart


@pytest.mark.shared
def test_gleditsch_ward_numbers_agree_with_the_table_at_hand(shared: Path) -> None:
    import csv

    with (shared / "codes" / "views_iso3_gw.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["gwcode"]]
    assert len(rows) > 160
    assert [row["iso3"] for row in rows if places.countries()[row["iso3"]].gw[0] != int(float(row["gwcode"]))] == []
