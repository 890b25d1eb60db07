"""Who is named in the texts, how often, and in whose words; first namings, and returns after silence."""

from __future__ import annotations

from marsad.base.regional import Attention
from marsad.briefs.content import Block, Cell, Fact, Head, Notice, Paragraph, Run, Table
from marsad.briefs.happened import figure, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.sides_named import entity
from marsad.briefs.words import Words

ROWS_MOST = 10
NOTICES_MOST = 6
KINDS = ("region", "group", "theme", "org", "country")
"""What the table names, in this order where equally often."""

NO_TEXT = -1
"""Stands for "no earlier communiqué was read" in messages: 0 means that some were and none named it."""


def named(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """The section: the region's own sentence, what is new, and a table."""
    rows = inputs.found.attention
    if not inputs.documents:
        return ()
    if not any(row.read12 for row in rows):
        return (Notice(words.say("named-nothing")),)
    facts = [*region_named(inputs, words), *_notices(inputs, words)]
    blocks: list[Block] = [Paragraph(tuple(facts))] if facts else []
    return (*blocks, _table(inputs, words))


def region_named(inputs: BriefInputs, words: Words) -> list[Fact]:
    """How often communiqués name the region, or the country, of the brief: one sentence, or none where no text names it."""
    key = f"country:{inputs.region.countries[0]}" if inputs.alone else f"region:{inputs.region.key}"
    found = next((row for row in inputs.found.attention if row.entity == key), None)
    if found is None:
        return []
    return [Fact(_sentence(found, inputs.region.names[words.language], words), _evidence(found) or tuple(d.id for d in inputs.documents))]


def _sentence(found: Attention, name: str, words: Words) -> str:
    told, read = found.communiques12, found.communiques_read12
    before = found.communiques_before if found.communiques_read_before else NO_TEXT
    earlier = words.number(found.communiques_read_before)
    if not read:
        return words.say("named-unread", entity=name, before=before, earlier=earlier)
    if not told:
        return words.say("named-not", entity=name, read=words.number(read), before=before, earlier=earlier)
    if told < read:
        return words.say(
            "named-some", entity=name, named=words.number(told), read=words.number(read), before=before, earlier=earlier
        )  # fmt: skip
    if read <= 2:
        return words.say("named-one" if read == 1 else "named-both", entity=name, before=before, earlier=earlier)
    return words.say("named-all", entity=name, read=words.number(read), before=before, earlier=earlier)


def _evidence(found: Attention) -> tuple[str, ...]:
    return tuple(document for row in found.months[-12:] for document in row.evidence)


def _notices(inputs: BriefInputs, words: Words) -> list[Fact]:
    """Entities named for the first time, or again after a year, in the last twelve months."""
    facts = []
    for kind in ("first", "return"):
        held = [
            (row, notice)
            for row in _ordered(inputs.found.attention)
            for notice in row.notices
            if notice.kind == kind and notice.month > inputs.as_of - 12 and row.entity.partition(":")[0] != "country"
        ]
        if held:
            told = [
                words.say(
                    "named-at", entity=entity(row.entity, inputs, words), month=words.month(notice.month),
                    kind=words.say(f"kind-{notice.source_kind}"),
                )
                for row, notice in held[:NOTICES_MOST]
            ]  # fmt: skip
            evidence = tuple(dict.fromkeys(notice.document for _, notice in held[:NOTICES_MOST]))
            facts.append(Fact(words.say(f"named-{kind}", entities=words.listed(told)), evidence))
    return facts


def _ordered(rows: tuple[Attention, ...]) -> list[Attention]:
    rank = {kind: number for number, kind in enumerate(KINDS)}
    return sorted(rows, key=lambda row: (rank.get(row.entity.partition(":")[0], len(rank)), -row.documents12, row.entity))


def _table(inputs: BriefInputs, words: Words) -> Table:
    heads = (
        Head(words.say("head-named")),
        Head(words.say("head-named-texts"), "number"),
        Head(words.say("head-named-communiques"), "number"),
        Head(words.say("head-named-words")),
        Head(words.say("head-named-latest")),
    )
    rank = {kind: number for number, kind in enumerate(KINDS)}
    held = [row for row in inputs.found.attention if row.documents12 and row.entity.partition(":")[0] != "country"]
    held.sort(key=lambda row: (-row.documents12, rank.get(row.entity.partition(":")[0], len(rank)), row.entity))
    rows = tuple(_row(row, inputs, words) for row in held[:ROWS_MOST])
    read = max((row.read12 for row in inputs.found.attention), default=0)
    caption = words.say("named-caption", month=words.month(inputs.as_of), read=words.number(read))
    shown = tuple(dict.fromkeys(document for row in held[:ROWS_MOST] for document in _evidence(row)))
    return Table("named", caption, heads, rows, note=words.say("named-note"), records=shown)


def _row(found: Attention, inputs: BriefInputs, words: Words) -> tuple[Cell, ...]:
    kinds = [words.say("named-kind", kind=words.say(f"kind-{kind}"), texts=words.number(count)) for kind, count in found.kinds12]
    latest = max((row.month for row in found.months if row.documents), default=None)
    return (
        text(entity(found.entity, inputs, words), heading=True),
        figure(words.number(found.documents12), found.documents12),
        figure(words.number(found.communiques12), found.communiques12),
        Cell((Run(words.semicolon.join(kinds)),)),
        text(words.say("no-statement") if latest is None else words.month(latest)),
    )
