"""Meetings told twice: when two tellings are of one meeting, and what the second adds to the first."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import DateRange
from marsad.coding.engagements_told import Meeting

RECENT = 64  # mentions, topics, outcomes: a new one can only repeat one of its own sentence
_TWIN_BACK = 200  # meetings looked back over: keeps the work linear in the number of meetings of a text


def twin_of(meeting: Meeting, story: Sequence[Meeting]) -> Meeting | None:
    """The meeting already told that this one repeats."""
    for other in reversed(story[-_TWIN_BACK:]):
        if other.parent is None and not other.followed and _same(meeting, other):
            return other
    return None


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
            twin = next((rest for rest in everybody if party.same(rest)), None)
            if twin is not None:
                side[at] = party.joined(twin) if not party.surname or twin.surname else party
    if sides and not kept.hosts:
        kept.frame = again.frame
        hosts = [party for party in kept.guests if any(party.same(host) for host in again.hosts)]
        kept.hosts = hosts
        kept.guests = [party for party in kept.guests if party not in hosts]
    known = kept.everybody
    kept.company.extend(party for party in again.company if not any(party.same(rest) and not party.generic for rest in known))
    kept.guests.extend(
        party for party in again.guests if not party.state and not party.generic and not any(party.same(rest) for rest in known)
    )
    kept.date = kept.date if kept.date and kept.date.basis != "inferred" else again.date or kept.date
    kept.place = kept.place if kept.place and kept.place.country else again.place or kept.place
    if again.sent.source_kind == "communique":
        kept.source_kind = "communique"
