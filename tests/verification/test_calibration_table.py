"""Calibration as rows: a forecast drawn from the truth is flat, one that is sure and wrong is not."""

import numpy as np

from marsad.base.frames import Forecast, Panel
from marsad.verification import calibration_rows


def made(rate: float, draws_rate: float) -> tuple[Forecast, Panel]:
    rng = np.random.default_rng(3)
    units, months = np.arange(1, 41), np.arange(500, 512)
    counts = rng.poisson(rate, (40, 12)).astype(float)
    panel = Panel(units, months, counts, np.ones(counts.shape, dtype=bool))
    return Forecast(units, np.arange(1, 13), rng.poisson(draws_rate, (40, 12, 400)), 499, "made", "country"), panel


def test_heights_of_a_forecast_that_knows_the_truth_are_flat() -> None:
    forecast, panel = made(30, 30)
    heights = [row.value for row in calibration_rows([forecast], panel) if row.metric == "pit"]
    assert np.mean(heights) == 1.0 or abs(np.mean(heights) - 1) < 1e-9
    assert max(heights) < 1.5
    assert min(heights) > 0.5


def test_a_forecast_far_too_low_puts_all_weight_at_the_top() -> None:
    forecast, panel = made(30, 2)
    heights = [row.value for row in calibration_rows([forecast], panel) if row.metric == "pit"]
    assert heights[-1] > 9.9


def test_reliability_of_a_sure_forecast_says_how_often_it_came() -> None:
    forecast, panel = made(30, 30)
    rows = [row for row in calibration_rows([forecast], panel) if row.metric == "reliability_25"]
    assert sum(row.n for row in rows) == 480
    values = [row.value for row in rows]
    assert values == sorted(values)
    assert abs(sum(row.value * row.n for row in rows) / 480 - (panel.deaths >= 25).mean()) < 1e-9
