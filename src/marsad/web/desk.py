"""The desk's pages: signing in, correcting a record, notes on a place, the log, runs; private, never kept, whole without a script."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Path, Request, Response
from fastapi.concurrency import run_in_threadpool

from marsad.base.corrections import PLACE, RECORD
from marsad.base.errors import RecordError, StoreError
from marsad.store.desk_accounts import Who
from marsad.store.desk_runs import BusyError
from marsad.web import desk_forms, streaming, working
from marsad.web.answers import respond
from marsad.web.history import notes_on, record_of
from marsad.web.office import PRIVATE, Office, from_here
from marsad.web.rendering import render
from marsad.web.shelf import Kept, NotThereError, Shelf, StrangeError, kept
from marsad.web.wording import Wording

LANG = Literal["ar", "fr", "en"]
HTML = "text/html; charset=utf-8"
LOG_ROWS = 100
TABLE_OF = {"event": "events", "engagement": "engagements", "statement": "statements"}


@dataclass(frozen=True, slots=True)
class Counter:
    """Where the desk's pages are made: the office and the shelf."""

    office: Office
    shelf: Shelf

    def page(self, request: Request, told: tuple[LANG, str, str], *, who: Who | None, status: int = 200, **values: Any) -> Response:
        """A page for one person: language, template and heading, and what it shows."""
        language, template, heading = told
        rest = request.url.path.removeprefix(f"/{language}")
        body = render(template, language, Wording(language).say(heading), rest=rest, who=who, **{"wrong": None, "done": False, **values})
        return private(kept(body, HTML, status=status), request)


def private(answer: Kept, request: Request) -> Response:
    """The answer with the headers that keep it out of every cache."""
    made = respond(Kept(answer.body, answer.media, answer.etag, answer.status), request)
    for name in ("etag", "cache-control"):
        del made.headers[name]
    made.headers.update(dict(PRIVATE))
    return made


def away(address: str, *headers: tuple[str, str]) -> Response:
    """To another page, once a form was taken."""
    return Response(status_code=303, headers={"Location": address, **dict(PRIVATE), **dict(headers)})


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form.

    Raises:
        StrangeError: it is no form, or a field comes twice.
    """
    if request.headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
        raise StrangeError("a form comes as application/x-www-form-urlencoded")
    try:
        found = parse_qs((await request.body()).decode("utf-8"), keep_blank_values=True, max_num_fields=40, errors="strict")
    except ValueError:
        raise StrangeError("this is no form") from None
    if any(len(values) > 1 for values in found.values()):
        raise StrangeError("a field of the form comes twice")
    return {name: values[0] for name, values in found.items()}


def router(office: Office, shelf: Shelf) -> APIRouter:
    """The desk's addresses."""
    api = APIRouter(include_in_schema=False)
    counter = Counter(office, shelf)
    _door(api, counter)
    _work(api, counter)
    _runs(api, counter)
    return api


