"""From a dictionary form to the forms a text may hold: Arabic, French and English inflection, by rule and on search keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from marsad.base.script import search_key
from marsad.coding.triggers_french import french_verb, reflexive

Form = Literal["verb", "tensed", "noun", "exact", "finite", "single", "dual"]

_AR_PAST = ("", "ت", "وا", "ا", "تا", "نا")
_AR_PRESENT = ("", "ون", "وا", "ان", "ين", "ن")
_AR_OBJECT = ("ه", "ها", "هم")
_AR_NOUN = ("", "ا", "ات", "ين", "ون", "ان", "و", "ي", "ه", "ها", "هم", "هما", "نا", "تهم")
_AR_FEMININE = ("ه", "ات", "تين", "تان", "ته", "تها", "تهم", "تنا")
_EN_VOWELS = "aeiou"


def forms(word: str, language: str, form: Form) -> frozenset[tuple[str, ...]]:
    """Search keys of every form of a word or phrase; only the first word of a phrase is inflected.

    Args:
        word: a dictionary form; an Arabic verb as past and present, parted by "/".
        language: ar, fr or en.
        form: how the word bends; "exact" keeps it as it is, and so does "finite", a verb's form that tells an act. "single" gives an
            Arabic noun for one its accusative, "dual" its forms for two; in French and English both keep the word as it is.
            "tensed" is a French verb without its infinitive.

    >>> ("attacked",) in forms("attack", "en", "verb"), ("يقتلون",) in forms("قتل/يقتل", "ar", "verb")
    (True, True)
    """
    bend = _same if form in ("exact", "finite") else _BENDS.get((language, form), _same)
    found: set[tuple[str, ...]] = set()
    for variant in word.split("/") if form == "verb" else [word]:
        key = search_key(variant).replace("'", "' ").split()
        if language == "fr" and form in ("verb", "tensed") and key[0] in ("s'", "se"):
            found.update(reflexive(tuple(key)))
            continue
        found.update((head, *key[1:]) for head in bend(key[0]))
    return frozenset(found)


def _same(key: str) -> Iterator[str]:
    yield key


def _arabic_verb(key: str) -> Iterator[str]:
    if key.startswith("ي"):
        for first in "يتن":
            for last in (*_AR_PRESENT, *_AR_OBJECT):
                yield first + key[1:] + last
    else:
        for last in (*_AR_PAST, *_AR_OBJECT):
            yield key + last
        if key.endswith("ي"):
            for last in ("ت", "وا", "تا"):
                yield key[:-1] + last


def _arabic_noun(key: str) -> Iterator[str]:
    if key.endswith("ه") and len(key) > 3:
        for last in _AR_FEMININE:
            yield key[:-1] + last
        yield key
    elif len(key) <= 2:
        yield key
    else:
        for last in _AR_NOUN:
            yield key + last


def _arabic_single(key: str) -> Iterator[str]:
    yield key
    if not key.endswith(("ه", "ا")):
        yield key + "ا"


def _arabic_dual(key: str) -> Iterator[str]:
    stem = key[:-1] + "ت" if key.endswith("ه") else key
    for last in ("ين", "ان"):
        yield stem + last


def _english_verb(key: str) -> Iterator[str]:
    yield key
    if key.endswith("e"):
        yield from (key + "s", key + "d", key[:-1] + "ing")
    elif key.endswith("y") and key[-2:-1] not in _EN_VOWELS:
        yield from (key[:-1] + "ies", key[:-1] + "ied", key + "ing")
    else:
        yield from (key + "s", key + "es", key + "ed", key + "ing")
        yield from (key + key[-1] + "ed", key + key[-1] + "ing")  # stab, stabbed


def _english_noun(key: str) -> Iterator[str]:
    yield key
    yield key[:-1] + "ies" if key.endswith("y") else key + "s"
    if key[-1:] in "sxzh":
        yield key + "es"


def _french_tensed(key: str) -> Iterator[str]:
    return (form for form in french_verb(key) if form != key)


def _french_noun(key: str) -> Iterator[str]:
    yield key
    for last in ("s", "e", "es", "x"):
        yield key + last


_BENDS = {
    ("ar", "verb"): _arabic_verb,
    ("ar", "noun"): _arabic_noun,
    ("ar", "single"): _arabic_single,
    ("ar", "dual"): _arabic_dual,
    ("en", "verb"): _english_verb,
    ("en", "noun"): _english_noun,
    ("fr", "verb"): french_verb,
    ("fr", "tensed"): _french_tensed,
    ("fr", "noun"): _french_noun,
}
