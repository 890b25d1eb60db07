"""The pool for backtests over many origins: what is dear to learn is learned once a year, what is cheap at every origin.

Forest and classes stay as they were learned at the first origin of each stretch of months, so they know less than they might,
never more. The present of each unit, its own history and the weights are those of the origin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast, Panel
from marsad.forecast import adapted
from marsad.forecast.history import check_steps, cut
from marsad.forecast.pool import Members, members_of, predict_with
from marsad.forecast.training import training


def refitting_pool(
    *, every: int = 12, draws: int = 1000, seed: int = 0, neighbours: Mapping[int, Sequence[int]] | None = None
) -> Callable[[Panel, int, Sequence[int]], Forecast]:
    """A callable (panel to the origin, origin, steps) -> Forecast that learns anew after `every` months.

    Give it rising origins and the same steps each time; a step beyond the learned ones, or an earlier origin, makes it learn anew.

    Raises:
        ForecastError: `every` is below 1.
    """
    if every < 1:
        raise ForecastError(f"learning anew every {every} months makes no sense: give 1 or more")
    held: dict[str, Members] = {}

    def ask(panel: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        wanted = check_steps(np.asarray(steps))
        history = cut(panel, origin, neighbours=neighbours)
        horizon = int(wanted[-1])
        last = held.get("members")
        if last is None or not 0 <= origin - last.history.origin < every or last.cases.horizon != horizon:
            last = held["members"] = members_of(history, horizon)
        now = training(history, horizon)
        cases = replace(last.cases, present=now.present, recent=now.recent)
        members = replace(last, history=history, own=adapted.own_past(history), cases=cases)
        found = predict_with(members)(wanted, draws, np.random.default_rng(seed))
        return Forecast(history.units, wanted, found, origin, "pool", panel.level, panel.vintage)

    return ask
