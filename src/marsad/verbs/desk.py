"""Work at the desk from the command line: corrections, notes, the log, accounts. The pages do the same through the same store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.corrections import DOCUMENT, RECORD, Entry, broken_at
from marsad.base.errors import StoreError, UsageError
from marsad.verbs.correcting import TABLES, summary, twins
from marsad.verbs.report import Report
from marsad.verbs.superseding import line_of

if TYPE_CHECKING:
    from marsad.settings import Settings
    from marsad.store.desk import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change that somebody makes: to what, what, and why."""

    author: str
    action: str
    subject: str
    body: Mapping[str, Any]


def change(settings: Settings, asked: Change, clock: Clock) -> Report:
    """Append a change to the log; the next run counts and tells by it.

    Raises:
        UsageError: there is no such record, outcome or document.
        RecordError: the change has no meaning.
    """
    from marsad.store.desk import Desk

    author = checked_author(asked.author)
    entries = _looked_up(settings, asked) if asked.action not in ("note", "undo") else [(asked.subject, dict(asked.body))]
    desk = Desk(settings.archive, clock)
    made = [desk.add(author, asked.action, subject, {**body, "via": "command line"}) for subject, body in entries]
    lines = tuple(line_of(entry) for entry in made)
    return Report((*lines, "the next run counts and tells by it"), {"entries": [entry.as_json() for entry in made]})


def checked_author(name: str) -> str:
    """A name for the log.

    Raises:
        UsageError: it is none.
    """
    found = " ".join(name.split())
    if not 2 <= len(found) <= 60 or not all(sign.isprintable() and sign not in "<>" for sign in found):
        raise UsageError("an author has 2 to 60 letters: the log says who did what")
    return found


def _looked_up(settings: Settings, asked: Change) -> list[tuple[str, dict[str, Any]]]:
    """The change with what stood there before; a meeting that is retracted takes the event that stands for it along."""
    from marsad import store
    from marsad.verbs.telling import archive_folder

    with store.open_archive(archive_folder(settings)[0], settings.engine, read_only=True) as archive:

        def rows(table: str, **equal: Any) -> list[dict[str, Any]]:
            found = archive.table(table)
            for column, value in equal.items():
                found = found.filter(found[column] == value)
            listed: list[dict[str, Any]] = archive.execute(found).to_pylist()
            return listed

        return with_what_was(rows, asked.action, asked.subject, asked.body)


def with_what_was(rows: Any, action: str, subject: str, body: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Subject and body of each entry that a change makes, with `was`.

    Args:
        rows: called with a table's name and columns' values; gives the rows that have them.
        action: what is done.
        subject: id of a record.
        body: of the change.

    Raises:
        UsageError: there is no such record, outcome or document.
    """
    row = _one(rows, subject)
    given = {**body, "was": summary(row)}
    if action in ("same", "apart"):
        _one(rows, str(body.get("other", "")))
    if action == "status":
        given["was"] |= {"status": _status_before(row, body)}
        paper = str(body.get("document", ""))
        if not DOCUMENT.fullmatch(paper) or not rows("documents", id=paper):
            raise UsageError(f"there is no document {paper!r}: a status rests on one that was read")
    found = [(subject, given)]
    if action == "retract" and subject.startswith("engagement:"):
        for twin in twins(rows("events", document=row["document"]), subject):
            found.append((twin["id"], {**body, "was": summary(twin)}))
    return found


def _one(rows: Any, subject: str) -> dict[str, Any]:
    table = next((name for name, kind in TABLES.items() if subject.startswith(f"{kind}:")), None)
    found = rows(table, id=subject) if table and RECORD.fullmatch(subject) else []
    if not found:
        raise UsageError(f"there is no record {subject!r}: `marsad read --json` and the pages name them")
    row: dict[str, Any] = found[0]
    return row


def _status_before(row: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    outcomes = json.loads(row["record"]).get("outcomes", []) if row.get("record") else []
    number = body.get("outcome")
    if not isinstance(number, int) or not 0 <= number < len(outcomes):
        raise UsageError(f"the meeting has {len(outcomes)} outcomes, counted from 0")
    return str(outcomes[number]["status"])


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRequest:
    """Which entries, from the desk or from a file that `marsad log --json` wrote; whether the chain is verified."""

    subject: str | None = None
    file: Path | None = None
    verify: bool = False


def log(settings: Settings, request: LogRequest, clock: Clock) -> list[Report]:
    """The log, a report an entry; with `verify` whether its chain holds.

    Raises:
        StoreError: the chain breaks; the message says where.
    """
    from marsad.store.desk import FILE, Desk, verified

    if request.file is None and not (settings.archive / FILE).is_file():
        return [Report(("the log is empty: nobody changed anything yet",), {"entries": 0, "holds": True})] if request.verify else []
    if request.file is not None:
        entries = _of_file(request.file)
        wrong = broken_at(entries) if request.verify else None
        if wrong is not None:
            raise StoreError(f"the log in {request.file} does not hold: {wrong}")
        number, last = (entries[-1].number, entries[-1].hash) if entries else (0, "")
    else:
        desk = Desk(settings.archive, clock)
        number, last = verified(desk) if request.verify else (0, "")
        entries = [] if request.verify else desk.entries(subject=request.subject)
    if request.verify:
        return [Report((f"the log holds: {number} entries, the last {last}",), {"entries": number, "hash": last, "holds": True})]
    wanted = [entry for entry in entries if request.subject in (None, entry.subject)]
    return [Report((line_of(entry),), entry.as_json()) for entry in wanted]


def _of_file(file: Path) -> list[Entry]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [Entry(**json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, TypeError) as wrong:
        raise UsageError(f"{file} is no log: write one with `marsad log --json` ({wrong})") from wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRequest:
    """What is done to accounts, to which, by whom."""

    what: str
    name: str = ""
    rights: Sequence[str] = ()
    password: str = ""
    days: int = 90
    by: str = "command line"


def accounts(settings: Settings, request: AccountRequest, clock: Clock) -> list[Report]:
    """Make, list, change or disable accounts, or make and revoke their keys.

    Raises:
        UsageError: a name, password, right or key that is none.
    """
    from marsad.store.desk import Desk
    from marsad.store.desk_accounts import Accounts

    held, name, by = Accounts(Desk(settings.archive, clock)), request.name, request.by
    match request.what:
        case "add":
            held.add(name, request.password, request.rights, by=by)
        case "password":
            held.set_password(name, request.password, by=by)
        case "disabled" | "enabled":
            held.set_disabled(name, request.what, by=by)
        case "rights":
            held.set_rights(name, request.rights, by=by)
        case "token":
            key, token = held.make_token(name, request.rights, request.days, by=by)
            # told this once; only its hash is kept
            return [Report((f"key {key} of {name}, for {request.days} days; it is shown this once:", token), {"key": key, "token": token})]
        case "revoke":
            held.revoke(name, by=by)
            return [Report((f"key {name} is revoked",), {"key": name, "revoked": True})]
    found = [one for one in held.listed() if request.what == "list" or one["name"] == name]
    return [Report(_account_lines(one), one) for one in found]


def _account_lines(one: Mapping[str, Any]) -> tuple[str, ...]:
    state = "disabled" if one["disabled"] else "in force"
    keys = (f"    key {k['id']}: {k['rights']}, to {k['expires']}{', revoked' if k['revoked'] else ''}" for k in one["keys"])
    return (f"{one['name']}: {', '.join(one['rights'])} ({state})", *keys)
