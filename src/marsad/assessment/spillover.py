"""How much risk comes from next door: a self-exciting model of cell-months with deaths, with and without the cells around.

A cell-month is active where it holds a death. Each is the sum of what the cell always had (its own base, times a level that its
country's cells share that year), what follows from its own past months, and what follows from the past months of the up to eight
cells around it:

    rate(i, t) = base_i * level_country(i),year(t) + sum_l own_l * y(i, t-l) + sum_l next_l * sum_{j around i} y(j, t-l)
    P(y(i, t) = 1) = 1 - exp(-rate(i, t))

The base of each cell and the level of each country and year are there because cells that are violent together for a reason of their
own would else pass for contagion. It describes what followed what; it is no proof of cause.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from marsad.base import places
from marsad.base.errors import AssessmentError
from marsad.base.frames import Bools, Floats, Ints, Panel
from marsad.base.months import format_month

LAGS = 3
"""Months after which a past month is taken to be without effect."""

MONTHS = 120
"""Months the model is fitted on, the last ones; a base that is held constant over longer would be wrong."""

ACTIVE_LEAST = 50
"""Active cell-months below which nothing is fitted."""

OWN_LEVEL = 30
"""Active cell-months from which a country has yearly levels of its own; the others share one."""

ROUNDS, CLOSE = 500, 1e-7
"""Rounds of the fit at most, and the gain in log-likelihood, per active cell-month, at which it stops."""

GAIN_LEAST = 2.0
"""Difference in AIC from which the model with neighbours is said to fit better."""


@dataclass(frozen=True, slots=True)
class Spill:
    """What one country's cells gave to another's over the window: expected active cell-months, and its share of all that were expected.

    `by_lag`: the same expected cell-months after one, two and three months. `lag`: their mean, in months; None where there were none.
    """

    source: str
    target: str
    expected: float
    share: float
    by_lag: tuple[float, ...]
    lag: float | None


@dataclass(frozen=True, slots=True)
class Spillover:
    """The fit and what it says.

    Attributes:
        first: first month of the fit.
        last: last month.
        cells: cells in the model.
        active: active cell-months they hold.
        own: effect of a cell's own active month after one, two, three months, in expected active months.
        next_door: the same on each of the cells around.
        log_likelihood: of the model with neighbours.
        log_likelihood_alone: of the model without.
        gain: AIC of the model without minus that of the model with; above 2 the neighbours help.
        p_value: of the likelihood ratio; the effects cannot be negative, so it errs to the cautious side.
        share_base: share of the expected active cell-months that the base explains.
        share_own: that a cell's own past explains.
        share_next: that the cells around explain.
        share_abroad: that cells of another country explain; None where fewer than two countries are covered.
        edge: share of the places around the cells that the panel does not hold, the sea left out: what comes from there is not seen.
        pairs: between countries, largest first; a country to itself is left out.
        word: `spills` where neighbours help, `alone` where they do not.
    """

    first: int
    last: int
    cells: int
    active: int
    own: tuple[float, ...]
    next_door: tuple[float, ...]
    log_likelihood: float
    log_likelihood_alone: float
    gain: float
    p_value: float
    share_base: float
    share_own: float
    share_next: float
    share_abroad: float | None
    edge: float
    pairs: tuple[Spill, ...]
    word: str

    def between(self, source: str, target: str) -> Spill | None:
        """What one country's cells gave to another's; None where no cell of one touches a cell of the other in the panel."""
        return next((pair for pair in self.pairs if (pair.source, pair.target) == (source, target)), None)


@dataclass(frozen=True, slots=True)
class UnitSpill:
    """One cell's rate in the first month after the panel: its expected activity and where it comes from; shares add up to 1."""

    cell: int
    chance: float
    base: float
    own: float
    next_door: float
    abroad: float


