"""Forecasts from a panel file into a forecast file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.errors import UsageError
from marsad.base.frames import Level, Panel
from marsad.base.months import parse_month, parse_steps
from marsad.verbs.areas import Numbering, bordering
from marsad.verbs.report import Report, Tell

if TYPE_CHECKING:
    from marsad.forecast import Covariate
    from marsad.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRequest:
    """Which panel, from which month, how far, where to.

    Attributes:
        panel: panel file.
        origin: last month known.
        steps: months after it.
        out: forecast file.
        level: of the panel, where its file does not say.
        hub: file for hubverse model output.
        ids: how countries are numbered, so that models know which of them touch.
        covariates: `FILE` or `FILE:MONTHS`, panel files of further counts and the months until each is out.
    """

    panel: Path
    origin: str
    steps: str
    out: Path
    level: str | None = None
    hub: Path | None = None
    ids: Numbering = "iso"
    covariates: tuple[str, ...] = ()


def model_settings(settings: Settings, panel: Panel, *, ids: Numbering = "iso") -> dict[str, Any]:
    """How a forecast of a panel is asked for: model, draws, seed and which countries touch."""
    near = bordering(panel.units, panel.level, ids=ids)
    return {"model": settings.model, "draws": settings.draws, "seed": settings.seed, "neighbours": near}


def forecast(settings: Settings, request: ForecastRequest, tell: Tell) -> Report:
    """Draws of the settings' model from a panel file into a forecast file."""
    from marsad import store
    from marsad.forecast import forecast as ask

    steps = parse_steps(request.steps)
    known = store.read_panel(request.panel, level=_level(request.level))
    origin = parse_month(request.origin)
    more = model_settings(settings, known, ids=request.ids)
    beside = [_covariate(text, known.level) for text in request.covariates]
    made = ask(known, origin=origin, steps=steps, covariates=beside, progress=tell, **more)
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


def _covariate(text: str, level: Level) -> Covariate:
    """A covariate of a panel file, written FILE or FILE:MONTHS.

    Raises:
        UsageError: the months are no whole number from 0.
    """
    from marsad import store
    from marsad.forecast import Covariate

    name, _, delay = text.rpartition(":") if ":" in text else (text, "", "0")
    if not delay.isdecimal():
        raise UsageError(
            f"--covariates {text}: write FILE:MONTHS, the months from a month's end until its figure is out, such as p.parquet:1"
        )
    return Covariate(Path(name).stem, store.read_panel(Path(name), level=level), int(delay))


def _level(text: str | None) -> Level | None:
    return "cell" if text == "cell" else "country" if text == "country" else None
