"""Forecasts, their scores, and where a place stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.errors import AssessmentError, UsageError
from marsad.base.findings import HORIZONS, THRESHOLDS
from marsad.base.frames import Forecast, Level, Panel, Scores
from marsad.base.months import format_month, parse_month, parse_steps
from marsad.base.records import as_json
from marsad.verbs.report import Report, Tell

if TYPE_CHECKING:
    from marsad.settings import Settings

SAMPLE_CELLS = ("cell_month_bfa", "cell_month_sdn")
"""Panels of cells that come with the package."""


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


def assess(settings: Settings, what: str, as_of: str | None, tell: Tell) -> Report:
    """Where a country or cell stands and what to expect there, from the archive's event tables, or from the sample's figures.

    Raises:
        UsageError: `what` is no country code or cell; groups and partnerships are not assessed yet.
        AssessmentError: the place is not observed in that month.
    """
    from marsad.assessment import assess as find
    from marsad.forecast import forecast as ask

    level, unit = _unit_of(what)
    known = _known(settings, level)
    month = parse_month(as_of) if as_of else int(known.months[known.observed.any(axis=0)][-1])
    known = known.until(month).observed_in(month)
    if unit not in known.units:
        raise AssessmentError(
            f"{what} is not observed in {format_month(month)}: bring its events with `marsad pull file PATH`, or choose --as-of"
        )
    tell(f"{settings.model}: from {len(known.units):,} units to {format_month(month)}")
    made = ask(known, origin=month, steps=range(1, 13), model=settings.model, draws=settings.draws, seed=settings.seed)
    found = find(known, made, seed=settings.seed)
    here, ahead = found.situation(unit), [found.outlook(unit, months) for months in HORIZONS]
    text = [f"{what}, {format_month(month)} ({known.vintage})"]
    if here is not None:
        text.append(
            f"deaths: {here.deaths} this month; mean of 12 months {_number(here.mean12, 1)}, of 36 months {_number(here.mean36, 1)}"
        )
    for row in filter(None, ahead):
        low, high = row.ninety
        chance = ", ".join(f"at least {k}: {_percent(p)}" for k, p in zip(THRESHOLDS, row.chance, strict=True))
        text.append(f"next {row.horizon:>2} months: {row.mean:,.0f} expected, 90 % from {low:,.0f} to {high:,.0f}; {chance}")
    text.append("Not for targeting. How good such forecasts are: docs/how-good-is-it.md")
    values = {"place": what, "unit": unit, "month": format_month(month), "model": settings.model, "vintage": known.vintage,
              "situation": as_json(here), "outlook": [as_json(row) for row in ahead]}  # fmt: skip
    return Report(tuple(text), values)


def _percent(chance: float) -> str:
    """A chance that a thousand draws give as 0 or 1 is still no certainty."""
    return "under 1 %" if chance < 0.01 else "over 99 %" if chance > 0.99 else f"{chance:.0%}"


def _unit_of(what: str) -> tuple[Level, int]:
    kind, _, name = what.partition(":")
    if kind == "cell" and name.isdigit():
        return "cell", int(name)
    country = places.country_by_iso3(what.removeprefix("country:"))
    if country is None:
        raise UsageError(
            f"{what!r} is no place: write an ISO 3166-1 alpha-3 code such as MLI, or cell:149426 (groups and pairs are not assessed yet)"
        )
    return "country", country.numeric


def _known(settings: Settings, level: Level) -> Panel:
    """Counts of the archive's event tables; the sample's figures where it has none."""
    from marsad import store
    from marsad.panel import deaths_by_month, joined, panel_of
    from marsad.panel.observed import claims_of

    if (settings.archive / "marsad.duckdb").exists():
        with store.open_archive(settings.archive, settings.engine, read_only=True) as archive:
            coverage = archive.coverage()
            if coverage:
                first, last = min(c.first for c in coverage), max(c.last for c in coverage)
                rows = archive.execute(deaths_by_month(archive.events(), level=level, first=first, last=last))
                return panel_of(rows, claims_of(archive.rows("coverage")), level=level, first=first, last=last)
    if level == "country":
        return store.sample_panel("country_month")
    return joined([store.sample_panel(name) for name in SAMPLE_CELLS])
