"""The sample texts: each says that it is invented, names publisher and day, and no private person."""

import re
from datetime import date
from importlib import resources

import pytest

FIRST_LINES = {
    "ar": "نص تجريبي كُتب لمشروع مرصد، وليس خبرا حقيقيا.",
    "fr": "Texte d'essai écrit pour le projet Marsad ; ce n'est pas une information réelle.",
    "en": "Sample text written for the Marsad project; it is not real news.",
}
FILES = sorted(resources.files("marsad.sample").joinpath("documents").iterdir(), key=lambda entry: entry.name)


def test_there_are_a_dozen_texts_in_three_languages() -> None:
    languages = [entry.name[:2] for entry in FILES]
    assert {code: languages.count(code) for code in FIRST_LINES} == {"ar": 5, "fr": 4, "en": 3}


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.name)
def test_each_text_says_in_its_first_line_that_it_is_invented(entry: object) -> None:
    lines = entry.read_text("utf-8").splitlines()  # type: ignore[attr-defined]
    assert lines[0] == FIRST_LINES[entry.name[:2]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.name)
def test_each_text_has_publisher_day_title_and_paragraphs(entry: object) -> None:
    lines = entry.read_text("utf-8").splitlines()  # type: ignore[attr-defined]
    assert re.fullmatch(r"(الناشر|Éditeur|Publisher)\s?: .+\((نموذج|modèle|sample)\)", lines[1])
    day = date.fromisoformat(re.fullmatch(r"(?:التاريخ|Date)\s?: (\S+)", lines[2])[1])  # type: ignore[index]
    assert date(2025, 9, 1) <= day <= date(2026, 5, 31)
    assert lines[3] == ""
    assert lines[4]
    assert lines[5] == ""
    assert len([line for line in lines[6:] if line]) >= 3
