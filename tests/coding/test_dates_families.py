"""Each family of date expressions is read alike in the three languages; the sentences are the project's own."""

import calendar
from datetime import date

import pytest
from babel import Locale

from marsad.coding.calendar_days import Partial, resolve
from marsad.coding.dates import dates_json, find_dates

WEDNESDAY = date(2023, 3, 15)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SENTENCES = {"ar": "سيحدث ذلك {}", "fr": "Cela arrivera {}", "en": "It will happen {}"}

FAMILIES = [
    ("2023-03-17", "بعد غد", "après-demain", "the day after tomorrow"),
    ("2023-03-13", "أول أمس", "avant-hier", "the day before yesterday"),
    ("2023-03-16", "اليوم التالي", "le lendemain", "the following day"),
    ("2023-03-14", "اليوم السابق", "la veille", "the day before"),
    ("2023-03-12", "منذ 3 أيام", "il y a trois jours", "three days ago"),
    ("2023-03-04", "قبل أحد عشر يومًا", "il y a onze jours", "eleven days ago"),
    ("2021-02-15", "قبل سنتين وشهر", "il y a deux ans et un mois", "two years and a month ago"),
    ("2025-05-06", "بعد سنتين وشهر و21 يوما", "dans 2 ans, 1 mois et 21 jours", "2 years 1 month 21 days later"),
    ("2023-03-18", "يومان بعد الغد", "deux jours après demain", "two days after tomorrow"),
    ("2023-03-12", "يومان قبل أمس", "deux jours avant hier", "two days before yesterday"),
    ("2023-03-21", "بعد 4 أيام عمل", "dans 4 jours ouvrables", "in four business days"),
    ("2023-03-26", "الأحد من الأسبوع القادم", "dans deux dimanches", "two Sundays from now"),
    ("2022-07-01", "أول جمعة في يوليو", "le premier vendredi de juillet", "the first Friday in July"),
    ("2022-04-25", "آخر اثنين في أبريل", "le dernier lundi d'avril", "the last Monday in April"),
    ("2022-01-07", "أول جمعة من عام 2022", "le premier vendredi de 2022", "the first Friday of 2022"),
    ("2016-01-12", "يوم الثلاثاء الموافق 12 يناير 2016", "le mardi 12 janvier 2016", "Tuesday 12th of January 2016"),
    ("2023-01-23", "في الثالث والعشرين من يناير", "le vingt-trois janvier", "on the twenty-third of January"),
    ("2015-08-12", "20150812", "20150812", "2015-08-12"),
    ("2016-10-03", "3 أكتوبر ألفين وستة عشر", "3 octobre deux mille seize", "October 3 two thousand sixteen"),
    ("2023-04-20", "20 من الشهر القادم", "le 20 du mois prochain", "the 20th of next month"),
    ("2023-03-22", "22 من الشهر الجاري", "le 22 courant", "the 22nd of this month"),
    ("2023-03-27/2023-04-02", "الأسبوع بعد القادم", "la semaine d'après la prochaine", "the week after next"),
    ("2023-03-12/2023-03-14", "آخر ثلاثة أيام", "ces trois derniers jours", "last 3 days"),
    ("2023-03-16/2023-03-29", "الأسبوعان المقبلان", "les deux semaines à venir", "the coming two weeks"),
    ("2023-03-15/2023-03-16", "من اليوم إلى الغد", "d'aujourd'hui à demain", "from today to tomorrow"),
    ("2023-03-15/2023-03-22", "من اليوم إلى 22 مارس", "d'aujourd'hui au 22 mars", "from today until March 22"),
    ("2022-11-19/2022-11-20", "بين 19 و20 نوفمبر", "entre le 19 et 20 novembre", "between 19 and 20 November"),
    ("2000-01-01/2014-12-31", "من ألفين إلى ألفين وأربعة عشر", "de 2000 à 2014", "from 2000 to 2014"),
    ("2022-07-25/2022-07-31", "الأسبوع الأخير من يوليو", "la dernière semaine de juillet", "the last week of July"),
    ("2022-05-16/2022-05-22", "الأسبوع 20 من 2022", "la semaine 20 de 2022", "week 20 of 2022"),
    ("2022-05-16/2022-05-22", "الأسبوع العشرون من عام 2022", "la vingtième semaine de 2022", "the 20th week of 2022"),
    ("2022-10-01/2022-12-31", "الربع الأخير من العام الماضي", "le dernier trimestre de l'année dernière", "last quarter"),
    ("2022-03-01/2022-03-15", "النصف الأول من مارس 2022", "la première moitié de mars 2022", "the first half of March 2022"),
    ("2000-01-01/2009-12-31", "العقد الأول من القرن الحادي والعشرين", "les années deux mille", "the 2000s"),
    ("1800-01-01/1899-12-31", "القرن التاسع عشر", "le XIXe siècle", "the nineteenth century"),
    ("1800-01-01/1899-12-31", "القرن 19", "le dix-neuvième siècle", "the 19th century"),
    ("2030-01-01/2039-12-31", "العقد القادم", "la prochaine décennie", "in the next decade"),
    ("2023-03-16/2023-03-31", "نهاية الشهر", "à la fin du mois", "by the end of the month"),
    ("2023-01-01/2023-03-15", "منذ بداية العام", "depuis le début de l'année", "year to date"),
    ("2023-03-06", "بعد ثلاثة أيام من 3 مارس", "trois jours après le 3 mars", "three days after 3 March"),
    ("2022-06-08", "قبل أسبوع من 15 يونيو 2022", "une semaine avant le 15 juin 2022", "a week before 15 June 2022"),
    ("2022-12-25", "في عيد الميلاد", "à Noël", "at Christmas"),
    ("2022-05-02", "في عيد الفطر", "pour l'Aïd el-Fitr", "on Eid al-Fitr"),
    ("2021-07-20", "عيد الأضحى 2021", "l'Aïd al-Adha 2021", "Eid al-Adha 2021"),
    ("2021-09-15", "قبل سنة ونصف", "il y a un an et demi", "a year and a half ago"),
    ("2023-01-15", "قبل نحو شهرين", "il y a environ deux mois", "about two months ago"),
    ("2022-12-31", "في آخر يوم من العام الماضي", "le dernier jour de l'année dernière", "on the last day of last year"),
    ("2022-03-01/2022-04-30", "في مارس وأبريل 2022", "en mars et avril 2022", "in March and April 2022"),
    ("2023-03-15/2023-12-31", "ما تبقى من العام", "le reste de l'année", "later in the year"),
    ("2022-01-01/2022-06-30", "خلال الأشهر الستة الأولى من عام 2022", "les six premiers mois de 2022", "in the first six months of 2022"),
    ("2022-10-01/2022-12-31", "في الأشهر الثلاثة الأخيرة من 2022", "les trois derniers mois de 2022", "the last three months of 2022"),
    ("2022-11-01/2022-11-10", "العشرة أيام الأولى من نوفمبر", "les dix premiers jours de novembre", "the first ten days of November"),
    ("2023-03-13/2023-03-14", "يومي الاثنين والثلاثاء", "lundi et mardi", "Monday and Tuesday"),
    ("2022-11-03/2022-11-05", "أيام 3 و4 و5 نوفمبر", "les 3, 4 et 5 novembre", "November 3, 4 and 5"),
    ("2022-11-16/2022-11-30", "في نهاية شهر نوفمبر", "à la fin du mois de novembre", "at the end of November"),
    ("2022-10-16/2022-11-20", "من أواخر أكتوبر إلى منتصف نوفمبر", "de fin octobre à mi-novembre", "from late October until mid-November"),
    ("2023-03-10", "هذا الجمعة 10 مارس", "ce vendredi 10 mars", "this Friday, March 10"),
    ("2023-03-16/2023-03-22", "أسبوع ابتداء من الغد", "une semaine à partir de demain", "a week starting tomorrow"),
]


