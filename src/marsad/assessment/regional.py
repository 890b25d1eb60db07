"""From full profiles to what a regional brief tells of each: groups, partnerships, the model of cells, level and trend in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from marsad.assessment.attention import Readings, among, attention
from marsad.assessment.groups import GroupProfile
from marsad.assessment.partnerships import Partnership
from marsad.assessment.partnerships_story import OutcomeState
from marsad.assessment.spillover import Spillover
from marsad.assessment.trends import trends, violence_shares
from marsad.base.frames import Panel
from marsad.base.months import month_of_date
from marsad.base.records import Document
from marsad.base.regional import CellSpill, GroupTold, PairNamed, PairTold, Promise, UnitWords, Violence

YEAR = 12
PAIRS_MOST = 3
"""Borders told of the model of cells."""


def unit_words(panel: Panel, month: int) -> tuple[UnitWords, ...]:
    """Level and trend of every unit of the panel in words."""
    quiet = ((panel.deaths == 0) & panel.observed)[:, panel.months > month - YEAR]
    rows = []
    for i, found in enumerate(trends(panel, month)):
        (short, long), (slope, slow) = found.levels, found.trends
        calm = bool(quiet.shape[1] >= YEAR and quiet[i, :YEAR].all())
        rows.append(UnitWords(found.unit, short.word, long.word, slope.word, slow.word, calm))
    return tuple(rows)


def violence(rows: pa.Table, month: int) -> Violence | None:
    """Deaths of the last twelve months by type; None without a row of an event table."""
    found = violence_shares(rows, month - YEAR + 1, month)
    if found.deaths is None or found.low is None or found.high is None:
        return None
    return Violence(found.deaths, found.by_type, found.low, found.high)


def cell_spill(found: Spillover) -> CellSpill:
    """The model of cells, with its largest borders."""
    pairs = tuple((pair.source, pair.target, pair.share) for pair in found.pairs[:PAIRS_MOST]) if found.share_abroad is not None else ()
    return CellSpill(
        found.cells, found.first, found.last, found.gain, found.p_value, found.share_next, found.share_abroad, pairs, found.word
    )


def group_told(found: GroupProfile) -> GroupTold:
    """What a regional brief tells of a group."""
    year = [row for row in found.tempo[-YEAR:] if row.events is not None]
    earlier = [row for row in found.tempo[-2 * YEAR : -YEAR] if row.events is not None]
    counted, before = len(year) == YEAR, len(earlier) == YEAR
    reach = found.reach
    reports = [report for report in found.reports if report.month > found.month - YEAR]
    family = found.family
    return GroupTold(
        group=found.group,
        events12=sum(row.events or 0 for row in year) if counted else None,
        deaths12=sum(row.deaths or 0 for row in year) if counted else None,
        before12=sum(row.events or 0 for row in earlier) if before else None,
        cells=reach.cells if reach is not None else 0 if counted else None,
        countries=tuple(code for code, _ in reach.countries) if reach is not None else _told_in(found),
        foes=tuple((foe.side, foe.events) for foe in found.foes),
        crossings=reach.crossings if reach is not None else (),
        entries=tuple(
            (place.country, entry.month, entry.kind)
            for place in found.presences
            for entry in place.entries
            if entry.month > found.month - YEAR
        ),
        exits=tuple(
            (place.country, place.left) for place in found.presences if place.left is not None and place.left > found.month - 2 * YEAR
        ),
        allies=tuple(tie.group for tie in found.ties if (tie.together or tie.alongside) and tie.last > found.month - 3 * YEAR),
        rivals=tuple(tie.group for tie in found.ties if tie.opposed and tie.last > found.month - 3 * YEAR),
        reported12=len({report.id for report in reports if not report.denied}),
        claims12=sum(report.claim for report in reports if not report.denied),
        documents12=len({report.document for report in reports}),
        became=() if family is None else tuple(dict.fromkeys((*family.formed_from, *family.part_of, *family.became))),
        evidence=tuple(report.id for report in reports),
    )  # fmt: skip


def _told_in(found: GroupProfile) -> tuple[str, ...]:
    """Countries that documents name, where no table counts the group."""
    return tuple(dict.fromkeys(r.country for r in found.reports if r.country and r.month > found.month - YEAR))


def active(found: GroupTold) -> bool:
    """Whether the last year says anything of the group."""
    return bool(found.events12 or found.reported12 or found.entries or found.exits)


def by_activity(groups: Iterable[GroupTold]) -> tuple[GroupTold, ...]:
    """Groups of which the last year says something, most events first."""
    return tuple(sorted(filter(active, groups), key=lambda one: (-(one.events12 or 0), -one.reported12, one.group)))


def pair_told(found: Partnership, documents: Mapping[str, Document], read: Readings, entity: str) -> PairTold:
    """What a regional brief tells of a partnership, and how the communiqués on it name `entity`, such as `region:sahel`."""
    year = found.months[-YEAR:]
    known = [row for row in year if row.cooperation is not None]
    days = [meeting.end for meeting in found.meetings if meeting.end is not None]
    promises = [_promise(found.pair, outcome, documents) for outcome in found.outcomes]
    promises.sort(key=lambda one: (one.overdue is None, one.due is None, str(one.due or one.agreed), one.text))
    return PairTold(
        pair=found.pair,
        meetings=len(found.meetings),
        meetings12=sum(month_of_date(day) > found.month - YEAR for day in days),
        last_meeting=max(days, default=None),
        chains=len(found.chains),
        deeds12=sum(row.events for row in year),
        reports12=sum(row.reports for row in year),
        cooperation12=sum(row.cooperation or 0.0 for row in known) if known else None,
        conflict12=sum(row.conflict or 0.0 for row in known) if known else None,
        tempo=found.tempo.word, leaning=found.leaning.word,
        promises=tuple(promises), records=tuple(record for meeting in found.meetings for record in meeting.records),
        notes=found.notes, named=_pair_named(found, read, entity),
    )  # fmt: skip


def _pair_named(found: Partnership, read: Readings, entity: str) -> PairNamed:
    own = among(read, {document for meeting in found.meetings for document in meeting.documents})
    seen = attention(own, entity, found.month)
    named = tuple(document for row in seen.months for document in row.evidence)
    return PairNamed(seen.communiques12, seen.communiques_read12, seen.communiques_before, seen.communiques_read_before, named)


def _promise(pair: tuple[str, str], found: OutcomeState, documents: Mapping[str, Document]) -> Promise:
    told = tuple((change.status, change.document, change.day) for change in found.changes)
    home = documents.get(told[0][1])
    return Promise(
        pair=pair, text=found.text, language=home.language if home else None, agreed=told[0][2], status=found.status, told=told,
        due=found.due, overdue=found.overdue, months_since=found.months_since,
        records=tuple(dict.fromkeys((found.meeting, *(document for _, document, _ in told)))), echoes=len(found.echoes),
    )  # fmt: skip


def by_meetings(pairs: Sequence[PairTold]) -> tuple[PairTold, ...]:
    """Partnerships with something on record, overdue promises and meetings first."""
    known = [one for one in pairs if one.meetings or one.promises]
    return tuple(sorted(known, key=lambda one: (-sum(p.overdue is not None for p in one.promises), -one.meetings, one.pair)))
