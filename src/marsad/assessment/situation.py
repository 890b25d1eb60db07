"""Where a unit stands: its last month beside its own twelve and thirty-six months, its worst month, and its quiet."""

from __future__ import annotations

import numpy as np

from marsad.base.errors import AssessmentError
from marsad.base.findings import Situation
from marsad.base.frames import Bools, Floats, Panel
from marsad.base.months import format_month

SHARE_LEAST = 0.5
"""Share of a window's months that must be observed before its mean is told."""


def situation(panel: Panel, unit: int, month: int) -> Situation:
    """The situation of one unit in one month; what is not observed stays None.

    Raises:
        AssessmentError: the panel does not hold the unit or the month.
    """
    at = np.flatnonzero(panel.units == unit)
    if not len(at):
        raise AssessmentError(f"the panel holds no unit {unit}: nothing can be said of it")
    return _situation(panel.deaths[at[0]], panel.observed[at[0]], unit=unit, place=_place(panel, month), panel=panel)


def region_situation(panel: Panel, month: int) -> Situation:
    """The situation of all units of the panel together; a month counts only where every unit was observed.

    Raises:
        AssessmentError: the panel is empty or does not hold the month.
    """
    if not len(panel.units):
        raise AssessmentError("the panel holds no unit of this region: nothing can be said of it")
    deaths, observed = total(panel)
    return _situation(deaths, observed, unit=None, place=_place(panel, month), panel=panel)


def total(panel: Panel) -> tuple[Floats, Bools]:
    """Deaths of all units together, shape (t,), and whether every unit was observed."""
    observed = np.asarray(panel.observed.all(axis=0), dtype=np.bool_)
    return np.where(observed, panel.deaths.sum(axis=0), 0.0), observed


def _place(panel: Panel, month: int) -> int:
    at = np.flatnonzero(panel.months == month)
    if not len(at):
        raise AssessmentError(f"the panel does not reach {format_month(month)}: ask for a month it holds")
    return int(at[0])


def _situation(deaths: Floats, observed: Bools, *, unit: int | None, place: int, panel: Panel) -> Situation:
    deaths, observed = deaths[: place + 1], observed[: place + 1]
    peak = int(deaths[observed].max()) if observed.any() else None
    # the latest of equal months: counted from the end
    peak_at = None if peak is None else int(np.flatnonzero(observed & (deaths == peak))[-1])
    violent = np.flatnonzero(observed & (deaths > 0))
    return Situation(
        unit=unit,
        month=int(panel.months[place]),
        deaths=int(deaths[place]) if observed[place] else None,
        mean12=_mean(deaths, observed, 12),
        mean36=_mean(deaths, observed, 36),
        last12=_sum(deaths[-12:], observed[-12:]),
        before12=_sum(deaths[-24:-12], observed[-24:-12]),
        observed12=int(observed[-12:].sum()),
        peak=peak,
        peak_month=None if peak_at is None else int(panel.months[peak_at]),
        quiet=int(place - violent[-1]) if len(violent) and observed[violent[-1] :].all() else None,
    )


def _mean(deaths: Floats, observed: Bools, months: int) -> float | None:
    seen = observed[-months:]
    return float(deaths[-months:][seen].mean()) if seen.sum() >= SHARE_LEAST * months else None


def _sum(deaths: Floats, observed: Bools) -> int | None:
    return int(deaths[observed].sum()) if observed.any() else None
