"""One million synthetic events through the archive into a cell-month panel, beside a plain pandas group-by; time and peak memory.

Usage: python benchmarks/bench_archive.py [EVENTS]

Each way runs in a process of its own, so that its peak memory is its own. Target: under 2 s and 1 GB for the archive's insert, sums
and panel together; importing the libraries and opening the archive are shown apart.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

FIRST, LAST = 109, 540  # January 1989 to December 2024
COUNTRIES = (854, 466, 562, 148, 729, 566, 478, 12)


def synthetic(count: int) -> pa.Table:
    """Events in the columns of the events table: 12,000 cells, 36 years, deaths with a long tail; seeded."""
    from marsad.base.frames import EVENT_SCHEMA

    rng = np.random.default_rng(20240101)
    months = rng.integers(FIRST, LAST + 1, count).astype(np.int32)
    day = ((months - 1) // 12 * 365.2425 + (months - 1) % 12 * 30.4 + 3653 + 10).astype(np.int32)
    cell = rng.integers(0, 12_000, count)
    ids = np.char.add("event:", np.char.zfill(np.arange(count).astype(str), 20))
    given = {
        "id": pa.array(ids),
        "source": pa.array(["ucdp-ged"] * count),
        "release": pa.array(["24.1"] * count),
        "source_id": pa.array(np.arange(count).astype(str)),
        "type": pa.array(["ASSAULT"] * count),
        "quad_class": pa.array(np.full(count, 4, np.int8)),
        "date_start": pa.array(day, pa.int32()).cast(pa.date32()),
        "date_end": pa.array(day, pa.int32()).cast(pa.date32()),
        "month_id": pa.array(months),
        "country_id": pa.array(np.array(COUNTRIES, np.int32)[cell * len(COUNTRIES) // 12_000]),
        "cell": pa.array((cell + 130_000).astype(np.int32)),
        "deaths_best": pa.array(np.minimum(rng.pareto(1.2, count) * 2, 5000).astype(np.int64)),
        "row": pa.array(np.arange(1, count + 1, dtype=np.int32)),
    }
    columns = [given.get(field.name, pa.nulls(count, field.type)).cast(field.type) for field in EVENT_SCHEMA]
    return pa.table(columns, schema=EVENT_SCHEMA)


def through_archive(events: Path, folder: Path) -> str:
    """Insert, sum, panel; gives what was timed and the total of deaths."""
    started = time.perf_counter()
    from marsad.base.frames import Coverage, EventImport
    from marsad.panel import deaths_by_month, panel_of
    from marsad.panel.observed import claims_of
    from marsad.store import open_archive

    table = pq.read_table(events)
    archive = open_archive(folder / "archive")
    archive.events()  # the first question imports Ibis, which is a library's cost and not the archive's
    opened, busy = time.perf_counter(), time.process_time()
    covered = tuple(Coverage(country, FIRST, LAST) for country in COUNTRIES)
    archive.add_events(EventImport("ucdp-ged", "24.1", "synthetic", "0" * 64, table.num_rows, table, (), (), covered))
    del table
    added = time.perf_counter()
    sums = archive.execute(deaths_by_month(archive.events(), level="cell", first=FIRST, last=LAST))
    summed = time.perf_counter()
    panel = panel_of(sums, claims_of(archive.rows("coverage")), level="cell", first=FIRST, last=LAST)
    done = time.perf_counter()
    parts = (opened - started, added - opened, summed - added, done - summed, done - opened, time.process_time() - busy)
    return " ".join(f"{part:.2f}" for part in parts) + f" {panel.deaths.sum():.0f}"


def through_pandas(events: Path) -> str:
    """Read the same Parquet, group by cell and month, pivot."""
    started = time.perf_counter()
    import pandas as pd  # noqa: F401

    table = pq.read_table(events)
    opened, busy = time.perf_counter(), time.process_time()
    frame = table.to_pandas()
    read = time.perf_counter()
    sums = frame.groupby(["cell", "month_id"])["deaths_best"].sum()
    summed = time.perf_counter()
    wide = sums.unstack(fill_value=0)
    done = time.perf_counter()
    parts = (opened - started, read - opened, summed - read, done - summed, done - opened, time.process_time() - busy)
    return " ".join(f"{part:.2f}" for part in parts) + f" {wide.to_numpy().sum():.0f}"


def child(way: str, events: Path, folder: Path) -> None:
    """Run one way and print its figures, peak memory last."""
    figures = through_archive(events, folder) if way == "archive" else through_pandas(events)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{figures} {peak:.0f}")


def main(count: int) -> None:
    """Make the events once, run each way in a process of its own, print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        events = folder / "events.parquet"
        pq.write_table(synthetic(count), events)
        print(f"{count:,} events to a panel of cells and months")
        print(f"{'':10}{'open s':>9}{'insert s':>10}{'sums s':>9}{'panel s':>9}{'total s':>9}{'cpu s':>8}{'peak MB':>9}{'deaths':>12}")
        for way in ("archive", "pandas"):
            said = subprocess.run(
                [sys.executable, __file__, way, events, folder], check=True, capture_output=True, text=True
            ).stdout.split()
            opened, insert, sums, panel, total, cpu, deaths, peak = said
            print(f"{way:10}{opened:>9}{insert:>10}{sums:>9}{panel:>9}{total:>9}{cpu:>8}{peak:>9}{deaths:>12}")
        print("open: libraries, input, empty archive; total: without open. pandas: insert is the frame, panel the pivot.")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        child(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
