"""Runs asked for from the pages: one at a time, each a process of its own that outlives the server and is found again.

What a run says on its way lies in `<archive>/desk-runs/<id>.log`, what it reports at its end in `<id>.json`; its row in the desk's file
names the process. So a server that starts anew knows of it what the one before knew.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from marsad.base.errors import StoreError
from marsad.store.desk import Desk, append

FOLDER = "desk-runs"
PATIENCE = timedelta(seconds=10)
"""How long a run that was cancelled may take to end before it is ended."""

LINES_MOST = 2000
"""Lines of a run's progress that are kept for its page."""

KEPT = 50
"""Runs whose files are kept."""

_started: dict[int, subprocess.Popen[bytes]] = {}
"""Processes that this one started, by id: only their parent hears how they ended, and must, or they stay as zombies."""


class BusyError(StoreError):
    """A run is under way."""


@dataclass(frozen=True, slots=True)
class AskedRun:
    """One run that somebody asked for.

    Attributes:
        id: number of the run.
        account: who asked.
        started: moment.
        request: what was asked, as plain values.
        status: running, done, failed or cancelled.
        finished: moment; None while it runs.
        message: the last it said where it failed; None otherwise.
        stopping: whether it was told to stop.
    """

    id: int
    account: str
    started: str
    request: dict[str, Any]
    status: str
    finished: str | None
    message: str | None
    stopping: bool

    def as_json(self) -> dict[str, Any]:
        """The run as plain values."""
        names = ("id", "account", "started", "request", "status", "finished", "message", "stopping")
        return {name: getattr(self, name) for name in names}


class Runs:
    """The runs of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.folder = desk.folder / FOLDER

    def start(self, account: str, request: Mapping[str, Any], command: Sequence[str], environ: Mapping[str, str]) -> AskedRun:
        """Start a run as a process of its own.

        Args:
            account: who asks.
            request: what is asked, for the record.
            command: words of the command; its report goes to a file, not to this process.
            environ: variables of the process.

        Raises:
            BusyError: another run is under way.
            StoreError: the process cannot be started.
        """
        self.settle()
        self.folder.mkdir(parents=True, exist_ok=True)
        now = self._desk.moment()
        with self._desk.write() as con:
            if con.execute("SELECT 1 FROM runs WHERE status = 'running'").fetchone():
                raise BusyError("a run is under way: wait for its end, or cancel it")
            number = int(con.execute("SELECT coalesce(max(id), 0) + 1 FROM runs").fetchone()[0])
            process = self._spawned(number, command, environ)
            try:
                row = (number, account, now, json.dumps(dict(request)), process.pid, _born(process.pid))
                con.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, 'running', NULL, NULL, NULL)", row)
                append(con, (now, account, "run-started", f"run:{number}"), {"request": dict(request)})
            except sqlite3.Error:
                process.kill()
                process.wait()
                raise
        _started[process.pid] = process
        self._forget(number)
        return self.one(number)

    def _spawned(self, number: int, command: Sequence[str], environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
        try:
            with open(self._file(number, "json"), "wb") as out, open(self._file(number, "log"), "wb") as err:
                # a session of its own: what ends the server must not end the run
                return subprocess.Popen(
                    list(command), stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=dict(environ), start_new_session=True
                )
        except OSError as wrong:
            raise StoreError(f"the run cannot be started: {wrong.strerror or wrong}") from wrong

    def _file(self, number: int, ending: str) -> Path:
        return self.folder / f"{number}.{ending}"

    def cancel(self, number: int, account: str) -> AskedRun:
        """Tell a run to stop; one that has ended stays as it is."""
        self.settle()
        with self._desk.write() as con:
            sql = "SELECT process, born FROM runs WHERE id = ? AND status = 'running' AND cancelled IS NULL"
            row = con.execute(sql, (number,)).fetchone()
            if row is not None:
                con.execute("UPDATE runs SET cancelled = ? WHERE id = ?", (self._desk.moment(), number))
                append(con, (self._desk.moment(), account, "run-cancelled", f"run:{number}"), {})
        if row is not None and _alive(row[0], row[1]):
            _signalled(row[0], signal.SIGTERM)
        return self.one(number)

    def settle(self) -> None:
        """Note the end of a run whose process is gone, and end one that would not stop."""
        for row in self._desk.rows("SELECT * FROM runs WHERE status = 'running'"):
            if _alive(row["process"], row["born"]):
                if row["cancelled"] and self._desk.clock() - datetime.fromisoformat(row["cancelled"]) > PATIENCE:
                    _signalled(row["process"], signal.SIGKILL)
                continue
            done = self._report(row["id"]) is not None
            status = "done" if done else "cancelled" if row["cancelled"] else "failed"
            lines = self.lines(row["id"])
            message = lines[-1] if status == "failed" and lines else None
            with self._desk.write() as con:
                now = self._desk.moment()
                changed = con.execute(
                    "UPDATE runs SET status = ?, finished = ?, message = ? WHERE id = ? AND status = 'running' RETURNING id",
                    (status, now, message, row["id"]),
                ).fetchall()
                if changed:
                    append(con, (now, "marsad", "run-ended", f"run:{row['id']}"), {"status": status})

    def one(self, number: int) -> AskedRun:
        """The run of that number.

        Raises:
            StoreError: there is none.
        """
        self.settle()
        found = self._desk.rows("SELECT * FROM runs WHERE id = ?", number)
        if not found:
            raise StoreError(f"there is no run {number}")
        return _asked(found[0])

    def listed(self, *, limit: int = 20) -> list[AskedRun]:
        """The latest runs, newest first."""
        self.settle()
        return [_asked(row) for row in self._desk.rows("SELECT * FROM runs ORDER BY id DESC LIMIT ?", limit)]

    def lines(self, number: int, *, after: int = 0) -> list[str]:
        """Whole lines of a run's progress, those after the first `after`."""
        try:
            raw = self._file(number, "log").read_bytes()
        except OSError:
            return []
        whole = raw[: raw.rfind(b"\n") + 1].decode("utf-8", "replace").splitlines()
        return [line.removeprefix("marsad: ") for line in whole[after:LINES_MOST]]

    def _report(self, number: int) -> dict[str, Any] | None:
        try:
            found = json.loads(self._file(number, "json").read_text(encoding="utf-8").strip().splitlines()[-1])
        except (OSError, ValueError, IndexError):
            return None
        return found if isinstance(found, dict) else None

    def _forget(self, newest: int) -> None:
        for file in self.folder.iterdir():
            if file.stem.isdigit() and int(file.stem) <= newest - KEPT:
                file.unlink(missing_ok=True)


def _asked(row: Mapping[str, Any]) -> AskedRun:
    return AskedRun(
        row["id"], row["account"], row["started"], json.loads(row["request"]), row["status"], row["finished"], row["message"],
        bool(row["cancelled"]),
    )  # fmt: skip


def _alive(process: int, born: str) -> bool:
    """Whether the process still runs; one of the same number that began at another time is another process."""
    own = _started.get(process)
    if own is not None:
        if own.poll() is None:
            return True
        del _started[process]
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return False
    return _born(process) == born


def _born(process: int) -> str:
    """When a process began, in the system's own count; empty where the system does not tell, or the process has ended."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if told[0] == "Z" else told[19]


def _signalled(process: int, what: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process, what)
