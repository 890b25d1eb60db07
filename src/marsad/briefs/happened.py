"""What happened: deaths by country, the map, events told in texts, events of the tables."""

from __future__ import annotations

from marsad.base.findings import Situation
from marsad.base.months import first_day, format_month
from marsad.base.places import country_by_iso3, country_by_numeric
from marsad.base.records import Actor, Event
from marsad.briefs.content import Block, Cell, Fact, Head, Notice, Paragraph, Run, Table
from marsad.briefs.gathering import Book, Library, points, together
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.maps import counts_source, map_figure
from marsad.briefs.protected import tells_protected_site
from marsad.briefs.words import Words, bare, isolate, script_of

EVENTS_MOST = 20
TABLE_EVENTS_MOST = 10
MISSING_MOST = 12
"""Countries without counts that are named; of the world, most of them are."""

"""Rows shown; how many more there are is said below."""

MEETINGS = frozenset({"CONSULT", "AGREE"})
"""Types told on the timeline of meetings, not here."""

NOT_HAPPENED = frozenset({"historical", "future", "hypothetical"})
"""Flags of what lies before the year told, or has not come about; a denied event is told, as denied."""


def text(words: str, *, heading: bool = False) -> Cell:
    """A cell of words."""
    return Cell((Run(words),), "text", heading)


def figure(words: str, value: float | None = None) -> Cell:
    """A cell of figures; `value` where it holds one number and no range."""
    return Cell((Run(words),), "number", value=value)


