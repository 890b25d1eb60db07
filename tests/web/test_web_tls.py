"""Over TLS every answer tells browsers to come that way; without TLS none does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from marsad.settings import Settings
from marsad.web.app import make_app, make_warm
from marsad.web.office import Office

ADDRESSES = ("/", "/ar/", "/fr/place/MLI", "/en/nothing", "/api/v1/events?limit=1", "/api/v1/events?limit=x", "/en/desk", "/en/a%2e%2e/b")
HEADER = "strict-transport-security"


@pytest.mark.parametrize("make", [make_app, make_warm])
@pytest.mark.parametrize("secure", [True, False])
def test_every_answer_over_tls_and_no_other_asks_to_come_by_tls(archive: Path, tmp_path: Path, make: object, *, secure: bool) -> None:
    office = Office.open(Settings(archive=tmp_path, cache=tmp_path), lambda: datetime.now(UTC), secure=secure)
    app = make(archive, office=office)  # type: ignore[operator]
    asker = TestClient(app, base_url=f"http{'s' if secure else ''}://127.0.0.1", raise_server_exceptions=False, follow_redirects=False)
    for address in ADDRESSES:
        told = asker.get(address).headers
        assert told.get(HEADER) == ("max-age=31536000" if secure else None), address
        assert told["x-content-type-options"] == "nosniff"


def test_without_accounts_and_tls_nothing_is_said_of_tls(asker: TestClient) -> None:
    assert HEADER not in asker.get("/en/").headers
