"""What a careful reader would write down of whole texts: who met, who speaks, who died, and what is no event."""

from __future__ import annotations

from datetime import date

import pytest
from coded import only, read

from marsad.base.records import Engagement, Event, NonEvent, Statement
from marsad.coding.coder import load_coder

TITLE = "وزير الخارجية الموريتاني يستقبل المبعوث الأممي إلى منطقة الساحل"
BODY = (
    "استقبل وزير الخارجية الموريتاني، محمد سالم ولد مرزوك، أمس الثلاثاء في نواكشوط، "
    "المبعوث الخاص للأمين العام للأمم المتحدة إلى منطقة الساحل. "
    "وتناول اللقاء، وفق بلاغ للوزارة، سبل تعزيز التعاون الأمني ومكافحة الإرهاب."
)


def test_a_title_and_the_body_under_it_tell_one_meeting() -> None:
    (meeting,) = only(read(f"{TITLE}\n\n{BODY}", "ar"), Engagement)
    guest = next(one for one in meeting.participants if one.country is None)
    assert guest.office == "المبعوث الخاص للأمين العام للأمم المتحدة"
    assert guest.organisation == "الأمم المتحدة"


def test_a_source_set_off_by_commas_does_not_hide_the_topics() -> None:
    (meeting,) = only(read(BODY, "ar"), Engagement)
    assert [topic.text for topic in meeting.topics] == ["سبل تعزيز التعاون الأمني", "مكافحة الإرهاب"]


@pytest.mark.parametrize(
    ("text", "lang", "dead"),
    [
        ("Au moins 23 civils ont été tués et une trentaine d'autres blessés samedi près de Djibo.", "fr", 23),
        ("At least 12 soldiers were killed and 30 others wounded in an attack near Gao on Monday.", "en", 12),
        ("Gunmen wounded 30 people and killed 12 soldiers near Gao on Monday.", "en", 12),
        ("لقي 14 جنديا مصرعهم وأصيب ثمانية آخرون في هجوم شنه مسلحون قرب موبتي.", "ar", 14),
    ],
)
def test_the_wounded_are_not_counted_among_the_dead(text: str, lang: str, dead: int) -> None:
    event = next(one for one in only(read(text, lang), Event) if one.fatalities)
    assert event.fatalities is not None
    assert (event.fatalities.low, event.fatalities.best, event.fatalities.high) == (dead, dead, dead)


def test_those_who_met_their_death_are_the_ones_harmed() -> None:
    text = "لقي 14 جنديا مصرعهم في هجوم شنه مسلحون قرب موبتي."
    event = next(one for one in only(read(text, "ar"), Event) if one.type == "ASSAULT")
    assert [one.name for one in event.recipients] == ["جنديا"]


def test_a_month_is_no_march() -> None:
    found = only(read("N'DJAMENA, 3 March 2025 - The army chief received the police chief of Niger.", "en"), Event)
    assert "PROTEST" not in [one.type for one in found]
    assert [one.type for one in only(read("Hundreds of teachers marched in Abuja on Friday against the cuts.", "en"), Event)] == ["PROTEST"]


def test_what_he_claims_is_the_last_experts_claim_and_no_event() -> None:
    text = (
        '"The war will spill over into Chad within months," said Theodore Smith, an analyst at the Horn Institute. '
        "He claimed that Boko Haram had killed 60 soldiers on Lake Chad."
    )
    records = read(text, "en")
    said = only(records, Statement)
    assert [(one.speaker.name, one.speaker.organisation) for one in said if one.speaker] == [("Theodore Smith", "Horn Institute")] * 2
    assert [one.source_kind for one in said] == ["expert", "expert"]
    assert only(records, Event) == []
    assert any("expert" in one.reason for one in only(records, NonEvent))


def test_the_ministry_behind_the_comma_speaks_and_not_its_guest() -> None:
    text = "The army chief received the deputy commander of the Sudanese Armed Forces on Sunday, the defence ministry said in a statement."
    (said,) = only(read(text, "en"), Statement)
    assert said.speaker is not None
    assert said.speaker.organisation == "defence ministry"


