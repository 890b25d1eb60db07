"""Reports of official meetings: what was dealt with by any verb, what an earlier meeting left to do, who was at home, who came along."""
# ruff: noqa: E501 - a sentence of a report is kept whole beside what is read from it

from __future__ import annotations

from datetime import date

import pytest
from coded import only, read

from marsad.base.records import Engagement, Event

PLAIN = {
    "ar": "استقبل وزير الداخلية التونسي كمال العياري، أمس الأربعاء بتونس، نظيره الليبي عماد الفيتوري. ",
    "fr": "Le ministre togolais de la Sécurité, Komla Agbo, a reçu mercredi à Lomé son homologue béninois, Alain Dossou. ",
    "en": "Ghana's interior minister, Kofi Asare, on Wednesday received in Accra his Togolese counterpart, Komla Agbo. ",
}


def first(text: str, lang: str) -> Engagement:
    return only(read(text, lang), Engagement)[0]


@pytest.mark.parametrize(
    ("lang", "more", "topics"),
    [
        ("ar", "وأوضح بيان للوزارة أن الجانبين قيما حركة العبور بين البلدين، ودرسا أسباب تأخر الشاحنات، كما تابعا إنجاز المعبر الجديد.",
         ["حركة العبور بين البلدين", "أسباب تأخر الشاحنات", "إنجاز المعبر الجديد"]),
        ("ar", "وتم خلال اللقاء استعراض التعاون الأمني بين البلدين، والتطرق إلى ملف الهجرة غير النظامية.",
         ["التعاون الأمني بين البلدين", "ملف الهجرة غير النظامية"]),
        ("ar", "وشكل اللقاء مناسبة لبحث سبل تأمين الحدود، ومناقشة التصدي لتهريب الوقود.", ["سبل تأمين الحدود", "التصدي لتهريب الوقود"]),
        ("fr", "Selon un communiqué, les deux ministres ont évalué la menace qui pèse sur le nord des deux pays et examiné les moyens d'y "
         "faire face.", ["la menace qui pèse sur le nord des deux pays", "les moyens d'y faire face"]),
        ("fr", "La rencontre a été l'occasion de faire le point sur les patrouilles conjointes et d'aborder la question des postes-frontières.",
         ["les patrouilles conjointes", "la question des postes-frontières"]),
        ("fr", "Au menu des échanges, la lutte contre le trafic de carburant, le vol de bétail et la formation des agents.",
         ["la lutte contre le trafic de carburant", "le vol de bétail", "la formation des agents"]),
        ("fr", "La situation des réfugiés a également été évoquée.", ["La situation des réfugiés"]),
        ("fr", "Il a été question, durant cette séance de travail, de la sécurité des convois, du vol de bétail et de la coopération judiciaire.",
         ["la sécurité des convois", "vol de bétail", "la coopération judiciaire"]),
        ("en", "According to a statement, the two ministers assessed the flow of fuel across the border, examined the causes of recent "
         "clashes and touched on the training of officers.",
         ["the flow of fuel across the border", "the causes of recent clashes", "the training of officers"]),
        ("en", "The visit was an opportunity to take stock of joint patrols and to discuss the fate of refugees.",
         ["joint patrols", "the fate of refugees"]),
        ("en", "Fuel smuggling was high on the agenda.", ["Fuel smuggling"]),
    ],
)  # fmt: skip
def test_each_object_of_a_verb_of_dealing_is_one_topic(lang: str, more: str, topics: list[str]) -> None:
    assert [topic.text for topic in first(PLAIN[lang] + more, lang).topics] == topics


@pytest.mark.parametrize(
    ("lang", "more"),
    [
        ("ar", "وتابع المتحدث حديثه عن الأسعار. وخرج الأهالي بحثا عن الماء."),
        ("fr", "Les députés ont examiné le budget de la Justice."),
        ("en", "Doctors examined the wounded. Parliament reviews the budget in June."),
    ],
)
def test_what_others_examine_is_no_topic(lang: str, more: str) -> None:
    assert first(PLAIN[lang] + more, lang).topics == ()


@pytest.mark.parametrize(
    ("lang", "more", "when", "host", "visitor"),
    [
        ("ar", "وتابع الجانبان تنفيذ ما اتفق عليه خلال زيارة المسؤول التونسي إلى طرابلس يومي 3 و4 أبريل 2024. واتفقا على فتح معبر جديد.",
         (date(2024, 4, 3), date(2024, 4, 4)), "LBY", "كمال العياري"),
        ("fr", "Les deux parties ont fait le point sur la mise en œuvre des décisions prises lors de la visite du ministre à Cotonou les 3 et "
         "4 avril 2024. Elles sont convenues d'ouvrir un nouveau poste.", (date(2024, 4, 3), date(2024, 4, 4)), "BEN", "Komla Agbo"),
        ("en", "The two sides followed up on the recommendations of a joint meeting held in Lome on 3 and 4 April 2024. They agreed to open a "
         "new post.", (date(2024, 4, 3), date(2024, 4, 4)), "Komla Agbo", "Kofi Asare"),
    ],
)  # fmt: skip
def test_what_an_earlier_meeting_left_to_do_is_followed_up_and_outcomes_stay_with_the_one_reported(
    lang: str, more: str, when: tuple[date, date], host: str, visitor: str
) -> None:
    meeting, earlier = only(read(PLAIN[lang] + more, lang), Engagement)
    assert [(link.rel, link.to) for link in meeting.links] == [("follow_up_of", earlier.id)]
    assert (earlier.date.start, earlier.date.end, earlier.host) == (*when, host)
    assert visitor in [one.name for one in earlier.participants]
    assert len(meeting.outcomes) == 1
    assert earlier.topics == earlier.outcomes == ()


