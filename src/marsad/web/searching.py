"""Search over texts and records in three languages: words folded, Arabic with and without marks, hamza, article and clitics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from marsad.base import places
from marsad.base.records import Span
from marsad.base.script import cuts, normalise, search_key
from marsad.store import Where
from marsad.verbs.publishing import searched
from marsad.web import records, views
from marsad.web.asked import Asked
from marsad.web.shelf import Snapshot

ROWS = 20
WORDS_MOST = 12
"""Words of a question that are looked for; more make no question and cost time."""

TABLES = ("documents", "events", "engagements", "statements")


def search(snapshot: Snapshot, asked: Asked) -> dict[str, Any]:
    """Texts, events, engagements and statements that hold every word of the question, and places and groups of that name.

    A Latin word is found from its beginning. An Arabic word is found under its conjunctions, prepositions and article, as a whole
    where anything holds it so, else from its beginning.
    """
    words = list(dict.fromkeys(stem_of(word) for word in re.findall(r"\w+", search_key(asked.q))))[:WORDS_MOST]
    found: dict[str, Any] = {"question": asked.q, "words": words, "places": [], "groups": []}
    if not words:
        return views.base(snapshot) | found | {name: [] for name in TABLES} | {"linked": {}, "in_all": {}}
    # keys hold a blank around every word: Mali is not in Somalia, nor in the Arabic words for workers and for finance
    whole = [Where("key", "contains", f" {word}" if word.isascii() else f" {word} ") for word in words]
    begun = [Where("key", "contains", f" {word}") for word in words]
    counts = _counts(snapshot, whole)
    conditions = whole if any(counts.values()) else begun
    return views.base(snapshot) | found | _hits(snapshot, conditions, words) | {
        "places": _places(asked.q, words), "groups": _groups(snapshot, words),
        "in_all": counts if conditions is whole else _counts(snapshot, begun),
    }  # fmt: skip


def stem_of(word: str) -> str:
    """An Arabic word without what is written onto its front (and, in, like, for, the); any other word as it is.

    >>> stem_of("والرباط"), stem_of("للساحل"), stem_of("وزير"), stem_of("rabat")
    ('رباط', 'ساحل', 'وزير', 'rabat')
    """
    found = cuts(word)
    with_article = [cut.stem for cut in found if cut.article]
    return with_article[0] if with_article else word


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


def _places(question: str, words: Sequence[str]) -> list[str]:
    """Countries whose name in any of the three languages begins with the question, with or without its article, or is its code; those
    whose name it is come first."""
    key = " ".join(search_key(question).split())
    asked = {key, " ".join(words)}
    found = []
    for code, known in places.countries().items():
        names = [search_key(known.name(language)) for language in ("ar", "fr", "en")]
        names += [name.removeprefix("ال") for name in names]
        if key.upper() == code or any(name.startswith(one) for name in names for one in asked if len(one) > 2):
            found.append((key.upper() != code and not asked & set(names), code))
    return [code for _, code in sorted(found)[:10]]


def _groups(snapshot: Snapshot, words: Sequence[str]) -> list[str]:
    """Armed groups with a name, in any language, that holds every word; or whose key is the question."""
    found = []
    for key, spelled in snapshot.group_names.items():
        names = [searched(name) for written in spelled.values() for name in written]
        if list(words) == [key] or any(all(f" {word}" in name for word in words) for name in names):
            found.append(key)
    return sorted(found)[:10]


def excerpt(text: str, words: Sequence[str], *, around: int = 90) -> list[dict[str, Any]]:
    """The stretch of a text around the first word found, whole words alone, cut into parts that are marked as found or not."""
    normal = normalise(text)
    found = next(_begins(normal.text, words, exact=True), None) or next(_begins(normal.text, words, exact=False), None)
    hit = found and (found[0], found[0] + len(found[1]))
    span = normal.raw_span(*hit) if hit else Span(0, 0)
    start = max(span.start - around, text.rfind("\n", 0, span.start) + 1, 0)
    if start and text[start - 1] not in " \n":
        start = text.find(" ", start, span.start) + 1 or span.start
    end = min(len(text), span.end + (around if hit else 2 * around))
    if end < len(text) and not text[end].isspace():
        end = max(text.rfind(" ", span.end, end), span.end)
    more = " …" if end < len(text) else ""
    parts = [(text[start : span.start], False), (text[span.start : span.end], True), (text[span.end : end] + more, False)]
    return [{"text": part, "found": found} for part, found in parts if part]


def _begins(key: str, words: Sequence[str], *, exact: bool) -> Iterator[tuple[int, str]]:
    """Where words begin in a folded text, or in a word of it under its clitics, with the word that does; in the order of the text.

    Args:
        key: folded text.
        words: folded.
        exact: take an Arabic word only where it is the whole.
    """
    for token in re.finditer(r"\w+", key):
        for form in (cut.stem for cut in cuts(token[0])):
            word = next((word for word in words if form == word or (form.startswith(word) and (word.isascii() or not exact))), None)
            if word and token[0].endswith(form):
                yield token.end() - len(form), word
                break
