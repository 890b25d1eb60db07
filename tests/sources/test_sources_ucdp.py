"""UCDP files: each format, each kind of bad row and bad file; rows are invented."""

import csv
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.base.errors import FormatError, MarsadError, SourceError, UsageError
from marsad.base.frames import Coverage, EventImport
from marsad.base.months import parse_month
from marsad.base.places import cell_of
from marsad.sources import ucdp_places
from marsad.sources.passport import load_passport, passport_names, read_passport
from marsad.sources.ucdp import read_event_paths, read_events
from marsad.sources.ucdp_release import coverage_of, release_named, release_of, release_of_years

Row = dict[str, Any]


def row(number: int = 1, **other: Any) -> Row:
    """An invented row of the official file, in Mali."""
    values: Row = {
        "id": str(number), "relid": f"X-{number}", "year": "2022", "type_of_violence": "1", "side_a": "Government of Aru",
        "side_a_new_id": "9001", "side_b": "Front of Bel", "side_b_new_id": "9002", "number_of_sources": "2",
        "source_headline": "Clash near Aru", "where_prec": "1", "where_coordinates": "Aru town", "latitude": "14.25",
        "longitude": "-4.25", "country": "Mali", "country_id": "432", "date_prec": "1", "date_start": "2022-03-30 00:00:00.000",
        "date_end": "2022-04-02 00:00:00.000", "best": "5", "high": "9", "low": "3", "gwnoa": "432", "gwnob": "",
    }  # fmt: skip
    values.update(other)
    if "priogrid_gid" not in other:
        try:
            values["priogrid_gid"] = str(cell_of(float(values["longitude"]), float(values["latitude"])))
        except (ValueError, MarsadError):
            values["priogrid_gid"] = "150172"
    return values


