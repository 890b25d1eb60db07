"""The pool beside conflictology12 on the challenge's windows 2018 to 2021: the table of docs/how-good-is-it.md.

python benchmarks/bench_forecast_windows.py ../shared/data [MODEL...]
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from marsad.base.frames import Panel
from marsad.base.months import month_of
from marsad.base.places import country_neighbours
from marsad.forecast import forecast
from marsad.verification import backtest
from marsad.verification.skill import skill

NEAR = country_neighbours("views")
# VIEWS ids of DZA, BFA, TCD, LBY, MLI, MRT, MAR, NER, NGA, SDN are looked up by name
SAHEL = ("DZA", "BFA", "TCD", "LBY", "MLI", "MRT", "MAR", "NER", "NGA", "SDN")


def challenge(data: Path) -> Panel:
    """State-based deaths of 191 countries."""
    table = pq.read_table(data / "challenge" / "country_month_state_based_to_2021.parquet")
    columns = (table["country_id"].to_numpy(), table["month_id"].to_numpy(), table["ged_sb"].to_numpy())
    return Panel.from_rows(*columns, vintage="challenge, to 2021-12")


def sahel(data: Path) -> list[int]:
    """VIEWS ids of the ten Sahel-Sahara countries."""
    rows = [line.split(",") for line in (data / "codes" / "views_iso3_gw.csv").read_text(encoding="utf-8").splitlines()[1:]]
    return [int(row[0]) for row in rows if row[3] in SAHEL]


def main(data: Path, models: list[str]) -> None:
    panel = challenge(data)
    start = time.perf_counter()
    make = {
        name: partial(
            lambda known, origin, steps, model: forecast(known, origin=origin, steps=steps, model=model, neighbours=NEAR), model=name
        )
        for name in models
    }
    origins = [month_of(year - 1, 10) for year in range(2018, 2022)]
    found = backtest(make, panel, origins=origins, steps=range(3, 15), progress=lambda text: print(text, file=sys.stderr))
    ids = [unit for unit in sahel(data) if unit in panel.units]
    print(f"{len(ids)} Sahel-Sahara countries; {time.perf_counter() - start:.0f} s\n")
    print("| model | region | window | CRPS | IGN | MIS | CRPS ratio | IGN ratio | MIS ratio | log1p ratio | worst | covered, > 0 |")
    print("|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for row in found.lines({"sahel": ids}):
        numbers = f"{row.crps:.3f} | {row.ign:.3f} | {row.mis:.1f} | {row.ratio_crps:.3f} | {row.ratio_ign:.3f} | {row.ratio_mis:.3f}"
        tail = f"{row.ratio_crps_log1p:.3f} | {row.worst:.3f} | {row.coverage_90_nonzero:.3f}"
        print(f"| {row.model} | {row.region} | {row.window} | {numbers} | {tail} |")
    for model in found.models():
        ours, theirs = found.joined(model)
        for ours_, theirs_ in found.onsets(model):
            print(f"{model}: onset of {ours_.threshold}: {ours_.events} of {ours_.n}, AP {ours_.ap}, conflictology12 {theirs_.ap}")
        for metric in ("crps", "ign", "mis", "crps_log1p"):
            print(f"{model}: {metric}: {skill(ours.values[metric], theirs.values[metric], (ours.months - 1) // 12)}")
        for line in found.scores(model).rows:
            if line.metric.startswith(("coverage", "ap_", "brier", "activation")):
                print(f"{model}: {line.metric} {line.value:.4f} (conflictology12 {line.reference})")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["pool"])
