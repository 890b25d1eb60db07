"""What the models see of each unit at each month: sums over the past of that unit and of the world, never of the future.

Every figure of month t is computed from months up to t alone, for all units and months at once, by running sums.
A month that is not observed counts in no sum and no mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from marsad.base.frames import Bools, Floats, Ints

SPANS: tuple[int, ...] = (3, 6, 12, 24, 60, 120, 240)
BUSY: tuple[int, ...] = (3, 6, 12, 24, 60, 120, 240)
MEMORIES: tuple[float, ...] = (2.0, 6.0, 18.0)
SINCE: tuple[int, ...] = (1, 25, 100)
LONG = 240
"""Months; longer silences are all alike."""

CLASS_EDGES: Floats = np.array([0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5])
"""Upper edges of the first ten of eleven classes of deaths a month: 0, 1-2, 3-5, 6-10, 11-25 and so on to 1001 and more."""

CLASS_MEMORIES: tuple[float, ...] = (4.0, 14.0)
CLASSES_SEEN = 9
"""Classes whose recent share is a feature; the last of them takes in every higher one, too rare to learn from apart."""

NAMES: tuple[str, ...] = (
    "last",
    "last_2",
    "last_3",
    *(f"mean_{span}" for span in SPANS),
    "most_12",
    *(f"active_{span}" for span in BUSY),
    *(f"since_{at}" for at in SINCE),
    *(f"memory_{memory:.0f}" for memory in MEMORIES),
    "volatility_12",
    "trend",
    *(f"class_{k}_{memory:.0f}" for memory in CLASS_MEMORIES for k in range(CLASSES_SEEN)),
    "world_3",
    "world_12",
    "near_3",
    "near_12",
)
"""Column names, in order; counts and means are in log1p."""


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What lies around a unit: the world's mean level, and deaths in the neighbouring units.

    Attributes:
        world: shape (2, t), mean deaths per unit and month over the last 3 and 12 months.
        near: shape (n, t), deaths in the neighbours of each unit; zeros where none is known.
    """

    world: Floats
    near: Floats


def around(deaths: Floats, observed: Bools, near: Ints | None = None) -> Around:
    """The surroundings of every unit.

    Args:
        deaths: shape (n, t).
        observed: shape (n, t).
        near: shape (n, k), row of each neighbour, -1 for none; None where neighbours are not known.
    """
    total, count = deaths.sum(axis=0)[None], np.maximum(observed.sum(axis=0), 1)[None]
    always = np.ones(total.shape, dtype=bool)
    world = np.concatenate([running_mean(total / count, always, span) for span in (3, 12)])
    if near is None:
        return Around(world, np.zeros(deaths.shape, dtype=np.float32))
    padded = np.vstack([deaths, np.zeros((1, deaths.shape[1]))]).astype(np.float32)
    summed = np.zeros(deaths.shape, dtype=np.float32)
    for column in near.T:
        summed += padded[column]
    return Around(world, summed)


def features(deaths: Floats, observed: Bools, place: Around) -> Floats:
    """Features of every unit at every month.

    Args:
        deaths: shape (n, t); 0 where not observed.
        observed: shape (n, t).
        place: surroundings of the same units and months.

    Returns:
        shape (n, t, f), float32, columns as in `NAMES`.
    """
    level = np.log1p(deaths)
    memory = [np.log1p(decaying_mean(deaths, observed, h)) for h in MEMORIES]
    busy = (deaths > 0).astype(float)
    always = np.ones(deaths.shape, dtype=bool)
    columns = [
        level,
        shifted(level, 1),
        shifted(level, 2),
        *(np.log1p(running_mean(deaths, observed, span)) for span in SPANS),
        np.log1p(running_most(deaths, 12)),
        *(running_mean(busy, observed, span) for span in BUSY),
        *(np.log1p(months_since(deaths >= at)) for at in SINCE),
        *memory,
        _volatility(level, observed),
        memory[0] - memory[2],
        *_class_shares(deaths, observed),
        *(np.broadcast_to(np.log1p(row), deaths.shape) for row in place.world),
        *(np.log1p(running_mean(place.near, always, span)) for span in (3, 12)),
    ]
    return np.stack(columns, axis=-1).astype(np.float32)


def _volatility(level: Floats, observed: Bools) -> Floats:
    mean, square = running_mean(level, observed, 12), running_mean(level**2, observed, 12)
    return np.asarray(np.sqrt(np.maximum(square - mean**2, 0)))


def _class_shares(deaths: Floats, observed: Bools) -> list[Floats]:
    """Recent share of months in each class of deaths, by two memories."""
    place = np.minimum(np.searchsorted(CLASS_EDGES, deaths, side="right"), CLASSES_SEEN - 1)
    return [decaying_mean((place == k).astype(float), observed, h) for h in CLASS_MEMORIES for k in range(CLASSES_SEEN)]


def running_mean(values: Floats, observed: Bools, span: int) -> Floats:
    """Mean over the observed ones of the last `span` months; 0 where none is."""
    total, count = _running(np.where(observed, values, 0.0), span), _running(observed.astype(float), span)
    return np.asarray(total / np.maximum(count, 1.0))


def _running(values: Floats, span: int) -> Floats:
    sums = np.cumsum(values, axis=1)
    # differences of running sums leave dust of either sign where the window is empty
    return np.maximum(sums - shifted(sums, span), 0.0)


def shifted(values: Floats, by: int) -> Floats:
    """Values `by` months earlier; 0 before the first."""
    out = np.zeros_like(values)
    if by < values.shape[1]:
        out[:, by:] = values[:, : values.shape[1] - by]
    return out


def running_most(values: Floats, span: int) -> Floats:
    """Largest of the last `span` months."""
    out = values.copy()
    for back in range(1, span):
        np.maximum(out, shifted(values, back), out=out)
    return out


def months_since(hit: Bools) -> Floats:
    """Months since the last hit; 0 in a month that is one, `LONG` at most and where there was none."""
    index = np.arange(hit.shape[1])
    last = np.maximum.accumulate(np.where(hit, index, -LONG), axis=1)
    return np.minimum(index - last, LONG).astype(float)


def decaying_mean(values: Floats, observed: Bools, memory: float) -> Floats:
    """Mean with weights exp(-age / memory), over observed months."""
    keep = np.exp(-1.0 / memory)
    total = np.zeros(values.shape)
    weight = np.zeros(values.shape)
    above, below = np.zeros(len(values)), np.zeros(len(values))
    for month in range(values.shape[1]):
        above = above * keep + np.where(observed[:, month], values[:, month], 0.0)
        below = below * keep + observed[:, month]
        total[:, month], weight[:, month] = above, below
    return np.asarray(total / np.maximum(weight, 1e-9))


KIND_EDGES: Floats = np.array([1e-9, 25.0, 200.0])
"""Deaths a month on average of the last twelve at which a unit counts as simmering, active, at war; below the first it is quiet."""


def kinds(deaths: Floats, observed: Bools) -> Ints:
    """Kind of each unit at the last month: 0 quiet (no death in twelve months), 1 simmering, 2 active, 3 war, by `KIND_EDGES`."""
    mean = running_mean(deaths[:, -12:], observed[:, -12:], 12)[:, -1]
    return np.searchsorted(KIND_EDGES, mean, side="right")
