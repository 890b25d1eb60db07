"""A brief on an armed group or a partnership, from the archive, or from the sample where there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.findings import Assessment
from marsad.base.frames import Forecast, Scores
from marsad.base.months import MonthId, format_month
from marsad.base.places import Region
from marsad.base.records import Engagement, Event, Mention, NonEvent
from marsad.verbs.assessing import Held, copies_of, gather, known_group, month_known, pair_of
from marsad.verbs.beside import due_days, judged_states
from marsad.verbs.grounds import made_from, sources_of
from marsad.verbs.naming import group_names, lineages, names_of
from marsad.verbs.report import Tell
from marsad.verbs.terms import terms
from marsad.world import TableRead, World

if TYPE_CHECKING:
    import pyarrow as pa

    from marsad.briefs import BriefInputs, GroupInputs, PairInputs, Source
    from marsad.settings import Settings

RECENT = 24
"""Months of a group's activity in a country within which the country is told of as its ground."""


def actor_inputs(settings: Settings, about: str, as_of: str | None, tell: Tell) -> GroupInputs | PairInputs:
    """What a brief on a group or a pair is made from.

    Raises:
        UsageError: the group is not in the entity table (the message names near ones), the pair is none, or the month is not known.
    """
    kind, _, name = about.partition(":")
    if kind == "pair":
        return _pair(settings, pair_of(name), as_of, tell)
    return _group(settings, known_group(settings, f"group:{name.lower()}"), as_of, tell)


def _group(settings: Settings, group: str, as_of: str | None, tell: Tell) -> GroupInputs:
    import pyarrow.compute as pc

    from marsad.assessment.groups import group_profile
    from marsad.assessment.sides import with_groups
    from marsad.briefs import GroupInputs

    held, names = gather(settings, tell), group_names(settings.lexicons)
    month = month_known(as_of, held.counted_to, held.read_to)
    table = lineages(settings.lexicons)
    rows = _told_rows(with_groups(held.events, names), as_of, month)
    found = group_profile(rows, group, month=month, names=names, coverage=held.coverage, lineages=table, copies=copies_of(held))
    own = {key for key, to in names.items() if to == group} | {group}
    sides = [pc.is_in(pc.utf8_lower(pc.fill_null(rows[name], "")), value_set=_texts(own)) for name in SIDES]
    mask = pc.and_(pc.invert(pc.is_valid(rows["document"])), pc.or_(pc.or_(sides[0], sides[1]), pc.or_(sides[2], sides[3])))
    lands = {row.country for row in found.presences if row.last > month - RECENT} | {r.country for r in found.reports if r.country}
    lands |= set() if lands else set(names_of(settings.lexicons, "groups").countries(group))
    countries = tuple(sorted(land for land in lands if places.country_by_iso3(land)))
    region = Region(
        group.replace(":", "-"),
        1,
        "",
        countries,
        {str(code): name for code, name in names_of(settings.lexicons, "groups").names(group).items()},
    )
    ground = _ground(settings, held, (region, month, as_of), rows.filter(mask), tell)
    known = {f"group:{key}": value for key, value in names_of(settings.lexicons, "groups").all().items()}
    return GroupInputs(ground, found, known)


SIDES = ("actor", "actor_entity", "recipient", "recipient_entity")


def _texts(values: set[str]) -> Any:
    import pyarrow as pa

    return pa.array(sorted(value.lower() for value in values), pa.string())


def _told_rows(rows: pa.Table, as_of: str | None, month: int) -> pa.Table:
    """Rows that a brief may tell: those of the last seven days before it is made are held back, undated ones are not looked at."""
    from marsad import pipeline
    from marsad.assessment.harmless import lagged

    return lagged(rows, pipeline.made_on(month, asked=as_of))


