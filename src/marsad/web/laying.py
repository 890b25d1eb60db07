"""What people changed, laid over a published snapshot: the newest state, and each state before it."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from marsad.base.corrections import Ledger
from marsad.base.errors import StoreError
from marsad.store import Published, Where
from marsad.store.desk import FILE, Desk, read_ledger
from marsad.store.publish import FOLDER
from marsad.verbs.correcting import TABLES, corrected_rows, left_out

KNOWN_BY_RUN = ("documents", "events", "engagements", "statements")
"""Tables whose rows name the run that brought them."""


def _no_clock() -> datetime:
    raise StoreError("pages open the log for reading alone")


class Log:
    """The log beside an archive, as far as pages need it; nothing where nobody changed anything yet."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._lock = threading.Lock()
        self._desk: Desk | None = None
        self._held: tuple[int, Ledger] = (0, Ledger())

    def revision(self) -> int:
        """Number of the last entry on a record or place."""
        if self._desk is None:
            if not (self._archive / FILE).is_file():
                return 0
            self._desk = Desk(self._archive, _no_clock)
        return self._desk.revision()

    def ledger(self) -> Ledger:
        """What the log says now."""
        revision = self.revision()
        with self._lock:
            if self._held[0] != revision:
                self._held = (revision, read_ledger(self._archive))
            return self._held[1]


def lay(rows: Published, ledger: Ledger) -> None:
    """Put corrected records in the place of those that were read, and leave out what nothing tells; before anybody asks."""
    for name, kind in TABLES.items():
        touched = ledger.touched(kind)
        if not touched or name not in rows.tables:
            continue
        held = rows.rows(name, [Where("id", "in", list(touched))])
        gone = left_out(ledger, kind)
        kept = held.filter([one not in gone or _tied(ledger, one, document) for one, document in _named(held)])
        rows.replace(name, without=touched, rows=corrected_rows(name, kept, ledger))


def _named(rows: Any) -> list[tuple[str, str | None]]:
    return list(zip(rows["id"].to_pylist(), rows["document"].to_pylist(), strict=True))


def _tied(ledger: Ledger, record: str, document: str | None) -> bool:
    """Whether a record that counts do without is told all the same: a copy in a text, which its tie explains."""
    return document is not None and ledger.retraction(record) is None


def moment_of(text: str) -> str:
    """The end of a day, or a moment, as the log writes it; None of it is a guess.

    Raises:
        ValueError: it is neither.

    >>> moment_of("2026-03-01"), moment_of("2026-03-01T10:00:00Z")
    ('2026-03-01T23:59:59+00:00', '2026-03-01T10:00:00+00:00')
    """
    found = datetime.fromisoformat(text)
    if len(text) == 10:
        found = datetime.combine(found.date(), time(23, 59, 59))
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")


def folder_at(home: Path, moment: str) -> Path | None:
    """The newest snapshot that is kept and was published by then."""
    found: list[tuple[str, Path]] = []
    for file in (home / FOLDER).glob("*/about.json"):
        try:
            published = json.loads(file.read_text(encoding="utf-8")).get("published")
        except (OSError, ValueError):
            continue  # one that is being taken away
        if published and published <= moment:
            found.append((published, file.parent))
    return max(found)[1] if found else None


def limited(rows: Published, moment: str) -> bool:
    """Leave out records that no run had brought by then; False where there was no run yet."""
    runs = [row["id"] for row in rows.rows("runs", select=["id", "started"]).to_pylist() if row["started"] <= moment]
    for name in KNOWN_BY_RUN:
        rows.replace(name, runs=runs)
    return bool(runs)
