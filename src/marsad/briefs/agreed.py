"""Partnerships: meetings and deeds beside chance, what was agreed and what became of it, whose communiqués name the region."""

from __future__ import annotations

from marsad.base.regional import PairTold, Promise
from marsad.briefs.content import Block, Cell, Fact, Head, Paragraph, Run, Table
from marsad.briefs.gathering import Library
from marsad.briefs.happened import figure, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.naming import NO_TEXT
from marsad.briefs.sides_named import pair_name
from marsad.briefs.words import Words, isolate

PAIRS_MOST = 6
PROMISES_MOST = 12


def agreed(inputs: BriefInputs, words: Words, library: Library) -> tuple[Block, ...]:
    """Blocks that follow the timeline of meetings; empty where no partnership is on record."""
    pairs = inputs.found.pairs
    if not pairs:
        return ()
    facts = [fact for pair in pairs[:PAIRS_MOST] if (fact := _named(pair, inputs, words)) is not None]
    blocks: list[Block] = [_pairs_table(inputs, words)]
    promises = _promises(inputs)
    if promises:
        blocks.append(_promises_table(promises, inputs, words, library))
    return (*blocks, Paragraph(tuple(facts))) if facts else tuple(blocks)


def _promises(inputs: BriefInputs) -> list[Promise]:
    found = [promise for pair in inputs.found.pairs for promise in pair.promises]
    return sorted(found, key=lambda one: (one.overdue is None, one.due is None, str(one.due or one.agreed), one.text))


def summary_overdue(inputs: BriefInputs, words: Words) -> list[Fact]:
    """One sentence for the summary; none where nothing is overdue."""
    late = [promise for promise in _promises(inputs) if promise.overdue]
    if not late:
        return []
    pairs = words.listed(pair_name(pair, inputs, words) for pair in dict.fromkeys(promise.pair for promise in late))
    records = tuple(dict.fromkeys(record for promise in late for record in promise.records))
    return [Fact(words.say("summary-overdue", count=len(late), pairs=pairs), records)]


def _pairs_table(inputs: BriefInputs, words: Words) -> Table:
    heads = (
        Head(words.say("head-pair")),
        Head(words.say("head-pair-meetings"), "number"),
        Head(words.say("head-pair-latest")),
        *(Head(words.say(f"head-pair-{name}"), "number") for name in ("cooperation", "conflict", "deeds")),
        Head(words.say("head-pair-chance")),
    )
    pairs = inputs.found.pairs[:PAIRS_MOST]
    rows = tuple(_pair_row(pair, inputs, words) for pair in pairs)
    records = tuple(dict.fromkeys(record for pair in pairs for record in pair.records))
    caption = words.say("pairs-caption", month=words.month(inputs.as_of))
    return Table("pairs", caption, heads, rows, note=words.say("pairs-note"), records=records)


def _pair_row(pair: PairTold, inputs: BriefInputs, words: Words) -> tuple[Cell, ...]:
    unknown = words.say("not-observed")
    scores = [figure(unknown if score is None else words.number(score, 1), score) for score in (pair.cooperation12, pair.conflict12)]
    latest = words.say("date-unknown") if pair.last_meeting is None else words.day(pair.last_meeting)
    if pair.tempo == pair.leaning:
        beside = words.say(f"chance-{pair.tempo}")
    else:
        beside = words.say("pairs-chance", tempo=words.say(f"chance-{pair.tempo}"), leaning=words.say(f"chance-{pair.leaning}"))
    deeds = words.say("pairs-deeds", deeds=words.number(pair.deeds12), reports=words.number(pair.reports12))
    return (
        text(pair_name(pair.pair, inputs, words), heading=True),
        figure(words.number(pair.meetings12), pair.meetings12),
        text(latest),
        *scores,
        figure(deeds),
        text(beside),
    )


def _promises_table(promises: list[Promise], inputs: BriefInputs, words: Words, library: Library) -> Table:
    heads = tuple(
        Head(words.say(name))
        for name in ("head-pair", "head-promise", "head-promise-day", "head-promise-state", "head-promise-due", "head-source")
    )
    shown = promises[:PROMISES_MOST]
    rows = tuple(_promise_row(promise, inputs, words, library) for promise in shown)
    records = tuple(dict.fromkeys(record for promise in shown for record in promise.records))
    return Table(
        "promises", words.say("promises-caption"), heads, rows, note=words.say("promises-note"),
        weights=tuple(range(len(rows))), records=records,
    )  # fmt: skip


def _promise_row(promise: Promise, inputs: BriefInputs, words: Words, library: Library) -> tuple[Cell, ...]:
    day = words.say("date-unknown") if promise.agreed is None else words.day(promise.agreed)
    states = [
        words.say("promise-told", status=words.say(f"status-{status}"), day=words.say("date-unknown") if told is None else words.day(told))
        for status, _, told in promise.told
    ]
    meeting = promise.records[0]
    return (
        text(pair_name(promise.pair, inputs, words), heading=True),
        Cell((Run(isolate(library.careful(promise.text)), promise.language),)),
        text(day),
        text(words.semicolon.join(dict.fromkeys(states))),
        text(_due(promise, words)),
        Cell((Run("", refs=(meeting,)),)),
    )


def _due(promise: Promise, words: Words) -> str:
    if promise.overdue == "day-passed" and promise.due is not None:
        return words.say("promise-past", day=words.day(promise.due))
    if promise.overdue == "no-word" and promise.months_since is not None:
        return words.say("promise-silent", count=promise.months_since)
    return words.say("promise-open") if promise.due is None else words.say("promise-due", day=words.day(promise.due))


def _named(pair: PairTold, inputs: BriefInputs, words: Words) -> Fact | None:
    """Whether the communiqués on this partnership name the region; None where there are fewer than two, or none names it."""
    if pair.named is None or pair.named.read12 < 2 or not pair.named.named12:
        return None
    found = pair.named
    name, entity = pair_name(pair.pair, inputs, words), inputs.region.names[words.language]
    before = found.before if found.read_before else NO_TEXT
    if found.named12 == found.read12 == 2:
        said = words.say("pairs-named-both", pair=name, entity=entity, before=before)
    elif found.named12 == found.read12:
        said = words.say("pairs-named-all", pair=name, entity=entity, read=words.number(found.read12), before=before)
    else:
        said = words.say(
            "pairs-named-some", pair=name, entity=entity, read=words.number(found.read12), named=words.number(found.named12), before=before
        )
    return Fact(said, found.documents)