def test_money_announced_is_no_speech() -> None:
    records = read("The United States imposed sanctions on two RSF commanders and announced 50 million dollars in aid.", "en")
    assert only(records, Statement) == []
    assert "SANCTION" in [one.type for one in only(records, Event)]


@pytest.mark.parametrize(
    ("text", "lang", "name", "house"),
    [
        (
            'وقال الخبير الأمني أحمد بابا، الباحث بمركز الدراسات الاستراتيجية، إن "الوضع هش للغاية هنا".',
            "ar",
            "أحمد بابا",
            "مركز الدراسات الاستراتيجية",
        ),
        (
            'وأوضح سعيد الكيحل، أستاذ العلاقات الدولية بجامعة محمد الخامس، أن "الوضع هش للغاية هنا".',
            "ar",
            "سعيد الكيحل",
            "جامعة محمد الخامس",
        ),
        (
            "Selon l'analyste Jean Dupont, de l'Institut d'études de sécurité, « la situation reste fragile ».",
            "fr",
            "Jean Dupont",
            "Institut d'études de sécurité",
        ),
        (
            "Aminata Diallo, chercheuse à l'université de Bamako, estime que « la situation reste fragile ».",
            "fr",
            "Aminata Diallo",
            "université de Bamako",
        ),
        (
            '"The situation remains very fragile," said Jane Doe, professor of politics at the University of Lagos.',
            "en",
            "Jane Doe",
            "University of Lagos",
        ),
    ],
)
def test_a_quoted_expert_is_named_with_the_house_that_he_works_for(text: str, lang: str, name: str, house: str) -> None:
    said = only(read(text, lang), Statement)[0]
    assert said.speaker is not None
    assert (said.source_kind, said.speaker.name, said.speaker.organisation) == ("expert", name, house)


def test_a_denied_withdrawal_is_that_of_those_who_are_said_to_have_left() -> None:
    (event,) = only(read("ونفت الحكومة المالية أن تكون قوات فاغنر قد انسحبت من المنطقة.", "ar"), Event)
    assert (event.type, [one.entity for one in event.actors]) == ("RETREAT", ["group:wagner"])
    assert "negated" in event.flags


def test_a_strike_set_for_a_coming_day_is_future() -> None:
    found = only(read("دعت النقابات إلى إضراب عام في نيامي الخميس المقبل.", "ar"), Event)
    assert [(one.type, "future" in one.flags) for one in found] == [("PROTEST", True)]


def test_one_word_tells_one_deed() -> None:
    found = only(read("Niger's junta expelled the French ambassador in 2023.", "en"), Event)
    assert [one.type for one in found] == ["SANCTION"]


def test_what_is_decreed_elsewhere_does_not_take_the_last_place_nor_the_experts_year() -> None:
    text = (
        "Gunmen abducted 20 students in Kaduna on Friday. The United States imposed sanctions on two RSF commanders.\n"
        'According to the analyst Jean Dupont, "the group took twelve teachers last year". The United Nations condemned the attack.'
    )
    events = {one.type: one for one in only(read(text, "en", published=date(2025, 3, 3)), Event)}
    assert events["SANCTION"].place is None or events["SANCTION"].place.country != "NGA"
    assert events["ACCUSE"].date.end is not None
    assert events["ACCUSE"].date.end.year == 2025


def test_tear_gas_is_no_natural_resource() -> None:
    found = only(read("Police fired tear gas at teachers who marched in Abuja on Friday.", "en"), Event)
    assert found
    assert all("natural_resource" not in one.contexts for one in found)


def test_a_coder_reads_the_same_text_twice_alike() -> None:
    text = f"{TITLE}\n\n{BODY}"
    assert read(text, "ar") == read(text, "ar")
    assert load_coder().name == "rules"
