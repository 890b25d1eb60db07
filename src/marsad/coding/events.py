"""Sentences to event drafts: evidence from frames and cues is added up, and what passes a threshold is an event with its rule.

Two readings of one lexicon. News tells incidents: each type must pass on its own evidence. Institutional reports sum up:
there the sentence's quad class is decided first, and the type with most evidence in that class stands for it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from marsad.base.records import PLOVER_TYPES, QUAD_CLASS, Fatalities, Flag, Language, Span
from marsad.base.script import Token
from marsad.coding.admission_verbs import BEFORE_NOUN
from marsad.coding.drafts import EventDraft, NonEventDraft, Register, Sentence
from marsad.coding.events_casualties import fatalities
from marsad.coding.events_contexts import contexts
from marsad.coding.events_refused import reason
from marsad.coding.events_roles import roles
from marsad.coding.flags import flags_at
from marsad.coding.frames import Fired, FrameIndex, without_objects
from marsad.coding.lexicon import LANGUAGES, Entry, Lexicon
from marsad.coding.triggers import Hits, Vocabulary

CUES = "event_cues"
BASE = "event_base"
_STRICT = ("ASSAULT", "PROTEST")  # types with a threshold of their own, measured on judged sentences
_QUADS = ("q1", "q2", "q3", "q4")
_REGISTER = "register"
_TOLD = 1.0  # an attack or protest told this clearly is what a sentence is about, in a report too
_FAINT = 0.8  # log odds: up to it the words of a plain act outweigh the signs of a report
_CLEAR = 1.3  # log odds: above it a sentence is from an institutional report in nine cases of ten
_LATE = 0.03  # score lost per word that a trigger stands later: what is told first is what the sentence is about
_TOKENS_MOST = 600  # a longer sentence is read to here: keeps the time per sentence bounded
_FUTURE = frozenset("سوف")  # first letters of an Arabic verb of a coming act
_MENTION = 0.1  # weight of a frame that shows a thing to be there and gives the event of another word no mode
_OPENING = 8  # words: an act told so early opens its sentence
_PLAIN = 1.5  # weight of a frame that tells an act by itself
_TOLD_FIRST = -1.8  # log odds: news opens so two to ten times as often as reports do
_SHORT, _LONG = 5, 80  # words: a shorter or longer sentence is weighed like one of these lengths
_GOVERNS = frozenset(["REQUEST", "REJECT", "THREATEN", "AGREE"])
_GOVERN_REACH = 9  # words between a word of asking or refusing and the act it governs
_OUTDONE = 0.2  # score by which the governing word then leads
_TELLING = {"ar": 14, "fr": 40, "en": 25}  # words: a shorter sentence that holds no cue says little of its register
_PROMISED = frozenset(["CONSULT", "SUPPORT", "COOPERATE", "AID"])
"""Cooperation to come is an agreement: it tells what is meant, and nothing done yet."""

_PROMISED_TALK = frozenset(["CONSULT", "SUPPORT"])
"""In a report that sums up, where what will be done is what the report is about."""

_EVENTS_MOST = 4  # events drafted from one sentence, attacks and protests beyond them not counted


class Evidence(NamedTuple):
    """What a sentence holds for each decision: type scores, quad scores, and the cues that told for or against."""

    types: Mapping[str, float]
    quads: Mapping[int, float]
    register: float
    fired: Sequence[Fired]
    cues: Sequence[str]


class _Cue(NamedTuple):
    """A cue with its weights: all by name, and those that are not zero by what they count for."""

    id: str
    weights: Mapping[str, float]
    register: float
    quads: tuple[tuple[int, float], ...]
    types: tuple[tuple[str, float], ...]

    @classmethod
    def of(cls, entry: Entry) -> _Cue:
        weights = {key: entry.number(key, 0.0) for key in (*_STRICT, *_QUADS, _REGISTER)}
        quads = tuple((quad, weights[key]) for quad, key in enumerate(_QUADS, start=1) if weights[key])
        return cls(entry.id, weights, weights[_REGISTER], quads, tuple((key, weights[key]) for key in _STRICT if weights[key]))


class EventCoder:
    """Reads sentences into event drafts with one compiled lexicon; safe to share between threads after the first sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.vocabulary = Vocabulary(lexicon)
        self.index = FrameIndex(lexicon, self.vocabulary)
        self._cues = {
            self.vocabulary.senses[entry.id]: _Cue.of(entry)
            for entry in lexicon.section(CUES).values()
            if entry.id in self.vocabulary.senses
        }
        self._base = {entry.id: entry.number("weight", 0.0) for entry in lexicon.section(BASE).values()}
        self._shift = {
            (entry.id, lang): entry.number(f"shift_{lang}", 0.0) for entry in lexicon.section(BASE).values() for lang in LANGUAGES
        }
        self._full = {entry.id: entry.number("words", 0.0) for entry in lexicon.section(BASE).values()}
        self._void = self.vocabulary.senses.get("void", -1)
        self._contexts: dict[str, dict[int, str]] = {
            lang: {
                sense: name.partition("ctx_")[2]
                for name, sense in self.vocabulary.senses.items()
                if name.startswith(("ctx_", f"{lang}_ctx_"))
            }
            for lang in LANGUAGES
        }

    def evidence(self, hits: Hits, lang: Language = "ar", words: int = 0, names: frozenset[int] = frozenset()) -> Evidence:
        """Sums of frame and cue weights: by type, by quad class, and for the register (above 0 is institutional).

        Args:
            hits: the senses of a sentence.
            lang: its language.
            words: its length. A long sentence holds more words of every kind, so that each tells less of its event.
            names: positions of words inside longer names and false friends: "Liberation" in a name frees nobody.
        """
        fired = self.index.match(_outside(hits, names) if names else hits, lang)
        types: dict[str, float] = defaultdict(float)
        quads = {quad: self._base.get(f"q{quad}", 0.0) for quad in (1, 2, 3, 4)}
        told = min(1.0, words / _TELLING[lang]) if words else 1.0
        register = self._base.get(_REGISTER, 0.0) * told + self._shift.get((_REGISTER, lang), 0.0)
        for one in fired:
            if one.frame.pull:
                quads[QUAD_CLASS[one.frame.type]] += one.frame.pull
        fired = without_objects(fired)
        opened = False
        for one in fired:
            frame = one.frame
            types[frame.type] += frame.weight
            opened = opened or (frame.weight >= _PLAIN and not frame.pull and one.trigger[0] < _OPENING)
        if opened:
            register += _TOLD_FIRST
        cues = []
        for sense in hits:
            cue = self._cues.get(sense)
            if cue is not None:
                cues.append(cue.id)
                register += cue.register
                for quad, weight in cue.quads:
                    quads[quad] += weight
                for type_, weight in cue.types:
                    if type_ in types:
                        types[type_] += weight
        for type_ in types:
            types[type_] *= self._share(type_, words)
            types[type_] += self._base.get(type_, self._base.get("other", 0.0)) + self._shift.get((type_, lang), 0.0)
        return Evidence(types, quads, register, fired, cues)

    def _share(self, type_: str, words: int) -> float:
        """What evidence for a type counts in a sentence of so many words: falls with the root of the length, 1 where it is not known."""
        full = self._full.get(type_, 0.0)
        return math.sqrt(full / min(max(_SHORT, words), _LONG)) if full and words else 1.0

    def code_sentence(self, sentence: Sentence) -> tuple[list[EventDraft], list[NonEventDraft]]:
        """Events of one sentence, the main one first, and the triggers that made none, each with its reason."""
        tokens = sentence.tokens[:_TOKENS_MOST]
        hits = _without_months(self.vocabulary.find(tokens), tokens)
        names = _in_names(tokens) if sentence.lang != "ar" else frozenset()
        if self._void in hits:
            names |= {at for first, last in hits[self._void] for at in range(first, last + 1)}
        evidence = self.evidence(hits, sentence.lang, sum(token.script != "punct" for token in tokens), names)
        if not evidence.fired:
            return [], []
        chosen = self._chosen(evidence, sentence)
        drafts = [self._draft(one, sentence, hits=hits, evidence=evidence, main=one is chosen[0]) for one in chosen]
        drafts = _promised(drafts, _PROMISED if evidence.register <= 0 or sentence.register is Register.NEWS else _PROMISED_TALK)
        taken = {type_ for type_, _ in chosen}
        refused = [self._refusal(type_, score, sentence, hits, evidence) for type_, score in evidence.types.items() if type_ not in taken]
        return drafts, refused

    def _refusal(self, type_: str, score: float, sentence: Sentence, hits: Hits, evidence: Evidence) -> NonEventDraft:
        fired = _best_first(evidence, type_)
        key = type_ if type_ in _STRICT else f"q{QUAD_CLASS[type_]}"
        told = (self._cues[sense] for sense in hits if sense in self._cues)
        against = {cue.id: cue.weights[key] for cue in told}
        return NonEventDraft(
            type=type_,
            span=sentence.span,
            trigger_span=_span(sentence.tokens, fired[0].trigger),
            rule=fired[0].frame.id,
            score=round(score, 2),
            reason=reason(score, against, fired),
        )

    def _chosen(self, evidence: Evidence, sentence: Sentence) -> list[tuple[str, float]]:
        return self._choose(evidence, sentence.register, sentence.margin)

    def _choose(self, evidence: Evidence, register: Register, margin: float = 0.0) -> list[tuple[str, float]]:
        """(type, score) of the events to draft, the main one first."""
        institution = evidence.register > 0 if register is Register.UNKNOWN else register is Register.INSTITUTION
        passing = {type_: score for type_, score in evidence.types.items() if score >= (-margin if type_ in _STRICT else 0)}
        if institution:
            quad = max(evidence.quads, key=lambda q: evidence.quads[q])
            if evidence.quads[quad] <= 0:
                clear = evidence.register > _CLEAR
                passing = {t: s for t, s in passing.items() if t in _STRICT or not clear}
            else:
                main = self._standing(quad, evidence)
                told = max(_STRICT, key=lambda t: evidence.types.get(t, -1.0))
                if evidence.types.get(told, -1.0) >= max(_TOLD, evidence.quads[quad]):
                    main = told
                elif main not in _STRICT:
                    main = _plainly(evidence, quad) or main
                if main:
                    rest = {t: s for t, s in passing.items() if t != main and (t in _STRICT or QUAD_CLASS[t] == quad)}
                    return [
                        (main, max(evidence.quads[quad], evidence.types[main])),
                        *_few(_ranked(rest, _starts(evidence)), _EVENTS_MOST - 1),
                    ]
        return _few(_ranked(_governed(passing, evidence), _starts(evidence)), _EVENTS_MOST)

    def _standing(self, quad: int, evidence: Evidence) -> str | None:
        """The type that stands for a quad class: most evidence of its own; a strict type below its threshold only in a clear report."""
        inside = [t for t in evidence.types if QUAD_CLASS[t] == quad and self._may_stand(t, evidence)]
        return max(inside, key=lambda t: (_pull(evidence, t), evidence.types[t]), default=None)

    def _may_stand(self, type_: str, evidence: Evidence) -> bool:
        if type_ in _STRICT:
            return evidence.types[type_] >= 0 or evidence.register > _CLEAR
        return True

    def _draft(self, chosen: tuple[str, float], sentence: Sentence, *, hits: Hits, evidence: Evidence, main: bool) -> EventDraft:
        type_, score = chosen
        fired = _best_first(evidence, type_)
        best = fired[0]
        tokens = sentence.tokens[:_TOKENS_MOST]
        bound = roles(type_, self._anchor(type_, fired, sentence, hits), tokens, hits, self.vocabulary)
        deaths: Fatalities | None = None
        if type_ in ("ASSAULT", "PROTEST", "COERCE"):
            deaths = fatalities(sentence, tokens, hits, self.vocabulary)
        modes = tuple(dict.fromkeys(f.frame.mode for f in fired if f.frame.mode and (f.frame.weight != _MENTION or best is f)))
        return EventDraft(
            type=type_,
            span=sentence.span,
            trigger_span=_span(tokens, best.trigger),
            rule=best.frame.id,
            score=round(score, 2),
            confidence=round(min(0.95, max(0.05, 1 / (1 + math.exp(-score)))), 2),
            modes=modes,
            contexts=contexts(self._told(hits, sentence.lang), type_, modes),
            flags=self._flags(fired, tokens, hits),
            actor_spans=bound.actors,
            recipient_spans=bound.recipients,
            actors_inferred=bound.actors_inferred,
            recipients_inferred=bound.recipients_inferred,
            fatalities=deaths,
            main=main,
            frames=tuple(f.frame.id for f in fired),
        )

    def _flags(self, fired: Sequence[Fired], tokens: Sequence[Token], hits: Hits) -> tuple[Flag, ...]:
        """Flags of the event told by these frames, the weightiest first: those of its trigger, and those that a frame carries."""
        trigger = fired[0].trigger
        carried = [one.frame.flag for one in fired if one.frame.flag]
        flags = tuple(dict.fromkeys([*flags_at(trigger, tokens, hits, self.vocabulary), *carried]))
        key = tokens[trigger[0]].key
        coming = key[:1] in _FUTURE and "future" not in flags and self.vocabulary.is_coming(key)
        return (*flags, "future") if coming else flags

    def _anchor(self, type_: str, fired: Sequence[Fired], sentence: Sentence, hits: Hits) -> Fired:
        """The frame whose trigger binds the names: of an attack, the verb for killing or attacking before any noun."""
        if type_ not in _STRICT:
            return fired[0]
        names = ("kill", "attack_verb", "abduct", "death", "exposed") if type_ == "ASSAULT" else ("protest_verb", "protest", "strike_work")
        verbs = {place for name in names for place in hits.get(self.vocabulary.senses.get(name, -1), ())}
        told = [one for one in fired if one.trigger in verbs]
        nouns = BEFORE_NOUN[sentence.lang] if sentence.lang != "ar" else frozenset()

        def order(one: Fired) -> tuple[bool, int]:
            start = one.trigger[0]
            return start > 0 and sentence.tokens[start - 1].key in nouns, start

        return min(told, key=order, default=fired[0])

    def _told(self, hits: Hits, lang: Language) -> set[str]:
        """The contexts that words of a sentence carry: those of all languages, and those that count in its own alone."""
        return {context for sense, context in self._contexts[lang].items() if sense in hits}


