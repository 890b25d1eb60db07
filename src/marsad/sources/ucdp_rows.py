"""UCDP rows checked and typed, column by column: a frame of the good rows, and a reason for each other row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from marsad.base.places import cells_of
from marsad.base.records import Reject
from marsad.sources.passport import Reading
from marsad.sources.tables import Row
from marsad.sources.ucdp_places import PRECISION_M, country_of, fits_cell, wrong_sides

DATE_PRECISION = {1: "day", 2: "week", 3: "week", 4: "month", 5: "year"}
"""`date_prec`: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more than a month up to a year."""

VIOLENCE = {1: "state-based", 2: "non-state", 3: "one-sided"}

DEATHS_MOST = 10_000_000
"""No single event of the data set comes near: a larger figure is cells that slipped together."""

HEADLINE_MOST = 200
"""Code points of the headline that is kept: enough to find the report by."""

_SHOWN = ("id", "country", "date_start", "date_end", "latitude", "longitude", "best")
Mask = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Tally:
    """What one file gave besides good rows: rejects, rows that are no data, and counts and sentences for its notes."""

    path: str
    rejects: list[Reject] = field(default_factory=list)
    ignored: list[Reject] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def count(self, what: str, number: int) -> None:
        """Add to a count; a count of 0 is not kept."""
        if number:
            self.counts[what] = self.counts.get(what, 0) + number


class Verdict:
    """The first reason found against each row of a frame."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.reasons: npt.NDArray[np.object_] = np.full(len(frame), None, dtype=object)

    def refuse(self, wrong: Any, reason: str, column: str | None = None) -> None:
        """Set aside the rows where `wrong` holds; `{}` in the reason stands for the row's text in `column`."""
        found = np.asarray(wrong, dtype=np.bool_) & self.good
        if found.any():
            texts = self.frame[column].to_numpy(dtype=object)[found] if column else None
            self.reasons[found] = reason if texts is None else np.array([reason.format(repr(text)[:60]) for text in texts], dtype=object)

    def refuse_each(self, reasons: Sequence[str | None]) -> None:
        """Set aside the rows that have a reason of their own."""
        found = self.good
        self.reasons[found] = np.array(list(reasons), dtype=object)[found]

    @property
    def good(self) -> Mask:
        """Rows without a reason."""
        return np.array([reason is None for reason in self.reasons], dtype=np.bool_)


def typed(rows: Sequence[Row], reading: Reading, width: int, tally: Tally) -> pd.DataFrame:
    """The good rows of a stretch of a file, typed; all others go into `tally`.

    Args:
        rows: numbered rows as texts.
        reading: where the passport's columns stand.
        width: cells that the header has.
        tally: receives rejects, ignored rows and counts.

    Returns:
        One row for each good row, with the columns that `finish` of `ucdp` needs.
    """
    texts = _texts(rows, reading, width, tally)
    verdict = Verdict(texts)
    out = pd.DataFrame({"row": texts["row"].to_numpy(dtype=np.int64)})
    _identity(texts, verdict, out)
    _dates(texts, verdict, out)
    _deaths(texts, verdict, out, tally)
    _places(texts, verdict, out, tally)
    good = verdict.good
    for at in np.flatnonzero(~good):
        shown = json.dumps({name: texts[name].iloc[at] for name in _SHOWN}, ensure_ascii=False)
        tally.rejects.append(Reject(tally.path, f"row {texts['row'].iloc[at]}", str(verdict.reasons[at]), shown[:400]))
    return out[good].reset_index(drop=True)


def _texts(rows: Sequence[Row], reading: Reading, width: int, tally: Tally) -> pd.DataFrame:
    names, positions = list(reading.positions), list(reading.positions.values())
    kept: list[tuple[int, list[str]]] = []
    for number, cells in rows:
        where = f"row {number}"
        if not any(cells):
            tally.ignored.append(Reject(tally.path, where, "empty row"))
        elif number == 1 and _is_tag_row(cells):
            tally.ignored.append(Reject(tally.path, where, "HXL tag row"))
        elif len(cells) != width:
            reason = f"the row has {len(cells)} cells where the header has {width}: a comma or quotation mark is out of place"
            tally.rejects.append(Reject(tally.path, where, reason, " | ".join(cells)[:400]))
        else:
            kept.append((number, [cells[position].strip() for position in positions]))
    frame = pd.DataFrame([cells for _, cells in kept], columns=names, dtype=object)
    for name in (
        "priogrid_gid",
        "where_coordinates",
        "number_of_sources",
        "source_headline",
        "side_a_new_id",
        "side_b_new_id",
        "code_status",
    ):
        if name not in frame:
            frame[name] = ""
    frame["row"] = [number for number, _ in kept]
    return frame


