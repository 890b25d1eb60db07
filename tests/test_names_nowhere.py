"""Do no harm, end to end: a private person's name in title and text is in no table, file, brief or line of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marsad import pipeline, store
from marsad.cli import app
from marsad.settings import Settings
from marsad.store.schema import TABLES
from marsad.verbs.counting import PullRequest, pull
from marsad.verbs.publishing import searched
from marsad.world import RunRequest

TEXTS = {
    "fr.txt": (
        "Publisher: Example Wire\nDate: 2026-03-02\n\nDjibo : la famille Wedankoara pleure Tassere\n\n"
        "Des hommes armés ont attaqué lundi le marché de Djibo, au Burkina Faso, et tué cinq civils.\n\n"
        "Parmi les morts figure Tassere Wedankoara, 41 ans, boutiquier. « Wedankoara n'avait pas d'ennemis », a déclaré "
        "le gouverneur du Sahel, Hamidou Tao.\n\nLire aussi : les obsèques de Tassere Wedankoara"
    ),
    "ar.txt": (
        "Publisher: Example Wire\nDate: 2026-03-03\n\nمقتل الراعي زنكاوي ولد بيروك قرب باسكنو\n\n"
        "قتل مسلحون يوم الاثنين الراعي زنكاوي ولد بيروك في هجوم قرب باسكنو في موريتانيا، وقال والي الحوض إن الجيش يلاحقهم.\n\n"
        "ودفن زنكاوي ولد بيروك مساء الاثنين."
    ),
    "en.txt": (
        "Publisher: Example Wire\nDate: 2026-03-04\n\nGunmen kill farmer Zankuwai Lembi in Zamfara\n\n"
        "Gunmen killed Zankuwai Lembi, a farmer, and three others in Zamfara, Nigeria, on Monday, police spokesman Sani Uba said."
    ),
}
NAMES = ("Wedankoara", "Tassere", "زنكاوي", "بيروك", "Zankuwai", "Lembi")
PUBLIC = ("Hamidou Tao", "Djibo", "باسكنو", "Zamfara")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three texts."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def found_in(words: str) -> list[str]:
    """Names that the words hold, as written or as a search would fold them."""
    return [name for name in NAMES if name in words or name.casefold() in words.casefold() or searched(name) in searched(words)]


def rows(folder: Path) -> str:
    """All cells of all tables of an archive."""
    with store.open_archive(folder, read_only=True) as archive:
        return json.dumps({name: archive.rows(name).to_pylist() for name in TABLES}, default=str, ensure_ascii=False)


def test_a_run_leaves_the_name_in_no_table_no_file_and_no_brief(texts: Path, tmp_path: Path) -> None:
    settings = Settings(archive=tmp_path / "archive", cache=tmp_path / "cache", language="fr", model="ew", draws=200)
    done = pipeline.run(settings, RunRequest(out=tmp_path / "brief", documents=(texts,)), lambda text: None)
    words = rows(tmp_path / "archive")
    assert found_in(words) == []
    assert [name for name in PUBLIC if name not in words] == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert done.brief in files
    assert [(path.name, name) for path in files for name in NAMES if name.encode() in path.read_bytes()] == []
    assert "[…]" in done.brief.read_text(encoding="utf-8")


def test_texts_that_are_pulled_leave_the_name_in_no_table(texts: Path, tmp_path: Path) -> None:
    settings = Settings(archive=tmp_path / "archive", cache=tmp_path / "cache")
    pull(settings, PullRequest(source="file", paths=tuple(sorted(texts.iterdir()))), lambda text: None)
    assert found_in(rows(tmp_path / "archive")) == []


@pytest.mark.parametrize(
    "form", [[], ["--json"], ["--json", "--explain"], ["--json", "--jobs", "2"]], ids=lambda form: " ".join(form) or "plain"
)
def test_reading_prints_the_name_nowhere(texts: Path, form: list[str]) -> None:
    answer = CliRunner().invoke(app, ["read", str(texts), *form])
    assert answer.exit_code == 0
    assert found_in(answer.output) == []
    assert "Djibo" in answer.output
