"""Every name an entity goes by, as search keys indexed by their first word: states, regions, groups, organisations, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from marsad.base.places import countries
from marsad.base.script import search_key, tokenize
from marsad.coding.lexicon import Lexicon
from marsad.coding.lexicon_entries import Entry

Kind = Literal["country", "region", "group", "org", "place", "type", "none"]
How = Literal["name", "adjective", "capital"]
LANGS: tuple[Literal["ar", "fr", "en"], ...] = ("ar", "fr", "en")

_ARABIC_ENDINGS = ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات")
"""Endings of a relative adjective in search-key form: feminine, plurals, duals (Moroccan, Moroccans, two Moroccans)."""
_ACRONYM_MOST = 6  # letters; a longer all-capital form is a shouted word, not an acronym
_TYPO_LEAST = 5  # letters; below, a doubled letter makes too many other words


@dataclass(frozen=True, slots=True)
class Form:
    """One name: its search keys word by word, the entity it names, and when it counts.

    Attributes:
        entity: such as `country:MLI`, `group:jnim`; `type:army` for a kind of body; "" for a phrase that names nothing.
        exact: raw text that must stand letter by letter (acronyms), or None.
        capital: whether the first letter must be a capital (Latin names; "turkey" is no state).
        need: search keys of which one must stand near, where the word alone means something else.
    """

    keys: tuple[str, ...]
    entity: str
    kind: Kind
    how: How
    lang: str
    country: str | None = None
    sector: str | None = None
    exact: str | None = None
    capital: bool = False
    need: tuple[str, ...] = ()
    disputed: bool = False
    short: bool = False


@dataclass(slots=True)
class Index:
    """Forms by first key, longest first; `typos` maps a near-miss of a name to the name's key."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    typos: dict[str, str] = field(default_factory=dict)

    def add(self, found: Iterable[Form]) -> None:
        """Take in forms; call `settle` when all are in."""
        for form in found:
            self.forms.setdefault(form.keys[0], []).append(form)

    def settle(self) -> Index:
        """Order each list by length and make the table of near-misses of state names."""
        for key, forms in self.forms.items():
            self.forms[key] = sorted(dict.fromkeys(forms), key=lambda form: -len(form.keys))
        for key, forms in list(self.forms.items()):
            if any(form.kind == "country" and form.how == "name" and len(form.keys) == 1 and form.lang == "ar" for form in forms):
                for near in _near(key):
                    if near not in self.forms:
                        self.typos.setdefault(near, key)
        return self


def build_index(lexicon: Lexicon, extra: Iterable[Form] = ()) -> Index:
    """All forms of a lexicon and of the table of countries; `extra` adds forms such as the gazetteer's towns."""
    index = Index()
    index.add(_country_forms(lexicon))
    for section, kind, prefix in (("regions", "region", "region:"), ("groups", "group", "group:"), ("places", "place", "place:")):
        for entry in lexicon.section(section).values():
            index.add(_entry_forms(entry, kind, prefix + entry.id))  # type: ignore[arg-type]
    for entry in lexicon.section("organisations").values():
        index.add(_entry_forms(entry, "org", "org:" + entry.id))
    for entry in lexicon.section("org_types").values():
        index.add(_entry_forms(entry, "type", "type:" + (entry.text("as") or entry.id)))
    for entry in lexicon.section("not_names").values():
        index.add(_entry_forms(entry, "none", ""))
    held = {key for key, forms in index.forms.items() for form in forms if len(form.keys) == 1}
    index.add(form for form in extra if len(form.keys) > 1 or form.keys[0] not in held)
    return index.settle()


def _country_forms(lexicon: Lexicon) -> Iterator[Form]:
    own = lexicon.section("countries")
    for code, country in countries().items():
        entry = own.get(code)
        entity = f"country:{code}"
        drop = set(entry.words("drop")) if entry else set()
        if country.disputed and entry is not None and entry.flag("disputed"):
            continue  # a disputed territory is a place with its surface form, not a state
        for lang in LANGS:
            names = [country.name(lang), *(entry.words(lang) if entry else ())]
            for name in dict.fromkeys(names):
                if name not in drop:
                    yield make_form(name, entity, "country", lang, country=code)
        if entry is not None:
            yield from _derived(entry, entity, code)


