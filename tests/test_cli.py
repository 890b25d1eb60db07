"""The command line: what goes where, and what each kind of mistake costs."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from marsad import store
from marsad.base import places
from marsad.base.frames import Panel
from marsad.base.months import parse_month
from marsad.cli import app
from marsad.options import ManyPaths


def marsad(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, in a folder of its own."""
    call = [sys.executable, "-c", "from marsad.cli import main; main()", *words]
    return subprocess.run(call, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "MARSAD_SEED": "7"})


@pytest.fixture
def panel_file(tmp_path: Path) -> Path:
    """Three countries, four years; one quiet, one steady, one that burns at times."""
    rng = np.random.default_rng(5)
    months = np.arange(parse_month("2018-01"), parse_month("2021-12") + 1)
    deaths = np.stack([np.zeros(48), rng.poisson(3, 48), rng.poisson(20, 48) * (rng.random(48) < 0.4)]).astype(float)
    path = tmp_path / "panel.parquet"
    store.write_panel(path, Panel(np.array([466, 562, 854]), months, deaths, np.ones((3, 48), bool), "country", "deaths", "made up"))
    return path


def test_an_option_takes_several_values_in_a_row() -> None:
    command: Any = get_command(app).commands["run"]  # type: ignore[attr-defined]
    assert isinstance(command, ManyPaths)
    words = ["--events", "a", "b", "--documents", "c", "--lang", "fr", "--events", "d"]
    context = command.make_context("run", words)
    assert [str(path) for path in context.params["events"]] == ["a", "b", "d"]
    assert [str(path) for path in context.params["documents"]] == ["c"]


