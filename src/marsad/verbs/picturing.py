"""Maps for pages: a picture in classes with its legend, and the same as GeoJSON for the map that moves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from marsad.base.places import cell_bounds, country_by_iso3

if TYPE_CHECKING:
    from marsad.briefs.words import Words

CHANGE_BOUNDS = (-0.5, -0.1, 0.1, 1.0)
"""Changes at which the classes of a map of changes part: halved, fell, about the same, rose, doubled."""

CHANGE_SHADES = ("#2a6f97", "#a9cfe3", "#f4efe2", "#f2b36b", "#a8321a")
"""Blue for fewer, sand for the same, orange to red for more: apart to eyes that miss red or green, dark at both ends."""

CHANGE_WORDS = ("halved", "fell", "same", "rose", "doubled")

SMALL = 5
"""Deaths in twelve months up to which a change says nothing, whatever its share."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one map shows: ranks of countries and cells in the classes of its legend, (label, rank) from least to most."""

    key: str
    countries: Mapping[str, int]
    cells: Mapping[int, int]
    legend: tuple[tuple[str, int], ...]
    shades: tuple[str, ...]


def deaths_layer(key: str, countries: Mapping[str, float], cells: Mapping[int, float], words: Words) -> Layer:
    """Deaths of twelve months in classes; cells where there are any, else countries."""
    from marsad.briefs.mapping import SHADES
    from marsad.briefs.maps import CELL_CLASSES, COUNTRY_CLASSES, rank

    classes = CELL_CLASSES if cells else COUNTRY_CLASSES
    legend = [(words.say("map-class-none" if key == "observed" else "map-class-below"), 0)]
    for place, low in enumerate(classes):
        last = place == len(classes) - 1
        label = words.say("map-class-more", low=words.number(low)) if last else words.between(low, classes[place + 1] - 1)
        legend.append((label, place + 1))
    lands = {iso3: rank(round(count), classes) for iso3, count in countries.items()}
    return Layer(key, lands, {gid: rank(round(count), classes) for gid, count in cells.items()}, tuple(legend), SHADES)


def reach_layer(cells: Mapping[int, int], countries: Iterable[str], words: Words) -> Layer:
    """Events of twelve months by cell in classes, over the countries whose events are counted."""
    from marsad.briefs.group_activity import EVENT_CLASSES
    from marsad.briefs.mapping import SHADES
    from marsad.briefs.maps import rank

    legend = [(words.say("reach-class-none"), 0)]
    for place, (low, high) in enumerate(zip(EVENT_CLASSES, [*EVENT_CLASSES[1:], None], strict=True), 1):
        legend.append((words.say("map-class-more", low=words.number(low)) if high is None else _span(low, high - 1, words), place))
    ranks = {gid: rank(count, EVENT_CLASSES) for gid, count in cells.items()}
    return Layer("reach", dict.fromkeys(countries, 0), ranks, tuple(legend), SHADES)


def _span(low: int, high: int, words: Words) -> str:
    return words.number(low) if low == high else words.between(low, high)


def change_layer(now: Mapping[str, float], before: Mapping[str, float], words: Words) -> Layer:
    """Twelve months against the twelve before, in classes; up to five deaths in both count as no change."""
    ranks = {}
    for iso3 in now.keys() & before.keys():
        share = 0.0 if max(now[iso3], before[iso3]) <= SMALL else now[iso3] / before[iso3] - 1 if before[iso3] else math.inf
        ranks[iso3] = sum(share >= bound for bound in CHANGE_BOUNDS)
    legend = tuple((words.say(f"change-{word}"), place) for place, word in enumerate(CHANGE_WORDS))
    return Layer("change", ranks, {}, legend, CHANGE_SHADES)


def drawn(codes: Iterable[str]) -> list[str]:
    """Those of the countries that the outlines hold, in order."""
    from marsad.briefs.mapping import outlines

    known = {feature["properties"]["iso3"] for feature in outlines()}
    return sorted(code for code in codes if code in known)


def map_svg(layer: Layer, codes: Sequence[str], words: Words, *, frame: Sequence[str] = ()) -> str:
    """The layer as one `<svg>` element around those countries, or around those of `frame`."""
    from marsad.briefs.content import MapPicture
    from marsad.briefs.mapping import map_svg as draw

    picture = MapPicture(
        countries=tuple(codes),
        country_ranks=tuple(sorted(layer.countries.items())),
        cell_ranks=tuple(sorted(layer.cells.items())),
        names=tuple((iso3, c.name(words.language)) for iso3 in codes if (c := country_by_iso3(iso3))),
        legend=(),
        not_observed=words.say("not-observed"),
        disputed=words.say("map-disputed"),
        key=layer.key,
    )
    return draw(replace(picture, shades=layer.shades, frame=tuple(frame)))


def geojson(
    layers: Sequence[Layer], codes: Sequence[str], words: Words, *, about: Mapping[Any, str], frame: Sequence[str]
) -> dict[str, Any]:
    """Outlines, cells and names with the rank of each layer, for the map that moves.

    Args:
        layers: the first is shown at first.
        codes: countries that the map is about; others are drawn as land.
        words: of the page.
        about: texts of places: country code or cell to what is said of it.
        frame: countries that the map opens on.
    """
    from marsad.briefs.mapping import Frame, outlines

    opened = Frame.around(frame)
    # a wide window shows more than the frame: without the land around it, land would look like sea
    wide = opened.wider()
    features = []
    for feature in outlines():
        known, shape = feature["properties"], feature["geometry"]
        if not wide.touches(shape):
            continue
        code, country = known["iso3"], country_by_iso3(known["iso3"] or "")
        inside = code in codes
        properties: dict[str, Any] = {"kind": "area", "inside": inside, "disputed": known["disputed"]}
        if inside and country:
            properties |= {"code": code, "name": country.name(words.language), "text": about.get(code, ""), "at": opened.middle(shape)}
            properties |= {layer.key: layer.countries.get(code, -1) for layer in layers}
        features.append({"type": "Feature", "properties": properties, "geometry": shape})
    for gid in sorted({gid for layer in layers for gid, rank in layer.cells.items() if rank > 0}):
        ranks = {layer.key: layer.cells.get(gid, 0) for layer in layers if layer.cells}
        west, south, east, north = cell_bounds(gid)
        ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
        properties = {"kind": "cell", "code": gid, "text": about.get(gid, ""), **ranks}
        features.append({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    styles = {layer.key: {"shades": layer.shades, "cells": bool(layer.cells)} for layer in layers}
    bounds = [opened.west, opened.south, opened.east, opened.north]
    return {"type": "FeatureCollection", "bbox": [round(edge, 3) for edge in bounds], "layers": styles, "features": features}


def load() -> None:
    """Read the outlines, so that the first map need not."""
    from marsad.briefs.mapping import outlines

    outlines()
