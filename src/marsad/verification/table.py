"""From row-wise scores to a table: every metric on every slice, beside conflictology12."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Forecast, Ints, Panel, Score, Scores
from marsad.base.months import year_and_month
from marsad.verification import events, reference
from marsad.verification.rows import TAILS, THRESHOLDS, Rows, measure_part, nothing_to_score

By = Literal["all", "unit", "step", "window", "region"]

MEANS: tuple[str, ...] = ("crps", "crps_fair", "crps_log1p", "ign", "mis", "quantile_99", *(f"twcrps_{at}" for at in TAILS))
"""Scores that are plain means over unit-months; lower is better."""


def score(
    forecast: Forecast | Iterable[Forecast],
    observed: Panel,
    history: Panel | None = None,
    *,
    by: By = "all",
    regions: Mapping[str, Sequence[int]] | None = None,
) -> Scores:
    """Scores of one forecast, each beside conflictology12 on the same unit-months.

    Args:
        forecast: draws to score; or parts of one forecast, some units each, of which only one stands in memory at a time.
        observed: what came; months not observed are not scored, and the notes say how many.
        history: counts known at the origin, for the reference; without it no skill is given.
        by: one row for all, or one per unit, step, calendar year ("window") or region.
        regions: name -> unit_id, for `by="region"`.

    Returns:
        Scores; CRPS, MIS and quantile score in deaths, IGN in bits, Brier, AP, AUC and coverage from 0 to 1.

    Raises:
        ScoreError: nothing to score, levels differ, or a unit has no history.
    """
    found = measured(forecast, observed, history)
    return Scores(tuple(tabulate(found.ours, found.theirs, by=by, regions=regions)), observed.vintage, found.notes)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Row-wise scores of a forecast and of its reference, and what a reader should know of them."""

    ours: Rows
    theirs: Rows | None
    notes: tuple[str, ...]
    forecast: Forecast


def measured(forecast: Forecast | Iterable[Forecast], observed: Panel, history: Panel | None = None) -> Measured:
    """Every unit-month that is observed, scored; arguments and errors as for `score`. `forecast` of the result is the first part."""
    ours: list[Rows] = []
    theirs: list[Rows] = []
    first, total = None, 0
    for part in [forecast] if isinstance(forecast, Forecast) else forecast:
        first = first or part
        total += part.draws.shape[0] * part.draws.shape[1]
        own = measure_part(part, observed)
        if own is None:
            continue
        ours.append(own)
        if history is not None and (beside := measure_part(reference.conflictology12(part, history), observed)) is not None:
            theirs.append(beside)
    if first is None:
        raise ScoreError("the forecast holds no unit: nothing to score")
    if not ours:
        raise nothing_to_score(first)
    joined = Rows.joined(ours)
    notes = [f"observed: {observed.vintage}", f"trained on: {first.vintage}"]
    if missing := total - len(joined.observed):
        notes.append(f"{missing} forecast unit-months are not observed and not scored")
    return Measured(joined, Rows.joined(theirs) if theirs else None, tuple(notes), first)


def tabulate(ours: Rows, theirs: Rows | None, *, by: By = "all", regions: Mapping[str, Sequence[int]] | None = None) -> list[Score]:
    """Rows of the table for one or more slices."""
    rows = []
    for name, inside in _slices(ours, by, regions):
        values = summary(ours, inside)
        other = summary(theirs, inside) if theirs is not None else {}
        for metric, (value, n) in values.items():
            beside = other.get(metric, (None, 0))[0]
            rows.append(Score(metric, value, n, ours.model, by, name, beside, theirs.model if theirs is not None else None))
    return rows


def _slices(rows: Rows, by: By, regions: Mapping[str, Sequence[int]] | None) -> list[tuple[str, Bools]]:
    if by == "all":
        return [("all", np.ones(len(rows.units), dtype=bool))]
    if by == "region":
        if not regions:
            raise ScoreError("scores by region need the regions: a name and the unit_id of each")
        return [(name, inside) for name, units in regions.items() if (inside := np.isin(rows.units, list(units))).any()]
    keys: Ints = {"unit": rows.units, "step": rows.steps, "window": _years(rows)}[by]
    return [(str(key), keys == key) for key in np.unique(keys)]


def _years(rows: Rows) -> Ints:
    return np.array([year_and_month(int(month))[0] for month in rows.months], dtype=np.int64)


def summary(rows: Rows, inside: Bools) -> dict[str, tuple[float, int]]:
    """Every metric of one slice with the number of unit-months behind it; a metric that is not defined there is left out."""
    y = rows.observed[inside]
    out = {name: (float(rows.values[name][inside].mean()), len(y)) for name in MEANS}
    for share, hit in rows.inside.items():
        label = f"coverage_{round(share * 100)}"
        out[label] = (float(hit[inside].mean()), len(y))
        for part, where in (("zero", y == 0), ("nonzero", y > 0)):
            if where.any():
                out[f"{label}_{part}"] = (float(hit[inside][where].mean()), int(where.sum()))
    for at in THRESHOLDS:
        out |= {
            f"{name}_{at}": (value, len(y))
            for name, value in _threshold(rows.chance[at][inside], rows.ranking(at)[inside], y >= at).items()
        }
    if (y > 0).any():
        out["activation_ratio"] = (float(rows.chance[1][inside].mean() / (y > 0).mean()), len(y))
        out["mean_ratio"] = (float(rows.mean[inside].mean() / y.mean()), len(y))
    return out | _parts_of_crps(rows, inside)


def _parts_of_crps(rows: Rows, inside: Bools) -> dict[str, tuple[float, int]]:
    """What units without and with a death in the scored months add to the mean CRPS: the two parts sum to it."""
    crps, y = rows.values["crps"][inside], rows.observed[inside]
    _, place = np.unique(rows.units[inside], return_inverse=True)
    eventful = (np.bincount(place, weights=y) > 0)[place]
    parts = (("zero_units", ~eventful), ("event_units", eventful))
    return {f"crps_in_{name}": (float(crps[where].sum() / len(y)), int(where.sum())) for name, where in parts}


def _threshold(chance: Floats, ranking: Floats, happened: Bools) -> dict[str, float]:
    found = {"brier": events.brier(chance, happened), "base_rate": float(happened.mean())}
    if happened.any() and not happened.all():
        found |= {"ap": events.average_precision(ranking, happened), "auc": events.roc_auc(ranking, happened)}
    return found
