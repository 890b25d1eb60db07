"""Every assessment for 36 countries and 4,000 cells, with 60,000 events, 2,000 documents and 36 groups; time and peak memory.

Usage: python benchmarks/bench_assessment.py

Target: under 20 s and 1.5 GB together. Forecasts are made up here; making them is timed by bench_forecast.py.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from marsad.assessment import assess
from marsad.assessment.alerts import backtest_entries, backtest_high, entry_alerts, follow_up_alerts, high_alerts, jump_alerts
from marsad.assessment.attention import all_attention, readings
from marsad.assessment.changes import before_after
from marsad.assessment.groups import known_deeds, profile_of
from marsad.assessment.partnerships import contacts, partnership
from marsad.assessment.sides import deeds
from marsad.assessment.spillover import spillover, unit_spill
from marsad.assessment.spillover_lead import lead
from marsad.assessment.trends import trends
from marsad.base import places
from marsad.base.frames import EVENT_SCHEMA, Coverage, Forecast, Panel
from marsad.base.months import first_day
from marsad.base.records import Actor, DateRange, Document, Engagement, Event, Mention, Outcome, Participant, Span

FIRST, LAST = 109, 557
EVENTS, DOCUMENTS, GROUPS, PAIRS = 60_000, 2_000, 36, 60
TARGET_S, TARGET_GB = 20.0, 1.5


def main() -> None:
    """Time each assessment, then print the total beside the target."""
    rng = np.random.default_rng(20260501)
    lands = [code for code in places.regions()["world"].countries if len(places.cells_of_country(code)) > 100][:36]
    countries, cells = panels(rng, lands)
    ahead, ahead_cells = draws(rng, countries, 1000), draws(rng, cells, 50)
    table = event_table(rng, cells)
    papers, records = texts(rng, lands)
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        made = work()
        spent[name] = time.perf_counter() - started
        return made

    timed("situation and outlook, countries", lambda: assess(countries, ahead, cells=cells))
    timed("situation and outlook, cells", lambda: assess(cells, ahead_cells))
    timed("level and trend", lambda: (trends(countries, LAST), trends(cells, LAST)))
    timed("alerts and their record", lambda: alerts(countries, cells, ahead, ahead_cells))
    timed(
        "before and after, countries and cells", lambda: [before_after(p, int(u), LAST - 14) for p in (countries, cells) for u in p.units]
    )
    timed("spillover", lambda: (spillover(cells), unit_spill(cells)))
    timed("who moves first", lambda: [lead(countries, int(a), int(b)) for a in countries.units[:6] for b in countries.units if a != b])
    timed(f"{GROUPS} groups", lambda: groups(table, countries))
    timed(f"{PAIRS} pairs", lambda: pairs(lands, papers, records))
    read = timed("documents in order", lambda: readings(papers, records["mention"], records["event"]))
    timed("attention", lambda: all_attention(read, LAST))
    for name, seconds in spent.items():
        print(f"{name:<42} {seconds:>7.2f} s")
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{'processor time, making the inputs included':<42} {usage.ru_utime + usage.ru_stime:>7.2f} s")
    peak = usage.ru_maxrss / 1024**2
    print(f"{'all, by the clock':<42} {sum(spent.values()):>7.2f} s   target {TARGET_S:.0f} s")
    print(f"{'peak memory':<42} {peak:>7.2f} GB  target {TARGET_GB} GB")


def panels(rng: np.random.Generator, lands: list[str]) -> tuple[Panel, Panel]:
    """Countries and 4,000 of their cells, most of them quiet."""
    months = np.arange(FIRST, LAST + 1)
    gids = np.sort([gid for code in lands for gid in places.cells_of_country(code)[: 4000 // len(lands) + 1]][:4000])
    rate = rng.gamma(0.15, 0.4, len(gids))
    deaths = rng.poisson(rate[:, None], (len(gids), len(months))) * rng.geometric(0.2, (len(gids), len(months)))
    seen = np.ones(deaths.shape, dtype=bool)
    cells = Panel(gids, months, deaths.astype(float), seen, level="cell")
    owner = [places.country_of_cell(int(gid)) for gid in gids]
    sums = np.stack([deaths[[code == land for code in owner]].sum(axis=0) for land in lands]).astype(float)
    numbers = np.array([found.numeric for code in lands if (found := places.country_by_iso3(code))])
    order = np.argsort(numbers)
    return Panel(numbers[order], months, sums[order], np.ones(sums.shape, dtype=bool)), cells


def draws(rng: np.random.Generator, panel: Panel, count: int) -> Forecast:
    """Twelve steps of made-up draws around the last year's mean."""
    mean = panel.deaths[:, -12:].mean(axis=1)
    return Forecast(panel.units, np.arange(1, 13), rng.poisson(mean[:, None, None], (len(mean), 12, count)), LAST, "made", panel.level)


