"""Listed phrases found among tokens, clitics allowed on the first word; longest first where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token, tokenize
from marsad.coding.entities import readings
from marsad.coding.lexicon import Entry

_WORDS_KEPT = 1 << 16  # distinct words remembered: bounds memory on hostile input
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
        self._starting: dict[tuple[str, bool], tuple[tuple[tuple[str, ...], str], ...]] = {}
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
        word = (token.key, token.script == "arabic")
        starting = self._starting.get(word)
        if starting is None:
            starting = self._begin(*word)
        for keys, sense in starting:
            if len(keys) == 1 or all(at + n < len(tokens) and tokens[at + n].key == key for n, key in enumerate(keys) if n):
                return len(keys), sense
        return None

    def _begin(self, key: str, arabic: bool) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Phrases that may begin with a word, under each way to cut it; kept, for most words begin none."""
        found: list[tuple[tuple[str, ...], str]] = []
        for cut, stem in readings(key, arabic):
            if not cut or key.startswith(_CONJUNCTIONS):  # the article makes another word of a verb
                found.extend(self._phrases.get(stem, ()))
        if len(self._starting) > _WORDS_KEPT:
            self._starting.clear()
        self._starting[key, arabic] = tuple(found)
        return self._starting[key, arabic]
