"""What people change reaches counts, records, partnerships and briefs on the next run, and a brief made before says so."""

import csv
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from marsad import pipeline, store
from marsad.base.errors import RecordError, UsageError
from marsad.cli import app
from marsad.settings import Settings
from marsad.store.desk import Desk, read_ledger
from marsad.verbs import desk as work
from marsad.verbs.assessing import assess
from marsad.verbs.superseding import check_brief
from marsad.verbs.telling import BriefRequest, brief
from marsad.world import RunReport, RunRequest

MONTHS = [f"{year}-{month:02}" for year in range(2018, 2023) for month in range(1, 13)]

TEXT = """Publisher: Example Wire
Date: 2022-05-03

A village is attacked

Gunmen attacked the village of Ansongo in Mali on 2 May 2022, killing 12 civilians, officials said.

The foreign ministers of Mali and Niger met in Niamey on 28 April 2022. They agreed to launch joint border patrols.
"""
LATER = """Publisher: Example Wire
Date: 2022-06-20

Patrols begin

Mali and Niger began joint border patrols on 18 June 2022, the ministry said.
"""


class Hands:
    """A clock that goes on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


def table(folder: Path) -> Path:
    """Invented rows of the official UCDP file: one event a month in Mali and in Niger."""
    places = {"Mali": ("432", "14.25", "-4.25"), "Niger": ("436", "14.25", "2.25")}
    rows = []
    for number, (month, (name, (code, lat, lon))) in enumerate((m, p) for m in MONTHS for p in places.items()):
        deaths = 3 + number % 7
        rows.append({
            "id": str(number + 1), "relid": f"X-{number}", "year": month[:4], "type_of_violence": "1", "side_a": "Government of Aru",
            "side_a_new_id": "9001", "side_b": "Front of Bel", "side_b_new_id": "9002", "number_of_sources": "2",
            "source_headline": "Clash near Aru", "where_prec": "1", "where_coordinates": "Aru town", "latitude": lat, "longitude": lon,
            "country": name, "country_id": code, "date_prec": "1", "date_start": f"{month}-10 00:00:00.000",
            "date_end": f"{month}-10 00:00:00.000", "best": str(deaths), "high": str(deaths), "low": str(deaths), "gwnoa": code,
            "gwnob": "", "priogrid_gid": str(places_cell(float(lon), float(lat))),
        })  # fmt: skip
    path = folder / "GEDEvent_v23_1.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def places_cell(lon: float, lat: float) -> int:
    from marsad.base.places import cell_of

    return int(cell_of(lon, lat))


class Office:
    """An archive with a run in it, and a desk."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, Hands()
        self.settings = Settings(archive=folder / "archive", cache=folder / "cache", language="en", model="ew", draws=100)
        self.texts = folder / "texts"
        self.texts.mkdir(exist_ok=True)
        (self.texts / "one.txt").write_text(TEXT, encoding="utf-8")
        (self.texts / "two.txt").write_text(LATER, encoding="utf-8")
        self.events = table(folder)
        self.runs = 0

    def run(self) -> RunReport:
        self.runs += 1
        request = RunRequest(out=self.folder / f"brief-{self.runs}", as_of="2022-12", documents=(self.texts,), events=(self.events,))
        return pipeline.run(self.settings, request, lambda text: None)

    def change(self, action: str, subject: str, **body: Any) -> None:
        work.change(self.settings, work.Change(author="amina", action=action, subject=subject, body=body), self.clock)

    def deaths(self, month: str, country: int = 466) -> int:
        with store.open_archive(self.settings.archive, read_only=True) as archive:
            panel = archive.panel("run-country")
        at = [int(m) for m in panel.months].index((int(month[:4]) - 1980) * 12 + int(month[5:]))
        return int(panel.deaths[list(panel.units).index(country), at])

    def rows(self, name: str = "events") -> list[dict[str, Any]]:
        with store.open_archive(self.settings.archive, read_only=True) as archive:
            rows: list[dict[str, Any]] = archive.rows(name).to_pylist()
        return rows

    def row(self, month: str) -> dict[str, Any]:
        return next(r for r in self.rows() if r["document"] is None and r["country"] == "MLI" and str(r["date_end"]).startswith(month))


