"""How meetings are told: triggers in a sentence, and who stands on which side of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from marsad.base.records import DateRange, Form, Outcome, Participant, Place, SourceKind, Span, Topic
from marsad.coding.engagements_parties import Party, parties, sent_text, side_by_side
from marsad.coding.entities import Found
from marsad.coding.lexicon import Lexicon
from marsad.coding.offices import Person
from marsad.coding.phrases import Phrase, PhraseIndex, Shelf
from marsad.coding.reading import Sent

_FORMS: Mapping[str, Form] = {"visit": "visit", "visit_noun": "visit", "call": "call", "summit": "summit", "sign": "agreement"}
_AGREEMENT = (
    "اتفاق",
    "مذكر",
    "بروتوكول",
    "معاهد",
    "accord",
    "convention",
    "memorandum",
    "agreement",
    "protocol",
    "treaty",
    "traite",
    "pact",
    "deal",
    "mou",
)
_ACCORD_REACH = 16  # words between "signed" and what was signed: day and place stand between them
_WITH_REACH = 14  # words between a verb of discussing and "with": the subject's office and name stand between them
_CARRY_REACH = 32  # words between a verb and its talks: offices of the Maghreb are long, and day and place stand between too
_WITH = frozenset(["مع", "avec", "with"])
_WHO = frozenset(["الذي", "التي", "الذين", "اللذين", "qui", "who"])
_TOWARDS = frozenset(["to", "in", "at", "a", "au", "aux", "en", "إلي", "الي", "في", "chez"])


@dataclass(slots=True, eq=False)
class Meeting:
    """An engagement in the making. `guests` act, `hosts` receive; `parent` is the visit it belongs to; `follows` the one it follows up."""

    form: Form
    frame: str
    sent: Sent
    trigger: Span
    guests: list[Party]
    hosts: list[Party] = field(default_factory=list)
    company: list[Party] = field(default_factory=list)
    destination: Found | None = None
    date: DateRange | None = None
    place: Place | None = None
    mentions: list[Span] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    parent: Meeting | None = None
    follows: Meeting | None = None
    followed: bool = False
    source_kind: SourceKind = "newspaper"

    @property
    def everybody(self) -> list[Party]:
        """Hosts, guests and those who came along."""
        return [*self.hosts, *self.guests, *self.company]


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells: its parties, its triggers in order, and the cue words around them."""

    sent: Sent
    parties: tuple[Party, ...]
    triggers: tuple[Phrase, ...]
    cues: tuple[Phrase, ...]

    def cue(self, sense: str, start: int = 0, end: int = 1 << 30) -> Phrase | None:
        """The first cue of a sense between two token positions."""
        return next((cue for cue in self.cues if cue.sense == sense and start <= cue.first < end), None)


