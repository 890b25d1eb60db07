"""Seconds and memory of one forecast by the pool: 191 countries, and land cells of the world in rising numbers.

python benchmarks/bench_forecast.py ../shared/data [CELLS...]
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad.base.frames import Panel
from marsad.base.months import month_of
from marsad.forecast import forecast


def peak() -> float:
    """Largest memory of this process so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def countries(data: Path) -> float:
    """Seconds for one origin, 191 countries, steps 1 to 14, 1,000 draws, fit and predict."""
    table = pq.read_table(data / "challenge" / "country_month_state_based_to_2021.parquet")
    panel = Panel.from_rows(*(table[name].to_numpy() for name in ("country_id", "month_id", "ged_sb")))
    start = time.perf_counter()
    forecast(panel, origin=month_of(2017, 10), steps=range(1, 15))
    return time.perf_counter() - start


def made_up_cells(gids: np.ndarray, months: int = 240) -> Panel:
    """Cells of which one in eight ever saw a death, in bursts, as on the real map."""
    rng = np.random.default_rng(1)
    deaths = np.zeros((len(gids), months))
    for row in np.flatnonzero(rng.random(len(gids)) < 0.12):
        first = rng.integers(0, months)
        span = int(rng.exponential(24)) + 1
        deaths[row, first : first + span] = rng.poisson(rng.gamma(0.3, 6), deaths[row, first : first + span].shape)
    return Panel(gids, np.arange(300, 300 + months), deaths, np.ones(deaths.shape, dtype=bool), level="cell")


def cells(gids: np.ndarray) -> float:
    """Seconds for one origin, 36 steps, 128 draws."""
    panel = made_up_cells(gids)
    start = time.perf_counter()
    forecast(panel, origin=int(panel.months[-1]), steps=range(1, 37), draws=128)
    return time.perf_counter() - start


def land(data: Path) -> np.ndarray:
    """PRIO-GRID numbers of the land cells, rising."""
    found = json.loads((data / "geo" / "priogrid_land_gids.json").read_text(encoding="utf-8"))
    return np.array(sorted(found if isinstance(found, list) else found["gids"]), dtype=np.int64)


if __name__ == "__main__":
    where = Path(sys.argv[1])
    print("| what | seconds | peak memory, GB |\n|---|--:|--:|", flush=True)
    print(f"| 191 countries, steps 1-14, 1,000 draws | {countries(where):.1f} | {peak():.2f} |", flush=True)
    gids = land(where)
    for count in [int(text) for text in sys.argv[2:]] or [4000, 16000, len(gids)]:
        print(f"| {count} cells, steps 1-36, 128 draws | {cells(gids[:count]):.1f} | {peak():.2f} |", flush=True)
