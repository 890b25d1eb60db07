"""The whole way: a document, a chat endpoint that the test starts, records; for every way in which an endpoint goes wrong."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from marsad.base.errors import AnswerError, ReaderError
from marsad.base.records import Document, Event, Paragraph, Record, Reject, Span, document_id
from marsad.coding.readers import AskingReader, Bounds
from marsad.settings import Settings
from marsad.sources.endpoint import Endpoint, Patience
from marsad.verbs.reading import ReadRequest, read_lines

TEXT = "Gunmen killed 12 civilians in Gao on Friday. The delegation left."
DOCUMENT = Document(
    document_id(TEXT.encode()), "made-up.txt", "en", None, date(2026, 5, 10), None, (Paragraph(Span(0, len(TEXT)), "body"),), TEXT
)
GOOD = {
    "label": "ASSAULT", "trigger": "killed", "mode": None, "actors": ["Gunmen"], "recipients": ["civilians"], "flags": [],
    "deaths": {"low": 12, "best": 12, "high": 12}, "confidence": 0.9,
}  # fmt: skip


def good(asked: dict[str, Any]) -> str:
    shown = json.loads(asked["messages"][1]["content"])
    return json.dumps({"events": [GOOD] if "killed" in shown["sentence"] else []})


class Server:
    """How it answers, and how often it was asked."""

    def __init__(self) -> None:
        self.way = "good"
        self.asked = 0
        self.keys: set[str | None] = set()
        self.url = ""


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Keep quiet."""

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked += 1
            state.keys.add(self.headers["Authorization"])
            status, headers, way = 200, {}, state.way
            if way == "busy once" and state.asked == 1:
                status, headers = 429, {"Retry-After": "2"}
            elif way == "failing":
                status = 500
            elif way == "slow":
                time.sleep(0.15)
            text = {"refusing": "I'm sorry, but I can't help with that.", "wrong schema": '{"event": "ASSAULT"}'}.get(way, good(asked))
            if way == "mended" and len(asked["messages"]) == 2:
                text = f"```json\n{text}\n```"
            body = json.dumps({"choices": [{"message": {"content": text}}]}) if way != "malformed" else '{"choices": [{"mess'
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body.encode())

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    state.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    yield state
    http.shutdown()
    http.server_close()


@pytest.mark.parametrize("key", [None, "sk-made-up-9"])
def test_the_reader_of_the_settings_asks_the_endpoint_with_the_key_of_the_environment(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    monkeypatch.delenv("MARSAD_ENDPOINT_KEY", raising=False)
    if key:
        monkeypatch.setenv("MARSAD_ENDPOINT_KEY", key)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    settings = Settings(reader="endpoint", endpoint_url=server.url, endpoint_model="made-up")
    lines = list(read_lines(settings, ReadRequest(paths=(tmp_path,), jobs=2), lambda text: None))
    (event,) = [record for record in map(json.loads, lines) if record["kind"] == "event"]
    assert event["coder"] == "endpoint:made-up"
    assert server.keys == {f"Bearer {key}" if key else None}
    assert not [line for line in lines if key and key in line]


def read(server: Server, way: str, bounds: Bounds | None = None, timeout: float = 5.0) -> tuple[list[float], tuple[Record, ...]]:
    server.way = way
    slept: list[float] = []
    ask = Endpoint(server.url, "made-up", patience=Patience(timeout=timeout, tries=2, sleep=slept.append))
    found = AskingReader(ask, "endpoint:made-up", bounds=bounds).read(DOCUMENT)
    ask.close()
    return slept, found


def events(found: tuple[Record, ...]) -> list[Event]:
    return [one for one in found if isinstance(one, Event)]


def rejects(found: tuple[Record, ...]) -> list[Reject]:
    return [one for one in found if isinstance(one, Reject)]


@pytest.mark.parametrize(("way", "asked", "slept"), [("good", 2, []), ("busy once", 3, [2.0]), ("mended", 4, [])])
def test_an_event_comes_home_with_the_name_of_the_model(server: Server, way: str, asked: int, slept: list[float]) -> None:
    waited, found = read(server, way)
    (event,) = events(found)
    assert (event.type, event.coder) == ("ASSAULT", "endpoint:made-up")
    assert ([a.name for a in event.actors], [r.name for r in event.recipients]) == (["Gunmen"], ["civilians"])
    assert rejects(found) == []
    assert (server.asked, waited) == (asked, slept)


WAYS = [
    ("slow", "no answer within", 4), ("refusing", "not JSON", 4), ("malformed", "no chat answer", 4),
    ("wrong schema", "one field", 4), ("failing", "answered 500", 4),
]  # fmt: skip


@pytest.mark.parametrize(("way", "told", "asked"), WAYS)
def test_what_cannot_be_read_is_set_aside_sentence_by_sentence_after_bounded_tries(server: Server, way: str, told: str, asked: int) -> None:
    _, found = read(server, way, timeout=0.05 if way == "slow" else 5.0)
    assert events(found) == []
    assert [one.where for one in rejects(found)] == ["made-up.txt, characters 0 to 44", "made-up.txt, characters 45 to 65"]
    assert all(told in one.reason for one in rejects(found))
    assert server.asked == asked


def test_a_model_that_never_answers_well_stops_the_reading(server: Server) -> None:
    with pytest.raises(ReaderError, match="2 sentences in a row could not be read") as caught:
        read(server, "refusing", Bounds(in_a_row=2))
    assert not isinstance(caught.value, AnswerError)
