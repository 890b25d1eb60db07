"""Event tables and texts into the archive, and its events into counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.errors import PanelError, UsageError
from marsad.base.frames import Level
from marsad.base.months import format_month, parse_month
from marsad.base.records import Document
from marsad.verbs.reading import ReadRequest, read
from marsad.verbs.report import Report, Tell

if TYPE_CHECKING:
    from marsad.settings import Settings
    from marsad.store import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRequest:
    """What to count, by which unit, in which months. `counting`: not deaths but a PLOVER type, `engagements` or `attention`."""

    level: str
    out: Path
    first: str | None = None
    last: str | None = None
    violence: str = "all"
    events: Sequence[Path] = ()
    counting: str | None = None


def panel(settings: Settings, request: PanelRequest, tell: Tell) -> Report:
    """Counts of the archive's event tables, or of the files named, into a panel file."""
    import tempfile

    from marsad import store

    if request.counting is not None:
        if request.events:
            raise UsageError("--counting counts what Marsad read from texts, which the archive holds: leave --events out")
        with store.open_archive(settings.archive, settings.engine, read_only=True) as archive:
            return _count_texts(archive, request, request.counting)
    if not request.events:
        with store.open_archive(settings.archive, settings.engine, read_only=True) as archive:
            return _count(archive, request)
    with tempfile.TemporaryDirectory() as folder, store.open_archive(Path(folder)) as archive:
        take_events(archive, request.events, tell)
        return _count(archive, request)


def take_events(archive: Archive, paths: Iterable[Path], tell: Tell) -> list[Report]:
    """Put event files into the archive, one transaction each, and say what came of each."""
    from marsad.sources.ucdp import read_event_paths

    reports = []
    for given in read_event_paths(paths):
        added = archive.add_events(given)
        text = (
            f"{given.path}: {given.source} {given.release}, {given.rows_read:,} rows: {added.new:,} new, {added.same:,} known, "
            f"{added.rejected:,} set aside, {len(given.ignored):,} no data"
        )
        tell(text)
        for note in given.notes:
            tell(f"  {note}")
        values = {"path": given.path, "source": given.source, "release": given.release, "rows": given.rows_read, "new": added.new,
                  "known": added.same, "rejected": added.rejected, "ignored": len(given.ignored), "notes": list(given.notes)}  # fmt: skip
        reports.append(Report((text,), values))
    return reports


def _count(archive: Archive, request: PanelRequest) -> Report:
    from marsad import store
    from marsad.panel import deaths_by_month, left_out, panel_of
    from marsad.panel.observed import claims_of
    from marsad.verbs.correcting import corrected_events

    coverage = archive.coverage()
    if not coverage:
        raise PanelError("no event table is in the archive: bring one with `marsad pull file PATH`, or name it with --events")
    first = parse_month(request.first) if request.first else min(c.first for c in coverage)
    last = parse_month(request.last) if request.last else max(c.last for c in coverage)
    level: Level = "cell" if request.level == "cell" else "country"
    violence: Any = request.violence
    events = corrected_events(archive)
    rows = archive.execute(deaths_by_month(events, level=level, first=first, last=last, violence=violence))
    made = panel_of(rows, claims_of(archive.rows("coverage")), level=level, first=first, last=last)
    store.write_panel(request.out, made)
    aside = {
        row["reason"]: row["events"]
        for row in archive.execute(left_out(events, level=level, first=first, last=last, violence=violence)).to_pylist()
    }
    seen, deaths = int(made.observed.sum()), int(made.deaths.sum())
    span = f"{format_month(first)} to {format_month(last)}"
    text = [f"{span}: {len(made.units):,} units, {seen:,} unit-months observed, {deaths:,} deaths -> {request.out}"]
    text += [f"not counted: {number:,} events ({reason})" for reason, number in aside.items()]
    values = {"level": level, "from": format_month(first), "to": format_month(last), "units": len(made.units), "observed": seen,
              "deaths": deaths, "vintage": made.vintage, "not_counted": aside, "file": str(request.out)}  # fmt: skip
    return Report(tuple(text), values)


