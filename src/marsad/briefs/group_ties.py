"""Whom a group fights and who is near it, where it comes from, and what texts tell of it, claims kept as claims."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.records import Event, Mention, Record, Statement
from marsad.briefs.actors import GroupInputs
from marsad.briefs.content import Block, Fact, Head, Notice, Paragraph, Table
from marsad.briefs.gathering import Book, Library, together
from marsad.briefs.group_activity import year_rows
from marsad.briefs.happened import event_row, figure, text
from marsad.briefs.met import said
from marsad.briefs.sides import group_list, group_name, side_name
from marsad.briefs.words import Words

TIES_MOST = 8
EVENTS_MOST = 15


def foes(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    """Blocks of the section on foes and on groups near it."""
    found = inputs.found
    blocks: list[Block] = []
    if found.foes:
        heads = (Head(words.say("head-side")), Head(words.say("head-events"), "number"), Head(words.say("head-deaths"), "number"))
        rows = tuple(
            (text(side_name(foe.side, inputs.names, words), heading=True), figure(words.number(foe.events), foe.events),
             figure(words.number(foe.deaths), foe.deaths))
            for foe in found.foes
        )  # fmt: skip
        caption = words.say("foes-caption", month=words.month(found.month))
        blocks.append(Table("foes", caption, heads, rows, note=words.say("foes-note"), records=year_rows(inputs)))
    if found.ties:
        blocks.append(_ties(inputs, words))
    return tuple(blocks) or (Notice(words.say("foes-none")),)


def _ties(inputs: GroupInputs, words: Words) -> Table:
    names = ("group", "opposed", "together", "alongside", "first-event", "last-event")
    heads = tuple(Head(words.say(f"head-{name}"), "number" if name in names[1:4] else "text") for name in names)
    rows = []
    for tie in inputs.found.ties[:TIES_MOST]:
        counts = [figure(words.number(count), count) for count in (tie.opposed, tie.together, tie.alongside)]
        name = text(group_name(tie.group, inputs.names, words), heading=True)
        rows.append((name, *counts, text(words.month(tie.first)), text(words.month(tie.last))))
    evidence = tuple(dict.fromkeys(record for tie in inputs.found.ties[:TIES_MOST] for record in tie.evidence)) or year_rows(inputs)
    return Table("ties", words.say("ties-caption"), heads, tuple(rows), note=words.say("ties-note"), records=evidence)


def family(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    """Splits and mergers, from the entity table; a sentence where it says nothing."""
    held = inputs.found.family
    basis = (f"entity:{inputs.found.group}",)
    said_of = []
    if held is not None:
        name = group_name(inputs.found.group, inputs.names, words)
        if held.since:
            said_of.append(words.say("family-since", group=name, month=_year_month(held.since, words)))
        if held.until:
            said_of.append(words.say("family-until", month=_year_month(held.until, words)))
        for key in ("formed_from", "part_of", "parts", "became"):
            if groups := getattr(held, key):
                said_of.append(words.say(f"family-{key.replace('_', '-')}", groups=group_list(groups, inputs.names, words)))
    if not said_of:
        return (Notice(words.say("family-none")),)
    return Paragraph(tuple(Fact(sentence, basis) for sentence in said_of)), Notice(words.say("family-note"))


def _year_month(value: str, words: Words) -> str:
    from marsad.base.months import parse_month

    return words.month(parse_month(value))


def of_group(records: tuple[Record, ...], group: str, told: frozenset[str]) -> tuple[Record, ...]:
    """The records that a brief on the group tells: the events it is a side of, with their twins, and the claims that name it."""
    named = {(m.document, m.line): m for m in records if isinstance(m, Mention) and m.entity == group}
    kept: list[Record] = []
    for record in records:
        if isinstance(record, Event):
            sides = {actor.entity for actor in (*record.actors, *record.recipients)}
            if record.id in told or group in sides:
                kept.append(record)
        elif isinstance(record, Statement) and _names(record, group, records, named):
            kept.append(record)
    return tuple(kept)


def _names(record: Statement, group: str, records: tuple[Record, ...], named: dict[tuple[str, int | None], Mention]) -> bool:
    if (record.document, record.line) not in named:
        return False
    spans = [m.span for m in records if isinstance(m, Mention) and m.entity == group and m.document == record.document]
    return any(record.span.start <= span.start and span.end <= record.span.end for span in spans)


def told(inputs: GroupInputs, words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """Events that texts tell of it, each once with its flags, then the claims that name it."""
    ground = inputs.ground
    own = of_group(ground.records, inputs.found.group, frozenset(report.id for report in inputs.found.reports))
    events = [r for r in own if isinstance(r, Event) and (r.date.end is None or r.date.end <= ground.latest_day)]
    groups = sorted(together(events, library), key=lambda g: (-(g[0].date.end.toordinal() if g[0].date.end else 0), g[0].type, g[0].id))
    blocks: list[Block] = []
    if groups:
        names = ("day", "what", "who", "where", "deaths", "source")
        heads = tuple(Head(words.say(f"head-{name}"), "number" if name == "deaths" else "text") for name in names)
        rows = tuple(event_row(group, words, book, library) for group in groups[:EVENTS_MOST])
        blocks.append(Table("events", words.say("group-events-caption"), heads, rows, note=words.say("group-events-note")))
        if len(groups) > EVENTS_MOST:
            blocks.append(Notice(words.say("events-more", count=len(groups) - EVENTS_MOST)))
    else:
        blocks.append(Notice(words.say("told-none")))
    return (*blocks, *said(replace(ground, records=own), words, book, library))
