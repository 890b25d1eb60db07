"""An armed group: tempo, reach, whom it fights and strikes, with whom, where it came and went, what is claimed against it.

Tempo, reach and foes are counted from event tables; what documents report stands apart (`reports`), and what is only claimed stays a
claim. A month that no table covers is not observed, and never a quiet month.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from marsad.assessment.groups_presence import Presence, covered_months, presence
from marsad.assessment.groups_reach import Reach, reach
from marsad.assessment.harmless import COUNT_LEAST, suppressed
from marsad.assessment.sides import CIVILIANS, UNREAL, Deed, deeds
from marsad.assessment.trends import LevelTest, TrendTest, series_trends
from marsad.base import places
from marsad.base.frames import Coverage

TEMPO_MONTHS = 36
WINDOW = 12
"""Months over which reach, foes and allies are told."""


@dataclass(frozen=True, slots=True)
class TempoMonth:
    """Events and deaths of one month in which the group was a side; None where its countries are not covered that month."""

    month: int
    events: int | None
    deaths: int | None


@dataclass(frozen=True, slots=True)
class Foe:
    """Whom it fought: `country:BFA` (its state), `group:...`, civilians, or other; with events and deaths of all sides."""

    side: str
    events: int
    deaths: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Another group, and what ties it: `opposed` and `together` count events, `alongside` counts cell-months.

    Alongside: both fought the same side in the same cell and month, and not each other there. That two groups fight one enemy in one
    place is no alliance; it is where one would show.
    """

    group: str
    opposed: int
    together: int
    alongside: int
    first: int
    last: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An event told in a document with the group as a side. `claim`: told on somebody's word, denied, or by a party or an expert."""

    id: str
    document: str
    month: int
    type: str
    country: str | None
    source_kind: str
    claim: bool
    denied: bool
    deaths: int | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the entity table says of a group's name: in use from and until (year-month), and its parents and heirs."""

    group: str
    since: str | None = None
    until: str | None = None
    part_of: tuple[str, ...] = ()
    renamed_to: tuple[str, ...] = ()
    merged_into: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Splits and mergers: groups it is part of, its own parts, what it was formed from, what it became."""

    since: str | None
    until: str | None
    part_of: tuple[str, ...]
    parts: tuple[str, ...]
    formed_from: tuple[str, ...]
    became: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupProfile:
    """Everything assessed of one group, as of one month.

    Attributes:
        group: such as `group:jnim`.
        month: last month known.
        counted: events of tables to that month; None where no table covers any month: then tempo and reach say nothing.
        reported: events told in documents, each incident once.
        documents: documents that tell them, copies not counted.
        tempo: the last thirty-six months.
        levels: events of the last three months beside the twelve and thirty-three before.
        trends: direction of events over the last twelve and thirty-three months.
        reach: where it acted over the last twelve months; None without an event then.
        reach_before: the same for the twelve months before those.
        foes: over the last twelve months, most events first.
        violence: (type, events, deaths) over the last twelve months.
        struck: reported events against civilians by sector, small counts None.
        ties: other groups, over all months.
        presences: each country with its entries, quiet and exit.
        reports: events told in documents, claims marked.
        family: splits and mergers; None where the entity table does not hold the group.
        notes: `no-record`, `not-covered`, `one-record`, `reports-only`, `vague-places`.
    """

    group: str
    month: int
    counted: int | None
    reported: int
    documents: int
    tempo: tuple[TempoMonth, ...]
    levels: tuple[LevelTest, ...]
    trends: tuple[TrendTest, ...]
    reach: Reach | None
    reach_before: Reach | None
    foes: tuple[Foe, ...]
    violence: tuple[tuple[str, int, int], ...]
    struck: tuple[tuple[str, int | None], ...]
    ties: tuple[Tie, ...]
    presences: tuple[Presence, ...]
    reports: tuple[Report, ...]
    family: Family | None
    notes: tuple[str, ...]


def group_profile(
    events: pa.Table,
    group: str,
    *,
    month: int,
    names: Mapping[str, str],
    coverage: Sequence[Coverage],
    lineages: Sequence[Lineage] = (),
    copies: Mapping[str, str] | None = None,
    count_least: int = COUNT_LEAST,
) -> GroupProfile:
    """What the event rows say of one group.

    Args:
        events: rows in the columns of the events table; those after `month` are not looked at.
        group: such as `group:jnim`.
        month: last month known.
        names: entity ids and names in lower case of the tables' actors, to groups.
        coverage: countries and months that the tables claim to know in full; without it nothing is ever a quiet month.
        lineages: rows of the entity table.
        copies: documents that are near-copies, to the document they copy.
        count_least: counts by sector of those struck are not given below this.
    """
    return profile_of(known_deeds(deeds(events, names, month)), group, month=month, coverage=coverage, lineages=lineages, copies=copies,
                      count_least=count_least)  # fmt: skip


def profile_of(
    known: Known,
    group: str,
    *,
    month: int,
    coverage: Sequence[Coverage],
    lineages: Sequence[Lineage] = (),
    copies: Mapping[str, str] | None = None,
    count_least: int = COUNT_LEAST,
) -> GroupProfile:
    """The same from deeds read once, for many groups."""
    own = [deed for deed in known.by_group.get(group, ()) if deed.month <= month]
    counted = [deed for deed in own if deed.counted]
    told = [deed for deed in own if not deed.counted]
    covered = covered_months(coverage)
    tempo = _tempo(counted, month, covered)
    series = np.array([[row.events or 0 for row in tempo]], dtype=np.float64)
    levels, slopes = series_trends(series, np.array([[row.events is not None for row in tempo]]), (12, TEMPO_MONTHS - 3))
    recent = [deed for deed in counted if deed.month > month - WINDOW]
    earlier = [deed for deed in counted if month - 2 * WINDOW < deed.month <= month - WINDOW]
    reports = _reports(told, group, copies or {})
    return GroupProfile(
        group=group, month=month, counted=len(counted) if counted or covered else None,
        reported=len({deed.same_as or deed.id for deed in told if not deed.flags & UNREAL}),
        documents=len({report.document for report in reports}),
        tempo=tempo, levels=levels[0], trends=slopes[0],
        reach=reach(recent), reach_before=reach(earlier), foes=_foes(recent, group), violence=_violence(recent),
        struck=_struck(told, group, count_least), ties=_ties(known, group, month),
        presences=presence(counted, covered, month), reports=reports, family=_family(group, lineages),
        notes=_notes(counted, told, tempo),
    )  # fmt: skip


def _tempo(counted: Sequence[Deed], month: int, covered: Mapping[str, Collection[int]]) -> tuple[TempoMonth, ...]:
    """A month counts only where every country in which the group acted of late is covered: part of a total is no total."""
    span = range(month - TEMPO_MONTHS + 1, month + 1)
    events, deaths = Counter(deed.month for deed in counted), Counter[int]()
    for deed in counted:
        deaths[deed.month] += deed.deaths or 0
    lands = {deed.country for deed in counted if deed.country and deed.month > month - 2 * TEMPO_MONTHS}
    return tuple(
        TempoMonth(one, events[one], deaths[one])
        if lands and all(one in covered.get(land, ()) for land in lands)
        else TempoMonth(one, None, None)
        for one in span
    )


def _foes(recent: Sequence[Deed], group: str) -> tuple[Foe, ...]:
    events, deaths = Counter[str](), Counter[str]()
    for deed in recent:
        for side in deed.faces(group):
            events[side] += 1
            deaths[side] += deed.deaths or 0
    return tuple(Foe(side, count, deaths[side]) for side, count in sorted(events.items(), key=lambda item: (-item[1], item[0])))


def _violence(recent: Sequence[Deed]) -> tuple[tuple[str, int, int], ...]:
    events, deaths = Counter[str](), Counter[str]()
    for deed in recent:
        kind = deed.violence or "unknown"
        events[kind] += 1
        deaths[kind] += deed.deaths or 0
    return tuple((kind, count, deaths[kind]) for kind, count in sorted(events.items(), key=lambda item: (-item[1], item[0])))


def _struck(told: Sequence[Deed], group: str, least: int) -> tuple[tuple[str, int | None], ...]:
    """Reported events against civilians by sector; faith is never told apart."""
    counts = Counter[str]()
    for deed in told:
        if group in deed.left and CIVILIANS in deed.right and not deed.flags & UNREAL and deed.same_as is None:
            counts.update({"CVL" if sector == "REL" else sector for sector in deed.right_sectors})
    return tuple(sorted(suppressed(counts, least).items()))


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Deeds read once for many groups: those of each group, and who fought whom in each cell and month.

    `fights`: cell, month and side fought, to the groups that fought it; `clashes`: pairs of groups that fought each other there.
    """

    by_group: Mapping[str, Sequence[Deed]]
    fights: Mapping[str, Sequence[tuple[int, int, str, frozenset[str]]]]
    clashes: frozenset[tuple[int, int, frozenset[str]]]


