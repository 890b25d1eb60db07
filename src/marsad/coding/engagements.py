"""Engagements of a document: meetings told more than once become one, linked to what they follow up and to the visit they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import DateRange, Document, Place, Span
from marsad.coding.dates import DateFound
from marsad.coding.engagements_frames import FrameReader
from marsad.coding.engagements_parties import registry
from marsad.coding.engagements_recalled import (
    completed,
    earlier_talks,
    is_recalled,
    latest,
    meant,
    met_before,
    named_before,
    not_before,
    of_earlier,
    seat_at_home,
    told_of_earlier,
)
from marsad.coding.engagements_summits import attended
from marsad.coding.engagements_talk import TalkReader
from marsad.coding.engagements_told import Meeting, Told
from marsad.coding.engagements_twins import RECENT, merge, twin_of
from marsad.coding.engagements_visits import held_on, met_on_visit
from marsad.coding.events_antecedents import points_back
from marsad.coding.gazetteer import Gazetteer
from marsad.coding.lexicon import Lexicon
from marsad.coding.phrases import Shelf
from marsad.coding.reading import Dates, Reading, Sent

_RECENT_STORY = 64  # meetings looked back over for one that a sentence tells again
_SIDES = 4  # words between a verb of signing and "the two sides"
_BESIDE = 3  # words between a date and the word of publication that it belongs to


class EngagementReader:
    """Reads a document's engagements. One reader serves any number of documents."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, shelf: Shelf | None = None) -> None:
        """Take the frames, the talk cues and the places."""
        self._frames = FrameReader(lexicon, shelf)
        self._talk = TalkReader(lexicon, shelf)
        self._gazetteer = gazetteer

    def read(self, reading: Reading, dates: Dates) -> list[Meeting]:
        """Meetings in order of their first mention."""
        known = registry(reading)
        story: list[Meeting] = []
        for sent in reading.sents:
            told = self._frames.tell(sent, known) if sent.role != "boilerplate" else None
            if told is None:
                continue
            if sent.source_kind in ("expert", "witness"):
                _mention(told, self._frames.meetings(told), story)
                continue
            self._sentence(told, reading, story, dates.inside(sent))
        return story

    def _sentence(self, told: Told, reading: Reading, story: list[Meeting], dates: Sequence[DateFound]) -> None:
        follow = told.cue("follow_up")
        main = latest(story)
        about: Meeting | None = None
        found = _on_visit(told, self._frames.meetings(told), story) or met_on_visit(told, main)
        for meeting in found:
            earlier = (
                follow is not None and meeting.trigger.start >= follow.span.start and meeting.form in ("visit", "meeting", "agreement")
            )
            self._place_and_date(meeting, told, reading.document, dates)
            if meeting.parent is not None and meeting.parent in reversed(story):
                main = _child(meeting, story) or main
                continue
            _settle_home(meeting)
            _home_side(meeting)
            earlier = earlier and not (main is not None and not_before(meeting, main))
            past = not earlier and main is not None and is_recalled(told, meeting, main)
            meeting.guests = [named_before(party, story) for party in meeting.guests]
            meeting.hosts = [named_before(party, story) for party in meeting.hosts]
            if main is not None and (earlier or past):
                meeting.guests = [completed(party, main, meeting) for party in of_earlier(told, meeting, main)]
            twin = None if earlier or past else twin_of(meeting, story)
            if twin is not None:
                merge(twin, meeting)
                main = twin
                _hand_over(meeting, twin, found)
                continue
            if meeting.form == "visit" and not meeting.guests:
                if main is None or not (earlier or past):
                    _hand_over(meeting, main, found)
                    continue
                meeting.guests, meeting.hosts = list(main.guests), []
            meeting.source_kind = told.sent.source_kind
            story.append(meeting)
            meeting.followed, meeting.recalled = earlier, past
            if earlier and (main or latest(story[:-1])):
                first = main or latest(story[:-1])
                if first is not None:
                    first.follows = meeting
            elif past and told_of_earlier(told, meeting):
                about = meeting
            elif not earlier and not past:
                main = meeting
        self._stub(told, story, main, dates=dates, document=reading.document)
        about = about or (None if found else self._looked_back(told, main, reading.document, dates))
        if about is not None and about not in story[-_RECENT_STORY:]:
            story.append(about)
        main = about or main or latest(story)
        main = held_on(main, story) if main is not None and not found else main
        if main is not None:
            _signed(told, story, main)
            _joined_by(told, main)
        self._around(told, reading.text, main, story)

    def _looked_back(self, told: Told, main: Meeting | None, document: Document, dates: Sequence[DateFound]) -> Meeting | None:
        """An earlier meeting of the same sides that a sentence looks back to, or None."""
        about = met_before(told, main) if main is not None else None
        if about is not None:
            self._place_and_date(about, told, document, dates)
            seat_at_home(about)
        return about

    def _stub(self, told: Told, story: list[Meeting], main: Meeting | None, *, dates: Sequence[DateFound], document: Document) -> None:
        """A follow-up to talks told only by their date or place: the same parties are taken to have met."""
        main = main or latest(story)
        earlier = earlier_talks(told, main, dates)
        if earlier is None or main is None:
            return
        self._place_and_date(earlier, told, document, dates)
        if not_before(earlier, main):
            return
        seat_at_home(earlier)
        story.append(earlier)
        main.follows = earlier

    def _around(self, told: Told, text: str, main: Meeting | None, story: Sequence[Meeting]) -> None:
        """Topics, outcomes and further mentions of the meeting that the text is about."""
        if main is None:
            return
        latest = main.mentions[-RECENT:]
        main.mentions.extend(word.span for word in told.triggers if word.sense == "talks" and word.span not in latest)
        begun = 0
        for start, topics in self._talk.topics(told, text):
            meeting = meant(told, range(begun, start), story, main)
            seen = {topic.span for topic in meeting.topics[-RECENT:]}
            meeting.topics.extend(topic for topic in topics if topic.span not in seen)
            begun = start
        main.outcomes.extend(outcome for outcome in self._talk.outcomes(told, text) if outcome not in main.outcomes[-RECENT:])
        if told.sent.source_kind == "communique":
            main.source_kind = "communique"

    def _place_and_date(self, meeting: Meeting, told: Told, document: Document, dates: Sequence[DateFound]) -> None:
        meeting.mentions.append(meeting.trigger)
        meeting.date = _date_of(meeting, told, dates)
        if meeting.destination is not None:
            meeting.place = self._gazetteer.place_of(meeting.destination, document)
            return
        if meeting.parent is not None:
            return
        meeting.place = self._stated_place(meeting, told, document)

    def _stated_place(self, meeting: Meeting, told: Told, document: Document) -> Place | None:
        """Where the sentence says it was: a name behind a preposition, outside every office (an ambassador's post is none).

        A call is nowhere; what was talked about lies elsewhere.
        """
        if meeting.form == "call":
            return None
        sent = told.sent
        about = told.cue("topics", sent.position(meeting.trigger.end))
        stop = about.first if about is not None else len(sent.tokens)
        covered = {at for person in sent.persons for at in range(person.first, person.last + 1)}
        items = [
            item
            for item in sent.found
            if item.first < stop
            and item.first not in covered
            and not item.inner
            and item.kind in ("place", "country")
            and item.how != "adjective"
        ]
        near = [item for item in items if _located(sent, item.first, item.span)]
        near.sort(key=lambda item: (item.kind != "place", item.span.start < meeting.trigger.start))
        return self._gazetteer.place_of(near[0], document) if near else None


