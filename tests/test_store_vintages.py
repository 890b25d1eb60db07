"""Tables by country name: read by name, one vintage apart from another, and refused where a name is not known."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from marsad import store
from marsad.base.errors import PanelError
from marsad.base.months import parse_month


def table(rows: list[tuple[str, date, int]], **more: list[Any]) -> pa.Table:
    """A table by country name and month's end."""
    names, ends, deaths = zip(*rows, strict=True)
    return pa.table({"country": list(names), "month_end": pa.array(ends, pa.date32()), "best_total": list(deaths), **more})


ROWS = [("Mali", date(2024, 1, 31), 3), ("Mali", date(2024, 2, 29), 5), ("DR Congo (Zaire)", date(2024, 2, 29), 7)]


def test_countries_are_numbered_by_iso_and_months_by_their_last_day(tmp_path: Path) -> None:
    pq.write_table(table(ROWS), tmp_path / "named.parquet")
    panel = store.read_panel(tmp_path / "named.parquet")
    assert panel.units.tolist() == [180, 466]
    assert panel.months[0] == parse_month("2024-01")
    assert panel.deaths.tolist() == [[0, 7], [3, 5]]
    assert panel.observed.tolist() == [[False, True], [True, True]]


def test_a_country_that_is_not_known_is_named(tmp_path: Path) -> None:
    pq.write_table(table([("Atlantis", date(2024, 1, 31), 3)]), tmp_path / "named.parquet")
    with pytest.raises(PanelError, match="Atlantis"):
        store.read_panel(tmp_path / "named.parquet")


def test_each_vintage_stands_apart_and_the_last_version_of_a_day_counts(tmp_path: Path) -> None:
    rows = [ROWS[0], ROWS[0], ROWS[1], ("Mali", date(2024, 1, 31), 4)]
    days, commits = ["2024-02-10", "2024-03-10", "2024-03-10", "2024-02-10"], ["a", "b", "b", "c"]
    pq.write_table(table(rows, vintage=days, commit=commits), tmp_path / "vintages.parquet")
    found = store.read_vintages(tmp_path / "vintages.parquet")
    assert sorted(found) == [parse_month("2024-01"), parse_month("2024-02")]
    assert found[parse_month("2024-01")].deaths.tolist() == [[4]]


def test_a_table_without_its_day_of_publication_is_no_table_of_vintages(tmp_path: Path) -> None:
    pq.write_table(table(ROWS), tmp_path / "named.parquet")
    with pytest.raises(PanelError, match="vintage"):
        store.read_vintages(tmp_path / "named.parquet")
