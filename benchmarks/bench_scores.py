"""Seconds and memory to score the four challenge windows, and windows of cells streamed from their file, in rising numbers.

python benchmarks/bench_scores.py ../shared/data [CELLS...]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad import store
from marsad.base.frames import Forecast, Panel
from marsad.base.months import month_of
from marsad.forecast import forecast
from marsad.verification import score

ORIGIN, STEPS, DRAWS = 454, np.arange(3, 15), 1000


def peak() -> float:
    """Largest memory of this process so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def windows(data: Path) -> tuple[float, float]:
    """CPU and wall seconds to score conflictology12, 1,000 draws, 191 countries x 12 months x 4 windows."""
    table = pq.read_table(data / "challenge" / "country_month_state_based_to_2021.parquet")
    panel = Panel.from_rows(*(table[name].to_numpy() for name in ("country_id", "month_id", "ged_sb")))
    made = [forecast(panel, origin=month_of(year - 1, 10), steps=range(3, 15), model="conflictology12") for year in range(2018, 2022)]
    cpu, wall = time.process_time(), time.perf_counter()
    for one in made:
        score(one, panel, panel)
    return time.process_time() - cpu, time.perf_counter() - wall


def made_up(rate: np.ndarray) -> Iterator[Forecast]:
    """Draws around each cell's rate, a thousand cells at a time."""
    rng = np.random.default_rng(1)
    for at in range(0, len(rate), 1000):
        part = rate[at : at + 1000]
        cube = np.zeros((len(part), len(STEPS), DRAWS), dtype=np.int32)
        for i in np.flatnonzero(part):
            cube[i] = rng.poisson(part[i], cube[i].shape)
        yield Forecast(np.arange(at + 1, at + 1 + len(part)), STEPS, cube, ORIGIN, "made up", "cell")


def cells(count: int, share: float) -> tuple[float, float, float]:
    """CPU and wall seconds to score cells x 12 months x 1,000 draws from a file, and its size in MB; `share` of the cells are violent."""
    rng = np.random.default_rng(2)
    rate = np.where(rng.random(count) < share, rng.gamma(0.5, 20, count), 0.0)
    past, ahead = (rng.poisson(rate[:, None], (count, months)).astype(float) for months in (24, 14))
    deaths = np.hstack([past, ahead])
    panel = Panel(np.arange(1, count + 1), np.arange(ORIGIN - 23, ORIGIN + 15), deaths, np.ones(deaths.shape, bool), "cell")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "f.parquet"
        store.write_forecast_blocks(path, made_up(rate))
        cpu, wall = time.process_time(), time.perf_counter()
        score(store.stream_forecast(path), panel, panel)
        return time.process_time() - cpu, time.perf_counter() - wall, path.stat().st_size / 1e6


if __name__ == "__main__":
    print("| what | CPU s | wall s | peak memory, GB | file, MB |\n|---|--:|--:|--:|--:|", flush=True)
    for number in [int(text) for text in sys.argv[2:]] or [3_000, 6_000, 13_110]:
        for violent in (0.02, 0.25):
            spent, waited, size = cells(number, violent)
            what = f"{number:,} cells x 12 months x 1,000 draws, {violent:.0%} violent, every score, beside conflictology12"
            print(f"| {what} | {spent:.1f} | {waited:.1f} | {peak():.2f} | {size:.0f} |", flush=True)
    spent, waited = windows(Path(sys.argv[1]))
    print(f"| four windows of 191 countries, 1,000 draws, every score | {spent:.1f} | {waited:.1f} | {peak():.2f} | |", flush=True)
