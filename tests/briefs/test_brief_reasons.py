"""Reasons in a brief name the deaths that its forecast expects, the most first."""

from dataclasses import replace

import pytest

from marsad.base.findings import Carried, Reason
from marsad.briefs import BriefInputs
from marsad.briefs.content import Table
from marsad.briefs.reasons import STEP, reasons_table
from marsad.briefs.words import LANGUAGES, Words, bare


def reason(unit: int, step: int, mean: float) -> Reason:
    return Reason(unit, step, "active", mean, 10.0, (Carried(0, 3, 0.5), Carried(3, 12, 0.3), Carried(12, 60, 0.1)), 4, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_names_the_deaths_that_the_forecast_expects(inputs: BriefInputs, language: str) -> None:
    made, words = inputs.forecast, Words(language)  # type: ignore[arg-type]
    units = made.units.tolist()
    told = tuple(reason(unit, step, 7.0) for unit in units for step in (STEP, STEP + 2))
    table = reasons_table(replace(inputs, forecast=replace(made, reasons=told)), words)
    assert isinstance(table, Table)
    assert len(table.rows) == len(units)
    means = sorted((made.draws[at, made.steps.tolist().index(STEP)].mean() for at in range(len(units))), reverse=True)
    said = [bare("".join(run.text for run in row[1].runs)) for row in table.rows]
    assert all(bare(words.rough(mean)) in sentence for mean, sentence in zip(means, said, strict=True))


def test_without_reasons_there_is_no_table(inputs: BriefInputs) -> None:
    assert reasons_table(replace(inputs, forecast=replace(inputs.forecast, reasons=())), Words("en")) is None
