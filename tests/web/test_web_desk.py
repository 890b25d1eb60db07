"""The desk in a browser and for programs: who may do what, what a stranger tries, what shows at once, earlier states, runs."""

import json
import re
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from marsad.base.corrections import RECORD_ACTIONS
from marsad.settings import Settings
from marsad.store import desk as desk_store
from marsad.store.desk_accounts import PER_NAME
from marsad.web import working
from marsad.web.app import make_app
from marsad.web.office import Office
from marsad.web.wording import Wording

BASE = "http://127.0.0.1"
PASSWORD = "three quiet rivers"


class Hands:
    """A clock that starts now and is moved by hand."""

    def __init__(self) -> None:
        self.more = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.more


class Counter:
    """An application with a desk over the sample's archive, and a browser before it."""

    def __init__(self, archive: Path, folder: Path) -> None:
        self.clock = Hands()
        # a desk of its own beside a link to what was published: tests must not see each other's corrections
        (folder / "archive").mkdir()
        (folder / "archive" / "sample").symlink_to(archive / "sample")
        settings = Settings(archive=folder / "archive", cache=folder / "cache", language="en", model="ew", draws=100)
        self.office = Office.open(settings, self.clock)
        self.office.accounts.add("amina", PASSWORD, ["correct", "run"], by="test")
        self.office.accounts.add("bakary", PASSWORD, ["read"], by="test")
        self.browser = self.client()

    def client(self) -> TestClient:
        app = make_app(self.office.settings.archive, office=self.office)
        return TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False)  # type: ignore[arg-type]

    def sign_in(self, name: str = "amina") -> str:
        """The csrf token of a session opened for the browser."""
        answer = self.browser.post("/en/desk/login", data={"name": name, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        found = re.search(r'name="csrf" value="([^"]+)"', self.browser.get("/en/desk").text)
        assert found
        return found[1]

    def key(self, *rights: str) -> dict[str, str]:
        _, token = self.office.accounts.make_token("amina", rights, 30, by="test")
        return {"Authorization": f"Bearer {token}"}

    def send(self, csrf: str, **fields: str) -> Any:
        return self.browser.post("/en/desk/entries", data={"csrf": csrf, **fields})

    def head(self) -> tuple[int, str]:
        return self.office.desk.head()


@pytest.fixture
def counter(archive: Path, tmp_path: Path) -> Counter:
    return Counter(archive, tmp_path)


@pytest.fixture
def event(counter: Counter) -> dict[str, Any]:
    """An event of a text, with deaths."""
    items = counter.browser.get("/api/v1/events?limit=500").json()["items"]
    return next(e for e in items if e["document"] and e["deaths"])


def test_without_an_account_nothing_can_be_done_and_everything_can_be_read(counter: Counter, event: dict[str, Any]) -> None:
    before = counter.head()
    browser = counter.browser
    assert browser.get("/en/place/MLI").status_code == 200
    assert browser.get("/en/desk").status_code == 200  # the form to sign in
    for page in ("log", "runs", "runs/1", f"record/{event['id']}", "place/country:MLI", "runs/1/stages"):
        assert browser.get(f"/en/desk/{page}").status_code == 401, page
    for form in ("entries", "runs", "runs/1/cancel", "logout"):
        assert browser.post(f"/en/desk/{form}", data={"action": "retract", "subject": event["id"], "reason": "x"}).status_code == 401
    for method, address in (("POST", "corrections"), ("GET", "log"), ("GET", "runs"), ("POST", "runs"), ("POST", "runs/1/cancel")):
        body = {"action": "retract", "subject": event["id"], "reason": "x"} if address == "corrections" else {}
        answer = browser.request(method, f"/api/v1/{address}", json=body if method == "POST" else None)
        assert answer.status_code == 401, address
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert counter.head() == before


def test_a_session_s_cookie_is_for_this_server_alone_and_private_pages_are_kept_nowhere(counter: Counter) -> None:
    answer = counter.browser.post("/en/desk/login", data={"name": "amina", "password": PASSWORD, "back": "https://evil.example"})
    assert answer.headers["location"] == "/en/desk"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Secure" not in cookie
    for page in ("desk", "desk/log", "desk/runs"):
        found = counter.browser.get(f"/en/{page}")
        assert found.headers["cache-control"] == "no-store"
        assert "etag" not in found.headers
        assert "script-src 'self'" in found.headers["content-security-policy"]
    counter.office = Office.open(counter.office.settings, counter.clock, secure=True)
    assert counter.office.set_cookie("x")[1].startswith("__Host-marsad=x; Path=/; HttpOnly; SameSite=Strict; Secure")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_page_of_the_desk_stands_in_three_languages(counter: Counter, event: dict[str, Any], language: str) -> None:
    counter.sign_in()
    meeting = counter.browser.get("/api/v1/engagements?limit=1").json()["items"][0]["id"]
    statement = counter.browser.get("/api/v1/statements?limit=1").json()["items"][0]["id"]
    pages = (
        "",
        "/log",
        "/runs",
        f"/record/{event['id']}",
        f"/record/{meeting}",
        f"/record/{statement}",
        "/place/country:MLI",
        "/place/cell:149426",
    )
    for page in pages:
        answer = counter.browser.get(f"/{language}/desk{page}")
        assert answer.status_code == 200, page
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text
        assert "Undefined" not in answer.text
        assert "style=" not in answer.text
        inputs = set(re.findall(r'<(?:input|select|textarea) id="([^"]+)"', answer.text))
        assert inputs <= set(re.findall(r'<label for="([^"]+)"', answer.text)), page
    assert counter.browser.get(f"/{language}/desk/record/event:{'0' * 20}").status_code == 404
    assert counter.browser.get(f"/{language}/desk/place/country:ZZZ").status_code == 404


def test_a_retraction_shows_at_once_and_can_be_undone(counter: Counter, event: dict[str, Any]) -> None:
    csrf = counter.sign_in()
    browser, name, page = counter.browser, event["id"], f"/en/document/{event['document']}"
    browser.get(page)
    brief = next(b["name"] for b in browser.get("/en/briefs?format=json").json()["briefs"] if b["name"].endswith("-en.html"))
    assert "Superseded" not in browser.get(f"/en/briefs/{brief}").text
    assert name in browser.get(f"/en/briefs/{brief}").text
    answer = counter.send(csrf, action="retract", subject=name, reason="the ministry's denial was right")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/en/desk/record/{name}")
    assert name not in [e["id"] for e in browser.get("/api/v1/events?limit=1000").json()["items"]]
    one = browser.get(f"/api/v1/events/{name}").json()
    assert one["retracted"] is True
    assert one["changes"][0]["reason"] == "the ministry's denial was right"
    assert "amina" not in json.dumps(one)
    text = browser.get(page).text
    assert "the ministry&#39;s denial was right" in text
    assert "amina" not in text
    shown = browser.get(f"/en/briefs/{brief}").text
    assert "Superseded" in shown
    assert name in shown
    assert "retracted" in browser.get(f"/en/desk/record/{name}").text
    assert counter.send(csrf, action="undo", subject=str(counter.office.desk.revision()), reason="a slip", back=name).status_code == 303
    assert browser.get(f"/api/v1/events/{name}").json() == event
    assert "Superseded" not in browser.get(f"/en/briefs/{brief}").text
    assert name in [e["id"] for e in browser.get("/api/v1/events?limit=1000").json()["items"]]


def test_a_record_is_given_as_it_stood(counter: Counter, event: dict[str, Any]) -> None:
    key, name = counter.key("correct"), event["id"]

    def ask(more: str = "") -> Any:
        return counter.browser.get(f"/api/v1/events/{name}{more}").json()

    first = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    counter.clock.more = timedelta(days=2)
    toll = {"low": 1, "best": 2, "high": 3}
    sent = {"action": "correct", "subject": name, "changes": {"deaths": toll}, "reason": "counted again"}
    made = counter.browser.post("/api/v1/corrections", json=sent, headers=key)
    assert made.status_code == 201, made.text
    assert made.json()["entries"][0]["body"]["was"]["deaths_best"] == event["deaths"]["best"]
    counter.clock.more = timedelta(days=4)
    counter.browser.post("/api/v1/corrections", json={"action": "retract", "subject": name, "reason": "not so"}, headers=key)
    day = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    assert ask(f"?as_of={first}")["deaths"] == event["deaths"]
    assert (ask(f"?as_of={day}")["deaths"], ask(f"?as_of={day}")["retracted"]) == (toll, False)
    assert ask()["retracted"] is True
    for moment, there in ((first, True), (day, True), ("", False)):
        query = {"limit": 1000} | ({"as_of": moment} if moment else {})
        items = counter.browser.get("/api/v1/events", params=query).json()["items"]  # type: ignore[arg-type]
        assert (name in [e["id"] for e in items]) is there
    assert counter.browser.get(f"/api/v1/events/{name}?as_of=2001-01-01").status_code == 404
    assert counter.browser.get(f"/api/v1/events/{name}?as_of=2026-13-01").status_code == 400
    assert counter.browser.get(f"/api/v1/events/{name}?as_of=yesterday").status_code == 422


def test_a_note_stands_on_its_place_in_three_languages_and_its_author_does_not(counter: Counter) -> None:
    csrf = counter.sign_in()
    text = "السوق مغلق منذ الثالث: 5 < 6"
    assert counter.send(csrf, action="note", subject="country:MLI", text=text).status_code == 303
    for language in ("ar", "fr", "en"):
        page = counter.browser.get(f"/{language}/place/MLI").text
        assert "السوق مغلق منذ الثالث: 5 &lt; 6" in page
        assert "amina" not in page
    assert counter.browser.get("/en/place/MLI?format=json").json()["notes"][0]["text"] == text
    assert [n["text"] for n in counter.browser.get("/api/v1/notes?place=country:MLI").json()["items"]] == [text]
    assert "amina" in counter.browser.get("/en/desk/place/country:MLI").text


BAD_NOTES = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a\u202eb", "a\u2067b", "a\u200fb", "a\x00b", "", "x" * 2001)


@pytest.mark.parametrize("text", BAD_NOTES)
def test_a_note_with_markup_or_direction_marks_is_refused_and_leaves_no_change(counter: Counter, text: str) -> None:
    csrf, key = counter.sign_in(), counter.key("correct")
    before = counter.head()
    answer = counter.send(csrf, action="note", subject="country:MLI", text=text)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    sent = counter.browser.post("/api/v1/corrections", json={"action": "note", "subject": "country:MLI", "text": text}, headers=key)
    assert sent.status_code == 422
    assert sent.headers["content-type"] == "application/problem+json"
    assert counter.head() == before


def test_a_stranger_s_form_changes_nothing(counter: Counter, event: dict[str, Any]) -> None:
    csrf = counter.sign_in()
    before, browser = counter.head(), counter.browser
    fields = {"action": "retract", "subject": event["id"], "reason": "x"}
    for token in ("", "x", csrf[:-1] + ("A" if csrf[-1] != "A" else "B"), "\u202e"):
        assert browser.post("/en/desk/entries", data={"csrf": token, **fields}).status_code == 403
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert browser.post("/en/desk/entries", data={"csrf": csrf, **fields}, headers=headers).status_code == 403
        assert browser.post("/en/desk/login", data={"name": "amina", "password": PASSWORD}, headers=headers).status_code == 403
    assert browser.post("/en/desk/entries", content=f"csrf={csrf}&csrf={csrf}&action=retract").status_code == 400
    assert browser.post("/en/desk/entries", json={"csrf": csrf, **fields}).status_code == 400
    assert browser.post("/en/desk/entries", content=b"x" * (50 << 20)).status_code == 413
    many = "&".join(f"f{n}=1" for n in range(100))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert browser.post("/en/desk/entries", content=many, headers=form).status_code == 400
    assert browser.post("/en/desk/entries", content=b"csrf=%ff%fe", headers=form).status_code == 400
    for cookie in ("marsad=" + "A" * 43, "marsad=../../etc/passwd", "marsad=" + "A" * 5000, "marsad=\u00e9", "=;;="):
        other = counter.client()
        answer = other.post("/en/desk/entries", data={"csrf": csrf, **fields}, headers={"Cookie": cookie.encode("latin-1")})  # type: ignore[dict-item]
        assert answer.status_code == 401, cookie
    assert counter.head() == before
    # the form as it stands on the page is taken, also from a browser that tells no referrer and so withholds its origin
    fine = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert browser.post("/en/desk/login", data={"name": "amina", "password": PASSWORD}, headers=fine).status_code == 303
    csrf = re.findall(r'name="csrf" value="([^"]+)"', browser.get("/en/desk").text)[0]
    assert counter.send(csrf, **fields).status_code == 303


def test_an_id_of_another_kind_or_of_nothing_changes_nothing(counter: Counter, event: dict[str, Any], document: str) -> None:
    key = counter.key("correct")
    before = counter.head()
    reason = {"reason": "x"}
    wrong: list[tuple[int, dict[str, Any]]] = [
        (404, {"action": "retract", "subject": "event:" + "0" * 20, **reason}),
        (404, {"action": "retract", "subject": event["id"].replace("event:", "engagement:"), **reason}),
        (404, {"action": "retract", "subject": document, **reason}),
        (404, {"action": "retract", "subject": "../../etc/passwd", **reason}),
        (404, {"action": "retract", "subject": "country:MLI", **reason}),
        (404, {"action": "note", "subject": event["id"], "text": "x"}),
        (404, {"action": "note", "subject": "cell:1", "text": "x"}),
        (404, {"action": "status", "subject": event["id"], "outcome": 0, "status": "2", "document": document, **reason}),
        (404, {"action": "same", "subject": event["id"], "other": "event:" + "0" * 20, **reason}),
        (422, {"action": "same", "subject": event["id"], "other": event["id"], **reason}),
        (422, {"action": "undo", "subject": "1", **reason}),  # an account's entry is not one on a record
        (422, {"action": "undo", "subject": "999", **reason}),
        (422, {"action": "delete", "subject": event["id"], **reason}),
        (422, {"action": "retract", "subject": event["id"], "reason": "x", "author": "someone"}),
        (422, {"action": "correct", "subject": event["id"], "changes": {"record": "{}"}, **reason}),
        (422, {"action": "correct", "subject": event["id"], "changes": {"deaths": {"low": 0, "best": 10**9, "high": 10**9}}, **reason}),
        (422, {"action": "retract", "subject": event["id"]}),
    ]
    for status, body in wrong:
        answer = counter.browser.post("/api/v1/corrections", json=body, headers=key)
        assert answer.status_code == status, (body, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    assert counter.browser.post("/api/v1/corrections", content=b"{", headers=key).status_code == 422
    assert counter.browser.post("/api/v1/corrections", content=b'{"action": NaN}', headers=key).status_code == 422
    assert counter.browser.post("/api/v1/corrections", content=b"x" * (50 << 20), headers=key).status_code == 413
    assert counter.head() == before


def test_a_key_does_what_its_rights_say_and_no_cookie_opens_the_api(counter: Counter, event: dict[str, Any]) -> None:
    counter.sign_in()
    body = {"action": "retract", "subject": event["id"], "reason": "x"}
    assert counter.browser.post("/api/v1/corrections", json=body).status_code == 401  # a session's cookie came along
    before = counter.head()
    reader = counter.key("read")
    before = (before[0] + 1, counter.head()[1])
    assert counter.browser.get("/api/v1/log", headers=reader).status_code == 200
    assert counter.browser.post("/api/v1/corrections", json=body, headers=reader).status_code == 403
    assert counter.browser.post("/api/v1/runs", json={}, headers=counter.key("correct")).status_code == 403
    assert counter.head()[0] == before[0] + 1
    bakary = counter.client()
    counter.browser = bakary
    csrf = counter.sign_in("bakary")
    assert counter.send(csrf, **body).status_code == 403
    assert bakary.post("/en/desk/runs", data={"csrf": csrf}).status_code == 403


def test_a_key_that_is_not_in_force_is_refused_everywhere_at_once(counter: Counter) -> None:
    key, token = counter.office.accounts.make_token("amina", ["read"], 1, by="test")
    good = {"Authorization": f"Bearer {token}"}
    pages = ("/api/v1/events?limit=1", "/api/v1/log", "/ogc", "/en/", "/api/v1/openapi.json")
    for page in pages:
        assert counter.browser.get(page, headers=good).status_code == 200
    forged = [
        f"Bearer {token[:-1]}{'A' if token[-1] != 'A' else 'B'}",
        "Bearer x",
        "Basic YTpi",
        f"bearer {token} ",
        "Bearer " + "A" * 5000,
    ]
    for value in forged:
        for page in pages:
            assert counter.browser.get(page, headers={"Authorization": value}).status_code == 401, value
    counter.clock.more = timedelta(days=1, seconds=1)
    assert [counter.browser.get(page, headers=good).status_code for page in pages] == [401] * len(pages)
    counter.clock.more = timedelta()
    counter.office.accounts.revoke(key, by="test")
    assert counter.browser.get("/api/v1/events?limit=1", headers=good).status_code == 401
    other = counter.key("read")
    counter.office.accounts.set_disabled("amina", "disabled", by="test")
    assert counter.browser.get("/api/v1/log", headers=other).status_code == 401


def test_headers_and_addresses_too_long_are_refused(counter: Counter) -> None:
    before = counter.head()
    assert counter.browser.get("/en/", headers={"X-Long": "a" * 20_000}).status_code == 431
    assert counter.browser.get("/en/", headers={f"X-{n}": "a" * 100 for n in range(200)}).status_code == 431
    assert counter.browser.get("/api/v1/events?actor=" + "a" * 5000).status_code == 414
    assert counter.browser.get("/en/desk?back=" + "a" * 3000).status_code == 414
    assert counter.head() == before


def test_a_disabled_account_s_session_dies_at_once(counter: Counter, event: dict[str, Any]) -> None:
    csrf = counter.sign_in()
    assert counter.browser.get("/en/desk/log").status_code == 200
    counter.office.accounts.set_disabled("amina", "disabled", by="test")
    assert counter.browser.get("/en/desk/log").status_code == 401
    before = counter.head()
    assert counter.send(csrf, action="retract", subject=event["id"], reason="x").status_code == 401
    assert counter.head() == before


def test_guessing_a_password_is_stopped(counter: Counter) -> None:
    answers = [counter.browser.post("/en/desk/login", data={"name": "amina", "password": f"wrong {n}"}) for n in range(PER_NAME + 1)]
    assert [answer.status_code for answer in answers] == [401] * PER_NAME + [429]
    assert 0 < int(answers[-1].headers["retry-after"]) <= 900
    assert counter.browser.post("/en/desk/login", data={"name": "amina", "password": PASSWORD}).status_code == 429
    unknown = counter.browser.post("/en/desk/login", data={"name": "nobody", "password": PASSWORD})
    wrong = answers[0].text.replace("amina", "nobody")
    assert (unknown.status_code, unknown.text) == (401, wrong)


def test_signing_out_ends_the_session(counter: Counter) -> None:
    csrf = counter.sign_in()
    cookie = dict(counter.browser.cookies)
    assert counter.browser.post("/en/desk/logout", data={"csrf": csrf}).headers["set-cookie"].startswith("marsad=; ")
    other = counter.client()
    assert other.get("/en/desk/log", cookies=cookie).status_code == 401  # the secret kept by somebody else is worth nothing


def ended(counter: Counter, number: int) -> str:
    for _ in range(600):
        found = counter.office.runs.one(number)
        if found.status != "running":
            return found.status
        time.sleep(0.1)
    return "running"


@pytest.fixture
def short_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that says three lines and reports, in place of the real one."""
    text = (
        "import sys, time\nfor n in range(3):\n    print(f'marsad: stage {n}', file=sys.stderr, flush=True)\n    time.sleep(0.4)\n"
        'print(\'{"run": "run:1"}\')'
    )
    monkeypatch.setattr(working, "command_of", lambda words: [sys.executable, "-c", text])


def test_a_run_streams_its_stages_and_one_goes_at_a_time(counter: Counter, short_run: None) -> None:
    key = counter.key("run")
    csrf = counter.sign_in()
    made = counter.browser.post("/en/desk/runs", data={"csrf": csrf, "region": "MLI"})
    assert made.headers["location"] == "/en/desk/runs/1"
    page = counter.browser.get("/en/desk/runs/1").text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    assert counter.browser.post("/api/v1/runs", json={}, headers=key).status_code == 409
    assert counter.browser.post("/en/desk/runs", data={"csrf": csrf}).status_code == 409
    streamed = counter.browser.get("/api/v1/runs/1/stages", headers=key)
    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert re.findall(r'^data: {"line": "(.*)"}$', streamed.text, re.MULTILINE) == ["stage 0", "stage 1", "stage 2"]
    assert streamed.text.rstrip().endswith('data: {"status": "done", "message": null}')
    later = counter.browser.get("/en/desk/runs/1/stages", headers={"Last-Event-ID": "2"})
    assert re.findall(r'"line": "(.*)"', later.text) == ["stage 2"]
    listed = counter.browser.get("/api/v1/runs", headers=key).json()["items"]
    assert [(r["id"], r["account"], r["status"], r["request"]) for r in listed] == [(1, "amina", "done", {"region": "MLI"})]
    assert "http-equiv" not in counter.browser.get("/en/desk/runs/1").text


def test_a_run_is_cancelled_by_a_server_that_started_anew(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(working, "command_of", lambda more: words)
    key = counter.key("run")
    assert counter.browser.post("/api/v1/runs", json={"lang": "fr"}, headers=key).status_code == 202
    counter.office = Office.open(counter.office.settings, counter.clock)
    anew = counter.client()
    assert anew.get("/api/v1/runs/1", headers=key).json()["status"] == "running"
    assert anew.post("/api/v1/runs/1/cancel", headers=key).json()["stopping"] is True
    assert ended(counter, 1) == "cancelled"
    assert anew.get("/api/v1/runs/2", headers=key).status_code == 404


@pytest.mark.parametrize(
    "asked", [{"region": "atlantis"}, {"region": "../x"}, {"as_of": "2026-13"}, {"as_of": "--out"}, {"lang": "de"}, {"out": "/x"}]
)
def test_a_run_takes_no_words_but_its_own(counter: Counter, asked: dict[str, str]) -> None:
    answer = counter.browser.post("/api/v1/runs", json=asked, headers=counter.key("run"))
    assert answer.status_code in (400, 422)
    assert counter.office.runs.listed() == []


def test_the_command_of_a_run_holds_its_words_one_by_one(counter: Counter) -> None:
    words = working.command_of(["--region", "MLI"])
    assert words[-2:] == ["--region", "MLI"]
    assert working.environ_of(counter.office.settings)["MARSAD_ARCHIVE"] == str(counter.office.settings.archive)


def test_readers_meet_no_broken_page_while_people_change_and_a_run_publishes(counter: Counter, event: dict[str, Any]) -> None:
    from marsad import store

    home = counter.office.settings.archive
    snapshot = store.open_published(home / "sample")
    assert snapshot is not None
    tables = {name: snapshot.rows(name) for name in snapshot.tables}
    files = {name: snapshot.file(name).read_bytes() for name in snapshot.about["files"]}
    about = {key: value for key, value in snapshot.about.items() if key not in ("name", "version")}
    (home / "sample").unlink()  # a link to the tests' common snapshot: what is published here is of its own
    store.publish(home / "sample", "first", tables=tables, about=about, files=files)
    stop, wrong = threading.Event(), []
    addresses = (
        "/en/",
        "/ar/place/MLI",
        f"/fr/document/{event['document']}",
        "/api/v1/events?limit=5",
        "/en/briefs",
        f"/api/v1/events/{event['id']}",
    )

    def read(seed: int) -> None:
        client, number = counter.client(), seed
        while not stop.is_set():
            address = addresses[number % len(addresses)]
            answer = client.get(address)
            if answer.status_code != 200 or (address.startswith(("/en", "/ar", "/fr")) and "</html>" not in answer.text):
                wrong.append((address, answer.status_code, answer.text[:200]))
                return
            number += 1

    readers = [threading.Thread(target=read, args=(seed,)) for seed in range(2)]
    for reader in readers:
        reader.start()
    try:
        for number in range(4):
            store.publish(home / "sample", f"run-{number}", tables=tables, about=about, files=files)
            counter.office.desk.add("amina", "correct", event["id"], {"changes": {"deaths": None}, "reason": f"round {number}"})
    finally:
        stop.set()
        for reader in readers:
            reader.join(60)
    assert wrong == []


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_log_tells_every_deed_in_the_language(counter: Counter, language: str) -> None:
    source = "".join(file.read_text("utf-8") for file in Path(desk_store.__file__).parent.glob("desk*.py"))
    told = {word for call in re.findall(r"append\(con, \((.*)\), \{", source) for word in re.findall(r'"([a-z-]+)"', call)}
    # authors stand in the same calls
    deeds = {*told - {"unknown", "marsad"}, "account-disabled", "account-enabled", *RECORD_ACTIONS}
    assert len(deeds) > 15
    words = Wording(language)  # type: ignore[arg-type]
    assert [deed for deed in deeds if not words.knows(f"desk-did-{deed}")] == []
    counter.sign_in()
    page = counter.browser.get(f"/{language}/desk/log").text
    assert words.say("desk-did-login") in page
    assert "account-added" not in page
