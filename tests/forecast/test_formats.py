"""Forecasts written as hubverse model output or challenge rows come back as they were; broken ones are refused, each with its reason."""

import datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast
from marsad.forecast import formats


def made() -> Forecast:
    draws = np.random.default_rng(0).poisson(8, (3, 2, 40))
    return Forecast(np.array([12, 466, 854]), np.array([1, 6]), draws, 557, "pool")


@given(st.lists(st.integers(0, 10**6), min_size=12, max_size=12))
def test_samples_come_back_as_they_were(values):
    given_draws = np.array(values).reshape(2, 2, 3)
    one = Forecast(np.array([12, 466]), np.array([1, 6]), given_draws, 557, "pool")
    back = formats.from_hubverse(formats.to_hubverse(one, types=["sample"]), model="pool")
    assert np.array_equal(back.draws, given_draws)
    assert (back.origin, back.units.tolist(), back.steps.tolist()) == (557, [12, 466], [1, 6])


@given(st.lists(st.integers(0, 2000), min_size=12, max_size=12))
def test_whatever_is_written_passes_the_checks(values):
    one = Forecast(np.array([12, 466]), np.array([1, 6]), np.array(values).reshape(2, 2, 3), 557, "pool")
    formats.check_hubverse(formats.to_hubverse(one, types=formats.OUTPUT_TYPES))


def test_quantiles_and_probabilities_pass_the_checks_and_say_what_the_draws_say():
    table = formats.to_hubverse(made())
    formats.check_hubverse(table)
    assert table.num_rows == 3 * 2 * (23 + 11)
    assert str(table["origin_date"][0]) == "2026-05-31"
    one = table.filter(pc.and_(pc.equal(table["output_type_id"], "6-10"), pc.equal(table["location"], "466")))
    assert one["value"][0].as_py() == pytest.approx(((made().draws[1, 0] >= 6) & (made().draws[1, 0] <= 10)).mean())


def test_challenge_rows_come_back_in_any_order():
    table = made().to_table()
    order = np.random.default_rng(1).permutation(table.num_rows)
    columns = [table[name].to_numpy()[order] for name in ("unit_id", "month_id", "draw", "outcome")]
    assert np.array_equal(formats.from_rows(*columns, origin=557, model="pool").draws, made().draws)
    with pytest.raises(ForecastError, match="same draws"):
        formats.from_rows(*[column[1:] for column in columns], origin=557, model="pool")
    with pytest.raises(ForecastError, match="after the origin"):
        formats.from_rows(*columns, origin=558, model="pool")


def test_columns_in_another_order_and_plainer_types_are_taken():
    table = formats.to_hubverse(made(), types=["sample"])
    plain = table.set_column(
        0, "origin_date", pa.array([datetime.date(2026, 5, 31)] * table.num_rows, pa.date32()).cast(pa.timestamp("us"))
    )
    plain = plain.set_column(3, "location", pa.array(table["location"].to_pylist()).cast(pa.int64()))
    back = formats.from_hubverse(plain.select(plain.schema.names[::-1]), model="pool", origin=557)
    assert np.array_equal(back.draws, made().draws)


def column(table, name, values):
    return table.set_column(table.schema.names.index(name), name, values)


def told(table, name, value, kind):
    """The table with one value of a column changed."""
    held = table[name].to_pylist()
    held[3] = value
    return column(table, name, pa.array(held, kind))


DAY = datetime.date(2026, 5, 31)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda t: t.drop_columns(["target"]), "columns are"),
        (lambda t: t.append_column("model", pa.array(["pool"] * t.num_rows)), "columns are"),
        (lambda t: t.slice(0, 0), "no rows"),
        (lambda t: column(t, "value", pa.array(["many"] * t.num_rows)), "value is of type string"),
        (lambda t: told(t, "value", float("nan"), pa.float64()), "missing or negative"),
        (lambda t: told(t, "value", -1.0, pa.float64()), "missing or negative"),
        (lambda t: told(t, "value", None, pa.float64()), "1 empty values"),
        (lambda t: told(t, "horizon", 0, pa.int32()), "below 1"),
        (lambda t: told(t, "origin_date", datetime.date(2026, 4, 30), pa.date32()), "one origin expected"),
        (lambda t: column(t, "origin_date", pa.array([datetime.date(2026, 5, 12)] * t.num_rows)), "not the last day"),
        (lambda t: told(t, "target", "riots", pa.string()), "riots is not known"),
        (lambda t: told(t, "output_type", "cdf", pa.string()), "cdf are not known"),
        (lambda t: pa.concat_tables([t, t.slice(0, 2)]), "2 rows of the hubverse file stand twice"),
        (lambda t: told(t, "output_type_id", "first", pa.string()), "sample numbers are not numbers"),
        (lambda t: t.slice(1), "not the same ones for every location"),
        (lambda t: t.filter(pc.not_equal(t["output_type"], "sample")), "no rows"),
        (lambda t: column(t, "location", pa.array(["Mali"] * 80 + ["Niger"] * 80 + ["Chad"] * 80)), "must be unit numbers"),
    ],
)
def test_broken_samples_are_refused(break_it, said):
    with pytest.raises(ForecastError, match=said):
        formats.from_hubverse(break_it(formats.to_hubverse(made(), types=["sample"])), model="pool")


def test_broken_quantiles_and_probabilities_are_refused():
    chances = formats.to_hubverse(made(), types=["pmf"])
    with pytest.raises(ForecastError, match="of the classes"):
        formats.check_hubverse(chances.filter(pc.not_equal(chances["output_type_id"], "6-10")))
    with pytest.raises(ForecastError, match="sum to 1"):
        formats.check_hubverse(told(chances, "value", 0.9, pa.float64()))
    levels = formats.to_hubverse(made(), types=["quantile"])
    with pytest.raises(ForecastError, match="quantiles fall"):
        formats.check_hubverse(told(levels, "value", 900.0, pa.float64()))
    with pytest.raises(ForecastError, match="between 0 and 1"):
        formats.check_hubverse(told(levels, "output_type_id", "1.5", pa.string()))
    with pytest.raises(ForecastError, match="scores need every draw"):
        formats.from_hubverse(levels, model="pool")
    with pytest.raises(ForecastError, match="not offered"):
        formats.to_hubverse(made(), types=["cdf"])


def test_a_file_of_another_origin_than_asked_for_is_refused():
    with pytest.raises(ForecastError, match="2026-04 was asked for"):
        formats.from_hubverse(formats.to_hubverse(made(), types=["sample"]), model="pool", origin=556)
