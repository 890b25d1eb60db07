"""Persons only in office: a title, the body it is held in, the state, and the name that stands in apposition to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.entities import Found
from marsad.coding.entities_forms import Form, Index, make_form
from marsad.coding.lexicon import Lexicon
from marsad.coding.lexicon_entries import Entry
from marsad.coding.offices_home import house, is_house, of_a_house
from marsad.coding.offices_names import Name, NameWords, name_after, name_before, name_set_off, name_with_courtesy
from marsad.coding.offices_persons import Person, as_counterpart, styled, without_ranks
from marsad.coding.offices_protocol import in_protocol
from marsad.coding.offices_reach import MANY, OF, TO, Walk, last_of_body
from marsad.coding.words import ByWord, is_arabic, readings

_FIELD_MOST = 4  # words between a name's comma and an expert's trade: an article and what he is expert in


@dataclass(frozen=True, slots=True)
class _Role:
    entry: Entry
    first: int
    last: int
    prefix: str
    start: int
    entities: tuple[Found, ...]


class OfficeReader:
    """Finds persons in office in a sentence. One reader serves any number of texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the titles and the words that end a name."""
        self._entries: dict[str, Entry] = {}
        index = Index()
        for section in ("offices", "experts"):
            for entry in lexicon.section(section).values():
                self._entries[entry.id] = entry
                index.add(make_form(word, entry.id, "type", lang) for lang, word in entry.names())
        self._titles = index.settle().forms
        self._titled = ByWord(self._titles_of)
        self._labels = {
            (entry.id, lang): word for entry in lexicon.section("org_types").values() for lang, word in reversed(list(entry.names()))
        }
        modifiers = next(iter(lexicon.section("office_modifiers").values()))
        self._modifiers = frozenset(search_key(word) for _, word in modifiers.names())
        said = [word for lang, word in lexicon.section("speech")["says"].names() if lang == "ar"]
        self.words = NameWords.of(lexicon.section("name_stops"), said)

    def find(self, tokens: Sequence[Token], found: Sequence[Found], text: str, *, lang: str) -> list[Person]:
        """Persons in office in a sentence, in order. `found` are the sentence's names; `text` is the document's raw text."""
        starts = {item.first: item for item in found if not item.inner}
        roles = self._roles(tokens, starts)
        if not roles:
            return of_a_house(tokens, text, self.words, taken=set())
        taken = {at for role in roles for at in range(role.first, role.last + 1)} | {
            at for item in found if item.kind != "place" or _led_to(tokens[item.first], item) for at in range(item.first, item.last + 1)
        }
        persons: list[Person] = []
        for role in roles:
            if self._entries[role.entry.id].flag("military_rank"):
                taken -= set(range(role.first, role.last + 1))
        used: set[int] = set()
        ranked: set[int] = set()
        reached = (_to_courtesy(role, tokens, roles, self.words) for role in roles)
        for role in (replace(one, last=last_of_body(tokens, one.last, taken)) for one in reached):
            rank = self._entries[role.entry.id].flag("military_rank")
            name = self._before_expert(role, tokens, taken | used)
            if name is None:
                name = name_after(tokens, role.last + 1, taken=taken, words=self.words)
            if name is not None and (_is_verb(tokens, role, name) or (role.entry.section == "experts" and is_house(tokens[name.first]))):
                name = None
            free = used if rank else used - ranked  # a rank before a name leaves it free for the office behind it
            if name is None or name.first in free:
                name = name_before(tokens, role.first - 1, taken=taken | free, words=self.words)
            if name is None:
                name = name_with_courtesy(tokens, role.first - 1, taken=taken | free, words=self.words)
            if name is None:
                name = name_set_off(tokens, role.last + 1, taken=taken | free, words=self.words)
            name = None if tokens[role.first].key in MANY else name
            if name is None and rank:
                continue
            if name is not None:
                used |= set(range(name.first, name.last + 1))
                ranked = ranked | set(range(name.first, name.last + 1)) if rank else ranked
            persons.append(self._person(role, name, tokens, text, lang=lang, persons=persons, starts=starts))
        told = in_protocol(
            [_of_ministry(person, starts, text) for person in persons], tokens, self.words, lambda key: bool(self._titled[key])
        )
        settled = without_ranks(styled(told, tokens))
        held = {at for person in settled for at in range(person.first, person.last + 1)}
        return sorted([*settled, *of_a_house(tokens, text, self.words, taken=held)], key=lambda person: person.first)

    def _before_expert(self, role: _Role, tokens: Sequence[Token], taken: set[int]) -> Name | None:
        """The name that a Latin expert's trade is set off from, words for his field passed over (X, a security analyst at Y)."""
        at = role.first
        if role.entry.section != "experts" or tokens[at].script != "latin":
            return None
        while at and role.first - at < _FIELD_MOST and tokens[at - 1].script == "latin" and tokens[at - 1].text[:1].islower():
            at -= 1
        return name_before(tokens, at - 1, taken=taken, words=self.words)

    def _roles(self, tokens: Sequence[Token], starts: dict[int, Found]) -> list[_Role]:
        roles: list[_Role] = []
        titles = self._titled
        past = 0
        for at, token in enumerate(tokens):
            forms = titles[token.key]
            if not forms or at < past or token.script == "punct":
                continue
            title = _title(forms, tokens, at)
            if title is None:
                continue
            form, size, prefix, start = title
            entry = self._entries[form.entity]
            first, entities = self._leading(tokens, at, starts, entry)
            over = next((item for item in starts.values() if item.first < at + size <= item.last and item.first >= at), None)
            if over is not None:
                entities, size = (*entities, _state_of(over)), over.last + 1 - at
            entities = (*entities, *(item for item in starts.values() if at < item.first <= item.last < at + size and item.kind == "org"))
            last, more = self._trailing(tokens, at + size, starts, entry)
            start = tokens[first].start if first < at else start
            roles.append(_Role(entry, first, max(last, at + size - 1), prefix if first == at else "", start, (*entities, *more)))
            past = max(last + 1, at + size)
        return roles

    def _titles_of(self, key: str) -> tuple[tuple[int, tuple[Form, ...]], ...]:
        """(letters cut off, forms) for each reading of a word with which a title begins; none for most words."""
        return tuple((cut, tuple(self._titles[stem])) for cut, stem in readings(key, is_arabic(key)) if stem in self._titles)

    def _kind(self, body: Found) -> str | None:
        """The kind of body (army, foreign-ministry); None for an organisation with a name of its own."""
        kind = body.entity.removeprefix("type:" if body.kind == "type" else f"org:{(body.country or '').lower()}-")
        return kind if (kind, "en") in self._labels else None

    def _leading(self, tokens: Sequence[Token], at: int, starts: dict[int, Found], entry: Entry) -> tuple[int, tuple[Found, ...]]:
        """Names right before a Latin title: a state's adjective, a body (the Malian minister, CIA director, Niger's army chief)."""
        if tokens[at].script != "latin":
            return at, ()
        entities: list[Found] = []
        first = at
        ends = {item.last: item for item in starts.values()}
        while first > 0:
            before = first - 1
            if (tokens[before].key == "'s" and before > 0) or (
                tokens[before].text == "." and before > 0 and len(tokens[before - 1].text) == 1
            ):
                before -= 1
            item = ends.get(before) or next((one for one in starts.values() if one.first < first == at <= one.last), None)
            if item is None and tokens[first - 1].key in self._modifiers and tokens[first - 1].key not in ("par", "general", "generale"):
                first -= 1
                continue
            if item is None or item.kind == "place" or (entry.section == "experts" and item.kind not in ("country", "region")):
                break
            entities.insert(0, item)
            first = item.first
        return first, tuple(entities)

    def _trailing(self, tokens: Sequence[Token], at: int, starts: dict[int, Found], entry: Entry) -> tuple[int, tuple[Found, ...]]:
        walk = Walk(tokens, starts, entry, self.words, self._modifiers, lambda key: bool(self._titled[key]))
        return walk.arabic(at) if tokens[at - 1].script == "arabic" else walk.latin(at)

    def _house(self, role: _Role, name: Name | None, tokens: Sequence[Token], starts: dict[int, Found]) -> tuple[Span | None, Name | None]:
        """The house that an expert works for, and his name, which may stand behind it."""
        last = max(role.last, name.last) if name else role.last
        home = house(tokens, last + 1, self.words) or (house(tokens, role.last + 1, self.words) if last > role.last else None)
        if home is None or name is not None:
            return home, name
        behind = next((at for at, token in enumerate(tokens) if token.start >= home.end), len(tokens))
        return home, name_after(tokens, behind, taken=set(starts), words=self.words)

    def _held_in(self, role: _Role, tokens: Sequence[Token], text: str, lang: str) -> tuple[str | None, str | None, str | None, str | None]:
        """(kind of body, its name, its entity, the state) that an office is held in."""
        entry = role.entry
        body, country = _body(_home(role, tokens))
        country = country or entry.text("country")
        organisation, entity = None, None
        kind = entry.text("body")
        if body is not None:
            organisation, entity = _whole(body.span.of(text)), body.entity
            head_of = self._kind(body)
            if entry.id.endswith("minister") and head_of == "army":  # whoever heads the armies as a minister heads their ministry
                kind = "defence-ministry"
                entity = f"org:{country.lower()}-{kind}" if country else None
            elif head_of == "government" and kind and kind != head_of:  # a minister "of the government of unity"
                organisation = self._labels.get((kind, "ar" if tokens[role.last].script == "arabic" else lang))
                entity = f"org:{country.lower()}-{kind}" if country else None
            else:
                kind = head_of or kind
            if body.short and body.kind == "type" and kind:
                organisation = self._labels.get((kind, "ar" if tokens[role.last].script == "arabic" else lang), organisation)
        elif kind:
            organisation = self._labels.get((kind, "ar" if tokens[role.last].script == "arabic" else lang))
            entity = f"org:{country.lower()}-{kind}" if country else None
        if entity and entity.startswith("type:"):
            entity = f"org:{country.lower()}-{entity.removeprefix('type:')}" if country else None
        if organisation is None and entry.id in (
            "director",
            "director-general",
            "commissioner",
            "secretary-general",
            "minister",
            "commander",
        ):
            organisation = _rest(tokens, role, text)
        return kind, organisation, entity, country

    def _person(
        self,
        role: _Role,
        name: Name | None,
        tokens: Sequence[Token],
        text: str,
        *,
        lang: str,
        persons: list[Person],
        starts: dict[int, Found],
    ) -> Person:
        entry = role.entry
        span = Span(role.start, tokens[role.last].end)
        kind, organisation, entity, country = self._held_in(role, tokens, text, lang)
        office = span.of(text)
        last = max(role.last, name.last) if name else role.last
        if organisation is None and entry.section == "experts" and entry.id != "witness":
            home, name = self._house(role, name, tokens, starts)
            organisation = home.of(text) if home is not None else None
        if organisation is None and not entry.flag("counterpart"):
            organisation = _owner(tokens, role.first, starts, text)
        behind = _state_behind(tokens, last, starts) if country is None and name is not None else None
        if behind is not None:
            country, last = behind.country, behind.last
            if kind and country and not (entity or "").startswith("org:"):
                entity = f"org:{country.lower()}-{kind}"
        person = Person(
            entry.id, name.text if name else None, name.span if name else None, office, span, organisation, entity, country,
            min(role.first, name.first) if name else role.first, last,
            name.prefix if name and name.first < role.first else role.prefix,
            entry.number("rank", 1), _sector(role, tokens), entry.section == "experts", entry.flag("generic"),
            entry.flag("counterpart"), kind,
        )  # fmt: skip
        if not person.counterpart:
            return person
        labels = {kind: label for (kind, said), label in self._labels.items() if said == lang}
        return as_counterpart(person, persons, labels)


