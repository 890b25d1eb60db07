"""Listed phrases found among tokens, clitics allowed on the first word; longest first where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token, tokenize
from marsad.coding.lexicon_entries import Entry
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


_KEPT = 512  # sentences remembered: the readers of a document ask about each of them in turn
_KEPT_TOKENS = 130_000  # tokens of them all, seven times what so many sentences of prose hold: hostile ones hold thousands each


class _Asked(NamedTuple):
    """A sentence with the words that open a phrase, by the number of the index, and the phrases found so far."""

    tokens: Sequence[Token]
    opening: dict[int, list[tuple[int, _Start]]]
    found: dict[int, Sequence[Phrase]]


class Shelf:
    """Indexes that are asked about the same sentences: one look at a word tells which of them it may open, for most words none."""

    def __init__(self) -> None:
        """An empty shelf; an index puts itself on it."""
        self._indexes: list[PhraseIndex] = []
        self._first: set[str] = set()
        self._opened = ByWord(self._open)
        self._asked: dict[int, _Asked] = {}
        self._tokens = 0  # of the sentences remembered

    def put(self, index: PhraseIndex) -> int:
        """The number of an index; what was known of words and sentences is forgotten."""
        self._indexes.append(index)
        self._first.update(index.first_words())
        self._opened.clear()
        self._forget()
        return len(self._indexes) - 1

    def _open(self, key: str) -> tuple[tuple[int, _Start], ...]:
        if not any(stem in self._first for _, stem in readings(key, is_arabic(key))):
            return ()
        starts = ((number, index.begin(key)) for number, index in enumerate(self._indexes))
        return tuple((number, start) for number, start in starts if start is not None)

    def asked(self, tokens: Sequence[Token]) -> _Asked:
        """What is known of a sentence. A tuple is known again: it cannot change behind our back."""
        known = self._asked.get(id(tokens))
        if known is not None and known.tokens is tokens:  # else another sentence stood at that address before
            return known
        opening: dict[int, list[tuple[int, _Start]]] = {}
        for at, opens in enumerate(map(self._opened.__getitem__, [token.key for token in tokens])):
            if opens and tokens[at].script != "punct":
                for number, start in opens:
                    opening.setdefault(number, []).append((at, start))
        asked = _Asked(tokens, opening, {})
        if isinstance(tokens, tuple):
            if len(self._asked) >= _KEPT or self._tokens + len(tokens) > _KEPT_TOKENS:
                self._forget()
            self._asked[id(tokens)] = asked
            self._tokens += len(tokens)
        return asked

    def _forget(self) -> None:
        self._asked.clear()
        self._tokens = 0


def _keys(word: str) -> tuple[str, ...]:
    """The keys of a phrase; one that ends in an apostrophe ("ont convenu d'") waits for a word that begins with a vowel."""
    elided = word.endswith(("'", "’"))
    keys = tuple(token.key for token in tokenize(f"{word}a" if elided else word) if token.script != "punct")
    return keys[:-1] if elided else keys


class PhraseIndex:
    """Phrases by their first key. One index serves any number of texts."""

    def __init__(self, entries: Iterable[Entry], shelf: Shelf | None = None) -> None:
        """Index every phrase of every entry; `shelf` holds the other indexes that are asked about the same sentences."""
        self._phrases: dict[str, list[_Listed]] = {}
        for entry in entries:
            for _, word in entry.names():
                keys = _keys(word)
                if keys:
                    self._phrases.setdefault(keys[0], []).append(_Listed(keys, entry.id))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.keys))
        self._shelf = shelf or Shelf()
        self._number = self._shelf.put(self)

    def find(self, tokens: Sequence[Token]) -> Sequence[Phrase]:
        """Phrases in order; a phrase inside a longer one is left out."""
        asked = self._shelf.asked(tokens)
        opening = asked.opening.get(self._number)
        if opening is None:
            return ()
        known = asked.found.get(self._number)
        if known is None:
            known = asked.found[self._number] = _found(opening, tokens)
        return known

    def first_words(self) -> Iterable[str]:
        """The keys that phrases begin with."""
        return self._phrases.keys()

    def begin(self, key: str) -> _Start | None:
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


def _found(opening: Sequence[tuple[int, _Start]], tokens: Sequence[Token]) -> Sequence[Phrase]:
    found: list[Phrase] = []
    past = 0
    for at, start in opening:
        hit = _hit(start, tokens, at) if at >= past else None
        if hit is not None:
            past = at + len(hit.keys)
            found.append(Phrase(hit.sense, at, past - 1, Span(tokens[at].start, tokens[past - 1].end)))
    return found


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
