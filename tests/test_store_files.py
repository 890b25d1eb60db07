"""Panel and forecast files: round trips, foreign layouts, refusals that name the file, and writing whole or not at all."""

from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from marsad.base.errors import ForecastError, PanelError, StoreError
from marsad.base.frames import Forecast, Panel
from marsad.base.months import month_of
from marsad.store import atomic_path, read_forecast, read_forecast_units, read_panel, sample_panel, write_forecast, write_panel


def panel(level="country"):
    deaths = np.array([[0.0, 3.0, 0.0], [7.0, 0.0, 0.0]])
    observed = np.array([[True, True, True], [True, False, False]])
    return Panel(np.array([466, 854]), np.arange(500, 503), deaths, observed, level, "deaths", "ucdp-ged 24.1")


def forecast(units=3, steps=2, draws=5, seed=1):
    values = np.random.default_rng(seed).integers(0, 90, (units, steps, draws))
    return Forecast(np.arange(10, 10 + units), np.arange(3, 3 + steps), values, 500, "conflictology12", "cell", "made")


def written(path: Path, **columns) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_a_panel_comes_back_with_its_mask_level_and_vintage(tmp_path):
    write_panel(tmp_path / "p.parquet", panel("cell"))
    back = read_panel(tmp_path / "p.parquet")
    assert back.to_table() == panel().to_table()
    assert (back.level, back.outcome, back.vintage) == ("cell", "deaths", "ucdp-ged 24.1")
    assert not back.observed[1, 1]
    assert pq.read_schema(tmp_path / "p.parquet").names == ["unit_id", "month_id", "outcome"]


@pytest.mark.parametrize(
    ("unit", "outcome", "level", "ids"),
    [("country_id", "ged_sb", "country", [4, 5]), ("priogrid_gid", "best", "cell", [62356, 62357]),
     ("unit_id", "outcome", "cell", [62356, 999]),     ("unit_id", "outcome", "country", [4, 999])],
)  # fmt: skip
def test_foreign_columns_are_read_and_tell_the_level(tmp_path, unit, outcome, level, ids):
    back = read_panel(written(tmp_path / "p.parquet", **{unit: ids, "month_id": [457, 457], outcome: [0, 8], "year": [2018, 2018]}))
    assert back.level == level
    assert back.deaths.sum() == 8


def test_a_file_of_cells_that_names_the_country_too_is_read_by_cell_or_as_asked(tmp_path):
    path = written(tmp_path / "p.parquet", priogrid_gid=[62356], country_id=[4], month_id=[457], outcome=[1])
    assert read_panel(path).units.tolist() == [62356]
    assert read_panel(path, level="country").units.tolist() == [4]


GOOD = {"unit_id": [1, 2], "month_id": [457, 457], "outcome": [0.0, 3.0]}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"outcome": None}, "no column outcome or ged_sb or best"),
        ({"unit_id": None}, "no column unit_id or country_id or priogrid_gid"),
        ({"month_id": None}, "no column month_id"),
        ({"outcome": [0.0, float("nan")]}, "1 values that are empty"),
        ({"outcome": [None, 3.0]}, "1 values that are empty"),
        ({"outcome": [0.0, -3.0]}, "unit 2, 2018-01 holds -3.0"),
        ({"outcome": [0.0, 1.5]}, "whole numbers"),
        ({"outcome": ["0", "many"]}, "does not hold numbers"),
        ({"unit_id": [1, 1]}, "unit 1, 2018-01 stands twice"),
        ({"month_id": [457, 457.5]}, "457.5, which is not a whole number"),
        ({"month_id": [457, 201801]}, "month_id counts months from January 1980"),
        ({"best": [1, 1]}, "drop the others"),
    ],
)
def test_a_panel_that_would_be_wrong_is_refused_by_name(tmp_path, change, says):
    columns = {name: values for name, values in {**GOOD, **change}.items() if values is not None}
    with pytest.raises(PanelError, match=says) as refused:
        read_panel(written(tmp_path / "odd.parquet", **columns))
    assert "odd.parquet" in str(refused.value)


def test_a_missing_half_written_or_foreign_file_is_refused_by_name(tmp_path):
    whole = tmp_path / "whole.parquet"
    write_panel(whole, panel())
    half = tmp_path / "half.parquet"
    half.write_bytes(whole.read_bytes()[:-40])
    text = tmp_path / "text.parquet"
    text.write_text("unit_id,month_id,outcome\n", encoding="utf-8")
    for path in (half, text, tmp_path / "none.parquet"):
        with pytest.raises(StoreError, match=path.name):
            read_panel(path)


