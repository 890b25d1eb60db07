"""Options that several commands share, and those of panels and walks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from marsad.options import Ids

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
