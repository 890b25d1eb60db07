"""Forecasts written as hubverse model output or challenge rows come back as they were; broken ones are refused."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from marsad.base.errors import ForecastError
from marsad.base.frames import Forecast
from marsad.forecast import formats


def made() -> Forecast:
    draws = np.random.default_rng(0).poisson(8, (3, 2, 40))
    return Forecast(np.array([12, 466, 854]), np.array([1, 6]), draws, 557, "pool")


def test_samples_come_back_as_they_were():
    back = formats.from_hubverse(formats.to_hubverse(made(), types=["sample"]), model="pool")
    assert np.array_equal(back.draws, made().draws)
    assert (back.origin, back.units.tolist(), back.steps.tolist()) == (557, [12, 466, 854], [1, 6])


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


def test_broken_output_is_refused():
    table = formats.to_hubverse(made(), types=["pmf"])
    with pytest.raises(ForecastError, match="sum to 1"):
        formats.check_hubverse(table.filter(pc.not_equal(table["output_type_id"], "6-10")))
    with pytest.raises(ForecastError, match="columns"):
        formats.check_hubverse(table.drop_columns(["target"]))
    bad = table.set_column(6, "value", pa.array(np.full(table.num_rows, np.nan)))
    with pytest.raises(ForecastError, match="missing or negative"):
        formats.check_hubverse(bad)
    with pytest.raises(ForecastError, match="not offered"):
        formats.to_hubverse(made(), types=["cdf"])
