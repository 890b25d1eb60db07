"""What to expect: the fan, the region's and the countries' outlook, chances, and how the model did on past months."""

from __future__ import annotations

from marsad.base.findings import HORIZONS, THRESHOLDS, YARDSTICK, Outlook
from marsad.base.months import format_month
from marsad.briefs.content import Block, Cell, FanLabels, FanPicture, Figure, Head, Notice, Table
from marsad.briefs.happened import count_or_unknown, country_name, figure, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.maps import expected_map
from marsad.briefs.newly import news
from marsad.briefs.reasons import reasons_table
from marsad.briefs.reliability import reliability_blocks
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import Words, isolate

MEASURES = ("crps", "ign", "mis", "coverage_90")
SHARES = frozenset({"coverage_90"})
"""Measures that are shares of 1 and not deaths or bits."""


def ahead(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """Blocks of the section, in order."""
    targeting = Notice(words.say("limit-targeting"), strong=True)
    if not inputs.assessment.outlooks:
        return (Notice(words.say("ahead-none"), strong=True), targeting)
    blocks: list[Block] = []
    if inputs.stale:
        blocks.append(Notice(words.say("limit-stale", month=words.month(inputs.forecast.origin)), strong=True))
    blocks += [*news(inputs, words), fan_figure(inputs, words), _region_table(inputs, words)]
    if not inputs.alone:
        # the one country's figures stand in the table above already
        blocks += [countries_table(inputs, words), chances_table(inputs, words)]
    if (drawn := expected_map(inputs, words)) is not None:
        blocks.append(drawn)
    if (reasons := reasons_table(inputs, words)) is not None:
        blocks.append(reasons)
    return (*blocks, *accuracy(inputs, words), *reliability_blocks(inputs, words), targeting)


def _region_name(inputs: BriefInputs, words: Words) -> str:
    return isolate(inputs.region.names[words.language])


def fan_figure(inputs: BriefInputs, words: Words) -> Figure:
    """Observed and expected deaths a month of the whole region."""
    fan = next(f for f in inputs.assessment.fans if f.unit is None)
    known = [deaths for _, deaths in fan.observed if deaths is not None]
    middle = [month.percentiles[2] for month in fan.ahead]
    low, high = min(m.percentiles[0] for m in fan.ahead), max(m.percentiles[4] for m in fan.ahead)
    last = fan.ahead[-1].month
    months = [month for month, _ in fan.observed] + [month.month for month in fan.ahead]
    labels = FanLabels(*(words.say(f"fan-{name}") for name in ("deaths", "observed", "median", "half", "ninety")))
    return Figure(
        "fan",
        words.say("fan-title", region=inputs.region.names[words.language], month=words.month(last)),
        words.say(
            "fan-alternative",
            low=words.number(min(known, default=0)),
            high=words.number(max(known, default=0)),
            range=words.between(low, high),
            **{"from": words.number(min(middle)), "to": words.number(max(middle))},
        ),
        FanPicture(fan, labels, tuple((month, words.short_month(month)) for month in months), words.separators),
        _fan_twin(inputs, words),
        words.say(
            "fan-source",
            vintage=told_vintage(inputs.panel.vintage, words),
            model=inputs.forecast.model,
            month=words.month(inputs.forecast.origin),
        ),
    )


def _fan_twin(inputs: BriefInputs, words: Words) -> Table:
    fan = next(f for f in inputs.assessment.fans if f.unit is None)
    heads = (
        Head(words.say("head-day")),
        Head(words.say("fan-observed"), "number"),
        Head(words.say("fan-median"), "number"),
        Head(words.say("head-half"), "number"),
        Head(words.say("head-ninety"), "number"),
    )
    nothing = (figure(""),) * 3
    rows: list[tuple[Cell, ...]] = [
        (text(words.month(month), heading=True), figure(count_or_unknown(deaths, words)), *nothing) for month, deaths in fan.observed
    ]
    for month in fan.ahead:
        low, quarter, median, third, high = month.percentiles
        cells = (words.number(median), words.between(quarter, third), words.between(low, high))
        rows.append((text(words.month(month.month), heading=True), figure(""), *map(figure, cells)))
    return Table("fan-twin", words.say("fan-twin-caption"), heads, tuple(rows), records=basis(inputs))


def _horizons(inputs: BriefInputs) -> list[int]:
    return [h for h in HORIZONS if inputs.assessment.outlook(None, h) is not None]


def _region_table(inputs: BriefInputs, words: Words) -> Table:
    heads = (
        Head(words.say("head-horizon")),
        Head(words.say("head-expected"), "number"),
        Head(words.say("head-half"), "number"),
        Head(words.say("head-ninety"), "number"),
        *(Head(words.say("head-chance", deaths=words.number(t)), "number") for t in THRESHOLDS),
    )
    rows = []
    for horizon in _horizons(inputs):
        found = inputs.assessment.outlook(None, horizon)
        assert found is not None  # _horizons holds those there are
        span = words.say("horizon-span", ahead=isolate(words.say("months-ahead", count=horizon)), month=words.month(inputs.as_of + horizon))
        numbers = (words.rough(found.mean), words.between(*found.half), words.between(*found.ninety), *map(words.chance, found.chance))
        rows.append((text(span, heading=True), *map(figure, numbers)))
    caption = words.say("outlook-caption", region=inputs.region.names[words.language])
    return Table("outlook", caption, heads, tuple(rows), records=basis(inputs))


def _units(inputs: BriefInputs, words: Words) -> list[int]:
    """Units with an outlook, the most deaths expected over the longest horizon first."""
    longest = _horizons(inputs)[-1]
    found = [o for o in inputs.assessment.outlooks if o.unit is not None and o.horizon == longest]
    found.sort(key=lambda o: (-o.mean, country_name(o.unit, words)))
    return [o.unit for o in found if o.unit is not None]


def countries_table(inputs: BriefInputs, words: Words) -> Table:
    """Deaths expected by country and horizon, with nine tenths of the draws."""
    horizons = _horizons(inputs)
    scored = any(row.by == "unit" for row in inputs.scores.rows)
    past = (Head(words.say("head-past-error"), "number"),) if scored else ()
    heads = (Head(words.say("head-country")), *(Head(words.say("months-ahead", count=h), "number") for h in horizons), *past)
    rows = []
    for unit in _units(inputs, words):
        cells = [text(country_name(unit, words), heading=True)]
        cells += [figure(_expected(inputs.assessment.outlook(unit, h), words)) for h in horizons]
        rows.append((*cells, figure(_past_error(unit, inputs, words))) if scored else tuple(cells))
    return Table("countries", words.say("countries-caption"), heads, tuple(rows), records=basis(inputs))


def _past_error(unit: int, inputs: BriefInputs, words: Words) -> str:
    """The model's error on this country's past months, with the reference's in brackets."""
    score = inputs.scores.of("crps", "unit", str(unit))
    if score is None:
        return words.say("no-statement")
    if score.reference is None:
        return _score("crps", score.value, words)
    return words.say("past-error", model=_score("crps", score.value, words), reference=_score("crps", score.reference, words))


def _expected(found: Outlook | None, words: Words) -> str:
    if found is None:
        return words.say("no-statement")
    return words.say("expected-range", mean=words.rough(found.mean), range=words.between(*found.ninety))


def chances_table(inputs: BriefInputs, words: Words) -> Table:
    """Chances of at least 1, 25 and 100 deaths by country and horizon."""
    horizons = _horizons(inputs)
    groups = (Head(""), *(Head(words.say("months-ahead", count=h), "text", len(THRESHOLDS)) for h in horizons))
    marks = [words.at_least(t) for t in THRESHOLDS]
    heads = (Head(words.say("head-country")), *(Head(mark, "number") for _ in horizons for mark in marks))
    rows: list[tuple[Cell, ...]] = []
    for unit in _units(inputs, words):
        cells = [text(country_name(unit, words), heading=True)]
        for horizon in horizons:
            found = inputs.assessment.outlook(unit, horizon)
            cells += [figure(words.chance(p)) for p in found.chance] if found else [figure(words.say("no-statement"))] * len(THRESHOLDS)
        rows.append(tuple(cells))
    return Table("chances", words.say("chances-caption"), heads, tuple(rows), groups=groups, records=basis(inputs))


def yardstick_table(words: Words) -> Table:
    """The words of likelihood and the numbers they are bound to."""
    heads = (Head(words.say("head-word")), Head(words.say("head-probability"), "number"))
    rows = tuple(
        (text(words.say(f"likelihood-{step.key}"), heading=True), figure(words.share_range(step.low, step.high))) for step in YARDSTICK
    )
    return Table("yardstick", words.say("yardstick-caption"), heads, rows)


def accuracy(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """How the model did on past months, or a sentence that nothing is known of it."""
    rows = []
    for measure in MEASURES:
        score = inputs.scores.of(measure)
        if score is None:
            continue
        label = text(words.say(f"measure-{measure}"), heading=True)
        values = [_score(measure, value, words) for value in (score.value, score.reference)]
        rows.append((label, *map(figure, values), figure(words.number(score.n))))
    if not rows:
        return (Notice(words.say("accuracy-none"), strong=True),)
    names = ("measure", "model", "reference", "cases")
    heads = tuple(Head(words.say(f"head-{name}"), "text" if name == "measure" else "number") for name in names)
    scored = tuple(f"score:{measure}" for measure in MEASURES if inputs.scores.of(measure))
    note = words.say("accuracy-source", vintage=told_vintage(inputs.scores.observed_vintage, words))
    return (Table("accuracy", words.say("accuracy-caption"), heads, tuple(rows), note=note, records=scored),)


def _score(measure: str, value: float | None, words: Words) -> str:
    if value is None:
        return words.say("no-statement")
    return words.percent(value) if measure in SHARES else words.number(value, 2 if abs(value) < 10 else 1)


def basis(inputs: BriefInputs) -> tuple[str, ...]:
    """What a sentence on the outlook rests on."""
    return (f"forecast:{inputs.forecast.model}:{format_month(inputs.forecast.origin)}",)
