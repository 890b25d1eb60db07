"""How far an office reaches after its title: the body, the state, the field of government, the post."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from marsad.base.script import Token, search_key
from marsad.coding.entities import QUOTES, Found
from marsad.coding.lexicon_entries import Entry
from marsad.coding.offices_bodies import BODY_NOUNS, body_end
from marsad.coding.offices_home import is_house
from marsad.coding.offices_names import NameWords

_ROLE_MOST = 16  # words: a longer run after a title is no longer its office
_AWAY = ("ambassador", "charge", "consul", "envoy", "official", "expert", "witness", "commander", "commissioner")
"""Titles that a place may follow with a preposition (the ambassador in Rabat, an expert on security)."""


@dataclass(slots=True)
class Walk:
    """How far a role reaches after its title."""

    tokens: Sequence[Token]
    starts: dict[int, Found]
    entry: Entry
    words: NameWords
    modifiers: frozenset[str]
    opens: Callable[[str], bool]

    def arabic(self, at: int) -> tuple[int, tuple[Found, ...]]:
        entities: list[Found] = []
        last, most = at - 1, at + _ROLE_MOST
        away = self.entry.id in _AWAY
        while at < min(len(self.tokens), most):
            token, item = self.tokens[at], self.starts.get(at)
            if self.entry.section == "experts" and is_house(token):
                break
            if item is not None and not (
                token.key.startswith("و")
                and item.kind in ("country", "org")
                and entities
                and item.how != "adjective"
                and not item.short  # a field of government, such as "and foreign affairs"
            ):
                if _foreign(item, entities, token.key, away=away):
                    break
                entities.append(item)
                last = item.last
            elif token.text in QUOTES and at + 1 in self.starts:
                pass
            elif token.text == "(" and at + 2 < len(self.tokens) and self.tokens[at + 2].text == ")":
                last = at + 2
            elif token.key == "عن" and at + 2 < len(self.tokens) and self.tokens[at + 1].key == "الجانب" and at + 2 in self.starts:
                last = at + 1  # "for the Chadian side"
            elif token.key == "في" and not complete(entities) and self._state_and_name(at + 1):
                pass  # the head of the council in Chad, X: his state
            elif token.key == "في" and not complete(entities) and self._styled_state(at + 1):
                pass  # the minister of trade in the republic of Chad
            elif token.key in _STATES and at + 1 in self.starts and self.starts[at + 1].kind == "country":
                pass  # "of the state of Qatar"
            elif not entities and (token.key in _BODIES or (self.tokens[at - 1].key in _BODIES and self._definite(at + 1))):
                last = at  # the head of the state security service: a body that no list holds
            elif self.entry.id == "adviser" and at == last + 1 and not entities and token.key in _OFFICE_HEADS:
                last = at  # the adviser of the president of ..., X
            elif token.key.startswith("وال") and self.opens(token.key):
                break  # "and the director ...": the next office
            elif token.key in self.modifiers or (
                self._field(token.key, at)
                and (not complete(entities) or self._of_body(entities[-1], at))
                and self.tokens[at - 1].text != ")"
            ):
                last = at
            elif away and token.key in ("في", "لدي", "باسم", "بشءون") and at + 1 < len(self.tokens):
                pass
            elif self.entry.section == "experts" and token.key in ("باحث", "استاذ", "خبير", "محلل"):
                last = at
            else:
                break
            at = max(at, last) + 1
        return last, tuple(entities)

    def _of_body(self, item: Found, at: int) -> bool:
        """Whether definite words alone stand between a kind of body and `at` (the government of national unity): its name goes on."""
        between = self.tokens[item.last + 1 : at]
        return item.kind == "type" and not item.short and all(token.key.startswith("ال") for token in between)

    def _definite(self, at: int) -> bool:
        """Whether a word with the article stands at `at`."""
        return at < len(self.tokens) and self.tokens[at].script == "arabic" and self.tokens[at].key.startswith("ال")

    def _state_and_name(self, at: int) -> bool:
        """Whether a state stands at `at` and a name of two words behind it."""
        item = self.starts.get(at)
        if item is None or item.kind != "country" or item.how != "name" or item.last + 2 >= len(self.tokens):
            return False
        words = self.tokens[item.last + 1 : item.last + 3]
        return all(word.script == "arabic" and word.key not in self.words.stops and not word.key.startswith("ال") for word in words)

    def _styled_state(self, at: int) -> bool:
        """Whether "republic", "state" or "kingdom" and a state's name stand at `at`."""
        item = self.starts.get(at) or self.starts.get(at + 1)
        return at < len(self.tokens) and self.tokens[at].key in _STATES and item is not None and item.kind == "country"

    def _field(self, key: str, at: int) -> bool:
        """A word of the field of office: it has the article, under a clitic or not, and is no day, name stop or courtesy title."""
        if key in self.words.stops or key in self.words.courtesy or self.words.is_rank(key) or self.entry.id == "leaders":
            return False
        following = self.tokens[at + 1].key if at + 1 < len(self.tokens) else ""
        if following in self.words.joiners or (key in self.words.given and self.tokens[at - 1].key.startswith("ال")):
            return False  # a given name with the article
        bare = key.removeprefix("و")
        if bare.startswith(("ال", "لل", "بال")) and len(bare) > 4:
            return bare.removeprefix("و") not in self.words.stops
        return key.startswith(("ل", "مكافح", "شوون", "شءون")) and following.startswith("ال") and len(key) > 3

    def latin(self, at: int) -> tuple[int, tuple[Found, ...]]:
        entities: list[Found] = []
        last, most = at - 1, at + _ROLE_MOST
        away = self.entry.id in _AWAY
        linked, begun = False, at
        while at < min(len(self.tokens), most):
            token, item = self.tokens[at], self.starts.get(at)
            if self.entry.section == "experts" and is_house(token):
                break
            if item is not None and (linked or item.how == "adjective" or item.kind in ("type", "org")):
                entities.append(item)
                last, linked = item.last, False
                if item.kind in ("org", "type") and (more := self._named_on(item)) is not None:
                    last = more
            elif linked and (end := body_end(self.tokens, at, self.starts, self.words.stops)) is not None:
                entities.extend(item for item in self.starts.values() if at <= item.first <= item.last <= end and item.kind == "org")
                last, linked = end, False
            elif self._in_state(at, last):
                linked = True  # the commander of the Mission in the Gambia
            elif (
                token.key in OF
                or (away and token.key in TO and token.text != "a")
                or (token.key in ("et", "and") and last >= at - 1 and self._links_on(at + 1, entities))
                or (token.key == "from" and self._state_at(at + 1))
                or (away and token.key in ("at", "with") and at + 1 in self.starts and self.starts[at + 1].kind == "org")
            ):
                linked = True
            elif token.key == "'s" and entities and at + 1 in self.starts and self.starts[at + 1].kind in ("org", "type"):
                linked = True  # the head of Morocco's DGST
            elif token.text == "(" and at + 2 < len(self.tokens) and self.tokens[at + 2].text == ")":
                last = at + 2
                if (short := self.starts.get(at + 1)) is not None and short.kind == "org":
                    entities.append(short)  # the letters by which a body is known say whose it is
            elif (token.key in self.modifiers or token.text in _FIELDS) and not linked:
                last = at
            elif linked and token.script == "latin" and token.key not in self.words.stops:
                if self.entry.section == "experts" and token.text[:1].isupper():
                    break  # the house he works for
                last, linked = at, False
            elif (
                token.script == "latin"
                and token.text[:1].islower()
                and token.key not in self.words.stops
                and last >= at - 1
                and last >= 0
                and entities == []
            ):
                if not self._linked_before(begun, at):
                    break
                last = at
            else:
                break
            at = max(at, last) + 1
        return last, tuple(entities)

    def _named_on(self, item: Found) -> int | None:
        """Where a body's name ends that goes on behind a listed one: a noun with a capital, a French adjective before "du"."""
        at = item.last + 1
        if at >= len(self.tokens) or self.tokens[at].script != "latin" or at in self.starts:
            return None
        token, following = self.tokens[at], self.tokens[at + 1].key if at + 1 < len(self.tokens) else ""
        if item.kind == "org" and token.text[:1].isupper() and token.key in BODY_NOUNS:
            return at
        french = item.kind == "type" and following in ("du", "de", "d'", "des") and self.tokens[item.first - 1].key in OF
        return at if french and token.text[:1].islower() and token.key not in self.words.stops and token.key not in OF else None

    def _state_at(self, at: int) -> bool:
        """Whether a state's name stands at `at`, its article passed over (his counterpart from the Gambia)."""
        item = self.starts.get(at) or (self.starts.get(at + 1) if at < len(self.tokens) and self.tokens[at].key == "the" else None)
        return item is not None and item.kind == "country" and item.how == "name"

    def _in_state(self, at: int, last: int) -> bool:
        """Whether "in" leads from a body to the state where it serves."""
        if self.tokens[at].key not in ("in", "au", "en") or at - 1 != last or self.tokens[last].key not in BODY_NOUNS:
            return False
        return any(item is not None and item.kind == "country" for item in (self.starts.get(at + 1), self.starts.get(at + 2)))

    def _links_on(self, at: int, entities: Sequence[Found]) -> bool:
        """Whether "and" goes on with the office: with a second "of", or with a further field."""
        if self.tokens[at - 1].key == "et" and at < len(self.tokens) and self.tokens[at].key in ("de", "du", "des", "d'"):
            return at + 1 >= len(self.tokens) or self.tokens[at + 1].key not in _COUNTED  # "and of two advisers": others who came
        return bool(entities) and self._goes_on(at)

    def _goes_on(self, at: int) -> bool:
        begun = at
        while at < len(self.tokens) and self.tokens[at].key in OF:
            at += 1
        if at >= len(self.tokens) or self.tokens[at].key in _WHOSE:
            return False  # "and his counterpart": the next office
        if at > begun and self.tokens[at - 1].key in _THE and self.opens(self.tokens[at].key):
            return False  # "and the chief of staff": the next office, where "minister of the interior and head of government" is one
        return self.tokens[at].text[:1].islower() or (at in self.starts and self.starts[at].kind == "type")

    def _linked_before(self, begun: int, at: int) -> bool:
        return any(self.tokens[back].key in OF for back in range(max(begun, at - 4), at))


