"""The figures on how good forecasts were, as Vega-Lite specifications: PIT, reliability, skill by step, coverage, Murphy curves.

Model and reference differ by dash and darkness as well as by hue, so that grey print and eyes that miss red or green lose nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.base.quality import CoverageAt, MurphyCurve, PitHistogram, ReliabilityCurve, SkillAt

WIDTH, HEIGHT, SQUARE = 430, 240, 320
"""Pixels at scale 1; labels stay readable when a phone shrinks the picture."""

MODEL, REFERENCE, BAND, GUIDE = "#12436d", "#d1792c", "#a9c8e0", "#6b6b6b"
"""Dark blue and mid orange: 28 and 58 % light, apart in grey."""

Spec = dict[str, Any]


def _axis(title: str, **more: Any) -> Spec:
    return {"title": title, "grid": False, "titlePadding": 8, **more}


def _key(names: Sequence[str]) -> Spec:
    """One legend for hue and dash together; the first name is the model's."""
    colours, dashes = [MODEL, REFERENCE][: len(names)], [[1, 0], [6, 4]][: len(names)]
    legend = {
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "symbolType": "stroke",
        "symbolSize": 700,
        "symbolStrokeWidth": 3,
        "labelLimit": 300,
    }
    return {
        "color": {"field": "who", "type": "nominal", "scale": {"domain": list(names), "range": colours}, "legend": legend},
        "strokeDash": {"field": "who", "type": "nominal", "scale": {"domain": list(names), "range": dashes}, "legend": legend},
    }


def _rule(axis: str, value: float) -> Spec:
    mark = {"type": "rule", "color": GUIDE, "strokeDash": [2, 3], "strokeWidth": 1.5}
    return {"mark": mark, "data": {"values": [{"at": value}]}, "encoding": {axis: {"field": "at", "type": "quantitative"}}}


def _spec(width: int, height: int, layers: Sequence[Spec]) -> Spec:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "padding": {"left": 14, "right": 24, "top": 8, "bottom": 10},
        "background": "#ffffff",
        "layer": list(layers),
        "config": {
            "font": "Noto Naskh Arabic, Noto Sans, sans-serif",
            "view": {"stroke": "#bbbbbb"},
            "axis": {"labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "domainColor": "#777777",
                     "tickColor": "#777777", "labelColor": "#222222", "titleColor": "#222222"},
            "legend": {"labelFontSize": 14, "labelColor": "#222222"},
        },
    }  # fmt: skip


