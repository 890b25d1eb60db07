"""From values to a page: templates with the words of one language, pictures drawn, and the page's own frame."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import Any

from markupsafe import Markup

from marsad.base.findings import YARDSTICK
from marsad.base.places import static_file
from marsad.base.records import Language
from marsad.verbs import showing
from marsad.web.shelf import Snapshot
from marsad.web.wording import LANGUAGES, OWN_NAMES, Wording

MENU = (
    ("overview", ""), ("forecasts", "forecasts"), ("meetings", "meetings"), ("sources", "sources"), ("briefs", "briefs"),
    ("search", "search"),
)  # fmt: skip
"""Pages of the menu: key and address."""


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("marsad.web")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """Files that pages load, by name: bytes and media type."""
    folder = resources.files("marsad.web").joinpath("assets")
    return {
        "site.css": (folder.joinpath("site.css").read_bytes(), "text/css; charset=utf-8"),
        "icon.svg": (folder.joinpath("icon.svg").read_bytes(), "image/svg+xml"),
        "naskh.ttf": (static_file("fonts/NotoNaskhArabic-Regular.ttf").read_bytes(), "font/ttf"),
    }


@cache
def stamp() -> str:
    """A name for this set of assets, so that a browser may keep them and still sees the next ones."""
    digest = hashlib.sha256()
    for name, (content, _) in sorted(assets().items()):
        digest.update(name.encode("utf-8") + content)
    return digest.hexdigest()[:12]


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
    shown = {"d": None, "json_link": None} | values
    text = _environment().get_template(f"{template}.html.j2").render(
        w=Wording(language), title=title, rest=rest, page=page, menu=MENU, languages=LANGUAGES, own_names=OWN_NAMES, stamp=stamp(), **shown
    )  # fmt: skip
    return str(text).encode("utf-8")


def country_pictures(snapshot: Snapshot, data: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """The overview's two maps: counted and expected."""
    countries = data["countries"]
    seen = {c["country"]: c["situation"]["last12"] for c in countries if c["situation"]["last12"] is not None}
    ahead = {c["country"]: c["outlook"]["12"]["mean"] for c in countries if "12" in c["outlook"]}
    return {
        "observed": _picture("observed", snapshot, seen, wording, cells=snapshot.recent_cells or None),
        "expected": _picture("expected", snapshot, ahead, wording),
        "counted": "counted-state" if snapshot.about["state_based"] else "counted-all",
    }


def _picture(
    name: str, snapshot: Snapshot, deaths: dict[str, float], wording: Wording, *, cells: dict[int, int] | None = None
) -> dict[str, Any]:
    svg, legend = showing.country_map(snapshot.countries, deaths, wording.words, cells=cells)
    # the drawer escapes what it is given; two maps on one page must not share the name of their hatching
    own = re.sub(r'(id="|url\(#)hatch[\w-]*', rf"\1hatch-{name}", svg)
    return {"svg": Markup(own), "legend": legend}


def fan(snapshot: Snapshot, unit: int | None, wording: Wording) -> Markup:
    """The fan chart of a unit; empty where nothing is expected."""
    found = next((f for f in snapshot.assessment.fans if f.unit == unit), None)
    return Markup("" if found is None else showing.fan_svg(found, wording.words))


def yardstick() -> Any:
    """The steps of the words of likelihood."""
    return YARDSTICK
