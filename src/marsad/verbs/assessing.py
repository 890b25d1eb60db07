"""marsad assess: a country, a cell, a group or a partnership, from the archive, or from the sample where there is none."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.corrections import Ledger
from marsad.base.errors import AssessmentError, UsageError
from marsad.base.findings import HORIZONS
from marsad.base.frames import EVENT_SCHEMA, Coverage, Panel
from marsad.base.months import format_month, month_of_date, parse_month
from marsad.base.records import Document, Engagement, Event, Mention, Statement, as_json
from marsad.verbs import assessing_told as words
from marsad.verbs.beside import LEAD_MOST, due_days, judged_states
from marsad.verbs.naming import group_names, lineages
from marsad.verbs.quality import reason_lines
from marsad.verbs.report import Report, Tell
from marsad.world import TableRead

if TYPE_CHECKING:
    import pyarrow as pa

    from marsad.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What is known of everything: event rows, records of documents, what the tables cover, and counts of countries and cells."""

    events: pa.Table
    documents: tuple[Document, ...]
    records: tuple[Any, ...]
    coverage: tuple[Coverage, ...]
    country: Panel
    cell: Panel | None
    sample: bool
    ledger: Ledger = field(default_factory=Ledger)
    tables: tuple[TableRead, ...] = ()

    def of(self, kind: type[Any]) -> list[Any]:
        """Records of one kind."""
        return [record for record in self.records if isinstance(record, kind)]

    @property
    def covered(self) -> frozenset[str]:
        """Countries whose events the cells count in full."""
        if self.sample:
            return frozenset(("BFA", "SDN"))
        return frozenset(c.iso3 for claim in self.coverage if (c := places.country_by_numeric(claim.country_id)))

    @property
    def counted_to(self) -> int:
        """Last month of the counts."""
        return int(self.country.months[self.country.observed.any(axis=0)][-1])

    @property
    def read_to(self) -> int:
        """Last month of the counts or of a document, whichever is later."""
        return max([self.counted_to, *(month_of_date(d.published) for d in self.documents if d.published)])


def assess(settings: Settings, what: str, as_of: str | None, tell: Tell, *, change: str | None = None) -> Report:
    """The situation of a country or cell, an armed group, or a partnership; `assessing_region` knows places of many units.

    Args:
        settings: archive, model, draws, seed, lexicons, alerts.
        what: `MLI`, `cell:149426`, `group:jnim`, `pair:MAR-USA` or `pair:MAR-org:au`.
        as_of: last month known; the last of the data where left out.
        tell: called with a line of progress.
        change: a month such as `2023-07`, for a country or cell: what the counts did before and after it.

    Raises:
        UsageError: `what` is none of these, or names a group or country that Marsad does not know.
        AssessmentError: the place is not observed in that month.
    """
    kind, _, name = what.partition(":")
    if change is not None and kind in ("group", "pair"):
        raise UsageError("--change goes with a country or a cell: the counts before and after a month")
    if kind == "group":
        return _group(settings, f"group:{name.lower()}", as_of, tell)
    if kind == "pair":
        pair = pair_of(name)
        return _pair(settings, gather(settings, tell), pair, as_of)
    level, unit = unit_of(what)
    held = gather(settings, tell, texts=level == "country")
    panel = held.country if level == "country" else held.cell
    if panel is None:
        raise AssessmentError(f"{what}: the archive holds no cells; bring event tables with `marsad pull file PATH`")
    return _place(settings, held, panel, (what, unit), as_of=as_of, change=change, tell=tell)


def unit_of(what: str) -> tuple[str, int]:
    """Level and unit that a text names.

    Raises:
        UsageError: it names neither a country nor a cell.
    """
    kind, _, name = what.partition(":")
    if kind == "cell" and name.isdigit():
        places.row_and_column(int(name))
        return "cell", int(name)
    country = places.country_by_iso3(what.removeprefix("country:"))
    if country is None:
        raise UsageError(
            f"{what!r} is nothing that can be assessed: write an ISO 3166-1 alpha-3 code such as MLI, a region such as sahel, world, "
            "cell:149426, cells:149426,149427, area:WEST,SOUTH,EAST,NORTH, group:jnim, pair:MAR-USA, spillover:LBY-sahel or alerts"
        )
    return "country", country.numeric


