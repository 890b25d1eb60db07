"""Pictures that need no page around them: SVG with its own look, and PNG; and their legends."""

from __future__ import annotations

from functools import cache

from marsad.base.places import static_file
from marsad.briefs.charts import fan_svg
from marsad.briefs.content import FanPicture, MapPicture
from marsad.briefs.mapping import SHADES, map_svg

FONT = "fonts/NotoNaskhArabic-Regular.ttf"

PNG_SCALE = 2.0
"""Pixels per unit of the picture: sharp in print at the width of a page."""

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
text{font-family:"Noto Naskh Arabic","Libertinus Serif",sans-serif;font-size:17px;text-anchor:middle;
  paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
.off{fill:#1d2329;stroke:#ffffff}
.on{fill:#ffffff;stroke:#3a0a18}
"""
"""The map's look on paper; a drawer of still pictures knows no variables of a page's style."""


def picture_svg(picture: FanPicture | MapPicture) -> str:
    """The picture as SVG that needs no page around it."""
    if isinstance(picture, FanPicture):
        return fan_svg(picture)
    drawn = map_svg(picture)
    at = drawn.index(">") + 1
    return f"{drawn[:at]}<style>{PRINTED}</style>{drawn[at:]}"


def picture_png(picture: FanPicture | MapPicture) -> bytes:
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


def legend(picture: FanPicture | MapPicture) -> list[dict[str, str]]:
    """Entries of the legend: label, sign (fill, hatched, dashed, line, dash) and shade."""
    if isinstance(picture, MapPicture):
        classes = [{"label": entry.label, "sign": "fill", "shade": SHADES[entry.rank]} for entry in picture.legend]
        rest = [(picture.not_observed, "hatched"), (picture.disputed, "dashed")]
        return [*classes, *({"label": label, "sign": sign, "shade": ""} for label, sign in rest)]
    labels = picture.labels
    lines = [{"label": labels.observed, "sign": "line", "shade": ""}, {"label": labels.median, "sign": "dash", "shade": ""}]
    bands = [
        {"label": labels.half, "sign": "fill", "shade": "#84b4d6"},
        {"label": labels.ninety, "sign": "fill", "shade": "#c6dced"},
    ]
    return [*lines, *bands]
