"""Models on PRIO-GRID cells: learned from January to December 2024, scored on January to June 2025, all types of violence.

python benchmarks/bench_forecast_cells.py ../shared/data [MODEL...]

The panel holds the cells of clusters with violence alone, twelve months before the forecast and six after; cells of the first stretch
that are missing from the second are left out. So the figures say which model is better on such cells, and nothing of the rest of the map.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad.base.frames import Forecast, Panel
from marsad.base.months import month_of, parse_month
from marsad.forecast import forecast
from marsad.verification import score

ORIGIN = month_of(2024, 12)
METRICS = ("crps", "ign", "mis", "crps_log1p", "brier_1", "ap_1", "ap_25", "coverage_90_nonzero")


def live(data: Path) -> Panel:
    """The cells observed in all eighteen months."""
    table = pq.read_table(data / "panels" / "priogrid_month_2024_2025" / "pgm_best_total.parquet").to_pandas()
    months = np.array([parse_month(text) for text in table["month"].astype(str)])
    gid, seen = np.unique(table["priogrid_gid"].to_numpy(), return_counts=True)
    kept = np.isin(table["priogrid_gid"], gid[seen == len(np.unique(months))])
    units, deaths = table["priogrid_gid"].to_numpy()[kept], table["best_total"].to_numpy()[kept]
    return Panel.from_rows(units, months[kept], deaths, level="cell", vintage="GED 25.1 and candidates to 2025-06")


def main(data: Path, models: list[str]) -> None:
    panel = live(data)
    ahead = panel.deaths[:, panel.months > ORIGIN]
    print(f"{len(panel.units):,} cells; {(ahead > 0).mean():.3f} of the cell-months scored saw deaths\n")
    print(f"| model | steps | {' | '.join(METRICS)} | seconds |\n|---|---|{'--:|' * (len(METRICS) + 1)}")
    for model in models:
        start = time.perf_counter()
        made = forecast(panel, origin=ORIGIN, steps=range(1, 7), model=model)
        spent = time.perf_counter() - start
        for first in (1, 3):
            some = made.steps >= first
            part = Forecast(made.units, made.steps[some], made.draws[:, some], made.origin, made.model, made.level, made.vintage)
            table = score(part, panel, panel)
            rows = {row.metric: row.value for row in table.rows}
            told = " | ".join(f"{rows[name]:.4f}" for name in METRICS)
            print(f"| {model} | {first}-6 | {told} | {spent:.0f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["conflictology12", "conflictology_n", "ew", "adapted", "pool"])
