"""Which origins a backtest walks and what is known at each; the walk itself, in one process or several, and the cost of revision."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import numpy as np

from marsad.base.errors import UsageError
from marsad.base.frames import Forecast, Panel
from marsad.base.months import format_month, month_of, parse_month, parse_steps
from marsad.verbs.areas import bordering
from marsad.verbs.bars import QUARTERS_LEAST, Task
from marsad.verbs.jobs import in_order
from marsad.verbs.report import Tell

if TYPE_CHECKING:
    from marsad.settings import Settings
    from marsad.verbs.walking import BacktestRequest
    from marsad.verification import Backtest

Ask = Callable[[Panel, int, Sequence[int]], Forecast]

WINDOW_STEPS = "3-14"
"""The prediction challenge's task: data to October, the next calendar year to forecast."""

MANY = 8
"""Origins from which the pool learns its dear parts once a year and not at every origin; it then knows less than it might."""

EVERY = 12
"""Months for which the pool then keeps what it learned."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What is walked.

    Attributes:
        panel: counts as they stand, or the final figures beside vintages.
        origins: rising.
        steps: months after each.
        published: origin -> panel as published then; None without vintages.
        observed: final figures to score on.
        first: figures as first published, where there are vintages.
        task: which figures were asked of such a walk; None where none were.
    """

    panel: Panel
    origins: tuple[int, ...]
    steps: tuple[int, ...]
    published: Mapping[int, Panel] | None
    observed: Panel
    first: Panel | None
    task: Task | None


@dataclass(frozen=True, slots=True, eq=False)
class Walked:
    """One walk scored on final figures; with vintages also on first figures, and the same models given final figures to learn from."""

    final: Backtest
    first: Backtest | None = None
    hindsight: Backtest | None = None

    def revision(self) -> list[str]:
        """What revision costs, a line a model and comparison; empty without vintages."""
        if self.first is None or self.hindsight is None:
            return []
        lines = []
        for model in self.final.models():
            for told, walk in (("final", self.final), ("first", self.first)):
                lines.append(f"{model}: learned from what was published, scored on {told} figures: {_over(walk, model)}")
            lines.append(f"{model}: learned from final figures, scored on them: {_over(self.hindsight, model)}")
            lines.append(f"{model}: cost of revision: {_cost(self.final, self.hindsight, model)}")
        return lines


def _over(walk: Backtest, model: str) -> str:
    line = next(line for line in walk.lines() if line.model == model and line.region == "all" and line.window.endswith(" windows"))
    ratios = f"ratios {line.ratio_crps:.3f}, {line.ratio_ign:.3f}, {line.ratio_mis:.3f}"
    return f"CRPS {line.crps:.3f}, IGN {line.ign:.3f}, MIS {line.mis:.1f}; {ratios}"


def _cost(ours: Backtest, best: Backtest, model: str) -> str:
    """How much higher the mean scores are than if final figures had been known at the origin, over the same unit-months of both."""
    one, other = ours.joined(model)[0], best.joined(model)[0]
    keys = [np.stack([rows.months - rows.steps, rows.steps, rows.units], axis=1) for rows in (one, other)]
    _, place = np.unique(np.concatenate(keys), axis=0, return_inverse=True)
    _, left, right = np.intersect1d(place[: len(keys[0])], place[len(keys[0]) :], return_indices=True)
    parts = [
        f"{name} {one.values[key][left].mean() / max(other.values[key][right].mean(), 1e-12) - 1:+.1%}"
        for name, key in (("CRPS", "crps"), ("IGN", "ign"), ("MIS", "mis"))
    ]
    return f"{', '.join(parts)} ({len(left):,} unit-months)"


def planned(settings: Settings, request: BacktestRequest) -> Plan:
    """Panels read and origins chosen.

    Raises:
        UsageError: windows or origins that make no sense, or lie outside the panel; fewer than one process.
    """
    from marsad import store

    if request.jobs < 1:
        raise UsageError(f"--jobs {request.jobs}: give 1 or more processes, or leave it out")
    panel = store.sample_panel("country_month") if request.panel is None else store.read_panel(request.panel)
    observed = panel if request.observed is None else store.read_panel(request.observed, level=panel.level)
    if request.vintages is not None:
        published, steps = store.read_vintages(request.vintages), parse_steps(request.steps)
        origins = _vintage_origins(published, observed, steps)
        return Plan(panel, tuple(origins), steps, published, observed, store.first_figures(request.vintages), "vintages")
    chosen, steps = _origins(request, panel)
    task: Task | None = "windows" if request.windows else "quarters" if len(chosen) >= QUARTERS_LEAST else None
    return Plan(panel, tuple(chosen), steps, None, observed, None, task)


