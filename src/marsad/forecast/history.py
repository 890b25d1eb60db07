"""What a forecast may see: a panel cut at its origin, checked, with the last observed months of each unit at hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Bools, Floats, Ints, Level, Panel
from marsad.base.months import format_month

STALE_MONTHS = 12
"""A unit not observed for longer than this before the origin has no present to forecast from."""

STEPS_MOST = 600


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
    """

    units: Ints
    deaths: Floats
    observed: Bools
    origin: int
    level: Level
    vintage: str

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

    def earlier(self, origin: int) -> History:
        """This history as it ended at an earlier origin; units not yet observed then keep their rows, all of it unobserved."""
        width = self.deaths.shape[1] - (self.origin - origin)
        return History(self.units, self.deaths[:, :width], self.observed[:, :width], origin, self.level, self.vintage)


def cut(panel: Panel, origin: int) -> History:
    """The panel as a forecast from `origin` may see it.

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
    return History(seen.units, seen.deaths, seen.observed, origin, panel.level, panel.vintage)


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
