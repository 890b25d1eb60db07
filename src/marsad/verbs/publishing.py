"""What a run gives to the pages: tables with what may not be shown taken out, the assessment, the briefs, and what they are of."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.months import format_month
from marsad.base.places import country_by_iso3
from marsad.base.records import Language, as_json
from marsad.base.script import cuts, search_key

if TYPE_CHECKING:
    import pyarrow as pa

    from marsad.base.frames import Forecast, Panel
    from marsad.briefs import BriefInputs
    from marsad.settings import Settings
    from marsad.store import Archive

ASSESSMENT = "assessment.json"
LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")


def publish_run(archive: Archive, inputs: BriefInputs, *, settings: Settings, run: str, moment: str, wide: Panel | None = None) -> Path:
    """Publish what the archive holds and what this run found, for `marsad serve` to read. Gives the snapshot's folder.

    Rows of sources that forbid re-sharing and events of the last seven days are left out and counted; events at clinics, schools and
    camps keep their country alone. Records go out as they were read: the pages lay over them what people corrected, to the last entry
    of the log, so that each earlier state can be given too. `moment` is when, in UTC; `wide` holds counts of all countries, against
    which the region's are held.
    """
    from marsad.store.publish import publish
    from marsad.verbs.correcting import corrected_events
    from marsad.verbs.publishing_found import Grounds, found_table

    events, withheld = _events(archive, inputs, settings)
    grounds = Grounds(
        inputs, _past_days(archive.execute(corrected_events(archive)), inputs), archive.coverage(), wide or inputs.panel, settings
    )
    tables = {
        "findings": found_table(grounds),
        "documents": _documents(archive.rows("documents")),
        "events": events,
        "engagements": _engagements(archive.rows("engagements")),
        "statements": _statements(archive.rows("statements")),
        "mentions": archive.rows("mentions"),
        "non_events": archive.rows("non_events"),
        "panels": _panels(inputs),
        "forecasts": _quantiles(inputs),
        "draws": _draws(inputs.forecast),
        "scores": archive.rows("scores"),
        "rejects": _named(archive.rows("rejects"), "source"),
        # settings and inputs name folders of the machine that ran
        "runs": archive.rows("runs").drop_columns(["settings", "inputs"]),
        "files": _named(archive.rows("files"), "path"),
        "coverage": archive.rows("coverage"),
        # counted before anything is held back, or a source would seem to fall silent in its last days
        "source_months": archive.rows("events").group_by(["source", "month_id"]).aggregate([([], "count_all")]),
    }
    files = _briefs(inputs, settings.audience or None)
    files[ASSESSMENT] = json.dumps(as_json(inputs.assessment), ensure_ascii=False).encode("utf-8")
    about = _about(inputs, settings) | {
        "run": run, "published": moment, "withheld": withheld, "files": sorted(files),
        "rows": {name: rows.num_rows for name, rows in tables.items()},
    }  # fmt: skip
    name = f"{format_month(inputs.as_of)}-{inputs.region.key}-{run.removeprefix('run:')}".lower()
    return publish(archive.folder, name, tables=tables, about=about, files=files)


def _about(inputs: BriefInputs, settings: Settings) -> dict[str, Any]:
    return {
        "as_of": int(inputs.as_of),
        "region": inputs.region.key,
        "region_names": dict(inputs.region.names),
        "countries": list(inputs.region.countries),
        "model": inputs.forecast.model,
        "draws": int(inputs.forecast.draws.shape[2]),
        "seed": settings.seed,
        "vintage": inputs.panel.vintage,
        "outcome": inputs.panel.outcome,
        "state_based": inputs.panel.outcome.startswith("state-based"),
        "sample": inputs.sample_texts,
        "missing": list(inputs.missing),
        "log": {"number": inputs.ledger.head, "hash": inputs.ledger.hash},
        "rejects": inputs.rejects,
        "sources": [as_json(source) for source in inputs.sources],
    }


def _briefs(inputs: BriefInputs, territory: str | None) -> dict[str, bytes]:
    """The brief in every language and form, by file name."""
    from marsad.briefs import compose_brief
    from marsad.briefs.writing import FORMATS, render

    found = {}
    for code in LANGUAGES:
        brief = compose_brief(inputs, code, territory=territory)
        for form in FORMATS:
            found[f"brief-{inputs.region.key}-{format_month(inputs.as_of)}-{code}.{form}"] = render(brief, form)
    return found


def _with_key(table: pa.Table, text_of: Callable[[dict[str, Any]], str], columns: list[str]) -> pa.Table:
    """The table with the column `key`: what a search looks through, folded as `search_key` folds."""
    import pyarrow as pa

    keys = [searched(text_of(row)) for row in table.select(columns).to_pylist()]
    return table.append_column("key", pa.array(keys, pa.string()))


def searched(text: str) -> str:
    """What a search looks through: folded words, a blank around each, so that a word is asked for whole or from its beginning.

    An Arabic word is followed by its readings without what is written onto its front.

    >>> searched("Mali, بالساحل")
    ' mali بالساحل الساحل ساحل '
    """
    words = re.findall(r"\w+", search_key(text))
    forms = [form for word in words for form in ((word,) if word.isascii() else [cut.stem for cut in cuts(word)])]
    return f" {' '.join(forms)} " if forms else ""


def _joined(*names: str) -> Callable[[dict[str, Any]], str]:
    return lambda row: " ".join(str(row[name]) for name in names if row[name])


def _named(table: pa.Table, column: str) -> pa.Table:
    """The table with file names in place of paths."""
    import pyarrow as pa

    names = [value and Path(value).name for value in table[column].to_pylist()]
    return table.set_column(table.column_names.index(column), column, pa.array(names, pa.string()))


def _rewritten(table: pa.Table, change: Callable[[dict[str, Any]], dict[str, Any]]) -> pa.Table:
    """The table with each row changed."""
    import pyarrow as pa

    return pa.Table.from_pylist([change(row) for row in table.to_pylist()], schema=table.schema)


def _documents(table: pa.Table) -> pa.Table:
    def change(row: dict[str, Any]) -> dict[str, Any]:
        name = Path(row["path"]).name
        record = json.loads(row["record"]) | {"path": name}
        return row | {"path": name, "record": json.dumps(record, ensure_ascii=False)}

    return _with_key(_rewritten(table, change), _joined("title", "publisher", "text"), ["title", "publisher", "text"])


def _engagements(table: pa.Table) -> pa.Table:
    """Engagements with `parties`: every country that takes part, is host, or is the place."""
    import pyarrow as pa

    records = [json.loads(text) for text in table["record"].to_pylist()]
    hosts, places = table["host"].to_pylist(), table["country"].to_pylist()
    parties = []
    for record, host, place in zip(records, hosts, places, strict=True):
        named = [*(p["country"] for p in record["participants"]), host, place]
        # a host may also be named by an office; only codes of countries are parties
        parties.append(",".join(dict.fromkeys(code for code in named if code and country_by_iso3(code))))
    words = [
        " ".join(filter(None, [
            *(p[k] for p in r["participants"] for k in ("office", "organisation")), *(t["text"] for t in r["topics"]),
            *(o["text"] for o in r["outcomes"]), (r["place"] or {}).get("name"),
        ]))
        for r in records
    ]  # fmt: skip
    keys = [searched(text) for text in words]
    return table.append_column("parties", pa.array(parties, pa.string())).append_column("key", pa.array(keys, pa.string()))


def _statements(table: pa.Table) -> pa.Table:
    """A name without office or organisation is a private person's, and is left out."""

    def change(row: dict[str, Any]) -> dict[str, Any]:
        record = json.loads(row["record"])
        who = record["speaker"]
        if who and who["name"] and not (who["office"] or who["organisation"]):
            record["speaker"] = who | {"name": None, "span": None}
            row = row | {"speaker": None, "record": json.dumps(record, ensure_ascii=False)}
        return row

    return _with_key(_rewritten(table, change), _joined("text", "office", "organisation"), ["text", "office", "organisation"])


