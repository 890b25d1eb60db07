"""Event drafts to event records: names bound to roles, place and date resolved, reports of one event in one text tied together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from marsad.base.records import QUAD_CLASS, Actor, DateRange, Event, Flag, Language, NonEvent, Span, Statement, record_id
from marsad.coding.admission import MARGIN, STRICT, Admission
from marsad.coding.drafts import Drafter, EventDraft, NonEventDraft, Register, Sentence
from marsad.coding.engagements_told import Meeting
from marsad.coding.events import EventCoder
from marsad.coding.events_antecedents import Antecedents
from marsad.coding.events_days import is_coming, long_ago
from marsad.coding.events_doers import FORCES, counted_too, counts, crowds, is_carried, thousands
from marsad.coding.events_friends import one_each, why_not
from marsad.coding.events_ground import Ground, locative
from marsad.coding.events_names import actor_of, heads, joined, lies_within, names_actor, states_of, together, with_forms
from marsad.coding.events_reports import merge_reports
from marsad.coding.events_roles import told_of_others
from marsad.coding.events_twins import elsewhere, long_between, opposed, tied, with_titles
from marsad.coding.gazetteer import Gazetteer
from marsad.coding.lexicon import Lexicon
from marsad.coding.phrases import PhraseIndex, Shelf
from marsad.coding.reading import Dates, Reading, Sent

_NO_PLAIN = frozenset(["ACCUSE", "REJECT", "THREATEN", "SUPPORT", "PROTEST", "REQUEST"])  # never aimed at passers-by
_PUNISHED = frozenset(["sanction", "act-cut", "act-punish", "act-ban-trade"])  # frames of what is done to a state, behind any preposition
_OWN_PEOPLE = frozenset(["act-leave", "act-recall"])  # frames of withdrawing one's own soldiers and envoys
_DEEDS = frozenset(["ASSAULT", "PROTEST", "COERCE", "MOBILIZE"])  # types whose doers are looked for by name alone
_SUBJECT_REACH = 5  # words before a verb that may hold its subject
_AIMED = frozenset(["ACCUSE", "THREATEN"])
_BETWEEN_STATES = frozenset(["AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"])
_ARMS = frozenset(["MIL", "COP", "REB", "UAF", "PRM", "CRM", "SPY"])
_ARMED = frozenset(["MIL", "COP", "PRM"])


class EventMaker:
    """Makes event records of a document. One maker serves any number of documents."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, *, drafter: Drafter | None = None, shelf: Shelf | None = None) -> None:
        """Compile the event lexicon; `drafter` reads the sentences in place of the rules."""
        self._coder: Drafter = drafter or EventCoder(lexicon)
        self._admission = Admission(lexicon, shelf)
        self._ground = Ground(gazetteer, self._admission)
        nouns = lexicon.section("actor_nouns")
        self._nouns = PhraseIndex([*nouns.values(), *(with_forms(entry) for entry in nouns.values())], shelf)
        self._sectors = {entry.id: entry.text("sector") for entry in nouns.values()}

    def read(
        self, reading: Reading, dates: Dates, *, statements: Sequence[Statement], story: Sequence[Meeting]
    ) -> tuple[list[Event], list[NonEvent]]:
        """Events and refused triggers of a document.

        Args:
            reading: its sentences with names and persons.
            dates: its date expressions.
            statements: who said what; an expert's words make no event.
            story: its meetings; their triggers are told already.
        """
        covered = sorted(span for meeting in story for span in meeting.covered)
        reading.back = Antecedents(reading, story).of
        drafts: list[tuple[Sent, EventDraft]] = []
        refused: list[NonEvent] = []
        for sent in reading.sents:
            made, left = self._coder.code_sentence(_sentence(reading, sent))
            refused.extend(_refusal(reading, draft) for draft in left)
            tried = [(draft, self._refused(reading, sent, draft, statements, covered)) for draft in made]
            refused.extend(_non_event(reading, d.span, d.trigger_span, reason) for d, reason in tried if reason)
            left_over = [draft for draft, reason in tried if reason is None]
            chosen = [(draft, None) for draft in left_over] if reading.alone else self._admission.chosen(sent, left_over)
            for draft, reason in one_each(chosen, alone=reading.alone):
                if reason is None:
                    judged = draft.frames and not reading.alone
                    drafts.append((sent, self._admission.flagged(sent, draft, reading.lang) if judged else draft))
                else:
                    refused.append(_non_event(reading, draft.span, draft.trigger_span, reason))
        events = self._records(reading, drafts, dates, refused)
        if covered:
            refused.extend(
                _non_event(reading, e.span, e.trigger_span, "comment on a meeting: no actor in the clause") for e in events if _idle(e)
            )
            events = [event for event in events if not _idle(event)]
        return events, refused

    def _unsupported(self, sent: Sent, event: Event, draft: EventDraft) -> str | None:
        return self._admission.unsupported(event, draft, chained=self._admission.goes_on(sent, draft)) if draft.frames else None

    def _refused(
        self, reading: Reading, sent: Sent, draft: EventDraft, statements: Sequence[Statement], covered: Sequence[Span]
    ) -> str | None:
        reason = why_not(sent, draft, statements, covered)
        return self._admission.why_not(reading, sent, draft) if reason is None and draft.frames and not reading.alone else reason

    def _records(self, reading: Reading, drafts: Sequence[tuple[Sent, EventDraft]], dates: Dates, refused: list[NonEvent]) -> list[Event]:
        kept: list[tuple[EventDraft, Event]] = []
        for sent, draft in drafts:
            event = self._event(reading, sent, draft, dates)
            reason = None if reading.alone else self._unsupported(sent, event, draft)
            if reason is None:
                kept.append((draft if draft.flags == event.flags else replace(draft, flags=event.flags), event))
            else:
                refused.append(_non_event(reading, draft.span, draft.trigger_span, f"{draft.type}: {reason}"))
        events = [event for _, event in kept]
        titles = {paragraph.span for paragraph in reading.document.paragraphs if paragraph.role == "title"}
        headed = [any(event.span is not None and event.span.within(title) for title in titles) for event in events]

        def apart(a: int, b: int) -> bool:
            return opposed(events[a], events[b]) or long_between(events[a], events[b]) or elsewhere(events[a], events[b])

        merged = merge_reports([draft for draft, _ in kept], [_keys(event) for event in events], apart=apart)
        merged = with_titles(events, merged, headed)
        return list(tied(events, merged, headed))

    def _event(self, reading: Reading, sent: Sent, draft: EventDraft, dates: Dates) -> Event:
        place = self._ground.of(reading, sent, draft)
        where = place.country if place else None
        spans = [*self._right_before(sent, draft), *draft.actor_spans]
        if draft.frames and draft.type not in STRICT:
            spans = self._nearest(sent, draft, spans)
        actors = self._actors(reading, sent, spans, where, inferred=draft.actors_inferred)
        if self._admission.goes_on(sent, draft) and (not actors or self._shares_subject(sent, draft, actors)):
            ahead = self._first_named(sent, Span(sent.span.start, draft.trigger_span.start))
            actors = self._actors(reading, sent, ahead, where, inferred=True) or actors
        if draft.frames and draft.type not in _DEEDS and not reading.alone:
            actors = self._pointed_at(reading, sent, draft, spans) or actors
        taken = {actor.span for actor in actors}
        stretches: Sequence[Span] = draft.recipient_spans
        if draft.type not in STRICT:
            stretches = [part for span in draft.recipient_spans for part in self._first_named(sent, span, taken)]
        recipients = [a for a in self._actors(reading, sent, stretches, where, inferred=draft.recipients_inferred) if a.span not in taken]
        if (draft.type == "AID" or _PUNISHED & set(draft.frames)) and not recipients:
            recipients = self._helped(reading, sent, draft, taken)
        recipients = [one for one in recipients if one.span is None or not self._admission.leads_away(sent, sent.position(one.span.start))]
        if _OWN_PEOPLE & set(draft.frames):
            recipients = [one for one in recipients if one.entity or one.sector not in FORCES]
        if draft.type == "PROTEST":
            ahead = self._first_named(sent, sent.span) if draft.score >= 0 else []
            actors = crowds(actors) or crowds(self._actors(reading, sent, ahead, where, inferred=False)) or thousands(sent, where)
        if draft.frames and draft.type in _NO_PLAIN:
            bare = "country:" if draft.type == "PROTEST" else "place:"
            recipients = [
                one for one in recipients if not (one.entity or bare).startswith(bare) or (not one.entity and one.sector != "CVL")
            ]
        if draft.type in ("COERCE", "ASSAULT") and not actors and recipients and self._strikes(sent, draft, recipients[0]):
            actors, recipients = recipients[:1], self._struck(reading, sent, recipients[0], where)
        if draft.type == "ASSAULT" and draft.actors_inferred:
            actors = [one for one in actors if not (one.entity or "").startswith("country:")]
        charged = self._admission.accused(sent, draft.trigger_span) if draft.type == "ASSAULT" and draft.frames else None
        if charged is not None:
            actors = self._actors(reading, sent, self._first_named(sent, charged), where, inferred=False) or actors
        if not actors and draft.type in ("ASSAULT", "COERCE", "MOBILIZE"):
            actors = self._groups(sent, reading, draft, [*(one.span for one in recipients), *draft.recipient_spans])
        flags: tuple[Flag, ...] = draft.flags
        spoken = QUAD_CLASS[draft.type] in (1, 3)  # what is said is the speaker's own act, and nobody else's word for it
        if ((sent.attributed and not spoken) or charged is not None) and "attributed" not in flags:
            flags = (*flags, "attributed")
        when, published = self._date(reading, sent, draft, dates), reading.document.published
        if published is not None and "future" not in flags and is_coming(draft.type, when, published):
            flags = ("future", *flags)
        if published is not None and not {"future", "historical"} & set(flags) and long_ago(when, published):
            flags = (*flags, "historical")
        contexts = draft.contexts
        if draft.type in _BETWEEN_STATES and states_of(actors) and states_of(recipients) - states_of(actors):
            contexts = tuple(sorted({*contexts, "diplomatic"}))
        return Event(
            record_id("event", reading.document.id, draft.type, draft.span.start, draft.trigger_span.start), reading.document.id,
            draft.type,
            when, place, draft.span, draft.rule, modes=draft.modes, contexts=contexts,
            actors=tuple(actors), recipients=tuple(recipients), fatalities=draft.fatalities, flags=flags, source_kind=sent.source_kind,
            trigger_span=draft.trigger_span, confidence=draft.confidence, text=draft.span.of(reading.text),
        )  # fmt: skip

    def _pointed_at(self, reading: Reading, sent: Sent, draft: EventDraft, spans: Sequence[Span]) -> list[Actor]:
        """A bare surname, or "the two sides", where one is the subject: right behind an Arabic verb, the last before another one."""
        first, last = sent.position(draft.trigger_span.start), sent.position(draft.trigger_span.end - 1)
        if sent.tokens[first].script == "arabic":
            near = sent.tokens[last + 1 : last + 3]
        else:
            near = tuple(token for token in sent.tokens[max(0, first - _SUBJECT_REACH) : first] if token.script == "latin")
        if not near:
            return []
        anybody = {person.role_span for person in sent.persons if person.title == "leaders" and person.country is None}
        named = [one for one in self._named_spans(sent) if near[0].start <= one.start and one.end <= near[-1].end]
        return [] if set(named) - anybody else reading.back(sent, Span(near[0].start, near[-1].end))

    def _shares_subject(self, sent: Sent, draft: EventDraft, actors: Sequence[Actor]) -> bool:
        """Whether a verb joined to another by "and" has no subject of its own: none right behind it in Arabic, none between elsewhere."""
        first, last = sent.position(draft.trigger_span.start), sent.position(draft.trigger_span.end - 1)
        if sent.tokens[first].script == "arabic":
            ends = [sent.position(one.span.end - 1) for one in actors if one.span and sent.position(one.span.start) == last + 1]
            if ends and draft.type in _AIMED:  # a lone name behind the verb is whom it is aimed at
                behind = Span(sent.tokens[ends[0]].end, draft.span.end)
                near = self._first_named(sent, behind)
                return not near or sent.position(near[0].start) - ends[0] > 1
            return not ends
        before = first - 1 if first and sent.tokens[first - 1].key in _AUXILIARIES else first
        return before > 0 and sent.tokens[before - 1].key in ("and", "et")

    def _date(self, reading: Reading, sent: Sent, draft: EventDraft, dates: Dates) -> DateRange:
        """The nearest date of the sentence, those of saying so after all others; else that of the sentences before, marked as inferred."""
        inside = [found for found in dates.inside(sent) if found.start or found.end]
        own = [found for found in inside if not self._admission.is_said(sent, sent.position(found.span.start))] or inside
        if own:
            verb = draft.trigger_span
            return min(own, key=lambda found: min(abs(found.span.start - verb.end), abs(verb.start - found.span.end))).range
        before = dates.before(sent)
        if before is not None:
            return replace(before.range, basis="inferred")
        published = reading.document.published
        if published is not None:
            return DateRange(None, published, "day", "inferred")
        return DateRange(None, None, "unknown", "unknown")

    def _actors(self, reading: Reading, sent: Sent, spans: Sequence[Span], where: str | None, *, inferred: bool) -> list[Actor]:
        """Who a stretch names: bodies, groups and offices first, then nouns such as "gunmen", then states; never a private person."""
        for span in spans:
            told = [item for item in sent.found if names_actor(item, span) and not self._admission.is_source(sent, item.first, item.last)]
            bodies = [item for item in told if item.kind != "country"]
            if bodies:
                kept = together(sent, bodies)[:3]
                more = self._counted_beside(reading, sent, Span(min(kept[-1].span.end, span.end), span.end), where, inferred)
                return [*(actor_of(item, reading, where, inferred=inferred) for item in kept), *more][:3]
            office = [
                person
                for person in sent.persons
                if not person.expert
                and not person.is_source
                and person.role_span.start < span.end
                and span.start < person.role_span.end
                and not self._admission.is_source(sent, person.first, person.last)
            ]
            if office:
                return [Actor(p.name or p.office, p.entity, p.country, p.sector, p.name_span or p.role_span, inferred) for p in office[:2]]
            nouns = list(self._named_by_noun(sent, span, where, reading.lang, inferred=inferred))
            if nouns:
                return nouns[:2]
            states = [item for item in told if item.kind == "country" and not locative(sent, item)]
            if states:
                return [actor_of(item, reading, where, inferred=inferred) for item in together(sent, states)[:3]]
        return []

    def _named_by_noun(self, sent: Sent, span: Span, where: str | None, lang: Language, *, inferred: bool) -> Iterator[Actor]:
        """Actors without a name; after the first only those that "and" or a comma joins to it."""
        tokens = [token for token in sent.tokens if token.start >= span.start and token.end <= span.end]
        last: int | None = None
        for first, end, sense in heads(self._nouns.find(tokens), tokens):
            at = sent.position(tokens[first].start)
            if self._admission.is_source(sent, at, at + end - first):
                continue
            between = [] if last is None else tokens[last + 1 : first]
            if last is not None and not (joined([token.key for token in between], tokens[first].key) or counted_too(between, lang)):
                return
            last = end
            name = Span(tokens[first].start, tokens[end].end)
            adjective = next((item for item in sent.found if item.how == "adjective" and 0 <= item.span.start - name.end <= 2), None)
            words = " ".join(token.text for token in tokens[first : end + 1])
            yield Actor(words, None, adjective.country if adjective else where, self._sectors[sense], name, inferred)

    def _counted_beside(self, reading: Reading, sent: Sent, span: Span, where: str | None, inferred: bool) -> list[Actor]:
        """Those without a name that "and" and a number join to a body: "twelve soldiers and 20 gunmen"."""
        found = next(self._named_by_noun(sent, span, where, reading.lang, inferred=inferred), None)
        if found is None or found.span is None:
            return []
        between = [token for token in sent.tokens if token.start >= span.start and token.end <= found.span.start]
        return [found] if counted_too(between, reading.lang) else []

    def _nearest(self, sent: Sent, draft: EventDraft, spans: list[Span]) -> list[Span]:
        """Where the doer of a deed in words stands: the first name behind an Arabic verb; the last one before a verb elsewhere."""
        verb = draft.trigger_span
        if sent.tokens[0].script == "arabic" and not is_carried(draft):
            behind = [span for span in spans if span.start >= verb.end]
            first = [one for span in behind[:1] for one in self._first_named(sent, span)] if not draft.actors_inferred else []
            if not self._admission.goes_on(sent, draft):
                return [*[span for span in spans if span.end <= verb.start][:1], *first, *spans] if not first else [*first, *spans]
            return [*first, *behind, *self._first_named(sent, Span(sent.span.start, verb.start)), *spans]
        return spans

    def _helped(self, reading: Reading, sent: Sent, draft: EventDraft, taken: Collection[Span | None]) -> list[Actor]:
        """The state that aid goes to, also behind a preposition of place (aid to Sudan)."""
        states = [
            item for item in sent.found if item.kind == "country" and item.how == "name" and not item.inner and item.span not in taken
        ]
        return [actor_of(item, reading, None, inferred=False) for item in states if item.span.start > draft.trigger_span.start][:1]

    def _strikes(self, sent: Sent, draft: EventDraft, one: Actor) -> bool:
        """Whether those right behind an Arabic verb of harm do it, and do not suffer it.

        Police arrest. An army or gunmen strike where somebody is counted behind them ("the army killed 20 ..."); alone behind the verb
        they are the struck ("gunmen were killed").
        """
        at = sent.position(one.span.start) if one.span is not None else 0
        if not at or sent.tokens[at].script != "arabic" or not self._admission.is_harm_verb(sent, at - 1):
            return False
        if draft.type == "COERCE":
            return one.sector in FORCES
        last = sent.position((one.span or sent.span).end - 1)
        return one.sector in _ARMS and last + 1 < len(sent.tokens) and counts(sent.tokens[last + 1].key)

    def _struck(self, reading: Reading, sent: Sent, doer: Actor, where: str | None) -> list[Actor]:
        """Those named behind the doer of an Arabic verb, within a few words."""
        at = sent.position((doer.span or sent.span).end - 1) + 1
        stretch = sent.tokens[at : at + 6]
        if not stretch:
            return []
        whole = Span(stretch[0].start, stretch[-1].end)
        return self._actors(reading, sent, [*self._first_named(sent, whole), whole], where, inferred=False)

    def _right_before(self, sent: Sent, draft: EventDraft) -> list[Span]:
        """The subject that stands right before an Arabic verb, which else comes first."""
        at = sent.position(draft.trigger_span.start)
        if not draft.frames or draft.type in STRICT or not at or sent.tokens[at].script != "arabic" or is_carried(draft):
            return []
        while at > 1 and sent.tokens[at - 1].key in _PARTICLES:
            at -= 1
        return [span for span in self._named_spans(sent) if sent.tokens[at - 1].start < span.end <= sent.tokens[at - 1].end][:1]

    def _first_named(self, sent: Sent, span: Span, taken: Collection[Span | None] = ()) -> list[Span]:
        """The stretch cut behind the first name in it that has no role yet: whoever comes later plays another part."""
        inside = [one for one in self._named_spans(sent) if span.start <= one.start and one.end <= span.end]
        if taken:
            inside = [one for one in inside if not any(lies_within(one, other) for other in taken)]
        if not inside:
            return []
        first, *others = sorted(inside)
        for one in others:  # "Egypt and Turkey" are named together
            between = range(sent.position(first.end - 1) + 1, sent.position(one.start))
            if one.start < first.end or not joined([sent.tokens[at].key for at in between], sent.tokens[sent.position(one.start)].key):
                break
            first = Span(first.start, one.end)
        return [first]

    def _named_spans(self, sent: Sent) -> list[Span]:
        if sent.named is None:
            told = (item for item in sent.found if names_actor(item, sent.span))
            named = [item.span for item in told if not (item.kind == "country" and locative(sent, item))]
            offices = [person.role_span for person in sent.persons if not person.expert]
            nouns = heads(self._nouns.find(sent.tokens), sent.tokens)
            sent.named = [*named, *offices, *(Span(sent.tokens[first].start, sent.tokens[end].end) for first, end, _ in nouns)]
        return sent.named

    def _groups(self, sent: Sent, reading: Reading, draft: EventDraft, taken: Sequence[Span | None]) -> list[Actor]:
        """A group named elsewhere in the sentence, or forces named before the deed: taken as the actor, and marked as inferred.

        Whoever stands among the harmed is none, nor are the forces that deny it or tell it of others.
        """
        named = [item for item in sent.found if not item.inner and not any(lies_within(item.span, span) for span in taken)]
        groups = [item for item in named if item.kind == "group"]
        before = [item for item in named if item.span.end <= draft.trigger_span.start and not item.short and "negated" not in draft.flags]
        forces = [item for item in before if item.kind in ("org", "type") and item.sector in _ARMED]
        verb = sent.position(draft.trigger_span.start)
        forces = [item for item in forces if not told_of_others(sent.tokens[item.last + 1 : verb])]
        return [actor_of(item, reading, None, inferred=True) for item in (groups or forces)[:1]]


