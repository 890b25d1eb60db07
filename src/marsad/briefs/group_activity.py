"""How active a group is and where: tempo with its tests, kinds of violence, the map of its cells, countries entered and left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from marsad.base.months import format_month
from marsad.base.places import country_of_cell
from marsad.briefs.actors import GroupInputs, Presence, TempoMonth
from marsad.briefs.content import (
    Bars,
    BarsPicture,
    Block,
    Cell,
    Fact,
    Figure,
    Head,
    Legend,
    MapPicture,
    Notice,
    Paragraph,
    Run,
    Sheet,
    Table,
)
from marsad.briefs.happened import count_or_unknown, figure, text
from marsad.briefs.maps import rank
from marsad.briefs.protected import tells_protected_site
from marsad.briefs.sides import group_name, land_name
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import Words, bare, isolate

if TYPE_CHECKING:
    import pyarrow as pa

EVENT_CLASSES = (1, 3, 10, 30)
"""Lowest events of twelve months in each class of the map above "none"."""

PRECISE_M = 25_000.0
"""Metres: a place known less well says nothing about cells (the same bound as in the assessment)."""

CELLS_MOST = 12
"""Rows of the table beside the map."""


def counted(inputs: GroupInputs, first: int, last: int) -> tuple[str, ...]:
    """What a count over months rests on: rows of event tables with the group on a side."""
    return (f"rows:{inputs.found.group}:{format_month(first)}:{format_month(last)}",)


def year_rows(inputs: GroupInputs) -> tuple[str, ...]:
    """Rows of the last twelve months."""
    return counted(inputs, inputs.found.month - 11, inputs.found.month)


def tempo(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    """Blocks of the section on how active it is."""
    found = inputs.found
    seen = [row for row in found.tempo if row.events is not None]
    if not any(row.events for row in seen):
        return (Notice(words.say("tempo-none" if seen else "tempo-uncovered", group=group_name(found.group, inputs.names, words))),)
    blocks: list[Block] = [_tempo_figure(inputs, words)]
    if facts := _tests(inputs, words):
        blocks.append(Paragraph(facts))
    if found.violence:
        heads = (Head(words.say("head-what")), Head(words.say("head-events"), "number"), Head(words.say("head-deaths"), "number"))
        rows = tuple(
            (text(_kind(kind, words), heading=True), figure(words.number(events), events), figure(words.number(deaths), deaths))
            for kind, events, deaths in found.violence
        )
        caption = words.say("violence-caption", month=words.month(found.month))
        blocks.append(Table("violence", caption, heads, rows, records=year_rows(inputs)))
    return tuple(blocks)


def _kind(kind: str, words: Words) -> str:
    return words.say(f"violence-{kind}") if kind in ("state-based", "non-state", "one-sided") else words.say("actor-unknown")


def _tempo_figure(inputs: GroupInputs, words: Words) -> Figure:
    found, name = inputs.found, group_name(inputs.found.group, inputs.names, words)
    picture = BarsPicture(
        months=tuple((row.month, words.short_month(row.month)) for row in found.tempo),
        rows=(
            Bars(words.say("tempo-events"), tuple(row.events for row in found.tempo)),
            Bars(words.say("tempo-deaths"), tuple(row.deaths for row in found.tempo)),
        ),
        labels=(), not_observed=words.say("not-observed"), numbers=words.separators, key="tempo",
    )  # fmt: skip
    seen = [row for row in found.tempo if row.events is not None]
    most = max(seen, key=lambda row: (row.events or 0, row.month))
    alternative = words.say(
        "tempo-alternative", group=name, low=words.number(min(row.events or 0 for row in seen)), high=words.number(most.events or 0),
        month=words.month(most.month), months=words.number(len(seen)),
    )  # fmt: skip
    heads = (Head(words.say("head-day")), Head(words.say("head-events"), "number"), Head(words.say("head-deaths"), "number"))
    rows = tuple(
        (
            text(words.month(row.month), heading=True),
            figure(count_or_unknown(row.events, words)),
            figure(count_or_unknown(row.deaths, words)),
        )
        for row in found.tempo
    )
    months = counted(inputs, found.tempo[0].month, found.month)
    twin = Table("tempo-twin", words.say("tempo-twin-caption"), heads, rows, records=months)
    title = words.say("tempo-title", group=name, month=words.month(found.month))
    return Figure("tempo", title, alternative, picture, twin, rows_source(inputs, words))


def rows_source(inputs: GroupInputs, words: Words) -> str:
    """Whose rows are counted, and of which release."""
    return words.say("rows-source", vintage=told_vintage(inputs.ground.panel.vintage, words))


def _tests(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    """Level and trend, each with the numbers it rests on; what cannot be judged is left out."""
    found = inputs.found
    facts = []
    for level in found.levels:
        if level.word in ("above", "below", "within") and level.recent is not None and level.before is not None:
            said = words.say(
                f"level-{level.word}", recent=words.rough(level.recent), before=words.rough(level.before), count=level.window,
                p=words.p_value(level.p_value or 0.0),
            )  # fmt: skip
            facts.append(Fact(said, counted(inputs, found.month - level.window - 2, found.month)))
    for trend in found.trends:
        if trend.word in ("rising", "falling", "flat") and trend.tau is not None:
            tau = words.signed(trend.tau, 2)
            said = words.say(f"trend-{trend.word}", count=trend.window, tau=tau, p=words.p_value(trend.p_value or 0.0))
            facts.append(Fact(said, counted(inputs, found.month - trend.window + 1, found.month)))
    return tuple(facts)


def reach(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    """Blocks of the section on where it acts."""
    found = inputs.found
    blocks: list[Block] = []
    if found.reach is not None:
        if (drawn := _reach_map(inputs, words)) is not None:
            blocks.append(drawn)
        blocks.append(Paragraph(_reach_facts(inputs, words)))
    else:
        blocks.append(Notice(words.say("reach-none")))
    if found.presences:
        blocks.append(_presences(inputs, words))
    return tuple(blocks)


def cell_counts(inputs: GroupInputs) -> dict[int, int]:
    """Events of the last twelve months by cell, of those whose place is known to 25 km and is no protected site."""
    return counted_cells(inputs.ground.events, inputs.found.month)


def counted_cells(events: pa.Table, month: int) -> dict[int, int]:
    """The same of one group's rows, for the twelve months to `month`."""
    names = ("month_id", "cell", "lon", "lat", "place_precision_m", "place", "text")
    counts: Counter[int] = Counter()
    for row in events.select(list(names)).to_pylist():
        precise = row["lon"] is not None and row["lat"] is not None and (row["place_precision_m"] or 0.0) <= PRECISE_M
        recent = month - 12 < (row["month_id"] or 0) <= month
        if precise and recent and row["cell"] and not tells_protected_site(f"{row['place'] or ''} {row['text'] or ''}"):
            counts[row["cell"]] += 1
    return dict(counts)


