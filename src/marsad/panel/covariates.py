"""Further counts per unit and month, for models beside the deaths: coded events of one type, engagements, attention.

Ibis expressions over the archive's tables, as `counts` has them. A month without a row counts 0. Each figure is known only once the
texts it was read from are out: the delay is given where a forecast takes the figures in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from marsad.base.errors import PanelError
from marsad.base.frames import Level, Panel
from marsad.panel.counts import NOT_COUNTED

CODED = ("marsad",)
"""Source of the events that Marsad read itself."""

_UNITS = {"country": "country_id", "cell": "cell"}


def events_by_month(events: Any, *, kind: str, level: Level, first: int, last: int, sources: Sequence[str] = CODED) -> Any:
    """Events of one PLOVER type by unit and month: columns unit_id, month_id, count.

    Args:
        events: table with the columns of EVENT_SCHEMA, as an Ibis expression.
        kind: PLOVER type, such as PROTEST.
        level: country or cell.
        first: first month number.
        last: last month number, included.
        sources: names of sources to count.
    """
    unit = events[_UNITS[level]]
    clean = events.flags.isnull()
    stated = events.flags.notnull()
    for flag in NOT_COUNTED:
        stated = stated & ~events.flags.contains(flag)
    chosen = events.filter(
        events.source.isin(list(sources)), events.type == kind.upper(), clean | stated, events.month_id.between(first, last), unit > 0
    )
    grouped = chosen.group_by(unit_id=chosen[_UNITS[level]].cast("int64"), month_id=chosen.month_id.cast("int64"))
    return grouped.aggregate(count=chosen.count().cast("int64"))


def engagements_by_month(engagements: Any, *, first: int, last: int) -> Any:
    """Engagements (meetings, visits, calls) by the country where they were held, else their host's: columns iso3, month_id, count."""
    placed = engagements.mutate(iso3=engagements.country.coalesce(engagements.host))
    chosen = placed.filter(placed.iso3.notnull(), placed.month_id.between(first, last))
    grouped = chosen.group_by(iso3=chosen.iso3, month_id=chosen.month_id.cast("int64"))
    return grouped.aggregate(count=chosen.count().cast("int64"))


def attention_by_month(mentions: Any, documents: Any, *, first: int, last: int) -> Any:
    """Documents that name a country, by the month in which they were published: columns iso3, month_id, count."""
    named = mentions.filter(mentions.entity.startswith("country:")).select("document", "entity")
    dated = documents.filter(documents.published.notnull())
    dated = dated.select(document=dated.id, month_id=((dated.published.year() - 1980) * 12 + dated.published.month()).cast("int64"))
    both = named.join(dated, "document")
    chosen = both.filter(both.month_id.between(first, last))
    grouped = chosen.group_by(iso3=chosen.entity.substr(len("country:")), month_id=chosen.month_id)
    return grouped.aggregate(count=chosen.document.nunique().cast("int64"))


def covariate_panel(rows: pa.Table, *, level: Level, first: int, last: int, outcome: str, numbers: Mapping[str, int]) -> Panel:
    """A panel of such rows, every month from the first to the last; units without a row are not in it.

    Args:
        rows: columns month_id, count and unit_id or iso3.
        level: country or cell.
        first: first month number.
        last: last month number, included.
        outcome: what is counted.
        numbers: ISO 3166-1 alpha-3 -> unit_id; rows of other codes are left out.

    Raises:
        PanelError: nothing was counted.
    """
    found: dict[tuple[int, int], int] = {}
    for row in rows.to_pylist():
        unit = row["unit_id"] if "unit_id" in row else numbers.get(row["iso3"])
        if unit is not None:
            found[unit, row["month_id"]] = found.get((unit, row["month_id"]), 0) + row["count"]
    if not found:
        raise PanelError(f"the archive holds nothing to count as {outcome} in these months: read documents into it, or ask for others")
    units = sorted({unit for unit, _ in found})
    months = range(first, last + 1)
    table = pa.table({
        "unit_id": [unit for unit in units for _ in months],
        "month_id": [month for _ in units for month in months],
        "count": [found.get((unit, month), 0) for unit in units for month in months],
    })  # fmt: skip
    columns = (table[name].to_numpy() for name in ("unit_id", "month_id", "count"))
    return Panel.from_rows(*columns, level=level, outcome=outcome, vintage="archive")