def put(folder: Path, rows: list[Row], name: str = "GEDEvent_v23_1.csv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def reasons(found: EventImport) -> list[str]:
    return [reject.reason for reject in found.rejects]


def test_a_row_becomes_an_event_of_the_month_it_ends_in(tmp_path: Path) -> None:
    found = read_events(put(tmp_path, [row()]))
    (event,) = found.events.to_pylist()
    assert (found.source, found.release, found.rows_read) == ("ucdp-ged", "23.1", 1)
    assert event["month_id"] == parse_month("2022-04")
    assert (event["date_start"], event["date_end"]) == (datetime.date(2022, 3, 30), datetime.date(2022, 4, 2))
    assert (event["type"], event["quad_class"], event["violence"], event["rule"]) == ("ASSAULT", 4, "state-based", "ucdp:ged")
    assert (event["country"], event["country_id"], event["cell"]) == ("MLI", 466, cell_of(-4.25, 14.25))
    assert (event["actor"], event["recipient"], event["actor_entity"]) == ("Government of Aru", "Front of Bel", "ucdp-actor:9001")
    assert (event["deaths_low"], event["deaths_best"], event["deaths_high"], event["reports"]) == (3, 5, 9, 2)
    assert (event["text"], event["place"], event["place_precision_m"]) == ("Clash near Aru", "Aru town", 5000.0)
    assert (event["date_precision"], event["row"], event["file_sha256"]) == ("day", 1, found.sha256)


def test_precisions_violence_and_missing_counts_follow_the_codebook(tmp_path: Path) -> None:
    rows = [row(i, date_prec=str(i), where_prec=str(i + 1), number_of_sources="-1", type_of_violence=str(1 + i % 3)) for i in range(1, 6)]
    events = read_events(put(tmp_path, rows)).events.to_pydict()
    assert events["date_precision"] == ["day", "week", "week", "month", "year"]
    assert events["place_precision_m"] == [ucdp_places.PRECISION_M[i] for i in range(2, 7)]
    assert events["reports"] == [None] * 5
    assert events["violence"] == ["non-state", "one-sided", "state-based", "non-state", "one-sided"]


def website(rows: list[Row]) -> list[Row]:
    """The same rows as the publisher's site exports them."""
    names = {"best": "best_est", "high": "high_est", "low": "low_est"}
    found = []
    for values in rows:
        made = {names.get(key, key): value for key, value in values.items() if key not in ("gwnoa", "gwnob")}
        for key in ("date_start", "date_end"):
            year, month, day = made[key][:10].split("-")
            made[key] = f"{month}/{day}/{year} 00:00:00"
        found.append(made)
    return found


def test_the_export_of_the_site_and_its_trailing_commas_are_read(tmp_path: Path) -> None:
    rows = [row(1), row(2, source_headline='He said: "no",\nand left')]
    official = read_events(put(tmp_path, rows))
    path = put(tmp_path, website(rows), "ged_mli_v23_1/gedevents-2025-01-01.csv")
    lines = list(csv.reader(path.open(newline="")))
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([lines[0]] + [[*line, ""] for line in lines[1:]])
    exported = read_events(path)
    assert exported.events.drop(["file_sha256"]).equals(official.events.drop(["file_sha256"]))


def test_a_tag_row_and_an_index_column_are_no_events(tmp_path: Path) -> None:
    tag = dict.fromkeys(row(), "") | {"date_start": "#date+start", "country": "#country+name"}
    first = row(1, id="1.0", country_id="432.0", where_prec="1.0")
    rows = [{"": "0", **tag, "iso3": "#country+code"}, {"": "1", **first, "iso3": "MLI"}]
    found = read_events(put(tmp_path, rows))
    assert (found.rows_read, found.events.num_rows, [r.reason for r in found.ignored]) == (2, 1, ["HXL tag row"])
    assert found.events["source_id"].to_pylist() == ["1"]
    assert found.notes == ()


def test_a_workbook_and_geojson_give_the_same_events(tmp_path: Path) -> None:
    rows = [row(1), row(2, latitude="15.75", where_prec="3")]
    official = read_events(put(tmp_path, rows, "GEDEvent_v22_0_4.csv"))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for values in rows:
        typed = dict(values)
        typed |= {key: datetime.datetime.fromisoformat(values[key]) for key in ("date_start", "date_end")}
        typed |= {key: float(values[key]) for key in ("id", "latitude", "longitude", "best")}
        sheet.append(list(typed.values()))
    book.save(tmp_path / "GEDEvent_v22_0_4.xlsx")
    features = []
    for values in rows:
        properties = {key: value for key, value in values.items() if key not in ("latitude", "longitude")}
        point = {"type": "Point", "coordinates": [float(values["longitude"]), float(values["latitude"])]}
        features.append({"type": "Feature", "properties": properties, "geometry": point})
    (tmp_path / "GEDEvent_v22_0_4.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    for suffix in ("xlsx", "geojson"):
        found = read_events(tmp_path / f"GEDEvent_v22_0_4.{suffix}")
        assert found.rejects == ()
        assert found.events.drop(["file_sha256"]).equals(official.events.drop(["file_sha256"]))


BAD_ROWS: list[tuple[Row, str]] = [
    ({"id": ""}, "the id is missing"),
    ({"best": "-1"}, "best '-1' is negative"),
    ({"low": "-4"}, "low '-4' is negative"),
    ({"best": "many"}, "best 'many' is no number"),
    ({"best": ""}, "best is empty"),
    ({"best": "2.5"}, "best '2.5' is not a whole number"),
    ({"best": "inf"}, "best 'inf' is no number"),
    ({"best": "9e300"}, "more than"),
    ({"latitude": "95"}, "latitude '95' is outside -90 to 90"),
    ({"longitude": "-181"}, "longitude '-181' is outside"),
    ({"latitude": "north"}, "latitude 'north' is no number"),
    ({"latitude": "-14.25"}, "the latitude looks like it has the wrong sign"),
    ({"latitude": "-4.25", "longitude": "14.25"}, "longitude and latitude look changed about"),
    ({"latitude": "51.25", "longitude": "10.25"}, "the point is far from MLI"),
    ({"priogrid_gid": "1"}, "priogrid_gid '1' is not the cell of the coordinates"),
    ({"country": "Atlantis", "country_id": "9999"}, "country 'Atlantis' is not in the table"),
    ({"date_start": "2022-05-01", "date_end": "2022-04-30"}, "lies before date_start"),
    ({"date_end": "2022-02-30"}, "date_end '2022-02-30' is no date"),
    ({"date_end": "13/25/2022 00:00:00"}, "is no date"),
    ({"date_start": "1950-01-01", "date_end": "1950-01-01"}, "date out of range: release 23.1 holds 1989-01-01 to 2022-12-31"),
    ({"date_start": "2023-01-01", "date_end": "2023-01-02"}, "date out of range"),
    ({"date_start": "2922-01-01", "date_end": "2922-01-02"}, "date out of range"),
    ({"type_of_violence": "4"}, "type_of_violence '4' is none of 1, 2, 3"),
    ({"where_prec": "0"}, "where_prec '0' is none of 1 to 7"),
    ({"date_prec": "9"}, "date_prec '9' is none of 1 to 5"),
    ({"number_of_sources": "-3"}, "number_of_sources '-3' is negative"),
]


@pytest.mark.parametrize(("fault", "told"), BAD_ROWS, ids=[told[:40] for _, told in BAD_ROWS])
def test_one_bad_row_is_set_aside_with_its_reason_and_the_others_are_kept(tmp_path: Path, fault: Row, told: str) -> None:
    found = read_events(put(tmp_path, [row(1), row(2, **fault), row(3)]))
    assert found.events["source_id"].to_pylist() == ["1", "3"]
    (reject,) = found.rejects
    assert told in reject.reason
    assert (reject.where, found.rows_read) == ("row 2", 3)
    assert json.loads(reject.content)["country"] if reject.content.startswith("{") else reject.content


def test_a_row_with_cells_too_few_or_too_many_is_set_aside(tmp_path: Path) -> None:
    path = put(tmp_path, [row(1), row(2)])
    path.write_text(path.read_text() + "3,short\n" + "4" + "," * 60 + "x\n\n")
    found = read_events(path)
    assert [reject.where for reject in found.rejects] == ["row 3", "row 4"]
    assert "2 cells where the header has 25" in found.rejects[0].reason
    assert [ignored.reason for ignored in found.ignored] == ["empty row"]


def test_a_point_a_little_off_its_country_is_counted_without_its_point(tmp_path: Path) -> None:
    found = read_events(put(tmp_path, [row(1, country="Burkina Faso", country_id="439", latitude="12.25", longitude="4.25")]))
    (event,) = found.events.to_pylist()
    assert (event["country"], event["cell"], event["lat"], event["lon"], event["deaths_best"]) == ("BFA", None, None, None, 5)
    assert "row 1: the point is not in BFA: the longitude looks like it has the wrong sign" in found.notes[0]


def test_a_rounded_point_on_an_edge_keeps_the_publishers_cell(tmp_path: Path) -> None:
    south = cell_of(-4.25, 13.75)
    found = read_events(put(tmp_path, [row(1, latitude="14.000000", priogrid_gid=str(south))]))
    assert found.events["cell"].to_pylist() == [south]
    assert "edge of a cell" in found.notes[0]


def test_bounds_that_cross_the_best_figure_give_way_and_it_is_said(tmp_path: Path) -> None:
    found = read_events(put(tmp_path, [row(1, low="7", best="5", high="4")]))
    assert found.events.select(["deaths_low", "deaths_best", "deaths_high"]).to_pylist() == [
        {"deaths_low": 5, "deaths_best": 5, "deaths_high": 5}
    ]
    assert found.notes[0].startswith("1 rows state low above best")


def test_an_id_twice_counts_once_and_with_other_content_is_set_aside(tmp_path: Path) -> None:
    found = read_events(put(tmp_path, [row(1), row(1), row(1, best="6")]))
    assert found.events.num_rows == 1
    assert [r.reason for r in found.ignored] == ["the same event as row 1"]
    assert reasons(found) == ["duplicate id with other content than row 1"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace(",date_end,", ",dateend,", 1), r"column 'date_end' is missing.*ucdp-ged.*'dateend'"),
        (lambda text: text.replace(",best,", ",high_est,", 1), r"'high' stands twice"),
        (lambda text: text.split("\n")[0] + "\n", r"has 0 rows"),
        (lambda text: "\n" + text, r"first line must name the columns"),
        (lambda text: text.replace("Mali", "Ma\x00li"), r"binary"),
        (lambda text: text.replace("Aru town", '"Aru town', 1), r"quotation mark opens in row 1 and never closes"),
        (lambda text: "<html><body>Service unavailable</body></html>", r"is missing"),
    ],
)
def test_a_file_that_breaks_its_promise_is_an_error_that_says_what_to_do(tmp_path: Path, change: Callable[[str], str], told: str) -> None:
    path = put(tmp_path, [row(1), row(2), row(3)])
    path.write_text(change(path.read_text()))
    with pytest.raises(FormatError, match=told):
        read_events(path)