@pytest.mark.parametrize("name", sorted(get_command(app).commands))  # type: ignore[attr-defined]
def test_every_command_has_help_with_an_example(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    assert f"marsad {name}" in shown.output


def test_a_forecast_is_made_and_scored_and_stdout_holds_only_results(panel_file: Path, tmp_path: Path) -> None:
    made = marsad(
        "forecast", "--panel", str(panel_file), "--origin", "2020-10", "--steps", "3-14", "--model", "conflictology12",
        "--draws", "100", "--out", "f.parquet", "--json", cwd=tmp_path,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["units"] == 3
    scored = marsad("score", "f.parquet", "--observed", str(panel_file), "--by", "step", "--json", cwd=tmp_path)
    rows = [json.loads(line) for line in scored.stdout.splitlines()]
    assert {row["slice"] for row in rows if row["metric"] == "crps"} == {str(step) for step in range(3, 15)}
    assert all(row["reference_model"] == "conflictology12" for row in rows)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["forecast", "--panel", "none.parquet", "--origin", "2020-10", "--out", "f.parquet"], 1, "none.parquet"),
        (["forecast", "--panel", "panel.parquet", "--origin", "October", "--out", "f.parquet"], 2, "is not a month"),
        (["forecast", "--panel", "panel.parquet", "--origin", "2020-10", "--steps", "0", "--out", "f.parquet"], 2, "rise from 1"),
        (["forecast", "--panel", "panel.parquet", "--origin", "2030-10", "--out", "f.parquet"], 1, "2030-10"),
        (["forecast", "--panel", "panel.parquet", "--origin", "2020-10", "--model", "oracle", "--out", "f.parquet"], 1, "conflictology12"),
        (["pull", "gdelt2"], 2, "no source"),
        (["pull", "ucdp"], 2, "--release"),
        (["read", "none.txt"], 2, "none.txt"),
        (["read", "none.txt", "--published", "yesterday"], 2, "is not a day"),
        (["dates", "--lines", "none.jsonl"], 2, "none.jsonl"),
        (["run", "--region", "atlantis"], 2, "neither a region"),
        (["panel", "--level", "village", "--out", "p.parquet"], 2, "village"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_a_mistake_is_one_clear_line_and_leaves_nothing_behind(words: list[str], code: int, said: str, panel_file: Path) -> None:
    before = set(panel_file.parent.iterdir())
    done = marsad(*words, cwd=panel_file.parent)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert {p for p in panel_file.parent.iterdir() if p.name != "archive"} == before


def test_a_forecast_is_scored_by_area_with_its_calibration_and_a_page_of_figures(panel_file: Path, tmp_path: Path) -> None:
    ask = ["forecast", "--panel", str(panel_file), "--origin", "2020-10", "--steps", "1-6", "--model", "ew", "--out", "f.parquet"]
    assert marsad(*ask, "--draws", "100", cwd=tmp_path).returncode == 0
    said = marsad("score", "f.parquet", "--observed", str(panel_file), "--areas", "central-sahel", "MLI,NER", "--json", cwd=tmp_path)
    assert {json.loads(line)["slice"] for line in said.stdout.splitlines()} == {"central-sahel", "MLI,NER"}
    every = marsad("score", "f.parquet", "--observed", str(panel_file), "--by", "region", "--json", cwd=tmp_path)
    assert "sahel" in {json.loads(line)["slice"] for line in every.stdout.splitlines()}
    done = marsad(
        "score", "f.parquet", "--observed", str(panel_file), "--detail", "--figures", "figures", "--lang", "fr", "--json", cwd=tmp_path
    )
    kinds = {json.loads(line).get("kind") for line in done.stdout.splitlines()}
    assert kinds >= {"skill", "pit", "reliability", "murphy", "coverage", "onset"}
    assert (tmp_path / "figures" / "quality-fr.html").is_file()
    assert (tmp_path / "figures" / "quality-pit-fr.svg").is_file()
    wrong = marsad("score", "f.parquet", "--observed", str(panel_file), "--areas", "atlantis", cwd=tmp_path)
    assert (wrong.returncode, "atlantis" in wrong.stderr) == (2, True)


def test_a_backtest_gives_every_metric_by_slice_and_a_page_for_each_model(panel_file: Path, tmp_path: Path) -> None:
    ask = [
        "backtest",
        "--panel",
        str(panel_file),
        "--from",
        "2019-06",
        "--to",
        "2021-06",
        "--every",
        "12",
        "--steps",
        "1-3",
        "--draws",
        "50",
    ]
    done = marsad(*ask, "--model", "ew", "last", "--by", "step", "--detail", "--figures", "figures", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["model"] for row in rows} == {"ew", "last", "conflictology12"}
    assert {row["slice"] for row in rows if row.get("metric") == "crps" and "slice" in row} == {"1", "2", "3"}
    assert any(row.get("kind") == "skill" and row["low"] is not None for row in rows)
    assert {path.parent.name for path in (tmp_path / "figures").rglob("quality-en.html")} == {"ew", "last"}
    # without either option a line of JSON is a line of the table, as programs expect
    plain = marsad(*ask, "--model", "ew", "--json", cwd=tmp_path)
    assert all("ratio_crps" in json.loads(line) for line in plain.stdout.splitlines())


def test_a_forecast_of_areas_is_the_sum_of_its_countries_draw_by_draw(panel_file: Path, tmp_path: Path) -> None:
    ask = ["forecast", "--panel", str(panel_file), "--origin", "2020-10", "--steps", "1-3", "--model", "ew", "--draws", "60"]
    assert marsad(*ask, "--out", "f.parquet", cwd=tmp_path).returncode == 0
    done = marsad(*ask, "--areas", "central-sahel", "MLI,NER", "--out", "a.parquet", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["areas"] == [
        {"unit_id": 1, "area": "central-sahel", "units": 3}, {"unit_id": 2, "area": "MLI,NER", "units": 2},
    ]  # fmt: skip
    each, sums = store.read_forecast(tmp_path / "f.parquet").draws, store.read_forecast(tmp_path / "a.parquet").draws
    assert np.array_equal(sums, np.stack([each.sum(axis=0), each[:2].sum(axis=0)]))


def test_cells_laid_out_from_countries_add_up_to_them_draw_by_draw(panel_file: Path, tmp_path: Path) -> None:
    cells = np.array(
        sorted([*places.cells_of_country("MLI")[:5], *places.cells_of_country("NER")[:5], *places.cells_of_country("BFA")[:5]])
    )
    months = np.arange(parse_month("2018-01"), parse_month("2020-10") + 1)
    deaths = np.random.default_rng(2).poisson(0.4, (15, len(months))).astype(float)
    store.write_panel(tmp_path / "c.parquet", Panel(cells, months, deaths, np.ones(deaths.shape, bool), "cell"))
    ask = ["forecast", "--panel", str(panel_file), "--origin", "2020-10", "--steps", "1-3", "--model", "ew", "--draws", "60"]
    assert marsad(*ask, "--out", "f.parquet", cwd=tmp_path).returncode == 0
    done = marsad(*ask, "--cells", "c.parquet", "--out", "g.parquet", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    country, cell = store.read_forecast(tmp_path / "f.parquet"), store.read_forecast(tmp_path / "g.parquet")
    assert cell.level == "cell"
    for row, iso3 in enumerate(("MLI", "NER", "BFA")):
        inside = np.isin(cell.units, places.cells_of_country(iso3))
        assert np.array_equal(cell.draws[inside].sum(axis=0), country.draws[row])


def test_every_form_of_a_forecast_is_written_and_the_scored_ones_score_alike(panel_file: Path, tmp_path: Path) -> None:
    ask = ["forecast", "--panel", str(panel_file), "--origin", "2020-10", "--steps", "1-3", "--model", "ew", "--draws", "60"]
    found = {}
    for form in ("marsad", "challenge", "hubverse-samples"):
        assert marsad(*ask, "--format", form, "--out", f"{form}.parquet", cwd=tmp_path).returncode == 0
        scored = marsad("score", f"{form}.parquet", "--observed", str(panel_file), "--json", cwd=tmp_path)
        assert scored.returncode == 0, scored.stderr
        found[form] = {row["metric"]: row["value"] for row in map(json.loads, scored.stdout.splitlines())}
    assert found["challenge"] == found["marsad"]
    assert found["hubverse-samples"] == pytest.approx(found["marsad"])
    assert "country_id" in store.column_names(tmp_path / "challenge.parquet")
    assert marsad(*ask, "--format", "hubverse", "--out", "hub.parquet", cwd=tmp_path).returncode == 0
    refused = marsad("score", "hub.parquet", "--observed", str(panel_file), cwd=tmp_path)
    assert (refused.returncode, "need every draw" in refused.stderr) == (1, True)


@pytest.mark.parametrize(("lang", "said"), [("ar", "القتلى المتوقعون"), ("fr", "on attend"), ("en", "deaths are expected")])
def test_a_forecast_says_why_in_three_languages(lang: str, said: str, panel_file: Path, tmp_path: Path) -> None:
    ask = ["forecast", "--panel", str(panel_file), "--origin", "2021-12", "--steps", "1-3", "--draws", "50", "--out", "f.parquet", "--why"]
    done = marsad(*ask, "--lang", lang, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(said) == 6
    if lang == "en":
        reasons = json.loads(marsad(*ask, "--json", cwd=tmp_path).stdout)["reasons"]
        assert {(row["unit"], row["step"]) for row in reasons} == {(unit, step) for unit in (466, 562, 854) for step in (1, 3)}
        assert next(row for row in reasons if row["unit"] == 466)["onset_rate"] is not None
