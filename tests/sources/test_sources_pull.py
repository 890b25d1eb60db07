"""Downloads against a server of the test's own: cut short, missing, busy, changed, resumed."""

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from marsad.base.errors import DownloadError, UsageError
from marsad.sources import pull
from marsad.sources.pull import Retries, download, pull_ucdp, ucdp_url

BODY = bytes(range(256)) * 400


class Server:
    """What the server does for each request in turn, and what it was asked."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int]] = []
        self.asked: list[dict[str, str]] = []
        self.body = BODY
        self.etag: str | None = '"one"'
        self.url = ""


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Keep quiet."""

        def do_GET(self) -> None:
            state.asked.append(dict(self.headers))
            step, number = state.steps.pop(0) if state.steps else ("whole", 0)
            if step == "status":
                self.send_response(number)
                if number == 429:
                    self.send_header("Retry-After", "7")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            start = 0
            wanted = self.headers.get("Range", "")
            if wanted.startswith("bytes=") and self.headers.get("If-Range") == state.etag:
                start = int(wanted[6:-1])
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(state.body) - 1}/{len(state.body)}")
            else:
                self.send_response(200)
            rest = state.body[start:]
            self.send_header("Content-Length", str(len(rest)))
            if state.etag:
                self.send_header("ETag", state.etag)
            self.end_headers()
            self.wfile.write(rest[:number] if step == "cut" else rest)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    state.url = f"http://127.0.0.1:{http.server_address[1]}"
    yield state
    http.shutdown()
    http.server_close()


def waiting() -> tuple[list[float], Retries]:
    slept: list[float] = []
    return slept, Retries(tries=3, first_wait=1.0, timeout=5.0, sleep=slept.append)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_download_is_kept_under_its_hash_and_not_fetched_twice(server: Server, tmp_path: Path) -> None:
    first = download(f"{server.url}/a/x.csv", tmp_path, retrieved="2026-05-12")
    assert Path(first.path).read_bytes() == BODY
    assert first.sha256 == hashlib.sha256(BODY).hexdigest()
    note = json.loads(Path(first.path + ".json").read_text())
    assert (note["url"], note["size"], note["etag"], note["retrieved"]) == (f"{server.url}/a/x.csv", len(BODY), '"one"', "2026-05-12")
    assert download(f"{server.url}/a/x.csv", tmp_path) == first
    assert len(server.asked) == 1
    assert len(left(tmp_path)) == 2


def test_a_cached_file_that_was_damaged_is_fetched_again(server: Server, tmp_path: Path) -> None:
    first = download(f"{server.url}/x.csv", tmp_path)
    Path(first.path).write_bytes(b"damaged")
    assert Path(download(f"{server.url}/x.csv", tmp_path).path).read_bytes() == BODY


def test_a_truncated_answer_is_resumed_where_it_stopped(server: Server, tmp_path: Path) -> None:
    server.steps = [("cut", 70_000), ("whole", 0)]
    slept, retries = waiting()
    found = download(f"{server.url}/x.csv", tmp_path, retries=retries)
    assert Path(found.path).read_bytes() == BODY
    assert slept == [1.0]
    start = int(server.asked[1]["Range"][6:-1])
    assert 0 < start <= 70_000
    assert server.asked[1]["If-Range"] == '"one"'


def test_a_file_that_changed_meanwhile_is_fetched_from_the_start(server: Server, tmp_path: Path) -> None:
    server.steps = [("cut", 20_000)] * 3
    _, retries = waiting()
    with pytest.raises(DownloadError, match="run the same command again"):
        download(f"{server.url}/x.csv", tmp_path, retries=retries)
    assert not [name for name in left(tmp_path) if name.endswith((".csv", ".json"))]
    server.etag, server.body = '"two"', b"new content" * 100
    assert Path(download(f"{server.url}/x.csv", tmp_path, retries=retries).path).read_bytes() == server.body
    assert len(left(tmp_path)) == 2


def test_without_a_tag_a_broken_download_starts_over(server: Server, tmp_path: Path) -> None:
    server.etag, server.steps = None, [("cut", 50_000)]
    _, retries = waiting()
    assert Path(download(f"{server.url}/x.csv", tmp_path, retries=retries).path).read_bytes() == BODY
    assert "Range" not in server.asked[1]


