"""Summits: who gathered, and who hosted them where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.coding.engagements_parties import Party
from marsad.coding.engagements_told import Meeting, Told, once
from marsad.coding.entities import Found
from marsad.coding.phrases import Phrase

_MET_REACH = 14  # words between "met" and the summit that they met for
_BESIDE = 8  # words between the verb of hosting and its subject


def summit_of(told: Told, word: Phrase, before: Sequence[Party], after: Sequence[Party], *, company: Sequence[Party]) -> list[Meeting]:
    """A summit with all whom the sentence names; the state or body beside "hosted" is the host, and where it was."""
    agreed = told.cue("outcomes", word.last + 1)
    after = [party for party in after if agreed is None or party.last < agreed.first]  # what they agreed on was no guest
    together = once(list(dict.fromkeys([*before, *after, *company])))
    cue = told.cue("hosted")
    host = _host(told, cue, [*before, *after]) if cue is not None else None
    guests = [party for party in together if party is not host]
    if host is None:
        met = any(other.sense == "meet" for other in told.triggers)
        several = len(guests) > 1 or any(party.plural or (met and party.sector == "IGO") for party in guests)
        return [Meeting("summit", word.sense, told.sent, word.span, guests)] if several else []
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


def attended(told: Told, summit: Meeting) -> None:
    """Those of whom a later sentence says that they took part ("Nigeria, Chad and Cameroon were represented by ...")."""
    cue = told.cue("attended")
    if cue is None:
        return
    tokens = told.sent.tokens
    arabic = tokens[cue.first].script == "arabic"
    stop = next((at for at in range(cue.last + 1, len(tokens)) if tokens[at].text in (";", "؛", ".")), len(tokens))
    start = max((at + 1 for at in range(cue.first) if tokens[at].text in (";", "؛", ":")), default=0)
    there = [
        party for party in told.parties if (cue.last < party.first < stop if arabic else start <= party.first and party.last < cue.first)
    ]
    known = summit.everybody
    summit.guests.extend(party for party in there if not any(party.same(one) and not one.plural for one in known))


def met_for(word: Phrase, triggers: Sequence[Phrase]) -> bool:
    """Whether a summit is what those met for who met shortly before ("met in Niamey for a summit"): one gathering, told once."""
    return word.sense == "summit" and any(other.sense == "meet" and 0 < word.first - other.last <= _MET_REACH for other in triggers)


def gathers(one: Meeting) -> bool:
    """Whether a lone guest stands for several: an office in the plural, or the body whose summit it is."""
    return one.guests[0].plural or (one.form == "summit" and one.guests[0].sector == "IGO")
