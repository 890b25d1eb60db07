"""Names of what is assessed, in the words of a brief: countries, regions, groups, organisations, themes, pairs, sides of a fight."""

from __future__ import annotations

from marsad.base.errors import UsageError
from marsad.base.places import country_by_iso3, region
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.words import Words


def entity(key: str, inputs: BriefInputs, words: Words) -> str:
    """The name of `country:MLI`, `region:sahel`, `group:jnim`, `org:un` or `theme:terrorism`; its key where no table holds it."""
    kind, _, name = key.partition(":")
    if kind == "country":
        country = country_by_iso3(name)
        return country.name(words.language) if country else name
    if kind == "theme":
        return words.say(f"theme-{name}")
    return inputs.found.name(key, words.language)


def place_name(key: str, words: Words) -> str:
    """The name of a region or country by its key, such as `sahel` or `LBY`."""
    try:
        return region(key).names[words.language]
    except UsageError:
        return key


def pair_name(pair: tuple[str, str], inputs: BriefInputs, words: Words) -> str:
    """Both sides of a partnership: states by name, organisations by theirs."""
    first, second = (entity(side if ":" in side else f"country:{side}", inputs, words) for side in pair)
    return words.say("pairs-name", first=first, second=second)


def side_of(side: str, inputs: BriefInputs, words: Words) -> str:
    """A side of a fight: a state's forces, a group, civilians, or another armed side; never a people."""
    if side.startswith("country:"):
        return words.say("groups-state", country=entity(side, inputs, words))
    if side.startswith("group:"):
        return entity(side, inputs, words)
    return words.say("groups-civilians" if side == "civilians" else "groups-other")
