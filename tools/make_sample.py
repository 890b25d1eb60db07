"""Figures of the sample that comes with the package: sums by country and month, and by cell and month, never rows of a source.

Usage: python tools/make_sample.py DATA_FOLDER [OUT_FOLDER]

DATA_FOLDER holds `panels/country_month_all_types/cm_total_best.parquet` and the UCDP event files under `ucdp/`. Run it again when
these change; what it writes is committed, with its citation in `SOURCE.md` and in the metadata of each file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq

from marsad.base.frames import Panel
from marsad.base.months import month_of_date, parse_month
from marsad.base.places import country_by_name, region
from marsad.panel import deaths_by_month, panel_of
from marsad.panel.observed import claims_of
from marsad.sources.ucdp import read_event_paths
from marsad.store import open_archive, write_panel

REGION = "sahel-sahara-neighbours"
COUNTRY_MONTHS = ("2010-01", "2026-05")
CELL_MONTHS = ("2016-01", "2023-12")
CELLS = {"bfa": "ged_bfa_v24_1", "sdn": "ged_sdn_v24_1"}
OUT = Path(__file__).resolve().parents[1] / "src" / "marsad" / "sample" / "figures"
CITATION = (
    "Sundberg & Melander (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4); "
    "Hegre, Croicu, Eck & Högbladh (2020), Introducing the UCDP Candidate Events Dataset, Research & Politics 7(3); "
    "Davies, Pettersson & Öberg, Organized violence, Journal of Peace Research, of the release's year. Uppsala Conflict Data Program."
)
ABOUT = {"citation": CITATION, "licence": "CC BY 4.0", "made": "sums computed by tools/make_sample.py"}


def country_panel(data: Path) -> Panel:
    """Deaths per country and month; a country that the table does not name is left out, since nothing says that it had none."""
    first, last = (parse_month(text) for text in COUNTRY_MONTHS)
    rows = pq.read_table(data / "panels" / "country_month_all_types" / "cm_total_best.parquet")
    wanted = set(region(REGION).countries)
    numbers = {}
    for name in pc.unique(rows["country"]).to_pylist():
        country = country_by_name(name)
        if country is None:
            raise SystemExit(f"country {name!r} of the table is not in marsad.base.places: add its name there")
        if country.iso3 in wanted:
            numbers[name] = country.numeric
    missing = sorted(wanted - {c.iso3 for name in numbers if (c := country_by_name(name))})
    print(f"{len(numbers)} countries; no column, so left out: {', '.join(missing) or 'none'}")
    kept = [row for row in rows.to_pylist() if row["country"] in numbers and first <= month_of_date(row["month_end"]) <= last]
    return Panel.from_rows(
        np.array([numbers[row["country"]] for row in kept]),
        np.array([month_of_date(row["month_end"]) for row in kept]),
        np.array([row["best_total"] for row in kept], dtype=np.float64),
        outcome="deaths, all types of violence, UCDP best estimate; events that cross a month's end are not in it",
        vintage="UCDP GED and candidate releases up to May 2026",
    )


def cell_panel(folder: Path) -> Panel:
    """Deaths per cell and month from event files, through the archive and the panel code."""
    first, last = (parse_month(text) for text in CELL_MONTHS)
    with tempfile.TemporaryDirectory() as name, open_archive(Path(name)) as archive:
        for given in read_event_paths([folder]):
            print(f"{given.path}: {given.rows_read} rows, {archive.add_events(given)}")
        sums = archive.execute(deaths_by_month(archive.events(), level="cell", first=first, last=last))
        return panel_of(sums, claims_of(archive.rows("coverage")), level="cell", first=first, last=last)


def main(data: Path, out: Path) -> None:
    """Write the three files and say how large they are."""
    panels = {"country_month": country_panel(data)}
    panels |= {f"cell_month_{code}": cell_panel(data / "ucdp" / folder) for code, folder in CELLS.items()}
    for name, panel in panels.items():
        path = out / f"{name}.parquet"
        write_panel(path, panel, extra=ABOUT)
        size = f"{len(panel.units)} units x {len(panel.months)} months"
        print(f"{path.name}: {size}, {panel.deaths.sum():.0f} deaths, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else OUT)
