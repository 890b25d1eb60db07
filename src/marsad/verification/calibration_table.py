"""Calibration as rows of a scores table, so that it is kept and published beside the scores it explains.

`pit`            by `bin`: height of the PIT histogram in each tenth; `slice` is its lower end; flat at 1 where calibrated
`reliability_25` by `chance`: how often at least 25 deaths came where so much was said; `slice` is the mean chance said, `n` the cases
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Forecast, Panel, Score
from marsad.verification.calibration import isotonic, pit_histogram
from marsad.verification.rows import THRESHOLDS, aligned

BINS = 10
"""Bins of both pictures: with some hundred unit-months, finer ones would show noise."""


def calibration_rows(made: Sequence[Forecast], observed: Panel) -> list[Score]:
    """PIT heights and reliability at each threshold, over all forecasts together; months that are not observed are left out.

    Args:
        made: forecasts of one model.
        observed: what came.

    Raises:
        ScoreError: no forecast, or none of their months is observed.
    """
    if not made:
        raise ScoreError("calibration of no forecast is not defined")
    parts = [(forecast, *aligned(forecast, observed)) for forecast in made]
    came = np.concatenate([values[seen] for _, values, seen in parts])
    heights = np.zeros(BINS)
    for forecast, values, seen in parts:
        heights += pit_histogram(forecast.draws[seen], values[seen], bins=BINS) * seen.sum() / len(came)
    model = made[0].model
    rows = [Score("pit", float(height), len(came), model, "bin", f"{i / BINS:.1f}") for i, height in enumerate(heights)]
    for at in THRESHOLDS:
        chance = np.concatenate([(forecast.draws[seen] >= at).mean(axis=1) for forecast, _, seen in parts])
        rows += _reliability(chance, came >= at, f"reliability_{at}", model)
    return rows


def _reliability(chance: Floats, happened: Bools, metric: str, model: str) -> list[Score]:
    """Mean chance said and share that came, by tenth of the chance, made rising as the chance rises (the isotonic estimate)."""
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    counts = np.bincount(place, minlength=BINS)
    used = np.flatnonzero(counts)
    said = np.bincount(place, weights=chance, minlength=BINS)[used] / counts[used]
    came = isotonic(np.bincount(place, weights=happened, minlength=BINS)[used] / counts[used], counts[used].astype(float))
    return [Score(metric, float(c), int(n), model, "chance", f"{s:.4f}") for s, c, n in zip(said, came, counts[used], strict=True)]