_STATES = frozenset(map(search_key, ["دولة", "بدولة", "لدولة", "جمهورية", "بجمهورية", "لجمهورية", "بمملكة", "لمملكة", "مملكة"]))
_BODIES = frozenset(map(search_key, [
    "جهاز", "هيئة", "وكالة", "مكتب", "لجنة", "إدارة", "مديرية", "اتحاد", "منظمة", "حركة", "حزب", "مؤسسة", "شركة", "بعثة", "مركز", "بنك",
]))  # fmt: skip
"""Arabic nouns for bodies: what follows them is their name, never that of the person who heads them."""
_OFFICE_HEADS = frozenset(map(search_key, ["رئيس", "وزير", "الرئيس", "الوزير", "الملك", "ملك", "رئيسة", "وزيرة"]))
_COUNTED = frozenset(
    ["deux", "trois", "quatre", "cinq", "six", "plusieurs", "quelques", "hauts", "ses", "son", "sa", "membres", "certains"]
)
_WHOSE = frozenset(["son", "sa", "ses", "leur", "leurs", "his", "her", "its", "their"])
_THE = frozenset(["the", "la", "le", "l'", "les"])
_FIELDS = frozenset(["Affairs", "Security", "Cooperation", "Relations", "Defence", "Defense", "Operations", "Rights", "Integration"])
"""Last words of a field of government in English, which else would begin the name behind it (... for African Affairs Molly Phee)."""
OF = frozenset(["of", "de", "du", "des", "d'", "the", "la", "le", "l'", "les", "for"])
TO = frozenset(["to", "in", "a", "au", "aux", "en", "aupres", "pour", "on", "accredite", "accredited", "sur"])