def walked(settings: Settings, request: BacktestRequest, plan: Plan, tell: Tell) -> Walked:
    """Every model at every origin; in several processes each takes whole stretches of origins over which the pool learns once."""
    if request.jobs == 1:
        return _stretch(settings, request, plan, tell)
    stretches = _stretches(plan.origins) if len(plan.origins) >= MANY else [(origin,) for origin in plan.origins]
    parts: list[Walked] = []
    for part in in_order(_work, stretches, jobs=request.jobs, start=_begin, given=(settings, request)):
        parts.append(part)
        tell(f"{format_month(part.final.runs[-1].origin)}: {sum(len(p.final.runs) for p in parts)} forecasts scored")
    joined = [_together([getattr(part, name) for part in parts]) for name in ("final", "first", "hindsight")]
    return Walked(cast("Backtest", joined[0]), joined[1], joined[2])


_HELD: list[tuple[Settings, BacktestRequest, Plan]] = []
"""What a process of several walks by, once it has begun."""


def _begin(settings: Settings, request: BacktestRequest) -> None:
    _HELD[:] = [(settings, request, planned(settings, request))]


def _work(origins: tuple[int, ...]) -> Walked:
    settings, request, plan = _HELD[0]
    # whether the pool learns once a year depends on all the origins, not on those of this process
    return _stretch(settings, request, plan, lambda text: None, origins=origins)


def _stretches(origins: Sequence[int]) -> list[tuple[int, ...]]:
    """Origins between one learning of the pool and the next, as `refitting_pool` divides them."""
    found: list[list[int]] = []
    for origin in origins:
        if not found or origin - found[-1][0] >= EVERY:
            found.append([])
        found[-1].append(origin)
    return [tuple(part) for part in found]


def _together(parts: Sequence[Backtest | None]) -> Backtest | None:
    held = [part for part in parts if part is not None]
    if not held:
        return None
    return replace(
        held[0], runs=tuple(run for part in held for run in part.runs), notes=tuple(note for part in held for note in part.notes)
    )


def _stretch(settings: Settings, request: BacktestRequest, plan: Plan, tell: Tell, *, origins: tuple[int, ...] | None = None) -> Walked:
    from marsad.verification import backtest

    asked = plan.origins if origins is None else origins

    def makers() -> dict[str, Ask]:
        near = bordering(plan.panel.units, plan.panel.level, ids=request.ids)
        return {name: _maker(replace(settings, model=name), len(plan.origins), near) for name in request.models}

    if plan.published is None or plan.first is None:
        return Walked(backtest(makers(), plan.panel, origins=asked, steps=plan.steps, observed=plan.observed, progress=tell))
    once = {name: _remembered(ask) for name, ask in makers().items()}
    known = plan.published.__getitem__
    final = backtest(once, known, origins=asked, steps=plan.steps, observed=plan.observed, progress=tell)
    first = backtest(once, known, origins=asked, steps=plan.steps, observed=plan.first)
    tell("once more, learning from final figures")
    return Walked(final, first, backtest(makers(), plan.observed, origins=asked, steps=plan.steps, progress=tell))


def _remembered(ask: Ask) -> Ask:
    """The same forecasts a second time, to be scored on other figures."""
    made: dict[int, Forecast] = {}

    def again(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        if origin not in made:
            made[origin] = ask(known, origin, steps)
        return made[origin]

    return again


def _vintage_origins(published: Mapping[int, Panel], truth: Panel, steps: Sequence[int]) -> list[int]:
    found = [origin for origin in sorted(published) if origin + steps[-1] <= int(truth.months[-1])]
    if not found:
        raise UsageError(
            f"no vintage ends {steps[-1]} months or more before the observed panel does: bring later figures, or fewer --steps"
        )
    return found


def _maker(settings: Settings, origins: int, near: Mapping[int, Sequence[int]] | None) -> Ask:
    from marsad.forecast import forecast, refitting_pool

    if settings.model == "pool" and origins >= MANY:
        return refitting_pool(every=EVERY, draws=settings.draws, seed=settings.seed, neighbours=near)

    def ask(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        return forecast(known, origin=origin, steps=steps, model=settings.model, draws=settings.draws, seed=settings.seed, neighbours=near)

    return ask


def _origins(request: BacktestRequest, panel: Panel) -> tuple[list[int], tuple[int, ...]]:
    if request.windows is not None:
        years = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", request.windows)
        if years is None or int(years[2] or years[1]) < int(years[1]):
            raise UsageError(f"--windows {request.windows!r} names no calendar years: write 2018-2021, or 2020")
        span = range(int(years[1]), int(years[2] or years[1]) + 1)
        return [month_of(year - 1, 10) for year in span], parse_steps(WINDOW_STEPS)
    steps = parse_steps(request.steps)
    last = parse_month(request.last) if request.last else int(panel.months[-1]) - steps[-1]
    first = parse_month(request.first) if request.first else last - 4 * request.every
    if request.every < 1 or first > last:
        raise UsageError("there is no origin: --from must not come after --to, and --every is 1 month or more")
    return list(range(first, last + 1, request.every)), steps
