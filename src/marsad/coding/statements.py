"""Who said what: direct and reported speech with its holder, the running source carried from paragraph to paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.base.records import Span, Statement
from marsad.base.script import Token
from marsad.coding.entities import QUOTES
from marsad.coding.lexicon import Lexicon
from marsad.coding.phrases import PhraseIndex, Shelf
from marsad.coding.quotes import Quote, outermost, quotes
from marsad.coding.reading import Reading, Sent, inside, touching
from marsad.coding.statements_holders import Cue, Holder
from marsad.coding.statements_memory import Memory
from marsad.coding.statements_reported import WORDS_LEAST, Reported, mark_source, statement_of
from marsad.coding.statements_subject import by_pronoun, opening_subject, quoted_by_another, subject_of, unlisted, words_between
from marsad.coding.statements_unnamed import Unnamed

_AT_ONCE = 5  # characters between a closing mark and the verb of speech behind it
_OPENING = ' «“"\n\xa0'
_BEFORE_NOUN = frozenset(
    [
        "un",
        "le",
        "du",
        "de",
        "d'",
        "l'",
        "ce",
        "son",
        "leur",
        "au",
        "aux",
        "dans",
        "par",
        "en",
        "selon",
        "dernier",
        "premier",
        "meme",
        "nouveau",
        "bref",
        "long",
        "a",
        "the",
        "this",
        "joint",
        "final",
    ]
)
_BEHIND_NOUN = frozenset(
    [
        "are",
        "is",
        "were",
        "was",
        "have",
        "has",
        "had",
        "will",
        "would",
        "can",
        "could",
        "must",
        "should",
        "may",
        "might",
        "do",
        "did",
        "of",
        "in",
        "and",
        "or",
        "to",
        "on",
        "from",
    ]
)


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
        found = (phrase for phrase in self._phrases.find(tokens) if not _participle(tokens, phrase.first))
        return [Cue(phrase.sense, phrase.span) for phrase in found if not _plural_noun(tokens, phrase.first)]


def _participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether the French word for a communique is a participle (un décompte communiqué mardi): a bare noun stands before it."""
    before = tokens[at - 1] if at else None
    if tokens[at].key != "communique" or before is None or before.script != "latin":
        return False
    return before.text[:1].islower() and before.key not in _BEFORE_NOUN


def _plural_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether an English word is a plural (the coastal states are ..., claims of) and no verb of speech."""
    behind = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return tokens[at].key in ("states", "notes", "reports", "claims") and behind in _BEHIND_NOUN


def _in_a_name(sent: Sent, cue: Cue) -> bool:
    """Whether a word of speech is part of a longer name: the United States states nothing by its name."""
    return any(item.first < item.last and cue.span.within(item.span) for item in touching(sent.found, cue.span))


def _paragraph(
    reading: Reading, span: Span, sents: Sequence[Sent], *, cues: Sequence[Cue], holders: Sequence[Holder], memory: Memory
) -> Iterator[Statement]:
    """Direct and reported speech of a paragraph in the order of the text: "he said" means whoever spoke last, either way."""
    text = reading.text
    direct = [quote for quote in outermost(quotes(text, span)) if _speaks(text, quote, span, cues) and not _is_a_name(sents, quote)]
    reported = Reported(reading, direct, cues=cues, holders=holders, memory=memory)
    start, done = span.start, 0
    for number, quote in enumerate(direct):
        while done < len(sents) and sents[done].span.end <= quote.span.start:
            yield from reported.read(sents[done])
            done += 1
        stop = direct[number + 1].span.start if number + 1 < len(direct) else span.end
        holder, cue = _speaker(sents, Span(start, quote.span.start), Span(quote.span.end, stop), cues=cues, holders=holders, memory=memory)
        if holder is None and cue is not None:
            yield statement_of(reading, quote.span, Holder(quote.span, "newspaper", None), cue, direct=True, rule="quote-nobody")
        if holder is not None:
            memory.keep(holder)
            yield statement_of(reading, quote.span, holder, cue, direct=True, rule="quote" if quote.closed else "quote-unclosed")
            mark_source(sents, quote.span, holder)
        start = quote.span.end
    for sent in sents[done:]:
        yield from reported.read(sent)


def _is_a_name(sents: Sequence[Sent], quote: Quote) -> bool:
    """Whether all that stands between the marks is a name that the lexicon knows: held at arm's length, not said."""
    sent = next((one for one in touching(sents, quote.span) if quote.span.within(one.span)), None)
    if sent is None:
        return False
    named = [item.span for item in touching(sent.found, quote.span) if item.kind != "type"]
    words = [token for token in sent.tokens if token.span.within(quote.span) and token.script != "punct"]
    return all(any(token.span.within(name) for name in named) for token in words)


def _speaks(text: str, quote: Quote, paragraph: Span, cues: Sequence[Cue]) -> bool:
    if len(quote.span.of(text).split()) >= WORDS_LEAST:
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
        subject = subject_of(sents, behind[0], after, holders) or unlisted(sents, behind[0], memory)
        if subject is not None:
            return memory.resolve(subject), behind[0]
    closing = _after_any_verb(sents, after, holders)
    if closing is not None:
        return memory.resolve(closing), None
    if _left_open(sents, after):
        return Holder(Span(after.start, after.start), "newspaper", None), None
    verbs = [cue for cue in inside(cues, before) if cue.sense in ("says", "participles", "according")]
    for cue in reversed(verbs):
        subject = quoted_by_another(sents, cue, holders, memory) or subject_of(sents, cue, before, holders) or unlisted(sents, cue, memory)
        if subject is not None:
            return memory.resolve(subject), cue
    if not verbs and behind and not _sentence_between(sents, after.start, behind[0]):
        subject = subject_of(sents, behind[0], after, holders)
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
    if not verbs and (subject := opening_subject(around, before, holders)) is not None:
        return memory.resolve(subject), None
    near = [cue for cue in behind[:1] if _at_once(sents, after.start, cue)]
    said = verbs[-1] if verbs else next(iter(near), None)
    known = memory.pronoun(said is not None and by_pronoun(sents, said, memory))
    if known is not None:
        return known, said
    return (memory.resolve(ahead[0]), None) if ahead and verbs else (None, said if said is not None and said.sense == "says" else None)


def _within(sents: Sequence[Sent], quote: Span, cues: Sequence[Cue], holders: Sequence[Holder]) -> tuple[Holder, Cue] | None:
    """Who speaks where the quotation itself is broken off to say so (They came at five, says a villager, and fired)."""
    for cue in inside(cues, quote):
        sent = next((one for one in touching(sents, cue.span) if cue.span.within(one.span)), None)
        at = sent.position(cue.span.start) if sent is not None else 0
        if cue.sense != "says" or sent is None or not at or sent.tokens[at - 1].text not in (",", "،"):
            continue
        near = next((h for h in inside(holders, quote) if h.span.start >= cue.span.end), None)
        if near is None or words_between(sent, cue.span.end, near.span.start) > 1:
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


def _sentence_between(sents: Sequence[Sent], end: int, cue: Cue) -> bool:
    """Whether a word of speech stands in a later sentence than the one a quotation ends in."""
    return any(end < sent.span.start <= cue.span.start for sent in sents)


def _at_once(sents: Sequence[Sent], end: int, cue: Cue) -> bool:
    """Whether a cue follows a quotation directly, in the same sentence: ..., said the governor."""
    near = touching(sents, Span(end, max(end, cue.span.start)))
    between = [token for sent in near for token in sent.tokens if end <= token.start < cue.span.start]
    return len(between) <= 3 and all(token.script == "punct" and token.text not in ".!?؟" for token in between)
