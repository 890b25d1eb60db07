"""Frames of meetings and speakers: calls, witnesses before the guest, counterparts, protocol style, contexts, "the same official"."""

from __future__ import annotations

import pytest
from coded import only, read

from marsad.base.records import Engagement, Event, Statement


def who(text: str, lang: str) -> list[tuple[str | None, str | None]]:
    """Name (else office) and state of each participant of the one meeting that a text tells."""
    (meeting,) = only(read(text, lang), Engagement)
    return [(one.name or one.office, one.country) for one in meeting.participants]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        (
            "en",
            "The president of Chad, Idriss Abakar, received a phone call from the Sudanese president on Monday.",
            [("Idriss Abakar", "TCD"), ("Sudanese president", "SDN")],
        ),
        (
            "fr",
            "Le président tchadien, Idriss Abakar, a reçu lundi un appel de son homologue soudanais.",
            [("Idriss Abakar", "TCD"), ("homologue soudanais", "SDN")],
        ),
        (
            "ar",
            "تلقى الرئيس التشادي إدريس أبكر، يوم الاثنين، اتصالا هاتفيا من رئيس مجلس السيادة السوداني.",
            [("إدريس أبكر", "TCD"), ("رئيس مجلس السيادة السوداني", "SDN")],
        ),
    ],
)
def test_whoever_gets_a_call_and_whoever_makes_it_take_part(lang: str, text: str, told: list[tuple[str, str]]) -> None:
    assert who(text, lang) == told
    (meeting,) = only(read(text, lang), Engagement)
    assert meeting.form == "call"


@pytest.mark.parametrize(
    ("lang", "text", "guest", "witness"),
    [
        (
            "fr",
            "Le président nigérien a reçu, en présence du ministre de la Défense, Moussa Saley, l'ambassadeur de Turquie, Mehmet Aksoy.",
            ("Mehmet Aksoy", "TUR"),
            ("Moussa Saley", "NER"),
        ),
        (
            "ar",
            "استقبل الرئيس النيجري، بحضور وزير الدفاع موسى سالي، سفير تركيا محمد أكصوي.",
            ("محمد أكصوي", "TUR"),
            ("موسى سالي", "NER"),
        ),
    ],
)
def test_a_witness_between_a_verb_and_its_object_hides_no_guest(
    lang: str, text: str, guest: tuple[str, str], witness: tuple[str, str]
) -> None:
    host, *others = who(text, lang)
    assert host[1] == "NER"
    assert others == [guest, witness]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "La ministre nigérienne des Affaires étrangères, Aïssa Maïga, s'est entretenue jeudi avec sa collègue malienne.", "MLI"),
        ("en", "The Nigerien foreign minister, Aissa Maiga, met on Thursday in Niamey with her Malian colleague.", "MLI"),
        ("ar", "التقت وزيرة الخارجية النيجرية عائشة مايغا نظيرتها المالية في نيامي يوم الخميس.", "MLI"),
    ],
)
def test_a_colleague_of_another_state_holds_the_same_office(lang: str, text: str, told: str) -> None:
    (meeting,) = only(read(text, lang), Engagement)
    assert [one.country for one in meeting.participants] == ["NER", told]
    assert meeting.participants[0].entity == "org:ner-foreign-ministry"
    assert meeting.participants[1].entity == "org:mli-foreign-ministry"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The interior minister received a number of vehicles from the EU on Tuesday."),
        ("fr", "Le ministre de l'Intérieur a reçu un certain nombre de véhicules de l'Union européenne mardi."),
        ("ar", "استقبل وزير الداخلية عددا من السيارات من الاتحاد الأوروبي."),
    ],
)
def test_a_number_of_things_that_were_sent_is_no_meeting(lang: str, text: str) -> None:
    assert only(read(text, lang), Engagement) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "استقبل صاحب السمو الشيخ تركي بن فيصل آل ثاني أمير دولة قطر، اليوم الثلاثاء، بقصر لوسيل، "
            "فخامة الرئيس حسين جاما رئيس جمهورية الصومال الفيدرالية الشقيقة.",
            [("تركي بن فيصل آل ثاني", "QAT"), ("حسين جاما", "SOM")],
        ),
        (
            "استقبل صاحب السمو الشيخ راشد بن خليفة آل حمد ولي العهد رئيس مجلس الوزراء، معالي الدكتور سالم بن عمر وزير الخارجية المصري.",
            [("راشد بن خليفة آل حمد", None), ("سالم بن عمر", "EGY")],
        ),
        (
            "استقبل سمو الشيخ منصور بن زايد نائب رئيس الدولة نائب رئيس مجلس الوزراء رئيس ديوان الرئاسة، "
            "معالي عبدالله ديوب وزير خارجية مالي.",
            [("منصور بن زايد", None), ("عبدالله ديوب", "MLI")],
        ),
        (
            "استقبل صاحب السمو الملكي الأمير فهد بن خالد بن عبدالعزيز وزير الدفاع، في الرياض أمس، "
            "معالي وزير الدفاع الوطني في جمهورية تشاد اللواء إسحاق ملوة.",
            [("فهد بن خالد بن عبدالعزيز", "SAU"), ("إسحاق ملوة", "TCD")],
        ),
        ("استقبل الملك محمد السادس رئيس الوزراء الفرنسي في الرباط.", [("محمد السادس", "MAR"), ("رئيس الوزراء الفرنسي", "FRA")]),
    ],
)
def test_in_protocol_style_each_honorific_opens_one_person(text: str, told: list[tuple[str, str | None]]) -> None:
    assert who(text, "ar") == told


