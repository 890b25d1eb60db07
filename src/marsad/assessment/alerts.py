"""Alerts by rules that a person can read, each with its evidence, and what followed when the rule fired in the past.

high        deaths of the month above every month of the last one or three years, and not below a floor
entry       a group's first activity in a country after a year without
follow-up   something agreed is overdue
jump        the forecast for the next months is far above what was forecast before, or above the last months
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from marsad.assessment.groups import GroupProfile
from marsad.assessment.partnerships import Partnership
from marsad.base import places
from marsad.base.errors import AssessmentError
from marsad.base.findings import DEFAULT_RULES, Alert, AlertRecord, AlertRules
from marsad.base.frames import Bools, Floats, Forecast, Panel
from marsad.base.months import format_month


def high_alerts(panel: Panel, month: int, rules: AlertRules = DEFAULT_RULES) -> tuple[Alert, ...]:
    """Units whose month is above every month of the last one or three years, most deaths first.

    Raises:
        AssessmentError: the panel does not reach the month.
    """
    at = month - int(panel.months[0]) if len(panel.months) else -1
    if not 0 <= at < len(panel.months):
        raise AssessmentError(f"the panel does not reach {format_month(month)}: ask for a month it holds")
    years, highest = _high(panel.deaths, panel.observed, at, rules, rules.floor(panel.level))
    found = [
        Alert(
            "high", subject := subject_of(panel, int(panel.units[i])), month, float(panel.deaths[i, at]),
            float(highest[i]), "years", (f"{subject}@{format_month(month)}",), int(years[i]),
        )
        for i in np.flatnonzero(years)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda alert: (-alert.value, alert.subject)))


def entry_alerts(profiles: Iterable[GroupProfile], rules: AlertRules = DEFAULT_RULES) -> tuple[Alert, ...]:
    """Groups that came into a country in the last months, as of each profile's month."""
    return tuple(
        Alert("entry", profile.group, entry.month, float(entry.quiet), 12.0, entry.kind, entry.evidence, country=place.country)
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
            (outcome.meeting, *(change.document for change in outcome.changes)), text=outcome.text,
        )
        for one in partnerships
        for outcome in one.overdue
    )  # fmt: skip


def jump_alerts(
    now: Forecast, panel: Panel, *, before: Forecast | None = None, rules: AlertRules = DEFAULT_RULES
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
            found.append(Alert("jump", subject, now.origin, float(ahead[i]), float(held), detail, span, rules.jump_steps))
    return tuple(sorted(found, key=lambda alert: (-alert.value, alert.subject)))


def subject_of(panel: Panel, unit: int) -> str:
    """`cell:149426`, `country:MLI`, or `unit:57` where the number is no ISO code."""
    if panel.level == "cell":
        return f"cell:{unit}"
    country = places.country_by_numeric(unit)
    return f"country:{country.iso3}" if country else f"unit:{unit}"


def backtest_high(panel: Panel, rules: AlertRules = DEFAULT_RULES) -> AlertRecord:
    """How often the rule `high` fired at every past month of the panel, and what followed, beside months in which it did not fire."""
    floor = rules.floor(panel.level)
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
    span = range(12 * max(rules.years), len(panel.months) - rules.follow_months)
    first, last = (int(panel.months[span[0]]), int(panel.months[span[-1]])) if span else (None, None)
    return AlertRecord(
        "high", months, fired, float(told.mean()) if len(told) else None, float(rest.mean()) if len(rest) else None,
        float(np.median(np.concatenate(ratios))) if fired else None, rules.follow_months,
        first, last, panel.level,
    )  # fmt: skip


def backtest_jumps(made: Iterable[Forecast], panel: Panel, rules: AlertRules = DEFAULT_RULES) -> AlertRecord:
    """What followed the rule `jump` at past origins, held against the months observed then; followed: more deaths ahead than in those."""
    months = 0
    went_on: list[bool] = []
    otherwise: list[bool] = []
    ratios: list[float] = []
    origins: list[int] = []
    for forecast in made:
        fired = {alert.subject for alert in jump_alerts(forecast, panel.until(forecast.origin), rules=rules)}
        for unit in forecast.units:
            behind, _ = _held_against(forecast, None, panel, int(unit), rules.jump_steps)
            ahead = _sum_between(panel, int(unit), forecast.origin + 1, forecast.origin + rules.jump_steps)
            if behind is None or ahead is None:
                continue
            months += 1
            origins.append(forecast.origin)
            hit = subject_of(panel, int(unit)) in fired
            if hit:
                ratios.append((ahead + 0.5) / (behind + 0.5))
            if hit or behind > 0:
                (went_on if hit else otherwise).append(ahead > behind)
    return AlertRecord(
        "jump", months, len(went_on), float(np.mean(went_on)) if went_on else None, float(np.mean(otherwise)) if otherwise else None,
        float(np.median(ratios)) if ratios else None, rules.jump_steps, min(origins, default=None), max(origins, default=None),
    )  # fmt: skip


def backtest_entries(profiles: Iterable[GroupProfile], rules: AlertRules = DEFAULT_RULES) -> AlertRecord:
    """How many entries there were of which the next months are known, and after how many of them another month of activity followed."""
    went_on = []
    for profile in profiles:
        for place in profile.presences:
            for entry in place.entries:
                last = entry.month + rules.follow_months
                if place.covered_to is not None and last <= min(place.covered_to, profile.month):
                    went_on.append(any(entry.month < month <= last for month in place.active))
    share = float(np.mean(went_on)) if went_on else None
    return AlertRecord("entry", len(went_on), len(went_on), share, None, None, rules.follow_months)


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
            return float(before.draws[row[0], columns].mean(axis=1).sum()), "forecast"
    held = _sum_between(panel, unit, now.origin - steps + 1, now.origin)
    return (None, "") if held is None else (held, "deaths")


def _sum_between(panel: Panel, unit: int, first: int, last: int) -> float | None:
    """Deaths of the months from first to last; None where the panel lacks one or it is not observed."""
    row = np.flatnonzero(panel.units == unit)
    columns = np.flatnonzero((panel.months >= first) & (panel.months <= last))
    if not len(row) or len(columns) < last - first + 1 or not panel.observed[row[0], columns].all():
        return None
    return float(panel.deaths[row[0], columns].sum())
