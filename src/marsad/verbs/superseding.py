"""Whether a brief still holds: what it rests on, as its page says, against what people changed since it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.corrections import Entry, Ledger
from marsad.base.errors import UsageError
from marsad.base.months import month_of_date, parse_month

if TYPE_CHECKING:
    from marsad.settings import Settings
    from marsad.verbs.report import Report

PAGE_MOST = 4_000_000
"""Bytes of a file that is looked at as a brief; ours stay under a million."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a brief rests on: ids of records, countries counted up to a month, and the last entry of the log it knew."""

    records: frozenset[str]
    countries: frozenset[str]
    as_of: int
    log: int

    def meets(self, entry: Entry) -> bool:
        """Whether a change to a record, made after the brief, changes what it says."""
        ids = {entry.subject, str(entry.body.get("other", ""))}
        if ids & self.records:
            return True
        was: Mapping[str, Any] = entry.body.get("was") or {}
        # rows of event tables are counted, not cited: they matter by country and month
        if not entry.subject.startswith("event:") or was.get("document") or not was.get("date_end"):
            return False
        return was.get("country") in self.countries and month_of_date(date.fromisoformat(was["date_end"])) <= self.as_of


class _Metas(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the page says of itself."""
        given = dict(attrs)
        if tag == "meta" and (given.get("name") or "").startswith("marsad:"):
            self.found[str(given["name"]).removeprefix("marsad:")] = given.get("content") or ""


def basis_of(page: str) -> Basis:
    """What a brief's page says it rests on.

    Raises:
        UsageError: it is no brief of Marsad as a page, or one from before such notes were made.
    """
    found = _Metas(page).found
    try:
        return Basis(
            frozenset(found["records"].split()),
            frozenset(found["countries"].split()),
            int(parse_month(found["as-of"])),
            int(found["log"].split()[0]),
        )
    except (KeyError, ValueError, IndexError):
        raise UsageError("this page does not say what it rests on: check briefs that Marsad wrote as HTML") from None


def changes_since(basis: Basis, ledger: Ledger) -> tuple[Entry, ...]:
    """Entries in force, made after the brief, that change what it says; and the undoing of some that it stood on."""
    by_number = {entry.number: entry for entry in ledger.entries}
    live = {entry.number for entry in ledger.in_force}
    found = []
    for entry in ledger.entries:
        if entry.number <= basis.log:
            continue
        if entry.action == "undo":
            undone = by_number.get(int(entry.subject))
            if undone is not None and undone.number <= basis.log and undone.number not in live and basis.meets(undone):
                found.append(entry)
        elif entry.number in live and entry.action != "note" and basis.meets(entry):
            found.append(entry)
    return tuple(found)


def check_brief(settings: Settings, file: Path) -> Report:
    """Whether a brief was superseded, and by which changes.

    Raises:
        UsageError: the file is no brief as a page.
    """
    from marsad.store.desk import read_ledger
    from marsad.verbs.report import Report

    try:
        if file.stat().st_size > PAGE_MOST:
            raise UsageError(f"{file} is larger than any brief")
        page = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise UsageError(f"{file} cannot be read as a brief: {wrong}") from wrong
    basis = basis_of(page)
    ledger = read_ledger(settings.archive)
    found = changes_since(basis, ledger)
    head = f"{file.name}: {'superseded' if found else 'holds'} (made with the log to entry {basis.log}, now {ledger.head})"
    values = {
        "file": str(file), "superseded": bool(found), "records": len(basis.records), "log": basis.log,
        "changes": [told(entry, ledger) for entry in found],
    }  # fmt: skip
    return Report((head, *(line_of(entry) for entry in found)), values)


def line_of(entry: Entry) -> str:
    """An entry as a line for a person."""
    what = f"{entry.subject} {entry.body['other']}" if "other" in entry.body else entry.subject
    return f"{entry.number:>5}  {entry.time}  {entry.author}  {entry.action} {what}: {' '.join(entry.reason.split()) or '-'}"


def told(entry: Entry, ledger: Ledger) -> dict[str, Any]:
    """An entry without its author: what anybody may read."""
    body = {key: value for key, value in entry.body.items() if key not in ("was", "via")}
    live = entry in ledger.of(entry.subject)
    return {"number": entry.number, "time": entry.time, "action": entry.action, "subject": entry.subject, **body, "in_force": live}


def newest(entries: Iterable[Entry], most: int) -> list[Entry]:
    """The latest of some entries, newest first."""
    return sorted(entries, key=lambda entry: -entry.number)[:most]
