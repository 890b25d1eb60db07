"""Pictures that need no page around them: SVG with its own look, and PNG; and their legends."""

from __future__ import annotations

from functools import cache

from marsad.base.places import static_file
from marsad.briefs.charts import INK, fan_svg
from marsad.briefs.charts_bars import BELOW, bars_svg
from marsad.briefs.charts_calendar import SHAPES, calendar_svg
from marsad.briefs.charts_reliability import reliability_svg
from marsad.briefs.content import BarsPicture, CalendarPicture, FanPicture, MapPicture, Picture, ReliabilityPicture
from marsad.briefs.mapping import SHADES, map_svg

FONT = "fonts/NotoNaskhArabic-Regular.ttf"

PNG_SCALE = 2.0
"""Pixels per unit of the picture: sharp in print at the width of a page."""

# Noto Naskh draws some letters as a base and dots apart, and in a picture Typst then finds no letter for the dots: PDF/UA refuses such text
PRINTED = """
.sea{fill:#eef3f6}
.c,.d{stroke:#7d7d7d;stroke-width:.8px}
.u{fill:none;stroke:#fbfaf6;stroke-width:1.8px}
.d{stroke-dasharray:3,2.5}
.out,.seen{fill:#fbfaf6}
.seen{stroke-width:1.6px}
.hb{fill:#e3e3e3}
.hl{stroke:#8a8a8a;stroke-width:1.4px}
.cell{stroke:#ffffff;stroke-width:.3px}
text{font-family:"Amiri","Libertinus Serif",sans-serif;font-size:17px;text-anchor:middle;
  paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
.off{fill:#1d2329;stroke:#ffffff}
.on{fill:#ffffff;stroke:#3a0a18}
"""
"""The map's look on paper; a drawer of still pictures knows no variables of a page's style."""


def drawn_svg(picture: Picture) -> str:
    """The picture as one `<svg>` element; a map takes its look from the page around it."""
    match picture:
        case FanPicture():
            return fan_svg(picture)
        case MapPicture():
            return map_svg(picture)
        case BarsPicture():
            return bars_svg(picture)
        case CalendarPicture():
            return calendar_svg(picture)
        case ReliabilityPicture():
            return reliability_svg(picture)


def picture_svg(picture: Picture) -> str:
    """The picture as SVG that needs no page around it."""
    drawn = drawn_svg(picture)
    if not isinstance(picture, MapPicture):
        return drawn
    at = drawn.index(">") + 1
    return f"{drawn[:at]}<style>{PRINTED}</style>{drawn[at:]}"


def picture_png(picture: Picture) -> bytes:
    """The picture as PNG, on white."""
    import vl_convert

    _register_fonts()
    drawn = picture_svg(picture)
    at = drawn.index(">") + 1
    # half-clear bands over nothing turn grey in some word processors
    drawn = f'{drawn[:at]}<rect width="100%" height="100%" fill="#ffffff"/>{drawn[at:]}'
    made: bytes = vl_convert.svg_to_png(drawn, scale=PNG_SCALE)
    return made


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(static_file(FONT).parent))


def legend(picture: Picture) -> list[dict[str, str]]:
    """Entries of the legend: label, sign (fill, hatched, dashed, line, dash, or the shape of a mark) and shade."""
    match picture:
        case MapPicture():
            classes = [_entry(entry.label, "fill", SHADES[entry.rank]) for entry in picture.legend]
            return [*classes, _entry(picture.not_observed, "hatched"), _entry(picture.disputed, "dashed")]
        case FanPicture():
            labels = picture.labels
            bands = [_entry(labels.half, "fill", "#84b4d6"), _entry(labels.ninety, "fill", "#c6dced")]
            return [_entry(labels.observed, "line"), _entry(labels.median, "dash"), *bands]
        case BarsPicture():
            told = [_entry(label, "fill", shade) for label, shade in zip(picture.labels, (INK, BELOW), strict=False)]
            unseen = any(value is None for row in picture.rows for value in row.up)
            return [*told, *([_entry(picture.not_observed, "hatched")] if unseen else [])]
        case CalendarPicture():
            marks = [_entry(word, SHAPES[form]) for form, word in picture.forms]
            return [*marks, *([_entry(picture.follows, "dash")] if any(mark.follows for mark in picture.marks) else [])]
        case ReliabilityPicture():
            return [_entry(picture.point, "circle"), _entry(picture.perfect, "dash")]


def _entry(label: str, sign: str, shade: str = "") -> dict[str, str]:
    return {"label": label, "sign": sign, "shade": shade}
