"""Alerts by rules that a person can read, each with its evidence, and what followed when the rule fired in the past.

high        deaths of the month above every month of the last one or three years, and not below a floor
entry       a group's first activity in a country after a year without
follow-up   something agreed is overdue
jump        the forecast for the next months is far above what was forecast before, or above the last months
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from marsad.assessment.groups import GroupProfile
from marsad.assessment.partnerships import Partnership
from marsad.base import places
from marsad.base.errors import AssessmentError
from marsad.base.frames import Bools, Floats, Forecast, Panel
from marsad.base.months import format_month

Rule = Literal["high", "entry", "follow-up", "jump"]


@dataclass(frozen=True, slots=True)
class AlertRules:
    """The numbers of the rules; settings may give others.

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

    def __post_init__(self) -> None:
        if not self.years or min(self.years) < 1 or not 0 < self.known <= 1:
            raise AssessmentError(f"alert rules need years of 1 or more and a known share from 0 to 1: {self.years}, {self.known}")
        if self.jump_ratio <= 1 or min(self.jump_steps, self.entry_months, self.follow_months) < 1:
            raise AssessmentError("alert rules need a jump ratio above 1, and steps and months of 1 or more")

    def floor(self, panel: Panel) -> int:
        """The floor for the panel's level."""
        return self.floor_cell if panel.level == "cell" else self.floor_country


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert.

    Attributes:
        rule: which rule fired.
        subject: `country:MLI`, `cell:149426`, `group:jnim` or `pair:MAR-USA`.
        month: month it speaks of.
        value: what was seen: deaths, months of quiet before an entry, months since a promise, expected deaths.
        threshold: what it was held against.
        detail: years of a high, country of an entry, why a follow-up is overdue, what a jump was held against.
        evidence: record ids, or unit-months such as `country:MLI@2026-05`.
    """

    rule: Rule
    subject: str
    month: int
    value: float
    threshold: float
    detail: str
    evidence: tuple[str, ...]


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
    """

    rule: Rule
    months: int
    fired: int
    followed: float | None
    otherwise: float | None
    ratio: float | None


def high_alerts(panel: Panel, month: int, rules: AlertRules = AlertRules()) -> tuple[Alert, ...]:
    """Units whose month is above every month of the last one or three years, most deaths first.

    Raises:
        AssessmentError: the panel does not reach the month.
    """
    at = month - int(panel.months[0]) if len(panel.months) else -1
    if not 0 <= at < len(panel.months):
        raise AssessmentError(f"the panel does not reach {format_month(month)}: ask for a month it holds")
    years, highest = _high(panel.deaths, panel.observed, at, rules, rules.floor(panel))
    found = [
        Alert(
            "high", subject := subject_of(panel, int(panel.units[i])), month, float(panel.deaths[i, at]),
            float(highest[i]), f"{int(years[i])} years", (f"{subject}@{format_month(month)}",),
        )
        for i in np.flatnonzero(years)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda alert: (-alert.value, alert.subject)))


def entry_alerts(profiles: Iterable[GroupProfile], rules: AlertRules = AlertRules()) -> tuple[Alert, ...]:
    """Groups that came into a country in the last months, as of each profile's month."""
    return tuple(
        Alert("entry", profile.group, entry.month, float(entry.quiet), 12.0, f"{entry.kind} {place.country}", entry.evidence)
        for profile in profiles
        for place in profile.presences
        for entry in place.entries
        if entry.month > profile.month - rules.entry_months
    )


def follow_up_alerts(partnerships: Iterable[Partnership]) -> tuple[Alert, ...]:
    """What was agreed and is overdue, in each partnership."""
    return tuple(
        Alert(
            "follow-up", f"pair:{'-'.join(one.pair)}", one.month, float(outcome.months_since or 0), 0.0, outcome.overdue or "",
            (outcome.meeting, *(change.document for change in outcome.changes)),
        )
        for one in partnerships
        for outcome in one.overdue
    )  # fmt: skip


def jump_alerts(
    now: Forecast, panel: Panel, *, before: Forecast | None = None, rules: AlertRules = AlertRules()
) -> tuple[Alert, ...]:  # fmt: skip
    """Units whose expected deaths over the next months are far above the last forecast for the same months, or the last months observed.

    Without an earlier forecast, or for a unit or month it does not hold, the months just observed stand in; those not observed do not.
    """
    steps = np.flatnonzero(now.steps <= rules.jump_steps)
    if len(steps) < rules.jump_steps:
        raise AssessmentError(f"the forecast does not hold steps 1 to {rules.jump_steps}: ask for them, or set fewer jump_steps")
    ahead = now.draws[:, steps].mean(axis=2).sum(axis=1)
    found = []
    for i, unit in enumerate(now.units):
        held, detail = _held_against(now, before, panel, int(unit), rules.jump_steps)
        if held is not None and ahead[i] >= rules.jump_ratio * held and ahead[i] - held >= rules.jump_floor:
            subject = subject_of(panel, int(unit))
            span = tuple(f"{subject}@{format_month(now.origin + step)}" for step in range(1, rules.jump_steps + 1))
            found.append(Alert("jump", subject, now.origin, float(ahead[i]), float(held), detail, span))
    return tuple(sorted(found, key=lambda alert: (-alert.value, alert.subject)))


