"""The sample, run once with a small model, an asker of its pages, a server of them, and a browser to look with."""

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from marsad import pipeline
from marsad.settings import Settings
from marsad.web.app import make_app, make_warm
from marsad.world import RunRequest

BASE = "http://127.0.0.1"
MODULES = Path(__file__).resolve().parents[2] / "node_modules"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which the sample was run: its snapshot lies in `sample/`, as after `make demo`."""
    folder = tmp_path_factory.mktemp("web")
    settings = Settings(archive=folder / "archive", cache=folder / "cache", language="en", model="ew", draws=100)
    pipeline.run(settings, RunRequest(out=folder / "brief"), lambda text: None)
    return settings.archive


@pytest.fixture(scope="session")
def pooled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of one country's run of the model that runs use by default, with few draws and one look back."""
    folder = tmp_path_factory.mktemp("pooled")
    settings = Settings(archive=folder / "archive", cache=folder / "cache", language="en", region="MLI", draws=50)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "PAST_ORIGINS", 1)
        pipeline.run(settings, RunRequest(out=folder / "brief"), lambda text: None)
    with TestClient(make_app(settings.archive), base_url=BASE, raise_server_exceptions=False) as client:  # type: ignore[arg-type]
        yield client


@pytest.fixture(scope="session")
def asker(archive: Path) -> Iterator[TestClient]:
    """A client of the whole application, door and all."""
    with TestClient(make_app(archive), base_url=BASE, raise_server_exceptions=False) as client:  # type: ignore[arg-type]
        yield client


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A client of an archive in which nothing was run."""
    return TestClient(make_app(tmp_path_factory.mktemp("empty")), base_url=BASE, raise_server_exceptions=False)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def document(asker: TestClient) -> str:
    """Id of a text of the sample from which a meeting was read."""
    found: str = asker.get("/en/meetings?format=json").json()["engagements"][0]["document"]
    return found


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Address of a server of an application on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=5)


@pytest.fixture(scope="session")
def address(archive: Path) -> Iterator[str]:
    """Address of a server of the sample."""
    with served(make_app(archive)) as found:
        yield found


@pytest.fixture
def living(archive: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a server over a copy of the sample's archive, pages made ahead as `marsad serve` does, and the copy, to be run in."""
    shutil.copytree(archive, tmp_path / "archive")
    app = make_warm(tmp_path / "archive")
    app.start()
    with served(app) as found:
        yield found, tmp_path / "archive"
    app.stop()


@pytest.fixture(scope="session")
def walk() -> Callable[..., Any]:
    """Runs a script of this folder with the system's browser and gives what it prints last; without a browser the test is skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    missing = [name for name in ("playwright-core", "axe-core") if not (MODULES / name).is_dir()]
    if not found or not shutil.which("node") or missing:
        what = f"npm packages {', '.join(missing)} (npm ci)" if missing else "chromium and node"
        if os.environ.get("CI") == "true":
            pytest.fail(f"the browser test needs {what}")
        pytest.skip(f"no {what} here")

    def run(script: str, *arguments: str) -> Any:
        words = ["node", str(Path(__file__).with_name(script)), str(MODULES), found, *arguments]
        done = subprocess.run(words, capture_output=True, text=True, timeout=900, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1])

    return run
