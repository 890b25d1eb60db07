"""Seconds, memory and file size of a forecast of land cells, 36 months ahead, 128 draws, in rising numbers; the cost grows in proportion.

python benchmarks/bench_cells.py ../shared/data [CELLS...] [--draws N] [--steps N] [--model NAME]

Counts: UCDP GED by cell where there are files (Burkina Faso, Central African Republic, Nigeria, Sudan), the cells of the live panel for
2024-01 to 2025-06, and zero everywhere else. Where a cell of the live panel has no history in those files, one is made up from its own
months (bursts at its level), so that the model has something to learn from; the scores of such a forecast would mean nothing.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad import store
from marsad.base.frames import Panel
from marsad.base.months import month_of
from marsad.base.places import cells_of
from marsad.forecast import forecast
from marsad.sources.ucdp import read_event_paths

FIRST, LAST = month_of(2005, 7), month_of(2025, 6)
FILES = ("ged_bfa_v24_1", "ged_caf_v23_1", "ged_nga_v20_1", "ged_sdn_v24_1")


def peak() -> float:
    """Largest memory of this process so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def cpu() -> float:
    """Seconds of work of all threads: on a busy machine the clock on the wall says little."""
    return time.process_time()


def land(data: Path) -> np.ndarray:
    """PRIO-GRID numbers of the land cells, rising."""
    found = json.loads((data / "geo" / "priogrid_land_gids.json").read_text(encoding="utf-8"))
    return np.array(sorted(found if isinstance(found, list) else found["gids"]), dtype=np.int64)


def known_deaths(data: Path, gids: np.ndarray, deaths: np.ndarray) -> None:
    """Add the events of the UCDP files, each in its cell and the month of its end."""
    for folder in FILES:
        for read in read_event_paths([data / "ucdp" / folder]):
            table = read.events.select(["lon", "lat", "month_id", "deaths_best"]).drop_null()
            month = table["month_id"].to_numpy() - FIRST
            cell = cells_of(table["lon"].to_numpy(), table["lat"].to_numpy())
            row = np.minimum(np.searchsorted(gids, cell), len(gids) - 1)
            inside = (gids[row] == cell) & (month >= 0) & (month < deaths.shape[1])
            np.add.at(deaths, (row[inside], month[inside]), table["deaths_best"].to_numpy()[inside])
            break  # a second file of the same country tells of the same events


def live_months(data: Path, gids: np.ndarray, deaths: np.ndarray) -> None:
    """Set the months of the live panel; make up a past for its cells that have none."""
    table = pq.read_table(data / "panels" / "priogrid_month_2024_2025" / "pgm_best_total.parquet").to_pandas()
    row = np.searchsorted(gids, table["priogrid_gid"].to_numpy())
    kept = (row < len(gids)) & (gids[np.minimum(row, len(gids) - 1)] == table["priogrid_gid"].to_numpy())
    month = np.array([month_of(int(text[:4]), int(text[5:7])) for text in table["month"].astype(str)]) - FIRST
    deaths[row[kept], month[kept]] = table["best_total"].to_numpy()[kept]
    rng = np.random.default_rng(1)
    for cell in np.unique(row[kept]):
        own = deaths[cell, -18:]
        if own.any() and not deaths[cell, :-18].any():
            first, span = rng.integers(0, deaths.shape[1] - 60), int(rng.exponential(36)) + 1
            past = deaths[cell, first : min(first + span, deaths.shape[1] - 18)]
            past[:] = rng.choice(own, past.shape)


def cells(data: Path) -> Panel:
    """The panel of every land cell."""
    gids = land(data)
    deaths = np.zeros((len(gids), LAST - FIRST + 1))
    known_deaths(data, gids, deaths)
    live_months(data, gids, deaths)
    return Panel(gids, np.arange(FIRST, LAST + 1), deaths, np.ones(deaths.shape, dtype=bool), level="cell", vintage="benchmark")


def some(panel: Panel, count: int) -> Panel:
    """`count` cells in one band of the map, around the tenth parallel north where the violence is."""
    if count >= len(panel.units):
        return panel
    middle = int(np.searchsorted(panel.units, 200 * 720))
    at = max(0, min(len(panel.units) - count, middle - count // 2))
    return panel.only(panel.units[at : at + count])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("cells", type=int, nargs="*")
    parser.add_argument("--draws", type=int, default=128)
    parser.add_argument("--steps", type=int, default=36)
    parser.add_argument("--model", default="pool")
    asked = parser.parse_args()
    whole = cells(asked.data)
    print(
        "| cells | with deaths | steps | draws | forecast, CPU s | writing, CPU s | wall s | peak memory, GB | file, MB | CPU µs a draw |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|", flush=True)
    for count in asked.cells or [4000, 16000, 32000, len(whole.units)]:
        panel = some(whole, count)
        began, wall = cpu(), time.perf_counter()
        made = forecast(panel, origin=LAST, steps=range(1, asked.steps + 1), draws=asked.draws, model=asked.model)
        middle = cpu()
        with tempfile.TemporaryDirectory() as folder:
            store.write_forecast(Path(folder) / "f.parquet", made)
            size = (Path(folder) / "f.parquet").stat().st_size / 1e6
        end, total = cpu(), made.draws.size
        lively = int((panel.deaths.sum(axis=1) > 0).sum())
        print(
            f"| {len(panel.units):,} | {lively:,} | {asked.steps} | {asked.draws} | {middle - began:.0f} | {end - middle:.0f} "
            f"| {time.perf_counter() - wall:.0f} | {peak():.2f} | {size:.1f} | {(end - began) / total * 1e6:.2f} |",
            flush=True,
        )
        del made