def spillover(
    cells: Panel,
    *,
    months: int = MONTHS,
    country_of: Mapping[int, str | None] | None = None,
    covered: Collection[str] | None = None,
) -> Spillover:
    """Fit the model to a panel of cells and tell what it says.

    Args:
        cells: deaths per cell; months not observed are left out of the fit and count as no activity for what follows.
        months: how many of its last months are fitted.
        country_of: ISO code by cell; the map's where left out.
        covered: ISO codes of the countries whose events the panel counts in full; nothing is told between others. All where left out.

    Raises:
        AssessmentError: not a panel of cells, or fewer than fifty active cell-months.
    """
    data = _prepare(cells, months, country_of)
    full, alone = _fit(data, neighbours=True), _fit(data, neighbours=False)
    # a start from the smaller model keeps the larger one from ending below it
    full = max(full, _fit(data, neighbours=True, start=alone), key=lambda fit: fit.log_likelihood)
    return _told(data, full, alone, covered)


def unit_spill(cells: Panel, *, months: int = MONTHS, country_of: Mapping[int, str | None] | None = None) -> tuple[UnitSpill, ...]:
    """What the fitted model expects of each cell in the first month after the panel, highest first."""
    data = _prepare(cells, months, country_of)
    fit = _fit(data, neighbours=True)
    ahead = fit.base * fit.level[data.stratum, -1]
    own = sum(fit.own[lag] * data.active[:, -1 - lag] for lag in range(LAGS))
    around, abroad = np.zeros(len(data.cells)), np.zeros(len(data.cells))
    for lag in range(LAGS):
        given = fit.next_door[lag] * data.active[data.source, -1 - lag]
        np.add.at(around, data.target, given)
        np.add.at(abroad, data.target, given * data.foreign)
    rate = ahead + own + around
    safe = np.where(rate > 0, rate, 1.0)
    rows = [
        UnitSpill(int(cell), float(1 - np.exp(-rate[i])), *(float(part[i] / safe[i]) for part in (ahead, np.asarray(own), around, abroad)))
        for i, cell in enumerate(data.cells)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.chance, row.cell)))


@dataclass(frozen=True, slots=True, eq=False)
class _Data:
    """Activity, who lies around whom, and the sums that the fit needs; `at` are the rows and columns of active fitted cell-months."""

    cells: Ints
    months: Ints
    active: Floats
    fitted: Bools
    year: Ints
    stratum: Ints
    source: Ints
    target: Ints
    foreign: Floats
    lands: tuple[str | None, ...]
    edge: float
    row: Ints
    column: Ints
    own: Floats
    around: Floats
    own_whole: Floats
    around_whole: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Fit:
    base: Floats
    level: Floats
    own: Floats
    next_door: Floats
    log_likelihood: float


