"""Walking origins: forecast from each as the world was known then, score on what came, beside conflictology12.

This module imports no model: the forecasts come from callables that the caller passes in. Whatever a callable is given ends at
the origin, so it cannot look ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from marsad.base.errors import ScoreError
from marsad.base.frames import Bools, Floats, Forecast, Panel, Scores
from marsad.base.months import format_month
from marsad.base.quality import Quality
from marsad.verification import events, reference
from marsad.verification.quality import most_before, quality
from marsad.verification.rows import THRESHOLDS, Rows, measure
from marsad.verification.table import By, tabulate

MakeForecast = Callable[[Panel, int, Sequence[int]], Forecast]
"""What was known (it ends at the origin), the origin, the steps -> a forecast."""

HEADLINE: tuple[str, ...] = ("crps", "ign", "mis", "crps_log1p")


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """One model at one origin. `most`: most deaths in one of the unit's twelve months up to the origin, as known then, by row."""

    model: str
    origin: int
    ours: Rows
    theirs: Rows
    most: Floats


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the printed table: a model in one region and window, or over all windows.

    `crps`, `ign`, `mis`, `crps_log1p` are means over unit-months and the `ratio_` figures the same over conflictology12's; over
    all windows both are geometric means over windows. `worst` is the largest CRPS ratio of any window.
    """

    model: str
    region: str
    window: str
    n: int
    crps: float
    ign: float
    mis: float
    crps_log1p: float
    ratio_crps: float
    ratio_ign: float
    ratio_mis: float
    ratio_crps_log1p: float
    worst: float
    coverage_90_nonzero: float


@dataclass(frozen=True, slots=True, eq=False)
class Backtest:
    """Every run, in the order of origins, and what was set aside."""

    runs: tuple[Run, ...]
    vintage: str
    notes: tuple[str, ...] = ()

    def models(self) -> list[str]:
        """Names in the order in which they were given."""
        return list(dict.fromkeys(run.model for run in self.runs))

    def lines(self, regions: Mapping[str, Sequence[int]] | None = None) -> list[Line]:
        """The table: for each region ("all" first) and model a line for each window and one over all of them."""
        found = []
        for region, units in [("all", None), *(regions or {}).items()]:
            for model in self.models():
                each = [_line(run, region, units) for run in self.runs if run.model == model and _inside(run.ours, units).any()]
                if each:
                    found += [*each, _over_windows(each)]
        return found

    def scores(self, model: str, *, by: By = "all", regions: Mapping[str, Sequence[int]] | None = None) -> Scores:
        """Every metric over all origins together, beside conflictology12."""
        ours, theirs = self.joined(model)
        return Scores(tuple(tabulate(ours, theirs, by=by, regions=regions)), self.vintage, self.notes)

    def joined(self, model: str) -> tuple[Rows, Rows]:
        """Rows of one model and of its reference over all origins."""
        runs = [run for run in self.runs if run.model == model]
        if not runs:
            raise ScoreError(f"the backtest holds no model {model!r}: {', '.join(self.models())}")
        return Rows.joined([run.ours for run in runs]), Rows.joined([run.theirs for run in runs])

    def quality(self, model: str, units: Sequence[int] | None = None) -> Quality:
        """Calibration, reliability, skill by step, coverage and onsets of one model over all origins, of some units or of all.

        Raises:
            ScoreError: no such model, or none of the units was scored.
        """
        ours, theirs = self.joined(model)
        most = np.concatenate([run.most for run in self.runs if run.model == model])
        if units is not None:
            inside = _inside(ours, units)
            if not inside.any():
                raise ScoreError("none of these units was scored in the backtest")
            ours, theirs, most = ours.of(inside), theirs.of(inside), most[inside]
        return quality(ours, theirs, most, vintage=self.vintage, notes=self.notes)

    def onsets(self, model: str) -> list[tuple[events.Onset, events.Onset]]:
        """Onset after twelve quiet months at each threshold: the model's, and conflictology12's."""
        ours, theirs = self.joined(model)
        runs = [run for run in self.runs if run.model == model]
        found = []
        for at in THRESHOLDS:
            quiet = np.concatenate([run.most for run in runs]) < at
            happened = ours.observed >= at
            one, other = (events.onset(rows.ranking(at), happened, quiet, threshold=at) for rows in (ours, theirs))
            found.append((one, other))
        return found


def backtest(
    make: Mapping[str, MakeForecast],
    known: Callable[[int], Panel] | Panel,
    *,
    origins: Sequence[int],
    steps: Sequence[int],
    observed: Panel | None = None,
    progress: Callable[[str], None] | None = None,
) -> Backtest:
    """Forecasts from each origin, scored.

    Args:
        make: model name -> callable that forecasts.
        known: the panel, or what gives the panel as it stood at an origin (its vintage).
        origins: month numbers, each the last month known.
        steps: months after the origin.
        observed: what came; the panel itself if not given.
        progress: called with a short text after each forecast.

    Returns:
        Backtest; its notes name how many units had no recent month at an origin and were not forecast there.

    Raises:
        ScoreError: no origin, no model, or nothing observed; a vintage needs `observed`.
    """
    if not make or not origins:
        raise ScoreError("a backtest needs at least one model and one origin")
    if observed is None and not isinstance(known, Panel):
        raise ScoreError("a backtest on vintages needs the figures to score on (observed)")
    truth = observed if observed is not None else known
    assert isinstance(truth, Panel)
    runs: list[Run] = []
    notes: list[str] = []
    for origin in origins:
        seen = _recent(known if isinstance(known, Panel) else known(origin), origin, notes)
        for name, ask in make.items():
            made = ask(seen, origin, steps)
            ours = measure(made, truth)
            theirs = measure(reference.conflictology12(made, seen), truth)
            runs.append(Run(name, origin, ours, theirs, most_before(seen, origin, ours.units)))
            if progress:
                ratio = ours.values["crps"].mean() / max(theirs.values["crps"].mean(), 1e-12)
                progress(f"{format_month(origin)} {name}: CRPS {ratio:.3f} of conflictology12")
    return Backtest(tuple(runs), truth.vintage, tuple(notes))


def _recent(panel: Panel, origin: int, notes: list[str]) -> Panel:
    """The panel to the origin, of the units with an observed month in the year before it; others are counted in the notes."""
    if not len(panel.months) or not panel.months[0] <= origin <= panel.months[-1]:
        raise ScoreError(f"origin {format_month(origin)} lies outside the panel: choose origins between its first and last month")
    seen = panel.until(origin)
    alive = seen.observed[:, -12:].any(axis=1)
    if not alive.all():
        notes.append(f"{format_month(origin)}: {int((~alive).sum())} units without a month in the year before are not forecast")
    return seen.only(seen.units[alive])


def _inside(rows: Rows, units: Sequence[int] | None) -> Bools:
    return np.ones(len(rows.units), dtype=bool) if units is None else np.isin(rows.units, list(units))


def _line(run: Run, region: str, units: Sequence[int] | None) -> Line:
    inside = _inside(run.ours, units)
    own = {name: float(run.ours.values[name][inside].mean()) for name in HEADLINE}
    ratio = {name: _ratio(own[name], float(run.theirs.values[name][inside].mean())) for name in HEADLINE}
    busy = inside & (run.ours.observed > 0)
    first, last = (format_month(run.origin + int(step)) for step in (run.ours.steps.min(), run.ours.steps.max()))
    return Line(
        run.model, region, f"{first} to {last}", int(inside.sum()), own["crps"], own["ign"], own["mis"], own["crps_log1p"],
        ratio["crps"], ratio["ign"], ratio["mis"], ratio["crps_log1p"], ratio["crps"],
        float(run.ours.inside[0.9][busy].mean()) if busy.any() else float("nan"),
    )  # fmt: skip


def _ratio(value: float, beside: float) -> float:
    return value / beside if beside > 0 else (1.0 if value == 0 else float("inf"))


def _over_windows(each: Sequence[Line]) -> Line:
    def middle(name: str) -> float:
        values: Floats = np.array([getattr(line, name) for line in each])
        return float(np.exp(np.log(np.maximum(values, 1e-12)).mean()))

    covered = [line.coverage_90_nonzero for line in each if np.isfinite(line.coverage_90_nonzero)]
    return Line(
        each[0].model, each[0].region, f"{len(each)} windows", sum(line.n for line in each),
        middle("crps"), middle("ign"), middle("mis"), middle("crps_log1p"),
        middle("ratio_crps"), middle("ratio_ign"), middle("ratio_mis"), middle("ratio_crps_log1p"),
        max(line.ratio_crps for line in each), float(np.mean(covered)) if covered else float("nan"),
    )  # fmt: skip