def _reach_map(inputs: GroupInputs, words: Words) -> Figure | None:
    found = inputs.found
    counts = cell_counts(inputs)
    lands = sorted({row.country for row in found.presences if row.last > found.month - 24})
    if not counts or not lands:
        return None
    covered = {row.country for row in found.presences if (row.covered_to or 0) >= found.month}
    legend = [Legend(words.say("reach-class-none"), 0)]
    for i, low in enumerate(EVENT_CLASSES):
        last = i == len(EVENT_CLASSES) - 1
        label = (
            words.say("map-class-more", low=words.number(low))
            if last
            else words.say("map-class-range", range=words.between(low, EVENT_CLASSES[i + 1] - 1))
        )
        legend.append(Legend(label, i + 1))
    picture = MapPicture(
        countries=tuple(lands),
        country_ranks=tuple((iso3, 0) for iso3 in lands if iso3 in covered),
        cell_ranks=tuple((gid, rank(count, EVENT_CLASSES)) for gid, count in sorted(counts.items())),
        names=tuple((iso3, land_name(iso3, words)) for iso3 in lands),
        legend=tuple(legend), not_observed=words.say("not-observed"), disputed=words.say("map-disputed"), key="reach",
    )  # fmt: skip
    name = group_name(found.group, inputs.names, words)
    title = words.say("reach-title", group=name, month=words.month(found.month))
    most = max(counts.values())
    alternative = words.say(
        "reach-alternative", countries=words.listed(land_name(iso3, words) for iso3 in lands), cells=words.say("cells", count=len(counts)),
        most=words.number(most),
    )  # fmt: skip
    return Figure(
        "reach", title, alternative, picture, _cells_twin(inputs, counts, words), rows_source(inputs, words), words.say("limit-boundaries")
    )


