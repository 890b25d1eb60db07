"""Reports of official meetings: who the sides are where a text uses pronouns, headlines, unlisted bodies, chairs and earlier days."""
# ruff: noqa: E501 - a sentence of a report is kept whole beside what is read from it

from __future__ import annotations

from datetime import date

import pytest
from coded import document, only, read

from marsad.base.records import Document, Engagement, Event, Paragraph, Span
from marsad.coding.coder import load_coder


def told(text: str, lang: str) -> list[Engagement]:
    return only(read(text, lang), Engagement)


def topics(one: Engagement) -> list[str]:
    return [topic.text for topic in one.topics]


def outcomes(one: Engagement) -> list[str]:
    return [outcome.text for outcome in one.outcomes]


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "The Director General of the National Ports Authority of Togo, Yao Sena, and the head of Benin's Customs Service, Luc Dossou, held a working session on Tuesday in Lome.",
         [("Yao Sena", "National Ports Authority of Togo", "TGO"), ("Luc Dossou", "Benin's Customs Service", "BEN")]),
        ("en", "The commander of the ECOWAS Mission in Guinea-Bissau, Colonel Issa Fall, met on Thursday in Bissau with the Minister of Defence, Joao Lopes.",
         [("Issa Fall", "ECOWAS", None), ("Joao Lopes", "defence ministry", None)]),
        ("en", "Niger's interior minister, Sani Lamine, received in Niamey the Special Representative of the UN Secretary-General for the Sahel, Jane Roe.",
         [("Sani Lamine", "interior ministry", "NER"), ("Jane Roe", "UN", None)]),
        ("fr", "Le directeur général de la Police républicaine du Bénin, Luc Dossou, a reçu jeudi à Cotonou la cheffe de la mission EUCAP Sahel Niger, Anna Weber.",
         [("Luc Dossou", "Police républicaine du Bénin", "BEN"), ("Anna Weber", "EUCAP Sahel Niger", None)]),
        ("fr", "Le ministre togolais de la Défense, Komla Agbo, a reçu le coordonnateur national du renseignement béninois, Alain Dossou.",
         [("Komla Agbo", "ministère de la Défense", "TGO"), ("Alain Dossou", "renseignement béninois", "BEN")]),
        ("en", "The director of Chad's National Security Agency, Ali Saleh, received in N'Djamena a Libyan delegation headed by General Omar Nouri, director of the General Intelligence Service.",
         [("Ali Saleh", "Chad's National Security Agency", "TCD"), ("Omar Nouri", "General Intelligence Service", "LBY")]),
        ("ar", "استقبل قائد أركان الحرس الوطني الموريتاني اللواء أحمد ولد عمر، أمس بنواكشوط، ملحق الدفاع بالسفارة الألمانية العقيد بيتر فيبر.",
         [("أحمد ولد عمر", "الحرس الوطني الموريتاني", "MRT"), ("بيتر فيبر", "السفارة الألمانية", "DEU")]),
        ("ar", "التقى رئيس بعثة الأمم المتحدة في مالي (مينوسما) القاسم ديالو، أمس في نواكشوط، الرئيس الموريتاني أحمد ولد عمر.",
         [("القاسم ديالو", "بعثة الأمم المتحدة في مالي", None), ("أحمد ولد عمر", "الرئاسة", "MRT")]),
        ("ar", "استقبل وزير الداخلية الليبي المكلف بحكومة الوحدة الوطنية، اللواء عماد الفيتوري، أمس، المدير العام للأمن الوطني التونسي، كمال العياري.",
         [("عماد الفيتوري", "وزارة الداخلية", "LBY"), ("كمال العياري", "الشرطة", "TUN")]),
    ],
)  # fmt: skip
def test_bodies_no_list_holds_and_heads_of_missions_are_read_whole(lang: str, text: str, who: list[tuple[str, str, str | None]]) -> None:
    (meeting,) = told(text, lang)
    assert [(one.name, one.organisation, one.country) for one in meeting.participants] == who


