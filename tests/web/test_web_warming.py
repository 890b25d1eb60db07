"""Pages made before anybody asks: all kinds in three languages, again after a publication, and never in the way of a request."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from starlette.testclient import TestClient

from marsad import store
from marsad.web import warming
from marsad.web.app import make_routes, make_warm
from marsad.web.guards import Message, Receive, Scope, Send
from marsad.web.shelf import Shelf
from marsad.web.warming import Warming, addresses

LANGUAGES = ("ar", "fr", "en")


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether it came true in time."""
    ends = time.monotonic() + seconds
    while not true() and time.monotonic() < ends:
        time.sleep(0.02)
    return true()


def again(archive: Path, copy: Path, name: str) -> None:
    """Publish the sample's snapshot into another archive under a name."""
    reader = store.open_published(archive / "sample")
    assert reader is not None
    about = {key: value for key, value in reader.about.items() if key not in ("name", "version")}
    files = {file: reader.file(file).read_bytes() for file in reader.about["files"]}
    store.publish(copy, name, tables={table: reader.rows(table) for table in reader.tables}, about=about, files=files)


async def nobody(scope: Scope, receive: Receive, send: Send) -> None:
    raise AssertionError("nobody asks here")


def test_the_pages_of_a_snapshot_and_of_the_next_are_ready_before_anybody_asks(archive: Path, tmp_path: Path) -> None:
    again(archive, tmp_path, "one")
    shelf = Shelf(tmp_path)
    warm = Warming(nobody, make_routes(shelf), shelf)
    warm.start()
    try:
        assert until(lambda: warm.made == "one")
        again(archive, tmp_path, "two")
        assert until(lambda: warm.made == "two")
        snapshot = shelf.snapshot()
        assert snapshot is not None
        made = list(addresses(snapshot))
        assert {page.partition("/")[0] for page in made} == {
            "", "forecasts", "meetings", "sources", "briefs", "search", "place", "group", "pair", "document", "layers"
        }  # fmt: skip
        for page in made:
            for language in LANGUAGES:
                address = f"/{language}/{page}"
                key = address if page.startswith("layers/") else f"False {address}?"
                assert shelf.held(("two", key)) is not None, address
    finally:
        warm.stop()


def test_a_page_made_ahead_is_the_page_that_is_asked_for(archive: Path) -> None:
    warm = make_warm(archive)
    plain = TestClient(make_routes(Shelf(archive)), base_url="http://127.0.0.1")
    warm.start()
    try:
        assert until(lambda: bool(warm.made))
        with TestClient(warm, base_url="http://127.0.0.1") as asker:  # type: ignore[arg-type]
            for address in ("/ar/", "/fr/place/MLI", "/en/group/rsf"):
                assert asker.get(address).content == plain.get(address).content
    finally:
        warm.stop()


def test_nothing_is_made_while_somebody_waits_and_a_stream_that_has_begun_is_no_waiting(archive: Path) -> None:
    asked: list[str] = []
    begin, end = asyncio.Event(), asyncio.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        await begin.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await end.wait()
        await send({"type": "http.response.body", "body": b""})

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        asked.append(scope["path"])

    async def play() -> None:
        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            return None

        request = asyncio.create_task(warm({"type": "http", "path": "/"}, receive, send))
        await asyncio.sleep(0.05)
        warm.start()
        await asyncio.sleep(0.5)
        assert asked == []
        begin.set()
        for _ in range(200):
            await asyncio.sleep(0.02)
            if asked:
                break
        assert asked[:3] == ["/ar/", "/fr/", "/en/"]
        end.set()
        await request

    warm = Warming(slow, pages, Shelf(archive))
    try:
        asyncio.run(play())
    finally:
        warm.stop()


def test_a_request_that_fails_is_waited_for_no_longer(archive: Path) -> None:
    asked: list[str] = []

    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("no answer")

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        asked.append(scope["path"])

    warm = Warming(broken, pages, Shelf(archive))
    asker = TestClient(warm, base_url="http://127.0.0.1")  # type: ignore[arg-type]
    with pytest.raises(RuntimeError):
        asker.get("/en/")
    warm.start()
    try:
        assert until(lambda: bool(asked), 10)
    finally:
        warm.stop()


def test_pages_made_ahead_leave_room_for_those_that_are_asked_for(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.web.shelf.KEPT_BYTES", 400_000)
    shelf = Shelf(archive)
    warm = Warming(nobody, make_routes(shelf), shelf)
    warm.start()
    try:
        assert until(shelf.full, 30)
        time.sleep(0.5)
        assert warm.made == ""
        assert shelf.held((shelf.snapshot().name, "False /ar/?")) is not None  # type: ignore[union-attr]
    finally:
        warm.stop()


def test_a_damaged_snapshot_ends_nothing_and_the_next_is_made(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "TEXTS", 1)
    folder = store.publish(tmp_path, "bad", tables={"events": pa.table({"id": ["a"]})}, about={})
    (folder / "events.parquet").write_bytes(b"PAR1 half")
    shelf = Shelf(tmp_path)
    warm = Warming(nobody, make_routes(shelf), shelf)
    warm.start()
    try:
        time.sleep(0.3)
        again(archive, tmp_path, "good")
        assert until(lambda: warm.made == "good")
    finally:
        warm.stop()
