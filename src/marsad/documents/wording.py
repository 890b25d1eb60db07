"""Folding of words for comparison, and the words of page furniture and text heads, read from `boilerplate.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

BEGINS_MOST = 140
"""Code points: an invitation to subscribe is short; a longer paragraph that begins so is prose."""

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS = re.compile(r"\s+")
_EDGE = " \t\r\n.:;,!?-–—|•·»«>›←→↑↓…*_()[]\"'“”،؛؟"
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "’": "'", "ʼ": "'"})
_DIACRITICS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded words of all languages together: a page mixes them."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    holds: tuple[str, ...]
    sample: tuple[str, ...]
    head: dict[str, frozenset[str]]


def fold(text: str) -> str:
    """A text as it is compared: compatible forms, lower case, no vowel marks or accents, one form of alif, single blanks.

    >>> fold("  À lire aussi : ")
    'a lire aussi'
    """
    # accents are dropped only after Arabic letters with hamza became plain ones, or decomposing would keep both forms
    plain = unicodedata.normalize("NFKC", text).translate(_LETTERS)
    bare = _DIACRITICS.sub("", unicodedata.normalize("NFD", _MARKS.sub("", plain)))
    return _BLANKS.sub(" ", bare).strip(_EDGE).casefold()


@cache
def wording() -> Wording:
    """The words of `boilerplate.toml`, folded once."""
    values = tomllib.loads(resources.files("marsad.documents").joinpath("boilerplate.toml").read_text("utf-8"))
    return Wording(
        whole=frozenset(_all(values["whole"])),
        begins=_all(values["begins"]),
        holds=_all(values["holds"]),
        sample=_all(values["sample"]),
        head={key: frozenset(_all(words)) for key, words in values["head"].items()},
    )


def _all(by_language: dict[str, Any]) -> tuple[str, ...]:
    return tuple(fold(word) for words in by_language.values() for word in words)
