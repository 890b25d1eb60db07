"""Passports: what a publisher's file promises (columns, rows, licence, citation), one TOML file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from marsad.base.errors import FormatError, SourceError
from marsad.base.months import parse_month


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table: those a file must have, may have, has without use, and names used elsewhere for one of ours."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passport:
    """What a source promises.

    `rows_least` and `rows_most` bound the rows of one file; a file with `world_countries` countries or more covers the world and has
    at least `world_rows_least`. A file fails when more rows are set aside than both `rejects_share` of it and `rejects_allowed`.
    `months_before` and `months_after` are how far events may reach out of the months of a monthly release.
    """

    name: str
    title: str
    publisher: str
    homepage: str
    licence: str
    citation: tuple[str, ...]
    sharing: str
    url: str
    columns: Columns
    rows_least: int
    rows_most: int
    world_countries: int
    world_rows_least: int
    rejects_share: float
    rejects_allowed: int
    first_month: str
    months_before: int = 0
    months_after: int = 0

    def __post_init__(self) -> None:
        parse_month(self.first_month)
        if not 0 <= self.rejects_share < 1 or self.rows_least > self.rows_most:
            raise SourceError(f"passport {self.name}: rejects_share is a share from 0 to 1, and rows_least is at most rows_most")

    def rejects_most(self, rows: int) -> int:
        """How many of `rows` may be set aside before the file fails."""
        return max(self.rejects_allowed, int(self.rejects_share * rows))


@cache
def load_passport(name: str) -> Passport:
    """The passport of a source that comes with the package, such as `ucdp-ged`.

    Raises:
        SourceError: there is no such passport, or it holds an unknown key or lacks one.
    """
    file = resources.files("marsad.sources").joinpath("passports", f"{name}.toml")
    if not file.is_file():
        raise SourceError(f"there is no passport {name!r}: one of {', '.join(passport_names())}")
    return read_passport(file.read_text("utf-8"), where=f"passport {name}")


def passport_names() -> tuple[str, ...]:
    """Names of the passports that come with the package."""
    folder = resources.files("marsad.sources").joinpath("passports")
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")))


def read_passport(text: str, *, where: str) -> Passport:
    """A passport from TOML.

    Raises:
        SourceError: the text is no TOML, or a key is unknown or missing.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise SourceError(f"{where}: this is no TOML ({wrong})") from wrong
    columns = values.pop("columns", None)
    if not isinstance(columns, dict):
        raise SourceError(f"{where}: the table [columns] is missing")
    columns = {key: MappingProxyType(value) if isinstance(value, dict) else tuple(value) for key, value in columns.items()}
    values["citation"] = tuple(values.get("citation", ()))
    values["columns"] = _made(Columns, columns, where=f"{where}, [columns]")
    made: Passport = _made(Passport, values, where=where)
    return made


def _made(shape: Any, values: dict[str, Any], *, where: str) -> Any:
    known = {entry.name for entry in fields(shape)}
    if unknown := sorted(values.keys() - known):
        raise SourceError(f"{where}: unknown key {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    try:
        return shape(**values)
    except TypeError as wrong:
        raise SourceError(f"{where}: {wrong}") from wrong


@dataclass(frozen=True, slots=True)
class Reading:
    """How the columns of one file are read: position of each known column, and columns the passport does not know."""

    positions: Mapping[str, int]
    unknown: tuple[str, ...]


def match_columns(passport: Passport, header: tuple[str, ...], *, where: str) -> Reading:
    """Where each column of a passport stands in a file's header.

    Raises:
        FormatError: a required column is missing, or one column stands twice.
    """
    columns = passport.columns
    wanted = {*columns.required, *columns.optional}
    positions: dict[str, int] = {}
    unknown: list[str] = []
    for position, given in enumerate(header):
        name = columns.renamed.get(given, given)
        if name in wanted:
            if name in positions:
                raise FormatError(f"{where}: column {name!r} stands twice ({header[positions[name]]!r} and {given!r}): keep one of them")
            positions[name] = position
        elif given not in columns.ignored:
            unknown.append(given)
    if missing := [name for name in columns.required if name not in positions]:
        hint = f"; columns it does not know: {', '.join(map(repr, unknown))}" if unknown else ""
        raise FormatError(
            f"{where}: column {', '.join(map(repr, missing))} is missing, which passport {passport.name} requires{hint}: "
            "give the publisher's file unchanged, or rename the column back"
        )
    return Reading(MappingProxyType(positions), tuple(unknown))
