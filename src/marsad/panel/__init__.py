"""Events in, counts per unit and month out: `counts` sums with Ibis on either engine, `observed` says what is a true zero.

deaths_by_month  events table -> Ibis expression, one row a unit, month and release
left_out         events table -> Ibis expression, how many events the sums leave out, by reason
joined           several panels -> one
panel_of         those rows and the sources' coverage -> Panel
events_by_month, engagements_by_month, attention_by_month  the archive's tables -> further counts, for covariates
covariate_panel  those rows -> Panel
"""

from marsad.panel.counts import SOURCES, Violence, deaths_by_month, left_out
from marsad.panel.covariates import attention_by_month, covariate_panel, engagements_by_month, events_by_month
from marsad.panel.observed import joined, panel_of

__all__ = [
    "SOURCES", "Violence", "attention_by_month", "covariate_panel", "deaths_by_month", "engagements_by_month", "events_by_month",
    "joined", "left_out", "panel_of",
]  # fmt: skip
