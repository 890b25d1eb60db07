"""The table of models, and `forecast`, the one way to ask any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from marsad.base.errors import ForecastError
from marsad.base.findings import HORIZONS, Reason
from marsad.base.frames import Floats, Forecast, Ints, Panel
from marsad.forecast import adapted, analogues, benchmarks, bins, corrected, forest, parametric, ratios
from marsad.forecast.benchmarks import Predict
from marsad.forecast.history import DEATHS_MOST, Covariate, History, check_steps, cut
from marsad.forecast.pool import members_of, pool, predict_with
from marsad.forecast.training import Training, training
from marsad.forecast.why import reasons

DRAWS_MOST = 100_000


Fit = Callable[[History, int], Predict]


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the table.

    Attributes:
        name: what `--model` takes.
        fit: history and longest step -> predict.
        summary: one sentence.
        joint: what draw j means across units; "months" = the same past month in every unit,
            "ranks" = every unit ranks as it did in the same past month, "one" = the same value everywhere, "none" = no meaning.
    """

    name: str
    fit: Fit
    summary: str
    joint: str = "none"


def _entries() -> list[Model]:
    return [
        Model("pool", pool, "Seven models joined by weights learned on earlier origins.", "ranks"),
        Model("conflictology12", benchmarks.conflictology12, "The unit's own last twelve months.", "months"),
        Model("conflictology_n", benchmarks.conflictology_n, "Own and eight neighbours' last twelve months (cells).", "months"),
        Model("last", benchmarks.last_poisson, "Poisson around the last month."),
        Model("bootstrap240", benchmarks.bootstrap240, "All units' last 240 months.", "one"),
        Model("zero", benchmarks.zero, "Always zero.", "one"),
        Model("ew", benchmarks.exponential, "The unit's own last sixty months, recent ones weighing more.", "months"),
        Model("ew_step", parametric.horizon_memory, "As ew, with a memory that grows with the step."),
        Model("dressed", parametric.dressed, "As ew_step, each month spread by lognormal noise."),
        Model("adapted", adapted.adapted, "Own past months, by the memory and spread that served the unit best."),
        Model("moments", parametric.moments, "Negative binomial with the moments of the last 24 months."),
        Model("hurdle", parametric.hurdle, "A recent share of violent months, then heavy-tailed sizes."),
        Model("regimes", _learner(analogues.regimes), "What followed in the same regimes of calm and war.", "none"),
        Model("analogues", _learner(analogues.nearest), "What followed the nearest past shapes, rescaled.", "none"),
        Model("forest", _learner(_forest), "Quantile forest over paths of past cases.", "none"),
        Model("classes", _learner(_classes), "Gradient-boosted classes of deaths with past counts within.", "none"),
        Model("ratios", _learner(_ratios), "Gradient-boosted ratios to the unit's own recent level.", "none"),
        Model("corrected", _corrected, "The own past of adapted, corrected by gradient-boosted classes.", "none"),
    ]


def _learner(ask: Callable[[Training, Ints, int, np.random.Generator], Floats]) -> Fit:
    """A model that learns from the cases of all units."""

    def fit(history: History, horizon: int) -> Predict:
        cases = _cases(history, horizon)
        return lambda steps, draws, rng: ask(cases, steps, draws, rng)

    return fit


def _cases(history: History, horizon: int) -> Training:
    """Past cases to learn from; an error where there is none."""
    cases = training(history, horizon)
    if len(cases.paths) == 0:
        raise ForecastError(
            f"{history.deaths.shape[1]} months of history hold no case with {horizon} months after it: "
            "give a longer panel, fewer steps, or use the models pool, dressed or conflictology12"
        )
    return cases


def _corrected(history: History, horizon: int) -> Predict:
    made = corrected.boost(_cases(history, horizon), history)
    return lambda steps, draws, rng: corrected.draw(made, steps, draws)


def _forest(cases: Training, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    return forest.draw(forest.grow(cases), steps, draws, rng)


def _classes(cases: Training, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    return bins.draw(bins.boost(cases), steps, draws, rng)


def _ratios(cases: Training, steps: Ints, draws: int, rng: np.random.Generator) -> Floats:
    return ratios.draw(ratios.boost(cases), steps, draws, rng)


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
    neighbours: Mapping[int, Sequence[int]] | None = None,
    covariates: Sequence[Covariate] = (),
    explain: Sequence[int] = (),
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
        neighbours: unit_id -> unit_id of the units that touch it; cells know their eight without it.
        covariates: further figures per unit and month, each with its own delay.
        explain: unit_id of those whose forecast gets its reasons, for those of the steps 1, 3, 6 and 12 that are asked for, else for
            the first; only the pool gives any.
        progress: called with a short text as work goes on.

    Raises:
        ForecastError: unknown model, origin outside the panel, bad steps or draws, or a unit without a recent month.
    """
    if model not in MODELS:
        raise ForecastError(f"no model is called {model!r}: one of {', '.join(MODELS)}")
    if not 1 <= draws <= DRAWS_MOST:
        raise ForecastError(f"{draws} draws: give a number from 1 to {DRAWS_MOST:,}")
    wanted = check_steps(np.asarray(steps))
    history = cut(panel, origin, neighbours=neighbours, covariates=covariates)
    if progress:
        progress(f"{model}: learning from {history.deaths.shape[1]} months of {len(history.units)} units")
    told: tuple[Reason, ...] = ()
    if model == "pool" and len(explain):
        members = members_of(history, int(wanted[-1]))
        found = predict_with(members)(wanted, draws, np.random.default_rng(seed))
        some = wanted[np.isin(wanted, HORIZONS)]
        told = tuple(reasons(members, some if len(some) else wanted[[0]], np.asarray(explain)))
    else:
        found = MODELS[model].fit(history, int(wanted[-1]))(wanted, draws, np.random.default_rng(seed))
    if found.dtype != np.int32:
        if not np.isfinite(found).all():
            raise ForecastError(f"model {model} gave a draw that is not finite")
        found = np.clip(np.rint(found), 0, DEATHS_MOST).astype(np.int32)
    return Forecast(history.units, wanted, found, origin, model, panel.level, panel.vintage, told)