def _foreign(item: Found, entities: list[Found], key: str, *, away: bool) -> bool:
    """Whether a name after a title opens the next phrase (with li or bi) and is no part of the office."""
    if away or not entities:
        return False
    return item.how != "adjective" and item.kind in ("country", "place", "group")


def complete(entities: Sequence[Found]) -> bool:
    """Whether the office already has its state: what follows is a name."""
    return any((item.how == "adjective" and item.kind == "country") or (item.kind == "org" and item.country) for item in entities)


_BODIES = frozenset([
    "commission", "union", "council", "force", "forces", "community", "organisation", "organization", "committee", "authority", "bank",
    "fund", "court", "assembly", "agency", "mission", "conference", "league", "alliance", "confederation", "institute", "conseil", "banque",
    "fonds", "communaute", "ligue", "confederation", "autorite", "comite",
])  # fmt: skip
"""Last words of the name of a body; no person is called so."""
MANY = frozenset(map(search_key, [
    "leaders", "heads", "dirigeants", "chefs", "presidents", "ministers", "ministres",
    "قادة", "زعماء", "رؤساء", "وزراء", "القادة", "الزعماء",
]))  # fmt: skip
"""First words of offices that several hold: no name behind is theirs."""
_BODY_REACH = 3  # words between an office and the last word of the body that it is held in


def last_of_body(tokens: Sequence[Token], last: int, taken: Container[int]) -> int:
    """Where an office ends with the name of its body, which no list holds (... of the Lake Chad Basin Commission); `last` where it does."""
    for at in range(last + 1, min(last + 1 + _BODY_REACH, len(tokens))):
        token = tokens[at]
        if at in taken or token.script != "latin" or not token.text[:1].isupper():
            return last
        if token.key in _BODIES:
            return at
    return last
