"""The snapshot that pages are made from, and the pages kept ready: a page is a function of the snapshot and its address."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from marsad import store
from marsad.base.corrections import Ledger
from marsad.base.errors import MarsadError
from marsad.base.findings import Assessment
from marsad.store import Published, Where
from marsad.store.publish import FOLDER, POINTER
from marsad.verbs import showing
from marsad.web.laying import Log, folder_at, lay, limited

KEPT_BYTES = 32 << 20
"""Pages kept ready; a place's page takes some 60 KB."""

LARGEST_KEPT = 1 << 20

PAST_KEPT = 4
"""Earlier states kept open; each holds a small engine of its own."""


@dataclass(frozen=True)
class Kept:
    """An answer kept ready: its bytes, type and tag."""

    body: bytes
    media: str
    etag: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def packed(self) -> bytes:
        """The bytes compressed; worked out once."""
        return self._packed

    @cached_property
    def _packed(self) -> bytes:
        # no moment in the header: the same bytes give the same bytes
        return gzip.compress(self.body, 6, mtime=0)


def kept(body: bytes, media: str, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Kept:
    """An answer with the tag that its bytes give."""
    return Kept(body, media, f'"{hashlib.sha256(body).hexdigest()[:24]}"', status, headers)


class Snapshot:
    """One published snapshot with what is asked of it often, worked out once."""

    def __init__(self, rows: Published, ledger: Ledger | None = None, *, whole: Published | None = None, at: str = "") -> None:
        self.rows = rows
        self.whole = whole or rows
        """The records as they were read, where people changed some."""
        self.ledger = ledger or Ledger()
        # a page is a function of this name: it moves with the log, and with the moment that is asked about
        entry = f"+{self.ledger.entries[-1].number}" if self.ledger.entries else ""
        self.name = f"{rows.name}{entry}" + (f"@{at}" if at else "")
        self.about = rows.about

    @cached_property
    def assessment(self) -> Assessment:
        """What the run assessed."""
        return showing.assessment(self.rows)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-3 codes of the region."""
        return tuple(self.about["countries"])

    @cached_property
    def recent_cells(self) -> dict[int, int]:
        """Deaths of the last twelve months by cell; empty where no cell is counted."""
        since = Where("month_id", ">=", int(self.about["as_of"]) - 11)
        return {int(k): int(v) for k, v in self.rows.sums("panels", "unit_id", "outcome", [Where("level", "=", "cell"), since]).items()}

    @cached_property
    def expected_cells(self) -> dict[int, float]:
        """Deaths expected over the next twelve months by cell: means of the draws; empty where no cell is forecast."""
        rows = self.rows.rows("forecasts", [Where("level", "=", "cell"), Where("step", "<=", 12)], select=["unit_id", "mean"]).to_pydict()
        found: dict[int, float] = {}
        for unit, mean in zip(rows["unit_id"], rows["mean"], strict=True):
            found[unit] = found.get(unit, 0.0) + mean
        return found

    @cached_property
    def groups(self) -> dict[str, dict[str, Any]]:
        """What the run found of each armed group, by its key; empty in a snapshot of an earlier Marsad."""
        if "findings" not in self.rows.tables:
            return {}
        rows = self.rows.rows("findings", [Where("kind", "=", "group")], order=["key"]).to_pylist()
        return {row["key"]: json.loads(row["record"]) for row in rows}

    @cached_property
    def group_names(self) -> dict[str, dict[str, list[str]]]:
        """How every group of the entity table is written, by its key and language; empty in a snapshot of an earlier Marsad."""
        if "findings" not in self.rows.tables:
            return {}
        rows = self.rows.rows("findings", [Where("kind", "=", "region")], limit=1).to_pylist()
        names: dict[str, Any] = json.loads(rows[0]["record"]).get("group_names", {}) if rows else {}
        return {key.removeprefix("group:"): value for key, value in names.items()}


class Shelf:
    """The newest snapshot of an archive, or of the sample's archive where the other has none."""

    def __init__(self, archive: Path, *, desk: bool = False) -> None:
        self.desk = desk
        self._folders = (archive, archive / "sample")
        self._log = Log(archive)
        self._lock = threading.Lock()
        self._open: tuple[Any, Snapshot] | None = None
        self._past: OrderedDict[tuple[str, str], Snapshot] = OrderedDict()
        self._kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()
        self._bytes = 0

    def snapshot(self) -> Snapshot | None:
        """The newest snapshot, opened anew when a run has published another; None where there is none.

        Raises:
            StoreError: it is damaged.
        """
        place = self._mark()
        if place is None:
            return None
        mark = (*place, self._log.revision())
        held = self._open
        if held is not None and held[0] == mark:
            return held[1]
        with self._lock:
            if self._open is None or self._open[0] != mark:
                found = store.open_published(mark[0])
                if found is None:
                    return None
                # requests under way keep the old one; it goes when the last of them is done
                self._open = (mark, _laid(found, self._log.ledger()))
                self._kept.clear()
                self._bytes = 0
            return self._open[1]

    def writing(self) -> bool:
        """Whether a run is writing a snapshot right now."""
        return any(found.is_dir() for folder in self._folders for found in (folder / FOLDER).glob(".*.part"))

    def at(self, moment: str) -> Snapshot | None:
        """The archive as it stood at a moment: the snapshot published last by then where it is kept, else the records that runs had
        brought by then; both with the log as it stood.

        Raises:
            NotThereError: no run had brought anything by then.
        """
        current = self.snapshot()
        if current is None:
            return None
        key = (current.name, moment)
        with self._lock:
            if key in self._past:
                self._past.move_to_end(key)
                return self._past[key]
        home = current.rows.folder.parent.parent
        folder = folder_at(home, moment)
        found = Published(folder or current.rows.folder)
        if folder is None and not limited(found, moment):
            raise NotThereError("nothing was known here at that moment")
        made = _laid(found, self._log.ledger().until(moment), at=moment, runs=folder is None)
        with self._lock:
            self._past[key] = made
            while len(self._past) > PAST_KEPT:
                self._past.popitem(last=False)
        return made

    def _mark(self) -> tuple[Path, int, int] | None:
        for folder in self._folders:
            try:
                found = (folder / FOLDER / POINTER).stat()
            except OSError:
                continue
            return folder, found.st_mtime_ns, found.st_ino
        return None

    def held(self, key: tuple[str, str]) -> Kept | None:
        """The answer kept ready for a snapshot's name and an address."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def answer(self, key: tuple[str, str], make: Callable[[], Kept]) -> Kept:
        """The answer kept ready, or made now and kept if it is whole and small enough."""
        found = self.held(key)
        if found is not None:
            return found
        made = make()
        if made.status == 200 and len(made.body) <= LARGEST_KEPT:
            with self._lock:
                if key not in self._kept:
                    self._kept[key] = made
                    self._bytes += len(made.body)
                while self._bytes > KEPT_BYTES:
                    _, gone = self._kept.popitem(last=False)
                    self._bytes -= len(gone.body)
        return made

    def full(self) -> bool:
        """Whether pages made ahead would push out those that were asked for: a quarter of the room is left to these."""
        return self._bytes > KEPT_BYTES * 3 // 4


def _laid(rows: Published, ledger: Ledger, *, at: str = "", runs: bool = False) -> Snapshot:
    """The snapshot with people's changes over it; a second one as read, where they changed any of its records."""
    if not any(ledger.touched(kind) for kind in ("event", "engagement", "statement")):
        return Snapshot(rows, ledger, at=at)
    whole = Published(rows.folder)
    if runs:
        limited(whole, at)
    lay(rows, ledger)
    return Snapshot(rows, ledger, whole=whole, at=at)


class NotThereError(MarsadError):
    """What was asked for is not in the snapshot."""


class StrangeError(MarsadError):
    """An address, id or filter that can name nothing."""