def _best_first(evidence: Evidence, type_: str) -> list[Fired]:
    """The frames of a type, the weightiest first."""
    fired = [one for one in evidence.fired if one.frame.type == type_]
    return sorted(fired, key=lambda one: (-one.frame.weight, one.first)) if len(fired) > 1 else fired


def _pull(evidence: Evidence, type_: str) -> float:
    return sum(f.frame.pull for f in evidence.fired if f.frame.type == type_)


def _plainly(evidence: Evidence, quad: int) -> str | None:
    """The type that frames of plain acts tell in an institution's words: in the quad class decided, or against weak signs of a report."""
    plain = {one.frame.type for one in evidence.fired if one.frame.weight >= _PLAIN and not one.frame.pull} - {*_STRICT}
    if not plain:
        return None
    scores = _governed({type_: score for type_, score in evidence.types.items() if type_ not in _STRICT}, evidence)
    best = max(scores, key=lambda type_: scores[type_])
    beyond = evidence.register <= _FAINT and scores[best] >= evidence.quads[quad]
    return best if scores[best] >= _TOLD and (QUAD_CLASS[best] == quad or beyond) else None


def _starts(evidence: Evidence) -> dict[str, int]:
    starts: dict[str, int] = {}
    for one in evidence.fired:
        starts[one.frame.type] = min(one.trigger[0], starts.get(one.frame.type, _TOKENS_MOST))
    return starts


