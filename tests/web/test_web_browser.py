"""Pages in a real browser: nothing in the console, nothing from outside, nothing wider than the window, nothing serious for axe-core."""

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


@pytest.mark.slow
def test_pages_are_sound_in_a_browser_on_a_phone_and_a_desk(address: str, document: str) -> None:
    used = browser()
    PICTURES.mkdir(parents=True, exist_ok=True)
    pages = [f"/{code}/" for code in ("ar", "fr", "en")]
    pages += ["/ar/place/MLI", f"/ar/document/{document}", f"/fr/document/{document}", "/fr/forecasts", "/en/sources", "/ar/briefs",
              "/ar/search?q=menaka", "/en/meetings", "/fr/cell/149426", "/ar/nothing"]  # fmt: skip
    script = Path(__file__).with_name("walk.cjs")
    done = subprocess.run(
        ["node", str(script), str(MODULES), used, address, str(PICTURES), *pages], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = [one for one in json.loads(done.stdout.splitlines()[-1]) if "404 (Not Found)" not in one]
    assert found == []
