"""Backtests: many origins, many models, one table, with the clock of the time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from marsad.base.frames import Score
from marsad.base.quality import Quality
from marsad.verbs import quality as shown
from marsad.verbs.areas import named_regions, region_units
from marsad.verbs.bars import Bar, bar_lines, bars
from marsad.verbs.report import Tell
from marsad.verbs.scoring import row_as_json, score_lines
from marsad.verbs.walking_origins import WINDOW_STEPS, planned, walked

if TYPE_CHECKING:
    from marsad.base.records import Language
    from marsad.settings import Settings
    from marsad.verification import Backtest, By, Line


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
        jobs: processes that walk the origins; the figures are the same for any number.
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
    jobs: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class BacktestTable:
    """The walk, ready to print."""

    walk: Backtest
    lines_: tuple[Line, ...]
    scores: tuple[Score, ...] = ()
    qualities: tuple[Quality, ...] = ()
    written: tuple[Path, ...] = ()
    bars: tuple[Bar, ...] = ()
    revision: tuple[str, ...] = ()

    def as_json(self) -> list[dict[str, Any]]:
        """One object a line of the table; then, where asked for, one a metric and slice, and one a part of the quality."""
        more = [part for quality in self.qualities for part in shown.as_json(quality)]
        bars = [bar.as_json() for bar in self.bars]
        return [*(asdict(line) for line in self.lines_), *bars, *map(row_as_json, self.scores), *more]

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
        asked = ["", *bar_lines(self.bars), ""] if self.bars else []
        notes = [f"# observed: {self.walk.vintage}", *(f"# {note}" for note in self.walk.notes)]
        return [head, *rows, *asked, *self.revision, *onsets, *more, *notes, *pages]


def backtest(settings: Settings, request: BacktestRequest, tell: Tell) -> BacktestTable:
    """Every model at every origin, each given only what was known then, scored on what came, beside conflictology12.

    Raises:
        UsageError: windows or origins that make no sense, or lie outside the panel.
    """
    plan = planned(settings, request)
    found = walked(settings, request, plan, tell)
    panel = plan.panel
    regions = {request.region: region_units(request.region, panel.level, ids=request.ids)} if panel.level == "country" else {}
    by = named_regions(panel.units, panel.level, ids=request.ids) if request.by == "region" else {}
    scores = (
        [row for name in found.final.models() for row in found.final.scores(name, by=cast("By", request.by), regions=by).rows]
        if request.by
        else []
    )
    good = [found.final.quality(name) for name in found.final.models()] if request.detail or request.figures else []
    written: list[Path] = []
    for one in good if request.figures else ():
        # a folder for each model where there are several: the page has the same name in each
        folder = cast("Path", request.figures) / (one.model if len(good) > 1 else "")
        written += shown.draw(one, folder, request.language)
    lines = tuple(found.final.lines(regions))
    bars_ = bars(found.final, lines, task=plan.task, region=request.region) if plan.task and panel.level == "country" else []
    return BacktestTable(
        found.final, lines, tuple(scores), tuple(good) if request.detail else (), tuple(written), tuple(bars_), tuple(found.revision())
    )


def _or_none(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
