"""Dates are read as a reader reads them: in three languages, with the basis on record, and never from rhetoric."""

from datetime import date, timedelta

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import CodingError
from marsad.base.script import tokenize
from marsad.coding.dates import dates_json, find_dates
from marsad.coding.dates_words import LOCALES

SATURDAY = date(2023, 3, 4)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def read(lang: str, text: str, reference: date | None = SATURDAY) -> list[str]:
    """Each date as start/end, or as one day."""
    found = find_dates(text, reference, lang)
    return [str(d.start) if d.start == d.end else f"{d.start}/{d.end}" for d in found]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("ar", "أمس الجمعة", "2023-03-03"),
        ("ar", "أول أمس", "2023-03-02"),
        ("ar", "الجمعة الماضي", "2023-03-03"),
        ("ar", "يوم الجمعة 3 مارس 2023", "2023-03-03"),
        ("ar", "قبل أسبوع", "2023-02-25"),
        ("ar", "منذ سنتين", "2021-03-04"),
        ("ar", "13 و14 يونيو 2022", "2022-06-13/2022-06-14"),
        ("ar", "3 مارس/آذار 2023", "2023-03-03"),
        ("ar", "الثالث من مارس", "2023-03-03"),
        ("ar", "١٣ يونيو ٢٠٢٢", "2022-06-13"),
        ("ar", "12 كانون الأول/ديسمبر 2022", "2022-12-12"),
        ("ar", "العاشر من غشت الماضي", "2022-08-10"),
        ("ar", "الأسبوع الماضي", "2023-02-20/2023-02-26"),
        ("ar", "خلال الأيام الثلاثة الماضية", "2023-03-01/2023-03-03"),
        ("ar", "في الربع الأول من 2022", "2022-01-01/2022-03-31"),
        ("ar", "بين 3 و7 فبراير 2023", "2023-02-03/2023-02-07"),
        ("ar", "15 رمضان 1444", "2023-04-06"),
        ("ar", "في ثمانينيات القرن الماضي", "1980-01-01/1989-12-31"),
        ("ar", "منذ عام 2012", "2012-01-01/2012-12-31"),
        ("ar", "أعلن الجيش اليوم السبت", "2023-03-04"),
        ("fr", "hier vendredi", "2023-03-03"),
        ("fr", "vendredi dernier", "2023-03-03"),
        ("fr", "du 13 au 14 juin", "2022-06-13/2022-06-14"),
        ("fr", "13 et 14 juin 2022", "2022-06-13/2022-06-14"),
        ("fr", "le 1er août 2022", "2022-08-01"),
        ("fr", "il y a deux semaines", "2023-02-18"),
        ("fr", "l'an dernier", "2022-01-01/2022-12-31"),
        ("fr", "l'été dernier", "2022-06-01/2022-08-31"),
        ("fr", "dans les années 1990", "1990-01-01/1999-12-31"),
        ("fr", "dans la nuit de jeudi à vendredi", "2023-03-02/2023-03-03"),
        ("fr", "le week-end dernier", "2023-02-25/2023-02-26"),
        ("en", "last Friday", "2023-03-03"),
        ("en", "Friday, March 3", "2023-03-03"),
        ("en", "the past two weeks", "2023-02-18/2023-03-03"),
        ("en", "next 3 days", "2023-03-05/2023-03-07"),
        ("en", "from January to March 2022", "2022-01-01/2022-03-31"),
        ("en", "3-5 March 2023", "2023-03-03/2023-03-05"),
        ("en", "the day before yesterday", "2023-03-02"),
        ("en", "the second week of February", "2023-02-06/2023-02-12"),
        ("en", "2022-06-13", "2022-06-13"),
        ("en", "in 2014-2018", "2014-01-01/2018-12-31"),
    ],
)
def test_an_expression_means_these_days(lang: str, text: str, days: str) -> None:
    assert read(lang, text) == [days]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "في عالم اليوم تغيرت الأمور"),
        ("ar", "في منطقة تحولت اليوم إلى ساحة صراع"),
        ("ar", "الدولة التي انسحب جيشها اليوم تركت فراغا"),
        ("ar", "الربيع العربي"),
        ("ar", "مارس الضغط على الحكومة"),
        ("ar", "مديرة الاستخبارات الوطنية أفريل هاينز"),
        ("ar", "قال رمضان عبد الله"),
        ("ar", "قال الأمين العام الحالي للمنظمة"),
        ("fr", "il a été tué par un soldat"),
        ("fr", "la France d'aujourd'hui"),
        ("fr", "2000 personnes et sept blessés"),
        ("en", "They may attack, and soldiers march"),
        ("en", "today's world"),
        ("en", "a second attack killed 20 people"),
    ],
)
def test_rhetoric_and_look_alikes_are_no_dates(lang: str, text: str) -> None:
    assert read(lang, text) == []


