"""The pages, and work that a person does: corrections, notes, the log, accounts and keys."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from marsad.base.errors import UsageError
from marsad.cli.stages import _report, _settings, _tell, app
from marsad.options import Json, ManyPaths

Reason = Annotated[str, typer.Option(help="Why; it stands in the log.")]
Author = Annotated[str, typer.Option(help="Who does it; it stands in the log.")]
Record = Annotated[str, typer.Argument(help="Id of an event, engagement or statement.")]
Right = Annotated[list[str] | None, typer.Option("--right", help="read, correct or run; several times for several.")]

people = typer.Typer(help="Local accounts and keys for the pages and the API, such as: marsad accounts add amina --right correct.")
app.add_typer(people, name="accounts", no_args_is_help=True)


def _now() -> datetime:
    return datetime.now(UTC)


@app.command(cls=ManyPaths)
def serve(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on; another than this machine's own needs TLS or --open.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate (PEM), with --key.")] = None,
    key: Annotated[Path | None, typer.Option(help="Private key of the certificate (PEM).")] = None,
    open_to_others: Annotated[bool, typer.Option("--open", help="Listen on another address without TLS of its own.")] = False,
    name: Annotated[list[str] | None, typer.Option(help="A host name to answer to; without one, every name on an open address.")] = None,
    documents: Annotated[list[Path] | None, typer.Option(help="Texts that a run started from the pages reads.")] = None,
    events: Annotated[list[Path] | None, typer.Option(help="Event tables that a run started from the pages reads.")] = None,
) -> None:
    """Show the pages and answer the API, from what the last run published; what needs an account, `marsad accounts` opens.

    Example: marsad serve --port 8000
    """
    from marsad import web

    request = web.ServeRequest(
        host=host,
        port=port,
        certificate=certificate,
        key=key,
        open_to_others=open_to_others,
        names=tuple(name or ()),
        inputs=(*_words("--documents", documents), *_words("--events", events)),
    )
    web.serve(_settings(), request, _tell, clock=_now)


def _words(option: str, paths: list[Path] | None) -> list[str]:
    # whole paths: a run is a process of its own
    return [word for path in paths or () for word in (option, str(path.absolute()))]


def _changed(author: str, action: str, subject: str, body: dict[str, Any], as_json: bool) -> None:
    from marsad.verbs import desk

    _report(desk.change(_settings(), desk.Change(author=author, action=action, subject=subject, body=body), _now), as_json)


@app.command()
def correct(
    record: Record,
    *,
    reason: Reason,
    author: Author,
    retract: Annotated[bool, typer.Option("--retract", help="Take the record back: nothing counts or tells it any more.")] = False,
    deaths: Annotated[str | None, typer.Option(help="3, or low-best-high such as 2-3-5, or none.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="2026-05-12, or 2026-05-12/2026-05-14.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-3 code.")] = None,
    cell: Annotated[int | None, typer.Option(help="PRIO-GRID cell.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="PLOVER type of an event.")] = None,
    form: Annotated[str | None, typer.Option(help="meeting, visit, call, summit or agreement.")] = None,
    flag: Annotated[list[str] | None, typer.Option(help="negated, future, hypothetical, historical, attributed, or none.")] = None,
    same_as: Annotated[str | None, typer.Option(help="Id of another record of the same event or meeting: a duplicate.")] = None,
    not_same_as: Annotated[str | None, typer.Option(help="Id of a record that was taken for a duplicate and is none.")] = None,
    as_json: Json = False,
) -> None:
    """Correct or retract a record, confirm or split duplicates; the original stays, and the next run counts by the change.

    Example: marsad correct event:0123456789abcdef0123 --deaths 2-3-5 --reason "the ministry's count" --author amina
    """
    named = {"country": country, "cell": cell, "type": kind, "form": form}
    changes: dict[str, Any] = {name: value for name, value in named.items() if value is not None}
    if deaths is not None:
        changes["deaths"] = _deaths(deaths)
    if day is not None:
        start, _, end = day.partition("/")
        changes["date"] = {"start": start, "end": end or start}
    if flag:
        changes["flags"] = [] if flag == ["none"] else flag
    asked: list[tuple[str, dict[str, Any]]] = []
    asked += [("retract", {})] if retract else []
    asked += [("correct", {"changes": changes})] if changes else []
    asked += [("same", {"other": same_as})] if same_as else []
    asked += [("apart", {"other": not_same_as})] if not_same_as else []
    if len(asked) != 1:
        raise UsageError("say one thing: --retract, fields to correct, --same-as or --not-same-as")
    _changed(author, asked[0][0], record, {**asked[0][1], "reason": reason}, as_json)


def _deaths(text: str) -> dict[str, int] | None:
    if text == "none":
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        low, best, high = parts * 3 if len(parts) == 1 else parts
    except ValueError:
        raise UsageError(f"{text!r} is no count of deaths: write 3, or 2-3-5 for low, best and high, or none") from None
    return {"low": low, "best": best, "high": high}


@app.command()
def outcome(
    engagement: Annotated[str, typer.Argument(help="Id of the meeting.")],
    *,
    number: Annotated[int, typer.Option(help="Which of its outcomes, counted from 0.", min=0)],
    status: Annotated[str, typer.Option(help="0 not initiated, 1 minimum, 2 intermediate, 3 full, unknown or superseded.")],
    document: Annotated[str, typer.Option(help="Id of the document that shows it.")],
    reason: Reason,
    author: Author,
    as_json: Json = False,
) -> None:
    """Set what became of something agreed at a meeting, with the document that shows it.

    Example: marsad outcome engagement:0123456789abcdef0123 --number 0 --status 2 --document ID --reason "first patrols" --author amina
    """
    _changed(author, "status", engagement, {"outcome": number, "status": status, "document": document, "reason": reason}, as_json)


@app.command()
def note(
    place: Annotated[str, typer.Argument(help="A country's code such as MLI, or cell:149426.")],
    text: Annotated[str, typer.Argument(help="The note, in plain text.")],
    *,
    author: Author,
    as_json: Json = False,
) -> None:
    """Write an analyst's note on a country or cell; its page and the next brief show it.

    Example: marsad note MLI "The market road is closed since the third." --author amina
    """
    subject = place if place.startswith(("cell:", "country:")) else f"country:{place}"
    _changed(author, "note", subject, {"text": text}, as_json)


@app.command()
def log(
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Say whether the chain of entries holds, and the last one's hash.")] = False,
    file: Annotated[Path | None, typer.Option(help="A log that `marsad log --json` wrote, in place of the archive's.")] = None,
    subject: Annotated[str | None, typer.Option(help="Entries on one record, place, account or run.")] = None,
    undo: Annotated[int | None, typer.Option(help="Undo the entry of this number; both stay in the log.", min=1)] = None,
    reason: Annotated[str | None, typer.Option(help="Why it is undone.")] = None,
    author: Annotated[str | None, typer.Option(help="Who undoes it.")] = None,
    as_json: Json = False,
) -> None:
    """The log of who changed what, when and why; each entry holds the hash of the one before it.

    Example: marsad log --verify
    """
    from marsad.verbs import desk

    if undo is not None:
        if not reason or not author:
            raise UsageError("--undo needs --reason and --author")
        _changed(author, "undo", str(undo), {"reason": reason}, as_json)
        return
    for found in desk.log(_settings(), desk.LogRequest(subject=subject, file=file, verify=verify), _now):
        _report(found, as_json)


def _accounts(as_json: bool, **given: Any) -> None:
    from marsad.verbs import desk

    for found in desk.accounts(_settings(), desk.AccountRequest(**given), _now):
        _report(found, as_json)


def _password(from_stdin: bool) -> str:
    # never an argument: the list of processes shows those to everybody
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


Stdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]
Name = Annotated[str, typer.Argument(help="Name of the account.")]


def _rights(given: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(part for one in given or ("read",) for part in one.split(","))


@people.command("add")
def accounts_add(name: Name, *, right: Right = None, password_stdin: Stdin = False, as_json: Json = False) -> None:
    """Make an account; the password is asked for.

    Example: marsad accounts add amina --right correct --right run
    """
    _accounts(as_json, what="add", name=name, rights=_rights(right), password=_password(password_stdin))


@people.command("list")
def accounts_list(*, as_json: Json = False) -> None:
    """Accounts, what each may do, and their keys.

    Example: marsad accounts list
    """
    _accounts(as_json, what="list")


@people.command("password")
def accounts_password(name: Name, *, password_stdin: Stdin = False, as_json: Json = False) -> None:
    """Give an account another password; its sessions end.

    Example: marsad accounts password amina
    """
    _accounts(as_json, what="password", name=name, password=_password(password_stdin))


@people.command("rights")
def accounts_rights(name: Name, *, right: Right = None, as_json: Json = False) -> None:
    """Change what an account may do.

    Example: marsad accounts rights amina --right correct
    """
    _accounts(as_json, what="rights", name=name, rights=_rights(right))


@people.command("disable")
def accounts_disable(name: Name, *, as_json: Json = False) -> None:
    """Disable an account: its sessions and keys end at once.

    Example: marsad accounts disable amina
    """
    _accounts(as_json, what="disabled", name=name)


@people.command("enable")
def accounts_enable(name: Name, *, as_json: Json = False) -> None:
    """Enable an account that was disabled.

    Example: marsad accounts enable amina
    """
    _accounts(as_json, what="enabled", name=name)


@people.command("token")
def accounts_token(
    name: Name, *, right: Right = None, days: Annotated[int, typer.Option(help="Days until it expires.", min=1, max=366)] = 90,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Make a key for programs; it is shown this once.

    Example: marsad accounts token amina --right correct --days 30
    """
    _accounts(as_json, what="token", name=name, rights=_rights(right), days=days)


@people.command("revoke")
def accounts_revoke(key: Annotated[str, typer.Argument(help="Id of the key.")], *, as_json: Json = False) -> None:
    """End a key at once.

    Example: marsad accounts revoke 0123456789ab
    """
    _accounts(as_json, what="revoke", name=key)
