"""Entries of the log: what is refused, how they add up, and that no change to the chain goes unseen."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.corrections import FIRST, Entry, Ledger, broken_at, checked_entry, checked_text, entry_hash
from marsad.base.errors import RecordError

EVENT, OTHER, MEETING = "event:" + "a" * 20, "event:" + "b" * 20, "engagement:" + "c" * 20
PAPER = "d" * 64


def chain(*told: tuple[str, str, dict[str, Any]]) -> tuple[Entry, ...]:
    """Entries of action, subject and body, an hour apart."""
    found: list[Entry] = []
    for number, (action, subject, body) in enumerate(told, 1):
        values = {
            "number": number, "time": f"2026-05-01T{number:02}:00:00+00:00", "author": "amina", "action": action, "subject": subject,
            "body": body, "previous": found[-1].hash if found else FIRST,
        }  # fmt: skip
        found.append(Entry(**values, hash=entry_hash(values)))  # type: ignore[arg-type]
    return tuple(found)


def test_a_chain_holds_until_anything_in_it_is_changed_left_out_or_moved() -> None:
    entries = chain(*(("note", "country:MLI", {"text": f"note {n}"}) for n in range(5)))
    assert broken_at(entries) is None
    for number in range(5):
        for other in ({"author": "someone"}, {"time": "2020-01-01T00:00:00+00:00"}, {"body": {"text": "note"}}, {"subject": "country:NER"}):
            changed = [*entries[:number], replace(entries[number], **other), *entries[number + 1 :]]
            assert broken_at(changed) == f"entry {number + 1} was changed after it was written"
    assert "is missing" in str(broken_at([*entries[:2], *entries[3:]]))
    assert broken_at([entries[1], entries[0], *entries[2:]]) is not None


@given(st.text(max_size=300))
def test_a_text_that_is_taken_holds_no_control_no_direction_mark_and_no_markup(text: str) -> None:
    try:
        found = checked_text(text, "the note")
    except RecordError:
        return
    assert found == found.strip() != ""
    assert not set(found) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\x00\x1b\x7f\r\t")
    assert "<script" not in found.lower()


@pytest.mark.parametrize(
    "text", ["", "  ", "a\u202eb", "a\u2067b", "a\u200fb", "a\x00b", "a\x9bb", "<b>a</b>", "< script >", "<!-- a", "a" * 2001, "\ud800"]
)
def test_a_text_with_marks_that_turn_it_about_is_refused(text: str) -> None:
    with pytest.raises(RecordError):
        checked_text(text, "the note")


def test_plain_text_in_three_languages_is_taken() -> None:
    for text in ("السوق مغلق منذ الثالث.", "Le marché est fermé : 5 < 6", "two\nlines"):
        assert checked_text(f" {text} ", "the note") == text


@pytest.mark.parametrize(
    ("action", "subject", "body"),
    [
        ("correct", EVENT, {"changes": {}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"actor": "x"}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"deaths": {"low": 5, "best": 3, "high": 9}}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"deaths": {"low": -1, "best": 3, "high": 9}}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"deaths": True}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"date": {"start": "2026-05-02", "end": "2026-05-01"}}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"country": "Mali"}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"cell": 999_999}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"type": "WAR"}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"flags": ["true"]}, "reason": "r"}),
        ("correct", "statement:" + "a" * 20, {"changes": {"text": "x"}, "reason": "r"}),
        ("correct", "country:MLI", {"changes": {"deaths": None}, "reason": "r"}),
        ("retract", EVENT, {}),
        ("retract", "event:../x", {"reason": "r"}),
        ("same", EVENT, {"other": EVENT, "reason": "r"}),
        ("same", EVENT, {"other": MEETING, "reason": "r"}),
        ("status", EVENT, {"outcome": 0, "status": "2", "document": PAPER, "reason": "r"}),
        ("status", MEETING, {"outcome": 0, "status": "4", "document": PAPER, "reason": "r"}),
        ("status", MEETING, {"outcome": 0, "status": "2", "document": "x", "reason": "r"}),
        ("note", EVENT, {"text": "x"}),
        ("note", "country:MALI", {"text": "x"}),
        ("undo", "0", {"reason": "r"}),
        ("delete", EVENT, {"reason": "r"}),
    ],
)
def test_an_entry_without_meaning_is_refused(action: str, subject: str, body: dict[str, Any]) -> None:
    with pytest.raises(RecordError):
        checked_entry(action, subject, body)


def test_later_values_win_and_an_undone_entry_counts_for_nothing() -> None:
    ledger = Ledger(chain(
        ("correct", EVENT, {"changes": {"deaths": None}, "reason": "r"}),
        ("correct", EVENT, {"changes": {"deaths": {"low": 1, "best": 2, "high": 3}, "country": "NER"}, "reason": "r"}),
        ("retract", OTHER, {"reason": "r"}),
        ("undo", "3", {"reason": "r"}),
        ("retract", EVENT, {"reason": "r"}),
        ("undo", "5", {"reason": "r"}),
        ("undo", "6", {"reason": "r"}),
    ))  # fmt: skip
    assert ledger.changes(EVENT) == {"deaths": {"low": 1, "best": 2, "high": 3}, "country": "NER"}
    assert ledger.retraction(OTHER) is None
    # an undo that is itself undone
    assert ledger.retraction(EVENT) is not None
    assert ledger.until("2026-05-01T03:30:00+00:00").retraction(OTHER) is not None
    assert ledger.until("2026-05-01T00:30:00+00:00").entries == ()


def test_the_later_word_on_a_pair_decides_whichever_of_the_two_it_names_first() -> None:
    told = [("same", EVENT, {"other": OTHER, "reason": "r"}), ("apart", OTHER, {"other": EVENT, "reason": "r"})]
    same, apart = Ledger(chain(*told)).pairs  # type: ignore[arg-type]
    assert (list(same), list(apart)) == ([], [(OTHER, EVENT)])
    assert list(Ledger(chain(told[1], told[0])).pairs[0]) == [(EVENT, OTHER)]  # type: ignore[arg-type]