def test_nobody_is_host_of_an_earlier_meeting_in_a_third_country() -> None:
    text = PLAIN["en"] + "They followed up on the decisions of a joint meeting held in Abuja on 3 April 2024."
    _, earlier = only(read(text, "en"), Engagement)
    assert earlier.host is None
    assert {one.country for one in earlier.participants} == {"GHA", "TGO"}


def test_a_meeting_looked_back_to_does_not_take_what_follows() -> None:
    text = (
        PLAIN["fr"]
        + "Le président béninois Luc Hounkpatin avait reçu en mars à Cotonou le chef d'état-major togolais, le général Yao Sena.\n"
        "Les deux parties ont convenu d'ouvrir un poste commun."
    )
    meeting, recalled = only(read(text, "fr"), Engagement)
    assert [len(one.outcomes) for one in (meeting, recalled)] == [1, 0]
    assert recalled.host == "Luc Hounkpatin"


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("ar", "استقبل مدير الأمن الموريتاني أحمد ولد عمر، أمس بنواكشوط، قائد الشرطة السنغالية مامادو فال، الذي كان مرفوقا بسفير السنغال في "
         "موريتانيا ووفد يضم ضباطا من الجمارك.",
         [("أحمد ولد عمر", "MRT"), ("مامادو فال", "SEN"), ("سفير السنغال في موريتانيا", "SEN"), ("وفد يضم ضباطا من الجمارك", "SEN")]),
        ("ar", "التقى وزير الخارجية المالي سيدي كانتي نظيره السنغالي أحمد فال بداكار.", [("سيدي كانتي", "MLI"), ("أحمد فال", "SEN")]),
        ("en", "Togo's security minister Komla Agbo on Monday received in Lome a delegation from Niger's National Intelligence Agency led by "
         "its director-general, Sani Lamine.", [("Komla Agbo", "TGO"), ("Sani Lamine", "NER")]),
    ],
)  # fmt: skip
def test_a_delegation_stands_on_its_own_and_names_end_before_a_place(lang: str, text: str, who: list[tuple[str, str]]) -> None:
    meeting = first(text, lang)
    assert [(one.name or one.office, one.country) for one in meeting.participants] == who
    assert meeting.place is not None
    assert meeting.place.lat is not None


def test_an_agency_with_a_national_name_keeps_the_whole_of_it() -> None:
    text = "Togo's security minister Komla Agbo received the director of Niger's National Intelligence Agency, Sani Lamine, in Lome."
    assert first(text, "en").participants[1].organisation == "Niger's National Intelligence Agency"


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("fr", "Le ministre est arrivé lundi 6 mai 2024 à Bamako.\nLe lendemain, un convoi a été attaqué près de Kayes par des hommes armés, "
         "faisant quatre morts.", date(2024, 5, 7)),
        ("fr", "Le ministre est arrivé lundi 6 mai 2024 à Bamako.\nLa veille, des hommes armés avaient attaqué un convoi près de Kayes, tuant "
         "trois soldats.", date(2024, 5, 5)),
        ("en", "The envoy arrived in Bamako on 6 May 2024.\nThe next day, gunmen attacked a convoy near Kayes, killing four soldiers.",
         date(2024, 5, 7)),
        ("en", "The envoy arrived in Bamako on 6 May 2024.\nTwo days later, gunmen attacked a convoy near Kayes, killing four soldiers.",
         date(2024, 5, 8)),
        ("ar", "وصل المبعوث إلى باماكو يوم 6 مايو 2024.\nوفي اليوم التالي، هاجم مسلحون قافلة قرب كايس وقتلوا أربعة جنود.", date(2024, 5, 7)),
        ("fr", "Le lendemain, des hommes armés ont attaqué un convoi près de Kayes, tuant trois soldats.", None),
    ],
)  # fmt: skip
def test_the_next_day_counts_from_the_last_day_told(lang: str, text: str, day: date | None) -> None:
    (event,) = [one for one in only(read(text, lang), Event) if one.type == "ASSAULT"]
    assert (event.date.start if day is not None else None) == day
    assert "future" not in event.flags
