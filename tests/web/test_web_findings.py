"""Pages say what the run found, filters cut lists, search finds however a word is written, and no message is missing."""

import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from marsad import store
from marsad.web.wording import Wording

LANGUAGES = ("ar", "fr", "en")


def data(asker: TestClient, address: str) -> Any:
    return asker.get(address, headers={"Accept": "application/json"}).json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_shows_each_alert_with_its_evidence(asker: TestClient, language: str) -> None:
    page, told = asker.get(f"/{language}/").text, data(asker, f"/{language}/")
    assert {alert["rule"] for alert in told["alerts"]} >= {"high", "follow-up"}
    assert page.count('<li class="alert">') == len(told["alerts"])
    high = next(alert for alert in told["alerts"] if alert["rule"] == "high")
    words = Wording(language)  # type: ignore[arg-type]
    said = {"deaths": words.number(high["value"]), "month": words.month(high["month"]), "before": words.number(high["threshold"])}
    assert high["number"] in (1, 2, 3)
    assert words.say("alert-high", years=high["number"], **said) in page
    promise = next(alert for alert in told["alerts"] if alert["rule"] == "follow-up")
    assert f"/{language}/record/{promise['evidence'][0]}" in page
    assert f"/{language}/pair/{promise['subject'].removeprefix('pair:')}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_partnership_shows_what_was_agreed_with_status_document_and_delay(asker: TestClient, language: str) -> None:
    page, told = asker.get(f"/{language}/pair/MAR-USA").text, data(asker, f"/{language}/pair/MAR-USA")["found"]["partnership"]
    words = Wording(language)  # type: ignore[arg-type]
    assert told["outcomes"]
    for outcome in told["outcomes"]:
        assert outcome["text"] in page
        assert words.say(f"status-{outcome['status']}") in page
        for change in outcome["changes"]:
            assert f"/{language}/document/{change['document']}" in page
    late = [outcome for outcome in told["outcomes"] if outcome["overdue"]]
    assert page.count('class="tag late"') == len(late) > 0
    assert page.count('<ol class="chain">') == len([chain for chain in told["chains"] if len(chain["meetings"]) > 1])


