"""What a person does, from the pages or through the API, as entries of the log and as runs: one way for both."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from marsad.base.corrections import PLACE, RECORD_ACTIONS, Entry
from marsad.base.errors import RecordError, UsageError
from marsad.base.months import parse_month
from marsad.base.places import region
from marsad.settings import Settings
from marsad.store import Where
from marsad.store.desk_accounts import Who
from marsad.store.desk_runs import AskedRun
from marsad.verbs.desk import with_what_was
from marsad.web.office import Office
from marsad.web.shelf import NotThereError, Shelf, StrangeError


def change(office: Office, shelf: Shelf, who: Who, asked: Mapping[str, Any]) -> list[Entry]:
    """Append a change.

    Args:
        office: the desk.
        shelf: what is published, in which the record must stand.
        who: does it.
        asked: `action`, `subject` and the body of the entry.

    Raises:
        NotThereError: there is no such record, outcome or document in what is published.
        RecordError: the change has no meaning.
    """
    action, subject = str(asked.get("action", "")), str(asked.get("subject", ""))
    body = {key: value for key, value in asked.items() if key not in ("action", "subject", "was", "via")}
    if action not in RECORD_ACTIONS:
        raise RecordError(f"{action!r} is nothing that can be done: choose {', '.join(RECORD_ACTIONS)}")
    found = [(subject, body)]
    if action == "note":
        known_place(subject)
    elif action != "undo":
        found = _with_what_was(shelf, action, subject, body)
    return [office.desk.add(who.account, action, one, {**told, "via": who.via}) for one, told in found]


def known_place(subject: str) -> None:
    """Whether a place is one that notes can be written on.

    Raises:
        NotThereError: there is no such country or cell.
    """
    from marsad.base.places import cell_areas, country_by_iso3

    kind, _, name = subject.partition(":")
    known = PLACE.fullmatch(subject) and (country_by_iso3(name) if kind == "country" else int(name) in cell_areas())
    if not known:
        raise NotThereError("there is no such country or cell")


def _with_what_was(shelf: Shelf, action: str, subject: str, body: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    snapshot = shelf.snapshot()
    if snapshot is None:
        raise NotThereError("nothing is published yet")

    def rows(table: str, **equal: Any) -> list[dict[str, Any]]:
        # as it was read: a record that was retracted can be brought back, and corrected again
        found: list[dict[str, Any]] = snapshot.whole.rows(table, [Where(k, "=", v) for k, v in equal.items()]).to_pylist()
        return found

    try:
        return with_what_was(rows, action, subject, body)
    except UsageError as wrong:
        raise NotThereError(str(wrong)) from wrong


LANGUAGES = ("ar", "fr", "en")


def start_run(office: Office, who: Who, asked: Mapping[str, Any]) -> AskedRun:
    """Start a run of the server's own inputs.

    Args:
        office: the desk.
        who: asks.
        asked: `region`, `as_of` and `lang`, each as the command line takes it, or left out. What a run reads, the server's start says.

    Raises:
        StrangeError: a value that can mean nothing.
        BusyError: a run is under way.
    """
    words: list[str] = []
    request: dict[str, str] = {}
    for name, option, check in (("region", "--region", _region), ("as_of", "--as-of", _month), ("lang", "--lang", _language)):
        value = str(asked.get(name) or "")
        if value:
            check(value)
            request[name] = value
            words += [option, value]
    out = str(office.runs.folder / "brief")
    command = command_of(["--json", "--out", out, *words, *office.inputs])
    return office.runs.start(who.account, request, command, environ_of(office.settings))


def command_of(words: Sequence[str]) -> list[str]:
    """A run as a process of its own; its words stand in a list, so that nothing passes through a shell."""
    return [sys.executable, "-c", "from marsad.cli import main; main()", "run", *words]


def environ_of(settings: Settings) -> dict[str, str]:
    """Variables of a run: those of the server, with its settings named one by one."""
    own = {}
    for one in fields(settings):
        value = getattr(settings, one.name)
        if isinstance(value, tuple):
            value = ":".join(map(str, value))
        own[f"MARSAD_{one.name.upper()}"] = str(value)
    return {**os.environ, **own, "PYTHONUNBUFFERED": "1"}


def _region(value: str) -> None:
    if not re.fullmatch(r"[A-Za-z-]{2,40}", value):
        raise StrangeError("a region is named by its key, or a country by its code")
    try:
        region(value)
    except UsageError as wrong:
        raise StrangeError(str(wrong)) from wrong


def _month(value: str) -> None:
    if not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", value):
        raise StrangeError("a month is written as 2026-05")
    parse_month(value)


def _language(value: str) -> None:
    if value not in LANGUAGES:
        raise StrangeError(f"a brief is written in {', '.join(LANGUAGES)}")
