"""From row-wise scores to what a page of figures shows: calibration, reliability, Murphy curves, skill by step, coverage, onsets."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from marsad.base.frames import Bools, Floats, Ints, Panel
from marsad.base.quality import CoverageAt, Kind, MurphyCurve, OnsetAt, Part, PitHistogram, Quality, ReliabilityCurve, SkillAt
from marsad.verification import calibration, events
from marsad.verification.rows import THRESHOLDS, Rows
from marsad.verification.skill import skill

SKILLS: tuple[str, ...] = ("crps", "crps_log1p", "ign", "mis")
MURPHY_AT: Floats = np.linspace(0.01, 0.99, 99)
PIT_BINS = 20
YEAR = 12
"""Months before the origin that decide whether something is an onset."""


def most_before(history: Panel, origin: int, units: Ints) -> Floats:
    """Most deaths in one of the twelve months up to the origin, as known then, for each row's unit; NaN for a unit not in the history."""
    known = history.until(origin)
    most = known.deaths[:, -YEAR:].max(axis=1)
    order = np.argsort(known.units)
    place = np.minimum(np.searchsorted(known.units[order], units), len(order) - 1)
    row = order[place]
    return np.where(known.units[row] == units, most[row], np.nan)


def quality(ours: Rows, theirs: Rows | None, most: Floats | None, *, vintage: str, notes: Sequence[str] = ()) -> Quality:
    """Everything a page of figures shows of one model beside its reference.

    Args:
        ours: row-wise scores of the model, one or more origins.
        theirs: of the reference, the same rows.
        most: shape (r,), as `most_before` gives it; without it nothing is said of onsets.
        vintage: of what was observed.
        notes: what a reader should know.
    """
    both = [ours] if theirs is None else [ours, theirs]
    return Quality(
        model=ours.model,
        reference=theirs.model if theirs is not None else None,
        vintage=vintage,
        origins=tuple(int(origin) for origin in np.unique(ours.origins)),
        months=(int(ours.months.min()), int(ours.months.max())),
        n=len(ours.observed),
        skills=tuple(_skills(ours, theirs)) if theirs is not None else (),
        pit=tuple(pit(rows) for rows in both),
        reliability=tuple(_reliability(rows, at) for at in THRESHOLDS for rows in both),
        murphy=tuple(_murphy(ours, theirs, at) for at in THRESHOLDS) if theirs is not None else (),
        coverage=tuple(one for rows in both for one in _coverage(rows)),
        onsets=() if most is None else tuple(_onset(rows, most, at, kind) for at in THRESHOLDS for kind in _KINDS for rows in both),
        notes=tuple(notes),
    )


def pit(rows: Rows, *, seed: int = 0) -> PitHistogram:
    """PIT histogram, whole and randomised."""
    low, high = rows.pit.T
    values = calibration.pit_between(low, high, np.random.default_rng(seed))
    drawn = np.bincount(np.minimum((values * PIT_BINS).astype(int), PIT_BINS - 1), minlength=PIT_BINS) * PIT_BINS / len(values)
    heights = calibration.pit_heights(low, high, bins=PIT_BINS)
    return PitHistogram(rows.model, tuple(map(float, heights)), tuple(map(float, drawn)), len(values))


def _skills(ours: Rows, theirs: Rows) -> list[SkillAt]:
    found = []
    steps: list[int | None] = [None, *(int(step) for step in np.unique(ours.steps))]
    for metric in SKILLS:
        for step in steps:
            inside = np.ones(len(ours.steps), dtype=bool) if step is None else ours.steps == step
            one = _skill(ours.values[metric][inside], theirs.values[metric][inside], ours.origins[inside])
            if one is not None:
                found.append(SkillAt(metric, step, *one, int(inside.sum())))
    return found


def _skill(own: Floats, other: Floats, origins: Ints) -> tuple[float, float | None, float | None, float | None, float | None, int] | None:
    if other.sum() <= 0:
        return None
    blocks = len(np.unique(origins))
    if blocks < 2:
        return float(1 - own.sum() / other.sum()), None, None, None, None, blocks
    got = skill(own, other, origins)
    return got.value, got.low, got.high, got.t, got.detectable, blocks


def _reliability(rows: Rows, threshold: int) -> ReliabilityCurve:
    happened = rows.observed >= threshold
    got = calibration.reliability(rows.chance[threshold], happened)
    # of each flat stretch the ends tell all
    turns = np.flatnonzero(np.diff(got.frequency) != 0)
    kept = np.unique(np.concatenate([[0], turns, turns + 1, [len(got.chance) - 1]]))
    upto = np.cumsum(got.counts)[kept]
    return ReliabilityCurve(
        rows.model, threshold,
        tuple(map(float, got.chance[kept])), tuple(map(float, got.frequency[kept])), tuple(map(int, np.diff(upto, prepend=0))),
        got.brier, got.miscalibration, got.discrimination, got.uncertainty, float(happened.mean()), len(happened),
    )  # fmt: skip


def _murphy(ours: Rows, theirs: Rows, threshold: int) -> MurphyCurve:
    happened = ours.observed >= threshold
    one, other = (calibration.murphy(rows.chance[threshold], happened, MURPHY_AT) for rows in (ours, theirs))
    return MurphyCurve(threshold, tuple(map(float, MURPHY_AT)), tuple(map(float, one)), tuple(map(float, other)))


def _coverage(rows: Rows) -> list[CoverageAt]:
    parts: tuple[tuple[Part, Bools], ...] = (
        ("all", np.ones(len(rows.observed), dtype=bool)), ("zero", rows.observed == 0), ("nonzero", rows.observed > 0),
    )  # fmt: skip
    found = []
    for share, hit in rows.inside.items():
        for part, where in parts:
            for step in (None, *(int(s) for s in np.unique(rows.steps))):
                inside = where if step is None else where & (rows.steps == step)
                if inside.any():
                    found.append(CoverageAt(rows.model, share, part, step, float(hit[inside].mean()), int(inside.sum())))
    return found


_KINDS: tuple[Kind, ...] = ("onset", "outbreak", "escalation", "persistence")


def standing(most: Floats, threshold: int, kind: Kind) -> Bools:
    """Which rows are of a kind, by the most deaths in one month of the year before; unknown units are of none."""
    match kind:
        case "onset":
            return np.asarray(most < threshold)
        case "outbreak":
            return np.asarray(most == 0)
        case "escalation":
            return np.asarray((most > 0) & (most < threshold))
        case "persistence":
            return np.asarray(most >= threshold)


def _onset(rows: Rows, most: Floats, threshold: int, kind: Kind) -> OnsetAt:
    inside = standing(most, threshold, kind)
    found = events.onset(rows.ranking(threshold), rows.observed >= threshold, inside, threshold=threshold)
    lead = events.lead(rows.ranking(threshold)[inside], rows.observed[inside] >= threshold, rows.steps[inside])
    return OnsetAt(
        rows.model, threshold, kind, found.n, found.events, found.base_rate, found.ap, found.auc, found.recall_20, lead
    )  # fmt: skip
