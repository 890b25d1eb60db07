"""The API: filters, cursors, forms, tags, problem documents; OGC features; a stranger's requests; calls made up from its description."""

import io
from pathlib import Path
from unittest import SkipTest

import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from starlette.testclient import TestClient

from marsad.base.errors import UsageError
from marsad.web.app import make_app
from marsad.web.serving import ServeRequest, check

LISTS = ("documents", "events", "engagements", "statements", "panels", "forecasts", "scores")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_gives_every_row_once_through_its_cursors(asker: TestClient, name: str) -> None:
    whole = asker.get(f"/api/v1/{name}?limit=1000").json()
    assert whole["items"]
    found, cursor = [], None
    for _ in range(40):
        data = asker.get(f"/api/v1/{name}", params={"limit": 37} | ({"cursor": cursor} if cursor else {})).json()
        found += data["items"]
        cursor = data["next"]
        if cursor is None:
            break
    assert found[: len(whole["items"])] == whole["items"][: len(found)]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_the_same_in_json_csv_and_parquet(asker: TestClient, name: str) -> None:
    count = len(asker.get(f"/api/v1/{name}?limit=50").json()["items"])
    csv = asker.get(f"/api/v1/{name}?limit=50", headers={"Accept": "text/csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    options = pacsv.ParseOptions(newlines_in_values=True)
    assert pacsv.read_csv(io.BytesIO(csv.content), parse_options=options).num_rows == count
    parquet = asker.get(f"/api/v1/{name}?limit=50&format=parquet")
    assert pq.read_table(io.BytesIO(parquet.content)).num_rows == count


def test_events_are_found_by_place_time_type_and_actor(asker: TestClient) -> None:
    def ask(**query: str) -> list[dict[str, object]]:
        items: list[dict[str, object]] = asker.get("/api/v1/events", params={"limit": 1000, **query}).json()["items"]
        return items

    every = ask()
    assert [e for e in every if e["place"] and e["place"]["country"] == "MLI"] == ask(place="MLI") != []  # type: ignore[index]
    assert [e for e in every if e["type"] == "ASSAULT"] == ask(type="ASSAULT") != []
    late = [e for e in every if e["date"]["end"] and e["date"]["end"] >= "2026-04-01"]  # type: ignore[index]
    assert late == ask(since="2026-04-01") != []
    actor = next(e["actor"]["entity"] for e in every if e["actor"] and e["actor"]["entity"])  # type: ignore[index]
    assert {e["actor"]["entity"] for e in ask(actor=actor)} == {actor}  # type: ignore[index]


def test_a_forecast_of_a_country_has_its_quantiles_in_order(asker: TestClient) -> None:
    rows = asker.get("/api/v1/forecasts?place=MLI").json()["items"]
    assert [row["step"] for row in rows] == list(range(1, 13))
    assert all(row["q05"] <= row["q25"] <= row["q50"] <= row["q75"] <= row["q95"] for row in rows)


def test_one_record_stands_at_its_id_and_an_id_of_another_kind_is_refused(asker: TestClient, document: str) -> None:
    event = asker.get("/api/v1/events?limit=1").json()["items"][0]
    assert asker.get(f"/api/v1/events/{event['id']}").json() == event
    assert asker.get(f"/api/v1/documents/{document}").json()["document"]["id"] == document
    for address in (f"events/{document}", f"documents/{event['id']}", f"engagements/{event['id']}", "documents/" + "0" * 63):
        answer = asker.get(f"/api/v1/{address}")
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
    assert asker.get("/api/v1/documents/" + "0" * 64).status_code == 404


def test_a_cursor_that_no_answer_gave_is_refused_and_one_of_an_earlier_snapshot_is_gone(asker: TestClient) -> None:
    assert asker.get("/api/v1/events?cursor=abc").status_code == 400
    assert asker.get("/api/v1/events?cursor=b25lIDU").status_code == 410  # "one 5"


def test_an_answer_known_already_is_not_sent_again(asker: TestClient) -> None:
    tag = asker.get("/api/v1/panels?place=MLI").headers["etag"]
    assert asker.get("/api/v1/panels?place=MLI", headers={"If-None-Match": tag}).status_code == 304


def test_ogc_features_are_found_from_the_landing_page_and_are_geojson(asker: TestClient) -> None:
    links = {link["rel"]: link["href"] for link in asker.get("/ogc").json()["links"]}
    assert asker.get(links["conformance"]).json()["conformsTo"]
    for collection in asker.get(links["data"]).json()["collections"]:
        page = asker.get(collection["links"][0]["href"], params={"limit": 3})
        assert page.headers["content-type"] == "application/geo+json"
        data = page.json()
        assert data["numberReturned"] == len(data["features"]) <= data["numberMatched"]
    inside = asker.get("/ogc/collections/events/items?bbox=-20,-40,60,40&limit=1000").json()
    assert all(-20 <= f["geometry"]["coordinates"][0] <= 60 for f in inside["features"])
    assert asker.get("/ogc/collections/events/items?bbox=9,9,1,1").status_code == 400
    assert asker.get("/ogc/collections/users/items").status_code == 422


def test_the_description_names_every_list_with_an_example(asker: TestClient) -> None:
    described = asker.get("/api/v1/openapi.json").json()
    for name in LISTS:
        answer = described["paths"][f"/api/v1/{name}"]["get"]["responses"]
        example = answer["200"]["content"]["application/json"]["example"]
        given = asker.get(f"/api/v1/{name}?limit=1").json()
        assert example.keys() == given.keys()
        assert example["items"][0].keys() <= given["items"][0].keys()
        assert "application/problem+json" in answer["422"]["content"]


STRANGE = [
    "/en/../../etc/passwd", "/en/%2e%2e/%2e%2e/etc/passwd", "/en/briefs/..%2f..%2fabout.json", "/en/briefs/about.json",
    "/en/briefs/assessment.json", "/assets/x/../../pyproject.toml", "/assets/x/pages.py", "/en//sources",
    "/en/place/%00", "/en/place/mli", "/en/place/ZZZ", "/en/place/<script>", "/en/cell/0", "/en/cell/-1", "/en/cell/999999",
    "/en/cell/1e3", "/en/pair/MLI-MLI", "/en/pair/MLI",
     "/en/group/nobody-here", "/de/", "/en/record/event:zz", "/en/record/x",
    "/en/document/" + "g" * 64, "/en/sources?format=exe", "/en/search?q=" + "a" * 300, "/en/search?q=%E2%80%AEabc", "/en/search?q=a%00b",
    "/api/v1/events?place=Mali", "/api/v1/events?limit=0", "/api/v1/events?limit=100000", "/api/v1/events?since=yesterday",
    "/api/v1/events?actor=' OR 1=1", "/api/v1/panels?place=MLI&cell=5", "/api/v1/nothing", "/" + "a" * 3000, "/en/%FF%FE",
]  # fmt: skip


@pytest.mark.parametrize("address", STRANGE)
def test_a_strange_address_is_refused_and_tells_nothing_of_the_machine(asker: TestClient, archive: Path, address: str) -> None:
    answer = asker.get(address)
    assert 400 <= answer.status_code < 500
    assert str(archive) not in answer.text
    assert "Traceback" not in answer.text
    assert "<script>" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_question_with_markup_is_shown_as_text(asker: TestClient) -> None:
    answer = asker.get("/en/search", params={"q": '"><img src=x onerror=alert(1)>'})
    assert answer.status_code == 200
    assert "<img" not in answer.text


def test_a_body_too_large_is_refused_whatever_length_it_promises(asker: TestClient) -> None:
    assert asker.post("/en/search", content=b"x" * (50 << 20)).status_code == 413

    def parts() -> object:
        for _ in range(200):
            yield b"x" * 1024

    assert asker.post("/en/search", content=parts()).status_code == 413  # type: ignore[arg-type]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed(asker: TestClient, method: str) -> None:
    for address in ("/en/", "/en/place/MLI", "/api/v1/events", "/ogc"):
        assert asker.request(method, address).status_code == 405


def test_a_name_that_points_at_this_machine_from_outside_is_refused(asker: TestClient) -> None:
    assert asker.get("/en/", headers={"Host": "rebound.example"}).status_code == 400
    assert asker.get("/en/", headers={"Host": "localhost:8000"}).status_code == 200


def test_a_head_request_has_the_headers_alone(asker: TestClient) -> None:
    answer = asker.head("/en/")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "request_",
    [ServeRequest(host="0.0.0.0"), ServeRequest(host="::"), ServeRequest(host="example.org"), ServeRequest(certificate=Path("c.pem"))],
)
def test_serve_does_not_listen_openly_elsewhere_unless_told(request_: ServeRequest) -> None:
    with pytest.raises(UsageError):
        check(request_)


@pytest.mark.parametrize("request_", [ServeRequest(), ServeRequest(host="localhost"), ServeRequest(host="0.0.0.0", open_to_others=True)])
def test_serve_listens_here_and_openly_where_told(request_: ServeRequest) -> None:
    check(request_)


def test_calls_made_up_from_the_description_meet_no_error_of_the_server(archive: Path) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app(archive, hosts=None))
    met = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in schemathesis.GenerationMode:

            @settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                answer = case.call()
                assert answer.status_code < 500, case.as_curl_command()
                if answer.status_code >= 400:
                    assert answer.headers["content-type"][0] == "application/problem+json"

            try:
                ask()
            except (Unsatisfiable, SkipTest):
                continue  # a call without parameters cannot be made wrong
        met += 1
    assert met >= 15
