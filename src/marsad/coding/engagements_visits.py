"""Visits: who came, to where, and the meetings held there."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.coding.engagements_parties import Party
from marsad.coding.engagements_told import Meeting, Told, subject_of
from marsad.coding.entities import Found
from marsad.coding.phrases import Phrase
from marsad.coding.reading import Sent

_SIDES = 2  # parties of a meeting of which one can be told to have come to the other
_TOWARDS = frozenset(["to", "in", "at", "a", "au", "aux", "en", "الي", "في", "chez", "العاصمه", "بالعاصمه", "مدينه", "بمدينه", "للعاصمه"])


def visit_of(told: Told, word: Phrase, before: list[Party], after: list[Party], *, company: list[Party], stop: int) -> list[Meeting]:
    """A visit: who came, and to where. "Arrived" and "went" need a visit or a meeting said beside them."""
    sent = told.sent
    officials = [party for party in after if not party.state]
    before = [party for party in before if not party.state]
    if word.sense == "visit":
        subject, _ = subject_of(sent, word, before, officials)
    else:
        follow = told.cue("follow_up", 0, word.first)
        owner = [party for party in before[-1:] if _owns(sent, party, word)]
        subject = owner or officials[:1] or (before[-1:] if follow is None else [])
    covered = {at for person in sent.persons for at in range(person.first, person.last + 1)}
    places = [
        item
        for item in sent.found
        if item.first > word.last and item.first < stop and item.first not in covered and _is_place(item) and _towards(sent, item)
    ]
    direct = [
        item
        for item in sent.found
        if word.sense == "visit" and word.last < item.first <= word.last + 3 and _is_place(item) and item.first not in covered
    ]
    home = {party.country for party in subject if party.country}
    abroad = [item for item in places if item.country not in home]
    destination = next(iter(abroad or places or direct), None)
    if destination is None and not subject:
        return []
    hosts = [party for party in officials if party not in subject and word.sense == "visit_noun"]
    return [Meeting("visit", word.sense, sent, word.span, list(subject), [] if destination else hosts, company, destination)]


def _owns(sent: Sent, party: Party, word: Phrase) -> bool:
    """Whether "'s" alone stands between a party and the noun: the president's visit."""
    return any(token.key in ("'s", "’s") for token in sent.tokens[party.last : word.first]) and word.first - party.last <= 3


def _is_place(item: Found) -> bool:
    return (item.kind == "country" and item.how != "adjective" and not item.inner) or item.kind == "place"


def _towards(sent: Sent, item: Found) -> bool:
    """Whether a preposition of place or direction leads to a name, as a word or as a clitic."""
    token = sent.tokens[item.first]
    if item.span.start > token.start or token.key.startswith(("لل", "بال")):
        return True
    back = [sent.tokens[at].key for at in range(max(0, item.first - 2), item.first)]
    return any(key in _TOWARDS for key in back)


def within_visit(told: Told, word: Phrase, visit: Meeting, others: list[Party]) -> list[Meeting]:
    """Meetings held on a visit: one with each person met, or with the state where nobody is named."""
    home = {party.country for party in visit.guests}
    persons = [party for party in others if not party.state] or [party for party in others if party.country not in home][:1]
    return [Meeting("meeting", word.sense, told.sent, word.span, list(visit.guests), [party], parent=visit) for party in persons]


def met_on_visit(told: Told, visit: Meeting | None) -> list[Meeting]:
    """Whom a visitor met, where a sentence leaves him to a pronoun (he met ...; the minister received him)."""
    if visit is None or visit.form != "visit" or not visit.guests or told.cue("planned") is not None or told.cue("denied") is not None:
        return []
    word = next((word for word in told.triggers if word.sense in ("receive", "received_by", "meet")), None)
    if word is not None and any(token.key in _HAD for token in told.sent.tokens[word.first : word.last + 1]):
        return []  # what he had done before the visit
    others = [party for party in told.parties if party.title and not any(party.same(guest) for guest in visit.guests)]
    if word is None or not others or len(others) < len([party for party in told.parties if party.title]):
        return []
    tokens = told.sent.tokens
    arabic = tokens[word.first].script == "arabic"
    if arabic and word.sense == "receive" and not tokens[word.first].key.endswith(_HIM):
        return []
    if not arabic and not any(token.key in _HE for token in (*tokens[max(0, word.first - 3) : word.first], *tokens[word.last + 1 :][:1])):
        return []
    return within_visit(told, word, visit, others)


def held_on(visit: Meeting, story: Sequence[Meeting]) -> Meeting:
    """The one meeting held on a visit, for what a later sentence says the two sides dealt with; the visit where it held none or several."""
    if visit.form != "visit":
        return visit
    held = [one for one in story if one.parent is visit]
    return held[0] if len(held) == 1 else visit


_HAD = frozenset(["avait", "avaient", "etait", "etaient"])
_HE = frozenset(["he", "she", "il", "elle", "l'", "him", "her"])
_HIM = ("ه", "ها", "هم", "هما")


def came_to(word: Phrase, made: Sequence[Meeting]) -> None:
    """Of two who met, the one of whom "who has come to ..." tells is the visitor, and the other one the host."""
    for meeting in made:
        before = [party for party in meeting.guests if party.last < word.first]
        if meeting.form != "meeting" or meeting.hosts or len(meeting.guests) != len(before) or len(before) != _SIDES:
            continue
        visitor = max(before, key=lambda party: party.last)
        meeting.hosts = [party for party in before if party is not visitor]
        meeting.guests, meeting.travelled = [visitor], True
