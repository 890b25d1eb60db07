"""Who met whom, in what office, about what, in follow-up of what: communiques written for the tests in three languages."""
# ruff: noqa: E501 - a communique's sentences are kept whole, one a line, as a document has them

from __future__ import annotations

from datetime import date

import pytest
from coded import only, read

from marsad.base.records import Engagement, Event, Record

ARABIC = """بلاغ
استقبل وزير الدفاع الوطني النيجري، الفريق سامبا ديالو، يوم الثلاثاء 14 ماي 2024 بنيامي، نظيره المالي، العقيد موسى كيتا، الذي كان مرفوقا بوفد عسكري رفيع المستوى.
وتناولت المباحثات تعزيز التعاون العسكري بين البلدين، ومكافحة الجماعات المسلحة في منطقة ليبتاكو غورما، وتأمين الحدود المشتركة.
ويأتي هذا اللقاء في إطار متابعة مخرجات زيارة العمل التي قام بها الوزير النيجري إلى باماكو يومي 3 و4 أبريل 2024.
واتفق الطرفان على إنشاء قوة مشتركة، وعقد اجتماع ثان قبل نهاية السنة."""
FRENCH = """Communiqué conjoint
Le ministre malien des Affaires étrangères, Moussa Keïta, a reçu mardi 14 mai 2024 à Bamako son homologue mauritanien, Sidi Ould Ahmed, accompagné de l'ambassadeur de Mauritanie au Mali.
Les entretiens ont porté sur la sécurité des frontières, le retour des réfugiés et la coopération économique.
Cette rencontre s'inscrit dans le prolongement de la visite de travail effectuée par M. Keïta à Nouakchott les 12 et 13 mars 2024.
Les deux parties sont convenues de créer un comité mixte et de tenir une nouvelle réunion."""
ENGLISH = """The minister of defence of Niger, Samba Diallo, received on Tuesday in Niamey the Malian army chief, Moussa Keita, who was accompanied by a delegation of senior officers, the ministry said in a statement.
The talks focused on border security, intelligence sharing and joint operations against armed groups.
The meeting was a follow-up to the working visit that Mr Diallo paid to Bamako on 3 and 4 April 2024.
The two sides agreed to set up a joint command centre."""


def engagements(records: tuple[Record, ...]) -> list[Engagement]:
    return only(records, Engagement)


@pytest.mark.parametrize(
    ("text", "lang", "parties", "earlier", "counts"),
    [
        (ARABIC, "ar", [("سامبا ديالو", "NER"), ("موسى كيتا", "MLI")], (date(2024, 4, 3), date(2024, 4, 4), "MLI"), (3, 2)),
        (FRENCH, "fr", [("Moussa Keïta", "MLI"), ("Sidi Ould Ahmed", "MRT")], (date(2024, 3, 12), date(2024, 3, 13), "MRT"), (3, 2)),
        (ENGLISH, "en", [("Samba Diallo", "NER"), ("Moussa Keita", "MLI")], (date(2024, 4, 3), date(2024, 4, 4), "MLI"), (3, 1)),
    ],
)
def test_a_communique_gives_one_meeting_and_the_visit_it_follows_up(
    text: str, lang: str, parties: list[tuple[str, str]], earlier: tuple[date, date, str], counts: tuple[int, int]
) -> None:
    meeting, visit = sorted(engagements(read(text, lang)), key=lambda one: one.form)
    assert (meeting.form, visit.form) == ("meeting", "visit")
    assert meeting.host == parties[0][0]
    main = [(p.name, p.country) for p in meeting.participants if not p.delegation]
    assert main == parties
    assert all(p.office and p.organisation for p in meeting.participants if not p.delegation)
    assert any(p.delegation for p in meeting.participants)
    assert (meeting.date.start, meeting.date.end) == (date(2024, 5, 14), date(2024, 5, 14))
    assert (len(meeting.topics), len(meeting.outcomes)) == counts
    assert all(topic.span.of(text) == topic.text for topic in meeting.topics)
    assert [(link.rel, link.to) for link in meeting.links] == [("follow_up_of", visit.id)]
    assert visit.place is not None
    assert (visit.date.start, visit.date.end, visit.place.country) == earlier


def test_each_engagement_has_its_event_and_the_visitor_acts() -> None:
    records = read(ARABIC, "ar")
    events = {event.engagement: event for event in only(records, Event) if event.engagement}
    meeting = next(one for one in engagements(records) if one.form == "meeting")
    assert set(events) == {one.id for one in engagements(records)}
    assert [actor.country for actor in events[meeting.id].actors] == ["MLI"]
    assert [actor.country for actor in events[meeting.id].recipients] == ["NER"]


def test_a_visit_holds_the_meetings_held_on_it() -> None:
    text = "The director of the CIA, John Roe, visited Libya on 12 January 2024 and met Prime Minister Ali Salem and General Omar Nouri."
    found = engagements(read(text, "en"))
    visit = next(one for one in found if one.form == "visit")
    parts = [one for one in found if ("part_of", visit.id) in [(link.rel, link.to) for link in one.links]]
    assert len(parts) == 2
    assert {part.host for part in parts} == {"Ali Salem", "Omar Nouri"}
    assert visit.place is not None
    assert visit.place.country == "LBY"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("President Idriss Saleh of Chad held talks by telephone on Monday with French President Jean Morel.", "en"),
        ("أجرى الرئيس الموريتاني أحمد ولد سيدي اتصالا هاتفيا مع نظيره السنغالي مامادو ندياي.", "ar"),
        ("Le président tchadien Idriss Saleh s'est entretenu par téléphone avec son homologue français Jean Morel.", "fr"),
    ],
)
def test_a_call_is_a_call(text: str, lang: str) -> None:
    (call,) = engagements(read(text, lang))
    assert call.form == "call"
    assert len(call.participants) == 2
    assert all(one.name and one.country for one in call.participants)


def test_states_that_sign_make_an_agreement() -> None:
    records = read("L'Algérie et le Niger ont signé jeudi à Alger un accord de coopération militaire.", "fr")
    (agreement,) = engagements(records)
    assert agreement.form == "agreement"
    assert {one.country for one in agreement.participants} == {"DZA", "NER"}
    assert [event.type for event in only(records, Event) if event.engagement] == ["AGREE"]


def test_without_a_date_of_its_own_a_meeting_lies_before_its_communique() -> None:
    text = "بلاغ صدر أمس الأربعاء أعلن استقبال وزير الخارجية التشادي، علي صالح، لنظيره الليبي، عمر سالم."
    (meeting,) = engagements(read(text, "ar", published=date(2024, 5, 16)))
    assert (meeting.date.start, meeting.date.end, meeting.date.basis) == (None, date(2024, 5, 15), "inferred")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Mali received aid from France.", "en"),
        ("The president will meet the foreign minister of Chad next week.", "en"),
        ("الرئيس لم يلتق وزير الخارجية التشادي.", "ar"),
        ("Le club a rencontré son public.", "fr"),
    ],
)
def test_what_is_no_meeting_makes_none(text: str, lang: str) -> None:
    assert engagements(read(text, lang)) == []
