"""Forecasts, their scores, and backtests."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.stages import _report, _settings, _tell, app
from marsad.options import (
    Areas,
    By,
    CellPanel,
    CountryIds,
    Covariates,
    Detail,
    Figures,
    ForecastForm,
    Form,
    History,
    Ids,
    Jobs,
    Json,
    Language,
    Level,
    ManyPaths,
    Out,
    Told,
    Why,
)


@app.command(cls=ManyPaths)
def forecast(
    *,
    panel: Annotated[Path, typer.Option(help="Panel file (unit_id, month_id, outcome).")],
    origin: Annotated[str, typer.Option(help="Last month known, such as 2021-10.")],
    out: Out,
    steps: Annotated[str, typer.Option(help="Months after the origin: 3-14, or 1,3,6,12.")] = "1-12",
    model: Annotated[str | None, typer.Option(help="Entry of the table of models; pool is the best of them.")] = None,
    draws: Annotated[int | None, typer.Option(help="Draws per unit and step.", min=1, max=100_000)] = None,
    level: Annotated[Level | None, typer.Option(help="What the units are, where the file does not say.")] = None,
    hub: Annotated[Path | None, typer.Option(help="Also write a hubverse model-output file here.")] = None,
    form: ForecastForm = Form.marsad,
    areas: Areas = None,
    ids: CountryIds = Ids.iso,
    covariates: Covariates = None,
    cells: CellPanel = None,
    why: Why = False,
    lang: Told = Language.en,
    as_json: Json = False,
) -> None:
    """Forecast deaths as draws of a full probability distribution, from what was known at the origin.

    Example: marsad forecast --panel panel.parquet --origin 2021-10 --steps 3-14 --model pool --draws 1000 --out f.parquet
    """
    from marsad import verbs

    settings = _settings(model=model, draws=draws)
    request = verbs.ForecastRequest(
        panel=panel, origin=origin, steps=steps, out=out, level=level.value if level else None, hub=hub, form=form.value,
        areas=tuple(areas or ()), ids=ids.value, covariates=tuple(covariates or ()), cells=cells, why=why, language=lang.value,
    )  # fmt: skip
    _report(verbs.forecast(settings, request, _tell), as_json)


@app.command(cls=ManyPaths)
def score(
    file: Annotated[Path, typer.Argument(help="Forecast file (unit_id, month_id, draw, outcome), or hubverse samples.")],
    *,
    observed: Annotated[Path, typer.Option(help="Panel file with what came true.")],
    history: History = None,
    by: Annotated[By, typer.Option(help="One row for all, or for each unit, step, window or region.")] = By.all,
    origin: Annotated[str | None, typer.Option(help="Last month known, where the file does not say.")] = None,
    areas: Areas = None,
    ids: CountryIds = Ids.iso,
    detail: Detail = False,
    figures: Figures = None,
    lang: Told = Language.en,
    as_json: Json = False,
) -> None:
    """Score draws against what came true: CRPS, IGN, MIS and more, each beside conflictology12.

    Example: marsad score f.parquet --observed panel.parquet --by step
    """
    from marsad import verbs

    found = verbs.score(verbs.ScoreRequest(
        file=file, observed=observed, history=history, by="region" if areas else by.value, origin=origin, regions=tuple(areas or ()),
        ids=ids.value, detail=detail, figures=figures, language=lang.value,
    ))  # fmt: skip
    _report(found, as_json)


@app.command(cls=ManyPaths)
def backtest(
    *,
    panel: Annotated[Path | None, typer.Option(help="Panel file; the sample's country panel if left out.")] = None,
    observed: Annotated[Path | None, typer.Option(help="What came, where it is another file than the panel.")] = None,
    vintages: Annotated[Path | None, typer.Option(help="The table as published on different days: train on what was known.")] = None,
    windows: Annotated[str | None, typer.Option(help="Calendar years such as 2018-2021, each forecast from the October before.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="First origin, where no windows are given.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last origin.")] = None,
    every: Annotated[int, typer.Option(help="Months between origins.", min=1)] = 3,
    steps: Annotated[str, typer.Option(help="Months after each origin, where no windows are given.")] = "3-14",
    model: Annotated[list[str] | None, typer.Option(help="Entries of the table of models.")] = None,
    region: Annotated[str, typer.Option(help="Region that gets lines of its own.")] = "sahel",
    ids: CountryIds = Ids.iso,
    jobs: Jobs = 1,
    draws: Annotated[int | None, typer.Option(help="Draws per unit and step.", min=1, max=100_000)] = None,
    by: Annotated[By | None, typer.Option(help="Also every metric: for all, or for each unit, step, window or region.")] = None,
    detail: Detail = False,
    figures: Figures = None,
    lang: Told = Language.en,
    as_json: Json = False,
) -> None:
    """Walk past origins with the clock of the time: forecast from what was known, score on what came, one table.

    Example: marsad backtest --panel panel.parquet --windows 2018-2021 --model pool conflictology12
    """
    from marsad import verbs

    settings = _settings(draws=draws)
    request = verbs.BacktestRequest(
        panel=panel, observed=observed, vintages=vintages, windows=windows, first=first, last=last, every=every, steps=steps,
        models=tuple(model or (settings.model,)), region=region, ids=ids.value,
        by=by.value if by else None, detail=detail, figures=figures, language=lang.value, jobs=jobs,
    )  # fmt: skip
    _report(verbs.backtest(settings, request, _tell), as_json)