def _cells_twin(inputs: GroupInputs, counts: dict[int, int], words: Words) -> Table:
    heads = (Head(words.say("head-cell")), Head(words.say("head-country")), Head(words.say("head-events"), "number"))
    rows = []
    for gid, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:CELLS_MOST]:
        iso3 = country_of_cell(gid)
        name = land_name(iso3, words) if iso3 else words.say("map-disputed")
        rows.append((Cell((Run(isolate(str(gid))),), heading=True, value=gid), text(name), figure(words.number(count), count)))
    return Table("reach-twin", words.say("reach-twin-caption"), heads, tuple(rows), records=year_rows(inputs))


def _reach_facts(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    found = inputs.found
    assert found.reach is not None  # the section asks first
    now = found.reach
    said = []
    if now.lon is not None and now.lat is not None and now.spread_km is not None:
        place = words.pair(now.lon, now.lat)
        said.append(words.say("reach-centre", place=place, km=words.number(now.spread_km)))
    moved = moved_km(inputs)
    if moved is not None:
        said.append(words.say("reach-moved", km=words.number(moved)))
    if now.near_border is not None:
        said.append(words.say("reach-border", share=words.percent(now.near_border)))
    if now.crossings:
        told = [
            words.say("crossing", times=words.number(times), **{"from": land_name(a, words), "to": land_name(b, words)})
            for a, b, times in now.crossings
        ]
        said.append(words.say("reach-crossings", crossings=words.listed(told)))
    if now.vague:
        said.append(words.say("reach-vague", count=now.vague))
    return tuple(Fact(sentence, year_rows(inputs)) for sentence in said)


def moved_km(inputs: GroupInputs) -> float | None:
    """Kilometres between the centres of activity of the last twelve months and of the twelve before; None where one is not known."""
    from math import asin, cos, radians, sin, sqrt

    now, before = inputs.found.reach, inputs.found.reach_before
    if now is None or before is None or None in (now.lon, now.lat, before.lon, before.lat):
        return None
    lon, lat, lon0, lat0 = (radians(value or 0.0) for value in (now.lon, now.lat, before.lon, before.lat))
    half = sin((lat - lat0) / 2) ** 2 + cos(lat) * cos(lat0) * sin((lon - lon0) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def _presences(inputs: GroupInputs, words: Words) -> Table:
    heads = tuple(
        Head(words.say(f"head-{name}"), "number" if name in ("events", "last12") else "text")
        for name in ("country", "first-event", "last-event", "events", "last12", "came-and-went")
    )
    rows = []
    for row in inputs.found.presences:
        rows.append((
            text(land_name(row.country, words), heading=True), text(words.month(row.first)), text(words.month(row.last)),
            figure(words.number(row.events), row.events), figure(count_or_unknown(row.events12, words), row.events12),
            text(words.semicolon.join(came_and_went(row, words)) or words.say("no-statement")),
        ))  # fmt: skip
    first = min(row.first for row in inputs.found.presences)
    note = words.say("presences-note")
    return Table(
        "presences", words.say("presences-caption"), heads, tuple(rows), note=note, records=counted(inputs, first, inputs.found.month)
    )


def came_and_went(row: Presence, words: Words) -> list[str]:
    """Entries and the exit in one country, in words."""
    told = [words.say(f"entry-{entry.kind}", month=words.month(entry.month), count=entry.quiet) for entry in row.entries]
    return [*told, *([words.say("exit", month=words.month(row.left))] if row.left is not None else [])]


def tempo_sheet(inputs: GroupInputs, words: Words) -> Sheet:
    """Events and deaths by month, unrounded."""
    unknown = words.say("not-observed")

    def known(value: int | None) -> str | float:
        return unknown if value is None else float(value)

    def cells(row: TempoMonth) -> tuple[str | float, ...]:
        return format_month(row.month), known(row.events), known(row.deaths)

    heads = tuple(bare(words.say(name)) for name in ("head-day", "head-events", "head-deaths"))
    return Sheet("tempo", bare(words.say("sheet-tempo")), heads, tuple(cells(row) for row in inputs.found.tempo))


def cells_sheet(inputs: GroupInputs, words: Words) -> Sheet:
    """Events of the last twelve months by cell."""
    heads = tuple(bare(words.say(name)) for name in ("head-cell", "head-country", "head-events"))
    rows = []
    for gid, count in sorted(cell_counts(inputs).items(), key=lambda pair: (-pair[1], pair[0])):
        iso3 = country_of_cell(gid)
        rows.append((gid, bare(land_name(iso3, words) if iso3 else words.say("map-disputed")), count))
    return Sheet("reach", bare(words.say("sheet-reach")), heads, tuple(rows))