def _led_to(token: Token, place: Found) -> bool:
    """Whether the Arabic "in" is written together with a place: where something was, and no part of a name before it."""
    return place.span.start > token.start and token.script == "arabic" and token.key.lstrip("وف").startswith("ب")


def _is_verb(tokens: Sequence[Token], role: _Role, name: Name) -> bool:
    """Whether the Arabic word behind an office is the verb that "as for" leads to (as for the spokesman, he put it down to ...)."""
    led = any(token.key in ("اما", "واما") for token in tokens[max(0, role.first - 2) : role.first])
    return led and tokens[name.first].key.startswith("ف")


def _of_ministry(person: Person, starts: dict[int, Found], text: str) -> Person:
    """ "The minister" behind the name of a ministry heads that one (the Algerian foreign ministry said that the minister X ...)."""
    if person.title != "minister" or person.country or person.entity or person.counterpart:
        return person
    named = [item for item in starts.values() if item.last < person.first and item.kind == "org" and item.entity.endswith("-ministry")]
    if not named:
        return person
    body = max(named, key=lambda item: item.last)
    kind = body.entity.removeprefix(f"org:{(body.country or '').lower()}-")
    return replace(person, organisation=body.span.of(text), entity=body.entity, country=body.country, body=kind)


def _state_of(item: Found) -> Found:
    """Of a government whose name begins inside a title, its state alone: the Qatari of "head of state security"."""
    if not item.country or item.entity != f"org:{item.country.lower()}-government":
        return item
    return replace(item, entity=f"country:{item.country}", kind="country", how="adjective")


