"""Probabilities against yes or no: Brier, average precision, ROC area, onset."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Ints


def brier(chance: Floats, happened: Bools) -> float:
    """Mean squared gap between probability and outcome; lower is better.

    >>> brier(np.array([0.5, 1.0]), np.array([True, True]))
    0.125
    """
    return float(np.mean((chance - happened) ** 2))


def average_precision(chance: Floats, happened: Bools) -> float:
    """Area under precision against recall, in steps; ties are taken together. Higher is better; the base rate is no skill.

    Raises:
        ScoreError: nothing happened.

    >>> average_precision(np.array([0.9, 0.1]), np.array([True, False]))
    1.0
    """
    hits, total = _ranked(chance, happened)
    if hits[-1] == 0:
        raise ScoreError("average precision is not defined where nothing happened")
    gain = np.diff(np.concatenate([[0.0], hits]))
    return float(np.sum(gain * hits / total) / hits[-1])


def roc_auc(chance: Floats, happened: Bools) -> float:
    """Chance that a month where it happened was given a higher probability than one where it did not; ties count half.

    Raises:
        ScoreError: it happened everywhere or nowhere.

    >>> roc_auc(np.array([0.9, 0.1]), np.array([True, False]))
    1.0
    """
    hits, total = _ranked(chance, happened)
    misses = total - hits
    if hits[-1] == 0 or misses[-1] == 0:
        raise ScoreError("ROC area is not defined where it happened everywhere or nowhere")
    rise = np.concatenate([[0.0], hits]) / hits[-1]
    return float(np.trapezoid(rise, np.concatenate([[0.0], misses]) / misses[-1]))


def _ranked(chance: Floats, happened: Bools) -> tuple[Floats, Floats]:
    """Hits and calls at or above each distinct probability, highest first."""
    order = np.argsort(-chance, kind="stable")
    ranked, hit = chance[order], np.cumsum(happened[order], dtype=np.float64)
    ends = np.flatnonzero(np.append(np.diff(ranked) != 0, True))
    return hit[ends], (ends + 1).astype(np.float64)


TOP = 20
"""Alerts that a reader can look into."""


def lead(chance: Floats, happened: Bools, steps: Ints) -> float | None:
    """Mean step, in months, of what happened among the `TOP` highest probabilities; None where nothing of it did.

    >>> lead(np.array([0.9, 0.8]), np.array([True, True]), np.array([1, 4]))
    2.5
    """
    top = np.argsort(-chance, kind="stable")[:TOP]
    found = steps[top][happened[top]]
    return float(found.mean()) if len(found) else None


@dataclass(frozen=True, slots=True)
class Onset:
    """Skill on what breaks a year of quiet: months at or above `threshold` in units below it in all twelve months up to the origin.

    `ap` and `auc` are None where it never happened. `recall_20`: share of the events among the 20 highest probabilities.
    """

    threshold: int
    n: int
    events: int
    base_rate: float
    ap: float | None
    auc: float | None
    recall_20: float | None


def onset(chance: Floats, happened: Bools, quiet: Bools, *, threshold: int) -> Onset:
    """Onset skill among the rows that were quiet at the origin.

    Args:
        chance: shape (r,), probability of at least `threshold` deaths.
        happened: shape (r,), whether there were.
        quiet: shape (r,), below the threshold in each of the last twelve months known at the origin.
        threshold: deaths a month.
    """
    p, y = chance[quiet], happened[quiet]
    n, events = len(y), int(y.sum())
    if events in {0, n}:
        return Onset(threshold, n, events, events / n if n else 0.0, None, None, None)
    top = np.argsort(-p, kind="stable")[:TOP]
    return Onset(threshold, n, events, events / n, average_precision(p, y), roc_auc(p, y), float(y[top].sum() / events))