class FrameReader:
    """Reads sentences into meetings. One reader serves any number of documents."""

    def __init__(self, lexicon: Lexicon, shelf: Shelf | None = None) -> None:
        """Index the words of meetings and the cues around them."""
        self._words = PhraseIndex(lexicon.section("engagement_words").values(), shelf)
        self._cues = PhraseIndex(lexicon.section("engagement_cues").values(), shelf)

    def tell(self, sent: Sent, known: Mapping[str, Person]) -> Told | None:
        """The triggers of a sentence with all that stands around them, or None where it tells of no meeting."""
        roles = [range(person.role_span.start, person.role_span.end) for person in sent.persons]
        triggers = [word for word in self._words.find(sent.tokens) if not any(word.span.start in role for role in roles)]
        triggers = [word._replace(sense="visit_noun") if _told_of(sent, word) else word for word in triggers]
        triggers = [word for word in triggers if word.sense != "sign" or _agreement_near(sent, word)]
        triggers = [word._replace(sense="meet") if word.sense == "talk_with" else word for word in triggers if _talks_with(sent, word)]
        cues = self._cues.find(sent.tokens)
        triggers = [word if word.sense != "talk_noun" else word._replace(sense=_carried(sent, word, cues)) for word in triggers]
        triggers = [word for word in triggers if word.sense]
        if not triggers and not any(cue.sense in ("topics", "outcomes", "follow_up", "delegation") for cue in cues):
            return None
        return Told(sent, tuple(parties(sent, known)), tuple(triggers), tuple(cues))

    def meetings(self, told: Told) -> list[Meeting]:
        """Meetings with their sides, in order of their triggers; a meeting within a visit has the visit as its parent."""
        if told.cue("planned") is not None or told.cue("denied") is not None:
            return []
        made: list[Meeting] = []
        calls = any(word.sense == "call" for word in told.triggers)
        real = [word for word in told.triggers if word.sense != "talks"]
        if any(word.sense in ("receive", "received_by", "meet") for word in real):
            real = [word for at, word in enumerate(real) if not (at and _relative(told.sent, word))]
        if calls and any(word.sense == "meet" for word in real):
            real = [word for word in real if word.sense != "call"]
        for number, word in enumerate(real):
            start = real[number - 1].last + 1 if number else 0
            stop = real[number + 1].first if number + 1 < len(real) else len(told.sent.tokens)
            made.extend(self._one(told, word, start=start, stop=stop, made=made, calls=calls))
        return [meeting for meeting in made if meeting.guests and (meeting.hosts or len(meeting.guests) > 1 or meeting.destination)]

    def _one(self, told: Told, word: Phrase, *, start: int, stop: int, made: Sequence[Meeting], calls: bool) -> list[Meeting]:
        before = [party for party in told.parties if start <= party.first and party.last < word.first]
        after = [party for party in told.parties if word.last < party.first < stop]
        company_at = told.cue("delegation", word.last + 1, stop)
        company = [party for party in after if company_at and party.first > company_at.first]
        after = [party for party in after if party not in company]
        aside = _set_aside(told, start, word)
        company.extend(party for party in before if party.first in aside)
        before = [party for party in before if party.first not in aside]
        company.extend(
            aides for cue in told.cues if cue.sense == "delegation" and word.last < cue.first < stop for aides in _unnamed(told, cue)
        )
        if word.sense in ("visit", "visit_noun"):
            return _visit(told, word, before, after, company=company, stop=stop)
        visit = next((m for m in reversed(made) if m.form == "visit"), None)
        if word.sense == "meet" and visit is not None:
            there = told.cue("during", word.last, word.last + 3) is not None or (
                len(after) == 1 and told.sent.tokens[word.first].script == "arabic"
            )
            subject = ([] if there else _subject(told.sent, word, before, after)[0]) or visit.guests
            if not visit.guests:
                visit.guests = subject
            return _within_visit(told, word, visit, [party for party in after if party not in subject])
        return _plain(told, word, before, after, company=company, calls=calls)


def _set_aside(told: Told, start: int, word: Phrase) -> range:
    """Positions of those who came along, told between the subject and its verb ("the envoy, accompanied by ..., met ...")."""
    cue = told.cue("delegation", start, word.first)
    if cue is None or not any(start <= party.first and party.last < cue.first for party in told.parties):
        return range(0)
    comma = next((at for at in range(cue.last + 1, word.first) if told.sent.tokens[at].text in (",", "،")), None)
    return range(0) if comma is None else range(cue.first, comma)


def _told_of(sent: Sent, word: Phrase) -> bool:
    """Whether "the visit" goes on to say whose: then it tells of a visit, and does not point back at one."""
    if word.sense != "talks" or not sent.tokens[word.last].key.startswith(("visit", "الزيار", "زيار")):
        return False
    after = sent.tokens[word.last + 1].key if word.last + 1 < len(sent.tokens) else ""
    return after in (
        "de",
        "du",
        "d'",
        "officielle",
        "effectuee",
        "que",
        "qu'",
        "that",
        "which",
        "التي",
        "by",
        "par",
        "paid",
        "of",
        "to",
        "الرسميه",
        "الاخيره",
    )


def _talks_with(sent: Sent, word: Phrase) -> bool:
    """Whether a verb of discussing says with whom: "discussed with his counterpart" tells a meeting, "discussed the budget" none."""
    if word.sense != "talk_with":
        return True
    ahead = sent.tokens[word.last + 1 : word.last + _WITH_REACH]
    stop = next((at for at, token in enumerate(ahead) if token.text in (".", "؛", ";")), len(ahead))
    return any(token.key == "مع" for token in ahead[:stop])


