"""marsad assess for a region, the world, drawn areas, cell lists, spillover, alerts and organisations, through the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from marsad.cli import app
from marsad.settings import Settings
from marsad.verbs.assessing import Held, gather


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return gather(Settings(archive=tmp_path_factory.mktemp("none")), lambda line: None)


@pytest.fixture
def asked(held: Held, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The command on the sample, read once, with a small model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_MODEL", "conflictology12")
    monkeypatch.setenv("MARSAD_DRAWS", "50")
    for module in ("marsad.verbs.assessing", "marsad.verbs.assessing_region"):
        monkeypatch.setattr(f"{module}.gather", lambda settings, tell, texts=True: held)

    def ask(*words: str) -> Result:
        return CliRunner().invoke(app, ["assess", *words])

    return ask


def values(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "named in 2 of the 3 communiqués of the last twelve months"),
        ("fr", "mention dans 2 des 3 communiqués des douze derniers mois"),
        ("ar", "ورد الذكر في 2 من أصل 3 من بلاغات الأشهر الاثني عشر الأخيرة"),
    ],
)
def test_a_region_is_told_in_the_sentences_of_its_brief_in_each_language(asked: Any, language: str, said: str) -> None:
    done = asked("sahel", "--lang", language)
    assert done.exit_code == 0, done.output
    plain = done.stdout.replace("\u00a0", " ").replace("\u202f", " ")
    assert said in plain
    assert "438" in plain
    assert not any(mark in plain for mark in "\u2066\u2067\u2068\u2069")


def test_a_region_gives_every_finding_as_plain_values(asked: Any) -> None:
    found = values(asked("region:central-sahel", "--json"))
    assert found["what"] == "region:central-sahel"
    assert {row["unit"] for row in found["situation"]["situations"]} == {None, 466, 562, 854}
    assert [alert["subject"] for alert in found["alerts"] if alert["rule"] == "high"] == ["country:MLI"]
    assert {row["horizon"] for row in found["changes"]} == {1, 3, 6, 12}
    assert {row["by"] for row in found["scores"]} == {"all", "unit"}
    # a group that texts place in Sudan is no group of the central Sahel
    assert "group:rsf" not in {row["group"] for row in found["groups"]}


def test_the_world_says_how_many_countries_its_counts_leave_out(asked: Any) -> None:
    done = asked("world", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "Not covered by the counts: 216 countries" in done.stdout


def test_an_area_is_the_sum_of_the_cells_whose_centres_lie_in_it(asked: Any, held: Held, tmp_path: Path) -> None:
    assert held.cell is not None
    box = values(asked("area:-2,12,0,14", "--json"))
    # four half degrees by four, each with a centre inside
    assert box["asked"] == 16
    ring = [[-2, 12], [0, 12], [0, 14], [-2, 14], [-2, 12]]
    drawn = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "area.geojson").write_text(json.dumps(drawn), encoding="utf-8")
    assert values(asked("area:area.geojson", "--json"))["situation"] == box["situation"]
    one = values(asked("cells:149396", "--json"))
    row = list(held.cell.units).index(149396)
    assert one["situation"]["last12"] == int(held.cell.deaths[row][held.cell.months > one["situation"]["month"] - 12].sum())


def test_an_area_tells_how_many_of_its_cells_are_not_counted(asked: Any) -> None:
    done = asked("area:-5,12,3,17")
    assert "cells with counts of 160; cells not counted are not observed, and not without deaths" in done.stdout


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("area:1,2", "write west,south,east,north"),
        ("area:3,2,1,4", "west must lie below east"),
        ("area:0,0,0.1,0.1", "no half-degree cell on land"),
        ("area:-20,0,50,38", "more than"),
        ("area:missing.geojson", "cannot be read"),
        ("cells:1,x", "PRIO-GRID cells with commas"),
        ("cells:100000", "none of its 1 cells is observed"),
        ("spillover:LBY", "names no two places"),
        ("spillover:LBY-LBY", "names no two places"),
        ("region:atlantis", "neither a region"),
        ("pair:MAR-org:nobody", "not in the entity table"),
        ("pair:XXX-org:au", "a state and an organisation"),
    ],
)
def test_what_cannot_be_assessed_is_an_error_that_says_what_to_write(asked: Any, what: str, said: str) -> None:
    from marsad.base.errors import MarsadError

    done = asked(what)
    assert done.exit_code != 0
    assert isinstance(done.exception, MarsadError)
    assert said in str(done.exception)


@pytest.mark.parametrize(
    "words", [("sahel", "--as-of", "2031-01"), ("cell:149396", "--as-of", "2031-01"), ("alerts", "--as-of", "2031-01")]
)
def test_a_month_that_has_not_come_is_an_error(asked: Any, words: tuple[str, ...]) -> None:
    done = asked(*words)
    assert done.exit_code != 0
    assert "2031-01" in str(done.exception)


def test_a_file_that_holds_no_polygon_is_refused(asked: Any, tmp_path: Path) -> None:
    (tmp_path / "point.geojson").write_text('{"type": "Point", "coordinates": [0, 12]}', encoding="utf-8")
    (tmp_path / "broken.geojson").write_text('{"type": "Polygon"', encoding="utf-8")
    assert "holds no polygon" in str(asked("area:point.geojson").exception)
    assert "is no GeoJSON" in str(asked("area:broken.geojson").exception)


def test_spillover_is_told_both_ways_beside_its_model_without(asked: Any) -> None:
    found = values(asked("spillover:SDN-TCD", "--json"))
    assert [(row["source"], row["target"]) for row in found["flows"]] == [("SDN", "TCD"), ("TCD", "SDN")]
    assert all(row["gain"] is not None and 0 < row["p_value"] <= 1 for row in found["flows"])
    assert found["cells"] is None
    assert "not counted in full" in found["cells_reason"]
    done = asked("spillover:central-sahel-coast")
    assert "It is no proof of cause." in done.stdout


def test_alerts_come_with_their_rules_and_their_record(asked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    found = values(asked("alerts", "--json"))
    assert {alert["subject"] for alert in found["alerts"]} >= {"country:MLI", "pair:MAR-USA"}
    assert found["rules"]["floor_country"] == 100
    records = {row["rule"]: row for row in found["records"] if row["level"] == "country"}
    # the figures that docs/assess.md gives
    assert (records["high"]["months"], records["high"]["fired"]) == (5214, 141)
    assert round(records["high"]["followed"], 2) == 0.73
    monkeypatch.setenv("MARSAD_ALERTS_FLOOR_COUNTRY", "500")
    assert "country:MLI" not in {alert["subject"] for alert in values(asked("alerts", "--json"))["alerts"]}


def test_a_state_and_an_organisation_have_their_meetings_and_their_deeds(asked: Any) -> None:
    found = values(asked("pair:MAR-org:usa-cia", "--json"))["partnership"]
    assert found["pair"] == ["MAR", "org:usa-cia"]
    assert len(found["meetings"]) >= 2
    assert any(meeting["follows"] for meeting in found["meetings"])
    none = asked("pair:MAR-org:au")
    assert "no record of the two together" in none.stdout


def test_no_finding_of_a_region_names_a_person_a_place_or_a_people(asked: Any) -> None:
    from marsad.assessment.harmless import names_in

    found = values(asked("sahel", "--json"))
    assert names_in(found, ("name", "phone", "email", "account", "address", "religion", "ethnicity", "place", "plate")) == []
