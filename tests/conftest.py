"""Fixtures every test may use: the data folder beside the checkout, and a fixed seed for generated cases."""

import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import settings

from marsad.base.frames import Panel

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


@pytest.fixture(scope="session")
def challenge(shared: Path) -> Panel:
    """State-based deaths of 191 countries to 2021-12, with VIEWS unit ids, as the 2023/24 prediction challenge gives them."""
    table = pq.read_table(shared / "challenge" / "country_month_state_based_to_2021.parquet")
    columns = (table["country_id"].to_numpy(), table["month_id"].to_numpy(), table["ged_sb"].to_numpy())
    return Panel.from_rows(*columns, outcome="state-based deaths, UCDP best", vintage="challenge, to 2021-12")
