"""What spills over, told with the model that leaves it out, and with its limits; and where it gathers."""

from __future__ import annotations

from marsad.base.findings import Hotspot
from marsad.base.months import format_month
from marsad.base.places import country_by_iso3, country_of_cell
from marsad.base.regional import Flow
from marsad.briefs.content import Block, Cell, Fact, Head, Notice, Paragraph, Table
from marsad.briefs.happened import figure, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.sides_named import place_name
from marsad.briefs.words import Words, ltr

HOTSPOTS_MOST = 12


def spilling(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """One paragraph: from the cells around, across borders, between named places, and what that does not say."""
    facts = [*_cells(inputs, words), *_flows(inputs, words)]
    if not facts:
        return ()
    basis = (f"panel:country:{format_month(inputs.as_of)}",)
    limits = (Fact(words.say("flow-limits"), basis),) if inputs.found.flows or inputs.found.cell_spill else ()
    return (Paragraph((*facts, *limits)),)


def _cells(inputs: BriefInputs, words: Words) -> list[Fact]:
    found, basis = inputs.found.cell_spill, (f"panel:cell:{format_month(inputs.as_of)}",)
    if found is None:
        if not inputs.found.flows and not inputs.found.units:
            return []
        if inputs.found.spill_reason == "no-cells":
            return [Fact(words.say("spill-no-cells", month=words.month(inputs.as_of)), (f"panel:country:{format_month(inputs.as_of)}",))]
        return [Fact(words.say("spill-few-cells"), basis)]
    span = {"cells": words.number(found.cells), "from": words.month(found.first), "to": words.month(found.last)}
    gain = words.number(abs(found.gain), 1)
    if found.word == "spills":
        said = [words.say("spill-next", **span, share=words.percent(found.share_next), gain=gain)]
    else:
        said = [words.say("spill-alone", **span, gain=words.signed(found.gain, 1))]
    if found.share_abroad is None:
        said.append(words.say("spill-border-one"))
    elif found.pairs and found.word == "spills":
        pairs = [words.say("flow-part", pair=_pair(a, b, words), share=words.percent(share)) for a, b, share in found.pairs]
        said.append(words.say("spill-border", share=words.percent(found.share_abroad), pairs=words.listed(pairs)))
    return [Fact(sentence, basis) for sentence in said]


def _pair(source: str, target: str, words: Words) -> str:
    return words.say("flow-pair", source=place_name(source, words), target=place_name(target, words))


def _flows(inputs: BriefInputs, words: Words) -> list[Fact]:
    basis = (f"panel:country:{format_month(inputs.as_of)}",)
    said = [_flow(one, words) for one in inputs.found.flows if one.word == "spills"]
    quiet = [
        words.say("flow-test", pair=_pair(one.source, one.target, words), p=words.p_value(one.p_value or 0.0))
        for one in inputs.found.flows
        if one.word == "no-sign"
    ]
    unknown = [_pair(one.source, one.target, words) for one in inputs.found.flows if one.word == "unknown"]
    if quiet:
        said.append(words.say("flow-no-sign", pairs=words.listed(quiet)))
    if unknown:
        said.append(words.say("flow-unknown", pairs=words.listed(unknown)))
    return [Fact(sentence, basis) for sentence in said]


def _flow(found: Flow, words: Words) -> str:
    return words.say(
        "flow-spills", pair=_pair(found.source, found.target, words), lag=words.number(found.lag or 0.0, 1),
        share=words.percent(found.share or 0.0), gain=words.number(found.gain or 0.0, 1), p=words.p_value(found.p_value or 0.0),
    )  # fmt: skip


def hotspots_table(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """Cells that are new, growing or fading; a sentence where no cells are counted."""
    found = inputs.assessment.hotspots
    if inputs.cells is None:
        return (Notice(words.say("hotspots-unknown", month=words.month(inputs.as_of))),) if inputs.found.units else ()
    if not found:
        return ()
    numbers = ("head-deaths", "head-active", "head-active-before", "head-p-value")
    heads = (
        *(Head(words.say(name)) for name in ("head-cell", "head-country", "head-trend")),
        *(Head(words.say(name), "number") for name in numbers),
    )
    rows = tuple(_hotspot(spot, words) for spot in found[:HOTSPOTS_MOST])
    caption = words.say("hotspots-caption", month=words.month(inputs.as_of))
    note = words.say("hotspots-note", level=words.percent(0.05))
    return (Table("hotspots", caption, heads, rows, note=note, records=(f"panel:cell:{format_month(inputs.as_of)}",)),)


def _hotspot(spot: Hotspot, words: Words) -> tuple[Cell, ...]:
    country = country_by_iso3(country_of_cell(spot.cell) or "")
    name = country.name(words.language) if country else words.say("map-disputed")
    return (
        text(ltr(str(spot.cell)), heading=True),
        text(name),
        text(words.say(f"spot-{spot.trend}")),
        figure(words.number(spot.deaths12), spot.deaths12),
        figure(words.number(spot.active12), spot.active12),
        figure(words.number(spot.active_before), spot.active_before),
        figure(words.p_value(spot.p_value), spot.p_value),
    )
