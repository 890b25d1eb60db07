"""marsad brief --about, from the command to its file: a group and a pair, on the sample and on an archive, and what is refused."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from made_events import event_import, event_rows
from marsad import store
from marsad.base.errors import UsageError
from marsad.base.frames import Coverage
from marsad.briefs.words import bare
from marsad.cli import app
from marsad.settings import Settings
from marsad.verbs.assessing import Held, gather
from marsad.verbs.telling import BriefRequest, brief, told_about


def quiet(line: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return gather(Settings(archive=tmp_path_factory.mktemp("none")), quiet)


@pytest.fixture
def settings(held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The sample, read once for all tests of this file, and a small model."""
    monkeypatch.setattr("marsad.verbs.telling_actors.gather", lambda settings, tell, texts=True: held)
    return Settings(archive=tmp_path / "none", model="ew", draws=100, language="en")


def ask(settings: Settings, about: str, folder: Path, **more: Any) -> tuple[str, dict[str, Any]]:
    """The page in plain words, and the values for a program."""
    done = brief(settings, BriefRequest(out=folder, about=about, **more), quiet)
    return bare(Path(done.values["brief"]).read_text(encoding="utf-8")), done.values


def test_a_pair_of_the_sample_has_its_follow_up_and_its_overdue_promise(settings: Settings, tmp_path: Path) -> None:
    page, values = ask(settings, "pair:USA-MAR", tmp_path)
    assert Path(values["brief"]).name == "brief-pair-MAR-USA-2026-05-en.html"
    assert "The latest on record is a meeting (18 March 2026)." in page
    assert "It follows up an earlier visit (20 to 21 October 2025)." in page
    assert "overdue: the day has passed" in page
    assert "invented to show how Marsad works" in page
    assert 'id="f-calendar"' in page


def test_a_group_told_in_texts_alone_has_no_tempo_and_the_outlook_of_its_country(settings: Settings, tmp_path: Path) -> None:
    page, _ = ask(settings, "group:rsf", tmp_path)
    assert "Not observed does not mean quiet" in page
    assert 'id="f-tempo"' not in page
    assert 'id="t-countries"' in page
    assert "Sudan" in page


def test_a_group_without_a_record_says_so(settings: Settings, tmp_path: Path) -> None:
    page, _ = ask(settings, "group:jnim", tmp_path)
    assert "no sign of quiet" in page
    assert "Event tables may count it with AQIM" in page


def test_each_sentence_is_explained_down_to_document_and_span(settings: Settings, tmp_path: Path) -> None:
    _, values = ask(settings, "pair:MAR-USA", tmp_path, explain=True)
    assert all(one["records"] for one in values["sentences"])
    latest = next(one for one in values["sentences"] if one["text"].startswith("The latest on record"))
    assert latest["basis"][0]["document"]["path"].endswith("ar_2026-03-19_follow_up_rabat.txt")
    assert latest["basis"][0]["span"][0] < latest["basis"][0]["span"][1]


@pytest.mark.parametrize(
    ("about", "told"),
    [("group:jnimm", "group:jnim"), ("pair:MAR", "MAR-USA"), ("pair:MAR-MAR", "MAR-USA"), ("pair:MAR-XXX", "MAR-USA")],
)
def test_what_is_not_known_is_refused_with_what_to_write(settings: Settings, tmp_path: Path, about: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        ask(settings, about, tmp_path)
    assert not list(tmp_path.glob("*.html"))


def test_a_month_that_has_not_come_is_refused(settings: Settings, tmp_path: Path) -> None:
    for about in ("group:rsf", "pair:MAR-USA"):
        with pytest.raises(UsageError, match="last month that is known"):
            ask(settings, about, tmp_path, as_of="2031-01")


def test_about_names_a_region_too_and_goes_with_no_other_place() -> None:
    assert told_about(None, "MLI") == ("MLI", None)
    assert told_about("MLI", None) == ("MLI", None)
    assert told_about("country:MLI", None) == ("MLI", None)
    assert told_about("group:rsf", None) == (None, "group:rsf")
    with pytest.raises(UsageError, match="give one of them"):
        told_about("group:rsf", "MLI")


@pytest.mark.parametrize("arguments", [["--about", "group:rsf", "--region", "MLI"], ["--lang", "de"], ["--about", "group:nobody"]])
def test_the_command_refuses_with_exit_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["brief", *arguments])
    assert done.exit_code == 2 or isinstance(done.exception, UsageError)


def test_an_archive_gives_a_group_its_tempo_and_its_map_and_each_count_its_rows(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {
            "date_end": date(2021 + n // 12, 1 + n % 12, 5), "country": "BFA", "country_id": 854, "cell": 149396, "lon": -1.9, "lat": 13.1,
            "actor": "Government of Burkina Faso", "actor_entity": "ucdp-actor:78", "recipient": "JNIM",
            "recipient_entity": "ucdp-actor:6716", "deaths_best": 3, "place_precision_m": 1000.0,
        }
        for n in range(18, 36)
    ]  # fmt: skip
    rows.append({**rows[-1], "id": "event:other", "recipient": "Somebody", "recipient_entity": "ucdp-actor:9999", "deaths_best": 50})
    with store.open_archive(tmp_path / "archive") as archive:
        archive.add_events(event_import(event_rows(rows), [Coverage(854, 433, 528)]))
    settings = Settings(archive=tmp_path / "archive", model="ew", draws=100, language="en")
    page, values = ask(settings, "group:jnim", tmp_path, explain=True)
    assert values["as_of"] == "2023-12"
    assert "event tables count 12 events with JNIM as a side, and 36 deaths among all sides" in page
    assert 'id="f-tempo"' in page
    assert 'id="f-reach"' in page
    counted = next(one for one in values["sentences"] if "event tables count" in one["text"])
    assert counted["basis"][0]["count"] == 12
    assert "event:other" not in json.dumps(values["sentences"])
