"""A brief anew from what the archive holds: another language, month or region, without reading anything again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.base import places
from marsad.base.errors import StoreError, UsageError
from marsad.base.months import format_month
from marsad.verbs.finding import find
from marsad.verbs.report import Report, Tell
from marsad.world import RunRequest, TableRead, World

if TYPE_CHECKING:
    from marsad.base.frames import Forecast
    from marsad.briefs import BriefInputs
    from marsad.settings import Settings
    from marsad.store import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRequest:
    """Where the brief goes, in which form, the last month known, whether each sentence's grounds are told too.

    `about` is `group:jnim` or `pair:MAR-USA`; without it the brief is on the settings' region.
    """

    out: Path
    form: str = "html"
    as_of: str | None = None
    explain: bool = False
    about: str | None = None


def told_about(about: str | None, region: str | None) -> tuple[str | None, str | None]:
    """(region, actor) that two options ask for: `about` may name a group, a pair, or a region as well.

    Raises:
        UsageError: both are given.
    """
    if about is None:
        return region, None
    if region is not None:
        raise UsageError(f"--about {about} and --region {region} both say what the brief is about: give one of them")
    return (None, about) if about.partition(":")[0] in ("group", "pair") else (about.removeprefix("country:"), None)


def brief(settings: Settings, request: BriefRequest, tell: Tell) -> Report:
    """The brief of everything in the archive, or of the sample's archive where there is no other.

    Raises:
        StoreError: there is no archive yet.
    """
    from marsad.briefs import compose_brief, explain, told, write_brief
    from marsad.verbs.telling_actors import actor_inputs, told_month

    if request.about is not None:
        wanted = actor_inputs(settings, request.about, request.as_of, tell)
        inputs, month = wanted.ground, told_month(wanted)
        made = compose_brief(wanted, settings.language, territory=settings.audience or None)
    else:
        inputs = _region_inputs(settings, request, tell)
        month = format_month(inputs.as_of)
        made = compose_brief(inputs, settings.language, territory=settings.audience or None)
    page = write_brief(made, request.out, request.form)
    values = {"brief": str(page), "as_of": month, "documents": len(inputs.documents)}
    if not request.explain:
        return Report((f"brief -> {page}",), values)
    found = explain(made, inputs)
    lines = tuple(line for one in found for line in told(one))
    return Report((f"brief -> {page}", *lines), {**values, "sentences": [asdict(one) for one in found]})


def _region_inputs(settings: Settings, request: BriefRequest, tell: Tell) -> BriefInputs:
    from marsad import pipeline, store

    folder, sample = archive_folder(settings)
    with store.open_archive(folder, settings.engine, read_only=True) as archive:
        world = _world(archive, settings, request, sample=sample)
    ahead = pipeline.look_ahead(world, settings, tell)
    past: list[Forecast] = []
    scores = pipeline.look_back(world, settings, tell, past)
    found = find(world, ahead, (settings, tell), past)
    asked = RunRequest(out=request.out, as_of=request.as_of, documents=() if sample else (folder,), form=request.form)
    return pipeline.inputs_of(world, ahead, scores, (settings, asked, ""), found=found)


def archive_folder(settings: Settings) -> tuple[Path, bool]:
    """The archive's folder, and whether it is the sample's.

    Raises:
        StoreError: nothing was run or pulled yet.
    """
    for folder, sample in ((settings.archive, False), (settings.archive / "sample", True)):
        if (folder / "marsad.duckdb").exists() or (folder / "tables").exists():
            return folder, sample
    raise StoreError(f"there is no archive in {settings.archive}: make one with `marsad run` or `marsad pull file PATH`")


def _world(archive: Archive, settings: Settings, request: BriefRequest, *, sample: bool) -> World:
    from marsad import pipeline
    from marsad.panel.observed import claims_of
    from marsad.store.desk import read_ledger
    from marsad.verbs.correcting import corrected_events, corrected_records

    countries = places.region(settings.region).countries
    claims = [] if sample else claims_of(archive.rows("coverage"))
    ledger, events = read_ledger(archive.folder), corrected_events(archive)
    events = events.filter(events.document.isnull())
    wide, cells = pipeline.count_tables(archive, events, claims) if claims else pipeline.sample_figures()
    as_of = pipeline.last_month(request.as_of, wide)
    wide = wide.until(as_of).observed_in(as_of)
    country, cell = pipeline.of_region(wide, cells, countries, as_of)
    shown = archive.execute(events.filter(events.country.isin(list(countries)), events.month_id <= as_of))
    documents = tuple(archive.records("document"))
    records = tuple(record for kind in ("event", "engagement", "statement", "mention") for record in archive.records(kind))
    tables = tuple(TableRead(f["source"], f["release"], f["events"], f["rejects"]) for f in archive.rows("files").to_pylist())
    told, held = corrected_records(records, ledger), () if sample else archive.coverage()
    return World(documents, told, tables, shown, wide, country, cell, as_of, (), ledger, held)