@pytest.mark.parametrize(
    ("lang", "text", "names", "dealt"),
    [
        ("fr", "La commission militaire mixte entre le Mali et le Niger s'est réunie mercredi à Gao, sous la coprésidence du général Sidi Kanté, chef d'état-major de l'armée malienne, et de son homologue nigérien, le général Sani Ali.\n"
         "Les travaux ont permis d'examiner les incidents survenus à la frontière et d'évaluer les patrouilles.",
         ["Sidi Kanté", "Sani Ali"], ["les incidents survenus à la frontière", "les patrouilles"]),
        ("ar", "عقدت اللجنة العسكرية المشتركة النيجرية الجزائرية، الأحد، اجتماعها الدوري في أغاديس برئاسة قائد المنطقة عن الجانب النيجري العقيد موسى سانا، ونظيره الجزائري العقيد رشيد عطار.\n"
         "واستعرض الاجتماع الأوضاع الأمنية على الحدود، وناقش حوادث السرقة.",
         ["موسى سانا", "رشيد عطار"], ["الأوضاع الأمنية على الحدود", "حوادث السرقة"]),
    ],
)  # fmt: skip
def test_those_who_chair_a_joint_commission_met(lang: str, text: str, names: list[str], dealt: list[str]) -> None:
    (meeting,) = told(text, lang)
    assert [one.name for one in meeting.participants] == names
    assert topics(meeting) == dealt


def test_each_topic_goes_to_the_meeting_with_those_its_clause_names() -> None:
    text = (
        "زار رئيس جهاز المخابرات العامة المصرية حسن السعيد، أمس، مدينة بنغازي، حيث التقى قائد الجيش الليبي كريم الفزاني ورئيس مجلس النواب صالح عطية.\n"
        "وبحث السعيد مع الفزاني ملف المرتزقة.\nوخلال لقائه عطية، ناقش الطرفان موعد الانتخابات."
    )
    visit, army, house = told(text, "ar")
    assert [one.form for one in (visit, army, house)] == ["visit", "meeting", "meeting"]
    assert (topics(visit), topics(army), topics(house)) == ([], ["ملف المرتزقة"], ["موعد الانتخابات"])
    text = (
        "US special envoy Richard Moss visited Tripoli on Tuesday and met the army chief of staff, General Omar al-Nouri, and Prime Minister Ali Salem.\n"
        "Moss and al-Nouri reviewed progress towards a joint unit, while talks with Salem centred on the budget."
    )
    _, army, head = told(text, "en")
    assert (topics(army), topics(head)) == (["progress towards a joint unit"], ["the budget"])


def test_whoever_receives_a_visitor_told_by_a_pronoun_is_met_on_the_visit() -> None:
    text = (
        "وصل رئيس مفوضية المجموعة الاقتصادية لدول غرب إفريقيا (إيكواس) عمر سانوسي، مساء الأربعاء، إلى لومي.\n"
        "واستقبله وزير الخارجية التوغولي كوملا أغبو، وعقدا جلسة عمل خصصت لتدارس رفع العقوبات المفروضة على النيجر.\nواتفق الطرفان على إيفاد لجنة وساطة."
    )
    records = read(text, "ar")
    visit, meeting = only(records, Engagement)
    assert (visit.form, meeting.host, [(link.rel, link.to) for link in meeting.links]) == ("visit", "كوملا أغبو", [("part_of", visit.id)])
    assert (topics(meeting), outcomes(meeting)) == (["رفع العقوبات المفروضة على النيجر"], ["إيفاد لجنة وساطة"])
    assert [event.type for event in only(records, Event) if event.engagement is None] == []


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("ar", "التقى رئيس أركان الجيش النيجري موسى سانا، أول أمس، بأغاديس قائد القوات البرية الجزائرية رشيد عطار.\nوكان الوفدان قد اجتمعا في مارس الماضي بتمنراست.", "DZA"),
        ("fr", "Le ministre nigérien de la Défense, Sani Ali, a reçu mardi à Agadez son homologue algérien, Rachid Attar.\nLes deux hommes s'étaient rencontrés en mars à Tamanrasset.", "DZA"),
        ("en", "Niger's defence minister, Sani Ali, received on Tuesday in Agadez his Algerian counterpart, Rachid Attar.\nThe two had met in March in Algiers.", "DZA"),
    ],
)  # fmt: skip
def test_the_two_had_met_before_is_a_meeting_of_the_same_sides(lang: str, text: str, place: str) -> None:
    meeting, earlier = told(text, lang)
    assert earlier.date.start == date(2024, 3, 1)
    assert earlier.place is not None
    assert earlier.place.country == place
    assert {one.country for one in earlier.participants} == {"NER", "DZA"}
    assert meeting.date.start != earlier.date.start
    assert earlier.host == next(one.name for one in earlier.participants if one.country == place)