def subject_of(panel: Panel, unit: int) -> str:
    """`cell:149426`, `country:MLI`, or `unit:57` where the number is no ISO code."""
    if panel.level == "cell":
        return f"cell:{unit}"
    country = places.country_by_numeric(unit)
    return f"country:{country.iso3}" if country else f"unit:{unit}"


def backtest_high(panel: Panel, rules: AlertRules = AlertRules()) -> AlertRecord:
    """How often the rule `high` fired at every past month of the panel, and what followed, beside months in which it did not fire."""
    floor = rules.floor(panel)
    months = fired = 0
    after: list[Floats] = []
    ratios: list[Floats] = []
    otherwise: list[Floats] = []
    for at in range(12 * max(rules.years), len(panel.months) - rules.follow_months):
        years, _ = _high(panel.deaths, panel.observed, at, rules, floor)
        ahead = slice(at + 1, at + 1 + rules.follow_months)
        known = panel.observed[:, ahead].all(axis=1) & panel.observed[:, at - 12 : at + 1].all(axis=1)
        mean = panel.deaths[:, at - 12 : at].mean(axis=1)
        then = panel.deaths[:, ahead].mean(axis=1)
        hit, miss = known & (years > 0), known & (years == 0) & (mean > 0)
        months, fired = months + int(known.sum()), fired + int(hit.sum())
        after.append((then > mean)[hit])
        ratios.append(((then + 0.5) / (mean + 0.5))[hit])
        otherwise.append((then > mean)[miss])
    told, rest = np.concatenate(after or [np.zeros(0)]), np.concatenate(otherwise or [np.zeros(0)])
    return AlertRecord(
        "high", months, fired, float(told.mean()) if len(told) else None, float(rest.mean()) if len(rest) else None,
        float(np.median(np.concatenate(ratios))) if fired else None,
    )  # fmt: skip


def backtest_entries(profiles: Iterable[GroupProfile], rules: AlertRules = AlertRules()) -> AlertRecord:
    """How many entries there were of which the next months are known, and after how many of them another month of activity followed."""
    went_on = []
    for profile in profiles:
        for place in profile.presences:
            for entry in place.entries:
                last = entry.month + rules.follow_months
                if place.covered_to is not None and last <= min(place.covered_to, profile.month):
                    went_on.append(any(entry.month < month <= last for month in place.active))
    return AlertRecord("entry", len(went_on), len(went_on), float(np.mean(went_on)) if went_on else None, None, None)


def _high(deaths: Floats, observed: Bools, at: int, rules: AlertRules, floor: int) -> tuple[Floats, Floats]:
    """Years over which each unit's month is a high (0: none), and the highest month of those years."""
    years, highest = np.zeros(len(deaths)), np.zeros(len(deaths))
    now = deaths[:, at]
    for span in sorted(rules.years):
        start = at - 12 * span
        if start < 0:
            continue
        seen = observed[:, start:at]
        top = np.where(seen, deaths[:, start:at], 0.0).max(axis=1)
        fires = observed[:, at] & (now >= floor) & (now > top) & (seen.mean(axis=1) >= rules.known)
        years, highest = np.where(fires, span, years), np.where(fires, top, highest)
    return years, highest


def _held_against(now: Forecast, before: Forecast | None, panel: Panel, unit: int, steps: int) -> tuple[float | None, str]:
    if before is not None:
        row = np.flatnonzero(before.units == unit)
        columns = np.flatnonzero(np.isin(before.months, now.origin + np.arange(1, steps + 1)))
        if len(row) and len(columns) == steps:
            return float(before.draws[row[0], columns].mean(axis=1).sum()), f"forecast of {format_month(before.origin)}"
    row = np.flatnonzero(panel.units == unit)
    columns = np.flatnonzero((panel.months > now.origin - steps) & (panel.months <= now.origin))
    if not len(row) or len(columns) < steps or not panel.observed[row[0], columns].all():
        return None, ""
    return float(panel.deaths[row[0], columns].sum()), f"deaths of the {steps} months to {format_month(now.origin)}"