def test_unreadable_files_are_errors(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="check path"):
        read_events(tmp_path / "none.csv")
    for name, data, told in [
        ("a.csv", b"", "empty"),
        ("a.csv", "id,côté\n".encode("windows-1252"), "not UTF-8"),
        ("a.xlsx", b"PK\x03\x04 broken", "no XLSX"),
        ("a.geojson", b"{", "no JSON"),
        ("a.geojson", b"[]", "FeatureCollection"),
        ("a.parquet", b"PAR1", "read from .csv"),
    ]:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(FormatError, match=told):
            read_events(tmp_path / name)


def test_an_added_column_is_reported_and_not_read(tmp_path: Path) -> None:
    found = read_events(put(tmp_path, [row(1, ethnicity="x")]))
    assert found.notes == ("column 'ethnicity' is not in passport ucdp-ged and was not read",)
    assert found.events.num_rows == 1


def test_too_many_bad_rows_fail_the_file_with_the_commonest_reasons(tmp_path: Path) -> None:
    rows = [row(i) for i in range(1, 61)] + [row(i, best="-2") for i in range(61, 82)]
    with pytest.raises(FormatError, match=r"allows \(20\): 21 of 81 rows set aside: 21 x best.*first: row 61"):
        read_events(put(tmp_path, rows))
    with pytest.raises(FormatError, match="no row could be read as an event"):
        read_events(put(tmp_path, [row(1, best="x")]))