def test_a_panel_without_observations_is_not_written(tmp_path):
    nothing = Panel(np.array([1]), np.arange(3), np.zeros((1, 3)), np.zeros((1, 3), dtype=bool))
    with pytest.raises(PanelError, match="nothing"):
        write_panel(tmp_path / "p.parquet", nothing)
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "p.parquet"
    write_panel(target, panel())
    before = target.read_bytes()

    def fails_half_way() -> None:
        with atomic_path(target) as hidden:
            hidden.write_bytes(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_half_way()
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_made_is_a_store_error(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        write_panel(tmp_path / "file" / "p.parquet", panel())


@settings(max_examples=20)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(1, 6), st.integers(0, 99))
def test_a_forecast_comes_back_as_it_was_in_any_order_of_rows(tmp_path_factory, units, steps, draws, seed):
    given_forecast = forecast(units, steps, draws, seed)
    folder = tmp_path_factory.mktemp("forecast")
    write_forecast(folder / "f.parquet", given_forecast)
    table = pq.read_table(folder / "f.parquet")
    mixed = table.take(np.random.default_rng(seed).permutation(table.num_rows))
    pq.write_table(mixed, folder / "mixed.parquet")
    for name in ("f.parquet", "mixed.parquet"):
        back = read_forecast(folder / name)
        assert np.array_equal(back.draws, given_forecast.draws)
        assert back.draws.dtype == np.int32
        assert (back.model, back.origin, back.level, back.vintage) == ("conflictology12", 500, "cell", "made")
        assert back.steps.tolist() == given_forecast.steps.tolist()
    one_by_one = list(read_forecast_units(folder / "f.parquet"))
    assert np.array_equal(np.concatenate([part.draws for part in one_by_one]), given_forecast.draws)


def test_draws_are_rounded_to_whole_deaths_on_the_way_out(tmp_path):
    given_forecast = Forecast(np.array([1]), np.array([1]), np.array([[[0.4, 2.6]]]), 500, "m")
    write_forecast(tmp_path / "f.parquet", given_forecast)
    assert read_forecast(tmp_path / "f.parquet").draws.tolist() == [[[0, 3]]]


def foreign(**change):
    columns = {"country_id": [1, 1, 2, 2], "month_id": [457] * 4, "draw": [0, 1, 0, 1], "outcome": [0, 4, 9, 2], **change}
    return {name: values for name, values in columns.items() if values is not None}


def test_a_forecast_in_the_challenge_layout_is_read_with_the_origin_named(tmp_path):
    path = written(tmp_path / "f.parquet", **foreign())
    back = read_forecast(path, origin=month_of(2017, 10))
    assert back.steps.tolist() == [3]
    assert back.draws.tolist() == [[[0, 4]], [[9, 2]]]
    assert (back.level, back.model) == ("country", "f")
    with pytest.raises(ForecastError, match="does not say its origin"):
        read_forecast(path)
    with pytest.raises(ForecastError, match="is not after the origin"):
        read_forecast(path, origin=457)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"draw": [0, 1, 0, 2]}, "4 rows for 2 units x 1 months x 3 draws"),
        ({"draw": [0, 1, 0, 0]}, "has no draw 1"),
        ({"draw": None}, "no column draw"),
        ({"outcome": [0, 4, -9, 2]}, "hold -9 to 4"),
        ({"outcome": [0, 4, 9, 2.5]}, "2.5, which is not a whole number"),
        ({"outcome": [0, 4, 9, None]}, "empty"),
        ({"outcome": [0, 4, 9, 2**40]}, "whole numbers from 0"),
    ],
)
def test_a_ragged_or_impossible_forecast_is_refused_by_name(tmp_path, change, says):
    path = written(tmp_path / "odd.parquet", **foreign(**change))
    for read in (read_forecast, lambda *given_args: list(read_forecast_units(*given_args))):
        with pytest.raises(ForecastError, match=r"odd\.parquet") as refused:
            read(path, 454)
        if read is read_forecast:
            assert says.replace("hold -9 to 4", "-9") in str(refused.value)


def test_an_origin_that_the_file_contradicts_is_refused(tmp_path):
    write_forecast(tmp_path / "f.parquet", forecast())
    with pytest.raises(ForecastError, match="leave the origin out"):
        read_forecast(tmp_path / "f.parquet", origin=499)


def test_a_large_forecast_is_small_on_disk(tmp_path):
    draws = np.random.default_rng(3).negative_binomial(0.3, 0.05, (40, 12, 1000))
    write_forecast(tmp_path / "f.parquet", Forecast(np.arange(40), np.arange(1, 13), draws, 500, "m"))
    # 480,000 draws at less than two bytes each
    assert (tmp_path / "f.parquet").stat().st_size < 480_000 * 2


@pytest.mark.parametrize(
    ("name", "level", "units"), [("country_month", "country", 33), ("cell_month_bfa", "cell", 107), ("cell_month_sdn", "cell", 641)]
)
def test_the_figures_that_come_with_the_package_are_read(name, level, units):
    found = sample_panel(name)
    assert (found.level, len(found.units)) == (level, units)
    assert found.observed.all()


def test_the_sample_figures_carry_their_citation_and_are_small():
    folder = Path(__file__).resolve().parents[1] / "src" / "marsad" / "sample" / "figures"
    for path in folder.glob("*.parquet"):
        assert b"Sundberg" in pq.read_schema(path).metadata[b"marsad.citation"]
    assert sum(path.stat().st_size for path in folder.iterdir()) < 300_000


def test_a_sample_that_is_not_in_the_package_is_refused():
    with pytest.raises(StoreError, match="cell_month_xxx"):
        sample_panel("cell_month_xxx")


@pytest.mark.shared
def test_the_challenge_files_are_read(shared):
    long = read_panel(shared / "challenge" / "country_month_state_based_to_2021.parquet")
    assert (len(long.units), long.outcome) == (191, "ged_sb")
    for year in (2018, 2019, 2020, 2021):
        actual = read_panel(shared / "challenge" / "actuals" / f"cm_actuals_{year}.parquet")
        assert actual.months.tolist() == list(range(month_of(year, 1), month_of(year, 12) + 1))
        assert (len(actual.units), bool(actual.observed.all())) == (191, True)