def _sector(role: _Role, tokens: Sequence[Token]) -> str | None:
    """PLOVER's sector of the body that an office is held in (an agency's director is a spy), else of the office."""
    body, _ = _body(_home(role, tokens))
    return (body.sector if body is not None else None) or role.entry.text("sector")


def _whole(name: str) -> str:
    """A body's name without the preposition that is written together with its article ("to the United Nations")."""
    return f"ال{name[2:]}" if name.startswith("لل") else name


def _owner(tokens: Sequence[Token], first: int, starts: dict[int, Found], text: str) -> str | None:
    """The body of "its spokesman", "their leader": the last one named before."""
    if not first or tokens[first - 1].key not in ("its", "their", "son", "sa", "leur"):
        return None
    named = [item for item in starts.values() if item.last < first and item.kind in ("org", "type", "group") and not item.short]
    return max(named, key=lambda item: (item.kind != "type", item.last)).span.of(text) if named else None


def _title(forms: Sequence[tuple[int, Sequence[Form]]], tokens: Sequence[Token], at: int) -> tuple[Form, int, str, int] | None:
    """The longest title at `at`: its form, its words, the clitic before it and where it starts."""
    token = tokens[at]
    best: tuple[Form, int, str, int] | None = None
    for cut, listed in forms:
        for form in listed:
            size = len(form.keys)
            if best is not None and size <= best[1]:
                break
            if at + size <= len(tokens) and all(tokens[at + n].key == form.keys[n] for n in range(1, size)):
                best = (form, size, token.key[:cut].removesuffix("ال"), token.start + _skip(token, cut, form))
        if best is not None and not cut:
            break
    return best


