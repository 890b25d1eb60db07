"""The run and its stages, a command each; the application that every command hangs on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.base.errors import MarsadError, UsageError
from marsad.options import Counting, Format, Json, Language, Level, ManyPaths, Out, Violence

if TYPE_CHECKING:
    from marsad.settings import Settings


app = typer.Typer(
    name="marsad",
    help="Early warning of political violence, and of the partnerships that answer it; in Arabic, French and English, offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PLACES = "MLI, sahel or world; cell:149426 or cells:149426,149427; area:WEST,SOUTH,EAST,NORTH or area:FILE.geojson"


def main() -> None:
    """Run a command; an error Marsad raises on purpose becomes one line on stderr and its exit code."""
    try:
        app()
    except MarsadError as wrong:
        typer.echo(f"marsad: {wrong}", err=True)
        sys.exit(wrong.exit_code)


def _version(wanted: bool) -> None:
    if wanted:
        from marsad import __version__

        typer.echo(f"marsad {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)] = False,
) -> None:
    pass


def _tell(text: str) -> None:
    typer.echo(f"marsad: {text}", err=True)


def _settings(**changed: Any) -> Settings:
    from dataclasses import replace

    from marsad.settings import load_settings

    read = load_settings(Path.cwd(), os.environ)
    return replace(read, **{key: value for key, value in changed.items() if value is not None})


def _lines(values: Iterable[Any]) -> None:
    for value in values:
        typer.echo(json.dumps(value, ensure_ascii=False, default=str))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a day: write it as 2026-05-12") from None


@app.command(cls=ManyPaths)
def run(
    *,
    region: Annotated[str | None, typer.Option(help="A named region such as sahel, or an ISO country code such as MLI.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Last month known, such as 2026-05; the last of the data if left out.")] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the brief.")] = None,
    form: Annotated[Format, typer.Option("--format", help="Form of the brief.")] = Format.html,
    out: Annotated[Path, typer.Option(help="Folder for the brief.")] = Path("brief"),
    documents: Annotated[list[Path] | None, typer.Option(help="Texts and web pages, or folders of them.")] = None,
    events: Annotated[list[Path] | None, typer.Option(help="Event tables (UCDP), or folders of them.")] = None,
    as_json: Json = False,
) -> None:
    """The main job: sources, reading, counts, forecast, scores and the brief, in one go.

    With neither documents nor events it runs on the sample that comes with the package.

    Example: marsad run --region sahel --as-of 2026-05 --lang fr --out brief/
    """
    from marsad import pipeline
    from marsad.world import RunRequest

    settings = _settings(region=region, language=lang.value if lang else None)
    request = RunRequest(out=out, as_of=as_of, documents=tuple(documents or ()), events=tuple(events or ()), form=form.value)
    done = pipeline.run(settings, request, _tell)
    if as_json:
        made = done.as_json()
        _lines(made if isinstance(made, list) else [made])
    else:
        for line in done.lines():
            typer.echo(line)


@app.command()
def pull(
    source: Annotated[str, typer.Argument(help="ucdp, ucdp-candidate, or file.")],
    *,
    paths: Annotated[list[Path] | None, typer.Argument(help="With file: event tables, texts, or folders of them.")] = None,
    release: Annotated[str | None, typer.Option(help="Release to fetch, such as 24.1 (ucdp) or 26.0.2 (ucdp-candidate).")] = None,
    base_url: Annotated[str | None, typer.Option(help="Another address that serves the same files (a mirror).")] = None,
    sha256: Annotated[str | None, typer.Option(help="Expected SHA-256 of the file; another one is an error.")] = None,
    as_json: Json = False,
) -> None:
    """Bring a source home: download it into the cache, or take files, and put them into the archive.

    Examples: marsad pull ucdp --release 24.1; marsad pull file texts/ ged.csv
    """
    from marsad import verbs

    today = datetime.now(UTC).date().isoformat()
    wanted = verbs.PullRequest(source=source, paths=tuple(paths or ()), release=release, base_url=base_url, sha256=sha256, today=today)
    found = verbs.pull(_settings(), wanted, _tell)
    for item in found:
        _report(item, as_json)


@app.command(cls=ManyPaths)
def read(
    paths: Annotated[list[Path], typer.Argument(help="Texts and web pages, or folders of them.")],
    *,
    published: Annotated[str | None, typer.Option(help="Day of publication, such as 2026-05-12, for texts that do not say.")] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the texts; found by itself if left out.")] = None,
    lines: Annotated[bool, typer.Option("--lines", help="Every line of a file is a document of its own.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Also give each sentence with a trigger but no event, and why.")] = False,
    lexicon: Annotated[list[Path] | None, typer.Option(help="A lexicon file of your own.")] = None,
    coder: Annotated[Path | None, typer.Option(help="A layer that train-coder wrote.")] = None,
    sentence_model: Annotated[Path | None, typer.Option(help="Folder of the sentence model that the layer was trained with.")] = None,
    jobs: Annotated[int | None, typer.Option(help="Processes that read; if left out, one, or every core for much text.")] = None,
    as_json: Json = False,
) -> None:
    """Read documents into events, engagements, statements and mentions.

    Example: marsad read communique.txt --published 2026-05-12 --json
    """
    from marsad import verbs

    settings = _settings(linear_coder=str(coder) if coder else None, sentence_model=str(sentence_model) if sentence_model else None)
    request = verbs.ReadRequest(
        paths=tuple(paths),
        published=_day(published),
        language=lang.value if lang else None,
        lines=lines,
        explain=explain,
        lexicons=(*settings.lexicons, *(lexicon or ())),
        jobs=jobs,
    )
    if as_json:
        for line in verbs.read_lines(settings, request, _tell):
            sys.stdout.write(line + "\n")  # typer.echo would look up the stream and flush it for each of many lines
    else:
        for text in verbs.told(verbs.read(settings, request, _tell)):
            typer.echo(text)


@app.command()
def dates(
    *,
    lines: Annotated[Path, typer.Option("--lines", help="JSON lines with text, reference (a day) and lang; - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Accepted for uniformity: the output is JSON lines anyway.")] = True,
) -> None:
    """Find dates in expressions: one JSON line in, one out, with start, end, span and basis.

    Example: marsad dates --lines cases.jsonl
    """
    from marsad import verbs

    _lines(verbs.dates(lines, sys.stdin))


@app.command(cls=ManyPaths)
def panel(
    *,
    level: Annotated[Level, typer.Option(help="Count by country or by PRIO-GRID cell.")],
    out: Out,
    first: Annotated[str | None, typer.Option("--from", help="First month, such as 1990-01.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last month, such as 2026-05.")] = None,
    violence: Annotated[Violence, typer.Option(help="Type of violence to count.")] = Violence.all,
    events: Annotated[list[Path] | None, typer.Option(help="Event tables to count; the archive's if left out.")] = None,
    counting: Counting = None,
    as_json: Json = False,
) -> None:
    """Count deaths per unit and month, by the month in which an event ends.

    Example: marsad panel --level country --from 1990-01 --to 2026-05 --out panel.parquet
    """
    from marsad import verbs

    ask = verbs.PanelRequest(level=level, out=out, first=first, last=last, violence=violence.value, events=events or (), counting=counting)
    _report(verbs.panel(_settings(), ask, _tell), as_json)


@app.command()
def assess(
    what: Annotated[str, typer.Argument(help=f"{PLACES}; group:jnim; pair:MAR-USA or pair:MAR-org:au; spillover:LBY-sahel; alerts.")],
    *,
    as_of: Annotated[str | None, typer.Option(help="Last month known; the last of the data if left out.")] = None,
    change: Annotated[str | None, typer.Option(help="A month such as 2023-07: a place's counts before and after it.")] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the sentences on a region, the world or a country.")] = None,
    as_json: Json = False,
) -> None:
    """The situation of a place, an armed group or a partnership, spillover, or the alerts, from the archive or the sample.

    Example: marsad assess sahel --lang fr --as-of 2026-05
    """
    from marsad import verbs

    _report(verbs.assess(_settings(), what, as_of, _tell, change=change, language=lang.value if lang else None), as_json)


@app.command()
def brief(
    *,
    region: Annotated[str | None, typer.Option(help="A named region such as sahel, or an ISO country code such as MLI.")] = None,
    about: Annotated[str | None, typer.Option(help="Instead of a region: group:jnim, pair:MAR-USA, or a region all the same.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Last month known; the last of the data if left out.")] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of the brief.")] = None,
    form: Annotated[Format, typer.Option("--format", help="Form of the brief.")] = Format.html,
    out: Annotated[Path, typer.Option(help="Folder for the brief.")] = Path("brief"),
    explain: Annotated[
        bool, typer.Option("--explain", help="Also give, for each sentence, the records, documents, spans and scores behind it.")
    ] = False,
    check: Annotated[Path | None, typer.Option(help="Say of a brief (HTML) whether it still holds, and make none.")] = None,
    as_json: Json = False,
) -> None:
    """The brief anew from what the archive holds: another language, month, region or form; or on an armed group or a partnership.

    Examples: marsad brief --lang fr --format html --out brief/; marsad brief --about group:rsf; marsad brief --about pair:MAR-USA
    """
    from marsad import verbs

    if check is not None:
        from marsad.verbs.superseding import check_brief

        _report(check_brief(_settings(), check), as_json)
        return
    region, actor = verbs.told_about(about, region)
    settings = _settings(region=region, language=lang.value if lang else None)
    _report(verbs.brief(settings, verbs.BriefRequest(out=out, form=form.value, as_of=as_of, explain=explain, about=actor), _tell), as_json)


@app.command("train-coder")
def train_coder(
    *,
    sentences: Annotated[Path, typer.Option(help="Judged sentences: .tsv, .csv or .jsonl with a sentence and a label a row.")],
    lang: Annotated[Language, typer.Option(help="Language of the sentences.")],
    out: Annotated[Path, typer.Option(help="File to write, ending in .npz.")],
    text_column: Annotated[str, typer.Option(help="Column of the sentence.")] = "text",
    label_column: Annotated[str, typer.Option(help="Column of the label.")] = "label",
    group_column: Annotated[str | None, typer.Option(help="Column of what must stay together, such as the document.")] = None,
    folds: Annotated[int, typer.Option(help="Parts of the cross-validation.", min=2, max=20)] = 5,
    sentence_model: Annotated[Path | None, typer.Option(help="Folder of a sentence model whose vectors the layer learns from too.")] = None,
    as_json: Json = False,
) -> None:
    """Train the optional linear layer on judged sentences of your own, and say how well it reads sentences it has not seen.

    Example: marsad train-coder --sentences gold.tsv --lang ar --out coder.npz
    """
    from marsad import verbs

    request = verbs.TrainRequest(
        sentences=sentences, lang=lang.value, out=out, folds=folds,
        text_column=text_column, label_column=label_column, group_column=group_column,
    )  # fmt: skip
    _report(verbs.train_coder(_settings(sentence_model=str(sentence_model) if sentence_model else None), request, _tell), as_json)


def _report(done: Any, as_json: bool) -> None:
    if as_json:
        made = done.as_json()
        _lines(made if isinstance(made, list) else [made])
    else:
        typer.echo("\n".join(done.lines()))