def _is_tag_row(cells: Sequence[str]) -> bool:
    # the first cell may be a row number that a program added
    filled = [cell for cell in cells[1:] if cell]
    return bool(filled) and all(cell.startswith("#") for cell in filled)


def _number(texts: pd.DataFrame, name: str, verdict: Verdict, *, may_be_empty: bool = False) -> pd.Series[float]:
    value = pd.to_numeric(texts[name], errors="coerce").astype(float)
    empty = (texts[name] == "").to_numpy(dtype=bool)
    if not may_be_empty:
        verdict.refuse(empty, f"{name} is empty")
    verdict.refuse(~np.isfinite(value) & ~empty, f"{name} {{}} is no number", name)
    return value.where(np.isfinite(value))


def _whole(texts: pd.DataFrame, name: str, verdict: Verdict, *, may_be_empty: bool = False) -> pd.Series[float]:
    value = _number(texts, name, verdict, may_be_empty=may_be_empty)
    verdict.refuse(value.notna() & (value % 1 != 0), f"{name} {{}} is not a whole number", name)
    return value


def _identity(texts: pd.DataFrame, verdict: Verdict, out: pd.DataFrame) -> None:
    out["source_id"] = texts["id"].str.removesuffix(".0").to_numpy(dtype=object)
    verdict.refuse(out["source_id"] == "", "the id is missing")
    kind = _whole(texts, "type_of_violence", verdict)
    verdict.refuse(~kind.isin(list(VIOLENCE)), "type_of_violence {} is none of 1, 2, 3", "type_of_violence")
    out["violence"] = kind.map(VIOLENCE).to_numpy(dtype=object)
    for side, name in (("side_a", "actor"), ("side_b", "recipient")):
        out[name] = texts[side].to_numpy(dtype=object)
        ids = texts[f"{side}_new_id"].str.removesuffix(".0")
        out[f"{name}_entity"] = ("ucdp-actor:" + ids).where(ids != "", None).to_numpy(dtype=object)
    reports = _whole(texts, "number_of_sources", verdict, may_be_empty=True)
    # -1 is the publisher's sign for "not counted", in rows from before 2013
    verdict.refuse(reports < -1, "number_of_sources {} is negative", "number_of_sources")
    out["reports"] = reports.where(reports >= 0).to_numpy()
    # only candidate releases hold rows that are still being checked
    out["unchecked"] = ~texts["code_status"].isin(["", "Clear"]).to_numpy(dtype=bool)
    headline = texts["source_headline"]
    out["text"] = headline.str.slice(0, HEADLINE_MOST).where(headline != "", None).to_numpy(dtype=object)


def _dates(texts: pd.DataFrame, verdict: Verdict, out: pd.DataFrame) -> None:
    for name in ("date_start", "date_end"):
        day = texts[name].str.slice(0, 10)
        iso = pd.to_datetime(day.where(day.str.fullmatch(r"\d{4}-\d{2}-\d{2}")), format="%Y-%m-%d", errors="coerce")
        # the publisher's site writes the month first
        us = pd.to_datetime(day.where(day.str.fullmatch(r"\d{2}/\d{2}/\d{4}")), format="%m/%d/%Y", errors="coerce")
        when = iso.fillna(us)
        verdict.refuse(when.isna(), f"{name} {{}} is no date (year-month-day, or month/day/year)", name)
        out[name] = when.to_numpy(dtype="datetime64[s]")
    verdict.refuse(out["date_end"] < out["date_start"], "date_end {} lies before date_start", "date_end")
    precision = _whole(texts, "date_prec", verdict)
    verdict.refuse(~precision.isin(list(DATE_PRECISION)), "date_prec {} is none of 1 to 5", "date_prec")
    out["date_precision"] = precision.map(DATE_PRECISION).to_numpy(dtype=object)