def pit_chart(found: Sequence[PitHistogram], names: Mapping[str, str], says: Mapping[str, str]) -> Spec:
    """Bars for the model, a stepped line for the reference, and the line on which calibrated forecasts lie."""
    rows: list[dict[str, Any]] = [
        {"who": names[one.model], "left": k / len(one.heights), "right": (k + 1) / len(one.heights), "height": height}
        for one in found
        for k, height in enumerate(one.heights)
    ]
    shown = [names[one.model] for one in found]
    x = {"field": "left", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": _axis(says["x"], format=".0%", tickCount=5)}
    top = 1.1 * max(1.0, *(row["height"] for row in rows))
    y = {"field": "height", "type": "quantitative", "scale": {"domain": [0, top]}, "axis": _axis(says["y"], tickCount=5)}
    bars = {
        "transform": [{"filter": {"field": "who", "equal": shown[0]}}],
        "mark": {"type": "rect", "color": BAND, "stroke": "#ffffff", "strokeWidth": 1},
        "encoding": {"x": x, "x2": {"field": "right"}, "y": y, "y2": {"datum": 0}},
    }
    steps = {"mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5}, "encoding": {"x": x, "y": y, **_key(shown)}}
    ends = [row | {"left": 1.0, "right": 1.0} for row in rows if row["right"] == 1.0]
    return _spec(WIDTH, HEIGHT, [bars, steps, _rule("y", 1.0)]) | {"data": {"values": rows + ends}}


def reliability_chart(found: Sequence[ReliabilityCurve], names: Mapping[str, str], says: Mapping[str, str]) -> Spec:
    """Observed frequency against forecast probability; on the diagonal both agree. Larger points stand for more forecasts."""
    rows = [
        {"who": names[one.model], "chance": chance, "frequency": frequency, "count": count}
        for one in found
        for chance, frequency, count in zip(one.chance, one.frequency, one.counts, strict=True)
    ]
    shown = [names[one.model] for one in found]
    percent = {"type": "quantitative", "scale": {"domain": [0, 1]}}
    x = {"field": "chance", **percent, "axis": _axis(says["x"], format=".0%", tickCount=5)}
    y = {"field": "frequency", **percent, "axis": _axis(says["y"], format=".0%", tickCount=5)}
    size = {"field": "count", "type": "quantitative", "scale": {"type": "sqrt", "range": [8, 260]}, "legend": None}
    diagonal = {
        "mark": {"type": "line", "color": GUIDE, "strokeDash": [2, 3], "strokeWidth": 1.5},
        "data": {"values": [{"a": 0}, {"a": 1}]},
        "encoding": {"x": {"field": "a", **percent}, "y": {"field": "a", **percent}},
    }
    line = {"mark": {"type": "line", "strokeWidth": 2.5}, "encoding": {"x": x, "y": y, **_key(shown)}}
    colour = _key(shown)["color"] | {"legend": None}
    points = {"mark": {"type": "point", "filled": True, "opacity": 0.75}, "encoding": {"x": x, "y": y, "size": size, "color": colour}}
    return _spec(SQUARE, SQUARE, [diagonal, line, points]) | {"data": {"values": rows}}


def skill_chart(found: Sequence[SkillAt], says: Mapping[str, str]) -> Spec:
    """Skill by step with its band; above the line at zero the model is better than the reference."""
    rows = [{"step": one.step, "skill": one.value, "low": one.low, "high": one.high} for one in found]
    x = {"field": "step", "type": "quantitative", "scale": {"nice": False}, "axis": _axis(says["x"], tickMinStep=1, format="d")}
    axis = _axis(says["y"], format="+.0%", tickCount=6, labelExpr="datum.value == 0 ? '0%' : datum.label")
    # one step, or no skill at all, would leave the axis without a height
    reach = max(0.02, *(abs(v) for one in found for v in (one.value, one.low or 0.0, one.high or 0.0)))
    low = min(0.0, *(v for one in found for v in (one.value, one.low or 0.0)))
    scale = {"domain": [max(low * 1.1, -reach * 1.1), reach * 1.1], "nice": True}
    y = {"field": "skill", "type": "quantitative", "scale": scale, "axis": axis}
    band = {
        "transform": [{"filter": "isValid(datum.low)"}],
        "mark": {"type": "area", "color": BAND, "opacity": 0.8},
        "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
    }
    line = {
        "mark": {"type": "line", "color": MODEL, "strokeWidth": 2.5, "point": {"color": MODEL, "size": 45}},
        "encoding": {"x": x, "y": y},
    }
    return _spec(WIDTH, HEIGHT, [band, line, _rule("y", 0.0)]) | {"data": {"values": rows}}


def coverage_chart(found: Sequence[CoverageAt], names: Mapping[str, str], says: Mapping[str, str]) -> Spec:
    """Share of months with deaths inside the 50 and 90 % intervals by step, beside the shares they promise."""
    rows = [
        {"who": names[one.model], "share": str(one.share), "line": f"{one.model} {one.share}", "step": one.step, "value": one.value}
        for one in found
    ]
    shown = list(dict.fromkeys(names[one.model] for one in found))
    x = {"field": "step", "type": "quantitative", "scale": {"nice": False}, "axis": _axis(says["x"], tickMinStep=1, format="d")}
    y = {"field": "value", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": _axis(says["y"], format=".0%", tickCount=5)}
    detail = {"detail": {"field": "line", "type": "nominal"}}
    line = {"mark": {"type": "line", "strokeWidth": 2.5}, "encoding": {"x": x, "y": y, **_key(shown), **detail}}
    return _spec(WIDTH, HEIGHT, [_rule("y", 0.5), _rule("y", 0.9), line]) | {"data": {"values": rows}}


def murphy_chart(found: MurphyCurve, names: tuple[str, str], says: Mapping[str, str]) -> Spec:
    """Mean elementary score by cost ratio: lower is better for users with that ratio."""
    rows = [
        {"who": name, "at": at, "score": value}
        for name, values in zip(names, (found.ours, found.theirs), strict=True)
        for at, value in zip(found.at, values, strict=True)
    ]
    x = {"field": "at", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": _axis(says["x"], format=".0%", tickCount=5)}
    y = {"field": "score", "type": "quantitative", "scale": {"zero": True}, "axis": _axis(says["y"], tickCount=5)}
    line = {"mark": {"type": "line", "strokeWidth": 2.5}, "encoding": {"x": x, "y": y, **_key(names)}}
    return _spec(SQUARE, SQUARE, [line]) | {"data": {"values": rows}}


def as_svg(spec: Spec, separators: str) -> str:
    """One `<svg>` document; the same specification gives the same text.

    Args:
        spec: a chart of this module.
        separators: decimal point and thousands mark, two characters.
    """
    import vl_convert

    locale = {"decimal": separators[0], "thousands": separators[1], "grouping": [3], "currency": ["", ""]}
    found: str = vl_convert.vegalite_to_svg(spec, format_locale=locale)
    # a document of many charts says its language once; roles of chart parts are no ARIA roles
    return found[found.index("<svg") :].replace(' aria-roledescription="axis"', "")
