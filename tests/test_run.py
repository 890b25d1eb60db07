"""The main job, end to end: on the sample, on real input, and on input that is bad."""

import re
from pathlib import Path

import pytest

from marsad import pipeline, store
from marsad.base.errors import MarsadError, UsageError
from marsad.settings import Settings
from marsad.world import RunReport, RunRequest


def settings(folder: Path, language: str = "en", **more: object) -> Settings:
    """A small model and few draws: what is tested is the cycle, not the forecast."""
    return Settings(archive=folder / "archive", cache=folder / "cache", language=language, model="ew", draws=200, **more)  # type: ignore[arg-type]


def run(folder: Path, request: RunRequest, language: str = "en", **more: object) -> RunReport:
    """One run, its progress thrown away."""
    return pipeline.run(settings(folder, language, **more), request, lambda text: None)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The brief of the sample in each language."""
    folder = tmp_path_factory.mktemp("sample")
    return {lang: run(folder, RunRequest(out=folder / "brief"), lang).brief for lang in ("ar", "fr", "en")}


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_the_sample_gives_a_page_in_each_language_that_asks_for_nothing_outside(
    sample: dict[str, Path], language: str, direction: str
) -> None:
    page = sample[language].read_text(encoding="utf-8")
    assert f'lang="{language}"' in page
    assert f'dir="{direction}"' in page
    assert len(page.encode()) < 1_000_000
    assert not re.search(r'(src|srcset)="(?!data:)|url\((?!["\']?(data:|#))|@import|<link[^>]+href="http', page)
    assert page.count("<svg") >= 2
    assert "Traceback" not in page


def test_the_sample_brief_links_a_meeting_to_the_visit_that_it_follows_up(tmp_path: Path) -> None:
    run(tmp_path, RunRequest(out=tmp_path / "brief"))
    with store.open_archive(tmp_path / "archive" / "sample", read_only=True) as archive:
        engagements = archive.records("engagement")
    by_id = {e.id: e for e in engagements}
    followed = [(e, by_id[link.to]) for e in engagements for link in e.links if link.rel == "follow_up_of" and link.to in by_id]
    assert any(later.form == "meeting" and earlier.form == "visit" for later, earlier in followed)


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    pages = [run(tmp_path / name, RunRequest(out=tmp_path / name)).brief.read_bytes() for name in ("one", "two")]
    ids = [re.sub(rb"run:[0-9a-f]{20}", b"run", page) for page in pages]
    assert ids[0] == ids[1]


def test_a_second_run_on_the_same_archive_adds_nothing(tmp_path: Path) -> None:
    counts = []
    for _ in range(2):
        run(tmp_path, RunRequest(out=tmp_path / "brief"))
        with store.open_archive(tmp_path / "archive" / "sample", read_only=True) as archive:
            counts.append({name: archive.rows(name).num_rows for name in ("documents", "events", "engagements", "statements", "rejects")})
    assert counts[0] == counts[1]
    assert counts[0]["documents"] >= 12


@pytest.mark.shared
@pytest.mark.slow
def test_the_brief_of_a_real_article_and_two_real_event_tables(shared: Path, tmp_path: Path) -> None:
    request = RunRequest(
        out=tmp_path / "brief",
        as_of="2023-12",
        documents=(shared / "gold" / "seed_article" / "article.txt",),
        events=(shared / "ucdp" / "ged_bfa_v24_1", shared / "ucdp" / "ged_sdn_v24_1"),
    )
    done = run(tmp_path, request, "ar")
    page = done.brief.read_text(encoding="utf-8")
    assert done.as_of == "2023-12"
    # 1,504 rows of Burkina Faso and 3,822 of Sudan, the second Sudan file holding the same events
    assert done.counts["events_in_tables"] == 1504 + 3822
    with store.open_archive(tmp_path / "archive", read_only=True) as archive:
        engagements, events = archive.records("engagement"), archive.records("event")
        panel = archive.panel("run-country")
    visits = [e for e in engagements if e.form == "visit"]
    assert len(visits) == 1
    assert visits[0].date.start is not None
    assert (visits[0].date.start.isoformat(), str(visits[0].date.end)) == ("2022-06-13", "2022-06-14")
    assert sum(any(link.rel == "part_of" and link.to == visits[0].id for link in e.links) for e in engagements) == 3
    receptions = [e for e in engagements if any(link.rel == "follow_up_of" and link.to == visits[0].id for link in e.links)]
    assert len(receptions) == 1
    assert len(receptions[0].topics) == 3
    assert {e.type for e in events} <= {"CONSULT", "AGREE"}
    # Burkina Faso in 2023, UCDP GED 24.1, by month of the events' end
    assert int(panel.deaths[list(panel.units).index(854), -12:].sum()) > 1000
    assert visits[0].id in page or "2022" in page


def broken(folder: Path, name: str, content: bytes) -> Path:
    """A file of that content."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content"), [("empty.txt", b""), ("binary.txt", bytes(range(256)) * 20), ("latin.txt", "Réunion à Niamey".encode("latin-1"))]
)
def test_a_text_that_cannot_be_read_is_set_aside_with_its_reason(tmp_path: Path, name: str, content: bytes) -> None:
    good = broken(tmp_path, "good.txt", "Le ministre malien de la Défense a reçu jeudi à Bamako son homologue nigérien.\n".encode())
    done = run(tmp_path, RunRequest(out=tmp_path / "brief", documents=(good, broken(tmp_path, name, content))))
    assert (done.counts["documents"], done.counts["rejects"]) == (1, 1)
    with store.open_archive(tmp_path / "archive", read_only=True) as archive:
        rejects = archive.rows("rejects").to_pylist()
    assert [name in row["where"] or name in row["source"] for row in rejects] == [True]


def test_a_table_that_is_not_what_it_promises_stops_the_run_and_leaves_no_brief(tmp_path: Path) -> None:
    table = broken(tmp_path, "ged241.csv", b"id,country,best\n1,Mali,3\n")
    with pytest.raises(MarsadError, match=r"ged241\.csv"):
        run(tmp_path, RunRequest(out=tmp_path / "brief", events=(table,)))
    assert not (tmp_path / "brief").exists()
    with store.open_archive(tmp_path / "archive", read_only=True) as archive:
        assert archive.rows("runs").column("status").to_pylist() == ["failed"]


@pytest.mark.parametrize("month", ["2031-01", "1950-01", "2026-13"])
def test_a_month_outside_the_data_is_an_error_that_names_the_months_there_are(tmp_path: Path, month: str) -> None:
    with pytest.raises(UsageError, match=r"\d{4}-\d{2}"):
        run(tmp_path, RunRequest(out=tmp_path / "brief", as_of=month))
