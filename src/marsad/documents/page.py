"""An HTML page: its main text without the page around it, its title, publisher, date and address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.base.errors import DocumentError
from marsad.base.records import RawText

# dates are read from the page's metadata only; the upper bound is fixed, since the library's own is the day of the run
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, once scripts, styles, menus and comments are taken away."""

    text: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None


def read_page(raw: RawText) -> Page:
    """The main text of a page: its title, then its paragraphs, parted by blank lines.

    Raises:
        DocumentError: the page holds no main text.
    """
    found = _extract(raw)
    body = [part for part in _BREAKS.split((found.text or "").strip()) if part] if found is not None else []
    if not body:
        raise DocumentError(f"{raw.path}: no main text was found in this page: save the article's text as .txt and read that")
    title = _BREAKS.sub(" ", found.title).strip() if found.title else None
    if title and body[0] != title:
        body.insert(0, title)
    return Page("\n\n".join(body), title, found.sitename or None, _date(found.date), raw.url or found.url or None)


def _extract(raw: RawText) -> Any:
    import logging

    from trafilatura import bare_extraction

    # the library reports an unreadable page on its own logger; ours is the error that follows
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return bare_extraction(
        raw.text,
        url=raw.url,
        include_comments=False,
        include_tables=True,
        include_links=False,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
    )


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