@pytest.mark.parametrize(("lang", "text"), [("ar", "يوم الجمعة"), ("fr", "hier vendredi"), ("en", "last week"), ("en", "on 3 March")])
def test_without_a_reference_day_relative_words_stay_unknown(lang: str, text: str) -> None:
    found = find_dates(text, None, lang)
    assert [(d.start, d.end, d.basis) for d in found] == [(None, None, "unknown")]
    assert found[0].range.basis == "unknown"


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_every_cldr_month_name_of_the_locales_is_read(lang: str) -> None:
    for name in LOCALES[lang]:
        for month, word in Locale.parse(name).months["format"]["wide"].items():
            assert read(lang, f"13 {word} 2022") == [f"2022-{month:02d}-13"], word


@given(DAYS, st.sampled_from([("ar", "ar"), ("ar", "ar_MA"), ("ar", "ar_LB"), ("fr", "fr"), ("en", "en")]))
def test_a_written_day_is_read_back_without_a_reference(day: date, spoken: tuple[str, str]) -> None:
    month = Locale.parse(spoken[1]).months["format"]["wide"][day.month]
    found = find_dates(f"{day.day} {month} {day.year}", None, spoken[0])
    assert [(d.start, d.end, d.basis, d.precision) for d in found] == [(day, day, "stated", "day")]
    assert [d.start for d in find_dates(day.isoformat(), None, spoken[0])] == [day]


@given(DAYS, st.integers(1, 400))
def test_days_ago_count_back_from_the_reference(reference: date, count: int) -> None:
    for lang, text in (("ar", f"قبل {count} يوما"), ("fr", f"il y a {count} jours"), ("en", f"{count} days ago")):
        assert [d.start for d in find_dates(text, reference, lang)] == [reference - timedelta(days=count)]


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_the_latest_one_up_to_the_reference(reference: date, weekday: int) -> None:
    word = Locale.parse("ar").days["format"]["wide"][weekday]
    (found,) = find_dates(f"وقع الهجوم {word}", reference, "ar")
    assert found.start is not None
    assert found.start.weekday() == weekday
    assert 0 <= (reference - found.start).days < 7


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_lies_in_the_past_year(reference: date, month: int, day: int) -> None:
    word = Locale.parse("fr").months["format"]["wide"][month]
    (found,) = find_dates(f"le {day} {word}", reference, "fr")
    assert found.start is not None
    assert (found.start.month, found.start.day) == (month, day)
    assert 0 <= (reference - found.start).days <= 366


WORDS = [
    "13", "14", "2022", "يونيو", "الجمعة", "اليوم", "أمس", "من", "إلى", "و", "قبل", "أسبوع", "الماضي", "hier", "vendredi", "du",
    "au", "juin", "il", "y", "a", "last", "week", "of", "May", "to", "3/4", "-", ",", ".", "\u200f", "1444", "رمضان",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(["ar", "fr", "en"]), st.none() | DAYS)
def test_any_order_of_date_words_gives_sound_spans_and_intervals(words: list[str], lang: str, reference: date | None) -> None:
    check(" ".join(words), lang, reference)


@given(st.text(max_size=60), st.sampled_from(["ar", "fr", "en"]), st.none() | st.dates())
def test_any_text_gives_sound_spans_and_intervals(text: str, lang: str, reference: date | None) -> None:
    check(text, lang, reference)


def check(text: str, lang: str, reference: date | None) -> None:
    last = 0
    assert find_dates(text, reference, lang, tokens=tokenize(text, 70), base=70) == find_dates(text, reference, lang)
    for found in find_dates(text, reference, lang):
        assert last <= found.span.start < found.span.end
        assert found.text == found.span.of(text)
        assert (found.start is None) == (found.end is None) == (found.basis == "unknown")
        assert found.start is None or found.end is None or found.start <= found.end
        last = found.span.end


@pytest.mark.parametrize("unit", ["1 ", "13 و", "lundi et ", "1/", "2022-", "jan ", "قبل يوم و", "the first ", "- "])
def test_a_very_long_run_of_date_words_ends(unit: str) -> None:
    for lang in ("ar", "fr", "en"):
        assert find_dates(unit * (6_000 // len(unit)), SATURDAY, lang) is not None


def test_a_line_of_cases_gives_its_dates() -> None:
    case = {"text": "hier vendredi", "reference": "2023-03-04", "lang": "fr"}
    day = {"start": "2023-03-03", "end": "2023-03-03", "span": [0, 13], "basis": "resolved"}
    assert dates_json(7, case) == {"line": 7, "dates": [day]}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ([], "line 3: not an object"),
        ({"lang": "fr"}, 'line 3: no "text"'),
        ({"text": "hier", "lang": "de"}, "line 3: \"lang\" is 'de'"),
        ({"text": "hier", "lang": "fr", "reference": "4 mars"}, "line 3: reference '4 mars' is no day"),
        ({"text": "hier", "lang": "fr", "reference": 5}, "line 3: reference 5 is no day"),
    ],
)
def test_a_bad_line_says_what_to_write(case: object, said: str) -> None:
    with pytest.raises(CodingError, match=said):
        dates_json(3, case)  # type: ignore[arg-type]
