"""What an assessment finds and a brief shows: situation, outlook, fan, hotspots, and the yardstick of likelihood.

`unit` None stands for the whole region.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from marsad.base.errors import AssessmentError

HORIZONS = (1, 3, 6, 12)
"""Months ahead that an outlook speaks of; each counts from the first month after the origin."""

THRESHOLDS = (1, 25, 100)
"""Deaths at or above which an outlook gives a probability."""

Trend = Literal["new", "growing", "fading", "steady"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a unit stands in a month, beside its own past; None is "not observed" and never 0.

    Attributes:
        unit: ISO numeric code or cell; None for the region's total.
        month: month number it speaks of.
        deaths: deaths in that month; None where not observed.
        mean12: mean deaths a month over the twelve months to `month`; None where fewer than six were observed.
        mean36: the same over thirty-six months, eighteen at least.
        last12: deaths over the twelve months to `month`, those observed; None where none was.
        before12: the same over the twelve months before those.
        observed12: months observed among the last twelve.
        peak: deaths in the worst month on record; None where nothing was observed.
        peak_month: that month; the latest where several tie.
        quiet: months since the last death (0: in this month); None where no death is on record or this month is not observed.
    """

    unit: int | None
    month: int
    deaths: int | None
    mean12: float | None
    mean36: float | None
    last12: int | None
    before12: int | None
    observed12: int
    peak: int | None
    peak_month: int | None
    quiet: int | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """Deaths expected over the next `horizon` months together, and the chance of at least 1, 25 and 100.

    Attributes:
        unit: ISO numeric code or cell; None for the region's total.
        horizon: months ahead, all of them counted together.
        mean: expected deaths.
        median: as many draws lie above as below.
        half: 25th and 75th percentile (half of the draws lie between).
        ninety: 5th and 95th percentile.
        chance: probability, 0 to 1, of at least `THRESHOLDS` deaths, in that order.
        draws: how many draws it rests on; a chance below 1 / draws cannot be told from 0.
    """

    unit: int | None
    horizon: int
    mean: float
    median: float
    half: tuple[float, float]
    ninety: tuple[float, float]
    chance: tuple[float, ...]
    draws: int

    def __post_init__(self) -> None:
        if len(self.chance) != len(THRESHOLDS) or not all(0 <= p <= 1 for p in self.chance):
            raise AssessmentError(f"an outlook needs a probability for each of {THRESHOLDS}, from 0 to 1: {self.chance}")


@dataclass(frozen=True, slots=True)
class FanMonth:
    """One month of a fan: percentiles 5, 25, 50, 75 and 95 of deaths in that month alone."""

    month: int
    percentiles: tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Fan:
    """Observed months (None: not observed) and the months ahead."""

    unit: int | None
    observed: tuple[tuple[int, int | None], ...]
    ahead: tuple[FanMonth, ...]


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A cell whose months with deaths became more or fewer: last twelve months against the twenty-four before.

    `p_value`: one-sided Fisher's exact test on months with deaths; it looks at many cells, so read it as a sorting aid.
    """

    cell: int
    trend: Trend
    deaths12: int
    active12: int
    active_before: int
    p_value: float


@dataclass(frozen=True, slots=True)
class Concentration:
    """How few cells carry half of the deaths of the last twelve months: `half` of the `active` cells with any.

    `top` cells, five or all there are, carry the share `top_share`.
    """

    deaths: int
    active: int
    half: int
    top: int = 0
    top_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Carried:
    """Part of a forecast that would go if the months `first` (excluded) to `last` back had been without deaths; may be below 0."""

    first: int
    last: int
    share: float


@dataclass(frozen=True, slots=True)
class Reason:
    """What carries one unit's forecast at one step.

    Attributes:
        unit: unit_id.
        step: months after the origin.
        kind: quiet (no death in twelve months), simmering, active (25 a month or more), war where the model tells it apart.
        mean: forecast deaths in that month.
        mean_12: deaths a month in the last twelve observed months.
        carried: the last three months, the rest of the year, the four years before.
        halves_after: months in a row without a death after which the same step would be forecast at half or less; None if 24 do not
            suffice or there is nothing to halve.
        onset_rate: share of like units and months in the past (a quiet year behind them) that saw a death in the month so many steps
            on; None for units that are not quiet. History alone foresees onset hardly better than this rate.
    """

    unit: int
    step: int
    kind: str
    mean: float
    mean_12: float
    carried: tuple[Carried, ...]
    halves_after: int | None
    onset_rate: float | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything assessed for one region and month.

    Attributes:
        month: last month known, the origin of the outlook.
        situations: the region's total first, then each unit.
        outlooks: the same order, each with its horizons.
        fans: the region's total first, then each unit.
        hotspots: cells with a trend other than steady, most deaths first.
        concentration: None without a panel of cells.
        missing: units asked for that the counts do not cover at all.
        notes: names of caveats that hold, such as `short-history`; a brief words them.
        reasons: what carries each unit's forecast; empty where the model gives none.
    """

    month: int
    situations: tuple[Situation, ...]
    outlooks: tuple[Outlook, ...]
    fans: tuple[Fan, ...] = ()
    hotspots: tuple[Hotspot, ...] = ()
    concentration: Concentration | None = None
    missing: tuple[int, ...] = ()
    notes: tuple[str, ...] = field(default=())
    reasons: tuple[Reason, ...] = ()

    def situation(self, unit: int | None) -> Situation | None:
        """The situation of a unit (None: the region), or None where it was not assessed."""
        return next((s for s in self.situations if s.unit == unit), None)

    def outlook(self, unit: int | None, horizon: int) -> Outlook | None:
        """The outlook of a unit over so many months, or None where it was not made."""
        return next((o for o in self.outlooks if o.unit == unit and o.horizon == horizon), None)


