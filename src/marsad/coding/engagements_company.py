"""Who came along to a meeting, and who looked on: named, told without a name, or the whole delegation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.base.records import Participant, Span
from marsad.base.script import Token
from marsad.coding.engagements_parties import Party, sent_text
from marsad.coding.engagements_told import Told
from marsad.coding.phrases import Phrase
from marsad.coding.reading import Sent

_COMPANY_WORDS = 10  # words in which those who came along are told
_COMMAS = (",", "،")
_COUNTS = frozenset(["deux", "trois", "quatre", "cinq", "plusieurs", "two", "three", "four", "five", "several", "some", "كبار", "بعض"])
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


def witnesses(sent: Sent, before: Sequence[Party], after: Sequence[Party], cue: Phrase) -> list[Party]:
    """Those told in commas between a verb and its object (received, in the presence of X, the ambassador); none where a cue of company
    stands behind the object.
    """
    behind = [party for party in after if party.first > cue.first]
    ahead = [party for party in after if party not in behind and not party.state]
    subject = int(sent.tokens[cue.first].script == "arabic" and not before)
    if len(ahead) > subject or not cue.first or sent.tokens[cue.first - 1].text not in _COMMAS:
        return []
    kept = behind[:1]
    for party in behind[1:]:
        between = sent.tokens[kept[-1].last + 1 : party.first]
        joined = any(token.key in ("et", "and") for token in between) or sent.tokens[party.first].key.startswith("و")
        if any(token.text in _COMMAS for token in between) and not joined:
            return kept
        kept.append(party)
    return []


def set_aside(told: Told, start: int, word: Phrase) -> range:
    """Positions of those who came along, told between the subject and its verb ("the envoy, accompanied by ..., met ...")."""
    cue = told.cue("delegation", start, word.first)
    if cue is None or not any(start <= party.first and party.last < cue.first for party in told.parties):
        return range(0)
    comma = next((at for at in range(cue.last + 1, word.first) if told.sent.tokens[at].text in _COMMAS), None)
    return range(0) if comma is None else range(cue.first, comma)


def unnamed(told: Told, cue: Phrase) -> list[Party]:
    """Company without a name (some of his senior aides): kept as the text words it, apart from office-holders told before it."""
    tokens = told.sent.tokens
    held = {at for party in told.parties if party.title for at in range(party.first, party.last + 1)}
    start, end = cue.last + 1, _to_mark(tokens, cue.last)
    heads = [at for at in range(start, end + 1) if at not in held and _bare(tokens[at].key).startswith(_AIDES)]
    if held & set(range(start, end + 1)) and heads:
        start = heads[0]
        end = _to_mark(tokens, start)
        if start - 1 not in held and (tokens[start - 1].text.isdigit() or tokens[start - 1].key in _COUNTS):
            start -= 1
    while start < end and tokens[start].key in ("d'", "de", "by", "of", "par", "et", "and"):
        start += 1
    if end <= cue.last or not heads or start in held:
        return []
    key = tokens[start].key
    clitic = int(tokens[start].script == "arabic" and key.startswith(("ب", "و")) and len(key) > 3 and _bare(key) != key)
    span = Span(tokens[start].start + clitic, tokens[end].end)
    words = sent_text(told.sent, span)
    return [Party(Participant(None, words, None, None, None, span), start, end, generic=True)]


def _to_mark(tokens: Sequence[Token], at: int) -> int:
    """The last of at most ten words behind `at` before a mark."""
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].script != "punct" and end - at < _COMPANY_WORDS:
        end += 1
    return end


def _bare(key: str) -> str:
    """An Arabic word without the "and" or "with" before it, where what is left tells of company."""
    cut = key[1:] if key.startswith(("ب", "و")) and key[1:].startswith(_AIDES) else key
    return cut


def whole_delegation(told: Told, cue: Phrase) -> Party:
    """ "And the delegation with him": company without a name, as the text words it."""
    token = told.sent.tokens[cue.first]
    span = Span(token.start + int(token.key.startswith("و")), told.sent.tokens[cue.last].end)
    return Party(Participant(None, sent_text(told.sent, span), None, None, None, span), cue.first, cue.last, generic=True)


def with_flag(party: Party) -> Party:
    """The party as one who came along."""
    return replace(party, participant=replace(party.participant, delegation=True))
