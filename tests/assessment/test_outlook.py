"""What to expect over months together: sums of draws that hang together, intervals, chances."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.assessment import assess, joint, outlook
from marsad.base.errors import AssessmentError
from marsad.base.findings import YARDSTICK, likelihood
from marsad.base.frames import Forecast, Panel
from marsad.base.months import month_of
from marsad.base.places import country_by_name, region


def world(units: int = 3, months: int = 72, seed: int = 1) -> tuple[Panel, Forecast]:
    rng = np.random.default_rng(seed)
    deaths = rng.poisson(rng.gamma(0.5, 20, (units, months))).astype(float)
    panel = Panel(np.arange(1, units + 1), np.arange(401, 401 + months), deaths, np.ones(deaths.shape, dtype=bool))
    return panel, last_twelve(panel, 400 + months)


def last_twelve(panel: Panel, origin: int, draws: int = 240) -> Forecast:
    last = panel.until(origin).deaths[:, -12:]
    tiled = np.tile(np.repeat(last[:, None, :], 12, axis=1), (1, 1, draws // 12))
    return Forecast(panel.units, np.arange(1, 13), tiled, origin, "conflictology12", panel.level)


@given(st.integers(0, 1000))
def test_putting_draws_in_order_never_changes_their_values(seed: int) -> None:
    panel, forecast = world()
    found = joint(forecast, panel, seed=seed)
    assert np.array_equal(np.sort(found, axis=2), np.sort(forecast.draws, axis=2))


def test_months_that_moved_together_in_the_past_widen_the_sum() -> None:
    rng = np.random.default_rng(5)
    level = np.repeat(rng.choice([1.0, 60.0], 10), 12)  # a year is quiet or violent as a whole
    moving = rng.poisson(level).astype(float)[None, :]
    mixed = rng.permutation(moving[0])[None, :]
    widths = []
    for deaths in (moving, mixed):
        panel = Panel(np.array([1]), np.arange(401, 521), deaths, np.ones(deaths.shape, dtype=bool))
        draws = np.tile(rng.choice(moving[0], 480), (1, 12, 1))
        forecast = Forecast(panel.units, np.arange(1, 13), draws, 520, "test")
        (found,) = outlook(forecast, 1, draws=joint(forecast, panel), horizons=(12,))
        widths.append(found.ninety[1] - found.ninety[0])
    assert widths[0] > 1.4 * widths[1]


def test_a_horizon_counts_all_its_months_together() -> None:
    draws = np.ones((1, 12, 50))
    forecast = Forecast(np.array([9]), np.arange(1, 13), draws, 500, "test")
    rows = outlook(forecast, 9, draws=draws)
    assert [(row.horizon, row.mean, row.ninety) for row in rows] == [(h, h, (h, h)) for h in (1, 3, 6, 12)]
    assert rows[-1].chance == (1.0, 0.0, 0.0)


def test_a_horizon_that_the_steps_do_not_fill_is_left_out() -> None:
    draws = np.ones((1, 6, 50))
    forecast = Forecast(np.array([9]), np.arange(1, 7), draws, 500, "test")
    assert [row.horizon for row in outlook(forecast, 9, draws=draws)] == [1, 3, 6]


def test_chances_rise_with_the_horizon_and_fall_with_the_threshold() -> None:
    panel, forecast = world()
    found = assess(panel, forecast)
    for unit in (None, *forecast.units):
        rows = [found.outlook(unit if unit is None else int(unit), h) for h in (1, 3, 6, 12)]
        for row, after in pairwise(rows):
            assert row
            assert after
            assert all(a <= b for a, b in zip(row.chance, after.chance, strict=True))
        assert all(row and row.chance[0] >= row.chance[1] >= row.chance[2] for row in rows)


def test_an_assessment_sees_no_month_past_the_origin() -> None:
    panel, forecast = world()
    longer = Panel(panel.units, np.append(panel.months, 473), np.hstack([panel.deaths, [[9e6]] * 3]), np.ones((3, 73), dtype=bool))
    assert assess(panel, forecast) == assess(longer, forecast)


def test_units_without_counts_are_missing_and_have_no_situation() -> None:
    panel, forecast = world()
    found = assess(panel, forecast, units=(1, 2, 3, 77))
    assert found.missing == (77,)
    assert found.situation(77) is None


def test_a_short_history_is_said_and_does_not_stop_the_outlook() -> None:
    panel, forecast = world(months=30)
    found = assess(panel, forecast)
    assert "short-history" in found.notes
    assert found.outlook(None, 12) is not None


def test_a_forecast_of_other_units_is_an_error() -> None:
    panel, _ = world()
    other = Forecast(np.array([99]), np.array([1]), np.ones((1, 1, 5)), 472, "test")
    with pytest.raises(AssessmentError, match="99"):
        joint(other, panel)


def test_words_of_likelihood_are_those_of_the_published_yardstick() -> None:
    # ICD 203 (2015): 1-5, 5-20, 20-45, 45-55, 55-80, 80-95, 95-99 percent
    golden = {
        0.01: "almost-none",
        0.1: "very-unlikely",
        0.3: "unlikely",
        0.5: "even",
        0.7: "likely",
        0.9: "very-likely",
        0.97: "almost-certain",
    }
    assert {p: likelihood(p) for p in golden} == golden
    assert [(s.low, s.high) for s in YARDSTICK][1:-1] == [(0.05, 0.2), (0.2, 0.45), (0.45, 0.55), (0.55, 0.8), (0.8, 0.95)]


@given(st.floats(0, 1))
def test_word_and_printed_percent_never_disagree(p: float) -> None:
    printed = int(p * 100 + 0.5) / 100
    assert likelihood(p) == likelihood(printed)


@pytest.mark.shared
def test_draws_in_the_order_of_the_past_score_better_over_twelve_months_than_unconnected_or_tied_ones(shared: Path) -> None:
    """Sums over twelve months from thirteen origins: mean CRPS of log(1 + deaths), so that no one war decides; lower is better."""
    table = pq.read_table(shared / "panels/country_month_all_types/cm_total_best.parquet").to_pydict()
    wanted = {c.numeric: name for name in set(table["country"]) if (c := country_by_name(name)) and c.iso3 in _ring()}
    names = {name: numeric for numeric, name in wanted.items()}
    rows = [
        (names[country], month_of(end.year, end.month), deaths)
        for country, end, deaths in zip(table["country"], table["month_end"], table["best_total"], strict=True)
        if country in names and end.year >= 2010
    ]
    panel = Panel.from_rows(*(np.array(column) for column in zip(*rows, strict=True)))
    scores: dict[str, list[float]] = {"past": [], "tied": [], "unconnected": []}
    for origin in range(437, 546, 9):
        forecast = last_twelve(panel, origin)
        came = panel.deaths[:, (panel.months > origin) & (panel.months <= origin + 12)].sum(axis=1)
        orders = {
            "past": joint(forecast, panel),
            "tied": forecast.draws,
            "unconnected": np.random.default_rng(0).permuted(forecast.draws, axis=2),
        }
        for name, draws in orders.items():
            sums = np.log1p(np.asarray(draws).sum(axis=1))
            spread = np.abs(sums[:, :, None] - sums[:, None, :]).mean(axis=(1, 2)) / 2
            scores[name].append(float((np.abs(sums - np.log1p(came)[:, None]).mean(axis=1) - spread).mean()))
    means = {name: float(np.mean(values)) for name, values in scores.items()}
    assert means["past"] < means["unconnected"] < means["tied"]


def _ring() -> frozenset[str]:
    return frozenset(region("sahel-sahara-neighbours").countries)