def event_table(rng: np.random.Generator, cells: Panel) -> pa.Table:
    """Rows of an event table: states against groups, and groups against civilians and each other."""
    at = rng.integers(0, len(cells.units), EVENTS)
    months = rng.integers(FIRST, LAST + 1, EVENTS)
    lon, lat = places.cell_centres(cells.units[at])
    owner = [places.country_by_iso3(places.country_of_cell(int(gid)) or "MLI") for gid in cells.units]
    actor = rng.integers(0, GROUPS, EVENTS)
    facing = [("Civilians", "Government of Mali", f"g{other}")[kind] for kind, other in zip(rng.integers(0, 3, EVENTS), actor, strict=True)]
    days = [first_day(int(month)) + timedelta(days=int(day)) for month, day in zip(months, rng.integers(0, 27, EVENTS), strict=True)]
    given = {
        "id": pa.array([f"event:{n}" for n in range(EVENTS)]),
        "type": pa.array(["ASSAULT"] * EVENTS),
        "violence": pa.array(["state-based"] * EVENTS),
        "date_end": pa.array(days, pa.date32()),
        "month_id": pa.array(months, pa.int32()),
        "country": pa.array([owner[i].iso3 if owner[i] else None for i in at]),
        "cell": pa.array(cells.units[at], pa.int32()),
        "lon": pa.array(lon),
        "lat": pa.array(lat),
        "actor": pa.array([f"g{(one + 1) % GROUPS}" for one in actor]),
        "recipient": pa.array(facing),
        "deaths_best": pa.array(rng.geometric(0.3, EVENTS)),
        "flags": pa.array([""] * EVENTS),
        "source_kind": pa.array(["dataset"] * EVENTS),
    }
    return pa.table([given.get(f.name, pa.nulls(EVENTS, f.type)).cast(f.type) for f in EVENT_SCHEMA], schema=EVENT_SCHEMA)


def alerts(countries: Panel, cells: Panel, ahead: Forecast, ahead_cells: Forecast) -> None:
    """Every rule on counts and forecasts, and the record of one."""
    for panel, made in ((countries, ahead), (cells, ahead_cells)):
        high_alerts(panel, LAST)
        jump_alerts(made, panel)
        backtest_high(panel)


def groups(table: pa.Table, countries: Panel) -> None:
    """Every group from rows read once, with its alerts."""
    known = known_deeds(deeds(table, {f"g{n}": f"group:g{n}" for n in range(GROUPS)}, LAST))
    coverage = [Coverage(int(unit), FIRST, LAST) for unit in countries.units]
    profiles = [profile_of(known, f"group:g{n}", month=LAST, coverage=coverage) for n in range(GROUPS)]
    entry_alerts(profiles)
    backtest_entries(profiles)


def texts(rng: np.random.Generator, lands: list[str]) -> tuple[list[Document], dict[str, list[Any]]]:
    """Documents with a meeting, an event and three names each."""
    papers: list[Document] = []
    records: dict[str, list[Any]] = {"event": [], "engagement": [], "mention": []}
    for n in range(DOCUMENTS):
        day = date(2023, 1, 1) + timedelta(days=int(rng.integers(0, 1200)))
        a, b = (str(code) for code in rng.choice(lands[:12], 2, replace=False))
        papers.append(Document(f"d{n}", f"d{n}", "en", None, day, None, (), "They agreed on joint border patrols. Talks went on."))
        when, sides = DateRange(day, day), (Actor("x", country=a, sector="GOV"),)
        records["event"].append(
            Event(f"e{n}", f"d{n}", "CONSULT", when, None, Span(0, 30), "made", actors=sides, recipients=(Actor("y", country=b),))
        )
        people = tuple(Participant(None, "minister", None, code) for code in (a, b))
        promise = (Outcome("joint border patrols", "unknown", Span(15, 35)),)
        records["engagement"].append(
            Engagement(f"m{n}", f"d{n}", "meeting", when, None, None, people, Span(0, 30), "made", outcomes=promise)
        )
        records["mention"] += [Mention(f"d{n}", f"country:{code}", Span(0, 4), "They") for code in (a, b, "MLI")]
    return papers, records


def pairs(lands: list[str], papers: list[Document], records: dict[str, list[Any]]) -> None:
    """Partnerships of the first twelve countries, with what is overdue."""
    couples = [(a, b) for i, a in enumerate(lands[:12]) for b in lands[i + 1 : 12]][:PAIRS]
    known = contacts(records["event"], {})
    made = [
        partnership(pair, LAST, events=known, engagements=records["engagement"], documents=papers, mentions=records["mention"])
        for pair in couples
    ]
    follow_up_alerts(made)


if __name__ == "__main__":
    main()