def _pair(settings: Settings, pair: tuple[str, str], as_of: str | None, tell: Tell) -> PairInputs:
    import pyarrow as pa
    import pyarrow.compute as pc

    from marsad.assessment.partnerships import partnership
    from marsad.briefs import PairInputs

    held = gather(settings, tell)
    month = month_known(as_of, held.read_to, held.read_to)
    engagements = held.of(Engagement)
    found = partnership(
        pair, month, events=held.of(Event), engagements=engagements, documents=held.documents, mentions=held.of(Mention),
        rows=held.events, due=due_days(engagements, held.documents), judged=judged_states(engagements, held.ledger), seed=settings.seed,
    )  # fmt: skip
    ids = pa.array(sorted({key for row in found.months for key in row.evidence}), pa.string())
    region = Region(f"pair-{'-'.join(found.pair)}", 1, "", (), {})
    shown = held.events.filter(pc.and_(pc.is_in(held.events["id"], value_set=ids), pc.is_null(held.events["document"])))
    ground = _ground(settings, held, (region, month, as_of), shown, tell)
    names = {code: _side_names(settings, code) for code in found.pair}
    return PairInputs(ground, found, names)


def _side_names(settings: Settings, code: str) -> Any:
    country = places.country_by_iso3(code)
    if country is not None:
        return {language: country.name(language) for language in ("ar", "fr", "en")}
    return names_of(settings.lexicons, "organisations").names(code)


def _ground(settings: Settings, held: Held, asked: tuple[Region, int, str | None], rows: pa.Table, tell: Tell) -> BriefInputs:
    """The texts, rows and forecasts under a brief; a forecast only where the countries are counted."""
    from marsad import pipeline
    from marsad.assessment import assess
    from marsad.briefs import BriefInputs

    region, month, as_of = asked
    origin = min(month, held.counted_to)
    wide = held.country.until(origin).observed_in(origin)
    codes = [c.numeric for iso3 in region.countries if (c := places.country_by_iso3(iso3))]
    world = World(
        held.documents, tuple(r for r in held.records if not isinstance(r, NonEvent)), _tables(settings, held), rows, wide,
        wide.only(codes), None, origin, (), held.ledger,
    )  # fmt: skip
    ahead, scores, found = _nothing_ahead(world), Scores((), wide.vintage), Assessment(origin, (), ())
    if len(world.country.units):
        ahead, _ = pipeline.look_ahead(world, settings, tell)
        scores = pipeline.look_back(world, settings, tell)
        found = assess(world.country, ahead, seed=settings.seed)
    about = replace(settings, region=region.key)
    return BriefInputs(
        region=region, as_of=MonthId(origin), documents=world.documents, records=world.records, events=rows, panel=world.country,
        forecast=ahead, assessment=found, scores=scores, sources=_sources(world), rejects=0,
        run=made_from(world, about), sample_texts=held.sample and not _archived(settings),
        made_on=pipeline.made_on(month, asked=as_of), ledger=held.ledger,
        terms=terms(world.records),
    )  # fmt: skip


def _nothing_ahead(world: World) -> Forecast:
    """A forecast of no country: nothing is counted, so nothing is looked ahead from."""
    import numpy as np

    none = np.zeros(0, dtype=np.int64)
    return Forecast(none, np.arange(1, 13), np.zeros((0, 12, 1)), world.as_of, "none", "country", world.wide.vintage)


def _archived(settings: Settings) -> bool:
    return (settings.archive / "marsad.duckdb").exists() or (settings.archive / "tables").exists()


def _tables(settings: Settings, held: Held) -> tuple[TableRead, ...]:
    """Event tables of the archive; the sample brings none."""
    from marsad import store

    if not _archived(settings):
        return ()
    with store.open_archive(settings.archive, settings.engine, read_only=True) as archive:
        files = archive.rows("files").to_pylist()
    return tuple(TableRead(file["source"], file["release"], file["events"], file["rejects"]) for file in files)


def _sources(world: World) -> tuple[Source, ...]:
    """Sources of rows and texts; without event tables and without counted countries, texts alone."""
    found = sources_of(world)
    counted = world.tables or len(world.country.units)
    return tuple(source for source in found if counted or not source.licence)


def told_month(inputs: GroupInputs | PairInputs) -> str:
    """The month a brief speaks of, such as 2026-05."""
    return format_month(inputs.found.month)
