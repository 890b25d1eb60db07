"""Arabic, French and English text: a search key with a map back to raw offsets, tokens, clitics, sentences."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from array import array
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from marsad.base.records import Span

Script = Literal["arabic", "latin", "number", "punct", "other"]

MARK = "[…]"
"""What stands in place of a hidden name in words that are shown."""

COVER = "█"
"""What stands in place of each character of a hidden name in a kept text, so that all offsets stay true."""

_COVERED = re.compile(rf"{COVER}+(?:\s+{COVER}+)*")

SENTENCE_MOST = 4_000
"""Longest sentence in code points. A longer stretch is cut at the last blank before this length: no step downstream sees more."""

_BLANK_BACK = 400  # code points: how far back from SENTENCE_MOST a blank is looked for before the cut falls inside a word

_DROPPED = frozenset([
    0x00AD, 0x0640, 0x0670, 0x061C, 0x180E, 0xFEFF, *range(0x0610, 0x061B), *range(0x064B, 0x0660), *range(0x06D6, 0x06EE),
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0x0300, 0x0370), *range(0xFE00, 0xFE10),
]) - {0x06DD, 0x06DE, 0x06E9}  # fmt: skip
"""Code points with no part in a search key: vowel marks, tatweel, zero-width and bidi controls, soft hyphen, combining accents."""

_LETTERS = str.maketrans({
    "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ې": "ي", "ے": "ي", "ۍ": "ي", "ک": "ك", "گ": "ك", "ڭ": "ك", "ڪ": "ك",
    "ہ": "ه", "ە": "ه", "ھ": "ه", "ۃ": "ه", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڥ": "ف", "ڨ": "ق", "ٯ": "ق",
    "ٹ": "ت", "ڈ": "د", "ڑ": "ر", "ں": "ن", "ۇ": "و", "ۆ": "و", "ۈ": "و", "ۋ": "و",
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th",
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‛": "'", "ʻ": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹘": "-", "－": "-",
    **{chr(0x0660 + n): str(n) for n in range(10)}, **{chr(0x06F0 + n): str(n) for n in range(10)},
})  # fmt: skip


def _fold_once(char: str) -> str:
    spread = unicodedata.normalize("NFKD", char.translate(_LETTERS).casefold())
    return "".join(c for c in spread if ord(c) not in _DROPPED).translate(_LETTERS)


def _fold(code: int) -> str:
    """Search key of one code point; folded until nothing changes, so that a key is its own key."""
    if 0xAC00 <= code <= 0xD7A3:  # Hangul: taking syllables apart would only make keys longer
        return chr(code)
    key = _fold_once(chr(code))
    for _ in range(4):
        again = "".join(map(_fold_once, key))
        if again == key:
            break
        key = again
    return key


class _Keys(dict[int, str]):
    """`str.translate` table that fills itself: code point to its search key."""

    def __missing__(self, code: int) -> str:
        key = self[code] = _fold(code)
        return key


class _Widths(dict[int, str]):
    """`str.translate` table from a code point to a character whose code is the length of its search key."""

    def __missing__(self, code: int) -> str:
        width = self[code] = chr(len(_KEYS[code]))
        return width


_KEYS = _Keys()
_WIDTHS = _Widths()


@dataclass(frozen=True, slots=True, eq=False)
class Normal:
    """A search key with its way back.

    Attributes:
        text: the search key.
        offsets: shape (len(text) + 1,), rising; raw index of the character that each key character came from; last, the raw length.
    """

    text: str
    offsets: Sequence[int]

    def raw_span(self, start: int, end: int) -> Span:
        """Raw stretch of the key's stretch [start, end); marks that hang on its last letter belong to it.

        >>> normal = normalise("مَالِي")
        >>> normal.text, normal.raw_span(0, 4)
        ('مالي', Span(start=0, end=6))
        """
        if end <= start:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], max(self.offsets[end - 1] + 1, self.offsets[end]))


def search_key(text: str) -> str:
    """The form under which words are looked up: marks, case, accents and spelling variants folded away.

    NFKC letter by letter; vowel marks, tatweel, controls and soft hyphens dropped; alef forms to alef, final ya, ta marbuta and
    hamza seats to their plain letters; Persian and Urdu letters to Arabic ones; all digits to ASCII; Latin without case or accents.

    >>> search_key("Évènement d’août"), search_key("أُسْرَة ٢٠٢٢")
    ("evenement d'aout", 'اسره 2022')
    """
    return text.translate(_KEYS)


def normalise(text: str) -> Normal:
    """Search key of `text` with the map from each of its characters to the raw text. Linear in the text's length."""
    if text.isascii():
        return Normal(text.lower(), range(len(text) + 1))
    widths = text.translate(_WIDTHS)
    if widths.count("\x01") == len(text):
        return Normal(text.translate(_KEYS), range(len(text) + 1))
    offsets = array("I")
    for raw, width in enumerate(map(ord, widths)):
        if width == 1:
            offsets.append(raw)
        elif width:
            offsets.extend([raw] * width)
    offsets.append(len(text))
    return Normal(text.translate(_KEYS), offsets)


