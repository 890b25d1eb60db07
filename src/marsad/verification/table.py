"""From row-wise scores to a table: every metric on every slice, beside conflictology12."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Forecast, Ints, Panel, Score, Scores
from marsad.base.months import year_and_month
from marsad.verification import events, reference
from marsad.verification.rows import THRESHOLDS, Rows, measure

By = Literal["all", "unit", "step", "window", "region"]

MEANS: tuple[str, ...] = ("crps", "crps_fair", "crps_log1p", "ign", "mis", "quantile_99")
"""Scores that are plain means over unit-months; lower is better."""


def score(
    forecast: Forecast,
    observed: Panel,
    history: Panel | None = None,
    *,
    by: By = "all",
    regions: Mapping[str, Sequence[int]] | None = None,
) -> Scores:
    """Scores of one forecast, each beside conflictology12 on the same unit-months.

    Args:
        forecast: draws to score.
        observed: what came; months not observed are not scored, and the notes say how many.
        history: counts known at the origin, for the reference; without it no skill is given.
        by: one row for all, or one per unit, step, calendar year ("window") or region.
        regions: name -> unit_id, for `by="region"`.

    Returns:
        Scores; CRPS, MIS and quantile score in deaths, IGN in bits, Brier, AP, AUC and coverage from 0 to 1.

    Raises:
        ScoreError: nothing to score, levels differ, or a unit has no history.
    """
    ours = measure(forecast, observed)
    theirs = measure(reference.conflictology12(forecast, history), observed) if history is not None else None
    missing = forecast.draws.shape[0] * forecast.draws.shape[1] - len(ours.observed)
    notes = [f"observed: {observed.vintage}", f"trained on: {forecast.vintage}"]
    if missing:
        notes.append(f"{missing} forecast unit-months are not observed and not scored")
    return Scores(tuple(tabulate(ours, theirs, by=by, regions=regions)), observed.vintage, tuple(notes))


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
    return out


def _threshold(chance: Floats, ranking: Floats, happened: Bools) -> dict[str, float]:
    found = {"brier": events.brier(chance, happened), "base_rate": float(happened.mean())}
    if happened.any() and not happened.all():
        found |= {"ap": events.average_precision(ranking, happened), "auc": events.roc_auc(ranking, happened)}
    return found
