"""Groups: tempo, reach, foes, ties, entries and exits, against small made rows and UCDP's files."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from made_events import event_rows
from marsad.assessment.groups import GroupProfile, Lineage, group_profile
from marsad.assessment.groups_reach import moved_km
from marsad.base.frames import Coverage
from marsad.base.months import parse_month
from marsad.base.records import as_json

NAMES = {"jnim": "group:jnim", "is": "group:is", "ucdp-actor:6716": "group:jnim", "rsf": "group:rsf"}
BFA, MLI = Coverage(854, 433, 528), Coverage(466, 433, 528)


def deed(month: int, **given: Any) -> dict[str, Any]:
    usual = {"actor": "Government of Burkina Faso", "recipient": "JNIM", "country": "BFA", "country_id": 854, "deaths_best": 2}
    return {"month_id": month, "lon": 0.1, "lat": 13.1, "cell": 148681, "place_precision_m": 5000.0, **usual, **given}


def profile(rows: Sequence[dict[str, Any]], month: int = 528, coverage: Sequence[Coverage] = (BFA,), **given: Any) -> GroupProfile:
    return group_profile(event_rows(rows), "group:jnim", month=month, names=NAMES, coverage=coverage, **given)


def test_a_month_without_events_is_0_where_covered_and_unknown_where_not() -> None:
    found = profile([deed(500), deed(500, deaths_best=5), deed(503)], month=504)
    months = {row.month: (row.events, row.deaths) for row in found.tempo}
    assert (months[500], months[501], months[503]) == ((2, 7), (0, 0), (1, 2))
    bare = profile([deed(500)], month=504, coverage=())
    assert {row.events for row in bare.tempo} == {None}
    assert "not-covered" in bare.notes


def test_a_group_without_a_record_says_so_and_counts_nothing() -> None:
    found = profile([deed(500, recipient="IS")])
    assert found.notes == ("no-record",)
    assert found.reach is None
    assert {row.events for row in found.tempo} == {None}


def test_one_record_is_said_to_be_one() -> None:
    assert "one-record" in profile([deed(520)]).notes


def test_first_activity_after_a_covered_year_is_an_entry_and_a_return_after_another() -> None:
    found = profile([deed(460), deed(465), deed(490)]).presences[0]
    assert [(entry.month, entry.kind, entry.quiet) for entry in found.entries] == [(460, "first", 27), (490, "return", 24)]
    assert found.left == 490


def test_no_entry_is_told_where_the_record_begins_with_the_group() -> None:
    assert profile([deed(436)], month=440).presences[0].entries == ()


def test_quiet_that_no_source_covers_is_no_exit_and_no_return() -> None:
    gap = (Coverage(854, 433, 470), Coverage(854, 500, 528))
    found = profile([deed(460), deed(505)], coverage=gap).presences[0]
    assert [entry.month for entry in found.entries] == [460]
    short = profile([deed(460)], coverage=(Coverage(854, 433, 470),)).presences[0]
    assert short.left is None
    assert short.events12 is None


def test_two_events_in_a_row_in_two_countries_within_a_month_are_a_crossing() -> None:
    rows = [
        deed(0, date_end=date(2023, 3, 1)),
        deed(0, date_end=date(2023, 3, 20), country="MLI", country_id=466),
        deed(0, date_end=date(2023, 8, 1)),
    ]
    found = profile(rows, coverage=(BFA, MLI)).reach
    assert found is not None
    assert found.crossings == (("BFA", "MLI", 1),)
    assert found.countries == (("BFA", 2), ("MLI", 1))


def test_a_vague_place_counts_as_an_event_and_not_as_a_cell() -> None:
    found = profile([deed(520), deed(520, place_precision_m=200000.0, lon=5.0)]).reach
    assert found is not None
    assert (found.events, found.cells, found.vague, found.lon) == (2, 1, 1, 0.1)


def test_spread_is_the_distance_of_two_points_from_their_middle() -> None:
    found = profile([deed(520, lon=0.0, lat=0.0), deed(521, lon=2.0, lat=0.0)]).reach
    assert found is not None
    assert found.lon == pytest.approx(1.0)
    assert found.spread_km == pytest.approx(111.2, abs=0.1)
    assert moved_km(found, None) is None


def test_foes_are_states_groups_and_civilians_and_a_people_is_never_named() -> None:
    rows = [deed(520), deed(520, actor="JNIM", recipient="Civilians", violence="one-sided"), deed(521, actor="Fulani", recipient="JNIM")]
    found = profile(rows)
    assert {foe.side for foe in found.foes} == {"country:BFA", "civilians", "other"}
    assert "Fulani" not in json.dumps(as_json(found))


def test_rivals_come_from_opposed_events_and_neighbours_in_the_field_from_cells() -> None:
    rows = [deed(520, actor="IS"), deed(521), deed(521, recipient="IS"), deed(510, recipient="IS", cell=1)]
    found = {tie.group: (tie.opposed, tie.together, tie.alongside) for tie in profile(rows).ties}
    assert found == {"group:is": (1, 0, 1)}


def test_reports_of_documents_stand_apart_and_claims_stay_claims() -> None:
    def coded(number: int, **given: Any) -> dict[str, Any]:
        record = {
            "actors": [{"name": "JNIM", "entity": "group:jnim", "sector": "REB", "country": None}],
            "recipients": [{"name": "villageois", "entity": None, "sector": "CVL", "country": "BFA"}],
            "links": given.pop("links", []),
        }
        row = {"id": f"event:c{number}", "document": f"d{number}", "actor": "JNIM", "recipient": "villageois", "source_kind": "newspaper"}
        return {**deed(520), **row, "record": json.dumps(record), **given}

    rows = [
        coded(1),
        coded(2, flags="attributed", source_kind="official"),
        coded(3, links=[{"rel": "same_as", "to": "event:c1"}]),
        coded(4, flags="negated"),
    ]
    found = profile(rows, copies={"d3": "d1"})
    assert found.counted == 0
    assert found.reported == 2
    assert found.documents == 3
    assert sorted((report.id, report.claim, report.denied) for report in found.reports) == [
        ("event:c1", False, False),
        ("event:c2", True, False),
        ("event:c4", True, True),
    ]
    assert found.struck == (("CVL", None),)
    assert profile(rows, count_least=2).struck == (("CVL", 2),)
    assert "reports-only" in found.notes


def test_splits_and_mergers_come_from_the_entity_table() -> None:
    table = (
        Lineage("group:jnim", since="2017-03", part_of=("group:aqim",)),
        Lineage("group:ansar-dine", merged_into=("group:jnim",)),
        Lineage("group:katiba", part_of=("group:jnim",)),
    )
    family = profile([deed(520)], lineages=table).family
    assert family is not None
    assert (family.part_of, family.parts, family.formed_from) == (("group:aqim",), ("group:katiba",), ("group:ansar-dine",))
    assert profile([deed(520)]).family is None


@pytest.mark.shared
@pytest.mark.parametrize(
    ("path", "name", "entered"),
    [("ged_bfa_v24_1", "JNIM", "2017-07"), ("ged_sdn_v24_1/conflict_data_sdn.csv", "RSF", "2023-04")],
)
def test_ucdp_rows_give_the_tempo_and_the_first_month_that_a_plain_count_gives(shared: Path, path: str, name: str, entered: str) -> None:
    from marsad.sources.ucdp import read_event_paths

    imports = list(read_event_paths([shared / "ucdp" / path]))
    events = pa.concat_tables([one.events for one in imports])
    coverage = [claim for one in imports for claim in one.coverage]
    group = NAMES[name.lower()]
    found = group_profile(events, group, month=parse_month("2023-12"), names=NAMES, coverage=coverage)
    plain = [row for row in events.select(["actor", "recipient", "month_id"]).to_pylist() if name in (row["actor"], row["recipient"])]
    assert found.counted == len(plain)
    assert {row.month: row.events for row in found.tempo}[520] == sum(row["month_id"] == 520 for row in plain)
    assert found.presences[0].entries[0].month == parse_month(entered) == min(row["month_id"] for row in plain)
