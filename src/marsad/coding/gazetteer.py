"""Where a named place lies: the project's own list first, then the gazetteer that set-up builds; every place says how precise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from marsad.base.errors import MarsadError
from marsad.base.places import cell_of, country_by_iso3, static_file
from marsad.base.records import Basis, Document, Language, Place
from marsad.base.script import search_key
from marsad.coding.entities import Found
from marsad.coding.entities_forms import LANGS, Form
from marsad.coding.lexicon import Lexicon, load_lexicon

_PRECISION = {"town": 5_000.0, "capital": 10_000.0, "admin": 75_000.0, "feature": 50_000.0}
"""Metres: radius within which a place of that level lies."""
_MARKS = str.maketrans(dict.fromkeys("/(),.", " "))
_LATIN_LEAST = 4  # letters; shorter town names are too often a word
_ARABIC_LEAST = 4
_OWN = 10**7  # inhabitants: places of the project's own list come before those of the gazetteer
_LARGEST = 25  # towns of a state among which its capital is looked for


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the tables. `country` is None where it is disputed."""

    id: str
    names: tuple[str, ...]
    country: str | None
    lat: float
    lon: float
    level: str
    population: int = 0
    disputed: bool = False


class Gazetteer:
    """Places by entity id (`place:gao`)."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon's own places, then the built gazetteer where set-up has made one."""
        self._spots: dict[str, Spot] = {}
        self._largest: dict[str, list[Spot]] = {}
        own_names: set[str] = set()
        for entry in lexicon.section("places").values():
            names = tuple(name for _, name in entry.names())
            own_names.update(search_key(name) for name in names)
            self._spots[f"place:{entry.id}"] = Spot(
                f"place:{entry.id}", names, entry.text("country"), entry.number("lat", 0), entry.number("lon", 0),
                entry.text("level") or "town", _OWN, entry.flag("disputed"),
            )  # fmt: skip
        self._built = [spot for spot in built_spots() if not any(search_key(name) in own_names for name in spot.names[:1])]
        for spot in self._built:
            self._spots.setdefault(spot.id, spot)

    def forms(self) -> Iterator[Form]:
        """Names of the built gazetteer, the most populous first. They count only behind a word of place (see `Context`)."""
        for spot in self._built:
            for name in dict.fromkeys(spot.names):
                arabic = "ء" <= name[:1] <= "ي"
                if len(name) < (_ARABIC_LEAST if arabic else _LATIN_LEAST):
                    continue
                keys = tuple(search_key(name.replace("-", " ") if arabic else name).translate(_MARKS).split())
                if keys:
                    yield Form(keys, spot.id, "place", "name", "ar" if arabic else "*", spot.country, "weak", None, not arabic)

    def town(self, country: str, names: Sequence[str]) -> str:
        """The entity of a state's town that goes by one of these names; made of the first name where no place is known."""
        if not self._largest:
            for spot in self._spots.values():  # own places first, then the most populous
                shelf = self._largest.setdefault(spot.country or "", [])
                if len(shelf) < _LARGEST or spot.population == _OWN:
                    shelf.append(spot)
        keys = {search_key(name) for name in names}
        for spot in self._largest.get(country, ()):
            if any(search_key(name) in keys for name in spot.names):
                return spot.id
        return f"place:{'-'.join(search_key(names[0]).split())}"

    def spot(self, entity: str) -> Spot | None:
        """A place by its entity id, or None."""
        return self._spots.get(entity)

    def place_of(self, found: Found, document: Document, basis: Basis = "stated") -> Place:
        """The place that a name in a text stands for: the text's words, coordinates where known, no sovereign where disputed."""
        name = found.span.of(document.text)
        spot = self._spots.get(found.entity)
        if spot is not None:
            cell = int(cell_of(spot.lon, spot.lat))
            precision = _PRECISION.get(spot.level, 25_000.0)
            if spot.disputed:
                return Place(name, None, spot.lat, spot.lon, cell, basis, precision, True)
            return Place(name, spot.country, spot.lat, spot.lon, cell, basis, precision)
        if found.kind == "country" and found.country:
            country = country_by_iso3(found.country)
            lang = next((lang for lang in LANGS if lang == document.language), None)
            misspelt = country is not None and lang is not None and found.reason.startswith("misspelt")
            proper = country.name(lang) if country and lang and misspelt else name
            return Place(proper, found.country, basis=basis)
        return Place(name, found.country, basis=basis)


def named_towns(country: str) -> Iterator[dict[Language, tuple[str, ...]]]:
    """Names of each place of a country (ISO 3166-1 alpha-3), the one to show first: the project's own list, then the gazetteer.

    A town of the gazetteer has an Arabic name only where one spelling is known: which of several is usual, its table does not say.
    """
    for entry in load_lexicon().section("places").values():
        if entry.text("country") == country:
            own: dict[Language, tuple[str, ...]] = {}
            for language, name in entry.names():
                own[language] = (*own.get(language, ()), name)  # type: ignore[index, call-overload]
            yield own
    try:
        path = static_file("gazetteer.parquet")
    except MarsadError:
        return
    import pyarrow.compute as pc
    import pyarrow.parquet as pq  # ParquetFile alone: read_table would import pandas, a second of start-up

    rows = pq.ParquetFile(path).read()
    for row in sorted(rows.filter(pc.equal(rows["country"], country)).to_pylist(), key=lambda row: -row["population"]):
        latin, arabic = (row["name"], *(row["latin"] or [])), tuple(row["ar"] or [])
        names: dict[Language, tuple[str, ...]] = {"fr": latin, "en": latin}
        yield names | ({"ar": arabic} if len(arabic) == 1 else {})


@cache
def built_spots() -> tuple[Spot, ...]:
    """Towns of the gazetteer in the static folder; none where set-up has not built it."""
    try:
        path = static_file("gazetteer.parquet")
    except MarsadError:
        return ()
    import pyarrow.parquet as pq  # ParquetFile alone: read_table would import pandas, a second of start-up

    spots = []
    for row in pq.ParquetFile(path).read().to_pylist():
        latin = [name for name in (row["latin"] or []) if len(name) >= _LATIN_LEAST]
        names = (row["name"], *(row["ar"] or [])[:3], *latin[:3])
        slug = "-".join(search_key(row["name"]).replace("'", "").split())
        spots.append(
            Spot(f"place:{slug}-{row['country'].lower()}", names, row["country"], row["lat"], row["lon"], row["feature"], row["population"])
        )
    spots.sort(key=lambda spot: -spot.population)
    return tuple(spots)