def _derived(entry: Entry, entity: str, code: str) -> Iterator[Form]:
    kind: Kind = "region" if entity.startswith("region:") else "country"
    for lang in LANGS:
        for word in entry.words(f"adj_{lang}"):
            for spelled in _bend(word, lang):
                yield make_form(spelled, entity, kind, lang, country=code, how="adjective")
        for word in entry.words(f"cap_{lang}"):
            yield make_form(word, entity, kind, lang, country=code, how="capital")


def _entry_forms(entry: Entry, kind: Kind, entity: str) -> Iterator[Form]:
    country = entry.text("country")
    need = tuple(search_key(word).removeprefix("ال") for word in entry.words("need_ar"))
    if kind == "region":
        yield from _derived(entry, entity, "")
    for lang, name in entry.names():
        yield make_form(
            name,
            entity,
            kind,
            lang,
            country=country,
            sector=entry.text("sector"),
            need=need if lang == "ar" else (),
            disputed=entry.flag("disputed"),
        )


def make_form(
    name: str,
    entity: str,
    kind: Kind,
    lang: str,
    *,
    country: str | None = None,
    how: How = "name",
    sector: str | None = None,
    need: tuple[str, ...] = (),
    disputed: bool = False,
) -> Form:
    """The form of one written name; marks inside it (dashes, commas) carry no weight."""
    tokens = [token for token in tokenize(name) if token.script != "punct"]
    keys = tuple(token.key for token in tokens)
    letters = name.replace(".", "")
    acronym = len(tokens) == 1 and letters.isupper() and letters.isascii() and len(letters) <= _ACRONYM_MOST
    latin = tokens[0].script == "latin" if tokens else False
    capital = latin and name[:1].isupper() and len(tokens) == 1
    short = kind == "type" and not capital and _is_short(keys)
    if kind == "type":
        capital = latin and lang == "fr" and name[:1].isupper() and len(keys) == 1
        short = _is_short(keys)
    return Form(
        keys or (search_key(name),),
        entity,
        kind,
        how,
        lang,
        country or None,
        sector,
        name if acronym else None,
        capital,
        need,
        disputed,
        short,
    )


_MINISTRY_WORDS = (
    "وزار", "minist", "departement", "اداره", "office", "administration", "agency", "agence", "service", "directora", "direction",
    "وكال", "مديري", "جهاز",
)  # fmt: skip
_SHORT_ONLY = frozenset(
    search_key(word)
    for word in [
        "الخارجية",
        "الشؤون",
        "الدفاع",
        "الداخلية",
        "العدل",
        "المالية",
        "الصحة",
        "التجارة",
        "الطاقة",
        "الزراعة",
        "الفلاحة",
        "الاقتصاد",
        "الأمن",
        "defense",
        "interieur",
        "justice",
        "finances",
        "finance",
        "sante",
        "health",
        "commerce",
        "trade",
        "energie",
        "energy",
        "mines",
        "agriculture",
        "economie",
        "economy",
        "affaires",
        "foreign",
        "defence",
        "interior",
        "home",
        "securite",
        "action",
        "solidarite",
        "humanitarian",
        "national",
        "securite",
        "diplomatie",
        "treasury",
        "الوطني",
        "القوات",
    ]
)


def _is_short(keys: tuple[str, ...]) -> bool:
    """Whether a ministry's name is cut to its field (defence, foreign affairs): an office can follow it, a body alone seldom."""
    if any(key.startswith(_MINISTRY_WORDS) for key in keys):
        return False
    return keys[0] in _SHORT_ONLY and keys[:2] not in (
        ("القوات", "المسلحه"),
        ("القوات", "الجويه"),
        ("القوات", "البحريه"),
        ("القوات", "البريه"),
    )


def _bend(word: str, lang: str) -> Iterator[str]:
    if lang == "ar":
        key = search_key(word)
        if key.endswith("ي"):
            yield from (key + ending for ending in _ARABIC_ENDINGS)
        else:
            yield key
    else:
        yield word
        if lang == "fr" and not word.endswith(("s", "x")):
            yield word + "s"
        if lang == "en" and word.endswith(("n", "i", "er")):
            yield word + "s"


def _near(key: str) -> Iterator[str]:
    """Near-misses of a name that are safe to read as it: a doubled letter, and in long names a letter left out."""
    if len(key) < _TYPO_LEAST:
        return
    for at, letter in enumerate(key):
        yield key[: at + 1] + letter + key[at + 1 :]
    if len(key) > _TYPO_LEAST + 2:
        for at in range(2, len(key) - 1):
            yield key[:at] + key[at + 1 :]
