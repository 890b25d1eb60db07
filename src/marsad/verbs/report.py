"""What a command made: lines for a person, values for a program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Tell = Callable[[str], None]
"""Called with a line of progress."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a command made: lines for a person, values for a program."""

    text: tuple[str, ...]
    values: dict[str, Any]

    def lines(self) -> list[str]:
        """Lines for a person."""
        return list(self.text)

    def as_json(self) -> dict[str, Any]:
        """Values for a program."""
        return self.values