def test_a_folder_with_two_exports_of_the_same_events_gives_the_same_ids(tmp_path: Path) -> None:
    folder = tmp_path / "ged_mli_v23_1"
    put(folder, [row(1), row(2)], "a.csv")
    put(folder, website([row(1), row(2, best="6"), row(3)]), "b.csv")
    (folder / "SOURCE.txt").write_text("x")
    first, second = read_event_paths([folder])
    assert first.events["id"].to_pylist() == second.events["id"].to_pylist()[:2]
    assert "SOURCE.txt" in first.notes[-1]
    assert second.notes[-1] == "2 events stand in an earlier file too and count once; 1 of them have other content there"
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(FormatError, match="no event table"):
        list(read_event_paths([empty]))


def test_ids_depend_on_release_and_publishers_id_alone(tmp_path: Path) -> None:
    one = read_events(put(tmp_path, [row(1), row(2)]))
    other = read_events(put(tmp_path, [row(2), row(1)], "x.csv"), release="23.1")
    newer = read_events(put(tmp_path, [row(1)], "GEDEvent_v24_1.csv"))
    assert set(one.events["id"].to_pylist()) == set(other.events["id"].to_pylist())
    assert newer.events["id"].to_pylist()[0] not in one.events["id"].to_pylist()


def test_releases_are_known_from_file_folder_or_last_year(tmp_path: Path) -> None:
    assert release_of(Path("GEDEvent_v23_0_10.csv")) == release_named("23.0.10")
    assert release_of(Path("ged_sdn_v24_1/x.csv")) == release_named("24.1")
    assert release_of(Path("ged241.csv")) == release_named("24.1")
    assert release_of(Path("GEDEvent_v24_01_24_09.csv")) == release_named("24.01.24.09")
    assert release_of(Path("plain/x.csv")) is None
    assert release_of_years({2020: 5, 2022: 4, 2096: 1}).name == "23.1"
    found = read_events(put(tmp_path, [row(1)], "plain.csv"))
    assert found.release == "23.1"
    assert "neither file nor folder names the release" in found.notes[0]
    for wrong in ("24", "24.0", "24.0.13", "24.02.24.01", "v24.1"):
        with pytest.raises(UsageError):
            release_named(wrong)


def test_candidate_events_without_a_release_are_refused(tmp_path: Path) -> None:
    rows = [row(1, code_status="Clear"), row(2, code_status="Check deaths")]
    with pytest.raises(FormatError, match="says of which month"):
        read_events(put(tmp_path, rows, "plain.csv"))
    assert read_events(put(tmp_path, rows, "plain.csv"), release="22.0.4").events.num_rows == 2


def test_cells_parted_by_semicolons_are_read(tmp_path: Path) -> None:
    path = put(tmp_path, [row(1)])
    path.write_text(path.read_text().replace(",", ";"))
    assert read_events(path).events.num_rows == 1


