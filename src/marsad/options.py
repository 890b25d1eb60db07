"""What the command line lets a user choose from, and options that take several values in a row."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
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
    region = "region"


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


class Form(StrEnum):
    """Layouts of a forecast file."""

    marsad = "marsad"
    challenge = "challenge"
    hubverse = "hubverse"
    hubverse_samples = "hubverse-samples"


class Format(StrEnum):
    """Forms of a brief."""

    html = "html"
    pdf = "pdf"
    docx = "docx"
    xlsx = "xlsx"


Json = Annotated[bool, typer.Option("--json", help="Print JSON (a line each where there are many).")]
Out = Annotated[Path, typer.Option("--out", help="File to write.")]
Counting = Annotated[
    str | None,
    typer.Option(help="Not deaths but what was read from texts: a PLOVER type such as protest, engagements, or attention."),
]
CountryIds = Annotated[Ids, typer.Option("--ids", help="How the panel numbers countries.")]
Jobs = Annotated[int, typer.Option(help="Processes that walk the origins; the figures stay the same.")]
Covariates = Annotated[
    list[str] | None,
    typer.Option("--covariates", help="Panel files of further counts, each with the months until it is out: protests.parquet:1."),
]
Areas = Annotated[
    list[str] | None,
    typer.Option(help="Areas: sahel, MLI,BFA, box:WEST,SOUTH,EAST,NORTH, units:1,2 or a GeoJSON file; several in a row."),
]
CellPanel = Annotated[Path | None, typer.Option("--cells", help="Panel of cells: lay each country's draws out over its cells.")]
ForecastForm = Annotated[Form, typer.Option("--format", help="Layout of the file.")]
History = Annotated[Path | None, typer.Option(help="Panel file up to the origin, for the benchmark beside; the observed file if left out.")]
Why = Annotated[bool, typer.Option("--why", help="Also say what carries each forecast and what would halve it (pool).")]
Detail = Annotated[bool, typer.Option(help="Also calibration, reliability, Murphy curves, skill and coverage by step, and onsets.")]
Figures = Annotated[Path | None, typer.Option(help="Folder for a page of figures, with its pictures as SVG.")]
Told = Annotated[Language, typer.Option("--lang", help="Language of the page of figures, or of the reasons.")]


class ManyPaths(TyperCommand):
    """Lets an option take several values in a row: `--events A B` means `--events A --events B`."""

    many = ("--documents", "--events", "--lexicon", "--model", "--areas", "--covariates")

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
