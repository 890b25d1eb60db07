"""A walk over origins: the same in one process or several, vintages against hindsight, and what was asked beside what was found."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from marsad import verbs
from marsad.base.errors import UsageError
from marsad.base.frames import Panel
from marsad.base.months import month_of
from marsad.settings import Settings
from marsad.store import first_figures, write_panel
from marsad.verbs.areas import bordering
from marsad.verbs.walking_origins import _stretches

FIRST = month_of(2010, 1)
NAMES = ("Mali", "Niger", "Chad", "Libya")
CODES = (466, 562, 148, 434)


def counts(months: int = 96, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    rate = np.exp(np.cumsum(rng.normal(0, 0.3, (len(CODES), months)), axis=1) + np.array([[3.0], [1.0], [0.0], [2.0]]))
    return rng.poisson(np.clip(rate, 0, 500)).astype(float)


def panel_file(folder: Path, deaths: np.ndarray) -> Path:
    order = np.argsort(CODES)
    months = np.arange(FIRST, FIRST + deaths.shape[1])
    made = Panel(np.array(CODES)[order], months, deaths[order], np.ones(deaths.shape, dtype=bool), vintage="made up")
    write_panel(folder / "panel.parquet", made)
    return folder / "panel.parquet"


def vintages_file(folder: Path, deaths: np.ndarray, ends: tuple[int, ...]) -> Path:
    """Tables of rising length; the last three months of each are half of what they will be."""
    rows: list[dict[str, object]] = []
    for end in ends:
        early = deaths[:, :end].copy()
        early[:, -3:] = np.floor(early[:, -3:] / 2)
        day = np.datetime64("2010-01") + end
        for row, name in enumerate(NAMES):
            for column in range(end):
                close = (np.datetime64("2010-01") + column + 1).astype("datetime64[D]") - 1
                rows.append({"country": name, "month_end": close.item(), "best_total": int(early[row, column]), "vintage": f"{day}-20"})
    pq.write_table(pa.Table.from_pylist(rows), folder / "vintages.parquet")
    return folder / "vintages.parquet"


def test_several_processes_find_what_one_finds(tmp_path: Path) -> None:
    file = panel_file(tmp_path, counts())
    asked = verbs.BacktestRequest(panel=file, windows="2015-2017", models=("conflictology12", "hurdle"), region="sahel")
    one, two = (verbs.backtest(Settings(draws=50), replace(asked, jobs=jobs), lambda text: None) for jobs in (1, 2))
    assert one.lines() == two.lines()
    with pytest.raises(UsageError, match="give 1 or more"):
        verbs.backtest(Settings(), replace(asked, jobs=0), lambda text: None)


def test_origins_are_divided_where_the_pool_learns_anew() -> None:
    assert _stretches([10, 13, 16, 19, 22, 25]) == [(10, 13, 16, 19), (22, 25)]


def test_what_was_asked_stands_beside_what_was_found(tmp_path: Path) -> None:
    file = panel_file(tmp_path, counts())
    asked = verbs.BacktestRequest(panel=file, windows="2015-2017", models=("hurdle", "conflictology12"), region="sahel")
    made = verbs.backtest(Settings(draws=100), asked, lambda text: None)
    found = {bar.figure: bar for bar in made.bars}
    assert {bar.model for bar in made.bars} == {"hurdle"}
    assert {
        "CRPS, ratio",
        "IGN, ratio",
        "MIS, ratio",
        "CRPS in the worst window, ratio",
        "CRPS of log1p, ratio",
        "CRPS, sahel, ratio",
    } <= set(found)
    whole = next(line for line in made.lines_ if line.model == "hurdle" and line.region == "all" and line.window == "3 windows")
    assert found["CRPS, ratio"].found == whole.ratio_crps
    assert found["CRPS, ratio"].held == (whole.ratio_crps <= 0.95)
    covered = found["90 % interval covers months > 0"]
    assert covered.held == (covered.found >= 0.82)
    text = "\n".join(made.lines())
    assert "asked" in text
    assert ("not held" in text) == any(bar.held is False for bar in made.bars)
    assert any(row.get("figure") == "CRPS, ratio" for row in made.as_json())


def test_vintages_are_scored_on_first_and_final_figures_and_the_cost_of_revision_is_told(tmp_path: Path) -> None:
    deaths = counts()
    final, vintages = panel_file(tmp_path, deaths), vintages_file(tmp_path, deaths, (80, 81, 82, 96))
    first = first_figures(vintages)
    row = list(first.units).index(466)
    # a month stands as the first table that held it gave it
    assert first.deaths[row, 81] == np.floor(deaths[0, 81] / 2)
    assert first.deaths[row, 50] == deaths[0, 50]
    asked = verbs.BacktestRequest(panel=final, vintages=vintages, steps="3-5", models=("conflictology12",))
    made = verbs.backtest(Settings(draws=12), asked, lambda text: None)
    assert len(made.walk.runs) == 3
    text = "\n".join(made.lines())
    assert "scored on first figures" in text
    assert "cost of revision: CRPS" in text
    # the reference learned from what was published then is not the one of hindsight
    seen = made.walk.joined("conflictology12")[0].values["crps"].mean()
    known = verbs.backtest(Settings(draws=12), replace(asked, vintages=None, first="2016-08", last="2016-10", every=1), lambda text: None)
    assert seen != known.walk.joined("conflictology12")[0].values["crps"].mean()


def test_a_vintage_published_after_the_origin_is_never_read(tmp_path: Path) -> None:
    """The last table of all holds a shock in every month; no forecast from an earlier origin moves."""
    deaths = counts()
    final, calm = panel_file(tmp_path, deaths), vintages_file(tmp_path, deaths, (80, 81, 96))
    asked = verbs.BacktestRequest(panel=final, vintages=calm, steps="3-5", models=("hurdle", "conflictology12"))
    means = [verbs.backtest(Settings(draws=40), asked, lambda text: None).walk.joined("hurdle")[0].mean]
    table = pq.read_table(calm).to_pandas()
    late = table.vintage == table.vintage.max()
    table.loc[late, "best_total"] = 10**6
    pq.write_table(pa.Table.from_pandas(table), calm)
    means.append(verbs.backtest(Settings(draws=40), asked, lambda text: None).walk.joined("hurdle")[0].mean)
    assert (means[0] == means[1]).all()


def test_borders_are_given_only_where_every_number_is_a_country() -> None:
    near = bordering(np.array(CODES), "country")
    assert near is not None
    assert 562 in near[466]
    assert bordering(np.array([466, 9999]), "country") is None
    assert bordering(np.array([149426]), "cell") is None
    views = bordering(np.array([50, 78]), "country", ids="views")
    assert views is not None
