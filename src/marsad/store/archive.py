"""The archive: what goes in (once, whole or not at all) and what comes out (Ibis tables, records, panels, forecasts)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from marsad.base.errors import StoreError, UsageError
from marsad.base.frames import Coverage, EventImport, Forecast, Level, Panel, Scores
from marsad.base.records import Document, Reject, record_id
from marsad.store import rows as as_rows
from marsad.store.draws import read_forecast, write_forecast
from marsad.store.duck import FILE, DuckEngine, all_distinct
from marsad.store.engine import Change, Engine
from marsad.store.schema import KIND_TABLES, TABLES
from marsad.store.summary import quantile_rows

_SAYS = (
    "type", "violence", "date_start", "date_end", "month_id", "country_id", "cell", "deaths_low", "deaths_best", "deaths_high", "flags",
)  # fmt: skip
"""What two rows with one id must agree on to be the same event; names and texts differ between a publisher's own formats."""

_NOT_CONTENT = {"run", "path", "retrieved"}
"""Where a document was found, which may change while what it says stays the same."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an import changed: rows new, rows that were there already, rows set aside, rows that newer ones took the place of."""

    new: int
    same: int
    rejected: int = 0
    removed: int = 0


def open_archive(path: Path, engine: str = "duckdb", *, read_only: bool = False) -> Archive:
    """Open the archive in a folder; without `read_only` it is made where there is none, and brought up to date where it is older.

    Args:
        path: folder of the archive.
        engine: duckdb (one file) or spark (Parquet files; needs the extra `spark` and Java 17).
        read_only: refuse every change.

    Raises:
        UsageError: there is no such engine.
        StoreError: the archive is missing, damaged, held by another process, or was made with the other engine.
        ArchiveVersionError: it was written by a newer Marsad.
    """
    folder = Path(path)
    made = {"duckdb": (folder / FILE).exists(), "spark": (folder / "tables" / "manifest.json").exists()}
    if engine not in made:
        raise UsageError(f"there is no engine {engine!r}: choose {' or '.join(made)}")
    other = "spark" if engine == "duckdb" else "duckdb"
    if made[other] and not made[engine]:
        raise StoreError(f'the archive in {folder} was made with engine {other}: set engine = "{other}", or choose another folder')
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file: an archive is a folder; choose another name")
    if not read_only:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise StoreError(f"the folder {folder} cannot be made: {wrong.strerror}") from wrong
    if engine == "duckdb":
        return Archive(folder, DuckEngine(folder, read_only=read_only))
    from marsad.store.spark import SparkEngine

    return Archive(folder, SparkEngine(folder, read_only=read_only))


