"""Summits: who gathered, and who hosted them where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.coding.engagements_parties import Party
from marsad.coding.engagements_told import Meeting, Told, once
from marsad.coding.entities import Found
from marsad.coding.phrases import Phrase

_BESIDE = 8  # words between the verb of hosting and its subject


def summit_of(told: Told, word: Phrase, before: Sequence[Party], after: Sequence[Party], *, company: Sequence[Party]) -> list[Meeting]:
    """A summit with all whom the sentence names; the state or body beside "hosted" is the host, and where it was."""
    together = once(list(dict.fromkeys([*before, *after, *company])))
    cue = told.cue("hosted")
    host = _host(told, cue, [*before, *after]) if cue is not None else None
    guests = [party for party in together if party is not host]
    if host is None:
        return [Meeting("summit", word.sense, told.sent, word.span, guests)] if len(guests) > 1 else []
    made = Meeting("summit", word.sense, told.sent, word.span, guests, [host], destination=_seat(told, host))
    return [made] if guests else []


def _host(told: Told, cue: Phrase, parties: Sequence[Party]) -> Party | None:
    """The party beside the verb: before it, in Arabic behind it."""
    if told.sent.tokens[cue.first].script == "arabic":
        near = [party for party in parties if 0 < party.first - cue.last <= _BESIDE]
        return min(near, key=lambda party: party.first, default=None)
    near = [party for party in parties if 0 < cue.first - party.last <= _BESIDE]
    return max(near, key=lambda party: party.last, default=None)


def _seat(told: Told, host: Party) -> Found | None:
    """Where the host is: a capital that acts as host is the town itself."""
    town = next((one for one in told.sent.found if one.kind == "place" and one.country == host.country and host.country), None)
    item = town or next((one for one in told.sent.found if one.first == host.first), None)
    if item is not None and item.kind == "place":
        return item
    if item is None or item.kind != "country":
        return None
    rival = next((rival for rival in item.rivals if rival.startswith("place:")), None)
    return replace(item, entity=rival, kind="place") if item.how == "capital" and rival else item
