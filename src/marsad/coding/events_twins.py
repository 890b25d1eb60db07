"""A title and the body under it tell one event; an attack and the answer to it are two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.base.records import Actor, Event
from marsad.coding.drafts import EventDraft

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
    return None not in harmed and harmed[0] != harmed[1] and "armed" in harmed


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
