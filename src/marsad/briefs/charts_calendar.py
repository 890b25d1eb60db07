"""Meetings on a calendar, from a Vega-Lite specification: a row for those who met, a mark for each meeting, lines of following up."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from marsad.briefs.charts import FRAME, INK, WIDTH, drawn
from marsad.briefs.content import CalendarPicture, Mark

LANE = 26
"""Pixels between two marks that stand one above the other."""

CLOSE = 0.045
"""Share of the width within which two marks of one row would cover each other."""

SHAPES = {"meeting": "circle", "visit": "square", "call": "triangle-up", "summit": "diamond", "agreement": "cross"}
"""The form of a meeting is told by the shape of its mark, in no colour."""

MARGIN = 0.06
"""Share of the time shown that is left free at either end."""


def calendar_svg(picture: CalendarPicture) -> str:
    """The calendar as one `<svg>` element."""
    return drawn(calendar_specification(picture), ".,")


def calendar_specification(picture: CalendarPicture) -> dict[str, Any]:
    """The Vega-Lite specification; marks of one row that would cover each other stand in lanes one above the other."""
    first, last = min(m.first for m in picture.marks), max(m.last for m in picture.marks)
    first, last = min(first, picture.ticks[0][0]), max(last, picture.ticks[-1][0])
    spare = max((last - first) * MARGIN, 4)
    low, high = first - spare, last + spare
    lanes = _lanes(picture, high - low)
    heights = [1 + max((lanes[i] for i, m in enumerate(picture.marks) if m.row == row), default=0) for row in range(len(picture.rows))]
    tops = [sum(heights[:row]) for row in range(len(heights))]
    at = [tops[mark.row] + lanes[i] + 0.5 for i, mark in enumerate(picture.marks)]
    names = {top + height / 2: name for top, height, name in zip(tops, heights, picture.rows, strict=True)}
    side = "right" if picture.direction == "rtl" else "left"
    x = {"field": "day", "type": "quantitative", "scale": {"domain": [low, high], "nice": False}, "axis": _days(picture)}
    y = {"field": "lane", "type": "quantitative", "scale": {"domain": [0, sum(heights)], "reverse": True, "nice": False},
         "axis": {"orient": side, "values": list(names), "labelExpr": _nearest(names), "title": None, "grid": False, "ticks": False,
                  "domain": False, "labelLimit": 230, "labelPadding": 8}}  # fmt: skip
    return {
        **FRAME,
        "width": WIDTH,
        "height": sum(heights) * LANE,
        "padding": {"left": 16, "right": 24, "top": 6, "bottom": 10},
        "layer": [
            *([_between(tops[1:], y)] if len(tops) > 1 else []),
            *_follows(picture.marks, at, x, y),
            _stays(picture.marks, at, x, y),
            _points(picture.marks, at, x, y),
            _numbers(picture.marks, at, x, y),
        ],
    }


def _lanes(picture: CalendarPicture, days: float) -> list[int]:
    lanes: list[int] = []
    for i, mark in enumerate(picture.marks):
        near = {lanes[j] for j, other in enumerate(picture.marks[:i])
                if other.row == mark.row and abs(mark.first - other.last) < CLOSE * days}  # fmt: skip
        lanes.append(next(lane for lane in range(len(near) + 1) if lane not in near))
    return lanes


def _days(picture: CalendarPicture) -> dict[str, Any]:
    from marsad.briefs.charts import lookup

    return {"values": [day for day, _ in picture.ticks], "labelExpr": lookup({str(day): name for day, name in picture.ticks}),
            "title": None, "labelAngle": 0, "labelOverlap": "greedy", "gridDash": [2, 3]}  # fmt: skip


def _nearest(names: dict[float, str]) -> str:
    """An expression for labels of halves: a lookup by text would trip over how a number is printed."""
    import json

    told = "''"
    for place, name in names.items():
        told = f"abs(datum.value - {place}) < 0.01 ? {json.dumps(name, ensure_ascii=False)} : {told}"
    return told


def _between(tops: list[int], y: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"values": [{"lane": top} for top in tops]}, "mark": {"type": "rule", "color": "#d5d5d5"}, "encoding": {"y": y}}


def _follows(marks: tuple[Mark, ...], at: list[float], x: dict[str, Any], y: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [
        {"day": marks[j].first, "lane": at[j], "to": mark.first, "up": at[i]}
        for i, mark in enumerate(marks)
        for j in mark.follows
    ]  # fmt: skip
    if not rows:
        return []
    return [{
        "data": {"values": rows},
        "mark": {"type": "rule", "color": "#777777", "strokeDash": [4, 3], "strokeWidth": 1.6},
        "encoding": {"x": x, "y": y, "x2": {"field": "to"}, "y2": {"field": "up"}},
    }]  # fmt: skip


def _stays(marks: tuple[Mark, ...], at: list[float], x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    rows = [{"day": mark.first, "to": mark.last, "lane": lane} for mark, lane in zip(marks, at, strict=True)]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "color": INK, "strokeWidth": 5},
        "encoding": {"x": x, "x2": {"field": "to"}, "y": y},
    }


def _points(marks: tuple[Mark, ...], at: list[float], x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    rows = [{"day": mark.first, "lane": lane, "form": mark.form} for mark, lane in zip(marks, at, strict=True)]
    shape = {"field": "form", "type": "nominal", "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())}, "legend": None}
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "color": INK, "opacity": 1, "size": 150},
        "encoding": {"x": x, "y": y, "shape": shape},
    }


def _numbers(marks: tuple[Mark, ...], at: list[float], x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    # lines of following up come in from the left and leave to the right: a number stands where no line runs
    followed = {j for mark in marks for j in mark.follows}
    rows = [
        {"day": mark.first if i in followed else mark.last, "lane": at[i], "number": mark.number, "left": i in followed}
        for i, mark in enumerate(marks)
    ]
    look = {"type": "text", "fontSize": 14, "fontWeight": "bold", "color": "#1d2329"}
    encoding = {"x": x, "y": y, "text": {"field": "number", "type": "nominal"}}
    return {
        "data": {"values": rows},
        "layer": [
            {"transform": [{"filter": "datum.left"}], "mark": {**look, "dx": -14, "align": "right"}, "encoding": encoding},
            {"transform": [{"filter": "!datum.left"}], "mark": {**look, "dx": 14, "align": "left"}, "encoding": encoding},
        ],
    }


def month_starts(first: int, last: int) -> list[int]:
    """Ordinals of the first days of months that an axis from one day to another names: at most about eight, and one at least."""
    from datetime import date

    start, end = date.fromordinal(first), date.fromordinal(last)
    months = (end.year - start.year) * 12 + end.month - start.month + 2
    every = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600) if months / step <= 7 or step == 600)
    number = start.year * 12 + start.month - 1
    number -= number % every
    found = [date(n // 12, n % 12 + 1, 1).toordinal() for n in range(number, end.year * 12 + end.month + every, every)]
    # one before the first day and one after the last are enough
    kept = [a for a, b in pairwise(found) if b > first]
    return [day for day in [*kept, found[-1]] if day <= last + every * 31]
