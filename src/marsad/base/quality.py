"""How good forecasts were, ready to be shown: calibration, reliability, skill with its interval, coverage, onsets.

Verification makes these, a page of figures shows them. `step` None stands for all steps together; every list of values is rising.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["all", "zero", "nonzero"]
Kind = Literal["onset", "outbreak", "escalation", "persistence"]


@dataclass(frozen=True, slots=True)
class SkillAt:
    """Skill over the reference, 1 - score / reference, with its 90 % interval by whole origins.

    `low`, `high`, `t` (Diebold-Mariano over origins, above 0 is better) and `detectable` (the smallest skill that so many origins
    could tell from none) are None where there is one origin only: months of one origin stand and fall together.
    """

    metric: str
    step: int | None
    value: float
    low: float | None
    high: float | None
    t: float | None
    detectable: float | None
    blocks: int
    n: int


@dataclass(frozen=True, slots=True)
class PitHistogram:
    """Heights over equal bins from 0 to 1 with mean 1; flat where the forecast is calibrated.

    `heights` shares each zero-heavy count out over its whole step (Czado, Gneiting & Held 2009); `randomised` draws one point in it.
    """

    model: str
    heights: tuple[float, ...]
    randomised: tuple[float, ...]
    n: int


@dataclass(frozen=True, slots=True)
class ReliabilityCurve:
    """How often it happened at each forecast probability (CORP); `brier` = miscalibration - discrimination + uncertainty.

    `counts` are the forecasts that each point stands for.
    """

    model: str
    threshold: int
    chance: tuple[float, ...]
    frequency: tuple[float, ...]
    counts: tuple[int, ...]
    brier: float
    miscalibration: float
    discrimination: float
    uncertainty: float
    base_rate: float
    n: int


@dataclass(frozen=True, slots=True)
class MurphyCurve:
    """Mean elementary score at each cost ratio: the lower curve serves a user with that ratio better.

    `ours` are the model's, `theirs` the reference's.
    """

    threshold: int
    at: tuple[float, ...]
    ours: tuple[float, ...]
    theirs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CoverageAt:
    """Share of observations inside the central interval that should hold `share` of them."""

    model: str
    share: float
    part: Part
    step: int | None
    value: float
    n: int


@dataclass(frozen=True, slots=True)
class OnsetAt:
    """Skill on months at or above `threshold` by where the unit stood in the twelve months to the origin, as known then.

    Attributes:
        kind: onset: below the threshold in all twelve. Of these, outbreak: no death at all; escalation: some deaths, too few.
            persistence: at or above it in at least one.
        n: unit-months.
        events: how many of them saw it.
        base_rate: events / n.
        ap, auc: average precision and ROC area; None where it never or always happened.
        recall_20: share of the events among the 20 highest probabilities.
        lead: mean step of the events so found, in months; None where none was.
    """

    model: str
    threshold: int
    kind: Kind
    n: int
    events: int
    base_rate: float
    ap: float | None
    auc: float | None
    recall_20: float | None
    lead: float | None


@dataclass(frozen=True, slots=True)
class Quality:
    """One model beside its reference over one or more origins.

    Attributes:
        model: whose forecasts.
        reference: beside which; None where the history was not known.
        vintage: of what was observed.
        origins: month numbers.
        months: first and last month scored.
        n: unit-months.
        notes: what a reader should know of the figures.
    """

    model: str
    reference: str | None
    vintage: str
    origins: tuple[int, ...]
    months: tuple[int, int]
    n: int
    skills: tuple[SkillAt, ...]
    pit: tuple[PitHistogram, ...]
    reliability: tuple[ReliabilityCurve, ...]
    murphy: tuple[MurphyCurve, ...]
    coverage: tuple[CoverageAt, ...]
    onsets: tuple[OnsetAt, ...]
    notes: tuple[str, ...] = ()
