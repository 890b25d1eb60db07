"""Every page in a real browser: a quiet console, nothing from outside, nothing wider than the window, nothing serious for axe-core,
keyboard reach, the map that moves, search and filters without a new page, and the same pages without a script.

Pictures of the pages are left in build/pages, to be looked at.
"""

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from marsad.web.app import make_app

MODULES = Path(__file__).resolve().parents[2] / "node_modules"
PICTURES = Path(__file__).resolve().parents[2] / "build" / "pages"


def browser() -> str:
    """Path of the system's browser; without it, or without the npm packages, the test is skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    missing = [name for name in ("playwright-core", "axe-core") if not (MODULES / name).is_dir()]
    if found and shutil.which("node") and not missing:
        return found
    what = f"npm packages {', '.join(missing)} (npm ci)" if missing else "chromium and node"
    if os.environ.get("CI") == "true":
        pytest.fail(f"the browser test needs {what}")
    pytest.skip(f"no {what} here")


@pytest.fixture(scope="module")
def address(archive: Path) -> Iterator[str]:
    """A server of the sample on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(archive), host="127.0.0.1", port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=5)


PHONE, DESK = 390, 1280


def addresses(document: str) -> list[tuple[str, list[int]]]:
    """Every page in three languages, with the widths at which it is looked at closely: each page at both, in different languages."""
    pages = ["", "forecasts", "meetings", "sources", "briefs", "search?q=ministre", "place/TCD", "cell/149426", "group/rsf", "pair/MAR-USA",
             f"document/{document}", "nothing"]  # fmt: skip
    found = []
    for number, page in enumerate(pages):
        close = {"ar": [PHONE], "fr": [], "en": [DESK]} if number % 2 == 0 else {"ar": [DESK], "fr": [PHONE], "en": []}
        found += [(f"/{language}/{page}", close[language]) for language in ("ar", "fr", "en")]
    return found


@pytest.mark.slow
def test_every_page_is_sound_in_a_browser_on_a_phone_and_a_desk_with_and_without_a_script(address: str, document: str) -> None:
    used = browser()
    PICTURES.mkdir(parents=True, exist_ok=True)
    script = Path(__file__).with_name("walk.cjs")
    done = subprocess.run(
        ["node", str(script), str(MODULES), used, address, str(PICTURES), json.dumps(addresses(document))],
        capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) == []