def _state_behind(tokens: Sequence[Token], last: int, starts: dict[int, Found]) -> Found | None:
    """The state that follows a name (President X of Y), or None."""
    at = last + 1
    if at >= len(tokens) or tokens[at].key not in ("of", "du", "de", "d'", "des"):
        return None
    item = starts.get(at + 1) or (starts.get(at + 2) if at + 1 < len(tokens) and tokens[at + 1].key in ("the", "la", "l'") else None)
    return item if item is not None and item.kind == "country" and item.how == "name" else None


def _skip(token: Token, cut: int, form: Form) -> int:
    if not cut:
        return 0
    from marsad.base.script import normalise

    article = 2 if token.key[max(0, cut - 2) : cut] == "ال" and not form.keys[0].startswith("ال") else 0
    return normalise(token.text).raw_span(cut - article, len(token.key)).start


def _body(entities: Sequence[Found]) -> tuple[Found | None, str | None]:
    """The body an office is held in, and the state it belongs to: named bodies first; the state that a body or adjective gives."""
    named = [item for item in entities if item.kind in ("org", "group")]
    kinds = [item for item in entities if item.kind == "type"]
    states = [item for item in entities if item.country and item.kind == "country"]
    body = named[0] if named else kinds[0] if kinds else None
    if body is not None and body.sector == "IGO":  # where a mission serves is not its head's state
        states = [item for item in states if item.how == "adjective"]
    country = next((item.country for item in named if item.country), None) or (states[0].country if states else None)
    return body, country


def _home(role: _Role, tokens: Sequence[Token]) -> tuple[Found, ...]:
    """The names that say whose office it is: where an ambassador is posted does not."""
    if role.entry.id not in ("ambassador", "charge", "consul", "envoy"):
        return role.entities
    return tuple(
        item
        for item in role.entities
        if not (
            item.how == "capital"
            or (item.first > 0 and item.first > role.first and tokens[item.first - 1].key in (*TO, "لدي", "في"))
            or (item.span.start > tokens[item.first].start and tokens[item.first].key.startswith(("ب", "ل")))
        )
    )


_GENERAL = ("العام", "العامه", "general", "generale")


def _rest(tokens: Sequence[Token], role: _Role, text: str) -> str | None:
    """What follows the title's first word, where no listed body was found: still better than nothing for a reader."""
    start = role.first + 1
    states = {item.first for item in role.entities if item.how == "adjective" and item.kind == "country"}
    while start <= role.last and (start in states or tokens[start].key in (*OF, *_GENERAL, "'s")):
        start += 1
    last = role.last - int(role.last in states)  # the state is told apart from the body's name
    while last > start and tokens[last].key in ("عن", "الجانب"):  # "for the side of ..."
        last -= 1
    return _whole(Span(tokens[start].start, tokens[last].end).of(text)) if start < last and role.entry.section == "offices" else None


_COURTESY_REACH = 16  # words between an office and the comma before "M." or "Mme"
_PREDICATES = frozenset(["a", "ont", "est", "sont", "qui", "que", "avec", "lors", "has", "who", "met", "said"])


def _to_courtesy(role: _Role, tokens: Sequence[Token], roles: Sequence[_Role], words: NameWords) -> _Role:
    """The office drawn out to the comma before a courtesy title (minister of A, of B and of those abroad, M. X)."""
    if tokens[role.last].script != "latin":
        return role
    others = {other.first for other in roles if other.first > role.last}
    for at in range(role.last + 1, min(role.last + _COURTESY_REACH, len(tokens) - 1)):
        token = tokens[at]
        if at in others or token.text in _PREDICATES or token.text in (".", ";", ":", "«", "»"):
            return role
        if token.text == "," and tokens[at + 1].key in words.courtesy and at > role.last + 1:
            return replace(role, last=at - 1)
    return role
