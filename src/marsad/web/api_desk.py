"""The desk for programs: corrections, notes, the log and runs, each with the right that a key carries; none of it by cookie."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field

from marsad.base.corrections import PLACE
from marsad.base.errors import RecordError, StoreError
from marsad.store.desk_accounts import Who
from marsad.store.desk_runs import BusyError
from marsad.verbs.superseding import told
from marsad.web import examples, streaming, working
from marsad.web.answers import problem, respond
from marsad.web.desk import private
from marsad.web.formats import MEDIA
from marsad.web.history import notes_on
from marsad.web.office import Office, who_asks
from marsad.web.shelf import Kept, NotThereError, Shelf, kept

LOG_MOST = 1000
RunId = Annotated[int, Path(ge=1, le=10**9, description="Number of a run")]
_STRICT = ConfigDict(extra="forbid", strict=True)


class Asked(BaseModel):
    """A change to a record, or a note on a place."""

    model_config = _STRICT

    action: Literal["correct", "retract", "same", "apart", "status", "note", "undo"]
    subject: str = Field(max_length=100, description="Id of a record, `country:MLI`, `cell:149426`, or the number of an entry to undo")
    reason: str | None = Field(None, max_length=4000)
    text: str | None = Field(None, max_length=4000, description="Of a note")
    changes: dict[str, Any] | None = Field(None, description="Of a correction: type, date, deaths, country, cell, flags; form")
    other: str | None = Field(None, max_length=100, description="The other record of a pair")
    outcome: int | None = Field(None, ge=0, le=999, description="Which outcome, from 0")
    status: Literal["0", "1", "2", "3", "unknown", "superseded"] | None = None
    document: str | None = Field(None, max_length=64, description="Id of the text that a status rests on")


class AskedRun(BaseModel):
    """A run of the server's own inputs."""

    model_config = _STRICT

    region: str | None = Field(None, max_length=40)
    as_of: str | None = Field(None, max_length=7)
    lang: Literal["ar", "fr", "en"] | None = None


CORRECTION = {
    "action": "correct", "subject": "event:0123456789abcdef0123", "changes": {"deaths": {"low": 2, "best": 3, "high": 5}},
    "reason": "the ministry's count",
}  # fmt: skip
ENTRY = {"number": 7, "time": "2026-05-12T10:00:00+00:00", **CORRECTION, "in_force": True, "author": "amina", "hash": "0" * 64}
RUN = {
    "id": 3, "account": "amina", "started": "2026-05-12T10:00:00+00:00", "request": {"region": "sahel"}, "status": "running",
    "finished": None, "message": None, "stopping": False,
}  # fmt: skip
REFUSALS: dict[int | str, dict[str, Any]] = {
    **examples.REFUSALS,
    **{
        code: {"description": text, "content": {examples.MEDIA_PROBLEM: {"schema": examples.PROBLEM_SCHEMA, "example": examples.PROBLEM}}}
        for code, text in ((401, "no key, or one that is not in force"), (403, "the key has not this right"), (409, "a run is under way"))
    },
}


def answers(code: int, example: Any) -> dict[int | str, dict[str, Any]]:
    """Answers of an address for the OpenAPI document."""
    content = {"application/json": {"schema": {"type": "object"}, "example": example}}
    return {code: {"description": "done", "content": content}, **REFUSALS}


def router(office: Office | None, shelf: Shelf) -> APIRouter:
    """The desk's addresses for programs; where the server has no desk, each answers that it is read-only."""
    api = APIRouter(prefix="/api/v1", tags=["desk"], default_response_class=Response)
    _changes(api, office, shelf)
    _notes(api, shelf)
    _runs(api, office)
    return api


def _may(office: Office | None, request: Request, right: str) -> tuple[Office, Who] | Kept:
    """Office and asker where they may, or the refusal."""
    who = who_asks(request.scope)
    if office is None:
        return problem(403, "this server is read-only: it was started without a desk")
    if who is None:
        return problem(401, "send a key: Authorization: Bearer marsad_...", mend="marsad accounts token NAME")
    return (office, who) if who.may(right) else problem(403, f"this key has not the right to {right}")


def _answer(made: Kept, request: Request) -> Response:
    answer = private(made, request)
    if made.status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="marsad"'
    return answer


def _json(value: Any, status: int = 200) -> Kept:
    return kept(json.dumps(value, ensure_ascii=False).encode("utf-8"), MEDIA["json"], status=status)


