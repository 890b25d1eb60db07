"""Arabic sentences that tell a demonstration, a strike, an attack in many words; and sentences that only seem to."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.coding.coded import document, only, read

from marsad.base.errors import LexiconError
from marsad.base.records import Event
from marsad.coding.coder import load_coder
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon

TABLES = [Path(__file__).with_name("told") / name for name in ("ar.tsv", "types_ar.tsv")]
UNREAL = {"negated", "future", "hypothetical", "historical"}
ROWS = [line.split("\t") for table in TABLES for line in table.read_text(encoding="utf-8").splitlines()[1:]]


def real(text: str, type_: str) -> list[Event]:
    """Events of a sentence read by itself."""
    found = only(load_coder().read(document(text, "ar"), line=0), Event)
    return [one for one in found if one.type == type_ and not UNREAL & set(one.flags)]


@pytest.mark.parametrize(("type_", "mode", "text"), [row for row in ROWS if not row[0].startswith("no ")])
def test_an_act_told_in_many_words_is_found(type_: str, mode: str, text: str) -> None:
    found = real(text, type_)
    assert found
    assert mode == "-" or any(mode in one.modes for one in found)


@pytest.mark.parametrize(("type_", "text"), [(row[0][3:], row[2]) for row in ROWS if row[0].startswith("no ")])
def test_what_only_seems_to_be_an_act_is_left_alone(type_: str, text: str) -> None:
    assert real(text, type_) == []


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("PROTEST", "أغلق شبان غاضبون مدخل منجم الفوسفات في الرديف ومنعوا القطارات من الخروج."),
        ("PROTEST", "امتنع ستة موقوفين في سجن مكناس عن تناول وجباتهم منذ الأحد للمطالبة بعرضهم على القضاء."),
        ("PROTEST", "رفض عمال ميناء صفاقس تفريغ سفينتين قبل أن تستجيب الإدارة لمطالبهم في الأجور."),
        ("ASSAULT", "اندلعت اشتباكات بالأسلحة الثقيلة بين كتيبتين مسلحتين في الزاوية."),
        ("ASSAULT", "اقتاد ملثمون الصحافي إلى جهة غير معلومة بعد أن أوقفوا سيارته في شارع عمر المختار."),
    ],
)
def test_a_text_keeps_an_act_whose_frame_tells_who_does_it(type_: str, text: str) -> None:
    assert type_ in [one.type for one in only(read(text, "ar"), Event)]


def test_a_march_called_for_is_to_come() -> None:
    text = "دعا حزب العمل آلاف أنصاره إلى مسيرة في نواكشوط وإلى إضراب عام ضد الغلاء."
    found = [one for one in only(read(text, "ar"), Event) if one.type == "PROTEST"]
    assert [one.flags for one in found] == [("future",)]


def test_a_frame_with_an_unknown_flag_is_an_error_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[event_frames]\nbad = { type = "PROTEST", pattern = "protest", flag = "perhaps" }\n')
    with pytest.raises(LexiconError, match=r"own\.toml:2.*perhaps"):
        EventCoder(load_lexicon([own]))