def test_a_pair_reads_the_same_in_either_order(asker: TestClient) -> None:
    assert data(asker, "/en/pair/USA-MAR")["found"] == data(asker, "/en/pair/MAR-USA")["found"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_shows_change_base_rate_trend_and_accuracy_beside_its_outlook(asker: TestClient, language: str) -> None:
    page, told = asker.get(f"/{language}/place/MLI").text, data(asker, f"/{language}/place/MLI")
    words = Wording(language)  # type: ignore[arg-type]
    earlier = told["found"]["earlier"]
    assert earlier["origin"] == "2026-04"
    assert words.rough(earlier["before"]) in page
    share = told["base_rate"]["share"]["3"]["100"]
    assert words.say("base-short", share=words.percent(share)) in page
    for level in told["found"]["trend"]["levels"]:
        assert words.rough(level["before"]) in page
    assert {"crps", "ign", "mis"} <= {score["metric"] for score in told["scores"]}


def test_base_rates_are_shares_of_the_stretches_on_record(asker: TestClient) -> None:
    told = data(asker, "/en/place/MLI")
    items, cursor = [], ""
    while cursor is not None:
        answer = asker.get("/api/v1/panels", params={"place": "MLI", "limit": 1000} | ({"cursor": cursor} if cursor else {})).json()
        items, cursor = items + answer["items"], answer["next"]
    deaths = [item["outcome"] for item in sorted(items, key=lambda item: item["month_id"])]
    sums = [sum(deaths[i : i + 3]) for i in range(len(deaths) - 2)]
    assert told["base_rate"]["share"]["3"]["100"] == pytest.approx(sum(s >= 100 for s in sums) / len(sums))


@pytest.mark.parametrize("language", LANGUAGES)
def test_forecasts_show_steps_and_calibration_as_pictures_and_as_tables(asker: TestClient, language: str) -> None:
    page, told = asker.get(f"/{language}/forecasts").text, data(asker, f"/{language}/forecasts")
    assert [row["step"] for row in told["by_step"]] == list(range(1, 13))
    assert sum(row["height"] for row in told["calibration"]["pit"]) == pytest.approx(10)
    for table, rows in (("t-steps", 12), ("t-pit", 10), ("t-reliability", sum(map(len, told["calibration"]["reliability"].values())))):
        body = page[page.index(f'id="{table}"') :]
        assert body[: body.index("</table>")].count("<tr>") == rows + 1, table


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_shows_its_reports_and_which_are_claims(asker: TestClient, language: str) -> None:
    page, told = asker.get(f"/{language}/group/rsf").text, data(asker, f"/{language}/group/rsf")
    words = Wording(language)  # type: ignore[arg-type]
    assert told["names"][language][0] in page
    reports = told["found"]["profile"]["reports"]
    assert reports
    for report in reports:
        assert f"/{language}/document/{report['document']}" in page
        assert words.say("standing-claim" if report["claim"] else "standing-reported") in page


def test_sources_tell_of_drift_for_every_source_that_is_held(asker: TestClient) -> None:
    told = data(asker, "/en/sources")
    assert {row["word"] for row in told["drift"]} <= {"more", "fewer", "usual", "unknown"}
    assert told["last_pull"] == told["runs"][0]["started"]


def test_drift_counts_the_days_that_are_held_back_too(archive: Path) -> None:
    snapshot = store.open_published(archive / "sample")
    assert snapshot is not None
    counted = sum(row["count_all"] for row in snapshot.rows("source_months").to_pylist())
    assert counted == snapshot.count("events") + sum(snapshot.about["withheld"].values())


def test_events_are_cut_by_type_and_month_and_grow_by_more_rows(asker: TestClient) -> None:
    every = data(asker, "/en/place/TCD")
    cut = data(asker, "/en/place/TCD?type=PROTEST")
    assert cut["events"]
    assert {event["type"] for event in cut["events"]} == {"PROTEST"}
    late = data(asker, "/en/place/TCD?since=2026-05")
    assert all(event["date"]["end"] >= "2026-05-01" for event in late["events"])
    assert len(late["events"]) < len(every["events"])
    one = data(asker, "/en/place/TCD?rows=1")
    assert one["events"] == every["events"][:1]
    assert one["events_more"]
    assert 'href="?rows=3#h-ev"' in asker.get("/en/place/TCD?rows=1").text


@pytest.mark.parametrize("query", ["type=WAR", "since=yesterday", "rows=0", "rows=501", "rows=-1", "rows=1e3", "type=ASSAULT'"])
def test_a_filter_that_can_mean_nothing_is_refused(asker: TestClient, query: str) -> None:
    assert asker.get(f"/fr/place/MLI?{query}").status_code == 400


def test_what_an_address_asks_beyond_that_makes_no_page_of_its_own(asker: TestClient) -> None:
    assert asker.get("/en/place/MLI?x=1&y=2").text == asker.get("/en/place/MLI").text


@pytest.mark.parametrize("written", ["والساحل", "بالساحل", "للساحل", "السَّاحِل", "ساحل"])
def test_clitics_and_marks_do_not_hide_a_word(asker: TestClient, written: str) -> None:
    plain = asker.get("/ar/search", params={"q": "الساحل", "format": "json"}).json()
    found = asker.get("/ar/search", params={"q": written, "format": "json"}).json()
    assert {d["id"] for d in plain["documents"]} <= {d["id"] for d in found["documents"]} != set()


def test_ta_marbuta_and_ha_are_one(asker: TestClient) -> None:
    one, other = (asker.get("/ar/search", params={"q": q, "format": "json"}).json()["in_all"] for q in ("زيارة", "زياره"))
    assert one == other
    assert one["documents"] > 0


def test_a_latin_word_is_found_from_its_beginning_and_not_inside_another(asker: TestClient) -> None:
    assert asker.get("/en/search", params={"q": "attack", "format": "json"}).json()["in_all"]["documents"] > 0
    assert asker.get("/en/search", params={"q": "ttack", "format": "json"}).json()["in_all"]["documents"] == 0


@pytest.mark.parametrize("name", ["Rapid Support Forces", "Forces de soutien rapide", "قوات الدعم السريع", "rsf"])
def test_a_group_is_found_by_its_name_in_each_language(asker: TestClient, name: str) -> None:
    assert "rsf" in asker.get("/en/search", params={"q": name, "format": "json"}).json()["groups"]


def test_every_message_that_a_template_says_is_known_in_each_language() -> None:
    folder = resources.files("marsad.web").joinpath("templates")
    keys = {key for file in folder.iterdir() for key in re.findall(r'w\.say\("([a-z0-9-]+)"', file.read_text("utf-8")) if key[-1] != "-"}
    assert len(keys) > 150
    for language in LANGUAGES:
        words = Wording(language).words  # type: ignore[arg-type]
        lacking = [key for key in keys if not (words.pages.knows(key) or _in_briefs(language, key))]
        assert lacking == [], language


def _in_briefs(language: str, key: str) -> bool:
    folder = resources.files("marsad.briefs").joinpath("messages")
    texts = [file.read_text("utf-8") for file in folder.iterdir() if re.match(rf"{language}[.-]", file.name)]
    return any(re.search(rf"^{key} =", text, re.MULTILINE) for text in texts)


def test_the_moving_map_names_every_country_once_in_the_language_and_marks_disputed_land(asker: TestClient) -> None:
    for language in LANGUAGES:
        answer = asker.get(f"/{language}/layers/region")
        assert answer.headers["content-type"] == "application/geo+json"
        shown = answer.json()
        named = [f["properties"] for f in shown["features"] if f["properties"].get("name")]
        names = [one["name"] for one in named]
        assert len(names) == len(set(names)) == 10
        assert Wording(language).country("MLI") in names  # type: ignore[arg-type]
        assert any(f["properties"].get("disputed") for f in shown["features"])
        assert list(shown["layers"]) == ["observed", "expected", "change"]
