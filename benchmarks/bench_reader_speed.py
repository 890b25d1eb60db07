"""How fast and how large the reader is: python benchmarks/bench_reader_speed.py [GOLD].

Times are processor time, which a busy machine lengthens less than the clock; each text is read several times and its shortest time
counts; a reference loop beside them says how busy the machine was. The gain of a second process is told from processor time: what two
processes and their parent take together against what one takes alone, with and without what the machine takes for two at once.
"""

from __future__ import annotations

import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from marsad.base.records import Document, Language, Paragraph, RawText, Span, document_id
from marsad.base.script import sentences
from marsad.coding.coder import Coder, load_coder
from marsad.coding.lexicon import load_lexicon
from marsad.documents import make_document
from marsad.verbs.jobs import stay

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "../shared/data/gold"
PEER = "UniversalPetrarch codes 70-130 a second, already parsed"
LENGTHS = (1, 2, 4, 8)
LINE = 10_000_000  # bytes of the long line
UNIT = 50_000  # characters of the shortest text of the row of lengths
TIMES = 3  # readings of which the shortest counts
PUBLISHED = date(2024, 5, 16)
LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")

_ALONE = """
import resource, sys
from multiprocessing import forkserver
from marsad.cli import main
try:
    main()
except SystemExit:
    pass
if forkserver._forkserver._forkserver_pid is not None:
    forkserver._forkserver._stop()  # what its children used counts only once it has ended and was waited for
def spent(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime
peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(max(peaks), spent(resource.RUSAGE_SELF), spent(resource.RUSAGE_CHILDREN), file=sys.stderr)
"""
_READY = (
    "import resource, time; from marsad.coding.coder import load_coder; load_coder();"
    "print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def judged(gold: Path, one_in: int = 3) -> list[tuple[Language, str]]:
    """The sentences of the gold sets, one in so many: Arabic and English."""
    found: list[tuple[Language, str]] = []
    for name in ("assault", "protest"):
        with (gold / f"arabic_event_gsr/{name}_gsr.csv").open(encoding="utf-8", newline="") as file:
            found += [("ar", row["text"]) for row in csv.DictReader(file)]
    for lang in ("ar", "en"):
        rows = (gold / f"un_quad_class/{lang}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        found += [(lang, row.rsplit("\t", 1)[0]) for row in rows]  # type: ignore[misc]
    found += [("en", record["text"]) for record in json.loads((gold / "plover_gsr/records.json").read_text(encoding="utf-8"))]
    return [(lang, text.replace("\n", " ")) for lang, text in found[::one_in]]


def written(lang: Language) -> list[Document]:
    """Whole documents of one language: those of the sample and of the tests, the only French ones there are."""
    paths = [*ROOT.glob(f"src/marsad/sample/documents/{lang}_*.txt"), *ROOT.glob(f"tests/coding/careful/{lang}_*.txt")]
    raws = [RawText(str(path), path.read_bytes(), path.read_text(encoding="utf-8")) for path in sorted(paths)]
    return [make_document(raw, published=PUBLISHED, language=lang) for raw in raws]


def document(lines: Sequence[str], lang: Language) -> Document:
    """A document whose paragraphs are these lines."""
    paragraphs, at = [], 0
    for line in lines:
        paragraphs.append(Paragraph(Span(at, at + len(line)), "body"))
        at += len(line) + 1
    text = "\n".join(lines)
    return Document(document_id(text.encode()), "text.txt", lang, None, PUBLISHED, None, tuple(paragraphs), text)


def count(documents: Iterable[Document]) -> int:
    """Sentences in documents."""
    return sum(
        len(sentences(one.text, paragraph.span)) for one in documents for paragraph in one.paragraphs if paragraph.role != "boilerplate"
    )


def processor(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    started = time.process_time()
    work()
    return time.process_time() - started


def shortest(work: Callable[[], object]) -> float:
    """The shortest of `TIMES`."""
    return min(processor(work) for _ in range(TIMES))


def reference() -> float:
    """Seconds that a fixed loop takes: about 0.07 on an idle core of 2024."""

    def loop() -> None:
        seen: dict[str, int] = {}
        for number in range(400_000):
            key = str(number % 5_000)
            seen[key] = seen.get(key, 0) + len(key)

    return shortest(loop)


def rate(coder: Coder, documents: Sequence[Document], *, alone: bool) -> tuple[float, float]:
    """Sentences a second on the first reading (new words are looked up) and on the best of the next."""
    line = 0 if alone else None
    first = processor(lambda: [coder.read(one, line=line) for one in documents])
    again = sum(shortest(lambda one=one: coder.read(one, line=line)) for one in documents)  # type: ignore[misc]
    whole = count(documents)
    return whole / first, whole / again


def yardstick(lines: Sequence[str]) -> float:
    """Sentences a second of what a reader of key words would do at least: one pattern of all event words, run over each line."""
    words = {word for entry in load_lexicon().section("event_words").values() for _, name in entry.names() for word in name.split("/")}
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))), re.IGNORECASE)
    return len(lines) / shortest(lambda: [pattern.findall(line) for line in lines])