def _events(archive: Archive, inputs: BriefInputs, settings: Settings) -> tuple[pa.Table, dict[str, int]]:
    """Events that may be shown, by country and month, and how many were kept back for which reason."""
    import pyarrow as pa
    import pyarrow.compute as pc

    held = archive.rows("events")
    closed = pa.array([source.key for source in inputs.sources if not source.reshare], pa.string())
    open_ = held.filter(pc.invert(pc.fill_null(pc.is_in(held["source"], value_set=closed), False)))
    shown = _past_days(open_, inputs)
    shown = shown.sort_by([("country_id", "ascending"), ("month_id", "descending"), ("id", "ascending")])
    withheld = {"sharing": held.num_rows - open_.num_rows, "days": open_.num_rows - shown.num_rows}
    texts = ["place", "text", "actor", "recipient"]
    return _coarsened(_with_key(_with_groups(shown, settings), _joined(*texts), texts)), withheld


def _with_groups(events: pa.Table, settings: Settings) -> pa.Table:
    """Events with the columns `actor_group` and `recipient_group`: the armed group that a table's own number or name stands for."""
    import pyarrow as pa

    from marsad.assessment.sides import side_of
    from marsad.verbs.naming import group_names

    names = group_names(settings.lexicons)
    for role in ("actor", "recipient"):
        sides = list(zip(events[role].to_pylist(), events[f"{role}_entity"].to_pylist(), strict=True))
        known = {side: side_of(*side, names) for side in set(sides)}
        groups = [known[side] if known[side].startswith("group:") else None for side in sides]
        events = events.append_column(f"{role}_group", pa.array(groups, pa.string()))
    return events


