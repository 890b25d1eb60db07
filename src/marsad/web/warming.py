"""Pages made before anybody asks: what every page needs before the server listens, the pages of a new snapshot while nobody waits."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from urllib.parse import quote, unquote

from marsad.base.errors import MarsadError
from marsad.base.months import MonthId
from marsad.base.places import country_of_cell, neighbours_of_country
from marsad.store import Where
from marsad.verbs import picturing
from marsad.web import rendering
from marsad.web.guards import Asgi, Message, Receive, Scope, Send
from marsad.web.shelf import Shelf, Snapshot
from marsad.web.wording import LANGUAGES, Wording

_LOG = logging.getLogger("marsad.web")

LOOK_S = 0.5
"""Seconds between two looks for a new snapshot or a new entry of the log."""

WAIT_S = 0.02
"""Seconds between two looks whether somebody waits for an answer."""

QUIET_S, MOST_S = 0.2, 2.0
"""Seconds without a request before a page is made ahead, since who asked asks again; and the most that a page is put off."""

TEXTS, CELLS = 40, 20
"""Texts and cells made ahead, the latest and the deadliest; an archive may hold hundreds of thousands."""


def prepare() -> None:
    """Read what every page needs: words, templates, outlines, cells."""
    rendering.load()
    for language in LANGUAGES:
        words = Wording(language)
        said = (words.number(1.5), words.percent(0.5), words.words.month(MonthId(1)), words.countries(["MLI", "NER"]), words.say("site"))
        assert all(said), language
    picturing.load()
    neighbours_of_country("MLI"), country_of_cell(1)


def addresses(snapshot: Snapshot) -> Iterator[str]:
    """Pages of a snapshot without their language: one of each kind first, then the others that people ask for."""
    countries, groups = list(snapshot.countries), sorted(snapshot.groups)
    pairs = _column(snapshot, "findings", "key", [Where("kind", "=", "pair")])
    texts = _column(snapshot, "documents", "id", order=["-published", "id"], limit=TEXTS)
    cells = sorted(snapshot.recent_cells, key=lambda gid: -snapshot.recent_cells[gid])[:CELLS]
    kinds = (
        [f"place/{code}" for code in countries], [f"group/{key}" for key in groups], [f"pair/{key}" for key in pairs],
        [f"document/{name}" for name in texts], [f"cell/{gid}" for gid in cells], [f"layers/{key}" for key in ("region", *countries)],
    )  # fmt: skip
    yield from ("", "forecasts", "meetings", "sources", "briefs", "search")
    yield from (found[0] for found in kinds if found)
    for found in kinds:
        yield from found[1:]


def _column(snapshot: Snapshot, table: str, column: str, where: tuple[Where, ...] | list[Where] = (), **asked: object) -> list[str]:
    if table not in snapshot.rows.tables:
        return []
    found: list[str] = snapshot.rows.rows(table, where, select=[column], **asked)[column].to_pylist()  # type: ignore[arg-type]
    return found


class Warming:
    """Wraps the application to see when somebody waits, and makes pages in a thread of its own while nobody does.

    Args:
        door: the whole application, as askers reach it.
        pages: the pages alone, asked by this thread.
        shelf: where pages are kept.
    """

    def __init__(self, door: Asgi, pages: Asgi, shelf: Shelf) -> None:
        self._door, self._pages, self._shelf = door, pages, shelf
        self._waiting = 0
        self._seen = self._left = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._work()), name="warming", daemon=True)
        self.made = ""
        """Name of the snapshot whose pages are ready."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its asker waits until the answer begins, so that a stream of minutes holds nothing up."""
        if scope["type"] != "http":
            await self._door(scope, receive, send)
            return
        begun = False

        async def out(message: Message) -> None:
            nonlocal begun
            if not begun and message["type"] == "http.response.start":
                begun, self._waiting = True, self._waiting - 1
            await send(message)

        self._waiting, self._seen = self._waiting + 1, self._seen + 1
        try:
            await self._door(scope, receive, out)
        finally:
            if not begun:
                self._waiting -= 1

    def start(self) -> None:
        """Begin to look for snapshots."""
        self._thread.start()

    def stop(self) -> None:
        """Make no further page, and wait for the one under way."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    async def _work(self) -> None:
        last = ""
        while not self._ended.is_set():
            try:
                snapshot = self._shelf.snapshot()
                if snapshot is not None and snapshot.name != last:
                    last = snapshot.name
                    await self._make(snapshot)
            except MarsadError as wrong:
                # whoever asks is told the same on the page
                _LOG.warning("pages cannot be made ahead: %s", wrong)
            await asyncio.sleep(LOOK_S)

    async def _make(self, snapshot: Snapshot) -> None:
        """Every page that there is room for, until another snapshot comes."""
        for rest in addresses(snapshot):
            for language in LANGUAGES:
                await self._quiet()
                if self._ended.is_set() or self._shelf.snapshot() is not snapshot or self._shelf.full():
                    return
                await _ask(self._pages, f"/{language}/{quote(rest)}")
        self.made = snapshot.name

    async def _quiet(self) -> None:
        """Until nobody waits and nobody asked for a while; where requests never cease, until a page was put off long enough."""
        seen, quiet, put_off = self._seen, QUIET_S if self._seen == self._left else 0.0, 0.0
        while (self._waiting or quiet < QUIET_S) and not self._ended.is_set() and (self._waiting or put_off < MOST_S):
            await asyncio.sleep(WAIT_S)
            put_off += WAIT_S
            quiet = quiet + WAIT_S if seen == self._seen and not self._waiting else 0.0
            seen = self._seen
        self._left = self._seen


async def _ask(app: Asgi, address: str) -> None:
    """Ask for a page as a browser does, and let the answer go."""
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(address),
        "raw_path": address.encode("ascii"), "query_string": b"", "root_path": "", "client": None, "server": ("127.0.0.1", 0),
        "headers": [(b"host", b"127.0.0.1"), (b"accept", b"text/html"), (b"accept-encoding", b"gzip")],
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        return None

    await app(scope, receive, send)
