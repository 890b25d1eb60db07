"""What texts say in another language than the reader's, in his: actors without a name, public offices, towns."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from marsad.base.places import countries
from marsad.base.records import Engagement, Event, Language, Record, Statement
from marsad.base.script import search_key
from marsad.verbs.naming import entity_names

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
    found = _towns(country).get(key) if country else _actors().get(key) or _national(key) or _office(key)
    return None if found is None or key in found.own.get(language, ()) else found.shown.get(language)


def named(text: str, entity: str | None, language: Language) -> str | None:
    """The name of a group or body that a text calls by one of its names, in a language of another script; else None.

    Words that only lead to a body, such as its head's office, are no name of it.
    """
    from marsad.coding.lexicon import load_lexicon

    kind, _, key = (entity or "").partition(":")
    entry = load_lexicon().get({"group": "groups", "org": "organisations"}.get(kind, ""), key)
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in text)
    if entry is None or arabic == (language == "ar") or search_key(text) not in {search_key(name) for _, name in entry.names()}:
        return None
    return entity_names().get(f"{kind}:{key}", {}).get(language)


def terms(records: Iterable[Record]) -> dict[tuple[str, str | None], dict[Language, str]]:
    """Actors, offices and places that have a name in another language: by their words and, of places, country; names by language."""
    asked: set[tuple[str, str | None]] = set()
    meant: dict[str, set[str | None]] = {}
    for record in records:
        if isinstance(record, Event):
            for actor in (*record.actors, *record.recipients):
                meant.setdefault(actor.name, set()).add(actor.entity)
        elif isinstance(record, Engagement):
            asked.update(
                (text, None) for text in (record.host, *(one for p in record.participants for one in (p.office, p.organisation))) if text
            )
        elif isinstance(record, Statement) and record.speaker is not None:
            asked.update((text, None) for text in (record.speaker.office, record.speaker.organisation) if text)
        if isinstance(record, Event | Engagement) and record.place is not None and record.place.name and record.place.country:
            asked.add((record.place.name, record.place.country))
    # words that mean one body here and another there ("the forces") have no name that fits both
    single = {text: next(iter(bodies)) for text, bodies in meant.items() if len(bodies) == 1}
    asked.update((text, None) for text in meant)
    told = {
        (text, country): {lang: name for lang in LANGUAGES if (name := term(text, lang, country) or named(text, single.get(text), lang))}
        for text, country in asked
    }
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
def _lands() -> Mapping[str, frozenset[str]]:
    """Words of states' names and adjectives, which may stand beside an actor or an office: the states (ISO 3166-1 alpha-3) of each."""
    found: dict[str, set[str]] = {}
    for code in countries():
        forms = [form for own in _forms(code).values() for form in own]
        for word in {word for form in forms for word in _words(form)} - _LINKS:
            # Arabic adjectives stand there in the masculine, without article
            for bent in (word, f"{word}ه") if word.endswith("ي") else (word,):
                found.setdefault(bent, set()).add(code)
                found.setdefault(f"ال{bent}", set()).add(code)
    return {word: frozenset(held) for word, held in found.items()}


def _forms(code: str) -> dict[Language, list[str]]:
    """Names and adjectives of a state by language."""
    from marsad.coding.lexicon import load_lexicon

    entry = load_lexicon().section("countries").get(code)
    found: dict[Language, list[str]] = {lang: [countries()[code].name(lang)] for lang in LANGUAGES}
    for lang, own in found.items():
        if entry is not None:
            own.extend([*(name for other, name in entry.names() if other == lang), *entry.words(f"adj_{lang}")])
    return found


def _national(key: str) -> Term | None:
    """An actor with the name or the adjective of its state: "armée malienne"; the state is told behind it."""
    words = _words(key)
    states = [_lands()[word] for word in words if word in _lands()] if len(words) <= _MOST else []
    of = frozenset.intersection(*states) if states else frozenset()
    bare = " ".join(word for word in words if word not in _lands() and word not in _LINKS)
    known = _actors().get(bare)
    if known is None or len(of) != 1 or (state := countries()[next(iter(of))]).iso3 in _twins():
        return None
    own = [lang for lang in LANGUAGES if bare in known.own[lang]]
    if len(own) > 1:  # "police" is French and English: the state's word decides
        own = [lang for lang in own if any(word in _words(" ".join(_forms(state.iso3)[lang])) for word in words)] or own
    return Term({lang: f"{label} ({state.name(lang)})" for lang, label in known.shown.items()}, {lang: frozenset([key]) for lang in own})


@cache
def _twins() -> frozenset[str]:
    """States whose name holds a word of another's, so that an adjective may mean either: the Congos, the Guineas, the Sudans."""
    words = {code: {word for word in _words(country.name("en")) if word not in _LINKS} for code, country in countries().items()}
    held = Counter(word for own in words.values() for word in own)
    return frozenset(code for code, own in words.items() if any(held[word] > 1 for word in own))


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
