"""Frames: a panel keeps the total and its mask, a forecast its shape; what would give a wrong number is refused at birth."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import ForecastError, PanelError, RecordError
from marsad.base.frames import EVENT_SCHEMA, EventImport, Forecast, Panel, Score, Scores
from marsad.base.records import Reject

ROWS = st.dictionaries(
    st.tuples(st.integers(1, 900), st.integers(100, 160)),
    st.integers(0, 5000),
    min_size=1,
    max_size=40,
)


def _panel(rows: dict[tuple[int, int], int]) -> Panel:
    units, months = (np.array([key[axis] for key in rows]) for axis in (0, 1))
    return Panel.from_rows(units, months, np.array(list(rows.values()), dtype=float))


def _long(panel: Panel) -> dict[tuple[int, int], int]:
    table = panel.to_table().to_pydict()
    return dict(zip(zip(table["unit_id"], table["month_id"], strict=True), table["outcome"], strict=True))


@given(ROWS)
def test_a_panel_holds_its_rows_and_no_others(rows: dict[tuple[int, int], int]) -> None:
    panel = _panel(rows)
    assert _long(panel) == rows
    assert panel.deaths.sum() == sum(rows.values())
    assert panel.observed.sum() == len(rows)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: dict[tuple[int, int], int], shuffler: object) -> None:
    keys = list(rows)
    shuffler.shuffle(keys)  # type: ignore[attr-defined]
    assert _long(_panel({key: rows[key] for key in keys})) == rows


@given(ROWS, st.integers(90, 170))
def test_a_panel_until_an_origin_and_the_rest_keep_the_total(rows: dict[tuple[int, int], int], origin: int) -> None:
    seen = _panel(rows).until(origin)
    assert (seen.months <= origin).all()
    assert _long(seen) == {key: value for key, value in rows.items() if key[1] <= origin}


@given(ROWS, st.sets(st.integers(1, 900)))
def test_a_panel_of_some_units_holds_their_rows(rows: dict[tuple[int, int], int], units: set[int]) -> None:
    assert _long(_panel(rows).only(units)) == {key: value for key, value in rows.items() if key[0] in units}


def test_a_month_without_a_row_is_masked_and_not_a_zero() -> None:
    panel = _panel({(466, 500): 0, (466, 502): 7})
    assert panel.observed.tolist() == [[True, False, True]]
    assert panel.to_table().num_rows == 2


@pytest.mark.parametrize(
    ("units", "months", "deaths", "said"),
    [
        ([], [], [], "no rows"),
        ([1, 1], [5, 5], [1, 2], "stands twice"),
        ([1], [5], [-1], "whole numbers from 0"),
        ([1], [5], [0.5], "whole numbers from 0"),
        ([1], [5], [np.nan], "whole numbers from 0"),
        ([1], [5], [np.inf], "whole numbers from 0"),
        ([1, 1], [5, 20260101], [1, 1], "counts months from January 1980"),
    ],
)
def test_rows_that_would_count_wrong_are_refused(units: list[int], months: list[int], deaths: list[float], said: str) -> None:
    with pytest.raises(PanelError, match=said):
        Panel.from_rows(np.array(units), np.array(months), np.array(deaths, dtype=float))


def test_months_with_a_gap_and_units_that_stand_twice_are_refused() -> None:
    zeros, seen = np.zeros((1, 2)), np.ones((1, 2), dtype=bool)
    with pytest.raises(PanelError, match="not consecutive"):
        Panel(np.array([1]), np.array([5, 7]), zeros, seen)
    with pytest.raises(PanelError, match="twice"):
        Panel(np.array([1, 1]), np.array([5, 6]), np.zeros((2, 2)), np.ones((2, 2), dtype=bool))
    with pytest.raises(PanelError, match="must have shape"):
        Panel(np.array([1]), np.array([5, 6, 7]), zeros, seen)


@given(st.integers(1, 4), st.integers(1, 5), st.integers(1, 6), st.integers(1, 600))
def test_a_forecast_in_long_form_keeps_every_draw_in_its_place(n: int, k: int, m: int, origin: int) -> None:
    draws = np.arange(n * k * m).reshape(n, k, m)
    forecast = Forecast(np.arange(1, n + 1), np.arange(1, k + 1), draws, origin, "zero")
    table = forecast.to_table().to_pydict()
    assert len(table["outcome"]) == n * k * m
    for unit, month, draw, outcome in zip(*(table[name] for name in ("unit_id", "month_id", "draw", "outcome")), strict=True):
        assert draws[unit - 1, month - origin - 1, draw] == outcome


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0])
def test_a_draw_that_is_no_count_is_refused(bad: float) -> None:
    with pytest.raises(ForecastError, match="negative or not finite"):
        Forecast(np.array([1]), np.array([1]), np.array([[[0.0, bad]]]), 500, "x")


@pytest.mark.parametrize("shape", [(1, 1, 0), (1, 2, 3), (2, 1, 3), (1, 1)])
def test_draws_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ForecastError, match="must have shape"):
        Forecast(np.array([1]), np.array([1]), np.zeros(shape), 500, "x")


def test_skill_is_above_zero_where_the_score_beats_its_reference() -> None:
    assert Score("crps", 3.0, 10, "pool", reference=4.0).skill == 0.25
    assert Score("crps", 5.0, 10, "pool", reference=4.0).skill == -0.25
    assert Score("crps", 5.0, 10, "pool").skill is None
    assert Score("crps", 0.0, 10, "pool", reference=0.0).skill is None


def test_scores_are_found_by_metric_and_slice() -> None:
    row = Score("mis", 1.0, 2, "pool", by="step", slice="3")
    assert Scores((row,)).of("mis", "step", "3") == row
    assert Scores((row,)).of("mis") is None


def test_an_import_that_loses_a_row_is_refused() -> None:
    empty = EVENT_SCHEMA.empty_table()
    one = (Reject("a.csv", "row 1", "no date"),)
    given_ = {"source": "ucdp-ged", "release": "24.1", "path": "a.csv", "sha256": "0", "coverage": ()}
    assert EventImport(**given_, rows_read=2, events=empty, rejects=one, ignored=one).rows_read == 2
    with pytest.raises(RecordError, match="3 rows read but 2 accounted for"):
        EventImport(**given_, rows_read=3, events=empty, rejects=one, ignored=one)
    with pytest.raises(RecordError, match="columns"):
        EventImport(**given_, rows_read=0, events=pa.table({"id": pa.array([], pa.string())}), rejects=(), ignored=())
