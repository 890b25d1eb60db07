"""Before and after a date: a withdrawal, an arrival, a coup, an agreement, against the trend before, other dates, and neighbours.

It describes what the counts did around a month; it never says that the event in that month was why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from marsad.base.errors import AssessmentError
from marsad.base.frames import Bools, Floats, Panel
from marsad.base.months import format_month

BEFORE, AFTER = 24, 12
"""Months compared; the month of the change itself belongs to neither side."""

BEFORE_LEAST, AFTER_LEAST = 12, 6
"""Observed months below which nothing is said."""

DEATHS_LEAST = 10
"""Deaths over both sides together below which nothing is said: a ratio of a few deaths is noise."""

PLACEBOS_LEAST = 12
"""Other dates below which the change cannot be set beside other changes."""

Word = Literal["more", "fewer", "no-clear-change", "cannot-be-said"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the date: months observed, deaths in them, deaths a month; None where no month is observed."""

    first: int
    last: int
    months: int
    deaths: int | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class Segments:
    """A log-linear trend with a step at the date: by what factor the level stepped, and how the slope a month changed.

    Both with a 95 % interval from a quasi-Poisson fit, which widens it by the scatter of the counts.
    """

    step: float
    step_interval: tuple[float, float]
    slope: float
    slope_interval: tuple[float, float]
    scatter: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The same comparison in another unit at the same date: its ratio; None where it cannot be made."""

    unit: int
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """What the counts of one unit did around a month.

    Attributes:
        unit: of the panel.
        month: the month of the change.
        before: up to twenty-four months before it.
        after: up to twelve months after it.
        ratio: deaths a month after, over deaths a month before; half a death is added to each, so that 0 stays a number.
        placebos: other months, all of their two sides before this one, at which the same ratio was taken.
        placebo_p: share of those with a ratio as far from 1 in either direction, this month counted in; None where there are too few.
        segments: step and slope beside the trend before; None where it cannot be fitted.
        neighbours: the same at other units.
        beside: this ratio over the neighbours' median ratio; None without neighbours.
        word: more or fewer where the placebo share is under one in ten, else no-clear-change; cannot-be-said with its reason.
        reason: `few-months-before`, `few-months-after`, `few-deaths`, `no-other-dates`, or empty.
    """

    unit: int
    month: int
    before: Side
    after: Side
    ratio: float | None
    placebos: int
    placebo_p: float | None
    segments: Segments | None
    neighbours: tuple[Neighbour, ...]
    beside: float | None
    word: Word
    reason: str


CLEAR = 0.1
"""Placebo share below which a change is told: with few dates to compare, one in twenty is often out of reach."""


def before_after(panel: Panel, unit: int, month: int, *, neighbours: Iterable[int] = ()) -> Change:
    """Compare the months after a date with those before it.

    Raises:
        AssessmentError: the panel lacks the unit or the month.
    """
    at = np.flatnonzero(panel.units == unit)
    if not len(at):
        raise AssessmentError(f"the panel holds no unit {unit}: nothing can be said of it")
    place = month - int(panel.months[0]) if len(panel.months) else -1
    if not 0 <= place < len(panel.months):
        raise AssessmentError(f"the panel does not reach {format_month(month)}: ask for a month it holds")
    deaths, seen = panel.deaths[at[0]], panel.observed[at[0]]
    before, after = _sides(deaths, seen, place, int(panel.months[0]))
    reason = _reason(before, after)
    ratio = _ratio(before, after)
    others = tuple(_neighbour(panel, int(one), place) for one in neighbours if int(one) != unit)
    around = [one.ratio for one in others if one.ratio is not None]
    count, share = _placebo(deaths, seen, place, ratio) if ratio is not None and not reason else (0, None)
    if not reason and share is None:
        reason = "no-other-dates"
    word: Word = "cannot-be-said" if reason or ratio is None or share is None else _word(ratio, share)
    return Change(
        unit=unit, month=month, before=before, after=after, ratio=None if reason in ("few-months-before", "few-months-after") else ratio,
        placebos=count, placebo_p=share, segments=None if reason and reason != "no-other-dates" else _segments(deaths, seen, place),
        neighbours=others, beside=ratio / float(np.median(around)) if ratio is not None and around and not reason else None,
        word=word, reason=reason,
    )  # fmt: skip


def _word(ratio: float, share: float) -> Word:
    if share >= CLEAR:
        return "no-clear-change"
    return "more" if ratio > 1 else "fewer"


def _sides(deaths: Floats, seen: Bools, place: int, first: int) -> tuple[Side, Side]:
    start, end = max(place - BEFORE, 0), min(place + AFTER, len(deaths) - 1)
    return _side(deaths, seen, range(start, place), first), _side(deaths, seen, range(place + 1, end + 1), first)


def _side(deaths: Floats, seen: Bools, span: range, first: int) -> Side:
    columns = np.array([one for one in span if seen[one]], dtype=np.int64)
    total = int(deaths[columns].sum()) if len(columns) else None
    mean = None if total is None else total / len(columns)
    return Side(first + span.start, first + span.stop - 1, len(columns), total, mean)


def _reason(before: Side, after: Side) -> str:
    if before.months < BEFORE_LEAST:
        return "few-months-before"
    if after.months < AFTER_LEAST:
        return "few-months-after"
    return "few-deaths" if (before.deaths or 0) + (after.deaths or 0) < DEATHS_LEAST else ""


def _ratio(before: Side, after: Side) -> float | None:
    if before.deaths is None or after.deaths is None:
        return None
    return ((after.deaths + 0.5) / after.months) / ((before.deaths + 0.5) / before.months)


def _neighbour(panel: Panel, unit: int, place: int) -> Neighbour:
    at = np.flatnonzero(panel.units == unit)
    if not len(at):
        return Neighbour(unit, None)
    before, after = _sides(panel.deaths[at[0]], panel.observed[at[0]], place, int(panel.months[0]))
    return Neighbour(unit, None if _reason(before, after) else _ratio(before, after))


def _placebo(deaths: Floats, seen: Bools, place: int, ratio: float) -> tuple[int, float | None]:
    """How many other dates show as large a change, this one counted in; only dates whose months after end before this date."""
    dates = np.arange(BEFORE_LEAST, max(place - AFTER, BEFORE_LEAST))
    months, sums = (np.concatenate([[0.0], np.cumsum(part)]) for part in (seen, np.where(seen, deaths, 0.0)))
    start = np.maximum(dates - BEFORE, 0)
    known = months[dates] - months[start], months[dates + AFTER + 1] - months[dates + 1]
    held = sums[dates] - sums[start], sums[dates + AFTER + 1] - sums[dates + 1]
    enough = (known[0] >= BEFORE_LEAST) & (known[1] >= AFTER_LEAST)
    if enough.sum() < PLACEBOS_LEAST:
        return int(enough.sum()), None
    logs = np.log((held[1][enough] + 0.5) / known[1][enough]) - np.log((held[0][enough] + 0.5) / known[0][enough])
    far = int((np.abs(logs) >= abs(np.log(ratio)) - 1e-12).sum())
    return int(enough.sum()), (1 + far) / (1 + int(enough.sum()))


def _segments(deaths: Floats, seen: Bools, place: int) -> Segments | None:
    """Quasi-Poisson regression on time, a step and a change of slope, by iterated weighted least squares."""
    columns = np.array(
        [one for one in range(max(place - BEFORE, 0), min(place + AFTER, len(deaths) - 1) + 1) if seen[one] and one != place],
        dtype=np.int64,
    )
    y, time = deaths[columns], (columns - place).astype(np.float64)
    post = (time > 0).astype(np.float64)
    if min(y[post == 0].sum(), y[post == 1].sum()) == 0 or len(y) < BEFORE_LEAST + AFTER_LEAST:
        return None
    design = np.stack([np.ones_like(time), time / 12.0, post, post * time / 12.0], axis=1)
    beta = np.array([np.log(y.mean()), 0.0, 0.0, 0.0])
    for _ in range(100):
        mean = np.exp(np.clip(design @ beta, -20, 20))
        working = design @ beta + (y - mean) / mean
        step = np.linalg.lstsq(design * np.sqrt(mean)[:, None], working * np.sqrt(mean), rcond=None)[0]
        done, beta = float(np.abs(step - beta).max()) < 1e-9, step
        if done:
            break
    else:
        return None
    mean = np.exp(np.clip(design @ beta, -20, 20))
    scatter = max(float(((y - mean) ** 2 / mean).sum() / (len(y) - 4)), 1.0)
    spread = np.sqrt(np.diag(np.linalg.pinv(design.T @ (design * mean[:, None]))) * scatter)

    def interval(at: int) -> tuple[float, float]:
        low, high = np.exp(np.clip(beta[at] + np.array([-1.96, 1.96]) * spread[at], -50, 50) / (12.0 if at == 3 else 1.0))
        return float(low), float(high)

    return Segments(float(np.exp(beta[2])), interval(2), float(np.exp(beta[3] / 12.0)), interval(3), scatter)