@pytest.mark.parametrize("family", FAMILIES, ids=[row[3] for row in FAMILIES])
def test_a_family_means_the_same_days_in_three_languages(family: tuple[str, str, str, str]) -> None:
    days, *words = family
    for lang, said in zip(("ar", "fr", "en"), words, strict=True):
        found = find_dates(SENTENCES[lang].format(said), WEDNESDAY, lang)
        read = [str(d.start) if d.start == d.end else f"{d.start}/{d.end}" for d in found]
        assert read == [days], said


@pytest.mark.parametrize("family", FAMILIES, ids=[row[3] for row in FAMILIES])
def test_without_a_reference_nothing_is_guessed(family: tuple[str, str, str, str]) -> None:
    for lang, said in zip(("ar", "fr", "en"), family[1:], strict=True):
        for found in dates_json(0, {"text": SENTENCES[lang].format(said), "reference": None, "lang": lang})["dates"]:
            assert (found["start"] is None) == (found["basis"] == "unknown"), said


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the day before the attack"),
        ("fr", "la veille de l'attaque"),
        ("ar", "أحد القادة"),
        ("en", "they sent two soldiers back"),
        ("fr", "il est rentré tard"),
    ],
)
def test_words_that_hang_on_an_event_are_no_dates(lang: str, text: str) -> None:
    assert find_dates(text, WEDNESDAY, lang) == []


