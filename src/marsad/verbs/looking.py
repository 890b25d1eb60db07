"""Forecasts from a panel file into a forecast file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.base.frames import Level
from marsad.base.months import parse_month, parse_steps
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
