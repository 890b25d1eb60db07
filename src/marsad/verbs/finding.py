"""What a run finds around its counts: alerts, attention, spillover, groups, partnerships, and what changed since last month's forecast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from marsad.base import places
from marsad.base.errors import AssessmentError, ForecastError
from marsad.base.findings import Alert, AlertRecord
from marsad.base.frames import Coverage, Forecast, Panel
from marsad.base.records import Engagement, Event, Mention, Statement
from marsad.base.regional import Flow, OutlookChange, Regional
from marsad.verbs.beside import due_days
from marsad.verbs.naming import entity_names, group_names, lineages

if TYPE_CHECKING:
    import pyarrow as pa

    from marsad.assessment.groups import GroupProfile
    from marsad.assessment.partnerships import Partnership
    from marsad.settings import Settings
    from marsad.verbs.report import Tell
    from marsad.world import World

FLOWS = (("LBY", "sahel"), ("central-sahel", "coast"), ("SDN", "TCD"))
"""Spillovers that a brief on their countries tells: source and target, a region's key or an ISO code each."""

FLOWS_MOST = 4
PAIRS_MOST = 12
"""Partnerships assessed for one brief, those with most meetings."""

NEIGHBOURS_MOST = 2
"""Neighbours outside the region from which spillover is asked, those with most deaths of late."""


def find(
    world: World, ahead: tuple[Forecast, Forecast | None], asked: tuple[Settings, Tell], looked_back: Sequence[Forecast] = ()
) -> Regional:
    """Everything that a regional brief tells beside counts, draws and records.

    Args:
        world: what the run knows.
        ahead: its forecasts of countries and of cells.
        asked: settings, and who is told of progress.
        looked_back: forecasts at past origins, from which the rule `jump` gets its record.
    """
    from marsad.assessment.attention import all_attention, readings
    from marsad.assessment.news import base_rates
    from marsad.assessment.regional import by_activity, by_meetings, group_told, pair_told, unit_words, violence

    settings, tell = asked
    month = world.as_of
    before = last_months_forecast(world, settings, tell)
    profiles, partners = group_profiles(world, settings), partnerships(world, settings)
    alerts, records = alerts_of(world, (ahead[0], before), (profiles, partners), settings, looked_back)
    cell, reason = cell_spillover(world)
    papers = {document.id: document for document in world.documents}
    read = readings(world.documents, _of(world, Mention), [*_of(world, Statement), *_of(world, Event)])
    region = places.region(settings.region)
    own = f"country:{region.key}" if len(region.countries) == 1 else f"region:{region.key}"
    return Regional(
        alerts=alerts, records=records, changes=changes_of(world, ahead[0], before, settings),
        base_rates=base_rates(world.wide.until(month), [int(unit) for unit in world.country.units]),
        units=unit_words(world.country, month), violence=violence(world.events, month),
        attention=all_attention(read, month),
        flows=flows_of(world.wide, region), cell_spill=cell, spill_reason=reason,
        groups=by_activity(group_told(one) for one in profiles), pairs=by_meetings([pair_told(one, papers, read, own) for one in partners]),
        names=entity_names(settings.lexicons),
    )  # fmt: skip


def _of(world: World, kind: type[Any]) -> list[Any]:
    return [record for record in world.records if isinstance(record, kind)]


def last_months_forecast(world: World, settings: Settings, tell: Tell) -> Forecast | None:
    """The same model's forecast from one month earlier, from the counts known now; None where the history is too short for it."""
    from marsad.forecast import forecast
    from marsad.verbs.looking import model_settings

    tell(f"looking back one month: what {settings.model} expected before")
    try:
        made = forecast(world.wide, origin=world.as_of - 1, steps=range(1, 14), **model_settings(settings, world.wide))
    except ForecastError as thin:
        tell(f"no forecast of last month to compare with: {thin}")
        return None
    return made.only(world.country.units)


def changes_of(world: World, now: Forecast, before: Forecast | None, settings: Settings) -> tuple[OutlookChange, ...]:
    """What is expected now beside a month ago."""
    from marsad.assessment.news import outlook_changes

    return () if before is None else outlook_changes(now, before, world.country, seed=settings.seed)


def alerts_of(
    world: World,
    ahead: tuple[Forecast, Forecast | None],
    found: tuple[Sequence[GroupProfile], Sequence[Partnership]],
    settings: Settings,
    looked_back: Sequence[Forecast] = (),
) -> tuple[tuple[Alert, ...], tuple[AlertRecord, ...]]:
    """Every rule asked now, and what followed it in the past."""
    from marsad.assessment import alerts as rules_of

    rules = settings.alerts
    now, before = ahead
    country, cell = world.country, world.cell
    fired = list(rules_of.high_alerts(country, world.as_of, rules))
    if cell is not None:
        fired += rules_of.high_alerts(cell, world.as_of, rules)
    fired += rules_of.jump_alerts(now, country, before=before, rules=rules)
    fired += rules_of.entry_alerts(found[0], rules)
    fired += rules_of.follow_up_alerts(found[1])
    records = [rules_of.backtest_high(world.wide.until(world.as_of), rules)]
    if cell is not None:
        records.append(rules_of.backtest_high(cell.until(world.as_of), rules))
    if looked_back:
        records.append(rules_of.backtest_jumps(looked_back, world.wide, rules))
    if found[0]:
        records.append(rules_of.backtest_entries(found[0], rules))
    return tuple(fired), tuple(records)


