"""A title and the body under it tell one event; an attack and the answer to it are two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from marsad.base.records import Actor, Event, Link, Place
from marsad.base.script import search_key
from marsad.coding.drafts import EventDraft

_REGION_M = 75_000.0  # metres: radius of a region; a town of it lies nearer to its middle
_DAYS_APART = 3  # days between two reports of one text that still tell one event
_UNREAL = frozenset(["negated", "future", "hypothetical", "historical"])
_SIDES = {
    **dict.fromkeys(("MIL", "COP", "GOV", "SPY"), "state"),
    **dict.fromkeys(("UAF", "REB", "CRM"), "armed"),
    **dict.fromkeys(("CVL", "AGR", "EDU", "LAB", "REF", "BUS", "MED", "REL", "NGO", "JRN"), "civil"),
}


def opposed(one: Event, other: Event) -> bool:
    """Whether two reports name opposite sides: another doer, or armed men as the harmed in one and others in the other."""
    doers = _side(one.actors), _side(other.actors)
    if None not in doers and doers[0] != doers[1]:
        return True
    harmed = _side(one.recipients), _side(other.recipients)
    if any(doers[a] == "armed" == harmed[b] and doers[b] != "armed" for a, b in ((0, 1), (1, 0))):
        return True  # the armed attack in one report and are struck in the other
    return None not in harmed and harmed[0] != harmed[1] and "armed" in harmed


def long_between(one: Event, other: Event) -> bool:
    """Whether two reports give days that lie too far apart for one event; a day before publication at the latest is none."""
    first, second = one.date, other.date
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    return max(first.start, second.start) - min(first.end, second.end) > timedelta(days=_DAYS_APART)


def elsewhere(one: Event, other: Event) -> bool:
    """Whether two reports name two towns of one region; a town and the region around it are one place."""
    here, there = one.place, other.place
    if here is None or there is None or not here.name or not there.name or "inferred" in (here.basis, there.basis):
        return False
    wide = max(here.precision_m or 0, there.precision_m or 0) >= _REGION_M
    return not wide and (here.lat, here.lon) == (there.lat, there.lon) and search_key(here.name) != search_key(there.name)


def with_titles(events: Sequence[Event], merged: Sequence[EventDraft], headed: Sequence[bool]) -> list[EventDraft]:
    """The drafts with each event of a title tied to the first event of the body that it announces.

    Args:
        events: in text order.
        merged: their drafts, as `merge_reports` returned them.
        headed: which of them stand in a title.
    """
    out = list(merged)
    for at, draft in enumerate(merged):
        if not headed[at]:
            continue
        twin = next((b for b in range(at + 1, len(events)) if not headed[b] and _announced(events[at], events[b])), None)
        if twin is None or draft.same_as is not None:
            continue
        root = merged[twin].same_as
        root = twin if root is None else root
        if root != at:
            out[at] = replace(draft, same_as=root)
    return out


def _announced(title: Event, body: Event) -> bool:
    if title.type != body.type or bool(_UNREAL & set(title.flags)) != bool(_UNREAL & set(body.flags)) or opposed(title, body):
        return False
    if title.fatalities and body.fatalities:
        return title.fatalities.low <= body.fatalities.high and body.fatalities.low <= title.fatalities.high
    here, there = title.place, body.place
    if here and there and here.country and there.country and here.country != there.country:
        return False
    who = _names(title.actors), _names(body.actors)
    return not who[0] or not who[1] or bool(who[0] & who[1]) or title.type in ("ASSAULT", "PROTEST")


def _names(actors: Sequence[Actor]) -> set[str]:
    return {name for actor in actors for name in (actor.entity, actor.country, actor.name) if name}


def _side(actors: Sequence[Actor]) -> str | None:
    sides = {_SIDES.get(actor.sector or "") for actor in actors if not actor.inferred}
    return next(iter(sides)) if len(sides) == 1 else None


def tied(events: Sequence[Event], merged: Sequence[EventDraft], headed: Sequence[bool]) -> Iterator[Event]:
    """Each report of one event points to the report that stands for it: the last with a toll that holds, else the first of the body."""
    groups: dict[int, list[int]] = {}
    for at, draft in enumerate(merged):
        groups.setdefault(draft.same_as if draft.same_as is not None else at, []).append(at)
    for members in groups.values():
        body = next((m for m in members if not headed[m]), members[0])
        stands = next((m for m in reversed(members) if merged[m].fatalities and not merged[m].superseded and not headed[m]), body)
        if merged[stands].fatalities is None:
            stands = next((m for m in reversed(members) if merged[m].fatalities and not merged[m].superseded), stands)
        whole = _completed(events[stands], [events[m] for m in members])
        for member in members:
            yield whole if member == stands else replace(events[member], links=(Link("same_as", whole.id),))


def _completed(event: Event, reports: Sequence[Event]) -> Event:
    """The event with what its other reports say better: a stated place, a stated date, named actors; and more: modes, contexts."""
    place, when = event.place, event.date
    for report in reports:
        if report.place and report.place.basis == "stated" and (place is None or _better(report.place, place)):
            place = report.place
        if when.basis in ("inferred", "unknown") and report.date.basis in ("stated", "resolved"):
            when = report.date
    actors = event.actors or next((report.actors for report in reports if report.actors), ())
    recipients = event.recipients or next((report.recipients for report in reports if report.recipients), ())
    modes = tuple(dict.fromkeys(mode for report in (event, *reports) for mode in report.modes))
    contexts = tuple(sorted({context for report in reports for context in report.contexts}))
    return replace(event, place=place, date=when, actors=actors, recipients=recipients, modes=modes, contexts=contexts)


def _better(told: Place, place: Place) -> bool:
    """Whether a place that is stated says more than another: that one is inferred, or has no coordinates, or is the region around."""
    if place.basis != "stated" or (place.lat is None and told.lat is not None):
        return True
    inside = (told.lat, told.lon) == (place.lat, place.lon) and told.country == place.country
    return inside and told.precision_m is not None and place.precision_m is not None and told.precision_m < place.precision_m
