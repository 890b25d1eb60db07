"""Calls made up for the desk: from its description and from loose JSON; no error of the server, no entry that was not checked."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import SkipTest

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from starlette.testclient import TestClient

from marsad.base.corrections import RECORD_ACTIONS, checked_entry
from marsad.settings import Settings
from marsad.store.desk import verified
from marsad.web import working
from marsad.web.app import make_app
from marsad.web.office import Office

FEW = settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=80)


@pytest.fixture
def office(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "sample").symlink_to(archive / "sample")
    monkeypatch.setattr(working, "command_of", lambda words: [sys.executable, "-c", "print('{}')"])
    found = Office.open(Settings(archive=tmp_path / "archive", cache=tmp_path / "cache"), lambda: datetime.now(UTC))
    found.accounts.add("amina", "three quiet rivers", ["correct", "run"], by="test")
    return found


@pytest.fixture
def key(office: Office) -> dict[str, str]:
    return {"Authorization": f"Bearer {office.accounts.make_token('amina', ['correct', 'run'], 30, by='test')[1]}"}


def holds(office: Office) -> None:
    """The chain holds, and every entry on a record is one that the checks take."""
    verified(office.desk)
    for entry in office.desk.entries():
        if entry.action in RECORD_ACTIONS:
            checked_entry(entry.action, entry.subject, entry.body)


def test_calls_made_up_from_the_description_of_the_desk_meet_no_error(office: Office, key: dict[str, str]) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app(office.settings.archive, hosts=None, office=office))
    met = 0
    for found in schema.include(tag="desk").get_all_operations():
        operation = found.ok()
        if operation.path.endswith("/stages"):
            continue  # a stream ends when its run does
        for mode in schemathesis.GenerationMode:

            @FEW
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                answer = case.call(headers=key)
                assert answer.status_code < 500, case.as_curl_command()
                if answer.status_code >= 400:
                    assert answer.headers["content-type"][0] == "application/problem+json"

            try:
                ask()
            except (Unsatisfiable, SkipTest):
                continue
        met += 1
    assert met >= 7
    holds(office)


def test_loose_json_meets_no_error_and_leaves_only_entries_that_were_checked(office: Office, key: dict[str, str]) -> None:
    client = TestClient(make_app(office.settings.archive, office=office), base_url="http://127.0.0.1", raise_server_exceptions=False)  # type: ignore[arg-type]
    event = next(e for e in client.get("/api/v1/events?limit=50").json()["items"] if e["document"])
    meeting = client.get("/api/v1/engagements?limit=1").json()["items"][0]
    subjects = st.sampled_from([event["id"], meeting["id"], "country:MLI", "cell:149426", "1", "3", "", "event:../x", "cell:0"]) | st.text(
        max_size=20
    )
    loose: st.SearchStrategy[Any] = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=6,
    )  # fmt: skip
    changes = st.dictionaries(st.sampled_from(["deaths", "date", "country", "cell", "type", "flags", "form", "x"]), loose, max_size=3)
    body = st.fixed_dictionaries(
        {"action": st.sampled_from([*RECORD_ACTIONS, "delete"]), "subject": subjects},
        optional={
            "reason": st.text(max_size=40) | loose, "text": st.text(max_size=40), "changes": changes | loose, "other": subjects,
            "outcome": st.integers(-2, 5) | loose, "status": st.sampled_from(["0", "3", "unknown", "4"]), "document": subjects,
        },
    )  # fmt: skip

    @MANY
    @given(asked=body | loose)
    def send(asked: Any) -> None:
        before = office.desk.head()
        content = json.dumps(asked).encode("ascii")
        answer = client.post("/api/v1/corrections", content=content, headers={**key, "Content-Type": "application/json"})
        assert answer.status_code in (201, 400, 404, 422), (asked, answer.text)
        if answer.status_code != 201:
            assert answer.headers["content-type"] == "application/problem+json"
            assert office.desk.head() == before

    send()
    holds(office)
    for page in (
        "/en/",
        "/ar/place/MLI",
        "/en/briefs",
        f"/en/document/{event['document']}",
        "/api/v1/events?limit=1000",
        "/api/v1/changes",
    ):
        assert client.get(page).status_code == 200, page
