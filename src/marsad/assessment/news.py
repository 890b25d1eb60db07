"""What changed since last month's forecast and what came in between; and how often quiet units stayed quiet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from marsad.assessment.paths import joint
from marsad.base.errors import AssessmentError
from marsad.base.findings import HORIZONS, THRESHOLDS
from marsad.base.frames import Bools, Floats, Forecast, Panel
from marsad.base.regional import BaseRate, OutlookChange

QUIET = 12
"""Months without a death after which a unit is quiet."""


def outlook_changes(
    now: Forecast, before: Forecast, panel: Panel, *, horizons: Sequence[int] = HORIZONS, seed: int = 0
) -> tuple[OutlookChange, ...]:
    """What is expected of the same months now and one month earlier, all units together first.

    Both forecasts know the same counts but for the month in between, so that month is all that can have moved them.

    Args:
        now: from the last month known.
        before: from the month before it, of the same units (others are left out).
        panel: counts to the last month known.
        horizons: months ahead; one that either forecast does not fill is left out.
        seed: of the order of draws.

    Raises:
        AssessmentError: the earlier forecast does not stand one month before the present one.
    """
    if before.origin != now.origin - 1:
        raise AssessmentError("the earlier forecast does not stand one month before the present one: make it from that month")
    units = [int(unit) for unit in now.units if unit in before.units and unit in panel.units]
    if not units:
        return ()
    now, before, known = now.only(units), before.only(units), panel.only(units)
    first = joint(before, known.until(before.origin), seed=seed)[:, 0, :]
    seen = np.asarray(known.observed[:, known.months == now.origin].all(axis=1), dtype=np.bool_)
    deaths = known.deaths[:, known.months == now.origin].sum(axis=1)
    rows = []
    for horizon in horizons:
        ours, theirs = _expected(now, now.origin, horizon), _expected(before, now.origin, horizon)
        if ours is None or theirs is None:
            continue
        whole = int(deaths.sum()) if seen.all() else None
        rows.append(_row(None, horizon, (ours.sum(), theirs.sum()), whole, first.sum(axis=0)))
        rows += [_row(unit, horizon, (ours[i], theirs[i]), int(deaths[i]) if seen[i] else None, first[i]) for i, unit in enumerate(units)]
    return tuple(rows)


def _expected(made: Forecast, origin: int, horizon: int) -> Floats | None:
    columns = np.flatnonzero((made.months > origin) & (made.months <= origin + horizon))
    return np.asarray(made.draws[:, columns].mean(axis=2).sum(axis=1)) if len(columns) == horizon else None


def _row(unit: int | None, horizon: int, means: tuple[float, float], observed: int | None, draws: Floats) -> OutlookChange:
    low, high = (float(q) for q in np.percentile(draws, (5, 95)))
    word = "unknown" if observed is None else "above" if observed > high else "below" if observed < low else "within"
    return OutlookChange(
        unit, horizon, float(means[0]), float(means[1]), observed, float(draws.mean()), low, high, word  # type: ignore[arg-type]
    )  # fmt: skip


def base_rates(panel: Panel, units: Sequence[int], *, horizons: Sequence[int] = HORIZONS) -> tuple[BaseRate, ...]:
    """How often units of the panel that were quiet for a year saw deaths in the months after it, for the units that are quiet now.

    Args:
        panel: every unit known; all of them say how often a calm ended.
        units: units asked about; those with a death or an unobserved month in the last twelve are left out.
        horizons: months after the quiet year, taken together.
    """
    active, seen = (panel.deaths > 0) & panel.observed, panel.observed
    calm = _all(seen & ~active, QUIET)
    asked = tuple(int(unit) for i, unit in enumerate(panel.units) if int(unit) in set(units) and calm.shape[1] and calm[i, -1])
    if not asked:
        return ()
    rows = []
    width = panel.deaths.shape[1]
    for horizon in horizons:
        sums, known = _sums(np.where(seen, panel.deaths, 0.0), horizon), _all(seen, horizon)
        # the month behind at column a of `calm` is a + 11; the months ahead begin right after it
        starts = np.arange(QUIET, width - horizon + 1)
        hit = calm[:, starts - QUIET] & known[:, starts]
        after = sums[:, starts][hit]
        chance = tuple(float((after >= least).mean()) for least in THRESHOLDS) if len(after) else None
        rows.append(BaseRate(horizon, len(after), chance, asked))
    return tuple(rows)


def _sums(values: Floats, length: int) -> Floats:
    """Sum of every stretch of so many columns; column a is the stretch from a on."""
    if values.shape[1] < length:
        return np.zeros((len(values), 0))
    total = np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)
    return np.asarray(total[:, length:] - total[:, :-length])


def _all(flags: Bools, length: int) -> Bools:
    return np.asarray(_sums(flags.astype(np.float64), length) == length)
