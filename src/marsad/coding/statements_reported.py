"""Reported speech: a verb of speech and "that", "according to", what a speaker adds, and sentences that go on in the same breath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from marsad.base.records import Span, Statement, record_id
from marsad.base.script import search_key
from marsad.coding.quotes import Quote
from marsad.coding.reading import Reading, Sent, inside, touching
from marsad.coding.statements_holders import Cue, Holder
from marsad.coding.statements_memory import Memory
from marsad.coding.statements_subject import by_pronoun, opening_subject, subject_of, unlisted, words_between
from marsad.coding.statements_unnamed import PRONOUNS

WORDS_LEAST = 4  # words: a shorter quotation without a verb of speech is a name or a word held at arm's length
_THROUGH_MOST = 8  # words between "according to" and whoever made the count that is cited
_BESIDE_LEAST = 6  # words of a reported clause that are not those of the quotation in it
_ADDED_LEAST = 3  # words that a speaker adds
_ADDED_MOST = 6  # characters between "adding" and "that"
_FAR = 4  # words behind a verb of speech: a "that" after more of them and a comma belongs to another noun
_DEEDS = frozenset(
    [
        "recalled",
        "recalls",
        "rappele",
        "rappelle",
        "announced",
        "announces",
        "declared",
        "declares",
        "annonce",
        "denonce",
        "salue",
        "described",
        "warned",
        "confirmed",
    ]
)
_OPINIONS = frozenset(
    map(search_key, ["يستبعد", "استبعد", "تستبعد", "استبعدت", "يتوقع", "توقع", "تتوقع", "توقعت", "يرجح", "رجح", "ترجح", "يخشى", "تخشى"])
)
"""Arabic verbs of thinking that are speech with a noun behind them as well (he rules out a regional force)."""


class Reported:
    """Reported speech of a paragraph, sentence by sentence: a verb of speech and "that", "according to", and what goes on in one breath."""

    def __init__(
        self, reading: Reading, direct: Sequence[Quote], *, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
    ) -> None:
        """Take the quotations that speak; sentences with one hold no reported speech but what its speaker adds."""
        self._reading, self._direct, self._cues, self._holders, self._memory = reading, direct, cues, holders, memory
        self._running: Holder | None = None

    def read(self, sent: Sent) -> Iterator[Statement]:
        """The statements that one sentence reports."""
        said = inside(self._cues, sent.span)
        quoted = touching(self._direct, sent.span)
        if quoted:
            self._running = None
            yield from self._beside(sent, said, quoted)
            yield from self._added(sent, said, self._memory.last)
            return
        made = _clause(self._reading, sent, said, self._holders, self._memory) or self._going_on(sent, said)
        if made is None:
            opens = opening_subject([sent], Span(sent.span.start, sent.span.end), self._holders)
            added = list(self._added(sent, said, opens)) if opens is not None else []
            if opens is not None and added:
                self._memory.keep(self._memory.resolve(opens))
            elif opens is not None and opens.speaker is not None and opens.speaker.name:
                self._memory.subject = self._memory.resolve(opens)
            yield from added
            if not added:
                self._document(sent)
            return
        span, holder, cue = made
        self._memory.keep(holder)
        self._running = holder
        mark_source([sent], sent.span, holder)
        more = list(self._added(sent, [one for one in said if one.span.start > cue.span.start], holder))
        if more and more[0].cue_span is not None and span.start < more[0].cue_span.start < span.end:
            span = _trimmed(self._reading.text, span.start, more[0].cue_span.start)
        yield statement_of(self._reading, span, holder, cue, direct=False, rule=f"reported-{cue.sense}")
        yield from more

    def _going_on(self, sent: Sent, said: Sequence[Cue]) -> tuple[Span, Holder, Cue] | None:
        """What a sentence adds to the one before in the same breath ("it also ...")."""
        goes_on = said[0] if said and said[0].sense == "continues" and said[0].span.start <= sent.span.start + 1 else None
        if goes_on is None:
            return None
        if self._memory.unnamed.pronoun(sent, goes_on):
            self._running = self._running or self._memory.last
        if self._running is None:
            return None
        start = next((cue.span.end for cue in said[1:2] if cue.sense == "that"), goes_on.span.end)
        return _trimmed(self._reading.text, start, sent.span.end), self._running, goes_on

    def _beside(self, sent: Sent, said: Sequence[Cue], quoted: Sequence[Quote]) -> Iterator[Statement]:
        """A reported clause in a sentence with a quotation: words enough of its own before the quotation, or a clause behind it."""
        free = [cue for cue in said if not touching(quoted, cue.span)]
        for cue, that in pairwise(free):
            if cue.sense != "says" or that.sense != "that" or _far(sent, cue, that):
                continue
            ahead = [quote.span.start for quote in quoted if quote.span.start >= that.span.end]
            own = _trimmed(self._reading.text, that.span.end, min([*ahead, sent.span.end]))
            if len(own.of(self._reading.text).split()) < _BESIDE_LEAST:
                continue
            subject = subject_of([sent], cue, sent.span, self._holders) or unlisted([sent], cue, self._memory)
            holder = self._memory.resolve(subject) if subject is not None else self._memory.pronoun(by_pronoun([sent], cue, self._memory))
            if holder is not None:
                span = _trimmed(self._reading.text, that.span.end, sent.span.end)
                yield statement_of(self._reading, span, holder, cue, direct=False, rule="reported-says")
            return

    def _document(self, sent: Sent) -> None:
        """A sentence without speech that names a communique stands on its word."""
        source = next((h for h in inside(self._holders, sent.span) if h.kind == "communique" and not h.back), None)
        if source is not None:
            self._memory.keep(source)
            sent.source_kind, sent.attributed = "communique", False

    def _added(self, sent: Sent, said: Sequence[Cue], holder: Holder | None) -> Iterator[Statement]:
        """What a speaker adds behind a comma in the same sentence (..., noting that help was on its way)."""
        adds = [(cue, that) for cue, that in pairwise(said) if cue.sense == "participles" and that.sense == "that"]
        for number, (cue, that) in enumerate(adds):
            at = sent.position(cue.span.start)
            beside = next(
                (one for one in self._holders if one.span.end <= cue.span.start <= one.span.end + 2 and one.span.within(sent.span)), None
            )
            said_by = self._memory.resolve(beside) if beside is not None else holder
            apart = at and (beside is not None or sent.tokens[at - 1].text in (",", "،"))
            if said_by is None or not apart or that.span.start - cue.span.end > _ADDED_MOST:
                continue
            end = adds[number + 1][0].span.start if number + 1 < len(adds) else sent.span.end
            span = _trimmed(self._reading.text, that.span.end, end)
            if not touching(self._direct, span) and len(span.of(self._reading.text).split()) >= _ADDED_LEAST:
                yield statement_of(self._reading, span, said_by, cue, direct=False, rule="reported-participles")


def _clause(
    reading: Reading, sent: Sent, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
) -> tuple[Span, Holder, Cue] | None:
    for cue in cues:
        if cue.sense not in ("says", "according"):
            continue
        subject = subject_of(sents=[sent], cue=cue, within=sent.span, holders=holders)
        if cue.sense == "according":
            subject = memory.pronoun(True) if memory.unnamed.back_at(sent, cue) else subject or _through(sent, cue, holders)
            if subject is None:
                continue
            return _trimmed(reading.text, sent.span.start, sent.span.end), memory.resolve(subject), cue
        if subject is None and memory.last is not None and _aside(sent, cue):
            return _trimmed(reading.text, sent.span.start, sent.span.end), memory.pronoun(True) or memory.last, cue
        subject = subject or unlisted([sent], cue, memory)
        holder = memory.resolve(subject) if subject is not None else memory.pronoun(memory.unnamed.pronoun(sent, cue))
        that = next((c for c in cues if c.sense == "that" and c.span.start >= cue.span.end and not _far(sent, cue, c)), None)
        if holder is None or (that is None and subject is None):
            continue
        if that is not None:
            return _trimmed(reading.text, that.span.end, sent.span.end), holder, cue
        if sent.tokens[sent.position(cue.span.start)].script == "latin":
            return _latin_clause(reading.text, sent, cue, holder)
        if subject is not None and subject.span.start >= cue.span.end and search_key(cue.span.of(reading.text)).lstrip("و") in _OPINIONS:
            return _trimmed(reading.text, subject.span.end, sent.span.end), holder, cue
    return None


def _through(sent: Sent, cue: Cue, holders: Sequence[Holder]) -> Holder | None:
    """Whose count or report "according to" cites (selon un décompte fait par X, according to a tally kept by X)."""
    behind = next((h for h in inside(holders, sent.span) if h.span.start >= cue.span.end), None)
    if behind is None or words_between(sent, cue.span.end, behind.span.start) > _THROUGH_MOST:
        return None
    between = [token for token in sent.tokens if cue.span.end <= token.start < behind.span.start]
    last = [token.key for token in between[-2:]]
    return behind if any(key in ("par", "by", "من") for key in last) and all(token.text != "," for token in between) else None


def _aside(sent: Sent, cue: Cue) -> bool:
    """Whether a verb of speech stands alone or with its pronoun between two commas (should the rains fail, she adds, ...)."""
    first, behind = sent.position(cue.span.start), sent.position(cue.span.end)
    if first and sent.tokens[first - 1].key in PRONOUNS:
        first -= 1
    commas = (",", "،")
    return first > 0 and behind < len(sent.tokens) and sent.tokens[first - 1].text in commas and sent.tokens[behind].text in commas


def _far(sent: Sent, cue: Cue, that: Cue) -> bool:
    """Whether a comma and some words part "that" from the verb: then it belongs to another noun (..., a claim that could not ...)."""
    between = [token for token in sent.tokens if cue.span.end <= token.start < that.span.start]
    latin = sent.tokens[sent.position(cue.span.start)].script == "latin"
    return latin and len(between) > _FAR and any(token.text == "," for token in between)


def _latin_clause(text: str, sent: Sent, cue: Cue, holder: Holder) -> tuple[Span, Holder, Cue] | None:
    """English drops "that", and puts the speaker last: Three people died, the governor said.

    Announcing something without "that" (... announced 50 million dollars in aid) is a deed and no speech.
    """
    rest = _trimmed(text, cue.span.end, sent.span.end)
    if cue.span.of(text).lower() == "told":  # whom he told is no statement
        rest = Span(rest.end, rest.end)
    behind = holder.span.start >= cue.span.end and len(text[cue.span.end : holder.span.start].split()) <= 2
    if len(rest.of(text).split()) >= WORDS_LEAST and not behind:
        return None if search_key(cue.span.of(text)).split()[-1] in _DEEDS else (rest, holder, cue)
    start = min(cue.span.start, holder.span.start if holder.span.within(sent.span) else cue.span.start)
    comma = text.rfind(",", sent.span.start, start)
    if comma > 0 and len(text[comma:start].split()) <= 6:
        start = comma
    front = _trimmed(text, sent.span.start, start)
    return (front, holder, cue) if len(front.of(text).split()) >= WORDS_LEAST else None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ،,:":
        start += 1
    while end > start and text[end - 1] in " .،,؛;":
        end -= 1
    return Span(start, end)


def mark_source(sents: Sequence[Sent], span: Span, holder: Holder) -> None:
    for sent in touching(sents, span):
        sent.source_kind = holder.kind
        sent.attributed = holder.kind != "communique"


def statement_of(reading: Reading, span: Span, holder: Holder, cue: Cue | None, *, direct: bool, rule: str) -> Statement:
    document = reading.document.id
    return Statement(
        record_id("statement", document, span.start, span.end), document, holder.speaker, holder.kind, direct, span, span.of(reading.text),
        cue_span=cue.span if cue else None, rule=rule,
    )  # fmt: skip
