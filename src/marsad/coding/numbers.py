"""Numbers in Arabic, French and English text: words, digits of both kinds, dozens, duals, "tens of", each with its span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token, tokenize
from marsad.coding.numbers_sum import TOP, Sum
from marsad.coding.numbers_words import Part, Words, may_count, parts_of, words_of

_ABOUT_BACK = 3  # parts: how far before a number "about" or "at least" still belongs to it


class Number(NamedTuple):
    """A number as a text gives it.

    `approximate` is set where the words say so ("about", "at least", "dozens"); of vague words, `value` is the least they can mean.
    """

    span: Span
    value: int | float
    approximate: bool
    text: str


class Found(NamedTuple):
    """A number among parts: it ends before part `end`."""

    end: int
    value: int | float
    digits: bool
    approximate: bool = False


@lru_cache(maxsize=4096)
def digit_values(key: str, lang: str) -> list[tuple[int | float, int]] | None:
    """Value of a digit run with its separators, with the offset it starts at; several where the run is no single number.

    A comma before three digits groups thousands, in French it is the decimal sign; a full stop before three digits groups thousands in
    French and Arabic.
    """
    plain = re.sub(r"[\u00a0\u2007\u2009\u202f \u066c]", "", key).replace("\u066b", ".").replace("،", ",")
    if plain.isdigit():
        return [(int(plain), 0)] if len(plain) <= 18 else None
    group, point = (".", ",") if lang == "fr" else (",", ".")
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+", plain):
        return [(int(plain.replace(group, "")), 0)]
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(point)}\d{{3}}){{2,}}", plain) or (
        lang == "ar" and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain)
    ):
        return [(int(re.sub(r"[.,]", "", plain)), 0)]
    whole = re.fullmatch(rf"([1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+|\d+)[.,](\d+)", plain)
    if whole:
        value = float(f"{whole[1].replace(group, '')}.{whole[2]}")
        return [(int(value) if value.is_integer() else value, 0)]
    return [(int(m[0]), m.start()) for m in re.finditer(r"\d{1,18}", key)]


def _take(total: Sum, part: Part, words: Words, joined: bool) -> bool:
    """Add one part to a growing number, if it fits there."""
    if part.digits:
        runs = digit_values(part.key, words.lang)
        return bool(runs) and len(runs or []) == 1 and total.run((runs or [(0, 0)])[0][0], joined)
    kinds = words.kinds.get(part.key, {})
    if total.lang == "done" or not kinds:
        return False
    if "small" in kinds or "tens" in kinds:
        return total.small(kinds.get("small", kinds.get("tens", 0)), joined)
    if "teen" in kinds:
        return total.teen(joined)
    if "hundreds" in kinds:
        return total.hundreds(kinds["hundreds"], joined)
    if "hundred" in kinds:
        return total.hundred(joined)
    if "scale" in kinds or "twoscale" in kinds:
        if "twoscale" in kinds and total.group is not None:
            return False
        return total.scale(kinds.get("scale", kinds.get("twoscale", 0)), joined)
    return "dozen" in kinds and total.dozen(kinds["dozen"], joined)


def _spaced_digits(parts: list[Part], i: int) -> tuple[int, int] | None:
    """Digits grouped by single blanks (1 234 567): end and value."""
    j, text = i + 1, parts[i].key
    if not (text.isdigit() and len(text) <= 3 and text[0] != "0"):
        return None
    while (
        j < len(parts) and parts[j].digits and len(parts[j].key) == 3 and parts[j].key.isdigit() and parts[j].start - parts[j - 1].end == 1
    ):
        text += parts[j].key
        j += 1
    if j == i + 1 or len(text) > 18 or (j < len(parts) and parts[j].digits and parts[j].start - parts[j - 1].end <= 1):
        return None
    return j, int(text)


def _begins(part: Part, words: Words) -> bool:
    kinds = words.kinds.get(part.key, {})
    return part.digits or not kinds.keys().isdisjoint(("small", "tens", "teen", "hundred", "hundreds", "scale", "twoscale", "dozen"))


def _eleven(parts: list[Part], i: int, words: Words) -> tuple[bool, bool]:
    """Whether Arabic eleven stands at `i`, and whether an "and" is written into it: wa-ahad looks like wahid, one."""
    if i + 1 >= len(parts) or words.value(parts[i + 1].key, "teen") is None:
        return False, False
    bare = words.value(parts[i].key, "joined") is not None
    fused = parts[i].key[:1] == "و" and words.value(parts[i].key[1:], "joined") is not None
    return bare or fused, fused


def _one_and_tens(parts: list[Part], i: int, words: Words) -> bool:
    """Whether the Arabic one of twenty-one stands at `i`: alone, the word means somebody, or Sunday."""
    key = parts[i].key if i < len(parts) else ""
    one = words.value(key, "joined") is not None or (key[:1] == "و" and words.value(key[1:], "joined") is not None)
    joint = one and i + 2 < len(parts) and words.value(parts[i + 1].key, "and") is not None
    return joint and words.value(parts[i + 2].key, "tens") is not None


def number_at(parts: list[Part], i: int, words: Words) -> Found | None:
    """The longest number that begins at part `i`, or None. Looks at each part once."""
    first = parts[i]
    total = Sum(words.lang)
    if _eleven(parts, i, words)[0] or _one_and_tens(parts, i, words):
        eleven = _eleven(parts, i, words)[0]
        total.small(11 if eleven else 1, False)
        j = _grow(parts, i + 1 + eleven, words, total)
        return _with_point(parts, j, words, total) or Found(j, total.value, False)
    share = words.value(first.key, "fraction")
    if share is not None:
        return _share_of(parts, i + 1, words, share)
    if words.value(first.key, "one") is not None and i + 1 < len(parts):
        after = words.kinds.get(parts[i + 1].key, {})
        if not after.keys().isdisjoint(("hundred", "scale", "dozen")) and words.lang != "fr":
            rest = number_at(parts, i + 1, words)
            return rest
    if not _begins(first, words):
        return None
    spaced = _spaced_digits(parts, i) if first.digits else None
    if spaced:
        j = spaced[0]
        total.run(spaced[1], False)
    elif _take(total, first, words, False):
        j = i + 1
    else:
        return None
    j = _grow(parts, j, words, total)
    return _with_point(parts, j, words, total) or Found(j, total.value, first.digits and j == (spaced[0] if spaced else i + 1))


def _share_of(parts: list[Part], j: int, words: Words, share: float) -> Found | None:
    """Half a dozen, quarter million: a share of the dozen or scale that follows."""
    j += j < len(parts) and words.value(parts[j].key, "one") is not None
    if j >= len(parts):
        return None
    unit = words.value(parts[j].key, "dozen") or words.value(parts[j].key, "scale")
    return Found(j + 1, _whole(share * unit), False) if unit else None


def _grow(parts: list[Part], j: int, words: Words, total: Sum) -> int:
    """Take parts while they fit, across at most one "and" each; the index behind the last one taken."""
    while j < len(parts):
        joined = words.value(parts[j].key, "and") is not None
        k = j + joined
        if k >= len(parts) or not (parts[k].digits or parts[k].key in words.kinds):
            break
        eleven, fused = _eleven(parts, k, words)
        if eleven and total.small(11, joined or fused):
            j = k + 2
        elif not eleven and _next(parts, k, words, total=total, joined=joined):
            j = k + 1
        else:
            break
    return j


def _next(parts: list[Part], k: int, words: Words, *, total: Sum, joined: bool) -> bool:
    """Whether part `k` could be added."""
    if k >= len(parts):
        return False
    if _one_and_tens(parts, k, words):
        return total.small(1, joined or parts[k].key[:1] == "و")
    return not _new_hundred(parts, k, words, total) and _take(total, parts[k], words, joined)


def _new_hundred(parts: list[Part], k: int, words: Words, total: Sum) -> bool:
    """Whether the part begins another number: the two of "three hundred and two hundred"."""
    counts = k < len(parts) and (parts[k].digits or words.value(parts[k].key, "small") is not None)
    return counts and (total.group or 0) >= 100 and k + 1 < len(parts) and words.value(parts[k + 1].key, "hundred") is not None


def _with_point(parts: list[Part], j: int, words: Words, total: Sum) -> Found | None:
    """Decimals said in words (five point five), or a half behind "and" (two and a half million is read before)."""
    if j >= len(parts) or parts[j].key not in words.kinds:
        return None
    if words.value(parts[j].key, "point") is not None and j + 1 < len(parts) and not parts[j].glued:
        decimals = ""
        k = j + 1
        while k < len(parts) and len(decimals) < 9 and (value := words.value(parts[k].key, "small")) is not None and value < 10:
            decimals += str(int(value))
            k += 1
        return _scaled(parts, k, words, float(f"{int(total.value)}.{decimals}")) if decimals else None
    k = j + (words.value(parts[j].key, "and") is not None)
    k += k < len(parts) and words.value(parts[k].key, "one") is not None
    if k > j and k < len(parts) and (share := words.value(parts[k].key, "fraction")) is not None:
        unit = 10 ** (len(str(int(total.top))) - 1) if total.group is None and total.top < TOP else 1  # half of one of two million
        return _scaled(parts, k + 1, words, total.value + share * unit)
    return None


def _scaled(parts: list[Part], j: int, words: Words, value: float) -> Found:
    """A number with decimals, times the scale that follows (two point five million)."""
    scale = (words.value(parts[j].key, "scale") or words.value(parts[j].key, "hundred")) if j < len(parts) else None
    return Found(j + 1, _whole(round(value * scale, 6)), False) if scale else Found(j, _whole(value), False)


def _attached(parts: list[Part], found: Found, words: Words) -> Found | None:
    """Digits with letters stuck to them: 10k and 10M are numbers, 25ml and 3rd are not; Arabic letters may follow."""
    if not found.digits or found.end >= len(parts):
        return found
    after = parts[found.end]
    if not after.glued:
        thousand = words.value(after.text, "attached") if after.text in ("k", "M") and words.lang == "en" else None
        return Found(found.end + 1, _whole(found.value * thousand), False) if thousand else found
    if not after.text[:1].isalpha() or (not after.text[0].isascii() and not "a" <= after.key[:1] <= "z"):
        return found
    power = re.fullmatch(r"[eE](\d{1,2})", after.text)
    factor = 10 ** int(power[1]) if power and int(power[1]) <= 15 else words.value(after.text, "attached")
    return Found(found.end + 1, _whole(found.value * factor), False) if factor else None


def _whole(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _vague(parts: list[Part], i: int, words: Words) -> Found | None:
    value = words.value(parts[i].key, "vague")
    if value is None:
        return None
    j = i + 1 + (i + 1 < len(parts) and parts[i + 1].key in ("of", "de"))
    scale = words.value(parts[j].key.removesuffix("s"), "scale") if j < len(parts) else None
    if scale and value < scale:  # tens of thousands
        return Found(j + 1, int(value * scale), False, True)
    return Found(i + 1, int(value), False, True)


def _about(parts: list[Part], i: int, words: Words) -> bool:
    return any(words.value(part.key, "about") is not None for part in parts[max(0, i - _ABOUT_BACK) : i])


def _number_or_vague(parts: list[Part], i: int, words: Words) -> tuple[int, Found] | None:
    """(first part, number) at `i`: a number, a vague number word, a dual noun."""
    vague = _vague(parts, i, words)
    found = number_at(parts, i, words)
    if vague and (found is None or found.end <= vague.end):
        return i, vague
    if found is None and words.value(parts[i].key, "dual") is not None:
        return i, Found(i + 1, 2, False)
    if found is None or (words.lang == "fr" and found.end == i + 1 and words.value(parts[i].key, "one") is not None):
        return (i, found) if found and _signed(parts, i, words) is not None else None
    checked = _attached(parts, found, words)
    return (i, checked) if checked else None


def _signed(parts: list[Part], i: int, words: Words) -> int | None:
    """Start of a sign before part `i`, where one stands there."""
    said = words.value(parts[i - 1].key, "sign") is not None if i else False
    if said and not (i > 1 and parts[i - 2].key in ("au", "du", "at", "a")):  # au moins, at a minus: a bound, not a sign
        return parts[i - 1].start
    dash = i and parts[i - 1].key == "-" and parts[i].glued and (i == 1 or not parts[i - 1].glued)
    return parts[i - 1].start if dash else None


def _emit(text: str, parts: list[Part], i: int, found: Found, words: Words) -> Number:
    sign = _signed(parts, i, words)
    low, high = parts[i].start if sign is None else sign, parts[found.end - 1].end
    value = found.value if sign is None else -found.value
    return Number(Span(low, high), value, found.approximate or _about(parts, i, words), text[low:high])


_TEN = ("عشر", "عشره")
"""What follows an ordinal in the Arabic eleventh to nineteenth."""


def find_numbers(text: str, lang: str, *, tokens: Sequence[Token] | None = None, base: int = 0) -> list[Number]:
    """Numbers of `text` in order, not overlapping. Linear in the text's length.

    French un and une alone are articles and are not given; Arabic dual nouns (two killed, two days) are, with the noun as span.

    Args:
        text: raw text.
        lang: ar, fr or en; says what commas and full stops between digits mean.
        tokens: those of `text`, where they are at hand.
        base: where `text` starts in what the tokens' offsets count in.

    >>> [(n.value, n.text) for n in find_numbers("مقتل ثلاثمائة وخمسة وعشرين شخصا", "ar")]
    [(325, 'ثلاثمائة وخمسة وعشرين')]
    >>> [(n.value, n.approximate) for n in find_numbers("au moins quatre-vingt-dix-sept morts, des dizaines de blessés", "fr")]
    [(97, True), (20, True)]
    """
    words = words_of(lang)
    if tokens is None:
        tokens, base = tokenize(text), 0
    if not may_count(tokens, words):
        return []
    parts = parts_of(tokens, words, base)
    numbers: list[Number] = []
    i = 0
    while i < len(parts):
        if not parts[i].digits and parts[i].key not in words.kinds:
            i += 1
            continue
        if i and parts[i].key in _TEN and words.value(parts[i - 1].key.removeprefix("ال"), "ordinal") is not None:
            i += 1  # the twelfth counts nothing
            continue
        many = _runs(text, parts[i], words) if parts[i].digits else []
        numbers.extend(many)
        found = None if many else _number_or_vague(parts, i, words)
        if found is None:
            i += 1
            continue
        numbers.append(_emit(text, parts, i, found[1], words))
        i = found[1].end
    return numbers


def _runs(text: str, part: Part, words: Words) -> list[Number]:
    """A digit run that is no single number (192.168.1.2), as its pieces."""
    values = digit_values(part.key, words.lang) or []
    if len(values) < 2:
        return []
    spans = [Span(part.start + low, part.start + low + len(str(value))) for value, low in values]
    return [Number(span, value, False, span.of(text)) for span, (value, _) in zip(spans, values, strict=True)]
