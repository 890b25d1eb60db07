"""A brief as typed content, in one language, before any form: sections of facts, tables, figures, quotes; each with its records.

Texts hold the direction isolates that `words.py` puts around inserted runs. A renderer adds mark-up and no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from marsad.base.findings import Fan
from marsad.base.records import Language

Align = Literal["text", "number"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `language` where it is not the brief's own; `refs` name evidence, `link` an anchor on the page."""

    text: str
    language: str | None = None
    refs: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence and the records it rests on; `records` is never empty: ids of records, or `panel:...`, `forecast:...`, `score:...`."""

    text: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Facts that read as one paragraph."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that qualifies what stands around it; `strong` where a reader must not miss it."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `value` is its one number where it has one, for forms that keep numbers as numbers."""

    runs: tuple[Run, ...]
    align: Align = "text"
    heading: bool = False
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """One column heading; `span` columns wide; `group` headings stand in the row above."""

    text: str
    align: Align = "text"
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `groups`, where given, is the upper of two heading rows.

    `weights` ranks the rows for forms with less room, 0 the weightiest; `records` is what its figures rest on, where rows cite nothing.
    """

    key: str
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: tuple[Head, ...] = ()
    note: str | None = None
    weights: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FanLabels:
    """Words of a fan chart."""

    deaths: str
    observed: str
    median: str
    half: str
    ninety: str


@dataclass(frozen=True, slots=True)
class FanPicture:
    """A fan chart: observed months and percentiles of the months ahead, with month names as they are printed."""

    fan: Fan
    labels: FanLabels
    months: tuple[tuple[int, str], ...]
    numbers: str


@dataclass(frozen=True, slots=True)
class Legend:
    """One class of a map: its label, and the rank of its shade, from 0 (palest)."""

    label: str
    rank: int


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map of countries, with cells on it where there are any; ranks are classes of the legend.

    A country or cell without a rank is not observed, and is drawn hatched or not at all, never in the palest shade. `key` keeps two
    maps of one page apart. `shades` gives the classes other colours than those of counts,
    `frame` the countries that the picture is drawn around, where those are not all.
    """

    countries: tuple[str, ...]
    country_ranks: tuple[tuple[str, int], ...]
    cell_ranks: tuple[tuple[int, int], ...]
    names: tuple[tuple[str, str], ...]
    legend: tuple[Legend, ...]
    not_observed: str
    disputed: str
    key: str = "map"
    shades: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """One row of bars over the months of a picture: `up` above the line and, where given, `down` below it; None is not observed."""

    title: str
    up: tuple[float | None, ...]
    down: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class BarsPicture:
    """Months in bars, one row above the other: the tempo of a group, or what two states did for and against each other.

    `labels` name what stands above and, where there is anything, below the line; `key` keeps two pictures of one page apart.
    """

    months: tuple[tuple[int, str], ...]
    rows: tuple[Bars, ...]
    labels: tuple[str, ...]
    not_observed: str
    numbers: str
    key: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One meeting in a calendar: its row, its first and last day as ordinals, its form, its number, and the marks it follows up."""

    row: int
    first: int
    last: int
    form: str
    number: str
    follows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """Meetings by day, a row for those who met; time runs from left to right, names stand where reading begins.

    `forms` are (form, word) of the marks shown; `ticks` are (ordinal, word) of the days named on the axis.
    """

    rows: tuple[str, ...]
    marks: tuple[Mark, ...]
    forms: tuple[tuple[str, str], ...]
    ticks: tuple[tuple[int, str], ...]
    follows: str
    direction: Literal["rtl", "ltr"]


@dataclass(frozen=True, slots=True)
class ReliabilityPicture:
    """What was said beside what came: points are (share said, share that came, cases as printed, cases)."""

    points: tuple[tuple[float, float, str, int], ...]
    said: str
    came: str
    point: str
    perfect: str
    percents: tuple[tuple[int, str], ...]


Picture = FanPicture | MapPicture | BarsPicture | CalendarPicture | ReliabilityPicture


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its title, its text alternative, its table twin, the line that says whose figures it shows, and a note."""

    key: str
    title: str
    alternative: str
    picture: Picture
    twin: Table
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One engagement on the timeline; `lines` are (label, runs)."""

    anchor: str
    when: str
    title: str
    lines: tuple[tuple[str, tuple[Run, ...]], ...]
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Engagements in order of time."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said: the holder of the claim, the words, and where they stand."""

    holder: tuple[Run, ...]
    text: str
    language: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Claims with their holders."""

    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence behind records: numbered, in its own language, with document, publisher and day."""

    number: int
    anchor: str
    records: tuple[str, ...]
    text: str
    language: str
    origin: tuple[Run, ...]
    note: str


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """All sentences the brief rests on."""

    items: tuple[Evidence, ...]


Block = Paragraph | Notice | Table | Figure | Timeline | Quotes | EvidenceList


Value = str | float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Numbers behind a picture or table, unrounded, one value a cell; `shares` are columns that hold shares of 1."""

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief under one heading; its key is its anchor."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """One brief in one language.

    Attributes:
        title: what it is, of what, as of when.
        about: one line under the title.
        language: ar, fr or en.
        direction: rtl or ltr.
        region: key of the region, or group-jnim, pair-MAR-USA.
        as_of: last month known, such as 2026-05.
        sections: the summary first.
        labels: words of the frame that a renderer puts around (contents, evidence, table), by name.
        numbers: number of each record's evidence, by record id.
        links: spoken name of each number, such as "sentence 3".
        sheets: the numbers behind pictures and tables.
        run: id of the run.
        territory: country of its readers, ISO 3166-1 alpha-2, where months and digits follow one.
        basis: what the page says of itself for programs: countries, month, last entry of the log known.
    """

    title: str
    about: str
    language: Language
    direction: Literal["rtl", "ltr"]
    region: str
    as_of: str
    sections: tuple[Section, ...]
    labels: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, int], ...] = field(default=())
    links: tuple[tuple[int, str], ...] = field(default=())
    run: str = ""
    sheets: tuple[Sheet, ...] = field(default=())
    territory: str | None = None
    basis: tuple[tuple[str, str], ...] = field(default=())

    def number_of(self, record: str) -> int | None:
        """Number of the evidence behind a record, or None where no sentence is shown for it."""
        return dict(self.numbers).get(record)

    def numbers_of(self, records: Iterable[str]) -> list[int]:
        """Numbers of the evidence behind records, in order, each once."""
        known = dict(self.numbers)
        return sorted({known[record] for record in records if record in known})

    def label(self, name: str) -> str:
        """A word of the frame."""
        return dict(self.labels)[name]
