"""Backtests: many origins, many models, one table, with the clock of the time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from marsad.base.errors import UsageError
from marsad.base.frames import Forecast, Panel, Score
from marsad.base.months import month_of, parse_month, parse_steps
from marsad.base.quality import Quality
from marsad.verbs import quality as shown
from marsad.verbs.areas import named_regions, region_units
from marsad.verbs.report import Tell
from marsad.verbs.scoring import row_as_json, score_lines

if TYPE_CHECKING:
    from marsad.base.records import Language
    from marsad.settings import Settings
    from marsad.verification import Backtest, By, Line

WINDOW_STEPS = "3-14"
"""The prediction challenge's task: data to October, the next calendar year to forecast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestRequest:
    """Which panel, which origins, which models.

    Attributes:
        panel: panel file; the sample's country panel if None.
        observed: what came, where it is another file than the panel.
        vintages: table as it was published on different days; each origin then sees what was published when it was the last month.
        windows: calendar years such as `2018-2021`; each is forecast from October of the year before, steps 3-14.
        first: first origin, where no windows are given.
        last: last origin.
        every: months between origins.
        steps: months after each origin.
        models: names in the table of models.
        region: named region that gets lines of its own.
        ids: how the panel numbers countries: iso (ISO 3166-1 numeric) or views.
        by: every metric, for all rows or by unit, step, window or region; None for the table alone.
        detail: also calibration, reliability, Murphy curves, coverage by step and onsets of each model.
        figures: folder for a page of figures of each model.
        language: of that page.
    """

    panel: Path | None = None
    observed: Path | None = None
    vintages: Path | None = None
    windows: str | None = None
    first: str | None = None
    last: str | None = None
    every: int = 3
    steps: str = WINDOW_STEPS
    models: tuple[str, ...] = ("pool",)
    region: str = "sahel"
    ids: Literal["iso", "views"] = "iso"
    by: str | None = None
    detail: bool = False
    figures: Path | None = None
    language: Language = "en"


@dataclass(frozen=True, slots=True, eq=False)
class BacktestTable:
    """The walk, ready to print."""

    walk: Backtest
    lines_: tuple[Line, ...]
    scores: tuple[Score, ...] = ()
    qualities: tuple[Quality, ...] = ()
    written: tuple[Path, ...] = ()

    def as_json(self) -> list[dict[str, Any]]:
        """One object a line of the table; then, where asked for, one a metric and slice, and one a part of the quality."""
        more = [part for quality in self.qualities for part in shown.as_json(quality)]
        return [*(asdict(line) for line in self.lines_), *map(row_as_json, self.scores), *more]

    def lines(self) -> list[str]:
        """Fixed columns; ratios are to conflictology12, below 1 is better; the last line of a block is the geometric mean."""
        head = f"{'model':<16} {'region':<10} {'window':<20} {'n':>7} {'CRPS':>9} {'ratio':>6} {'IGN':>6} {'ratio':>6}"
        head += f" {'MIS':>9} {'ratio':>6} {'log1p':>6} {'worst':>6} {'cov90+':>6}"
        rows = [
            f"{r.model:<16} {r.region:<10} {r.window:<20} {r.n:>7,} {r.crps:>9.3f} {r.ratio_crps:>6.3f} {r.ign:>6.3f} {r.ratio_ign:>6.3f}"
            f" {r.mis:>9.2f} {r.ratio_mis:>6.3f} {r.ratio_crps_log1p:>6.3f} {r.worst:>6.3f} {r.coverage_90_nonzero:>6.3f}"
            for r in self.lines_
        ]
        onsets = []
        for model in self.walk.models():
            for ours, theirs in self.walk.onsets(model):
                found = f"{ours.events} of {ours.n:,}, base rate {ours.base_rate:.4f}, AP {_or_none(ours.ap)}"
                told = f"{model}: onset of {ours.threshold}+ after twelve quiet months: {found}"
                onsets.append(f"{told} (conflictology12 {_or_none(theirs.ap)})")
        more = [line for quality in self.qualities for line in shown.lines(quality)]
        if self.scores:
            more += [line for name in self.walk.models() for line in (name, *score_lines(r for r in self.scores if r.model == name))]
        pages = [f"figures: {path}" for path in self.written if path.suffix == ".html"]
        return [head, *rows, *onsets, *more, f"# observed: {self.walk.vintage}", *(f"# {note}" for note in self.walk.notes), *pages]


def backtest(settings: Settings, request: BacktestRequest, tell: Tell) -> BacktestTable:
    """Every model at every origin, each given only what was known then, scored on what came, beside conflictology12.

    Raises:
        UsageError: windows or origins that make no sense, or lie outside the panel.
    """
    from marsad import store
    from marsad.verification import backtest as walk

    panel = store.sample_panel("country_month") if request.panel is None else store.read_panel(request.panel)
    observed = None if request.observed is None else store.read_panel(request.observed, level=panel.level)
    known: Panel | Callable[[int], Panel] = panel
    if request.vintages is None:
        origins, steps = _origins(request, panel)
    else:
        published, steps = store.read_vintages(request.vintages), parse_steps(request.steps)
        truth = observed or panel
        origins, observed, known = _vintage_origins(published, truth, steps), truth, published.__getitem__
    makers = {name: _maker(replace(settings, model=name), len(origins)) for name in request.models}
    found = walk(makers, known, origins=origins, steps=steps, observed=observed, progress=tell)
    regions = {request.region: region_units(request.region, panel.level, ids=request.ids)} if panel.level == "country" else {}
    by = named_regions(panel.units, panel.level, ids=request.ids) if request.by == "region" else {}
    scores = (
        [row for name in found.models() for row in found.scores(name, by=cast("By", request.by), regions=by).rows] if request.by else []
    )
    good = [found.quality(name) for name in found.models()] if request.detail or request.figures else []
    written: list[Path] = []
    for one in good if request.figures else ():
        # a folder for each model where there are several: the page has the same name in each
        folder = cast("Path", request.figures) / (one.model if len(good) > 1 else "")
        written += shown.draw(one, folder, request.language)
    return BacktestTable(found, tuple(found.lines(regions)), tuple(scores), tuple(good) if request.detail else (), tuple(written))


def _or_none(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"


MANY = 8
"""Origins from which the pool learns its dear parts once a year and not at every origin; it then knows less than it might."""


def _vintage_origins(published: dict[int, Panel], truth: Panel, steps: Sequence[int]) -> list[int]:
    found = [origin for origin in sorted(published) if origin + steps[-1] <= int(truth.months[-1])]
    if not found:
        raise UsageError(
            f"no vintage ends {steps[-1]} months or more before the observed panel does: bring later figures, or fewer --steps"
        )
    return found


def _maker(settings: Settings, origins: int) -> Callable[[Panel, int, Sequence[int]], Forecast]:
    from marsad.forecast import forecast, refitting_pool

    if settings.model == "pool" and origins >= MANY:
        return refitting_pool(draws=settings.draws, seed=settings.seed)

    def ask(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        return forecast(known, origin=origin, steps=steps, model=settings.model, draws=settings.draws, seed=settings.seed)

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
