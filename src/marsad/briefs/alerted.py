"""Alerts that fire now, each with its rule and evidence, and what followed the rule in the past."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.findings import Alert, AlertRecord
from marsad.base.months import format_month
from marsad.base.places import country_by_iso3, country_of_cell
from marsad.briefs.content import Block, Fact, Notice, Paragraph
from marsad.briefs.gathering import Library
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.sides_named import entity, pair_name
from marsad.briefs.words import Words, isolate

ALERTS_MOST = 8
"""Alerts told one by one; cells beyond them are counted in the table of cells."""

NAMED_MOST = 4
"""Alerts named in the summary."""


def alerts(inputs: BriefInputs, words: Words, library: Library) -> tuple[Block, ...]:
    """The section: one sentence an alert, then the record of every rule that fired."""
    found = inputs.found
    if not found.alerts and not found.records:
        return ()
    if not found.alerts:
        facts = [Fact(words.say("alerts-none", month=words.month(inputs.as_of)), _basis(inputs))]
        return (Paragraph(tuple(facts)), *_records(found.records, words, tuple((record.rule, record.level) for record in found.records)))
    facts = [Fact(_told(alert, inputs, words, library), alert.evidence or _basis(inputs)) for alert in found.alerts[:ALERTS_MOST]]
    fired = tuple(dict.fromkeys((alert.rule, _level(alert)) for alert in found.alerts))
    cut = (Notice(words.say("short-cut", shown=words.number(ALERTS_MOST), whole=words.number(len(found.alerts)))),)
    more = cut if len(found.alerts) > ALERTS_MOST else ()
    return (*(Paragraph((fact,)) for fact in facts), *more, *_records(found.records, words, fired))


def summary_alerts(inputs: BriefInputs, words: Words) -> list[Fact]:
    """One sentence for the summary."""
    found = inputs.found
    if not found.alerts and not found.records:
        return []
    told = [
        words.say("summary-alert", place=alert_place(alert, inputs, words), rule=words.say(f"rule-{alert.rule}"))
        for alert in found.alerts[:NAMED_MOST]
    ]
    evidence = tuple(dict.fromkeys(one for alert in found.alerts for one in alert.evidence)) or _basis(inputs)
    return [Fact(words.say("summary-alerts", count=len(found.alerts), places=words.listed(told)), evidence)]


def _basis(inputs: BriefInputs) -> tuple[str, ...]:
    return (f"panel:country:{format_month(inputs.as_of)}",)


def alert_place(alert: Alert, inputs: BriefInputs, words: Words) -> str:
    """Whom or what an alert speaks of."""
    kind, _, name = alert.subject.partition(":")
    if kind == "cell":
        country = country_by_iso3(country_of_cell(int(name)) or "")
        held = country.name(words.language) if country else words.say("map-disputed")
        return words.say("alert-cell", cell=name, country=held)
    if kind == "pair":
        first, _, second = name.partition("-")
        return pair_name((first, second), inputs, words)
    return entity(alert.subject, inputs, words)


def _told(alert: Alert, inputs: BriefInputs, words: Words, library: Library) -> str:
    place = alert_place(alert, inputs, words)
    match alert.rule:
        case "high":
            text = words.say(
                "alert-high", count=alert.number, place=place, month=words.month(alert.month), deaths=words.number(alert.value),
                before=words.number(alert.threshold),
            )  # fmt: skip
        case "jump":
            text = words.say(
                f"alert-jump-{alert.detail}", place=place, count=alert.number, deaths=words.rough(alert.value),
                before=words.rough(alert.threshold),
            )  # fmt: skip
        case "entry":
            text = words.say(
                f"alert-entry-{alert.detail}", group=place, country=entity(f"country:{alert.country}", inputs, words),
                month=words.month(alert.month), count=int(alert.value),
            )  # fmt: skip
        case _:
            said = isolate(library.careful(alert.text))
            if alert.detail == "day-passed":
                text = words.say("alert-overdue-day-passed", pair=place, text=said)
            else:
                text = words.say("alert-overdue-no-word", pair=place, text=said, count=int(alert.value))
    return text


def _level(alert: Alert) -> str:
    return "cell" if alert.subject.startswith("cell:") else "country"


def _records(records: Sequence[AlertRecord], words: Words, fired: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    """What followed the rules that fire now; a rule that does not fire needs no record here."""
    facts = []
    held: dict[tuple[str, str], AlertRecord] = {(record.rule, record.level): record for record in records}
    for rule, level in fired:
        record = held.get((rule, level))
        name = words.say(f"rule-{rule}")
        if record is None:
            facts.append(Fact(words.say("record-follow-up", rule=name), (f"record:{rule}",)))
        elif record.followed is None:
            facts.append(Fact(words.say("record-none", rule=name, cases=words.number(record.months)), (f"record:{rule}",)))
        else:
            facts.append(Fact(_record(record, name, words), (f"record:{rule}",)))
    return (Paragraph(tuple(facts)),) if facts else ()


def _record(record: AlertRecord, name: str, words: Words) -> str:
    share = words.percent(record.followed or 0.0)
    if record.rule == "entry":
        return words.say("record-entry", rule=name, count=record.fired, share=share)
    otherwise = words.say("no-statement") if record.otherwise is None else words.percent(record.otherwise)
    cases = words.number(record.months)
    if record.rule == "high":
        units = words.say(f"units-{record.level}")
        return words.say("record-high", rule=name, count=record.fired, cases=cases, units=units, share=share, otherwise=otherwise)
    return words.say("record-jump", rule=name, count=record.fired, cases=cases, share=share, otherwise=otherwise)
