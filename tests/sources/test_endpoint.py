"""A chat endpoint against a server of the test's own: good, slow, dripping, refusing, malformed, busy, failing, moved."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from marsad.base.errors import AnswerError, ReaderError
from marsad.sources.endpoint import Endpoint, Patience

KEY = "sk-made-up-0123456789"
ASKED = [{"role": "user", "content": "سؤال"}]


def chat(text: object, **more: object) -> bytes:
    choice = {"message": {"role": "assistant", "content": text, **more}, "finish_reason": more.get("finish", "stop")}
    return json.dumps({"choices": [choice]}).encode()


class Server:
    """What the server does for each request in turn (status, headers, body, way), and what it was asked."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, dict[str, str], bytes, str]] = []
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.url = ""
        self.over = threading.Event()

    def will(self, body: bytes = b"", status: int = 200, way: str = "whole", **headers: str) -> None:
        self.steps.append((status, {name.replace("_", "-"): value for name, value in headers.items()}, body, way))


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

        def do_POST(self) -> None:
            given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append((self.path, dict(self.headers), given))
            status, headers, body, way = state.steps.pop(0)
            if way == "slow":
                time.sleep(0.15)
            if way == "silent":
                state.over.wait(20)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                if way == "drip":
                    for at in range(len(body)):
                        self.wfile.write(body[at : at + 1])
                        time.sleep(0.01)
                else:
                    self.wfile.write(body[:5] if way == "cut" else body)
            except OSError:
                pass
            self.close_connection = True

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    state.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    yield state
    state.over.set()
    http.shutdown()
    http.server_close()


def asking(server: Server, **patience: Any) -> tuple[list[float], Endpoint]:
    slept: list[float] = []
    given = {"timeout": 5.0, "tries": 3, "first_wait": 1.0, "sleep": slept.append, **patience}
    return slept, Endpoint(server.url, "made-up", key=KEY, patience=Patience(**given))


def test_a_good_answer_is_its_text_and_the_key_travels_in_the_header_alone(server: Server) -> None:
    server.will(chat('{"events": []}'))
    _, ask = asking(server)
    assert ask(ASKED) == '{"events": []}'
    path, headers, given = server.asked[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert (given["model"], given["messages"], given["temperature"]) == ("made-up", ASKED, 0)
    assert (given["stream"], given["max_tokens"]) == (False, 2000)
    assert KEY not in json.dumps(given)
    assert KEY not in repr(ask)
    ask.close()


def test_options_reach_the_server_and_none_takes_a_default_away(server: Server) -> None:
    server.will(chat("yes"))
    ask = Endpoint(server.url + "/chat/completions", "made-up", options={"max_tokens": None, "seed": 1})
    assert ask(ASKED) == "yes"
    path, headers, given = server.asked[0]
    assert path == "/v1/chat/completions"
    assert "Authorization" not in headers
    assert "max_tokens" not in given
    assert given["seed"] == 1


PARTS = [
    [{"type": "text", "text": "yes"}],
    [{"type": "reasoning", "text": "hm"}, {"type": "text", "text": "y"}, {"type": "output_text", "text": "es"}, {"type": "text"}, "no"],
]


@pytest.mark.parametrize("parts", PARTS, ids=range(len(PARTS)))
def test_an_answer_in_parts_is_their_text(server: Server, parts: object) -> None:
    server.will(b"\xef\xbb\xbf" + chat(parts, tool_calls=[], reasoning_content="hm"))
    assert asking(server)[1](ASKED) == "yes"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_proxy_of_the_environment_has_no_part_in_talk_with_this_machine(
    server: Server, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    server.will(chat("yes"))
    ask = Endpoint(server.url.replace("127.0.0.1", host), "made-up", patience=Patience(timeout=5.0, tries=1))
    assert ask(ASKED) == "yes"


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 529])
def test_a_fault_that_passes_is_tried_again_with_longer_waits(server: Server, status: int) -> None:
    server.will(status=status)
    server.will(status=status)
    server.will(chat("yes"))
    slept, ask = asking(server)
    assert ask(ASKED) == "yes"
    assert slept == [1.0, 2.0]


def test_the_server_says_how_long_to_wait(server: Server) -> None:
    server.will(status=429, Retry_After="7")
    server.will(chat("yes"))
    slept, ask = asking(server)
    assert ask(ASKED) == "yes"
    assert slept == [7.0]


def test_a_wait_of_an_hour_stops_the_reading(server: Server) -> None:
    server.will(status=429, Retry_After="3600")
    slept, ask = asking(server)
    with pytest.raises(ReaderError, match="3600 s") as caught:
        ask(ASKED)
    assert not isinstance(caught.value, AnswerError)
    assert slept == []


def test_tries_are_bounded(server: Server) -> None:
    for _ in range(5):
        server.will(status=500)
    _, ask = asking(server, tries=2)
    with pytest.raises(AnswerError, match="500; gave up after 2 tries"):
        ask(ASKED)
    assert len(server.asked) == 2


@pytest.mark.parametrize("way", ["slow", "drip"])
def test_a_slow_answer_is_given_up(server: Server, way: str) -> None:
    server.will(chat("yes"), way=way)
    _, ask = asking(server, timeout=0.05, tries=1)
    with pytest.raises(AnswerError, match=r"within 0\.05 s"):
        ask(ASKED)


