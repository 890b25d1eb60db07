"""How an answer leaves: its tag, its compression, and the problem document that every refusal is."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request, Response

from marsad.web.shelf import Kept, kept

PROBLEM = "application/problem+json"
SMALL = 1024
"""Bytes under which compression costs more than it saves."""

TITLES = {
    400: "the question has no meaning", 401: "not known", 403: "not allowed", 404: "not found", 405: "not allowed", 406: "no such form",
    409: "not now", 410: "gone", 413: "too large", 414: "too long", 422: "the question has no meaning", 431: "too large",
    500: "something went wrong", 503: "not ready",
}  # fmt: skip


def respond(answer: Kept, request: Request) -> Response:
    """The answer, or 304 where the asker has it already; compressed where that is understood."""
    headers = {"ETag": answer.etag, "Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache", **dict(answer.headers)}
    if answer.status == 200 and matches(request.headers.get("if-none-match", ""), answer.etag):
        return Response(status_code=304, headers=headers)
    body = answer.body
    if len(body) >= SMALL and _gzips(request):
        body = answer.packed()
        headers["Content-Encoding"] = "gzip"
        headers["ETag"] = f"W/{answer.etag}"
    return Response(body, answer.status, headers, answer.media)


def _gzips(request: Request) -> bool:
    return any(part.strip().split(";")[0] == "gzip" for part in request.headers.get("accept-encoding", "").split(","))


def matches(asked: str, etag: str) -> bool:
    """Whether one of the tags asked about is this one; compression does not make another answer of it.

    >>> matches('W/"a", "b"', '"a"'), matches("", '"a"'), matches("*", '"a"')
    (True, False, True)
    """
    return any(part.strip().removeprefix("W/") in (etag, "*") for part in asked.split(",") if part.strip())


def problem(status: int, detail: str, **more: Any) -> Kept:
    """A refusal as RFC 9457 has it."""
    body = {"type": "about:blank", "title": TITLES.get(status, "refused"), "status": status, "detail": detail, **more}
    # a detail may quote what was sent, lone surrogates and all
    return kept(json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace"), PROBLEM, status=status)


def nothing() -> Kept:
    """The answer of the API before any run has published."""
    return problem(404, "no run has published anything in this archive", mend="marsad run")