def pair_of(name: str) -> tuple[str, str]:
    """The two sides of a pair such as `MAR-USA` or `MAR-org:au`.

    Raises:
        UsageError: they are not two states, or a state and an organisation of the entity table.
    """
    state, _, other = name.partition("-")
    if other.startswith("org:"):
        country = places.country_by_iso3(state)
        if country is None:
            raise UsageError(f"pair:{name}: write a state and an organisation, such as pair:MAR-org:au")
        return country.iso3, known_organisation(other)
    found = [places.country_by_iso3(code) for code in name.split("-")]
    if len(found) != 2 or found[0] is None or found[1] is None or found[0] == found[1]:
        raise UsageError(f"pair:{name} is no pair of states: write two ISO 3166-1 alpha-3 codes, such as pair:MAR-USA")
    return found[0].iso3, found[1].iso3


def known_organisation(key: str) -> str:
    """The organisation, if the entity table holds it.

    Raises:
        UsageError: it does not; names near it are told.
    """
    from marsad.verbs.naming import names_of

    known = [f"org:{one}" for one in names_of((), "organisations").all()]
    if key.lower() not in known:
        near = difflib.get_close_matches(key.lower(), known, 3) or ["org:un", "org:au", "org:ecowas"]
        raise UsageError(f"{key} is not in the entity table: did you mean {', '.join(near)}?")
    return key.lower()


def gather(settings: Settings, tell: Tell, *, texts: bool = True) -> Held:
    """Everything known: the archive's, or the sample's where nothing was run or pulled; without `texts` no document is read."""
    folder = settings.archive
    if (folder / "marsad.duckdb").exists() or (folder / "tables").exists():
        return _of_archive(settings, texts=texts)
    tell("no archive yet: on the sample that comes with the package")
    return _of_sample(settings, tell, texts=texts)


def _of_archive(settings: Settings, *, texts: bool) -> Held:
    from marsad import pipeline, store
    from marsad.panel.observed import claims_of
    from marsad.store.desk import read_ledger
    from marsad.verbs.correcting import corrected_events, corrected_records

    folder = settings.archive
    with store.open_archive(folder, settings.engine, read_only=True) as archive:
        ledger, events = read_ledger(folder), corrected_events(archive)
        claims = claims_of(archive.rows("coverage"))
        counted = events.filter(events.document.isnull())
        country, cell = pipeline.count_tables(archive, counted, claims) if claims else pipeline.sample_figures()
        kinds = ("event", "engagement", "statement", "mention") if texts else ()
        records = corrected_records((record for kind in kinds for record in archive.records(kind)), ledger)
        rows = archive.execute(events.select(EVENT_SCHEMA.names))
        documents = tuple(archive.records("document")) if texts else ()
        files = archive.rows("files").to_pylist()
        tables = tuple(TableRead(one["source"], one["release"], one["events"], one["rejects"]) for one in files)
        return Held(rows, documents, records, archive.coverage(), country, cell, not claims, ledger, tables)


def _of_sample(settings: Settings, tell: Tell, *, texts: bool) -> Held:
    from marsad import pipeline
    from marsad.store.rows import table_of
    from marsad.world import RunRequest

    documents: tuple[Document, ...] = ()
    records: tuple[Any, ...] = ()
    if texts:
        documents, _ = pipeline.understand(pipeline.gather_documents(RunRequest(out=Path()))[0], tell)
        documents, records = pipeline.code(documents, settings)
    country, cell = pipeline.sample_figures()
    events = table_of("event", [record for record in records if isinstance(record, Event)], None).select(EVENT_SCHEMA.names)
    return Held(events, documents, records, (), country, cell, True)