def _hand_over(dropped: Meeting, kept: Meeting | None, found: Sequence[Meeting]) -> None:
    """Meetings held on a visit that is told twice belong to the record that is kept."""
    for other in found:
        if other.parent is dropped:
            other.parent = kept


def _signed(told: Told, story: list[Meeting], main: Meeting) -> None:
    """An accord signed at the meeting that the text is about ("a memorandum was signed during the talks"): between the same parties."""
    word = next((word for word in told.triggers if word.sense == "sign"), None)
    pointed = told.cue("during") is not None and any(other.sense == "talks" for other in told.triggers)
    near = () if word is None else range(max(0, word.first - _SIDES), min(word.last + _SIDES, len(told.sent.tokens)))
    pointed = pointed or any(points_back(told.sent.tokens, at) for at in near)
    if word is None or not pointed or told.cue("follow_up") is not None or any(one.trigger == word.span for one in story):
        return
    accord = Meeting("agreement", "sign", told.sent, word.span, list(main.guests), list(main.hosts), parent=main)
    accord.date, accord.place, accord.source_kind = main.date, main.place, told.sent.source_kind
    accord.mentions.append(word.span)
    story.append(accord)


def _joined_by(told: Told, main: Meeting) -> None:
    """Those of whom a later sentence says that they came along ("the president was accompanied by ...")."""
    if main.form == "summit" and main.sent is not told.sent:
        attended(told, main)
    cue = told.cue("delegation")
    if cue is None or any(word.sense != "talks" for word in told.triggers):
        return
    known = main.everybody
    led = next((party for party in told.parties if party.last < cue.first and any(party.same(one) for one in known)), None)
    if led is None and told.sent.tokens[0].key in ("il", "elle", "he", "she") and cue.first <= _PRONOUN_REACH:
        led = next(iter(main.guests), None)  # "he was accompanied by ...": whoever came
    at_talks = any(word.sense == "talks" and word.last < cue.first for word in told.triggers)
    named = any(token.key.startswith(_TALKS) for token in told.sent.tokens[cue.first : cue.last + 1])
    if led is None and not (at_talks or named):
        return
    side = led or next(iter(main.hosts), None)  # the host's people stand beside him where the text does not say whose they are
    for party in told.parties:
        if party.first > cue.last and party.title and not any(party.surname == one.surname != "" for one in known):
            main.present.append(party.of_country(side.country) if side is not None and side.country and not party.country else party)


