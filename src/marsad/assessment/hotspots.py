"""Where it gathers: cells whose months with deaths became more or fewer, and how few cells carry half of the deaths."""

from __future__ import annotations

import numpy as np

from marsad.base.findings import Concentration, Hotspot, Trend
from marsad.base.frames import Panel

RECENT, BEFORE = 12, 24
"""Months compared."""

TOP = 5
"""Cells with most deaths whose share is told."""

LEVEL = 0.05
"""p-value below which a change is told."""


def hotspots(panel: Panel) -> tuple[Hotspot, ...]:
    """Cells that are new, growing or fading at the panel's last month, most deaths first.

    Months with deaths are compared, not deaths: one massacre would make any cell "growing". A cell counts only where all of the
    thirty-six months are observed. New: no month with deaths in the twenty-four before, and two or more in the last twelve.
    """
    if panel.deaths.shape[1] < RECENT + BEFORE:
        return ()
    window = slice(-RECENT - BEFORE, None)
    active = panel.deaths[:, window] > 0
    known = panel.observed[:, window].all(axis=1) & active.any(axis=1)
    found = []
    for row in np.flatnonzero(known):
        now, before = int(active[row, -RECENT:].sum()), int(active[row, :BEFORE].sum())
        trend, p_value = _trend(now, before)
        if trend != "steady":
            deaths = int(panel.deaths[row, -RECENT:].sum())
            found.append(Hotspot(int(panel.units[row]), trend, deaths, now, before, p_value))
    return tuple(sorted(found, key=lambda h: (-h.deaths12, h.cell)))


def concentration(panel: Panel) -> Concentration | None:
    """How few cells carry half of the deaths of the last twelve months; None where no death was observed."""
    deaths = np.where(panel.observed, panel.deaths, 0)[:, -RECENT:].sum(axis=1)
    ranked = np.sort(deaths[deaths > 0])[::-1]
    if not len(ranked):
        return None
    half = int(np.searchsorted(np.cumsum(ranked), ranked.sum() / 2) + 1)
    most = ranked[:TOP]
    return Concentration(int(ranked.sum()), len(ranked), half, len(most), float(most.sum() / ranked.sum()))


def _trend(now: int, before: int) -> tuple[Trend, float]:
    from scipy.stats import hypergeom

    # Fisher's exact test: of all active months, how many fall into the last twelve by chance
    chance = hypergeom(RECENT + BEFORE, RECENT, now + before)
    more, fewer = float(chance.sf(now - 1)), float(chance.cdf(now))
    if before == 0 and now >= 2:
        return "new", more
    if more < LEVEL:
        return "growing", more
    if fewer < LEVEL:
        return "fading", fewer
    return "steady", min(more, fewer)
