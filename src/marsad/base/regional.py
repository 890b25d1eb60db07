"""What an assessment finds around the counts of a region, as a brief tells it: alerts, who is named, what spills over, groups, promises.

Every finding carries what it rests on; None is "not observed" or "cannot be said", and never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from marsad.base.findings import Alert, AlertRecord


@dataclass(frozen=True, slots=True)
class OutlookChange:
    """What is expected of the same months now and a month ago, and the month that came in between.

    Attributes:
        unit: ISO numeric code; None for all units together.
        horizon: months ahead, counted from the present origin, all of them together.
        now: deaths expected in them now.
        before: deaths expected in the same months a month ago.
        observed: deaths of the month in between; None where it is not observed.
        expected: what was expected of it.
        low: 5th percentile of that.
        high: 95th percentile.
        word: `above` or `below` where it lay outside those, else `within`; `unknown` where it is not observed.
    """

    unit: int | None
    horizon: int
    now: float
    before: float
    observed: int | None
    expected: float
    low: float
    high: float
    word: Literal["above", "below", "within", "unknown"]


@dataclass(frozen=True, slots=True)
class BaseRate:
    """How often a country that was quiet for a year saw deaths after it: what history alone says of quiet units.

    Attributes:
        horizon: months after the quiet year, taken together.
        cases: country-months with twelve observed months without a death behind them and so many observed months ahead.
        chance: share of those in which at least 1, 25 and 100 deaths followed; None without a case.
        units: units of the region that are quiet now.
    """

    horizon: int
    cases: int
    chance: tuple[float, ...] | None
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """One month: documents that name the entity, by whose words; None where no document of that month was read."""

    month: int
    documents: int | None
    read: int
    by_kind: tuple[tuple[str, int], ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A first naming, or one after silence: `silent` months and `read` documents in which it was not named; None: never before."""

    kind: Literal["first", "return"]
    month: int
    document: str
    source_kind: str
    silent: int | None
    read: int


