"""At the door: strict addresses, bounded bodies, known hosts, and the headers that every answer carries."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import unquote

from marsad.web.answers import problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

BODY_MOST = 64 << 10
"""Bytes of a request's body: these pages are for reading, and no question needs more."""

ADDRESS_MOST = 2048

HEADERS_MOST = 16 << 10
"""Bytes of a request's headers, names and values together."""

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}

TLS_HEADERS = {"strict-transport-security": "max-age=31536000"}
"""A browser that came over TLS once comes so for a year; other names of the domain are not ours to speak for."""

_PATH = re.compile(r"/[\w./:%~+-]*")
LOCAL = ("127.0.0.1", "localhost", "[::1]")


class Door:
    """Wraps an ASGI application. `hosts` are the names it answers to, None for every name; `secure` says that answers go over TLS."""

    def __init__(self, app: Asgi, hosts: tuple[str, ...] | None = LOCAL, *, secure: bool = False) -> None:
        self._app = app
        self._hosts = hosts
        self._headers = HEADERS | (TLS_HEADERS if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is strange, else pass it on with a bounded body and the headers added to the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headless = scope["method"] == "HEAD"

        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _completed(message.get("headers", []), self._headers)
            elif headless and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await _refuse(refused, out)
            return
        if headless:
            scope = {**scope, "method": "GET"}
        body = await _whole_body(receive)
        if body is None:
            await _refuse((413, f"a request's body has at most {BODY_MOST:,} bytes"), out)
            return

        given = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def again() -> Message:
            # the body once, then what the connection says: a stream waits to hear that its asker has gone
            return next(given, None) or await receive()

        await self._app(scope, again, out)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = {key.lower(): value for key, value in scope["headers"]}
        raw = (scope.get("raw_path") or scope["path"].encode("utf-8")).decode("latin-1")
        length = headers.get(b"content-length", b"0")
        if len(raw) + len(scope.get("query_string", b"")) > ADDRESS_MOST:
            return 414, "the address is too long"
        if sum(len(key) + len(value) for key, value in scope["headers"]) > HEADERS_MOST:
            return 431, "the headers are too long"
        if not length.isdigit():
            return 400, "the length of the body is no number"
        if int(length) > BODY_MOST:
            return 413, f"a request's body has at most {BODY_MOST:,} bytes"
        path = unquote(raw, errors="strict") if _decodes(raw) else ""
        if not _PATH.fullmatch(path) or ".." in path or "//" in path or "%2f" in raw.lower() or "%" in path:
            return 400, "the address holds what no address here has"
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if self._hosts is not None and _name(host) not in self._hosts:
            return 400, "this server does not answer to that host name"
        return None


def _decodes(raw: str) -> bool:
    try:
        unquote(raw, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def _name(host: str) -> str:
    """A host without its port.

    >>> _name("[::1]:8000"), _name("localhost:8000"), _name("127.0.0.1")
    ('[::1]', 'localhost', '127.0.0.1')
    """
    return host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


def _completed(headers: list[tuple[bytes, bytes]], wanted: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    there = {key.lower() for key, _ in headers}
    more = [(key.encode("ascii"), value.encode("ascii")) for key, value in wanted.items() if key.encode("ascii") not in there]
    return [*headers, *more]


async def _whole_body(receive: Receive) -> bytes | None:
    """The body, or None where it is too large, whatever length was promised."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > BODY_MOST:
            return None
        if not message.get("more_body"):
            return b"".join(parts)


async def _refuse(why: tuple[int, str], send: Send) -> None:
    answer = problem(*why)
    headers = [(b"content-type", answer.media.encode("ascii")), (b"content-length", str(len(answer.body)).encode("ascii"))]
    # what is left of a body too large is not read: the connection ends
    headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
