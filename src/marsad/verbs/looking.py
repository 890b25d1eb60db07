"""Forecasts from a panel file into a forecast file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.errors import UsageError
from marsad.base.frames import Forecast, Level, Panel
from marsad.base.months import parse_month, parse_steps
from marsad.base.records import as_json
from marsad.verbs.areas import Numbering, bordering, countries_of_cells, named_regions
from marsad.verbs.quality import reason_lines
from marsad.verbs.report import Report, Tell

if TYPE_CHECKING:
    from marsad.base.records import Language
    from marsad.forecast import Covariate
    from marsad.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRequest:
    """Which panel, from which month, how far, where to.

    Attributes:
        panel: panel file.
        origin: last month known.
        steps: months after it, such as `3-14`.
        out: file to write.
        level: what the units are, where the file does not say.
        hub: also a hubverse file of quantiles and probabilities here.
        form: marsad (unit_id), challenge (country_id or priogrid_gid), hubverse (quantiles, probabilities) or hubverse-samples.
        areas: sums over these areas in place of the units; numbered from 1 in the order given.
        ids: how countries are numbered, so that models know which of them touch.
        covariates: `FILE` or `FILE:MONTHS`, panel files of further counts and the months until each is out.
        cells: panel of cells; each draw of a country is laid out over its cells, and the file holds the cells.
        why: what carries each unit's forecast, in `language`.
        language: of the reasons.
    """

    panel: Path
    origin: str
    steps: str
    out: Path
    level: str | None = None
    hub: Path | None = None
    form: str = "marsad"
    areas: tuple[str, ...] = ()
    ids: Numbering = "iso"
    covariates: tuple[str, ...] = ()
    cells: Path | None = None
    why: bool = False
    language: Language = "en"


def model_settings(settings: Settings, panel: Panel, *, ids: Numbering = "iso") -> dict[str, Any]:
    """How a forecast of a panel is asked for: model, draws, seed and which countries touch."""
    near = bordering(panel.units, panel.level, ids=ids)
    return {"model": settings.model, "draws": settings.draws, "seed": settings.seed, "neighbours": near}


def forecast(settings: Settings, request: ForecastRequest, tell: Tell) -> Report:
    """Draws of the settings' model from a panel file into a forecast file.

    Raises:
        UsageError: an area that means nothing, or cells of a panel that is not of countries.
    """
    from marsad import store
    from marsad.forecast import forecast as ask

    steps = parse_steps(request.steps)
    known = store.read_panel(request.panel, level=_level(request.level))
    origin = parse_month(request.origin)
    more = model_settings(settings, known, ids=request.ids) | {"explain": known.units.tolist() if request.why else []}
    beside = [_covariate(text, known.level) for text in request.covariates]
    made = ask(known, origin=origin, steps=steps, covariates=beside, progress=tell, **more)
    reasons = made.reasons
    named: dict[str, list[int]] = {}
    if request.cells is not None:
        made = _over_cells(made, store.read_panel(request.cells, level="cell"), settings.seed)
    if request.areas:
        made, named = _over_areas(made, request.areas, request.ids)
    written = _write(made, request, named=bool(named))
    unit = "areas" if named else "countries" if made.level == "country" else "cells"
    size = f"{len(made.units):,} {unit} x {len(steps)} steps x {made.draws.shape[2]:,} draws"
    values = {"origin": request.origin, "model": made.model, "units": len(made.units), "steps": list(steps),
              "draws": int(made.draws.shape[2]), "vintage": made.vintage, "file": str(request.out)}  # fmt: skip
    numbered = list(enumerate(named.items(), 1))
    values |= {"areas": [{"unit_id": k, "area": area, "units": len(inside)} for k, (area, inside) in numbered]} if named else {}
    values |= {"reasons": as_json(reasons)} if request.why else {}
    told = [f"  {k}: {area} ({len(inside):,} units)" for k, (area, inside) in numbered]
    why = reason_lines(reasons, origin, request.language, lambda unit: _name(unit, made, request)) if request.why else []
    return Report((f"{request.origin} {made.model}: {size} -> {request.out}", *told, *written, *why), values)


def _name(unit: int, made: Forecast, request: ForecastRequest) -> str:
    """The country's name where the panel numbers it as ISO does, else the number."""
    country = places.country_by_numeric(unit) if made.level == "country" and request.ids == "iso" else None
    return country.name(request.language) if country else str(unit)


def _over_cells(made: Forecast, cells: Panel, seed: int) -> Forecast:
    """The countries' draws laid out over their cells; cells outside them are left aside."""
    from marsad.forecast.levels import share_out

    if made.level != "country":
        raise UsageError("--cells lays countries out over their cells: give a --panel of countries")
    home = countries_of_cells(cells.units, made.units)
    if not home:
        raise UsageError("--cells: no cell lies in a country of the panel; countries must carry their ISO 3166-1 numeric code")
    held = [unit for unit in made.units.tolist() if unit in set(home.values())]
    return share_out(made.only(held), cells.only(home), home, seed=seed)


def _over_areas(made: Forecast, areas: Sequence[str], ids: Numbering) -> tuple[Forecast, dict[str, list[int]]]:
    """Sums over areas, draw by draw; refused for a model whose draws mean nothing across units."""
    from marsad.forecast import MODELS
    from marsad.forecast.levels import add_up

    named = named_regions(made.units, made.level, areas, ids=ids)
    groups = dict(enumerate(named.values(), 1))
    return add_up(made, groups, joint=MODELS[made.model].joint, level=made.level), named


def _write(made: Forecast, request: ForecastRequest, *, named: bool) -> list[str]:
    """The file in its form, and the further hubverse file; gives what to say of them."""
    from marsad import store
    from marsad.forecast.formats import KINDS, check_hubverse, to_hubverse

    files = [(request.out, request.form), *([(request.hub, "hubverse")] if request.hub else [])]
    told = []
    for path, form in files:
        if form in KINDS:
            rows = check_hubverse(to_hubverse(made, types=KINDS[form]))
            store.write_rows(path, rows)
            told.append(f"hubverse model output: {rows.num_rows:,} rows -> {path}")
        else:
            challenge = "country_id" if made.level == "country" else "priogrid_gid"
            store.write_forecast_blocks(path, [made], unit=challenge if form == "challenge" and not named else "unit_id")
    return told


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
