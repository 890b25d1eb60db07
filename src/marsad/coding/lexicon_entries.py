"""One line of a lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.base.errors import LexiconError

LANGUAGES = ("ar", "fr", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon: `id` within `section`, its fields, and where it stands."""

    section: str
    id: str
    fields: Mapping[str, Any]
    file: str
    line: int

    def words(self, field: str) -> tuple[str, ...]:
        """The texts of a field that holds one text or a list; empty where the entry lacks it."""
        value = self.fields.get(field, ())
        return (value,) if isinstance(value, str) else tuple(value)

    def text(self, field: str) -> str | None:
        """The one text of a field, or None where the entry lacks it."""
        words = self.words(field)
        return words[0] if words else None

    def number(self, field: str, otherwise: float) -> float:
        """The number of a field, such as `weight`."""
        value = self.fields.get(field, otherwise)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise LexiconError(f"{self.file}:{self.line}: {field} of {self.id!r} must be a number, not {value!r}")
        return float(value)

    def flag(self, field: str) -> bool:
        """Whether a field is true; false where the entry lacks it."""
        return bool(self.fields.get(field, False))

    def names(self) -> Iterator[tuple[str, str]]:
        """(language, text) of every name of the entry, in the order ar, fr, en."""
        for language in LANGUAGES:
            for word in self.words(language):
                yield language, word
