"""How event tables name the groups of the entity table: UCDP's actor numbers, and the lexicon's names where a table has no number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.assessment.groups import Lineage
    from marsad.base.records import Language

UCDP_ACTORS = {
    209: "hamas", 234: "is", 303: "taliban", 323: "pkk", 366: "hezbollah", 410: "tplf", 468: "jem", 469: "slm", 488: "lra", 489: "adf",
    539: "aqim", 554: "seleka", 563: "polisario", 630: "janjaweed", 717: "al-shabaab", 769: "al-qaeda", 1051: "boko-haram",
    1091: "houthis", 1123: "splm-n", 1157: "ansar-dine", 1158: "cma", 1160: "m23", 1161: "mujao", 4201: "anti-balaka",
    5880: "plateforme", 6267: "katiba-macina", 6641: "3r", 6648: "ansaroul-islam", 6716: "jnim", 7072: "lna", 7255: "fact", 7870: "cpc",
    8635: "rsf",
}  # fmt: skip
"""UCDP actor numbers of groups that both tables hold. UCDP counts every province of the Islamic State under 234."""


@cache
def group_names(lexicons: tuple[Path, ...] = ()) -> dict[str, str]:
    """UCDP ids, and names in lower case that belong to one group alone, to groups such as `group:jnim`."""
    from marsad.coding.lexicon import load_lexicon

    owners: dict[str, set[str]] = {}
    for entry in load_lexicon(lexicons).section("groups").values():
        for _, name in entry.names():
            owners.setdefault(name.casefold(), set()).add(f"group:{entry.id}")
    names = {name: next(iter(groups)) for name, groups in owners.items() if len(groups) == 1}
    return names | {f"ucdp-actor:{number}": f"group:{group}" for number, group in UCDP_ACTORS.items()}


@cache
def group_spellings(lexicons: tuple[Path, ...] = ()) -> dict[str, dict[str, tuple[str, ...]]]:
    """How each group is written, by language; the first is the one to show."""
    from marsad.coding.lexicon import load_lexicon

    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in load_lexicon(lexicons).section("groups").values():
        own = found.setdefault(f"group:{entry.id}", {})
        for language, name in entry.names():
            own[language] = (*own.get(language, ()), name)
    return found


@cache
def lineages(lexicons: tuple[Path, ...] = ()) -> tuple[Lineage, ...]:
    """Splits, mergers and renamings of the entity table."""
    from marsad.assessment.groups import Lineage
    from marsad.coding.lexicon import load_lexicon

    def ids(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(f"group:{word}" for word in words)

    return tuple(
        Lineage(
            f"group:{entry.id}", entry.text("since"), entry.text("until"), ids(entry.words("part_of")), ids(entry.words("renamed_to")),
            ids(entry.words("merged_into")),
        )
        for entry in load_lexicon(lexicons).section("groups").values()
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """Names of one section of the lexicon: of each entry the first in each language, and the countries it is placed in."""

    entries: Mapping[str, Mapping[Language, str]]
    lands: Mapping[str, tuple[str, ...]]

    def all(self) -> Mapping[str, Mapping[Language, str]]:
        """Names by id."""
        return self.entries

    def names(self, entity: str) -> Mapping[Language, str]:
        """Names of one entity, such as `group:jnim`; empty where the section does not hold it."""
        return self.entries.get(entity.partition(":")[2] or entity, {})

    def countries(self, entity: str) -> tuple[str, ...]:
        """Countries that the section places it in."""
        return self.lands.get(entity.partition(":")[2] or entity, ())


@cache
def names_of(lexicons: tuple[Path, ...], section: str) -> Named:
    """Names of the entries of a section, such as groups; a language without a name has the English or French one."""
    from marsad.coding.lexicon import load_lexicon

    names: dict[str, Mapping[Language, str]] = {}
    lands: dict[str, tuple[str, ...]] = {}
    for entry in load_lexicon(lexicons).section(section).values():
        first: dict[Language, str] = {}
        for language, name in entry.names():
            first.setdefault(language, name)  # type: ignore[arg-type]
        other = first.get("en") or first.get("fr") or entry.id
        names[entry.id] = {language: first.get(language, other) for language in ("ar", "fr", "en")}
        lands[entry.id] = entry.words("countries")
    return Named(names, lands)


@cache
def entity_names(lexicons: tuple[Path, ...] = ()) -> Mapping[str, Mapping[str, str]]:
    """The first name of each region, group and organisation in each language, by entity such as `group:jnim`.

    The bodies that every state has are named by their kind and the state, `org:tcd-army` as "army (Chad)".
    """
    from marsad.base.places import countries
    from marsad.coding.lexicon import load_lexicon

    table = load_lexicon(lexicons)
    found: dict[str, dict[str, str]] = {}
    for section, kind in (("regions", "region"), ("groups", "group"), ("organisations", "org")):
        for entry in table.section(section).values():
            held = found.setdefault(f"{kind}:{entry.id}", {})
            for language, name in entry.names():
                held.setdefault(language, name)
    for entry in table.section("org_types").values():
        labels = _first(entry.names())
        for country in countries().values():
            key = f"org:{country.iso3.lower()}-{entry.id}"
            found.setdefault(key, {lang: f"{label} ({country.name(lang)})" for lang, label in labels.items()})
    return found


def _first(names: Iterable[tuple[str, str]]) -> dict[Language, str]:
    """The first name in each language; a language without one has the English or French name, so that no key is ever told."""
    held: dict[str, str] = {}
    for language, name in names:
        held.setdefault(language, name)
    other = held.get("en") or held.get("fr") or next(iter(held.values()), "")
    return {lang: held.get(lang, other) for lang in ("ar", "fr", "en")}
