"""Who takes part in a meeting: office-holders, and bodies and states that act without a named head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from marsad.base.records import Actor, Participant, Span
from marsad.base.script import search_key
from marsad.coding.entities import Found
from marsad.coding.offices_names import bare_surname, is_capital, surname_of
from marsad.coding.offices_persons import Person
from marsad.coding.reading import Reading, Sent


@dataclass(frozen=True, slots=True)
class Party:
    """A participant with what is needed to recognise it elsewhere.

    Attributes:
        first, last: its tokens in the sentence.
        surname: search key of the last word of the name, without the article; "" where no name is given.
        generic: "a senior official": any office-holder of the same state may be meant.
        body: kind of body that the office is held in, such as `foreign-ministry`.
        words: what the text calls a state.
    """

    participant: Participant
    first: int
    last: int
    surname: str = ""
    title: str = ""
    rank: float = 1.0
    sector: str | None = None
    generic: bool = False
    state: bool = False
    body: str | None = None
    words: str = ""

    @property
    def plural(self) -> bool:
        """Whether several hold the office: the foreign ministers, the leaders."""
        return self.participant.name is None and any(word in _PLURALS for word in search_key(self.participant.office or "").split()[:3])

    @property
    def country(self) -> str | None:
        """ISO alpha-3 of the state it speaks for."""
        return self.participant.country

    @property
    def entity(self) -> str | None:
        """Entity id of the body, or of the state where no body is named."""
        return self.participant.entity

    def same(self, other: Party) -> bool:
        """Whether both may be the same participant: same surname, or same body, or one is only named by its state."""
        if self.surname and other.surname:
            return self.surname == other.surname
        if self.country and other.country and self.country != other.country:
            return False
        if self.entity and self.entity == other.entity:
            return True
        mine, theirs = self.participant.organisation, other.participant.organisation
        if self.title and self.title == other.title and mine and theirs and search_key(mine) == search_key(theirs):
            return True
        if self.title == other.title and self.title in _UNIQUE and (self.country == other.country or self._lacks(other)):
            return True
        loose = self.generic or other.generic or self.state or other.state
        return bool(loose and self.country and self.country == other.country)

    def _lacks(self, other: Party) -> bool:
        """Whether one of two holders of such an office is told without name, the other without state or both."""
        nameless = self.participant.name is None or other.participant.name is None
        return nameless and (self.country is None or other.country is None)

    def joined(self, other: Party) -> Party:
        """This party with what the other mention adds."""
        mine, theirs = self.participant, other.participant
        shorter = self.title == other.title and mine.name is None and len(theirs.office or "") > len(mine.office or "")
        bare = self.state and not other.state  # a state, then who acted for it
        loose = self.generic or (mine.name is None and theirs.name is not None) or shorter or bare
        fuller = replace(
            mine,
            name=mine.name or theirs.name,
            office=theirs.office if loose or not mine.office else mine.office,
            organisation=theirs.organisation
            if (loose and (theirs.entity or not mine.entity)) or not mine.organisation
            else mine.organisation,
            country=mine.country or theirs.country,
            span=mine.span if mine.name or not theirs.name else theirs.span,
            role_span=theirs.role_span if loose or not mine.role_span else mine.role_span,
            entity=theirs.entity if (loose and theirs.entity) or not mine.entity else mine.entity,
        )
        return replace(
            self,
            participant=fuller,
            surname=self.surname or other.surname,
            title=self.title or other.title,
            state=self.state and other.state,
            generic=self.generic and other.generic,
        )

    def of_country(self, country: str) -> Party:
        """The party as one of a state that the text leaves out, with the body that its office is held in there."""
        entity = self.entity or (f"org:{country.lower()}-{self.body}" if self.body else None)
        return replace(self, participant=replace(self.participant, country=country, entity=entity))

    def actor(self) -> Actor:
        """The party as an event's actor or recipient."""
        one = self.participant
        name = one.name or one.office or one.organisation or self.words or one.country or ""
        return Actor(
            name, one.entity or (f"country:{one.country}" if one.country else None), one.country, self.sector, one.span or one.role_span
        )


def registry(reading: Reading) -> Mapping[str, Person]:
    """Office-holders of a text by surname, so that a bare surname later on finds its office."""
    known: dict[str, Person] = {}
    for sent in reading.sents:
        if sent.role == "boilerplate":
            continue
        for person in sent.persons:
            if person.name and not person.expert:
                key = surname_of(person.name)
                if key not in known or (known[key].country is None and person.country):
                    known[key] = person
    return known


