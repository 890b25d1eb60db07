"""From cells to countries and regions and back, draw by draw.

Sums: draw j of a region is the sum of draw j of its units. That has a meaning only for models whose draws do (see `joint` in
the table of models); for the others the sum is refused, because summing draws in no order understates a region's spread.

Shares: each draw of a country is laid out over its cells as the deaths of one of its past months lay, blended with its
longer-run map; so the cells of draw j are one possible geography of draw j, and they add up to it exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Floats, Forecast, Ints, Level, Panel
from marsad.forecast.features import decaying_mean
from marsad.forecast.history import History, cut

MONTH_SHARE = 0.6
"""Part of each draw laid out like one past month; the rest follows the longer-run map. Violence clusters: a smooth map would not."""

MAP_MEMORY = 12.0
"""Months."""

MAP_FLOOR = 0.02
"""Part of a country's deaths spread evenly over cells next to those on the map, and where there is no map over all its cells."""

TEMPLATE_MONTHS = 60


def add_up(forecast: Forecast, groups: Mapping[int, Sequence[int]], *, joint: str, level: Level = "country") -> Forecast:
    """Sums over sets of units: a region, a country's cells, a partner's area.

    Args:
        forecast: draws by unit.
        groups: number of each sum -> unit_id of its members.
        joint: what the model's draws mean across units (`MODELS[name].joint`).
        level: of the result.

    Raises:
        ForecastError: the draws have no meaning across units, or a member is not in the forecast.
    """
    if joint == "none":
        raise ForecastError(f"draws of model {forecast.model} have no meaning across units and cannot be summed: use the model pool")
    row = {int(unit): i for i, unit in enumerate(forecast.units)}
    names = np.array(sorted(groups), dtype=np.int64)
    out = np.zeros((len(names), *forecast.draws.shape[1:]), dtype=np.int64)
    for i, name in enumerate(names):
        missing = [unit for unit in groups[int(name)] if unit not in row]
        if missing:
            raise ForecastError(f"sum {name}: the forecast has no unit {missing[0]} ({len(missing)} missing): leave it out by name")
        for unit in groups[int(name)]:
            out[i] += forecast.draws[row[unit]].astype(np.int64)
    return Forecast(names, forecast.steps, out, forecast.origin, forecast.model, level, forecast.vintage)


def share_out(forecast: Forecast, cells: Panel, country_of: Mapping[int, int], *, seed: int = 0) -> Forecast:
    """Cell draws that add up to the country draws, draw by draw.

    Args:
        forecast: by country.
        cells: counts per cell; months after the origin are not looked at.
        country_of: cell -> unit_id of its country; cells of no forecast country are refused.
        seed: of the random source.

    Raises:
        ForecastError: a forecast country has no cell in the panel, or a cell no forecast country.
    """
    history = cut(cells, forecast.origin)
    home = np.array([country_of.get(int(cell), -1) for cell in history.units])
    strangers = ~np.isin(home, forecast.units)
    if strangers.any():
        raise ForecastError(
            f"{int(strangers.sum())} cells lie in no forecast country (first: {history.units[strangers][0]}): leave them out"
        )
    rng = np.random.default_rng(seed)
    chart = long_run_map(history)
    out = np.zeros((len(home), *forecast.draws.shape[1:]), dtype=np.int32)
    for i, country in enumerate(forecast.units):
        rows = np.flatnonzero(home == country)
        if len(rows) == 0:
            raise ForecastError(f"country {country} has no cell in the cell panel: its draws have no place to go")
        if forecast.draws[i].any():
            _lay_out(out, rows, forecast.draws[i], chart=chart[rows], past=history.deaths[rows, -TEMPLATE_MONTHS:], rng=rng)
    return Forecast(history.units, forecast.steps, out, forecast.origin, forecast.model, "cell", forecast.vintage)


def long_run_map(history: History) -> Floats:
    """Recent mean deaths of each cell, with a little for its neighbours, shape (n,)."""
    own = decaying_mean(history.deaths, history.observed, MAP_MEMORY)[:, -1]
    padded = np.append(own, 0.0)
    near = padded[history.near].mean(axis=1) if history.near is not None else np.zeros(len(own))
    return np.asarray((1 - MAP_FLOOR) * own + MAP_FLOOR * near)


def _lay_out(out: Ints, rows: Ints, draws: Ints | Floats, *, chart: Floats, past: Floats, rng: np.random.Generator) -> None:
    """Lay each draw of one country out over its cells, in place."""
    base = chart / chart.sum() if chart.sum() > 0 else np.full(len(rows), 1.0 / len(rows))
    totals = past.sum(axis=0)
    months = np.flatnonzero(totals > 0)
    # the same past month for all steps of a draw, later months more often
    weight = np.exp((months - past.shape[1]) / MAP_MEMORY)
    some = rng.choice(months, size=draws.shape[1], p=weight / weight.sum()) if len(months) else None
    share = np.broadcast_to(base, (draws.shape[1], len(rows)))
    if some is not None:
        share = MONTH_SHARE * (past[:, some] / totals[some]).T + (1 - MONTH_SHARE) * base
    used = np.flatnonzero((share > 0).any(axis=0))
    kept = share[:, used] / share[:, used].sum(axis=1, keepdims=True)
    for step in range(draws.shape[0]):
        out[rows[used], step] = rng.multinomial(draws[step].astype(np.int64), kept).T
