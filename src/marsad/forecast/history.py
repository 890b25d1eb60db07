"""What a forecast may see: a panel cut at its origin, checked, with the last observed months of each unit at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Bools, Floats, Ints, Level, Panel
from marsad.base.months import format_month

STALE_MONTHS = 12
"""A unit not observed for longer than this before the origin has no present to forecast from."""

STEPS_MOST = 600
DEATHS_MOST = 10**9
"""Largest draw; a model that asks for more has lost its footing, and a count of this size exceeds any month on record."""

GRID_COLUMNS = 720
GRID_ROWS = 360


@dataclass(frozen=True, slots=True, eq=False)
class Covariate:
    """A figure per unit and month beside the counts, such as coded events of one type or meetings held.

    Attributes:
        name: of the column.
        panel: its counts; the same unit_id as the panel that is forecast; units or months it does not hold count 0.
        delay: months after a month's end until its figure is out; 0 if it is known with the counts.
    """

    name: str
    panel: Panel
    delay: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Counts up to the origin and nothing after it.

    Attributes:
        units: shape (n,).
        deaths: shape (n, t); the last column is the origin; 0 where not observed.
        observed: shape (n, t).
        origin: month number of the last column.
        level: country or cell.
        vintage: release or file of the counts.
        near: shape (n, k), row of each neighbour, -1 for none; None where neighbours are not known.
        extra: shape (n, t, c), covariates as they were out at each month.
    """

    units: Ints
    deaths: Floats
    observed: Bools
    origin: int
    level: Level
    vintage: str
    near: Ints | None
    extra: Floats

    def last(self, count: int) -> tuple[Floats, Ints]:
        """The last `count` observed months of each unit, oldest first.

        Returns:
            values, shape (n, count), aligned to the right, and how many of them each unit has, shape (n,).
        """
        width = min(count, self.deaths.shape[1])
        values = np.zeros((len(self.units), count))
        values[:, count - width :] = self.deaths[:, -width:]
        have = self.observed[:, -width:].sum(axis=1)
        # a gap inside the last months: go further back, month by month, until `count` observed ones are found
        for row in np.flatnonzero(have < count):
            seen = self.deaths[row, self.observed[row]][-count:]
            values[row] = 0.0
            values[row, count - len(seen) :] = seen
            have[row] = len(seen)
        return values, np.asarray(have, dtype=np.int64)

    def of(self, rows: Ints) -> History:
        """The history of some units; neighbours are left out, since their rows no longer agree."""
        return replace(
            self, units=self.units[rows], deaths=self.deaths[rows], observed=self.observed[rows], near=None, extra=self.extra[rows]
        )


def cut(
    panel: Panel,
    origin: int,
    *,
    neighbours: Mapping[int, Sequence[int]] | None = None,
    covariates: Sequence[Covariate] = (),
) -> History:
    """The panel as a forecast from `origin` may see it.

    Args:
        panel: counts; months after the origin are cut off.
        origin: month number of the last month known.
        neighbours: unit_id -> unit_id of its neighbours; cells know their eight without it.
        covariates: further figures, each with its own delay.

    Raises:
        ForecastError: the origin lies outside the panel, or a unit has no observed month in the year up to it.
    """
    if len(panel.units) == 0 or len(panel.months) == 0:
        raise ForecastError("the panel holds no unit or no month: nothing to forecast from")
    first, final = int(panel.months[0]), int(panel.months[-1])
    if not first <= origin <= final:
        raise ForecastError(
            f"origin {format_month(origin)} lies outside the panel, which runs from {format_month(first)} to {format_month(final)}: "
            "the origin is the last month known"
        )
    seen = panel.until(origin)
    silent = ~seen.observed[:, -STALE_MONTHS:].any(axis=1)
    if silent.any():
        named = ", ".join(str(unit) for unit in seen.units[silent][:8])
        raise ForecastError(
            f"{int(silent.sum())} units have no observed month in the {STALE_MONTHS} months up to {format_month(origin)} "
            f"(unit_id {named}): give their months, or leave the units out by name"
        )
    near = queen_neighbours(seen.units) if panel.level == "cell" and neighbours is None else _named_neighbours(seen.units, neighbours)
    extra = [_delayed(seen, covariate) for covariate in covariates]
    stacked = np.stack(extra, axis=-1) if extra else np.zeros((*seen.deaths.shape, 0))
    return History(seen.units, seen.deaths, seen.observed, origin, panel.level, panel.vintage, near, stacked)


def _named_neighbours(units: Ints, neighbours: Mapping[int, Sequence[int]] | None) -> Ints | None:
    if not neighbours:
        return None
    row = {int(unit): i for i, unit in enumerate(units)}
    found = [[row[other] for other in neighbours.get(int(unit), ()) if other in row] for unit in units]
    near = np.full((len(units), max(1, *map(len, found))), -1)
    for i, others in enumerate(found):
        near[i, : len(others)] = others
    return near


def _delayed(seen: Panel, covariate: Covariate) -> Floats:
    """The covariate on the panel's units and months, each value moved to the month in which it was out."""
    if covariate.delay < 0:
        raise ForecastError(f"covariate {covariate.name!r}: a delay of {covariate.delay} months would look ahead")
    out = np.zeros(seen.deaths.shape)
    row = {int(unit): i for i, unit in enumerate(covariate.panel.units)}
    column = seen.months - covariate.delay - int(covariate.panel.months[0])
    inside = (column >= 0) & (column < len(covariate.panel.months))
    for i, unit in enumerate(seen.units):
        if int(unit) in row:
            out[i, inside] = covariate.panel.deaths[row[int(unit)], column[inside]]
    return out


def queen_neighbours(gids: Ints) -> Ints:
    """Row of each of the eight neighbours of each PRIO-GRID cell.

    Args:
        gids: shape (n,), rising PRIO-GRID numbers.

    Returns:
        shape (n, 8), row in `gids`; -1 where the neighbour is not among them or lies beyond a pole. Columns wrap at 180 degrees.
    """
    row, column = (gids - 1) // GRID_COLUMNS, (gids - 1) % GRID_COLUMNS
    found = []
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            if down == right == 0:
                continue
            at_row = row + down
            gid = at_row * GRID_COLUMNS + (column + right) % GRID_COLUMNS + 1
            place = np.minimum(np.searchsorted(gids, gid), len(gids) - 1)
            there = (gids[place] == gid) & (at_row >= 0) & (at_row < GRID_ROWS)
            found.append(np.where(there, place, -1))
    return np.stack(found, axis=1)


def check_steps(steps: Ints) -> Ints:
    """Steps as rising integers.

    Raises:
        ForecastError: no step, a step below 1 or above 600, or steps that do not rise.
    """
    given = np.asarray(steps, dtype=np.int64)
    if given.size == 0 or given.ndim != 1:
        raise ForecastError("no steps given: 1 is the first month after the origin")
    if given.min() < 1 or given.max() > STEPS_MOST:
        raise ForecastError(f"steps run from 1 (the first month after the origin) to {STEPS_MOST}: {given.min()} to {given.max()} given")
    if (np.diff(given) <= 0).any():
        raise ForecastError("steps must rise without repeats")
    return given
