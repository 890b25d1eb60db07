"""What a brief is made from: base types only, handed over by the pipeline, never looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from marsad.base.corrections import Ledger
from marsad.base.errors import BriefError
from marsad.base.findings import Assessment
from marsad.base.frames import EVENT_SCHEMA, Forecast, Panel, Scores
from marsad.base.months import MonthId, last_day, month_of
from marsad.base.places import Region, country_by_iso3
from marsad.base.records import Document, Language, Record
from marsad.base.regional import Regional

Terms = Mapping[tuple[str, str | None], Mapping[Language, str]]
"""Names by language of what texts name in another: by the text's words and, of places, the country."""

LAG_DAYS = 7
"""Days an event must lie back before a public brief tells of it: a brief is no live report."""

STALE_MONTHS = 3
"""Months after which a brief warns that its forecast is old."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures or texts come from, as its passport says. `reshare` False: rows are counted and never shown."""

    key: str
    name: str
    licence: str
    citation: str
    release: str = ""
    rows: int | None = None
    url: str | None = None
    reshare: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class BriefInputs:
    """Everything one brief says.

    Attributes:
        region: whose brief it is; its names in three languages.
        as_of: last month known; the forecast's origin.
        documents: texts read.
        records: events, engagements, statements and their links, coded from those texts.
        events: rows of event tables in EVENT_SCHEMA, the brief's region only; rows coded from documents may be among them.
        panel: deaths per country and month to `as_of`.
        forecast: draws per country.
        assessment: what `assessment.assess` found for the same panel and forecast.
        scores: the model's scores on past origins, beside conflictology12.
        sources: every source that a figure or text rests on.
        cells: deaths per cell and month; None where no source gives cells.
        cell_forecast: draws per cell.
        rejects: records set aside in this run.
        run: id of the run.
        caveats: further caveats in the brief's language, shown as they are.
        sample_texts: the documents were invented for the sample; the brief says so at its head.
        made_on: day the brief is made; without it the last day of `as_of`. Events of the last seven days before it are held back.
        ledger: what people corrected; records, rows and counts given here are as it has them.
        found: alerts, attention, spillover, groups and partnerships of the region.
        terms: actors, offices and places of the records in the languages that their texts are not in.
    """

    region: Region
    as_of: MonthId
    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    events: pa.Table
    panel: Panel
    forecast: Forecast
    assessment: Assessment
    scores: Scores
    sources: tuple[Source, ...]
    cells: Panel | None = None
    cell_forecast: Forecast | None = None
    rejects: int = 0
    run: str = ""
    caveats: tuple[str, ...] = field(default=())
    sample_texts: bool = False
    made_on: date | None = None
    ledger: Ledger = field(default_factory=Ledger)
    found: Regional = field(default_factory=Regional)
    terms: Terms = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.events.schema != EVENT_SCHEMA:
            raise BriefError("the events given to a brief do not have the columns of the events table (base/frames.py)")
        if self.assessment.month != self.as_of:
            raise BriefError("the assessment speaks of another month than the brief: assess at the brief's last month")

    @property
    def missing(self) -> tuple[int, ...]:
        """Countries of the region that the counts do not cover, as ISO numeric codes."""
        listed = {country.numeric for code in self.region.countries if (country := country_by_iso3(code))}
        return tuple(sorted((listed | set(self.assessment.missing)) - {int(unit) for unit in self.panel.units}))

    @property
    def alone(self) -> bool:
        """Whether the brief is on one country: tables by country would say the same line twice."""
        return len(self.region.countries) == 1

    @property
    def stale(self) -> bool:
        """Whether the forecast is older than three months on the day the brief is made."""
        made = self.made_on or last_day(self.as_of)
        return month_of(made.year, made.month) - self.forecast.origin > STALE_MONTHS

    @property
    def latest_day(self) -> date:
        """Last day an event may have and still be told."""
        end = self.made_on or last_day(self.as_of)
        return min(date.fromordinal(end.toordinal() - LAG_DAYS), last_day(self.as_of))


def no_events() -> pa.Table:
    """An events table without rows."""
    empty: Any = EVENT_SCHEMA.empty_table()
    return empty
