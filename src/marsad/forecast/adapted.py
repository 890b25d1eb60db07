"""Own past months, with the memory and the spread that have served this very unit best.

Several experts read the same past: each forgets at its own pace, and spreads a month's figure by its own noise on the log scale.
For every unit they are judged, apart, by how well they said whether anybody would die and how many, over the months since; good ones
weigh more. A steady war is so read by long memory and little noise, a flickering one by short memory and much, and none has to be
told which it is. Units with little record lean on that of their kind.

Source: the aggregating algorithm of Vovk (1990); with log scores and equal trust it is Bayesian model averaging.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from marsad.base.frames import Floats, Ints
from marsad.forecast.benchmarks import Predict
from marsad.forecast.features import KIND_EDGES, running_mean
from marsad.forecast.history import History

MEMORIES: tuple[float, ...] = (2.0, 4.0, 8.0, 16.0, 40.0)
"""Months."""

SPREADS: tuple[float, ...] = (0.2, 0.5, 0.9)
"""Standard deviations of noise on the log scale."""

JUDGED: tuple[int, ...] = (1, 3, 6, 9, 12)
"""Steps at which an expert is judged; a judgement counts from the month in which the outcome is known."""

RECORD_MEMORY = 36.0
"""Months until a judgement counts a third."""

TRUST_CHANCE = 0.3
"""How fast trust follows the record on whether anybody dies, per unit of log loss; 1 would be Bayes' rule for months that are
independent, which they are not. Chosen, as the next, on origins to 2016."""

TRUST_SIZE = 1.0
"""The same for how many die, per unit of the CRPS of log1p deaths."""

MONTHS_OF_ALL = 0.15
"""Months' worth of what all units saw that each memory leans on for the chance of deaths."""

SIZES_OF_ALL = 0.08
"""Months' worth of all units' violent months that each memory leans on for their size."""

UPPER: Floats = np.concatenate([np.arange(21) + 0.5, 20.5 * 1.2 ** np.arange(1, 98)])
"""Upper edges of classes of deaths: 0, 1, 2 to 20, then rising by a fifth up to a thousand million."""

MIDDLE: Floats = np.concatenate([np.arange(21), np.sqrt(UPPER[20:-1] * UPPER[21:])])
WIDTH: Floats = np.diff(np.log1p(np.concatenate([[0.0], UPPER + 0.5]))).astype(np.float32)
"""Length of each class on the scale of log1p deaths."""


def class_of(deaths: Floats) -> Ints:
    """Class of each count; the last class is open."""
    return np.asarray(np.minimum(np.searchsorted(UPPER, deaths), len(UPPER) - 1))