def _carried(sent: Sent, word: Phrase, cues: Sequence[Phrase]) -> str:
    """What a noun for talks tells: a meeting where a verb carries it, however far, and "with" follows ("held, on Friday in Rabat,
    talks with ..."); else bare "talks" point at a meeting told before, and other nouns at none.
    """
    ahead = [token.key for token in sent.tokens[word.last + 1 : word.last + 4]]
    if any(key in _WITH for key in ahead):
        verbs = [cue for cue in cues if cue.sense == "light" and 0 < word.first - cue.last <= _CARRY_REACH]
        if any(not any(token.text in ".؛;" for token in sent.tokens[cue.last : word.first]) for cue in verbs):
            return "meet"
    return "talks" if sent.tokens[word.first].key in ("مباحثات", "محادثات") else ""


def _relative(sent: Sent, word: Phrase) -> bool:
    """Whether a relative pronoun opens a visit ("who is on a visit to ..."): it tells more of a guest, and is no second meeting."""
    return word.sense == "visit" and any(token.key in _WHO for token in sent.tokens[max(0, word.first - 2) : word.first])


def _agreement_near(sent: Sent, word: Phrase) -> bool:
    near = sent.tokens[max(0, word.first - 3) : word.last + _ACCORD_REACH]
    return any(token.key.removeprefix("ال").startswith(_AGREEMENT) for token in near)


def _subject(sent: Sent, word: Phrase, before: list[Party], after: list[Party]) -> tuple[list[Party], list[Party]]:
    """(subject, rest) of a verb: in Arabic behind the verb unless it stands right before it; elsewhere before it."""
    arabic = sent.tokens[word.first].script == "arabic"
    close = bool(before) and word.first - before[-1].last <= 2
    if arabic and not close:
        if after and _introduced(sent, word, after[0]):
            return [], after  # "and met there with ...": the subject was named before
        return after[:1], after[1:]
    subject = before[-1:]
    for party in reversed(before[:-1]):
        if not side_by_side(sent, party, subject[0]):
            break
        subject.insert(0, party)
    return subject, after


def _introduced(sent: Sent, word: Phrase, party: Party) -> bool:
    """Whether "with" stands between an Arabic verb of meeting and the first party: then it is whom, not who."""
    between = [token.key for token in sent.tokens[word.last + 1 : party.first]]
    return any(key in ("بكل", "مع", "بكلا") for key in between) or (
        sent.tokens[party.first].key.startswith("ب")
        and (party.participant.role_span is not None and party.participant.role_span.start == sent.tokens[party.first].start + 1)
    )


def _plain(told: Told, word: Phrase, before: list[Party], after: list[Party], *, company: list[Party], calls: bool) -> list[Meeting]:
    sent = told.sent
    if word.sense == "joined":
        both = strongest(after)
        if not _office(both) and not (len(both) > 1 and sent.tokens[word.first].script == "latin"):
            return []
        return [Meeting("meeting", word.sense, sent, word.span, both, company=company)] if len(both) > 1 else []
    subject, rest = _subject(sent, word, before, after)
    if not subject and before and word.sense in ("call", "meet"):
        subject = before[-1:]
    form: Form = "call" if calls else _FORMS.get(word.sense, "meeting")
    if word.sense in ("receive", "received_by"):
        rest = [party for party in rest if not party.state]
        rest = [party for party in rest if party.title] or rest
        if not subject or not _office(rest if word.sense == "receive" else subject):
            return []
        guests, hosts = (rest, subject) if word.sense == "receive" else (subject, rest)
        return [Meeting(form, word.sense, sent, word.span, guests, hosts, company)]
    together = [*subject, *rest] if form in ("call", "agreement", "meeting", "summit") else subject
    together = _once(strongest(list(dict.fromkeys(together))) if form != "summit" else list(dict.fromkeys([*before, *after])))
    if form == "meeting" and not _office(together):
        return []
    return [Meeting(form, word.sense, sent, word.span, together, company=company)] if len(together) > 1 else []


def _once(some: Sequence[Party]) -> list[Party]:
    """Each person once, however often a sentence names him."""
    kept: list[Party] = []
    for party in some:
        if not (party.surname and any(party.surname == other.surname for other in kept)):
            kept.append(party)
    return kept


