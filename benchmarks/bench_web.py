"""Speed and size of the pages on the sample: start, first byte, requests a second of a place's page, memory, weight on the line.

Run: python benchmarks/bench_web.py [--events 400000]
"""

from __future__ import annotations

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from marsad import pipeline, store
from marsad.settings import Settings
from marsad.world import RunRequest

PORT = 8741


def sample(folder: Path) -> Path:
    """The archive of a run on the sample, with a small model: pages weigh the same with any."""
    settings = Settings(archive=folder / "archive", cache=folder / "cache", language="en", model="ew", draws=200)
    pipeline.run(settings, RunRequest(out=folder / "brief"), lambda text: None)
    return settings.archive


def enlarged(archive: Path, events: int) -> None:
    """Publish the sample's snapshot again with rows as of an event table beside its events, each under an id of its own."""
    import pyarrow as pa

    reader = store.open_published(archive / "sample")
    assert reader is not None
    tables = {name: reader.rows(name) for name in reader.tables}
    once = tables["events"]
    rng = np.random.default_rng(1)
    chosen = once.take(pa.array(rng.integers(0, once.num_rows, events)))
    ids = pa.array([f"event:{number:020d}" for number in range(events)])
    chosen = chosen.set_column(chosen.column_names.index("id"), "id", ids)
    # a text tells few events; so many come from tables, and stand in no text
    at = chosen.column_names.index("document")
    chosen = chosen.set_column(at, "document", pa.nulls(events, chosen.schema.field("document").type))
    tables["events"] = pa.concat_tables([once, chosen]).sort_by([("country_id", "ascending"), ("month_id", "descending")])
    files = {name: reader.file(name).read_bytes() for name in reader.about["files"]}
    about = {key: value for key, value in reader.about.items() if key not in ("name", "version")}
    begun = time.perf_counter()
    store.publish(archive / "sample", "many-events", tables=tables, about=about, files=files)
    print(f"publishing {events:,} events: {time.perf_counter() - begun:.1f} s")


def ask(address: str, connection: http.client.HTTPConnection | None = None) -> tuple[float, int]:
    """Seconds to the first byte, and bytes compressed."""
    link = connection or http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    begun = time.perf_counter()
    link.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = link.getresponse()
    first = time.perf_counter() - begun
    size = len(answer.read())
    if answer.status != 200:
        raise SystemExit(f"{address}: {answer.status}")
    return first, size


def started(archive: Path) -> tuple[subprocess.Popen[bytes], float]:
    """A server over the archive, and the seconds until it answered."""
    environ = os.environ | {"MARSAD_ARCHIVE": str(archive)}
    begun = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-c", "from marsad.cli import main; main()", "serve", "--port", str(PORT)], env=environ, stderr=subprocess.DEVNULL
    )
    while time.perf_counter() - begun < 60:
        try:
            ask("/en/meetings")
            return server, time.perf_counter() - begun
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not start")


