"""What a person does to what a machine read: entries of an append-only log, chained by their hashes, and the state they add up to."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from marsad.base.errors import RecordError
from marsad.base.records import PLOVER_TYPES

RECORD_ACTIONS = ("correct", "retract", "same", "apart", "status", "note", "undo")
"""correct and retract a record, confirm (same) or split (apart) duplicates, set an outcome's status, note on a place, undo an entry."""

FIRST = "0" * 64
"""What the first entry of a log names as the hash before it."""

STATUSES = ("0", "1", "2", "3", "unknown", "superseded")
"""The Kroc scale of an outcome: not initiated, minimum, intermediate, full; beside it unknown and superseded."""

TEXT_MOST = 2000
"""Characters of a reason or a note."""

RECORD = re.compile(r"(event|engagement|statement):[0-9a-z_.:-]{1,80}")
PLACE = re.compile(r"country:[A-Z]{3}|cell:[1-9][0-9]{0,5}")
DOCUMENT = re.compile(r"[0-9a-f]{64}")
# a bidirectional control turns the text around it about, and a plain direction mark hides in a name
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_MARKUP = re.compile(r"<\s*[/!?A-Za-z]")

FIELDS: dict[str, tuple[str, ...]] = {
    "event": ("type", "date", "deaths", "country", "cell", "flags"),
    "engagement": ("form", "date", "country"),
    "statement": (),
}
"""What can be corrected of each kind of record; the rest can only be retracted."""

FLAGS = ("negated", "future", "hypothetical", "historical", "attributed")
FORMS = ("meeting", "visit", "call", "summit", "agreement")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    Attributes:
        number: from 1, without a gap.
        time: moment in UTC, such as `2026-11-26T10:00:00+00:00`.
        author: account, or the name given on the command line.
        action: one of `RECORD_ACTIONS`, or what somebody did to accounts and runs.
        subject: id of a record, a place such as `country:MLI`, an account, a run.
        body: what is changed, why, and what was there.
        previous: hash of the entry before.
        hash: of this entry; see `entry_hash`.
    """

    number: int
    time: str
    author: str
    action: str
    subject: str
    body: Mapping[str, Any]
    previous: str
    hash: str

    @property
    def reason(self) -> str:
        """Why, in its author's words; the text of a note."""
        return str(self.body.get("reason") or self.body.get("text") or "")

    def as_json(self) -> dict[str, Any]:
        """The entry as plain values."""
        return {name: getattr(self, name) for name in ("number", "time", "author", "action", "subject", "body", "previous", "hash")}


def entry_hash(values: Mapping[str, Any]) -> str:
    """SHA-256 of an entry without its own hash, as JSON with sorted keys and no blanks; it holds the hash before it.

    >>> entry_hash({"number": 1, "hash": "left out"}) == entry_hash({"number": 1})
    True
    """
    told = {key: value for key, value in values.items() if key != "hash"}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def broken_at(entries: Iterable[Entry], *, previous: str = FIRST, number: int = 1) -> str | None:
    """Where the chain breaks, in words; None where every entry follows from the one before."""
    for entry in entries:
        if entry.number != number:
            return f"entry {number} is missing: {entry.number} stands in its place"
        if entry.previous != previous:
            return f"entry {number} does not follow from the one before it"
        if entry_hash(entry.as_json()) != entry.hash:
            return f"entry {number} was changed after it was written"
        previous, number = entry.hash, number + 1
    return None


