"""Maps of pages: which layers a snapshot gives, as pictures with legends and as GeoJSON for the map that moves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from marsad.base.months import format_month
from marsad.base.places import CellId, cell_centre, country_of_cell, neighbours_of_country
from marsad.verbs import picturing
from marsad.verbs.picturing import Layer
from marsad.web import views_places
from marsad.web.shelf import NotThereError, Snapshot
from marsad.web.wording import Wording

REGION, GROUP = "region", "group:"


def pictures(snapshot: Snapshot, key: str, wording: Wording) -> dict[str, Any] | None:
    """Every layer as a picture with its title, legend and source; None where the outlines hold nothing of what is asked.

    Args:
        snapshot: whose figures.
        key: `region`, or a country's code: it and its neighbours.
        wording: of the page.
    """
    codes = around(snapshot, key)
    if not codes:
        return None
    about, month = snapshot.about, wording.month(format_month(snapshot.about["as_of"]))
    counted = wording.say("counted-state" if about["state_based"] else "counted-all")
    source = f"{counted} · {wording.vintage(about['vintage'])}"
    # the drawer escapes what it is given
    sources = {
        "observed": source,
        "expected": wording.say("map-expected-source", model=about["model"], month=month),
        "change": wording.say("map-change-note", source=source),
    }
    shown = layers(snapshot, codes, wording)
    drawn = shared([picturing.map_svg(layer, codes, wording.words, frame=framed(key)) for layer in shown])
    found = [
        {
            "key": layer.key, "title": wording.say(f"map-{layer.key}", month=month), "legend": layer.legend, "source": sources[layer.key],
            "svg": Markup(svg),
        }
        for layer, svg in zip(shown, drawn, strict=True)
    ]  # fmt: skip
    title = wording.say("map-title-region", region=about["region_names"][wording.language]) if key == REGION else wording.country(key)
    return {"key": key, "title": title, "pictures": found}


def reach(snapshot: Snapshot, key: str, wording: Wording) -> dict[str, Any] | None:
    """Where a group acted in twelve months, as a picture; None where no event of it is placed closely enough."""
    layer, codes = _reach(snapshot, key, wording)
    if not layer.cells or not codes:
        return None
    title = wording.say("map-reach", month=wording.month(format_month(snapshot.about["as_of"])))
    svg = picturing.map_svg(layer, codes, wording.words)
    picture = {"key": layer.key, "title": title, "legend": layer.legend, "source": wording.say("map-reach-source"), "svg": Markup(svg)}
    return {"key": f"{GROUP}{key}", "title": wording.say("group-reach"), "pictures": [picture]}


def _reach(snapshot: Snapshot, key: str, wording: Wording) -> tuple[Layer, list[str]]:
    record = snapshot.groups.get(key) or {}
    cells = {int(gid): int(count) for gid, count in record.get("cells", ())}
    since, now = format_month(snapshot.about["as_of"] - 23), format_month(snapshot.about["as_of"])
    there = [one for one in record["profile"]["presences"] if one["last"] >= since] if record else []
    covered = [one["country"] for one in there if (one["covered_to"] or "") >= now]
    return picturing.reach_layer(cells, covered, wording.words), picturing.drawn([one["country"] for one in there])


def shared(drawn: Sequence[str]) -> list[str]:
    """Pictures of one page with each outline written once, in the first of them, and used from there: half of the weight.

    >>> shared(['<svg><path class="c" d="M1"/></svg>', '<svg><path class="c" fill="red" d="M1"/></svg>'])[1]
    '<svg><use class="c" fill="red" href="#m0"/></svg>'
    """
    outlines: dict[str, str] = {}

    def used(match: re.Match[str]) -> str:
        mark = outlines.setdefault(match["d"], f"m{len(outlines)}")
        return f'<use class="{match["kind"]}"{match["fill"] or ""} href="#{mark}"/>'

    found = [re.sub(r'<path class="(?P<kind>[^"]*)"(?P<fill> fill="[^"]*")? d="(?P<d>[^"]*)"/>', used, svg) for svg in drawn]
    kept = "".join(f'<path id="{mark}" d="{d}"/>' for d, mark in outlines.items())
    return [found[0].replace(">", f"><defs>{kept}</defs>", 1), *found[1:]] if found else []


def around(snapshot: Snapshot, key: str) -> list[str]:
    """Countries that a map is about, of those the outlines hold."""
    if key == REGION:
        return picturing.drawn(snapshot.countries)
    if not picturing.drawn([key]):
        return []
    return picturing.drawn({key, *(code for code in neighbours_of_country(key) if code in snapshot.countries)})


def framed(key: str) -> tuple[str, ...]:
    """Countries that a map opens on; none stands for all that it is about."""
    return () if key == REGION else (key,)


def layers(snapshot: Snapshot, codes: Sequence[str], wording: Wording) -> list[Layer]:
    """Counted, expected where there is a forecast, and the change."""
    held = views_places.layers(snapshot, codes)
    found = [picturing.deaths_layer("observed", held["observed"], _inside(held["cells"], codes), wording.words)]
    if held["expected"]:
        cells = _inside(held["cells_expected"], codes)
        found.append(picturing.deaths_layer("expected", held["expected"], cells, wording.words))
    found.append(picturing.change_layer(held["observed"], held["before"], wording.words))
    return found


def _inside(cells: dict[int, float], codes: Sequence[str]) -> dict[int, float]:
    return {gid: deaths for gid, deaths in cells.items() if country_of_cell(CellId(gid)) in codes}


def moving(snapshot: Snapshot, key: str, wording: Wording) -> dict[str, Any]:
    """The same as GeoJSON, with what is said of each place.

    Raises:
        NotThereError: the outlines hold nothing of what is asked.
    """
    if key.startswith(GROUP):
        return _moving_reach(snapshot, key.removeprefix(GROUP), wording)
    codes = around(snapshot, key)
    if not codes:
        raise NotThereError(f"there is no outline of {key}")
    held, about = views_places.layers(snapshot, codes), dict[Any, str]()
    for code in codes:
        about[code] = _said(wording, wording.country(code), held["observed"].get(code), held["expected"].get(code))
    for gid in held["cells"].keys() | held["cells_expected"].keys():
        if country_of_cell(gid) in codes:
            lon, lat = cell_centre(gid)
            name = f"{wording.say('cell-title', cell=str(gid))} ({wording.words.pair(lon, lat)})"
            about[gid] = _said(wording, name, held["cells"].get(gid), held["cells_expected"].get(gid))
    return picturing.geojson(layers(snapshot, codes, wording), codes, wording.words, about=about, frame=framed(key) or codes)


def _moving_reach(snapshot: Snapshot, key: str, wording: Wording) -> dict[str, Any]:
    layer, codes = _reach(snapshot, key, wording)
    if not layer.cells or not codes:
        raise NotThereError(f"no event of {key} is placed closely enough for a map")
    record = snapshot.groups[key]
    events = dict((record["profile"]["reach"] or {}).get("countries", ()))
    about: dict[Any, str] = {}
    for code in codes:
        told = wording.say("events", count=events[code]) if code in events else wording.say("events-none-placed")
        about[code] = wording.say("said-place", name=wording.country(code), what=told)
    for gid, count in record["cells"]:
        lon, lat = cell_centre(gid)
        name = f"{wording.say('cell-title', cell=str(gid))} ({wording.words.pair(lon, lat)})"
        about[gid] = wording.say("said-place", name=name, what=wording.say("events", count=count))
    return picturing.geojson([layer], codes, wording.words, about=about, frame=codes)


def _said(wording: Wording, name: str, counted: float | None, expected: float | None) -> str:
    """What is said of a place under the pointer."""
    parts = [wording.say("not-observed") if counted is None else wording.say("said-counted", deaths=wording.number(counted))]
    if expected is not None:
        parts.append(wording.say("said-expected", deaths=wording.rough(expected)))
    return wording.say("said-place", name=name, what=wording.words.listed(parts))