_PRONOUN_REACH = 4  # words between "he" and "accompanied by"
_TALKS = ("اللقا", "الاجتماع", "المباحثات", "الاستقبال", "المقابله", "rencontre", "audience")
"""Words for the meeting at hand inside a cue such as "attended the meeting"."""


def _settle_home(meeting: Meeting) -> None:
    """A host whose state the text leaves out is at home where the meeting was."""
    country = meeting.place.country if meeting.place and meeting.place.basis == "stated" else None
    if country and meeting.frame in ("receive", "received_by"):
        meeting.hosts = [party if party.country else party.of_country(country) for party in meeting.hosts]


def _home_side(meeting: Meeting) -> None:
    """Two who met in a state, one of them of another: the one whose state the text leaves out is at home."""
    country = meeting.place.country if meeting.place and meeting.place.basis == "stated" else None
    homeless = [party for party in meeting.guests if not party.country]
    others = {party.country for party in meeting.guests if party.country}
    if country and meeting.frame == "meet" and len(homeless) == 1 and others and country not in others:
        meeting.guests = [party if party.country else party.of_country(country) for party in meeting.guests]


def _on_visit(told: Told, found: list[Meeting], story: Sequence[Meeting]) -> list[Meeting]:
    """Meetings that a sentence puts on a visit told before ("during this visit"): one with each person met."""
    visit = next((one for one in reversed(story) if one.form == "visit"), None)
    during = told.cue("during")
    if (
        visit is None
        or during is None
        or not any(
            word.sense in ("talks", "visit_noun") and 0 < word.first - during.last <= 2 and _names_visit(told.sent.tokens[word.last].key)
            for word in told.triggers
        )
    ):
        return found
    made: list[Meeting] = []
    for meeting in found:
        others = [party for party in meeting.everybody if not any(party.same(guest) for guest in visit.guests)]
        if meeting.form != "meeting" or meeting.parent is not None or not others:
            made.append(meeting)
            continue
        made.extend(
            Meeting("meeting", meeting.frame, meeting.sent, meeting.trigger, list(visit.guests), [party], parent=visit) for party in others
        )
    return made


