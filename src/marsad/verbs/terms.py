"""What texts say in another language than the reader's, in his: actors without a name, public offices, towns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from marsad.base.places import countries
from marsad.base.records import Engagement, Event, Language, Record, Statement
from marsad.base.script import search_key

LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:لل|[بو]ال)(?=\w\w)")
_LINKS = frozenset(["s", "of", "the", "de", "du", "des", "la", "le", "les", "l", "d"])
"""Words that may stand beside an office and its country without saying more."""
_MOST = 12
"""Words of an office that is looked at; longer ones say more than a title."""


class Term(NamedTuple):
    """What to show in each language, and the search keys of the words that are in it already."""

    shown: Mapping[Language, str]
    own: Mapping[Language, frozenset[str]]


def term(text: str, language: Language, country: str | None = None) -> str | None:
    """How an actor, an office or a town of a text is called in a language.

    Args:
        text: the text's words, such as "gunmen" or "Niger's interior minister".
        country: ISO 3166-1 alpha-3 of a place; without it no town is looked for.

    Returns:
        None where no table knows it, or where the text's own words are in that language already. An office comes without its country.
    """
    key = search_key(text)
    found = _towns(country).get(key) if country else _actors().get(key) or _office(key)
    return None if found is None or key in found.own.get(language, ()) else found.shown.get(language)


def terms(records: Iterable[Record]) -> dict[tuple[str, str | None], dict[Language, str]]:
    """Actors, offices and places that have a name in another language: by their words and, of places, country; names by language."""
    asked: set[tuple[str, str | None]] = set()
    for record in records:
        if isinstance(record, Event):
            asked.update((actor.name, None) for actor in (*record.actors, *record.recipients))
        elif isinstance(record, Engagement):
            asked.update(
                (text, None) for text in (record.host, *(one for p in record.participants for one in (p.office, p.organisation))) if text
            )
        elif isinstance(record, Statement) and record.speaker is not None:
            asked.update((text, None) for text in (record.speaker.office, record.speaker.organisation) if text)
        if isinstance(record, Event | Engagement) and record.place is not None and record.place.name and record.place.country:
            asked.add((record.place.name, record.place.country))
    told = {(text, country): {lang: name for lang in LANGUAGES if (name := term(text, lang, country))} for text, country in asked}
    return {key: names for key, names in told.items() if names}


def _labels() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("marsad.verbs").joinpath("labels.toml").read_text("utf-8"))


@cache
def _actors() -> dict[str, Term]:
    """Actors by each form that the lexicon gives them."""
    from marsad.coding.lexicon import load_lexicon

    table = load_lexicon()
    found: dict[str, Term] = {}
    for section in ("actor_nouns", "org_types"):
        for key, shown in _labels()[section].items():
            forms = [*table.section(section)[key].names(), *shown.items()]
            known = Term(shown, {lang: frozenset(search_key(form) for own, form in forms if own == lang) for lang in LANGUAGES})
            for keys in known.own.values():
                found |= dict.fromkeys(keys - found.keys(), known)
    return found


@cache
def _offices() -> tuple[tuple[Language, tuple[str, ...], Mapping[Language, str]], ...]:
    """Language and words of each name of an office, the longest first, with what to show."""
    found: list[tuple[Language, tuple[str, ...], Mapping[Language, str]]] = []
    for names in _labels()["offices"].values():
        shown: dict[Language, str] = {lang: names[lang][0] for lang in LANGUAGES}
        found += [(lang, tuple(_words(name)), shown) for lang in LANGUAGES for name in names[lang]]
    return tuple(sorted(found, key=lambda one: -len(one[1])))


@cache
def _lands() -> frozenset[str]:
    """Words of countries' names and adjectives, which may stand beside an office."""
    from marsad.coding.lexicon import load_lexicon

    forms = [country.name(lang) for country in countries().values() for lang in LANGUAGES]
    forms += [word for entry in load_lexicon().section("countries").values() for lang in LANGUAGES for word in entry.words(f"adj_{lang}")]
    forms += [name for entry in load_lexicon().section("countries").values() for _, name in entry.names()]
    words = {word for form in forms for word in _words(form)}
    words |= {f"{word}ه" for word in words if word.endswith("ي")}  # adjectives stand in the masculine there
    return frozenset(words | {f"ال{word}" for word in words}) - _LINKS


def _office(key: str) -> Term | None:
    """An office by what a text calls it, with or without its country: "le ministre malien de la Défense"."""
    words = _words(key)
    if len(words) > _MOST:
        return None
    return _titled(key, words) or _titled(key, [word for word in words if word not in _lands()])


def _titled(key: str, words: list[str]) -> Term | None:
    for _, form, shown in _offices():
        for at in range(len(words) - len(form) + 1):
            if tuple(words[at : at + len(form)]) != form:
                continue
            spoken = {lang: frozenset([key]) for lang, other, _ in _offices() if other == form}
            rest = [word for word in (*words[:at], *words[at + len(form) :]) if word not in _LINKS]
            if not all(word in _lands() for word in rest):
                # what else is said would be lost: a deputy, a service, a man's name; a body with a name of its own is named
                body = _bodies().get(tuple(rest)) or _bodies().get(tuple(word for word in rest if word not in _lands()))
                return (
                    Term({lang: f"{shown[lang]}{'، ' if lang == 'ar' else ', '}{body[lang]}" for lang in LANGUAGES}, spoken)
                    if body
                    else None
                )
            return Term(shown, spoken)
    return None


@cache
def _bodies() -> dict[tuple[str, ...], Mapping[Language, str]]:
    """Organisations with names in all three languages, by the words of each name."""
    from marsad.coding.lexicon import load_lexicon

    found: dict[tuple[str, ...], Mapping[Language, str]] = {}
    for entry in load_lexicon().section("organisations").values():
        first: dict[str, str] = {}
        for lang, name in entry.names():
            first.setdefault(lang, name)
        if len(first) == len(LANGUAGES):
            for _, name in entry.names():
                found.setdefault(tuple(word for word in _words(name) if word not in _LINKS), {lang: first[lang] for lang in LANGUAGES})
    return found


@cache
def _towns(country: str) -> dict[str, Term]:
    """Towns of a country by each of their names."""
    from marsad.coding.gazetteer import named_towns

    found: dict[str, Term] = {}
    for names in named_towns(country):
        known = Term({lang: own[0] for lang, own in names.items()}, {lang: frozenset(map(search_key, own)) for lang, own in names.items()})
        for keys in known.own.values():
            for key in keys:
                found.setdefault(key, known)
    return found


def _words(text: str) -> list[str]:
    """Words as search keys; of Arabic ones with an article, the preposition in front is taken off."""
    return [_ARTICLE.sub("ال", word) for word in _WORD.findall(search_key(text))]
