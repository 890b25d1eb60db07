"""Level and trend of counts beside their own past twelve and thirty-six months, and deaths by type of violence; all units at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from marsad.base.errors import AssessmentError
from marsad.base.frames import Bools, Floats, Panel
from marsad.base.months import format_month

RECENT = 3
"""Months whose level is judged; one month alone would call every massacre a change of level."""

BASELINES = (12, 36)
"""Months before those, beside which they are judged."""

KNOWN_LEAST = 0.75
"""Share of a stretch's months that must be observed before it is judged."""

CHANCE = 0.05
"""p-value below which a difference is told. One unit in twenty passes by chance: read it as a sorting aid over many units."""

LevelWord = Literal["above", "below", "within", "unknown"]
TrendWord = Literal["rising", "falling", "flat", "unknown"]


@dataclass(frozen=True, slots=True)
class LevelTest:
    """The last three months beside `window` months before them; None where too few months are observed.

    `p_value`: two-sided Mann-Whitney test on ranks, ties corrected, which one month of many deaths cannot decide alone. Months of one
    place hang together, so it is somewhat too small.
    """

    window: int
    recent: float | None
    before: float | None
    p_value: float | None
    word: LevelWord
    test: str = "mann-whitney"


@dataclass(frozen=True, slots=True)
class TrendTest:
    """Whether the counts rose or fell over the last `window` months: Kendall's tau with time, -1 to 1, and its two-sided p-value."""

    window: int
    tau: float | None
    p_value: float | None
    word: TrendWord
    test: str = "mann-kendall"


@dataclass(frozen=True, slots=True)
class UnitTrend:
    """Level and trend of one unit in one month, one of each for every baseline."""

    unit: int
    month: int
    levels: tuple[LevelTest, ...]
    trends: tuple[TrendTest, ...]


@dataclass(frozen=True, slots=True)
class ViolenceShares:
    """Deaths and events by type of violence from `first` to `last`; `deaths` is None where no event is on record: not observed, not 0.

    Attributes:
        first: first month counted.
        last: last month counted.
        events: events on record.
        deaths: their deaths, best estimate.
        by_type: (type, events, deaths) of state-based, non-state, one-sided and, where some rows do not say, unknown.
        low: deaths by the lowest estimates; rows without bounds count with their best one.
        high: deaths by the highest estimates.
    """

    first: int
    last: int
    events: int
    deaths: int | None
    by_type: tuple[tuple[str, int, int], ...]
    low: int | None
    high: int | None


def trends(panel: Panel, month: int) -> tuple[UnitTrend, ...]:
    """Level and trend of every unit of the panel in one month, in the panel's order.

    Raises:
        AssessmentError: the panel does not reach that month.
    """
    at = month - int(panel.months[0]) if len(panel.months) else -1
    if not 0 <= at < len(panel.months):
        raise AssessmentError(f"the panel does not reach {format_month(month)}: ask for a month it holds")
    levels, slopes = series_trends(panel.deaths[:, : at + 1], panel.observed[:, : at + 1])
    return tuple(UnitTrend(int(unit), month, levels[i], slopes[i]) for i, unit in enumerate(panel.units))


def series_trends(
    counts: Floats, observed: Bools, baselines: Sequence[int] = BASELINES
) -> tuple[list[tuple[LevelTest, ...]], list[tuple[TrendTest, ...]]]:
    """Level and trend at the last column of many series.

    Args:
        counts: shape (n, t); any counts a month.
        observed: shape (n, t); where they are known.
        baselines: months before the last three.
    """
    levels = [_levels(counts, observed, window) for window in baselines]
    slopes = [_slopes(counts, observed, window) for window in baselines]
    n = len(counts)
    return [tuple(rows[i] for rows in levels) for i in range(n)], [tuple(rows[i] for rows in slopes) for i in range(n)]


