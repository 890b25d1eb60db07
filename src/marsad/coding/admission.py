"""Which drafts of a whole text may stand as events: an act told by a verb, with a doer; and what denial and rumour do to them.

A sentence read alone shows only how likely an event is. In a text a reader sees more: that the whole is about a match, that a road
accident killed, that a ministry denies all of it, that a body is only named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.base.records import Actor, Event, Flag, Language, Span
from marsad.coding.admission_verbs import Verbs
from marsad.coding.drafts import EventDraft
from marsad.coding.lexicon import Lexicon
from marsad.coding.phrases import Phrase, PhraseIndex, Shelf
from marsad.coding.reading import Reading, Sent

STRICT = frozenset(["ASSAULT", "PROTEST"])
MARGIN = 1.9  # log odds: so far below the sentence's threshold an attack or protest is still looked at, if verb, doer and harm are told
_SUFFERED = frozenset(["COERCE", "SANCTION"])  # acts that stand where only those who suffer them are named
_PLAIN = frozenset(["CVL", "AGR", "REF"])  # families, passers-by: they meet and praise, but no reader writes it down
_LIGHT_REACH = 5  # words between a light verb and the noun that it carries
_SUBJECT = 12  # words before a light verb in which its subject stands
_SIGN_REACH = 14  # words between "signed" and the accord: day and place stand between them
_CLAIM = "claimed-attack"  # the frame of a group that takes an attack upon itself
_WELCOME = "act-back"  # the frame of welcoming, ratifying and recognising: said, and an act by being said
_PLAN_REACH = 5  # words between a word of planning and the act planned
_SPORT_LEAST = 3  # words of sport that make a text one about sport
_SPORT_SHARE = 0.5  # per sentence
_ASIDE = (frozenset(["as", "while", "when", "before", "after", "until"]), frozenset(["they", "he", "she", "it", "we"]))
_ACCUSED_REACH = 12  # words between "accused" and the deed
_REACTION_REACH = 7  # words between "condemned" and the attack
_SAID_REACH = 2  # words between "said" and the day on which it was said
_GOAL_REACH = 4  # words between "towards" and the name of the goal
_AWAY_REACH = 6  # words between "fled" and "towards"
_BREAKS = frozenset(".;؛:!?؟")


class Admission:
    """Decides on drafts. One serves any number of documents."""

    def __init__(self, lexicon: Lexicon, shelf: Shelf | None = None) -> None:
        """Index the verbs and the words that decide."""
        self._verbs = Verbs(lexicon)
        self._cues = {entry.id: PhraseIndex([entry], shelf) for entry in lexicon.section("admission_words").values()}
        self._speech = PhraseIndex([entry for entry in lexicon.section("speech").values() if entry.id == "says"], shelf)
        self._frames = {entry.id: frozenset(entry.words("frames")) for entry in lexicon.section("admission_frames").values()}

    def is_sport(self, reading: Reading) -> bool:
        """Whether a text is about sport; asked of each draft, counted once."""
        if reading.about_sport is None:
            words = sum(len(self._cues["sport"].find(sent.tokens)) for sent in reading.sents)
            reading.about_sport = words >= max(_SPORT_LEAST, _SPORT_SHARE * len(reading.sents))
        return reading.about_sport

    def why_not(self, reading: Reading, sent: Sent, draft: EventDraft) -> str | None:
        """Why a draft tells no act, or None."""
        lang = reading.lang
        if self.is_sport(reading):
            return "a text about sport"
        frames = set(draft.frames)
        if not frames - self._frames["weapons" if draft.type in STRICT else "mention"]:
            return "only named: nothing is told of an act"
        trigger = _trigger(sent, draft)
        if self._is_denial(sent, trigger):
            return "a denial: the act that it denies carries the flag negated"
        if draft.type == "ASSAULT" and self._cues["accident"].find(sent.tokens) and not frames & self._frames["arms"]:
            return "an accident or a disaster"
        if draft.type == "ASSAULT" and draft.fatalities is None and self._reacts(sent, trigger):
            return "a reaction to an attack that is told elsewhere"
        if draft.type == "PROTEST" and not frames & self._frames["crowd"]:
            return "against somebody, but nobody demonstrates"
        if draft.type in STRICT:
            return None
        if [token.key in words for token, words in zip(sent.tokens[max(0, trigger[0] - 2) : trigger[0]], _ASIDE, strict=False)] == [
            True,
            True,
        ]:
            return "a circumstance of another act"
        if draft.type == "SUPPORT" and any(one.last == trigger[0] for one in self._cues["light"].find(sent.tokens)):
            return "a signature: told as an agreement"
        if (
            draft.type in ("SUPPORT", "AGREE")
            and _WELCOME not in frames
            and any(one.first == trigger[0] for one in self._speech.find(sent.tokens))
        ):
            return "a verb of speech: told as a statement"
        if draft.type in ("AGREE", "AID") and self._cues["courtesy"].find(sent.tokens):
            return "a courtesy"
        reach = _SIGN_REACH if draft.type == "AGREE" else _LIGHT_REACH
        if not self._acted(sent, trigger, lang, reach):
            return "a noun or an infinitive: no verb tells that it was done"
        return None

    def chosen(self, sent: Sent, drafts: Sequence[EventDraft]) -> list[tuple[EventDraft, str | None]]:
        """Drafts of one sentence, each with a reason where a better one rests on the same words."""
        out: list[tuple[EventDraft, str | None]] = []
        for draft in drafts:
            first, last = _trigger(sent, draft)
            rivals = [other for other in drafts if other is not draft and {other.type, draft.type}.isdisjoint(STRICT)]
            near = [other for other in rivals if _trigger(sent, other)[0] <= last + 1 and first <= _trigger(sent, other)[1] + 1]
            held = draft.type == "ASSAULT" and draft.fatalities is None and any(other.type == "COERCE" for other in drafts)
            if held and any(one.first <= last and first <= one.last for one in self._cues["raid"].find(sent.tokens)):
                out.append((draft, "a raid by police: told by those whom they held or what they took"))
                continue
            beaten = any(draft.type == "AGREE" or (other.type != "AGREE" and other.score > draft.score) for other in near)
            out.append((draft, f"the same words tell {near[0].type} better" if beaten else None))
        return out

    def flagged(self, sent: Sent, draft: EventDraft, lang: Language) -> EventDraft:
        """The draft with what its text does to it: a denial reaches to the end of its clause, a rumour over its sentence."""
        first, _ = _trigger(sent, draft)
        flags: list[Flag] = list(draft.flags)
        denial = next(
            (one for one in self._cues["deny"].find(sent.tokens) if one.last < first and not _goes_on(sent, one.last, first)), None
        )
        if denial is not None and not any(denial.last < one.first < first for one in self._cues["contrast"].find(sent.tokens)):
            flags.append("negated")
            end = sent.tokens[denial.last].end
            draft = replace(
                draft,
                actor_spans=tuple(Span(max(end, span.start), span.end) for span in draft.actor_spans if span.end > end),
                recipient_spans=tuple(Span(max(end, span.start), span.end) for span in draft.recipient_spans if span.end > end),
            )
        draft = self._carried(sent, draft)
        if _CLAIM in draft.frames and "attributed" not in flags:
            flags.append("attributed")
        if self._cues["rumour"].find(sent.tokens) and "negated" not in flags:
            flags.append("hypothetical")
        if self._verbs.coming(sent.tokens[first], lang) or self._planned(sent, first):
            flags.append("future")
        if draft.fatalities is not None and self._cues["earlier_toll"].find(sent.tokens):
            draft = replace(draft, superseded=True)
        if draft.type == "PROTEST" and self._called(sent, first):
            flags.append("future")
        if "future" in flags and draft.type in STRICT and draft.fatalities is not None:
            flags.remove("future")
        told = tuple(dict.fromkeys(flags))
        return draft if told == draft.flags else replace(draft, flags=told)

    def unsupported(self, event: Event, draft: EventDraft, *, chained: bool = False) -> str | None:
        """Why an event whose names are bound may not stand, or None.

        Args:
            event: with its names.
            draft: what it was made of.
            chained: its verb goes on from another by "and", whose subject it shares.
        """
        doers = list(event.actors) if chained else _stated(event.actors)
        suffer = _stated(event.recipients)
        flags = set(event.flags)
        if event.type not in STRICT:
            doers = [actor for actor in doers if actor.entity or actor.sector not in _PLAIN]
            if not doers and not (suffer and event.type in _SUFFERED):
                return "nobody is named in the clause who does it"
            return "a possibility, not an act" if "hypothetical" in flags else None
        here = event.place is not None and event.place.basis == "stated"
        if event.type == "PROTEST":
            if "historical" in flags and not doers:
                return "remembered, and no crowd is named"
            if draft.score < 0 and not set(draft.frames) & self._frames["rally"]:
                return "demonstrators are named, but no demonstration"
            if draft.score < 0 and not doers:
                return "below the threshold, and no crowd is named"
            if draft.score >= 0 and set(draft.frames) & self._frames["people"]:
                return None
            named = here and event.place is not None and event.place.name is not None
            return None if doers or (named and set(draft.frames) & self._frames["rally"]) else "no crowd and no place"
        armed = bool(set(draft.frames) & self._frames["arms"])
        sides = draft.score >= 0 and bool(set(draft.frames) & self._frames["sides"])
        if not (event.fatalities or doers or suffer or sides or (here and armed)):
            return "a mention: neither doer, harmed, deaths nor place"
        if "hypothetical" in flags and not event.fatalities and not (doers and suffer):
            return "a possibility, not an act"
        if draft.score < 0 and not (
            ("negated" in flags)
            or (doers and (suffer or event.fatalities))
            or ((doers or suffer) and "abduct" in event.modes)
            or (event.fatalities and suffer)
            or (doers and _CLAIM in draft.frames)
        ):
            return "below the threshold, and doer or harm is not told"
        return None

    def is_harm_verb(self, sent: Sent, at: int) -> bool:
        """Whether an Arabic verb of harm in the active stands at this position."""
        return any(one.first <= at <= one.last for one in self._cues["harm_verb"].find(sent.tokens))

    def is_source(self, sent: Sent, first: int, last: int) -> bool:
        """Whether the words at these positions name who reports it ("an official said", "according to the police")."""
        cues = self._cues["source"].find(sent.tokens)
        if sent.tokens[first].script == "arabic" or any(one.sense == "source" and one.last + 2 >= first > one.last for one in cues):
            if sent.tokens[first].script != "arabic" and self._does(sent, last + 1):
                return False
            return any(0 < first - one.last <= 2 for one in cues)
        comma = any(token.key == "," for token in sent.tokens[max(0, first - 4) : first])
        return comma and any(0 <= one.first - last - 1 <= 1 for one in cues)

    def _does(self, sent: Sent, at: int) -> bool:
        """Whether an English verb stands right behind a name, so that it is no speaker: "he said gunmen killed"."""
        return at < len(sent.tokens) and (
            sent.tokens[at].key in ("had", "have", "has", "was", "were") or self._verbs.told((at, at), sent.tokens, "en")
        )

    def is_said(self, sent: Sent, at: int) -> bool:
        """Whether what stands here belongs to a verb of speech right before it: "said on Monday" dates the saying."""
        said = (*self._cues["source"].find(sent.tokens), *self._speech.find(sent.tokens))
        return any(0 < at - one.last <= _SAID_REACH for one in said)

    def leads_away(self, sent: Sent, at: int) -> bool:
        """Whether a name tells whither people fled or whence they came: no ground of what happened, and nobody's target."""
        return self._behind(sent, at, "towards", "away") or self.comes_from(sent, at)

    def tells_of_moving(self, sent: Sent) -> bool:
        """Whether a sentence has a word of fleeing or coming at all."""
        return bool(self._cues["away"].find(sent.tokens) or self._cues["coming"].find(sent.tokens))

    def comes_from(self, sent: Sent, at: int) -> bool:
        """Whether a name tells whence somebody came."""
        return self._behind(sent, at, "origin", "coming")

    def _behind(self, sent: Sent, at: int, step: str, verb: str) -> bool:
        moved = [one.last for one in self._cues[verb].find(sent.tokens) if 0 < at - one.last <= _AWAY_REACH + _GOAL_REACH]
        if not moved:
            return False
        goals = [one.last for one in self._cues[step].find(sent.tokens) if 0 < at - one.last <= _GOAL_REACH]
        return any(0 < goal - one <= _AWAY_REACH for goal in goals for one in moved)

    def accused(self, sent: Sent, trigger: Span) -> Span | None:
        """The stretch between a word of accusing and the deed that somebody is accused of."""
        first = sent.position(trigger.start)
        before = [one for one in self._cues["accuse"].find(sent.tokens) if 0 < first - one.last <= _ACCUSED_REACH]
        if not before or _broken(sent, before[-1], first) or before[-1].last + 1 >= first:
            return None
        return Span(sent.tokens[before[-1].last + 1].start, sent.tokens[first - 1].end)

    def goes_on(self, sent: Sent, draft: EventDraft) -> bool:
        """Whether the trigger is joined to a verb before it by "and", so that both have one subject."""
        first, _ = _trigger(sent, draft)
        if sent.tokens[first].script == "arabic":
            return first > 0 and sent.tokens[first].key.startswith("و")
        return any(token.key in ("and", "et") for token in sent.tokens[max(0, first - 2) : first])

    def _reacts(self, sent: Sent, trigger: tuple[int, int]) -> bool:
        """Whether a noun for an attack is what a word of condemning is about."""
        near = (one for one in self._cues["reaction"].find(sent.tokens) if 0 < trigger[0] - one.last <= _REACTION_REACH)
        return any(not _broken(sent, one, trigger[0]) for one in near)

    def _is_denial(self, sent: Sent, trigger: tuple[int, int]) -> bool:
        return any(one.first <= trigger[0] <= one.last for one in self._cues["deny"].find(sent.tokens))

    def _carried(self, sent: Sent, draft: EventDraft) -> EventDraft:
        """A noun's doers stand beside the light verb that carries it, not beside the noun."""
        first, last = _trigger(sent, draft)
        if draft.type in STRICT or (self._verbs.told((first, last), sent.tokens, "en") and sent.tokens[first].script != "arabic"):
            return draft
        carrier = next((one for one in self._cues["light"].find(sent.tokens) if 0 < first - one.last <= _SIGN_REACH), None)
        if carrier is None or _broken(sent, carrier, first):
            return draft
        arabic = sent.tokens[first].script == "arabic"
        inside = sent.tokens[carrier.last + 1 : first] if arabic else sent.tokens[max(0, carrier.first - _SUBJECT) : carrier.first]
        if not inside:
            return draft
        return replace(draft, actor_spans=(Span(inside[0].start, inside[-1].end), *draft.actor_spans), actors_inferred=False)

    def _acted(self, sent: Sent, trigger: tuple[int, int], lang: Language, reach: int) -> bool:
        if self._verbs.told(trigger, sent.tokens, lang) or self._planned(sent, trigger[0]):
            return True
        carried = (one for one in self._cues["light"].find(sent.tokens) if 0 < trigger[0] - one.last <= reach)
        return any(not _broken(sent, one, trigger[0]) for one in carried)

    def _called(self, sent: Sent, first: int) -> bool:
        near = (one for one in self._cues["call"].find(sent.tokens) if 0 < first - one.last <= _PLAN_REACH)
        return any(not _broken(sent, one, first) for one in near)

    def _planned(self, sent: Sent, first: int) -> bool:
        near = (one for one in self._cues["plan"].find(sent.tokens) if 0 < first - one.last <= _PLAN_REACH)
        return any(not _broken(sent, one, first) for one in near)


def _trigger(sent: Sent, draft: EventDraft) -> tuple[int, int]:
    first = sent.position(draft.trigger_span.start)
    return first, max(first, sent.position(draft.trigger_span.end - 1))


def _broken(sent: Sent, cue: Phrase, first: int) -> bool:
    return any(sent.tokens[at].key in _BREAKS for at in range(cue.last + 1, first))


def _goes_on(sent: Sent, denial: int, first: int) -> bool:
    """Whether a comma and "and" part an Arabic verb from a denial: "denied it, and accused ..." is said and not denied."""
    tokens = sent.tokens
    return any(tokens[at].key == "،" and tokens[at + 1].key.startswith("و") for at in range(denial + 1, first) if at + 1 <= first)


def _stated(actors: Sequence[Actor]) -> list[Actor]:
    return [actor for actor in actors if not actor.inferred]