def month_known(as_of: str | None, otherwise: int, last: int) -> int:
    """The month asked for, or `otherwise`.

    Raises:
        UsageError: it lies after `last`.
    """
    month = parse_month(as_of) if as_of else otherwise
    if month > last:
        raise UsageError(f"--as-of {as_of} lies after {format_month(last)}, the last month that is known: choose it or an earlier one")
    return month


def copies_of(held: Held) -> dict[str, str]:
    """Documents that are near-copies, to the document they copy."""
    return {d.id: d.near_duplicate_of for d in held.documents if d.near_duplicate_of}


def known_group(settings: Settings, group: str) -> str:
    """The group, where the entity table holds it.

    Raises:
        UsageError: it does not; the message names near ones.
    """
    known = sorted(row.group for row in lineages(settings.lexicons))
    if group not in known:
        near = difflib.get_close_matches(group, known, 3) or ["group:jnim", "group:rsf"]
        raise UsageError(f"{group} is not in the entity table: did you mean {', '.join(near)}? docs/add-a-group.md says how to add one")
    return group


def _group(settings: Settings, group: str, as_of: str | None, tell: Tell) -> Report:
    from marsad.assessment.alerts import backtest_entries, entry_alerts
    from marsad.assessment.attention import attention
    from marsad.assessment.groups import group_profile
    from marsad.assessment.sides import with_groups

    table = lineages(settings.lexicons)
    known_group(settings, group)
    held, names = gather(settings, tell), group_names(settings.lexicons)
    month = month_known(as_of, held.counted_to, held.read_to)
    found = group_profile(
        with_groups(held.events, names), group, month=month, names=names, coverage=held.coverage, lineages=table, copies=copies_of(held)
    )
    named = attention(_readings(held), group, month)
    alerts, record = entry_alerts([found], settings.alerts), backtest_entries([found], settings.alerts)
    values = {"profile": as_json(found), "attention": as_json(named), "alerts": as_json(alerts), "alert_record": as_json(record)}
    return report_of(group, month, held, words.group_lines(found, named, alerts), values)


def _pair(settings: Settings, held: Held, pair: tuple[str, str], as_of: str | None) -> Report:
    from marsad.assessment.alerts import follow_up_alerts
    from marsad.assessment.partnerships import partnership

    month = month_known(as_of, held.read_to, held.read_to)
    engagements = held.of(Engagement)
    found = partnership(
        pair, month, events=held.of(Event), engagements=engagements, documents=held.documents, mentions=held.of(Mention),
        rows=held.events, due=due_days(engagements, held.documents), judged=judged_states(engagements, held.ledger),
        patience=settings.alerts.patience, seed=settings.seed,
    )  # fmt: skip
    alerts = follow_up_alerts([found])
    values = {"partnership": as_json(found), "alerts": as_json(alerts)}
    return report_of(f"pair:{'-'.join(found.pair)}", month, held, words.pair_lines(found, held.documents), values)


def _readings(held: Held) -> Any:
    from marsad.assessment.attention import readings

    return readings(held.documents, held.of(Mention), [*held.of(Statement), *held.of(Event)])


