"""How communiques of three languages tell meetings: who took part in what office, the form, the place, topics and links."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from coded import document, only, read

from marsad.base.records import Engagement
from marsad.verbs.beside import due_days


class Case(NamedTuple):
    """A text with the form, parties (name or state), place (state) and topics of its first engagement."""

    lang: str
    text: str
    form: str
    who: list[str | None]
    where: str | None = None
    topics: list[str] | None = None


CASES = [
    Case("ar", "ترأس وزير الداخلية التونسي كمال العياري ونظيره الليبي عماد الفيتوري، أمس، جلسة عمل بطرابلس.", "meeting",
         ["كمال العياري", "عماد الفيتوري"], "LBY"),
    Case("fr", "Le chef d'état-major du Sénégal, le général Bocar Fall, et son homologue mauritanien, le général Sidi Vall, ont "
         "coprésidé mardi à Rosso une séance de travail.", "meeting", ["Bocar Fall", "Sidi Vall"], "MRT"),
    Case("en", "US Assistant Secretary of State Jane Roe and Niger's Prime Minister Sani Lamine co-chaired a working session in Niamey.",
         "meeting", ["Jane Roe", "Sani Lamine"], "NER"),
    Case("ar", "اختتمت بنيامي أمس الدورة الرابعة للجنة المشتركة برئاسة وزير الخارجية الجزائري رشيد عطار ونظيره النيجري بكاري سانا.",
         "meeting", ["رشيد عطار", "بكاري سانا"], "NER"),
    Case("ar", "عقد رئيس أركان القوات المسلحة النيجرية الجنرال موسى برمو اجتماعا عبر تقنية الاتصال المرئي مع نظيريه في مالي وبوركينا فاسو.",
         "call", ["موسى برمو", "MLI", "BFA"]),
    Case("fr", "La ministre allemande de la Défense a eu mercredi une visioconférence avec ses homologues français et italien.", "call",
         ["DEU", "FRA", "ITA"]),
    Case("en", "The defence ministers of Mali, Burkina Faso and Niger held a video conference on Friday.", "call", ["MLI", "BFA", "NER"]),
    Case("fr", "Le secrétaire d'État américain John Price a eu mardi un entretien téléphonique avec le président nigérien Issa Adamou.",
         "call", ["John Price", "Issa Adamou"]),
    Case("ar", "تلقى وزير الخارجية المصري سامي شاكر اتصالا هاتفيا من نظيره الفرنسي بيير دوران، تناول الأوضاع في السودان.", "call",
         ["سامي شاكر", "بيير دوران"], None, ["الأوضاع في السودان"]),
    Case("en", "Secretary of State John Price spoke by phone with Moroccan Foreign Minister Karim Alaoui about the situation in Sudan.",
         "call", ["John Price", "Karim Alaoui"], None, ["the situation in Sudan"]),
    Case("en", "Algerian Foreign Minister Rachid Attar held talks with his Nigerien counterpart, Bakary Sana, in Niamey on border "
         "security, migration and energy.", "meeting", ["Rachid Attar", "Bakary Sana"], "NER", ["border security", "migration", "energy"]),
    Case("ar", "وقع وزير الدفاع المغربي عبد اللطيف لوديان ووزيرة الجيوش الفرنسية كاترين فورنييه، أمس الأربعاء بباريس، مذكرة تفاهم.",
         "agreement", ["عبد اللطيف لوديان", "كاترين فورنييه"], "FRA"),
    Case("ar", "حل وفد من المجلس الوطني لحماية الوطن في النيجر برئاسة الوزير الأول علي لمين سيدي بالعاصمة الروسية موسكو.", "visit",
         ["علي لمين سيدي"], "RUS"),
    Case("fr", "Une délégation de la Cédéao conduite par le président de la Commission, Omar Touré, est arrivée jeudi à Bamako.", "visit",
         ["Omar Touré"], "MLI"),
    Case("ar", "احتضنت العاصمة الغانية أكرا، يوم الأربعاء، قمة استثنائية لقادة المجموعة الاقتصادية لدول غرب إفريقيا (إيكواس)، بحضور "
         "الرئيس النيجيري بولا سانوسي.", "summit", ["GHA", "org:ecowas", "بولا سانوسي"], "GHA"),
    Case("fr", "Lomé a abrité lundi le sommet extraordinaire des chefs d'État de l'UEMOA.", "summit", ["TGO", "org:uemoa"], "TGO"),
    Case("en", "Togo hosted a summit of the West African Economic and Monetary Union in Lome on Monday.", "summit",
         ["TGO", "org:uemoa"], "TGO"),
    Case("en", "ECOWAS leaders met in Abuja on Sunday.", "meeting", ["org:ecowas"], "NGA"),
    Case("en", "Foreign ministers from Algeria, Libya and Tunisia met in Tunis on Monday to discuss border security.", "meeting",
         ["DZA", "LBY", "TUN"], "TUN", ["border security"]),
    Case("fr", "Le ministre d'État, ministre de la Défense, le général de corps d'armée Sadio Kanté, a rencontré l'ambassadeur de Chine.",
         "meeting", ["Sadio Kanté", "CHN"]),
    Case("ar", "بحث الفريق أول ركن عبد الفتاح البرعي رئيس مجلس السيادة الانتقالي مع الرئيس المصري حسن السعيد بالقاهرة سبل إنهاء الحرب.",
         "meeting", ["عبد الفتاح البرعي", "حسن السعيد"], "EGY", ["سبل إنهاء الحرب"]),
    Case("ar", "بحث قائد أفريكوم الجنرال مارك لانغ مع المشير كريم الفزاني في بنغازي التعاون العسكري.", "meeting",
         ["مارك لانغ", "كريم الفزاني"], "LBY", ["التعاون العسكري"]),
    Case("en", "President Luc Moreau hosted Chad's Mahamat Saleh at the Elysee Palace on Wednesday.", "meeting", ["Luc Moreau", "TCD"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{case.lang}-{number}" for number, case in enumerate(CASES)])
def test_a_communique_tells_who_met_where_about_what(case: Case) -> None:
    first = only(read(case.text, case.lang), Engagement)[0]
    assert first.form == case.form
    assert [one.name or one.country or one.entity for one in first.participants] == case.who
    if case.where is not None:
        assert first.place is not None
        assert first.place.country == case.where
    if case.form == "call":
        assert first.place is None
    if case.topics is not None:
        assert [topic.text for topic in first.topics] == case.topics


def test_the_agency_that_publishes_says_whose_president_it_is() -> None:
    text = "Le président de la République, M. Salim Kaci, a reçu le Premier ministre du Niger, M. Sani Lamine."
    for wording, publisher in ((text, "APS"), (f"ALGER - {text}", None), (f"ALGER (APS) - {text}", None)):
        (meeting,) = only(read(wording, "fr", publisher=publisher), Engagement)
        assert [(one.country, one.entity) for one in meeting.participants] == [("DZA", "org:dza-presidency"), ("NER", "org:ner-government")]


def test_those_who_attended_are_told_apart_from_those_who_met() -> None:
    text = (
        "استقبل الرئيس الجزائري، السيد كريم تبان، الوزير الأول لجمهورية النيجر، السيد سانا أحمد، والوفد المرافق له. "
        "وحضر اللقاء مدير ديوان رئاسة الجمهورية، السيد بوعلام بلقاسم."
    )
    (meeting,) = only(read(text, "ar"), Engagement)
    assert [(one.name or one.office, one.delegation) for one in meeting.participants] == [
        ("كريم تبان", False), ("سانا أحمد", False), ("الوفد المرافق له", True), ("بوعلام بلقاسم", True)]  # fmt: skip


def test_a_meeting_on_a_visit_belongs_to_it_and_both_to_what_they_follow_up() -> None:
    text = (
        "CIA Director John Dale travelled to Rabat last week, where he met the head of Morocco's DGST, Karim Alaoui, "
        "as a follow-up to talks held in Washington in June 2022."
    )
    visit, meeting, earlier = only(read(text, "en"), Engagement)
    assert [(link.rel, link.to) for link in visit.links] == [("follow_up_of", earlier.id)]
    assert [(link.rel, link.to) for link in meeting.links] == [("part_of", visit.id)]
    assert str(earlier.date.start) == "2022-06-01"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La ministre sénégalaise Awa Fall a annoncé, avec son homologue ivoirienne, la tenue d'un sommet en juin."),
        ("ar", "ترأس وزير الداخلية التونسي كمال العياري جلسة عمل خصصت لمكافحة التهريب."),
        ("fr", "Le président Macron ne rencontrera pas le chef de la junte."),
        ("ar", "سيستقبل الرئيس التونسي قيس سعداوي الأسبوع المقبل نظيره الجزائري."),
    ],
)
def test_what_is_to_come_or_met_nobody_is_no_engagement(lang: str, text: str) -> None:
    assert only(read(text, lang), Engagement) == []


def test_an_elided_preposition_opens_what_was_agreed_and_who_came_along() -> None:
    text = (
        "Le président malien Sidi Konaté a reçu à Bamako le vice-ministre russe de la Défense, le colonel-général Ivan Petrov, venu à la "
        "tête d'une importante délégation. Les deux parties ont convenu d'organiser des exercices conjoints."
    )
    (meeting,) = only(read(text, "fr"), Engagement)
    assert [one.name or one.office for one in meeting.participants] == ["Sidi Konaté", "Ivan Petrov", "une importante délégation"]
    assert [one.text for one in meeting.outcomes] == ["organiser des exercices conjoints"]


def test_the_head_of_a_service_that_no_list_holds_is_named_with_his_state_and_followed_back() -> None:
    text = (
        "استقبل المدير العام للأمن الوطني ولمراقبة التراب الوطني، كريم العلوي، أمس الجمعة بالرباط، عبد الله بن محمد الخالدي، رئيس جهاز أمن "
        "الدولة بدولة قطر، الذي كان مرفوقا بوفد أمني رفيع المستوى.\n"
        "ويأتي هذا اللقاء امتدادا لزيارة العمل التي قام بها العلوي إلى الدوحة يومي 5 و6 أبريل 2022."
    )
    meeting, visit = only(read(text, "ar"), Engagement)
    assert [(one.name, one.entity) for one in meeting.participants[:2]] == [
        ("كريم العلوي", "org:mar-dgst"), ("عبد الله بن محمد الخالدي", "org:qat-intelligence")]  # fmt: skip
    assert [(link.rel, link.to) for link in meeting.links] == [("follow_up_of", visit.id)]


def test_a_summit_agreed_upon_is_an_outcome_and_whoever_tells_it_no_topic() -> None:
    text = (
        "Burkina Faso's president Ali Sanou met his Malian counterpart, Colonel Sidi Konate, in Ouagadougou to discuss a joint force, the "
        "presidency said in a statement. The two leaders also reviewed their withdrawal from ECOWAS and agreed to hold a summit in July."
    )
    (meeting,) = only(read(text, "en"), Engagement)
    assert [topic.text for topic in meeting.topics] == ["a joint force", "their withdrawal from ECOWAS"]
    assert [one.text for one in meeting.outcomes] == ["hold a summit in July"]


def test_he_who_came_was_accompanied_by_those_named_next() -> None:
    text = (
        "Le ministre français des Armées, Paul Duval, est arrivé lundi à Abidjan. Il était accompagné du général Luc Bernard, chef "
        "d'état-major des armées."
    )
    (visit,) = only(read(text, "fr"), Engagement)
    assert [(one.name, one.country, one.delegation) for one in visit.participants] == [
        ("Paul Duval", "FRA", False), ("Luc Bernard", "FRA", True)]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "offices"),
    [
        ("fr", "Le ministre tchadien de la Sécurité et son homologue nigérien de l'Intérieur ont signé à N'Djamena un accord.",
         [("ministre tchadien de la Sécurité", "org:tcd-interior-ministry"),
          ("homologue nigérien de l'Intérieur", "org:ner-interior-ministry")]),
        ("fr", "Le ministre malien de la Défense et des Anciens combattants et son homologue nigérien ont signé mardi à Bamako un accord.",
         [("ministre malien de la Défense et des Anciens combattants", "org:mli-defence-ministry"),
          ("homologue nigérien", "org:ner-defence-ministry")]),
        ("fr", "Le ministre malien de la Défense et ses homologues nigérien et burkinabè ont signé mardi à Bamako un accord.",
         [("ministre malien de la Défense", "org:mli-defence-ministry"), ("homologues", "org:ner-defence-ministry"),
          ("homologues", "org:bfa-defence-ministry")]),
        ("fr", "Le ministre malien de la Défense et le chef d'état-major nigérien ont signé mardi à Bamako un accord.",
         [("ministre malien de la Défense", "org:mli-defence-ministry"), ("chef d'état-major nigérien", "org:ner-general-staff")]),
        ("en", "The Chadian minister of security and his Nigerien counterpart signed an accord in N'Djamena on Thursday.",
         [("Chadian minister of security", "org:tcd-interior-ministry"), ("Nigerien counterpart", "org:ner-interior-ministry")]),
        ("ar", "وقع وزير الداخلية التشادي ونظيره النيجري اتفاقا في نجامينا.",
         [("وزير الداخلية التشادي", "org:tcd-interior-ministry"), ("نظيره النيجري", "org:ner-interior-ministry")]),
    ],
)  # fmt: skip
def test_an_office_ends_before_the_next_one_begins(lang: str, text: str, offices: list[tuple[str, str]]) -> None:
    (meeting,) = only(read(text, lang), Engagement)
    assert [(one.office, one.entity, one.name) for one in meeting.participants] == [(*row, None) for row in offices]


def test_whoever_signs_after_the_states_were_named_holds_the_office_of_his_state() -> None:
    text = (
        "Le Niger et le Tchad signent un accord.\nLe ministre tchadien de la Sécurité et son homologue nigérien de l'Intérieur ont signé "
        "jeudi à N'Djamena un accord."
    )
    (meeting,) = only(read(text, "fr"), Engagement)
    assert {one.entity for one in meeting.participants} == {"org:tcd-interior-ministry", "org:ner-interior-ministry"}


MET = {
    "fr": "Le ministre malien de la Défense, Sidi Konaté, a reçu à Bamako le ministre nigérien de la Défense, Sani Lamine. "
          "Les deux parties ont convenu ",
    "en": "Malian Defence Minister Sidi Konate received Nigerien Defence Minister Sani Lamine in Bamako. The two sides agreed ",
    "ar": "استقبل وزير الدفاع المالي سيدي كوناتي في باماكو وزير الدفاع النيجري ساني لمين. واتفق الجانبان على ",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "agreed", "outcomes"),
    [
        ("fr", "d'un échange mensuel d'informations et de la création d'un comité mixte, qui devra se réunir dans un délai de six mois.",
         [("un échange mensuel d'informations", None),
          ("la création d'un comité mixte, qui devra se réunir dans un délai de six mois", "2024-11-16")]),
        ("fr", "de créer un comité mixte, lequel se réunira avant le 30 juin 2024, et d'échanger des informations.",
         [("créer un comité mixte, lequel se réunira avant le 30 juin 2024", "2024-06-30"), ("échanger des informations", None)]),
        ("fr", "de mener des patrouilles conjointes, dont la première aura lieu en juin 2024.",
         [("mener des patrouilles conjointes, dont la première aura lieu en juin 2024", "2024-06-30")]),
        ("en", "on joint patrols, a monthly exchange of information and a joint committee, which is to meet within six months and report.",
         [("joint patrols", None), ("a monthly exchange of information", None),
          ("a joint committee, which is to meet within six months and report", "2024-11-15")]),
        ("en", "to launch joint patrols, the first of which will start in June 2024, and to exchange information.",
         [("launch joint patrols, the first of which will start in June 2024", "2024-06-30"), ("exchange information", None)]),
        ("en", "on joint patrols, a committee in which both armies sit, and training.",
         [("joint patrols", None), ("a committee in which both armies sit", None), ("training", None)]),
        ("ar", "تبادل المعلومات، وإنشاء لجنة مشتركة، التي ستجتمع في أجل ستة أشهر.",
         [("تبادل المعلومات", None), ("إنشاء لجنة مشتركة، التي ستجتمع في أجل ستة أشهر", "2024-11-15")]),
        ("ar", "إنشاء لجنة مشتركة، والتي ستجتمع قبل نهاية يونيو 2024، وتبادل المعلومات.",
         [("إنشاء لجنة مشتركة، والتي ستجتمع قبل نهاية يونيو 2024", "2024-06-30"), ("تبادل المعلومات", None)]),
    ],
)  # fmt: skip
def test_a_relative_clause_belongs_to_what_was_agreed_before_it(lang: str, agreed: str, outcomes: list[tuple[str, str | None]]) -> None:
    text = MET[lang] + agreed
    (meeting,) = only(read(text, lang), Engagement)
    due = due_days([meeting], [document(text, lang)])
    days = [due.get((meeting.id, number)) for number in range(len(meeting.outcomes))]
    assert [(one.text, day and str(day)) for one, day in zip(meeting.outcomes, days, strict=True)] == outcomes


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le gouvernement tchadien a accueilli trois mille réfugiés du Soudan."),
        ("fr", "Le Niger a accueilli trois mille réfugiés, selon le HCR."),
        ("fr", "La Cédéao a reçu une aide de l'Union européenne."),
        ("fr", "Le président nigérien a reçu une lettre de son homologue tchadien."),
        ("fr", "Le gouvernement nigérien a reçu 50 véhicules de l'Union européenne."),
        ("en", "Niger received 3,000 refugees, the United Nations said."),
        ("en", "Chad's government received 3,000 refugees, the interior minister said."),
        ("en", "The Secretary-General received the application for membership in the United Nations."),
        ("en", "The Malian defence ministry received a shipment of arms from the Russian defence ministry."),
        ("en", "Niger received aid from the European Union."),
        ("en", "The Malian president received a letter from the Russian president."),
        ("ar", "استقبلت تشاد ثلاثة آلاف لاجئ، وفق الأمم المتحدة."),
        ("ar", "استقبلت وزارة الدفاع المالية شحنة أسلحة من وزارة الدفاع الروسية."),
        ("ar", "استقبل رئيس النيجر رسالة من نظيره التشادي."),
    ],
)
def test_crowds_and_things_are_received_without_a_meeting(lang: str, text: str) -> None:
    assert only(read(text, lang), Engagement) == []


@pytest.mark.parametrize(
    ("lang", "text", "guest"),
    [
        ("fr", "Le président nigérien a reçu une importante délégation de la Cédéao.", "org:ecowas"),
        ("fr", "Le président nigérien a reçu les lettres de créance de l'ambassadeur de Chine.", "org:chn-embassy"),
        ("fr", "Le président nigérien a reçu en audience, mardi à Niamey, l'ambassadeur de Chine.", "org:chn-embassy"),
        ("fr", "Le président nigérien a reçu une nouvelle fois, mardi, l'ambassadeur de Chine.", "org:chn-embassy"),
        ("fr", "Le président nigérien a reçu plusieurs personnalités, dont l'ambassadeur de Chine.", "org:chn-embassy"),
        ("en", "The Malian president received Jane Roe of the European Union in Bamako.", "org:eu"),
        ("en", "The Malian president received a high-level mission from the European Union in Bamako.", "org:eu"),
        ("ar", "استقبل الرئيس النيجري وفدا من الإيكواس.", "org:ecowas"),
        ("ar", "استقبل رئيس النيجر كلا من وزير الدفاع المالي ووزير الخارجية المالي.", "org:mli-defence-ministry"),
    ],
)
def test_those_who_were_sent_are_guests(lang: str, text: str, guest: str) -> None:
    (meeting,) = only(read(text, lang), Engagement)
    assert meeting.participants[1].entity == guest