_MONTHS = frozenset(["May", "March"])
_DAY_BEFORE = frozenset(["in", "of", "on", "since", "early", "late", "mid", "last", "this", "until", "by", "from", "and"])


def _without_months(hits: Hits, tokens: Sequence[Token]) -> Hits:
    """The senses of a sentence without those of "may" and "march" where a date names the month."""
    months = {
        at
        for at, token in enumerate(tokens)
        if token.text in _MONTHS and (_near_figure(tokens, at) or (at > 0 and tokens[at - 1].key in _DAY_BEFORE))
    }
    if not months:
        return hits
    left = {sense: [place for place in places if place[0] != place[1] or place[0] not in months] for sense, places in hits.items()}
    return {sense: places for sense, places in left.items() if places}


def _near_figure(tokens: Sequence[Token], at: int) -> bool:
    return any(token.key[:1].isdigit() for token in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]))


def _in_names(tokens: Sequence[Token]) -> frozenset[int]:
    """Positions of capital words beside another capital word, not at the start; none in a title written in capitals throughout."""
    capital = [token.script == "latin" and token.text[:1].isupper() for token in tokens]
    if sum(capital) * 2 > len(tokens):
        return frozenset()
    return frozenset(
        at for at in range(1, len(tokens)) if capital[at] and ((at > 1 and capital[at - 1]) or capital[at + 1 : at + 2] == [True])
    )


