"""Learns the pool's weights on April and October origins of the challenge panel and writes forecast/weights.json.

    python benchmarks/bench_forecast_weights.py ../shared/data OUT.json [JOBS]

Months after December 2017 are cut off before anything is learned: the windows 2018 to 2021, on which the pool is reported, are not
looked at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from marsad.base.frames import Panel
from marsad.base.months import format_month, month_of
from marsad.base.places import country_neighbours
from marsad.forecast.features import kinds
from marsad.forecast.history import cut
from marsad.forecast.learning import Evidence, evidence, learn
from marsad.forecast.pool import members_of
from marsad.forecast.weights import KINDS, MEMBERS, STEP_GROUPS

STEPS = np.array([1, 2, 3, 4, 6, 8, 10, 12, 14])
DRAWS = 150
FIRST, LAST = 2001, 2016
FIRST_TABLE = 2008
"""Year of the last origins behind the first table; earlier ones would rest on too few."""


def at(origin: int, panel: Panel, near: Mapping[int, Sequence[int]]) -> Evidence:
    """What the members say at one origin, beside what came."""
    alive = panel.until(origin).observed[:, -12:].any(axis=1)
    panel = panel.only(panel.units[alive])
    history = cut(panel, origin, neighbours=near)
    parts = members_of(history, int(STEPS[-1])).ask(STEPS, DRAWS, np.random.default_rng(0))
    column = origin - int(panel.months[0]) + STEPS
    kind = kinds(history.deaths, history.observed)
    print(f"{format_month(origin)} asked", file=sys.stderr, flush=True)
    return evidence(parts, history.last(12)[0], panel.deaths[:, column], seen=panel.observed[:, column], steps=STEPS, kind=kind)


def tables(past: dict[int, Evidence]) -> list[dict[str, object]]:
    """One table for each year, learned on all origins up to its October."""
    found: list[dict[str, object]] = []
    for year in range(FIRST_TABLE, LAST + 1):
        last = month_of(year, 10)
        weights = learn([one for origin, one in past.items() if origin <= last])
        origins = f"{format_month(min(past))} to {format_month(last)}"
        found.append({"origins": origins, "last_target": last + int(STEPS[-1]), "weights": np.round(weights, 3).tolist()})
    return found


def written(found: list[dict[str, object]]) -> str:
    """The file's text, the weights of one kind of unit a line."""
    head = json.dumps({"members": MEMBERS, "kinds": KINDS, "step_groups": STEP_GROUPS})
    each = []
    for one in found:
        rows = ",\n   ".join(json.dumps(kind) for kind in one["weights"])  # type: ignore[attr-defined]
        each.append(f'  {{"origins": "{one["origins"]}", "last_target": {one["last_target"]}, "weights": [\n   {rows}]}}')
    return f'{head[:-1]}, "tables": [\n' + ",\n".join(each) + "\n]}\n"


def main(data: Path, out: Path, jobs: int) -> None:
    table = pq.read_table(data / "challenge" / "country_month_state_based_to_2021.parquet")
    panel = Panel.from_rows(*(table[name].to_numpy() for name in ("country_id", "month_id", "ged_sb"))).until(month_of(2017, 12))
    origins = [month_of(year, month) for year in range(FIRST, LAST + 1) for month in (4, 10)]
    with ProcessPoolExecutor(jobs) as pool:
        past = dict(zip(origins, pool.map(partial(at, panel=panel, near=country_neighbours("views")), origins), strict=True))
    out.write_text(written(tables(past)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
