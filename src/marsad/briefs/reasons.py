"""Why a unit's forecast says what it says: one sentence on its past, what would halve it, and the base rate where it is quiet."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.findings import Reason
from marsad.base.months import format_month
from marsad.briefs.content import Head, Table
from marsad.briefs.happened import country_name, text
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.words import Words

STEP = 1
"""Month ahead that a brief explains; the others stand in the JSON."""


def told_reason(reason: Reason, origin: int, words: Words) -> str:
    """The sentences on one unit at one step, without its name.

    Args:
        reason: what carries the forecast.
        origin: last month known.
        words: of the language.
    """
    month = words.month(origin + reason.step)
    kind, mean = words.say(f"reason-kind-{reason.kind}"), words.rough(reason.mean)
    said = [words.say("reason-forecast", month=month, mean=mean, kind=kind, before=words.rough(reason.mean_12))]
    if reason.onset_rate is not None:
        said.append(words.say("reason-onset", rate=_rate(reason.onset_rate, words), count=reason.step))
    if reason.mean >= LEAST and any(part.share for part in reason.carried):
        recent, year, older = (words.percent(min(max(part.share, 0.0), 1.0)) for part in reason.carried)
        said.append(words.say("reason-carried", recent=recent, year=year, older=older))
        halves = reason.halves_after
        said.append(words.say("reason-halves-never") if halves is None else words.say("reason-halves", count=halves))
    return " ".join(said)


LEAST = 0.05
"""Deaths a month below which there is nothing to explain or to halve."""


def _rate(share: float, words: Words) -> str:
    """A base rate in percent with one digit below ten, so that a rare onset is not told as nought."""
    return words.percent(share) if share >= 0.095 else words.number(share * 100, 1).replace("\u2069", "\u00a0%\u2069")


def reasons_table(inputs: BriefInputs, words: Words) -> Table | None:
    """A row a country, the most deaths expected first, as the forecast beside it expects them; None where the model gives no reasons."""
    made = inputs.forecast
    # a reason's own mean is of few draws, and would differ from the figure that other tables of the brief give
    means = dict(zip(made.units.tolist(), made.draws[:, made.steps.tolist().index(STEP)].mean(axis=1).tolist(), strict=True))
    found = [replace(reason, mean=means[reason.unit]) for reason in made.reasons if reason.step == STEP and reason.unit in means]
    if not found:
        return None
    found.sort(key=lambda r: (-r.mean, country_name(r.unit, words)))
    origin = inputs.forecast.origin
    rows = tuple((text(country_name(r.unit, words), heading=True), text(told_reason(r, origin, words))) for r in found)
    heads = (Head(words.say("head-country")), Head(words.say("reason-head")))
    records = (f"forecast:{inputs.forecast.model}:{format_month(origin)}",)
    return Table("reasons", words.say("reason-caption"), heads, rows, note=words.say("reason-note"), records=records)
