"""The tables in one DuckDB file; one process writes, and meanwhile no other can open it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa

from marsad.base.errors import ArchiveVersionError, StoreError
from marsad.store.engine import Change, check_version
from marsad.store.schema import TABLES, VERSION, empty, meta_rows

FILE = "marsad.duckdb"

# extensions would be downloaded at first use, which fails offline
_CONFIG: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class DuckEngine:
    """Tables in `<folder>/marsad.duckdb`."""

    def __init__(self, folder: Path, *, read_only: bool) -> None:
        import duckdb

        self.path = folder / FILE
        self._ibis: Any = None
        if read_only and not self.path.is_file():
            raise StoreError(f"there is no archive at {self.path}: import something first, or name another folder with --archive")
        try:
            self._con = duckdb.connect(self.path, read_only=read_only, config=_CONFIG)
        except duckdb.Error as wrong:
            raise _open_error(self.path, str(wrong)) from wrong
        try:
            with self._reading():
                self._prepare(read_only)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        import duckdb

        try:
            yield
        except duckdb.Error as wrong:
            raise _open_error(self.path, str(wrong)) from wrong

    def _prepare(self, read_only: bool) -> None:
        names = {row[0] for row in self._con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if not names:
            if read_only:
                raise StoreError(f"{self.path} is empty: import something first")
            self._create()
            return
        version = self._con.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchall() if "meta" in names else []
        if not version:
            raise ArchiveVersionError(f"{self.path} is a DuckDB file but no archive of Marsad: choose another folder")
        if check_version(version[0][0], str(self.path)):
            if read_only:
                raise ArchiveVersionError(
                    f"{self.path} is of archive version {version[0][0]}: open it once for writing, and it is brought up to date"
                )
            self._upgrade(names)

    def _create(self) -> None:
        with self._transaction():
            for name in TABLES:
                self._create_table(name)
            self._insert("meta", meta_rows())

    def _upgrade(self, names: set[str]) -> None:
        """Tables and columns that came with later versions, added empty; nothing is lost on the way."""
        with self._transaction():
            for name in TABLES:
                if name not in names:
                    self._create_table(name)
                    continue
                held = {
                    row[0] for row in self._con.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [name]).fetchall()
                }
                kinds = dict(self._kinds(name))
                for column in TABLES[name].names:
                    if column not in held:
                        self._con.execute(f'ALTER TABLE "{name}" ADD COLUMN "{column}" {kinds[column]}')
            self._con.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", [str(VERSION)])

    def _kinds(self, name: str) -> list[tuple[str, str]]:
        with self._seen("shape", empty(name)):
            return [(row[0], row[1]) for row in self._con.execute("DESCRIBE SELECT * FROM shape").fetchall()]

    def _create_table(self, name: str) -> None:
        columns = ", ".join(f'"{column}" {kind}' for column, kind in self._kinds(name))
        self._con.execute(f'CREATE TABLE "{name}" ({columns})')

    @contextmanager
    def _seen(self, name: str, table: pa.Table) -> Iterator[None]:
        self._con.register(name, table)
        try:
            yield
        finally:
            self._con.unregister(name)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        import duckdb

        self._con.begin()
        try:
            yield
            self._con.commit()
        except duckdb.Error as wrong:
            self._con.rollback()
            raise StoreError(f"{self.path} could not be written, and nothing in it was changed: {wrong}") from wrong
        except BaseException:
            self._con.rollback()
            raise

    def _insert(self, name: str, rows: pa.Table) -> None:
        # a column left out is filled with NULL, at a third of what reading empty cells costs
        said = [column for column in rows.column_names if rows[column].null_count < rows.num_rows]
        with self._seen("incoming", rows.select(said)):
            self._con.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM incoming')

    def _backend(self) -> Any:
        if self._ibis is None:
            import ibis

            self._ibis = ibis.duckdb.from_connection(self._con)
        return self._ibis

    def table(self, name: str) -> Any:
        return self._backend().table(name)

    def rows(self, name: str, column: str, values: pa.Array) -> pa.Table:
        # fetchall, never fetchone: a result not read to its end blocks the connection
        with self._reading():
            if not self._con.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchall():
                return empty(name)
            with self._seen("wanted", pa.table({"wanted_key": values})):
                found = self._con.sql(f'SELECT * FROM "{name}" WHERE "{column}" IN (SELECT wanted_key FROM wanted)').to_arrow_table()
        return found.select(TABLES[name].names).cast(TABLES[name])

    def all_rows(self, name: str) -> pa.Table:
        with self._reading():
            return self._con.sql(f'SELECT * FROM "{name}"').to_arrow_table().select(TABLES[name].names).cast(TABLES[name])

    def execute(self, expression: Any) -> pa.Table:
        return self._backend().to_pyarrow(expression.as_table())

    def write(self, changes: Sequence[Change]) -> None:
        with self._transaction():
            for change in changes:
                if change.values:
                    with self._seen("gone", pa.table({"gone_key": pa.array(change.values)})):
                        self._con.execute(f'DELETE FROM "{change.table}" WHERE "{change.column}" IN (SELECT gone_key FROM gone)')
                if change.add is not None and change.add.num_rows:
                    self._insert(change.table, change.add)

    def close(self) -> None:
        self._con.close()


def all_distinct(values: pa.ChunkedArray) -> bool:
    """Whether no value stands twice; may say no of values that only share a hash, and then a slower look decides."""
    import duckdb

    with duckdb.connect(config=_CONFIG) as con:
        con.register("given", pa.table({"value": values}))
        found = con.execute("SELECT count(DISTINCT hash(value)) FROM given").fetchall()
    return int(found[0][0]) == len(values)


def _open_error(path: Path, said: str) -> StoreError:
    if "lock" in said.lower():
        return StoreError(f"{path} is open in another process (one at a time can hold it): wait for it or end it, then run again")
    if "newer version" in said or "version number" in said.lower():
        return ArchiveVersionError(
            f"{path} was written by another release of DuckDB: update Marsad, or choose another archive folder ({said})"
        )
    return StoreError(f"{path} cannot be opened: it may be damaged or half-written; move it away and import again ({said.splitlines()[0]})")