class Archive:
    """An open archive. Close it, or use it in a `with` statement: other processes wait for the DuckDB file meanwhile."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the archive's files."""
        self._engine.close()

    def table(self, name: str) -> Any:
        """A table as an Ibis expression, which `execute` computes.

        Raises:
            StoreError: there is no such table.
        """
        if name not in TABLES:
            raise StoreError(f"the archive has no table {name!r}: it has {', '.join(TABLES)}")
        return self._engine.table(name)

    def events(self) -> Any:
        """The events table, `marsad.base.frames.EVENT_SCHEMA` and `run`, as an Ibis expression."""
        return self.table("events")

    def execute(self, expression: Any) -> pa.Table:
        """The rows of an Ibis expression over this archive's tables."""
        return self._engine.execute(expression)

    def rows(self, name: str) -> pa.Table:
        """All rows of a table, for the small ones.

        Raises:
            StoreError: there is no such table.
        """
        if name not in TABLES:
            raise StoreError(f"the archive has no table {name!r}: it has {', '.join(TABLES)}")
        return self._engine.all_rows(name)

    def coverage(self) -> tuple[Coverage, ...]:
        """Which countries and months the archive's event sources claim to know in full."""
        return as_rows.coverages(self.rows("coverage"))

    def add_events(self, given: EventImport, *, run: str | None = None) -> Added:
        """Take in one event file, with its coverage and its rejects, in one transaction.

        An event that is there already with the same content is counted and left; one that has the id of another and says
        something else goes to the rejects, and the first stays.

        Raises:
            StoreError: the archive cannot be written; nothing was changed.
        """
        fresh, same, clashes = self._sorted_out(given)
        rejects = pa.concat_tables(
            [as_rows.rejects_of((*given.rejects, *clashes), run), as_rows.rejects_of(given.ignored, run, ignored=True)]
        )
        events = fresh.append_column("run", pa.array([run] * fresh.num_rows, pa.string()))
        self._engine.write([
            Change("events", events),
            Change("coverage", self._missing("coverage", as_rows.coverage_of(given, run))),
            Change("rejects", self._missing("rejects", rejects)),
            Change("files", self._missing("files", as_rows.file_of(given, run))),
        ])  # fmt: skip
        return Added(fresh.num_rows, same, len(given.rejects) + len(clashes))

    def _missing(self, name: str, rows: pa.Table) -> pa.Table:
        """Those rows whose id the table does not hold."""
        if rows.num_rows == 0:
            return rows
        held = self._engine.rows(name, "id", rows["id"].combine_chunks())["id"]
        return rows.filter(pc.invert(pc.is_in(rows["id"], value_set=held.combine_chunks())))

    def _sorted_out(self, given: EventImport) -> tuple[pa.Table, int, list[Reject]]:
        """Events that are new, how many are known, and those that clash with a known one."""
        kept, again = _apart(given.events)
        same, clashes = _compare(again, kept, given.path)
        held = self._engine.rows("events", "id", kept["id"].combine_chunks())
        if held.num_rows == 0:
            return kept, same, clashes
        known = pc.is_in(kept["id"], value_set=held["id"].combine_chunks())
        more, others = _compare(kept.filter(known), held, given.path)
        return kept.filter(pc.invert(known)), same + more, clashes + others

    def add_records(self, documents: Sequence[Document], records: Iterable[Any], *, run: str | None = None) -> Added:
        """Take in documents and everything that was read from them, in one transaction.

        `records` is all that the coder found in these documents: what the archive held of them and is not among it goes.

        Raises:
            StoreError: a record belongs to a document that is neither given nor in the archive, or the archive cannot be written.
        """
        sets: dict[str, list[Any]] = {kind: [] for kind in KIND_TABLES}
        rejects: list[Reject] = []
        for record in (*documents, *records):
            (rejects if isinstance(record, Reject) else sets[record.kind]).append(record)
        owners = self._owners(sets)
        changes, counts = [Change("rejects", self._missing("rejects", as_rows.rejects_of(rejects, run)))], np.zeros(3, dtype=int)
        for kind, found in sets.items():
            change, count = self._replaced(kind, as_rows.table_of(kind, found, run), owners)
            changes.append(change)
            counts += count
        self._engine.write(changes)
        new, same, removed = (int(number) for number in counts)
        return Added(new, same, len(rejects), removed)

    def _owners(self, sets: Mapping[str, Sequence[Any]]) -> pa.Array:
        given = {document.id for document in sets["document"]}
        named = {record.document for kind, found in sets.items() if kind != "document" for record in found}
        if None in named:
            raise StoreError("an event that belongs to no document came among the records of documents: give event tables to add_events")
        unknown = named - given
        if unknown:
            wanted = pa.array(sorted(unknown), pa.string())
            unknown -= set(self._engine.rows("documents", "id", wanted)["id"].to_pylist())
        if unknown:
            raise StoreError(
                f"{len(unknown)} documents are named by records and not in the archive, such as {min(unknown)}: add them together"
            )
        return pa.array(sorted(given | named), pa.string())

    def _replaced(self, kind: str, incoming: pa.Table, owners: pa.Array) -> tuple[Change, tuple[int, int, int]]:
        name = KIND_TABLES[kind]
        held = self._engine.rows(name, "id" if kind == "document" else "document", owners)
        content = [column for column in (["record"] if kind != "document" else TABLES[name].names) if column not in _NOT_CONTENT]
        if kind == "document":
            content.remove("record")  # it repeats the path
        at = pc.index_in(held["id"], value_set=incoming["id"].combine_chunks())
        both = held.filter(pc.is_valid(at))
        agree = as_rows.same_rows(incoming.take(pc.drop_null(at)), both, content)
        stay = both.filter(agree)["id"]
        fresh = incoming.filter(pc.invert(pc.is_in(incoming["id"], value_set=stay.combine_chunks())))
        # a document that records name and that is not given anew stays
        outdated = (
            both.filter(pc.invert(agree))
            if kind == "document"
            else held.filter(pc.invert(pc.is_in(held["id"], value_set=stay.combine_chunks())))
        )
        gone = tuple(outdated["id"].to_pylist())
        return Change(name, fresh, "id", gone), (fresh.num_rows, len(stay), len(gone))

    def records(self, kind: str, document: str | None = None) -> list[Any]:
        """Records of a kind (document, event, engagement, statement, mention, non_event), in the order of the text.

        Rows of event tables are no records; they stand in `events()`.

        Raises:
            StoreError: there is no such kind.
        """
        if kind not in KIND_TABLES:
            raise StoreError(f"there are no records of kind {kind!r}: choose {', '.join(KIND_TABLES)}")
        name = KIND_TABLES[kind]
        key = "id" if kind == "document" else "document"
        table = self._engine.all_rows(name) if document is None else self._engine.rows(name, key, pa.array([document], pa.string()))
        found = [as_rows.record_of(kind, row) for row in table.filter(pc.is_valid(table["record"])).to_pylist()]
        return sorted(found, key=_place_in_text)

    def add_panel(self, name: str, panel: Panel, *, run: str | None = None) -> None:
        """Keep a panel under a name; an older one of that name goes."""
        rows = panel.to_table()
        rows = rows.add_column(0, "name", pa.array([name] * rows.num_rows, pa.string()))
        info = [{"name": name, "level": panel.level, "outcome": panel.outcome, "vintage": panel.vintage, "run": run}]
        about = pa.Table.from_pylist(info, schema=TABLES["panel_info"])
        self._engine.write([Change("panels", rows, "name", (name,)), Change("panel_info", about, "name", (name,))])

    def panel(self, name: str) -> Panel:
        """The panel of that name; a unit that was observed in no month is not in it.

        Raises:
            StoreError: there is no such panel.
        """
        wanted = pa.array([name], pa.string())
        about = self._engine.rows("panel_info", "name", wanted).to_pylist()
        if not about:
            known = ", ".join(sorted(self.rows("panel_info")["name"].to_pylist())) or "none yet"
            raise StoreError(f"the archive has no panel {name!r}: it has {known}")
        rows = self._engine.rows("panels", "name", wanted)
        units, months, deaths = (rows[column].to_numpy() for column in ("unit_id", "month_id", "outcome"))
        info = about[0]
        return Panel.from_rows(units, months, deaths, level=info["level"], outcome=info["outcome"], vintage=info["vintage"])

    def add_forecast(self, forecast: Forecast, *, run: str | None = None) -> str:
        """Keep a forecast: its draws as a Parquet file in `forecasts/`, its quantiles in the archive. Gives its id.

        An older forecast of the same model, origin, level and vintage goes.
        """
        name = _forecast_id(forecast.model, forecast.origin, forecast.level, forecast.vintage)
        path = Path("forecasts") / f"{forecast.origin}-{forecast.model}-{forecast.level}-{name.removeprefix('forecast:')[:8]}.parquet"
        write_forecast(self.folder / path, forecast)
        n, k, m = forecast.draws.shape
        row = {
            "id": name, "model": forecast.model, "origin": forecast.origin, "level": forecast.level, "vintage": forecast.vintage,
            "units": n, "steps": k, "draws": m, "path": path.as_posix(), "run": run,
        }  # fmt: skip
        about = pa.Table.from_pylist([row], schema=TABLES["forecasts"])
        quantiles = quantile_rows(name, forecast)
        self._engine.write([Change("forecasts", about, "id", (name,)), Change("quantiles", quantiles, "forecast", (name,))])
        return name

    def forecast(self, name: str) -> Forecast:
        """The forecast with that id, read from its file.

        Raises:
            StoreError: there is no such forecast, or its file is gone.
        """
        found = self._engine.rows("forecasts", "id", pa.array([name], pa.string())).to_pylist()
        if not found:
            raise StoreError(f"the archive has no forecast {name!r}: the table `forecasts` lists them")
        return read_forecast(self.folder / found[0]["path"])

    def add_scores(self, label: str, scores: Scores, *, run: str | None = None) -> None:
        """Keep a table of scores under a label (what was scored); an older one of that label goes."""
        rows = [
            {
                "label": label, "metric": s.metric, "value": s.value, "n": s.n, "model": s.model, "by": s.by, "slice": s.slice,
                "reference": s.reference, "reference_model": s.reference_model, "skill": s.skill,
                "observed_vintage": scores.observed_vintage, "run": run,
            }
            for s in scores.rows
        ]  # fmt: skip
        self._engine.write([Change("scores", pa.Table.from_pylist(rows, schema=TABLES["scores"]), "label", (label,))])

    def add_rejects(self, rejects: Iterable[Reject], *, run: str | None = None) -> Added:
        """Keep records that were set aside, each with its reason; the same one twice is kept once."""
        given = as_rows.rejects_of(rejects, run)
        fresh = self._missing("rejects", given)
        self._engine.write([Change("rejects", fresh)])
        return Added(fresh.num_rows, given.num_rows - fresh.num_rows)

    def start_run(
        self, started: str, command: str, *, settings: Mapping[str, Any], inputs: Mapping[str, str], seed: int = 0, version: str = ""
    ) -> str:
        """Note that a run began, and give its id; until `finish_run` its status is "started", and stays so if it is killed.

        Args:
            started: moment of the start as text; the archive reads no clock.
            command: the command line.
            settings: all settings in force.
            inputs: SHA-256 of each file read, by path.
            seed: of every random draw.
            version: of Marsad.
        """
        texts = {"settings": json.dumps(settings, sort_keys=True, default=str), "inputs": json.dumps(inputs, sort_keys=True)}
        run = record_id("run", started, command, *texts.values(), seed, version)
        row = {"id": run, "started": started, "command": command, **texts, "seed": seed, "version": version, "status": "started"}
        self._engine.write([Change("runs", pa.Table.from_pylist([row], schema=TABLES["runs"]), "id", (run,))])
        return run

    def finish_run(self, run: str, *, finished: str, status: str = "done", counts: Mapping[str, int] | None = None) -> None:
        """Note how a run ended, and what it counted.

        Raises:
            StoreError: no such run was started.
        """
        found = self._engine.rows("runs", "id", pa.array([run], pa.string())).to_pylist()
        if not found:
            raise StoreError(f"no run {run!r} was started in this archive")
        row = found[0] | {"finished": finished, "status": status, "counts": json.dumps(counts or {}, sort_keys=True)}
        self._engine.write([Change("runs", pa.Table.from_pylist([row], schema=TABLES["runs"]), "id", (run,))])


