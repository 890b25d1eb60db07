"""What was said beside what came: past forecasts of this run by the words of likelihood, as a picture and a table."""

from __future__ import annotations

from marsad.base.findings import THRESHOLDS, YARDSTICK
from marsad.briefs.content import Block, Figure, Head, Notice, ReliabilityPicture, Table
from marsad.briefs.happened import figure, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import Words, bare

SAID, CAME, BY = f"said_{THRESHOLDS[1]}", f"came_{THRESHOLDS[1]}", "likelihood"
"""Scores of past forecasts by step of the yardstick: mean chance given, and share of cases in which it came."""

CASES_LEAST = 40
"""Cases below which a diagram would show chance alone."""


def reliability_blocks(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """The diagram, or a sentence where too few past forecasts were scored."""
    steps = [
        (step, said, came)
        for step in YARDSTICK
        if (said := inputs.scores.of(SAID, BY, step.key)) is not None and (came := inputs.scores.of(CAME, BY, step.key)) is not None
    ]
    cases = sum(came.n for _, _, came in steps)
    if not cases:
        return ()
    if cases < CASES_LEAST or len(steps) < 2:
        return (Notice(words.say("reliability-few", count=cases)),)
    points = tuple((said.value, came.value, bare(words.number(came.n)), came.n) for _, said, came in steps)
    picture = ReliabilityPicture(
        points, words.say("reliability-said"), words.say("reliability-came"), words.say("reliability-point"),
        words.say("reliability-perfect"), tuple((share, bare(words.percent(share / 100))) for share in range(0, 101, 20)),
    )  # fmt: skip
    names = ("word", "said", "came", "cases")
    heads = tuple(Head(words.say(f"head-{name}"), "text" if name == "word" else "number") for name in names)
    rows = tuple(
        (text(words.say(f"likelihood-{step.key}"), heading=True), figure(words.percent(said.value), said.value),
         figure(words.percent(came.value), came.value), figure(words.number(came.n), came.n))
        for step, said, came in steps
    )  # fmt: skip
    records = (f"score:{SAID}", f"score:{CAME}")
    twin = Table("reliability-twin", words.say("reliability-twin-caption"), heads, rows, records=records)
    worst = max(steps, key=lambda step: abs(step[1].value - step[2].value))
    alternative = words.say(
        "reliability-alternative", count=cases, word=words.say(f"likelihood-{worst[0].key}"), said=words.percent(worst[1].value),
        came=words.percent(worst[2].value),
    )  # fmt: skip
    source = words.say("accuracy-source-short", vintage=told_vintage(inputs.scores.observed_vintage, words))
    return (Figure("reliability", words.say("reliability-title"), alternative, picture, twin, source, words.say("reliability-note")),)
