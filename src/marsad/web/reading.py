"""A text cut along the records read out of it, so that a page can mark each stretch and lead to its record."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

KINDS = ("engagement", "event", "statement")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, the kinds of record that cover it, and the numbers of the records that begin with it."""

    text: str
    kinds: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()
    trigger: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph with its role and its parts."""

    role: str
    parts: tuple[Part, ...]


def cut_text(text: str, paragraphs: Sequence[dict[str, Any]], records: Sequence[dict[str, Any]]) -> tuple[Cut, ...]:
    """The paragraphs of a text, each cut where a record or a trigger begins or ends.

    Args:
        text: the raw text that all spans count in.
        paragraphs: `span` and `role` of each.
        records: numbered from 1 in this order; those without a span are left out of the text.
    """
    found = []
    for paragraph in paragraphs:
        start, end = paragraph["span"]
        if paragraph["role"] == "boilerplate":
            found.append(Cut("boilerplate", (Part(text[start:end]),)))
        else:
            found.append(Cut(paragraph["role"], _parts(text, (start, end), records)))
    return tuple(found)


def _parts(text: str, span: tuple[int, int], records: Sequence[dict[str, Any]]) -> tuple[Part, ...]:
    start, end = span
    spans = [(n, r["kind"], *r["span"]) for n, r in enumerate(records, 1) if r.get("span") and r["span"][0] < end and start < r["span"][1]]
    triggers = [tuple(r["trigger_span"]) for r in records if r.get("trigger_span")]
    edges = {start, end}
    for at in (edge for _, _, *both in spans for edge in both):
        edges.add(min(max(at, start), end))
    for at in (edge for both in triggers for edge in both):
        if start < at < end:
            edges.add(at)
    marks = sorted(edges)
    parts = []
    for low, high in itertools.pairwise(marks):
        over = [(n, kind, first) for n, kind, first, last in spans if first <= low and high <= last]
        kinds = tuple(kind for kind in KINDS if any(k == kind for _, k, _ in over))
        begins = tuple(n for n, _, first in over if first == low)
        parts.append(Part(text[low:high], kinds, begins, any(a <= low and high <= b for a, b in triggers)))
    return tuple(parts)
