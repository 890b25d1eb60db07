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


@pytest.mark.parametrize(
    ("text", "lang", "states"),
    [
        ("Les chefs d'état-major du Mali, du Burkina Faso et du Niger se sont réunis jeudi à Niamey.", "fr", ["MLI", "BFA", "NER"]),
        ("اجتمع وزراء خارجية مالي والنيجر وبوركينا فاسو في باماكو أمس.", "ar", ["MLI", "NER", "BFA"]),
        ("The army chiefs of Mali, Niger and Chad met in Niamey on Monday.", "en", ["MLI", "NER", "TCD"]),
    ],
)
def test_an_office_in_the_plural_is_held_by_one_for_each_state(text: str, lang: str, states: list[str]) -> None:
    (meeting,) = only(read(text, lang), Engagement)
    assert [one.country for one in meeting.participants] == states
    assert len({one.office for one in meeting.participants}) == 1


def test_a_style_before_a_name_belongs_to_the_office_before_it() -> None:
    text = (
        "استقبل وزير الداخلية الموريتاني المدير العام لوكالة الاستخبارات الوطنية النيجيرية، "
        "السفير محمد أحمد، الذي يقوم بزيارة عمل على رأس وفد أمني."
    )
    (meeting,) = only(read(text, "ar"), Engagement)
    named = [(one.name, one.country) for one in meeting.participants if one.name]
    assert named == [("محمد أحمد", "NGA")]
    assert any(one.delegation for one in meeting.participants)


def test_a_call_is_between_the_one_who_made_it_and_the_one_called() -> None:
    text = "وكان وزير الخارجية الجزائري قد أجرى في ماي الماضي مباحثات هاتفية مع وزير الخارجية الروسي سيرغي لافروف."
    (call,) = only(read(text, "ar"), Engagement)
    assert (call.form, [one.country for one in call.participants]) == ("call", ["DZA", "RUS"])


def test_discussing_with_somebody_is_meeting_him_and_the_topic_comes_last() -> None:
    text = "بحث وزير الدفاع التشادي مع نظيره النيجري، اليوم الأحد، العلاقات الثنائية."
    (meeting,) = only(read(text, "ar"), Engagement)
    assert [one.country for one in meeting.participants] == ["TCD", "NER"]
    assert [topic.text for topic in meeting.topics] == ["العلاقات الثنائية"]
    assert only(read("بحث مجلس الوزراء الموريتاني مشروع الميزانية.", "ar"), Engagement) == []


def test_two_things_agreed_are_two_outcomes() -> None:
    text = f"{BODY} واتفق الطرفان على عقد اجتماعات دورية وعلى إحداث نقطة اتصال دائمة."
    (meeting,) = only(read(text, "ar"), Engagement)
    assert [one.text for one in meeting.outcomes] == ["عقد اجتماعات دورية", "إحداث نقطة اتصال دائمة"]


def test_those_along_do_not_act_and_the_presidents_visit_is_the_presidents() -> None:
    text = (
        "Mauritanian President Mohamed Ould Ghazouani, accompanied by army chief General Ahmed Salem, "
        "met Niger's prime minister in Niamey on Tuesday. "
        "The talks follow up on President Ghazouani's visit to Washington in December."
    )
    meeting, visit = only(read(text, "en"), Engagement)
    assert [(one.name, one.delegation) for one in meeting.participants if one.name] == [
        ("Mohamed Ould Ghazouani", False),
        ("Ahmed Salem", True),
    ]
    assert [one.name for one in visit.participants] == ["Mohamed Ould Ghazouani"]


def test_an_earlier_toll_told_later_does_not_replace_the_new_one() -> None:
    text = (
        "At least 31 people were killed on Saturday when fighters of the RSF shelled a market in El Fasher. "
        "An earlier toll had put the dead at 19."
    )
    new, old = (one for one in only(read(text, "en"), Event) if one.fatalities)
    assert new.links == ()
    assert [(link.rel, link.to) for link in old.links] == [("same_as", new.id)]
    assert (new.fatalities and new.fatalities.best, old.fatalities and old.fatalities.best) == (31, 19)


def test_what_is_threatened_is_not_done_and_a_name_is_no_deed() -> None:
    found = only(read("وهددت واشنطن بفرض عقوبات جديدة على قادة الدعم السريع إذا استمر القتال.", "ar"), Event)
    assert [(one.type, [a.entity for a in one.actors], [r.entity for r in one.recipients]) for one in found] == [
        ("THREATEN", ["country:USA"], ["group:rsf"])
    ]


def test_the_police_arrest_and_are_not_arrested() -> None:
    first, second = only(read("واعتقلت الشرطة ثلاثة ناشطين في كيدال. اعتقل ثلاثة طلاب في نيامي.", "ar"), Event)
    assert [one.name for one in first.actors] == ["الشرطة"]
    assert [one.name for one in second.recipients] == ["طلاب"]


def test_forces_that_say_they_killed_are_the_doers_and_air_strikes_are_no_protest() -> None:
    text = "In neighbouring Burkina Faso, the army said it had killed 100 militants in air strikes, a claim that could not be checked."
    (event,) = only(read(text, "en"), Event)
    assert (event.type, [one.name for one in event.actors], event.actors[0].inferred) == ("ASSAULT", ["army"], True)
    (said,) = only(read(text, "en"), Statement)
    assert said.text.startswith("it had killed 100 militants")


def test_sources_speak_and_places_do_not() -> None:
    text = "Jihadists killed nine gendarmes in an ambush in western Niger on Wednesday, two security sources told reporters."
    (said,) = only(read(text, "en"), Statement)
    assert said.speaker is not None
    assert (said.speaker.office, said.speaker.country) == ("security sources", None)


