"""Events in, counts per unit and month out: `counts` sums with Ibis on either engine, `observed` says what is a true zero.

deaths_by_month  events table -> Ibis expression, one row a unit, month and release
left_out         events table -> Ibis expression, how many events the sums leave out, by reason
joined           several panels -> one
panel_of         those rows and the sources' coverage -> Panel
"""

from marsad.panel.counts import SOURCES, Violence, deaths_by_month, left_out
from marsad.panel.observed import joined, panel_of

__all__ = ["SOURCES", "Violence", "deaths_by_month", "joined", "left_out", "panel_of"]
