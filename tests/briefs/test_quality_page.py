"""The page on how good forecasts were: whole in three languages, with alternatives and tables, self-contained."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest

from marsad.base.errors import BriefError
from marsad.base.frames import Forecast, Panel
from marsad.base.quality import Quality
from marsad.base.records import Language
from marsad.briefs.quality import figures, render_quality, write_quality
from marsad.briefs.words import LANGUAGES, bare
from marsad.verification import backtest, measured, quality


def last_value(panel: Panel, origin: int, steps: list[int]) -> Forecast:
    rng = np.random.default_rng(0)
    draws = rng.poisson(panel.deaths[:, -1][:, None, None], (len(panel.units), len(steps), 40))
    return Forecast(panel.units, np.array(steps), draws, origin, "last")


def panel() -> Panel:
    deaths = np.random.default_rng(1).poisson([[0.1], [3.0], [40.0], [150.0]], (4, 60)).astype(float)
    return Panel(np.arange(1, 5), np.arange(400, 460), deaths, np.ones((4, 60), dtype=bool), vintage="made up")


@pytest.fixture(scope="module")
def found() -> Quality:
    return backtest({"last": last_value}, panel(), origins=[424, 436, 448], steps=[1, 3, 6]).quality("last")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_figure_with_its_alternative_and_its_table(found: Quality, language: Language) -> None:
    drawn = figures(found, language)
    page = render_quality(found, language, drawn)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    keys = {one.key for one in drawn}
    assert keys >= {"skill-crps", "skill-ign", "reliability-1", "reliability-25", "reliability-100", "pit", "coverage", "murphy-25"}
    for one in drawn:
        assert f'aria-label="{bare(one.alternative)}"'.replace("’", "’") in page.replace("&#39;", "'")
        assert len(one.twin.rows) > 0
    assert page.count("<table") == len(drawn) + 1
    assert "{" not in re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", page, flags=re.S)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_nothing_of_the_outside(found: Quality, language: Language) -> None:
    page = render_quality(found, language, figures(found, language))
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "<script" not in page


def test_pictures_are_files_of_their_own_with_title_and_description(found: Quality, tmp_path: Path) -> None:
    paths = write_quality(found, tmp_path / "new", "ar")
    assert {path.suffix for path in paths} == {".html", ".svg"}
    for path in (p for p in paths if p.suffix == ".svg"):
        root = ET.fromstring(path.read_text(encoding="utf-8"))
        assert root.get("role") == "img"
        assert root[0].tag.endswith("title")
        assert root[0].text
        assert root[1].text
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == sorted(p.name for p in paths)


def test_the_same_quality_gives_the_same_bytes(found: Quality) -> None:
    assert [one.svg for one in figures(found, "fr")] == [one.svg for one in figures(found, "fr")]


def test_the_table_beside_a_figure_holds_the_figures_drawn(found: Quality) -> None:
    skill = next(one for one in figures(found, "en") if one.key == "skill-crps")
    assert [bare(row[0].runs[0].text) for row in skill.twin.rows] == ["1", "3", "6"]
    first = next(s for s in found.skills if s.metric == "crps" and s.step == 1)
    assert bare(skill.twin.rows[0][1].runs[0].text) == f"{'+' if first.value > 0 else '−'}{abs(first.value):.0%}"


def test_one_origin_without_a_reference_still_has_its_page() -> None:
    known = panel()
    made = last_value(known.until(448), 448, [1, 2])
    rows = measured(made, known)
    alone = quality(rows.ours, None, None, vintage="made up")
    assert {one.key.partition("-")[0] for one in figures(alone, "en")} == {"reliability", "pit", "coverage"}
    beside = measured(made, known, known)
    said = render_quality(quality(beside.ours, beside.theirs, None, vintage="made up"), "en", [])
    assert "no interval is given" in said


def test_a_folder_that_cannot_be_written_is_named(found: Quality, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BriefError, match="cannot be written"):
        write_quality(found, tmp_path / "file", "en")