def parties(sent: Sent, known: Mapping[str, Person]) -> list[Party]:
    """Participants that a sentence names, in order of place; experts and witnesses are none."""
    holders = [(person, _of_person(person, known)) for person in sent.persons if not person.expert]
    found = [one for person, party in holders for one in _each_of(sent, party) if one.country or not person.counterpart]
    taken = {at for person in sent.persons for at in range(person.first, person.last + 1)}
    taken |= {at for party in found for at in range(party.first, party.last + 1)}
    for at, token in enumerate(sent.tokens):
        if not known or at in taken or len(token.key) < 3:
            continue
        person = known.get(bare_surname(token.key))
        if person is not None and (token.script == "arabic" or is_capital(token)):
            found.append(replace(_of_person(person, known), first=at, last=at))
            found[-1] = replace(found[-1], participant=replace(found[-1].participant, span=token.span))
            taken.add(at)
    for item in sent.found:
        if item.kind == "org" and _seat(sent, item):
            continue
        body = item.kind == "org" and item.sector != "JRN" and not item.inner
        state = item.kind == "country" and item.how != "adjective" and not item.inner
        if (body or state) and item.first not in taken and not _in_it(sent, item):
            name = sent_text(sent, item.span)
            who = Participant(None, None, name if body else None, item.country, None, item.span, item.entity)
            found.append(Party(who, item.first, item.last, state=state, rank=0.5, sector=item.sector, words=name))
    return [_of_delegation(sent, party) for party in _led(sent, sorted(found, key=lambda party: party.first))]


def _of_delegation(sent: Sent, party: Party) -> Party:
    """A leader without a state is of that of the delegation he heads (a Sudanese delegation headed by ...)."""
    near = range(max(0, party.first - _DELEGATION_REACH), party.first)
    led = [at for at in near if sent.tokens[at].key in _LED]
    sent_out = [at for at in near if sent.tokens[at].key.removeprefix("ال").startswith(("delegation", "وفد", "mission"))]
    if party.country or not party.title or party.participant.entity or not led or not sent_out or sent_out[-1] > led[-1]:
        return party
    states = [item for item in sent.found if item.kind == "country" and item.country and abs(item.first - sent_out[-1]) <= 2]
    return party.of_country(states[0].country or "") if states and states[0].first < led[-1] else party


def _led(sent: Sent, found: list[Party]) -> list[Party]:
    """A delegation and whoever leads it are one party: the leader, of the body that sent them (a delegation of ECOWAS led by ...)."""
    made: list[Party] = []
    for party in found:
        body = made[-1] if made else None
        if body is not None and party.title and not body.title and _leads(sent, body, party):
            own, theirs = party.participant, body.participant
            country = own.country or theirs.country
            who = replace(own, organisation=own.organisation or theirs.organisation, country=country, entity=own.entity or theirs.entity)
            made[-1] = replace(party, participant=who, first=body.first)
            continue
        made.append(party)
    return made


def _leads(sent: Sent, body: Party, leader: Party) -> bool:
    between = [token.key for token in sent.tokens[body.last + 1 : leader.first]]
    before = [token.key.removeprefix("ال") for token in sent.tokens[max(0, body.first - 3) : body.first]]
    sent_out = any(key.startswith(("delegation", "وفد", "وفدا", "mission")) for key in before)
    return sent_out and len(between) <= 6 and any(key in _LED for key in between)


_DELEGATION_REACH = 9  # words between a delegation and whoever leads it
_LED = frozenset(map(search_key, [
    "conduite", "dirigée", "menée", "présidée", "conduit", "dirigé", "led", "headed", "برئاسة", "يرأسه", "يقوده", "بقيادة", "يترأسه",
]))  # fmt: skip


def _each_of(sent: Sent, party: Party) -> list[Party]:
    """The holders of an office named in the plural: "the army chiefs of Mali, Niger and Chad" are three; any other party alone."""
    words = search_key(party.participant.office or "").split()
    if not any(word in _PLURALS for word in words[:2]) or party.participant.name:
        return [party]
    states = [item for item in sent.found if item.kind == "country" and item.country]
    own = next((item for item in states if party.first <= item.first <= party.last), None)
    if own is None:
        own = next((item for item in states if 0 < item.first - party.last <= 2 and _from(sent, party.last, item)), None)
    if own is None:
        return [party]
    states = [item for item in states if (item.how == "adjective") == (own.how == "adjective") and (item is own or not item.inner)]
    made, last = [_of_state(sent, party, own, own)], own.last
    rest = [item for item in states if item.first > own.last]
    if not rest or not _listed(sent, last, rest[0]):
        return [party]
    for item in rest:
        if not _listed(sent, last, item):
            break
        made.append(_of_state(sent, party, own, item))
        last = item.last
    return made


def _from(sent: Sent, last: int, item: Found) -> bool:
    """Whether "from", "of" or "in" ties a state to the office before it (foreign ministers from Algeria)."""
    between = [token.key for token in sent.tokens[last + 1 : item.first]]
    return all(key in ("from", "of", "de", "du", "des", "d'", "في", "من", "the") for key in between)