def group_profiles(world: World, settings: Settings) -> tuple[GroupProfile, ...]:
    """Profiles of every group of the entity table that the region's event rows or the texts name as a side."""
    from marsad.assessment.groups import known_deeds, profile_of
    from marsad.assessment.sides import deeds, with_groups

    names = group_names(settings.lexicons)
    rows = with_groups(event_rows(world, places.region(settings.region)), names)
    known = known_deeds(deeds(rows, names, world.as_of))
    return tuple(
        profile_of(known, group, month=world.as_of, coverage=world.coverage, lineages=lineages(settings.lexicons), copies=_copies(world))
        for group in sorted(known.by_group)
    )


def event_rows(world: World, region: places.Region) -> pa.Table:
    """Rows of the run's tables and the events that its texts place in the region or nowhere, in the columns of the events table."""
    import pyarrow as pa

    from marsad.base.frames import EVENT_SCHEMA
    from marsad.store.rows import table_of

    inside = [one for one in _of(world, Event) if one.place is None or one.place.country in (None, *region.countries)]
    told = table_of("event", inside, None).select(EVENT_SCHEMA.names)
    counted = world.events.filter(_without_document(world.events)).select(EVENT_SCHEMA.names)
    return pa.concat_tables([counted.cast(EVENT_SCHEMA), told.cast(EVENT_SCHEMA)])


def _without_document(rows: pa.Table) -> Any:
    import pyarrow.compute as pc

    return pc.is_null(rows["document"])


def _copies(world: World) -> dict[str, str]:
    return {d.id: d.near_duplicate_of for d in world.documents if d.near_duplicate_of}


def partnerships(world: World, settings: Settings) -> tuple[Partnership, ...]:
    """The pairs that met, a state of the region in each, those with most meetings: two states, or a state and an organisation."""
    from marsad.assessment.partnerships import contacts, partnership
    from marsad.assessment.partnerships_story import organisations, parties

    here = set(places.region(settings.region).countries)
    engagements = _of(world, Engagement)
    met = Counter(pair for engagement in engagements for pair in combinations(sorted(parties(engagement)), 2) if here & set(pair))
    met.update((state, body) for one in engagements for body in organisations(one) if international(body) for state in parties(one) & here)
    chosen = [pair for pair, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:PAIRS_MOST]]
    told, days, mentions = _of(world, Event), due_days(engagements, world.documents), _of(world, Mention)
    deeds = contacts(told, _copies(world))
    return tuple(
        partnership(
            pair, world.as_of, events=told if pair[1].startswith("org:") else deeds, engagements=engagements,
            documents=world.documents, mentions=mentions, rows=world.events, due=days,
            patience=settings.alerts.patience, seed=settings.seed,
        )
        for pair in chosen
    )  # fmt: skip


def international(organisation: str) -> bool:
    """Whether an organisation is of no one state: the table puts a state's code before the names of its own, as in `org:usa-cia`."""
    return places.country_by_iso3(organisation.removeprefix("org:").partition("-")[0]) is None


def flows_of(wide: Panel, region: places.Region) -> tuple[Flow, ...]:
    """Spillover into or out of the region: the named ones that touch it, then from the neighbours with most deaths of late."""
    from marsad.assessment.flows import flow

    here = set(region.countries)
    asked = [
        (source, target) for source, target in FLOWS
        if here & {*places.region(source).countries, *places.region(target).countries}
    ]  # fmt: skip
    asked += [(code, region.key) for code in _loud_neighbours(wide, here) if (code, region.key) not in asked]
    return tuple(
        flow(wide, (source, places.region(source).countries), (target, places.region(target).countries))
        for source, target in asked[:FLOWS_MOST]
    )


def _loud_neighbours(wide: Panel, here: set[str]) -> list[str]:
    around = {near for code in here for near in places.neighbours_of_country(code)} - here
    numbers = {country.numeric: code for code in around if (country := places.country_by_iso3(code))}
    recent = {numbers[int(unit)]: float(wide.deaths[i, -12:].sum()) for i, unit in enumerate(wide.units) if int(unit) in numbers}
    return sorted((code for code, deaths in recent.items() if deaths), key=lambda code: (-recent[code], code))[:NEIGHBOURS_MOST]


def cell_spillover(world: World) -> tuple[Any, str]:
    """The model of cells, or why it was not fitted."""
    from marsad.assessment.regional import cell_spill
    from marsad.assessment.spillover import spillover

    if world.cell is None:
        return None, "no-cells"
    try:
        return cell_spill(spillover(world.cell, covered=covered(world.coverage))), ""
    except AssessmentError:
        return None, "few-cells"


def covered(coverage: Iterable[Coverage]) -> frozenset[str] | None:
    """Countries whose events the tables count in full; None where no table says so."""
    found = frozenset(country.iso3 for claim in coverage if (country := places.country_by_numeric(claim.country_id)))
    return found or None
