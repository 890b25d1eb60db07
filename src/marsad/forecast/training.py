"""Past cases to learn from: what a unit looked like at some month, and the path of deaths that followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from marsad.base.frames import Bools, Floats, Ints
from marsad.forecast.features import NAMES, Around, around, features, running_mean
from marsad.forecast.history import History

SPAN = 300
"""Months before the origin from which cases are taken; older ones come from another world of reporting."""

EARLIEST = 24
"""Months a unit must have behind it before it serves as a case."""

CASES_MOST = 60_000
"""Cases kept, about; beyond it the silent ones are thinned further and weigh more, and on a map of cells the others too."""

SILENT_SHARE = 0.25
"""Of cases without a death in sixty months one in four is kept and weighs four: they all say the same."""

BLOCK_VALUES = 20_000_000
"""Feature values held at a time."""

LEVEL = NAMES.index("memory_6")

RESCALED_FROM = 30.0
"""Deaths a month from which a case's path is brought to the unit's own level. Below it counts are too small to scale; above it
the past holds few cases as violent, and without scaling a new record would be forecast to sink to the old ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """Cases and the present.

    Attributes:
        cases: shape (r, f), features at each case's month.
        paths: shape (r, h), deaths 1 to h months after.
        weights: shape (r,), what each case stands for.
        present: shape (n, f), features of every unit at the origin.
        recent: shape (n, up to 24), deaths of each unit in the months up to the origin; 0 where not observed.
        unit: shape (r,), row of each case's unit in the history.
        month: shape (r,), column of each case's month in the history.
    """

    cases: Floats
    paths: Floats
    weights: Floats
    present: Floats
    recent: Floats
    unit: Ints
    month: Ints

    @property
    def horizon(self) -> int:
        """Months in each path."""
        return int(self.paths.shape[1])

    def of(self, rows: Ints) -> Training:
        """The same cases with the present of some units."""
        return replace(self, present=self.present[rows], recent=self.recent[rows])

    def violent(self) -> Training:
        """The cases with a death in the sixty months up to them; the same present."""
        kept = ~silent(self.cases)
        cases, paths, weights = self.cases[kept], self.paths[kept], self.weights[kept]
        return replace(self, cases=cases, paths=paths, weights=weights, unit=self.unit[kept], month=self.month[kept])


def silent(table: Floats) -> Bools:
    """Which rows of features saw no death in sixty months, shape (r,)."""
    return np.asarray(table[:, NAMES.index("mean_60")] == 0)


def rescaled(training: Training, picked: Ints, steps: Ints) -> Floats:
    """Paths of the picked cases at the level of the unit they are picked for.

    Args:
        training: cases and the present.
        picked: shape (n, m), cases picked for each unit.
        steps: shape (k,).

    Returns:
        shape (n, k, m); scaled by the ratio of mean levels in units above `RESCALED_FROM`, with a smooth passage, else as they are.
    """
    own, other = np.expm1(training.present[:, LEVEL].astype(float)), np.expm1(training.cases[:, LEVEL].astype(float))
    power = own / (own + RESCALED_FROM)
    scale = ((own[:, None] + 1.0) / (other[picked] + 1.0)) ** power[:, None]
    paths = training.paths[picked][:, :, steps - 1].transpose(0, 2, 1)
    return np.asarray(paths * scale[:, None, :])


def training(history: History, horizon: int) -> Training:
    """Cases whose whole path lies before the origin.

    Args:
        history: counts up to the origin.
        horizon: longest step, so that a case's path ends at the origin at the latest.
    """
    t = history.deaths.shape[1]
    place = around(history.deaths, history.observed, history.near)
    starts = np.arange(max(min(EARLIEST, t - horizon - 1), t - horizon - SPAN, 0), max(t - horizon, 0))
    rng = np.random.default_rng(0)  # which silent cases are kept; the same for every seed of the draws
    share = _shares(history, starts)
    parts, present = [], []
    for block in _blocks(history):
        seen = _table(history, place, block)
        # a copy: a view would keep every block in memory
        present.append(seen[:, -1].copy())
        if len(starts):
            parts.append(_cases(history, seen, block=block, starts=starts, horizon=horizon, keep=share, rng=rng))
    width = present[0].shape[1]
    nothing = np.zeros(0, dtype=np.int64)
    empty = (np.zeros((0, width), dtype=np.float32), np.zeros((0, horizon)), np.zeros(0), nothing, nothing)
    cases, paths, weights, unit, month = (np.concatenate([part[k] for part in [empty, *parts]]) for k in range(5))
    return Training(cases, paths, weights, np.concatenate(present), history.deaths[:, -24:], unit, month)


def _blocks(history: History) -> Iterator[slice]:
    n, t = history.deaths.shape
    size = max(1, BLOCK_VALUES // (t * len(NAMES)))
    for start in range(0, n, size):
        yield slice(start, start + size)


def _table(history: History, place: Around, block: slice) -> Floats:
    """Features of some units at every month, covariates last."""
    deaths, observed = history.deaths[block], history.observed[block]
    own = features(deaths, observed, Around(place.world, place.near[block]))
    if history.extra.shape[2] == 0:
        return own
    always = np.ones(deaths.shape, dtype=bool)
    more = [
        np.log1p(running_mean(history.extra[block, :, c], always, span)).astype(np.float32)
        for c in range(history.extra.shape[2])
        for span in (3, 12)
    ]
    return np.concatenate([own, np.stack(more, axis=-1)], axis=-1)


@dataclass(frozen=True, slots=True)
class _Shares:
    """Part of the silent and of the other cases that is kept."""

    silent: float
    other: float


def _shares(history: History, starts: Ints) -> _Shares:
    """Shares to keep, so that no more than about `CASES_MOST` cases are kept in all.

    A panel of countries keeps every case that is not silent. A map of cells has a million of them, which say no more than sixty
    thousand do and take a forest half an hour; there both kinds are thinned, and weigh more.
    """
    months = len(starts)
    lively = int((history.deaths.sum(axis=1) > 0).sum()) * months
    silent = len(history.units) * months - lively
    if lively <= CASES_MOST:
        room = max(CASES_MOST - lively, CASES_MOST // 6)
        return _Shares(float(min(SILENT_SHARE, room / max(silent, 1))), 1.0)
    # a cell that saw deaths once is silent most of the time: count its months one by one
    rows = np.flatnonzero(history.deaths.any(axis=1))
    lively = int((running_mean(history.deaths[rows], history.observed[rows], 60)[:, starts] > 0).sum())
    silent = len(history.units) * months - lively
    room = max(CASES_MOST - lively, CASES_MOST // 6)
    return _Shares(min(SILENT_SHARE, room / max(silent, 1)), min(1.0, (CASES_MOST - CASES_MOST // 6) / max(lively, 1)))


def _cases(
    history: History, seen: Floats, *, block: slice, starts: np.ndarray, horizon: int, keep: _Shares, rng: np.random.Generator
) -> tuple[Floats, Floats, Floats, Ints, Ints]:
    deaths, observed = history.deaths[block], history.observed[block]
    whole = np.stack([observed[:, starts + step] for step in range(horizon + 1)], axis=-1).all(axis=-1)
    share = np.where(silent(seen[:, starts].reshape(-1, seen.shape[2])).reshape(whole.shape), keep.silent, keep.other)
    chosen = whole & (rng.random(whole.shape) < share)
    row, month = np.nonzero(chosen)
    ahead = np.arange(1, horizon + 1)
    paths = deaths[row[:, None], starts[month][:, None] + ahead]
    weights = 1.0 / share[row, month]
    return seen[row, starts[month]], paths, weights, row + block.start, starts[month]
