"""Whom a text points back at: a bare surname at its office, "the two sides" and "the leaders" at those who met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.base.records import Actor, Span
from marsad.base.script import Token, search_key
from marsad.coding.engagements_parties import registry
from marsad.coding.engagements_told import Meeting
from marsad.coding.offices_persons import Person
from marsad.coding.reading import Reading, Sent

_ARABIC = frozenset(map(search_key, [
    "الجانبان", "الطرفان", "البلدان", "الوزيران", "الرئيسان", "المسؤولان", "القائدان", "القادة", "الزعماء", "الرؤساء", "المشاركون",
    "المجتمعون", "الحاضرون",
]))  # fmt: skip
_LATIN = frozenset(map(search_key, [
    "sides", "parties", "countries", "ministers", "presidents", "leaders", "officials", "delegations", "participants", "men", "neighbours",
    "pays", "ministres", "présidents", "dirigeants", "responsables", "délégations", "hommes", "chefs",
]))  # fmt: skip
_BEFORE = frozenset(["the", "both", "two", "three", "les", "deux", "trois", "four", "quatre"])
_ANEW = frozenset(["of", "from", "de", "du", "des", "d'"])
_MOST = 3  # actors of one deed
_LEAST = 3  # letters of a surname


class Antecedents:
    """Those whom a text has named so far. One serves one document."""

    def __init__(self, reading: Reading, story: Sequence[Meeting]) -> None:
        """Take the office-holders of a text by surname, and its meetings."""
        self._known: Mapping[str, Person] = registry(reading)
        self._met = sorted((one for one in story if not one.followed), key=lambda one: one.trigger.start)

    def of(self, sent: Sent, span: Span) -> list[Actor]:
        """The office-holder whom a surname in a stretch names, or those who met, where it says "the two sides"; none else."""
        taken = {at for person in sent.persons for at in range(person.first, person.last + 1) if person.name}
        for at, token in enumerate(sent.tokens):
            if token.start < span.start or token.end > span.end or at in taken:
                continue
            person = self._known.get(token.key.removeprefix("ال")) if _is_name(token) else None
            if person is not None:
                return [Actor(person.name or person.office, person.entity, person.country, person.sector, token.span)]
            if points_back(sent.tokens, at):
                return self._gathered(sent, token)
        return []

    def _gathered(self, sent: Sent, token: Token) -> list[Actor]:
        """Those who met last, each under the words of the text, which do not tell them apart."""
        last = next((one for one in reversed(self._met) if one.trigger.start < sent.span.start), None)
        if last is None:
            return []
        actors = [party.actor() for party in (*last.hosts, *last.guests)]
        name = token.text.removeprefix("و") if token.script == "arabic" else token.text
        return [Actor(name, one.entity, one.country, one.sector, token.span) for one in actors[:_MOST]]


def points_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the two sides", "the leaders" or their like stand at `at`, and nothing says anew whose they are."""
    key = tokens[at].key
    if tokens[at].script == "arabic":
        return key.removeprefix("و") in _ARABIC
    if key not in _LATIN or not at or tokens[at - 1].key not in _BEFORE:
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].key not in _ANEW


def _is_name(token: Token) -> bool:
    return len(token.key) >= _LEAST and (token.script == "arabic" or token.text[:1].isupper())
