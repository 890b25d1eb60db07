"""A forecast and what came of it, cell by cell: which unit-months can be scored, and every row-wise score of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Forecast, Ints, Panel
from marsad.base.months import format_month
from marsad.verification import scores

BLOCK_VALUES = 4_000_000
"""Draws handled at a time, so that a window of thousands of cells never asks for more than a few hundred megabytes."""

THRESHOLDS: tuple[int, ...] = (1, 25, 100)
"""Deaths a month at which probabilities are judged."""

TAILS: tuple[int, ...] = (25, 100)
"""Deaths a month above which the threshold-weighted CRPS looks: for display, never to rank by."""


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
        pit: shape (r, 2), share of draws below what was observed, and at or below it.
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
    pit: Floats

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Rows:
        """Rows of several forecasts, or of parts of one, in order; origin and model are those of the first."""
        first = parts[0]

        def join(name: str) -> Any:
            return np.concatenate([getattr(part, name) for part in parts])

        def each(name: str) -> Any:
            return {key: np.concatenate([getattr(part, name)[key] for part in parts]) for key in getattr(first, name)}

        return cls(
            units=join("units"), steps=join("steps"), origin=first.origin, model=first.model, observed=join("observed"),
            values=each("values"), chance=each("chance"), inside=each("inside"), months=join("months"), mean=join("mean"), pit=join("pit"),
        )  # fmt: skip

    def of(self, inside: Bools) -> Rows:
        """Some of the rows."""

        def each(values: dict[Any, Any]) -> dict[Any, Any]:
            return {key: value[inside] for key, value in values.items()}

        return Rows(
            units=self.units[inside], steps=self.steps[inside], origin=self.origin, model=self.model, observed=self.observed[inside],
            values=each(self.values), chance=each(self.chance), inside=each(self.inside), months=self.months[inside],
            mean=self.mean[inside], pit=self.pit[inside],
        )  # fmt: skip

    @property
    def origins(self) -> Ints:
        """Origin of each row, shape (r,)."""
        return self.months - self.steps

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
    values, seen = _placed(forecast, panel)
    if not seen.any():
        raise nothing_to_score(forecast)
    return values, seen


def _placed(forecast: Forecast, panel: Panel) -> tuple[Floats, Bools]:
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
    return values, seen


def measure(forecast: Forecast, panel: Panel) -> Rows:
    """Every row-wise score of the unit-months that are observed, in blocks of draws.

    Raises:
        ScoreError: nothing to score, or a draw is not finite.
    """
    found = measure_part(forecast, panel)
    if found is None:
        raise nothing_to_score(forecast)
    return found


def nothing_to_score(forecast: Forecast) -> ScoreError:
    """The error for a forecast of which no unit-month is observed."""
    first, last = format_month(int(forecast.months[0])), format_month(int(forecast.months[-1]))
    return ScoreError(f"nothing to score: the panel observes no forecast unit from {first} to {last} (do the unit_id agree?)")


def measure_part(forecast: Forecast, panel: Panel) -> Rows | None:
    """As `measure`; None where no unit-month is observed, which may well be so in a part of a forecast."""
    observed, seen = _placed(forecast, panel)
    parts = []
    for block in _blocks(forecast.draws.shape):
        inside = seen[block]
        if inside.any():
            parts.append(_scored(forecast, block, inside, observed=observed[block][inside]))
    return Rows.joined(parts) if parts else None


def _blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    rows = max(1, BLOCK_VALUES // max(1, shape[1] * shape[2]))
    for start in range(0, shape[0], rows):
        yield slice(start, start + rows)


def _scored(forecast: Forecast, block: slice, inside: Bools, *, observed: Floats) -> Rows:
    """Rows of a stretch of units. A row in which every draw is 0 needs only one of them: all scores are the same, exactly."""
    draws = forecast.draws[block][inside]
    rows, columns = np.nonzero(inside)
    silent = ~draws.any(axis=-1)
    parts = [
        (np.flatnonzero(where), _measured(draws[where] if one else draws[where][:, :1], observed[where]))
        for one, where in ((True, ~silent), (False, silent))
        if where.any()
    ]
    order = np.argsort(np.concatenate([place for place, _ in parts]), kind="stable")

    def join(arrays: Sequence[Any]) -> Any:
        return np.concatenate(arrays)[order]

    def each(name: str) -> Any:
        return {key: join([part[name][key] for _, part in parts]) for key in parts[0][1][name]}

    steps = forecast.steps[columns]
    return Rows(
        units=forecast.units[block][rows], steps=steps, origin=forecast.origin, model=forecast.model, observed=observed,
        values=each("values"), chance=each("chance"), inside=each("inside"), months=steps + forecast.origin,
        mean=join([part["mean"] for _, part in parts]), pit=join([part["pit"] for _, part in parts]),
    )  # fmt: skip


def _measured(draws: Floats | Ints, observed: Floats) -> dict[str, Any]:
    """Every figure of the rows of one block."""
    ordered = scores.sort_draws(draws)
    m = ordered.shape[-1]
    values = {
        "crps": scores.crps_sorted(ordered, observed),
        "crps_fair": scores.crps_fair_sorted(ordered, observed),
        "crps_log1p": _log_crps(ordered, observed),
        "ign": scores.ignorance(ordered, observed),
        "mis": scores.interval_score_sorted(ordered, observed),
        "quantile_99": scores.quantile_score_sorted(ordered, observed, level=0.99),
        **{f"twcrps_{at}": _crps_above(ordered, observed, threshold=at) for at in TAILS},
    }
    inside = {}
    for share in (0.5, 0.9):
        low, high = scores.quantile_sorted(ordered, (1 - share) / 2), scores.quantile_sorted(ordered, (1 + share) / 2)
        inside[share] = np.asarray((low <= observed) & (observed <= high))
    truth = observed[..., None]
    return {
        "values": values,
        "chance": {at: np.asarray((ordered >= at).sum(axis=-1) / m) for at in THRESHOLDS},
        "inside": inside,
        "mean": np.asarray(ordered.mean(axis=-1)),
        "pit": np.stack([(ordered < truth).mean(axis=-1), (ordered <= truth).mean(axis=-1)], axis=-1),
    }


def _log_crps(ordered: Floats, observed: Floats) -> Floats:
    """CRPS of log1p, skipping the rows where every draw is 0: there it is log1p of what was observed."""
    out = np.log1p(observed)
    busy = ordered[:, -1] > 0
    out[busy] = scores.crps_sorted(np.log1p(ordered[busy]), out[busy])
    return np.asarray(out)


def _crps_above(ordered: Floats, observed: Floats, *, threshold: int) -> Floats:
    """Threshold-weighted CRPS, skipping the rows where neither a draw nor what was observed lies above: there it is 0."""
    out = np.zeros(len(observed))
    high = (ordered[:, -1] > threshold) | (observed > threshold)
    out[high] = scores.crps_above_sorted(ordered[high], observed[high], threshold=threshold)
    return out