def _listed(sent: Sent, last: int, item: Found) -> bool:
    between = [token.key for token in sent.tokens[last + 1 : item.first]]
    return all(key in _LISTED for key in between) and bool(between or sent.tokens[item.first].key.startswith("و"))


def _of_state(sent: Sent, party: Party, own: Found, item: Found) -> Party:
    """The holder for one of the states; the office without the name of the first."""
    stop = own.span.start if own.first <= party.last else sent.tokens[party.last].end
    office = _LAST_LINK.sub("", sent_text(sent, Span(sent.tokens[party.first].start, stop))).strip()
    country, named = item.country or "", party.participant
    entity = f"org:{country.lower()}-{party.body}" if party.body else None
    if party.country and named.entity:
        entity = named.entity.replace(f"org:{party.country.lower()}-", f"org:{country.lower()}-")
    who = replace(named, office=office, organisation=None, country=country, entity=entity, span=named.span if item is own else item.span)
    last = max(party.last, own.last) if item is own else item.last
    return replace(party, participant=who, first=party.first if item is own else item.first, last=last)


_PLURALS = frozenset(map(search_key, [
    "chefs", "ministres", "présidents", "premiers", "directeurs", "ministers", "presidents", "heads", "chiefs", "directors", "leaders",
    "foreign", "defence", "defense", "interior", "army", "intelligence", "spy", "military", "prime",
    "dirigeants", "زعماء", "وزراء", "رؤساء", "قادة", "مديرو", "سفراء",
    "homologues", "counterparts", "نظرائه", "نظرائها", "نظيريه", "نظيريها",
]))  # fmt: skip
_LAST_LINK = re.compile(r"\s(?:du|de|des|de la|de l'|d'|of|of the)\s*$")
_LISTED = frozenset([",", "،", "and", "et", "of", "de", "du", "des", "d'", "the", "la", "le", "l'", "les"])
_UNIQUE = frozenset([
    "king", "crown-prince", "emir", "president", "prime-minister", "foreign-minister", "defence-minister", "interior-minister",
    "spy-chief", "chief-of-staff", "police-chief", "chairman",
])  # fmt: skip
"""Titles that one person of a state holds at a time."""
_IN = frozenset(["في", "in", "au", "aux", "en", "داخل"])


def _seat(sent: Sent, item: Found) -> bool:
    """Whether a body is where something was (at the Elysee, at the headquarters of ...)."""
    back = [token.key for token in sent.tokens[max(0, item.first - 2) : item.first]]
    return back[-1:] == ["at"] or back == ["at", "the"] or back[-1:] in (["بمقر"], ["بقصر"])


def _in_it(sent: Sent, item: Found) -> bool:
    """Whether a name says where, not who."""
    token = sent.tokens[item.first]
    back = sent.tokens[item.first - 1].key if item.first else ""
    return item.kind == "country" and (back in _IN or (item.span.start > token.start and token.key.lstrip("وف")[:1] == "ب"))


def sent_text(sent: Sent, span: Span) -> str:
    """Words of a span of a sentence, as its tokens give them."""
    out: list[str] = []
    end = -1
    for token in sent.tokens:
        if token.end <= span.start or token.start >= span.end:
            continue
        start = max(token.start, span.start)
        out.append((" " if end >= 0 and start > end else "") + token.text[start - token.start :])
        end = token.end
    return "".join(out)


def _of_person(person: Person, known: Mapping[str, Person]) -> Party:
    surname = surname_of(person.name) if person.name else ""
    full = known.get(surname)
    country = person.country or (full.country if full else None)
    entity = person.entity or (full.entity if full else None)
    organisation = person.organisation or (full.organisation if full else None)
    longest = max((person.name or "", full.name or "" if full else ""), key=len) or None
    who = Participant(longest, person.office, organisation, country, person.name_span, person.role_span, entity)
    return Party(who, person.first, person.last, surname, person.title, person.rank, person.sector, person.generic, body=person.body)


_BETWEEN = frozenset(
    [
        "son",
        "sa",
        "ses",
        "leur",
        "his",
        "her",
        "their",
        "and",
        "et",
        "و",
        "ainsi",
        "que",
        "les",
        "le",
        "la",
        "the",
        "de",
        "du",
        "des",
        "d'",
        "of",
        "l'",
    ]
)


def side_by_side(sent: Sent, left: Party, right: Party) -> bool:
    """Whether only commas and "and" stand between two parties: they act together."""
    between = sent.tokens[left.last + 1 : right.first]
    return all((token.script == "punct" and token.text != ":") or token.key in _BETWEEN for token in between)