def _outside(hits: Hits, names: frozenset[int]) -> Hits:
    left = {sense: [place for place in places if place[0] != place[1] or place[0] not in names] for sense, places in hits.items()}
    return {sense: places for sense, places in left.items() if places}


def _governed(scores: dict[str, float], evidence: Evidence) -> dict[str, float]:
    """Scores in which a word of asking, refusing, threatening or agreeing outdoes the act that it governs.

    "Demanded an end to the curfew", "refuses to lift the embargo" and "agreed to withdraw" tell the word and not yet the act.
    """
    ends = {one.frame.type: one.trigger[1] for one in reversed(evidence.fired) if one.frame.type in _GOVERNS}
    starts = _starts(evidence)
    out = dict(scores)
    for type_, end in ends.items():
        for other, score in scores.items():
            governed = other not in _STRICT and other not in _GOVERNS and 0 < starts.get(other, 0) - end <= _GOVERN_REACH
            if type_ in out and governed:
                out[type_] = max(out[type_], score + _OUTDONE)
    return out


def _ranked(scores: Mapping[str, float], starts: Mapping[str, int]) -> list[tuple[str, float]]:
    def rank(item: tuple[str, float]) -> tuple[float, int]:
        return _LATE * min(starts.get(item[0], 0), 30) - item[1], PLOVER_TYPES.index(item[0])

    return _word_first(sorted(scores.items(), key=rank), starts)


