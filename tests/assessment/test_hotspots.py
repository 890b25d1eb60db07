"""Cells that are new, growing or fading, and how few carry half of the deaths."""

import numpy as np

from marsad.assessment import concentration, hotspots
from marsad.base.frames import Panel


def cells(*rows: list[int]) -> Panel:
    deaths = np.array(rows, dtype=np.float64)
    units = np.arange(150_000, 150_000 + len(rows))
    return Panel(units, np.arange(500, 500 + deaths.shape[1]), deaths, np.ones(deaths.shape, dtype=bool), "cell")


def test_a_cell_quiet_for_two_years_and_violent_twice_is_new() -> None:
    (found,) = hotspots(cells([0] * 34 + [2, 3]))
    assert (found.trend, found.deaths12, found.active12, found.active_before) == ("new", 5, 2, 0)


def test_more_months_with_deaths_than_chance_allows_is_growing_and_the_reverse_fading() -> None:
    growing, fading = [0] * 22 + [1, 1] + [1] * 12, [1] * 22 + [0] * 14
    found = {spot.cell: spot.trend for spot in hotspots(cells(growing, fading))}
    assert found == {150_000: "growing", 150_001: "fading"}


def test_one_massacre_in_a_steady_cell_is_no_trend() -> None:
    assert hotspots(cells([1, 0, 0] * 11 + [900, 0, 0])) == ()


def test_a_cell_with_a_month_not_observed_is_left_out() -> None:
    panel = cells([0] * 34 + [2, 3])
    seen = panel.observed.copy()
    seen[0, 3] = False
    assert hotspots(Panel(panel.units, panel.months, panel.deaths, seen, "cell")) == ()


def test_half_of_the_deaths_is_counted_from_the_worst_cell_down() -> None:
    panel = cells([0] * 11 + [60], [0] * 11 + [30], [0] * 11 + [10], [0] * 12)
    found = concentration(panel)
    assert found
    assert (found.deaths, found.active, found.half, found.top, found.top_share) == (100, 3, 1, 3, 1.0)
    many = concentration(cells(*([0] * 11 + [deaths] for deaths in (50, 20, 10, 5, 5, 5, 5))))
    assert many is not None
    assert (many.top, many.top_share) == (5, 0.9)
    assert concentration(cells([0] * 12)) is None
