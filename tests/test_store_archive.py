"""The archive: imports that change nothing the second time, records in and out, versions, locks, and bad files."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from made_events import event_import, event_rows
from marsad.base.errors import ArchiveVersionError, StoreError, UsageError
from marsad.base.frames import Coverage, Forecast, Panel, Score, Scores
from marsad.base.records import (
    Actor,
    DateRange,
    Document,
    Engagement,
    Event,
    Fatalities,
    Mention,
    NonEvent,
    Participant,
    Place,
    Reject,
    Span,
    Statement,
)
from marsad.store import Added, open_archive
from marsad.store.schema import TABLES, VERSION

ROWS = [{"month_id": 500 + number % 7, "country_id": 854, "deaths_best": number} for number in range(20)]
COVERED = [Coverage(854, 500, 506)]


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "archive") as opened:
        yield opened


def sizes(archive):
    return {name: archive.rows(name).num_rows for name in TABLES}


def document(name="d1", title="Title"):
    text = "Attack in Djibo: 3 dead."
    return Document(name, f"{name}.txt", "en", title, date(2022, 6, 1), None, (), text, retrieved=date(2022, 6, 2))


def read_from(owner="d1", deaths=3):
    when = DateRange(date(2022, 5, 30), date(2022, 5, 31))
    place = Place("Djibo", "BFA", 14.1, -1.63, 149397)
    minister = Participant(None, "minister", None, "MAR")
    return [
        Event(f"event:{owner}", owner, "ASSAULT", when, place, Span(0, 24), "attack", fatalities=Fatalities(deaths, deaths, deaths),
              actors=(Actor("gunmen", "group:jnim"),), flags=("attributed",)),
        Engagement(f"engagement:{owner}", owner, "visit", when, None, "MLI", (minister,), Span(0, 5), "visit"),
        Statement(f"statement:{owner}", owner, None, "official", True, Span(2, 9), "tack in"),
        Mention(owner, "country:BFA", Span(10, 15), "Djibo"),
        NonEvent(owner, Span(0, 6), "attack", "no object"),
    ]  # fmt: skip


def test_a_second_import_of_the_same_file_changes_nothing(archive):
    given = event_import(event_rows(ROWS), COVERED, rejects=[Reject("events.csv", "row 21", "no date")])
    assert archive.add_events(given, run="run:1") == Added(20, 0, 1)
    before = sizes(archive)
    assert archive.add_events(given, run="run:2") == Added(0, 20, 1)
    assert sizes(archive) == before
    assert archive.coverage() == (Coverage(854, 500, 506),)


def test_an_event_in_two_files_counts_once_and_another_content_under_its_id_is_set_aside(archive):
    archive.add_events(event_import(event_rows(ROWS)))
    changed = [{**row, "deaths_best": 99 if number == 4 else row["deaths_best"], "text": "new words"} for number, row in enumerate(ROWS)]
    assert archive.add_events(event_import(event_rows(changed), path="second.csv", sha256="cd" * 32)) == Added(0, 19, 1)
    assert archive.rows("rejects").select(["source", "where"]).to_pylist() == [{"source": "second.csv", "where": "row 5"}]
    assert sum(archive.rows("events")["deaths_best"].to_pylist()) == sum(row["deaths_best"] for row in ROWS)


def test_an_id_that_stands_twice_in_one_file_is_kept_once(archive):
    twice = pa.concat_tables([event_rows(ROWS), event_rows(ROWS[:3]), event_rows([{**ROWS[3], "id": "event:000003", "deaths_best": 77}])])
    assert archive.add_events(event_import(twice)) == Added(20, 3, 1)


def test_records_come_back_as_they_went_in(archive):
    assert archive.add_records([document()], read_from(), run="run:1") == Added(6, 0)
    assert archive.records("document") == [document()]
    for record in read_from():
        assert archive.records(record.kind, "d1") == [record]
    assert archive.records("event", "d2") == []


def test_a_coded_event_stands_in_the_columns_of_the_events_table(archive):
    archive.add_records([document()], read_from())
    row = archive.rows("events").to_pylist()[0]
    said = {
        "source": "marsad",
        "country": "BFA",
        "country_id": 854,
        "cell": 149397,
        "month_id": 509,
        "deaths_best": 3,
        "flags": "attributed",
    }
    assert {name: row[name] for name in said} == said
    assert (row["actor_entity"], row["flags"]) == ("group:jnim", "attributed")


def test_reading_a_document_again_changes_nothing_and_reading_it_better_replaces_what_it_gave(archive):
    archive.add_records([document("d1"), document("d2")], read_from("d1") + read_from("d2"))
    assert archive.add_records([document("d1")], read_from("d1")) == Added(0, 6)
    better = read_from("d1", deaths=4)[:3]
    assert archive.add_records([document("d1", title="Better")], better) == Added(2, 2, 0, 4)
    assert archive.records("event", "d1")[0].fatalities.best == 4
    assert archive.records("mention", "d1") == []
    assert archive.records("document")[0].title == "Better"
    assert len(archive.records("mention", "d2")) == 1


def test_records_of_an_unknown_document_are_refused_and_nothing_is_written(archive):
    with pytest.raises(StoreError, match="not in the archive, such as d9"):
        archive.add_records([document()], read_from("d9"))
    assert archive.records("document") == []


def test_two_different_records_under_one_id_are_refused(archive):
    with pytest.raises(StoreError, match="share the id event:d1"):
        archive.add_records([document()], [read_from()[0], read_from(deaths=8)[0]])


def test_rejects_among_records_go_to_the_rejects(archive):
    assert archive.add_records([document()], [Reject("d1.txt", "line 3", "no date")]).rejected == 1
    assert archive.add_rejects([Reject("d1.txt", "line 3", "no date"), Reject("x", "y", "z")]) == Added(1, 1)
    assert archive.rows("rejects").num_rows == 2


def test_panels_forecasts_scores_and_runs_are_kept_by_name_and_the_newer_takes_the_place(archive):
    panel = Panel(np.array([854]), np.arange(500, 502), np.array([[1.0, 0.0]]), np.array([[True, False]]), "country", "deaths", "v")
    for _ in range(2):
        archive.add_panel("country-month", panel)
    assert archive.panel("country-month").to_table() == panel.to_table()
    draws = np.random.default_rng(1).integers(0, 200, (3, 2, 400))
    forecast = Forecast(np.arange(3), np.array([1, 2]), draws, 501, "pool", "country", "v")
    names = {archive.add_forecast(forecast) for _ in range(2)}
    assert np.array_equal(archive.forecast(names.pop()).draws, draws)
    assert not names
    quantiles = archive.rows("quantiles").to_pylist()
    assert len(quantiles) == 6
    assert quantiles[1]["q50"] == np.quantile(draws[0, 1], 0.5)
    assert quantiles[1]["p25"] == (draws[0, 1] >= 25).mean()
    assert quantiles[1]["month_id"] == 503
    for _ in range(2):
        archive.add_scores("2021", Scores((Score("crps", 5.0, 12, "pool", reference=10.0),), "v"))
    assert [row["skill"] for row in archive.rows("scores").to_pylist()] == [0.5]
    run = archive.start_run("2026-11-23T10:00", "marsad run", settings={"seed": 1}, inputs={"a.csv": "ab"}, seed=1, version="0.1.0")
    assert archive.rows("runs")["status"].to_pylist() == ["started"]
    archive.finish_run(run, finished="2026-11-23T10:01", counts={"events": 3})
    assert archive.rows("runs").to_pylist()[0] | {"status": "done", "counts": '{"events": 3}'} == archive.rows("runs").to_pylist()[0]


def test_what_is_not_there_is_said_with_what_is(archive):
    with pytest.raises(StoreError, match="no table 'event': it has documents, events"):
        archive.table("event")
    with pytest.raises(StoreError, match="no table 'event'"):
        archive.rows("event")
    with pytest.raises(StoreError, match="no panel 'x': it has none yet"):
        archive.panel("x")
    with pytest.raises(StoreError, match="no forecast"):
        archive.forecast("forecast:x")
    with pytest.raises(StoreError, match="no records of kind 'rumour'"):
        archive.records("rumour")
    with pytest.raises(StoreError, match="was started"):
        archive.finish_run("run:x", finished="now")


def test_an_expression_over_a_table_is_computed(archive):
    archive.add_events(event_import(event_rows(ROWS)))
    events = archive.events()
    assert archive.execute(events.filter(events.deaths_best > 10).count()).column(0).to_pylist() == [9]


def test_an_archive_opened_for_reading_refuses_changes(tmp_path):
    with pytest.raises(StoreError, match="there is no archive"):
        open_archive(tmp_path / "a", read_only=True)
    open_archive(tmp_path / "a").close()
    with open_archive(tmp_path / "a", read_only=True) as archive, pytest.raises(StoreError, match="nothing in it was changed"):
        archive.add_events(event_import(event_rows(ROWS)))


def test_an_archive_of_a_newer_version_is_refused(tmp_path):
    open_archive(tmp_path).close()
    with duckdb.connect(tmp_path / "marsad.duckdb") as con:
        con.execute(f"UPDATE meta SET value = '{VERSION + 1}'")
    with pytest.raises(ArchiveVersionError, match=r"newer Marsad.*update Marsad"):
        open_archive(tmp_path)


def test_an_archive_of_an_older_version_gets_its_new_tables_and_columns_and_keeps_its_rows(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.add_events(event_import(event_rows(ROWS)))
    with duckdb.connect(tmp_path / "marsad.duckdb") as con:
        con.execute("UPDATE meta SET value = '0'; DROP TABLE scores; ALTER TABLE events DROP COLUMN reports;")
    with pytest.raises(ArchiveVersionError, match="open it once for writing"):
        open_archive(tmp_path, read_only=True)
    with open_archive(tmp_path) as archive:
        assert archive.rows("events").num_rows == 20
        assert archive.add_events(event_import(event_rows(ROWS))) == Added(0, 20)
        archive.add_scores("x", Scores((Score("crps", 5.0, 12, "pool"),)))


def test_files_that_are_no_archive_are_refused(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "marsad.duckdb").write_text("not a database", encoding="utf-8")
    with pytest.raises(StoreError, match="damaged or half-written"):
        open_archive(tmp_path / "text")
    (tmp_path / "other").mkdir()
    with duckdb.connect(tmp_path / "other" / "marsad.duckdb") as con:
        con.execute("CREATE TABLE mine (x INT)")
    with pytest.raises(ArchiveVersionError, match="no archive of Marsad"):
        open_archive(tmp_path / "other")
    with pytest.raises(StoreError, match="is a file"):
        open_archive(tmp_path / "text" / "marsad.duckdb")
    with pytest.raises(UsageError, match="no engine 'sqlite'"):
        open_archive(tmp_path / "new", engine="sqlite")


def test_a_half_written_archive_is_refused_or_read_in_full(tmp_path):
    with open_archive(tmp_path / "whole") as archive:
        archive.add_events(event_import(event_rows(ROWS)))
    content = (tmp_path / "whole" / "marsad.duckdb").read_bytes()
    for share in (0.2, 0.6):
        cut = tmp_path / f"cut{share}"
        cut.mkdir()
        (cut / "marsad.duckdb").write_bytes(content[: int(len(content) * share)])
        with pytest.raises(StoreError):
            open_archive(cut)


HOLDS = """
import sys
from pathlib import Path
from marsad.store import open_archive
archive = open_archive(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_file_that_another_process_holds_gives_a_clear_error(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLDS, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="open in another process"):
            open_archive(tmp_path)
        child.communicate("")
    open_archive(tmp_path).close()


IMPORTS = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from made_events import event_import, event_rows
from marsad.base.frames import Coverage
from marsad.store import open_archive
print("ready", flush=True)
number = int(sys.argv[3])
while True:
    with open_archive(Path(sys.argv[1]), sys.argv[4]) as archive:
        rows = [{"id": f"event:{number}-{k}", "month_id": 500 + k % 9, "country_id": 854, "deaths_best": 1} for k in range(500)]
        archive.add_events(event_import(event_rows(rows), [Coverage(854, 500, 500 + number)], sha256=str(number)))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.slow
@pytest.mark.parametrize(("engine", "rounds"), [("duckdb", 4), ("spark", 2)])
def test_a_run_killed_at_any_point_leaves_whole_imports_and_the_next_run_goes_on(tmp_path, engine, rounds):
    chance = np.random.default_rng(7)
    number = 0
    for _ in range(rounds):
        command = [sys.executable, "-c", IMPORTS, tmp_path, Path(__file__).parent, str(number), engine]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout.readline() == "ready\n"
            lines_first = int(chance.integers(0, 3))
            for _ in range(lines_first):
                child.stdout.readline()
            try:
                child.wait(float(chance.uniform(0.0, 0.4)))
            except subprocess.TimeoutExpired:
                child.kill()
            done = child.stdout.read().split()
        number = max([number + lines_first - 1, *(int(line) for line in done)]) + 1 if lines_first or done else number
        with open_archive(tmp_path, engine) as archive:
            files = archive.rows("files").num_rows
            assert archive.rows("events").num_rows == 500 * files
            assert archive.rows("coverage").num_rows == files
            assert number <= files <= number + 1
            rows = [{"id": f"event:{number}-{k}", "month_id": 500 + k % 9, "country_id": 854, "deaths_best": 1} for k in range(500)]
            added = archive.add_events(event_import(event_rows(rows), [Coverage(854, 500, 500 + number)], sha256=str(number)))
            assert added == (Added(500, 0) if files == number else Added(0, 500))
        number += 1
