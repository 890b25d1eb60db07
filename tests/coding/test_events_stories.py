"""Events of short stories of our own: what a sentence beside an attack, a ban or an accusation tells, and what it does not."""

import pytest
from tests.coding.coded import only, read

from marsad.base.records import Event


def told(text: str, lang: str, *types: str) -> list[Event]:
    """The events of a text, of the types given, each once."""
    events = [event for event in only(read(text, lang), Event) if not any(link.rel == "same_as" for link in event.links)]
    return [event for event in events if not types or event.type in types]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Gunmen killed six villagers near Gao on Monday. Togo condemned the attack."),
        ("fr", "Des hommes armés ont tué six villageois près de Gao lundi. Le Togo a condamné l'attaque."),
        ("ar", "قتل مسلحون ستة قرويين قرب غاو يوم الاثنين. وأدانت توغو الهجوم."),
    ],
)
def test_whoever_condemns_an_attack_did_not_do_it(lang: str, text: str) -> None:
    attacks = told(text, lang, "ASSAULT")
    assert len(attacks) == 1
    assert [actor.sector for actor in attacks[0].actors] == ["UAF"]
    condemned = told(text, lang, "ACCUSE")
    assert [actor.entity for actor in condemned[0].actors] == ["country:TGO"]


@pytest.mark.parametrize(
    ("lang", "text", "type_", "doer"),
    [
        ("ar", "رفضت نقابة الأطباء المقترح، وهددت بإضراب مفتوح إذا لم تستجب الحكومة.", "THREATEN", "نقابة الأطباء"),
        ("ar", "أدانت بنين الهجوم، وعرضت تقديم الدعم لنيامي.", "AGREE", "بنين"),
        ("fr", "Le Mali accuse l'Algérie d'abriter des groupes et a suspendu les vols.", "SANCTION", "Mali"),
        ("en", "The African Union criticised the vote and welcomed the truce.", "SUPPORT", "African Union"),
    ],
)
def test_a_verb_joined_by_and_has_the_subject_of_the_first(lang: str, text: str, type_: str, doer: str) -> None:
    assert [actor.name for actor in told(text, lang, type_)[0].actors] == [doer]


def test_whoever_is_accused_of_an_attack_is_its_alleged_doer_though_the_accuser_denies_something_else() -> None:
    text = "نفت قوات الدعم السريع سقوط المدينة، واتهمت الجيش بقصف الأحياء السكنية، ما أدى إلى مقتل تسعة مدنيين."
    attack = told(text, "ar", "ASSAULT")[0]
    assert [actor.name for actor in attack.actors] == ["الجيش"]
    assert "attributed" in attack.flags
    assert "negated" not in attack.flags
    accusation = told(text, "ar", "ACCUSE")[0]
    assert [actor.entity for actor in accusation.actors] == ["group:rsf"]


def test_whence_the_attackers_came_is_not_where_the_army_answered() -> None:
    text = (
        "Treize gendarmes ont été tués mardi dans une embuscade dans l'ouest du Niger. Les assaillants, venus du Burkina Faso, ont fui."
        " L'armée a envoyé des renforts."
    )
    sent = told(text, "fr", "MOBILIZE")[0]
    assert sent.place is not None
    assert sent.place.country == "NER"


def test_an_attack_recalled_from_another_month_is_another_event() -> None:
    text = (
        "Treize gendarmes ont été tués le 14 mai dans une embuscade dans l'ouest du Niger. C'est l'attaque la plus meurtrière depuis"
        " le mois de janvier, quand dix-sept soldats avaient péri."
    )
    assert sorted(event.fatalities.best for event in told(text, "fr", "ASSAULT") if event.fatalities) == [13, 17]