def test_a_meeting_is_found_however_far_the_talks_stand_from_their_verb() -> None:
    text = (
        "أجرى وزير الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج، ناصر بوريطة، أمس الجمعة بالرباط، "
        "مباحثات مع وزيرة الاندماج الإفريقي والشؤون الخارجية السنغالية، ياسين فال.\n"
        "وتم خلال هذا اللقاء التوقيع على مذكرة تفاهم، كما اتفق الجانبان على تكثيف التنسيق، وعلى عقد اللجنة المشتركة."
    )
    records = read(text, "ar")
    meeting, accord = only(records, Engagement)
    assert [(one.name, one.country) for one in meeting.participants] == [("ناصر بوريطة", "MAR"), ("ياسين فال", "SEN")]
    assert [one.text for one in meeting.outcomes] == ["تكثيف التنسيق", "عقد اللجنة المشتركة"]
    assert (accord.form, [(link.rel, link.to) for link in accord.links]) == ("agreement", [("part_of", meeting.id)])
    assert [one.country for one in accord.participants] == ["MAR", "SEN"]
    assert [one.type for one in only(records, Event)] == ["CONSULT", "AGREE"]


def test_a_title_by_office_and_a_body_by_name_tell_one_meeting_and_later_company_joins_it() -> None:
    text = (
        "Burkina Faso junta leader hosts Ghanaian president\n"
        "Burkina Faso's junta leader Captain Ibrahim Traore held talks with Ghana's President John Mahama in Ouagadougou on Monday, "
        "part of Mahama's tour of the region.\n"
        "The two leaders discussed security cooperation, trade and transport, according to a joint communiqué.\n"
        "Mahama was accompanied by his foreign minister, Samuel Ablakwa, and national security coordinator Prosper Bani."
    )
    (meeting,) = only(read(text, "en"), Engagement)
    named = {one.name: (one.country, one.delegation) for one in meeting.participants}
    assert named == {
        "Ibrahim Traore": ("BFA", False),
        "John Mahama": ("GHA", False),
        "Samuel Ablakwa": ("GHA", True),
        "Prosper Bani": ("GHA", True),
    }
    assert [topic.text for topic in meeting.topics] == ["security cooperation", "trade", "transport"]


def test_the_killing_of_civilians_is_not_the_work_of_those_who_condemn_it() -> None:
    text = "Human Rights Watch called on the authorities to investigate the killing of civilians in Solenzo."
    killed = [one for one in only(read(text, "en"), Event) if one.type == "ASSAULT"]
    assert [(actor.entity) for one in killed for actor in one.actors] == []


def test_those_taken_by_rebels_are_not_the_takers() -> None:
    text = "يذكر أن سبعة جنود سنغاليين كانوا قد أسروا من طرف حركة متمردة في كازامانس سنة 2022."
    (event,) = only(read(text, "ar"), Event)
    assert [one.entity for one in event.recipients] == ["org:sen-army"]
    assert event.actors == ()


def test_an_analyst_who_would_not_be_named_has_no_name() -> None:
    (said,) = only(read("واعتبر محلل فضل عدم ذكر اسمه أن الوضع هش للغاية.", "ar"), Statement)
    assert said.speaker is not None
    assert said.speaker.name is None


@pytest.mark.parametrize(
    ("text", "doer", "struck"),
    [
        ("قتل الجيش المالي 20 جنديا في غارة جوية قرب غاو.", "الجيش المالي", "جنديا"),
        ("اختطف مسلحون أربعة مدنيين من بحيرة تشاد يوم الثلاثاء.", "مسلحون", "مدنيين"),
        ("قتل 20 جنديا في هجوم شنته جماعة نصرة الإسلام والمسلمين قرب غاو.", "جماعة نصرة الإسلام والمسلمين", "جنديا"),
    ],
)
def test_an_arabic_verb_of_harm_tells_who_struck_whom(text: str, doer: str, struck: str) -> None:
    event = next(one for one in only(read(text, "ar"), Event) if one.type == "ASSAULT")
    assert ([one.name for one in event.actors], [one.name for one in event.recipients]) == ([doer], [struck])


@pytest.mark.parametrize(
    ("text", "lang", "kind", "actor", "recipient"),
    [
        ("فرضت الولايات المتحدة عقوبات على فاغنر.", "ar", "SANCTION", "country:USA", "group:wagner"),
        ("منحت الصين تشاد مساعدة قدرها 10 ملايين دولار.", "ar", "AID", "country:CHN", None),
        ("اتهمت الجزائر المغرب بقصف شاحنات.", "ar", "ACCUSE", "country:DZA", "country:MAR"),
        ("Les États-Unis ont fourni 20 millions de dollars d'aide humanitaire au Soudan.", "fr", "AID", "country:USA", "country:SDN"),
    ],
)
def test_a_deed_in_words_or_money_has_the_doer_beside_its_verb(text: str, lang: str, kind: str, actor: str, recipient: str | None) -> None:
    event = next(one for one in only(read(text, lang), Event) if one.type == kind)
    assert [one.entity for one in event.actors] == [actor]
    assert recipient is None or [one.entity for one in event.recipients] == [recipient]


def test_a_drone_is_no_march_and_thousands_are_a_crowd() -> None:
    drone = only(read("قصفت طائرة مسيرة معسكرا لحركة الشباب في الصومال، ما أدى إلى مقتل 12 مسلحا.", "ar"), Event)
    assert [one.type for one in drone] == ["ASSAULT"]
    (rally,) = only(read("Tens of thousands rallied in Bamako on Friday against the cuts.", "en"), Event)
    assert (rally.type, [one.sector for one in rally.actors]) == ("PROTEST", ["CVL"])