@cache
def kernels() -> Floats:
    """Share of a noisy month at or below each upper edge, shape (spreads, classes of the month, classes); no month falls to zero."""
    from scipy.special import ndtr

    edges, month = np.log(UPPER), np.log(np.maximum(MIDDLE, 1.0))
    spread = np.array(SPREADS)[:, None, None]
    below = ndtr((edges - month[:, None]) / spread) * (edges > 0)
    return np.asarray(below, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """What each unit's own past says at one month.

    Attributes:
        sums: shape (memories, n, classes), decayed counts of months in each class of deaths.
        trust_chance: shape (memories, n), sums to 1 over memories.
        trust_size: shape (memories, spreads, n), sums to 1 over both.
        share_of_all: shape (memories,), recent share of months with deaths over all units of the panel.
        sizes_of_all: shape (memories, classes), recent shares of the classes above 0 over all units.
    """

    sums: Floats
    trust_chance: Floats
    trust_size: Floats
    share_of_all: Floats
    sizes_of_all: Floats

    def chance(self) -> Floats:
        """Probability of any death in a month to come, shape (n,)."""
        return np.asarray((self.trust_chance * _chances(self.sums, self.share_of_all)).sum(axis=0))

    def below(self) -> Floats:
        """Share of violent months at or below each of `UPPER`, shape (n, classes)."""
        trust = self.trust_size.transpose(0, 2, 1)[:, :, None, :].astype(np.float32)
        return np.asarray((trust @ _experts(self.sums, self.sizes_of_all)).sum(axis=(0, 2)))

    def of(self, rows: Ints) -> Own:
        """The same for some units."""
        return Own(self.sums[:, rows], self.trust_chance[:, rows], self.trust_size[..., rows], self.share_of_all, self.sizes_of_all)

    def at_present(self, history: History) -> Own:
        """The same trust with the past of another history of the same units, such as one with months left out."""
        return Own(_sums(history), self.trust_chance, self.trust_size, self.share_of_all, self.sizes_of_all)


def _chances(sums: Floats, share_of_all: Floats) -> Floats:
    months, violent = sums.sum(axis=2), sums[:, :, 1:].sum(axis=2)
    return np.asarray((violent + MONTHS_OF_ALL * share_of_all[:, None]) / (months + MONTHS_OF_ALL))


def _experts(sums: Floats, sizes_of_all: Floats) -> Floats:
    """Share of violent months at or below each edge, shape (memories, n, spreads, classes)."""
    leaned = sums[:, :, 1:] + np.float32(SIZES_OF_ALL) * sizes_of_all[:, None, 1:]
    leaned /= leaned.sum(axis=2, keepdims=True)
    wide = kernels()[:, 1:].transpose(1, 0, 2).reshape(len(UPPER) - 1, -1)
    return np.asarray((leaned @ wide).reshape(*sums.shape[:2], len(SPREADS), len(UPPER)))


def _sums(history: History) -> Floats:
    """Decayed counts of months in each class at the last month, shape (memories, n, classes)."""
    label = class_of(history.deaths)
    age = np.arange(history.deaths.shape[1])[::-1]
    out = np.zeros((len(MEMORIES), len(label), len(UPPER)), dtype=np.float32)
    row, month = np.nonzero(history.observed)
    for m, memory in enumerate(MEMORIES):
        np.add.at(out[m], (row, label[row, month]), np.exp(-age[month] / memory))
    return out


def own_past(history: History) -> Own:
    """What each unit's own past says at the origin."""
    return own_past_at(history, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)).now


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The origin, and past cases as they were then.

    Attributes:
        now: every unit at the origin.
        chance: shape (r,), probability of deaths at each case.
        below: shape (r, classes), share of violent months at or below each of `UPPER`.
    """

    now: Own
    chance: Floats
    below: Floats


def own_past_at(history: History, rows: Ints, months: Ints) -> Known:
    """What each unit's own past says at the origin, and what that of some units said at earlier months, known then.

    Args:
        history: counts up to the origin.
        rows: shape (r,), units of past cases; each has seen a death by then.
        months: shape (r,), columns of the history.
    """
    lively = np.flatnonzero(history.deaths.any(axis=1))
    record = _Record(history.of(lively), history.observed.sum(axis=0))
    place = np.searchsorted(lively, rows)
    chance, below = np.zeros(len(rows)), np.zeros((len(rows), len(UPPER)), dtype=np.float32)
    known = None
    for month in range(history.deaths.shape[1]):
        known = record.after(month)
        here = np.flatnonzero(months == month)
        if len(here):
            then = known.of(place[here])
            chance[here], below[here] = then.chance(), then.below()
    assert known is not None  # a panel has at least one month
    return Known(_of_all_units(known, history, lively), chance, below)


def _of_all_units(known: Own, history: History, lively: Ints) -> Own:
    """The units that never saw a death take the mean trust of the quiet ones that did."""
    quiet = running_mean(history.deaths[lively, -12:], history.observed[lively, -12:], 12)[:, -1] == 0
    trust = []
    for part in (known.trust_chance, known.trust_size):
        equal = np.full(part.shape[:-1], 1.0 / np.prod(part.shape[:-1]))
        of_quiet = part[..., quiet].mean(axis=-1) if quiet.any() else equal
        whole = np.repeat(of_quiet[..., None], len(history.units), axis=-1)
        whole[..., lively] = part
        trust.append(whole)
    return Own(_sums(history), trust[0], trust[1], known.share_of_all, known.sizes_of_all)


class _Record:
    """The walk through the months: decayed counts, what each expert has lost, and what it will lose once an outcome is known."""

    def __init__(self, history: History, observed_of_all: Ints) -> None:
        self.history, self.observed_of_all = history, observed_of_all
        n = len(history.units)
        self.label = class_of(history.deaths)
        self.kind = np.searchsorted(KIND_EDGES, running_mean(history.deaths, history.observed, 12), side="right")
        self.sums = np.zeros((len(MEMORIES), n, len(UPPER)), dtype=np.float32)
        self.months_of_all = np.zeros(len(MEMORIES))
        self.lost = [np.zeros((len(MEMORIES), n)), np.zeros((len(MEMORIES), len(SPREADS), n))]
        self.due = [np.zeros((max(JUDGED) + 1, *lost.shape)) for lost in self.lost]

    def after(self, month: int) -> Own:
        """What is known at the end of a month; call it month after month."""
        seen = self.history.observed[:, month]
        keep = np.exp(-1.0 / np.array(MEMORIES))
        self.sums *= keep[:, None, None].astype(np.float32)
        self.sums[:, np.flatnonzero(seen), self.label[seen, month]] += 1
        self.months_of_all = self.months_of_all * keep + self.observed_of_all[month]
        sizes = self.sums.sum(axis=1, dtype=np.float64)
        sizes[:, 0] = 0
        violent = sizes.sum(axis=1)
        share = violent / np.maximum(self.months_of_all, 1e-9)
        # before the first death anywhere, one death is the only size there is
        sizes[violent == 0, 1] = 1.0
        of_all = (sizes / sizes.sum(axis=1, keepdims=True)).astype(np.float32)
        slot = month % len(self.due[0])
        self.lost = [lost * np.exp(-1.0 / RECORD_MEMORY) + due[slot] for lost, due in zip(self.lost, self.due, strict=True)]
        for due in self.due:
            due[slot] = 0
        self._judge(month, share, of_all)
        trust = [self._trust(lost, month, pace) for lost, pace in zip(self.lost, (TRUST_CHANCE, TRUST_SIZE), strict=True)]
        return Own(self.sums, trust[0], trust[1], share, of_all)

    def _trust(self, lost: Floats, month: int, pace: float) -> Floats:
        """Trust in each expert by unit: its own record and, as much again, the mean of its kind."""
        kind, experts = self.kind[:, month], tuple(range(lost.ndim - 1))
        total = lost.copy()
        for k in np.unique(kind):
            total[..., kind == k] += lost[..., kind == k].mean(axis=-1, keepdims=True)
        raised = np.exp(-pace * (total - total.min(axis=experts)))
        return np.asarray(raised / raised.sum(axis=experts))

    def _judge(self, month: int, share: Floats, of_all: Floats) -> None:
        """Note what each expert's forecast of this month loses at the months judged, to be counted once they have come."""
        later = [month + step for step in JUDGED if month + step < self.label.shape[1]]
        chance = _chances(self.sums, share)
        some = [self.history.observed[:, at] & (self.label[:, at] > 0) for at in later]
        none = [self.history.observed[:, at] & (self.label[:, at] == 0) for at in later]
        for at, violent, calm in zip(later, some, none, strict=True):
            loss = -np.log(np.maximum(np.where(violent, chance, 1 - chance), 1e-9))
            self.due[0][at % len(self.due[0])] += np.where(violent | calm, loss, 0) / len(JUDGED)
        below = _experts(self.sums, of_all)
        weighed = below * WIDTH
        squared = (below * weighed).sum(axis=-1)
        above, length = np.cumsum(weighed[..., ::-1], axis=-1)[..., ::-1], np.cumsum(WIDTH[::-1])[::-1]
        each = np.arange(len(self.label))
        for at, violent in zip(later, some, strict=True):
            label = self.label[:, at]
            # the integral of (F - 1{at or above what came})^2
            loss = squared - 2 * above[:, each, :, label].transpose(1, 0, 2) + length[label][:, None]
            self.due[1][at % len(self.due[1])] += np.where(violent[:, None], loss, 0).transpose(0, 2, 1) / len(JUDGED)


