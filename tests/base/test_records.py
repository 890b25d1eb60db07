"""Records: every one survives being written and read, ids depend on content alone, contradictions are refused at birth."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base import records as r
from marsad.base.errors import RecordError
from marsad.base.findings import Carried, Reason

SPANS = st.tuples(st.integers(0, 10_000), st.integers(0, 500)).map(lambda pair: r.Span(pair[0], pair[0] + pair[1]))
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
AMOUNTS = st.floats(0, 1e6)
WORDS = st.text(st.characters(codec="utf-8"), max_size=20)


def _ordered_days(days: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    start, end = days
    return (end, start) if start and end and end < start else days


RANGES = st.builds(
    lambda days, precision, basis: r.DateRange(*days, precision=precision, basis=basis),
    st.tuples(st.none() | DAYS, st.none() | DAYS).map(_ordered_days),
    st.sampled_from(["day", "month", "year", "unknown"]),
    st.sampled_from(["stated", "resolved", "inferred", "unknown"]),
)
DEATHS = st.lists(st.integers(0, 10_000), min_size=3, max_size=3).map(lambda three: r.Fatalities(*sorted(three)))

st.register_type_strategy(str, WORDS)
st.register_type_strategy(r.Span, SPANS)
st.register_type_strategy(r.DateRange, RANGES)
st.register_type_strategy(r.Fatalities, DEATHS)
PLACES = st.builds(r.Place, lat=st.none() | st.floats(-90, 90), lon=st.none() | st.floats(-180, 180), precision_m=st.none())
st.register_type_strategy(r.Place, PLACES)

EVENTS = st.builds(r.Event, type=st.sampled_from(r.PLOVER_TYPES), quad_class=st.just(0), confidence=st.floats(0, 1))
RECORDS = st.one_of(EVENTS, *(st.builds(kind) for name, kind in r.KINDS.items() if name not in ("event", "document")))


@given(RECORDS)
def test_a_record_survives_being_written_as_json_and_read(record: Any) -> None:
    written = json.loads(json.dumps(r.as_json(record)))
    assert written["kind"] == record.kind
    assert r.from_json(type(record), written) == record


@given(st.builds(Reason, mean=AMOUNTS, mean_12=AMOUNTS, onset_rate=st.none() | AMOUNTS, carried=st.just((Carried(0, 3, 0.5),))))
def test_a_noun_with_a_field_named_kind_keeps_it(reason: Reason) -> None:
    written = json.loads(json.dumps(r.as_json(reason)))
    assert written["kind"] == reason.kind
    assert r.from_json(Reason, written) == reason


@given(st.builds(r.Document))
def test_a_document_is_written_without_its_text_and_read_back_with_it(document: r.Document) -> None:
    written = json.loads(json.dumps(r.as_json(document)))
    assert "text" not in written
    assert r.from_json(r.Document, {**written, "text": document.text}) == document


def test_every_kind_of_record_is_known_by_its_name() -> None:
    assert set(r.KINDS) == {"document", "event", "engagement", "statement", "mention", "non_event", "reject"}
    assert all(kind.kind == name for name, kind in r.KINDS.items())


def test_the_json_of_a_span_and_a_date_are_plain() -> None:
    assert r.as_json(r.Span(2, 5)) == [2, 5]
    assert r.as_json(r.DateRange(date(2022, 6, 13), date(2022, 6, 14))) == {
        "start": "2022-06-13", "end": "2022-06-14", "precision": "day", "basis": "stated",
    }  # fmt: skip


def test_an_unknown_or_missing_field_is_an_error() -> None:
    with pytest.raises(RecordError, match="no field age"):
        r.from_json(r.Speaker, {"name": "Mali's foreign minister", "age": 50})
    with pytest.raises(RecordError, match="cannot be read back"):
        r.from_json(r.Mention, {"document": "d"})


@pytest.mark.parametrize(
    "make",
    [
        lambda: r.Span(5, 4),
        lambda: r.Span(-1, 4),
        lambda: r.DateRange(date(2022, 6, 14), date(2022, 6, 13)),
        lambda: r.Place("x", lat=91.0),
        lambda: r.Place("x", lon=-181.0),
        lambda: r.Fatalities(3, 2, 4),
        lambda: r.Fatalities(-1, 0, 0),
        lambda: r.Event("e", None, "DANCE", r.DateRange(None, None), None, None, "rule"),
        lambda: r.Event("e", None, "AID", r.DateRange(None, None), None, None, "rule", confidence=1.5),
    ],
)
def test_a_record_that_contradicts_itself_is_not_born(make: Any) -> None:
    with pytest.raises(RecordError):
        make()


def test_an_event_knows_its_quad_class_from_its_type() -> None:
    classes = {kind: r.Event("e", None, kind, r.DateRange(None, None), None, None, "rule").quad_class for kind in r.PLOVER_TYPES}
    assert classes == r.QUAD_CLASS
    assert [list(classes.values()).count(number) for number in (1, 2, 3, 4)] == [4, 3, 4, 5]


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_an_id_depends_on_its_parts_alone_and_on_their_order(parts: list[str]) -> None:
    assert r.record_id("event", *parts) == r.record_id("event", *parts)
    if parts != parts[::-1]:
        assert r.record_id("event", *parts) != r.record_id("event", *parts[::-1])


def test_a_document_id_is_the_hash_of_its_bytes() -> None:
    assert r.document_id(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_no_record_has_a_field_that_identifies_a_private_person() -> None:
    forbidden = {"phone", "email", "account", "plate", "face", "ethnicity", "religion", "birth", "address", "passport"}
    nouns = [kind for kind in vars(r).values() if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")]
    assert len(nouns) > 12
    assert [(kind.__name__, name) for kind in nouns for name in kind.__dataclass_fields__ if name in forbidden] == []