@pytest.fixture(scope="module")
def after_a_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office in which one run was made."""
    folder = tmp_path_factory.mktemp("office")
    Office(folder).run()
    return folder


@pytest.fixture
def office(after_a_run: Path, tmp_path: Path) -> Office:
    """A copy of it, to work in."""
    shutil.copytree(after_a_run, tmp_path / "office")
    made = Office(tmp_path / "office")
    made.runs = 1
    return made


def test_what_is_retracted_or_corrected_changes_the_counts_of_the_next_run_and_the_original_stays(office: Office) -> None:
    gone, changed, moved = office.row("2022-10"), office.row("2022-11"), office.row("2022-12")
    before = {month: office.deaths(month) for month in ("2022-10", "2022-11", "2022-12")}
    assert before["2022-11"] == changed["deaths_best"] > 0
    first = office.folder / "brief-1" / "brief-sahel-2022-12-en.html"
    assert check_brief(office.settings, first).as_json()["superseded"] is False

    office.change("retract", gone["id"], reason="the source took it back")
    office.change("correct", changed["id"], changes={"deaths": {"low": 40, "best": 50, "high": 60}}, reason="the ministry's count")
    office.change("correct", moved["id"], changes={"country": "NER"}, reason="the village lies over the border")
    niger = office.deaths("2022-12", 562)
    assert office.deaths("2022-10") == before["2022-10"]  # until the next run
    found = check_brief(office.settings, first).as_json()
    assert found["superseded"] is True
    assert [c["subject"] for c in found["changes"]] == [gone["id"], changed["id"], moved["id"]]

    office.run()
    assert (office.deaths("2022-10"), office.deaths("2022-11"), office.deaths("2022-12")) == (0, 50, 0)
    assert office.deaths("2022-12", 562) == niger + moved["deaths_best"]
    held = {row["id"]: row for row in office.rows()}
    assert (held[gone["id"]], held[changed["id"]]["deaths_best"]) == (gone, changed["deaths_best"])
    second = office.folder / "brief-2" / "brief-sahel-2022-12-en.html"
    assert check_brief(office.settings, second).as_json()["superseded"] is False
    page = second.read_text(encoding="utf-8")
    assert "was retracted" in page
    assert "the ministry" in page

    office.change("undo", "1", reason="the source confirmed it after all")
    assert [c["action"] for c in check_brief(office.settings, second).as_json()["changes"]] == ["undo"]
    office.run()
    assert office.deaths("2022-10") == before["2022-10"]


def test_two_rows_found_to_be_one_event_are_counted_once(office: Office) -> None:
    stays, other = office.row("2022-11"), office.row("2022-12")
    office.change("same", stays["id"], other=other["id"], reason="one clash, reported twice")
    office.run()
    assert (office.deaths("2022-11"), office.deaths("2022-12")) == (stays["deaths_best"], 0)
    office.change("apart", stays["id"], other=other["id"], reason="two clashes after all")
    office.run()
    assert office.deaths("2022-12") == other["deaths_best"]


def test_a_record_of_a_text_that_is_retracted_leaves_the_brief_and_its_meeting_takes_its_event_along(office: Office) -> None:
    met = next(r for r in office.rows("engagements"))
    twin = next(r for r in office.rows() if r["record"] and json.loads(r["record"])["engagement"] == met["id"])
    first = office.folder / "brief-1" / "brief-sahel-2022-12-en.html"
    assert met["id"] in first.read_text(encoding="utf-8")
    office.change("retract", met["id"], reason="no such meeting took place")
    assert {e.subject for e in read_ledger(office.settings.archive).entries} == {met["id"], twin["id"]}
    done = office.run()
    assert met["id"] not in done.brief.read_text(encoding="utf-8")
    explained = brief(office.settings, BriefRequest(out=office.folder / "again", as_of="2022-12", explain=True), lambda text: None)
    assert met["id"] not in json.dumps(explained.as_json()["sentences"])


def test_a_corrected_toll_is_told_with_its_reason(office: Office) -> None:
    attack = next(r for r in office.rows() if r["document"] and r["deaths_best"] == 12)
    office.change("correct", attack["id"], changes={"deaths": {"low": 9, "best": 9, "high": 9}}, reason="three were found alive")
    done = office.run()
    assert "three were found alive" in done.brief.read_text(encoding="utf-8")
    explained = brief(office.settings, BriefRequest(out=office.folder / "again", as_of="2022-12", explain=True), lambda text: None)
    basis = [b for s in explained.as_json()["sentences"] for b in s["basis"] if b["id"] == attack["id"]]
    assert basis
    assert basis[0]["changed"][0]["reason"] == "three were found alive"


def test_a_status_reaches_the_partnership_with_its_document(office: Office) -> None:
    met = next(r for r in office.rows("engagements") if json.loads(r["record"])["outcomes"])
    paper = next(r["id"] for r in office.rows("documents") if "18 June" in r["text"])
    office.change("status", met["id"], outcome=0, status="2", document=paper, reason="patrols began")
    outcomes = assess(office.settings, "pair:MLI-NER", None, lambda text: None).as_json()["partnership"]["outcomes"]
    (found,) = [o for o in outcomes if o["status"] == "2"]
    assert [(c["status"], c["document"], c["day"]) for c in found["changes"]][-1] == ("2", paper, "2022-06-20")
    assert found["changes"][0]["status"] == "unknown"


def test_a_change_to_what_is_not_there_is_refused_and_leaves_no_entry(office: Office) -> None:
    met = next(r for r in office.rows("engagements") if json.loads(r["record"])["outcomes"])
    for action, subject, body in (
        ("retract", "event:" + "0" * 20, {"reason": "r"}),
        ("status", met["id"], {"outcome": 99, "status": "2", "document": met["document"], "reason": "r"}),
        ("status", met["id"], {"outcome": 0, "status": "2", "document": "0" * 64, "reason": "r"}),
        ("same", office.row("2022-10")["id"], {"other": "event:" + "0" * 20, "reason": "r"}),
    ):
        with pytest.raises(UsageError):
            office.change(action, subject, **body)
    with pytest.raises(RecordError):
        office.change("retract", met["id"], reason="<script>alert(1)</script>")
    assert read_ledger(office.settings.archive).head == 0


def test_the_command_line_corrects_lists_and_verifies(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder)
    said = CliRunner()
    event = office.row("2022-10")["id"]
    for words in (
        ["correct", event, "--deaths", "2-3-5", "--reason", "another count", "--author", "amina"],
        ["note", "MLI", "السوق مغلق منذ الثالث.", "--author", "amina"],
        ["log", "--undo", "1", "--reason", "a slip", "--author", "amina"],
    ):
        assert said.invoke(app, words).exit_code == 0, words
    listed = [json.loads(line) for line in said.invoke(app, ["log", "--json"]).stdout.splitlines()]
    assert [(e["number"], e["action"], e["author"]) for e in listed] == [
        (1, "correct", "amina"),
        (2, "note", "amina"),
        (3, "undo", "amina"),
    ]
    assert listed[0]["body"]["was"]["deaths_best"] == office.row("2022-10")["deaths_best"]
    verified = said.invoke(app, ["log", "--verify", "--json"])
    assert json.loads(verified.stdout) == {"entries": 3, "hash": listed[-1]["hash"], "holds": True}
    file = office.folder / "log.jsonl"
    file.write_text("\n".join(map(json.dumps, listed)), encoding="utf-8")
    assert said.invoke(app, ["log", "--verify", "--file", str(file)]).exit_code == 0
    listed[1]["author"] = "someone"
    file.write_text("\n".join(map(json.dumps, listed)), encoding="utf-8")
    with pytest.raises(Exception, match="entry 2 was changed"):
        said.invoke(app, ["log", "--verify", "--file", str(file)], catch_exceptions=False)


def test_accounts_are_made_on_the_command_line_and_a_password_never_stands_in_an_argument(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    said = CliRunner()
    made = said.invoke(app, ["accounts", "add", "amina", "--right", "correct", "--password-stdin"], input="three quiet rivers\n")
    assert made.exit_code == 0, made.output
    token = json.loads(said.invoke(app, ["accounts", "token", "amina", "--right", "correct", "--json"]).stdout)["token"]
    listed = said.invoke(app, ["accounts", "list", "--json"]).stdout
    assert json.loads(listed)["rights"] == ["read", "correct"]
    assert token not in listed
    assert "argon2" not in listed
    assert said.invoke(app, ["accounts", "disable", "amina"]).exit_code == 0
    actions = [e.action for e in Desk(office.settings.archive, office.clock).entries()]
    assert actions == ["account-added", "key-made", "account-disabled"]
