"""Speed and size of briefs: one country, ten, a group, a pair, in every form, from figures made with a fixed seed; one line a form.

Run it with `python benchmarks/bench_briefs.py`. Targets: a country brief as a page under 2 s, as a PDF under 3 s; a page under 1 MB.
Composing is counted in. The first brief of a process also loads fonts, outlines and messages: its line says `first`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "briefs"))

from actors_world import deeds, group_inputs, pair_inputs
from brief_world import CODES, make_inputs, panel_and_draws, sample_documents

from marsad.assessment import assess
from marsad.base.places import region
from marsad.briefs import BriefInputs, GroupInputs, PairInputs, compose_brief
from marsad.briefs.writing import FORMATS, render

REPEATS = 3


def country_inputs() -> BriefInputs:
    """The small world seen from Mali alone."""
    panel, forecast = panel_and_draws()
    unit = [CODES["MLI"]]
    one, drawn = panel.only(unit), forecast.only(unit)
    return make_inputs(sample_documents(), region=region("MLI"), panel=one, forecast=drawn, assessment=assess(one, drawn))


def line(name: str, inputs: BriefInputs | GroupInputs | PairInputs, form: str) -> str:
    """Seconds of the first and the best further brief, most processor seconds, and the size, over the three languages."""
    first, best, cpu, size = 0.0, 0.0, 0.0, 0
    for language in ("ar", "fr", "en"):
        times = []
        for _ in range(REPEATS):
            start, worked = time.perf_counter(), time.process_time()
            made = render(compose_brief(inputs, language), form)
            times.append(time.perf_counter() - start)
            cpu = max(cpu, time.process_time() - worked)
        first, best, size = max(first, times[0]), max(best, min(times[1:])), max(size, len(made))
    return f"{name:<10} {form:<6} {first:>8.2f} {best:>8.2f} {cpu:>8.2f} {size / 1000:>9.0f}"


def main() -> None:
    """Print the table."""
    print(f"{'brief':<10} {'form':<6} {'first s':>8} {'again s':>8} {'cpu s':>8} {'kB':>9}   (slowest and largest of ar, fr, en)")
    kinds = (
        ("country", country_inputs()),
        ("ten", make_inputs(sample_documents())),
        ("group", group_inputs()),
        ("pair", pair_inputs(contacts=deeds())),
    )
    for name, inputs in kinds:
        for form in FORMATS:
            print(line(name, inputs, form))


if __name__ == "__main__":
    main()