def _word_first(ranked: list[tuple[str, float]], starts: Mapping[str, int]) -> list[tuple[str, float]]:
    """The events, a condemnation before the attack that it condemns: the sentence tells the word and names the attack."""
    accuse = next((one for one in ranked if one[0] == "ACCUSE" and one[1] >= _TOLD), None)
    if accuse and ranked[0][0] == "ASSAULT" and 0 < starts.get("ASSAULT", 0) - starts.get("ACCUSE", 0) <= _GOVERN_REACH:
        return [accuse, *(one for one in ranked if one is not accuse)]
    return ranked


def _promised(drafts: list[EventDraft], types: frozenset[str]) -> list[EventDraft]:
    """The drafts, with cooperation to come as AGREE; a sentence agrees once."""
    out: list[EventDraft] = []
    for draft in drafts:
        told = replace(draft, type="AGREE", modes=()) if draft.type in types and "future" in draft.flags else draft
        if told.type != "AGREE" or all(one.type != "AGREE" for one in out):
            out.append(told)
    return out


def _few(ranked: list[tuple[str, float]], most: int) -> list[tuple[str, float]]:
    """The first `most` of the events; an attack or protest that passed on its own evidence is never crowded out."""
    return [*ranked[:most], *(one for one in ranked[most:] if one[0] in _STRICT)]


def _span(tokens: Sequence[Token], place: tuple[int, int]) -> Span:
    return Span(tokens[place[0]].start, tokens[place[1]].end)
