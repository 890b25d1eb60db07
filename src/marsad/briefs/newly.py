"""Level, trend and kinds of violence beside a unit's own past; what changed since last month's forecast, and how often calm ended."""

from __future__ import annotations

from marsad.base.months import format_month
from marsad.base.regional import OutlookChange
from marsad.briefs.content import Block, Fact, Paragraph
from marsad.briefs.happened import country_name
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.words import Words

HORIZON = 3
LEAST, SAME = 0.5, 0.005
"""Deaths below which no percentage is given, and the share below which one would print as none."""

CHANGES_MOST = 3
CHANGE_LEAST = 5.0
"""Deaths by which a country's expectation must have moved to be told."""

WORDS = (
    ("own-above12", "level12", "above"), ("own-above36", "level36", "above"), ("own-below12", "level12", "below"),
    ("own-below36", "level36", "below"), ("own-rising36", "trend36", "rising"), ("own-falling36", "trend36", "falling"),
)  # fmt: skip


def own_past(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """Countries whose level or trend differs from their own past, with the tests named; then the kinds of violence."""
    units = inputs.found.units
    if not units:
        return ()
    basis = (f"panel:country:{format_month(inputs.as_of)}",)
    facts = []
    for key, field, wanted in WORDS:
        held = sorted(country_name(one.unit, words) for one in units if getattr(one, field) == wanted)
        if held:
            facts.append(Fact(words.say(key, countries=words.listed(held)), basis))
    if not facts:
        facts.append(Fact(words.say("own-none"), basis))
    facts.append(Fact(words.say("own-tests", level=words.percent(0.05)), basis))
    return (Paragraph(tuple(facts)), Paragraph((_kinds(inputs, words),)))


def _kinds(inputs: BriefInputs, words: Words) -> Fact:
    found = inputs.found.violence
    if found is None:
        return Fact(words.say("kinds-unknown"), (f"panel:country:{format_month(inputs.as_of)}",))
    told = [
        words.say("kinds-one", kind=words.say(f"violence-{kind}"), deaths=words.number(deaths))
        for kind, _, deaths in found.by_type
        if kind != "unknown"
    ]
    said = words.say("kinds-shares", kinds=words.listed(told), range=words.between(found.low, found.high))
    return Fact(said, (f"events:{format_month(inputs.as_of)}",))


def news(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """What is expected now beside a month ago, and why; then the base rate for units that are quiet."""
    facts = [*news_level(inputs, words), *_by_country(inputs, words)]
    calm = _base_rate(inputs, words)
    blocks = [Paragraph(tuple(part)) for part in (facts, calm) if part]
    return tuple(blocks)


def news_level(inputs: BriefInputs, words: Words) -> list[Fact]:
    """The region's change and the month that came in between."""
    found = inputs.found.change(None, HORIZON)
    basis = _basis(inputs)
    if found is None:
        return [Fact(words.say("news-none"), basis)] if inputs.found.units else []
    level = words.say("news-level", now=words.rough(found.now), before=words.rough(found.before), change=_change(found, words))
    month = words.month(inputs.as_of)
    if found.observed is None:
        return [Fact(level, basis), Fact(words.say("news-unknown", month=month), basis)]
    why = words.say(
        f"news-{found.word}", month=month, deaths=words.number(found.observed), expected=words.rough(found.expected),
        range=words.between(found.low, found.high),
    )  # fmt: skip
    return [Fact(level, basis), Fact(why, basis)]


def summary_news(inputs: BriefInputs, words: Words) -> list[Fact]:
    """One sentence for the summary, right after the one on what is expected."""
    found = inputs.found.change(None, HORIZON)
    if found is None:
        return []
    return [Fact(words.say("summary-news", before=words.rough(found.before), change=_change(found, words)), _basis(inputs))]


def _change(found: OutlookChange, words: Words) -> str:
    if found.before < LEAST:
        return words.say("no-statement")
    share = found.now / found.before - 1
    return words.say("news-same") if abs(share) < SAME else words.change(share)


def _basis(inputs: BriefInputs) -> tuple[str, ...]:
    origins = (inputs.as_of, inputs.as_of - 1)
    return tuple(f"forecast:{inputs.forecast.model}:{format_month(origin)}" for origin in origins)


def _by_country(inputs: BriefInputs, words: Words) -> list[Fact]:
    rows = [row for row in inputs.found.changes if row.unit is not None and row.horizon == HORIZON]
    moved = [row for row in rows if abs(row.now - row.before) >= CHANGE_LEAST]
    moved.sort(key=lambda row: (-abs(row.now - row.before), row.unit or 0))
    basis = _basis(inputs)
    facts = []
    if moved and not inputs.alone:
        told = [_unit(row, inputs, words) for row in moved[:CHANGES_MOST]]
        facts.append(Fact(words.say("news-units", changes=words.semicolon.join(told)), basis))
    if rows:
        facts.append(Fact(words.say("news-note"), basis))
    return facts


def _unit(row: OutlookChange, inputs: BriefInputs, words: Words) -> str:
    came = words.say("not-observed") if row.observed is None else words.number(row.observed)
    return words.say(
        "news-unit", country=country_name(row.unit, words), now=words.rough(row.now), before=words.rough(row.before),
        month=words.month(inputs.as_of), deaths=came, expected=words.rough(row.expected),
    )  # fmt: skip


def _base_rate(inputs: BriefInputs, words: Words) -> list[Fact]:
    found = {row.horizon: row for row in inputs.found.base_rates}
    near, far = found.get(3), found.get(12)
    if near is None or far is None:
        return []
    countries = words.listed(country_name(unit, words) for unit in near.units)
    basis = (f"panel:country:{format_month(inputs.as_of)}",)
    if near.chance is None or far.chance is None:
        return [Fact(words.say("base-rate-none", countries=countries), basis)]
    three, twelve = words.percent(near.chance[0]), words.percent(far.chance[0])
    return [Fact(words.say("base-rate", countries=countries, three=three, twelve=twelve, cases=words.number(far.cases)), basis)]