def _door(api: APIRouter, counter: Counter) -> None:
    office = counter.office

    @api.get("/{language}/desk")
    async def home(language: LANG, request: Request) -> Response:
        who = await run_in_threadpool(office.session, request.headers)
        if who is None:
            return counter.page(request, (language, "desk_login", "desk-login"), who=None, wait=0, back=_back(request))
        entries = await run_in_threadpool(lambda: office.desk.entries(newest=True, limit=10))
        return counter.page(request, (language, "desk", "desk-title"), who=who, entries=entries)

    @api.post("/{language}/desk/login")
    async def login(language: LANG, request: Request) -> Response:
        form = await form_of(request)
        told = (language, "desk_login", "desk-login")
        if not from_here(request.headers):
            return counter.page(request, told, who=None, status=403, wrong="desk-wrong-csrf", wait=0, back="")
        address = request.client.host if request.client else "unknown"
        made = await run_in_threadpool(office.accounts.login, form.get("name", ""), form.get("password", ""), address)
        if made.wait:
            answer = counter.page(request, told, who=None, status=429, wrong="desk-wrong-wait", wait=-(-made.wait // 60), back="")
            answer.headers["Retry-After"] = str(made.wait)
            return answer
        if made.secret is None:
            return counter.page(request, told, who=None, status=401, wrong="desk-wrong-login", wait=0, back=form.get("back", ""))
        return away(_inside(language, form.get("back", "")), office.set_cookie(made.secret))

    @api.post("/{language}/desk/logout")
    async def logout(language: LANG, request: Request) -> Response:
        who, _ = await _allowed(counter, language, request, "read")
        if isinstance(who, Response):
            return who
        await run_in_threadpool(office.accounts.logout, office.secret_of(request.headers) or "")
        return away(f"/{language}/desk", office.set_cookie(None))


def _back(request: Request) -> str:
    return request.query_params.get("back", "")[:200]


def _inside(language: str, back: str) -> str:
    """Where to go on after signing in: a page of the desk, whatever the form says."""
    inside = back.startswith("desk/") and all(part and part != ".." for part in back.split("/")) and "\\" not in back
    return f"/{language}/{quote(back, safe='/:')}" if inside else f"/{language}/desk"


async def _allowed(counter: Counter, language: LANG, request: Request, right: str) -> tuple[Who | Response, dict[str, str]]:
    """Who sent a form, with its fields; an answer in place of who where they may not."""
    form = await form_of(request)
    who = await run_in_threadpool(counter.office.session, request.headers)
    if who is None:
        told = (language, "desk_login", "desk-login")
        return counter.page(request, told, who=None, status=401, wrong="desk-wrong-session", wait=0, back=""), form
    if not from_here(request.headers) or not _same(form.get("csrf", ""), who.csrf):
        return counter.page(request, (language, "desk_refused", "desk-refused"), who=who, status=403, wrong="desk-wrong-csrf"), form
    if not who.may(right):
        return counter.page(request, (language, "desk_refused", "desk-refused"), who=who, status=403, wrong="desk-wrong-right"), form
    return who, form


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8"), known.encode("utf-8"))


async def _seen(counter: Counter, language: LANG, request: Request, show: Callable[[Who], Response]) -> Response:
    """A page that needs somebody who may read; the form to sign in for anybody else."""
    who = await run_in_threadpool(counter.office.session, request.headers)
    if who is None:
        back = request.url.path.removeprefix(f"/{language}/")
        return counter.page(request, (language, "desk_login", "desk-login"), who=None, status=401, wait=0, back=back)
    return await run_in_threadpool(show, who)


def _work(api: APIRouter, counter: Counter) -> None:
    @api.get("/{language}/desk/record/{name}")
    async def record(language: LANG, name: str, request: Request) -> Response:
        return await _seen(counter, language, request, lambda who: _record(counter, language, request, (who, name, None)))

    @api.get("/{language}/desk/place/{name}")
    async def place(language: LANG, name: str, request: Request) -> Response:
        return await _seen(counter, language, request, lambda who: _place(counter, language, request, (who, name, None)))

    @api.get("/{language}/desk/log")
    async def log(language: LANG, request: Request) -> Response:
        def show(who: Who) -> Response:
            entries = counter.office.desk.entries(newest=True, limit=LOG_ROWS)
            number, last = counter.office.desk.head()
            return counter.page(request, (language, "desk_log", "desk-log"), who=who, entries=entries, number=number, last=last)

        return await _seen(counter, language, request, show)

    @api.post("/{language}/desk/entries")
    async def entries(language: LANG, request: Request) -> Response:
        who, form = await _allowed(counter, language, request, "correct")
        if isinstance(who, Response):
            return who
        back = form.get("back") or form.get("subject", "")
        try:
            asked = desk_forms.entry_of(form)
            await run_in_threadpool(working.change, counter.office, counter.shelf, who, asked)
        except RecordError as wrong:
            show = _place if PLACE.fullmatch(back) else _record
            return await run_in_threadpool(show, counter, language, request, (who, back, str(wrong)))
        kind = "place" if PLACE.fullmatch(back) else "record" if RECORD.fullmatch(back) else "log"
        return away(f"/{language}/desk/{kind}" + (f"/{quote(back, safe=':')}" if kind != "log" else ""))


def _record(counter: Counter, language: LANG, request: Request, told: tuple[Who, str, str | None]) -> Response:
    who, name, wrong = told
    snapshot = counter.shelf.snapshot()
    if snapshot is None or not RECORD.fullmatch(name):
        raise NotThereError("there is no such record in what was published last")
    kind = name.partition(":")[0]
    usual = {"retracted": False, "text": None, "place": None, "document": None, "outcomes": ()}
    found = usual | record_of(snapshot, TABLE_OF[kind], name)
    entries = counter.office.desk.entries(subject=name)
    return counter.page(
        request, (language, "desk_record", f"desk-{kind}"), who=who, status=200 if wrong is None else 422, wrong_detail=wrong, record=found,
        kind=kind, name=name, entries=entries, live={e.number for e in snapshot.ledger.of(name)}, types=desk_forms.TYPES,
        statuses=desk_forms.STATUSES,
    )  # fmt: skip


def _place(counter: Counter, language: LANG, request: Request, told: tuple[Who, str, str | None]) -> Response:
    who, name, wrong = told
    working.known_place(name)
    snapshot = counter.shelf.snapshot()
    notes = notes_on(snapshot, name) if snapshot else []
    entries = [e for e in counter.office.desk.entries(subject=name) if e.action == "note"]
    return counter.page(
        request, (language, "desk_place", "desk-place"), who=who, status=200 if wrong is None else 422, wrong_detail=wrong, name=name,
        entries=entries, live={note["number"] for note in notes},
    )  # fmt: skip


def _runs(api: APIRouter, counter: Counter) -> None:
    office = counter.office

    @api.get("/{language}/desk/runs")
    async def runs(language: LANG, request: Request) -> Response:
        def show(who: Who) -> Response:
            return counter.page(request, (language, "desk_runs", "desk-runs"), who=who, runs=office.runs.listed())

        return await _seen(counter, language, request, show)

    @api.get("/{language}/desk/runs/{number}")
    async def run(language: LANG, number: Annotated[int, Path(ge=1, le=10**9)], request: Request) -> Response:
        def show(who: Who) -> Response:
            try:
                found = office.runs.one(number)
            except StoreError as wrong:
                raise NotThereError(str(wrong)) from wrong
            return counter.page(request, (language, "desk_run", "desk-run"), who=who, run=found, lines=office.runs.lines(number))

        return await _seen(counter, language, request, show)

    @api.get("/{language}/desk/runs/{number}/stages")
    async def stages(language: LANG, number: Annotated[int, Path(ge=1, le=10**9)], request: Request) -> Response:
        who = await run_in_threadpool(office.session, request.headers)
        if who is None:
            return counter.page(request, (language, "desk_refused", "desk-refused"), who=None, status=401, wrong="desk-wrong-session")
        return await streaming.stages(office, number, request)

    @api.post("/{language}/desk/runs")
    async def start(language: LANG, request: Request) -> Response:
        who, form = await _allowed(counter, language, request, "run")
        if isinstance(who, Response):
            return who
        try:
            made = await run_in_threadpool(working.start_run, office, who, form)
        except BusyError:
            listed = await run_in_threadpool(office.runs.listed)
            return counter.page(request, (language, "desk_runs", "desk-runs"), who=who, status=409, wrong="desk-wrong-busy", runs=listed)
        return away(f"/{language}/desk/runs/{made.id}")

    @api.post("/{language}/desk/runs/{number}/cancel")
    async def cancel(language: LANG, number: Annotated[int, Path(ge=1, le=10**9)], request: Request) -> Response:
        who, _ = await _allowed(counter, language, request, "run")
        if isinstance(who, Response):
            return who
        try:
            await run_in_threadpool(office.runs.cancel, number, who.account)
        except StoreError as wrong:
            raise NotThereError(str(wrong)) from wrong
        return away(f"/{language}/desk/runs/{number}")
