"""A text as date atoms: numbers, month names, units, "last", "ago", each with its raw offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

from marsad.base.script import Token, search_key, tokenize
from marsad.coding.dates_words import Kinds, Phrases, bare, phrases_of
from marsad.coding.numbers import number_at
from marsad.coding.numbers_words import Part, Words, parts_in, words_of
from marsad.coding.words import ByToken, ByWord


class Atom(NamedTuple):
    """A phrase, number or mark; `kinds` is empty where it means nothing to dates.

    Kinds beyond the lexicon's: num (cardinal), ord (ordinal), digits (how many digits), mark (the mark itself), end (the text's end).
    """

    kinds: Kinds
    start: int
    end: int
    glued: bool
    text: str


END = Atom({"end": 1}, 0, 0, False, "")
_PLAIN: Kinds = {}
_CUT_MOST = 4  # letters of clitics and article that are cut off a word at most, here and for numbers
_ALNUM = re.compile(r"([^\W\d_]+)(\d{1,4})")


def _split(part: Part, key: str, phrases: Phrases, words: Words) -> list[Part]:
    """Take apart what writing joins: Oct-2, Oct2, mois-ci; Arabic conjunction and prepositions before date words."""
    if part.digits or key in phrases.words or key in words.kinds or part.key in words.kinds or not part.text[:1].isalpha():
        return [part]
    if "ء" <= part.text[0] <= "ي":
        return _split_clitics(part, key, phrases)
    if key.endswith(("-ci", "-la")) and key[:-3] in phrases.words:
        return [part._replace(key=key[:-3], text=part.text[:-3])]
    alnum = _ALNUM.fullmatch(part.text) if part.text[-1].isdigit() else None
    if alnum and search_key(alnum[1]) in phrases.longest:
        return _pieces(part, [alnum[1], alnum[2]])
    pieces = [piece for piece in re.split(r"([-‐‑])", part.text) if piece] if "-" in key else []
    if len(pieces) > 1 and any(search_key(piece) in phrases.words for piece in pieces[::2]):
        return _pieces(part, pieces)
    return [part]


def _pieces(part: Part, pieces: list[str]) -> list[Part]:
    found, at = [], part.start
    for piece in pieces:
        found.append(Part(search_key(piece), at, at + len(piece), piece.isdigit(), at > part.start or part.glued, piece))
        at += len(piece)
    return found


def _split_clitics(part: Part, key: str, phrases: Phrases) -> list[Part]:
    known = phrases.words
    if bare(key) in known:
        return [part]
    joined = key[:1] == "و"
    rest = key[1:] if key[:1] in ("و", "ف") else key
    cut = len(key) - len(rest)
    if rest not in known and bare(rest) not in known:
        if rest[:1] not in ("ب", "ل", "ك"):
            return [part]
        after = "ال" + rest[2:] if rest[:2] == "لل" else rest[1:]
        if len(after) < 3 or (after not in known and bare(after) not in known):
            return [part]
        cut, rest = cut + 1, after
    low = _offset(part.text, cut)
    found = [Part("و", part.start, part.start + 1, False, part.glued, "و")] if joined else []
    return [*found, Part(rest, part.start + low, part.end, False, joined, rest)]


def _offset(text: str, letters: int) -> int:
    seen = 0
    for i, char in enumerate(text):
        if search_key(char):
            if seen == letters:
                return i
            seen += 1
    return len(text)


def _phrase(keys: list[str], i: int, table: _Table) -> tuple[int, Kinds] | None:
    """The longest phrase at `i`: its end and kinds."""
    phrases = table.phrases
    most = max(phrases.longest.get(keys[i], 0), phrases.longest.get(bare(keys[i]), 0))
    reach = 1
    while reach < most and i + reach < len(keys) and (keys[i + reach] in phrases.words or bare(keys[i + reach]) in phrases.words):
        reach += 1
    size, kinds = table.windows[tuple(keys[i : i + reach])]
    return (i + size, kinds) if size else None


def _longest(phrases: Phrases, keys: tuple[str, ...]) -> tuple[int, Kinds]:
    """Of words of which the first may open a phrase and the others may go on: how many the longest phrase takes, and its kinds."""
    listed = phrases.table
    for size in range(len(keys), 0, -1):
        window = keys[:size]
        kinds = listed.get(window)
        if phrases.lang == "ar":
            plain = listed.get((bare(window[0]), *window[1:])) or listed.get(tuple(map(bare, window)))
            kinds = {**plain, **(kinds or {})} if plain else kinds
        if kinds is not None:
            return size, kinds
    return 0, {}


def _number(parts: list[Part], i: int, words: Words) -> tuple[int, Kinds] | None:
    """A cardinal or ordinal at `i`: its end and kinds."""
    ordinal = _ordinal(parts, i, words)
    if ordinal:
        return ordinal
    found = number_at(parts, i, words)
    if found is None or found.value != int(found.value) or abs(found.value) > 9_999_999:
        return None
    kinds: Kinds = {"num": int(found.value)}
    if found.digits and parts[i].key.isdigit() and found.end == i + 1:
        kinds["digits"] = len(parts[i].key)
        after = parts[found.end] if found.end < len(parts) else None
        if after and after.glued and words.value(after.key, "suffix") is not None:
            return found.end + 1, {"ord": int(found.value)}
    return found.end, kinds


def _ordinal(parts: list[Part], i: int, words: Words) -> tuple[int, Kinds] | None:
    kinds = words.kinds.get(parts[i].key)
    if not kinds or ("ordinal" not in kinds and "tens" not in kinds and parts[i].key != "dix"):
        return None
    value = kinds.get("ordinal")
    after = parts[i + 1 : i + 3]
    if value is None:
        tens = words.value(parts[i].key, "tens")
        if words.lang == "fr" and parts[i].key == "dix" and after and 7 <= (words.value(after[0].key, "ordinal") or 0) <= 9:
            return i + 2, {"ord": 10 + int(words.value(after[0].key, "ordinal") or 0)}
        joint = 1 if after and words.value(after[0].key, "and") is not None else 0
        unit = words.value(after[joint].key, "ordinal") if tens and len(after) > joint else None
        return (i + 2 + joint, {"ord": int(tens + unit)}) if tens and unit and unit < 10 else None
    if words.lang == "ar" and after:
        teen = words.value(after[0].key, "teen")
        if teen is not None:
            return i + 2, {"ord": int(value) + 10}
        tens = words.value(after[1].key, "tens") if len(after) > 1 and words.value(after[0].key, "and") is not None else None
        if tens:
            return i + 3, {"ord": int(value + tens)}
    return i + 1, {"ord": int(value)}


class Lexeme(NamedTuple):
    """A part of a word, offsets counted from the word's start.

    `opens`, `number`: a phrase, a number may begin with it; `signal`: a text without any such part holds no date.
    """

    part: Part
    key: str
    opens: bool
    number: bool
    signal: bool


class _Known(NamedTuple):
    """What is known of a word, kept by its raw text.

    `lone`: no phrase or number has a part in the word, so that none reaches over it; the kinds of its atom then, else None.
    """

    lexemes: tuple[Lexeme, ...]
    signal: bool
    lone: Kinds | None


class _Table:
    """The words of a language, and what is known of those met so far and of the stretches that phrases may fill."""

    def __init__(self, lang: str) -> None:
        """Take the language; words are added as they are met."""
        self.words, self.phrases = words_of(lang), phrases_of(lang)
        held = self.words.kinds.keys() | self.phrases.words
        self._tells = held | {key[2:] for key in held if key.startswith("ال")}
        self.known = ByToken(self._learn)
        self.windows = ByWord(partial(_longest, self.phrases))

    def _learn(self, token: Token) -> _Known:
        key, tells = token.key, self._tells
        if key.isalpha() and token.text[:1].isalpha() and not any([key[cut:] in tells for cut in range(_CUT_MOST + 1)]):  # noqa: C419
            whole = Part(key, 0, token.end - token.start, False, False, token.text)  # as most words, and a fifth of the time
            return _Known((Lexeme(whole, key, False, False, False),), False, _PLAIN)
        lexemes = _lexemes(token, self.words, self.phrases)
        return _Known(lexemes, any(lexeme.signal for lexeme in lexemes), self._lone(lexemes))

    def _lone(self, lexemes: tuple[Lexeme, ...]) -> Kinds | None:
        (part, key, opens, number, _), held = lexemes[0], self.phrases.words
        if len(lexemes) > 1 or opens or number or key in held or bare(key) in held or part.key[1:] in self.words.kinds:
            return None
        return _PLAIN if part.text[:1].isalnum() else {"mark": part.text}


@cache
def _table(lang: str) -> _Table:
    return _Table(lang)


def _lexemes(token: Token, words: Words, phrases: Phrases) -> tuple[Lexeme, ...]:
    found = []
    for whole in parts_in(token, words):
        key = token.key if whole.text == token.text else search_key(whole.text)
        for part in _split(whole, key, phrases, words):
            word = key if part is whole else search_key(part.text)
            opens = not part.digits and (word in phrases.longest or bare(word) in phrases.longest)
            year_word = words.lang == "en" or not words.kinds.get(part.key, {}).keys().isdisjoint(
                ("hundred", "scale", "twoscale", "ordinal")
            )
            signal = part.digits or word in phrases.signals or bare(word) in phrases.signals or (part.key in words.kinds and year_word)
            found.append(Lexeme(part, word, opens, part.digits or part.key in words.kinds, signal))
    return tuple(found)


def atoms_of(text: str, lang: str, *, tokens: Sequence[Token] | None = None, base: int = 0) -> list[Atom]:
    """The atoms of `text`, with `END` behind the last; `END` alone where no word can begin a date. Linear in the text's length.

    Args:
        text: raw text.
        lang: ar, fr or en.
        tokens: those of `text`, where they are at hand.
        base: where `text` starts in what the tokens' offsets count in; offsets of the atoms count from the start of `text`.
    """
    if tokens is None:
        tokens, base = tokenize(text), 0
    table = _table(words_of(lang).lang)
    known = table.known.of(tokens)
    if not any([one.signal for one in known]):  # noqa: C419 - a list is half the time of a generator, and every sentence is asked
        return [END]
    found: list[Atom] = []
    new, last, at = tuple.__new__, -1, 0
    while at < len(tokens):
        kinds = known[at].lone
        if kinds is None:
            stop = next((after for after in range(at + 1, len(tokens)) if known[after].lone is not None), len(tokens))
            lexemes = [lexeme for word in known[at:stop] for lexeme in word.lexemes]
            found += _together(_parts(known[at:stop], tokens[at:stop], last, base), lexemes, text, table)
            last = tokens[stop - 1].end - base
            at = stop
            continue
        start, end, said, _, _ = tokens[at]
        found.append(new(Atom, (kinds, start - base, end - base, start - base == last, said)))
        last = end - base
        at += 1
    return [*found, END._replace(start=len(text), end=len(text))]


def _parts(known: Sequence[_Known], tokens: Sequence[Token], last: int, base: int) -> list[Part]:
    """The parts of tokens at their place in the text; `last` is where the word before them ends."""
    found: list[Part] = []
    new = tuple.__new__
    for word, token in zip(known, tokens, strict=True):
        low = token.start - base
        for lexeme in word.lexemes:
            own, start, end, digits, stuck, said = lexeme.part
            found.append(new(Part, (own, start + low, end + low, digits, stuck if start else low == last, said)))
        last = token.end - base
    return found


def _together(parts: list[Part], lexemes: Sequence[Lexeme], text: str, table: _Table) -> list[Atom]:
    """The atoms of words of which any may reach over the next."""
    keys = [lexeme.key for lexeme in lexemes]
    found: list[Atom] = []
    i = 0
    while i < len(parts):
        part, (_, _, opens, may_number, _) = parts[i], lexemes[i]
        number = _number(parts, i, table.words) if may_number else None
        phrase = _phrase(keys, i, table) if opens else None
        if number and phrase and number[0] == phrase[0]:
            end, kinds = number[0], phrase[1] if "weekday" in phrase[1] else {**phrase[1], **number[1]}
        elif number and (not phrase or number[0] > phrase[0]):
            end, kinds = number
        elif phrase:
            end, kinds = phrase
        else:
            end, kinds = i + 1, _PLAIN if part.text[:1].isalnum() else {"mark": part.text}
        high = parts[end - 1].end
        found.append(Atom(kinds, part.start, high, part.glued, text[part.start : high]))
        i = end
    return found
