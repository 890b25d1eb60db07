"""Where an event happened: the nearest place of its sentence; else of the sentences before, or its state, marked as inferred."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.records import Place, Span
from marsad.coding.admission import Admission
from marsad.coding.drafts import EventDraft
from marsad.coding.entities import Found
from marsad.coding.gazetteer import Gazetteer
from marsad.coding.reading import Reading, Sent

_TOWN_M = 25_000.0  # metres: a town is preferred to the region around it
_BACK = 3  # sentences looked back over for a place
_GROUNDLESS = frozenset(["ACCUSE", "REJECT", "THREATEN", "SANCTION", "SUPPORT", "REQUEST", "AID", "AGREE", "COOPERATE", "CONCEDE"])
_VIOLENT = frozenset(["ASSAULT", "PROTEST", "COERCE"])
_LOCATIVE = frozenset([
    "في", "شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "داخل",
    "in", "northern", "southern", "eastern", "western", "central", "across", "inside",
    "au", "en", "du", "dans", "nord", "sud", "est", "ouest", "centre",
])  # fmt: skip


class Ground:
    """Finds the places of events. One serves any number of documents."""

    def __init__(self, gazetteer: Gazetteer, admission: Admission) -> None:
        """Take what knows places, and what knows whither the survivors went."""
        self._gazetteer = gazetteer
        self._admission = admission

    def of(self, reading: Reading, sent: Sent, draft: EventDraft) -> Place | None:
        """The place of an event.

        What is said or decreed has no ground of its own, and a deed between bodies of other states is not where the last one was.
        Where people fled or were taken to is not where they were attacked.
        """
        near = self._in_sentence(reading, sent, draft, draft.trigger_span)
        if near is not None:
            return near
        at = sent.number
        told = self._here(sent, draft)
        state = next((item for item in told if item.kind == "country" or (item.kind == "org" and item.country)), None)
        named = {item.country for item in told if item.country and item.kind in ("country", "org")}
        for other in reversed(reading.sents[max(0, at - _BACK) : at]) if draft.type not in _GROUNDLESS else ():
            before = self._in_sentence(reading, other, draft, Span(other.span.end, other.span.end))
            if before is not None and before.basis == "stated":
                if named and before.country not in named:
                    break
                return replace(before, basis="inferred")
        return Place(None, state.country, basis="inferred") if state is not None else None

    def _in_sentence(self, reading: Reading, sent: Sent, draft: EventDraft, trigger: Span) -> Place | None:
        def far(item: Found) -> int:
            return min(abs(item.span.start - trigger.end), abs(trigger.start - item.span.end))

        here = self._here(sent, draft)
        places = sorted((item for item in here if item.kind == "place"), key=far)
        if places:
            known = [self._gazetteer.place_of(item, reading.document) for item in places]
            towns = [place for place in known if place.precision_m is not None and place.precision_m <= _TOWN_M]
            return next(iter(towns), known[0])
        states = sorted((item for item in here if item.kind == "country" and item.how == "name" and locative(sent, item)), key=far)
        return self._gazetteer.place_of(states[0], reading.document) if states else None

    def _here(self, sent: Sent, draft: EventDraft) -> list[Found]:
        """The names of a sentence without those of elsewhere."""
        if not self._admission.tells_of_moving(sent):
            return sent.found
        return [item for item in sent.found if not self._is_away(sent, item, draft)]

    def _is_away(self, sent: Sent, item: Found, draft: EventDraft) -> bool:
        if draft.type in _VIOLENT or not draft.span.within(sent.span):
            return self._admission.leads_away(sent, item.first)
        return self._admission.comes_from(sent, item.first)


def locative(sent: Sent, item: Found) -> bool:
    """Whether a name stands behind a word of place: it says where, not who."""
    token = sent.tokens[item.first]
    if item.span.start > token.start and token.key.lstrip("وف")[:1] == "ب":
        return True
    return any(token.key in _LOCATIVE for token in sent.tokens[max(0, item.first - 1) : item.first]) or (
        item.first > 1 and sent.tokens[item.first - 1].key in ("neighbouring", "neighboring") and sent.tokens[item.first - 2].key == "in"
    )
