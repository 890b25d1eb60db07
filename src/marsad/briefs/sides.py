"""Sides of a fight and groups by name, in the words of the brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.base.places import country_by_iso3
from marsad.briefs.actors import Names
from marsad.briefs.words import Words


def group_name(group: str, names: Mapping[str, Names], words: Words) -> str:
    """A group's name in the brief's language; its key where the entity table holds none."""
    held = names.get(group, {})
    return held.get(words.language) or next(iter(held.values()), group.removeprefix("group:"))


def group_list(groups: Iterable[str], names: Mapping[str, Names], words: Words) -> str:
    """Names of groups as a list in words."""
    return words.listed(group_name(group, names, words) for group in groups)


def side_name(side: str, names: Mapping[str, Names], words: Words) -> str:
    """A side of a fight: a state's forces, a group, civilians, another armed side, or unknown; never a people."""
    if side.startswith("country:"):
        return words.say("side-state", country=land_name(side.removeprefix("country:"), words))
    if side.startswith("group:"):
        return group_name(side, names, words)
    return words.say(f"side-{side}") if side in ("civilians", "other") else words.say("actor-unknown")


def land_name(iso3: str, words: Words) -> str:
    """A country's name by ISO alpha-3 code; the code itself where no table holds it."""
    country = country_by_iso3(iso3)
    return country.name(words.language) if country else iso3
