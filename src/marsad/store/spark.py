"""The same tables as Parquet files under one manifest, read through Spark in local mode.

The manifest names the files of each table and is replaced in one step: a file that it does not name is not part of the archive.
Spark only computes; rows are written with Arrow, so that a change costs no job.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from marsad.base.errors import StoreError
from marsad.store.engine import Change, check_version
from marsad.store.files import atomic_path
from marsad.store.schema import TABLES, VERSION, empty, meta_rows

FOLDER, MANIFEST = "tables", "manifest.json"

_SPARK = {
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.showConsoleProgress": "false",
}


def spark_session() -> Any:
    """The one Spark session of this process, local, without a UI, on UTC.

    Raises:
        StoreError: pyspark or Java is not there.
    """
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise StoreError('engine spark needs Java 17, and there is no java on the PATH: install it, or set engine = "duckdb"')
    try:
        from pyspark.sql import SparkSession
    except ImportError as wrong:
        raise StoreError("engine spark needs the extra `spark`: pip install 'marsad[spark]'") from wrong
    builder = SparkSession.builder.master("local[2]").appName("marsad")
    for key, value in _SPARK.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


class SparkEngine:
    """Tables in `<folder>/tables/<name>/*.parquet`, named by `<folder>/tables/manifest.json`."""

    def __init__(self, folder: Path, *, read_only: bool) -> None:
        self.folder = folder / FOLDER
        self.manifest = self.folder / MANIFEST
        self._ibis: Any = None
        self._lock: int | None = None
        if not read_only:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._hold()
        try:
            self._prepare(read_only)
        except BaseException:
            self.close()
            raise

    def _hold(self) -> None:
        self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as wrong:
            self.close()
            raise StoreError(f"{self.folder} is open in another process (one at a time can write): wait for it or end it") from wrong

    def _prepare(self, read_only: bool) -> None:
        if not self.manifest.is_file():
            if read_only:
                raise StoreError(f"there is no archive at {self.folder}: import something first, or name another folder with --archive")
            held: dict[str, list[str]] = {name: [self._save(name, empty(name), 0)] for name in TABLES}
            held["meta"].append(self._save("meta", meta_rows(), 0))
            self._replace(0, held)
            return
        state = self._state()
        if check_version(str(state.get("schema_version")), str(self.manifest)) and not read_only:
            held = {name: state["files"].get(name) or [self._save(name, empty(name), state["number"] + 1)] for name in TABLES}
            self._replace(state["number"] + 1, held)

    def _state(self) -> dict[str, Any]:
        try:
            state: dict[str, Any] = json.loads(self.manifest.read_text(encoding="utf-8"))
            state["files"]["meta"], state["number"]
        except (OSError, ValueError, KeyError, TypeError) as wrong:
            raise StoreError(f"{self.manifest} cannot be read: it is damaged; move the folder away and import again") from wrong
        return state

    def _save(self, name: str, rows: pa.Table, number: int) -> str:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        target = folder / f"{number:08d}-{len(list(folder.glob(f'{number:08d}-*.parquet')))}.parquet"
        with atomic_path(target) as path:
            pq.write_table(rows.select(TABLES[name].names).cast(TABLES[name]), path, compression="zstd")
        return target.relative_to(self.folder).as_posix()

    def _replace(self, number: int, held: dict[str, list[str]]) -> None:
        with atomic_path(self.manifest) as path:
            path.write_text(json.dumps({"schema_version": VERSION, "number": number, "files": held}, indent=1), encoding="utf-8")
        named = {part for parts in held.values() for part in parts}
        for path in self.folder.glob("*/*"):
            # what a killed run left behind, and what this change took out
            if path.relative_to(self.folder).as_posix() not in named:
                path.unlink()

    def _paths(self, name: str) -> list[str]:
        return [str((self.folder / part).resolve()) for part in self._state()["files"][name]]

    def _connected(self) -> Any:
        if self._ibis is None:
            import ibis

            self._ibis = ibis.pyspark.connect(spark_session())
        return self._ibis

    def table(self, name: str) -> Any:
        backend = self._connected()
        # a view by that name for this folder alone: two archives may be open in one session
        view = f"{name}_{zlib.crc32(str(self.folder.resolve()).encode()):08x}"
        spark_session().read.schema(_spark_schema(TABLES[name])).parquet(*self._paths(name)).createOrReplaceTempView(view)
        return backend.table(view)

    def rows(self, name: str, column: str, values: pa.Array) -> pa.Table:
        table = self.all_rows(name)
        return table.filter(pc.is_in(table[column], value_set=values))

    def all_rows(self, name: str) -> pa.Table:
        parts = [pq.read_table(path, partitioning=None) for path in self._paths(name)]
        return pa.concat_tables(parts, promote_options="default").select(TABLES[name].names).combine_chunks()

    def execute(self, expression: Any) -> pa.Table:
        return self._connected().to_pyarrow(expression.as_table())

    def write(self, changes: Sequence[Change]) -> None:
        state = self._state()
        if self._lock is None:
            raise StoreError(f"{self.folder} is open for reading only")
        number, held = state["number"] + 1, {name: list(parts) for name, parts in state["files"].items()}
        with self._all_or_none():
            for change in changes:
                if change.values:
                    held[change.table] = self._without(change, held[change.table], number)
                if change.add is not None and change.add.num_rows:
                    held[change.table].append(self._save(change.table, change.add, number))
            self._replace(number, held)

    def _without(self, change: Change, parts: list[str], number: int) -> list[str]:
        kept = []
        for part in parts:
            rows = pq.read_table(self.folder / part, partitioning=None)
            gone = pc.is_in(rows[change.column], value_set=pa.array(change.values, rows.schema.field(change.column).type))
            left = rows.filter(pc.invert(gone))
            kept.append(part if left.num_rows == rows.num_rows else self._save(change.table, left, number))
        return kept

    @contextmanager
    def _all_or_none(self) -> Iterator[None]:
        try:
            yield
        except (OSError, pa.ArrowException) as wrong:
            raise StoreError(f"{self.folder} could not be written, and nothing in it was changed: {wrong}") from wrong

    def close(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _spark_schema(schema: pa.Schema) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)
