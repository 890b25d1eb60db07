"""Are probabilities what they say? PIT for counts, rank histogram, isotonic (CORP) reliability, Murphy curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Ints
from marsad.verification.scores import sort_draws


def pit_histogram(draws: Floats | Ints, observed: Floats, *, bins: int = 20) -> Floats:
    """Non-randomised PIT histogram for counts: heights with mean 1; flat at 1 where the forecast is calibrated.

    Args:
        draws: shape (r, m).
        observed: shape (r,).
        bins: number of equal bins from 0 to 1.

    Returns:
        shape (bins,).

    Source: Czado, Gneiting & Held (2009), doi:10.1111/j.1541-0420.2009.01191.x.
    """
    return pit_heights(*_ends(draws, observed), bins=bins)


def _ends(draws: Floats | Ints, observed: Floats) -> tuple[Floats, Floats]:
    """Share of draws below what was observed, and at or below it."""
    ordered = sort_draws(draws)
    return (ordered < observed[:, None]).mean(axis=1), (ordered <= observed[:, None]).mean(axis=1)


def pit_heights(low: Floats, high: Floats, *, bins: int = 20) -> Floats:
    """As `pit_histogram`, from the share of draws below what was observed and at or below it, each of shape (r,).

    Raises:
        ScoreError: no observation.
    """
    if len(low) == 0:
        raise ScoreError("a PIT histogram of no observation is empty")
    edges = np.linspace(0, 1, bins + 1)
    width = np.maximum(high - low, 1e-12)
    # where no draw equals what was observed the two ends meet, and all the weight lies in that point
    share = np.clip((edges[None, :] - low[:, None]) / width[:, None], 0, 1)
    share[:, -1] = 1.0
    return np.asarray(np.diff(share.mean(axis=0), prepend=0.0)[1:] * bins + _at_zero(share, bins))


def _at_zero(share: Floats, bins: int) -> Floats:
    """Weight that lies at 0 itself belongs to the first bin."""
    first = np.zeros(bins)
    first[0] = share[:, 0].mean() * bins
    return first


def pit_values(draws: Floats | Ints, observed: Floats, rng: np.random.Generator) -> Floats:
    """Randomised PIT, shape (r,): uniform on 0 to 1 where the forecast is calibrated."""
    return pit_between(*_ends(draws, observed), rng)


def pit_between(low: Floats, high: Floats, rng: np.random.Generator) -> Floats:
    """As `pit_values`, from the share of draws below what was observed and at or below it."""
    return np.asarray(low + (high - low) * rng.random(len(low)))


def rank_histogram(draws: Floats | Ints, observed: Floats, rng: np.random.Generator, *, bins: int = 11) -> Floats:
    """Share of observations by their rank among the draws, ties broken at random, heights with mean 1."""
    values = np.minimum((pit_values(draws, observed, rng) * bins).astype(int), bins - 1)
    return np.asarray(np.bincount(values, minlength=bins) * bins / max(len(values), 1))


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """CORP reliability of probabilities for one event; `brier = miscalibration - discrimination + uncertainty`.

    Attributes:
        chance: distinct forecast probabilities, rising.
        frequency: isotonic estimate of how often it happened at each.
        counts: how many forecasts at each.
        brier: mean squared error.
        miscalibration: what recalibrating would gain.
        discrimination: what the recalibrated forecast gains over the base rate.
        uncertainty: score of the base rate.
    """

    chance: Floats
    frequency: Floats
    counts: Ints
    brier: float
    miscalibration: float
    discrimination: float
    uncertainty: float


def reliability(chance: Floats, happened: Bools) -> Reliability:
    """Isotonic reliability diagram and the parts of the Brier score.

    Args:
        chance: shape (r,), 0 to 1.
        happened: shape (r,).

    Raises:
        ScoreError: no forecast.

    Source: Dimitriadis, Gneiting & Jordan (2021), doi:10.1073/pnas.2016191118.
    """
    if len(chance) == 0:
        raise ScoreError("reliability of no forecast is not defined")
    values, place = np.unique(chance, return_inverse=True)
    counts = np.bincount(place)
    hits = np.bincount(place, weights=happened.astype(float))
    fitted = isotonic(hits / counts, counts.astype(float))
    y = happened.astype(float)
    total, fixed, base = (float(np.mean((p - y) ** 2)) for p in (chance, fitted[place], np.full(len(y), y.mean())))
    return Reliability(values, fitted, counts, total, total - fixed, base - fixed, base)


def isotonic(values: Floats, weights: Floats) -> Floats:
    """Rising step function nearest to the values in weighted squares, by pooling adjacent violators."""
    level: list[float] = []
    weight: list[float] = []
    size: list[int] = []
    for value, w in zip(values, weights, strict=True):
        level.append(float(value))
        weight.append(float(w))
        size.append(1)
        while len(level) > 1 and level[-2] > level[-1]:
            total = weight[-2] + weight[-1]
            level[-2:] = [(level[-2] * weight[-2] + level[-1] * weight[-1]) / total]
            weight[-2:] = [total]
            size[-2:] = [size[-2] + size[-1]]
    return np.repeat(np.array(level), size)


def murphy(chance: Floats, happened: Bools, at: Floats) -> Floats:
    """Elementary score at each cost ratio, shape (len(at),): the lower of two forecasts' curves is better for a user with that ratio.

    Source: Ehm, Gneiting, Jordan & Krüger (2016), doi:10.1111/rssb.12154.
    """
    y = happened[:, None]
    called = chance[:, None] > at[None, :]
    return np.asarray(2.0 * np.where(called & ~y, at[None, :], np.where(~called & y, 1 - at[None, :], 0.0)).mean(axis=0))
