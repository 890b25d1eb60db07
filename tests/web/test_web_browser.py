"""Every page in a real browser: a quiet console, nothing from outside, nothing wider than the window, nothing serious for axe-core,
keyboard reach, the map that moves, search and filters without a new page, and the same pages without a script.

Pictures of the pages are left in build/pages, to be looked at.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

Walk = Callable[..., Any]

PICTURES = Path(__file__).resolve().parents[2] / "build" / "pages"

PHONE, DESK = 390, 1280
KINDS = ("", "forecasts", "meetings", "sources", "briefs", "search?q=ministre", "place/TCD", "cell/149426", "group/rsf", "pair/MAR-USA")


def addresses(document: str) -> list[tuple[str, list[int]]]:
    """Every page in three languages, with the widths at which it is looked at closely: each page at both, in different languages."""
    pages = [*KINDS, f"document/{document}", "nothing"]
    found = []
    for number, page in enumerate(pages):
        close = {"ar": [PHONE], "fr": [], "en": [DESK]} if number % 2 == 0 else {"ar": [DESK], "fr": [PHONE], "en": []}
        found += [(f"/{language}/{page}", close[language]) for language in ("ar", "fr", "en")]
    return found


@pytest.mark.slow
def test_every_page_is_sound_in_a_browser_on_a_phone_and_a_desk_with_and_without_a_script(address: str, document: str, walk: Walk) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert walk("walk.cjs", address, str(PICTURES), json.dumps(addresses(document))) == []


def test_a_range_stays_on_one_line_on_a_phone(address: str, asker: TestClient, walk: Walk) -> None:
    briefs = [b["name"] for b in asker.get("/en/briefs?format=json").json()["briefs"] if b["form"] == "html"]
    pages = [f"/{language}/{page}" for language in ("ar", "fr", "en") for page in ("", "forecasts", "place/MLI", "place/NER")]
    found = walk("ranges.cjs", address, json.dumps(pages + [f"/en/briefs/{name}" for name in briefs]))
    assert len(briefs) == 3
    assert {told["page"] for told in found} >= {*pages, *(f"/en/briefs/{name}" for name in briefs)}
    assert [told for told in found if told["lines"] != 1] == []


@pytest.mark.slow
def test_two_browsers_never_see_a_broken_page_while_a_whole_run_publishes(living: tuple[str, Path], document: str, walk: Walk) -> None:
    address, archive = living
    pages = [f"/{('ar', 'fr', 'en')[number % 3]}/{page}" for number, page in enumerate((*KINDS, f"document/{document}"))]
    settings = {"ARCHIVE": str(archive), "CACHE": str(archive / "cache"), "MODEL": "ew", "DRAWS": "60"}
    run = subprocess.Popen(
        [sys.executable, "-c", "from marsad.cli import main; main()", "run", "--out", str(archive.parent / "brief")],
        env=os.environ | {f"MARSAD_{name}": value for name, value in settings.items()}, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        found = walk("two.cjs", address, json.dumps(pages), "240")
        assert run.wait(timeout=60) == 0, run.stderr and run.stderr.read().decode()[-800:]
    finally:
        run.kill()
    assert found["broken"] == []
    assert [len(runs) for runs in found["runs"]] == [2, 2]
    assert found["runs"][0] == found["runs"][1]
    assert min(found["read"]) >= 2 * len(pages)
