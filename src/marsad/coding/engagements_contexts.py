"""Contexts of an engagement: what its offices and topics state, by the same words that give events their contexts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from marsad.base.records import Engagement
from marsad.base.script import tokenize
from marsad.coding.engagements_parties import Party
from marsad.coding.lexicon import Lexicon
from marsad.coding.triggers import WORDS, Vocabulary

_PREFIX = "ctx_"
_SECTORS: Mapping[str, str] = {"MIL": "military", "SPY": "intelligence", "LEG": "legislative", "JUD": "legal"}
"""Contexts that the body behind an office states, whatever its words."""
_BY_OFFICE = "executive"
"""The context of politics within a government: that ministers met does not state it, what they met about does."""


class Contexts:
    """Reads contexts off offices and topics. One reader serves any number of engagements."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the context words of the event lexicon, and no other."""
        words = {id_: entry for id_, entry in lexicon.section(WORDS).items() if (entry.text("sense") or "").startswith(_PREFIX)}
        self._vocabulary = Vocabulary(Lexicon({WORDS: words}))
        self._names = {sense: name.removeprefix(_PREFIX) for name, sense in self._vocabulary.senses.items() if name.startswith(_PREFIX)}

    def of(self, parties: Sequence[Party], engagement: Engagement) -> tuple[str, ...]:
        """Contexts in alphabetical order; `diplomatic` unless all are known to speak for one state."""
        states = {party.country for party in parties}
        found = set() if len(states) == 1 and None not in states and len(parties) > 1 else {"diplomatic"}
        found |= {_SECTORS[party.sector] for party in parties if party.sector is not None and party.sector in _SECTORS}
        found |= self._told(part for one in engagement.participants for part in (one.office, one.organisation) if part) - {_BY_OFFICE}
        found |= self._told(topic.text for topic in engagement.topics)
        found |= self._told(outcome.text for outcome in engagement.outcomes)
        return tuple(sorted(found))

    def _told(self, texts: Iterable[str]) -> set[str]:
        hits = (self._vocabulary.find(list(tokenize(text))) for text in texts)
        return {self._names[sense] for found in hits for sense in found if sense in self._names}
