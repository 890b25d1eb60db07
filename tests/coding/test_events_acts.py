"""Acts of all types told in plain news: type, mode, doer; what an act takes as its object is no act; false friends."""

import pytest
from tests.coding.coded import only, read
from tests.coding.test_events_sentences import read as drafts_of

from marsad.base.records import Event
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon

CASES = [
    ("en", "Niger's army released twelve prisoners on Friday.", "RETREAT", "release"),
    ("fr", "Le Mali a libéré douze prisonniers vendredi.", "RETREAT", "release"),
    ("ar", "أفرج الجيش المالي عن اثني عشر سجينا يوم الجمعة.", "RETREAT", "release"),
    ("en", "Forty rebels surrendered to the army in Kidal on Friday.", "RETREAT", "disarm"),
    ("fr", "La milice a déposé les armes dimanche à Bangui.", "RETREAT", "disarm"),
    ("ar", "استسلم أربعون متمردا للجيش في كيدال يوم الجمعة.", "RETREAT", "disarm"),
    ("en", "The rebels and the army observed a truce along the river on Monday.", "RETREAT", "ceasefire"),
    ("en", "The interior minister of Chad resigned on Tuesday.", "RETREAT", "resign"),
    ("en", "The army withdrew its soldiers from Kidal on Tuesday.", "RETREAT", "withdraw"),
    ("fr", "L'armée a mené une frappe aérienne contre un camp de rebelles près de Kidal lundi.", "ASSAULT", "aerial"),
    ("ar", "شن الجيش غارة جوية على معسكر للمتمردين قرب كيدال يوم الاثنين.", "ASSAULT", "aerial"),
    ("en", "The army shelled the town of Kutum on Tuesday, wounding six people.", "ASSAULT", "heavy-weapons"),
    ("en", "The European Union suspended its aid to Niger on Friday.", "SANCTION", "discontinue"),
    ("fr", "L'Union européenne a suspendu son aide au Niger vendredi.", "SANCTION", "discontinue"),
    ("ar", "علق الاتحاد الأوروبي مساعداته للنيجر يوم الجمعة.", "SANCTION", "discontinue"),
    ("en", "Niger ordered the UN coordinator to leave the country within 72 hours.", "SANCTION", "expel"),
    ("fr", "Le Niger a ordonné au coordonnateur de l'ONU de quitter le pays sous 72 heures.", "SANCTION", "expel"),
    ("ar", "أمرت النيجر منسق الأمم المتحدة بمغادرة البلاد خلال 72 ساعة.", "SANCTION", "expel"),
    ("en", "The Security Council extended the arms embargo on South Sudan on Thursday.", "SANCTION", "discontinue"),
    ("fr", "Le Conseil de sécurité a prolongé jeudi l'embargo sur les armes imposé au Soudan du Sud.", "SANCTION", "discontinue"),
    ("ar", "مدد مجلس الأمن حظر السلاح المفروض على جنوب السودان يوم الخميس.", "SANCTION", "discontinue"),
]


@pytest.mark.parametrize(("lang", "text", "type_", "mode"), CASES)
def test_an_act_told_in_a_text_has_its_type_and_its_mode_and_is_told_once(lang: str, text: str, type_: str, mode: str) -> None:
    events = only(read(text, lang), Event)
    assert [event.type for event in events] == [type_]
    assert mode in events[0].modes
    assert events[0].actors


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Gunmen attacked the barracks in Diffa on Monday, killing six soldiers. Boko Haram claimed responsibility for the attack."),
        ("fr", "Des hommes armés ont attaqué la caserne de Diffa lundi, tuant six soldats. Boko Haram a revendiqué l'attaque."),
        ("ar", "هاجم مسلحون ثكنة في ديفا يوم الاثنين وقتلوا ستة جنود. وتبنت جماعة بوكو حرام الهجوم."),
    ],
)
def test_a_claim_is_attributed_and_no_second_attack(lang: str, text: str) -> None:
    attacks = [event for event in only(read(text, lang), Event) if event.type == "ASSAULT"]
    assert len([event for event in attacks if not event.links]) == 1
    claims = [event for event in attacks if event.links]
    assert [actor.entity for claim in claims for actor in claim.actors] == ["group:boko-haram"]
    assert all("attributed" in claim.flags for claim in claims)


@pytest.mark.parametrize(
    ("lang", "text", "type_", "gone"),
    [
        ("en", "The government lifted the curfew in the city on Monday.", "CONCEDE", "COERCE"),
        ("ar", "رفعت الحكومة حظر التجول في المدينة يوم الاثنين.", "CONCEDE", "COERCE"),
        ("en", "The junta refused to hold talks with the opposition on Monday.", "REJECT", "CONSULT"),
        ("fr", "Les enseignants ont suspendu leur grève lundi.", "CONCEDE", "PROTEST"),
        ("en", "Hundreds of villagers blocked the road on Thursday to demand water.", "PROTEST", "REQUEST"),
    ],
)
def test_the_object_of_an_act_is_no_act_of_its_own(lang: str, text: str, type_: str, gone: str) -> None:
    drafts, _ = drafts_of(EventCoder(load_lexicon()), text, lang)
    types = [draft.type for draft in drafts]
    assert types[0] == type_
    assert gone not in types


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "وصل الوفد إلى المدينة عند الفجر."),
        ("en", "The minister died of a heart attack."),
        ("fr", "La mine d'or emploie deux cents personnes."),
    ],
)
def test_words_of_a_false_friend_trigger_no_attack(lang: str, text: str) -> None:
    drafts, _ = drafts_of(EventCoder(load_lexicon()), text, lang)
    assert "attack" not in [draft.rule.split("-")[0] for draft in drafts]
    assert not any(draft.rule.startswith(("explosion", "device")) for draft in drafts)


def test_an_arabic_verb_of_a_coming_act_is_read_and_is_future_and_a_car_is_not() -> None:
    coder = EventCoder(load_lexicon())
    coming, _ = drafts_of(coder, "سيلتقي الرئيس المصري نظيره السوداني يوم الأحد.", "ar")
    assert coming[0].type == "AGREE"
    assert "future" in coming[0].flags
    car, _ = drafts_of(coder, "انفجرت سيارة مفخخة وسط المدينة أمس وقتلت خمسة جنود.", "ar")
    assert car[0].type == "ASSAULT"
    assert "future" not in car[0].flags
