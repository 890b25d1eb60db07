"""Meetings to records: engagements with their participants, links and bounds, and the event that each one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from marsad.base.records import Actor, DateRange, Document, Engagement, Event, Link, Participant, Place, record_id
from marsad.coding.engagements_company import with_flag
from marsad.coding.engagements_contexts import Contexts
from marsad.coding.engagements_parties import Party
from marsad.coding.engagements_told import Meeting

_HISTORY_DAYS = 60  # days: an earlier meeting recalled in a text counts as history, not as news


def records_of(story: Sequence[Meeting], document: Document, contexts: Contexts) -> tuple[list[Engagement], list[Event]]:
    """Engagements and their events; a meeting told of an earlier time carries the flag historical."""
    ids = {id(meeting): _id(meeting, document) for meeting in story}
    engagements = [_engagement(meeting, document, ids) for meeting in story]
    pairs = zip(story, engagements, strict=True)
    return engagements, [replace(_event(meeting, one, document), contexts=contexts.of(meeting.everybody, one)) for meeting, one in pairs]


def _id(meeting: Meeting, document: Document) -> str:
    who = sorted(f"{party.entity}/{party.surname}" for party in meeting.everybody)
    return record_id("engagement", document.id, meeting.form, meeting.trigger.start, meeting.trigger.end, *who)


def _engagement(meeting: Meeting, document: Document, ids: dict[int, str]) -> Engagement:
    links = []
    if meeting.follows is not None:
        links.append(Link("follow_up_of", ids[id(meeting.follows)]))
    if meeting.parent is not None and id(meeting.parent) in ids:
        links.append(Link("part_of", ids[id(meeting.parent)]))
    spans = meeting.mentions or [meeting.trigger]
    return Engagement(
        ids[id(meeting)], document.id, meeting.form, _bounded(meeting, document), _place(meeting), _host(meeting),
        _participants(meeting),
        meeting.sent.span, f"engagement-{meeting.frame}", topics=tuple(meeting.topics), outcomes=tuple(meeting.outcomes),
        links=tuple(links),
        mentions=tuple(sorted(spans)), source_kind=meeting.source_kind,
    )  # fmt: skip


def _participants(meeting: Meeting) -> tuple[Participant, ...]:
    home = next((party.country for party in meeting.guests if party.country), None)
    place = meeting.place.country if meeting.place else None
    host = [_at_home(party, place) for party in meeting.hosts]
    company = [with_flag(party).participant for party in meeting.company]
    company = [replace(one, country=one.country or home) for one in company]
    present = [with_flag(party).participant for party in meeting.present]
    return (*host, *(party.participant for party in meeting.guests), *company, *present)


def _at_home(party: Party, place: str | None) -> Participant:
    """A host whose state the text leaves out is at home where the meeting was."""
    return (party if party.country or not place else party.of_country(place)).participant


def _host(meeting: Meeting) -> str | None:
    if meeting.hosts:
        one = meeting.hosts[0].participant
        return one.name or one.office or one.organisation or one.country
    return meeting.destination.country if meeting.destination and meeting.parent is None else None


def _place(meeting: Meeting) -> Place | None:
    if meeting.place is not None:
        return meeting.place
    country = next((party.country for party in meeting.hosts if party.country), None)
    return Place(None, country, basis="inferred") if country and meeting.form not in ("call",) else None


def _bounded(meeting: Meeting, document: Document) -> DateRange:
    if meeting.date is not None:
        return meeting.date
    if document.published is not None and not meeting.followed and not meeting.recalled:
        return DateRange(None, document.published, "day", "inferred")
    return DateRange(None, None, "unknown", "unknown")


def _event(meeting: Meeting, one: Engagement, document: Document) -> Event:
    type_ = "AGREE" if meeting.form == "agreement" else "CONSULT"
    modes: tuple[str, ...] = ()
    if type_ == "CONSULT":
        modes = (
            ("phone",)
            if meeting.form == "call"
            else ("multilateral",)
            if meeting.form == "summit"
            else ("visit",)
            if _travelled(meeting)
            else ()
        )
    home = meeting.place.country if meeting.place else None
    recipients = tuple(party.actor() for party in meeting.hosts)
    recipients = tuple(one if one.country else replace(one, country=home) for one in recipients)
    if not recipients and meeting.destination is not None and meeting.destination.country:
        to = meeting.destination
        told = to.span.of(document.text) if to.kind == "country" else to.country or ""
        recipients = (replace(_state_actor(to.country or ""), name=told, span=to.span),)
    return Event(
        record_id("event", one.id), document.id, type_, one.date, one.place, meeting.sent.span, one.rule, modes=modes,
        actors=tuple(party.actor() for party in meeting.guests), recipients=recipients,
        flags=("historical",) if _past(meeting, document.published) else (), source_kind=meeting.source_kind,
        trigger_span=meeting.trigger, confidence=0.8 if meeting.source_kind == "communique" else 0.7, links=one.links,
        engagement=one.id, text=meeting.sent.span.of(document.text),
    )  # fmt: skip


def _state_actor(country: str) -> Actor:
    return Actor(country, f"country:{country}", country, "GOV")


def _travelled(meeting: Meeting) -> bool:
    came = meeting.travelled or meeting.frame in ("receive", "received_by") or bool(meeting.destination)
    return meeting.form == "visit" or meeting.parent is not None or came


def _past(meeting: Meeting, published: date | None) -> bool:
    if meeting.followed or meeting.recalled:
        return True
    end = meeting.date.end if meeting.date else None
    return bool(end and published and (published - end).days > _HISTORY_DAYS)