@dataclass(frozen=True, slots=True)
class YardstickStep:
    """One step of the yardstick: its name, and its range of probability, low included, high not."""

    key: str
    low: float
    high: float


YARDSTICK = (
    YardstickStep("almost-none", 0.0, 0.05),
    YardstickStep("very-unlikely", 0.05, 0.20),
    YardstickStep("unlikely", 0.20, 0.45),
    YardstickStep("even", 0.45, 0.55),
    YardstickStep("likely", 0.55, 0.80),
    YardstickStep("very-likely", 0.80, 0.95),
    YardstickStep("almost-certain", 0.95, 1.0),
)
"""Source: Intelligence Community Directive 203, Analytic Standards (2015), section D.6.e(2)(a). Its outer steps run from 1 and to
99 %; ours take in what lies beyond, because no draw count can show "never" or "always"."""


def likelihood(probability: float) -> str:
    """The step a probability falls on, judged on whole percents, so that word and printed number never disagree.

    Raises:
        AssessmentError: `probability` is not from 0 to 1.

    >>> likelihood(0.7), likelihood(0.4496), likelihood(1.0)
    ('likely', 'even', 'almost-certain')
    """
    if not 0 <= probability <= 1:
        raise AssessmentError(f"{probability} is no probability: it must lie from 0 to 1")
    whole = int(probability * 100 + 0.5) / 100
    return next((step.key for step in YARDSTICK if step.low <= whole < step.high), YARDSTICK[-1].key)


Rule = Literal["high", "entry", "follow-up", "jump"]


@dataclass(frozen=True, slots=True)
class AlertRules:
    """The numbers of the rules that alerts follow; settings may give others.

    Attributes:
        years: a month is high against this many years before it; the longest that holds is told.
        floor_country: deaths in a month below which a country never alerts.
        floor_cell: the same for a cell.
        known: share of the months before that must be observed.
        entry_months: how many months back an entry still alerts; 1 is the last month alone.
        jump_steps: months ahead that a jump looks at, together.
        jump_ratio: how many times the earlier figure the forecast must be.
        jump_floor: deaths by which it must be above it, too.
        follow_months: months after an alert that its record looks at.
        patience: months without word after which something agreed without a day is overdue.

    Raises:
        AssessmentError: a number that no rule can work with.
    """

    years: tuple[int, ...] = (1, 3)
    floor_country: int = 100
    floor_cell: int = 10
    known: float = 0.9
    entry_months: int = 1
    jump_steps: int = 3
    jump_ratio: float = 2.0
    jump_floor: float = 25.0
    follow_months: int = 3
    patience: int = 12

    def __post_init__(self) -> None:
        if not self.years or min(self.years) < 1 or not 0 < self.known <= 1:
            raise AssessmentError(f"alert rules need years of 1 or more and a known share from 0 to 1: {self.years}, {self.known}")
        if self.jump_ratio <= 1 or min(self.jump_steps, self.entry_months, self.follow_months, self.patience) < 1:
            raise AssessmentError("alert rules need a jump ratio above 1, and steps and months of 1 or more")

    def floor(self, level: str) -> int:
        """The floor for units of that level: country or cell."""
        return self.floor_cell if level == "cell" else self.floor_country


DEFAULT_RULES = AlertRules()


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert.

    Attributes:
        rule: which rule fired.
        subject: `country:MLI`, `cell:149426`, `group:jnim` or `pair:MAR-USA`.
        month: month it speaks of.
        value: what was seen: deaths, months of quiet before an entry, months since a promise, expected deaths.
        threshold: what it was held against.
        detail: what kind of it: `years` of a high; `first`, `first-known` or `return` of an entry; `day-passed` or `no-word` of a
            follow-up; `forecast` or `deaths` that a jump was held against.
        number: years of a high; months that a jump looks at.
        country: ISO code of the country entered.
        text: what was agreed, in the document's words.
        evidence: record ids, or unit-months such as `country:MLI@2026-05`.
    """

    rule: Rule
    subject: str
    month: int
    value: float
    threshold: float
    detail: str
    evidence: tuple[str, ...]
    number: int = 0
    country: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class AlertRecord:
    """How often a rule fired, and what followed; None where it never fired or nothing can be compared.

    Attributes:
        rule: which.
        months: unit-months (entries: entries) at which it could have fired and what followed is known.
        fired: how often it did.
        followed: share of firings after which it went on: deaths of the next months above the year's mean before, or for an entry
            another event in the next months.
        otherwise: the same share where it did not fire and the year before held a death; None for entries.
        ratio: median over the firings of mean deaths after, over mean deaths of the year before.
        after: months after a firing that were looked at.
        first: first month at which it could have fired; None where there was none.
        last: last such month.
        level: of the units looked at, country or cell.
    """

    rule: Rule
    months: int
    fired: int
    followed: float | None
    otherwise: float | None
    ratio: float | None
    after: int = 3
    first: int | None = None
    last: int | None = None
    level: str = "country"