ARABIC = [
    ("2022-05-01", "فاتح ماي 2022"),
    ("2023-03-13/2023-03-14", "ليلة الاثنين الثلاثاء"),
    ("2023-03-13/2023-03-14", "يومي الاثنين والثلاثاء الماضيين"),
    ("2023-03-13", "أمس الأول"),
    ("2023-03-14", "الليلة الماضية"),
    ("2023-02-27/2023-03-05", "الأسبوع قبل الماضي"),
    ("2023-01-01/2023-01-31", "الشهر قبل الماضي"),
    ("2021-01-01/2021-12-31", "العام قبل الماضي"),
    ("2023-03-03", "الجمعة قبل الماضية"),
    ("2023-05-01/2023-05-31", "الشهر بعد المقبل"),
    ("2023-03-13/2023-03-19", "طيلة الأسبوع"),
    ("2023-01-01/2023-12-31", "خلال العام"),
    ("2023-03-15/2023-03-21", "خلال أسبوع"),
    ("2010-01-01/2015-12-31", "بين عامي 2010 و2015"),
    ("2022-03-01/2022-05-31", "بين شهري مارس ومايو 2022"),
    ("2023-03-15", "يوم 15"),
    ("2022-06-24", "الجمعة الأخيرة من يونيو"),
    ("2023-04-19", "الأربعاء الثالث من الشهر المقبل"),
    ("2022-06-05", "يوم الأحد المقبل 5 يونيو"),
    ("2023-03-15", "بعد يومين من أمس الأول"),
    ("2023-03-16/2023-03-31", "نهاية الشهر"),
    ("2023-03-15/2023-03-31", "باقي الشهر"),
    ("2022-02-01", "2022 فبراير 1"),
]


@pytest.mark.parametrize("case", ARABIC, ids=[str(at) for at in range(len(ARABIC))])
def test_an_arabic_expression_is_read_alike_at_the_end_and_inside_a_sentence(case: tuple[str, str]) -> None:
    days, said = case
    for sentence in (f"حدث ذلك {said}", f"حدث ذلك {said} في المدينة", f"وقالت المصادر إن ذلك حدث {said}، وفق بيان."):
        read = [str(d.start) if d.start == d.end else f"{d.start}/{d.end}" for d in find_dates(sentence, WEDNESDAY, "ar")]
        assert read == [days], sentence


ORDINALS = [
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي عشر", "الثاني عشر",
    "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرين", "الحادي والعشرين",
    "الثاني والعشرين", "الثالث والعشرين", "الرابع والعشرين", "الخامس والعشرين", "السادس والعشرين", "السابع والعشرين", "الثامن والعشرين",
    "التاسع والعشرين", "الثلاثين", "الحادي والثلاثين",
]  # fmt: skip


@pytest.mark.parametrize("month", range(1, 13))
def test_every_ordinal_day_of_every_month_in_every_calendar_name(month: int) -> None:
    days_of_month = calendar.monthrange(2022, month)[1]
    for locale in ("ar", "ar_MA", "ar_DZ", "ar_MR", "ar_SY"):
        name = Locale.parse(locale).months["format"]["wide"][month]
        for day in range(1, days_of_month + 1):
            for said in (f"{ORDINALS[day - 1]} من {name} 2022", f"{day} {name} 2022", f"{str(day).translate(EASTERN)} {name} ٢٠٢٢"):
                found = find_dates(f"وقع الهجوم في {said} شمال البلاد", WEDNESDAY, "ar")
                assert [(d.start, d.end) for d in found] == [(date(2022, month, day), date(2022, month, day))], said


@pytest.mark.parametrize(
    ("partial", "first", "last", "basis"),
    [
        (Partial(1445, 9, hijri=True), date(2024, 3, 11), date(2024, 4, 9), "stated"),
        (
            Partial(1445, 9, 30, hijri=True),
            date(2024, 4, 9),
            date(2024, 4, 9),
            "stated",
        ),
        (Partial(1445, hijri=True), date(2023, 7, 19), date(2024, 7, 6), "stated"),
        (
            Partial(None, 9, 1, hijri=True),
            date(2024, 3, 11),
            date(2024, 3, 11),
            "resolved",
        ),
    ],
)
def test_islamic_dates_cover_their_month_and_year_by_the_umm_al_qura_calendar(
    partial: Partial, first: date, last: date, basis: str
) -> None:
    found = resolve(partial, date(2024, 5, 16))
    assert found is not None
    assert (found.start, found.end, found.basis) == (first, last, basis)


def test_an_islamic_month_of_29_days_has_no_thirtieth() -> None:
    assert resolve(Partial(1445, 10, 30, hijri=True), date(2024, 5, 16)) is None


@pytest.mark.parametrize(
    ("lang", "text", "precision"),
    [
        ("en", "It ended two months ago", "month"),
        ("fr", "Cela a pris fin il y a trois ans", "year"),
        ("en", "It ended a year and two weeks ago", "week"),
    ],
)
def test_a_day_counted_back_is_as_fine_as_the_finest_unit(lang: str, text: str, precision: str) -> None:
    (found,) = find_dates(text, WEDNESDAY, lang)
    assert found.precision == precision