def _place(
    settings: Settings, held: Held, panel: Panel, place: tuple[str, int], *, as_of: str | None, change: str | None, tell: Tell
) -> Report:
    from marsad.assessment import assess as find
    from marsad.assessment.alerts import backtest_high, high_alerts, jump_alerts
    from marsad.assessment.trends import trends
    from marsad.forecast import forecast as ask

    what, unit = place
    last = int(panel.months[panel.observed.any(axis=0)][-1])
    month = month_known(as_of, last, last)
    known = panel.until(month).observed_in(month)
    if unit not in known.units:
        raise AssessmentError(
            f"{what} is not observed in {format_month(month)}: bring its events with `marsad pull file PATH`, or choose --as-of"
        )
    tell(f"{settings.model}: from {len(known.units):,} units to {format_month(month)}")
    made = ask(known, origin=month, steps=range(1, 13), model=settings.model, draws=settings.draws, seed=settings.seed, explain=[unit])
    found = find(known.only([unit]), made.only([unit]), seed=settings.seed)
    here, ahead = found.situation(unit), [row for months in HORIZONS if (row := found.outlook(unit, months))]
    own = known.only([unit])
    trend = trends(own, month)[0]
    rules = settings.alerts
    alerts = (*high_alerts(own, month, rules), *jump_alerts(made.only([unit]), own, rules=rules))
    around = _around(held, known, unit, month)
    values: dict[str, Any] = {
        "unit": unit, "model": settings.model, "situation": as_json(here), "trend": as_json(trend),
        "outlook": [as_json(row) for row in ahead], "alerts": as_json(alerts),
        "alert_record": as_json(backtest_high(known, rules)), "reasons": as_json(found.reasons), **around,
    }  # fmt: skip
    text = [
        *words.place_lines(here, ahead, trend),
        *reason_lines(found.reasons, month, settings.language),
        *words.alert_lines(alerts),
        *words.around_lines(around),
    ]
    if change is not None:
        before_after = _change(held, panel, unit, change)
        values["change"] = as_json(before_after)
        text += words.change_lines(before_after)
    text.append("Not for targeting. How good such forecasts are: docs/how-good-is-it.md")
    return report_of(what, month, held, text, values)


def _around(held: Held, known: Panel, unit: int, month: int) -> dict[str, Any]:
    """What surrounds a place: kinds of violence, spillover, who moves first among neighbours, how it is named."""
    import pyarrow.compute as pc

    from marsad.assessment.attention import attention
    from marsad.assessment.spillover import spillover, unit_spill
    from marsad.assessment.spillover_lead import lead
    from marsad.assessment.trends import violence_shares

    values: dict[str, Any] = {}
    column = "cell" if known.level == "cell" else "country_id"
    rows = held.events.filter(pc.fill_null(pc.equal(held.events[column], unit), False))
    values["violence"] = as_json(violence_shares(rows, month - 11, month)) if not held.sample else None
    land = places.country_of_cell(unit) if known.level == "cell" else _code(unit)
    try:
        if land not in held.covered or held.cell is None:
            raise AssessmentError("the cells of this country are not counted in full")
        cells = held.cell.until(month)
        values["spillover"] = as_json(spillover(cells, covered=held.covered))
        if known.level == "cell":
            values["spill"] = next((as_json(row) for row in unit_spill(known) if row.cell == unit), None)
    except AssessmentError as thin:
        values["spillover"], values["spillover_reason"] = None, str(thin)
    country = places.country_by_numeric(unit) if known.level == "country" else None
    if country is not None:
        near = [c.numeric for code in places.neighbours_of_country(country.iso3) if (c := places.country_by_iso3(code))]
        held_near = [one for one in near if one in known.units][:LEAD_MOST]
        values["leads"] = [as_json(lead(known, one, unit)) for one in held_near]
        values["attention"] = as_json(attention(_readings(held), f"country:{country.iso3}", month))
    return values


def _code(numeric: int) -> str | None:
    country = places.country_by_numeric(numeric)
    return country.iso3 if country else None


def _change(held: Held, panel: Panel, unit: int, change: str) -> Any:
    from marsad.assessment.changes import before_after

    near: list[int] = []
    country = places.country_by_numeric(unit) if panel.level == "country" else None
    if country is not None:
        near = [c.numeric for code in places.neighbours_of_country(country.iso3) if (c := places.country_by_iso3(code))]
    elif panel.level == "cell":
        near = [int(cell) for cell in places.neighbours(unit)]
    return before_after(panel, unit, parse_month(change), neighbours=near)


def report_of(what: str, month: int, held: Held, text: list[str], values: dict[str, Any]) -> Report:
    """An assessment with what it speaks of, its month and its data at its head."""
    source = "sample" if held.sample else "archive"
    vintage = held.country.vintage
    head = f"{what}, {format_month(month)} ({source}; {vintage})"
    return Report((head, *text), {"what": what, "month": format_month(month), "source": source, "vintage": vintage, **values})
