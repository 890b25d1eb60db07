"""The sample, run once with a small model, and an asker of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from marsad import pipeline
from marsad.settings import Settings
from marsad.web.app import make_app
from marsad.world import RunRequest

BASE = "http://127.0.0.1"


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