def _changes(api: APIRouter, office: Office | None, shelf: Shelf) -> None:
    made: dict[str, Any] = {"requestBody": {"content": {"application/json": {"example": CORRECTION}}}}

    @api.post("/corrections", summary="Change a record, or write a note", responses=answers(201, {"entries": [ENTRY]}), openapi_extra=made)
    async def correct(request: Request, asked: Asked) -> Response:
        def work() -> Kept:
            found = _may(office, request, "correct")
            if isinstance(found, Kept):
                return found
            try:
                entries = working.change(found[0], shelf, found[1], asked.model_dump(exclude_none=True))
            except RecordError as wrong:
                return problem(422, str(wrong))
            return _json({"entries": [entry.as_json() for entry in entries]}, 201)

        return _answer(await run_in_threadpool(work), request)

    @api.get("/log", summary="Who changed what, when and why", responses=answers(200, {"items": [ENTRY], "next": 8}))
    async def log(
        request: Request, *, after: Annotated[int, Query(ge=0, le=1 << 40, description="Entries after this number")] = 0,
        limit: Annotated[int, Query(ge=1, le=LOG_MOST)] = 100,
        subject: Annotated[str | None, Query(max_length=100, pattern="^[A-Za-z0-9_.:-]+$", description="Of one record or place")] = None,
    ) -> Response:  # fmt: skip
        def work() -> Kept:
            found = _may(office, request, "read")
            if isinstance(found, Kept):
                return found
            entries = found[0].desk.entries(after=after, limit=limit + 1, subject=subject)
            more = entries[limit - 1].number if len(entries) > limit else None
            return _json({"items": [entry.as_json() for entry in entries[:limit]], "next": more})

        return _answer(await run_in_threadpool(work), request)


def _notes(api: APIRouter, shelf: Shelf) -> None:
    @api.get(
        "/notes", summary="Analysts' notes on a place", responses=answers(200, {"items": [{"number": 8, "time": "", "text": "closed"}]})
    )
    async def notes(
        request: Request, place: Annotated[str, Query(max_length=20, pattern=f"^({PLACE.pattern})$", examples=["country:MLI"])]
    ) -> Response:
        def work() -> Kept:
            snapshot = shelf.snapshot()
            return _json({"items": [] if snapshot is None else notes_on(snapshot, place)})

        return respond(await run_in_threadpool(work), request)

    @api.get("/changes", summary="What people changed, without who", responses=answers(200, {"items": [ENTRY], "next": None}))
    async def changes(request: Request, *, after: Annotated[int, Query(ge=0, le=1 << 40)] = 0) -> Response:
        def work() -> Kept:
            snapshot = shelf.snapshot()
            ledger = snapshot.ledger if snapshot else None
            found = [told(entry, ledger) for entry in ledger.entries if entry.number > after] if ledger else []
            return _json({"items": found[:LOG_MOST], "next": found[LOG_MOST - 1]["number"] if len(found) > LOG_MOST else None})

        return respond(await run_in_threadpool(work), request)


def _runs(api: APIRouter, office: Office | None) -> None:
    @api.get("/runs", summary="Runs asked for, newest first", responses=answers(200, {"items": [RUN]}))
    async def runs(request: Request) -> Response:
        def work() -> Kept:
            found = _may(office, request, "read")
            return found if isinstance(found, Kept) else _json({"items": [one.as_json() for one in found[0].runs.listed()]})

        return _answer(await run_in_threadpool(work), request)

    @api.post("/runs", summary="Start a run; one at a time", responses=answers(202, RUN))
    async def start(request: Request, asked: AskedRun) -> Response:
        def work() -> Kept:
            found = _may(office, request, "run")
            if isinstance(found, Kept):
                return found
            try:
                return _json(working.start_run(found[0], found[1], asked.model_dump(exclude_none=True)).as_json(), 202)
            except BusyError as wrong:
                return problem(409, str(wrong))

        return _answer(await run_in_threadpool(work), request)

    @api.get("/runs/{id}", summary="A run and the lines of its progress", responses=answers(200, {**RUN, "lines": ["read 12 documents"]}))
    async def run(request: Request, id: RunId) -> Response:
        def work() -> Kept:
            found = _may(office, request, "read")
            if isinstance(found, Kept):
                return found
            try:
                return _json(found[0].runs.one(id).as_json() | {"lines": found[0].runs.lines(id)})
            except StoreError as wrong:
                raise NotThereError(str(wrong)) from wrong

        return _answer(await run_in_threadpool(work), request)

    @api.post("/runs/{id}/cancel", summary="Cancel a run", responses=answers(200, {**RUN, "stopping": True}))
    async def cancel(request: Request, id: RunId) -> Response:
        def work() -> Kept:
            found = _may(office, request, "run")
            if isinstance(found, Kept):
                return found
            try:
                return _json(found[0].runs.cancel(id, found[1].account).as_json())
            except StoreError as wrong:
                raise NotThereError(str(wrong)) from wrong

        return _answer(await run_in_threadpool(work), request)

    streamed: dict[int | str, dict[str, Any]] = {
        200: {"description": "server-sent events", "content": {"text/event-stream": {}}},
        **REFUSALS,
    }

    @api.get("/runs/{id}/stages", summary="A run's progress as server-sent events", responses=streamed)
    async def stages(request: Request, id: RunId) -> Response:
        found = _may(office, request, "read")
        return _answer(found, request) if isinstance(found, Kept) else await streaming.stages(found[0], id, request)
