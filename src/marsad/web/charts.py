"""Charts as small SVG: fan, bars, lines, reliability, sparks. Colours and sizes come from the page's style, so dark and print follow it.

Time runs from left to right in every language; the page sets each chart in a box of that direction.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from marsad.base.findings import Fan
from marsad.web.wording import Wording

WIDTH, HEIGHT = 480, 240
LEFT, RIGHT, TOP, BOTTOM = 48, 40, 12, 30
"""Units of the picture. The margins hold labels at the size that a phone's style gives them."""

MONTHS_A_LABEL = 12


@dataclass(frozen=True, slots=True)
class Axes:
    """Where values lie in the picture: `x` counts places from 0 to `places` - 1, `y` from `low` to `high`."""

    places: int
    low: float
    high: float
    height: int = HEIGHT

    def x(self, place: float) -> float:
        """Units from the left of the middle of a place."""
        return LEFT + (place + 0.5) * (WIDTH - LEFT - RIGHT) / max(self.places, 1)

    def y(self, value: float) -> float:
        """Units from the top."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.height - BOTTOM - share * (self.height - TOP - BOTTOM)

    @property
    def step(self) -> float:
        """Width of one place."""
        return (WIDTH - LEFT - RIGHT) / max(self.places, 1)


def ticks(low: float, high: float, about: int = 4, *, least: float = 0.0) -> list[float]:
    """Round values from low to high, `least` apart at least.

    >>> ticks(0, 870), ticks(-0.4, 0.3), ticks(0, 2, least=1.0)
    ([0, 200, 400, 600, 800], [-0.4, -0.2, 0.0, 0.2], [0.0, 1.0, 2.0])
    """
    span = (high - low) or 1.0
    size = 10 ** math.floor(math.log10(span / about))
    width = max(least, next(size * k for k in (1, 2, 5, 10) if span / (size * k) <= about + 1))
    first = math.ceil(low / width - 1e-9)
    return [round(k * width, 10) for k in range(first, math.floor(high / width + 1e-9) + 1)]


def fan(found: Fan, wording: Wording) -> Markup:
    """Observed months with their gaps, then the middle, half and nine tenths of the draws; a dotted line where the forecast begins."""
    observed, ahead = found.observed, found.ahead
    if not ahead:
        return Markup("")
    most = max([deaths for _, deaths in observed if deaths is not None] + [month.percentiles[4] for month in ahead] + [1])
    axes = Axes(len(observed) + len(ahead), 0, most * 1.05)
    months = [month for month, _ in observed] + [month.month for month in ahead]
    start = len(observed)
    parts = [_values(axes, wording.words.number, least=1), _times(axes, months, start - 1, wording)]
    for name, low, high in (("ninety", 0, 4), ("half", 1, 3)):
        upper = [(axes.x(start + i), axes.y(month.percentiles[high])) for i, month in enumerate(ahead)]
        lower = [(axes.x(start + i), axes.y(month.percentiles[low])) for i, month in enumerate(ahead)]
        parts.append(f'<path class="f-{name}" d="{_path([*upper, *lower[::-1]])}Z"/>')
    edge = axes.x(start - 0.5)
    parts.append(f'<path class="f-edge" d="M{edge:.1f},{TOP}V{HEIGHT - BOTTOM}"/>')
    parts.append(f'<path class="f-line" d="{_broken(axes, [deaths for _, deaths in observed])}"/>')
    middle = [(axes.x(start + i), axes.y(month.percentiles[2])) for i, month in enumerate(ahead)]
    parts.append(f'<path class="f-line f-dash" d="{_path(middle)}"/>')
    return _svg("fan-chart", parts)


def month_bars(values: Sequence[float | None], months: Sequence[int], wording: Wording) -> Markup:
    """A bar a month; a month that is not observed is a grey stretch, and never an empty place that looks like 0."""
    axes = Axes(len(values), 0, max([value for value in values if value is not None] + [1]) * 1.05, 180)
    parts = [_values(axes, wording.words.number, least=1), _times(axes, months, len(months) - 1, wording)]
    for place, value in enumerate(values):
        left = axes.x(place) - axes.step * 0.4
        if value is None:
            parts.append(f'<rect class="b-none" x="{left:.1f}" y="{TOP}" width="{axes.step * 0.8:.1f}" height="{180 - TOP - BOTTOM}"/>')
        elif value:
            parts.append(_bar(axes, place, value))
    return _svg("bar-chart", parts, 180)


def histogram(heights: Sequence[float], wording: Wording) -> Markup:
    """PIT heights with the line at 1 that a calibrated forecast would follow."""
    axes = Axes(len(heights), 0, max([*heights, 1.5]) * 1.05, 200)
    parts = [_values(axes, lambda value: wording.words.number(value, 1))]
    parts += [_bar(axes, place, height) for place, height in enumerate(heights)]
    parts.append(f'<path class="f-line f-dash" d="M{LEFT},{axes.y(1):.1f}H{WIDTH - RIGHT}"/>')
    for place in (0, 0.5, 1):
        at = LEFT + place * (WIDTH - LEFT - RIGHT)
        parts.append(_label(at, 200 - 10, wording.bare(wording.words.number(place, 1)), "middle"))
    return _svg("bar-chart", parts, 200)


def lines(series: Sequence[Sequence[float | None]], names: Sequence[str], wording: Wording) -> Markup:
    """Two or more series over the same places, such as error by step; the first is drawn full, the others dashed."""
    known = [value for values in series for value in values if value is not None]
    low, high = min([*known, 0.0]), max([*known, 0.0])
    axes = Axes(len(names), low, high + (high - low or 1) * 0.05, 200)
    digits = 0 if high - low > 5 else 1 if high - low > 0.5 else 2
    parts = [_values(axes, lambda value: wording.words.number(value, digits))]
    for place, name in enumerate(names):
        if len(names) <= 6 or place % 2 == 0:
            parts.append(_label(axes.x(place), 200 - 10, name, "middle"))
    for number, values in enumerate(series):
        kind = "f-line" if number == 0 else "f-line f-dash f-other"
        parts.append(f'<path class="{kind}" d="{_broken(axes, values)}"/>')
        parts += [
            f'<circle class="dot{" f-other" if number else ""}" cx="{axes.x(i):.1f}" cy="{axes.y(v):.1f}" r="2.6"/>'
            for i, v in enumerate(values) if v is not None
        ]  # fmt: skip
    return _svg("line-chart", parts, 200)


def reliability(points: Sequence[Sequence[tuple[float, float, int]]], wording: Wording) -> Markup:
    """Share that came against the chance said, one line a threshold; the diagonal is what a calibrated forecast would follow."""
    side = 300
    axes = Axes(1, 0, 1, side)
    wide = side - TOP - BOTTOM

    def x(value: float) -> float:
        return LEFT + value * wide

    parts = [_values(axes, wording.words.percent, right=LEFT + wide)]
    parts += [_label(x(share), side - 10, wording.bare(wording.words.percent(share)), "middle") for share in (0, 0.5, 1)]
    parts.append(f'<path class="f-line f-dash f-other" d="M{x(0):.1f},{axes.y(0):.1f}L{x(1):.1f},{axes.y(1):.1f}"/>')
    for number, line in enumerate(points):
        at = [(x(said), axes.y(came)) for said, came, _ in line]
        parts.append(f'<path class="f-line r{number}" d="{_path(at)}"/>')
        for (left, top), (_, _, count) in zip(at, line, strict=True):
            parts.append(f'<circle class="dot r{number}" cx="{left:.1f}" cy="{top:.1f}" r="{2 + min(5, math.sqrt(count) / 4):.1f}"/>')
    return Markup(f'<svg class="chart" viewBox="0 0 {LEFT + wide + RIGHT} {side}" aria-hidden="true" focusable="false">') + Markup(
        "".join(parts)
    ) + Markup("</svg>")  # fmt: skip


def spark(values: Sequence[float | None]) -> Markup:
    """A line without axes, for a cell of a table; what it shows stands in the columns beside it."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return Markup("")
    most, wide = max(known) or 1, len(values) - 1
    kept = [(i / wide * 98 + 1, 25 - value / most * 22) if value is not None else None for i, value in enumerate(values)]
    last = next(point for point in reversed(kept) if point is not None)
    text = f'<path d="{_gaps(kept)}"/><circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="2.2"/>'
    return Markup(f'<svg class="spark" viewBox="0 0 101 28" aria-hidden="true" focusable="false">{text}</svg>')


