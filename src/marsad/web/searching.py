"""Search over texts and records in three languages: words folded, Arabic with and without marks, hamza, article and clitics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from marsad.base import places
from marsad.base.script import cuts, normalise, search_key
from marsad.store import Where
from marsad.web import records, views
from marsad.web.asked import Asked
from marsad.web.shelf import Snapshot

ROWS = 20
WORDS_MOST = 12
"""Words of a question that are looked for; more make no question and cost time."""

TABLES = ("documents", "events", "engagements", "statements")


def search(snapshot: Snapshot, asked: Asked) -> dict[str, Any]:
    """Texts, events, engagements and statements that hold every word of the question, and places and groups of that name.

    Words are looked for as they are first; where nothing holds them all, without the Arabic clitics in front of them.
    """
    words = list(dict.fromkeys(re.findall(r"\w+", search_key(asked.q))))[:WORDS_MOST]
    found: dict[str, Any] = {"question": asked.q, "words": words, "places": [], "groups": []}
    if not words:
        return views.base(snapshot) | found | {name: [] for name in TABLES} | {"linked": {}, "in_all": {}}
    bare = [stem_of(word) for word in words]
    conditions = [_holds(word) for word in words]
    counts = _counts(snapshot, conditions)
    if not any(counts.values()) and bare != words:
        words, conditions = bare, [_holds(word) for word in bare]
        counts = _counts(snapshot, conditions)
    return views.base(snapshot) | found | _hits(snapshot, conditions, words) | {
        "words": words, "places": _places(asked.q, bare), "groups": _groups(snapshot, bare), "in_all": counts,
    }  # fmt: skip


def stem_of(word: str) -> str:
    """An Arabic word without what is written onto its front (and, in, like, for, the); any other word as it is.

    >>> stem_of("والرباط"), stem_of("للساحل"), stem_of("وزير"), stem_of("rabat")
    ('رباط', 'ساحل', 'وزير', 'rabat')
    """
    found = cuts(word)
    with_article = [cut.stem for cut in found if cut.article]
    return with_article[0] if with_article else word


def _holds(word: str) -> Where:
    """Keys begin with a blank and hold one between words: a Latin word is found from its beginning, so that Mali is not in Somalia.

    Arabic words are found anywhere, since conjunctions, prepositions and the article are written onto them.
    """
    return Where("key", "contains", f" {word}" if word.isascii() else word)


def _counts(snapshot: Snapshot, conditions: Sequence[Where]) -> dict[str, int]:
    return {table: snapshot.rows.count(table, conditions) for table in TABLES}


def _hits(snapshot: Snapshot, conditions: Sequence[Where], words: Sequence[str]) -> dict[str, Any]:
    rows = snapshot.rows
    texts = rows.rows("documents", conditions, order=["-published", "id"], limit=ROWS).to_pylist()
    statements = rows.rows("statements", conditions, order=["id"], limit=ROWS).to_pylist()
    return {
        "documents": [records.document(r) | {"excerpt": excerpt(r["text"], words)} for r in texts],
        "events": [records.event(r) for r in records.latest(snapshot, "events", conditions, limit=ROWS)],
        **views.met(snapshot, conditions, limit=ROWS),
        "statements": [records.statement(r) for r in statements],
    }


def _places(question: str, bare: Sequence[str]) -> list[str]:
    """Countries whose name in any of the three languages begins with the question, with or without its article, or is its code."""
    key = " ".join(search_key(question).split())
    asked = {key, " ".join(bare)}
    found = []
    for code, known in places.countries().items():
        names = [search_key(known.name(language)) for language in ("ar", "fr", "en")]
        names += [name.removeprefix("ال") for name in names]
        if key.upper() == code or any(name.startswith(one) for name in names for one in asked if len(one) > 2):
            found.append(code)
    return sorted(found)[:10]


def _groups(snapshot: Snapshot, bare: Sequence[str]) -> list[str]:
    """Armed groups with a name, in any language, that holds every word; or whose key is the question."""
    found = []
    for key, spelled in snapshot.group_names.items():
        names = [" " + search_key(name) for written in spelled.values() for name in written]
        if bare == [key] or any(all((f" {w}" if w.isascii() else w) in name for w in bare) for name in names):
            found.append(key)
    return sorted(found)[:10]


def excerpt(text: str, words: Sequence[str], *, around: int = 90) -> list[dict[str, Any]]:
    """The stretch of a text around the first word found, cut into parts that are marked as found or not."""
    normal = normalise(text)
    at = min((place for word in words if (place := normal.text.find(word)) >= 0), default=-1)
    if at < 0:
        return [{"text": text[: 2 * around], "found": False}]
    hit = next(word for word in words if normal.text.startswith(word, at))
    span = normal.raw_span(at, at + len(hit))
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    start = max(start, text.rfind("\n", 0, span.start) + 1)
    start = text.find(" ", start, span.start) + 1 or start if start and text[start - 1] != "\n" else start
    parts = [(text[start : span.start], False), (text[span.start : span.end], True), (text[span.end : end], False)]
    return [{"text": part, "found": found} for part, found in parts if part]