def test_two_offices_behind_one_name_are_one_person() -> None:
    text = "His Highness Sheikh Rashid bin Khalifa, Crown Prince and Prime Minister, received the Egyptian foreign minister, Salem Omar."
    assert who(text, "en") == [("Sheikh Rashid bin Khalifa", None), ("Salem Omar", "EGY")]


@pytest.mark.parametrize(
    ("lang", "text", "contexts"),
    [
        (
            "en",
            "The head of Morocco's intelligence service met his Mauritanian counterpart in Rabat to discuss the fight against terrorism.",
            {"diplomatic", "intelligence", "terrorism"},
        ),
        (
            "fr",
            "Le ministre tchadien de l'Eau a rencontré à N'Djamena l'ambassadeur d'Allemagne. "
            "Les échanges ont porté sur la sécheresse et l'accueil des réfugiés.",
            {"asylum", "diplomatic", "disasters"},
        ),
        (
            "ar",
            "استقبل وزير الصحة النيجري سفير تركيا وبحثا مكافحة الكوليرا.",
            {"diplomatic", "health"},
        ),
        ("ar", "استقبل رئيس أركان الجيش الموريتاني قائد القوات البرية السنغالية في نواكشوط.", {"diplomatic", "military"}),
    ],
)
def test_a_meeting_has_the_contexts_of_its_offices_and_topics(lang: str, text: str, contexts: set[str]) -> None:
    event = next(one for one in only(read(text, lang), Event) if one.engagement)
    assert set(event.contexts) == contexts


@pytest.mark.parametrize(
    ("lang", "text", "office"),
    [
        (
            "ar",
            "قال مسؤول قطري إن المساعدات ستصل هذا الأسبوع. وأكد وزير الصحة السوداني أن المستشفيات جاهزة. "
            "وأضاف المسؤول القطري نفسه أن الشحنة الثانية ستليها قريبا.",
            "مسؤول قطري",
        ),
        (
            "en",
            "A Qatari official said that the aid would arrive this week. The Sudanese health minister, Omar Taha, said that hospitals were "
            "ready. The same Qatari official added that a second shipment would follow.",
            "Qatari official",
        ),
        (
            "fr",
            "Un responsable qatari a déclaré que l'aide arriverait cette semaine. Le ministre soudanais de la Santé, Omar Taha, a affirmé "
            "que les hôpitaux étaient prêts. Le même responsable a ajouté qu'une seconde cargaison suivrait.",
            "responsable qatari",
        ),
        (
            "en",
            'A senior Emirati official said talks were useful. "We expect a second round," the same official said.',
            "senior Emirati official",
        ),
    ],
)
def test_the_same_official_is_the_one_of_that_state_whoever_spoke_in_between(lang: str, text: str, office: str) -> None:
    last = only(read(text, lang), Statement)[-1]
    assert last.speaker is not None
    assert last.speaker.office == office
