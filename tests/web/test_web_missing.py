"""What is missing is said in the language that was asked for, with the command that mends it."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from marsad.base.places import countries
from marsad.verbs.picturing import drawn
from marsad.web.app import make_app
from marsad.web.wording import Wording

BASE = "http://127.0.0.1"
LANGUAGES = ("ar", "fr", "en")


def asked(folder: Path) -> TestClient:
    return TestClient(make_app(folder), base_url=BASE, raise_server_exceptions=False)  # type: ignore[arg-type]


@pytest.fixture
def copied(archive: Path, tmp_path: Path) -> Path:
    """An archive with the sample's snapshot, to take parts away from."""
    shutil.copytree(archive / "sample" / "published", tmp_path / "published")
    return tmp_path


def snapshot(folder: Path) -> Path:
    return folder / "published" / (folder / "published" / "current").read_text(encoding="utf-8").strip()


def emptied(folder: Path, *tables: str) -> None:
    for table in tables:
        file = snapshot(folder) / f"{table}.parquet"
        pq.write_table(pq.read_table(file).slice(0, 0), file)


def without_outlook(folder: Path) -> None:
    """As a run leaves it that made no forecast."""
    file = snapshot(folder) / "assessment.json"
    found = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(found | {"outlooks": [], "fans": []}), encoding="utf-8")
    emptied(folder, "forecasts", "scores")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_archive_names_the_command(empty: TestClient, language: str) -> None:
    page = empty.get(f"/{language}/")
    assert page.status_code == 200
    assert Wording(language).say("empty-title") in page.text  # type: ignore[arg-type]
    assert "marsad run" in page.text
    assert empty.get(f"/{language}/place/MLI").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_that_is_under_way_is_told_apart_from_an_empty_archive(tmp_path: Path, language: str) -> None:
    (tmp_path / "published" / ".2026-05-sahel-x.123.part").mkdir(parents=True)
    page = asked(tmp_path).get(f"/{language}/")
    assert Wording(language).say("writing-title") in page.text  # type: ignore[arg-type]
    assert "marsad run" in page.text


def test_a_snapshot_being_written_leaves_the_one_before_it_as_it_was(copied: Path) -> None:
    before = asked(copied).get("/en/").text
    part = copied / "published" / ".next.1.part"
    part.mkdir()
    (part / "events.parquet").write_bytes(b"PAR1 half")
    assert asked(copied).get("/en/").text == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_snapshot_of_another_version_says_so_with_the_command(copied: Path, language: str) -> None:
    file = snapshot(copied) / "about.json"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | {"version": 99}), encoding="utf-8")
    page = asked(copied).get(f"/{language}/")
    assert page.status_code == 503
    assert Wording(language).say("version-title") in page.text  # type: ignore[arg-type]
    assert "marsad run" in page.text
    assert str(copied) not in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_forecast_every_page_still_comes_and_says_what_is_missing(copied: Path, language: str) -> None:
    without_outlook(copied)
    client = asked(copied)
    for page in ("", "forecasts", "place/MLI", "layers/region", "sources", "search?q=mali"):
        answer = client.get(f"/{language}/{page}")
        assert answer.status_code == 200, page
        if page in ("", "forecasts", "place/MLI"):
            assert Wording(language).say("missing-forecast") in answer.text, page  # type: ignore[arg-type]
            assert "marsad run" in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_snapshot_without_findings_shows_the_rest_and_names_the_command(copied: Path, language: str) -> None:
    (snapshot(copied) / "findings.parquet").unlink()
    client = asked(copied)
    for page in ("", "place/MLI", "pair/MAR-USA", "group/rsf", "meetings", "search?q=rsf"):
        answer = client.get(f"/{language}/{page}")
        assert answer.status_code == 200, page
        if page not in ("meetings", "search?q=rsf"):
            assert Wording(language).say("missing-findings") in answer.text, page  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_without_an_outline_has_its_page_and_no_map(asker: TestClient, language: str) -> None:
    known = set(drawn(countries()))
    code = next(code for code in sorted(countries()) if code not in known)
    answer = asker.get(f"/{language}/place/{code}")
    assert answer.status_code == 200
    assert Wording(language).say("missing-outline") in answer.text  # type: ignore[arg-type]
    assert asker.get(f"/{language}/layers/{code}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "status"),
    [("document/" + "0" * 64, 404), ("group/nobody-here", 404), ("briefs/brief-none.html", 404), ("place/ZZZ", 400), ("nothing", 404)],
)
def test_an_unknown_name_is_refused_in_the_language_asked_for(asker: TestClient, language: str, page: str, status: int) -> None:
    answer = asker.get(f"/{language}/{page}")
    assert answer.status_code == status
    assert f'lang="{language}"' in answer.text
    assert Wording(language).say(f"error-title-{status}") in answer.text  # type: ignore[arg-type]