def known_deeds(found: Sequence[Deed]) -> Known:
    """Put deeds in order for the profiles of many groups."""
    by_group: dict[str, list[Deed]] = defaultdict(list)
    fights: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    clashes: set[tuple[int, int, frozenset[str]]] = set()
    for deed in found:
        groups = frozenset(side for side in (*deed.left, *deed.right) if side.startswith("group:"))
        for one in groups:
            by_group[one].append(deed)
        if groups and deed.counted and deed.precise and deed.cell is not None:
            for ours, theirs in ((deed.left, deed.right), (deed.right, deed.left)):
                for side in theirs:
                    if side.startswith(("country:", "group:")):
                        fights[deed.cell, deed.month, side].update(one for one in ours if one.startswith("group:"))
            clashes.add((deed.cell, deed.month, groups))
    shared: dict[str, list[tuple[int, int, str, frozenset[str]]]] = defaultdict(list)
    for (cell, at, side), fighters in fights.items():
        if len(fighters) > 1:
            for one in fighters:
                shared[one].append((cell, at, side, frozenset(fighters)))
    return Known(by_group, shared, frozenset(clashes))


def _ties(known: Known, group: str, month: int) -> tuple[Tie, ...]:
    opposed, together, alongside = Counter[str](), Counter[str](), Counter[str]()
    when, evidence = defaultdict[str, list[int]](list), defaultdict[str, list[str]](list)
    for deed in known.by_group.get(group, ()):
        if deed.month > month or deed.flags & UNREAL or deed.same_as:
            continue
        mates = deed.left if group in deed.left else deed.right
        for other in dict.fromkeys((*deed.left, *deed.right)):
            if other.startswith("group:") and other != group:
                (together if other in mates else opposed)[other] += 1
                when[other].append(deed.month)
                evidence[other].append(deed.id)
    for cell, at, side, fighters in known.fights.get(group, ()):
        for other in sorted(fighters - {group, side}) if at <= month and side != group else ():
            if (cell, at, frozenset((group, other))) not in known.clashes:
                alongside[other] += 1
                when[other].append(at)
    others = sorted(when, key=lambda one: (-opposed[one] - together[one], -alongside[one], one))
    return tuple(
        Tie(one, opposed[one], together[one], alongside[one], min(when[one]), max(when[one]), tuple(evidence[one][-5:])) for one in others
    )


