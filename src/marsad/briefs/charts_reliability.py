"""What was said beside what came, from a Vega-Lite specification: a point for each step of the yardstick."""

from __future__ import annotations

from typing import Any

from marsad.briefs.charts import FRAME, INK, drawn
from marsad.briefs.content import ReliabilityPicture

SIDE = 300
"""Pixels of a side: equal shares lie on the diagonal of a square."""


def reliability_svg(picture: ReliabilityPicture) -> str:
    """The diagram as one `<svg>` element."""
    return drawn(reliability_specification(picture), ".,")


def reliability_specification(picture: ReliabilityPicture) -> dict[str, Any]:
    """The Vega-Lite specification: the diagonal on which said and came agree, and points with the number of cases beside them."""
    from marsad.briefs.charts import lookup

    names = {str(percent): name for percent, name in picture.percents}
    axis = {"values": [percent for percent, _ in picture.percents], "labelExpr": lookup(names), "labelAngle": 0}
    scale = {"domain": [0, 100], "nice": False}
    x = {"field": "said", "type": "quantitative", "scale": scale, "axis": {**axis, "title": picture.said}}
    y = {"field": "came", "type": "quantitative", "scale": scale, "axis": {**axis, "title": picture.came}}
    points = [{"said": said * 100, "came": came * 100, "told": told, "cases": cases} for said, came, told, cases in picture.points]
    right = {"filter": "datum.said <= 85"}
    most = max(point[3] for point in picture.points)
    size = {"field": "cases", "type": "quantitative", "legend": None, "scale": {"domain": [0, most], "range": [40, 420]}}
    return {
        **FRAME,
        "width": SIDE * 1.7,
        "height": SIDE,
        "padding": {"left": 10, "right": 24, "top": 10, "bottom": 10},
        "layer": [
            {
                "data": {"values": [{"said": 0, "came": 0}, {"said": 100, "came": 100}]},
                "mark": {"type": "line", "color": "#777777", "strokeDash": [5, 4], "strokeWidth": 1.6},
                "encoding": {"x": x, "y": y},
            },
            {
                "data": {"values": points},
                "mark": {"type": "point", "filled": True, "color": INK, "opacity": 1},
                "encoding": {"x": x, "y": y, "size": size},
            },
            _labels(points, [right], "left", 13, x=x, y=y),
            _labels(points, [{"filter": "datum.said > 85"}], "right", -13, x=x, y=y),
        ],
    }  # fmt: skip


def _labels(
    points: list[dict[str, Any]], keep: list[dict[str, str]], align: str, dx: int, *, x: dict[str, Any], y: dict[str, Any]
) -> dict[str, Any]:
    return {
        "data": {"values": points},
        "transform": keep,
        "mark": {"type": "text", "align": align, "dx": dx, "fontSize": 13, "color": "#1d2329"},
        "encoding": {"x": x, "y": y, "text": {"field": "told", "type": "nominal"}},
    }
