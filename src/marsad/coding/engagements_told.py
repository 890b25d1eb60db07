"""What a sentence tells of meetings, and a meeting in the making: the nouns that the reading of engagements shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.base.records import DateRange, Form, Outcome, Place, SourceKind, Span, Topic
from marsad.coding.engagements_parties import Party, side_by_side
from marsad.coding.entities import Found
from marsad.coding.phrases import Phrase
from marsad.coding.reading import Sent


@dataclass(slots=True, eq=False)
class Meeting:
    """An engagement in the making. `guests` act, `hosts` receive; `company` came with the guests, `present` are others
    who attended; `travelled`: the guests came for it; `parent` is the visit it belongs to; `follows` the one it follows up;
    `followed` is one that another follows up, `recalled` one of an earlier time that the text only looks back to."""

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
    recalled: bool = False
    source_kind: SourceKind = "newspaper"
    present: list[Party] = field(default_factory=list)
    travelled: bool = False

    @property
    def covered(self) -> list[Span]:
        """The words that tell it, and what it dealt with and agreed."""
        return [self.trigger, *self.mentions, *(one.span for one in self.topics), *(one.span for one in self.outcomes)]

    @property
    def everybody(self) -> list[Party]:
        """Hosts, guests and those who came along."""
        return [*self.hosts, *self.guests, *self.company, *self.present]


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


def subject_of(sent: Sent, word: Phrase, before: list[Party], after: list[Party]) -> tuple[list[Party], list[Party]]:
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


def once(some: Sequence[Party]) -> list[Party]:
    """Each person and body once, however often a sentence names them."""
    kept: list[Party] = []
    for party in some:
        named = any(party.surname and party.surname == other.surname for other in kept)
        body = not party.title and party.entity is not None and any(party.entity == other.entity for other in kept)
        if not named and not body:
            kept.append(party)
    return kept
