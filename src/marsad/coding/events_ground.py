"""Where an event happened: the nearest place of its sentence; else of the sentences before, or its state, marked as inferred."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from marsad.base.records import Place, Span
from marsad.coding.admission import Admission
from marsad.coding.drafts import EventDraft
from marsad.coding.entities import Found
from marsad.coding.events_towns import beside, of_an_area, unlisted_area, unlisted_towns
from marsad.coding.gazetteer import Gazetteer
from marsad.coding.reading import Reading, Sent

_TOWN_M = 25_000.0  # metres: a town is preferred to the region around it
_AREA_M = 75_000.0  # metres: radius of a region that goes by the name of its town
_INSIDE = 0.9  # share of a region's radius within which a town of it lies
_FAR_M = 1e9  # metres: more than any place is wide
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
        village = None if reading.alone else _village(reading, sent, draft)
        near = self._in_sentence(reading, sent, draft, draft.trigger_span, village=village)
        if near is None and village is None and not reading.alone and unlisted_area(sent):
            return _only_state(reading)
        if village is None or (near is not None and near.precision_m and near.precision_m <= _TOWN_M):
            return near or self._around(reading, sent, draft)
        around = near or self._around(reading, sent, draft)
        if around is not None and (around.precision_m or 0) > _TOWN_M:
            # coordinates of the region; a town inside it lies nearer to its middle than the border does
            return replace(around, name=village, basis="stated", precision_m=_INSIDE * (around.precision_m or _AREA_M))
        here = any(item.country and item.how != "adjective" and item.country == around.country for item in sent.found) if around else False
        told = around is not None and (here or around.lat is not None)
        return Place(village, around.country if around is not None and told else _ground_of(reading))

    def _around(self, reading: Reading, sent: Sent, draft: EventDraft) -> Place | None:
        """The place of the sentences before, or the state named here."""
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

    def _in_sentence(self, reading: Reading, sent: Sent, draft: EventDraft, trigger: Span, *, village: str | None = None) -> Place | None:
        def far(item: Found) -> int:
            return min(abs(item.span.start - trigger.end), abs(trigger.start - item.span.end))

        here = self._here(sent, draft)
        places = sorted((item for item in here if item.kind == "place"), key=far)
        if places:
            known = [self._gazetteer.place_of(item, reading.document) for item in places]
            areas = [village is not None and of_an_area(sent, item.first) for item in places]
            towns = [place for place, area in zip(known, areas, strict=True) if not area and (place.precision_m or _FAR_M) <= _TOWN_M]
            first = replace(known[0], precision_m=max(_AREA_M, known[0].precision_m or 0)) if areas[0] else known[0]
            return next(iter(towns), first)
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


def _village(reading: Reading, sent: Sent, draft: EventDraft) -> str | None:
    """The town that no table holds nearest to the trigger in its sentence."""
    trigger = draft.trigger_span
    if reading.villages is None:
        reading.villages = unlisted_towns(reading)
    spans = reading.villages.get(sent.number, ())
    near = min(spans, key=lambda span: min(abs(span.start - trigger.end), abs(trigger.start - span.end)), default=None)
    if near is None and draft.type in _VIOLENT:
        near = beside(sent, trigger)
    return near.of(reading.text) if near is not None else None


def _only_state(reading: Reading) -> Place | None:
    """The one state whose places a text names; None where there are several: a region that no table holds may lie in any."""
    counts = _states(reading)
    return Place(None, next(iter(counts)), basis="inferred") if len(counts) == 1 else None


def _states(reading: Reading) -> Counter[str]:
    """How often a text names each state, by name or by its places."""
    named = (
        item for sent in reading.sents if sent.role != "boilerplate" for item in sent.found if not item.inner and item.how != "adjective"
    )
    return Counter(item.country for item in named if item.country and item.kind in ("country", "place"))


def _ground_of(reading: Reading) -> str | None:
    """The state that a text names most: where its villages lie unless it says otherwise."""
    counts = _states(reading)
    return max(counts, key=lambda country: counts[country], default=None)


def locative(sent: Sent, item: Found) -> bool:
    """Whether a name stands behind a word of place: it says where, not who."""
    token = sent.tokens[item.first]
    if item.span.start > token.start and token.key.lstrip("وف")[:1] == "ب":
        return True
    return any(token.key in _LOCATIVE for token in sent.tokens[max(0, item.first - 1) : item.first]) or (
        item.first > 1 and sent.tokens[item.first - 1].key in ("neighbouring", "neighboring") and sent.tokens[item.first - 2].key == "in"
    )
