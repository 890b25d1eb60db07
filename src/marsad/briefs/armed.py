"""Armed groups in the region: tempo, reach, whom they fight, where they came and went, what texts tell of them."""

from __future__ import annotations

from marsad.base.months import format_month
from marsad.base.regional import GroupTold
from marsad.briefs.content import Block, Cell, Fact, Head, Notice, Paragraph, Run, Table
from marsad.briefs.happened import figure, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.sides_named import entity, side_of
from marsad.briefs.words import Words

GROUPS_MOST = 8
TIES_MOST = 3
"""Groups of which ties are told in sentences."""

OTHERS_MOST = 4
FOES_MOST = 3


def groups(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """The section; empty where neither tables nor texts were read."""
    held = inputs.found.groups
    if not held:
        read = inputs.documents or inputs.events.num_rows
        return (Notice(words.say("groups-none", month=words.month(inputs.as_of))),) if read else ()
    blocks: list[Block] = [_table(inputs, words)]
    if all(one.events12 is None for one in held):
        blocks.append(Notice(words.say("groups-not-counted")))
    facts = [fact for one in held[:TIES_MOST] for fact in _ties(one, inputs, words)]
    return (*blocks, Paragraph(tuple(facts))) if facts else tuple(blocks)


def _table(inputs: BriefInputs, words: Words) -> Table:
    numbers = ("head-group-events", "head-group-before", "head-deaths")
    heads = (
        Head(words.say("head-armed-group")),
        *(Head(words.say(name), "number") for name in numbers),
        *(Head(words.say(name)) for name in ("head-group-reach", "head-group-against", "head-group-moves", "head-group-told")),
    )
    rows = tuple(_row(one, inputs, words) for one in inputs.found.groups[:GROUPS_MOST])
    caption = words.say("groups-caption", month=words.month(inputs.as_of))
    return Table("groups", caption, heads, rows, note=words.say("groups-note"), records=_basis(inputs))


def _basis(inputs: BriefInputs) -> tuple[str, ...]:
    told = tuple(one for group in inputs.found.groups[:GROUPS_MOST] for one in group.evidence)
    return told or (f"events:{format_month(inputs.as_of)}",)


def _row(found: GroupTold, inputs: BriefInputs, words: Words) -> tuple[Cell, ...]:
    unknown = words.say("not-observed")
    counts = [
        figure(unknown if count is None else words.number(count), None if count is None else float(count))
        for count in (found.events12, found.before12, found.deaths12)
    ]
    lands = words.listed(entity(f"country:{code}", inputs, words) for code in found.countries[:OTHERS_MOST])
    if found.cells is None:
        reach = lands or unknown
    else:
        reach = words.say("groups-reach", cells=words.number(found.cells), countries=lands) if lands else words.number(found.cells)
    foes = [words.say("groups-foe", side=side_of(side, inputs, words), events=words.number(n)) for side, n in found.foes[:FOES_MOST]]
    moves = _moves(found, inputs, words)
    told = words.say("groups-told", count=found.reported12, claims=words.number(found.claims12))
    return (
        text(entity(found.group, inputs, words), heading=True),
        *counts,
        text(reach),
        text(words.semicolon.join(foes) if foes else words.say("no-statement")),
        text(words.semicolon.join(moves) if moves else words.say("no-statement")),
        Cell((Run(told),)),
    )


def _moves(found: GroupTold, inputs: BriefInputs, words: Words) -> list[str]:
    def land(code: str) -> str:
        return entity(f"country:{code}", inputs, words)

    return [
        *(words.say("groups-entered", country=land(code), month=words.month(month)) for code, month, _ in found.entries),
        *(words.say("groups-left", country=land(code), month=words.month(month)) for code, month in found.exits),
        *(
            words.say("groups-crossed", **{"from": land(a), "to": land(b), "times": words.number(times)})
            for a, b, times in found.crossings[:2]
        ),
    ]


def _ties(found: GroupTold, inputs: BriefInputs, words: Words) -> list[Fact]:
    basis = found.evidence or (f"events:{format_month(inputs.as_of)}",)
    name = entity(found.group, inputs, words)
    rivals, allies = found.rivals[:OTHERS_MOST], [one for one in found.allies if one not in found.rivals][:OTHERS_MOST]
    told = (("groups-rivals", rivals), ("groups-beside", allies), ("groups-family", found.became[:OTHERS_MOST]))
    return [
        Fact(words.say(key, group=name, others=words.listed(entity(one, inputs, words) for one in others)), basis)
        for key, others in told
        if others
    ]