def test_a_busy_server_is_waited_for_as_long_as_it_asks(server: Server, tmp_path: Path) -> None:
    server.steps = [("status", 429), ("status", 503)]
    slept, retries = waiting()
    assert download(f"{server.url}/x.csv", tmp_path, retries=retries).size == len(BODY)
    assert slept == [7.0, 2.0]


def test_tries_are_bounded(server: Server, tmp_path: Path) -> None:
    server.steps = [("status", 429)] * 5
    slept, retries = waiting()
    with pytest.raises(DownloadError, match=r"429.*gave up after 3 tries"):
        download(f"{server.url}/x.csv", tmp_path, retries=retries)
    assert slept == [7.0, 7.0]
    assert left(tmp_path) == []


def test_a_server_that_asks_for_an_hour_is_not_waited_for(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "WAIT_MOST", 5.0)
    server.steps = [("status", 429)]
    slept, retries = waiting()
    with pytest.raises(DownloadError, match="asks to wait 7 s"):
        download(f"{server.url}/x.csv", tmp_path, retries=retries)
    assert slept == []


def test_a_missing_file_is_told_at_once(server: Server, tmp_path: Path) -> None:
    server.steps = [("status", 404)]
    with pytest.raises(DownloadError, match=r"404.*check the release number"):
        download(f"{server.url}/x.csv", tmp_path)
    assert len(server.asked) == 1
    assert left(tmp_path) == []


def test_a_wrong_checksum_leaves_nothing(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match=r"checksum.*nothing was kept"):
        download(f"{server.url}/x.csv", tmp_path, sha256="0" * 64)
    assert left(tmp_path) == []
    assert download(f"{server.url}/x.csv", tmp_path, sha256=hashlib.sha256(BODY).hexdigest().upper()).size == len(BODY)


def test_an_empty_answer_and_a_dead_server_are_errors(server: Server, tmp_path: Path) -> None:
    server.body = b""
    with pytest.raises(DownloadError, match="empty file"):
        download(f"{server.url}/x.csv", tmp_path)
    _, retries = waiting()
    with pytest.raises(DownloadError, match="ConnectError"):
        download("http://127.0.0.1:9/x.csv", tmp_path, retries=retries)
    with pytest.raises(DownloadError, match="only http"):
        download("ftp://127.0.0.1/x.csv", tmp_path, retries=retries)


def zipped(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("readme.txt", "x")
        archive.writestr(name, data)
    return held.getvalue()


def test_a_release_is_fetched_and_unzipped_inside_the_cache(server: Server, tmp_path: Path) -> None:
    server.body = zipped("../../GEDEvent_v24_1.csv", b"id\n1\n")
    found, path = pull_ucdp("24.1", tmp_path, base_url=server.url)
    assert found.url == f"{server.url}/ged241-csv.zip"
    assert path.parent == tmp_path
    assert path.name.endswith("GEDEvent_v24_1.csv")
    assert path.read_bytes() == b"id\n1\n"
    server.body = b"id\n2\n"
    assert pull_ucdp("26.0.2", tmp_path, base_url=server.url)[1].read_bytes() == b"id\n2\n"


def test_a_damaged_or_empty_zip_is_an_error(server: Server, tmp_path: Path) -> None:
    server.body = b"PK\x03\x04 not really"
    with pytest.raises(DownloadError, match="damaged"):
        pull_ucdp("24.1", tmp_path, base_url=server.url)
    server.body = zipped("a.doc", b"x")
    with pytest.raises(DownloadError, match="no event file"):
        pull_ucdp("23.1", tmp_path, base_url=server.url)


def test_addresses_follow_the_passports() -> None:
    assert ucdp_url("24.1") == "https://ucdp.uu.se/downloads/ged/ged241-csv.zip"
    assert ucdp_url("24.0.10") == "https://ucdp.uu.se/downloads/candidateged/GEDEvent_v24_0_10.csv"
    with pytest.raises(UsageError, match=r"write 24\.1"):
        ucdp_url("latest")
