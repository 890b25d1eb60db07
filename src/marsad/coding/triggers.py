"""Finds the senses of a sentence's words: the words of the lexicon, bent and with their clitics, each token looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from marsad.base.errors import LexiconError
from marsad.base.script import Token, cuts
from marsad.coding.lexicon import Lexicon
from marsad.coding.triggers_forms import Form, forms

WORDS = "event_words"
NUMBER = "number"
YEAR = "year"

Hits = dict[int, list[tuple[int, int]]]
"""For each sense, the stretches [first, last] of token positions that carry it."""

_Phrase = tuple[tuple[str, ...], int]
_CACHE_MOST = 200_000  # distinct words kept; about 30 MB


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one word can be: its keys under the clitics, its senses, and the phrases that it can begin."""

    keys: tuple[str, ...]
    senses: tuple[int, ...]
    phrases: tuple[_Phrase, ...]


class Vocabulary:
    """The senses of words and phrases, compiled from the lexicon's `[event_words]`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.senses: dict[str, int] = {NUMBER: 0, YEAR: 1}
        self._single: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for entry in lexicon.section(WORDS).values():
            name = entry.text("sense")
            if name is None:
                raise LexiconError(f"{entry.file}:{entry.line}: {entry.id!r} needs the field sense: the frames find it by that name")
            sense = self.senses.setdefault(name, len(self.senses))
            form = entry.text("form") or "noun"
            if form not in ("verb", "noun", "exact"):
                raise LexiconError(f"{entry.file}:{entry.line}: form of {entry.id!r} must be verb, noun or exact, not {form!r}")
            for language, word in entry.names():
                for keys in forms(word, language, cast(Form, form)):
                    self._add(keys, sense)
        self._readings: dict[str, _Reading] = {}

    def _add(self, keys: tuple[str, ...], sense: int) -> None:
        if len(keys) == 1:
            self._single[keys[0]].add(sense)
        elif (keys[1:], sense) not in self._phrases[keys[0]]:
            self._phrases[keys[0]].append((keys[1:], sense))

    def _read(self, token: Token) -> _Reading:
        reading = self._readings.get(token.key)
        if reading is None:
            reading = self._look_up(token)
            if len(self._readings) < _CACHE_MOST:
                self._readings[token.key] = reading
        return reading

    def _look_up(self, token: Token) -> _Reading:
        if token.script == "arabic":
            keys = tuple(dict.fromkeys(cut.stem for cut in cuts(token.key)))
        elif token.script == "latin" and "-" in token.key:
            keys = (token.key, token.key.rsplit("-", 1)[1])
        else:
            keys = (token.key,)
        known = next((key for key in keys if key in self._single), None)
        senses = set(self._single[known]) if known else set()
        if token.script == "number":
            senses.add(self.senses[YEAR if _is_year(token.key) else NUMBER])
        phrases = tuple(phrase for key in keys for phrase in self._phrases.get(key, ()))
        return _Reading(keys, tuple(senses), phrases)

    def find(self, tokens: Sequence[Token]) -> Hits:
        """Senses of a sentence by token position, phrases and single words alike; linear in the number of tokens."""
        readings = [self._read(token) for token in tokens]
        hits: Hits = {}
        for at, reading in enumerate(readings):
            for sense in reading.senses:
                hits.setdefault(sense, []).append((at, at))
            for rest, sense in reading.phrases:
                last = at + len(rest)
                if last < len(readings) and rest[0] in readings[at + 1].keys and _continues(rest, readings, at + 1):
                    hits.setdefault(sense, []).append((at, last))
        return hits


def _continues(rest: tuple[str, ...], readings: Sequence[_Reading], at: int) -> bool:
    return all(key in readings[at + i].keys for i, key in enumerate(rest))


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and key[:2] in ("19", "20")
