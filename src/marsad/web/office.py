"""The desk as the server has it: who asks, what they may do, and the secrets that prove it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

from marsad.settings import Settings
from marsad.store.desk import Clock, Desk
from marsad.store.desk_accounts import Accounts, Who
from marsad.store.desk_runs import Runs
from marsad.web.answers import problem
from marsad.web.guards import Asgi, Receive, Scope, Send

_BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]{1,100})")
PRIVATE = (("Cache-Control", "no-store"), ("Pragma", "no-cache"), ("Vary", "Cookie, Authorization"), ("Referrer-Policy", "same-origin"))
"""Headers of what is for one person alone: no cache may keep it."""


@dataclass(frozen=True, slots=True)
class Office:
    """The desk, its accounts and its runs, with what a run is started with.

    Attributes:
        settings: of the server; a run from the pages has the same.
        desk: the log.
        accounts: who may do what.
        runs: those asked for from the pages.
        secure: whether pages come over TLS, so that cookies may not go otherwise.
        inputs: words of the command that say what a run reads; none for the sample.
    """

    settings: Settings
    desk: Desk
    accounts: Accounts
    runs: Runs
    secure: bool = False
    inputs: tuple[str, ...] = field(default=())

    @classmethod
    def open(cls, settings: Settings, clock: Clock, *, secure: bool = False, inputs: tuple[str, ...] = ()) -> Office:
        """The office of an archive."""
        desk = Desk(settings.archive, clock)
        return cls(settings, desk, Accounts(desk), Runs(desk), secure, inputs)

    @property
    def cookie(self) -> str:
        """Name of the session's cookie; under TLS one that browsers take from this very host alone."""
        return "__Host-marsad" if self.secure else "marsad"

    def secret_of(self, headers: Mapping[str, str]) -> str | None:
        """The session's secret that a request carries."""
        jar: SimpleCookie = SimpleCookie()
        try:
            jar.load(headers.get("cookie", ""))
        except CookieError:
            return None
        return jar[self.cookie].value if self.cookie in jar else None

    def session(self, headers: Mapping[str, str]) -> Who | None:
        """Who asks, by the cookie."""
        return self.accounts.of_session(self.secret_of(headers))

    def set_cookie(self, secret: str | None) -> tuple[str, str]:
        """The header that gives the session's cookie, or takes it away."""
        end = "; Secure" if self.secure else ""
        age = "; Max-Age=0" if secret is None else ""
        return "Set-Cookie", f"{self.cookie}={secret or ''}; Path=/; HttpOnly; SameSite=Strict{age}{end}"


def from_here(headers: Mapping[str, str]) -> bool:
    """Whether a form was sent from a page of this server, as far as the browser says."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        # what a page cannot forge; its origin a browser may withhold ("null") where no referrer is to be told
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host", "")


class Keys:
    """Looks at the key that a program's request carries, before anything else does: a bad one ends it with 401, wherever it goes."""

    def __init__(self, app: Asgi, office: Office | None) -> None:
        self._app = app
        self._office = office

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with who asks in it, or refuse."""
        if scope["type"] == "http":
            given = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == b"authorization"]
            scope = {**scope, "marsad.who": None}
            if given:
                who = self._who(given)
                if who is None:
                    await _unknown(send)
                    return
                scope["marsad.who"] = who
        await self._app(scope, receive, send)

    def _who(self, given: list[str]) -> Who | None:
        match = _BEARER.fullmatch(given[0]) if len(given) == 1 else None
        return self._office.accounts.of_token(match[1]) if match and self._office else None


async def _unknown(send: Send) -> None:
    answer = problem(401, "the key is unknown, expired or revoked, or its account is disabled")
    headers = [
        (b"content-type", answer.media.encode("ascii")), (b"content-length", str(len(answer.body)).encode("ascii")),
        (b"www-authenticate", b'Bearer realm="marsad"'), (b"cache-control", b"no-store"),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": 401, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})


def who_asks(scope: Mapping[str, Any]) -> Who | None:
    """Who a program's request comes from, by its key."""
    found: Who | None = scope.get("marsad.who")
    return found
