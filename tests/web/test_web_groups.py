"""The page of an armed group on the real table of Burkina Faso: its events, its cells as raw rows count them, its map in every form."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from marsad import pipeline
from marsad.briefs.protected import tells_protected_site
from marsad.settings import Settings
from marsad.web.app import make_app
from marsad.web.wording import Wording
from marsad.world import RunRequest

LANGUAGES = ("ar", "fr", "en")
CLOSELY = ("1", "2")
"""`where_prec` of a place known to 25 km."""

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def burkina(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("burkina")
    settings = Settings(archive=folder / "archive", cache=folder / "cache", language="en", region="BFA", model="conflictology12", draws=40)
    request = RunRequest(out=folder / "brief", events=(shared / "ucdp" / "ged_bfa_v24_1",), as_of="2023-12")
    pipeline.run(settings, request, lambda line: None)
    with TestClient(make_app(settings.archive), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:  # type: ignore[arg-type]
        yield client


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, str]]:
    """Raw rows of 2023 in which the group is a side, read here without Marsad."""
    found = []
    for file in sorted((shared / "ucdp" / "ged_bfa_v24_1").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            found += [r for r in csv.DictReader(lines) if "JNIM" in (r["side_a"], r["side_b"]) and r["country"] == "Burkina Faso"]
    # the last seven days are held back
    return [row for row in found if (day := day_of(row)).year == 2023 and day <= date(2023, 12, 24)]


def day_of(row: dict[str, str]) -> date:
    month, day, year = row["date_end"].split(" ")[0].split("/")
    return date(int(year), int(month), int(day))


def data(asker: TestClient, address: str) -> Any:
    return asker.get(address, headers={"Accept": "application/json"}).json()


def test_the_cells_of_a_group_are_those_of_the_raw_rows(burkina: TestClient, rows: list[dict[str, str]]) -> None:
    told = dict(data(burkina, "/en/group/jnim")["found"]["cells"])
    # one row has its longitude with the wrong sign, and is counted without a point
    close = [row for row in rows if row["where_prec"] in CLOSELY and float(row["longitude"]) < 3]
    assert len(close) == len([row for row in rows if row["where_prec"] in CLOSELY]) - 1
    assert not [row for row in close if tells_protected_site(f"{row['where_coordinates']} {row['source_headline']}")]
    assert told == Counter(int(row["priogrid_gid"]) for row in close)
    assert len(told) > 40


def test_events_of_a_group_are_found_by_the_name_that_their_table_gives_it(burkina: TestClient, rows: list[dict[str, str]]) -> None:
    told = data(burkina, "/en/group/jnim?rows=500&since=2023-01")
    assert len(told["events"]) > 400
    assert told["events_in_all"] == len(rows) == len(told["events"])
    assert all("group:jnim" in [(e[role] or {}).get("group") for role in ("actor", "recipient")] for e in told["events"])
    asked = burkina.get("/api/v1/events", params={"actor": "group:jnim", "since": "2023-01-01", "limit": 1000}).json()["items"]
    assert {event["id"] for event in asked} <= {event["id"] for event in told["events"]}
    assert len(asked) == sum(row["side_a"] == "JNIM" for row in rows) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_page_has_its_reach_as_picture_as_moving_map_and_as_table(burkina: TestClient, language: str) -> None:
    page, told = burkina.get(f"/{language}/group/jnim").text, data(burkina, f"/{language}/group/jnim")["found"]["cells"]
    assert f'data-map="/{language}/layers/group:jnim"' in page
    assert page.count('class="cell"') == len(told)
    table = page[page.index('id="t-cells"') :]
    assert table[: table.index("</table>")].count("<tr>") == 1 + min(15, len(told))
    moving = burkina.get(f"/{language}/layers/group:jnim").json()
    cells = {f["properties"]["code"]: f["properties"] for f in moving["features"] if f["properties"]["kind"] == "cell"}
    assert sorted(cells) == sorted(gid for gid, _ in told)
    gid, count = told[0]
    assert Wording(language).say("events", count=count) in cells[gid]["text"]  # type: ignore[arg-type]
    assert list(moving["layers"]) == ["reach"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_of_a_table_leads_to_its_group(burkina: TestClient, language: str) -> None:
    assert f'href="/{language}/group/jnim"' in burkina.get(f"/{language}/place/BFA").text


@pytest.mark.parametrize("key", ["group:nobody", "group:", "group:../x", "group:JNIM", "nothing"])
def test_a_map_of_no_group_is_refused(burkina: TestClient, key: str) -> None:
    assert burkina.get(f"/en/layers/{key}").status_code in (400, 404)