def test_a_server_that_says_nothing_is_not_waited_for(server: Server) -> None:
    server.will(chat("yes"), way="silent")
    _, ask = asking(server, timeout=0.05, tries=1)
    started = time.monotonic()
    with pytest.raises(AnswerError, match=r"within 0\.05 s"):
        ask(ASKED)
    assert time.monotonic() - started < 10


def test_an_answer_cut_short_on_the_way_is_fetched_again(server: Server) -> None:
    server.will(chat("yes"), way="cut")
    server.will(chat("yes"))
    _, ask = asking(server)
    assert ask(ASKED) == "yes"


BROKEN = [b"", b"<html>busy</html>", b'{"choices": []}', b'{"choices": [{"text": "yes"}]}', b"[1]", b'"a"', b"[" * 100_000, b"\xff\xfe"]


@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_chat_answer_is_told_after_bounded_tries(server: Server, body: bytes) -> None:
    server.will(body)
    server.will(body)
    _, ask = asking(server, tries=2)
    with pytest.raises(AnswerError, match="no chat answer"):
        ask(ASKED)
    assert len(server.asked) == 2


REFUSALS = [
    (chat(None, refusal="no"), "refused"),
    (chat("", finish="content_filter"), "refused"),
    (chat('{"ev', finish="length"), "cut short at the limit of tokens"),
    (chat(" \n"), "answered nothing"),
    (chat([1, 2]), "answered nothing"),
    (chat([{"type": "refusal", "refusal": "no"}]), "refused"),
    (chat(None, tool_calls=[{"type": "function", "function": {"name": "code", "arguments": "{}"}}]), "answered nothing"),
]


@pytest.mark.parametrize(("body", "told"), REFUSALS, ids=range(len(REFUSALS)))
def test_a_refusal_is_not_asked_again(server: Server, body: bytes, told: str) -> None:
    server.will(body)
    _, ask = asking(server)
    with pytest.raises(AnswerError, match=told):
        ask(ASKED)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [401, 403, 404, 405, 308, 501])
def test_what_no_question_can_mend_stops_the_reading_at_once(server: Server, status: int) -> None:
    server.will(json.dumps({"error": {"message": f"key {KEY} is wrong"}}).encode(), status=status, Location="http://127.0.0.1:9/")
    _, ask = asking(server)
    with pytest.raises(ReaderError, match=str(status)) as caught:
        ask(ASKED)
    assert not isinstance(caught.value, AnswerError)
    assert KEY not in str(caught.value)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_question_that_is_too_long_says_what_the_server_says(server: Server, status: int) -> None:
    server.will(json.dumps({"error": {"message": f"too many\ntokens for {KEY}"}}).encode(), status=status)
    _, ask = asking(server)
    with pytest.raises(AnswerError, match=rf"{status} \(too many tokens for \*\*\*\)"):
        ask(ASKED)
    assert len(server.asked) == 1


def test_a_servers_long_message_is_cut(server: Server) -> None:
    server.will(json.dumps({"error": "all of it " * 500}).encode(), status=400)
    with pytest.raises(AnswerError) as caught:
        asking(server)[1](ASKED)
    assert len(str(caught.value)) < 350


@pytest.mark.parametrize("body", [b'{"detail": "no such model"}', b'{"message": "no such model"}', b'{"error": "no such model"}'])
def test_servers_word_their_errors_in_several_shapes(server: Server, body: bytes) -> None:
    server.will(body, status=404)
    with pytest.raises(ReaderError, match=r"404 \(no such model\): check the address"):
        asking(server)[1](ASKED)


def test_an_endless_answer_is_cut_off(server: Server) -> None:
    server.will(chat("a" * 5000))
    _, ask = asking(server, bytes_most=1000)
    with pytest.raises(AnswerError, match="longer than 1,000 bytes"):
        ask(ASKED)


def test_nobody_there_is_told_after_bounded_tries() -> None:
    slept: list[float] = []
    ask = Endpoint("http://127.0.0.1:1/v1", "made-up", patience=Patience(timeout=1.0, tries=2, sleep=slept.append))
    with pytest.raises(ReaderError, match="check that the server runs there") as caught:
        ask(ASKED)
    assert not isinstance(caught.value, AnswerError)
    assert slept == [1.0]


BAD = [
    "", "example.org/v1", "ftp://example.org", "http://", "http://[::1", "http://example.org:99999999/v1",
    "https://user:secret-word@example.org/v1", "https://example.org/v1?key=secret-word", "https://example.org/v1#secret-word",
]  # fmt: skip


@pytest.mark.parametrize("url", BAD)
def test_an_address_that_is_none_or_holds_a_secret_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ReaderError) as caught:
        Endpoint(url, "made-up")
    assert "secret-word" not in str(caught.value)


@pytest.mark.parametrize("key", ["two words", "line\nend", "clé"])
def test_a_key_that_no_header_can_carry_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(ReaderError, match="key") as caught:
        Endpoint("https://example.org/v1", "made-up", key=key)
    assert key not in str(caught.value)


def test_a_key_does_not_travel_unencrypted_to_another_machine() -> None:
    with pytest.raises(ReaderError, match="unencrypted"):
        Endpoint("http://example.org/v1", "made-up", key=KEY)
    assert "example.org/v1/chat/completions" in repr(Endpoint("http://example.org/v1", "made-up"))


def test_no_try_at_all_makes_no_sense() -> None:
    with pytest.raises(ReaderError, match="at least one try"):
        Patience(tries=0)