def strongest(some: list[Party]) -> list[Party]:
    """The parties that surely met: office-holders if two are named, else bodies too, else states too."""
    persons = [party for party in some if party.title]
    bodies = [party for party in some if not party.state]
    return persons if len(persons) > 1 else bodies if len(bodies) > 1 else some


def _office(some: Sequence[Party]) -> bool:
    return any(not party.state for party in some)


def _visit(told: Told, word: Phrase, before: list[Party], after: list[Party], *, company: list[Party], stop: int) -> list[Meeting]:
    """A visit: who came, and to where. "Arrived" and "went" need a visit or a meeting said beside them."""
    sent = told.sent
    officials = [party for party in after if not party.state]
    before = [party for party in before if not party.state]
    if word.sense == "visit":
        subject, _ = _subject(sent, word, before, officials)
    else:
        follow = told.cue("follow_up", 0, word.first)
        owner = [party for party in before[-1:] if _owns(sent, party, word)]
        subject = owner or officials[:1] or (before[-1:] if follow is None else [])
    covered = {at for person in sent.persons for at in range(person.first, person.last + 1)}
    places = [
        item
        for item in sent.found
        if item.first > word.last and item.first < stop and item.first not in covered and _is_place(item) and _towards(sent, item)
    ]
    direct = [
        item
        for item in sent.found
        if word.sense == "visit" and word.last < item.first <= word.last + 3 and _is_place(item) and item.first not in covered
    ]
    destination = next(iter(places or direct), None)
    if destination is None and not subject:
        return []
    hosts = [party for party in officials if party not in subject and word.sense == "visit_noun"]
    return [Meeting("visit", word.sense, sent, word.span, list(subject), [] if destination else hosts, company, destination)]


def _owns(sent: Sent, party: Party, word: Phrase) -> bool:
    """Whether "'s" alone stands between a party and the noun: the president's visit."""
    return any(token.key in ("'s", "’s") for token in sent.tokens[party.last : word.first]) and word.first - party.last <= 3


def _is_place(item: Found) -> bool:
    return (item.kind == "country" and item.how != "adjective" and not item.inner) or item.kind == "place"


def _towards(sent: Sent, item: Found) -> bool:
    """Whether a preposition of place or direction leads to a name, as a word or as a clitic."""
    token = sent.tokens[item.first]
    if item.span.start > token.start or token.key.startswith(("لل", "بال")):
        return True
    back = [sent.tokens[at].key for at in range(max(0, item.first - 2), item.first)]
    return any(key in _TOWARDS for key in back)


def _within_visit(told: Told, word: Phrase, visit: Meeting, others: list[Party]) -> list[Meeting]:
    """Meetings held on a visit: one with each person met."""
    return [
        Meeting("meeting", word.sense, told.sent, word.span, list(visit.guests), [party], parent=visit)
        for party in others
        if not party.state
    ]


def _unnamed(told: Told, cue: Phrase) -> list[Party]:
    """Company without a name (some of his senior aides): kept as the text words it."""
    tokens = told.sent.tokens
    end = cue.last
    while end + 1 < len(tokens) and tokens[end + 1].script != "punct" and end - cue.last < 10:
        end += 1
    start = cue.last + 1
    while start < end and tokens[start].key in ("d'", "de", "by", "of", "par"):
        start += 1
    if end <= cue.last or not any(tokens[at].key.removeprefix("ب").startswith(_AIDES) for at in range(start, end + 1)):
        return []
    clitic = int(tokens[start].script == "arabic" and tokens[start].key.startswith("ب") and len(tokens[start].key) > 3)
    span = Span(tokens[start].start + clitic, tokens[end].end)
    words = sent_text(told.sent, span)
    return [Party(Participant(None, words, None, None, None, span), start, end, generic=True)]


_AIDES = (
    "مساعد",
    "مستشار",
    "وفد",
    "مسوول",
    "مسءول",
    "ضباط",
    "كبار",
    "aide",
    "conseill",
    "delegation",
    "advis",
    "official",
    "collaborat",
    "officer",
    "responsable",
)


def with_flag(party: Party) -> Party:
    """The party as one who came along."""
    return replace(party, participant=replace(party.participant, delegation=True))
