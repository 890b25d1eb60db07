"""Numbers are read as a reader reads them, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import LexiconError
from marsad.base.script import tokenize
from marsad.coding.numbers import find_numbers
from marsad.coding.numbers_words import words_of

UNITS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english(n: int) -> str:
    """The number in words, below a million."""
    if n < 20:
        return UNITS[n]
    if n < 100:
        return TENS[n // 10] + ("-" + UNITS[n % 10] if n % 10 else "")
    if n < 1000:
        return UNITS[n // 100] + " hundred" + (" and " + english(n % 100) if n % 100 else "")
    return english(n // 1000) + " thousand" + (" " + english(n % 1000) if n % 1000 else "")


@given(st.integers(1, 999_999))
def test_an_english_number_in_words_is_read_back(n: int) -> None:
    assert [found.value for found in find_numbers(f"they say {english(n)} people", "en")] == [n]


@given(st.integers(0, 10**12))
def test_digits_with_group_marks_are_read_back(n: int) -> None:
    grouped = f"{n:,}"
    assert [found.value for found in find_numbers(grouped, "en")] == [n]
    assert [found.value for found in find_numbers(grouped.replace(",", "\u202f"), "fr")] == [n]
    eastern = grouped.replace(",", "٬").translate({48 + d: 0x660 + d for d in range(10)})
    assert [found.value for found in find_numbers(eastern, "ar")] == [n]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("ar", "ثلاثمائة وخمسة وعشرون", [325]),
        ("ar", "نحو ألفي شخص وثلاثة آلاف وخمسمئة وأحد عشر", [2000, 3511]),
        ("ar", "قتيلان و14 جريحا", [2, 14]),
        ("ar", "إحدى عشرة قرية واثنا عشر جنديا", [11, 12]),
        ("ar", "أكثر من 15 ألف شخص", [15000]),
        ("ar", "مئتان وسبعة وأربعون مدنيا", [247]),
        ("ar", "خلال يومين", [2]),
        ("ar", "١٢٫٥ مليون", [12_500_000]),
        ("fr", "soixante et onze, quatre-vingt-onze, quatre-vingts", [71, 91, 80]),
        ("fr", "deux mille vingt-deux soldats", [2022]),
        ("fr", "1.200 et 12 500 morts", [1200, 12500]),
        ("fr", "vingt et une personnes, cent six et une douzaine", [21, 106, 12]),
        ("fr", "3,5 millions de déplacés", [3_500_000]),
        ("en", "two hundred and five, a dozen, half a dozen", [205, 12, 6]),
        ("en", "nineteen hundred, 3 hundred and 21", [1900, 321]),
        ("en", "a hundred people, three and four", [100, 3, 4]),
        ("en", "10k and 10M but 25ml", [10_000, 10_000_000]),
        ("en", "minus five point five", [-5.5]),
        ("ar", "أحد وثمانون ألفا وخمس مائة وثمانية وأربعون", [81_548]),
        ("ar", "مائة وأحد وأربعين مليونا", [141_000_000]),
        ("ar", "أحد عشر ألفا وثلاثمائة", [11_300]),
        ("ar", "ثلاثة ونصف مليون", [3_500_000]),
        ("fr", "cent et un, trois cents et deux cents", [101, 300, 200]),
        ("fr", "cinq mille cent deux, négatif un", [5102, -1]),
        ("en", "two point five million, five and a half million", [2_500_000, 5_500_000]),
        ("en", "1e10 and 3 dzs", [10**10, 36]),
        ("en", "three hundred and two hundred", [300, 200]),
        ("fr", "une armée, un village", []),
        ("ar", "واشنطن وباريس", []),
    ],
)
def test_numbers_in_running_text(lang: str, text: str, values: list[float]) -> None:
    assert [found.value for found in find_numbers(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text", "least"),
    [("ar", "عشرات المدنيين", 20), ("ar", "مئات الآلاف", 200_000), ("fr", "des dizaines de morts", 20), ("en", "tens of thousands", 20_000),
     ("en", "at least 12 dead", 12), ("fr", "une vingtaine de blessés", 20), ("ar", "ما لا يقل عن 12 قتيلا", 12)],
)  # fmt: skip
def test_vague_numbers_are_flagged_with_the_least_they_mean(lang: str, text: str, least: int) -> None:
    assert [(found.value, found.approximate) for found in find_numbers(text, lang)] == [(least, True)]


@given(st.text(max_size=80), st.sampled_from(["ar", "fr", "en"]))
def test_every_number_is_the_text_under_its_span_and_none_overlap(text: str, lang: str) -> None:
    last = 0
    assert find_numbers(text, lang, tokens=tokenize(text, 70), base=70) == find_numbers(text, lang)
    for found in find_numbers(text, lang):
        assert found.span.start >= last
        assert found.text == found.span.of(text)
        last = found.span.end


@pytest.mark.parametrize("unit", ["1 ", "1,", "ثلاثة و", "twenty ", "mille ", "٣،", "half a ", "- 5", "two hundred "])
def test_a_very_long_run_of_number_words_ends(unit: str) -> None:
    for lang in ("ar", "fr", "en"):
        assert find_numbers(unit * (20_000 // len(unit)), lang) is not None


def test_an_unknown_section_of_the_lexicon_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from marsad.coding import numbers_words

    monkeypatch.setattr(numbers_words, "KINDS", ("small",))
    words_of.cache_clear()
    with pytest.raises(LexiconError, match="is not one of small"):
        words_of("fr")
    monkeypatch.undo()
    assert find_numbers("deux", "fr")[0].value == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("مليونان ونصف", [2_500_000]),
        ("ألفان ونصف", [2_500]),
        ("مليون ونصف", [1_500_000]),
        ("الثاني عشر من مايو", []),
        ("قتل اثنا عشر", [12]),
    ],
)
def test_a_half_is_of_one_unit_and_an_ordinal_counts_nothing(text: str, values: list[int]) -> None:
    assert [found.value for found in find_numbers(text, "ar")] == values