def _prepare(cells: Panel, months: int, country_of: Mapping[int, str | None] | None) -> _Data:
    if cells.level != "cell":
        raise AssessmentError("spillover is told between cells: give a panel of cells")
    keep = slice(max(len(cells.months) - months, 0), None)
    when, seen = cells.months[keep], cells.observed[:, keep]
    active = ((cells.deaths[:, keep] > 0) & seen).astype(np.float64)
    if len(when) <= LAGS or active[:, LAGS:].sum() < ACTIVE_LEAST:
        raise AssessmentError(
            f"only {int(active.sum())} cell-months with deaths to {format_month(int(when[-1])) if len(when) else 'no month'}: spillover "
            f"needs {ACTIVE_LEAST}; choose a larger region or a longer panel"
        )
    lands = {
        int(cell): (country_of.get(int(cell)) if country_of is not None else places.country_of_cell(int(cell))) for cell in cells.units
    }
    source, target, edge = _around(cells.units)
    codes = tuple(lands[int(cell)] for cell in cells.units)
    foreign = np.array(
        [codes[s] is not None and codes[t] is not None and codes[s] != codes[t] for s, t in zip(source, target, strict=True)]
    )
    near = np.zeros(active.shape)
    np.add.at(near, target, active[source])
    fitted = seen.copy()
    fitted[:, :LAGS] = False
    row, column = np.nonzero((active > 0) & fitted)
    own, around = (np.stack([part[row, column - lag] for lag in range(1, LAGS + 1)]) for part in (active, near))
    width = active.shape[1]
    whole = [
        np.array([(part[:, LAGS - lag : width - lag] * fitted[:, LAGS:]).sum() for lag in range(1, LAGS + 1)]) for part in (active, near)
    ]
    year = (np.arange(width)[::-1] // 12)[::-1].max() - np.arange(width)[::-1] // 12
    return _Data(
        cells.units, when, active, fitted, year, _strata(codes, active), source, target, foreign.astype(np.float64), codes, edge,
        row, column, own, around, whole[0], whole[1],
    )  # fmt: skip


def _around(cells: Ints) -> tuple[Ints, Ints, float]:
    at = {int(cell): i for i, cell in enumerate(cells)}
    land = places.cell_areas()
    source, target, lost, all_ = [], [], 0, 0
    for cell, i in at.items():
        for other in places.neighbours(cell):
            if other in at:
                source.append(at[other])
                target.append(i)
            elif other in land:
                lost += 1
            all_ += other in at or other in land
    return np.array(source, dtype=np.int64), np.array(target, dtype=np.int64), lost / all_ if all_ else 0.0


def _strata(lands: tuple[str | None, ...], active: Floats) -> Ints:
    """0 for cells of countries with few active months, which share one level a year; 1 and up for the others."""
    many: dict[str, float] = {}
    for code, row in zip(lands, active, strict=True):
        many[code or ""] = many.get(code or "", 0.0) + float(row.sum())
    large = sorted(code for code, count in many.items() if code and count >= OWN_LEVEL)
    number = {code: at + 1 for at, code in enumerate(large)}
    return np.array([number.get(code or "", 0) for code in lands], dtype=np.int64)


def _exposure(data: _Data) -> Floats:
    """Fitted months of each cell in each year."""
    found = np.zeros((len(data.cells), int(data.year.max()) + 1))
    np.add.at(found.T, data.year, data.fitted.T.astype(np.float64))
    return found


def _fit(data: _Data, *, neighbours: bool, start: _Fit | None = None) -> _Fit:
    """Expectation-maximisation: each active cell-month is shared out over what may have brought it, then every effect is re-estimated.

    Only active cell-months enter the sharing; the others enter through the sums `own_whole`, `around_whole` and the exposures.
    """
    exposure = _exposure(data)
    (n, years), strata = exposure.shape, int(data.stratum.max()) + 1
    flat = np.ones((strata, years))
    fit = start or _Fit(np.full(n, len(data.row) / exposure.sum() / 2), flat, np.full(LAGS, 0.1), np.zeros(LAGS), -np.inf)
    if neighbours and not fit.next_door.any():
        fit = replace(fit, next_door=np.full(LAGS, 0.01))
    if neighbours and start is not None:
        fit = replace(fit, next_door=np.full(LAGS, 1e-3))
    before = -np.inf
    for _ in range(ROUNDS):
        parts = _parts(data, fit)
        rate = parts[0] + parts[1].sum(axis=0) + parts[2].sum(axis=0)
        now = float(np.log(-np.expm1(-rate)).sum() + rate.sum() - _total(data, fit, exposure))
        fit = replace(fit, log_likelihood=now)
        if now - before < CLOSE * len(rate):
            break
        before = now
        share = 1.0 / -np.expm1(-rate)  # expected points in an active month, over its rate
        brought = np.zeros((n, years))
        np.add.at(brought, (data.row, data.year[data.column]), parts[0] * share)
        base = brought.sum(axis=1) / np.maximum((exposure * fit.level[data.stratum]).sum(axis=1), 1e-12)
        level, weight = np.zeros((2, strata, years))
        np.add.at(level, data.stratum, brought)
        np.add.at(weight, data.stratum, base[:, None] * exposure)
        level = np.where(weight > 0, level / np.maximum(weight, 1e-12), 1.0)
        whole = np.zeros((strata, years))
        np.add.at(whole, data.stratum, exposure)
        scale = np.maximum((level * whole).sum(axis=1) / np.maximum(whole.sum(axis=1), 1e-12), 1e-12)
        fit = _Fit(base * scale[data.stratum], level / scale[:, None], (parts[1] * share).sum(axis=1) / np.maximum(data.own_whole, 1e-12),
                   (parts[2] * share).sum(axis=1) / np.maximum(data.around_whole, 1e-12), now)  # fmt: skip
    return fit


def _parts(data: _Data, fit: _Fit) -> tuple[Floats, Floats, Floats]:
    base = np.maximum(fit.base[data.row] * fit.level[data.stratum[data.row], data.year[data.column]], 1e-12)
    return base, fit.own[:, None] * data.own, fit.next_door[:, None] * data.around


def _total(data: _Data, fit: _Fit, exposure: Floats) -> float:
    return float(fit.base @ (exposure * fit.level[data.stratum]).sum(axis=1) + fit.own @ data.own_whole + fit.next_door @ data.around_whole)


def _told(data: _Data, full: _Fit, alone: _Fit, covered: Collection[str] | None) -> Spillover:
    from scipy.stats import chi2

    ratio = max(2 * (full.log_likelihood - alone.log_likelihood), 0.0)
    given, exposure = _by_pair(data, full), _exposure(data)
    own, around = float(full.own @ data.own_whole), float(full.next_door @ data.around_whole)
    whole = _total(data, full, exposure)
    seen = {code for code in data.lands if code and (covered is None or code in covered)}
    abroad = [(a, b) for a, b in given if a != b and a in seen and b in seen]
    targets = _by_target(data, full, exposure, given)
    pairs = [_spill(a, b, given[a, b], targets[b]) for a, b in abroad]
    gain = ratio - 2 * LAGS
    return Spillover(
        first=int(data.months[LAGS]), last=int(data.months[-1]), cells=len(data.cells), active=len(data.row),
        own=tuple(float(v) for v in full.own), next_door=tuple(float(v) for v in full.next_door),
        log_likelihood=full.log_likelihood, log_likelihood_alone=alone.log_likelihood, gain=gain, p_value=float(chi2.sf(ratio, LAGS)),
        share_base=(whole - own - around) / whole, share_own=own / whole, share_next=around / whole,
        share_abroad=sum(pair.expected for pair in pairs) / whole if len(seen) > 1 else None,
        edge=data.edge, pairs=tuple(sorted(pairs, key=lambda pair: (-pair.expected, pair.source, pair.target))),
        word="spills" if gain > GAIN_LEAST else "alone",
    )  # fmt: skip


def _by_target(data: _Data, fit: _Fit, exposure: Floats, given: Mapping[tuple[str, str], Floats]) -> dict[str, float]:
    """Active cell-months expected in each country over the fit, from all that brings them."""
    width = data.active.shape[1]
    past = [(data.active[:, LAGS - lag - 1 : width - lag - 1] * data.fitted[:, LAGS:]).sum(axis=1) for lag in range(LAGS)]
    alone = fit.base * (exposure * fit.level[data.stratum]).sum(axis=1) + fit.own @ np.stack(past)
    found: dict[str, float] = {}
    for code, rate in zip(data.lands, alone, strict=True):
        if code is not None:
            found[code] = found.get(code, 0.0) + float(rate)
    for (_, target), lags in given.items():
        found[target] = found.get(target, 0.0) + float(lags.sum())
    return found


def _by_pair(data: _Data, fit: _Fit) -> dict[tuple[str, str], Floats]:
    """Expected active cell-months that cells of one country brought to cells of another, by lag."""
    width = data.active.shape[1]
    found: dict[tuple[str, str], Floats] = {}
    per_edge = np.stack([
        fit.next_door[lag] * (data.active[data.source, LAGS - lag - 1 : width - lag - 1] * data.fitted[data.target, LAGS:]).sum(axis=1)
        for lag in range(LAGS)
    ])  # fmt: skip
    for edge, (s, t) in enumerate(zip(data.source, data.target, strict=True)):
        a, b = data.lands[s], data.lands[t]
        if a is not None and b is not None:
            found[a, b] = found.get((a, b), np.zeros(LAGS)) + per_edge[:, edge]
    return found


def _spill(source: str, target: str, lags: Floats, whole: float) -> Spill:
    total = float(lags.sum())
    lag = float((lags * np.arange(1, LAGS + 1)).sum() / total) if total > 0 else None
    return Spill(source, target, total, total / whole if whole > 0 else 0.0, tuple(float(v) for v in lags), lag)
