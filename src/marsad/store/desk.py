"""The desk's file: an append-only, hash-chained log of what people did, in SQLite beside the archive.

The archive is a one-writer analytic file; accounts and the log need small transactions by several processes, so they live apart.
`desk_accounts` and `desk_runs` keep their tables in the same file, so that what is done and its line in the log are one transaction.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from marsad.base.corrections import FIRST, RECORD_ACTIONS, Entry, Ledger, broken_at, checked_entry, entry_hash
from marsad.base.errors import RecordError, StoreError

FILE = "desk.sqlite"
VERSION = 1
Clock = Callable[[], datetime]
"""Gives the moment, in UTC; the store reads no clock of its own."""

_ON_RECORDS = f"action IN ({', '.join(repr(action) for action in RECORD_ACTIONS)})"
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS log (
  number INTEGER PRIMARY KEY, time TEXT NOT NULL, author TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
  body TEXT NOT NULL, previous TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX IF NOT EXISTS log_of_records ON log (number) WHERE {_ON_RECORDS};
CREATE TRIGGER IF NOT EXISTS log_is_kept BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS log_stays BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TABLE IF NOT EXISTS accounts (
  name TEXT PRIMARY KEY, hash TEXT NOT NULL, rights TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0, created TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), csrf TEXT NOT NULL, created TEXT NOT NULL, seen TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS tokens (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), hash TEXT NOT NULL, rights TEXT NOT NULL, created TEXT NOT NULL,
  expires TEXT NOT NULL, revoked TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS attempts (key TEXT NOT NULL, time TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_key ON attempts (key, time);
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY, account TEXT NOT NULL, started TEXT NOT NULL, request TEXT NOT NULL, process INTEGER NOT NULL,
  born TEXT NOT NULL, status TEXT NOT NULL, cancelled TEXT, finished TEXT, message TEXT
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_run ON runs (status) WHERE status = 'running';
PRAGMA user_version = {VERSION};
"""


def stamp(moment: datetime) -> str:
    """A moment as the log writes it: UTC, to the second, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


class Desk:
    """The desk of an archive, open for reading and appending; many threads may use it, each over a connection of its own."""

    def __init__(self, archive: Path, clock: Clock) -> None:
        self.folder = archive
        self.path = archive / FILE
        self.clock = clock
        self._local = threading.local()
        try:
            if not self.path.is_file():
                archive.mkdir(parents=True, exist_ok=True)
                # hashes of passwords lie in it: for its owner alone
                self.path.touch(mode=0o600)
            held = int(self.rows("PRAGMA user_version")[0]["user_version"])
            if held > VERSION:
                raise StoreError(f"{self.path} was written by a newer Marsad: use that one")
            if held < VERSION:
                self._connection().executescript(_SCHEMA)
        except OSError as wrong:
            raise StoreError(f"{self.path} cannot be written: {wrong.strerror or wrong}; check rights and space") from wrong

    def moment(self) -> str:
        """The moment, as the log writes it."""
        return stamp(self.clock())

    def _connection(self) -> sqlite3.Connection:
        con: sqlite3.Connection | None = getattr(self._local, "con", None)
        if con is None:
            con = _open(self.path)
            self._local.con = con
        return con

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing.

        Raises:
            StoreError: another process holds the file for longer than ten seconds, or it is damaged.
        """
        try:
            con = self._connection()
            con.execute("BEGIN IMMEDIATE")
            try:
                yield con
            except BaseException:
                con.execute("ROLLBACK")
                raise
            con.execute("COMMIT")
        except sqlite3.Error as wrong:
            raise StoreError(f"{self.path} cannot be written: {wrong}") from wrong

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """Rows of a question that changes nothing."""
        try:
            cursor = self._connection().execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except sqlite3.Error as wrong:
            raise StoreError(f"{self.path} cannot be read: {wrong}") from wrong

    def add(self, author: str, action: str, subject: str, body: Mapping[str, Any]) -> Entry:
        """Append an entry on a record or place, checked.

        Raises:
            RecordError: the entry has no meaning; nothing was written.
        """
        if action not in RECORD_ACTIONS:
            raise RecordError(f"{action!r} is nothing that can be done to a record: choose {', '.join(RECORD_ACTIONS)}")
        found = checked_entry(action, subject, body)
        if "via" in body:
            found["via"] = str(body["via"])
        with self.write() as con:
            if action == "undo" and not con.execute(f"SELECT 1 FROM log WHERE number = ? AND {_ON_RECORDS}", (int(subject),)).fetchone():
                raise RecordError(f"the log has no entry {subject} that could be undone")
            return append(con, (self.moment(), author, action, subject), found)

    def entries(self, *, after: int = 0, subject: str | None = None, limit: int | None = None, newest: bool = False) -> list[Entry]:
        """Entries after a number, in order, or the newest first."""
        where, values = "number > ?", [after]  # type: str, list[Any]
        if subject is not None:
            where, values = where + " AND subject = ?", [*values, subject]
        order = "DESC" if newest else "ASC"
        sql = f"SELECT * FROM log WHERE {where} ORDER BY number {order} LIMIT ?"
        return [_entry(row) for row in self.rows(sql, *values, -1 if limit is None else limit)]

    def head(self) -> tuple[int, str]:
        """Number and hash of the last entry."""
        found = self.rows("SELECT number, hash FROM log ORDER BY number DESC LIMIT 1")
        return (found[0]["number"], found[0]["hash"]) if found else (0, FIRST)

    def revision(self) -> int:
        """Number of the last entry on a record or place: while it stays, so does everything that pages show of them."""
        return int(self.rows(f"SELECT coalesce(max(number), 0) AS n FROM log WHERE {_ON_RECORDS}")[0]["n"])

    def ledger(self) -> Ledger:
        """What the log says of records and places."""
        found = tuple(_entry(row) for row in self.rows(f"SELECT * FROM log WHERE {_ON_RECORDS} ORDER BY number"))
        head, last = self.head()
        return Ledger(found, head, last)

    def close(self) -> None:
        """Let go of this thread's connection."""
        con = getattr(self._local, "con", None)
        if con is not None:
            con.close()
            self._local.con = None


