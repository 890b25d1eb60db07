"""The one map: PRIO-GRID cells, countries, named regions; longitude before latitude, west, south, east, north."""

from __future__ import annotations

import csv
import json
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NewType

import numpy as np
import numpy.typing as npt

from marsad.base.errors import MarsadError, UsageError

CellId = NewType("CellId", int)
"""PRIO-GRID gid: 1 at the south-west corner of the world, 720 a row, rows from south to north, up to 259,200."""

SIDE = 0.5
"""Side of a cell in degrees."""
COLUMNS = 720
ROWS = 360
CELLS = COLUMNS * ROWS

STATIC = Path(__file__).resolve().parent.parent / "static"
"""What set-up builds from the front-end packages: outlines, cells, gazetteer, fonts."""


def cell_of(lon: float, lat: float) -> CellId:
    """The PRIO-GRID cell that holds a point; a point on an edge belongs to the cell north or east of it.

    Args:
        lon: degrees, -180 to 180; 180 counts to the last column.
        lat: degrees, -90 to 90; 90 counts to the last row.

    Raises:
        UsageError: a coordinate is not finite or off the map (often longitude and latitude changed about).

    Source: Tollefsen, Strand & Buhaug (2012), PRIO-GRID, doi:10.1177/0022343311431287.

    >>> cell_of(37.75, -46.75)
    62356
    """
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise UsageError(f"lon {lon}, lat {lat} is not on the map: longitude is -180 to 180, latitude -90 to 90, in this order")
    column = min(math.floor((lon + 180) / SIDE), COLUMNS - 1)
    row = min(math.floor((lat + 90) / SIDE), ROWS - 1)
    return CellId(row * COLUMNS + column + 1)


def cells_of(lons: npt.ArrayLike, lats: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """The cells of many points; 0 where a coordinate is missing (NaN).

    Args:
        lons: shape (n,); degrees.
        lats: shape (n,); degrees, same order.

    Raises:
        UsageError: a coordinate is off the map; the message counts them and names the first.

    >>> cells_of([37.75, float("nan")], [-46.75, 10.0])
    array([62356,     0])
    """
    lon, lat = np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64)
    known = ~(np.isnan(lon) | np.isnan(lat))
    off = known & ((np.abs(lon) > 180) | (np.abs(lat) > 90))
    if off.any():
        at = int(np.argmax(off))
        raise UsageError(f"{int(off.sum())} points are not on the map; the first is number {at}: lon {lon[at]}, lat {lat[at]}")
    column = np.minimum(np.floor((np.where(known, lon, 0.0) + 180) / SIDE), COLUMNS - 1).astype(np.int64)
    row = np.minimum(np.floor((np.where(known, lat, 0.0) + 90) / SIDE), ROWS - 1).astype(np.int64)
    return np.where(known, row * COLUMNS + column + 1, 0)


def row_and_column(gid: int) -> tuple[int, int]:
    """Row from the south and column from the west, both from 0.

    Raises:
        UsageError: there is no such cell.
    """
    if not 1 <= gid <= CELLS:
        raise UsageError(f"there is no PRIO-GRID cell {gid}: numbers run from 1 to {CELLS:,}")
    return divmod(gid - 1, COLUMNS)


def cell_bounds(gid: int) -> tuple[float, float, float, float]:
    """West, south, east and north edge of a cell in degrees.

    >>> cell_bounds(62356)
    (37.5, -47.0, 38.0, -46.5)
    """
    row, column = row_and_column(gid)
    west, south = column * SIDE - 180, row * SIDE - 90
    return west, south, west + SIDE, south + SIDE


def cell_centre(gid: int) -> tuple[float, float]:
    """Longitude and latitude of a cell's centre in degrees.

    >>> cell_centre(62356)
    (37.75, -46.75)
    """
    west, south, _, _ = cell_bounds(gid)
    return west + SIDE / 2, south + SIDE / 2


