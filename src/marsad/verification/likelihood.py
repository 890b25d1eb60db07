"""Past chances by the words of likelihood they would have been given: what was said, and how often it came."""

from __future__ import annotations

import numpy as np

from marsad.base.findings import YARDSTICK, likelihood
from marsad.base.frames import Score
from marsad.verification.rows import Rows

THRESHOLD = 25
"""Deaths a month; the middle one of those that an outlook speaks of."""


def likelihood_scores(rows: Rows, model: str) -> tuple[Score, ...]:
    """For each step of the yardstick that was used: mean chance given (`said_25`) and share that came (`came_25`), by `likelihood`.

    Args:
        rows: unit-months of past forecasts with what was observed.
        model: whose forecasts.
    """
    chance = rows.chance[THRESHOLD]
    words = np.array([likelihood(float(p)) for p in chance], dtype=object)
    happened = rows.observed >= THRESHOLD
    found = []
    for step in YARDSTICK:
        here = words == step.key
        if here.any():
            for metric, values in ((f"said_{THRESHOLD}", chance), (f"came_{THRESHOLD}", happened)):
                found.append(Score(metric, float(np.mean(values[here])), int(here.sum()), model, "likelihood", step.key))
    return tuple(found)
