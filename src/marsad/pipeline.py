"""READ FIRST. One run, stage by stage, in order; the only module that knows the order.

sources -> documents -> coding -> archive -> panel -> forecast -> verification -> assessment -> briefs
`run` is the order; each stage is one function below it. `verbs.py` holds the commands that are one stage alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.errors import MarsadError, PanelError, UsageError
from marsad.base.frames import Coverage, EventImport, Forecast, Panel, Scores
from marsad.base.months import MonthId, format_month, last_day, parse_month
from marsad.base.records import Document, Engagement, Event, NonEvent, RawText, Reject
from marsad.base.regional import Regional
from marsad.settings import Settings
from marsad.verbs.finding import find
from marsad.world import RunReport, RunRequest, TableRead, World, told_records, told_scores

if TYPE_CHECKING:
    from marsad.briefs import BriefInputs
    from marsad.store import Archive

Tell = Callable[[str], None]

HORIZON = tuple(range(1, 13))
"""Steps of a run: the next twelve months."""

PAST_ORIGINS = 4
"""Past origins, half a year apart, on which a run scores itself; more would make the brief wait."""

YEARS_BEFORE = 5
"""Years of history that a past origin needs behind it before its forecast is scored."""

SAMPLE_CELLS = ("cell_month_bfa", "cell_month_sdn")


def run(settings: Settings, request: RunRequest, tell: Tell) -> RunReport:
    """The main job, from texts and tables to a brief.

    Args:
        settings: region, language, model, draws, seed, archive.
        request: inputs, last month known, where the brief goes.
        tell: called with a line of progress.

    Raises:
        MarsadError: a stage cannot go on without giving a wrong number; the message says which and what to do.
    """
    from marsad.store.desk import read_ledger
    from marsad.verbs.correcting import corrected_records

    region, ledger = places.region(settings.region), read_ledger(settings.archive)
    with recorded_run(settings, request) as (archive, run_id):
        texts, unread = gather_documents(request)
        documents, strange = understand(texts, tell)
        tell(f"read {len(documents)} documents")
        documents, records = code(documents, settings)
        strange = (*strange, *(record for record in records if isinstance(record, Reject)))
        archive.add_records(documents, [r for r in records if not isinstance(r, Reject)], run=run_id)
        archive.add_rejects([*unread, *strange], run=run_id)
        tell(f"coded {told_records(records)}")

        imports = gather_events(request, archive, run_id, tell)
        wide, cells = count(archive, imports, request)
        as_of = last_month(request.as_of, wide)
        wide = wide.until(as_of).observed_in(as_of)
        country, cell = of_region(wide, cells, region.countries, as_of)
        archive.add_panel("run-country", country, run=run_id)
        tell(f"counted {len(country.units)} countries and {0 if cell is None else len(cell.units)} cells to {format_month(as_of)}")
        shown = archive.execute(chosen_events(archive, imports, region.countries, as_of))
        told, aside = corrected_records(records, ledger), (*unread, *strange)
        world = World(
            documents, told, tables_of(imports), shown, wide, country, cell, as_of, aside, ledger, claims_of(imports)
        )  # fmt: skip

        ahead, _ = forecasts = look_ahead(world, settings, tell)
        archive.add_forecast(ahead, run=run_id)
        past: list[Forecast] = []
        scores = look_back(world, settings, tell, past)
        found = find(world, forecasts, (settings, tell), past)
        archive.add_scores(f"{format_month(as_of)} {ahead.model}", scores, run=run_id)

        page = tell_it(world, forecasts, scores, (settings, request, run_id), found=found, archive=archive)
    size = f"{len(ahead.units)} countries x {len(ahead.steps)} steps x {ahead.draws.shape[2]:,} draws"
    made = (
        f"{len(documents)} documents: {told_records(records)}; {world.aside} set aside",
        f"{format_month(as_of)} {ahead.model}: {size} -> {archive.folder / 'forecasts'}",
        *told_scores(scores),
    )
    counts = {"documents": len(documents), "records": len(records), "events_in_tables": world.events.num_rows, "rejects": world.aside}
    return RunReport(run_id, format_month(as_of), page, made, counts)


@contextmanager
def recorded_run(settings: Settings, request: RunRequest) -> Iterator[tuple[Archive, str]]:
    """The archive, with the run noted in it from start to end; the sample has an archive of its own, apart from what is real."""
    from marsad import __version__, store

    folder = settings.archive / "sample" if request.on_sample else settings.archive
    with store.open_archive(folder, settings.engine) as archive:
        run_id = archive.start_run(
            datetime.now(UTC).isoformat(timespec="seconds"), "run", settings=asdict(settings), inputs=hashes(request),
            seed=settings.seed, version=__version__,
        )  # fmt: skip
        try:
            yield archive, run_id
        except MarsadError:
            archive.finish_run(run_id, finished=datetime.now(UTC).isoformat(timespec="seconds"), status="failed")
            raise
        archive.finish_run(run_id, finished=datetime.now(UTC).isoformat(timespec="seconds"))


def hashes(request: RunRequest) -> dict[str, str]:
    """SHA-256 of every input file, by path; what is not there is left to the stage that reads it."""
    from marsad.sources.tables import sha256_of

    files = [f for path in (*request.documents, *request.events) for f in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return {str(file): sha256_of(file) for file in files if file.is_file()}


def gather_documents(request: RunRequest) -> tuple[tuple[RawText, ...], tuple[Reject, ...]]:
    """sources: the texts of the run as found, and the files that could not be read, with reasons."""
    from marsad.sources.files import read_paths

    if request.on_sample:
        with resources.as_file(resources.files("marsad") / "sample" / "documents") as folder:
            found = list(read_paths([folder]))
    else:
        found = list(read_paths(request.documents))
    return tuple(f for f in found if isinstance(f, RawText)), tuple(f for f in found if isinstance(f, Reject))


def understand(texts: Sequence[RawText], tell: Tell) -> tuple[tuple[Document, ...], tuple[Reject, ...]]:
    """documents: paragraphs, roles, language, date; the same bytes twice are one document; copies are marked."""
    from marsad.base.errors import DocumentError
    from marsad.documents import make_document, near_duplicates, unknown_language

    found: dict[str, Document] = {}
    strange = []
    for raw in texts:
        try:
            made = make_document(raw)
        except DocumentError as wrong:
            strange.append(Reject("documents", raw.path, str(wrong)))
            continue
        found.setdefault(made.id, made)
        if why := unknown_language(made):
            tell(f"{made.path}: {why}")
    documents = tuple(found.values())
    copies: dict[str, str] = {}
    for pair in near_duplicates(documents):
        if pair.shared == "text":
            copies.setdefault(pair.second, pair.first)
    return tuple(replace(d, near_duplicate_of=copies.get(d.id)) for d in documents), tuple(strange)


def code(documents: Sequence[Document], settings: Settings) -> tuple[tuple[Document, ...], tuple[Any, ...]]:
    """coding: events, engagements, statements and mentions of each document, then the links between documents.

    Gives the documents as they may be kept, names of private persons hidden, and the records: what came in goes no further.
    """
    from marsad.coding.reports import link_reports
    from marsad.coding.reports_meetings import link_meetings, relinked
    from marsad.verbs.reading import read_documents

    told = list(read_documents(settings, documents))
    documents, records = tuple(one.document for one in told), [record for one in told for record in one.records]
    links = link_reports([r for r in records if isinstance(r, Event)], documents)
    met = link_meetings([r for r in records if isinstance(r, Engagement)], documents)
    records = [relinked(r, met) if isinstance(r, (Event, Engagement)) else r for r in records]
    return documents, tuple(replace(r, links=(*r.links, links[r.id])) if isinstance(r, Event) and r.id in links else r for r in records)


def gather_events(request: RunRequest, archive: Archive, run_id: str, tell: Tell) -> tuple[EventImport, ...]:
    """sources: event tables, into the archive; a second import of the same file changes nothing.

    Raises:
        SourceError: a file is not what its passport promises, or too many of its rows had to be set aside.
    """
    from marsad.sources.ucdp import read_event_paths

    imports = []
    for given in read_event_paths(request.events):
        added = archive.add_events(given, run=run_id)
        tell(f"{given.path}: {given.rows_read:,} rows: {added.new:,} new, {added.same:,} known, {added.rejected:,} set aside")
        for note in given.notes:
            tell(f"  {note}")
        imports.append(given)
    return tuple(imports)


def chosen_events(archive: Archive, imports: Sequence[EventImport], countries: Sequence[str], as_of: int) -> Any:
    """The archive's rows of this run's event tables, in these countries, to this month, as an Ibis expression."""
    events = _events_of(archive, imports)
    return events.filter(events.country.isin(list(countries)), events.month_id <= as_of)


def _events_of(archive: Archive, imports: Sequence[EventImport]) -> Any:
    import ibis
    import pyarrow as pa

    from marsad.verbs.correcting import corrected_events

    ids = pa.concat_tables([given.events.select(["id"]) for given in imports]) if imports else pa.table({"id": pa.array([], pa.string())})
    # as people corrected them; the originals stay in the archive
    events = corrected_events(archive)
    return events.semi_join(ibis.memtable(ids), "id")


def count(archive: Archive, imports: Sequence[EventImport], request: RunRequest) -> tuple[Panel, Panel | None]:
    """panel: deaths by country and by cell; from the run's event tables, or from the sample's figures where it brought none."""
    if not request.events:
        return sample_figures()
    claims = [(given.source, given.release, claim) for given in imports for claim in given.coverage]
    return count_tables(archive, _events_of(archive, imports), claims)


def sample_figures() -> tuple[Panel, Panel]:
    """Deaths by country and by cell that come with the package."""
    from marsad import store
    from marsad.panel import joined

    return store.sample_panel("country_month"), joined([store.sample_panel(name) for name in SAMPLE_CELLS])


def count_tables(archive: Archive, events: Any, claims: Sequence[tuple[str, str, Coverage]]) -> tuple[Panel, Panel]:
    """Deaths by country and by cell of event rows (an Ibis expression), in the months that their sources claim to know.

    Raises:
        PanelError: the sources cover no country and month.
    """
    from marsad.panel import deaths_by_month, panel_of

    if not claims:
        raise PanelError("the event tables cover no country and month: nothing can be counted; see the rejects above")
    first, last = min(c.first for _, _, c in claims), max(c.last for _, _, c in claims)
    country = archive.execute(deaths_by_month(events, level="country", first=first, last=last))
    cell = archive.execute(deaths_by_month(events, level="cell", first=first, last=last))
    return (
        panel_of(country, claims, level="country", first=first, last=last),
        panel_of(cell, claims, level="cell", first=first, last=last),
    )


def last_month(as_of: str | None, country: Panel) -> int:
    """The month the run stands in: the one asked for, or the last that is observed.

    Raises:
        UsageError: the month asked for lies after the last one observed, or before the first year is full.
    """
    observed = country.months[country.observed.any(axis=0)]
    last = int(observed[-1])
    if as_of is None:
        return last
    asked = parse_month(as_of)
    if not observed[0] + 11 <= asked <= last:
        span = f"{format_month(int(observed[0]) + 11)} to {format_month(last)}"
        raise UsageError(f"--as-of {as_of} is outside {span}, the months for which the data hold a year of history")
    return asked


def of_region(country: Panel, cell: Panel | None, countries: Sequence[str], as_of: int) -> tuple[Panel, Panel | None]:
    """The panels of the region's countries and cells, to the last month known; no cells where none is observed then.

    Raises:
        PanelError: no country of the region is observed in that month.
    """
    codes = [found.numeric for iso3 in countries if (found := places.country_by_iso3(iso3))]
    kept = country.only(codes).until(as_of).observed_in(as_of)
    if not len(kept.units):
        raise PanelError(
            f"no country of the region is observed in {format_month(as_of)}: choose another --region or --as-of, or bring its events"
        )
    if cell is None:
        return kept, None
    inside = [gid for iso3 in countries for gid in places.cells_of_country(iso3)]
    cells = cell.only(inside).until(as_of).observed_in(as_of)
    return kept, cells if len(cells.units) else None


def look_ahead(world: World, settings: Settings, tell: Tell) -> tuple[Forecast, Forecast | None]:
    """forecast: draws for the next twelve months, by country and, where cells are observed, by cell."""
    from marsad.forecast import forecast
    from marsad.verbs.looking import model_settings

    def ask(panel: Panel, explain: Sequence[int] = ()) -> Forecast:
        asked = model_settings(settings, panel) | {"explain": explain}
        return forecast(panel, origin=world.as_of, steps=HORIZON, progress=tell, **asked)

    units = world.country.units.tolist()
    return ask(world.wide, units).only(units), None if world.cell is None else ask(world.cell)


def look_back(world: World, settings: Settings, tell: Tell, past: list[Forecast] | None = None) -> Scores:
    """verification: the same model asked at past origins (added to `past`), scored on the region's months, beside conflictology12."""
    from marsad.forecast import forecast
    from marsad.verbs.looking import model_settings
    from marsad.verification import backtest, calibration_rows, likelihood_scores

    panel = world.wide
    first = int(panel.months[0]) + YEARS_BEFORE * 12
    origins = sorted(o for k in range(PAST_ORIGINS) if (o := world.as_of - HORIZON[-1] - 6 * k) >= first)

    def ask(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        tell(f"looking back: what {settings.model} said in {format_month(origin)}")
        made = forecast(known, origin=origin, steps=steps, **model_settings(settings, known))
        if past is not None:
            past.append(made)
        return made.only(world.country.units)

    if not origins:
        return Scores((), panel.vintage, ("the history is too short to score this model on the past",))
    made: list[Forecast] = []

    def kept(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        made.append(ask(known, origin, steps))
        return made[-1]

    found = backtest({settings.model: kept}, panel, origins=origins, steps=HORIZON)
    whole, parts = found.scores(settings.model), [found.scores(settings.model, by=by).rows for by in ("unit", "step")]
    words = likelihood_scores(found.joined(settings.model)[0], settings.model)
    return Scores((*whole.rows, *parts[0], *parts[1], *calibration_rows(made, panel), *words), whole.observed_vintage, whole.notes)


def tell_it(
    world: World,
    ahead: tuple[Forecast, Forecast | None],
    scores: Scores,
    asked: tuple[Settings, RunRequest, str],
    *,
    found: Regional,
    archive: Archive | None = None,
) -> Path:
    """assessment and briefs: the situation, then one page in the asked language; with an archive, also what `marsad serve` reads."""
    from marsad.briefs import compose_brief, write_brief
    from marsad.verbs.publishing import publish_run

    settings, request, run_id = asked
    inputs = inputs_of(world, ahead, scores, asked, found=found)
    page = write_brief(compose_brief(inputs, settings.language, territory=settings.audience or None), request.out, request.form)
    if archive is not None:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        publish_run(archive, inputs, settings=settings, run=run_id, moment=moment, wide=world.wide)
    return page


def inputs_of(
    world: World, ahead: tuple[Forecast, Forecast | None], scores: Scores, asked: tuple[Settings, RunRequest, str], *, found: Regional
) -> BriefInputs:
    """All that a brief is made from, with the situation assessed."""
    from marsad.assessment import assess
    from marsad.briefs import BriefInputs
    from marsad.verbs.grounds import made_from, sources_of
    from marsad.verbs.terms import terms

    settings, request, _ = asked
    return BriefInputs(
        region=places.region(settings.region),
        as_of=MonthId(world.as_of),
        documents=world.documents,
        records=tuple(r for r in world.records if not isinstance(r, NonEvent)),
        events=world.events.drop_columns(["run"]),
        panel=world.country,
        forecast=ahead[0],
        assessment=assess(world.country, ahead[0], cells=world.cell, seed=settings.seed),
        scores=scores,
        sources=sources_of(world),
        cells=world.cell,
        cell_forecast=ahead[1],
        rejects=world.aside,
        run=made_from(world, settings),
        sample_texts=request.on_sample,
        made_on=made_on(world.as_of, asked=request.as_of),
        ledger=world.ledger,
        found=found,
        terms=terms(world.records),
    )


def made_on(as_of: int, *, asked: str | None) -> date:
    """Day a brief speaks from: today for the newest month, the last day of a month asked for; never a day that has not come."""
    today = datetime.now(UTC).date()
    return today if asked is None else min(today, last_day(MonthId(as_of)))


def claims_of(imports: Sequence[EventImport]) -> tuple[Coverage, ...]:
    """Countries and months that this run's event tables claim to know in full."""
    return tuple(claim for given in imports for claim in given.coverage)


def tables_of(imports: Sequence[EventImport]) -> tuple[TableRead, ...]:
    """What is kept of each event table once its rows are in the archive."""
    return tuple(TableRead(given.source, given.release, given.events.num_rows, len(given.rejects)) for given in imports)