def test_the_envoy_and_with_whom_point_back() -> None:
    text = (
        "Le ministre tchadien des Affaires étrangères, Ali Saleh, a été reçu lundi à Niamey par le président nigérien Sani Ali.\n"
        "À l'ordre du jour : la libération des détenus, le sort des accords militaires et la frontière.\n"
        "La veille, l'émissaire avait rencontré à Abuja le président nigérian Bola Sanusi, avec lequel il avait évoqué les sanctions."
    )
    meeting, eve = told(text, "fr")
    assert topics(meeting) == ["la libération des détenus", "le sort des accords militaires", "la frontière"]
    assert (eve.date.start, [one.name for one in eve.participants]) == (date(2024, 5, 12), ["Ali Saleh", "Bola Sanusi"])
    assert topics(eve) == ["les sanctions"]


def test_what_a_wider_gathering_decided_does_not_make_the_two_sides_meet_there() -> None:
    text = (
        "Le ministre togolais de la Sécurité, Komla Agbo, a reçu mercredi à Lomé son homologue béninois, Alain Dossou. Il a été question des "
        "recommandations de la réunion ministérielle tenue à Accra le 3 avril 2024."
    )
    (meeting,) = told(text, "fr")
    assert meeting.links == ()


def test_what_was_signed_earlier_is_between_the_states() -> None:
    text = (
        "استقبل وزير الداخلية التونسي كمال العياري، أمس بتونس، ملحق الدفاع بالسفارة الإسبانية خوان روبيو.\n"
        "واستعرض الجانبان التقدم المحرز في تنفيذ مذكرة التفاهم الموقعة بمدريد في 12 مارس 2023."
    )
    meeting, accord = told(text, "ar")
    assert (accord.form, accord.host) == ("agreement", "ESP")
    assert [(one.name, one.country) for one in accord.participants] == [(None, "ESP"), (None, "TUN")]
    assert [link.to for link in meeting.links] == [accord.id]


def test_a_headline_with_offices_alone_is_of_the_meeting_told_below() -> None:
    head = "Border force commander meets Togo's police chief"
    text = f"{head}\nThe force commander, Colonel Issa Fall, met on Thursday in Lome with the Inspector General of Police, Yao Sena."
    paper = document(text, "en")
    paper = Document(
        paper.id, paper.path, "en", head, paper.published, None, (Paragraph(Span(0, len(head)), "title"), *paper.paragraphs[1:]), text
    )
    (meeting,) = only(load_coder().read(paper), Engagement)
    assert {one.name for one in meeting.participants} == {"Issa Fall", "Yao Sena"}


@pytest.mark.parametrize(
    ("lang", "text", "agreed"),
    [
        ("fr", "Les deux délégations se sont félicitées de la baisse des tensions et se sont engagées à partager les renseignements.", ["partager les renseignements"]),
        ("en", "They agreed to set up a joint cell in Lome and to share information on theft and smuggling.",
         ["set up a joint cell in Lome", "share information on theft and smuggling"]),
        ("en", "The two sides agreed to meet on 14 and 15 June.", ["meet on 14 and 15 June"]),
    ],
)  # fmt: skip
def test_what_two_sides_undertook_is_an_outcome_cut_where_the_next_begins(lang: str, text: str, agreed: list[str]) -> None:
    opening = {
        "fr": "Le ministre togolais de la Défense, Komla Agbo, a reçu à Lomé son homologue béninois, Alain Dossou. ",
        "en": "Togo's defence minister, Komla Agbo, received in Lome his Beninese counterpart, Alain Dossou. ",
    }
    records = read(opening[lang] + text, lang)
    assert outcomes(only(records, Engagement)[0]) == agreed
    assert [event.type for event in only(records, Event) if event.engagement is None] == []


def test_a_word_for_one_behind_a_weekday_is_no_day_of_the_month() -> None:
    text = "Le ministre togolais de la Défense, Komla Agbo, a effectué mardi et mercredi une visite à Bamako."
    (visit,) = told(text, "fr")
    assert (visit.date.start, visit.date.end) == (date(2024, 5, 14), date(2024, 5, 15))


