"""Where an event was when its own sentence names a place that no table holds: never where the last town of the text is."""

from __future__ import annotations

from coded import only, read

from marsad.base.records import Engagement, Event

MEETING_FR = "Le ministre togolais de la Sécurité, Ali Koffi, a reçu lundi à Lomé le ministre burkinabè de la Sécurité, Issa Sana. "
MEETING_AR = "استقبل وزير الدفاع الموريتاني سالم ولد أحمد، أمس الأحد في نواكشوط، وزير الدفاع الجزائري كريم مراد. "


def test_a_village_right_behind_the_deed_is_where_it_was() -> None:
    events = only(read(MEETING_FR + "Huit villageois ont été égorgés à Tambaré par des assaillants venus à moto.", "fr"), Event)
    (attack,) = [one for one in events if one.type == "ASSAULT"]
    assert attack.place is not None
    assert attack.place.name == "Tambaré"


def test_a_month_behind_the_deed_is_no_village() -> None:
    (attack,) = only(read("Gunmen attacked a village near Gao. Three herders were killed in December by the same men.", "en"), Event)[-1:]
    assert attack.place is None or attack.place.name != "December"


def test_a_region_that_no_table_holds_is_not_the_capital_named_before() -> None:
    text = MEETING_AR + "وقتل ثلاثة جنود في قصف نفذته طائرة مسيرة شمال ولاية تيرس زمور فجر السبت."
    (attack,) = [one for one in only(read(text, "ar"), Event) if one.type == "ASSAULT"]
    assert attack.place is None or attack.place.name != "نواكشوط"


def test_what_was_agreed_ends_where_the_speaker_goes_on() -> None:
    text = MEETING_AR + "وذكر بيان للوزارة أن الطرفين اتفقا على إنشاء مركز مشترك بمدينة تندوف، مبرزا أن الزيارة كانت ناجحة."
    outcomes = [one.text for meeting in only(read(text, "ar"), Engagement) for one in meeting.outcomes]
    assert outcomes == ["إنشاء مركز مشترك بمدينة تندوف"]
