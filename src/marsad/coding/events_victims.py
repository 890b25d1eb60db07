"""People counted without a number: one by a singular noun ("a herder", "his wife"), two by an Arabic dual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.base.records import Span
from marsad.base.script import Token
from marsad.coding.numbers import Number
from marsad.coding.triggers import Hits, Vocabulary

_ARTICLES = frozenset([
    "a", "an", "one", "un", "une", "the", "le", "la", "l'", "his", "her", "their", "its", "son", "sa", "leur",
])  # fmt: skip
_ARTICLE_REACH = 3  # words between an article and its noun, less one: "a local market trader"
_BEHIND = frozenset([
    "was", "were", "is", "has", "had", "have", "been", "being", "in", "at", "on", "near", "and", "from", "by", "who", "whose",
    "during", "after", "when", "while", "dead", "of", "for", "with", "inside", "outside", "before", "or", "to", "named",
    "called", "working", "aged", "as", "along", "a", "ont", "est", "ete", "et", "dans", "en", "au", "aux", "sur", "pres", "par",
    "pour", "qui", "dont", "lors", "apres", "avant", "quand", "de", "du", "des", "d'", "l'", "la", "le", "les", "ainsi", "avec",
    "chez", "ou", "age", "agee", "abord", "hier", "nomme", "sont", "avait", "yesterday", "today", "early", "late", "overnight",
    "between", "under", "over", "outright",
])  # fmt: skip
"""Words that may stand behind a noun for a person; another noun there makes it an adjective (a rebel attack)."""
_NO_ADJECTIVE = frozenset([
    "of", "in", "at", "the", "was", "and", "by", "from", "de", "du", "des", "d'", "la", "le", "l'", "les", "par", "et",
])  # fmt: skip


def told_by_noun(tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> list[tuple[Number, int]]:
    """(how many, position of the noun) for each noun that counts its people by its own form, in order.

    A noun behind a number is counted by it; the caller leaves such nouns out.
    """
    found: dict[int, tuple[Number, int]] = {}
    for sense, count in (("one_person", 1), ("single", 1), ("two_people", 2), ("pair", 2)):
        for first, last in hits.get(vocabulary.senses.get(sense, -1), ()):
            start = _opens(tokens, first, last, exact=sense in ("one_person", "two_people"))
            if start is not None:
                span = Span(tokens[start].start, tokens[last].end)
                found[last] = (Number(span, count, False, "".join(token.text for token in tokens[start : last + 1])), last)
    return [found[at] for at in sorted(found)]


def _opens(tokens: Sequence[Token], first: int, last: int, *, exact: bool) -> int | None:
    """Where the phrase of a noun for one or two begins, its article included; None where it counts nobody."""
    if tokens[first].script == "arabic":
        return None if first and tokens[first - 1].key == "اي" else first  # "no soldier"
    if exact and first < last:
        return first
    if not _ends(tokens, last + 1):
        return None
    return next((at for at in _back(tokens, first) if tokens[at].key in _ARTICLES and tokens[at].text.casefold() != "à"), None)


def _back(tokens: Sequence[Token], first: int) -> Iterator[int]:
    for at in range(first - 1, max(-1, first - 1 - _ARTICLE_REACH), -1):
        yield at
        if tokens[at].key in _NO_ADJECTIVE or tokens[at].script != "latin":
            return


def _ends(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.key in ("'s", "’s", "-"):
        return False
    harmed = token.key.endswith(("ed", "ing")) or token.text.casefold().endswith(("é", "ée"))
    return token.script == "punct" or token.key in _BEHIND or harmed or token.text[:1].isupper()