def _count_texts(archive: Archive, request: PanelRequest, counting: str) -> Report:
    """Events of a type, engagements or attention, as read from the archive's documents, into a panel file."""
    from marsad import store
    from marsad.base import places
    from marsad.panel import attention_by_month, covariate_panel, engagements_by_month, events_by_month

    if request.first is None or request.last is None:
        raise UsageError("--counting needs --from and --to: the months for which the texts are at hand")
    first, last = parse_month(request.first), parse_month(request.last)
    if last < first:
        raise UsageError("the panel would end before it begins: swap --from and --to")
    level: Level = "cell" if request.level == "cell" else "country"
    if level == "cell" and counting in ("engagements", "attention"):
        raise UsageError(f"{counting} are counted by country: use --level country")
    if counting == "engagements":
        asked = engagements_by_month(archive.table("engagements"), first=first, last=last)
    elif counting == "attention":
        asked = attention_by_month(archive.table("mentions"), archive.table("documents"), first=first, last=last)
    else:
        asked = events_by_month(archive.events(), kind=counting, level=level, first=first, last=last)
    numbers = {iso3: country.numeric for iso3, country in places.countries().items()}
    outcome = counting if counting in ("engagements", "attention") else f"events, {counting.upper()}"
    made = covariate_panel(archive.execute(asked), level=level, first=first, last=last, outcome=outcome, numbers=numbers)
    store.write_panel(request.out, made)
    span, total = f"{request.first} to {request.last}", int(made.deaths.sum())
    text = f"{span}: {outcome}: {len(made.units):,} units, {total:,} in all -> {request.out}"
    values = {"level": level, "from": request.first, "to": request.last, "units": len(made.units), "counted": outcome, "total": total,
              "file": str(request.out)}  # fmt: skip
    return Report((text,), values)


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequest:
    """Which source, which release or files of it, and the day to note."""

    source: str
    paths: tuple[Path, ...] = ()
    release: str | None = None
    base_url: str | None = None
    sha256: str | None = None
    today: str | None = None


def pull(settings: Settings, request: PullRequest, tell: Tell) -> list[Report]:
    """Files into the archive: downloaded (ucdp, ucdp-candidate) or named (file).

    Raises:
        UsageError: an unknown source, or neither release nor files.
    """
    from marsad import store

    paths = request.paths
    if request.source in ("ucdp", "ucdp-candidate"):
        if request.release is None:
            raise UsageError(f"marsad pull {request.source} needs --release, such as {'24.1' if request.source == 'ucdp' else '26.0.2'}")
        from marsad.sources.pull import pull_ucdp

        _, path = pull_ucdp(request.release, settings.cache, base_url=request.base_url, sha256=request.sha256, retrieved=request.today)
        tell(f"{request.source} {request.release} -> {path}")
        paths = (path,)
    elif request.source != "file":
        raise UsageError(f"there is no source {request.source!r}: choose ucdp, ucdp-candidate or file")
    elif not paths:
        raise UsageError(
            "marsad pull file needs files or folders: event tables (.csv, .xlsx, .geojson), texts (.txt, .md) or pages (.html)"
        )
    with store.open_archive(settings.archive, settings.engine) as archive:
        tables = [path for path in paths if path.is_dir() or path.suffix.lower() in EVENT_FILES]
        return [*take_events(archive, tables, tell), *_take_texts(archive, settings, [p for p in paths if p not in tables], tell)]


EVENT_FILES = (".csv", ".xlsx", ".geojson")
"""Endings of event tables; other files are read as texts."""


def _take_texts(archive: Archive, settings: Settings, paths: list[Path], tell: Tell) -> list[Report]:
    if not paths:
        return []
    records = list(read(settings, ReadRequest(paths=tuple(paths), lexicons=settings.lexicons, explain=True), tell))
    documents = [r for r in records if isinstance(r, Document)]
    added = archive.add_records(documents, [r for r in records if not isinstance(r, Document)])
    text = f"{len(documents)} documents: {added.new} new records, {added.same} known, {added.rejected} set aside"
    return [Report((text,), {"documents": len(documents), "new": added.new, "known": added.same, "rejected": added.rejected})]
