"""marsad assess, from the command to its lines: a place, a cell, a group and a pair, on the sample and on an archive."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from made_events import event_import, event_rows
from marsad import store
from marsad.assessment.harmless import names_in
from marsad.base.errors import AssessmentError, UsageError
from marsad.base.frames import Coverage
from marsad.base.records import as_json
from marsad.cli import app
from marsad.settings import Settings
from marsad.verbs.assessing import Held, assess, gather
from marsad.verbs.naming import UCDP_ACTORS, group_names, lineages
from marsad.verbs.report import Report

IDENTIFYING = ("name", "phone", "email", "account", "address", "religion", "ethnicity", "place", "plate")


def quiet(line: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(archive=tmp_path_factory.mktemp("none"), model="conflictology12", draws=100)


@pytest.fixture(scope="module")
def held(settings: Settings) -> Held:
    return gather(settings, quiet)


@pytest.fixture
def on_sample(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample, read once for all tests of this file."""
    monkeypatch.setattr("marsad.verbs.assessing.gather", lambda settings, tell, texts=True: held)


def told(report: Report) -> str:
    return "\n".join(report.lines())


@pytest.mark.usefixtures("on_sample")
def test_a_country_has_its_situation_its_trend_its_outlook_and_a_change(settings: Settings) -> None:
    found = assess(settings, "MLI", "2026-05", quiet, change="2022-06")
    assert found.values["situation"]["deaths"] == 438
    assert [row["horizon"] for row in found.values["outlook"]] == [1, 3, 6, 12]
    assert {"levels", "trends"} <= found.values["trend"].keys()
    assert found.values["change"]["month"] == 510
    assert "Not for targeting" in told(found)
    assert "spillover: cannot be said" in told(found)


@pytest.mark.usefixtures("on_sample")
def test_a_cell_has_a_chance_and_where_it_comes_from(settings: Settings) -> None:
    found = assess(settings, "cell:149396", None, quiet)
    assert found.values["spill"]["cell"] == 149396
    assert "from the cells around" in told(found)


@pytest.mark.usefixtures("on_sample")
def test_a_group_told_in_documents_alone_has_no_tempo_and_no_zero(settings: Settings) -> None:
    found = assess(settings, "group:rsf", None, quiet).values["profile"]
    assert found["counted"] is None
    assert {row["events"] for row in found["tempo"]} == {None}
    assert found["documents"] >= 1


@pytest.mark.usefixtures("on_sample")
def test_the_partnership_of_the_sample_has_its_chain_and_its_overdue_promise(settings: Settings) -> None:
    found = assess(settings, "pair:USA-MAR", None, quiet).values["partnership"]
    assert found["pair"] == ["MAR", "USA"]
    assert len(found["chains"]) == 1
    late = [one for one in found["outcomes"] if one["overdue"]]
    assert [(one["due"], one["overdue"]) for one in late] == [("2026-03-31", "day-passed")]
    assert all(one["echoes"] for one in found["outcomes"])
    assert {found["volume"]["word"], found["leaning"]["word"]} == {"too-few"}


@pytest.mark.usefixtures("on_sample")
@pytest.mark.parametrize("what", ["MLI", "cell:149396", "group:rsf", "pair:MAR-USA", "pair:NER-TCD"])
def test_no_assessment_holds_a_persons_name_or_a_place_name(settings: Settings, held: Held, what: str) -> None:
    values = assess(settings, what, None, quiet).values
    assert names_in(values, IDENTIFYING) == []
    people = {p["name"] for record in held.records if record.kind == "engagement" for p in as_json(record)["participants"] if p["name"]}
    text = json.dumps(values, ensure_ascii=False)
    assert [name for name in people if name in text] == []


@pytest.mark.usefixtures("on_sample")
def test_a_pair_without_a_record_says_that_this_is_no_sign(settings: Settings) -> None:
    assert "no sign that nothing happened" in told(assess(settings, "pair:FRA-JPN", None, quiet))


@pytest.mark.usefixtures("on_sample")
@pytest.mark.parametrize("what", ["Atlantis", "cell:x", "pair:MAR", "pair:MAR-MAR", "pair:MAR-XXX", "group:nobody"])
def test_what_is_not_known_is_refused_with_what_to_write(settings: Settings, what: str) -> None:
    with pytest.raises(UsageError, match=r"such as|did you mean"):
        assess(settings, what, None, quiet)


@pytest.mark.usefixtures("on_sample")
def test_a_month_that_is_not_known_and_a_place_not_observed_are_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="the last month that is known"):
        assess(settings, "MLI", "2031-01", quiet)
    with pytest.raises(UsageError, match="the last month that is known"):
        assess(settings, "group:jnim", "2031-01", quiet)
    with pytest.raises(AssessmentError, match="not observed"):
        assess(settings, "cell:1", None, quiet)
    with pytest.raises(UsageError, match="--change"):
        assess(settings, "pair:MAR-USA", None, quiet, change="2022-01")


def test_an_archive_answers_for_a_group_from_its_tables(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {
            "date_end": date(2021 + n // 12, 1 + n % 12, 5), "country": "BFA", "country_id": 854, "cell": 149396, "lon": -1.9, "lat": 13.1,
            "actor": "Government of Burkina Faso", "actor_entity": "ucdp-actor:78", "recipient": "JNIM",
            "recipient_entity": "ucdp-actor:6716", "deaths_best": 3,
        }
        for n in range(18, 30)
    ]  # fmt: skip
    given = event_import(event_rows(rows), [Coverage(854, 481, 528)])
    with store.open_archive(tmp_path) as archive:
        archive.add_events(given)
    found = assess(Settings(archive=tmp_path), "group:jnim", None, quiet)
    profile = found.values["profile"]
    assert (found.values["source"], found.values["month"]) == ("archive", "2023-12")
    assert (profile["counted"], profile["foes"][0]["side"]) == (12, "country:BFA")
    assert [entry["month"] for entry in profile["presences"][0]["entries"]] == [511]
    assert "no document of the last 12 months was read" in told(found)


def test_the_command_prints_json_and_refuses_with_exit_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held) -> None:
    monkeypatch.setattr("marsad.verbs.assessing.gather", lambda settings, tell, texts=True: held)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["assess", "pair:MAR-USA", "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout.splitlines()[-1])["what"] == "pair:MAR-USA"
    assert isinstance(CliRunner().invoke(app, ["assess", "pair:MAR"]).exception, (UsageError, SystemExit))


def test_every_group_of_the_mapping_is_in_the_entity_table_and_every_parent_too() -> None:
    known = {row.group for row in lineages()}
    assert {f"group:{group}" for group in UCDP_ACTORS.values()} <= known
    assert set(group_names().values()) <= known
    assert {one for row in lineages() for one in (*row.part_of, *row.renamed_to, *row.merged_into)} <= known


@pytest.mark.shared
def test_ucdp_numbers_name_the_groups_that_ucdp_means(shared: Path) -> None:
    with (shared / "codes" / "ucdp-actor-221.csv").open(encoding="utf-8-sig", newline="") as lines:
        names = {int(row["ActorId"]): row["NameData"].strip() for row in csv.DictReader(lines)}
    folded = {number: names[number].casefold().replace("/a", "").replace("é", "e") for number in UCDP_ACTORS if number in names}
    same = {number for number, group in UCDP_ACTORS.items() if number in folded and folded[number].replace(" ", "-") == group}
    other = {"taliban", "al-qaeda", "boko-haram", "houthis", "splm-n", "plateforme", "katiba-macina"}
    assert {UCDP_ACTORS[number] for number in folded.keys() - same} <= other
    assert len(same) >= 20
