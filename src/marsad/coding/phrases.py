"""Listed phrases found among tokens, clitics allowed on the first word; longest first where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token, tokenize
from marsad.coding.entities import readings
from marsad.coding.lexicon import Entry

_CONJUNCTIONS = ("و", "ف", "ل", "ب", "ك")


class Phrase(NamedTuple):
    """A phrase found: the id of its entry, its first and last token, its span with its clitics."""

    sense: str
    first: int
    last: int
    span: Span


class PhraseIndex:
    """Phrases by their first key. One index serves any number of texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index every phrase of every entry."""
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for entry in entries:
            for _, word in entry.names():
                keys = tuple(token.key for token in tokenize(word) if token.script != "punct")
                if keys:
                    self._phrases.setdefault(keys[0], []).append((keys, entry.id))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def find(self, tokens: Sequence[Token]) -> list[Phrase]:
        """Phrases in order; a phrase inside a longer one is left out."""
        found: list[Phrase] = []
        at = 0
        while at < len(tokens):
            hit = None if tokens[at].script == "punct" else self._at(tokens, at)
            if hit is None:
                at += 1
                continue
            size, sense = hit
            found.append(Phrase(sense, at, at + size - 1, Span(tokens[at].start, tokens[at + size - 1].end)))
            at += size
        return found

    def _at(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        token = tokens[at]
        for cut, key in readings(token.key, token.script == "arabic"):
            if cut and not token.key.startswith(_CONJUNCTIONS):
                continue  # the article makes another word of a verb
            for keys, sense in self._phrases.get(key, ()):
                if all(at + n < len(tokens) and tokens[at + n].key == word for n, word in enumerate(keys) if n):
                    return len(keys), sense
        return None
