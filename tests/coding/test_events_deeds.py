"""Acts told plainly: crowds, strikes, attacks, words and gifts; what is to come, what is condemned, and what only sounds like an act."""

from __future__ import annotations

import pytest
from tests.coding.test_events_sentences import read

from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon

CODER = EventCoder(load_lexicon())

CROWDS = [
    ("ar", "أغلق تجار السوق محالهم لليوم الثالث احتجاجا على رفع الرسوم.", "strike"),
    ("ar", "رفض سائقو الحافلات في تمبدغة العمل بسبب عدم صرف أجورهم.", "strike"),
    ("ar", "سد سكان القرية الطريق المؤدية إلى المنجم بجذوع الأشجار.", "obstruct"),
    ("ar", "دخل سبعة سجناء أسبوعهم الثاني من دون طعام في سجن آيون.", "hunger"),
    ("ar", "وقفت أمهات المفقودين أمام مقر الولاية حاملات صور أبنائهن.", "demo"),
    ("ar", "قاطع نواب المعارضة جلسة الافتتاح.", "boycott"),
    ("fr", "Les dockers de Cotonou croisent les bras depuis mardi.", "strike"),
    ("fr", "Les riverains ont barré la route nationale avec des troncs d'arbres.", "obstruct"),
    ("en", "Shopkeepers in Kumasi shut their stores on Monday in protest at the new levy.", "strike"),
    ("en", "A bakery was looted and two cars were torched by a mob in Kenema.", "riot"),
]


@pytest.mark.parametrize(("lang", "text", "mode"), CROWDS)
def test_people_who_stop_block_or_stand_are_a_protest(lang: str, text: str, mode: str) -> None:
    drafts, _ = read(CODER, text, lang)
    assert drafts
    assert drafts[0].type == "PROTEST"
    assert mode in drafts[0].modes


ATTACKS = [
    ("ar", "أمطرت المدفعية أحياء المدينة بالقذائف منذ الفجر.", "heavy-weapons"),
    ("ar", "فتح حراس النار على شاحنة عند مدخل الثكنة.", "firearms"),
    ("ar", "اقتاد مسلحون ثلاثة مهندسين إلى جهة مجهولة.", "abduct"),
    ("ar", "انهال رجال شرطة بالضرب على بائع متجول.", "beat"),
    ("fr", "Un car a sauté sur une mine artisanale près de Djibo.", "explosives"),
    ("en", "Raiders put sixty huts and a clinic to the torch.", "destroy"),
]


@pytest.mark.parametrize(("lang", "text", "mode"), ATTACKS)
def test_who_does_what_to_whom_is_an_attack(lang: str, text: str, mode: str) -> None:
    drafts, _ = read(CODER, text, lang)
    assert drafts
    assert drafts[0].type == "ASSAULT"
    assert mode in drafts[0].modes


@pytest.mark.parametrize(
    ("lang", "text", "type_"),
    [
        ("ar", "انفجر أنبوب غاز في مصنع للزجاج فأصيب عاملان.", "ASSAULT"),
        ("fr", "L'explosion d'une bonbonne de gaz a blessé deux cuisiniers.", "ASSAULT"),
        ("fr", "La bataille contre la vie chère se gagne dans les champs.", "PROTEST"),
        ("en", "Dancers beating drums welcomed the guests.", "ASSAULT"),
    ],
)
def test_accidents_noise_and_figures_of_speech_are_no_attack_and_no_protest(lang: str, text: str, type_: str) -> None:
    drafts, _ = read(CODER, text, lang)
    assert type_ not in [draft.type for draft in drafts]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Togo and Benin are to hold a summit in Lomé next week."),
        ("ar", "ستستقبل نواكشوط وفدا سنغاليا الأسبوع المقبل، وسيلتقي الوزيران يوم الأحد."),
    ],
)
def test_a_meeting_to_come_is_an_agreement_told_once_and_flagged(lang: str, text: str) -> None:
    drafts, _ = read(CODER, text, lang)
    assert [draft.type for draft in drafts].count("AGREE") == 1
    assert "CONSULT" not in [draft.type for draft in drafts]
    agreed = next(draft for draft in drafts if draft.type == "AGREE")
    assert "future" in agreed.flags
    assert agreed.modes == ()


def test_a_condemnation_comes_before_the_attack_that_it_condemns() -> None:
    drafts, _ = read(CODER, "Le Togo condamne l'attaque perpétrée contre une patrouille béninoise à Kérou.", "fr")
    assert drafts[0].type == "ACCUSE"


def test_forces_that_free_hostages_give_aid_and_kidnappers_who_let_them_go_retreat() -> None:
    rescued, _ = read(CODER, "Troops freed nine kidnapped schoolgirls from a forest camp on Friday.")
    assert rescued[0].type == "AID"
    let_go, _ = read(CODER, "The gang freed two hostages on Friday.")
    assert let_go[0].type == "RETREAT"


def test_a_strike_that_is_called_off_and_a_curfew_that_is_lifted_are_concessions() -> None:
    for text in ("Dockers in Tema suspended their strike on Sunday.", "The curfew in force in the north since May was lifted on Sunday."):
        drafts, _ = read(CODER, text)
        assert drafts[0].type == "CONCEDE"


def test_an_attack_is_kept_however_many_other_acts_a_sentence_tells() -> None:
    text = (
        "The minister resigned, the court sentenced two smugglers to ten years in prison, the army recalled its ambassador, "
        "the junta closed two newspapers, the union called off its strike and gunmen killed nine soldiers in an ambush on Monday."
    )
    drafts, _ = read(CODER, text)
    assert "ASSAULT" in [draft.type for draft in drafts]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "The regulator suspended two radio stations on Monday.", "rights_freedoms"),
        ("en", "Two hundred refugees crossed into Chad, where police arrested a smuggler on Monday.", "migration"),
        ("fr", "La police a arrêté un ancien maire soupçonné de malversations.", "corruption"),
        ("fr", "Le tribunal de Kayes a condamné deux hommes à cinq ans de prison.", "legal"),
        ("ar", "اعتقلت الشرطة مهربا ضبطت بحوزته كمية من الكوكايين.", "illegal_drugs"),
        ("ar", "فجر انتحاري نفسه قرب حاجز للجيش يوم الاثنين وقتل جنديين.", "terrorism"),
    ],
)
def test_contexts_come_from_the_words_of_the_sentence_and_from_the_mode(lang: str, text: str, told: str) -> None:
    drafts, _ = read(CODER, text, lang)
    assert told in drafts[0].contexts


def test_a_minister_who_travels_is_no_matter_of_the_executive() -> None:
    drafts, _ = read(CODER, "The health minister visited Togo on Monday.")
    assert "executive" not in drafts[0].contexts
