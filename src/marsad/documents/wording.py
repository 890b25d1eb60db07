"""Folding of words for comparison, and the words of page furniture and text heads, read from `boilerplate.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from marsad.base.script import search_key

BEGINS_MOST = 140
"""Code points: an invitation to subscribe is short; a longer paragraph that begins so is prose."""

HOLDS_MOST = 600
"""Code points: consent texts stay below; a longer paragraph that speaks of cookies is an article's."""

FURNITURE_MOST = 3000
"""Code points: nothing longer is page furniture, lists of hashtags included."""

_BLANKS = re.compile(r"\s+")
_EDGE = " \t\r\n.:;,!?-–—|•·»«>›←→↑↓…*_()[]\"'“”،؛؟"


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded words of all languages together: a page mixes them."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    holds: tuple[str, ...]
    sample: tuple[str, ...]
    head: dict[str, frozenset[str]]


def fold(text: str) -> str:
    """A text as it is compared: its search key, with single blanks and no punctuation at either end.

    >>> fold("  À lire aussi : ")
    'a lire aussi'
    """
    return _BLANKS.sub(" ", search_key(text)).strip(_EDGE)


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
