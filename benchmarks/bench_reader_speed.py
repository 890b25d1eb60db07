"""How fast and how large the reader is: python benchmarks/bench_reader_speed.py [GOLD].

All times are processor time, which a busy machine lengthens less than the clock; a reference loop run beside them says how busy it
was. Two processes are timed by the clock: run that on an idle machine.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from marsad.base.records import Document, Language, Paragraph, Span, document_id
from marsad.base.script import sentences
from marsad.coding.coder import Coder, load_coder

GOLD = Path(__file__).resolve().parents[1] / "../shared/data/gold"
PEER = "UniversalPetrarch 70-130 a second, of sentences already parsed"
SIZES = (10_000, 100_000, 1_000_000)  # characters
PUBLISHED = date(2024, 5, 16)


def texts(gold: Path) -> list[tuple[Language, str]]:
    """The sentences of the gold sets, one in three."""
    found: list[tuple[Language, str]] = []
    for name in ("assault", "protest"):
        with (gold / f"arabic_event_gsr/{name}_gsr.csv").open(encoding="utf-8", newline="") as file:
            found += [("ar", row["text"]) for row in csv.DictReader(file)]
    for lang in ("ar", "en"):
        rows = (gold / f"un_quad_class/{lang}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        found += [(lang, row.rsplit("\t", 1)[0]) for row in rows]  # type: ignore[misc]
    found += [("en", record["text"]) for record in json.loads((gold / "plover_gsr/records.json").read_text(encoding="utf-8"))]
    return [(lang, text.replace("\n", " ")) for lang, text in found[::3]]


def document(lines: Sequence[str], lang: Language) -> Document:
    """A document whose paragraphs are these lines."""
    paragraphs, at = [], 0
    for line in lines:
        paragraphs.append(Paragraph(Span(at, at + len(line)), "body"))
        at += len(line) + 1
    text = "\n".join(lines)
    return Document(document_id(text.encode()), "text.txt", lang, None, PUBLISHED, None, tuple(paragraphs), text)


def processor(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    started = time.process_time()
    work()
    return time.process_time() - started


def reference() -> float:
    """Seconds that a fixed loop takes: about 0.07 on an idle core of 2024."""

    def loop() -> None:
        seen: dict[str, int] = {}
        for number in range(400_000):
            key = str(number % 5_000)
            seen[key] = seen.get(key, 0) + len(key)

    return processor(loop)


def rate(coder: Coder, documents: Sequence[Document], *, alone: bool) -> tuple[float, float]:
    """Sentences a second on the first reading (new words are looked up) and on the best of three more."""
    count = sum(len(sentences(one.text, paragraph.span)) for one in documents for paragraph in one.paragraphs)
    line = 0 if alone else None
    times = [processor(lambda: [coder.read(one, line=line) for one in documents]) for _ in range(4)]
    return count / times[0], count / min(times[1:])


def lengths(coder: Coder, lines: Sequence[str]) -> list[tuple[int, float]]:
    """(characters, seconds per million) of ever longer texts; read once before, so that each finds its words known."""
    found = []
    for size in SIZES:
        taken, total = [], 0
        for line in [*lines] * (size // sum(map(len, lines)) + 1):
            taken.append(line)
            total += len(line) + 1
            if total >= size:
                break
        one = document(taken, "ar")
        coder.read(one)
        times = max(1, 200_000 // size)
        found.append((total, processor(lambda one=one, times=times: [coder.read(one) for _ in range(times)]) / times / total * 1e6))  # type: ignore[misc]
    return found


def start_up() -> tuple[float, float]:
    """(seconds to be ready, peak memory in MB) of a fresh process that reads one sentence."""
    script = (
        "import resource, time; from marsad.coding.coder import load_coder; load_coder();"
        "print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    best = [
        float(word) for word in subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    ]
    return best[0], best[1] / 1024


def two_processes(lines: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock of `marsad read --lines --json` with one process and with two, start-up included."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.txt"
        path.write_text("\n".join([*lines] * 6), encoding="utf-8")
        for jobs in ("1", "2"):
            started = time.perf_counter()
            command = [
                str(Path(sys.executable).with_name("marsad")),
                "read",
                str(path),
                "--lines",
                "--lang",
                "ar",
                "--json",
                "--jobs",
                jobs,
            ]
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            taken.append(time.perf_counter() - started)
    return taken[0], taken[1]


def main() -> None:
    """Prints the figures."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    ready, small = start_up()
    print(f"ready in {ready:.2f} s with {small:,.0f} MB (aim: under 2 s)")
    coder, found = load_coder(), texts(gold)
    before = reference()
    lines = [document([text], lang) for lang, text in found]
    arabic = [text for lang, text in found if lang == "ar"]
    whole = [document(arabic[at : at + 30], "ar") for at in range(0, len(arabic), 30)]
    whole += [document([text for lang, text in found if lang == "en"][at : at + 30], "en") for at in range(0, len(found) - len(arabic), 30)]
    for name, documents, alone in (("one a line", lines, True), ("documents of 30 lines", whole, False)):
        first, again = rate(coder, documents, alone=alone)
        print(f"{name}: {again:,.0f} sentences a second on one core; {first:,.0f} on the first reading (aim 1,000; {PEER})")
    for size, seconds in lengths(coder, arabic):
        print(f"{size:>9,} characters: {seconds:.2f} s per million (linear: must stay flat)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB (aim: under 500)")
    print(f"reference loop {before:.3f} s before, {reference():.3f} s after, load {os.getloadavg()[0]:.1f}")
    one, two = two_processes(arabic)
    print(f"two processes: {one:.1f} s to {two:.1f} s by the clock, {one / two:.2f} times (aim 1.8)")


if __name__ == "__main__":
    main()
