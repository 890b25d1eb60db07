"""Learns the pool's weights on October origins of the challenge panel and prints both tables of forecast/weights.py.

    python benchmarks/bench_forecast_weights.py ../shared/data

The windows 2018 to 2021, on which the pool is reported, are not looked at.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad.base.frames import Panel
from marsad.base.months import month_of
from marsad.forecast.features import kinds
from marsad.forecast.history import cut
from marsad.forecast.learning import Evidence, evidence, learn
from marsad.forecast.pool import members_of

STEPS = np.arange(1, 15)


def at(panel: Panel, origin: int) -> Evidence:
    """What the members say at one origin, beside what came."""
    alive = panel.until(origin).observed[:, -12:].any(axis=1)
    panel = panel.only(panel.units[alive])
    history = cut(panel, origin)
    parts = members_of(history, int(STEPS[-1])).ask(np.arange(len(history.units)), STEPS, 200, np.random.default_rng(0))
    column = origin - int(panel.months[0]) + STEPS
    kind = kinds(history.deaths, history.observed)
    return evidence(parts, history.last(12)[0], panel.deaths[:, column], seen=panel.observed[:, column], steps=STEPS, kind=kind)


def main(data: Path) -> None:
    table = pq.read_table(data / "challenge" / "country_month_state_based_to_2021.parquet")
    panel = Panel.from_rows(*(table[name].to_numpy() for name in ("country_id", "month_id", "ged_sb")))
    panel = panel.until(month_of(2017, 12))
    past = []
    for year in range(2003, 2017):
        past.append(at(panel, month_of(year, 10)))
        print(f"{year}-10 learned", file=sys.stderr)
    for last in (2008, 2016):
        print(f"origins 2003 to {last}")
        for kind in learn(past[: last - 2002]):
            print("[" + ", ".join("[" + ", ".join(f"{w:.3f}" for w in row) + "]" for row in kind) + "],")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
