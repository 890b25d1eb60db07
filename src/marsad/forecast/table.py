"""The table of models, and `forecast`, the one way to ask any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast, Panel
from marsad.forecast import benchmarks
from marsad.forecast.benchmarks import Predict
from marsad.forecast.history import History, check_steps, cut

DRAWS_MOST = 100_000
DEATHS_MOST = 10**9
"""Largest draw; a model that asks for more has lost its footing, and a count of this size exceeds any month on record."""


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the table.

    Attributes:
        name: what `--model` takes.
        fit: history -> predict.
        summary: one sentence.
        joint: what draw j means across units; "months" = the same past month in every unit, "none" = no meaning across units,
            "one" = the same value everywhere.
    """

    name: str
    fit: Callable[[History], Predict]
    summary: str
    joint: str = "none"


def _entries() -> list[Model]:
    return [
        Model("conflictology12", benchmarks.conflictology12, "The unit's own last twelve months.", "months"),
        Model("conflictology_n", benchmarks.conflictology_n, "Own and eight neighbours' last twelve months (cells).", "months"),
        Model("last", benchmarks.last_poisson, "Poisson around the last month."),
        Model("bootstrap240", benchmarks.bootstrap240, "All units' last 240 months.", "one"),
        Model("zero", benchmarks.zero, "Always zero.", "one"),
        Model("ew", benchmarks.exponential, "The unit's own last sixty months, recent ones weighing more.", "months"),
    ]


MODELS: Mapping[str, Model] = MappingProxyType({entry.name: entry for entry in _entries()})
"""Every model by name."""


def forecast(
    panel: Panel,
    *,
    origin: int,
    steps: Sequence[int],
    model: str = "pool",
    draws: int = 1000,
    seed: int = 0,
    progress: Callable[[str], None] | None = None,
) -> Forecast:
    """Draws of deaths per unit and step, from what was known at the origin.

    Args:
        panel: counts; months after the origin are cut off before any model sees them.
        origin: month number of the last month known.
        steps: months after the origin, rising; 1 is the first.
        model: name in `MODELS`.
        draws: draws per unit and step.
        seed: of the random source; the same seed gives the same draws.
        progress: called with a short text as work goes on.

    Raises:
        ForecastError: unknown model, origin outside the panel, bad steps or draws, or a unit without a recent month.
    """
    if model not in MODELS:
        raise ForecastError(f"no model is called {model!r}: one of {', '.join(MODELS)}")
    if not 1 <= draws <= DRAWS_MOST:
        raise ForecastError(f"{draws} draws: give a number from 1 to {DRAWS_MOST:,}")
    wanted = check_steps(np.asarray(steps))
    history = cut(panel, origin)
    if progress:
        progress(f"{model}: learning from {history.deaths.shape[1]} months of {len(history.units)} units")
    found = MODELS[model].fit(history)(wanted, draws, np.random.default_rng(seed))
    if not np.isfinite(found).all():
        raise ForecastError(f"model {model} gave a draw that is not finite")
    whole = np.clip(np.rint(found), 0, DEATHS_MOST).astype(np.int32)
    return Forecast(history.units, wanted, whole, origin, model, panel.level, panel.vintage)