def test_militants_who_kill_and_militants_who_are_killed_are_two_events() -> None:
    text = (
        "Militants killed seven soldiers in Marte on Monday. Fighter jets later bombed the militants. The air force said dozens of them"
        " were killed."
    )
    tolls = {event.fatalities.best: event for event in told(text, "en", "ASSAULT") if event.fatalities}
    assert sorted(tolls) == [7, 24]
    assert [actor.name for actor in tolls[7].recipients] == ["soldiers"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le gouvernement a interdit lundi toute manifestation à Conakry."),
        ("en", "The government banned all demonstrations in Conakry on Monday."),
    ],
)
def test_a_ban_of_protests_is_no_protest(lang: str, text: str) -> None:
    assert [event.type for event in told(text, lang)] == ["COERCE"]


def test_a_call_to_demonstrate_is_a_protest_to_come() -> None:
    found = told("L'opposition appelle à manifester à Conakry.", "fr")
    assert [(event.type, "future" in event.flags) for event in found] == [("PROTEST", True)]


def test_families_brought_to_safety_are_helped_and_nobody_retreats() -> None:
    found = told("The health ministry evacuated forty families from Zawiya on Sunday.", "en")
    assert [event.type for event in found] == ["AID"]


def test_what_was_done_while_something_else_happened_is_no_act_of_its_own() -> None:
    found = told("Fighter jets bombed the militants as they withdrew towards Lake Chad on Monday.", "en")
    assert [event.type for event in found] == ["ASSAULT"]


def test_a_raid_that_ends_in_deportations_is_no_attack() -> None:
    found = told("Nigeria's immigration service deported 61 people on Tuesday after a raid on a hotel in Lagos.", "en")
    assert [event.type for event in found] == ["COERCE"]


def test_drones_that_are_only_named_attack_nobody() -> None:
    found = told("The United States imposed sanctions on two companies that supply drones to the paramilitaries.", "en")
    assert [event.type for event in found] == ["SANCTION"]


@pytest.mark.parametrize(
    ("lang", "text", "type_", "doer"),
    [
        ("en", "Mali, which left talks on the project in June, criticised the accord.", "ACCUSE", "Mali"),
        ("en", "Mali, which left talks on the project in June, criticised the accord.", "SANCTION", "Mali"),
        ("fr", "La Côte d'Ivoire a demandé l'aide du HCR, qui a livré des tentes.", "AID", "HCR"),
        ("fr", "L'armée burkinabè a libéré douze civils enlevés par des groupes armés.", "RETREAT", "armée burkinabè"),
        ("fr", "L'armée burkinabè a libéré douze civils enlevés par des groupes armés.", "ASSAULT", "groupes armés"),
    ],
)
def test_clauses_in_commas_and_participles_keep_their_own_doers(lang: str, text: str, type_: str, doer: str) -> None:
    assert [actor.name for actor in told(text, lang, type_)[0].actors] == [doer]


def test_names_joined_by_and_are_named_together() -> None:
    agreed = told("اتفقت مصر وتركيا، أمس الاثنين، على استئناف الرحلات.", "ar", "AGREE")[0]
    assert [actor.entity for actor in agreed.actors] == ["country:EGY", "country:TUR"]


def test_a_sentence_without_a_date_is_of_the_latest_past_day_of_the_one_before_and_not_of_what_that_recalls() -> None:
    text = "أفرجت السلطات التشادية، الاثنين، عن معارض كانت الشرطة قد اعتقلته في مارس. وتظاهر مئات من أنصاره في نجامينا ترحيبا بالقرار."
    protest = told(text, "ar", "PROTEST")[0]
    assert protest.date.end is not None
    assert protest.date.end.isoformat() == "2024-05-13"


def test_a_condemnation_in_quotation_marks_is_its_speakers_own_act_and_no_claim() -> None:
    text = "Le gouvernement burkinabè a condamné « un acte lâche » et promis de renforcer la protection du personnel de santé."
    assert "attributed" not in told(text, "fr", "ACCUSE")[0].flags


def test_what_a_minister_announced_is_not_his_name() -> None:
    sent = told("أعلن وزير الداخلية إرسال تعزيزات إلى المنطقة.", "ar", "MOBILIZE")[0]
    assert [actor.name for actor in sent.actors] == ["وزير الداخلية"]