def _forecast_id(model: str, origin: int, level: Level, vintage: str) -> str:
    return record_id("forecast", model, origin, level, vintage)


def _place_in_text(record: Any) -> tuple[str, int, int, str]:
    span = getattr(record, "span", None)
    return (getattr(record, "document", ""), getattr(record, "line", None) or 0, span.start if span else 0, getattr(record, "id", ""))


def _apart(events: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The first event of each id, and the others."""
    if all_distinct(events["id"]):
        return events, events.slice(0, 0)
    codes = events["id"].combine_chunks().dictionary_encode()
    once = np.zeros(events.num_rows, dtype=np.bool_)
    once[np.unique(codes.indices.to_numpy(), return_index=True)[1]] = True
    return events.filter(pa.array(once)), events.filter(pa.array(~once))


def _compare(events: pa.Table, held: pa.Table, path: str) -> tuple[int, list[Reject]]:
    """How many events say what the held ones of the same id say, and rejects for those that do not."""
    if events.num_rows == 0:
        return 0, []
    beside = held.take(pc.index_in(events["id"], value_set=held["id"].combine_chunks()))
    agree = as_rows.same_rows(events, beside, _SAYS)
    clashing = events.filter(pc.invert(agree)).select(["id", "source_id", "row", "deaths_best", "text"]).to_pylist()
    reason = "another event has this id and says something else; the first one read stays"
    rejects = [Reject(path, f"row {row['row']}", reason, json.dumps(row, ensure_ascii=False)) for row in clashing]
    return events.num_rows - len(rejects), rejects
