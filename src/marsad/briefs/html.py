"""One brief as one self-contained HTML page: no outside request, no script, right to left where its language is."""

from __future__ import annotations

import base64
from functools import cache
from importlib import resources
from typing import Any

from marsad.base.errors import BriefError
from marsad.base.places import static_file
from marsad.briefs.content import Brief, MapPicture, Picture
from marsad.briefs.corrections import rests_on
from marsad.briefs.pictures import drawn_svg, legend
from marsad.briefs.words import bare
from marsad.briefs.words import direction as direction_of

SIZE_MOST = 1_000_000
"""Bytes: a brief goes out by e-mail and is opened on slow lines."""

FONT = "fonts/NotoNaskhArabic-Regular.ttf"


def render_html(brief: Brief) -> str:
    """The page.

    Raises:
        BriefError: it grew beyond what can be mailed.
    """
    page = template("brief.html.j2").render(
        brief=brief,
        style=page_style(brief.direction),
        numbers=brief.numbers_of,
        link=dict(brief.links).get,
        direction=direction_of,
        plain=bare,
        records=" ".join(rests_on(brief)),
        svg=_svg,
        kind_of=lambda block: type(block).__name__,
        legend_of=legend,
        is_map=lambda picture: isinstance(picture, MapPicture),
    )
    size = len(page.encode("utf-8"))
    if size > SIZE_MOST:
        raise BriefError(f"the page takes {size:,} bytes, more than {SIZE_MOST:,}: ask for a smaller region or fewer texts")
    return str(page)


@cache
def template(name: str) -> Any:
    """A page's template."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("marsad.briefs"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)


def page_style(direction: str) -> Any:
    """The style that all pages share, with the Arabic font inside where the page reads right to left."""
    from markupsafe import Markup

    css = resources.files("marsad.briefs").joinpath("templates", "brief.css").read_text("utf-8")
    if direction == "rtl":
        # a machine without an Arabic font would show boxes; Latin pages quote Arabic too, but rest on the system's font
        data = base64.b64encode(static_file(FONT).read_bytes()).decode("ascii")
        css = f'@font-face{{font-family:"Marsad Naskh";src:url(data:font/ttf;base64,{data}) format("truetype")}}\n{css}'
    return Markup(css)


def _svg(picture: Picture) -> Any:
    from markupsafe import Markup

    # every drawer escapes what it is given
    return Markup(drawn_svg(picture))
