"""The backtest shows a model nothing after the origin, keeps vintages apart, and reports windows as they are."""

import numpy as np
import pytest

from marsad.base.errors import ScoreError
from marsad.base.frames import Forecast, Panel
from marsad.verification import backtest


def panel_of(table: list[list[float]], first: int = 100, vintage: str = "made up") -> Panel:
    deaths = np.array(table, dtype=float)
    seen = np.isfinite(deaths)
    return Panel(np.arange(1, len(deaths) + 1), np.arange(first, first + deaths.shape[1]), np.where(seen, deaths, 0), seen, vintage=vintage)


def last_value(panel: Panel, origin: int, steps) -> Forecast:
    assert int(panel.months[-1]) == origin
    draws = np.repeat(panel.deaths[:, -1], len(steps)).reshape(len(panel.units), len(steps), 1)
    return Forecast(panel.units, np.array(steps), draws, origin, "last value")


def test_a_model_is_shown_nothing_after_the_origin_and_each_window_stands_alone():
    table = [[5.0] * 24 + [7.0] * 6, [0.0] * 30]
    found = backtest({"last value": last_value}, panel_of(table), origins=[123, 126], steps=[1, 2])
    lines = found.lines({"first": [1]})
    assert [line.window for line in lines if line.region == "all"] == ["1990-04 to 1990-05", "1990-07 to 1990-08", "2 windows"]
    # at the first origin the model says 5 where 7 comes; conflictology12 says the same
    assert lines[0].crps == 1.0
    assert lines[0].ratio_crps == 1.0
    assert lines[1].crps == 0.0
    assert lines[3].crps == 2.0
    assert lines[3].n == 2


def test_vintages_are_trained_on_and_later_figures_scored_on():
    early, final = panel_of([[1.0] * 24]), panel_of([[1.0] * 12 + [9.0] * 18], vintage="final")
    found = backtest({"last value": last_value}, lambda origin: early, origins=[123], steps=[1], observed=final)
    assert found.lines()[0].crps == 8.0
    assert found.vintage == "final"
    with pytest.raises(ScoreError, match="needs the figures to score on"):
        backtest({"last value": last_value}, lambda origin: early, origins=[123], steps=[1])


def test_a_unit_not_yet_alive_is_set_aside_and_counted():
    table = [[1.0] * 30, [np.nan] * 26 + [4.0] * 4]
    found = backtest({"last value": last_value}, panel_of(table), origins=[120], steps=[1, 2])
    assert found.lines()[0].n == 2
    assert "1 units without a month" in found.notes[0]


def test_onset_is_judged_only_where_the_year_before_was_quiet():
    table = [[0.0] * 24 + [30.0] * 6, [40.0] * 30]
    found = backtest({"last value": last_value}, panel_of(table), origins=[123], steps=[1, 2])
    ours, theirs = found.onsets("last value")[1]
    assert (ours.threshold, ours.n, ours.events) == (25, 2, 2)
    assert theirs.n == 2


def test_an_origin_outside_the_panel_is_refused():
    with pytest.raises(ScoreError, match="outside the panel"):
        backtest({"last value": last_value}, panel_of([[1.0] * 24]), origins=[200], steps=[1])
    with pytest.raises(ScoreError, match="at least one"):
        backtest({}, panel_of([[1.0] * 24]), origins=[110], steps=[1])


def test_all_metrics_over_all_origins():
    table = [[5.0] * 24 + [7.0] * 6, [0.0] * 30]
    found = backtest({"last value": last_value}, panel_of(table), origins=[123, 126], steps=[1, 2])
    assert found.scores("last value").of("crps").n == 8
    assert [row.slice for row in found.scores("last value", by="step").rows if row.metric == "crps"] == ["1", "2"]
