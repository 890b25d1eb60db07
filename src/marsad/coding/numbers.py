"""Numbers in Arabic, French and English text: words, digits of both kinds, dozens, duals, "tens of", each with its span."""

from __future__ import annotations

import re
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import tokenize
from marsad.coding.numbers_words import Part, Words, parts_of, words_of

_ABOUT_BACK = 3  # parts: how far before a number "about" or "at least" still belongs to it
_TOP = 10**18


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


class _Sum:
    """A number as it grows word by word; each method says whether the word could be taken."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.total: int | float = 0
        self.group: int | float | None = None
        self.top: int | float = _TOP
        self.digits = False  # the group so far is digits only

    @property
    def value(self) -> int | float:
        return self.total + (self.group or 0)

    @property
    def empty(self) -> bool:
        return self.group is None and self.total == 0

    def small(self, value: int | float, joined: bool) -> bool:
        """A value below 100; `joined` where "and" stands before it."""
        group = self.group
        if group is None:
            if not self.empty and (self.top <= value or (self.lang == "ar" and not joined)):
                return False
            self.group, self.digits = value, False
            return True
        if self.digits and group < 100:
            return False
        return self._after(group, value, joined)

    def _after(self, group: int | float, value: int | float, joined: bool) -> bool:
        rest = group % 100
        if self.lang == "fr" and value == 20 and rest == 4:
            self.group = group + 76  # quatre-vingt: four twenties
            return True
        if self.lang == "ar":
            unit_first = 0 < rest < 10 and value >= 20 and value % 10 == 0
            fits = joined and (unit_first or rest == 0)
        elif self.lang == "fr":
            fits = (rest == 0 and not joined) or (value < 10 and rest >= 20 and rest % 10 == 0) or (10 <= value < 20 and rest in (60, 80))
            fits = fits or (value in (7, 8, 9) and rest in (10, 70, 90) and not joined)
        else:
            fits = rest == 0 or (value < 10 and rest >= 20 and rest % 10 == 0 and not joined)
        if fits and group != 0:
            self.group = group + value
        return bool(fits and group != 0)

    def teen(self, joined: bool) -> bool:
        """Arabic ten, which after a unit makes the teens."""
        if self.group is not None and not joined and 0 < self.group % 100 < 10 and not self.digits:
            self.group += 10
            return True
        return self.small(10, joined)

    def hundreds(self, value: int | float, joined: bool) -> bool:
        """An Arabic hundred in one word (three-hundred)."""
        if self.group is not None or (not self.empty and (not joined or self.top <= value)):
            return False
        self.group, self.digits = value, False
        return True

    def hundred(self, joined: bool) -> bool:
        """The word hundred, alone or after its factor."""
        if self.group is None:
            return self.hundreds(100, joined or self.lang != "ar")
        if joined or self.group >= 1000 or (self.lang == "ar" and self.group >= 10) or self.group == 0:
            return False
        self.group, self.digits = self.group * 100, False
        return True

    def scale(self, value: int | float, joined: bool) -> bool:
        """Thousand, million and above."""
        if self.group is None:
            if self.empty or (joined and value < self.top):
                self.total += value
            elif joined or (value < self.top and self.lang == "ar"):
                return False
            else:
                self.total *= value
        elif joined:
            return False
        elif value < self.top:
            self.total += self.group * value
        else:
            self.total = (self.total + self.group) * value
        self.group, self.top, self.digits = None, value, False
        return self.total < _TOP

    def dozen(self, value: int | float, joined: bool) -> bool:
        """A dozen, alone or after its factor; nothing follows it."""
        if joined or self.total:
            return False
        self.group = (1 if self.group is None else self.group) * value
        self.digits, self.lang = False, "done"
        return True

    def run(self, value: int | float, joined: bool) -> bool:
        """Digits: they begin a number, or go on where words stopped (3 hundred and 21)."""
        if self.empty and self.group is None:
            self.group, self.digits = value, True
            return True
        if (
            value == 0
            or self.digits
            or (self.group is None and self.top <= value)
            or (self.group is not None and (self.group % 100 or value >= 100))
        ):
            return False
        if self.group is None and not isinstance(value, int):
            return False
        self.group, self.digits = (self.group or 0) + value, self.group is None
        return True


def _take(total: _Sum, part: Part, words: Words, joined: bool) -> bool:
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


def number_at(parts: list[Part], i: int, words: Words) -> Found | None:
    """The longest number that begins at part `i`, or None. Looks at each part once."""
    if _eleven(parts, i, words)[0]:
        return Found(i + 2, 11, False)
    first = parts[i]
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
    total = _Sum(words.lang)
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


def _grow(parts: list[Part], j: int, words: Words, total: _Sum) -> int:
    """Take parts while they fit, across at most one "and" each; the index behind the last one taken."""
    while j < len(parts):
        joined = words.value(parts[j].key, "and") is not None
        k = j + joined
        eleven, fused = _eleven(parts, k, words)
        if eleven and total.small(11, joined or fused):
            j = k + 2
        elif k < len(parts) and not eleven and _take(total, parts[k], words, joined):
            j = k + 1
        else:
            break
    return j


def _with_point(parts: list[Part], j: int, words: Words, total: _Sum) -> Found | None:
    """Decimals said in words (five point five), or a half behind "and" (two and a half million is read before)."""
    if j >= len(parts):
        return None
    if words.value(parts[j].key, "point") is not None and j + 1 < len(parts) and not parts[j].glued:
        decimals = ""
        k = j + 1
        while k < len(parts) and len(decimals) < 9 and (value := words.value(parts[k].key, "small")) is not None and value < 10:
            decimals += str(int(value))
            k += 1
        return Found(k, float(f"{int(total.value)}.{decimals}"), False) if decimals else None
    k = j + (words.value(parts[j].key, "and") is not None)
    k += k < len(parts) and words.value(parts[k].key, "one") is not None
    if k > j and k < len(parts) and (share := words.value(parts[k].key, "fraction")) is not None:
        unit = total.top if total.group is None and total.top < _TOP else 1
        value = total.value + share * unit
        return Found(k + 1, int(value) if float(value).is_integer() else value, False)
    return None


def _attached(parts: list[Part], found: Found, words: Words) -> Found | None:
    """Digits with letters stuck to them: 10k and 10M are numbers, 25ml and 3rd are not; Arabic letters may follow."""
    if not found.digits or found.end >= len(parts):
        return found
    after = parts[found.end]
    if not after.glued:
        thousand = words.value(after.text, "attached") if after.text == "k" else None
        return Found(found.end + 1, _whole(found.value * thousand), False) if thousand else found
    if not after.text[:1].isalpha() or (not after.text[0].isascii() and not "a" <= after.key[:1] <= "z"):
        return found
    factor = words.value(after.text, "attached")
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
        return None
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


def find_numbers(text: str, lang: str) -> list[Number]:
    """Numbers of `text` in order, not overlapping. Linear in the text's length.

    French un and une alone are articles and are not given; Arabic dual nouns (two killed, two days) are, with the noun as span.

    Args:
        text: raw text.
        lang: ar, fr or en; says what commas and full stops between digits mean.

    >>> [(n.value, n.text) for n in find_numbers("مقتل ثلاثمائة وخمسة وعشرين شخصا", "ar")]
    [(325, 'ثلاثمائة وخمسة وعشرين')]
    >>> [(n.value, n.approximate) for n in find_numbers("au moins quatre-vingt-dix-sept morts, des dizaines de blessés", "fr")]
    [(97, True), (20, True)]
    """
    words = words_of(lang)
    parts = parts_of(tokenize(text), words)
    numbers: list[Number] = []
    i = 0
    while i < len(parts):
        if not parts[i].digits and parts[i].key not in words.kinds:
            i += 1
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
