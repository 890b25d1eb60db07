"""Bad input gets a clear error or a documented answer, by command line and API alike; never a NaN draw, never a dropped unit."""

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from marsad import store
from marsad.base.errors import ForecastError, PanelError
from marsad.base.frames import Panel
from marsad.base.months import parse_month
from marsad.cli import main
from marsad.forecast import MODELS, forecast

FIRST = parse_month("2019-01")
QUICK = ("pool", "conflictology12", "ew", "last", "bootstrap240", "dressed", "adapted", "moments", "hurdle", "zero")
"""Models that answer for a panel of any size; the learners need cases, and say so."""


def rows(**changed: list) -> pa.Table:
    """Three countries, 36 months, all observed, in long rows; columns changed by name."""
    units = np.repeat([466, 562, 854], 36)
    months = np.tile(np.arange(FIRST, FIRST + 36), 3)
    deaths = np.concatenate([np.zeros(36), np.arange(36) % 5, np.full(36, 20)]).astype(np.int64)
    return pa.table({"unit_id": units, "month_id": months, "outcome": deaths} | changed)


def asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command line."""
    monkeypatch.setattr(sys, "argv", ["marsad", *words])
    code = 0
    try:
        main()
    except SystemExit as done:
        code = int(done.code or 0)
    out = capsys.readouterr()
    return code, out.out, out.err


def changed(column: str, value: float, at: int = 7) -> pa.Table:
    table = rows()
    held = table[column].to_numpy().astype(float)
    held[at] = value
    return table.set_column(table.schema.names.index(column), column, pa.array(held))


BROKEN = {
    "a NaN": (changed("outcome", float("nan")), "outcome has 1 values that are empty or not finite"),
    "a negative count": (changed("outcome", -3), "deaths must be whole numbers from 0"),
    "a fraction": (changed("outcome", 2.5), "2.5"),
    "an infinite count": (changed("outcome", float("inf")), "not finite"),
    "a month twice": (pa.concat_tables([rows(), rows().slice(0, 1)]), "stands twice"),
    "a fractional month": (changed("month_id", FIRST + 0.5), "not a whole number"),
    "a month of another calendar": (changed("month_id", 202001), "month_id counts months from January 1980"),
    "no rows": (rows().slice(0, 0), "no rows"),
    "no month column": (rows().drop_columns(["month_id"]), "no column month_id"),
    "no unit column": (rows().drop_columns(["unit_id"]), "no column unit_id or country_id or priogrid_gid"),
    "no counts": (rows().drop_columns(["outcome"]), "no column outcome or ged_sb or best"),
    "two counts": (rows().append_column("best", pa.array(np.zeros(108))), "one of them must count"),
    "words for counts": (rows().set_column(2, "outcome", pa.array(["many"] * 108)), "does not hold numbers"),
    "a unit long silent": (rows().filter(pa.array([not (u == 466 and m > FIRST + 20) for u, m in zip(
        rows()["unit_id"].to_pylist(), rows()["month_id"].to_pylist(), strict=True)])), "unit_id 466"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_panel_is_one_clear_line_and_no_file(name: str, tmp_path: Path, monkeypatch, capsys) -> None:
    table, said = BROKEN[name]
    pq.write_table(table, tmp_path / "p.parquet")
    code, out, err = asked(
        monkeypatch, capsys, "forecast", "--panel", str(tmp_path / "p.parquet"), "--origin", "2021-12", "--model", "ew",
        "--out", str(tmp_path / "f.parquet"),
    )  # fmt: skip
    assert (code, out) == (1, "")
    assert said in err
    assert not (tmp_path / "f.parquet").exists()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--origin", "2022-01"], 1, "lies outside the panel"),
        (["--origin", "2018-12"], 1, "lies outside the panel"),
        (["--origin", "2021-12", "--steps", "0-3"], 2, "rise from 1"),
        (["--origin", "2021-12", "--steps", "12-3"], 2, "make no sense"),
        (["--origin", "2021-12", "--steps", "601"], 2, "to 600"),
        (["--origin", "2021-12", "--draws", "0"], 2, "Invalid value"),
        (["--origin", "2021-12", "--model", "forest"], 1, "no case with"),
        (["--origin", "2021-12", "--model", "conflictology_n"], 1, "needs a panel of PRIO-GRID cells"),
        (["--origin", "2021-12", "--model", "dressed", "--areas", "MLI"], 1, "no meaning across units"),
        (["--origin", "2021-12", "--areas", "FRA"], 2, "none of the 3 units"),
        (["--origin", "2021-12", "--cells", "none.parquet"], 1, "none.parquet"),
    ],
)
def test_a_question_without_meaning_is_one_clear_line(tmp_path: Path, monkeypatch, capsys, *, options, code, said) -> None:
    pq.write_table(rows(), tmp_path / "p.parquet")
    words = ["forecast", "--panel", str(tmp_path / "p.parquet"), "--out", str(tmp_path / "f.parquet"), "--draws", "20", *options]
    if "--model" not in options:
        words += ["--model", "ew"]
    if "--steps" not in options:
        words += ["--steps", "1-36" if "forest" in options else "1-3"]
    found = asked(monkeypatch, capsys, *words)
    assert (found[0], found[1]) == (code, "")
    assert said in found[2]
    assert not (tmp_path / "f.parquet").exists()


def test_rows_in_any_order_give_the_same_draws(tmp_path: Path) -> None:
    table = rows()
    pq.write_table(table.take(pa.array(np.random.default_rng(0).permutation(108))), tmp_path / "p.parquet")
    one = forecast(store.read_panel(tmp_path / "p.parquet"), origin=FIRST + 35, steps=[1, 2], draws=50)
    pq.write_table(table, tmp_path / "p.parquet")
    assert np.array_equal(one.draws, forecast(store.read_panel(tmp_path / "p.parquet"), origin=FIRST + 35, steps=[1, 2], draws=50).draws)


@pytest.mark.parametrize("model", QUICK)
def test_odd_units_get_an_answer(model: str) -> None:
    deaths = np.zeros((4, 60))
    seen = np.ones((4, 60), dtype=bool)
    seen[0, 50] = False  # a missing month
    seen[1, :55] = False  # five months of history
    deaths[1, 55:] = [1, 0, 3, 0, 2]
    deaths[3, 58] = 10**6  # unit 2 is all zero
    panel = Panel(np.array([1, 2, 3, 4]), np.arange(400, 460), deaths, seen)
    made = forecast(panel, origin=459, steps=[1, 12], draws=200, model=model)
    assert made.units.tolist() == [1, 2, 3, 4]
    assert made.draws.shape == (4, 2, 200)
    assert np.isfinite(made.draws).all()
    assert (made.draws >= 0).all()
    if model in ("conflictology12", "ew"):
        assert set(np.unique(made.draws[1])) <= {0, 1, 2, 3}
        assert not made.draws[2].any()


COUNTS = st.one_of(st.just(0), st.integers(0, 30), st.integers(0, 10**6))


@given(arrays(np.int64, (5, 30), elements=COUNTS), arrays(np.bool_, (5, 30)), st.integers(410, 429), st.sampled_from(QUICK))
def test_every_unit_with_a_recent_month_gets_finite_draws_and_the_others_are_named(deaths, seen, origin: int, model: str) -> None:
    panel = Panel(np.arange(1, 6), np.arange(400, 430), np.where(seen, deaths, 0).astype(float), seen)
    recent = seen[:, max(0, origin - 411) : origin - 399].any(axis=1)
    if not recent.all():
        with pytest.raises(ForecastError) as told:
            forecast(panel, origin=origin, steps=[1, 5], draws=20, model=model)
        assert all(str(unit) in str(told.value) for unit in panel.units[~recent])
        panel = panel.only(panel.units[recent])
        if not recent.any():
            with pytest.raises(ForecastError, match="no unit"):
                forecast(panel, origin=origin, steps=[1], draws=20, model=model)
            return
    made = forecast(panel, origin=origin, steps=[1, 5], draws=20, model=model)
    assert made.units.tolist() == panel.units.tolist()
    assert np.isfinite(made.draws).all()
    assert (made.draws >= 0).all()


@pytest.mark.parametrize("bad", [float("nan"), -1.0, 0.5, float("inf")])
def test_no_panel_is_born_with_a_count_that_is_none(bad: float) -> None:
    deaths = np.zeros((2, 12))
    deaths[1, 3] = bad
    with pytest.raises(PanelError, match="whole numbers from 0"):
        Panel(np.array([1, 2]), np.arange(12), deaths, np.ones((2, 12), dtype=bool))


def test_every_model_is_named_here_or_says_that_it_needs_cases() -> None:
    short = Panel(np.array([1]), np.arange(400, 412), np.ones((1, 12)), np.ones((1, 12), dtype=bool))
    for name in set(MODELS) - set(QUICK) - {"conflictology_n", "ew_step"}:
        with pytest.raises(ForecastError, match="hold no case"):
            forecast(short, origin=411, steps=[12], model=name)
