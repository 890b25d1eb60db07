"""One meeting told in several documents: a visit recalled in a later text is the visit that an earlier text told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from marsad.base.records import Document, Engagement, Event, Link, Participant

_SPAN_MOST = 31  # days: a date as vague as a season ties nothing


def link_meetings(engagements: Sequence[Engagement], documents: Iterable[Document] = ()) -> dict[str, Link]:
    """For each engagement that a later document tells again, the link `same_as` to the record of the earliest document.

    Two tell one engagement where they have the same form, dates that overlap, and parties in common: one for a visit (the host is
    often left out when it is recalled), two for the rest.

    Args:
        engagements: of any number of documents.
        documents: give the order of publication.

    Returns:
        engagement id to link; an engagement that stands for itself has no entry.
    """
    published = {document.id: document.published or date.max for document in documents}
    links: dict[str, Link] = {}
    shelves: dict[str, list[Engagement]] = {}
    for one in sorted(engagements, key=lambda e: (published.get(e.document, date.max), e.document, e.span)):
        shelf = shelves.setdefault(one.form, [])
        twin = next((other for other in shelf if other.document != one.document and _same(one, other)), None)
        if twin is None:
            shelf.append(one)
        else:
            links[one.id] = Link("same_as", twin.id)
    return links


def relinked(record: Engagement | Event, links: Mapping[str, Link]) -> Engagement | Event:
    """The record with its own `same_as`, and with ties to a retold engagement led on to the original."""
    ties = tuple(Link(link.rel, links[link.to].to) if link.to in links else link for link in record.links)
    if isinstance(record, Engagement) and record.id in links:
        ties = (*ties, links[record.id])
    return record if ties == record.links else replace(record, links=ties)


def _same(one: Engagement, other: Engagement) -> bool:
    if not _overlap(one, other):
        return False
    bodies = _bodies(one.participants), _bodies(other.participants)
    if one.form == "meeting" and not (bodies[0] <= bodies[1] or bodies[1] <= bodies[0]):
        return False
    here, there = set(_keys(one.participants)), set(_keys(other.participants))
    return len(here & there) >= (1 if one.form == "visit" else min(2, len(here), len(there)) or 1)


def _overlap(one: Engagement, other: Engagement) -> bool:
    first, second = one.date, other.date
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    if max((first.end - first.start).days, (second.end - second.start).days) > _SPAN_MOST:
        return False
    return first.start <= second.end and second.start <= first.end


def _bodies(participants: Sequence[Participant]) -> set[str]:
    return {one.entity for one in participants if one.entity and not one.delegation}


def _keys(participants: Sequence[Participant]) -> Iterator[str]:
    """Who took part, one key each: the state of an office-holder, for names and titles change from text to text."""
    for one in participants:
        if one.delegation:
            continue
        key = one.country or one.entity or one.organisation or one.name
        if key:
            yield key
