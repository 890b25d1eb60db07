"""The nouns of a run: what it is asked, what it knows before it looks ahead, what it made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.corrections import Ledger
from marsad.base.frames import Coverage, Panel, Scores
from marsad.base.records import Document, Reject

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What one run is asked: where the brief goes, the last month known, and the inputs (none: the sample)."""

    out: Path
    as_of: str | None = None
    documents: tuple[Path, ...] = ()
    events: tuple[Path, ...] = ()
    form: str = "html"

    @property
    def on_sample(self) -> bool:
        """Whether the run stands on the sample that comes with the package."""
        return not self.documents and not self.events


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run made, in the order it made it."""

    run: str
    as_of: str
    brief: Path
    made: tuple[str, ...]
    counts: dict[str, int]

    def lines(self) -> list[str]:
        """Lines for a person."""
        return [*self.made, f"brief -> {self.brief}"]

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return {"run": self.run, "as_of": self.as_of, "brief": str(self.brief), "counts": self.counts, "made": list(self.made)}


@dataclass(frozen=True, slots=True)
class TableRead:
    """One event table that the figures rest on."""

    source: str
    release: str
    events: int
    rejects: int


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What a run knows before it looks ahead: texts, records, event rows and counts, up to one month.

    `country` and `cell` are the region's; `wide` is every country observed, since models learn from all of them. Records, rows and
    counts are as `ledger`, the log of what people changed, has them. `coverage` is what the event tables claim to know in full.
    """

    documents: tuple[Document, ...]
    records: tuple[Any, ...]
    tables: tuple[TableRead, ...]
    events: pa.Table
    wide: Panel
    country: Panel
    cell: Panel | None
    as_of: int
    rejects: tuple[Reject, ...]
    ledger: Ledger = field(default_factory=Ledger)
    coverage: tuple[Coverage, ...] = ()

    @property
    def aside(self) -> int:
        """Records set aside, of texts and of tables."""
        return len(self.rejects) + sum(table.rejects for table in self.tables)


def told_records(records: Sequence[Any]) -> str:
    """How many records of each kind, in words."""
    kinds = ("event", "engagement", "statement", "mention")
    return ", ".join(f"{sum(r.kind == kind for r in records)} {kind}s" for kind in kinds)


def told_scores(scores: Scores) -> list[str]:
    """Past accuracy in one line, beside conflictology12; nothing where the history was too short to score."""
    parts = []
    for metric in ("crps", "ign", "mis"):
        row = scores.of(metric)
        if row is not None and row.reference is not None:
            parts.append(f"{metric.upper()} {row.value:.3f} (conflictology12 {row.reference:.3f})")
    return [f"past accuracy: {', '.join(parts)}"] if parts else list(scores.notes)
