"""Finds the senses of a sentence's words: the words of the lexicon, bent and with their clitics, each token looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast, get_args

from marsad.base.errors import LexiconError
from marsad.base.script import Token, cuts
from marsad.coding.lexicon import Lexicon
from marsad.coding.triggers_forms import Form, forms
from marsad.coding.words import ByWord, is_arabic

WORDS = "event_words"
FUTURE = ("سي", "ست", "سن")
"""How an Arabic verb of a coming act begins."""
_FUTURE_LEAST = 4  # letters of the shortest such word, less one
NUMBER = "number"
YEAR = "year"

Hits = dict[int, list[tuple[int, int]]]
"""For each sense, the stretches [first, last] of token positions that carry it."""

_Phrase = tuple[int, tuple[str, ...], int]
"""Place in the list of phrases that begin with the same word, the words that follow, the sense."""


_NONE: Mapping[str, Sequence[_Phrase]] = {}


class _Word(NamedTuple):
    """What one word can be: its senses, and the phrases that it can begin, by their second word."""

    senses: tuple[int, ...]
    phrases: Mapping[str, Sequence[_Phrase]]


class Vocabulary:
    """The senses of words and phrases, compiled from the lexicon's `[event_words]`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.senses: dict[str, int] = {NUMBER: 0, YEAR: 1}
        self._single: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for entry in lexicon.section(WORDS).values():
            name = entry.text("sense")
            if name is None:
                raise LexiconError(f"{entry.file}:{entry.line}: {entry.id!r} needs the field sense: the frames find it by that name")
            sense = self.senses.setdefault(name, len(self.senses))
            form = entry.text("form") or "noun"
            if form not in get_args(Form):
                raise LexiconError(f"{entry.file}:{entry.line}: form of {entry.id!r} must be {' or '.join(get_args(Form))}, not {form!r}")
            for language, word in entry.names():
                for keys in forms(word, language, cast(Form, form)):
                    self._add(keys, sense)
        self._words = ByWord(self._look_up)
        self._keys = ByWord(_keys_of)

    def _add(self, keys: tuple[str, ...], sense: int) -> None:
        if len(keys) == 1:
            self._single[keys[0]].add(sense)
        elif (keys[1:], sense) not in self._phrases[keys[0]]:
            self._phrases[keys[0]].append((keys[1:], sense))

    def is_coming(self, key: str) -> bool:
        """Whether an Arabic word is a listed verb with the sin of a coming act."""
        bare = key[1:] if key[:1] in ("و", "ف") else key
        return bare[:2] in FUTURE and len(bare) > _FUTURE_LEAST and bare[1:] in self._single and bare not in self._single

    def _look_up(self, key: str) -> _Word | None:
        """What a word can be; None for most words."""
        keys = self._keys[key]
        known = next((one for one in keys if one in self._single), None)
        senses = set(self._single[known]) if known else set()
        if "0" <= key[:1] <= "9":
            senses.add(self.senses[YEAR if _is_year(key) else NUMBER])
        phrases: dict[str, list[_Phrase]] = {}
        place = 0
        for one in keys:
            for rest, sense in self._phrases.get(one, ()):
                phrases.setdefault(rest[0], []).append((place, rest, sense))
                place += 1
        return _Word(tuple(senses), phrases or _NONE) if senses or phrases else None

    def find(self, tokens: Sequence[Token]) -> Hits:
        """Senses of a sentence by token position, phrases and single words alike; linear in the number of tokens."""
        words = [token.key for token in tokens]
        hits: Hits = {}
        for at, known in enumerate(map(self._words.__getitem__, words)):
            if known is None:
                continue
            for sense in known.senses:
                hits.setdefault(sense, []).append((at, at))
            if known.phrases and at + 1 < len(words):
                for _, rest, sense in self._going_on(known.phrases, words, at + 1):
                    hits.setdefault(sense, []).append((at, at + len(rest)))
        return hits

    def _going_on(self, phrases: Mapping[str, Sequence[_Phrase]], words: Sequence[str], at: int) -> list[_Phrase]:
        """The phrases, of those by their second word, whose second and later words stand from `at` on; in the order of the lexicon."""
        keys, found = self._keys, []
        third = keys[words[at + 1]] if at + 1 < len(words) else ()
        for key in keys[words[at]]:
            for phrase in phrases.get(key, ()):
                rest = phrase[1]
                if len(rest) == 1 or (rest[1] in third and self._stands(rest, words, at)):
                    found.append(phrase)
        return sorted(found) if len(found) > 1 else found

    def _stands(self, rest: Sequence[str], words: Sequence[str], at: int) -> bool:
        """Whether the fourth and later words of a phrase stand where it needs them."""
        return at + len(rest) <= len(words) and all(rest[n] in self._keys[words[at + n]] for n in range(2, len(rest)))


def _keys_of(key: str) -> tuple[str, ...]:
    """The keys of a word under its clitics; of a Latin compound also its last part."""
    if is_arabic(key):
        stems = [cut.stem for cut in cuts(key)]
        bare = key[1:] if key[:1] in ("و", "ف") else key
        if bare[:2] in FUTURE and len(bare) > _FUTURE_LEAST:
            stems.append(bare[1:])  # the sin of a coming act, also where the letters look like the beginning of a guarded word
        return tuple(dict.fromkeys(stems))
    return (key, key.rsplit("-", 1)[1]) if "-" in key and not key[:1].isdigit() else (key,)


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and key[:2] in ("19", "20")
