"""What the archive asks of an engine: tables as Ibis expressions, rows by key, and changes that happen all or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pyarrow as pa

from marsad.base.errors import ArchiveVersionError
from marsad.store.schema import VERSION


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Rows to take out of a table (those whose `column` holds one of `values`), then rows to put in."""

    table: str
    add: pa.Table | None = None
    column: str = ""
    values: tuple[Any, ...] = ()


class Engine(Protocol):
    """A place where the tables lie."""

    def table(self, name: str) -> Any:
        """The table as an Ibis expression."""

    def rows(self, name: str, column: str, values: pa.Array) -> pa.Table:
        """Rows whose `column` holds one of `values`."""

    def all_rows(self, name: str) -> pa.Table:
        """Every row of a table."""

    def execute(self, expression: Any) -> pa.Table:
        """The rows of an Ibis expression."""

    def write(self, changes: Sequence[Change]) -> None:
        """All changes, or none of them if anything fails or the process dies."""

    def close(self) -> None:
        """Let go of the files."""


def check_version(found: str, where: str) -> bool:
    """Whether the archive is of an older version and wants its new tables and columns.

    Raises:
        ArchiveVersionError: it was written by a newer Marsad, or says nothing that is a version.
    """
    if not found.isdigit():
        raise ArchiveVersionError(
            f"{where} does not say its version (it says {found!r}): it is no archive of Marsad; choose another folder"
        )
    if int(found) > VERSION:
        raise ArchiveVersionError(
            f"{where} was written by a newer Marsad (archive version {found}, this one reads up to {VERSION}): "
            "update Marsad, or choose another archive folder"
        )
    return int(found) < VERSION
