"""The same store on Spark: every answer is DuckDB's, cell for cell; and the Parquet folders survive what may befall them."""

import json
import os
import shutil

import numpy as np
import pytest

from made_events import event_import, event_rows
from marsad.base.errors import ArchiveVersionError, StoreError
from marsad.base.frames import Coverage, Panel, Score, Scores
from marsad.panel import deaths_by_month, left_out, panel_of
from marsad.panel.observed import claims_of
from marsad.store import Added, open_archive
from marsad.store.spark import spark_session

FIRST, LAST = 481, 528
SOURCES = ("ucdp-ged", "ucdp-candidate", "marsad")


@pytest.fixture(scope="session")
def spark():
    """One Spark session for the whole run."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs Java 17 for the tests of engine spark")
        pytest.skip("no Java here: engine spark is not tested")
    # small tables: compiling costs more than running
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        session = spark_session()
    session.conf.set("spark.sql.codegen.wholeStage", "false")
    session.conf.set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    yield session
    session.stop()


def imports():
    """Two thousand events of three sources with every kind of gap, in three files that overlap."""
    rng = np.random.default_rng(5)
    rows = []
    for number in range(2000):
        month = int(rng.integers(FIRST - 2, LAST + 3))
        cell = int(rng.integers(149400, 149440))
        source = SOURCES[int(rng.choice(3, p=[0.7, 0.2, 0.1]))]
        rows.append({
            "id": f"event:{number}", "source": source, "release": str(rng.choice(["24.1", "25.1"])) if source == "ucdp-ged" else "23.0.10",
            "month_id": None if rng.random() < 0.02 else month,
            "country_id": None if rng.random() < 0.02 else int(rng.choice([854, 466, 562])),
            "cell": None if rng.random() < 0.03 else cell, "deaths_best": None if rng.random() < 0.05 else int(rng.pareto(1.1) * 3),
            "flags": str(rng.choice(["", "negated", "attributed,historical", "future,attributed"], p=[0.85, 0.05, 0.05, 0.05])),
            "violence": None if rng.random() < 0.1 else str(rng.choice(["state-based", "one-sided"])),
        })  # fmt: skip
    table = event_rows(rows)
    yield event_import(table.slice(0, 900), [Coverage(854, FIRST, LAST)], sha256="1" * 64)
    yield event_import(table.slice(700, 700), [Coverage(466, FIRST, LAST - 12)], sha256="2" * 64, release="25.1")
    yield event_import(table.slice(1400), [Coverage(562, LAST, LAST)], sha256="3" * 64, source="ucdp-candidate", release="23.0.10")


@pytest.fixture(scope="module")
def archives(tmp_path_factory, spark):
    """The same imports through both engines."""
    opened = [open_archive(tmp_path_factory.mktemp(engine), engine) for engine in ("duckdb", "spark")]
    for archive in opened:
        assert [archive.add_events(given) for given in imports()] == [Added(900, 0), Added(500, 200), Added(600, 0)]
    yield opened
    for archive in opened:
        archive.close()


@pytest.mark.spark
@pytest.mark.parametrize(("level", "violence"), [("country", "state-based"), ("cell", "all")])
def test_panels_are_identical_cell_for_cell(archives, level, violence):
    panels = []
    for archive in archives:
        asked = {"level": level, "first": FIRST, "last": LAST, "sources": SOURCES}
        rows = archive.execute(deaths_by_month(archive.events(), violence=violence, **asked))
        panels.append(panel_of(rows, claims_of(archive.rows("coverage")), cells=lambda number: (149400 + number,), **asked))
    ours, theirs = panels
    assert ours.deaths.sum() > 500
    for name in ("units", "months", "deaths", "observed"):
        assert np.array_equal(getattr(ours, name), getattr(theirs, name)), name
    assert ours.vintage == theirs.vintage


@pytest.mark.spark
def test_what_is_left_out_is_counted_alike(archives):
    asked = {"level": "cell", "first": FIRST, "last": LAST, "sources": SOURCES[:2], "violence": "one-sided"}
    ours, theirs = (archive.execute(left_out(archive.events(), **asked)).to_pylist() for archive in archives)
    assert len(ours) == 6
    assert ours == theirs


def test_tables_on_parquet_are_kept_replaced_and_read_back_without_spark(tmp_path):
    panel = Panel(np.array([854]), np.arange(500, 502), np.array([[1.0, 0.0]]), np.array([[True, False]]))
    for _ in range(2):
        with open_archive(tmp_path, "spark") as archive:
            archive.add_panel("one", panel)
            archive.add_panel("two", panel)
            archive.add_scores("x", Scores((Score("crps", 5.0, 12, "pool"),)))
    with open_archive(tmp_path, "spark", read_only=True) as archive:
        assert archive.panel("one").to_table() == panel.to_table()
        assert archive.rows("panels").num_rows == 2
        assert archive.rows("scores").num_rows == 1
        with pytest.raises(StoreError, match="reading only"):
            archive.add_panel("three", panel)


def test_a_second_writer_is_told_to_wait(tmp_path):
    with open_archive(tmp_path, "spark"), pytest.raises(StoreError, match="open in another process"):
        open_archive(tmp_path, "spark")


def test_the_engine_that_made_an_archive_is_named(tmp_path):
    open_archive(tmp_path / "duck").close()
    open_archive(tmp_path / "spark", "spark").close()
    with pytest.raises(StoreError, match="made with engine duckdb"):
        open_archive(tmp_path / "duck", "spark")
    with pytest.raises(StoreError, match="made with engine spark"):
        open_archive(tmp_path / "spark")


def test_a_manifest_that_is_newer_older_or_damaged_is_told(tmp_path):
    with open_archive(tmp_path, "spark") as archive:
        archive.add_scores("x", Scores((Score("crps", 5.0, 12, "pool"),)))
    manifest = tmp_path / "tables" / "manifest.json"
    state = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**state, "schema_version": 99}), encoding="utf-8")
    with pytest.raises(ArchiveVersionError, match="newer Marsad"):
        open_archive(tmp_path, "spark")
    del state["files"]["rejects"]
    manifest.write_text(json.dumps({**state, "schema_version": 0}), encoding="utf-8")
    with open_archive(tmp_path, "spark") as archive:
        assert archive.rows("scores").num_rows == 1
        assert archive.rows("rejects").num_rows == 0
    manifest.write_text('{"schema_version": 1', encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        open_archive(tmp_path, "spark")
    with pytest.raises(StoreError, match="there is no archive"):
        open_archive(tmp_path / "none", "spark", read_only=True)