def uncovered(text: str) -> str:
    """Words of a kept text as they are shown: one mark for each stretch of covered words.

    >>> uncovered("le berger ██████ █████, tué à Gao")
    'le berger […], tué à Gao'
    """
    return _COVERED.sub(MARK, text) if COVER in text else text


class Token(NamedTuple):
    """A word, number or mark of a text.

    `start` and `end` are raw offsets; `text` is the raw stretch, `key` its search key, `script` its kind.
    """

    start: int
    end: int
    text: str
    key: str
    script: Script

    @property
    def span(self) -> Span:
        """Raw span of the token."""
        return Span(self.start, self.end)


_ARABIC = "ء-غف-ي\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufdfb\ufe70-\ufefc"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\ufb00-\ufb06"
_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_INNER = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c"  # controls: part of a word only between two of its letters
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_VOWELS = "aeiouyhàâäæéèêëîïôöœùûüAEIOUYHÀÂÄÆÉÈÊËÎÏÔÖŒÙÛÜ"
_TOKEN = re.compile(
    rf"""(?P<arabic>[{_ARABIC}][{_ARABIC}{_MARKS}]*+(?:[{_INNER}]++[{_ARABIC}][{_ARABIC}{_MARKS}]*+)*+)
    |(?P<number>[{_DIGITS}]++(?:[.,\u066b\u066c][{_DIGITS}]++|[\u00a0\u060c\u2007\u2009\u202f][{_DIGITS}]{{3}}(?![{_DIGITS}]))*+)
    |(?P<elided>(?:[ldjmtsncLDJMTSNC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’ʼ](?=[{_VOWELS}]))
    |(?P<latin>[{_LATIN}][{_LATIN}{_MARKS}{_DIGITS}]*+
       (?:[{_INNER}]++[{_LATIN}][{_LATIN}{_MARKS}]*+|['’ʼ](?!s\b)[{_LATIN}]++[{_MARKS}]*+|[-‐‑][{_LATIN}{_DIGITS}][{_LATIN}{_MARKS}{_DIGITS}]*+)*+
       |['’ʼ]s\b)
    |(?P<other>[^\W\d_]++|\d++)
    |(?P<punct>[^\s\w{_INNER}{_MARKS}\x00-\x1f\x7f-\x9f]|_)""",
    re.VERBOSE,
)  # every repeat is possessive: nothing is ever tried twice

_SCRIPTS: dict[int, Script] = {
    number: "latin" if name == "elided" else name  # type: ignore[misc]
    for name, number in _TOKEN.groupindex.items()
}
_WORDS_KEPT = 1 << 17  # distinct words remembered: bounds memory on hostile input