def append(con: sqlite3.Connection, told: tuple[str, str, str, str], body: Mapping[str, Any]) -> Entry:
    """Append an entry inside a transaction: moment, author, action and subject, and its body."""
    last = con.execute("SELECT number, hash FROM log ORDER BY number DESC LIMIT 1").fetchone()
    number, previous = (last[0] + 1, last[1]) if last else (1, FIRST)
    time, author, action, subject = told
    values = {"number": number, "time": time, "author": author, "action": action, "subject": subject, "body": body, "previous": previous}
    entry = Entry(**values, hash=entry_hash(values))  # type: ignore[arg-type]
    text = json.dumps(body, ensure_ascii=False, sort_keys=True)
    con.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, time, author, action, subject, text, previous, entry.hash))
    return entry


def _entry(row: Mapping[str, Any]) -> Entry:
    try:
        return Entry(**{**row, "body": json.loads(row["body"])})
    except ValueError as wrong:
        raise StoreError(f"entry {row['number']} of the log cannot be read ({wrong}): see `marsad log --verify`") from wrong


def _open(path: Path) -> sqlite3.Connection:
    con = sqlite3.connect(path, timeout=10, isolation_level=None)
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("PRAGMA synchronous = FULL")
    con.execute("PRAGMA foreign_keys = ON")
    return con


def read_ledger(archive: Path) -> Ledger:
    """What the log of an archive says of records and places; an empty ledger where nobody did anything yet.

    The sample's archive lies inside the other, and shares its desk.
    """
    home = archive.parent if archive.name == "sample" and not (archive / FILE).is_file() else archive
    return Desk(home, _no_clock).ledger() if (home / FILE).is_file() else Ledger()


def _no_clock() -> datetime:
    raise StoreError("this desk was opened for reading: give it a clock to write")


def verified(desk: Desk) -> tuple[int, str]:
    """Number and hash of the last entry of a log whose chain holds, which every published snapshot's note of it agrees with.

    Raises:
        StoreError: the chain breaks, or entries that a snapshot saw are gone; the message says where.
    """
    entries = desk.entries()
    wrong = broken_at(entries)
    if wrong is not None:
        raise StoreError(f"the log in {desk.path} does not hold: {wrong}")
    hashes = {entry.number: entry.hash for entry in entries} | {0: FIRST}
    for about in sorted([*desk.folder.glob("published/*/about.json"), *desk.folder.glob("sample/published/*/about.json")]):
        try:
            seen = json.loads(about.read_text(encoding="utf-8")).get("log")
        except (OSError, ValueError):
            continue  # being written, or damaged: the pages say so
        if seen and hashes.get(seen["number"]) != seen["hash"]:
            number = seen["number"]
            raise StoreError(f"the log in {desk.path} does not hold: {about.parent.name} was made with an entry {number} that is gone")
    return entries[-1].number if entries else 0, entries[-1].hash if entries else FIRST
