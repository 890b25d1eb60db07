"""Lexicons as data: one entry a line, own files on top, and an error that names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.base.errors import LexiconError
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
    ],
)
def test_a_bad_entry_is_an_error_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(LexiconError, match=rf"own\.toml:{line}: .*{words}"):
        load_lexicon([path])


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