def _past_days(events: pa.Table, inputs: BriefInputs) -> pa.Table:
    """Events that lie long enough back to be told."""
    import pyarrow as pa
    import pyarrow.compute as pc

    told = pc.less_equal(events["date_end"], pa.scalar(inputs.latest_day, pa.date32()))
    # meetings are announced by those who hold them: what could be followed live are deeds
    return events.filter(pc.or_(pc.fill_null(told, True), pc.is_in(events["type"], value_set=pa.array(["CONSULT", "AGREE"]))))


def _coarsened(events: pa.Table) -> pa.Table:
    """Events that tell of a protected site keep their country alone; the column `coarsened` says so."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from marsad.briefs.protected import tells_protected_site

    marks = [tells_protected_site(key) for key in events["key"].to_pylist()]
    documents, bases = events["document"].to_pylist(), events["place_basis"].to_pylist()
    near = {document for document, mark in zip(documents, marks, strict=True) if mark and document}
    # an event without a place of its own may have that of the site told before it
    marks = [mark or (basis == "inferred" and document in near) for mark, basis, document in zip(marks, bases, documents, strict=True)]
    mask = pa.array(marks, pa.bool_())
    for name in ("place", "lat", "lon", "cell", "place_precision_m"):
        at = events.column_names.index(name)
        events = events.set_column(at, name, pc.if_else(mask, pa.scalar(None, events.schema.field(name).type), events[name]))
    records = events["record"].to_pylist()
    for number, mark in enumerate(marks):
        if mark and records[number]:
            record = json.loads(records[number])
            if record["place"]:
                record["place"] |= {"name": None, "lat": None, "lon": None, "cell": None, "precision_m": None}
            records[number] = json.dumps(record, ensure_ascii=False)
    events = events.set_column(events.column_names.index("record"), "record", pa.array(records, pa.string()))
    return events.append_column("coarsened", pa.array(["protected site" if mark else None for mark in marks], pa.string()))


def _panels(inputs: BriefInputs) -> pa.Table:
    """Counts of the region's countries and cells, with `level`."""
    import pyarrow as pa

    parts = []
    for panel in filter(None, (inputs.panel, inputs.cells)):
        rows = panel.to_table()
        parts.append(rows.add_column(0, "level", pa.array([panel.level] * rows.num_rows, pa.string())))
    return pa.concat_tables(parts)


def _draws(made: Forecast) -> pa.Table:
    """Every draw by country, step and month, whole numbers where they are; cells have too many to publish."""
    import numpy as np
    import pyarrow as pa

    units, steps, draws = made.draws.shape
    values = np.asarray(made.draws, dtype=np.float64).reshape(-1)
    return pa.table({
        "unit_id": np.repeat(np.asarray(made.units, dtype=np.int64), steps * draws),
        "step": np.tile(np.repeat(np.asarray(made.steps, dtype=np.int32), draws), units),
        "month_id": np.tile(np.repeat(np.asarray(made.steps, dtype=np.int32) + np.int32(made.origin), draws), units),
        "draw": np.tile(np.arange(draws, dtype=np.int32), units * steps),
        "outcome": values,
    })  # fmt: skip


def _quantiles(inputs: BriefInputs) -> pa.Table:
    """Quantiles and threshold probabilities by unit and step, with level, model, origin and vintage."""
    import pyarrow as pa

    from marsad.store.summary import quantile_rows

    parts = []
    for made in filter(None, (inputs.forecast, inputs.cell_forecast)):
        rows = quantile_rows(f"{made.model} {format_month(made.origin)}", made)
        for name, value in (("level", made.level), ("model", made.model), ("vintage", made.vintage)):
            rows = rows.append_column(name, pa.array([value] * rows.num_rows, pa.string()))
        parts.append(rows.append_column("origin", pa.array([made.origin] * rows.num_rows, pa.int32())))
    return pa.concat_tables(parts)