class _Words(dict[str, str]):
    """Raw word to its search key, kept: a text repeats its words."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        key = self[word] = search_key(word)
        return key


_KEY_OF = _Words()


_CHUNK_MOST = 40  # code points: a longer stretch without a blank is seldom seen again
_CHUNKS_KEPT = 1 << 16

_Pieces = tuple[tuple[int, int, str, str, Script], ...]


class _Chunks(dict[str, _Pieces]):
    """Stretch without a blank to its tokens, kept: a text repeats its words. No token holds a blank, and none looks beyond one."""

    def __missing__(self, chunk: str) -> _Pieces:
        pieces = tuple((*match.span(), match[0], _KEY_OF[match[0]], _SCRIPTS[match.lastindex or 0]) for match in _TOKEN.finditer(chunk))
        if len(chunk) <= _CHUNK_MOST:
            if len(self) >= _CHUNKS_KEPT:
                self.clear()
            self[chunk] = pieces
        return pieces


_PIECES_OF = _Chunks()


def tokenize(text: str, start: int = 0) -> list[Token]:
    """Words, numbers and marks of `text`, in order; blanks and controls are left out. Linear in the text's length.

    French elisions stand alone (l' + armée), so does an English 's; hyphenated Latin compounds stay whole (Sahara-Sahel, F-16);
    an Arabic word keeps its marks and its clitics (see `cuts`). A number keeps its separators (1,200 and ١٬٢٠٠).

    Args:
        text: raw text.
        start: raw offset of `text` in its document, added to every token's offsets.

    >>> [token.key for token in tokenize("L’armée et واشنطن, 1,200")]
    ["l'", 'armee', 'et', 'واشنطن', ',', '1,200']
    """
    found: list[Token] = []
    new, add, pieces_of = tuple.__new__, found.append, _PIECES_OF
    for chunk in text.split(" "):
        for low, high, word, key, script in pieces_of[chunk]:
            add(new(Token, (low + start, high + start, word, key, script)))
        start += len(chunk) + 1
    return found


class Cut(NamedTuple):
    """One way to read a word: its clitics, whether the article follows them, and what is left."""

    prefix: str
    article: bool
    stem: str


_SECTIONS = ("waw", "fa", "ba", "kaf", "lam", "sin", "alef-lam")
_FUTURE = frozenset("يتنا")  # letters a verb can begin with after the future marker
_STEM_LEAST = 3  # letters
_CLITICS = frozenset("وفبكلس")


@cache
def _guards() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """Guarded words, and guarded beginnings (those with a star) by their first two letters."""
    data = tomllib.loads(resources.files("marsad.base").joinpath("guards.toml").read_text(encoding="utf-8"))
    words = [search_key(word) for name in _SECTIONS for word in data[name]["words"]]
    beginnings: dict[str, tuple[str, ...]] = {}
    for word in words:
        if word.endswith("*"):
            beginnings[word[:2]] = (*beginnings.get(word[:2], ()), word[:-1])
    return frozenset(w for w in words if not w.endswith("*")), beginnings


def guarded(key: str) -> bool:
    """Whether the first letter of `key` belongs to the word and is never cut (the waw of Washington, the ba of Burkina)."""
    words, beginnings = _guards()
    return key in words or key.startswith(beginnings.get(key[:2], ()))


def _rests(key: str) -> list[tuple[str, str]]:
    """(prefix, rest) for each run of conjunction and preposition that may be cut off, the empty one first."""
    found = [("", key)]
    if key[:1] not in _CLITICS or guarded(key):
        return found
    rest, prefix = key, ""
    if rest[0] in "وف":
        prefix, rest = rest[0], rest[1:]
        found.append((prefix, rest))
        if guarded(rest):
            return found
    if rest[:1] in ("ب", "ك", "ل") or (rest[:1] == "س" and rest[1:2] in _FUTURE):
        found.append((prefix + rest[0], rest[1:]))
    return found


def _readings(key: str) -> list[Cut]:
    found: list[Cut] = []
    for prefix, rest in _rests(key):
        found.append(Cut(prefix, False, rest))
        if prefix[-1:] == "ل" and rest[:1] == "ل":
            found.append(Cut(prefix, True, rest[1:]))  # li + al is written with two lams and no alef
        elif rest[:2] == "ال" and prefix[-1:] not in ("ل", "س") and not guarded(rest):
            found.append(Cut(prefix, True, rest[2:]))
    return found


@lru_cache(maxsize=1 << 12)  # tables keep what they make of a word; here only those asked of by several in a row
def cuts(key: str) -> tuple[Cut, ...]:
    """Every way to take clitics off an Arabic search key, the whole word first, then the shortest cut.

    (waw or fa) + (ba, kaf, lam or sin) + article; the sin only before a verb's letter. A stem keeps three letters; guarded words
    are not cut. Which reading is right, a lexicon decides: see `stem`.

    >>> [(c.prefix, c.article, c.stem) for c in cuts("وبالساحل")]
    [('', False, 'وبالساحل'), ('و', False, 'بالساحل'), ('وب', False, 'الساحل'), ('وب', True, 'ساحل')]
    >>> [c.stem for c in cuts("وواشنطن")]
    ['وواشنطن', 'واشنطن']
    """
    whole, *rest = _readings(key)
    return (whole, *[cut for cut in rest if len(cut.stem) >= _STEM_LEAST])


def stem(key: str, known: Container[str] | None = None) -> str:
    """The word under the clitics: `key` itself or its shortest cut that is known; else the last cut of three letters or more.

    >>> stem("وبالساحل"), stem("وزير"), stem("بدم", {"دم"})
    ('ساحل', 'وزير', 'دم')
    """
    if known is not None:
        for cut in _readings(key):
            if cut.stem in known:
                return cut.stem
    return cuts(key)[-1].stem


_ABBREVIATIONS = frozenset([
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "prof", "mr", "mrs", "ms", "st", "ste", "gen", "col", "lt", "cpt", "capt", "sgt",
    "maj", "adm", "gov", "sen", "rep", "hon", "no", "nos", "vol", "art", "fig", "cf", "vs", "etc", "ed", "al", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "fevr", "avr", "juil", "inc", "ltd", "co", "corp", "dept",
    "approx", "env", "av", "bd", "op", "u.s", "u.n", "e.u", "u.k", "p.m", "a.m", "i.e", "e.g", "ph.d", "d.c",
])  # fmt: skip
_STOP = re.compile(r"[.!?؟…]++[\"'»”’)\]]*+(?=\s|$)|\s?[»”](?=\s)|[؟؛]|(?<=[ء-ي])\.(?=[ء-ي])|\n\s*+")
_BEFORE = re.compile(r"[^\s(\[«\"“]*\Z")


def _ends(text: str, stop: re.Match[str], after: int) -> bool:
    """Whether the mark found really ends a sentence: not an abbreviation, an initial, or a line that goes on in lower case."""
    mark = stop[0].lstrip()
    follows = text[after : after + 1]
    if not mark:
        return not follows.islower()
    if mark[0] in "»”":
        return text[max(stop.start() - 1, 0)] in ".!?؟…" and not follows.islower()
    if mark[0] not in ".…" or len(mark.rstrip("\"'»”’)]")) > 1:
        return not follows.islower()
    before = _BEFORE.search(text, max(0, stop.start() - 12), stop.start())
    word = search_key(before[0]) if before else ""
    initial = len(word) == 1 and word.isalpha()
    return not (initial or word in _ABBREVIATIONS or follows.islower())


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without blanks at its ends, in pieces of `SENTENCE_MOST` at most."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > SENTENCE_MOST:
        cut = start + SENTENCE_MOST
        blank = text.rfind(" ", cut - _BLANK_BACK, cut)
        cut = blank if blank > start else cut
        yield Span(start, cut)
        start = cut + (cut < end and text[cut] == " ")
    if start < end:
        yield Span(start, end)


def sentences(text: str, span: Span | None = None) -> list[Span]:
    """Sentences of an Arabic, French or English text, in order, none longer than `SENTENCE_MOST` code points.

    A sentence ends at a full stop, question or exclamation mark with its closing quotes, at the Arabic semicolon, or at a line's end;
    not after an abbreviation or an initial, nor where lower case follows. Linear in the text's length.

    >>> text = "M. Traoré est arrivé. U.S. officials left at 3.30 p.m. on Friday! نعم؟"
    >>> [s.of(text) for s in sentences(text)]
    ['M. Traoré est arrivé.', 'U.S. officials left at 3.30 p.m. on Friday!', 'نعم؟']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    found: list[Span] = []
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        while after < end and after - stop.end() < _BLANK_BACK and text[after].isspace():
            after += 1
        if stop.start() >= start and _ends(text, stop, after):
            found.extend(_pieces(text, start, stop.end()))
            start = stop.end()
    found.extend(_pieces(text, start, end))
    return found