def cell_centres(gids: npt.ArrayLike) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Longitudes and latitudes, shape (n,) each, of the centres of many cells.

    Raises:
        UsageError: a number names no cell.
    """
    ids = np.asarray(gids, dtype=np.int64)
    wrong = (ids < 1) | (ids > CELLS)
    if wrong.any():
        raise UsageError(f"there is no PRIO-GRID cell {ids[wrong][0]}: numbers run from 1 to {CELLS:,}")
    row, column = np.divmod(ids - 1, COLUMNS)
    return column * SIDE - 180 + SIDE / 2, row * SIDE - 90 + SIDE / 2


def neighbours(gid: int) -> tuple[CellId, ...]:
    """The cells that touch this one at an edge or a corner, rising: eight, or five in the first and last row.

    Columns join at the date line. Cells across a pole are not neighbours.

    >>> neighbours(1)
    (2, 720, 721, 722, 1440)
    """
    row, column = row_and_column(gid)
    around = (
        r * COLUMNS + (column + step) % COLUMNS + 1
        for r in range(max(row - 1, 0), min(row + 1, ROWS - 1) + 1)
        for step in (-1, 0, 1)
        if (r, step) != (row, 0)
    )
    return tuple(CellId(found) for found in sorted(around))


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of the table.

    Attributes:
        iso3: ISO 3166-1 alpha-3; XKX (user-assigned) for Kosovo.
        iso2: ISO 3166-1 alpha-2.
        numeric: ISO 3166-1 numeric, the `unit_id` of country panels; 983 (user-assigned) for Kosovo.
        gw: Gleditsch-Ward numbers, the current one first; empty for territories that the list does not hold.
        views: id in VIEWS' tables and the prediction challenge; None where they have no such unit.
        continent: AF, AN, AS, EU, NA, OC or SA.
        disputed: its status is contested: named by its surface form, and never given a sovereign by default.
        ucdp: names in UCDP's files, the current one first.
        also: other English names.
    """

    iso3: str
    iso2: str
    numeric: int
    gw: tuple[int, ...]
    views: int | None
    continent: str
    disputed: bool
    ucdp: tuple[str, ...]
    also: tuple[str, ...]

    def name(self, language: Literal["ar", "fr", "en"]) -> str:
        """The name in Arabic, French or English (CLDR's, but for the few that places.toml words better)."""
        own = _words()["name"].get(self.iso3)
        if own is not None:
            return str(own[language])
        from babel import Locale

        return str(Locale(language).territories[self.iso2])


@dataclass(frozen=True, slots=True)
class Region:
    """A named, versioned list of countries. `names` holds ar, fr and en; `about` says what the list is for."""

    key: str
    version: int
    about: str
    countries: tuple[str, ...]
    names: Mapping[str, str]


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))


@cache
def countries() -> Mapping[str, Country]:
    """Every country by ISO alpha-3, in alphabetical order of the code."""
    with Path(__file__).with_name("countries.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["iso3"]: Country(
                iso3=row["iso3"],
                iso2=row["iso2"],
                numeric=int(row["numeric"]),
                gw=tuple(int(code) for code in _split(row["gw"])),
                views=int(row["views"]) if row["views"] else None,
                continent=row["continent"],
                disputed=row["status"] == "disputed",
                ucdp=_split(row["ucdp"]),
                also=_split(row["also"]),
            )
            for row in csv.DictReader(lines)
        }


@cache
def _by_code() -> tuple[Mapping[int, Country], Mapping[int, Country], Mapping[str, Country]]:
    table = countries().values()
    names = {name.casefold(): c for c in table for name in (*c.also, *c.ucdp)}
    return {c.numeric: c for c in table}, {code: c for c in table for code in c.gw}, names


def country_by_iso3(iso3: str) -> Country | None:
    """The country with an ISO alpha-3 code in any case, or None where there is none."""
    return countries().get(iso3.upper())


def country_by_numeric(numeric: int) -> Country | None:
    """The country with an ISO numeric code, or None where there is none."""
    return _by_code()[0].get(numeric)


def country_by_gw(code: int) -> Country | None:
    """The country with a Gleditsch-Ward number (UCDP's `country_id`), or None where there is none.

    Numbers of states that ended lead to the state that UCDP continues them with (345, Yugoslavia, to Serbia).
    """
    return _by_code()[1].get(code)


def country_by_name(name: str) -> Country | None:
    """The country with an English name as UCDP, CLDR or Natural Earth writes it, in any case; None where there is none.

    >>> country_by_name("DR Congo (Zaire)").iso3
    'COD'
    """
    return _by_code()[2].get(name.strip().casefold())


@cache
def regions() -> Mapping[str, Region]:
    """The named regions by key."""
    everything = tuple(code for code in countries() if code != "ATA")
    return {
        key: Region(
            key=key,
            version=int(entry["version"]),
            about=str(entry["about"]),
            countries=tuple(sorted(entry["countries"])) or everything,
            names={language: str(entry[language]) for language in ("ar", "fr", "en")},
        )
        for key, entry in _words()["region"].items()
    }


