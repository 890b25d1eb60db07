"""The words Marsad reads by: every `coding/lexicon/*.toml`, one entry a line, with the reader's own files on top.

A file holds sections; a section holds entries, each on one line:

    [groups]
    jnim = { en = ["JNIM"], fr = ["GSIM"], ar = ["جماعة نصرة الإسلام والمسلمين"], countries = ["MLI"], source = "own" }

Sections of the same name in several files are one section. A file of the reader's own may change an entry (same id) or
add one; it may not invent a section or a field, for such an entry would silently never match anything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from marsad.base.errors import LexiconError
from marsad.coding.lexicon_checks import check_meaning
from marsad.coding.lexicon_entries import LANGUAGES, Entry

__all__ = ["LANGUAGES", "NOTES", "Entry", "Lexicon", "load_lexicon", "parse_entries"]

NOTES = ("gloss", "sense", "weight", "source", "note")
"""Fields that every section allows: what the word means, which sense is meant, how much it counts, where it comes from."""

_GRAMMARS = ("numbers_", "dates_")
"""Beginnings of the names of files with a layout of their own, read by the grammar that they belong to."""

_PLAIN = ("numbers_", "dates_")
"""Tables of word = value that their own modules read; no entries."""

_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*=""")
_TOML_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All sections by name; a section is a mapping from id to entry, in the order of the files."""

    sections: Mapping[str, Mapping[str, Entry]]

    def section(self, name: str) -> Mapping[str, Entry]:
        """Entries of a section by id.

        Raises:
            LexiconError: no file has that section.
        """
        if name not in self.sections:
            raise LexiconError(f"no lexicon file has the section [{name}]: it has {', '.join(sorted(self.sections))}")
        return self.sections[name]

    def get(self, section: str, id_: str) -> Entry | None:
        """One entry, or None where the section does not hold it."""
        return self.sections.get(section, {}).get(id_)


def load_lexicon(own_files: Iterable[str | Path] = ()) -> Lexicon:
    """The shipped lexicon with the reader's own files laid over it, in the order given.

    Args:
        own_files: TOML files with sections and fields of the shipped ones; an entry with a known id replaces it.

    Raises:
        LexiconError: a file cannot be read, or an entry is malformed; the message names file and line.
    """
    own_files = tuple(own_files)
    if not own_files:
        return Lexicon(_shipped())
    sections = {name: dict(entries) for name, entries in _shipped().items()}
    allowed = {name: _shape(entries.values()) for name, entries in sections.items()}
    own: list[Entry] = []
    for path in own_files:
        for entry in _read_own(Path(path)):
            _check_against(entry, allowed)
            sections[entry.section][entry.id] = entry
            own.append(entry)
    for entry in own:
        check_meaning(entry, _shipped(), sections)
    return Lexicon(sections)


@cache
def _shipped() -> Mapping[str, Mapping[str, Entry]]:
    folder = files("marsad.coding") / "lexicon"
    sections: dict[str, dict[str, Entry]] = {}
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if not item.name.endswith(".toml") or item.name.startswith(_GRAMMARS):
            continue
        for entry in parse_entries(item.read_text(encoding="utf-8"), item.name):
            held = sections.setdefault(entry.section, {})
            if entry.id in held:
                first = held[entry.id]
                raise LexiconError(
                    f"{entry.file}:{entry.line}: {entry.id!r} of [{entry.section}] stands already at {first.file}:{first.line}"
                )
            held[entry.id] = entry
    return sections


def _read_own(path: Path) -> Iterator[Entry]:
    try:
        text = path.read_text(encoding="utf-8-sig")  # editors on Windows put a mark first
    except FileNotFoundError as wrong:
        raise LexiconError(f"{path}: the lexicon file cannot be read: there is no such file") from wrong
    except (OSError, UnicodeDecodeError) as wrong:
        raise LexiconError(f"{path}: the lexicon file cannot be read as UTF-8 text ({wrong})") from wrong
    return parse_entries(text, str(path))


def parse_entries(text: str, name: str) -> Iterator[Entry]:
    """The entries of one lexicon text, each with its line.

    Raises:
        LexiconError: no valid TOML, an entry outside a section, or a field that is neither text, number, truth nor a list of texts.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        found = _TOML_LINE.search(str(wrong))
        line = found[1] if found else str(text.count("\n") + 1)
        raise LexiconError(f"{name}:{line}: not valid TOML ({wrong}): write one entry a line, id = {{ en = [...], ... }}") from wrong
    lines = _lines(text)
    for section, entries in tables.items():
        if not isinstance(entries, dict):
            raise LexiconError(
                f"{name}:{lines.get(('', section), 1)}: {section!r} stands outside a section: put a line such as [groups] above it"
            )
        for id_, fields in entries.items():
            line_number = lines.get((section, id_), 1)
            where = f"{name}:{line_number}"
            if not isinstance(fields, dict):
                raise LexiconError(f"{where}: entry {id_!r} of [{section}] must be a table: {id_} = {{ en = [...], ... }}")
            _check_values(fields, f"{where}: entry {id_!r}")
            yield Entry(section, id_, fields, name, line_number)


def _lines(text: str) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            section = header[1].strip("\"' ")
        elif key := _KEY.match(line):
            found.setdefault((section, key[1] or key[2] or key[3]), number)
    return found


def _check_values(fields: Mapping[str, Any], where: str) -> None:
    for field, value in fields.items():
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, list):
            if not all(isinstance(word, str) and word.strip() for word in texts):
                raise LexiconError(f"{where}: field {field!r} must hold texts that are not empty, not {value!r}")
        elif not isinstance(value, (int, float)):
            raise LexiconError(f"{where}: field {field!r} must be a text, a list of texts, a number or true/false, not {value!r}")
    if not isinstance(fields.get("weight", 0), (int, float)) or isinstance(fields.get("weight"), bool):
        raise LexiconError(f"{where}: weight must be a number, not {fields['weight']!r}")


def _shape(entries: Iterable[Entry]) -> dict[str, set[str]]:
    shape: dict[str, set[str]] = {note: {"text", "number"} if note == "weight" else {"text"} for note in NOTES}
    for entry in entries:
        for field, value in entry.fields.items():
            shape.setdefault(field, set()).add(_type(value))
    return shape


def _type(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "number" if isinstance(value, (int, float)) else "text"


def _check_against(entry: Entry, allowed: Mapping[str, Mapping[str, set[str]]]) -> None:
    where = f"{entry.file}:{entry.line}"
    if entry.section not in allowed:
        raise LexiconError(f"{where}: no section [{entry.section}]: an entry goes under one of {', '.join(sorted(allowed))}")
    shape = allowed[entry.section]
    for field, value in entry.fields.items():
        if field not in shape:
            raise LexiconError(
                f"{where}: entry {entry.id!r} has an unknown field {field!r}: [{entry.section}] knows {', '.join(sorted(shape))}"
            )
        if _type(value) not in shape[field]:
            raise LexiconError(f"{where}: field {field!r} of {entry.id!r} must be {' or '.join(sorted(shape[field]))}, not {_type(value)}")
    if not entry.fields:
        raise LexiconError(f"{where}: entry {entry.id!r} is empty: give it at least one name in ar, fr or en")