def _deaths(texts: pd.DataFrame, verdict: Verdict, out: pd.DataFrame, tally: Tally) -> None:
    deaths = {}
    for name in ("low", "best", "high"):
        deaths[name] = _whole(texts, name, verdict)
        verdict.refuse(deaths[name] < 0, f"{name} {{}} is negative", name)
        verdict.refuse(deaths[name] > DEATHS_MOST, f"{name} {{}} is more than {DEATHS_MOST:,} deaths", name)
    # the publisher's own files hold such rows; best is the sum of its parts there, so best stands and the bounds give way
    crossed = (deaths["low"] > deaths["best"]) | (deaths["high"] < deaths["best"])
    tally.count("rows state low above best, or high below it: best was kept, and the bound set to it", int((crossed & verdict.good).sum()))
    out["deaths_low"] = np.minimum(deaths["low"], deaths["best"])
    out["deaths_best"] = deaths["best"]
    out["deaths_high"] = np.maximum(deaths["high"], deaths["best"])


def _places(texts: pd.DataFrame, verdict: Verdict, out: pd.DataFrame, tally: Tally) -> None:
    lat, lon = _number(texts, "latitude", verdict), _number(texts, "longitude", verdict)
    verdict.refuse(lat.abs() > 90, "latitude {} is outside -90 to 90", "latitude")
    verdict.refuse(lon.abs() > 180, "longitude {} is outside -180 to 180", "longitude")
    precision = _whole(texts, "where_prec", verdict)
    verdict.refuse(~precision.isin(list(PRECISION_M)), "where_prec {} is none of 1 to 7", "where_prec")
    found = [country_of(code, name) for code, name in zip(texts["country_id"], texts["country"], strict=True)]
    verdict.refuse([country is None for country in found], "country {} is not in the table of countries", "country")
    out["place"] = texts["where_coordinates"].where(texts["where_coordinates"] != "", None).to_numpy(dtype=object)
    out["country"] = [country.iso3 if country else "" for country in found]
    out["country_id"] = [country.numeric if country else 0 for country in found]
    out["lat"], out["lon"] = lat, lon
    out["place_precision_m"] = precision.map(PRECISION_M)
    out["cell"] = _cells(texts, verdict, lat, lon, tally).astype(float)
    _sides(verdict, out, tally)


def _sides(verdict: Verdict, out: pd.DataFrame, tally: Tally) -> None:
    """Refuse points far off; take the point from an event a little off, which still counts for its country."""
    rows = np.flatnonzero(verdict.good)
    sides, judged = wrong_sides(out["country"].iloc[rows], out["cell"].iloc[rows].astype(int))
    if not judged:
        tally.count("rows were not checked for coordinates on the wrong side, since the package's cells are not built", len(rows))
    reasons: list[str | None] = [None] * len(out)
    near = []
    for at, side in zip(rows, sides, strict=True):
        if side is not None and side.far:
            reasons[at] = side.why
        elif side is not None:
            near.append(at)
            tally.said.append(f"row {out['row'].iloc[at]}: {side.why}; it is counted for the country, without a point")
    verdict.refuse_each(reasons)
    out.loc[near, ["lat", "lon", "cell", "place_precision_m"]] = np.nan


def _cells(texts: pd.DataFrame, verdict: Verdict, lat: pd.Series[float], lon: pd.Series[float], tally: Tally) -> npt.NDArray[np.int64]:
    stated = _whole(texts, "priogrid_gid", verdict, may_be_empty=True)
    good = verdict.good
    own = cells_of(lon.where(good), lat.where(good))
    differ = good & stated.notna().to_numpy() & (stated.to_numpy() != own)
    edge = np.zeros(len(own), dtype=bool)
    for at in np.flatnonzero(differ):
        edge[at] = fits_cell(int(stated.iloc[at]), float(lon.iloc[at]), float(lat.iloc[at]))
    verdict.refuse(differ & ~edge, "priogrid_gid {} is not the cell of the coordinates", "priogrid_gid")
    tally.count("points lie on the edge of a cell: the publisher's cell was kept", int(edge.sum()))
    return np.where(edge, np.nan_to_num(stated.to_numpy()).astype(np.int64), own)
