"""One meeting told in several documents: a visit recalled in a later text is the visit that an earlier text told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from marsad.base.records import Document, Engagement, Event, Link, Participant

_SPAN_MOST = 31  # days: a date as vague as a season ties nothing
_MONTHS_APART = 2  # between the first days of two that share one (31 January and 3 March); others are not looked at: keeps it quick


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
    shelves: dict[tuple[str, int], list[tuple[int, Engagement]]] = {}
    for number, one in enumerate(sorted(engagements, key=lambda e: (published.get(e.document, date.max), e.document, e.span))):
        if one.date.start is None:
            continue
        month = 12 * one.date.start.year + one.date.start.month
        near = (shelves.get((one.form, other), []) for other in range(month - _MONTHS_APART, month + _MONTHS_APART + 1))
        twins = (next((told for told in shelf if told[1].document != one.document and _same(one, told[1])), None) for shelf in near)
        first = min(filter(None, twins), default=None, key=lambda told: told[0])
        if first is None:
            shelves.setdefault((one.form, month), []).append((number, one))
        else:
            links[one.id] = Link("same_as", first[1].id)
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
