"""Draws, exceedance and findings through the API; what OGC API Features asks of paging and of unknown parameters."""

import io

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient


def test_the_draws_come_whole_and_give_the_quantiles_and_chances_that_are_told(asker: TestClient) -> None:
    whole = pq.read_table(io.BytesIO(asker.get("/api/v1/forecasts/draws?whole=1").content)).to_pandas()
    assert list(whole.columns) == ["unit_id", "step", "month_id", "draw", "outcome"]
    mali = whole[(whole.unit_id == 466) & (whole.step == 3)]
    told = next(r for r in asker.get("/api/v1/forecasts?place=MLI").json()["items"] if r["step"] == 3)
    assert (mali.month_id == told["month_id"]).all()
    assert mali.outcome.quantile(0.5) == pytest.approx(told["q50"])
    assert (mali.outcome >= 25).mean() == pytest.approx(told["p25"])
    over = asker.get("/api/v1/forecasts/exceedance?place=MLI&over=25").json()["items"]
    assert [row["step"] for row in over] == list(range(1, 13))
    assert over[2]["chance"] == pytest.approx(told["p25"])
    some = asker.get("/api/v1/forecasts/draws?place=MLI&step=3&limit=10").json()
    assert len(some["items"]) == 10
    assert some["next"]
    assert asker.get("/api/v1/forecasts/exceedance?over=0").status_code == 422


def test_what_a_run_found_is_listed_by_kind_and_key(asker: TestClient) -> None:
    every = asker.get("/api/v1/assessments?limit=1000").json()["items"]
    kinds = {row["kind"] for row in every}
    assert {"region", "country", "pair"} <= kinds
    (mali,) = asker.get("/api/v1/assessments?kind=country&key=MLI").json()["items"]
    assert mali["key"] == "MLI"
    assert "trend" in mali


def test_the_next_page_of_features_keeps_the_box_and_the_days_and_an_unknown_parameter_is_refused(asker: TestClient) -> None:
    address = "/ogc/collections/events/items?bbox=-20,-40,60,40&datetime=2026-01-01/..&limit=2"
    seen: list[str] = []
    for _ in range(100):
        page = asker.get(address).json()
        seen += [feature["id"] for feature in page["features"]]
        nexts = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not nexts:
            break
        address = nexts[0]
    assert len(seen) == len(set(seen)) == page["numberMatched"] > 2
    assert asker.get("/ogc/collections/events/items?colour=red").status_code == 400
    one = asker.get(f"/ogc/collections/events/items/{seen[0]}").json()
    assert {link["rel"] for link in one["links"]} == {"self", "collection"}