def _names_visit(key: str) -> bool:
    return key.removeprefix("ال").startswith(("زيار", "visit", "deplacement", "sejour"))


def _located(sent: Sent, first: int, span: Span) -> bool:
    token = sent.tokens[first]
    if span.start > token.start and token.key.lstrip("وف")[:1] == "ب":
        return True
    before = sent.tokens[first - 1].key if first else ""
    if before in ("في", "الي", "بمدينه", "بالعاصمه", "in", "at", "a", "au", "aux", "en"):
        return True
    return before in ("the", "مدينه", "العاصمه") and first > 1 and sent.tokens[first - 2].key in ("in", "في")


def _date_of(meeting: Meeting, told: Told, dates: Sequence[DateFound]) -> DateRange | None:
    """The date that belongs to a trigger: nearest after it, before the next one; a day of publication is only an upper bound."""
    nexts = [
        word.span.start
        for word in told.triggers
        if word.span.start > meeting.trigger.end and word.sense not in ("talks", "meet") and not (word.sense == meeting.form == "call")
    ]
    stop = min(nexts, default=told.sent.span.end)
    after = [found for found in dates if meeting.trigger.end <= found.span.start < stop]
    follow = told.cue("follow_up")
    limit = follow.span.end if follow is not None and meeting.trigger.start > follow.span.start else 0
    before = [found for found in dates if limit <= found.span.start < meeting.trigger.start]
    if follow is not None and meeting.trigger.start < follow.span.start:
        after = [found for found in after if found.span.start < follow.span.start]
    before = [found for found in before if not _counts_from(told, found, meeting)]
    for found in [*after, *reversed(before)]:
        if _of_publication(told, found):
            if found.end is not None:
                return DateRange(None, found.end, found.precision, "inferred")
            continue
        if found.start is not None or found.end is not None:
            return found.range
    return None


def _counts_from(told: Told, found: DateFound, meeting: Meeting) -> bool:
    """Whether a stretch of time is counted from a meeting (a week after the visit): it does not say when that was."""
    first, last = told.sent.position(found.span.end), told.sent.position(meeting.trigger.start)
    between = [token.key for token in told.sent.tokens[first:last]]
    return len(between) <= _BESIDE and any(key in ("من", "after", "apres", "before", "avant") for key in between)


def _of_publication(told: Told, found: DateFound) -> bool:
    """Whether a date is that of the communique: a word of publication stands right before it."""
    at = told.sent.position(found.span.start)
    return any(cue.sense == "issued" and 0 <= at - cue.last - 1 < _BESIDE for cue in told.cues)


def _child(meeting: Meeting, story: list[Meeting]) -> Meeting | None:
    """Add a meeting held on a visit to the story; the record that it repeats, where it was told before."""
    _complete_child(meeting)
    known = twin_of(meeting, [one for one in story[-_RECENT_STORY:] if one.parent is not None])
    if known is None:
        story.append(meeting)
    else:
        merge(known, meeting)
    return known


def _complete_child(meeting: Meeting) -> None:
    parent = meeting.parent
    if parent is not None:
        meeting.guests = list(parent.guests)
        meeting.date = meeting.date or parent.date
        meeting.place = meeting.place or parent.place
        meeting.source_kind = parent.source_kind
        meeting.followed = parent.followed


def _mention(told: Told, found: Sequence[Meeting], story: Sequence[Meeting]) -> None:
    """An expert who speaks of a meeting adds a mention of it, never a meeting."""
    for meeting in found:
        twin = twin_of(meeting, story)
        if twin is not None and meeting.trigger not in twin.mentions:
            twin.mentions.append(meeting.trigger)
    if not found:
        lone = next((word for word in told.triggers if word.sense == "talks"), None)
        main = latest(story)
        if lone is not None and main is not None:
            main.mentions.append(lone.span)
