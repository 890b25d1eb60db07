"""The summary: one paragraph of facts, each with what it rests on."""

from __future__ import annotations

from marsad.base.findings import YARDSTICK, likelihood
from marsad.base.months import format_month
from marsad.briefs.agreed import summary_overdue
from marsad.briefs.ahead import basis
from marsad.briefs.alerted import summary_alerts
from marsad.briefs.content import Block, Fact, Notice, Paragraph
from marsad.briefs.gathering import Library
from marsad.briefs.happened import country_name, missing_countries, told_groups
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.met import meeting_countries, meetings
from marsad.briefs.naming import region_named
from marsad.briefs.newly import summary_news
from marsad.briefs.words import Words

WHERE_MOST = 4
"""Countries named in a sentence."""

SKILL_LEAST = 0.005
"""A smaller difference would print as none at all."""

CHANCE_HORIZON, CHANCE_AT = 3, 1
"""The sentence on chances speaks of three months and of the second threshold, 25 deaths."""


def summary(inputs: BriefInputs, words: Words, library: Library) -> tuple[Block, ...]:
    """The paragraph, after the warning that a reader must not miss."""
    facts = [
        *_level(inputs, words), *summary_alerts(inputs, words), *_texts(inputs, words, library), *summary_overdue(inputs, words),
        *region_named(inputs, words), *_outlook(inputs, words), *_skill(inputs, words),
    ]  # fmt: skip
    warning = (Notice(words.say("limit-sample"), strong=True),) if inputs.sample_texts else ()
    return (*warning, Paragraph(tuple(facts)))


def _level(inputs: BriefInputs, words: Words) -> list[Fact]:
    basis_of = (f"panel:country:{format_month(inputs.as_of)}",)
    month, region = words.month(inputs.as_of), inputs.region.names[words.language]
    total = inputs.assessment.situation(None)
    covered = [Fact(sentence, basis_of) for sentence in _covered(inputs, words)]
    if total is None or total.deaths is None:
        return [*covered, Fact(words.say("summary-level-unknown", month=month, region=region), basis_of)]
    if total.mean12 is None:
        said = [words.say("summary-level-short", month=month, count=total.deaths, region=region)]
    else:
        said = [words.say("summary-level", month=month, count=total.deaths, region=region, mean=words.rough(total.mean12))]
    known = [s for s in inputs.assessment.situations if s.unit is not None and s.deaths]
    known.sort(key=lambda s: (-(s.deaths or 0), country_name(s.unit, words)))
    if len(known) > 1:
        named = [
            words.say("country-count", country=country_name(s.unit, words), deaths=words.number(s.deaths or 0)) for s in known[:WHERE_MOST]
        ]
        said.append(words.say("summary-where", countries=words.listed(named)))
    if total.last12 is not None and total.before12 is not None and total.observed12 == 12:
        if total.before12:
            change = words.change(total.last12 / total.before12 - 1)
            said.append(words.say("summary-change", count=total.last12, before=words.number(total.before12), change=change))
        else:
            said.append(words.say("summary-change-from-none", count=total.last12))
    return [*covered, *(Fact(sentence, basis_of) for sentence in said)]


def _covered(inputs: BriefInputs, words: Words) -> list[str]:
    """Which countries the counts cover, where they do not cover all: a total of two is not the total of ten."""
    held = [country_name(int(unit), words) for unit in inputs.panel.units]
    if not inputs.missing:
        return []
    if len(held) > len(inputs.missing) or len(held) > WHERE_MOST * 3:
        return [missing_countries(inputs, words)]
    return [words.say("summary-only", countries=words.listed(held), count=len(held) + len(inputs.missing))]


def _texts(inputs: BriefInputs, words: Words, library: Library) -> list[Fact]:
    if not inputs.documents:
        return []
    groups, _ = told_groups(inputs, library)
    met = meetings(inputs, library)
    records = tuple(event.id for group in groups for event in group) + tuple(m.fullest.id for m in met)
    counted = words.say("summary-texts", events=words.say("events", count=len(groups)), meetings=words.say("meetings", count=len(met)))
    facts = [Fact(counted, records or tuple(document.id for document in inputs.documents))]
    if met:
        latest = met[-1]
        if countries := meeting_countries(latest, words):
            told = words.say("summary-latest", countries=words.listed(countries), when=words.days(latest.fullest.date))
            facts.append(Fact(told, tuple(report.id for report in latest.reports)))
    return facts


def _outlook(inputs: BriefInputs, words: Words) -> list[Fact]:
    found = inputs.assessment.outlook(None, CHANCE_HORIZON)
    if found is None:
        return []
    said = [words.say("summary-outlook", mean=words.rough(found.mean), range=words.between(*found.ninety))]
    steps: dict[str, list[str]] = {}
    rows = [o for o in inputs.assessment.outlooks if o.unit is not None and o.horizon == CHANCE_HORIZON]
    for row in sorted(rows, key=lambda o: -o.chance[CHANCE_AT]):
        steps.setdefault(likelihood(row.chance[CHANCE_AT]), []).append(country_name(row.unit, words))
    told = [
        words.say("chance-group", word=words.say(f"likelihood-{step.key}"), countries=words.listed(steps[step.key]))
        for step in reversed(YARDSTICK[2:])
        if step.key in steps
    ]
    chances = [words.say("summary-chance", groups=words.semicolon.join(told))] if told else []
    return [
        *(Fact(sentence, basis(inputs)) for sentence in said), *summary_news(inputs, words),
        *(Fact(sentence, basis(inputs)) for sentence in chances),
    ]  # fmt: skip


def _skill(inputs: BriefInputs, words: Words) -> list[Fact]:
    score = inputs.scores.of("crps")
    if score is None:
        return [Fact(words.say("accuracy-none"), ("score:none",))]
    value = words.number(score.value, 1)
    if score.skill is None or score.reference is None or abs(score.skill) < SKILL_LEAST:
        return [Fact(words.say("summary-skill-alone", value=value), ("score:crps",))]
    key = "summary-skill-better" if score.skill > 0 else "summary-skill-worse"
    said = words.say(key, value=value, reference=words.number(score.reference, 1), skill=words.percent(abs(score.skill)))
    return [Fact(said, ("score:crps",))]
