"""The numbers behind every picture and table, unrounded and one value a cell: what a workbook shows and a page rounds."""

from __future__ import annotations

from marsad.base.findings import THRESHOLDS, Fan
from marsad.base.frames import Panel
from marsad.base.months import format_month
from marsad.base.places import cell_centre, country_by_iso3, country_by_numeric, country_of_cell
from marsad.briefs.ahead import MEASURES, SHARES
from marsad.briefs.content import Sheet, Value
from marsad.briefs.happened import country_name
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.maps import expected_deaths, recent_deaths
from marsad.briefs.words import Words, bare

CHANCE_LEAST, CHANCE_MOST = 0.001, 0.999
"""Draws cannot show "never" or "always"; the page says so in words."""


def sheets(inputs: BriefInputs, words: Words) -> tuple[Sheet, ...]:
    """Sheets of numbers, in the order of the brief; a sheet without rows is left out."""
    found = [_deaths(inputs, words), _places(inputs, words)]
    if inputs.assessment.outlooks:
        found += [_months(inputs, words), outlook_sheet(inputs, words)]
    found.append(accuracy_sheet(inputs, words))
    return tuple(sheet for sheet in found if sheet.rows)


def _titled(key: str, words: Words) -> str:
    return bare(words.say(f"sheet-{key}"))


def _heads(words: Words, *names: str) -> tuple[str, ...]:
    return tuple(bare(words.say(name)) for name in names)


def _name(unit: int | None, words: Words, inputs: BriefInputs) -> str:
    return inputs.region.names[words.language] if unit is None else bare(country_name(unit, words))


def _code(unit: int | None) -> str:
    country = None if unit is None else country_by_numeric(unit)
    return country.iso3 if country else ""


def _known(value: float | None, words: Words) -> Value:
    return words.say("not-observed") if value is None else value


def _month(month: int | None) -> str:
    return "" if month is None else format_month(month)


def _deaths(inputs: BriefInputs, words: Words) -> Sheet:
    heads = (
        *_heads(words, "head-country", "head-code"),
        format_month(inputs.as_of),
        *_heads(words, "head-last12", "head-before12", "head-mean36", "head-peak", "head-peak-month", "head-quiet"),
    )
    rows: list[tuple[Value, ...]] = []
    for s in sorted(inputs.assessment.situations, key=lambda s: (s.unit is None, -(s.last12 or 0), s.unit or 0)):
        numbers = [_known(value, words) for value in (s.deaths, s.last12, s.before12, s.mean36, s.peak)]
        quiet: Value = "" if s.quiet is None else s.quiet
        rows.append((_name(s.unit, words, inputs), _code(s.unit), *numbers, _month(s.peak_month), quiet))
    unknown = words.say("not-observed")
    rows += [(_name(unit, words, inputs), _code(unit), *[unknown] * 5, "", "") for unit in inputs.missing]
    return Sheet("deaths", _titled("deaths", words), heads, tuple(rows))


def _places(inputs: BriefInputs, words: Words) -> Sheet:
    """Deaths of the last and the next twelve months by cell, or by country where no cells are counted."""
    if inputs.cells is None:
        return _by_country(inputs, words, inputs.panel)
    heads = (*_heads(words, "head-cell", "head-country"), *_heads(words, "head-longitude", "head-latitude", "head-last12", "head-next12"))
    past, ahead = recent_deaths(inputs.cells), expected_deaths(inputs.cell_forecast)
    rows: list[tuple[Value, ...]] = []
    for gid in sorted(past, key=lambda gid: (-past[gid], gid)):
        country = country_by_iso3(country_of_cell(gid) or "")
        name = country.name(words.language) if country else words.say("map-disputed")
        rows.append((gid, bare(name), *cell_centre(gid), past[gid], ahead.get(gid, "")))
    return Sheet("places", _titled("places", words), heads, tuple(rows))


def _by_country(inputs: BriefInputs, words: Words, panel: Panel) -> Sheet:
    past, ahead = recent_deaths(panel), expected_deaths(inputs.forecast)
    rows: list[tuple[Value, ...]] = [
        (_name(unit, words, inputs), _code(unit), past[unit], ahead.get(unit, "")) for unit in sorted(past, key=lambda u: (-past[u], u))
    ]
    heads = _heads(words, "head-country", "head-code", "head-last12", "head-next12")
    return Sheet("places", _titled("places", words), heads, tuple(rows))


def _months(inputs: BriefInputs, words: Words) -> Sheet:
    """Every fan: months observed, then percentiles of months ahead."""
    heads = (*_heads(words, "head-country", "head-day", "fan-observed"), "5 %", "25 %", "50 %", "75 %", "95 %")
    rows = [row for fan in inputs.assessment.fans for row in _fan_rows(fan, _name(fan.unit, words, inputs), words)]
    return Sheet("months", _titled("months", words), heads, tuple(rows))


def _fan_rows(fan: Fan, name: str, words: Words) -> list[tuple[Value, ...]]:
    nothing: tuple[Value, ...] = ("",) * 5
    past: list[tuple[Value, ...]] = [(name, format_month(month), _known(deaths, words), *nothing) for month, deaths in fan.observed]
    return [*past, *((name, format_month(month.month), "", *month.percentiles) for month in fan.ahead)]


def outlook_sheet(inputs: BriefInputs, words: Words) -> Sheet:
    """Mean, percentiles and chances of each unit and horizon."""
    chances = tuple(bare(words.say("head-chance", deaths=words.number(t))) for t in THRESHOLDS)
    heads = (*_heads(words, "head-country", "head-horizon", "head-expected"), "5 %", "25 %", "50 %", "75 %", "95 %", *chances)
    rows: list[tuple[Value, ...]] = [
        (
            _name(o.unit, words, inputs), o.horizon, o.mean, o.ninety[0], o.half[0], o.median, o.half[1], o.ninety[1],
            *(min(max(p, CHANCE_LEAST), CHANCE_MOST) for p in o.chance),
        )
        for o in inputs.assessment.outlooks
    ]  # fmt: skip
    return Sheet("outlook", _titled("outlook", words), heads, tuple(rows), shares=(8, 9, 10))


def accuracy_sheet(inputs: BriefInputs, words: Words) -> Sheet:
    """Scores of past forecasts beside the reference."""
    heads = _heads(words, "head-measure", "head-model", "head-reference", "head-cases")
    rows: list[tuple[Value, ...]] = []
    for measure in MEASURES:
        score = inputs.scores.of(measure)
        if score is None:
            continue
        # a share among errors would need its own number format in one column
        scale = 100 if measure in SHARES else 1
        label = bare(words.say(f"measure-{measure}")) + (" [%]" if measure in SHARES else "")
        rows.append((label, score.value * scale, "" if score.reference is None else score.reference * scale, score.n))
    return Sheet("accuracy", _titled("accuracy", words), heads, tuple(rows))
