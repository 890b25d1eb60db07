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