def _reports(told: Sequence[Deed], group: str, copies: Mapping[str, str]) -> tuple[Report, ...]:
    made: dict[tuple[str, str | None], Report] = {}
    for deed in told:
        document = copies.get(deed.document or "", deed.document or "")
        claim = bool(deed.flags) or deed.source_kind not in ("newspaper", "dataset")
        made.setdefault(
            (document, deed.same_as or deed.id),
            Report(deed.id, document, deed.month, deed.type, deed.country, deed.source_kind, claim, "negated" in deed.flags, deed.deaths),
        )
    return tuple(sorted(made.values(), key=lambda report: (-report.month, report.id)))


def _family(group: str, lineages: Sequence[Lineage]) -> Family | None:
    own = next((row for row in lineages if row.group == group), None)
    if own is None:
        return None
    return Family(
        since=own.since, until=own.until, part_of=own.part_of,
        parts=tuple(row.group for row in lineages if group in row.part_of),
        formed_from=tuple(row.group for row in lineages if group in (*row.merged_into, *row.renamed_to)),
        became=(*own.renamed_to, *own.merged_into),
    )  # fmt: skip


def _notes(counted: Sequence[Deed], told: Sequence[Deed], tempo: Sequence[TempoMonth]) -> tuple[str, ...]:
    notes = []
    if not counted and not told:
        notes.append("no-record")
    elif not counted:
        notes.append("reports-only")
    if len(counted) + len(told) == 1:
        notes.append("one-record")
    if counted and tempo[-1].events is None:
        notes.append("not-covered")
    if counted and sum(deed.precise for deed in counted) < 0.5 * len(counted):
        notes.append("vague-places")
    return tuple(notes)


def side_name(side: str, language: str = "en") -> str:
    """A country's name for `country:BFA`; any other side as it is, for the messages of a brief to word."""
    country = places.country_by_iso3(side.removeprefix("country:")) if side.startswith("country:") else None
    return country.name(language) if country else side  # type: ignore[arg-type]