def checked_text(text: str, what: str) -> str:
    """A reason or note, stripped.

    Raises:
        RecordError: it is empty, too long, holds controls or marks that turn the direction of what stands around, or mark-up.
    """
    found = text.replace("\r\n", "\n").strip()
    if not found:
        raise RecordError(f"{what} is empty")
    if len(found) > TEXT_MOST:
        raise RecordError(f"{what} has more than {TEXT_MOST} characters")
    for sign in found:
        if sign in _TURNING or (unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") and sign != "\n"):
            raise RecordError(f"{what} holds U+{ord(sign):04X}, a control or direction mark: write it without")
    if _MARKUP.search(found):
        raise RecordError(f"{what} holds mark-up: write plain text")
    return found


def checked_changes(kind: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes to a record of that kind, each of its own form.

    Raises:
        RecordError: an unknown field, a value that is none of it, or nothing to change.
    """
    allowed = FIELDS.get(kind, ())
    if unknown := sorted(changes.keys() - set(allowed)):
        raise RecordError(f"of {kind} records {', '.join(allowed) or 'nothing'} can be corrected, not {', '.join(unknown)}")
    if not changes:
        raise RecordError("nothing to correct: name at least one field")
    return {name: _CHECKS[name](value) for name, value in changes.items()}


def _deaths(value: Any) -> dict[str, int] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or value.keys() != {"low", "best", "high"}:
        raise RecordError("deaths are low, best and high, or nothing at all")
    counts = [value[name] for name in ("low", "best", "high")]
    if any(isinstance(n, bool) or not isinstance(n, int) for n in counts) or not 0 <= counts[0] <= counts[1] <= counts[2] <= 10_000_000:
        raise RecordError("deaths are whole numbers that rise from low to high")
    return dict(zip(("low", "best", "high"), counts, strict=True))


def _date(value: Any) -> dict[str, str]:
    try:
        start, end = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    except (TypeError, KeyError, ValueError):
        raise RecordError("a date is start and end, such as 2026-05-12") from None
    if not date(1900, 1, 1) <= start <= end <= date(2199, 12, 31):
        raise RecordError("a date runs from its start to its end, after 1900")
    return {"start": start.isoformat(), "end": end.isoformat()}


def _among(known: tuple[str, ...], what: str) -> Any:
    def check(value: Any) -> str:
        if value not in known:
            raise RecordError(f"{value!r} is no {what}: choose {', '.join(known)}")
        return str(value)

    return check


def _country(value: Any) -> str | None:
    from marsad.base.places import country_by_iso3

    if value is not None and (not isinstance(value, str) or country_by_iso3(value) is None):
        raise RecordError(f"{value!r} is no country: write its ISO 3166-1 alpha-3 code, such as MLI")
    return value


def _cell(value: Any) -> int | None:
    from marsad.base.places import cell_areas

    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value not in cell_areas()):
        raise RecordError(f"{value!r} is no PRIO-GRID cell with land in it")
    return value


def _flags(value: Any) -> list[str]:
    if not isinstance(value, (list, tuple)) or any(flag not in FLAGS for flag in value):
        raise RecordError(f"flags are a list of {', '.join(FLAGS)}")
    return list(dict.fromkeys(value))


_CHECKS: dict[str, Any] = {
    "type": _among(PLOVER_TYPES, "PLOVER type"), "form": _among(FORMS, "form of meeting"), "date": _date, "deaths": _deaths,
    "country": _country, "cell": _cell, "flags": _flags,
}  # fmt: skip


def checked_entry(action: str, subject: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The body of an entry on a record or place, of that action's own form; `was`, what stood there before, is kept as it is.

    Raises:
        RecordError: the action, its subject or its body has no meaning.
    """
    wanted = PLACE if action == "note" else re.compile(r"[1-9][0-9]{0,9}") if action == "undo" else RECORD
    if action not in RECORD_ACTIONS or not wanted.fullmatch(subject):
        raise RecordError(f"{subject!r} is nothing that {action!r} can be done to")
    kind = subject.partition(":")[0]
    found: dict[str, Any] = {}
    match action:
        case "note":
            return {"text": checked_text(str(body.get("text", "")), "the note")}
        case "correct":
            found["changes"] = checked_changes(kind, body.get("changes") or {})
        case "same" | "apart":
            other = str(body.get("other", ""))
            if not RECORD.fullmatch(other) or other == subject or other.partition(":")[0] != kind or kind == "statement":
                raise RecordError("duplicates are two events or two meetings: name the other one's id")
            found["other"] = other
        case "status":
            found = _status(kind, body)
    if body.get("was") is not None:
        found["was"] = dict(body["was"])
    return found | {"reason": checked_text(str(body.get("reason", "")), "the reason")}


def _status(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    outcome, status, document = body.get("outcome"), str(body.get("status")), str(body.get("document", ""))
    if kind != "engagement" or isinstance(outcome, bool) or not isinstance(outcome, int) or not 0 <= outcome < 1000:
        raise RecordError("a status belongs to an outcome of a meeting, counted from 0")
    if status not in STATUSES:
        raise RecordError(f"{status!r} is no status: choose {', '.join(STATUSES)}")
    if not DOCUMENT.fullmatch(document):
        raise RecordError("a status rests on a document: name its id, 64 digits and letters from a to f")
    return {"outcome": outcome, "status": status, "document": document}


@dataclass(frozen=True)
class Ledger:
    """What the log says of records and places, with what was undone taken out.

    Attributes:
        entries: on records and places, oldest first.
        head: number of the last entry read, of whatever kind; 0 for an empty log.
        hash: of that entry.
    """

    entries: tuple[Entry, ...] = ()
    head: int = 0
    hash: str = FIRST
    _by_subject: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        # an undo of an undo brings the first back, so the newest are looked at first
        undone: set[int] = set()
        for entry in reversed(self.entries):
            if entry.action == "undo" and entry.number not in undone:
                undone.add(int(entry.subject))
        held: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.action != "undo" and entry.number not in undone:
                held.setdefault(entry.subject, []).append(entry)
        self._by_subject.update({subject: tuple(found) for subject, found in held.items()})

    def of(self, subject: str) -> tuple[Entry, ...]:
        """Entries in force on a record or place, oldest first."""
        return self._by_subject.get(subject, ())

    @cached_property
    def in_force(self) -> tuple[Entry, ...]:
        """Every entry in force, oldest first."""
        return tuple(sorted((entry for found in self._by_subject.values() for entry in found), key=lambda e: e.number))

    def until(self, moment: str) -> Ledger:
        """The ledger as it stood at a moment (text in UTC, compared as such)."""
        kept = tuple(entry for entry in self.entries if entry.time <= moment)
        return Ledger(kept, kept[-1].number if kept else 0, kept[-1].hash if kept else FIRST)

    def retraction(self, record: str) -> Entry | None:
        """The entry that retracts a record, where one is in force."""
        return next((entry for entry in self.of(record) if entry.action == "retract"), None)

    def changes(self, record: str) -> dict[str, Any]:
        """Fields corrected, the latest value of each."""
        found: dict[str, Any] = {}
        for entry in self.of(record):
            if entry.action == "correct":
                found |= entry.body["changes"]
        return found

    def statuses(self, engagement: str) -> tuple[Entry, ...]:
        """Statuses set for outcomes of a meeting, oldest first."""
        return tuple(entry for entry in self.of(engagement) if entry.action == "status")

    def notes(self, place: str) -> tuple[Entry, ...]:
        """Notes on a place, oldest first."""
        return tuple(entry for entry in self.of(place) if entry.action == "note")

    @cached_property
    def pairs(self) -> tuple[dict[tuple[str, str], Entry], dict[tuple[str, str], Entry]]:
        """Duplicates confirmed, and pairs split; the later entry on a pair decides. Each pair is (the one that stays, the other)."""
        same: dict[frozenset[str], Entry] = {}
        for entry in self.in_force:
            if entry.action in ("same", "apart"):
                same[frozenset((entry.subject, entry.body["other"]))] = entry
        tied: dict[tuple[str, str], Entry] = {}
        split: dict[tuple[str, str], Entry] = {}
        for entry in same.values():
            (split if entry.action == "apart" else tied)[entry.subject, entry.body["other"]] = entry
        return tied, split

    def touched(self, kind: str) -> tuple[str, ...]:
        """Ids of records of a kind that entries in force change, retract or tie."""
        found = [s for s in self._by_subject if s.startswith(f"{kind}:")]
        others = [e.body["other"] for e in self.in_force if e.action in ("same", "apart") and e.subject.startswith(f"{kind}:")]
        return tuple(dict.fromkeys((*found, *others)))
