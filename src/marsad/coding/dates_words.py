"""Words of dates in a language: CLDR month and weekday names, and the project's own lexicon, as phrases to look up."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from babel import Locale

from marsad.base.errors import LexiconError
from marsad.base.script import tokenize

Kinds = dict[str, int | str]

LOCALES = {
    "ar": ("ar", "ar_MA", "ar_DZ", "ar_TN", "ar_MR", "ar_SY", "ar_LB", "ar_IQ", "ar_EG", "ar_SA"),
    "fr": ("fr", "fr_CA"),
    "en": ("en", "en_GB"),
}
"""CLDR locales whose month and weekday names are read, by language."""

PHRASE_MOST = 6  # words in the longest phrase

KINDS = (
    "month", "weekday", "weak", "unit", "dual", "day", "now", "rel", "afternext", "few", "one", "ago", "ahead", "in", "within", "before",
    "after", "from", "to", "and", "of", "cueprep", "cueyear", "cueweek", "starting", "part", "rest", "later", "season", "quartername",
    "halfname", "decade", "decadesuffix", "same", "hijri", "hijrimark", "last", "nth", "frame", "verb",
    "bareday", "weekdays", "story", "todate", "since", "fromtoday", "roman", "monthof", "holiday", "about", "andhalf", "whole",
)  # fmt: skip


class Phrases(NamedTuple):
    """Phrases of one language.

    `table`: each word sequence with its kinds; `words`: every word that occurs in one; `longest`: by first word, the most words;
    `signals`: a word of each phrase without which there is no date.
    """

    lang: str
    table: dict[tuple[str, ...], Kinds]
    words: frozenset[str]
    longest: dict[str, int]
    signals: frozenset[str]


SIGNALS = frozenset(
    (
        "month",
        "hijri",
        "weekday",
        "day",
        "unit",
        "dual",
        "season",
        "decade",
        "quartername",
        "halfname",
        "cueweek",
        "cueyear",
        "bareday",
        "weekdays",
        "story",
        "todate",
        "holiday",
    )
)
"""Kinds of phrase of which a date has at least one, if it has no digits and no year in words."""


def _cldr(lang: str) -> list[tuple[str, str, int]]:
    found = []
    for name in LOCALES[lang]:
        locale = Locale.parse(name)
        widths = ("wide", "abbreviated") if lang != "ar" else ("wide",)
        for width in widths:
            for use in ("format", "stand-alone"):
                found += [(text, "month", number) for number, text in locale.months[use][width].items()]
                found += [(text, "weekday", number) for number, text in locale.days[use][width].items()]
    return found


def _own(lang: str) -> list[tuple[str, str, int | str]]:
    name = f"dates_{lang}.toml"
    data = tomllib.loads(resources.files("marsad.coding").joinpath("lexicon", name).read_text(encoding="utf-8"))
    for kind in data:
        if kind not in KINDS:
            raise LexiconError(f"{name}: section [{kind}] is not one of {', '.join(KINDS)}")
    return [(phrase, kind, value) for kind, entries in data.items() for phrase, value in entries.items()]


def _forms(phrase: str, lang: str) -> list[tuple[str, ...]]:
    """The phrase as keys; Arabic phrases also without the article of their later words."""
    elided = phrase.endswith("'")  # an elision is cut off only before a vowel
    keys = tuple(token.key for token in tokenize(phrase.rstrip(".") + "a" * elided))[: -1 if elided else None]
    bare = keys[:1] + tuple(key.removeprefix("ال") for key in keys[1:])
    return [keys, bare] if lang == "ar" and bare != keys else [keys]


def _signal(keys: tuple[str, ...], table: dict[tuple[str, ...], Kinds]) -> str:
    """The word of a phrase that is least often found outside dates: "tomorrow", not "after"."""
    telling = [key for key in keys if (key,) not in table or not SIGNALS.isdisjoint(table[(key,)])]
    return telling[-1] if telling else keys[-1]


@cache
def phrases_of(lang: str) -> Phrases:
    """Date phrases of Arabic, French or English; of English for any other language.

    Raises:
        LexiconError: the lexicon holds an unknown section.
    """
    lang = lang if lang in LOCALES else "en"
    table: dict[tuple[str, ...], Kinds] = {}
    for phrase, kind, value in [*_cldr(lang), *_own(lang)]:
        for keys in _forms(phrase, lang):
            if keys:
                table.setdefault(keys, {})[kind] = value
    longest: dict[str, int] = {}
    for keys in table:
        longest[keys[0]] = max(longest.get(keys[0], 0), len(keys))
    signals = frozenset(_signal(keys, table) for keys, kinds in table.items() if not SIGNALS.isdisjoint(kinds))
    return Phrases(lang, table, frozenset(word for keys in table for word in keys), longest, signals)


def bare(key: str) -> str:
    """An Arabic key without the article.

    >>> bare("الاسبوع")
    'اسبوع'
    """
    return key[2:] if key.startswith("ال") and len(key) > 4 else key