def test_a_coming_verb_is_no_name() -> None:
    text = "زار وزير الدفاع المصري حسن السعيد، أمس، مدينة بنغازي. وقال مصدر إن المسؤول المصري سيزور طرابلس الأسبوع المقبل."
    names = [actor.name for event in only(read(text, "ar"), Event) for actor in (*event.actors, *event.recipients)]
    assert not any("سيزور" in name for name in names)


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Senegal's interior minister, Awa Fall, and her counterpart from Guinea-Bissau, Joao Lopes, met in Dakar on Tuesday.",
         [("Awa Fall", "SEN"), ("Joao Lopes", "GNB")]),
        ("fr", "Le directeur général de la Gendarmerie nationale togolaise, le colonel Yao Sena, et l'inspecteur général de la police du Ghana, Kofi Asare, se sont réunis mardi à Aflao.",
         [("Yao Sena", "TGO"), ("Kofi Asare", "GHA")]),
        ("fr", "Le ministre malien de la Réconciliation, le colonel-major Sidi Kanté, a accordé mercredi une audience à l'ambassadeur du Niger, Sani Ali.",
         [("Sidi Kanté", "MLI"), ("Sani Ali", "NER")]),
        ("ar", "التقى وزير الدفاع السوداني حسن السعيد، اليوم، مستشار رئيس جمهورية جنوب السودان للشؤون الأمنية دينق مايوم.",
         [("حسن السعيد", "SDN"), ("دينق مايوم", "SSD")]),
    ],
)  # fmt: skip
def test_offices_reach_to_the_state_and_the_name_behind_them(lang: str, text: str, who: list[tuple[str, str]]) -> None:
    assert [(one.name, one.country) for one in told(text, lang)[0].participants] == who


def test_a_visit_after_which_they_met_is_looked_back_to_and_has_no_day_of_its_own() -> None:
    text = (
        "التقى المدير العام للأمن الوطني الجزائري رشيد عطار، أمس، نظيره النيجري موسى سانا بنيامي.\n"
        "ويأتي اللقاء بعد أسبوع من زيارة وزير الداخلية النيجري سيدي علي إلى الجزائر.\nواتفق المسؤولان على تبادل ضباط الاتصال."
    )
    meeting, visit = told(text, "ar")
    assert (visit.form, visit.date.start, visit.date.end) == ("visit", None, None)
    assert (outcomes(meeting), outcomes(visit)) == (["تبادل ضباط الاتصال"], [])


def test_what_the_talks_also_dealt_with_is_a_topic_of_its_own() -> None:
    text = (
        "استقبل وزير الدفاع التونسي كمال العياري، أمس بتونس، نظيره الليبي عماد الفيتوري.\n"
        "وتمحور اللقاء حول سبل دعم التعاون العسكري، إلى جانب بحث الأوضاع في الساحل."
    )
    (meeting,) = told(text, "ar")
    assert topics(meeting) == ["سبل دعم التعاون العسكري", "الأوضاع في الساحل"]


def test_days_before_count_back_in_french_too() -> None:
    text = (
        "Les ministres se sont réunis mardi 7 mai 2024 à Lomé.\nTrois jours plus tôt, des hommes armés avaient tué un douanier à Kpalimé."
    )
    (event,) = [one for one in only(read(text, "fr"), Event) if one.type == "ASSAULT"]
    assert (event.date.start, event.date.end) == (date(2024, 5, 4), date(2024, 5, 4))


def test_a_treaty_of_long_ago_takes_no_topics() -> None:
    text = (
        "Senegal's interior minister, Awa Fall, met her counterpart from Guinea-Bissau, Joao Lopes, in Dakar on Tuesday.\n"
        "The ministers reviewed the application of an extradition treaty signed in Bissau in 1975."
    )
    meeting, treaty = told(text, "en")
    assert topics(meeting) == ["the application of an extradition treaty signed in Bissau in 1975"]
    assert (treaty.form, topics(treaty)) == ("agreement", [])
    assert [(one.name, one.country) for one in treaty.participants] == [(None, "SEN"), (None, "GNB")]