def test_coverage_of_an_extract_runs_from_its_first_year_to_the_year_before_the_release(tmp_path: Path) -> None:
    rows = [
        row(1),
        row(2, date_start="2016-05-01", date_end="2016-05-01"),
        row(3, country="Niger", country_id="436", latitude="17.25", longitude="9.25"),
    ]
    found = read_events(put(tmp_path, rows))
    last = parse_month("2022-12")
    assert found.coverage == (Coverage(466, parse_month("2016-01"), last), Coverage(562, parse_month("2022-01"), last))
    monthly = read_events(put(tmp_path, [row(1)], "GEDEvent_v22_0_4.csv"))
    assert (monthly.source, monthly.coverage) == ("ucdp-candidate", (Coverage(466, parse_month("2022-04"), parse_month("2022-04")),))


def test_a_file_of_the_world_covers_every_country_and_a_short_one_fails() -> None:
    passport = load_passport("ucdp-candidate")
    many = dict.fromkeys(range(1, passport.world_countries + 1), 2023)
    found = coverage_of(release_named("23.0.10"), passport, many)
    assert len(found) > 190
    assert not {c.country_id for c in found} & {732, 275, 533}, "areas that UCDP counts under another state"
    assert {(c.first, c.last) for c in found} == {(parse_month("2023-10"), parse_month("2023-10"))}
    assert {c.first for c in coverage_of(release_named("24.1"), load_passport("ucdp-ged"), dict.fromkeys(range(100), 2000))} == {
        parse_month("1989-01")
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.data())
def test_every_row_is_accounted_for_whatever_the_cells_hold(tmp_path: Path, data: st.DataObject) -> None:
    rows = [row(i) for i in range(1, 6)]
    for _ in range(data.draw(st.integers(1, 4))):
        victim = data.draw(st.sampled_from(rows[1:]))
        victim[data.draw(st.sampled_from(list(victim)))] = data.draw(
            st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=8)
        )
    found = read_events(put(tmp_path, rows))
    assert found.events.num_rows + len(found.rejects) + len(found.ignored) == found.rows_read == 5


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace("rows_least", "rows_lest"), "unknown key rows_lest"),
        (lambda text: text.replace('licence = "CC BY 4.0"', ""), "licence"),
        (lambda text: text.replace("[columns]", "[colums]"), "columns"),
        (lambda text: text + "\n=", "no TOML"),
        (lambda text: text.replace("rejects_share = 0.05", "rejects_share = 5"), "rejects_share"),
    ],
)
def test_a_passport_with_a_fault_is_refused(change: Callable[[str], str], told: str) -> None:
    text = (Path(ucdp_places.__file__).parent / "passports" / "ucdp-ged.toml").read_text("utf-8")
    assert read_passport(text, where="here") == load_passport("ucdp-ged")
    with pytest.raises(SourceError, match=told):
        read_passport(change(text), where="here")


def test_every_passport_says_licence_and_citation() -> None:
    assert passport_names() == ("ucdp-candidate", "ucdp-ged")
    for name in passport_names():
        passport = load_passport(name)
        assert passport.name == name
        assert passport.licence
        assert passport.citation
    with pytest.raises(SourceError, match="one of ucdp-candidate"):
        load_passport("nobody")


REAL = {
    "gedevents-2025-01-17.csv": (1504, 1504, 12864),
    "GEDEvent_v23_1.geojson": (1848, 1848, 14948),
    "GEDEvent_v23_0_10.csv": (2391, 2391, 12603),
    "GEDevent_v26_0_2.xlsx": (1298, 1297, None),
    "conflict_data_nga.csv": (4604, 4603, 57032),
    "conflict_data_sdn.csv": (3823, 3822, 106270),
    "gedevents-2025-01-04.csv": (3822, 3822, 106270),
}
"""Rows in the file, events, and sum of the publisher's best figures, each counted apart from this code."""


@pytest.mark.shared
def test_every_real_file_is_read_with_each_row_accounted_for(shared: Path) -> None:
    found = {Path(one.path).name: one for one in read_event_paths([shared / "ucdp"])}
    assert sorted(found) == sorted(REAL)
    for name, (rows, events, deaths) in REAL.items():
        one = found[name]
        assert (one.rows_read, one.events.num_rows) == (rows, events)
        assert deaths is None or sum(one.events["deaths_best"].to_pylist()) == deaths
    sudan, export = found["conflict_data_sdn.csv"], found["gedevents-2025-01-04.csv"]
    assert set(sudan.events["id"].to_pylist()) == set(export.events["id"].to_pylist())
    assert len({event for one in found.values() for event in one.events["id"].to_pylist()}) == sum(e for _, e, _ in REAL.values()) - 3822
    (reject,) = found["GEDevent_v26_0_2.xlsx"].rejects
    assert "wrong sign" in reject.reason
