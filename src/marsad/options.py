"""What the command line lets a user choose from, and options that take several values in a row."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from typer.core import TyperCommand


class Language(StrEnum):
    """Interface languages."""

    ar = "ar"
    fr = "fr"
    en = "en"


class Level(StrEnum):
    """Units of a panel."""

    country = "country"
    cell = "cell"


class By(StrEnum):
    """Slices of a score."""

    all = "all"
    unit = "unit"
    step = "step"
    window = "window"


class Ids(StrEnum):
    """How a panel numbers countries."""

    iso = "iso"
    views = "views"


class Violence(StrEnum):
    """Which events a panel counts."""

    all = "all"
    state_based = "state-based"
    non_state = "non-state"
    one_sided = "one-sided"


class Format(StrEnum):
    """Forms of a brief."""

    html = "html"
    pdf = "pdf"
    docx = "docx"
    xlsx = "xlsx"


class ManyPaths(TyperCommand):
    """Lets an option take several values in a row: `--events A B` means `--events A --events B`."""

    many = ("--documents", "--events", "--lexicon", "--model")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Repeat the option before each further value, then parse as usual."""
        spread: list[str] = []
        held: str | None = None
        fresh = False
        for arg in args:
            if arg.startswith("-") and arg != "-":
                held, fresh = (arg, True) if arg in self.many else (None, False)
                spread.append(arg)
            elif held and not fresh:
                spread += [held, arg]
            else:
                fresh = False
                spread.append(arg)
        return super().parse_args(ctx, spread)
