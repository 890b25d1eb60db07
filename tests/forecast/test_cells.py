"""Forecasts of maps of cells: thinned cases keep their weight, quiet cells share one answer, files in parts are files in whole."""

from pathlib import Path

import numpy as np
import pytest

from marsad import store
from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast, Panel
from marsad.base.places import cell_of
from marsad.forecast import forecast
from marsad.forecast.history import cut
from marsad.forecast.training import CASES_MOST, training


def field(rows: int, columns: int, months: int, share: float) -> Panel:
    """A field of neighbouring cells of which `share` see deaths in bursts."""
    gids = np.sort(np.array([cell_of(0.25 + 0.5 * c, 10.25 + 0.5 * r) for r in range(rows) for c in range(columns)], dtype=np.int64))
    rng = np.random.default_rng(0)
    deaths = np.zeros((len(gids), months))
    for row in np.flatnonzero(rng.random(len(gids)) < share):
        at = int(rng.integers(0, months - 24))
        deaths[row, at : at + 24] = rng.poisson(4, 24)
    return Panel(gids, np.arange(300, 300 + months), deaths, np.ones(deaths.shape, dtype=bool), level="cell")


def test_a_map_with_too_many_cases_keeps_about_sixty_thousand_that_weigh_as_much_as_all():
    panel = field(40, 40, 200, 0.9)
    cases = training(cut(panel, 499), 12)
    possible = 1600 * (200 - 12 - 24)
    assert 0.8 * CASES_MOST < len(cases.paths) < 1.1 * CASES_MOST < possible
    assert cases.weights.sum() == pytest.approx(possible, rel=0.03)
    # what is learned from is not skewed: violent months weigh what they weighed
    assert (cases.weights @ (cases.paths[:, 0] > 0)) / cases.weights.sum() == pytest.approx((panel.deaths[:, 25:189] > 0).mean(), rel=0.1)


def test_cells_with_the_same_past_get_the_same_distribution_and_every_cell_an_answer():
    panel = field(12, 12, 120, 0.08)
    made = forecast(panel, origin=419, steps=[1, 6, 36], draws=64)
    assert made.units.tolist() == panel.units.tolist()
    assert np.isfinite(made.draws).all()
    # far from any death: no neighbour saw one either
    near = cut(panel, 419).near
    assert near is not None
    alone = np.flatnonzero(~panel.deaths.any(axis=1) & ~np.vstack([panel.deaths, np.zeros(120)])[near].any(axis=(1, 2)))
    assert len(alone) > 1
    ordered = np.sort(made.draws[alone], axis=2)
    assert (ordered == ordered[0]).all()


def test_a_file_written_in_parts_is_the_file_written_whole(tmp_path: Path):
    draws = np.random.default_rng(1).poisson(2, (6, 3, 10)).astype(np.int32)
    whole = Forecast(np.arange(1, 7), np.array([1, 2, 3]), draws, 400, "pool", "cell")
    store.write_forecast(tmp_path / "whole.parquet", whole)
    parts = (Forecast(whole.units[k : k + 2], whole.steps, draws[k : k + 2], 400, "pool", "cell") for k in (0, 2, 4))
    assert store.write_forecast_blocks(tmp_path / "parts.parquet", parts) == 6
    one, other = (store.read_forecast(tmp_path / f"{name}.parquet") for name in ("whole", "parts"))
    assert np.array_equal(one.draws, other.draws)
    assert (one.origin, one.level, one.model) == (other.origin, other.level, other.model)
    uneven = (Forecast(np.array([k]), np.array([1]), draws[:1, :1, :k], 400, "pool") for k in (2, 3))
    with pytest.raises(ForecastError, match="same origin, steps and draws"):
        store.write_forecast_blocks(tmp_path / "uneven.parquet", uneven)
    with pytest.raises(ForecastError, match="no unit"):
        store.write_forecast_blocks(tmp_path / "none.parquet", [])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["parts.parquet", "whole.parquet"]
