"""Many reports, one event: events of several documents that tell one incident are linked; reports and events are both counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.base.records import Document, Event, Link

_MATERIAL = frozenset(["ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"])
"""Types whose incidents happen at a place and a time; talk is tied by its meeting, not by its wording."""
_UNREAL = frozenset(["negated", "future", "hypothetical", "historical"])
_DAYS_APART = 1  # days: a report of the morning after may put the event a day late
_TOLL_RATIO = 2.0  # early and late tolls of one attack seldom differ by more than this factor
_TOLL_SLACK = 3  # deaths: below, small tolls always fit


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one event was told: `reports` documents, `events` 1; `single_source` where only one publisher tells it."""

    event: str
    reports: int
    single_source: bool


def link_reports(events: Sequence[Event], documents: Iterable[Document] = ()) -> dict[str, Link]:
    """For each later report of an event already told, the link `same_as` to the first.

    Two reports fit where type and state agree, places lie in one cell or one is vague, days overlap or touch, and tolls fit.
    Documents that are near-copies of another one tie on type and state alone.

    Args:
        events: of any number of documents; those already linked within their own text are left out.
        documents: where `near_duplicate_of` says which text is a copy of which.

    Returns:
        event id to link; an event that stands for itself has no entry.
    """
    copies = {document.id: document.near_duplicate_of for document in documents if document.near_duplicate_of}
    links: dict[str, Link] = {}
    shelves: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in sorted(_tellable(events), key=lambda one: (_day(one) or date.max, one.id)):
        shelf = shelves[event.type, (event.place.country or event.place.name or "") if event.place else ""]
        twin = next((other for other in _recent(shelf, event) if other.document != event.document and _fits(event, other, copies)), None)
        if twin is None:
            shelf.append(event)
        else:
            links[event.id] = Link("same_as", twin.id)
    return links


def tally(events: Sequence[Event], links: Mapping[str, Link], publishers: Mapping[str, str | None]) -> list[Tally]:
    """Reports per event, with the share that rests on one source: `publishers` maps document id to publisher."""
    told: dict[str, set[str]] = defaultdict(set)
    for event in events:
        if any(link.rel == "same_as" for link in event.links):
            continue
        stands = links[event.id].to if event.id in links else event.id
        told[stands].add(event.document or "")
    return [Tally(event, len(docs), len({publishers.get(doc) or doc for doc in docs}) == 1) for event, docs in told.items()]


def _tellable(events: Sequence[Event]) -> Iterator[Event]:
    for event in events:
        own = any(link.rel == "same_as" for link in event.links)
        if event.type in _MATERIAL and not own and not _UNREAL & set(event.flags) and event.place is not None:
            yield event


def _recent(shelf: Sequence[Event], event: Event, most: int = 40) -> Iterator[Event]:
    """Events of the shelf that may still be the same one; at most `most`, which keeps the work linear."""
    yield from reversed(shelf[-most:])


def _day(event: Event) -> date | None:
    return event.date.end or event.date.start


def _fits(one: Event, other: Event, copies: Mapping[str, str | None]) -> bool:
    copied = copies.get(one.document or "") == other.document or copies.get(other.document or "") == one.document
    if copied and _tolls_fit(one, other):
        return True
    return _days_fit(one, other) and _places_fit(one, other) and _tolls_fit(one, other) and _modes_fit(one, other)


def _days_fit(one: Event, other: Event) -> bool:
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) <= _DAYS_APART


def _places_fit(one: Event, other: Event) -> bool:
    """The same cell; a state alone says too little, unless both say no more and give the same toll."""
    here, there = one.place, other.place
    if here is None or there is None:
        return False
    if here.cell is not None and there.cell is not None:
        return here.cell == there.cell
    return one.fatalities is not None and one.fatalities == other.fatalities


def _tolls_fit(one: Event, other: Event) -> bool:
    if one.fatalities is None or other.fatalities is None:
        return True
    low, high = sorted((one.fatalities.best, other.fatalities.best))
    return high - low <= _TOLL_SLACK or high <= low * _TOLL_RATIO


def _modes_fit(one: Event, other: Event) -> bool:
    return not one.modes or not other.modes or bool(set(one.modes) & set(other.modes))
