"""From values to a page: templates with the words of one language, pictures drawn, and the page's own frame."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from markupsafe import Markup

from marsad.base.findings import YARDSTICK
from marsad.base.places import static_file
from marsad.base.records import Language
from marsad.web import charts, maps, views, views_places
from marsad.web.asked import KINDS
from marsad.web.shelf import Kept, Snapshot, kept
from marsad.web.views_sides import month_numbers
from marsad.web.wording import LANGUAGES, OWN_NAMES, Wording

MENU = (
    ("overview", ""), ("forecasts", "forecasts"), ("meetings", "meetings"), ("sources", "sources"), ("briefs", "briefs"),
    ("search", "search"),
)  # fmt: skip
"""Pages of the menu: key and address."""

SECTORS = ("CVL", "AGR", "BUS", "EDU", "JRN", "LAB", "MED", "NGO", "REF")
"""Sectors of civilians that have a word of their own; others are told as they are coded."""

_SCRIPT, _STYLE, _FONT = "text/javascript; charset=utf-8", "text/css; charset=utf-8", "font/woff2"


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("marsad.web")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def assets() -> dict[str, Kept]:
    """Files that pages load, by name."""
    own = {"site.css": _STYLE, "icon.svg": "image/svg+xml", "site.js": _SCRIPT, "map.js": _SCRIPT, "desk.js": _SCRIPT, "desk.css": _STYLE}
    built = {"htmx.js": _SCRIPT, "maplibre-gl.mjs": _SCRIPT, "maplibre-gl-worker.mjs": _SCRIPT, "maplibre-gl.css": _STYLE}
    built |= {f"marsad-sans-{script}-{weight}.woff2": _FONT for script in ("arabic", "latin") for weight in (400, 600)}
    folder = resources.files("marsad.web").joinpath("assets")
    found = {name: kept(folder.joinpath(name).read_bytes(), media) for name, media in own.items()}
    found |= {name: kept(static_file(f"web/{name}").read_bytes(), media) for name, media in built.items()}
    return found | {"naskh.ttf": kept(static_file("fonts/NotoNaskhArabic-Regular.ttf").read_bytes(), "font/ttf")}


@cache
def stamp() -> str:
    """A name for this set of assets, so that a browser may keep them and still sees the next ones."""
    digest = hashlib.sha256()
    for name, file in sorted(assets().items()):
        digest.update(name.encode("utf-8") + file.body)
    return digest.hexdigest()[:12]


def load() -> None:
    """Read every template and asset, so that the first page need not."""
    for name in _environment().list_templates():
        _environment().get_template(name)
    stamp()


def render(template: str, language: Language, title: str, *, rest: str, page: str = "", **values: Any) -> bytes:
    """A page as bytes.

    Args:
        template: its template, without endings.
        language: of the page.
        title: heading of the page.
        rest: address after the language, for the same page in the other languages.
        page: key of the menu.
        values: what the template shows; `d` is the page's data.
    """
    shown = {"d": None, "json_link": None, "beside": None, "maps": None, "bars": None, "group_name": str, "desk_open": False} | values
    text = _environment().get_template(f"{template}.html.j2").render(
        w=Wording(language), title=title, rest=rest, page=page, menu=MENU, languages=LANGUAGES, own_names=OWN_NAMES, stamp=stamp(),
        kinds=KINDS, sectors=SECTORS, draw_spark=charts.spark, **shown,
    )  # fmt: skip
    return str(text).encode("utf-8")


def group_name(snapshot: Snapshot, key: str, language: Language) -> str:
    """How a group is called in a language, in English where that has no name for it, or its key."""
    names = snapshot.group_names.get(key, {})
    return next((names[code][0] for code in (language, "en", "fr", "ar") if names.get(code)), key)


def overview_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """The region's map."""
    counted = "counted-state" if snapshot.about["state_based"] else "counted-all"
    return {"maps": maps.pictures(snapshot, maps.REGION, wording), "counted": counted}


def country_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """The chart of months, the map of a country among its neighbours, and why next month's forecast says what it says."""
    why = [wording.reason(reason, snapshot.about["as_of"], mean) for reason, mean, _ in views_places.reasons(snapshot, data["unit"])[:1]]
    return {"fan": fan(snapshot, data["unit"], wording), "maps": maps.pictures(snapshot, data["country"], wording), "why": why}


def cell_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """Months counted, and the map of the cell's country."""
    rows = data["months"][::-1]
    bars = charts.month_bars([row["deaths"] for row in rows], month_numbers(rows), wording) if rows else None
    return {"bars": bars, "maps": maps.pictures(snapshot, data["country"], wording) if data["country"] else None}


def group_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """Events month by month, where any month is observed, and where they lay."""
    tempo = data["found"]["profile"]["tempo"] if data["found"] else []
    seen = any(row["events"] is not None for row in tempo)
    bars = charts.month_bars([row["events"] for row in tempo], month_numbers(tempo), wording) if seen else None
    return {"bars": bars, "maps": maps.reach(snapshot, data["group"].removeprefix("group:"), wording)}


def pair_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """Reports of contacts month by month, where any month was read."""
    months = data["found"]["partnership"]["months"] if data["found"] else []
    told = [row["reports"] for row in months]
    return {"bars": charts.month_bars(told, month_numbers(months), wording) if any(told) else None}


def forecast_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """Fan of the region, error by step, PIT, reliability."""
    found: dict[str, Markup] = {}
    if data["by_step"]:
        rows = data["by_step"]
        names = [wording.bare(wording.number(row["step"])) for row in rows]
        found["steps"] = charts.lines([[row["value"] for row in rows], [row["reference"] for row in rows]], names, wording)
    if data["calibration"]:
        found["pit"] = charts.histogram([row["height"] for row in data["calibration"]["pit"]], wording)
        said = data["calibration"]["reliability"]
        points = [[(row["said"], row["came"], row["n"]) for row in said.get(at, [])] for at in ("1", "25", "100")]
        found["reliability"] = charts.reliability(points, wording)
    return {"fan": fan(snapshot, None, wording), "pictures": found, "yardstick": YARDSTICK}


def fan(snapshot: Snapshot, unit: int | None, wording: Wording) -> Markup:
    """The fan chart of a unit; empty where nothing is expected."""
    found = views.fan_of(snapshot, unit)
    return Markup("") if found is None else charts.fan(found, wording)