def memory(process: int) -> float:
    """Resident memory in MB, where the system tells it."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return float("nan")
    return next(int(line.split()[1]) / 1000 for line in status.read_text().splitlines() if line.startswith("VmRSS"))


def work(process: int) -> float:
    """Seconds of processor that a process has used, where the system tells it: what a busy machine does not change."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return float("nan")
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def load(addresses: list[str], *, askers: int = 8, each: int = 250) -> tuple[float, float]:
    """Requests a second and the 95th percentile of the time to the first byte, in milliseconds."""
    times: list[float] = []
    lock = threading.Lock()

    def askers_work(seed: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        mine = [ask(addresses[(seed * each + n) % len(addresses)], connection)[0] for n in range(each)]
        with lock:
            times.extend(mine)

    threads = [threading.Thread(target=askers_work, args=(seed,)) for seed in range(askers)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / (time.perf_counter() - begun), float(np.percentile(times, 95)) * 1000


WEIGHED = ("/ar/", "/fr/", "/en/", "/ar/place/MLI", "/ar/forecasts", "/ar/search?q=%D9%85%D8%A7%D9%84%D9%8A")
SETTLED_S = 15
"""Seconds after which the pages of a new snapshot are made on the slowest machine that this was measured on."""
FIRST, MAPPED = 100, 800
"""Most kilobytes of a first visit without the map, and of a page with it."""


def weights() -> None:
    """What a first visit loads, on the line: page, style, scripts and fonts of its language; then what the map adds."""
    from marsad.web.rendering import stamp

    def weigh(address: str) -> float:
        return ask(address)[1] / 1000

    files = {name: weigh(f"/assets/{stamp()}/{name}") for name in ("site.css", "site.js", "htmx.js", "icon.svg")}
    fonts = {
        script: [weigh(f"/assets/{stamp()}/marsad-sans-{script}-{weight}.woff2") for weight in (400, 600)] for script in ("arabic", "latin")
    }
    moving = sum(weigh(f"/assets/{stamp()}/{name}") for name in ("map.js", "maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"))
    print("weights on the line: " + ", ".join(f"{name} {size:.1f} KB" for name, size in files.items()))
    print(f"{'first visit of':34} {'page':>8} {'in all':>8}  most {FIRST} KB; with the map most {MAPPED} KB")
    for address in WEIGHED:
        # digits and Latin names stand in Arabic pages too
        faces = sum(fonts["latin"]) + (sum(fonts["arabic"]) if address.startswith("/ar") else 0)
        page = weigh(address)
        whole = page + sum(files.values()) + faces
        shown = "MLI" if "/place/" in address else "region" if len(address) == len("/ar/") else ""
        layers = weigh(f"/{address[1:3]}/layers/{shown}") if shown else 0
        print(f"{address[:34]:34} {page:8.1f} {whole:8.1f}" + (f"  with the map {whole + moving + layers:.0f}" if layers else ""))


KINDS = (
    ("overview", ""), ("forecasts", "forecasts"), ("meetings", "meetings"), ("sources", "sources"), ("briefs", "briefs"),
    ("search", "search?q=ministre"), ("country", "place/MLI"), ("cell", "cell/149426"), ("partnership", "pair/MAR-USA"),
    ("group", "group/rsf"), ("text", "document/{document}"), ("map", "layers/region"),
)  # fmt: skip
"""A page of each kind; the search is asked anew each time, since no page of it is made ahead."""


def never_asked(archive: Path, process: int, label: str) -> None:
    """Time to the first byte of a page of each kind that nobody asked for yet, in each language, and the processor's share."""
    reader = store.open_published(archive / "sample")
    assert reader is not None
    document = reader.rows("engagements", limit=1)["document"][0].as_py()
    link = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    begun, before, times = time.perf_counter(), work(process), []
    print(f"{'never asked, ' + label:34} {'ar':>8} {'fr':>8} {'en':>8}  ms to the first byte")
    for kind, page in KINDS:
        row = [ask(f"/{language}/{page.format(document=document)}", link)[0] * 1000 for language in ("ar", "fr", "en")]
        times += row
        print(f"{kind:34} " + " ".join(f"{one:8.0f}" for one in row))
    passed, spent = time.perf_counter() - begun, work(process) - before
    print(f"{'the slowest':34} {max(times):8.0f} ms; {passed:.1f} s for all, {spent:.1f} s of processor; load {os.getloadavg()[0]:.1f}")


def published_again(archive: Path, name: str) -> None:
    """Publish the newest snapshot once more under another name, as a run does at its end."""
    reader = store.open_published(archive / "sample")
    assert reader is not None
    tables = {table: reader.rows(table) for table in reader.tables}
    files = {file: reader.file(file).read_bytes() for file in reader.about["files"]}
    about = {key: value for key, value in reader.about.items() if key not in ("name", "version")}
    store.publish(archive / "sample", name, tables=tables, about=about, files=files)


def measured(archive: Path, label: str) -> None:
    """One table of figures."""
    server, start = started(archive)
    try:
        begun = work(server.pid)
        never_asked(archive, server.pid, "after start")
        published_again(archive, "once-more")
        never_asked(archive, server.pid, "after a run published")
        published_again(archive, "and-again")
        time.sleep(SETTLED_S)
        never_asked(archive, server.pid, f"{SETTLED_S} s after a run published")
        cold = []
        for address in ("/ar/", "/ar/place/MLI", "/ar/forecasts", "/ar/search?q=%D9%85%D8%A7%D9%84%D9%8A"):
            before = work(server.pid)
            cold.append((address, *ask(address), work(server.pid) - before))
        warm = [(address, *ask(address)) for address, *_ in cold]
        before = work(server.pid)
        rate, p95 = load(["/ar/place/MLI", "/fr/place/NER", "/en/place/TCD"])
        kept = (work(server.pid) - before) / 2000
        fresh = [f"/api/v1/events?place={c}&limit={n}" for c in ("MLI", "NER", "TCD", "BFA") for n in range(20, 70)]
        before = work(server.pid)
        api_rate, api_p95 = load(fresh, askers=2, each=100)
        never = (work(server.pid) - before) / 200
        print(f"\n{label} (load {os.getloadavg()[0]:.1f})\n{'start to first answer':34} {start:8.2f} s; {begun:.2f} s of processor")
        print(f"{'memory':34} {memory(server.pid):8.0f} MB")
        for (address, first, size, spent), (_, again, _) in zip(cold, warm, strict=True):
            print(f"{address:34} {first * 1000:8.0f} ms ({spent:.2f} s of processor), then {again * 1000:5.1f} ms; {size / 1000:6.1f} KB")
        print(f"{'a place page, kept ready':34} {rate:8.0f} requests/s, p95 {p95:.0f} ms; {kept * 1000:.2f} ms CPU each")
        print(f"{'events of a country, never kept':34} {api_rate:8.0f} requests/s, p95 {api_p95:.0f} ms; {never * 1000:.2f} ms CPU")
        weights()
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=400_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = sample(Path(folder))
        measured(archive, "the sample")
        enlarged(archive, asked.events)
        measured(archive, f"{asked.events:,} events")


if __name__ == "__main__":
    main()