def region(key: str) -> Region:
    """A named region, or a single country as a region of its own.

    Raises:
        UsageError: `key` is neither a region nor an ISO alpha-3 code.
    """
    found = regions().get(key.lower())
    if found is not None:
        return found
    country = country_by_iso3(key)
    if country is None:
        raise UsageError(f"{key!r} is neither a region ({', '.join(regions())}) nor an ISO 3166-1 alpha-3 code such as MLI")
    names = {"ar": country.name("ar"), "fr": country.name("fr"), "en": country.name("en")}
    return Region(country.iso3, 1, "One country.", (country.iso3,), names)


def static_file(name: str) -> Path:
    """A file of the package's static folder: `outlines.geojson`, `cells.parquet`, `gazetteer.parquet`, `fonts/...`.

    Raises:
        MarsadError: set-up has not built it.
    """
    path = STATIC / name
    if not path.exists():
        raise MarsadError(f"{path} is missing: the package's static files are not built; run `make setup` in the checkout")
    return path


@dataclass(frozen=True, slots=True)
class CellArea:
    """What a cell mostly is. `country` is None in a disputed area without an ISO code; `area` is its name on the map.

    `share` is the part of the cell, 0 to 1, that the area covers; the rest is other areas or water.
    """

    country: str | None
    area: str
    share: float


class _CellAreas(Mapping[CellId, CellArea]):
    """The table of cells in its columns: an object for each of 68,000 cells would cost a run half a second, and few are asked for."""

    def __init__(self) -> None:
        import pyarrow.parquet as pq

        # not `read_table`: it loads pandas
        table = pq.ParquetFile(static_file("cells.parquet")).read(columns=["gid", "iso3", "area", "share"])
        gids: list[int] = table["gid"].to_pylist()
        self.rows = {CellId(gid): row for row, gid in enumerate(gids)}
        self.countries, self._areas = (_shared(table[name].combine_chunks().dictionary_encode()) for name in ("iso3", "area"))
        self._shares: list[float] = table["share"].to_pylist()

    def __getitem__(self, gid: CellId) -> CellArea:
        row = self.rows[gid]
        return CellArea(self.countries[row], str(self._areas[row]), self._shares[row])

    def __contains__(self, gid: object) -> bool:
        return gid in self.rows

    def __iter__(self) -> Iterator[CellId]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def _shared(column: Any) -> list[str | None]:
    """A dictionary-encoded column as a list in which equal values are one object."""
    values: list[str] = column.dictionary.to_pylist()
    return [None if at is None else values[at] for at in column.indices.to_pylist()]


@cache
def _cells() -> _CellAreas:
    return _CellAreas()


def cell_areas() -> Mapping[CellId, CellArea]:
    """Every cell with land (Antarctica left out) and the country or area that covers most of it."""
    return _cells()


def country_of_cell(gid: int) -> str | None:
    """ISO alpha-3 of the country that covers most of a cell's land; None at sea and in disputed areas without a code."""
    row = _cells().rows.get(CellId(gid))
    return None if row is None else _cells().countries[row]


@cache
def _cells_by_country() -> Mapping[str, tuple[CellId, ...]]:
    found: dict[str, list[CellId]] = {}
    for gid, row in _cells().rows.items():
        code = _cells().countries[row]
        if code is not None:
            found.setdefault(code, []).append(gid)
    return {code: tuple(sorted(gids)) for code, gids in found.items()}


def cells_of_country(iso3: str) -> tuple[CellId, ...]:
    """The cells that a country covers most of, rising; none for territories smaller than that."""
    return _cells_by_country().get(iso3, ())


@cache
def _borders() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = json.loads(static_file("borders.json").read_text(encoding="utf-8"))
    return {code: tuple(others) for code, others in found.items()}


def neighbours_of_country(iso3: str) -> tuple[str, ...]:
    """ISO alpha-3 of the countries that share a land border on the outlines, in order; none for islands."""
    return _borders().get(iso3, ())


def country_neighbours(ids: Literal["iso", "views"]) -> dict[int, tuple[int, ...]]:
    """Number of each country -> numbers of those that share a land border with it, in ISO 3166-1 numeric codes or VIEWS ids."""
    number = {code: country.numeric if ids == "iso" else country.views for code, country in countries().items()}
    found = {}
    for code, own in number.items():
        if own is not None:
            found[own] = tuple(other for near in neighbours_of_country(code) if (other := number.get(near)) is not None)
    return found
