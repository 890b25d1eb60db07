"""Listed phrases found among tokens, clitics allowed on the first word; longest first where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token, tokenize
from marsad.coding.lexicon import Entry
from marsad.coding.words import ByWord, is_arabic, readings

_CONJUNCTIONS = ("و", "ف", "ل", "ب", "ك")


class Phrase(NamedTuple):
    """A phrase found: the id of its entry, its first and last token, its span with its clitics."""

    sense: str
    first: int
    last: int
    span: Span


class _Listed(NamedTuple):
    """A listed phrase: its keys, first one included, and the id of its entry."""

    keys: tuple[str, ...]
    sense: str


class _Start(NamedTuple):
    """What a word may begin: `alone` where no longer phrase comes first, `onward` by the word that follows it."""

    alone: tuple[_Listed, ...]
    onward: Mapping[str, tuple[_Listed, ...]]


class PhraseIndex:
    """Phrases by their first key. One index serves any number of texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index every phrase of every entry."""
        self._phrases: dict[str, list[_Listed]] = {}
        for entry in entries:
            for _, word in entry.names():
                keys = tuple(token.key for token in tokenize(word) if token.script != "punct")
                if keys:
                    self._phrases.setdefault(keys[0], []).append(_Listed(keys, entry.id))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.keys))
        self._starting = ByWord(self._begin)
        self._last: tuple[Sequence[Token], Sequence[Phrase]] = (), ()

    def find(self, tokens: Sequence[Token]) -> Sequence[Phrase]:
        """Phrases in order; a phrase inside a longer one is left out. The sentence asked about last is remembered."""
        last, known = self._last
        if tokens is not last:
            known = self._find(tokens)
            if isinstance(tokens, tuple):  # a list may change behind our back
                self._last = tokens, known
        return known

    def _find(self, tokens: Sequence[Token]) -> Sequence[Phrase]:
        starts = list(map(self._starting.__getitem__, [token.key for token in tokens]))
        if not any(starts):
            return ()
        found: list[Phrase] = []
        past = 0
        for at, start in enumerate(starts):
            if start is None or at < past or tokens[at].script == "punct":
                continue
            hit = _hit(start, tokens, at)
            if hit is not None:
                past = at + len(hit.keys)
                found.append(Phrase(hit.sense, at, past - 1, Span(tokens[at].start, tokens[past - 1].end)))
        return found

    def _begin(self, key: str) -> _Start | None:
        """Phrases that may begin with a word, under each way to cut it; None for most words."""
        listed: list[_Listed] = []
        for cut, stem in readings(key, is_arabic(key)):
            if not cut or key.startswith(_CONJUNCTIONS):  # the article makes another word of a verb
                listed.extend(self._phrases.get(stem, ()))
        if not listed:
            return None
        seconds = {phrase.keys[1] for phrase in listed if len(phrase.keys) > 1}
        onward = {second: tuple(one for one in listed if len(one.keys) == 1 or one.keys[1] == second) for second in seconds}
        return _Start(tuple(one for one in listed if len(one.keys) == 1), onward)


def _hit(start: _Start, tokens: Sequence[Token], at: int) -> _Listed | None:
    """The first of the listed phrases that stands at `at`: the shortest cut before the longest phrase."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    for one in start.onward.get(following, start.alone):
        if len(one.keys) <= 2 or _stands(one.keys, tokens, at):
            return one
    return None


def _stands(keys: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    """Whether the third and later words of a phrase stand where it needs them."""
    return at + len(keys) <= len(tokens) and all(tokens[at + n].key == keys[n] for n in range(2, len(keys)))
