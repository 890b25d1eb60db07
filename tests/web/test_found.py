"""What a run publishes of its findings: the same as `marsad assess` tells of the place, group or pair, and nothing too young."""

import json
from pathlib import Path
from typing import Any

import pytest

from marsad import store
from marsad.settings import Settings
from marsad.store import Published, Where
from marsad.verbs.assessing import assess
from marsad.verbs.publishing_found import _told


@pytest.fixture(scope="module")
def snapshot(archive: Path) -> Published:
    found = store.open_published(archive / "sample")
    assert found is not None
    return found


def record(snapshot: Published, kind: str, key: str) -> dict[str, Any]:
    rows = snapshot.rows("findings", [Where("kind", "=", kind), Where("key", "=", key)]).to_pylist()
    assert len(rows) == 1
    found: dict[str, Any] = json.loads(rows[0]["record"])
    return found


def assessed(what: str, archive: Path) -> dict[str, Any]:
    settings = Settings(archive=archive, cache=archive.parent / "cache", language="en", model="ew", draws=100)
    found: dict[str, Any] = json.loads(json.dumps(_told(assess(settings, what, None, lambda text: None).values)))
    return found


@pytest.mark.parametrize(
    ("what", "kind", "parts"),
    [
        ("MLI", "country", ("trend", "alerts", "violence", "leads", "attention")),
        ("group:rsf", "group", ("profile", "attention", "alerts")),
        ("pair:MAR-USA", "pair", ("partnership", "alerts")),
    ],
)
def test_a_finding_says_what_assess_says(snapshot: Published, archive: Path, what: str, kind: str, parts: tuple[str, ...]) -> None:
    ours, theirs = record(snapshot, kind, what.rpartition(":")[2]), assessed(what, archive)
    if kind == "country":
        for lead in ours["leads"]:
            del lead["country"]
    for part in parts:
        assert ours[part] == theirs[part], part


def test_the_region_gathers_the_alerts_of_its_parts_with_their_evidence(snapshot: Published) -> None:
    whole = record(snapshot, "region", "sahel")
    each = [alert for row in snapshot.rows("findings", [Where("kind", "in", ["country", "cell", "group", "pair"])]).to_pylist()
            for alert in json.loads(row["record"])["alerts"]]  # fmt: skip
    assert sorted(map(json.dumps, whole["alerts"])) == sorted(map(json.dumps, each))
    assert {alert["rule"] for alert in whole["alerts"]} >= {"high", "follow-up"}
    assert all(alert["evidence"] for alert in whole["alerts"])
    assert whole["alert_record"]["fired"] > 0


def test_scores_hold_steps_and_calibration(snapshot: Published) -> None:
    rows = snapshot.rows("scores").to_pylist()
    steps = [row for row in rows if row["by"] == "step" and row["metric"] == "crps"]
    assert sorted(int(row["slice"]) for row in steps) == list(range(1, 13))
    heights = [row["value"] for row in rows if row["metric"] == "pit"]
    assert len(heights) == 10
    assert sum(heights) / 10 == pytest.approx(1.0)


def test_briefs_are_published_in_every_form_and_language(snapshot: Published) -> None:
    names = {name for name in snapshot.about["files"] if name.startswith("brief-")}
    assert {name.rsplit(".", 1)[1] for name in names} == {"html", "pdf", "docx", "xlsx"}
    assert len(names) == 12
