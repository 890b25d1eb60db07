"""Months in bars, from a Vega-Lite specification: how active a group was, what two states did for and against each other."""

from __future__ import annotations

from typing import Any

from marsad.briefs.charts import FRAME, INK, LABEL_EVERY, WIDTH, drawn, lookup
from marsad.briefs.content import Bars, BarsPicture

HEIGHT = 120
"""Pixels of one row of bars."""

BELOW = "#e39a4a"
"""Light orange: apart from the dark blue above the line in black and white too, and for eyes that miss red or green."""

UNSEEN = "#e3e3e4"
"""A colour that nothing else has: it is turned into hatching."""

HATCH = (
    '<defs><pattern id="{key}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#e3e3e3"/><line x1="0" y1="0" x2="0" y2="6" stroke="#8a8a8a" stroke-width="1.4"/></pattern></defs>'
)


def bars_svg(picture: BarsPicture) -> str:
    """The bars as one `<svg>` element; months that were not observed are hatched over the whole height, and never a bar of 0."""
    made = drawn(bars_specification(picture), picture.numbers)
    key = f"unseen-{picture.key}"
    if UNSEEN not in made:
        return made
    at = made.index(">") + 1
    return made[:at] + HATCH.format(key=key) + made[at:].replace(f'fill="{UNSEEN}"', f'fill="url(#{key})"')


def bars_specification(picture: BarsPicture) -> dict[str, Any]:
    """The Vega-Lite specification: rows of bars over the same months, names of months under the last."""
    last = len(picture.rows) - 1
    return {
        **FRAME,
        "padding": {"left": 10, "right": 30, "top": 6, "bottom": 12},
        "spacing": 14,
        "vconcat": [_row(row, picture, named=number == last) for number, row in enumerate(picture.rows)],
    }


def _row(row: Bars, picture: BarsPicture, *, named: bool) -> dict[str, Any]:
    months = [month for month, _ in picture.months]
    values: list[dict[str, Any]] = []
    for number, month in enumerate(months):
        up, down = row.up[number], row.down[number] if row.down else None
        values.append({"month": month, "up": up, "down": None if down is None else -down, "unseen": up is None and down is None})
    steps = whole_ticks(max([v for v in row.up if v is not None], default=0), max([v for v in row.down if v is not None], default=0))
    ticks = [month for month in months if (months[-1] - month) % LABEL_EVERY == 0]
    axis = {"values": ticks, "labelExpr": lookup({str(m): name for m, name in picture.months}), "title": None, "labelAngle": 0,
            "labelOverlap": False, "labels": named, "ticks": named}  # fmt: skip
    x = {"field": "month", "type": "ordinal", "scale": {"domain": months, "paddingInner": 0.15}, "axis": axis}
    layers = [
        {
            "transform": [{"filter": "datum.unseen"}],
            "mark": {"type": "bar", "color": UNSEEN},
            "encoding": {"x": x, "y": {"value": 0}, "y2": {"value": HEIGHT}},
        },
        _bars("up", INK, x=x, ticks=steps),
    ]
    if row.down:
        layers.append(_bars("down", BELOW, x=x, ticks=steps))
    return {
        "width": WIDTH,
        "height": HEIGHT,
        # where the title stands is a matter of reading; the page's own caption says the rest
        "title": {"text": row.title, "anchor": "middle"},
        "data": {"values": values},
        "layer": layers,
    }


def whole_ticks(up: float, down: float) -> list[int]:
    """Whole numbers to name on the axis, from what lies deepest below the line to what stands highest above it; about five.

    >>> whole_ticks(2, 0), whole_ticks(68, 0), whole_ticks(9, 7)
    ([0, 1, 2], [0, 20, 40, 60], [-5, 0, 5])
    """
    span = up + down
    step = next(unit * 10**power for power in range(12) for unit in (1, 2, 5) if span / (unit * 10**power) <= 4)
    return list(range(-int(down // step) * step, int(up // step) * step + 1, step))


def _bars(name: str, colour: str, *, x: dict[str, Any], ticks: list[int]) -> dict[str, Any]:
    # what lies below the line is told by its size: a sign would make a count of it
    axis = {"title": None, "values": ticks, "labelExpr": "format(abs(datum.value), ',~g')"}
    return {
        "transform": [{"filter": f"isValid(datum.{name})"}],
        "mark": {"type": "bar", "color": colour, "stroke": "#55483a" if colour == BELOW else colour, "strokeWidth": 0.6},
        "encoding": {"x": x, "y": {"field": name, "type": "quantitative", "scale": {"zero": True}, "axis": axis}},
    }
