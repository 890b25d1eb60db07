"""A run's progress as server-sent events: each line once, from where the asker left off."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from marsad.base.errors import StoreError
from marsad.web.answers import problem, respond
from marsad.web.office import PRIVATE, Office
from marsad.web.shelf import NotThereError

EVERY_S = 0.5
"""Seconds between two looks at a run."""

STREAMS_MOST = 16
"""Streams open at once; each holds a connection, and the pages need some too."""

HOURS_MOST = 2 * 60 * 60
"""Seconds after which a stream ends, and the browser asks anew."""

_open: set[object] = set()


async def stages(office: Office, number: int, request: Request) -> Response:
    """The lines of a run as they come, and its state at the end; `Last-Event-ID` says which lines are known."""
    try:
        await run_in_threadpool(office.runs.one, number)
    except StoreError as wrong:
        raise NotThereError(str(wrong)) from wrong
    if len(_open) >= STREAMS_MOST:
        return respond(problem(503, "too many streams are open: look at the run itself"), request)
    known = request.headers.get("last-event-id", "0")
    after = int(known) if known.isascii() and known.isdigit() and len(known) < 7 else 0
    headers = dict(PRIVATE) | {"X-Accel-Buffering": "no"}
    return StreamingResponse(_lines(office, number, after, request), media_type="text/event-stream", headers=headers)


async def _lines(office: Office, number: int, after: int, request: Request) -> AsyncIterator[str]:
    mark = object()
    _open.add(mark)
    waited = 0.0
    try:
        yield "retry: 2000\n\n"
        while waited < HOURS_MOST:
            # the state first: a run that ends in between has all its lines written by then
            found = await run_in_threadpool(office.runs.one, number)
            for line in await run_in_threadpool(office.runs.lines, number, after=after):
                after += 1
                yield f"id: {after}\nevent: stage\ndata: {json.dumps({'line': line}, ensure_ascii=False)}\n\n"
            if found.status != "running":
                end = json.dumps({"status": found.status, "message": found.message}, ensure_ascii=False)
                yield f"id: {after}\nevent: end\ndata: {end}\n\n"
                return
            if await request.is_disconnected():
                return
            await asyncio.sleep(EVERY_S)
            waited += EVERY_S
    finally:
        _open.discard(mark)
