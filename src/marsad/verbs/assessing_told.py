"""An assessment in lines for a person at a terminal; briefs word the same findings in three languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.findings import THRESHOLDS, Alert, AlertRecord, Outlook, Situation
from marsad.base.months import format_month
from marsad.base.records import Document
from marsad.base.regional import Attention

if TYPE_CHECKING:
    from marsad.assessment.changes import Change
    from marsad.assessment.groups import GroupProfile
    from marsad.assessment.partnerships import Partnership
    from marsad.assessment.spillover import Spill, Spillover
    from marsad.assessment.trends import UnitTrend
    from marsad.base.findings import Assessment
    from marsad.base.regional import Flow
    from marsad.briefs.content import Brief

NOT_KNOWN = "not observed"


def number(value: float | None, digits: int = 1) -> str:
    """A number, or "not observed"."""
    return NOT_KNOWN if value is None else f"{value:,.{digits}f}"


def percent(chance: float) -> str:
    """A chance that a thousand draws give as 0 or 1 is still no certainty."""
    return "under 1 %" if chance < 0.01 else "over 99 %" if chance > 0.99 else f"{chance:.0%}"


def named_line(documents: int, read: int) -> str:
    """How many documents of the last year name it."""
    return f"named in {documents} of {read} documents of the last 12 months" if read else "no document of the last 12 months was read"


def place_lines(here: Situation | None, ahead: Sequence[Outlook], trend: UnitTrend) -> list[str]:
    """Situation, level and trend, outlook."""
    lines = []
    if here is not None:
        lines.append(
            f"deaths: {number(here.deaths, 0)} this month; mean of 12 months {number(here.mean12)}, of 36 months {number(here.mean36)}"
        )
        if here.peak is not None and here.peak_month is not None:
            lines.append(f"worst month on record: {here.peak:,} in {format_month(here.peak_month)}")
    for level in trend.levels:
        if level.word != "unknown":
            lines.append(
                f"last 3 months against {level.window} before: {number(level.recent)} a month against {number(level.before)}: {level.word} "
                f"({level.test}, p = {level.p_value:.2f})"
            )
    for slope in trend.trends:
        if slope.word != "unknown":
            lines.append(f"trend of {slope.window} months: {slope.word} ({slope.test}, tau {slope.tau:+.2f}, p = {slope.p_value:.2f})")
    for row in ahead:
        low, high = row.ninety
        chance = ", ".join(f"at least {k}: {percent(p)}" for k, p in zip(THRESHOLDS, row.chance, strict=True))
        lines.append(f"next {row.horizon:>2} months: {row.mean:,.0f} expected, 90 % from {low:,.0f} to {high:,.0f}; {chance}")
    return lines


def alert_lines(alerts: Iterable[Alert]) -> list[str]:
    """One line an alert."""
    return [f"alert: {alert.rule}: {alert_text(alert)} [{', '.join(alert.evidence[:3])}]" for alert in alerts]


def alert_text(alert: Alert) -> str:
    """What was seen, and what it was held against."""
    match alert.rule:
        case "high":
            years = "12 months" if alert.number == 1 else f"{alert.number} years"
            return f"{alert.subject}: {alert.value:,.0f} deaths, above every month of the last {years} (highest {alert.threshold:,.0f})"
        case "entry":
            return f"{alert.subject} in {alert.country}: active after {alert.value:,.0f} covered months without ({alert.detail})"
        case "follow-up":
            return f"{alert.subject}: {alert.text}: overdue ({alert.detail}), agreed {alert.value:,.0f} months ago"
    beside = "a month ago for the same months" if alert.detail == "forecast" else "counted in as many months before"
    return f"{alert.subject}: {alert.value:,.0f} deaths expected in {alert.number} months, {alert.threshold:,.0f} {beside}"


def record_lines(records: Iterable[AlertRecord]) -> list[str]:
    """How often a rule fired and what followed."""
    lines = []
    for one in records:
        if not one.fired or one.followed is None:
            lines.append(f"record of {one.rule}: it never fired in {one.months:,} cases, so what follows is not known")
            continue
        beside = "" if one.otherwise is None else f"; without an alert in {one.otherwise:.0%}"
        lines.append(
            f"record of {one.rule} ({one.level}): fired in {one.fired:,} of {one.months:,} cases; the {one.after} months after went on in "
            f"{one.followed:.0%}{beside}"
        )
    return lines


def around_lines(around: dict[str, Any]) -> list[str]:
    """Kinds of violence, spillover, who leads, how it is named."""
    lines = []
    violence = around.get("violence")
    if violence and violence["deaths"] is not None:
        parts = ", ".join(f"{kind} {deaths:,}" for kind, _, deaths in violence["by_type"])
        lines.append(f"deaths by kind, last 12 months: {parts} (bounds {violence['low']:,} to {violence['high']:,})")
    spill, cell = around.get("spillover"), around.get("spill")
    if cell:
        lines.append(
            f"chance of a month with deaths next: {percent(cell['chance'])}; of it from its own past {cell['own']:.0%}, "
            f"from the cells around {cell['next_door']:.0%}"
        )
    if spill:
        sign = "cells around help to explain" if spill["word"] == "spills" else "no sign that cells around help to explain"
        lines.append(
            f"spillover among {spill['cells']:,} cells: {sign} (AIC {spill['gain']:+.1f}, p = {spill['p_value']:.3f}); "
            f"share from next door {spill['share_next']:.0%}"
        )
        if spill["share_abroad"] is None:
            lines.append("spillover across borders: cannot be said, the cells of one country alone are counted in full")
        elif spill["pairs"]:
            first = spill["pairs"][0]
            lines.append(f"largest across a border: {first['source']} to {first['target']}, {first['share']:.1%} of what is expected there")
    elif around.get("spillover_reason"):
        lines.append(f"spillover: cannot be said; {around['spillover_reason']}")
    named = around.get("attention")
    if named:
        lines.append(named_line(named["documents12"], named["read12"]))
    return lines


def change_lines(change: Change) -> list[str]:
    """Before and after a month."""
    head = f"before and after {format_month(change.month)}: {number(change.before.mean)} deaths a month, then {number(change.after.mean)}"
    if change.word == "cannot-be-said":
        return [f"{head}; whether that is a change cannot be said ({change.reason})"]
    beside = "" if change.beside is None else f"; {change.beside:.1f} times what neighbours did"
    return [
        f"{head}: {change.word}; {change.placebo_p:.0%} of {change.placebos} other dates show as much{beside}. This says nothing of why."
    ]


def group_lines(found: GroupProfile, named: Attention, alerts: Sequence[Alert]) -> list[str]:
    """Tempo, reach, foes, presence, reports."""
    lines = []
    if "no-record" in found.notes:
        lines.append("no record of it: neither an event table nor a document that was read names it as a side")
    if not found.counted and found.family and found.family.part_of:
        lines.append(f"event tables may count it with {', '.join(found.family.part_of)}")
    seen = [row for row in found.tempo[-12:] if row.events is not None]
    if seen:
        events, deaths = sum(row.events or 0 for row in seen), sum(row.deaths or 0 for row in seen)
        lines.append(f"last 12 months: {events:,} events, {deaths:,} deaths of all sides, in {len(seen)} months observed")
    else:
        lines.append("tempo: not observed; no event table covers the last 12 months of its countries")
    lines += [
        f"events, last 3 months against {one.window} before: {number(one.recent)} against {number(one.before)}: {one.word}"
        for one in found.levels
        if one.word != "unknown"
    ]
    if found.reach is not None:
        reach = found.reach
        lands = ", ".join(f"{code} {count}" for code, count in reach.countries)
        lines.append(f"reach: {reach.cells} cells; centre {reach.lat}, {reach.lon}; spread {number(reach.spread_km, 0)} km; {lands}")
        lines += [f"crossed {a} to {b}: {count} times" for a, b, count in reach.crossings]
    lines += [f"against {foe.side}: {foe.events:,} events, {foe.deaths:,} deaths" for foe in found.foes]
    for tie in found.ties[:6]:
        lines.append(
            f"with {tie.group}: opposed in {tie.opposed} events, together in {tie.together}, alongside in {tie.alongside} cell-months"
        )
    for place in found.presences:
        entries = "; ".join(f"{entry.kind} {format_month(entry.month)} after {entry.quiet} months without" for entry in place.entries)
        left = "" if place.left is None else f"; none since {format_month(place.left)}"
        lines.append(
            f"in {place.country}: {format_month(place.first)} to {format_month(place.last)}, {place.events:,} events; {entries}{left}"
        )
    if found.reports:
        claims = sum(report.claim for report in found.reports)
        lines.append(f"documents: {found.reported} events told in {found.documents}; {claims} of them claims, which stay claims")
    lines.append(named_line(named.documents12, named.read12))
    if found.family and (found.family.formed_from or found.family.became or found.family.part_of):
        family = found.family
        lines.append(f"formed from {list(family.formed_from)}, part of {list(family.part_of)}, became {list(family.became)}")
    return [*lines, *alert_lines(alerts)]


def pair_lines(found: Partnership, documents: Sequence[Document]) -> list[str]:
    """Contacts beside chance, meetings, promises."""
    if "no-record" in found.notes:
        return ["no record of the two together in the documents and tables read; that is no sign that nothing happened"]
    papers = {d.id: Path(d.path).name for d in documents}
    lines = [f"on record: {found.events} deeds between them, in {found.reports} reports (copies not counted)"]
    for name, test in (("volume", found.volume), ("tempo", found.tempo), ("leaning", found.leaning)):
        if test.word == "too-few":
            lines.append(f"{name}: too few reports to tell from chance")
        else:
            lines.append(f"{name}: {number(test.seen)} against {number(test.expected)}: {test.word} ({test.test}, p = {test.p_value:.2f})")
    for meeting in found.meetings:
        who = "; ".join(f"{office} ({code})" if code else office for code, office in meeting.offices)
        lines.append(f"{meeting.end or 'no date'}  {meeting.form} in {meeting.country or '?'}: {who}")
        if meeting.topics:
            lines.append(f"            on: {'; '.join(meeting.topics)}")
        if meeting.follows:
            lines.append(f"            follows up {', '.join(meeting.follows)}")
        if meeting.other_dates:
            lines.append(f"            other dates given: {', '.join(map(str, meeting.other_dates))}")
    for outcome in found.outcomes:
        late = "" if outcome.overdue is None else f"; overdue ({outcome.overdue})"
        due = "" if outcome.due is None else f"; due {outcome.due}"
        lines.append(f"agreed: {outcome.text}: status {outcome.status}{due}{late} [{papers.get(outcome.changes[-1].document, '?')}]")
        lines += [f"            taken up again in {papers.get(echo.document, '?')}, {echo.start}-{echo.end}" for echo in outcome.echoes]
    return lines


def gathering_lines(found: Assessment) -> list[str]:
    """How few cells carry how much, and cells that are new, growing or fading, with the test."""
    lines = []
    if found.concentration is not None:
        held = found.concentration
        lines.append(
            f"deaths of 12 months: {held.deaths:,} in {held.active:,} cells; half of them in {held.half}, "
            f"{held.top_share:.0%} in the {held.top} with most"
        )
    for spot in found.hotspots[:10]:
        lines.append(
            f"cell {spot.cell}: {spot.trend}: {spot.active12} months with deaths in 12, {spot.active_before} in the 24 before "
            f"(Fisher's exact test, p = {spot.p_value:.3f})"
        )
    return lines


def flow_lines(found: Flow) -> list[str]:
    """Whether deaths in one place run ahead of those in another."""
    pair = f"{found.source} to {found.target}"
    if found.word == "unknown" or found.share is None or found.gain is None or found.p_value is None:
        return [f"{pair}: cannot be said ({found.reason}; {found.months} months observed)"]
    lag = "" if found.lag is None else f", {found.lag:.1f} months ahead"
    sign = "runs ahead" if found.word == "spills" else "no sign that it runs ahead"
    return [
        f"{pair}: {sign}: {found.share:.1%} of the deaths expected there laid to it{lag}; AIC {found.gain:+.1f} beside the model without, "
        f"p = {found.p_value:.2f}, {found.months} months"
    ]


def cell_flow_lines(model: Spillover, pairs: Sequence[Spill | None]) -> list[str]:
    """The same from the model of cells."""
    lines = [f"by cells ({model.cells:,}): AIC {model.gain:+.1f} beside the model without the cells around, p = {model.p_value:.3f}"]
    for pair in pairs:
        if pair is None:
            lines.append("by cells: no cell of one touches a cell of the other")
            continue
        lag = "" if pair.lag is None else f", lag {pair.lag:.1f} months"
        lines.append(f"by cells: {pair.source} to {pair.target}: {pair.share:.1%} of the cell-months with deaths expected there{lag}")
    return lines


def brief_lines(made: Brief, sections: Collection[str]) -> list[str]:
    """Sentences, notes and rows of some sections of a brief, without marks of direction."""
    from marsad.briefs.content import Notice, Paragraph, Table
    from marsad.briefs.words import bare

    lines = []
    for section in made.sections:
        if section.key not in sections:
            continue
        lines += ["", section.title]
        for block in section.blocks:
            if isinstance(block, Paragraph):
                lines += [fact.text for fact in block.facts]
            elif isinstance(block, Notice):
                lines.append(block.text)
            elif isinstance(block, Table):
                lines.append(block.caption)
                lines.append(" | ".join(head.text for head in block.heads))
                lines += [" | ".join("".join(run.text for run in cell.runs) for cell in row) for row in block.rows]
    return [bare(line) for line in lines]