@dataclass(frozen=True, slots=True)
class Attention:
    """How one entity is named, as of one month.

    Attributes:
        entity: such as `region:sahel`, `group:jnim`, `theme:terrorism`.
        month: last month known.
        months: the last thirty-six, oldest first.
        documents: documents that name it, to that month.
        read: documents read, to that month; those without a date are `undated` and in no month.
        undated: documents without a date that name it.
        documents12: documents of the last twelve months that name it.
        read12: documents of those months.
        communiques12: communiqués among them that name it.
        communiques_read12: communiqués among them.
        communiques_before: communiqués before those months that name it.
        communiques_read_before: communiqués read of the time before those months.
        kinds12: in whose words it is named in the last twelve months: (source kind, documents).
        notices: first naming and returns, oldest first.
        notes: `never-named`, `nothing-read`, `one-record`.
    """

    entity: str
    month: int
    months: tuple[Naming, ...]
    documents: int
    read: int
    undated: int
    documents12: int
    read12: int
    communiques12: int
    communiques_read12: int
    communiques_before: int
    communiques_read_before: int
    kinds12: tuple[tuple[str, int], ...]
    notices: tuple[Notice, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Whether deaths in one place run ahead of deaths in another, beside a model without the other.

    Attributes:
        source: a region's key or an ISO code.
        target: the same.
        months: months the two models were fitted on.
        share: share of the deaths expected in the target that the model lays to the source; None where it cannot be said.
        lag: their mean lag in months; None where the share is 0.
        gain: AIC of the model without the source minus that of the model with; above 2 the source helps.
        p_value: share of shifts of the source in time that gain as much.
        word: `spills`, `no-sign`, or `unknown` with its reason.
        reason: `not-observed`, `few-months`, `few-deaths`, `overlap`, or empty.
    """

    source: str
    target: str
    months: int
    share: float | None
    lag: float | None
    gain: float | None
    p_value: float | None
    word: Literal["spills", "no-sign", "unknown"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CellSpill:
    """What the model of cells says of a region: how much of the risk stands in the cells around, and across a border.

    Attributes:
        cells: cells in the model.
        first: first month of the fit.
        last: last month.
        gain: AIC of the model without the cells around minus that of the model with them.
        p_value: of the likelihood ratio.
        share_next: share of the expected cell-months with deaths that the cells around explain.
        share_abroad: that cells of another country explain; None where the cells of one country alone are counted in full.
        pairs: (source, target, share of what is expected in the target), largest first.
        word: `spills` or `alone`.
    """

    cells: int
    first: int
    last: int
    gain: float
    p_value: float
    share_next: float
    share_abroad: float | None
    pairs: tuple[tuple[str, str, float], ...]
    word: str


@dataclass(frozen=True, slots=True)
class GroupTold:
    """One armed group in the region, as of one month.

    Attributes:
        group: such as `group:jnim`.
        events12: events of tables over the last twelve months with the group as a side; None where they are not observed.
        deaths12: deaths of all sides in them.
        before12: events over the twelve months before those.
        cells: cells in which it acted over the last twelve months; None where not observed.
        countries: ISO codes of countries in which it acted then, most events first.
        foes: (side, events) over those months, most events first.
        crossings: (from, to, times) over borders.
        entries: (ISO code, month, kind) of the last twelve months.
        exits: (ISO code, month of the last event) of countries it left in the last two years.
        allies: groups it stood beside or near, most first; rivals in `rivals`.
        rivals: groups it fought, most events first.
        reported12: events told in documents of the last twelve months, each incident once.
        claims12: those among them that are told on somebody's word.
        documents12: documents that tell them.
        became: groups of the entity table that it split from, was formed from or merged into.
        evidence: ids of records.
    """

    group: str
    events12: int | None
    deaths12: int | None
    before12: int | None
    cells: int | None
    countries: tuple[str, ...]
    foes: tuple[tuple[str, int], ...]
    crossings: tuple[tuple[str, str, int], ...]
    entries: tuple[tuple[str, int, str], ...]
    exits: tuple[tuple[str, int], ...]
    allies: tuple[str, ...]
    rivals: tuple[str, ...]
    reported12: int
    claims12: int
    documents12: int
    became: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What two sides agreed, and what became of it.

    Attributes:
        pair: the two sides, ISO codes or organisations such as `org:au`.
        text: in the document's words.
        language: of those words; None where the document is not at hand.
        agreed: the day it was told; None where no document says.
        status: 0 to 3, unknown or superseded.
        told: (status, id of the document that gives it, its day), oldest first.
        due: day by which it was promised.
        overdue: `day-passed`, `no-word`, or None.
        months_since: months since it was agreed.
        records: ids of the meeting it was agreed at and of the documents.
        echoes: how many later sentences take it up again.
    """

    pair: tuple[str, str]
    text: str
    language: str | None
    agreed: date | None
    status: str
    told: tuple[tuple[str, str, date | None], ...]
    due: date | None
    overdue: str | None
    months_since: int | None
    records: tuple[str, ...]
    echoes: int


@dataclass(frozen=True, slots=True)
class PairNamed:
    """How communiqués on a partnership name the region: those of the last twelve months that do, of how many, and before."""

    named12: int
    read12: int
    before: int
    read_before: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairTold:
    """One partnership: its meetings, its deeds beside chance, and what it agreed.

    Attributes:
        pair: the two sides, ISO codes or organisations such as `org:au`.
        meetings: meetings on record; `meetings12` those of the last twelve months.
        meetings12: of the last twelve months.
        last_meeting: the day of the latest; None where no document says.
        chains: stretches of meetings that follow up one another.
        deeds12: deeds between the two over the last twelve months, each once.
        reports12: documents that tell them, copies not counted.
        cooperation12: sum of the positive scores of those deeds; None where no document of those months was read.
        conflict12: sum of the negative ones, as a positive number.
        tempo: `more`, `less`, `no-sign` or `too-few`: deeds of those months beside chance.
        leaning: the same for their mean score beside the months before.
        promises: what was agreed, overdue first.
        records: ids of the meetings.
        notes: `no-record`, `one-record`, `too-few-for-a-trend`, `dates-differ`.
        named: how the communiqués on it name the region; None where that was not asked.
    """

    pair: tuple[str, str]
    meetings: int
    meetings12: int
    last_meeting: date | None
    chains: int
    deeds12: int
    reports12: int
    cooperation12: float | None
    conflict12: float | None
    tempo: str
    leaning: str
    promises: tuple[Promise, ...]
    records: tuple[str, ...]
    notes: tuple[str, ...]
    named: PairNamed | None = None


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Level and trend of one unit beside its own past, by the words of the tests: above, below, within; rising, falling, flat; unknown.

    `quiet12`: whether its last twelve months are observed and hold no death.
    """

    unit: int
    level12: str
    level36: str
    trend12: str
    trend36: str
    quiet12: bool


@dataclass(frozen=True, slots=True)
class Violence:
    """Deaths of the last twelve months by type of violence: (type, events, deaths), and their bounds."""

    deaths: int
    by_type: tuple[tuple[str, int, int], ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Regional:
    """Everything found around a region's counts, as of one month. Empty where nothing was asked or nothing is known.

    Attributes:
        alerts: that fire now, in the order high, jump, entry, follow-up.
        records: what followed each rule in the past.
        changes: what is expected now beside a month ago, the whole region first.
        base_rates: for units that are quiet.
        units: level and trend in words.
        violence: by type; None without event rows.
        attention: entities that are named, most first.
        flows: between named places.
        cell_spill: within the region's cells; None with `spill_reason`.
        spill_reason: `no-cells` or `few-cells` where the model of cells was not fitted.
        groups: armed groups, most active first.
        pairs: partnerships, most meetings first.
        names: name of each entity by language: region, group, organisation, theme.
    """

    alerts: tuple[Alert, ...] = ()
    records: tuple[AlertRecord, ...] = ()
    changes: tuple[OutlookChange, ...] = ()
    base_rates: tuple[BaseRate, ...] = ()
    units: tuple[UnitWords, ...] = ()
    violence: Violence | None = None
    attention: tuple[Attention, ...] = ()
    flows: tuple[Flow, ...] = ()
    cell_spill: CellSpill | None = None
    spill_reason: str = "no-cells"
    groups: tuple[GroupTold, ...] = ()
    pairs: tuple[PairTold, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def name(self, entity: str, language: str) -> str:
        """The entity's name in a language; its id where no table holds it."""
        return self.names.get(entity, {}).get(language) or entity.partition(":")[2]

    def change(self, unit: int | None, horizon: int) -> OutlookChange | None:
        """What changed for a unit over so many months, or None where it was not asked."""
        return next((row for row in self.changes if (row.unit, row.horizon) == (unit, horizon)), None)
