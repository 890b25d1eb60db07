"""Fixtures every test may use: the data folder beside the checkout, and a fixed seed for generated cases."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"

settings.register_profile("marsad", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("marsad")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the checkout; absent elsewhere, and then the test is skipped."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("CI") == "true":
        pytest.fail("the data folder ../shared/data is missing, and CI must have it")
    pytest.skip("no ../shared/data beside this checkout")