def heights(below: Floats, level: Floats) -> Floats:
    """Deaths at given levels of the violent months.

    Args:
        below: shape (n, classes), as `Own.below`.
        level: shape (n, m), from 0 to 1.

    Returns:
        shape (n, m), whole deaths, 1 at least.
    """
    out = np.empty(level.shape)
    for i, (share, wanted) in enumerate(zip(below, level, strict=True)):
        k = np.clip(np.searchsorted(share, wanted), 1, len(UPPER) - 1)
        inside = np.clip((wanted - share[k - 1]) / np.maximum(share[k] - share[k - 1], 1e-9), 0, 1)
        out[i] = np.where(k <= 20, MIDDLE[k], np.rint(UPPER[k - 1] * (UPPER[k] / UPPER[k - 1]) ** inside))
    return out


def draw(own: Own, steps: Ints, draws: int) -> Floats:
    """Draws in rising order, shape (n, k, draws), the same for every step: what one's own past says does not depend on it."""
    chance = own.chance()[:, None]
    point = (np.arange(draws) + 0.5) / draws
    level = (point - (1 - chance)) / np.maximum(chance, 1e-12)
    found = np.where(level > 0, heights(own.below(), np.clip(level, 0, 1)), 0.0)
    return np.broadcast_to(found[:, None, :], (len(found), len(steps), draws))


def adapted(history: History, horizon: int) -> Predict:
    """Own past months, by experts of memory and spread that have served the unit."""
    own = own_past(history)
    return lambda steps, draws, rng: draw(own, steps, draws)
