"""Questions to a published snapshot: rows of a table by column, with order and limit; many threads may ask at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from marsad.base.errors import StoreError
from marsad.store.publish import FOLDER, current_name, read_about

Op = Literal["=", ">=", "<=", "in", "contains", "member", "is null", "not null"]

_SIGNS: dict[str, str] = {"=": "=", ">=": ">=", "<=": "<="}
_MEMORY = "256MB"
"""Bound of one snapshot's questions: pages ask for few rows, and the machine may be a small one."""


@dataclass(frozen=True, slots=True)
class Where:
    """One condition: `contains` looks for a stretch of text, `member` for an entry of a comma-separated list."""

    column: str
    op: Op
    value: Any = None


class Published:
    """One snapshot, open for reading. Opening it reads no rows."""

    def __init__(self, folder: Path) -> None:
        import duckdb

        self.folder = folder
        self.about = read_about(folder)
        self.name = str(self.about["name"])
        config: dict[str, Any] = {
            "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "memory_limit": _MEMORY, "threads": "2",
        }  # fmt: skip
        self._con = duckdb.connect(config=config)
        self._columns: dict[str, tuple[str, ...]] = {}
        self._laid = 0
        for file in sorted(folder.glob("*.parquet")):
            quoted = str(file).replace("'", "''")
            try:
                self._con.execute(f"CREATE VIEW \"{file.stem}\" AS SELECT * FROM read_parquet('{quoted}')")
                described = self._con.execute(f'DESCRIBE "{file.stem}"').fetchall()
            except duckdb.Error as wrong:
                raise StoreError(f"{file} cannot be read: run `marsad run` again to publish anew ({wrong})") from wrong
            self._columns[file.stem] = tuple(row[0] for row in described)

    def close(self) -> None:
        """Let go of the files."""
        self._con.close()

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(self._columns)

    def columns(self, table: str) -> tuple[str, ...]:
        """Columns of a table.

        Raises:
            StoreError: there is no such table.
        """
        if table not in self._columns:
            raise StoreError(f"the snapshot has no table {table!r}: run `marsad run` again to publish anew")
        return self._columns[table]

    def replace(self, table: str, *, without: Sequence[str] = (), rows: pa.Table | None = None, runs: Sequence[str] | None = None) -> None:
        """Put rows in the place of those with these ids, and leave out what none of these runs brought; before anybody asks.

        Args:
            table: name of a table with the column `id`.
            without: ids whose rows go.
            rows: rows in the table's columns that stand in their place.
            runs: ids of runs; rows of others go. None keeps all.

        Raises:
            StoreError: there is no such table.
        """
        if not self.columns(table):
            return

        def quoted(values: Sequence[str]) -> str:
            return ", ".join("'" + value.replace("'", "''") + "'" for value in values) or "NULL"

        kept = [f"id NOT IN ({quoted(without)})"] if without else []
        kept += [f"run IN ({quoted(runs)})"] if runs is not None else []
        self._laid += 1
        below = f"{table} below {self._laid}"
        self._con.execute(f'ALTER VIEW "{table}" RENAME TO "{below}"')
        sql = f'CREATE VIEW "{table}" AS SELECT * FROM "{below}"' + (f" WHERE {' AND '.join(kept)}" if kept else "")
        if rows is not None and rows.num_rows:
            self._con.register("rows to lay", rows)
            self._con.execute(f'CREATE TABLE "{table} laid {self._laid}" AS SELECT * FROM "rows to lay"')
            self._con.unregister("rows to lay")
            sql += f' UNION ALL BY NAME SELECT * FROM "{table} laid {self._laid}"'
        self._con.execute(sql)

    def rows(
        self, table: str, where: Sequence[Where] = (), *, select: Sequence[str] = (), order: Sequence[str] = (), limit: int | None = None,
        offset: int = 0,
    ) -> pa.Table:  # fmt: skip
        """Rows that meet every condition.

        Args:
            table: name of a table.
            where: conditions, all of which hold.
            select: columns; all without it.
            order: columns to sort by; one that begins with - falls. Empty values come last.
            limit: most rows to give.
            offset: rows to leave out first.

        Raises:
            StoreError: there is no such table or column, or its file is damaged.
        """
        text, values = self._filter(table, where)
        shown = ", ".join(f'"{self._known(table, c)}"' for c in select) or "*"
        sorted_by = ", ".join(f'"{self._known(table, c.lstrip("-"))}" {"DESC" if c[0] == "-" else "ASC"} NULLS LAST' for c in order)
        sql = f'SELECT {shown} FROM "{table}"{text}' + (f" ORDER BY {sorted_by}" if sorted_by else "")
        if limit is not None:
            sql += f" LIMIT {int(limit)} OFFSET {int(offset)}"
        return self._ask(sql, values)

    def count(self, table: str, where: Sequence[Where] = ()) -> int:
        """How many rows meet every condition."""
        text, values = self._filter(table, where)
        return int(self._ask(f'SELECT count(*) AS n FROM "{table}"{text}', values)["n"][0].as_py())

    def sums(self, table: str, by: str, of: str, where: Sequence[Where] = ()) -> dict[Any, int]:
        """Sum of a column by another."""
        text, values = self._filter(table, where)
        self._known(table, by)
        self._known(table, of)
        found = self._ask(f'SELECT "{by}" AS k, sum("{of}") AS n FROM "{table}"{text} GROUP BY 1 ORDER BY 1', values)
        return dict(zip(found["k"].to_pylist(), found["n"].to_pylist(), strict=True))

    def tally(self, table: str, by: Sequence[str], where: Sequence[Where] = ()) -> list[tuple[Any, ...]]:
        """How many rows there are of each combination of those columns: its values, then the number."""
        text, values = self._filter(table, where)
        named = ", ".join(f'"{self._known(table, column)}"' for column in by)
        found = self._ask(f'SELECT {named}, count(*) AS n FROM "{table}"{text} GROUP BY ALL ORDER BY ALL', values)
        return list(zip(*(found[column].to_pylist() for column in found.column_names), strict=True))

    def exceedance(self, table: str, over: float, where: Sequence[Where] = ()) -> pa.Table:
        """Share of draws at or above a value, by unit and step: columns unit_id, step, month_id, chance, draws."""
        text, values = self._filter(table, where)
        share = "avg(CASE WHEN outcome >= ? THEN 1.0 ELSE 0.0 END) AS chance, count(*) AS draws"
        sql = f'SELECT unit_id, step, month_id, {share} FROM "{table}"{text} GROUP BY ALL ORDER BY unit_id, step'
        return self._ask(sql, [over, *values])

    def file(self, name: str) -> Path:
        """Where a further file of the snapshot lies.

        Raises:
            StoreError: it has none of that name.
        """
        if name not in self.about.get("files", ()):
            raise StoreError(f"the snapshot has no file {name!r}")
        return self.folder / name

    def _known(self, table: str, column: str) -> str:
        if column not in self.columns(table):
            raise StoreError(f"the table {table} has no column {column!r}")
        return column

    def _filter(self, table: str, where: Sequence[Where]) -> tuple[str, list[Any]]:
        self.columns(table)
        parts, values = [], []
        for one in where:
            column = f'"{self._known(table, one.column)}"'
            if one.op in _SIGNS:
                parts.append(f"{column} {_SIGNS[one.op]} ?")
                values.append(one.value)
            elif one.op == "in":
                parts.append(f"list_contains(?, {column})")
                values.append(list(one.value))
            elif one.op == "contains":
                parts.append(f"contains({column}, ?)")
                values.append(one.value)
            elif one.op == "member":
                parts.append(f"list_contains(string_split({column}, ','), ?)")
                values.append(one.value)
            else:
                parts.append(f"{column} IS {'NULL' if one.op == 'is null' else 'NOT NULL'}")
        return (" WHERE " + " AND ".join(parts) if parts else ""), values

    def _ask(self, sql: str, values: list[Any]) -> pa.Table:
        import duckdb

        # a cursor of its own for each question: one connection must not be shared between threads
        with self._con.cursor() as cursor:
            try:
                found: pa.Table = cursor.sql(sql, params=values).to_arrow_table()
                return found
            except duckdb.Error as wrong:
                raise StoreError(f"the snapshot {self.folder} could not answer: {str(wrong).splitlines()[0]}") from wrong


def open_published(archive: Path) -> Published | None:
    """The newest snapshot of an archive, or None where nothing was published yet.

    Raises:
        StoreError: the snapshot is damaged or gone.
        ArchiveVersionError: another Marsad wrote it.
    """
    name = current_name(archive)
    return None if name is None else Published(archive / FOLDER / name)
