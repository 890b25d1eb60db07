"""Persons exist only in their office: names of office-holders are read whole, names of private persons are left out."""

from __future__ import annotations

import json

import pytest
from coded import document, only, read

from marsad.base.records import Engagement, Event, Statement, as_json
from marsad.coding.coder import load_coder

OFFICES = [
    (
        "fr",
        "Le président de la République, M. Salif Kanté, a reçu le Premier ministre de la République du Niger, M. Oumar Lamine Sidi.",
        [("Salif Kanté", None), ("Oumar Lamine Sidi", "org:ner-government")],
    ),
    (
        "fr",
        "Le ministre des Affaires étrangères, de la Coopération régionale et des Sénégalais établis à l'étranger, Mme Awa Ndao, a reçu "
        "son homologue burkinabè, M. Jean Sawadogo.",
        [("Awa Ndao", None), ("Jean Sawadogo", "org:bfa-foreign-ministry")],
    ),
    (
        "fr",
        "Le chef d'état-major des armées du Sénégal, le général Bocar Fall, a reçu son homologue mauritanien, le général de division "
        "Sidi Ould Vall.",
        [("Bocar Fall", "org:sen-general-staff"), ("Sidi Ould Vall", "org:mrt-general-staff")],
    ),
    ("fr", "Le secrétaire d'État américain John Price a rencontré le président nigérien déchu Issa Adamou.", [
        ("John Price", "org:usa-foreign-ministry"), ("Issa Adamou", "org:ner-presidency")]),
    ("en", "The minister met the head of Morocco's DGST, Karim Alaoui, in Rabat.", [("Karim Alaoui", "org:mar-dgst")]),
    ("en", "The envoy met Gabon's defence minister, Brigadier General Ruth Obame, in Libreville.", [
        ("Ruth Obame", "org:gab-defence-ministry")]),
    ("en", "The envoy met Colonel Idrissa Dia, Mali's government spokesman, in Bamako.", [("Idrissa Dia", "org:mli-government")]),
    ("ar", "استقبل رئيس الجمهورية، اليوم، الوزير الأول لجمهورية النيجر، السيد علي أحمد لمين سيدي، والوفد المرافق له.", [
        ("علي أحمد لمين سيدي", "org:ner-government")]),
    ("ar", "التقى وزير الخارجية الفرنسي، أمس، الناطق الرسمي باسم الحكومة البوركينية، جوزيف ويدراوغو، في واغادوغو.", [
        ("جوزيف ويدراوغو", "org:bfa-government")]),
    ("ar", "استقبل الملك اليوم بالرباط السيد بيدرو غارسيا رئيس الحكومة الإسبانية.", [("بيدرو غارسيا", "org:esp-government")]),
    ("en", "Turkish Foreign Minister Emre Demir met Libya's Prime Minister Salem al-Masri in Tripoli.", [
        ("Salem al-Masri", "org:lby-government")]),
    ("fr", "Le ministre français des Armées, Paul Duval, a rencontré le président ivoirien Koffi Brou.", [
        ("Paul Duval", "org:fra-defence-ministry")]),
    ("ar", "استقبل الرئيس الإيفواري الحسن واتارا وزير الدفاع الفرنسي.", [("الحسن واتارا", "org:civ-presidency")]),
    ("ar", "بحث وزير الخارجية المصري مع المشير كريم الفزاني في بنغازي.", [("كريم الفزاني", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), OFFICES, ids=[f"{row[0]}-{number}" for number, row in enumerate(OFFICES)])
def test_an_office_holder_is_named_whole_with_his_body(lang: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    made = {one.name: one.entity for meeting in only(read(text, lang), Engagement) for one in meeting.participants}
    for name, entity in expected:
        assert name in made, made
        assert entity is None or made[name] == entity


PRIVATE = [
    ("ar", "وقال أحد سكان بلدة دجيبو، ويدعى حمزة ديكو، إن المسلحين أحرقوا السوق.", "حمزة"),
    ("ar", "قُتل المدعو سينا في كمين نصبه مسلحون قرب غاو.", "سينا"),
    ("ar", "لقي سائق الشاحنة، واسمه إدريس مايغا، مصرعه بعد انفجار لغم قرب منكا.", "مايغا"),
    ("ar", "قتل المسلحون حمزة ديكو (42 عاما) وزوجته خديجة باري قرب غاو.", "ديكو"),
    ("ar", "قتل المسلحون حمزة ديكو (42 عاما) وزوجته خديجة باري قرب غاو.", "باري"),
    ("ar", "أوقفت الشرطة المشتبه به يوسف كوناتي بعد التفجير في غاو.", "كوناتي"),
    ("ar", "قتل موسى كوليبالي في هجوم شنه مسلحون قرب غاو.", "كوليبالي"),
    ("fr", "Un certain Tiéblé Coulibaly, commerçant, a été tué par des hommes armés à Gao.", "Coulibaly"),
    ("fr", "Tiéblé Cissé, un éleveur peul, a été exécuté par des militaires à Moura.", "Cissé"),
    ("fr", "Des hommes armés ont attaqué le village ; son frère, Tiéblé Barry, a été tué à Djibo.", "Barry"),
    ("fr", "La victime, Tiéblé, a été tuée par des hommes armés à Djibo.", "Tiéblé"),
    ("fr", "L'attaque a tué Zeïnab Ag Mohamed près de Kidal.", "Zeïnab"),
    ("en", "Gunmen killed Danladi Tanko, a farmer, in an attack in Zamfara.", "Tanko"),
    ("en", "A man named Danladi Tanko, a truck driver, was killed by gunmen in Gao.", "Tanko"),
    ("en", "Soldiers shot dead Asmau Tanko, 12, in an attack in Gao.", "Tanko"),
    ("en", "Police arrested the suspect, Danladi Tanko, after the bombing in Gao.", "Tanko"),
    ("en", "Ibrahim Tanko was killed by gunmen in Gao.", "Tanko"),
]


@pytest.mark.parametrize(("lang", "text", "name"), PRIVATE, ids=[f"{row[0]}-{number}" for number, row in enumerate(PRIVATE)])
def test_no_record_carries_the_name_of_a_private_person(lang: str, text: str, name: str) -> None:
    records = load_coder().read(document(text, lang))
    assert only(records, Event) or only(records, Statement)
    assert name not in json.dumps([as_json(record) for record in records], ensure_ascii=False)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "Le président Ibrahim Sanou a parlé. Selon Ibrahim Sanou, l'armée a tué 30 hommes armés à Djibo.", "Ibrahim Sanou"),
        ("ar", "قال والي غاو إن مسلحين قتلوا عشرة من سكان بلدة دجيبو.", "بلدة دجيبو"),
    ],
)
def test_names_of_office_holders_and_places_stay(lang: str, text: str, name: str) -> None:
    assert any(name in (event.text or "") for event in only(read(text, lang), Event))


def test_days_and_adjectives_are_no_names() -> None:
    text = "أكدت وزارة الخارجية الجزائرية أن الوزير رشيد عطار أجرى، اليوم الأحد، مكالمة هاتفية مع نظيره الموريتاني سالم ولد مرزوق."
    records = read(text, "ar")
    assert all("[…]" not in one.text for one in only(records, Statement))
    (call,) = only(records, Engagement)
    assert (call.participants[0].name, call.participants[0].entity) == ("رشيد عطار", "org:dza-foreign-ministry")
