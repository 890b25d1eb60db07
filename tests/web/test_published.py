"""Snapshots for the pages: whole or not at all, the newest by its pointer, questions from many threads, nothing that may not be shown."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pytest

from marsad import store
from marsad.base.errors import ArchiveVersionError, StoreError
from marsad.store.publish import FOLDER, KEPT, current_name
from marsad.store.published import Published, Where, open_published

ROWS = pa.table(
    {"id": ["a", "b", "c"], "country": ["MLI", None, "NER"], "n": [3, 1, 2], "key": ["مالي سلام", "x", "y"], "many": ["a,b", "b", ""]}
)


def publish(folder: Path, name: str = "one", **about: object) -> Path:
    return store.publish(folder, name, tables={"events": ROWS}, about=about, files={"brief.html": b"<p>"})


def opened(folder: Path) -> Published:
    found = open_published(folder)
    assert found is not None
    return found


def test_an_archive_without_a_run_has_no_snapshot(tmp_path: Path) -> None:
    assert open_published(tmp_path) is None


def test_the_pointer_names_the_newest_and_only_so_many_older_ones_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        folder = publish(tmp_path, f"run-{number}")
        minutes = 60 * (KEPT + 2 - number)
        os.utime(folder, (folder.stat().st_mtime - minutes, folder.stat().st_mtime - minutes))
    publish(tmp_path, f"run-{KEPT + 1}")
    assert current_name(tmp_path) == f"run-{KEPT + 1}"
    kept = sorted(folder.name for folder in (tmp_path / FOLDER).iterdir() if folder.is_dir())
    assert kept == [f"run-{number}" for number in range(2, KEPT + 2)]


def test_snapshots_that_follow_each_other_within_a_minute_all_stay(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        publish(tmp_path, f"run-{number}")
    assert len([folder for folder in (tmp_path / FOLDER).iterdir() if folder.is_dir()]) == KEPT + 2


def test_a_reader_keeps_its_snapshot_while_another_is_published(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    reader = opened(tmp_path)
    publish(tmp_path, "second")
    assert reader.count("events") == 3
    assert opened(tmp_path).name == "second"


def test_a_write_that_fails_leaves_the_old_snapshot(tmp_path: Path) -> None:
    publish(tmp_path, "first")
    with pytest.raises(TypeError):
        store.publish(tmp_path, "second", tables={"events": ROWS}, about={"bad": object()})
    assert opened(tmp_path).name == "first"


@pytest.mark.parametrize("name", ["../x", "", "a/b", "A", ".hidden", "x" * 81])
def test_a_name_that_could_leave_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot name"):
        store.publish(tmp_path, name, tables={}, about={})


def test_a_pointer_that_points_elsewhere_is_refused(tmp_path: Path) -> None:
    publish(tmp_path)
    (tmp_path / FOLDER / "current").write_text("../../etc\n", encoding="utf-8")
    with pytest.raises(StoreError, match="marsad run"):
        open_published(tmp_path)


def test_a_snapshot_of_a_newer_version_says_what_to_do(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    (folder / "about.json").write_text(json.dumps(about | {"version": 99}), encoding="utf-8")
    with pytest.raises(ArchiveVersionError, match="marsad run"):
        open_published(tmp_path)


def test_a_half_written_table_is_told_apart(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    (folder / "events.parquet").write_bytes(b"PAR1 half")
    with pytest.raises(StoreError, match="marsad run"):
        open_published(tmp_path)


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        (Where("country", "=", "MLI"), ["a"]),
        (Where("n", ">=", 2), ["a", "c"]),
        (Where("n", "<=", 1), ["b"]),
        (Where("id", "in", ["a", "b"]), ["a", "b"]),
        (Where("key", "contains", "سلام"), ["a"]),
        (Where("many", "member", "b"), ["a", "b"]),
        (Where("country", "is null"), ["b"]),
        (Where("country", "not null"), ["a", "c"]),
        (Where("country", "=", "' OR 1=1 --"), []),
    ],
)
def test_each_condition_gives_the_rows_counted_by_hand(tmp_path: Path, where: Where, ids: list[str]) -> None:
    publish(tmp_path)
    reader = opened(tmp_path)
    assert reader.rows("events", [where], order=["id"])["id"].to_pylist() == ids
    assert reader.count("events", [where]) == len(ids)


def test_order_limit_and_sums_are_as_asked(tmp_path: Path) -> None:
    publish(tmp_path)
    reader = opened(tmp_path)
    assert reader.rows("events", order=["-n"], limit=2, select=["id"])["id"].to_pylist() == ["a", "c"]
    assert reader.rows("events", order=["-n"], limit=2, offset=2)["id"].to_pylist() == ["b"]
    assert reader.sums("events", "country", "n") == {"MLI": 3, "NER": 2, None: 1}


def test_a_column_or_table_that_is_not_there_is_an_error_and_no_sql(tmp_path: Path) -> None:
    publish(tmp_path)
    reader = opened(tmp_path)
    with pytest.raises(StoreError, match="no column"):
        reader.rows("events", [Where('id" OR 1=1 --', "=", 1)])
    with pytest.raises(StoreError, match="no table"):
        reader.rows("users")
    with pytest.raises(StoreError, match="no file"):
        reader.file("../about.json")


def test_many_threads_ask_at_once(tmp_path: Path) -> None:
    publish(tmp_path)
    reader = opened(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: reader.count("events", [Where("country", "=", "MLI")]), range(200)))
    assert found == [1] * 200