def violence_shares(events: pa.Table, first: int, last: int) -> ViolenceShares:
    """Events and deaths by type of violence, of counted rows (event tables), from month `first` to `last`."""
    rows = events.filter(
        pc.and_(pc.greater_equal(events["month_id"], first), pc.less_equal(events["month_id"], last)), null_selection_behavior="drop"
    )
    rows = rows.filter(pc.is_null(rows["document"]))
    best = pc.fill_null(rows["deaths_best"], 0)
    kinds = pc.fill_null(rows["violence"], "unknown").to_numpy(zero_copy_only=False)
    deaths = best.to_numpy()
    order = ("state-based", "non-state", "one-sided", "unknown")
    by_type = tuple((kind, int((kinds == kind).sum()), int(deaths[kinds == kind].sum())) for kind in order)
    bounds = [int(pc.sum(pc.coalesce(rows[name], best)).as_py() or 0) for name in ("deaths_low", "deaths_high")]
    seen = rows.num_rows > 0
    return ViolenceShares(
        first, last, rows.num_rows, int(deaths.sum()) if seen else None,
        tuple(row for row in by_type if row[1] or row[0] != "unknown") if seen else (),
        bounds[0] if seen else None, bounds[1] if seen else None,
    )  # fmt: skip


def _levels(counts: Floats, observed: Bools, window: int) -> list[LevelTest]:
    if counts.shape[1] < RECENT + window:
        return [LevelTest(window, None, None, None, "unknown")] * len(counts)
    now, seen_now = counts[:, -RECENT:], observed[:, -RECENT:]
    old, seen_old = counts[:, -RECENT - window : -RECENT], observed[:, -RECENT - window : -RECENT]
    enough = seen_now.all(axis=1) & (seen_old.sum(axis=1) >= KNOWN_LEAST * window)
    many, few = seen_now.sum(axis=1), seen_old.sum(axis=1)
    pairs = seen_now[:, :, None] & seen_old[:, None, :]
    wins = np.where(pairs, (now[:, :, None] > old[:, None, :]) + 0.5 * (now[:, :, None] == old[:, None, :]), 0.0).sum(axis=(1, 2))
    both, seen = np.concatenate([old, now], axis=1), np.concatenate([seen_old, seen_now], axis=1)
    tied, size = _ties(both, seen), many + few
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = many * few / 12.0 * (size + 1 - (np.where(seen, tied**2 - 1, 0).sum(axis=1)) / (size * (size - 1)))
        p_value = _two_sided(wins - many * few / 2.0, spread, slack=0.5)
        means = np.where(seen_now, now, 0).sum(axis=1) / many, np.where(seen_old, old, 0).sum(axis=1) / few
    return [
        LevelTest(window, float(means[0][i]), float(means[1][i]), float(p_value[i]), _level_word(means[0][i] - means[1][i], p_value[i]))
        if enough[i]
        else LevelTest(window, None, None, None, "unknown")
        for i in range(len(counts))
    ]


def _slopes(counts: Floats, observed: Bools, window: int) -> list[TrendTest]:
    if counts.shape[1] < window:
        return [TrendTest(window, None, None, "unknown")] * len(counts)
    rows, seen = counts[:, -window:], observed[:, -window:]
    enough = seen.sum(axis=1) >= KNOWN_LEAST * window
    early, late = np.triu_indices(window, 1)
    known = seen[:, early] & seen[:, late]
    signs = np.where(known, np.sign(rows[:, late] - rows[:, early]), 0.0).sum(axis=1)
    size, tied = seen.sum(axis=1), _ties(rows, seen)
    spread = (size * (size - 1) * (2 * size + 5) - np.where(seen, (tied - 1) * (2 * tied + 5), 0).sum(axis=1)) / 18.0
    p_value = _two_sided(signs, spread, slack=1.0)
    tau = signs / np.maximum(known.sum(axis=1), 1)
    return [
        TrendTest(window, float(tau[i]), float(p_value[i]), _trend_word(tau[i], p_value[i]))
        if enough[i]
        else TrendTest(window, None, None, "unknown")
        for i in range(len(counts))
    ]


def _ties(values: Floats, seen: Bools) -> Floats:
    """How many known values of the row equal each value, itself included."""
    return np.asarray(((values[:, :, None] == values[:, None, :]) & seen[:, None, :]).sum(axis=2), dtype=np.float64)


def _two_sided(distance: Floats, variance: Floats, *, slack: float) -> Floats:
    from scipy.special import ndtr

    shift = np.maximum(np.abs(distance) - slack, 0.0)
    safe = np.where(variance > 0, variance, 1.0)
    return np.where(variance > 0, 2.0 * ndtr(-shift / np.sqrt(safe)), 1.0)


def _level_word(difference: float, p_value: float) -> LevelWord:
    if p_value >= CHANCE:
        return "within"
    return "above" if difference > 0 else "below"


def _trend_word(tau: float, p_value: float) -> TrendWord:
    if p_value >= CHANCE:
        return "flat"
    return "rising" if tau > 0 else "falling"
