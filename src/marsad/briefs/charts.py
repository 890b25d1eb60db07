"""Pictures as SVG: the fan chart, from a Vega-Lite specification through vl-convert; no words but those the content holds."""

from __future__ import annotations

import json
import re
from typing import Any

from marsad.briefs.content import FanPicture

WIDTH, HEIGHT = 600, 280
"""Pixels at scale 1; small enough that labels stay readable when a phone shrinks the picture."""

INK, BAND = "#1b4f72", "#5b9bc8"
"""Dark and mid blue: apart in black and white too, and the same for eyes that miss red or green."""

LABEL_EVERY = 12
"""Months between two labels of the time axis."""

FRAME: dict[str, Any] = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "background": "transparent",
    "config": {
        "font": "Noto Naskh Arabic, Noto Sans, sans-serif",
        "view": {"stroke": None},
        "axis": {"labelFontSize": 14, "titleFontSize": 14, "gridColor": "#cccccc", "domainColor": "#888888", "tickColor": "#888888"},
        "title": {"fontSize": 14, "fontWeight": "bold", "offset": 4},
    },
}
"""What all charts share."""


def fan_svg(picture: FanPicture) -> str:
    """The fan chart as one `<svg>` element; the same picture gives the same text."""
    return drawn(fan_specification(picture), picture.numbers)


def drawn(specification: dict[str, Any], numbers: str) -> str:
    """A Vega-Lite specification as one `<svg>` element; `numbers` are the decimal point and the thousands mark."""
    import vl_convert

    locale = {"decimal": numbers[0], "thousands": numbers[1], "grouping": [3], "currency": ["", ""]}
    found: str = vl_convert.vegalite_to_svg(specification, format_locale=locale)
    return _embedded(found)


def lookup(names: dict[str, str]) -> str:
    """An expression that words an axis value, for `labelExpr`."""
    return f"({json.dumps(names, ensure_ascii=False)})[datum.value]"


def fan_specification(picture: FanPicture) -> dict[str, Any]:
    """The Vega-Lite specification: two bands, the middle of the forecast, and the observed line with its gaps."""
    names = {str(month): name for month, name in picture.months}
    first, last = picture.months[0][0], picture.months[-1][0]
    origin = picture.fan.observed[-1][0] if picture.fan.observed else first
    ticks = [month for month in range(first, last + 1) if (month - origin) % LABEL_EVERY == 0]
    x = {
        "field": "month",
        "type": "quantitative",
        "scale": {"domain": [first, last], "nice": False},
        "axis": {"values": ticks, "labelExpr": lookup(names), "title": None, "grid": False, "labelOverlap": "greedy"},
    }
    layers = [
        _band("q05", "q95", 0.35, x=x),
        _band("q25", "q75", 0.75, x=x),
        _line("median", [5, 3], x=x),
        _line("observed", [], x=x),
        {
            "mark": {"type": "rule", "strokeDash": [2, 3], "color": "#777777"},
            "data": {"values": [{"month": origin}]},
            "encoding": {"x": x},
        },
    ]
    return {
        **FRAME,
        "width": WIDTH,
        "height": HEIGHT,
        "padding": {"left": 26, "right": 34, "top": 6, "bottom": 12},
        "data": {"values": _rows(picture)},
        "layer": layers,
    }


def _rows(picture: FanPicture) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{"month": month, "observed": deaths} for month, deaths in picture.fan.observed]
    for ahead in picture.fan.ahead:
        low, quarter, median, third, high = ahead.percentiles
        rows.append({"month": ahead.month, "q05": low, "q25": quarter, "median": median, "q75": third, "q95": high})
    return rows


def _y(name: str) -> dict[str, Any]:
    axis = {"title": None, "format": ",d", "tickCount": 5}
    return {"field": name, "type": "quantitative", "scale": {"zero": True}, "axis": axis}


def _band(low: str, high: str, opacity: float, *, x: dict[str, Any]) -> dict[str, Any]:
    return {
        "transform": [{"filter": f"isValid(datum.{low})"}],
        "mark": {"type": "area", "color": BAND, "opacity": opacity, "clip": False},
        "encoding": {"x": x, "y": _y(low), "y2": {"field": high}},
    }


def _line(name: str, dash: list[int], *, x: dict[str, Any]) -> dict[str, Any]:
    # months that were not observed break the line: a line drawn across them would claim a value
    rest = f"isValid(datum.{name})" if name == "median" else "!isDefined(datum.median)"
    mark = {"type": "line", "color": INK, "strokeWidth": 2, "strokeDash": dash, "invalid": "break-paths-show-domains", "clip": False}
    return {"transform": [{"filter": rest}], "mark": mark, "encoding": {"x": x, "y": _y(name)}}


def _embedded(svg: str) -> str:
    """The element alone, without size: the page gives the width, the text alternative stands on the figure."""
    body = svg[svg.index("<svg") :]
    head_end = body.index(">")
    head = re.sub(r'\s(?:width|height|xmlns:xlink|version)="[^"]*"', "", body[:head_end])
    return f'{head} aria-hidden="true" focusable="false"' + body[head_end:].replace(' aria-roledescription="axis"', "")
