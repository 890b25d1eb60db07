"""Scores of a forecast file against what came true, beside conflictology12."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from marsad.base.frames import Forecast, Panel, Score, Scores
from marsad.base.months import format_month, parse_month
from marsad.base.quality import Quality
from marsad.verbs import quality as shown
from marsad.verbs.areas import Numbering, named_regions

if TYPE_CHECKING:
    from marsad.base.records import Language
    from marsad.verification import By, Measured

LOWER_IS_BETTER = ("crps", "ign", "mis", "quantile", "brier", "twcrps")
"""Beginnings of the metrics for which 1 - value / reference has a meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRequest:
    """Which draws, against what came true.

    Attributes:
        file: forecast file, Marsad's, the prediction challenge's or hubverse samples.
        observed: panel file with what came true.
        history: panel file up to the origin, for the reference; the observed file if None.
        by: all, unit, step, window or region.
        origin: last month known, where the file does not say.
        regions: areas for `by="region"`; every named region that holds a unit if empty.
        ids: how the panel numbers countries.
        detail: also calibration, reliability, Murphy curves, coverage by step and onsets.
        figures: folder for a page of figures.
        language: of that page.
    """

    file: Path
    observed: Path
    history: Path | None = None
    by: str = "all"
    origin: str | None = None
    regions: tuple[str, ...] = ()
    ids: Numbering = "iso"
    detail: bool = False
    figures: Path | None = None
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores ready to print."""

    scores: Scores
    quality: Quality | None = None
    written: tuple[Path, ...] = ()

    def as_json(self) -> list[dict[str, Any]]:
        """One object a row; then, where asked for, one for each part of the quality."""
        return [*map(row_as_json, self.scores.rows), *(shown.as_json(self.quality) if self.quality else ())]

    def lines(self) -> list[str]:
        """A table of fixed columns; the skill is 1 - value / reference."""
        more = [f"# {note}" for note in self.scores.notes] + [f"figures: {path}" for path in self.written if path.suffix == ".html"]
        return [*score_lines(self.scores.rows), *(shown.lines(self.quality) if self.quality else ()), *more]


def row_as_json(r: Score) -> dict[str, Any]:
    """One row of a table of scores."""
    return {"metric": r.metric, "value": r.value, "n": r.n, "model": r.model, "by": r.by, "slice": r.slice,
            "reference": r.reference, "reference_model": r.reference_model, "skill": r.skill}  # fmt: skip


def score_lines(rows: Iterable[Score]) -> list[str]:
    """A table of fixed columns, its head first."""
    head = f"{'slice':<10} {'metric':<22} {'value':>12} {'conflictology12':>16} {'skill':>8} {'n':>9}"
    return [head, *(
        f"{r.slice:<10} {r.metric:<22} {r.value:>12.4f} {_number(r.reference, 4):>16} "
        f"{_number(_skill(r.metric, r.skill), 3):>8} {r.n:>9,}"
        for r in rows
    )]  # fmt: skip


def _skill(metric: str, skill: float | None) -> float | None:
    """Skill has a meaning only where lower is better."""
    return skill if metric.startswith(LOWER_IS_BETTER) and not metric.startswith("crps_in") else None


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def score(request: ScoreRequest) -> ScoreTable:
    """Scores of a forecast file, each beside conflictology12 where the history is known; the file is read a stretch at a time."""
    from marsad import store
    from marsad.verification import measured, tabulate

    parts = _forecast_parts(request)
    first = next(parts)
    observed = store.read_panel(request.observed, level=first.level)
    known = store.read_panel(request.history, level=first.level) if request.history else observed
    enough = len(known.months) > 0 and known.months[0] <= first.origin - 11 and known.months[-1] >= first.origin
    history = known.until(first.origin) if enough else None
    found = measured(itertools.chain([first], parts), observed, history)
    regions = None
    if request.by == "region":
        import numpy as np

        regions = named_regions(np.unique(found.ours.units), first.level, request.regions, ids=request.ids)
    rows = tabulate(found.ours, found.theirs, by=cast("By", request.by), regions=regions)
    notes = found.notes
    if not enough:
        notes += (f"no reference beside: the twelve months to {format_month(first.origin)} are not in the panel; give --history",)
    good = _quality(found, history, Scores((), observed.vintage, notes)) if request.detail or request.figures else None
    written = tuple(shown.draw(good, request.figures, request.language)) if good and request.figures else ()
    return ScoreTable(Scores(tuple(rows), observed.vintage, notes), good if request.detail else None, written)


def _forecast_parts(request: ScoreRequest) -> Iterator[Forecast]:
    """The file's draws some units at a time; hubverse samples all at once."""
    from marsad import store
    from marsad.forecast import formats

    origin = parse_month(request.origin) if request.origin else None
    if "output_type" not in store.column_names(request.file):
        yield from store.stream_forecast(request.file, origin=origin)
        return
    level: Literal["country", "cell"] = store.read_panel(request.observed).level
    yield formats.from_hubverse(store.read_rows(request.file), model=request.file.stem, level=level, origin=origin)


def _quality(found: Measured, history: Panel | None, about: Scores) -> Quality:
    from marsad.verification import most_before, quality

    most = None if history is None else most_before(history, found.forecast.origin, found.ours.units)
    return quality(found.ours, found.theirs, most, vintage=about.observed_vintage, notes=about.notes)
