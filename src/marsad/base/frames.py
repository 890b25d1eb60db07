"""Labelled numbers, checked at birth: Panel (unit, month), Forecast (unit, step, draw), Scores (one row each).

Order is fixed everywhere: unit, then month or step, then draw; draws are always the last axis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from marsad.base.errors import ForecastError, PanelError, RecordError
from marsad.base.findings import Reason
from marsad.base.months import format_month
from marsad.base.records import Reject

Level = Literal["country", "cell"]
Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

MONTHS_MOST = 2400
"""A panel of more than two hundred years of months is a mistaken month_id, not data."""


EVENT_SCHEMA = pa.schema([
    ("id", pa.string()),  # depends on content alone
    ("source", pa.string()),  # passport name, such as ucdp-ged; "marsad" for events coded from documents
    ("release", pa.string()),  # release of the source, such as 24.1; coder version for coded events
    ("source_id", pa.string()),  # the publisher's own id
    ("document", pa.string()),  # document id, or null for a row of an event table
    ("line", pa.int32()),
    ("type", pa.string()),  # PLOVER type
    ("modes", pa.string()),  # comma-separated
    ("contexts", pa.string()),  # comma-separated
    ("quad_class", pa.int8()),
    ("violence", pa.string()),  # state-based, non-state, one-sided, or null
    ("date_start", pa.date32()),
    ("date_end", pa.date32()),
    ("date_precision", pa.string()),
    ("date_basis", pa.string()),
    ("month_id", pa.int32()),  # month of date_end; null where the date is unknown
    ("place", pa.string()),
    ("country", pa.string()),  # ISO 3166-1 alpha-3
    ("country_id", pa.int32()),  # ISO 3166-1 numeric
    ("lat", pa.float64()),
    ("lon", pa.float64()),
    ("cell", pa.int32()),  # PRIO-GRID gid
    ("place_basis", pa.string()),
    ("place_precision_m", pa.float64()),
    ("actor", pa.string()),
    ("actor_entity", pa.string()),
    ("recipient", pa.string()),
    ("recipient_entity", pa.string()),
    ("deaths_low", pa.int64()),
    ("deaths_best", pa.int64()),
    ("deaths_high", pa.int64()),
    ("flags", pa.string()),  # comma-separated: negated, future, hypothetical, historical, attributed
    ("source_kind", pa.string()),
    ("span_start", pa.int32()),
    ("span_end", pa.int32()),
    ("rule", pa.string()),
    ("confidence", pa.float64()),
    ("reports", pa.int32()),  # how many reports the source counts; null where not stated
    ("text", pa.string()),  # the sentence, or the headline that the table quotes
    ("file_sha256", pa.string()),
    ("row", pa.int32()),  # row of the file, from 1 for the first row of data
    ("record", pa.string()),  # the whole record as JSON for coded events; null for event tables
])  # fmt: skip
"""Columns of the events table: what sources give, what the archive holds, what panels count."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Months for which a source claims to know every event of a country; a month without an event there is a true zero."""

    country_id: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class EventImport:
    """One event file as read: events, rows set aside, rows that are no data (tag rows), and what the file covers.

    Every row read is accounted for: `rows_read == events.num_rows + len(rejects) + len(ignored)`.
    `notes` say what a reader of the figures should know: columns not read, bounds corrected, events that stand in two files.
    """

    source: str
    release: str
    path: str
    sha256: str
    rows_read: int
    events: pa.Table
    rejects: tuple[Reject, ...]
    ignored: tuple[Reject, ...]
    coverage: tuple[Coverage, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        found = self.events.num_rows + len(self.rejects) + len(self.ignored)
        if found != self.rows_read:
            raise RecordError(f"{self.path}: {self.rows_read} rows read but {found} accounted for")
        if self.events.schema != EVENT_SCHEMA:
            raise RecordError(f"{self.path}: events do not have the columns of the events table")


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Deaths per unit and month, with a mask: zero is not the same as not observed.

    Attributes:
        units: shape (n,), int64, rising; ISO 3166-1 numeric codes, PRIO-GRID gids, or the ids of a foreign panel.
        months: shape (t,), int64, consecutive month numbers (January 1980 = 1).
        deaths: shape (n, t), float64; whole numbers >= 0; 0 where not observed.
        observed: shape (n, t), bool; False where nothing is known.
        level: country or cell.
        outcome: what is counted, such as "deaths, all types of violence, UCDP best".
        vintage: which release or file the counts come from.

    Raises:
        PanelError: a count is NaN, negative or fractional; months are not consecutive; a unit stands twice.
    """

    units: Ints
    months: Ints
    deaths: Floats
    observed: Bools
    level: Level = "country"
    outcome: str = "deaths"
    vintage: str = "unknown"

    def __post_init__(self) -> None:
        shape = (len(self.units), len(self.months))
        if self.deaths.shape != shape or self.observed.shape != shape:
            raise PanelError(f"panel arrays must have shape (units, months) = {shape}: {self.deaths.shape}, {self.observed.shape}")
        if len(self.months) and not np.array_equal(self.months, np.arange(self.months[0], self.months[0] + len(self.months))):
            raise PanelError("panel months are not consecutive: fill the gap with months that are not observed")
        if len(np.unique(self.units)) != len(self.units):
            raise PanelError("a unit stands twice in the panel")
        bad = ~np.isfinite(self.deaths) | (self.deaths < 0) | (self.deaths != np.floor(self.deaths))
        if bad.any():
            i, j = np.argwhere(bad)[0]
            raise PanelError(
                f"deaths must be whole numbers from 0: unit {self.units[i]}, {format_month(int(self.months[j]))} "
                f"holds {self.deaths[i, j]} ({int(bad.sum())} such values in all)"
            )

    @classmethod
    def from_rows(
        cls, units: Ints, months: Ints, deaths: Floats, *, level: Level = "country", outcome: str = "deaths", vintage: str = "unknown"
    ) -> Panel:
        """Panel from long rows, in any order; a (unit, month) without a row is not observed.

        Args:
            units: shape (r,); unit of each row.
            months: shape (r,); month number of each row.
            deaths: shape (r,); deaths of each row.
            level: country or cell.
            outcome: what is counted.
            vintage: release or file.

        Raises:
            PanelError: no rows, a value that is no whole number from 0, a (unit, month) twice, or a span of over 2,400 months.
        """
        if len(units) == 0:
            raise PanelError("the panel has no rows")
        values = np.asarray(deaths, dtype=np.float64)
        ids, row = np.unique(np.asarray(units, dtype=np.int64), return_inverse=True)
        when = np.asarray(months, dtype=np.int64)
        first, last = int(when.min()), int(when.max())
        if last - first + 1 > MONTHS_MOST:
            raise PanelError(f"months run from {first} to {last}: month_id counts months from January 1980 (= 1)")
        shape = (len(ids), last - first + 1)
        flat = row * shape[1] + (when - first)
        if len(np.unique(flat)) != len(flat):
            twice = flat[np.bincount(flat, minlength=0)[flat] > 1][0]
            raise PanelError(f"unit {ids[twice // shape[1]]}, {format_month(first + int(twice % shape[1]))} stands twice in the panel")
        table, seen = np.zeros(shape), np.zeros(shape, dtype=bool)
        table.flat[flat], seen.flat[flat] = values, True
        return cls(ids, np.arange(first, last + 1), table, seen, level, outcome, vintage)

    def to_table(self) -> pa.Table:
        """Long Arrow table `unit_id, month_id, outcome`, unit by unit; months not observed have no row."""
        i, j = np.nonzero(self.observed)
        return pa.table({
            "unit_id": pa.array(self.units[i], pa.int64()),
            "month_id": pa.array(self.months[j], pa.int64()),
            "outcome": pa.array(self.deaths[i, j].astype(np.int64), pa.int64()),
        })  # fmt: skip

    def until(self, origin: int) -> Panel:
        """The panel as far as `origin`, that month included: what a forecast from that origin may see."""
        keep = self.months <= origin
        return replace(self, months=self.months[keep], deaths=self.deaths[:, keep], observed=self.observed[:, keep])

    def observed_in(self, month: int) -> Panel:
        """The panel of the units observed in that month: what is not known then cannot be looked ahead from."""
        at = month - int(self.months[0]) if len(self.months) else -1
        return self.only(self.units[self.observed[:, at]] if 0 <= at < len(self.months) else ())

    def only(self, units: Iterable[int]) -> Panel:
        """The panel of the named units; units it does not hold are left out."""
        keep = np.isin(self.units, np.fromiter(units, dtype=np.int64))
        return replace(self, units=self.units[keep], deaths=self.deaths[keep], observed=self.observed[keep])


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Draws of deaths per unit and step.

    Attributes:
        units: shape (n,), int64.
        steps: shape (k,), int64, rising; 1 is the first month after the origin.
        draws: shape (n, k, m); deaths >= 0, finite, in no order that has a meaning unless the model's page says so.
        origin: month number of the last month known.
        model: name in the table of models.
        level: country or cell.
        vintage: release or file the model was trained on.
        reasons: what carries the forecast of each unit that was asked about; a file does not keep them.

    Raises:
        ForecastError: a draw is not finite or negative, or shapes disagree.
    """

    units: Ints
    steps: Ints
    draws: Floats | Ints
    origin: int
    model: str
    level: Level = "country"
    vintage: str = "unknown"
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if self.draws.ndim != 3 or self.draws.shape[:2] != (len(self.units), len(self.steps)) or self.draws.shape[2] == 0:
            raise ForecastError(f"draws must have shape (units, steps, draws), draws last and not empty: {self.draws.shape}")
        if not np.isfinite(self.draws).all() or (self.draws < 0).any():
            raise ForecastError(f"model {self.model} gave a draw that is negative or not finite")

    def only(self, units: Iterable[int]) -> Forecast:
        """The forecast of the named units; units it does not hold are left out."""
        keep = np.isin(self.units, np.fromiter(units, dtype=np.int64))
        kept = set(self.units[keep].tolist())
        reasons = tuple(reason for reason in self.reasons if reason.unit in kept)
        return replace(self, units=self.units[keep], draws=self.draws[keep], reasons=reasons)

    @property
    def months(self) -> Ints:
        """Shape (k,): month number of each step."""
        return np.asarray(self.steps, dtype=np.int64) + self.origin

    def to_table(self) -> pa.Table:
        """Long Arrow table `unit_id, month_id, draw, outcome` (the prediction challenge's layout); draws number from 0."""
        n, k, m = self.draws.shape
        return pa.table({
            "unit_id": pa.array(np.repeat(self.units, k * m), pa.int64()),
            "month_id": pa.array(np.tile(np.repeat(self.months, m), n), pa.int64()),
            "draw": pa.array(np.tile(np.arange(m, dtype=np.int32), n * k), pa.int32()),
            "outcome": pa.array(np.rint(self.draws).astype(np.int64).ravel(), pa.int64()),
        })  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: what was scored, on which slice, by which metric, on how many unit-months, beside the reference.

    `skill` is 1 - value / reference where the metric is better when lower and the reference is not 0; else None.
    """

    metric: str
    value: float
    n: int
    model: str
    by: str = "all"
    slice: str = "all"
    reference: float | None = None
    reference_model: str | None = None

    @property
    def skill(self) -> float | None:
        """1 - value / reference; above 0 is better than the reference."""
        return None if not self.reference else 1.0 - self.value / self.reference


@dataclass(frozen=True, slots=True)
class Scores:
    """A table of scores with what it was computed from."""

    rows: tuple[Score, ...]
    observed_vintage: str = "unknown"
    notes: tuple[str, ...] = field(default=())

    def of(self, metric: str, by: str = "all", slice_: str = "all") -> Score | None:
        """The one row with that metric and slice, or None where it was not computed."""
        found: Sequence[Score] = [r for r in self.rows if r.metric == metric and r.by == by and r.slice == slice_]
        return found[0] if found else None
