"""Meetings told twice: when two tellings are of one meeting, and what the second adds to the first."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import DateRange
from marsad.coding.engagements_parties import Party
from marsad.coding.engagements_told import Meeting

RECENT = 64  # mentions, topics, outcomes: a new one can only repeat one of its own sentence
_TWIN_BACK = 200  # meetings looked back over: keeps the work linear in the number of meetings of a text


def twin_of(meeting: Meeting, story: Sequence[Meeting]) -> Meeting | None:
    """The meeting already told that this one repeats."""
    for other in reversed(story[-_TWIN_BACK:]):
        if other.parent is None and not other.followed and (_same(meeting, other) or _headed(meeting, other)):
            return other
    for other in reversed(story[-_TWIN_BACK:]):
        if other.parent is not None and not other.followed and meeting.form == other.form and _named_alike(meeting, other):
            return other  # held on a visit
    return None


def _headed(body: Meeting, title: Meeting) -> bool:
    """Whether a headline tells of a meeting by the offices alone, the same as those who met."""
    if title.sent.role != "title" or body.form != title.form or any(party.surname for party in title.everybody):
        return False
    offices, held = ({party.title for party in meeting.everybody if party.title} for meeting in (title, body))
    apart_by = {party.country for party in title.everybody if party.country} - {party.country for party in body.everybody}
    unknown = any(party.country is None for party in body.everybody)
    alone = title.form == "visit" and bool(title.destination and body.destination and title.destination.country == body.destination.country)
    return len(offices) > (0 if alone else 1) and offices <= held and (not apart_by or unknown) and not apart(body.date, title.date)


def _same_office(party: Party, kept: Meeting, others: Sequence[Party]) -> Party | None:
    """Who holds the office that a headline gives without a name and a state, where one of those who met does."""
    if kept.sent.role != "title" or party.participant.name or not party.title:
        return None
    held = [other for other in others if other.title == party.title and party.country in (None, other.country)]
    return held[0] if len(held) == 1 else None


def _named_alike(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings are of the same two or more persons by name."""
    mine, its = ({party.surname for party in meeting.everybody if party.surname} for meeting in (one, other))
    return len(mine) > 1 and mine == its and not apart(one.date, other.date)


def _same(one: Meeting, other: Meeting) -> bool:
    if (one.form == "call") != (other.form == "call") or ("agreement" in (one.form, other.form) and one.form != other.form):
        return False
    if apart(one.date, other.date):
        return False
    towards = one.destination.country if one.destination else None
    hosts = {party.country for party in other.hosts if party.country} | (
        {other.place.country} if other.place and other.place.country else set()
    )
    if towards and hosts and towards not in hosts:
        return False
    if one.form == other.form == "summit" and other.sent.role == "title" and all(party.plural for party in other.everybody):
        return True  # a title that says only that leaders gathered
    few, many = sorted((one.everybody, other.everybody), key=len)
    unmatched = [party for party in few if not any(party.same(rest) for rest in many)]
    return not unmatched and len(few) >= (1 if towards else 2)


def apart(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None or "inferred" in (one.basis, other.basis) or not (one.start and one.end and other.start and other.end):
        return False
    return one.end < other.start or other.end < one.start


def merge(kept: Meeting, again: Meeting) -> None:
    """Add to a meeting what a second mention of it tells."""
    latest = kept.mentions[-RECENT:]
    kept.mentions.extend(span for span in again.mentions if span not in latest)
    sides = again.frame in ("receive", "received_by")
    everybody = again.everybody
    for side in (kept.hosts, kept.guests, kept.company):
        for at, party in enumerate(side):
            twin = next((rest for rest in everybody if party.same(rest)), None) or _same_office(party, kept, everybody)
            if twin is not None:
                side[at] = party.joined(twin) if not party.surname or twin.surname else party
    if sides and not kept.hosts:
        kept.frame = again.frame
        hosts = [party for party in kept.guests if any(party.same(host) for host in again.hosts)]
        kept.hosts = hosts
        kept.guests = [party for party in kept.guests if party not in hosts]
    if kept.form == "summit" and kept.sent.role == "title" and again.guests:
        kept.guests = [party for party in kept.guests if not party.plural] or list(
            again.guests
        )  # "the leaders" of a title have names below
    known = kept.everybody
    kept.company.extend(party for party in again.company if not any(party.same(rest) and not party.generic for rest in known))
    kept.guests.extend(
        party for party in again.guests if not party.state and not party.generic and not any(party.same(rest) for rest in known)
    )
    kept.date = kept.date if kept.date and kept.date.basis != "inferred" else again.date or kept.date
    kept.place = kept.place if kept.place and kept.place.country else again.place or kept.place
    if again.sent.source_kind == "communique":
        kept.source_kind = "communique"
