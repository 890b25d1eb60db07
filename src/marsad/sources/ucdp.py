"""UCDP event files of any of their formats into one events table: each row an event, a reject, or a row that is no data.

The id of an event depends on passport, release and the publisher's id: two exports of one release give the same ids, and two releases
stand side by side.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from marsad.base.errors import FormatError
from marsad.base.frames import EVENT_SCHEMA, EventImport
from marsad.base.months import first_day, last_day, parse_month
from marsad.base.records import QUAD_CLASS, Reject, record_id
from marsad.sources.passport import Passport, load_passport, match_columns
from marsad.sources.tables import SUFFIXES, open_table, sha256_of
from marsad.sources.ucdp_release import ANNUAL, Release, coverage_of, release_named, release_of, release_of_years
from marsad.sources.ucdp_rows import Tally, typed

CHUNK = 20_000
"""Rows typed at a time: bounds the memory that texts take."""

_CONTENT = (
    "date_start", "date_end", "violence", "actor", "recipient", "country", "lat", "lon", "deaths_low", "deaths_best", "deaths_high",
)  # fmt: skip
"""What two rows with one id must agree on to be the same event."""


def read_events(path: str | os.PathLike[str], *, release: str | None = None) -> EventImport:
    """One UCDP file: official or candidate CSV or XLSX, export of the publisher's site, country extract, GeoJSON.

    Args:
        path: a .csv, .xlsx or .geojson file.
        release: its release, such as 24.1; taken from the file's or folder's name where not given, else from its last year.

    Raises:
        SourceError: the file is missing or cannot be read.
        FormatError: it is not what its passport promises, or too many rows had to be set aside.
    """
    place = Path(path)
    named = release_named(release) if release else release_of(place)
    passport = load_passport(named.passport if named else ANNUAL)
    digest = sha256_of(place)
    table = open_table(place)
    reading = match_columns(passport, table.header, where=str(place))
    tally = Tally(str(place))
    frame, rows = _typed_in_chunks(table.rows, tally, lambda part: typed(part, reading, len(table.header), tally))
    _check_size(passport, tally, rows, len(frame))
    known = named or _release_of_rows(frame, place)
    frame = _in_range(frame, known, passport, tally)
    frame = _without_duplicates(frame, tally)
    _check_rejects(passport, tally, rows, len(frame))
    earliest = frame.groupby("country_id", as_index=False)["date_end"].min()
    first_years = {int(unit): int(day.year) for unit, day in zip(earliest["country_id"], earliest["date_end"], strict=True)}
    if len(first_years) >= passport.world_countries and rows < passport.world_rows_least:
        raise FormatError(
            f"{place}: {rows} rows for {len(first_years)} countries is less than the {passport.world_rows_least} that passport "
            f"{passport.name} expects of a file of the world: the file is cut short, fetch it again"
        )
    notes = [f"{number} {what}" for what, number in tally.counts.items()] + tally.said
    notes += [f"column {name!r} is not in passport {passport.name} and was not read" for name in reading.unknown]
    if named is None:
        notes.append(f"neither file nor folder names the release: taken as {known.name} from the last year of its events")
    return EventImport(
        source=passport.name,
        release=known.name,
        path=str(place),
        sha256=digest,
        rows_read=rows,
        events=_events(frame, passport, known, digest),
        rejects=tuple(tally.rejects),
        ignored=tuple(tally.ignored),
        coverage=coverage_of(known, passport, first_years),
        notes=tuple(notes),
    )


def read_event_paths(paths: Iterable[str | os.PathLike[str]], *, release: str | None = None) -> Iterator[EventImport]:
    """The event files named and those below the folders named, in sorted order.

    Files of a folder that are no event tables are named in the notes of the folder's first import. Where events of a file stand in an
    earlier one too, a note says how many, and how many of them have other content; they have the same ids, so that the archive
    counts them once.

    Raises:
        SourceError, FormatError: as `read_events`; a folder holds no event table.
    """
    seen: dict[str, int] = {}
    for path in paths:
        place = Path(path)
        files, others = _event_files(place)
        for index, file in enumerate(files):
            found = read_events(file, release=release)
            notes = _repeats(found, seen)
            if index == 0 and others:
                notes = (*notes, f"not read, since they are no event tables ({', '.join(SUFFIXES)}): {', '.join(others)}")
            yield replace(found, notes=(*found.notes, *notes))


def _event_files(place: Path) -> tuple[list[Path], list[str]]:
    if not place.is_dir():
        return [place], []
    everything = sorted(file for file in place.rglob("*") if file.is_file() and not file.name.startswith("."))
    files = [file for file in everything if file.suffix.lower() in SUFFIXES]
    if not files:
        raise FormatError(f"{place}: the folder holds no event table ({', '.join(SUFFIXES)}): check the path")
    return files, [file.name for file in everything if file.suffix.lower() not in SUFFIXES]


def _repeats(found: EventImport, seen: dict[str, int]) -> tuple[str, ...]:
    content = pd.util.hash_pandas_object(found.events.select(_CONTENT).to_pandas(), index=False)
    ids = found.events["id"].to_pylist()
    again = [(event, int(mark)) for event, mark in zip(ids, content, strict=True) if event in seen]
    other = sum(1 for event, mark in again if seen[event] != mark)
    for event, mark in zip(ids, content, strict=True):
        seen.setdefault(event, int(mark))
    if not again:
        return ()
    return (f"{len(again)} events stand in an earlier file too and count once; {other} of them have other content there",)


def _typed_in_chunks(rows: Iterator[Any], tally: Tally, type_rows: Any) -> tuple[pd.DataFrame, int]:
    parts, count = [], 0
    while chunk := list(islice(rows, CHUNK)):
        count += len(chunk)
        parts.append(type_rows(chunk))
    parts = [part for part in parts if len(part)] or parts[:1]
    return (pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()), count


def _check_size(passport: Passport, tally: Tally, rows: int, good: int) -> None:
    if not passport.rows_least <= rows <= passport.rows_most:
        raise FormatError(
            f"{tally.path}: the file has {rows} rows; passport {passport.name} expects {passport.rows_least} to {passport.rows_most}: "
            "check that it is the right file, and whole"
        )
    if good == 0:
        _fail(tally, rows, "no row could be read as an event")


def _check_rejects(passport: Passport, tally: Tally, rows: int, good: int) -> None:
    if good == 0:
        _fail(tally, rows, "no row could be read as an event")
    most = passport.rejects_most(rows)
    if len(tally.rejects) > most:
        _fail(tally, rows, f"more rows were set aside than passport {passport.name} allows ({most})")


def _fail(tally: Tally, rows: int, why: str) -> None:
    # a reason that quotes a value is counted under its words before the quotation
    reasons = Counter(reject.reason.split("'")[0].strip() for reject in tally.rejects).most_common(3)
    said = "; ".join(f"{number} x {reason}" for reason, number in reasons) or "only empty rows"
    first = f" (first: {tally.rejects[0].where}, {tally.rejects[0].reason})" if tally.rejects else ""
    raise FormatError(
        f"{tally.path}: {why}: {len(tally.rejects)} of {rows} rows set aside: {said}{first}: fetch the publisher's file again"
    )


def _release_of_rows(frame: pd.DataFrame, place: Path) -> Release:
    if frame["unchecked"].any():
        raise FormatError(
            f"{place}: the file holds candidate events (code_status is not Clear in {int(frame['unchecked'].sum())} rows), and neither "
            "file nor folder says of which month: give it the publisher's name, such as GEDEvent_v26_0_2.csv, or name the release"
        )
    return release_of_years(Counter(pd.DatetimeIndex(frame["date_end"]).year))


def _in_range(frame: pd.DataFrame, release: Release, passport: Passport, tally: Tally) -> pd.DataFrame:
    first: int = parse_month(passport.first_month)
    last = release.last
    if release.first is not None:
        first, last = max(first, release.first - passport.months_before), last + passport.months_after
    earliest, latest = pd.Timestamp(first_day(first)), pd.Timestamp(last_day(last))
    outside = (frame["date_start"] < earliest) | (frame["date_end"] > latest)
    span = f"{earliest.date()} to {latest.date()}"
    for _, row in frame[outside].iterrows():
        when = f"{row['date_start'].date()} to {row['date_end'].date()}"
        tally.rejects.append(
            Reject(
                tally.path, f"row {row['row']}", f"date out of range: release {release.name} holds {span}", f"id {row['source_id']}, {when}"
            )
        )
    return frame[~outside].reset_index(drop=True)


def _without_duplicates(frame: pd.DataFrame, tally: Tally) -> pd.DataFrame:
    again = frame["source_id"].duplicated()
    if not again.any():
        return frame
    firsts = frame[~again].set_index("source_id")
    for _, row in frame[again].iterrows():
        first: Mapping[str, Any] = firsts.loc[row["source_id"]].to_dict()
        where, content = f"row {row['row']}", f"id {row['source_id']}"
        if all(first[name] == row[name] for name in _CONTENT):
            tally.ignored.append(Reject(tally.path, where, f"the same event as row {first['row']}", content))
        else:
            tally.rejects.append(Reject(tally.path, where, f"duplicate id with other content than row {first['row']}", content))
    return frame[~again].reset_index(drop=True)


def _events(frame: pd.DataFrame, passport: Passport, release: Release, digest: str) -> pa.Table:
    count = len(frame)
    ends = pd.DatetimeIndex(frame["date_end"])
    whole: dict[str, Any] = {
        "source": passport.name,
        "release": release.name,
        "type": "ASSAULT",
        "modes": "",
        "contexts": "",
        "quad_class": QUAD_CLASS["ASSAULT"],
        "date_basis": "stated",
        "place_basis": "stated",
        "flags": "",
        "source_kind": "dataset",
        "rule": f"ucdp:{passport.name.removeprefix('ucdp-')}",
        "file_sha256": digest,
    }
    columns: dict[str, Any] = {name: frame[name] for name in frame.columns}
    columns["id"] = [record_id("event", passport.name, release.name, source_id) for source_id in frame["source_id"]]
    # an event belongs to the month in which it ends
    columns["month_id"] = (ends.year - 1980) * 12 + ends.month
    arrays = []
    for field in EVENT_SCHEMA:
        if field.name in columns:
            arrays.append(_array(columns[field.name], field.type))
        elif field.name in whole:
            arrays.append(pa.repeat(pa.scalar(whole[field.name], field.type), count))
        else:
            arrays.append(pa.nulls(count, field.type))
    return pa.Table.from_arrays(arrays, schema=EVENT_SCHEMA)


def _array(values: Any, kind: pa.DataType) -> pa.Array:
    if pa.types.is_integer(kind):
        numbers = np.asarray(values, dtype=np.float64)
        return (
            pa.array(numbers, mask=np.isnan(numbers)).cast(kind)
            if np.isnan(numbers).any()
            else pa.array(numbers.astype(np.int64)).cast(kind)
        )
    if pa.types.is_date(kind):
        return pa.array(pd.DatetimeIndex(values).date, kind)
    return pa.array(values, kind, from_pandas=True)
