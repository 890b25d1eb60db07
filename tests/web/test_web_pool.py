"""Every page of a run of the default model, whose forecasts come with reasons: whole in three languages, and the reasons told."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from marsad.web.wording import Wording

LANGUAGES = ("ar", "fr", "en")
PAGES = (
    "", "forecasts", "meetings", "sources", "briefs", "search", "search?q=الساحل", "place/MLI", "place/NER", "place/FRA", "cell/149426",
    "pair/MAR-USA", "group/rsf", "group/jnim", "layers/region", "layers/MLI", "document/{document}", "record/{engagement}",
)  # fmt: skip


def plain(page: str) -> str:
    """What a reader sees of a page: no tags, no isolates, one blank between words."""
    return re.sub(r"[\u2066-\u2069]", "", re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", page))))


def told(pooled: TestClient) -> list[dict[str, object]]:
    """Reasons of the country's forecast, one a step."""
    found: list[dict[str, object]] = pooled.get("/en/place/MLI?format=json").json()["reasons"]
    return found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_run_of_the_default_model_comes_whole(pooled: TestClient, language: str, page: str) -> None:
    met = pooled.get("/en/meetings?format=json").json()["engagements"][0]
    address = f"/{language}/{page.format(document=met['document'], engagement=met['id'])}"
    answer = pooled.get(address)
    assert answer.status_code == 200, answer.text[:400]
    if not page.startswith("layers/"):
        assert answer.text.count("<h1>") == 1
        assert answer.text.rstrip().endswith("</html>")
        assert "None" not in plain(answer.text)
    if not page.startswith(("layers/", "record/")):
        twin = pooled.get(address, headers={"Accept": "application/json"})
        assert (twin.status_code, twin.json()["model"]) == (200, "pool")


def test_the_default_model_gives_a_reason_for_each_step_that_is_explained(pooled: TestClient) -> None:
    assert [reason["step"] for reason in told(pooled)] == [1, 3, 6, 12]
    assert [reason["month"] for reason in told(pooled)] == ["2026-06", "2026-08", "2026-11", "2027-05"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_page_says_why_the_forecast_says_what_it_says(pooled: TestClient, language: str) -> None:
    page = pooled.get(f"/{language}/place/MLI").text
    words = Wording(language)  # type: ignore[arg-type]
    section = page[page.index('id="h-says"') : page.index('class="strong"')]
    first = told(pooled)[0]
    expected, carried = float(str(first["expected"])), first["carried"]
    assert isinstance(carried, list)
    shares = [words.percent(min(max(part["share"], 0.0), 1.0)) for part in carried]
    said = words.words.say("reason-carried", recent=shares[0], year=shares[1], older=shares[2])
    assert said in section
    assert words.say(f"reason-kind-{first['kind']}") in unescape(section)
    assert words.rough(expected) in section
    assert section[section.index('id="t-why"') :].count("<tr>") == 1 + len(told(pooled))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reason_and_the_outlook_beside_it_expect_the_same(pooled: TestClient, language: str) -> None:
    data = pooled.get(f"/{language}/place/MLI?format=json").json()
    assert {reason["month"] for reason in data["reasons"]} <= {row["month"] for row in data["months"]["expected"]}
    month = next(outlook for outlook in data["outlooks"] if outlook["months"] == 1)
    assert data["reasons"][0]["expected"] == pytest.approx(month["mean"])


def test_a_country_that_is_not_forecast_has_no_reasons(pooled: TestClient) -> None:
    assert 'id="h-says"' not in pooled.get("/en/place/FRA").text