def _sentence(reading: Reading, sent: Sent) -> Sentence:
    register, margin = (Register.UNKNOWN, 0.0) if reading.alone else (Register.NEWS, MARGIN)
    return Sentence(reading.text, sent.span, sent.tokens, reading.lang, reading.paragraphs[sent.paragraph], register, margin)


_AUXILIARIES = frozenset(["a", "ont", "has", "have", "had", "avait", "avaient", "later", "then", "also", "ensuite", "également"])
_PARTICLES = frozenset(["قد", "لم", "لن", "لا", "سوف", "كان", "كانت", "كانوا"])
"""Words between a subject and its Arabic verb that leave the subject where it is."""


def _keys(event: Event) -> list[str]:
    """What a place goes by: its name, and where it lies, which a town that no table holds has from the region around it."""
    place = event.place
    if place is None or not place.name or place.lat is None:
        return []
    return [place.name, f"{place.lat} {place.lon}"]


def _refusal(reading: Reading, draft: NonEventDraft) -> NonEvent:
    return _non_event(reading, draft.span, draft.trigger_span, f"{draft.type}: {draft.reason}")


def _non_event(reading: Reading, span: Span | None, trigger: Span | None, reason: str) -> NonEvent:
    where = span or Span(0, 0)
    return NonEvent(reading.document.id, where, (trigger or where).of(reading.text), reason)


def _idle(event: Event) -> bool:
    return event.type not in ("ASSAULT", "PROTEST") and not event.actors and not event.recipients
