"""The pool beside conflictology12 on all types of violence: 46 quarterly origins, and origins with the data as published then.

python benchmarks/bench_forecast_origins.py ../shared/data final|vintages [MODEL...]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from marsad.base import places
from marsad.base.frames import Forecast, Panel
from marsad.base.months import format_month, month_of
from marsad.forecast import forecast, refitting_pool
from marsad.store import read_panel, read_vintages
from marsad.verification import Backtest, backtest
from marsad.verification.skill import skill

STEPS = range(3, 15)
NEAR = places.country_neighbours("iso")


def asked(model: str) -> Callable[[Panel, int, Sequence[int]], Forecast]:
    """A model of the table as the backtest asks for it."""
    return lambda known, origin, steps: forecast(known, origin=origin, steps=steps, model=model, neighbours=NEAR)


def report(found: Backtest, ids: list[int]) -> None:
    """Ratios over all origins, and for origins from 2018 on, when every choice lay behind them."""
    for row in found.lines({"sahel": ids}):
        if "windows" in row.window:
            ratios = f"CRPS {row.ratio_crps:.3f} IGN {row.ratio_ign:.3f} MIS {row.ratio_mis:.3f} log1p {row.ratio_crps_log1p:.3f}"
            print(f"{row.model} {row.region} {row.window}: {ratios} worst {row.worst:.3f} covered {row.coverage_90_nonzero:.3f}")
    for model in found.models():
        ours, theirs = found.joined(model)
        origins = np.concatenate([np.full(len(run.ours.units), run.origin) for run in found.runs if run.model == model])
        for label, kept in (("all origins", origins > 0), ("origins from 2018", origins >= month_of(2018, 1))):
            if len(np.unique(origins[kept])) > 1:
                for metric in ("crps", "ign", "mis", "crps_log1p"):
                    gain = skill(ours.values[metric][kept], theirs.values[metric][kept], origins[kept] // 12)
                    span = f"{1 - gain.high:.3f} to {1 - gain.low:.3f}"
                    print(f"{model} {label} {metric}: ratio of means {1 - gain.value:.3f} ({span}), t {gain.t:.1f}")
        for one, other in found.onsets(model):
            print(f"{model}: onset of {one.threshold}: {one.events} of {one.n}, AP {one.ap}, conflictology12 {other.ap}")
    print("\n".join(found.notes[:3]))


def main(data: Path, kind: str, models: list[str]) -> None:
    folder = data / "panels" / "country_month_all_types"
    final = read_panel(folder / "cm_total_best.parquet")
    found = [places.country_by_iso3(code) for code in places.region("sahel").countries]
    ids = [country.numeric for country in found if country]

    def fresh() -> dict[str, Callable[[Panel, int, Sequence[int]], Forecast]]:
        """The pool learns once a year; vintages may differ in units, so each pass starts afresh."""
        return {name: refitting_pool(neighbours=NEAR) if name == "pool" else asked(name) for name in models}

    start = time.perf_counter()

    def told(text: str) -> None:
        print(f"{time.perf_counter() - start:.0f} s {text}", file=sys.stderr, flush=True)

    if kind == "final":
        origins = [month_of(year, month) for year in range(2013, 2026) for month in (1, 4, 7, 10)]
        origins = [origin for origin in origins if month_of(2013, 10) <= origin <= month_of(2025, 1)]
        report(backtest(fresh(), final, origins=origins, steps=STEPS, progress=told), ids)
        return
    by_origin = read_vintages(folder / "cm_total_best_vintages.parquet")
    origins = [origin for origin in sorted(by_origin) if origin + STEPS[-1] <= int(final.months[-1])]
    print(f"{len(origins)} vintages, {format_month(origins[0])} to {format_month(origins[-1])}")
    print("trained on what was published then, scored on final figures")
    report(backtest(fresh(), lambda origin: by_origin[origin], origins=origins, steps=STEPS, observed=final, progress=told), ids)
    print("trained on final figures (what revision costs is the difference)")
    report(backtest(fresh(), final, origins=origins, steps=STEPS, progress=told), ids)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:] or ["pool"])
