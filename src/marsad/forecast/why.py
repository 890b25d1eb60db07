"""Why a forecast says what it says: which stretch of the past carries it, and how long a calm would halve it.

Both are found by asking the fitted pool again with a changed past of the unit, everything else as it was: what was learned from all
units, and how far each memory of the unit's own past is trusted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from marsad.base.findings import Carried, Reason
from marsad.base.frames import Bools, Floats, Ints, Panel
from marsad.forecast.features import Around, around, features, kinds, running_mean
from marsad.forecast.history import History, check_steps, cut
from marsad.forecast.pool import Members, join, members_of, whole
from marsad.forecast.weights import KINDS

STRETCHES: tuple[tuple[int, int], ...] = ((0, 3), (3, 12), (12, 60))
"""Months back from the origin: the last three, the rest of the year, the four years before."""

CALMS: tuple[int, ...] = (1, 2, 3, 4, 6, 9, 12, 18, 24)
"""Months in a row without a death after the origin that are tried."""

DRAWS = 400


def why(
    panel: Panel,
    *,
    origin: int,
    steps: Sequence[int],
    neighbours: Mapping[int, Sequence[int]] | None = None,
    units: Sequence[int] | None = None,
) -> list[Reason]:
    """Reasons for the pool's forecast of every unit, or of some, at every step asked for.

    Args:
        panel: counts; months after the origin are not looked at.
        origin: month number of the last month known.
        steps: months after the origin.
        neighbours: as given to `forecast`.
        units: unit_id of those to explain.
    """
    wanted = check_steps(np.asarray(steps))
    history = cut(panel, origin, neighbours=neighbours)
    return reasons(members_of(history, int(wanted[-1])), wanted, history.units if units is None else np.asarray(units))


def reasons(members: Members, steps: Ints, units: Ints) -> list[Reason]:
    """Reasons for the forecast of fitted members, for the units that they know."""
    whole_history = members.history
    place = around(whole_history.deaths, whole_history.observed, whole_history.near)
    rows = np.flatnonzero(np.isin(whole_history.units, units))
    if len(rows) == 0:
        return []
    history, near = whole_history.of(rows), Around(place.world, place.near[rows])
    some = members.of(rows)
    base = _mean(some, history, near, steps)
    carried = {stretch: 1 - _emptied(some, history, near, steps=steps, stretch=stretch) / np.maximum(base, 1e-9) for stretch in STRETCHES}
    halves = _halves(some, history, near, steps=steps, base=base)
    kind, mean_12 = kinds(history.deaths, history.observed), running_mean(history.deaths, history.observed, 12)[:, -1]
    onset = [_onset_rate(whole_history, int(step)) for step in steps]
    return [
        Reason(
            int(unit),
            int(step),
            KINDS[kind[i]],
            float(base[i, s]),
            float(mean_12[i]),
            tuple(Carried(*stretch, float(part[i, s]) if base[i, s] > 0 else 0.0) for stretch, part in carried.items()),
            int(halves[i, s]) if halves[i, s] > 0 else None,
            onset[s] if kind[i] == 0 else None,
        )
        for i, unit in enumerate(history.units)
        for s, step in enumerate(steps)
    ]


def _emptied(members: Members, history: History, place: Around, *, steps: Ints, stretch: tuple[int, int]) -> Floats:
    """Mean of the pool had the months `stretch` back been without deaths."""
    first, last = stretch
    emptied = history.deaths.copy()
    emptied[:, max(emptied.shape[1] - last, 0) : emptied.shape[1] - first] = 0
    return _mean(members, replace(history, deaths=emptied), place, steps)


def _mean(members: Members, history: History, place: Around, steps: Ints) -> Floats:
    """Mean of the pool with a changed past, shape (n, k); the same random source each time, so that differences are the past's."""
    table = features(history.deaths, history.observed, place)[:, -1]
    extra = members.cases.present[:, table.shape[1] :]
    cases = replace(members.cases, present=np.concatenate([table, extra], axis=1), recent=history.deaths[:, -24:])
    changed = replace(members, history=history, own=members.own.at_present(history), cases=cases)
    parts = changed.ask(steps, DRAWS, np.random.default_rng(0))
    return np.asarray(whole(join(parts, history, steps, draws=DRAWS)).mean(axis=2))


def _halves(members: Members, history: History, place: Around, *, steps: Ints, base: Floats) -> Ints:
    """Shortest of `CALMS` after which the forecast is at most half, shape (n, k); 0 where none is."""
    found = np.zeros(base.shape, dtype=np.int64)
    for calm in CALMS:
        longer = replace(history, deaths=_padded(history.deaths, calm, 0.0), observed=_known(history.observed, calm))
        world = np.concatenate([place.world, np.repeat(place.world[:, -1:], calm, axis=1)], axis=1)
        near = np.concatenate([place.near, np.repeat(place.near[:, -1:], calm, axis=1)], axis=1)
        mean = _mean(members, longer, Around(world, near), steps)
        found[(found == 0) & (mean <= base / 2) & (base > 0)] = calm
    return found


def _padded(values: Floats, months: int, value: float) -> Floats:
    return np.concatenate([values, np.full((len(values), months), value)], axis=1)


def _known(observed: Bools, months: int) -> Bools:
    return np.concatenate([observed, np.ones((len(observed), months), dtype=bool)], axis=1)


def _onset_rate(history: History, step: int) -> float | None:
    """How often a unit with a quiet year behind it saw a death so many months on; None without such a case."""
    total = running_mean(history.deaths, history.observed, 12)
    calm, after = total[:, 12:-step] == 0, history.deaths[:, 12 + step :] > 0
    usable = calm & history.observed[:, 12:-step] & history.observed[:, 12 + step :]
    return float(after[usable].mean()) if usable.any() else None
