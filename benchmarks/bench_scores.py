"""Seconds and memory to score the four challenge windows, and one window of 13,110 cells with 1,000 draws.

python benchmarks/bench_scores.py ../shared/data
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad.base.frames import Forecast, Panel
from marsad.base.months import month_of
from marsad.forecast import forecast
from marsad.verification import score


def peak() -> float:
    """Largest memory of this process so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def windows(data: Path) -> float:
    """Seconds to score conflictology12, 1,000 draws, 191 countries x 12 months x 4 windows."""
    table = pq.read_table(data / "challenge" / "country_month_state_based_to_2021.parquet")
    panel = Panel.from_rows(*(table[name].to_numpy() for name in ("country_id", "month_id", "ged_sb")))
    made = [forecast(panel, origin=month_of(year - 1, 10), steps=range(3, 15), model="conflictology12") for year in range(2018, 2022)]
    start = time.perf_counter()
    for one in made:
        score(one, panel, panel)
    return time.perf_counter() - start


def cells() -> float:
    """Seconds to score 13,110 cells x 12 months x 1,000 draws, one cell in a hundred violent."""
    rng = np.random.default_rng(1)
    n, steps, draws = 13_110, 12, 1000
    rate = np.where(rng.random(n) < 0.02, rng.gamma(0.5, 20, n), 0.0)
    cube = np.empty((n, steps, draws), dtype=np.int32)
    for i in range(n):
        cube[i] = rng.poisson(rate[i], (steps, draws)) if rate[i] else 0
    gids = np.arange(1, n + 1)
    made = Forecast(gids, np.arange(3, 15), cube, 454, "made up", "cell")
    truth = Panel(gids, np.arange(457, 469), rng.poisson(rate[:, None], (n, 12)).astype(float), np.ones((n, 12), dtype=bool), "cell")
    start = time.perf_counter()
    score(made, truth)
    return time.perf_counter() - start


if __name__ == "__main__":
    print("| what | seconds | peak memory, GB |\n|---|--:|--:|")
    print(f"| four windows of 191 countries, 1,000 draws, all scores | {windows(Path(sys.argv[1])):.1f} | {peak():.2f} |")
    print(f"| one window of 13,110 cells, 1,000 draws, all scores | {cells():.1f} | {peak():.2f} |")
