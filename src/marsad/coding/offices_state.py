"""Offices whose state the text leaves out, as a national agency does: "the President of the Republic received ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.base.script import search_key
from marsad.coding.entities import Found
from marsad.coding.lexicon import Lexicon
from marsad.coding.offices_persons import Person
from marsad.coding.reading import Reading

_OPENING = 2  # sentences in which an agency names itself: (APS)
_WORLDWIDE = ("CHN", "RUS", "TUR")
"""States whose agencies report on everybody's ministers."""
_NATIONAL = frozenset(
    ["prime-minister", "foreign-minister", "defence-minister", "interior-minister", "minister", "chief-of-staff", "speaker"]
)
_HEADS = tuple(map(search_key, ["رئيس الجمهورية", "رئيس الدولة", "جلالة الملك", "président de la République", "chef de l'État"]))
"""What a national agency calls its own head of state; a bare "the president" may be anybody's."""


class HomeState:
    """Gives offices without a state that of the agency which published the text. One serves any number of documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the agencies that have a state."""
        media = (entry for entry in lexicon.section("organisations").values() if entry.text("kind") == "media" and entry.text("country"))
        media = (entry for entry in media if entry.text("country") not in _WORLDWIDE)
        self._agencies = {search_key(name): entry.text("country") for entry in media for _, name in entry.names()}

    def settle(self, reading: Reading, dateline: Sequence[Found]) -> None:
        """Complete the persons of each sentence in place; `dateline` holds the names of the line from which the text is dated."""
        agency = self._agency(reading, dateline)
        filed = next((item.country for item in dateline if item.how == "capital" and item.country), None)
        home = agency or filed
        if home is None or filed not in (None, home):
            return  # an agency that writes from abroad may mean either president
        for sent in reading.sents:
            sent.persons = [_at_home(person, home) if _lacks(person, national=bool(agency)) else person for person in sent.persons]

    def _agency(self, reading: Reading, dateline: Sequence[Found]) -> str | None:
        publisher = search_key(reading.document.publisher or "")
        words = f" {publisher} "
        named = next((country for name, country in self._agencies.items() if publisher and f" {name} " in words), None)
        if named:
            return named
        opening = [*dateline, *(item for sent in reading.sents[:_OPENING] for item in sent.found)]
        return next((item.country for item in opening if item.sector == "JRN" and item.country not in (None, *_WORLDWIDE)), None)


def _lacks(person: Person, *, national: bool) -> bool:
    if person.country or person.expert or person.counterpart or person.generic:
        return False
    head = search_key(person.office).startswith(_HEADS)
    return head or (national and person.title in _NATIONAL and not (person.entity or "").startswith("org:"))


def _at_home(person: Person, country: str) -> Person:
    entity = person.entity or (f"org:{country.lower()}-{person.body}" if person.body else None)
    return replace(person, country=country, entity=entity)
