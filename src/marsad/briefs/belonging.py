"""Which records belong to a brief's region: the texts read may tell of other places too."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.base.places import Region
from marsad.base.records import Engagement, Event, Mention, Record, Statement


def of_region(records: Iterable[Record], region: Region) -> tuple[Record, ...]:
    """The records that a brief on the region tells, others left out.

    A region of many countries also keeps records that name no country; a country keeps only those that name it.
    """
    records = tuple(records)
    here = frozenset(region.countries)
    alone = len(here) == 1
    naming = {
        (record.document, record.line)
        for record in records
        if isinstance(record, Mention) and record.entity.removeprefix("country:") in here
    }
    return tuple(record for record in records if _belongs(record, here, naming, alone=alone))


def _belongs(record: Record, here: frozenset[str], naming: set[tuple[str, int | None]], *, alone: bool) -> bool:
    named = _countries(record)
    if named:
        return bool(named & here)
    if not alone or not isinstance(record, Event | Engagement | Statement):
        return True
    # nobody and no place named in the sentence itself: an event elsewhere must not be told as this country's
    return isinstance(record, Statement) and (record.document, record.line) in naming


def _countries(record: Record) -> set[str]:
    if isinstance(record, Event):
        if record.place is not None and record.place.country:
            return {record.place.country}
        return {actor.country for actor in (*record.actors, *record.recipients) if actor.country}
    if isinstance(record, Engagement):
        place = {record.place.country} if record.place is not None and record.place.country else set()
        return place | {person.country for person in record.participants if person.country}
    if isinstance(record, Statement) and record.speaker is not None and record.speaker.country:
        return {record.speaker.country}
    return set()
