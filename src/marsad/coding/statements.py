"""Who said what: direct and reported speech with its holder, the running source carried from paragraph to paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.base.records import Span, Statement, record_id
from marsad.base.script import Token, search_key
from marsad.coding.entities import QUOTES
from marsad.coding.lexicon import Lexicon
from marsad.coding.phrases import PhraseIndex, Shelf
from marsad.coding.quotes import Quote, outermost, quotes
from marsad.coding.reading import Reading, Sent, inside, touching
from marsad.coding.statements_holders import Cue, Holder
from marsad.coding.statements_memory import Memory
from marsad.coding.statements_unnamed import PRONOUNS, Unnamed

_WORDS_LEAST = 4  # words: a shorter quotation without a verb of speech is a name or a word held at arm's length
_BESIDE = 4  # words between a verb of speech and its subject
_AT_ONCE = 5  # characters between a closing mark and the verb of speech behind it
_ASIDE = frozenset(["qui", "who", "which", "whom", "dont", "par", "by"])
_OPENING = ' «“"\n\xa0'
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
_THAT = frozenset(["that", "que", "qu'", "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"])


class SpeechReader:
    """Finds statements. One reader serves any number of documents."""

    def __init__(self, lexicon: Lexicon, shelf: Shelf | None = None) -> None:
        """Index the words of speech."""
        self._phrases = PhraseIndex(lexicon.section("speech").values(), shelf)
        self._unnamed = Unnamed(lexicon)

    def read(self, reading: Reading) -> list[Statement]:
        """The statements of a document in order; sentences are marked with the kind of source they stand on."""
        memory = Memory(reading, self._unnamed)
        found: list[Statement] = []
        for index, span in enumerate(reading.paragraphs):
            sents = reading.in_paragraph(index)
            if not sents or sents[0].role != "body":
                continue
            cues = [cue for sent in sents for cue in self.cues(sent.tokens) if not _in_a_name(sent, cue)]
            holders = sorted(memory.holders(sents, cues), key=lambda holder: holder.span)
            found.extend(_paragraph(reading, span, sents, cues=cues, holders=holders, memory=memory))
        return sorted(found, key=lambda statement: statement.span)

    def opens_as_communique(self, reading: Reading) -> bool:
        """Whether the document calls itself a communique in its first line."""
        first = reading.sents[0] if reading.sents else None
        if first is None:
            return False
        return any(phrase.sense == "communique" and phrase.first <= 2 for phrase in self._phrases.find(first.tokens[:6]))

    def cues(self, tokens: Sequence[Token]) -> list[Cue]:
        """Words of speech among tokens, longest first where they overlap."""
        return [Cue(phrase.sense, phrase.span) for phrase in self._phrases.find(tokens)]


def _in_a_name(sent: Sent, cue: Cue) -> bool:
    """Whether a word of speech is part of a longer name: the United States states nothing by its name."""
    return any(item.first < item.last and cue.span.within(item.span) for item in touching(sent.found, cue.span))


def _paragraph(
    reading: Reading, span: Span, sents: Sequence[Sent], *, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
) -> Iterator[Statement]:
    text = reading.text
    direct = [quote for quote in outermost(quotes(text, span)) if _speaks(text, quote, span, cues)]
    start = span.start
    for number, quote in enumerate(direct):
        stop = direct[number + 1].span.start if number + 1 < len(direct) else span.end
        holder, cue = _speaker(sents, Span(start, quote.span.start), Span(quote.span.end, stop), cues=cues, holders=holders, memory=memory)
        if holder is not None:
            memory.keep(holder)
            yield _statement(reading, quote.span, holder, cue, direct=True, rule="quote" if quote.closed else "quote-unclosed")
            _mark(sents, quote.span, holder)
        start = quote.span.end
    yield from _reported(reading, sents, direct, cues=cues, holders=holders, memory=memory)


def _speaks(text: str, quote: Quote, paragraph: Span, cues: Sequence[Cue]) -> bool:
    if len(quote.span.of(text).split()) >= _WORDS_LEAST:
        return True
    start, end = quote.span.start, quote.span.end
    before = touching(cues, Span(max(0, start - 4), start))
    behind = touching(cues, Span(end, end + _AT_ONCE))
    if any(cue.sense == "says" for cue in behind) or quote.span.of(text).rstrip("\"”’'»").endswith(","):
        return True
    if text[:start].rstrip(_OPENING).endswith(":"):
        return True
    return any(cue.sense in ("says", "participles", "that") and 0 <= start - cue.span.end <= 3 for cue in before)


def _speaker(
    sents: Sequence[Sent], before: Span, after: Span, *, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
) -> tuple[Holder | None, Cue | None]:
    """Who speaks a quotation: the subject of the verb before it, else of a cue behind it, else whoever spoke last."""
    around = touching(sents, Span(max(0, before.end - 2), before.end + 1))
    home = next((sent.span.start for sent in around if sent.span.start <= before.end < sent.span.end + 2), before.start)
    before = Span(max(before.start, min(home, before.end)), before.end)
    within = _within(sents, Span(before.end, after.start), cues, holders)
    if within is not None:
        return memory.resolve(within[0]), within[1]
    behind = [cue for cue in inside(cues, after) if cue.sense in ("says", "according")]
    if behind and _at_once(sents, after.start, behind[0]):
        subject = _subject(sents, behind[0], after, holders) or _other(sents, behind[0], memory)
        if subject is not None:
            return memory.resolve(subject), behind[0]
    closing = _after_any_verb(sents, after, holders)
    if closing is not None:
        return memory.resolve(closing), None
    if _left_open(sents, after):
        return Holder(Span(after.start, after.start), "newspaper", None), None
    verbs = [cue for cue in inside(cues, before) if cue.sense in ("says", "participles", "according")]
    for cue in reversed(verbs):
        subject = _subject(sents, cue, before, holders) or _other(sents, cue, memory)
        if subject is not None:
            return memory.resolve(subject), cue
    if not verbs and behind:
        subject = _subject(sents, behind[0], after, holders)
        if subject is not None:
            return memory.resolve(subject), behind[0]
    ahead = inside(holders, before)
    if not verbs and ahead and any(sent.tokens[0].key in ("pour", "for") for sent in around if sent.span.start >= before.start):
        return memory.resolve(ahead[0]), None
    pointing = [holder for holder in ahead if holder.back or holder.kind in ("communique", "expert")]
    if pointing:
        return memory.resolve(pointing[0]), verbs[-1] if verbs else None
    if verbs and verbs[-1].sense != "participles" and ahead:
        return memory.resolve(ahead[0]), verbs[-1]
    if memory.last is not None:
        return memory.last, verbs[-1] if verbs else None
    return (memory.resolve(ahead[0]), None) if ahead and verbs else (None, None)


def _other(sents: Sequence[Sent], cue: Cue, memory: Memory) -> Holder | None:
    """A speaker whom no list knows beside a verb of speech; None where "he" speaks or no subject stands there."""
    sent = next((sent for sent in touching(sents, cue.span) if cue.span.within(sent.span)), None)
    if sent is None or cue.sense != "says" or memory.unnamed.pronoun(sent, cue):
        return None
    return memory.unnamed.behind(sent, cue) or memory.unnamed.before(sent, cue)


def _within(sents: Sequence[Sent], quote: Span, cues: Sequence[Cue], holders: Sequence[Holder]) -> tuple[Holder, Cue] | None:
    """Who speaks where the quotation itself is broken off to say so (They came at five, says a villager, and fired)."""
    for cue in inside(cues, quote):
        sent = next((one for one in touching(sents, cue.span) if cue.span.within(one.span)), None)
        at = sent.position(cue.span.start) if sent is not None else 0
        if cue.sense != "says" or sent is None or not at or sent.tokens[at - 1].text not in (",", "،"):
            continue
        near = next((h for h in inside(holders, quote) if h.span.start >= cue.span.end), None)
        if near is None or _words(sent, cue.span.end, near.span.start) > 1:
            continue
        after = sent.position(near.span.end)
        if after >= len(sent.tokens) or sent.tokens[after].text in (",", "،", "."):
            return near, cue
    return None


def _after_any_verb(sents: Sequence[Sent], after: Span, holders: Sequence[Holder]) -> Holder | None:
    """The person behind one word that follows a quotation and a comma, whatever the verb (« ... », deplores X, researcher)."""
    sent = next((one for one in touching(sents, Span(after.start, after.start + 2)) if one.span.end > after.start + 1), None)
    near = next((h for h in inside(holders, after) if h.speaker is not None and h.rank >= 1 and not h.back), None)
    if sent is None or near is None or not near.span.within(sent.span):
        return None
    between = [token for token in sent.tokens if after.start <= token.start < near.span.start and token.text not in QUOTES]
    words = [token for token in between if token.script == "latin"]
    said = 1 <= len(words) <= 3 and words[0].text[:1].islower() and between[0].text == ","
    return near if said and all(token.script == "latin" for token in between[1:]) else None


def _left_open(sents: Sequence[Sent], after: Span) -> bool:
    """Whether a French clause behind a quotation names a speaker that is not understood (« ... », a pour sa part dit son hote)."""
    sent = next((one for one in touching(sents, Span(after.start, after.start + 2)) if one.span.end > after.start + 1), None)
    if sent is None:
        return False
    near = [token for token in sent.tokens if token.start >= after.start and token.text not in QUOTES][:2]
    return len(near) == 2 and near[0].text == "," and near[1].text in ("a", "ont", "avait")


def _at_once(sents: Sequence[Sent], end: int, cue: Cue) -> bool:
    """Whether a cue follows a quotation directly, in the same sentence: ..., said the governor."""
    near = touching(sents, Span(end, max(end, cue.span.start)))
    between = [token for sent in near for token in sent.tokens if end <= token.start < cue.span.start]
    return len(between) <= 3 and all(token.script == "punct" and token.text not in ".!?؟" for token in between)


def _subject(sents: Sequence[Sent], cue: Cue, within: Span, holders: Sequence[Holder]) -> Holder | None:
    """The holder beside a cue: behind it first in Arabic and after "according to", before it first elsewhere."""
    sent = next((sent for sent in touching(sents, cue.span) if cue.span.within(sent.span)), None)
    if sent is None or cue.sense == "participles":
        return None
    near = [holder for holder in inside(holders, sent.span) if holder.span.within(within)]
    near = [holder for holder in near if not _addressed(sent, holder) and not _set_aside(sent, holder, cue)]
    after = [h for h in near if h.span.start >= cue.span.end and _words(sent, cue.span.end, h.span.start) <= _BESIDE]
    before = [h for h in near if h.span.end <= cue.span.start]
    if cue.sense == "according":
        return after[0] if after and not _words(sent, cue.span.end, after[0].span.start) > 2 else None
    at = sent.position(cue.span.start)
    arabic = sent.tokens[at].script == "arabic"
    if not arabic and at and sent.tokens[at - 1].key in PRONOUNS:
        return None
    after = [h for h in after if not _behind_that(sent, cue.span.end, h.span.start)]
    close = [h for h in before if _words(sent, h.span.end, cue.span.start) <= _BESIDE * 2]
    if arabic:
        return after[0] if after else (close[-1] if close else None)
    if close and _set_off(sent, close[-1], cue):
        return close[-1]
    if close:
        best = max(close, key=lambda h: (h.rank >= 1, h.span.end))
        return best
    return after[0] if after else None


def _set_aside(sent: Sent, holder: Holder, cue: Cue) -> bool:
    """Whether a holder stands in a clause between commas that tells of somebody else (the statement, read by X, says)."""
    if holder.span.end > cue.span.start or sent.tokens[sent.position(cue.span.start)].script != "latin":
        return False
    first, last = sent.position(holder.span.start), sent.position(cue.span.start)
    closed = any(token.text == "," for token in sent.tokens[sent.position(holder.span.end) : last])
    comma = next((at for at in range(first - 1, -1, -1) if sent.tokens[at].text == ","), None)
    if comma is None or not closed:
        return False
    return any(token.key in _ASIDE for token in sent.tokens[comma + 1 : first])


def _addressed(sent: Sent, holder: Holder) -> bool:
    """Whether an Arabic preposition marks those spoken to (he said to the agency ...)."""
    token = sent.tokens[sent.position(holder.span.start)]
    return token.start < holder.span.start and token.key.startswith("ل")


def _set_off(sent: Sent, holder: Holder, cue: Cue) -> bool:
    """Whether a holder stands between a comma and its verb: ..., the ministry said."""
    at = sent.position(holder.span.start)
    if _words(sent, holder.span.end, cue.span.start):
        return False
    return any(token.text == "," for token in sent.tokens[max(0, at - 2) : at])


def _behind_that(sent: Sent, start: int, end: int) -> bool:
    """Whether "that" stands between: whoever is named behind it is spoken of and does not speak."""
    return any(token.key in _THAT for token in sent.tokens if start <= token.start < end)


def _words(sent: Sent, start: int, end: int) -> int:
    return sum(1 for token in sent.tokens if start <= token.start < end and token.script != "punct" and token.text not in QUOTES)


def _reported(
    reading: Reading, sents: Sequence[Sent], direct: Sequence[Quote], *, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
) -> Iterator[Statement]:
    """Reported speech: a verb of speech and "that", "according to", and sentences that go on in the same breath."""
    running: Holder | None = None
    for sent in sents:
        if touching(direct, sent.span):
            running = None
            continue
        said = inside(cues, sent.span)
        made = _clause(reading, sent, said, holders, memory)
        goes_on = said[0] if said and said[0].sense == "continues" and said[0].span.start <= sent.span.start + 1 else None
        if made is None and goes_on is not None and memory.unnamed.pronoun(sent, goes_on):
            running = running or memory.last
        if made is None and running is not None and goes_on is not None:
            start = next((cue.span.end for cue in said[1:2] if cue.sense == "that"), goes_on.span.end)
            made = (_trimmed(reading.text, start, sent.span.end), running, goes_on)
        if made is None:
            source = next((h for h in inside(holders, sent.span) if h.kind == "communique" and not h.back), None)
            if source is not None:
                memory.keep(source)
                sent.source_kind, sent.attributed = "communique", False
            continue
        span, holder, cue = made
        memory.keep(holder)
        running = holder
        _mark([sent], sent.span, holder)
        yield _statement(reading, span, holder, cue, direct=False, rule=f"reported-{cue.sense}")


def _clause(
    reading: Reading, sent: Sent, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
) -> tuple[Span, Holder, Cue] | None:
    for cue in cues:
        if cue.sense not in ("says", "according"):
            continue
        subject = _subject(sents=[sent], cue=cue, within=sent.span, holders=holders)
        if cue.sense == "according":
            subject = memory.last if memory.unnamed.back_at(sent, cue) else subject
            if subject is None:
                continue
            return _trimmed(reading.text, sent.span.start, sent.span.end), memory.resolve(subject), cue
        subject = subject or _other([sent], cue, memory)
        holder = memory.resolve(subject) if subject is not None else memory.last
        that = next((c for c in cues if c.sense == "that" and c.span.start >= cue.span.end and not _far(sent, cue, c)), None)
        if holder is None or (that is None and subject is None):
            continue
        if that is not None:
            return _trimmed(reading.text, that.span.end, sent.span.end), holder, cue
        if sent.tokens[sent.position(cue.span.start)].script == "latin":
            return _latin_clause(reading.text, sent, cue, holder)
    return None


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
    if len(rest.of(text).split()) >= _WORDS_LEAST and not behind:
        return None if search_key(cue.span.of(text)).split()[-1] in _DEEDS else (rest, holder, cue)
    start = min(cue.span.start, holder.span.start if holder.span.within(sent.span) else cue.span.start)
    comma = text.rfind(",", sent.span.start, start)
    if comma > 0 and len(text[comma:start].split()) <= 6:
        start = comma
    front = _trimmed(text, sent.span.start, start)
    return (front, holder, cue) if len(front.of(text).split()) >= _WORDS_LEAST else None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ،,:":
        start += 1
    while end > start and text[end - 1] in " .،,؛;":
        end -= 1
    return Span(start, end)


def _mark(sents: Sequence[Sent], span: Span, holder: Holder) -> None:
    for sent in touching(sents, span):
        sent.source_kind = holder.kind
        sent.attributed = holder.kind != "communique"


def _statement(reading: Reading, span: Span, holder: Holder, cue: Cue | None, *, direct: bool, rule: str) -> Statement:
    document = reading.document.id
    return Statement(
        record_id("statement", document, span.start, span.end), document, holder.speaker, holder.kind, direct, span, span.of(reading.text),
        cue_span=cue.span if cue else None, rule=rule,
    )  # fmt: skip