def lengths(coder: Coder, lines: Sequence[str]) -> list[tuple[int, float]]:
    """(characters, seconds) of a text, of twice as much, and so on; read once before, so that each finds its words known."""
    found = []
    for times in LENGTHS:
        taken, total = [], 0
        for line in [*lines] * (times * UNIT // sum(map(len, lines)) + 1):
            taken.append(line)
            total += len(line) + 1
            if total >= times * UNIT:
                break
        one = document(taken, "ar")
        coder.read(one)
        found.append((total, shortest(lambda one=one: coder.read(one))))  # type: ignore[misc]
    return found


def start_up() -> tuple[float, float]:
    """(seconds to be ready, peak memory in MB) of a fresh process."""
    told = [subprocess.run([sys.executable, "-c", _READY], capture_output=True, text=True, check=True).stdout.split() for _ in range(TIMES)]
    seconds, megabytes = min((float(one[0]), float(one[1])) for one in told)
    return seconds, megabytes


def spent(path: Path, jobs: int, commands: int = 1) -> tuple[float, float, float]:
    """Processor seconds of so many commands at once that read the lines of a file, of the processes that they started, and by the clock."""
    command = [sys.executable, "-c", _ALONE, "read", str(path), "--lines", "--json", "--jobs", str(jobs)]
    started = time.perf_counter()
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(commands)]
    told = [one.communicate()[1].split()[-2:] for one in running]
    own, children = (sum(float(one[at]) for one in told) for at in (0, 1))
    return own, children, time.perf_counter() - started


def two_processes(lines: Sequence[str]) -> None:
    """Prints what a second process gains: where every sentence is new, as no corpus is, and where each comes three times.

    Two commands of one process each, side by side, tell what the machine takes for two at once: caches, hyperthreads, who else is there.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.txt"
        for times in (1, 3):
            path.write_text("\n".join([*lines] * times), encoding="utf-8")
            (alone, _, slow), (own, children, clock), (beside, _, _) = spent(path, 1), spent(path, 2), spent(path, 1, commands=2)
            best, toll = 2 * alone / (own + children), beside / 2 / alone
            print(f"two processes, {times * len(lines):,} lines: {alone:.1f} s of processor time alone,", end=" ")
            print(f"{own:.1f} + {children:.1f} s with two: at best {best:.2f} times as fast;", end=" ")
            print(f"two commands side by side take {toll:.2f} times as much each, without which {best * toll:.2f} (aim 1.8);", end=" ")
            print(f"by the clock {slow:.1f} s to {clock:.1f} s, {slow / clock:.2f} times")


def long_line(jobs: int, size: int = LINE) -> tuple[float, float, float]:
    """One line without a break that holds documents of three languages: processor seconds, those by the clock, peak MB of a process."""
    texts = [" ".join(one.text.split()) for lang in LANGUAGES for one in written(lang)]
    line = " ".join(texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "line.txt"
        path.write_text(" ".join([line] * (size // len(line.encode()) + 1)), encoding="utf-8")
        command = [sys.executable, "-c", _ALONE, "read", str(path), "--json", "--jobs", str(jobs)]
        started = time.perf_counter()
        ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
        peak, own, children = map(float, ended.stderr.split()[-3:])
    return own + children, time.perf_counter() - started, peak


def long_lines() -> None:
    """Prints time and memory for one line of `LINE` bytes, and of half as many."""
    (half, _, small), (whole, clock, peak), (_, shared, other) = long_line(1, LINE // 2), long_line(1), long_line(2)
    print(f"one line of {LINE / 1e6:.0f} MB: {whole:.1f} s of processor time ({whole / half:.1f} times that of half the line),", end=" ")
    print(f"{clock:.1f} s by the clock, {shared:.1f} s with two processes;", end=" ")
    print(
        f"peak memory {small:,.0f} MB for half the line, {peak:,.0f} MB for the line, {other:,.0f} MB a process with two (aim: under 500)"
    )


def by_language(coder: Coder, found: Sequence[tuple[Language, str]]) -> None:
    """Prints a line for each language and kind of text."""
    for lang in LANGUAGES:
        lines = [text for own, text in found if own == lang]
        kinds = [("whole documents", written(lang), False)]
        if lines:
            kinds.append(("documents of 30 lines", [document(lines[at : at + 30], lang) for at in range(0, len(lines), 30)], False))
            kinds.append(("one a line", [document([line], lang) for line in lines], True))
        for name, documents, alone in kinds:
            first, again = rate(coder, documents, alone=alone)
            print(
                f"{lang} {name:<21} {again:6,.0f} sentences a second on one core, {first:6,.0f} on the first reading ({count(documents):,})"
            )


def main() -> None:
    """Prints the figures."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    ready, small = start_up()
    print(f"ready in {ready:.2f} s with {small:,.0f} MB (aim: under 2 s)")
    coder, found = load_coder(), judged(gold)
    stay()  # as the commands do
    before = reference()
    by_language(coder, found)
    print(f"aim: 1,000; {PEER}; a bare pattern of the event words: {yardstick([text for _, text in found]):,.0f}")
    arabic = [text for lang, text in found if lang == "ar"]
    row = lengths(coder, arabic)
    print("linear: " + ", ".join(f"{size:,} characters {took:.2f} s" for size, took in row) + f"; {row[-1][1] / row[0][1]:.1f} times for 8")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB (aim: under 500)")
    long_lines()
    two_processes([text for _, text in judged(gold, one_in=1)])
    print(f"reference loop {before:.3f} s before, {reference():.3f} s after, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
