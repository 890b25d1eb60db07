"""Number words of a language, and a text cut into the parts that numbers are made of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from marsad.base.errors import LexiconError
from marsad.base.script import Token, search_key
from marsad.coding.words import ByToken

KINDS = (
    "small", "tens", "teen", "joined", "hundred", "hundreds", "scale", "twoscale", "dozen", "vague",
    "fraction", "sign", "point", "and", "one", "about", "ordinal", "suffix", "attached", "dual",
)  # fmt: skip


_NEVER_FIRST = frozenset(("and", "point", "about", "suffix", "attached", "ordinal", "sign", "one"))
"""Kinds of word that make no number without another."""


class Words(NamedTuple):
    """Number words of one language.

    `kinds`: key -> {kind: value}; one word may be of several kinds (quarter, second, dozens).
    """

    lang: str
    kinds: dict[str, dict[str, float]]

    def value(self, key: str, kind: str) -> float | None:
        """Value of `key` as a word of `kind`, or None where it is none."""
        return self.kinds.get(key, {}).get(kind)


@cache
def words_of(lang: str) -> Words:
    """Number words of Arabic, French or English; of English for any other language.

    Raises:
        LexiconError: the lexicon holds an unknown section or a value that is no number.
    """
    name = f"numbers_{lang if lang in ('ar', 'fr') else 'en'}.toml"
    data = tomllib.loads(resources.files("marsad.coding").joinpath("lexicon", name).read_text(encoding="utf-8"))
    kinds: dict[str, dict[str, float]] = {}
    for kind, entries in data.items():
        if kind not in KINDS:
            raise LexiconError(f"{name}: section [{kind}] is not one of {', '.join(KINDS)}")
        for key, value in entries.items():
            if not isinstance(value, int | float):
                raise LexiconError(f"{name}: {key!r} in [{kind}] has no number as its value")
            kinds.setdefault(key if kind == "attached" else search_key(key), {})[kind] = value
    return Words(lang if lang in ("ar", "fr") else "en", kinds)


class Part(NamedTuple):
    """A word, digit run or mark with its raw offsets; `glued` where no blank stands before it.

    A hyphenated number word and an Arabic word behind a conjunction make several parts.
    """

    key: str
    start: int
    end: int
    digits: bool
    glued: bool
    text: str


def _split_latin(token: Token, glued: bool, words: Words) -> list[Part]:
    if "-" not in token.key:
        return [Part(token.key, token.start, token.end, False, glued, token.text)]
    pieces = re.split(r"([-‐‑])", token.text)
    keys = [search_key(piece) for piece in pieces]
    number = all(key in words.kinds or key in ("-", "and") for key in keys)
    if len(pieces) == 1 or not number or any(len(k) == 0 for k in keys):
        return [Part(token.key, token.start, token.end, False, glued, token.text)]
    found, at = [], token.start
    for piece, key in zip(pieces, keys, strict=True):
        if key != "-":
            found.append(Part(key, at, at + len(piece), False, glued and at == token.start, piece))
        at += len(piece)
    return found


def _raw_at(token: Token, letters: int) -> int:
    """Raw offset in `token` after its first `letters` key letters and their marks."""
    seen = 0
    for i, char in enumerate(token.text):
        if search_key(char):
            if seen == letters:
                return token.start + i
            seen += 1
    return token.end


def _split_arabic(token: Token, glued: bool, words: Words) -> list[Part]:
    key, kinds = token.key, words.kinds
    if key in kinds:
        return [Part(key, token.start, token.end, False, glued, token.text)]
    cut = 1 if key[:1] in ("و", "ف") and len(key) > 2 else 0
    rest = key[cut:]
    clitic = 0
    for prefix in ("ال", "بال", "لل", "ب", "ل", "ك"):
        if rest not in kinds and rest.startswith(prefix) and rest[len(prefix) :] in kinds:
            clitic = len(prefix)
            break
    if rest[clitic:] not in kinds or (clitic and "and" in kinds[rest[clitic:]]):
        return [Part(key, token.start, token.end, False, glued, token.text)]
    middle, low = _raw_at(token, cut), _raw_at(token, cut + (clitic if rest[:2] != "ال" else 0))
    found = [Part("و", token.start, middle, False, glued, token.text[:1])] if cut and key[0] == "و" else []
    found.append(Part(rest[clitic:], low, token.end, False, glued and not found, token.text[low - token.start :]))
    return found


class _Known(NamedTuple):
    """What is known of a word: its parts, offsets counted from its start, and whether a number may begin at it or in it."""

    parts: tuple[Part, ...]
    counts: bool


@cache
def _table(lang: str) -> ByToken[_Known]:
    words = words_of(lang)
    opens = frozenset(key for key, kinds in words.kinds.items() if not _NEVER_FIRST.issuperset(kinds))

    def known(token: Token) -> _Known:
        parts = parts_in(token, words)
        return _Known(parts, any(part.digits or part.key in opens for part in parts))

    return ByToken(known)


def parts_in(token: Token, words: Words) -> tuple[Part, ...]:
    """Parts of one word, offsets counted from its start."""
    token = Token(0, token.end - token.start, token.text, token.key, token.script)
    if token.script == "arabic":
        return tuple(_split_arabic(token, False, words))
    if token.script == "latin":
        return tuple(_split_latin(token, False, words))
    return (Part(token.key, 0, token.end, token.script == "number", False, token.text),)


def may_count(tokens: Sequence[Token], words: Words) -> bool:
    """Whether a number may begin at one of the words or in it."""
    return any([known.counts for known in _table(words.lang).of(tokens)])  # noqa: C419 - a list takes half the time of a generator


def parts_of(tokens: Sequence[Token], words: Words, base: int = 0) -> list[Part]:
    """Tokens as parts of numbers: hyphens and Arabic conjunctions before number words come apart.

    `base` is taken off the tokens' offsets.
    """
    found: list[Part] = []
    last = -1
    for token, known in zip(tokens, _table(words.lang).of(tokens), strict=True):
        low = token.start - base
        for own, start, end, digits, stuck, said in known.parts:
            found.append(Part(own, start + low, end + low, digits, stuck if start else low == last, said))
        last = token.end - base
    return found
