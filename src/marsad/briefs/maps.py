"""What the map shows: classes of deaths for countries, or for cells where there are any, with a table twin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from marsad.base.frames import Forecast, Panel
from marsad.base.places import cell_centre, country_by_iso3, country_by_numeric, country_of_cell
from marsad.briefs.content import Cell, Figure, Head, Legend, MapPicture, Run, Table
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import Words, isolate

COUNTRY_CLASSES = (1, 100, 1000, 5000)
CELL_CLASSES = (1, 10, 50, 200)
"""Lowest deaths of twelve months in each class above "none"."""

TWIN_MOST = 15


def recent_deaths(panel: Panel) -> dict[int, int]:
    """Deaths of the panel's last twelve months by unit, of the months observed; units with none observed are left out."""
    seen = panel.observed[:, -12:]
    sums = np.where(seen, panel.deaths[:, -12:], 0).sum(axis=1)
    return {int(unit): int(sums[i]) for i, unit in enumerate(panel.units) if seen[i].any()}


def expected_deaths(forecast: Forecast | None) -> dict[int, float]:
    """Mean of the draws over the forecast's months together, by unit; empty without a forecast."""
    if forecast is None:
        return {}
    sums = forecast.draws.mean(axis=2).sum(axis=1)
    return {int(unit): float(sums[i]) for i, unit in enumerate(forecast.units)}


def map_figure(inputs: BriefInputs, words: Words) -> Figure | None:
    """The map of the last twelve months; None where it would show one country in one shade."""
    month = words.month(inputs.as_of)
    countries = _by_iso3(recent_deaths(inputs.panel))
    cells = {} if inputs.cells is None else recent_deaths(inputs.cells)
    if inputs.alone and not cells:
        return None
    source = inputs.cells if cells and inputs.cells is not None else inputs.panel
    titles = ("map", words.say("map-cells-title" if cells else "map-title", month=month), counts_source(source, words))
    heads = (words.say("map-twin-caption"), words.say("head-last12"))
    return _figure(inputs, words, (countries, cells), titles=titles, heads=heads, none="map-class-none")


def expected_map(inputs: BriefInputs, words: Words) -> Figure | None:
    """The map of deaths expected over the forecast's months together; None as above."""
    months = len(inputs.forecast.steps)
    countries = _by_iso3(expected_deaths(inputs.forecast))
    cells = {unit: round(value) for unit, value in expected_deaths(inputs.cell_forecast).items()}
    if (inputs.alone and not cells) or not countries:
        return None
    last = words.month(inputs.forecast.origin + months)
    source = words.say("map-expected-source", model=inputs.forecast.model, month=words.month(inputs.forecast.origin))
    titles = ("map-expected", words.say("map-expected-cells-title" if cells else "map-expected-title", month=last), source)
    heads = (words.say("map-expected-twin-caption"), words.say("head-expected"))
    return _figure(inputs, words, (countries, cells), titles=titles, heads=heads, none="map-class-below")


def _by_iso3(deaths: Mapping[int, float]) -> dict[str, int]:
    return {c.iso3: round(value) for unit, value in deaths.items() if (c := country_by_numeric(unit))}


def _figure(
    inputs: BriefInputs,
    words: Words,
    shown: tuple[dict[str, int], dict[int, int]],
    *,
    titles: tuple[str, str, str],
    heads: tuple[str, str],
    none: str,
) -> Figure:
    """A map of countries, or of cells where there are any; `titles` are key, title, source, `heads` the twin's caption and column."""
    countries, cells = shown
    classes = CELL_CLASSES if cells else COUNTRY_CLASSES
    picture = MapPicture(
        countries=tuple(sorted(inputs.region.countries)),
        country_ranks=tuple((iso3, rank(deaths, classes)) for iso3, deaths in sorted(countries.items())),
        cell_ranks=tuple((gid, rank(deaths, classes)) for gid, deaths in sorted(cells.items())),
        names=tuple((iso3, c.name(words.language)) for iso3 in sorted(inputs.region.countries) if (c := country_by_iso3(iso3))),
        legend=_legend(classes, words, none),
        not_observed=words.say("not-observed"),
        disputed=words.say("map-disputed"),
        key=titles[0],
    )
    region = inputs.region.names[words.language]
    top = [name for name, deaths in _country_list(countries, words)[:3] if deaths]
    alternative = (
        words.say("map-alternative", region=region, places=words.listed(top)) if top else words.say("map-alternative-none", region=region)
    )
    key, title, source = titles
    twin = _cell_twin(cells, words, heads) if cells else _country_twin(countries, words, heads)
    return Figure(key, title, alternative, picture, replace(twin, key=f"{key}-twin"), source, words.say("limit-boundaries"))


def counts_source(panel: Panel, words: Words) -> str:
    """Whose counts these are, and of what violence."""
    kind = "state" if panel.outcome.startswith("state-based") else "all"
    return words.say("figure-source", vintage=told_vintage(panel.vintage, words), outcome=words.say(f"counted-{kind}"))


def rank(deaths: int, classes: tuple[int, ...]) -> int:
    """Class of a number of deaths: 0 for none, then one more at each bound.

    >>> rank(0, (1, 25)), rank(1, (1, 25)), rank(25, (1, 25))
    (0, 1, 2)
    """
    return sum(deaths >= bound for bound in classes)


def _legend(classes: tuple[int, ...], words: Words, none: str) -> tuple[Legend, ...]:
    found = [Legend(words.say(none), 0)]
    for i, low in enumerate(classes):
        last = i == len(classes) - 1
        label = (
            words.say("map-class-more", low=words.number(low))
            if last
            else words.say("map-class-range", range=words.between(low, classes[i + 1] - 1))
        )
        found.append(Legend(label, i + 1))
    return tuple(found)


def _country_list(deaths: dict[str, int], words: Words) -> list[tuple[str, int]]:
    named = [(c.name(words.language), count) for iso3, count in deaths.items() if (c := country_by_iso3(iso3))]
    return sorted(named, key=lambda pair: (-pair[1], pair[0]))


def _country_twin(deaths: dict[str, int], words: Words, told: tuple[str, str]) -> Table:
    heads = (Head(words.say("head-place")), Head(told[1], "number"))
    rows = tuple(
        (Cell((Run(name),), heading=True), Cell((Run(words.number(count)),), "number"))
        for name, count in _country_list(deaths, words)[:TWIN_MOST]
    )
    return Table("map-twin", told[0], heads, rows)


def _cell_twin(deaths: dict[int, int], words: Words, told: tuple[str, str]) -> Table:
    heads = (
        Head(words.say("head-cell")),
        Head(words.say("head-country")),
        Head(words.say("head-centre"), "number"),
        Head(told[1], "number"),
    )
    rows = []
    for gid, count in sorted(deaths.items(), key=lambda pair: (-pair[1], pair[0]))[:TWIN_MOST]:
        iso3 = country_of_cell(gid)
        country = country_by_iso3(iso3) if iso3 else None
        name = country.name(words.language) if country else words.say("map-disputed")
        rows.append((
            Cell((Run(isolate(str(gid))),), heading=True),
            Cell((Run(name),)),
            Cell((Run(words.pair(*cell_centre(gid))),), "number"),
            Cell((Run(words.number(count)),), "number"),
        ))  # fmt: skip
    return Table("map-twin", told[0], heads, tuple(rows))