def _svg(kind: str, parts: Sequence[str], height: int = HEIGHT) -> Markup:
    head = f'<svg class="chart {kind}" viewBox="0 0 {WIDTH} {height}" aria-hidden="true" focusable="false">'
    return Markup(head + "".join(parts) + "</svg>")


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _values(axes: Axes, say: Callable[[float], str], *, right: float = WIDTH - RIGHT, least: float = 0.0) -> str:
    """Lines across at round values, with their numbers at the left."""
    from marsad.verbs.showing import bare

    parts = []
    for value in ticks(axes.low, axes.high, least=least):
        at = axes.y(value)
        kind = "zero" if value == 0 else "grid"
        parts.append(f'<path class="{kind}" d="M{LEFT},{at:.1f}H{right:.1f}"/>{_label(LEFT - 6, at + 3.5, bare(say(value)), "end")}')
    return "".join(parts)


def _times(axes: Axes, months: Sequence[int], origin: int, wording: Wording) -> str:
    """Names of months below, a year apart, counted from the last month known."""
    parts = []
    for place, month in enumerate(months):
        if (place - origin) % MONTHS_A_LABEL == 0:
            at = axes.x(place)
            anchor = "start" if at < LEFT + 20 else "middle"
            parts.append(f'<path class="tick" d="M{at:.1f},{axes.height - BOTTOM}v4"/>')
            parts.append(_label(at, axes.height - 10, wording.words.short_month(month), anchor))
    return "".join(parts)


def _bar(axes: Axes, place: int, value: float) -> str:
    top, bottom = axes.y(value), axes.y(0)
    left, wide = axes.x(place) - axes.step * 0.4, axes.step * 0.8
    return f'<rect class="bar" x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{bottom - top:.1f}"/>'


def _broken(axes: Axes, values: Sequence[float | None]) -> str:
    return _gaps([None if value is None else (axes.x(i), axes.y(value)) for i, value in enumerate(values)])


def _gaps(points: Sequence[tuple[float, float] | None]) -> str:
    """A path that breaks where a value is missing: a line drawn across would claim one."""
    text, pen = "", "M"
    for point in points:
        if point is None:
            pen = "M"
        else:
            text += f"{pen}{point[0]:.1f},{point[1]:.1f}"
            pen = "L"
    return text


def _path(points: Sequence[tuple[float, float]]) -> str:
    return _gaps(points)
