"""The lines above a title that state publisher, date and address, and the line that marks a sample text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from marsad.base.records import Span
from marsad.documents.wording import fold, wording

LINES_MOST = 8
"""Lines looked at: a head is at the top or it is no head."""

LINE_MOST = 300
"""Code points: a longer line is prose."""

_LINE = re.compile(r"[^\r\n]+")
_PAIR = re.compile(r"\s*([^:：\d]{2,30}?)\s*[:：]\s*(\S.*?)\s*")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; `end` is the offset where the text proper begins, `spans` are the lines of the head."""

    spans: tuple[Span, ...] = ()
    end: int = 0
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


def read_head(text: str) -> Head:
    """The head of a text, empty where it has none.

    >>> read_head("Publisher: Example Wire\\nDate: 2026-05-12\\n\\nA title").published
    datetime.date(2026, 5, 12)
    """
    spans: list[Span] = []
    said: dict[str, str] = {}
    for number, line in enumerate(_LINE.finditer(text)):
        if not line[0].strip():
            continue
        key, value = _read_line(line[0])
        if number >= LINES_MOST or key is None or key in said:
            break
        said[key] = value
        lead = len(line[0]) - len(line[0].lstrip())
        spans.append(Span(line.start() + lead, line.start() + len(line[0].rstrip())))
    if not spans:
        return Head()
    return Head(tuple(spans), spans[-1].end, said.get("publisher"), _date(said.get("published", "")), said.get("url"))


def _read_line(line: str) -> tuple[str | None, str]:
    if len(line) > LINE_MOST:
        return None, ""
    words = wording()
    if fold(line).startswith(words.sample):
        return "sample", line
    pair = _PAIR.fullmatch(line)
    if pair is None:
        return None, ""
    name, value = fold(pair[1]), pair[2]
    for key, names in words.head.items():
        # "Date : l'attaque ..." is a sentence: a date line holds an ISO date and nothing else
        if name in names and _fits(key, value):
            return key, value
    return None, ""


def _fits(key: str, value: str) -> bool:
    if key == "published":
        return _date(value) is not None
    if key == "url":
        return value.startswith(("http://", "https://"))
    return len(value) <= 80


def _date(value: str) -> date | None:
    found = _ISO.fullmatch(value.translate(_DIGITS).strip())
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
