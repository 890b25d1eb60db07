"""Lexicons as data: one entry a line, own files on top, and an error that names its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from coded import only, read

from marsad.base.errors import LexiconError
from marsad.base.records import Event, Mention
from marsad.coding.lexicon import load_lexicon, parse_entries


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_shipped_entry_knows_its_file_and_line() -> None:
    lexicon = load_lexicon()
    assert {"countries", "groups", "regions", "organisations", "offices", "speech"} <= lexicon.sections.keys()
    assert all(entry.line > 1 and entry.file.endswith(".toml") for section in lexicon.sections.values() for entry in section.values())


def test_an_own_file_adds_a_group_and_changes_another(tmp_path: Path) -> None:
    path = own(
        tmp_path, '[groups]\nnew-front = { en = ["New Front"], sector = "REB" }\njnim = { en = ["JNIM"], sector = "REB", note = "ours" }\n'
    )
    groups = load_lexicon([path]).section("groups")
    assert groups["new-front"].words("en") == ("New Front",)
    assert groups["jnim"].text("note") == "ours"
    assert load_lexicon().section("groups")["jnim"].text("note") is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[groups]\nok = { en = ["A"] }\nbad = { en = ["B"], colour = "red" }\n', 3, "colour"),
        ('[groups]\nok = { en = ["A"] }\n\nbad = "B"\n', 4, "must be a table"),
        ('[groups]\nbad = { en = [""] }\n', 2, "not empty"),
        ('[groups]\nbad = { en = ["A"], weight = "much" }\n', 2, "weight"),
        ('[wizards]\nbad = { en = ["A"] }\n', 2, "wizards"),
        ('[groups]\nok = { en = ["A"] }\nbad = { en = ["B" }\n', 3, "not valid TOML"),
        ("[groups]\nbad = { }\n", 2, "empty"),
        ('bad = "A"\n', 1, "outside a section"),
        ('[groups]\nbad = { sector = "REB" }\n', 2, "has no name"),
        ("[groups]\nbad = { en = [] }\n", 2, "has no name"),
        ('[groups]\nbad = { en = ["A B"], since = "March" }\n', 2, "since = 'March': a year or a month"),
        ('[groups]\nbad = { en = ["A B"], since = "2020", until = "2019-05" }\n', 2, "before it begins"),
        ('[groups]\nbad = { en = ["A B"], part_of = ["nobody"] }\n', 2, "part_of 'nobody', which .groups. does not hold"),
        ('[groups]\nbad = { en = ["A B"], countries = ["XXX"] }\n', 2, "countries 'XXX': three letters"),
        ('[places]\nbad = { en = ["A B"], lat = 188.0, lon = 2.0 }\n', 2, "lat = 188.0: degrees"),
        ('[event_words]\nbad = { en = "zap", sense = "zapping" }\n', 2, "the sense 'zapping', which no frame looks for"),
    ],
)
def test_a_bad_entry_is_an_error_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(LexiconError, match=rf"own\.toml:{line}: .*{words}"):
        load_lexicon([path])


def test_own_entries_may_name_each_other_and_a_mark_of_windows_is_passed_over(tmp_path: Path) -> None:
    path = own(tmp_path, '\ufeff[groups]\na-b = { en = ["A B"], merged_into = ["c-d"] }\nc-d = { en = ["C D"], since = "2024-03" }\n')
    assert load_lexicon([path]).section("groups")["a-b"].words("merged_into") == ("c-d",)


@pytest.mark.parametrize(
    ("lang", "line", "text"),
    [
        ("en", 'zap = { en = "zap", sense = "kill", form = "verb" }', "Gunmen zapped three soldiers near Gao."),
        ("fr", 'zap = { fr = "zigouiller", sense = "kill", form = "verb" }', "Des hommes armés ont zigouillé trois soldats près de Gao."),
        ("ar", 'zap = { ar = "زعزق", sense = "kill", form = "verb" }', "زعزق المسلحون ثلاثة جنود قرب غاو."),
    ],
)
def test_a_verb_of_the_readers_own_makes_events(tmp_path: Path, lang: str, line: str, text: str) -> None:
    assert only(read(text, lang), Event) == []
    (event,) = only(read(text, lang, own=[own(tmp_path, f"[event_words]\n{line}\n")]), Event)
    assert (event.type, event.fatalities.best if event.fatalities else None) == ("ASSAULT", 3)


def test_the_entries_of_the_guide_are_read_as_they_stand(tmp_path: Path) -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs/add-a-group.md").read_text(encoding="utf-8")
    blocks = [part.split("```")[0] for part in guide.split("```toml\n")[1:]]
    path = own(tmp_path, "\n".join(blocks))
    records = read("Fighters of the River Front razed homes and killed three men in Tin Essako.", "en", own=[path])
    assert {mention.entity for mention in only(records, Mention)} == {"group:river-front", "place:tin-essako"}
    assert any("destroy" in event.modes for event in only(records, Event))


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match="UTF-8"):
        load_lexicon([path])
    with pytest.raises(LexiconError, match="cannot be read"):
        load_lexicon([tmp_path / "absent.toml"])


def test_names_come_language_by_language() -> None:
    (entry,) = parse_entries('[groups]\na = { en = "One", ar = ["واحد"] }', "x.toml")
    assert list(entry.names()) == [("ar", "واحد"), ("en", "One")]
