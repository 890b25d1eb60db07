"""Scores any reader on the gold beside the rules, with the probes: a chat endpoint, a local model, or the rules themselves.

python benchmarks/bench_readers.py --endpoint http://127.0.0.1:8080/v1 --model NAME [--every 10] [--probes 60] [--gold GOLD]
python benchmarks/bench_readers.py --local FOLDER [--device cuda] ...
python benchmarks/bench_readers.py --rules ...
The key of an endpoint is taken from the variable MARSAD_ENDPOINT_KEY. Set aside counts as "no event" in the scores.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import tempfile
from pathlib import Path

from bench_reading import GOLD, PEERS, Reader, all_figures, un_rows
from marsad.base.errors import MarsadError
from marsad.base.records import Language
from marsad.coding.readers import Ask, AskingDrafter, Bounds
from marsad.coding.readers_codebook import Codebook, load_codebook
from marsad.coding.readers_local import LocalModel, Room
from marsad.coding.readers_probes import probe
from marsad.sources.endpoint import Endpoint

WIDE = Bounds(in_a_row=50, share=1.0)  # a poor model is scored to the end; one that is down is not waited for


class Asked(Reader):
    """The benchmark's reader, with each sentence asked of a model."""

    def __init__(self, drafter: AskingDrafter) -> None:
        self.coder = drafter  # type: ignore[assignment]  # the same code_sentence as the rules have
        self.sentences = 0
        self.seconds = 0.0


def thinned(gold: Path, every: int, folder: Path) -> Path:
    """A copy of the gold with every so many-th row of each set, twins of two languages kept together."""
    for name in ("assault_gsr.csv", "protest_gsr.csv"):
        with (gold / "arabic_event_gsr" / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        (folder / "arabic_event_gsr").mkdir(exist_ok=True)
        with (folder / "arabic_event_gsr" / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([rows[0], *rows[1::every]])
    (folder / "un_quad_class").mkdir()
    for name in ("ar.tsv", "en.tsv"):
        lines = (gold / "un_quad_class" / name).read_text(encoding="utf-8").splitlines()
        (folder / "un_quad_class" / name).write_text("\n".join([lines[0], *lines[1::every]]) + "\n", encoding="utf-8")
    (folder / "plover_gsr").mkdir()
    records = json.loads((gold / "plover_gsr/records.json").read_text(encoding="utf-8"))
    (folder / "plover_gsr/records.json").write_text(json.dumps(records[::every]), encoding="utf-8")
    return folder


def probe_sentences(gold: Path, count: int) -> list[tuple[str, Language]]:
    """Sentences of the UN set spread evenly over it, half Arabic and half English, not of the same pairs."""
    found: list[tuple[str, Language]] = []
    for shift, lang in enumerate(("ar", "en")):
        rows = [text for _, text, label in un_rows(gold, lang) if label]
        step = max(1, 2 * len(rows) // count)
        found += [(text, lang) for text in rows[shift * step // 2 :: step][: count // 2]]  # type: ignore[misc]
    return found


def asking(given: argparse.Namespace) -> tuple[Ask, str]:
    """The callable that asks, and its name."""
    if given.local:
        local = LocalModel(given.local, room=Room(device=given.device))
        return local, f"local:{local.model}"
    key = os.environ.get("MARSAD_ENDPOINT_KEY")
    return Endpoint(given.endpoint, given.model, key=key), f"endpoint:{given.model}"


def table(gold: Path, reader: Reader) -> None:
    """Prints every figure of a reader beside that of the rules."""
    rules = {figure.name: figure for figure in all_figures(gold)}
    print("| figure | this reader | rules | others on the same task |\n|---|--:|--:|---|")
    for figure in all_figures(gold, reader):
        print(f"| {figure.name} | {figure.whole:.3f} | {rules[figure.name].whole:.3f} | {PEERS.get(figure.name, '')} |")
    print(f"\n{reader.sentences:,} sentences, {reader.sentences / max(reader.seconds, 1e-9):,.1f} a second")


def main() -> None:
    """Reads the command line, scores, probes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = options.add_mutually_exclusive_group(required=True)
    which.add_argument("--endpoint", help="base address, such as http://127.0.0.1:8080/v1")
    which.add_argument("--local", help="folder of a chat model")
    which.add_argument("--rules", action="store_true", help="the rules alone; they have no labels to probe")
    options.add_argument("--model", help="name of the endpoint's model")
    options.add_argument("--device", default="cpu", help="of a local model: cpu, cuda, mps")
    options.add_argument("--every", type=int, default=10, help="score every so many-th row of the gold (1: all, about 9,000 sentences)")
    options.add_argument("--probes", type=int, default=60, help="sentences to probe with, five readings of each; 0: none")
    options.add_argument("--gold", type=Path, default=GOLD)
    given = options.parse_args()
    if given.endpoint and not given.model:
        options.error("--endpoint needs --model")
    with tempfile.TemporaryDirectory() as folder:
        gold = thinned(given.gold, given.every, Path(folder)) if given.every > 1 else given.gold
        try:
            if given.rules:
                return table(gold, Reader())
            ask, name = asking(given)
            drafter = AskingDrafter(ask, f"reader:{name}", bounds=WIDE)
            print(f"{name}, every {given.every}. row\n")
            table(gold, Asked(drafter))
            counts = drafter.counts
            print(f"{counts.aside} of {counts.asked} set aside; {counts.answers} questions")
            for why in sorted({why for _, why, _ in drafter.rejects})[:5]:
                print(f"  {why}")
            if given.probes:

                def made(book: Codebook) -> AskingDrafter:
                    return AskingDrafter(ask, f"reader:{name}", codebook=book, bounds=WIDE)

                report = probe(made, probe_sentences(given.gold, given.probes))
                print(f"\n{report.sentences} sentences, {len(load_codebook().labels)} labels, {report.aside} set aside as they are\n")
                print("\n".join(report.lines()))
        except MarsadError as wrong:
            sys.exit(f"{type(wrong).__name__}: {wrong}")


if __name__ == "__main__":
    main()
