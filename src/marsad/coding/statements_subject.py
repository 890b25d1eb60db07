"""Who speaks at a verb of speech: its subject, whoever a sentence opens with, one whom another passes on."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Span
from marsad.coding.entities import QUOTES
from marsad.coding.reading import Sent, inside, touching
from marsad.coding.statements_holders import Cue, Holder
from marsad.coding.statements_memory import Memory
from marsad.coding.statements_unnamed import PRONOUNS

_BESIDE = 4  # words between a verb of speech and its subject
_ASIDE = frozenset(["qui", "who", "which", "whom", "dont", "par", "by"])
_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "mr",
        "mrs",
        "ms",
        "dr",
        "m",
        "mme",
        ".",
        "colonel",
        "general",
        "commandant",
        "capitaine",
        "captain",
        "lieutenant",
        "major",
        "brigadier",
        "amiral",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "his",
        "her",
        "its",
        "their",
    ]
)
"""Words before a subject: articles, courtesy titles, ranks."""
_THAT = frozenset(["that", "que", "qu'", "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"])


def by_pronoun(sents: Sequence[Sent], cue: Cue, memory: Memory) -> bool:
    sent = next((sent for sent in touching(sents, cue.span) if cue.span.within(sent.span)), None)
    return sent is not None and memory.unnamed.pronoun(sent, cue)


def opening_subject(sents: Sequence[Sent], before: Span, holders: Sequence[Holder]) -> Holder | None:
    """Whom the sentence of a quotation begins with, its verb no verb of speech (the mission voiced its "deep concern").

    Arabic begins with the verb and puts its subject behind it; French and English begin with the subject, or with a word and a comma.
    """
    sent = next((one for one in sents if one.span.start <= before.end < one.span.end + 2 and one.span.start >= before.start), None)
    if sent is None:
        return None
    first = next((h for h in inside(holders, Span(sent.span.start, before.end))), None)
    if first is None:
        return None
    at = sent.position(first.span.start)
    opening = [token for token in sent.tokens[:at] if token.text not in QUOTES]
    if any(token.text in (",", "،") for token in opening):
        opening = opening[max(n for n, token in enumerate(opening) if token.text in (",", "،")) + 1 :]
    if sent.tokens[at].script == "arabic":
        most = 2 if first.rank < 1 else 1  # "the mission of" before the name of a body
        return first if 1 <= len(opening) <= most and not _addressed(sent, first) else None
    return first if all(token.key in _ARTICLES for token in opening) else None


def quoted_by_another(sents: Sequence[Sent], cue: Cue, holders: Sequence[Holder], memory: Memory) -> Holder | None:
    """Whom a paper or a communique quotes in Arabic (the statement quoted the general as saying): never the one who passes it on."""
    sent = next((sent for sent in touching(sents, cue.span) if cue.span.within(sent.span)), None)
    unnamed = memory.unnamed.told_of(sent, cue) if sent is not None else None
    if unnamed is None:
        return None
    return next((h for h in inside(holders, unnamed.span) if h.kind != "communique"), unnamed)


def unlisted(sents: Sequence[Sent], cue: Cue, memory: Memory) -> Holder | None:
    """A speaker whom no list knows beside a verb of speech; None where "he" speaks or no subject stands there."""
    sent = next((sent for sent in touching(sents, cue.span) if cue.span.within(sent.span)), None)
    if sent is None or cue.sense != "says" or memory.unnamed.pronoun(sent, cue):
        return None
    if (told_of := memory.unnamed.told_of(sent, cue)) is not None:
        return told_of
    return memory.unnamed.behind(sent, cue) or memory.unnamed.before(sent, cue)


def subject_of(sents: Sequence[Sent], cue: Cue, within: Span, holders: Sequence[Holder]) -> Holder | None:
    """The holder beside a cue: behind it first in Arabic and after "according to", before it first elsewhere."""
    sent = next((sent for sent in touching(sents, cue.span) if cue.span.within(sent.span)), None)
    if sent is None or cue.sense == "participles":
        return None
    near = [holder for holder in inside(holders, sent.span) if holder.span.within(within)]
    near = [holder for holder in near if not _addressed(sent, holder) and not _set_aside(sent, holder, cue)]
    after = [h for h in near if h.span.start >= cue.span.end and words_between(sent, cue.span.end, h.span.start) <= _BESIDE]
    before = [h for h in near if h.span.end <= cue.span.start]
    if cue.sense == "according":
        return after[0] if after and not words_between(sent, cue.span.end, after[0].span.start) > 2 else None
    at = sent.position(cue.span.start)
    arabic = sent.tokens[at].script == "arabic"
    if not arabic and at and sent.tokens[at - 1].key in PRONOUNS:
        return None
    after = [h for h in after if not _behind_that(sent, cue.span.end, h.span.start)]
    close = [h for h in before if words_between(sent, h.span.end, cue.span.start) <= _BESIDE * 2]
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
    if words_between(sent, holder.span.end, cue.span.start):
        return False
    return any(token.text == "," for token in sent.tokens[max(0, at - 2) : at])


def _behind_that(sent: Sent, start: int, end: int) -> bool:
    """Whether "that" stands between: whoever is named behind it is spoken of and does not speak."""
    return any(token.key in _THAT for token in sent.tokens if start <= token.start < end)


def words_between(sent: Sent, start: int, end: int) -> int:
    return sum(1 for token in sent.tokens if start <= token.start < end and token.script != "punct" and token.text not in QUOTES)
