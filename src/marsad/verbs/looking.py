"""Forecasts and their scores."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.frames import Forecast, Level, Panel, Scores
from marsad.base.months import format_month, parse_month, parse_steps
from marsad.verbs.report import Report, Tell

if TYPE_CHECKING:
    from marsad.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRequest:
    """Which panel, from which month, how far, where to."""

    panel: Path
    origin: str
    steps: str
    out: Path
    level: str | None = None
    hub: Path | None = None


def forecast(settings: Settings, request: ForecastRequest, tell: Tell) -> Report:
    """Draws of the settings' model from a panel file into a forecast file."""
    from marsad import store
    from marsad.forecast import forecast as ask

    steps = parse_steps(request.steps)
    known = store.read_panel(request.panel, level=_level(request.level))
    origin = parse_month(request.origin)
    made = ask(known, origin=origin, steps=steps, model=settings.model, draws=settings.draws, seed=settings.seed, progress=tell)
    store.write_forecast(request.out, made)
    unit = "countries" if made.level == "country" else "cells"
    size = f"{len(made.units):,} {unit} x {len(steps)} steps x {made.draws.shape[2]:,} draws"
    values = {"origin": request.origin, "model": made.model, "units": len(made.units), "steps": list(steps),
              "draws": int(made.draws.shape[2]), "vintage": made.vintage, "file": str(request.out)}  # fmt: skip
    text = [f"{request.origin} {made.model}: {size} -> {request.out}"]
    if request.hub is not None:
        from marsad.forecast.formats import check_hubverse, to_hubverse

        rows = to_hubverse(made)
        check_hubverse(rows)
        store.write_rows(request.hub, rows)
        text.append(f"hubverse model output: {rows.num_rows:,} rows -> {request.hub}")
    return Report(tuple(text), values)


def _level(text: str | None) -> Level | None:
    return "cell" if text == "cell" else "country" if text == "country" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRequest:
    """Which draws, against what came true."""

    file: Path
    observed: Path
    history: Path | None = None
    by: str = "all"
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores ready to print."""

    scores: Scores

    def as_json(self) -> list[dict[str, Any]]:
        """One object a row."""
        return [
            {"metric": r.metric, "value": r.value, "n": r.n, "model": r.model, "by": r.by, "slice": r.slice,
             "reference": r.reference, "reference_model": r.reference_model, "skill": r.skill}
            for r in self.scores.rows
        ]  # fmt: skip

    def lines(self) -> list[str]:
        """A table of fixed columns; the skill is 1 - value / reference."""
        head = f"{'slice':<10} {'metric':<22} {'value':>12} {'conflictology12':>16} {'skill':>8} {'n':>9}"
        rows = [
            f"{r.slice:<10} {r.metric:<22} {r.value:>12.4f} {_number(r.reference, 4):>16} "
            f"{_number(_skill(r.metric, r.skill), 3):>8} {r.n:>9,}"
            for r in self.scores.rows
        ]
        return [head, *rows, *(f"# {note}" for note in self.scores.notes)]


def _skill(metric: str, skill: float | None) -> float | None:
    """Skill has a meaning only where lower is better."""
    return skill if metric.startswith(("crps", "ign", "mis", "quantile", "brier", "twcrps")) else None


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def score(request: ScoreRequest) -> ScoreTable:
    """Scores of a forecast file, each beside conflictology12 where the history is known."""
    from marsad import store
    from marsad.verification import score as measure

    made: Forecast = store.read_forecast(request.file, origin=parse_month(request.origin) if request.origin else None)
    observed: Panel = store.read_panel(request.observed, level=made.level)
    known = store.read_panel(request.history, level=made.level) if request.history else observed
    enough = len(known.months) > 0 and known.months[0] <= made.origin - 11 and known.months[-1] >= made.origin
    by = request.by if request.by in ("unit", "step", "window") else "all"
    found = measure(made, observed, known.until(made.origin) if enough else None, by=by)  # type: ignore[arg-type]
    if not enough:
        note = f"no reference beside: the twelve months to {format_month(made.origin)} are not in the panel; give --history"
        found = Scores(found.rows, found.observed_vintage, (*found.notes, note))
    return ScoreTable(found)
