"""Messages and numbers in three languages: none missing, none unused, every inserted run isolated."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from hypothesis import given
from hypothesis import strategies as st

import marsad.briefs
from marsad.base.errors import BriefError
from marsad.base.findings import YARDSTICK
from marsad.base.records import PLOVER_TYPES, DateRange, Flag, Form, SourceKind
from marsad.briefs.words import JOINER, LANGUAGES, LRI, PDI, RLI, Words, bare, isolate

FOLDER = Path(marsad.briefs.__file__).parent

FAMILIES = {
    "type-": PLOVER_TYPES,
    "flag-": get_args(Flag),
    "form-": get_args(Form),
    "kind-": get_args(SourceKind),
    "status-": ("0", "1", "2", "3", "unknown", "superseded"),
    "violence-": ("state-based", "non-state", "one-sided"),
    "likelihood-": tuple(step.key for step in YARDSTICK),
    "language-": LANGUAGES,
}
"""Messages whose name is put together from a record's value: each value needs one."""


def messages(language: str) -> dict[str, ftl.Message]:
    texts = [path.read_text("utf-8") for path in sorted((FOLDER / "messages").glob(f"{language}*.ftl"))]
    assert len(texts) == 4
    parsed = FluentParser().parse("\n".join(texts))
    assert not [entry for entry in parsed.body if isinstance(entry, ftl.Junk)]
    found = [entry for entry in parsed.body if isinstance(entry, ftl.Message)]
    assert len({m.id.name for m in found}) == len(found)
    return {message.id.name: message for message in found}


def names_in(node: object, kind: type) -> set[str]:
    """Names of all references of one kind below a node."""
    if isinstance(node, kind):
        return {node.id.name}  # type: ignore[attr-defined]
    if isinstance(node, list):
        return {name for item in node for name in names_in(item, kind)}
    if isinstance(node, ftl.BaseNode):
        return {name for value in vars(node).values() for name in names_in(value, kind)}
    return set()


def said_in_code() -> tuple[set[str], set[str]]:
    """Message names that the code says outright, and beginnings of those it puts together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z]+[a-z0-9-]*", node.value):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    return whole, begun


def test_the_three_languages_hold_the_same_messages() -> None:
    arabic, french, english = (set(messages(language)) for language in LANGUAGES)
    assert arabic == french == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_asks_for_the_same_values_in_every_language(language: str) -> None:
    english = messages("en")
    for name, message in messages(language).items():
        values, wanted = names_in(message, ftl.VariableReference), names_in(english[name], ftl.VariableReference)
        # a plural form may spell its number out: one, two
        assert values == wanted, name


def test_every_message_is_said_somewhere() -> None:
    whole, begun = said_in_code()
    referred = {name for message in messages("en").values() for name in names_in(message, ftl.MessageReference)}
    unused = {name for name in messages("en") if name not in whole | referred and not any(b and name.startswith(b) for b in begun)}
    assert unused == set()


def test_every_value_of_a_record_has_its_word() -> None:
    for language in LANGUAGES:
        held = messages(language)
        missing = [prefix + value for prefix, values in FAMILIES.items() for value in values if prefix + value not in held]
        assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_message_or_value_is_an_error(language: str) -> None:
    words = Words(language)  # type: ignore[arg-type]
    with pytest.raises(BriefError, match="no message"):
        words.say("there-is-no-such-message")
    with pytest.raises(BriefError, match="brief-title"):
        words.say("brief-title")


def test_arabic_uses_its_six_plural_forms() -> None:
    words = Words("ar")
    said = [bare(words.say("deaths", count=count)) for count in (0, 1, 2, 3, 11, 100)]
    assert said == ["لا قتلى", "قتيل واحد", "قتيلان", "3 قتلى", "11 قتيلا", "100 قتيل"]


def test_months_follow_the_region() -> None:
    august = 560
    assert bare(Words("ar").month(august)) == "أغسطس 2026"
    assert bare(Words("ar", "MA").month(august)) == "غشت 2026"
    assert bare(Words("fr").month(august)) == "août 2026"


def test_numbers_follow_the_language() -> None:
    assert [bare(Words(language).number(1234567.5, 1)) for language in LANGUAGES] == ["1,234,567.5", "1\u202f234\u202f567,5", "1,234,567.5"]
    assert bare(Words("ar", "MA").number(1234567.5, 1)) == "1.234.567,5"


@pytest.mark.parametrize("language", LANGUAGES)
@given(low=st.integers(0, 10**6), width=st.integers(0, 10**6))
def test_a_range_is_one_run_from_low_to_high(language: str, low: int, width: int) -> None:
    said = Words(language).between(low, low + width)  # type: ignore[arg-type]
    assert said.startswith(LRI)
    assert said.endswith(PDI)
    first, last = (re.sub(r"\D", "", part) for part in said.split("–"))
    assert (int(first), int(last)) == (low, low + width)
    assert f"–{JOINER}" in said  # a line may not break at its dash


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_is_plain_without_its_marks(language: str) -> None:
    words = Words(language)  # type: ignore[arg-type]
    assert (bare(words.between(3, 12)), bare(words.share_range(0.1, 0.2))[:5]) == ("3–12", "10–20")


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.floats(0, 1))
def test_a_chance_is_never_shown_as_nought_or_certainty(language: str, p: float) -> None:
    digits = re.sub(r"\D", "", Words(language).chance(p))  # type: ignore[arg-type]
    assert 1 <= int(digits) <= 99


@given(st.text(max_size=30))
def test_isolates_come_off_again(text: str) -> None:
    clean = bare(text)
    assert bare(isolate(clean)) == clean


def test_an_isolate_goes_by_the_first_letter_even_inside_another_isolate() -> None:
    assert isolate(f"{RLI}مالي{PDI} (12)").startswith(RLI)
    assert isolate("2026-05").startswith(LRI)


def test_days_are_told_no_finer_than_known() -> None:
    def day(d: int, month: int = 6) -> date:
        return date(2022, month, d)

    words = Words("en")
    assert bare(words.days(DateRange(day(13), day(14)))) == "13 to 14 June 2022"
    assert bare(words.days(DateRange(day(30), day(2, 7)))) == "30 June to 2 July 2022"
    assert bare(words.days(DateRange(day(1), day(30), "month"))) == "June 2022"
    assert bare(words.days(DateRange(None, None, "unknown"))) == "date unknown"
    assert bare(Words("ar").days(DateRange(day(13), day(14)))) == "من 13 إلى 14 يونيو 2022"


def test_likelihood_words_are_bound_to_the_same_steps_in_every_language() -> None:
    golden = {
        "almost-none": ("شبه مستبعد تماما", "quasi exclu", "almost no chance"),
        "very-unlikely": ("مستبعد جدا", "très improbable", "very unlikely"),
        "unlikely": ("مستبعد", "improbable", "unlikely"),
        "even": ("متساوي الاحتمالين تقريبا", "une chance sur deux environ", "roughly even chance"),
        "likely": ("مرجَّح", "probable", "likely"),
        "very-likely": ("مرجَّح جدا", "très probable", "very likely"),
        "almost-certain": ("شبه مؤكد", "quasi certain", "almost certain"),
    }
    assert {step.key: tuple(Words(language).say(f"likelihood-{step.key}") for language in LANGUAGES) for step in YARDSTICK} == golden


def test_a_change_that_rounds_to_nothing_has_no_sign() -> None:
    assert [bare(Words("en").change(share)) for share in (-0.004, 0.0, 0.004, 0.006, -0.31)] == ["0%", "0%", "0%", "+1%", "−31%"]
