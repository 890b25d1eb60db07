"""How meetings are told: triggers in a sentence, and who stands on which side of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from marsad.base.records import Form
from marsad.coding.engagements_company import set_aside, unnamed, whole_delegation, witnesses
from marsad.coding.engagements_dealt import DealingReader
from marsad.coding.engagements_guests import guests_of
from marsad.coding.engagements_parties import Party, parties, side_by_side
from marsad.coding.engagements_summits import gathers, met_for, summit_of
from marsad.coding.engagements_told import Meeting, Told, once, subject_of
from marsad.coding.engagements_visits import came_to, visit_of, within_visit
from marsad.coding.lexicon import Lexicon
from marsad.coding.offices_persons import Person
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
    "memoranda",
    "agreement",
    "protocol",
    "treaty",
    "traite",
    "pact",
    "deal",
    "mou",
)
_ACCORD_REACH = 16  # words between "signed" and what was signed: day and place stand between them
_SIGNED_REACH = 40  # the same where an office-holder follows the verb: offices of the Maghreb are long
_COMING = 4  # words between a summit and the word that says it is still to come
_HOST_REACH = 8  # words between "hosted" and the summit
_WITH_REACH = 14  # words between a verb of discussing and "with": the subject's office and name stand between them
_WITH_NEAR = 8  # words between talks and "with": how they were held stands between (by video, at the ministry)
_CARRY_REACH = 32  # words between a verb and its talks: offices of the Maghreb are long, and day and place stand between too
_TELLING = ("topics", "topics_before", "outcomes", "follow_up", "delegation", "attended")
"""Cues that tell more of a meeting without naming it."""
_TALK_NOUNS = frozenset(["talks", "meeting", "discussions", "consultations"])
_WITH = frozenset(["مع", "avec", "with"])
_FROM_OR_WITH = frozenset(["from", "with", "de", "du", "d'", "avec", "من", "مع"])
_BY = frozenset(["de", "du", "by", "par"])
_WHO = frozenset(["الذي", "التي", "الذين", "اللذين", "qui", "who"])


class FrameReader:
    """Reads sentences into meetings. One reader serves any number of documents."""

    def __init__(self, lexicon: Lexicon, shelf: Shelf | None = None) -> None:
        """Index the words of meetings and the cues around them."""
        self._words = PhraseIndex(lexicon.section("engagement_words").values(), shelf)
        self._cues = PhraseIndex(lexicon.section("engagement_cues").values(), shelf)
        self._dealings = DealingReader(lexicon, shelf)

    def tell(self, sent: Sent, known: Mapping[str, Person]) -> Told | None:
        """The triggers of a sentence with all that stands around them, or None where it tells of no meeting."""
        roles = [range(person.role_span.start, person.role_span.end) for person in sent.persons]
        cues = self._cues.find(sent.tokens)
        triggers = [word for word in self._words.find(sent.tokens) if not any(word.span.start in role for role in roles)]
        triggers = [word._replace(sense="visit_noun") if _told_of(sent, word) else word for word in triggers]
        triggers = [word for word in triggers if word.sense != "sign" or _agreement_near(sent, word)]
        triggers = [word for word in triggers if word.sense != "chair" or not _of_a_delegation(sent, word)]
        coming = [cue.first for cue in cues if cue.sense == "coming"]
        triggers = [word for word in triggers if word.sense != "summit" or not any(abs(word.first - at) <= _COMING for at in coming)]
        if len(triggers) > 1:  # "the conference of heads of state met": the office names who met
            triggers = [word for word in triggers if word.sense != "summit" or not any(word.span.end in role for role in roles)]
        triggers = [word._replace(sense="call") if _is_call(sent, word, cues) else word for word in triggers]
        triggers = [word for word in triggers if word.sense != "receive" or not _receives_a_thing(word, triggers)]
        triggers = [word._replace(sense="meet") if word.sense == "talk_with" else word for word in triggers if _talks_with(sent, word)]
        triggers = [word if word.sense != "talk_noun" else word._replace(sense=_carried(sent, word, cues)) for word in triggers]
        triggers = [word for word in triggers if word.sense and word.sense != "call_noun"]
        work = self._dealings.followed_up(sent, triggers, cues)
        found = parties(sent, known)
        pairs = frozenset(right.last for left, right in pairwise(found) if side_by_side(sent, left, right))
        more = [*self._dealings.find(sent, triggers, cues, pairs), *([work] if work is not None else [])]
        cues = sorted([*cues, *more], key=lambda cue: cue.first)
        if not triggers and not any(cue.sense in _TELLING for cue in cues):
            return None
        return Told(sent, tuple(found), tuple(triggers), tuple(cues))

    def meetings(self, told: Told) -> list[Meeting]:
        """Meetings with their sides, in order of their triggers; a meeting within a visit has the visit as its parent."""
        if told.cue("planned") is not None or told.cue("denied") is not None:
            return []
        made: list[Meeting] = []
        more: list[Phrase] = []
        calls = any(word.sense == "call" for word in told.triggers)
        agreed = told.cue("outcomes")
        real = [word for word in told.triggers if word.sense != "talks" and (agreed is None or word.first < agreed.last)]
        if any(word.sense in ("receive", "received_by", "meet") for word in real):
            more = [word for at, word in enumerate(real) if (at or word.sense == "visit_noun") and _relative(told.sent, word)]
            real = [word for word in real if word not in more]
        if calls and any(word.sense == "meet" for word in real):
            real = [word for word in real if word.sense != "call"]
        real = [word for word in real if not met_for(word, real)]
        for number, word in enumerate(real):
            start = real[number - 1].last + 1 if number else 0
            stop = real[number + 1].first if number + 1 < len(real) else len(told.sent.tokens)
            made.extend(self._one(told, word, start=start, stop=stop, made=made, calls=calls))
        for word in more:
            came_to(word, made)
        return [one for one in made if one.guests and (one.hosts or len(one.guests) > 1 or gathers(one) or one.destination)]

    def _one(self, told: Told, word: Phrase, *, start: int, stop: int, made: Sequence[Meeting], calls: bool) -> list[Meeting]:
        before = [party for party in told.parties if start <= party.first and party.last < word.first]
        after = [party for party in told.parties if word.last < party.first < stop]
        if told.sent.tokens[word.first].key in _TALK_NOUNS:  # "..., while talks with Y dealt with": who dealt with what stands before
            other = max((cue.last for cue in told.cues if cue.sense == "topics" and cue.last < word.first), default=-1)
            before = [party for party in before if party.first > other]
        dealt = told.cue("topics", word.last + 1, stop)
        if dealt is not None:  # a state behind it is what they talked about
            after = [party for party in after if not party.state or party.first < dealt.last]
        company_at = told.cue("delegation", word.last + 1, stop)
        behind = [party for party in after if company_at and party.first > company_at.first]
        present = witnesses(told.sent, before, after, company_at) if company_at else []
        company = [] if present else behind
        after = [party for party in after if party not in (present or behind)]
        aside = set_aside(told, start, word)
        company.extend(party for party in before if party.first in aside)
        before = [party for party in before if party.first not in aside]
        company.extend(
            aides for cue in told.cues if cue.sense == "delegation" and word.last < cue.first < stop for aides in unnamed(told, cue)
        )
        company.extend(whole_delegation(told, cue) for cue in told.cues if cue.sense == "along" and word.last < cue.first < stop)
        if word.sense in ("visit", "visit_noun"):
            return visit_of(told, word, before, after, company=company, stop=stop)
        visits = [m for m in reversed(made) if m.form == "visit"]
        visit = next((m for m in visits if m.destination is not None), visits[0] if visits else None)
        if word.sense == "meet" and visit is not None:
            arabic = told.sent.tokens[word.first].script == "arabic"
            there = told.cue("during", word.last, word.last + 3) is not None or (arabic and (len(after) == 1 or _goes_on(told.sent, word)))
            subject = ([] if there else subject_of(told.sent, word, before, after)[0]) or visit.guests
            if not visit.guests:
                visit.guests = subject
            return within_visit(told, word, visit, [party for party in after if party not in subject])
        found = _plain(told, word, before, after, company=company, calls=calls)
        for meeting in found:
            home = next((party.country for party in (*meeting.hosts, *meeting.guests) if party.country), None)
            meeting.present.extend(party if party.country or not home else party.of_country(home) for party in present)
        return found


def _goes_on(sent: Sent, word: Phrase) -> bool:
    """Whether an Arabic verb goes on with the subject named before (where he met ...; and met ...)."""
    return sent.tokens[word.first].key.startswith("و") or (
        word.first > 0 and sent.tokens[word.first - 1].key in ("حيث", "وحيث", "كما", "ثم")
    )


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
    ahead = [token.key for token in sent.tokens[word.last + 1 : word.last + 1 + _WITH_NEAR]]
    if any(key in _WITH for key in ahead):
        verbs = [cue for cue in cues if cue.sense == "light" and 0 < word.first - cue.last <= _CARRY_REACH]
        if any(not any(token.text in ".؛;" for token in sent.tokens[cue.last : word.first]) for cue in verbs):
            return "meet"
    return "talks" if sent.tokens[word.first].key in ("مباحثات", "محادثات") else ""


def _relative(sent: Sent, word: Phrase) -> bool:
    """Whether a relative pronoun opens a visit ("who is on a visit to ..."): it tells more of a guest, and is no second meeting."""
    reach = {"visit": 2, "visit_noun": 6}.get(word.sense, 0)
    return any(token.key in _WHO for token in sent.tokens[max(0, word.first - reach) : word.first])


def _of_a_delegation(sent: Sent, word: Phrase) -> bool:
    """Whether "headed by" tells who leads a delegation, not who chaired."""
    return any(token.key.removeprefix("ال") in ("وفد", "وفدا") for token in sent.tokens[max(0, word.first - 10) : word.first])


def _receives_a_thing(word: Phrase, triggers: Sequence[Phrase]) -> bool:
    """Whether what is received is a summit, so that the word tells who hosts it, or a call, which tells of itself."""
    return any(other.sense in ("summit", "call") and 0 < other.first - word.last <= _HOST_REACH for other in triggers)


def _is_call(sent: Sent, word: Phrase, cues: Sequence[Phrase]) -> bool:
    """Whether a noun for a call tells one: a verb carries it, and "from" or "with" follows; else it calls for something."""
    if word.sense != "call_noun":
        return False
    behind = [token.key for token in sent.tokens[word.last + 1 : word.last + 3]]
    carried = any(cue.sense in ("call_verbs", "light") and 0 < word.first - cue.last <= _CARRY_REACH for cue in cues)
    return carried and any(key in _FROM_OR_WITH for key in behind)


def _agreement_near(sent: Sent, word: Phrase) -> bool:
    behind = {person.first for person in sent.persons}
    reach = _SIGNED_REACH if {word.last + 1, word.last + 2} & behind else _ACCORD_REACH
    near = sent.tokens[max(0, word.first - 3) : word.last + reach]
    return any(token.key.removeprefix("ال").startswith(_AGREEMENT) for token in near)


def _plain(told: Told, word: Phrase, before: list[Party], after: list[Party], *, company: list[Party], calls: bool) -> list[Meeting]:
    sent = told.sent
    if word.sense == "joined":
        both = strongest(after)
        if not _office(both) and not (len(both) > 1 and sent.tokens[word.first].script == "latin"):
            return []
        return [Meeting("meeting", word.sense, sent, word.span, both, company=company)] if len(both) > 1 else []
    subject, rest = subject_of(sent, word, before, after)
    if word.sense == "call" and before and after and sent.tokens[word.first].script == "arabic":
        subject, rest = before[-1:], after  # "the president received, on Monday, a call from ..."
    if word.sense == "chair":
        return _chaired(told, word, subject, rest, company=company)
    if word.sense == "summit":
        return summit_of(told, word, before, after, company=company)
    if not subject and before and word.sense in ("call", "meet"):
        subject = before[-1:]
    form: Form = "call" if calls else _FORMS.get(word.sense, "meeting")
    if word.sense in ("receive", "received_by"):
        if word.sense == "receive" and not calls:
            behind = max([word.last, *(party.last for party in subject)])
            rest = guests_of(sent, behind + 1, rest)
        rest = [party for party in rest if not party.state] or [party for party in rest if _owned(sent, party)]
        rest = [party for party in rest if party.title] or rest
        if not subject or not rest or not _office(subject if word.sense == "received_by" or rest[0].state else rest):
            return []
        guests, hosts = (rest, subject) if word.sense == "receive" else (subject, rest)
        return [Meeting(form, word.sense, sent, word.span, guests, hosts, company)]
    together = [*subject, *rest] if form in ("call", "agreement", "meeting", "summit") else subject
    together = once(strongest(list(dict.fromkeys(together))))
    if form == "meeting" and not _office(together):
        return []
    several = len(together) > 1 or any(party.plural for party in together)
    gathered = form == "meeting" and any(met_for(other, [word, other]) for other in told.triggers)
    form = "summit" if gathered and (len(together) > 2 or any(party.plural for party in together)) else form
    return [Meeting(form, word.sense, sent, word.span, together, company=company)] if several else []


def _owned(sent: Sent, party: Party) -> bool:
    """Whether a state stands for whoever is named behind it (Chad's Mahamat Deby)."""
    after = sent.tokens[party.last + 1 : party.last + 3]
    return len(after) > 1 and after[0].key in ("'s", "’s") and after[1].text[:1].isupper()


def _chaired(told: Told, word: Phrase, subject: list[Party], rest: list[Party], *, company: list[Party]) -> list[Meeting]:
    """A session that two chair together; one who chairs a session of his own met nobody."""
    tokens = told.sent.tokens
    behind = tokens[word.last].key in _BY or tokens[word.first].key.removeprefix("و").startswith("برءاس")
    if behind and len(rest) > 1 and side_by_side(told.sent, rest[0], rest[1]):
        subject = []  # "under the presidency of A and B": whatever stands before is the session
    together = list(subject or (rest[:1] if behind else ()))
    for party in rest[len(together) if not subject else 0 :]:
        if not together or not side_by_side(told.sent, together[-1], party):
            break
        together.append(party)
    together = once(strongest(together))
    return [Meeting("meeting", word.sense, told.sent, word.span, together, company=company)] if len(together) > 1 else []


def strongest(some: list[Party]) -> list[Party]:
    """The parties that surely met: office-holders if two are named, else bodies too, else states too."""
    persons = [party for party in some if party.title]
    bodies = [party for party in some if not party.state]
    return persons if len(persons) > 1 else bodies if len(bodies) > 1 else some


def _office(some: Sequence[Party]) -> bool:
    return any(not party.state for party in some)
