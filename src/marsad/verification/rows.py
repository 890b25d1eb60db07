"""A forecast and what came of it, cell by cell: which unit-months can be scored, and every row-wise score of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Forecast, Ints, Panel
from marsad.base.months import format_month
from marsad.verification import scores

BLOCK_VALUES = 4_000_000
"""Draws handled at a time, so that a window of thousands of cells never asks for more than a few hundred megabytes."""

THRESHOLDS: tuple[int, ...] = (1, 25, 100)
"""Deaths a month at which probabilities are judged."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Row-wise scores of one forecast.

    Attributes:
        units: shape (r,).
        steps: shape (r,).
        months: shape (r,), target month.
        origin: of the forecast, the first one where several are joined.
        model: whose forecast.
        observed: shape (r,).
        values: score name -> shape (r,).
        chance: threshold -> share of draws at or above it, shape (r,).
        inside: interval share -> observed lies in the central interval, shape (r,).
        mean: shape (r,), of the draws.
    """

    units: Ints
    steps: Ints
    origin: int
    model: str
    observed: Floats
    values: dict[str, Floats]
    chance: dict[int, Floats]
    inside: dict[float, Bools]
    months: Ints
    mean: Floats

    def ranking(self, threshold: int) -> Floats:
        """What rows are ranked by for AP and AUC: the probability, and the mean forecast where probabilities tie.

        Twelve draws know only thirteen probabilities; their mean still tells a unit near the threshold from a silent one.
        """
        return self.chance[threshold] + 1e-6 * self.mean / (self.mean + 1.0)


def aligned(forecast: Forecast, panel: Panel) -> tuple[Floats, Bools]:
    """Observed deaths in the forecast's order, shape (n, k), and where there are any.

    Raises:
        ScoreError: levels differ, or no month of any forecast unit is observed.
    """
    if forecast.level != panel.level:
        raise ScoreError(f"the forecast is by {forecast.level}, the panel by {panel.level}: score them at the same level")
    shape = (len(forecast.units), len(forecast.steps))
    values, seen = np.zeros(shape), np.zeros(shape, dtype=bool)
    if len(panel.units) and len(panel.months):
        order = np.argsort(panel.units)
        place = np.minimum(np.searchsorted(panel.units[order], forecast.units), len(order) - 1)
        row = order[place]
        column = forecast.months - panel.months[0]
        known_row, known_column = panel.units[row] == forecast.units, (column >= 0) & (column < len(panel.months))
        ix = np.ix_(row[known_row], column[known_column])
        to = np.ix_(known_row, known_column)
        values[to], seen[to] = panel.deaths[ix], panel.observed[ix]
    if not seen.any():
        first, last = format_month(int(forecast.months[0])), format_month(int(forecast.months[-1]))
        raise ScoreError(f"nothing to score: the panel observes no forecast unit from {first} to {last} (do the unit_id agree?)")
    return values, seen


def measure(forecast: Forecast, panel: Panel) -> Rows:
    """Every row-wise score of the unit-months that are observed, in blocks of draws.

    Raises:
        ScoreError: nothing to score, or a draw is not finite.
    """
    observed, seen = aligned(forecast, panel)
    parts = [
        _block(forecast.draws[block][seen[block]], observed[block][seen[block]])
        for block in _blocks(forecast.draws.shape)
        if seen[block].any()
    ]
    n, k = seen.shape
    steps = np.tile(forecast.steps, n).reshape(n, k)[seen]
    return Rows(
        units=np.repeat(forecast.units, k).reshape(n, k)[seen],
        steps=steps,
        origin=forecast.origin,
        model=forecast.model,
        observed=observed[seen],
        values={name: np.concatenate([part[0][name] for part in parts]) for name in parts[0][0]},
        chance={at: np.concatenate([part[1][at] for part in parts]) for at in parts[0][1]},
        inside={share: np.concatenate([part[2][share] for part in parts]) for share in parts[0][2]},
        months=steps + forecast.origin,
        mean=np.concatenate([part[3] for part in parts]),
    )


def _blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    rows = max(1, BLOCK_VALUES // max(1, shape[1] * shape[2]))
    for start in range(0, shape[0], rows):
        yield slice(start, start + rows)


def _block(draws: Floats | Ints, observed: Floats) -> tuple[dict[str, Floats], dict[int, Floats], dict[float, Bools], Floats]:
    ordered = scores.sort_draws(draws)
    values = {
        "crps": scores.crps_sorted(ordered, observed),
        "crps_fair": scores.crps_fair_sorted(ordered, observed),
        "crps_log1p": _log_crps(ordered, observed),
        "ign": scores.ignorance(ordered, observed),
        "mis": scores.interval_score_sorted(ordered, observed),
        "quantile_99": scores.quantile_score_sorted(ordered, observed, level=0.99),
    }
    m = ordered.shape[-1]
    chance = {at: np.asarray((ordered >= at).sum(axis=-1) / m) for at in THRESHOLDS}
    inside = {}
    for share in (0.5, 0.9):
        low, high = scores.quantile_sorted(ordered, (1 - share) / 2), scores.quantile_sorted(ordered, (1 + share) / 2)
        inside[share] = np.asarray((low <= observed) & (observed <= high))
    return values, chance, inside, np.asarray(ordered.mean(axis=-1))


def _log_crps(ordered: Floats, observed: Floats) -> Floats:
    """CRPS of log1p, skipping the many rows where every draw is 0: there it is log1p of what was observed."""
    out = np.log1p(observed)
    busy = ordered[:, -1] > 0
    out[busy] = scores.crps_sorted(np.log1p(ordered[busy]), out[busy])
    return np.asarray(out)