def happened(inputs: BriefInputs, words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """Blocks of the section, in order."""
    blocks: list[Block] = [deaths_table(inputs, words)]
    if (drawn := map_figure(inputs, words)) is not None:
        blocks.append(drawn)
    if (gathering := _gathering(inputs, words)) is not None:
        blocks.append(gathering)
    blocks.extend(_told_events(inputs, words, book, library))
    blocks.extend(_table_events(inputs, words))
    return tuple(blocks)


def country_name(unit: int | None, words: Words) -> str:
    """Name of a country by ISO numeric code; the number itself where the table does not hold it."""
    country = None if unit is None else country_by_numeric(unit)
    return country.name(words.language) if country else words.number(unit or 0)


def missing_countries(inputs: BriefInputs, words: Words) -> str:
    """A sentence on the countries that the counts do not cover: by name where they are few, else how many."""
    if len(inputs.missing) > MISSING_MOST:
        return words.say("limit-missing-many", count=len(inputs.missing))
    return words.say("limit-missing", countries=words.listed(country_name(unit, words) for unit in inputs.missing))


def count_or_unknown(count: int | None, words: Words) -> str:
    """A count, or the words for "not observed"; never 0 for what nobody counted."""
    return words.say("not-observed") if count is None else words.number(count)


def deaths_table(inputs: BriefInputs, words: Words) -> Table:
    """Deaths by country beside their own past, the region's total last."""
    month = words.month(inputs.as_of)
    heads = (
        Head(words.say("head-country")),
        Head(words.say("head-month", month=month), "number"),
        Head(words.say("head-last12"), "number"),
        Head(words.say("head-before12"), "number"),
        Head(words.say("head-mean36"), "number"),
        Head(words.say("head-worst", month=words.month(int(inputs.panel.months[0]))), "number"),
        Head(words.say("head-last-death")),
    )
    countries = sorted(
        (s for s in inputs.assessment.situations if s.unit is not None), key=lambda s: (-(s.last12 or 0), country_name(s.unit, words))
    )
    rows = [_situation_row(s, country_name(s.unit, words), words) for s in countries]
    for unit in inputs.missing if len(inputs.missing) <= MISSING_MOST else ():
        nothing = Situation(unit, inputs.as_of, *(None,) * 5, 0, None, None, None)
        rows.append(_situation_row(nothing, country_name(unit, words), words))
    total = inputs.assessment.situation(None)
    if total is not None and len(countries) > 1:
        rows.append(_situation_row(total, words.say("region-total"), words))
    source = counts_source(inputs.panel, words)
    caption = words.say("deaths-caption-one" if inputs.alone else "deaths-caption", month=month)
    return Table("deaths", caption, heads, tuple(rows), note=source, records=(f"panel:country:{format_month(inputs.as_of)}",))


def _situation_row(found: Situation, name: str, words: Words) -> tuple[Cell, ...]:
    unknown = words.say("not-observed")
    mean = unknown if found.mean36 is None else words.rough(found.mean36)
    if found.peak is None or found.peak_month is None:
        worst = unknown
    elif found.peak == 0:
        worst = words.number(0)
    else:
        worst = words.say("worst-month", deaths=words.number(found.peak), month=words.month(found.peak_month))
    if found.quiet is not None:
        last = words.say("months-since", count=found.quiet)
    else:
        last = unknown if found.deaths is None else words.say("none-on-record")
    return (
        text(name, heading=True),
        figure(count_or_unknown(found.deaths, words)),
        figure(count_or_unknown(found.last12, words)),
        figure(count_or_unknown(found.before12, words)),
        figure(mean),
        figure(worst),
        text(last),
    )


def _gathering(inputs: BriefInputs, words: Words) -> Paragraph | None:
    found = inputs.assessment.concentration
    if found is None:
        return None
    basis = (f"panel:cell:{format_month(inputs.as_of)}",)
    facts = [Fact(words.say("cells-carry", half=found.half, active=found.active), basis)]
    if found.top:
        facts.append(Fact(words.say("cells-top", count=found.top, share=words.percent(found.top_share)), basis))
    counts = {"new": 0, "growing": 0, "fading": 0}
    for spot in inputs.assessment.hotspots:
        counts[spot.trend] += 1
    facts.extend(Fact(words.say(f"hotspots-{trend}", count=count), basis) for trend, count in counts.items() if count)
    return Paragraph(tuple(facts))


def _shown_events(inputs: BriefInputs) -> tuple[list[Event], int]:
    """Events of the last twelve months that are not meetings, and how many were held back because they are too fresh."""
    first = first_day(inputs.as_of - 11)
    found = [
        record
        for record in inputs.records
        if isinstance(record, Event) and record.type not in MEETINGS and record.engagement is None and not NOT_HAPPENED & set(record.flags)
    ]
    known = [event for event in found if event.date.end is None or first <= event.date.end]
    shown = [event for event in known if event.date.end is None or event.date.end <= inputs.latest_day]
    return shown, len(known) - len(shown)


def told_groups(inputs: BriefInputs, library: Library) -> tuple[list[tuple[Event, ...]], int]:
    """Events of the texts, copies together, latest first; and how many were held back."""
    shown, withheld = _shown_events(inputs)
    groups = together(shown, library)
    groups.sort(key=lambda g: (-(g[0].date.end.toordinal() if g[0].date.end else 0), g[0].type, g[0].id))
    return groups, withheld


def _told_events(inputs: BriefInputs, words: Words, book: Book, library: Library) -> list[Block]:
    groups, withheld = told_groups(inputs, library)
    blocks: list[Block] = []
    if groups:
        heads = tuple(
            Head(words.say(f"head-{name}"), "number" if name == "deaths" else "text")
            for name in ("day", "what", "who", "where", "deaths", "source")
        )
        ranks = {group[0].id: rank for rank, group in enumerate(sorted(groups, key=_weight)[:EVENTS_MOST])}
        shown = [group for group in groups if group[0].id in ranks]
        rows = tuple(event_row(group, words, book, library) for group in shown)
        weights = tuple(ranks[group[0].id] for group in shown)
        blocks.append(Table("events", words.say("events-caption"), heads, rows, weights=weights))
    else:
        blocks.append(Notice(words.say("events-none", month=words.month(inputs.as_of))))
    if len(groups) > EVENTS_MOST:
        blocks.append(Notice(words.say("events-more", count=len(groups) - EVENTS_MOST)))
    if withheld:
        blocks.append(Notice(words.say("events-withheld", count=withheld)))
    return blocks


def _weight(group: tuple[Event, ...]) -> tuple[bool, int, float]:
    """What to show first where not all fits: deaths, then deeds before words and conflict before cooperation, then the surer reading."""
    order = {4: 0, 2: 1, 3: 2, 1: 3}
    return not any(e.fatalities for e in group), order[group[0].quad_class], -max(e.confidence for e in group)


def event_row(group: tuple[Event, ...], words: Words, book: Book, library: Library) -> tuple[Cell, ...]:
    """One event as all its reports tell it, a row of a table."""
    event = max(group, key=lambda e: (library.published(e), not points(e, group), e.confidence))
    refs = book.cite(*group)
    return (
        text(words.days(event.date)),
        text(_what(event, words)),
        Cell(_who(event, words, library)),
        Cell(_where(event, words, library)),
        figure(_toll(group, words), _one_toll(group)),
        Cell(tuple(Run("", refs=(ref,)) for ref in refs)),
    )


def _what(event: Event, words: Words) -> str:
    what = words.say(f"type-{event.type}")
    flags = [words.say(f"flag-{flag}") for flag in event.flags]
    return words.say("what-flagged", what=what, flags=words.listed(flags)) if flags else what


def _names(actors: tuple[Actor, ...], words: Words, language: str | None, library: Library) -> list[Run]:
    runs: list[Run] = []
    for actor in actors[:2]:
        own = library.told(actor.name, words.language)
        # joined by a mark of no language: "and" of the page inside a foreign run would be read with the wrong voice
        runs += [*([Run(" · ")] if runs else []), Run(isolate(own)) if own else Run(isolate(actor.name), language)]
    return runs or [Run(words.say("actor-unknown"))]


def _who(event: Event, words: Words, library: Library) -> tuple[Run, ...]:
    if not event.actors and not event.recipients:
        return (Run(words.say("actor-unknown")),)
    language = library.language(event)
    runs = _names(event.actors, words, language, library)
    if event.recipients:
        # the arrow points the way the page reads
        runs += [Run(" ← " if words.direction == "rtl" else " → "), *_names(event.recipients, words, language, library)]
    return tuple(runs)


def _where(event: Event, words: Words, library: Library) -> tuple[Run, ...]:
    place = event.place
    if place is None or (place.name is None and place.country is None):
        return (Run(words.say("place-unknown")),)
    country = country_by_iso3(place.country) if place.country else None
    name = country.name(words.language) if country else None
    if tells_protected_site(library.sentence(event)) or library.lent_by_protected(event):
        return (Run(words.say("place-coarse", country=name or words.say("place-unknown"))),)
    if place.name is None or (country and place.name in {country.name(code) for code in ("ar", "fr", "en")}):
        return (Run(name or place.name or ""),)
    own = library.told(place.name, words.language, place.country)
    runs = [Run(isolate(own)) if own else Run(isolate(place.name), library.language(event))]
    return (*runs, Run(f" ({isolate(name)})")) if name else tuple(runs)


def _toll(group: tuple[Event, ...], words: Words) -> str:
    told = [event.fatalities for event in group if event.fatalities and "negated" not in event.flags]
    if not told:
        return words.say("no-statement")
    bests = list(dict.fromkeys(toll.best for toll in told))
    if len(bests) > 1:
        if len({event.document for event in group}) == len(bests):
            return words.say("toll-revised", first=words.number(bests[0]), last=words.number(bests[-1]))
        return words.say("toll-differs", low=words.number(min(bests)), high=words.number(max(bests)))
    last = told[-1]
    if last.low < last.high:
        return words.say("toll-range", best=words.number(last.best), range=words.between(last.low, last.high))
    return words.number(last.best)


def _one_toll(group: tuple[Event, ...]) -> float | None:
    """The toll where all reports give the same one and no range."""
    tolls = {(e.fatalities.low, e.fatalities.high) for e in group if e.fatalities and "negated" not in e.flags}
    low, high = next(iter(tolls)) if len(tolls) == 1 else (0, 1)
    return float(low) if low == high else None


def _table_events(inputs: BriefInputs, words: Words) -> list[Block]:
    shown_sources = {source.key: source for source in inputs.sources}
    rows = [
        row
        for row in inputs.events.filter(_recent(inputs)).to_pylist()
        if row["document"] is None and (row["deaths_best"] or 0) > 0 and row["date_end"] <= inputs.latest_day
    ]
    open_rows = [row for row in rows if row["source"] not in shown_sources or shown_sources[row["source"]].reshare]
    open_rows.sort(key=lambda row: (-row["deaths_best"], row["date_end"], row["id"]))
    blocks: list[Block] = []
    if open_rows:
        heads = tuple(
            Head(words.say(f"head-{name}"), "number" if name == "deaths" else "text")
            for name in ("day", "what", "who", "where", "deaths", "source")
        )
        caption = words.say("table-events-caption", month=words.month(inputs.as_of))
        blocks.append(Table("table-events", caption, heads, tuple(_table_row(row, words) for row in open_rows[:TABLE_EVENTS_MOST])))
    if len(rows) > len(open_rows):
        blocks.append(Notice(words.say("events-not-reshared", count=len(rows) - len(open_rows))))
    return blocks


def _recent(inputs: BriefInputs) -> object:
    import pyarrow.compute as pc

    month = inputs.events["month_id"]
    return pc.fill_null(pc.and_(pc.greater(month, inputs.as_of - 12), pc.less_equal(month, inputs.as_of)), False)


def _table_row(row: dict[str, object], words: Words) -> tuple[Cell, ...]:
    from marsad.base.records import DateRange

    when = DateRange(row["date_start"], row["date_end"], str(row["date_precision"] or "day"))  # type: ignore[arg-type]
    what = words.say(f"violence-{row['violence']}") if row["violence"] else words.say(f"type-{row['type']}")
    actors = [str(row[name]) for name in ("actor", "recipient") if row[name]]
    arrow = " ← " if words.direction == "rtl" else " → "
    who: list[Run] = []
    for name in actors:
        who += [*([Run(arrow)] if who else []), Run(isolate(name), script_of(name))]
    best, low, high = (int(row[name] or 0) for name in ("deaths_best", "deaths_low", "deaths_high"))  # type: ignore[call-overload]
    deaths = words.number(best)
    if low < high:
        deaths = words.say("toll-range", best=deaths, range=words.between(low, high))
    country = country_by_iso3(str(row["country"])) if row["country"] else None
    name = country.name(words.language) if country else ""
    if tells_protected_site(f"{row['place'] or ''} {row['text'] or ''}"):
        where: tuple[Run, ...] = (Run(words.say("place-coarse", country=name)),)
    else:
        where = (
            (Run(isolate(str(row["place"])), script_of(str(row["place"]))), Run(f" ({isolate(name)})")) if row["place"] else (Run(name),)
        )
    source = Run(isolate(bare(f"{row['source']} {row['release'] or ''} #{row['source_id'] or ''}").strip()), "en", link="sources")
    return (
        text(words.days(when)),
        text(what),
        Cell(tuple(who) or (Run(words.say("actor-unknown")),)),
        Cell(where),
        figure(deaths, None if low < high else best),
        Cell((source,)),
    )
