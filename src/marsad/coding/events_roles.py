"""Where to look for who did it and to whom: stretches of the trigger's clause, the likeliest first, as spans of the raw text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token
from marsad.coding.frames import Fired
from marsad.coding.triggers import Hits, Vocabulary

_NEAR = 8  # words of a stretch next to the trigger or to a marker such as "by"
_CLAUSE_ENDS = frozenset([
    *".;؛:!?؟", "while", "whereas", "but", "which", "tandis", "mais", "alors", "فيما", "بينما", "لكن", "حين", "كما",
])  # fmt: skip
_AVOIR = frozenset(["a", "ont", "avait", "avaient", "avoir", "ayant", "aurait", "auraient"])
_CIRCUMSTANCE = frozenset(["in", "by", "as", "when", "at", "near", "during", "after", "and"])
_OF = frozenset(["of", "de", "du", "des", "d'"])
_HARM = frozenset(["ASSAULT", "COERCE"])


class Roles(NamedTuple):
    """Stretches that may name the actors and the recipients; inferred where they lie outside the trigger's clause."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    actors_inferred: bool
    recipients_inferred: bool


def roles(type_: str, fired: Fired, tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> Roles:
    """Stretches for the roles of the event that `fired` triggers.

    "by" and its kin bind the actor, "against" and its kin the recipient; without them word order decides: subject first in French
    and English (turned round in a passive), verb first in Arabic, where what follows a word of harm is the harmed.
    """
    low, high = _clause(fired.trigger, tokens)
    first, last = fired.trigger
    arabic = tokens[first].script == "arabic"
    before = (max(low, first - _NEAR), first)
    after = (last + 1, min(high, last + 1 + _NEAR))
    by = _marker("m_by", last, high, hits, vocabulary)
    on = _marker("m_on", last, high, hits, vocabulary)
    turned = (
        type_ in _HARM
        and (arabic or _passive(first, hits, vocabulary) or _bare(first, last, tokens))
        and _is_harm_word(fired, hits, vocabulary)
    )
    if arabic and not turned:
        actors, recipients = [after, before], [(last + 2, min(high, last + 3 + _NEAR))]
    elif not arabic and last + 1 < len(tokens) and tokens[last + 1].key in _OF and _is_harm_word(fired, hits, vocabulary):
        actors, recipients = [], [after]  # "the killing of civilians" names the harmed alone
    elif turned:
        suffered = (after[0], min(after[1], by[0])) if by and by[0] > after[0] else after  # the doer behind "carried out by" is no victim
        actors, recipients = ([before] if arabic and not by else []), ([suffered] if arabic else [before])
    else:
        actors, recipients = [before], [after]
    if turned and tokens[first].key.startswith("مصرع"):
        recipients.insert(0, before)
    elif turned and arabic and by:
        recipients.append(before)  # the doer is told by "carried out by": what stands before the verb is the harmed
    if by:
        actors.insert(0, (by[1] + 1, min(high, on[0] if on and on[0] > by[1] else high, by[1] + 1 + _NEAR)))
    if on:
        recipients.insert(0, (on[1] + 1, min(high, by[0] if by and by[0] > on[1] else high, on[1] + 1 + _NEAR)))
    named = _spans(actors, tokens), _spans(recipients, tokens)
    rest = () if named[0] and named[1] else _spans([(0, low), (high, len(tokens))], tokens)
    return Roles(named[0] or rest, named[1] or rest, not named[0], not named[1])


def _clause(trigger: tuple[int, int], tokens: Sequence[Token]) -> tuple[int, int]:
    first, last = trigger
    low, high = first, last + 1
    while low > 0 and tokens[low - 1].key not in _CLAUSE_ENDS:
        low -= 1
    while high < len(tokens) and tokens[high].key not in _CLAUSE_ENDS:
        high += 1
    return low, high


def _marker(sense: str, after: int, high: int, hits: Hits, vocabulary: Vocabulary) -> tuple[int, int] | None:
    places = hits.get(vocabulary.senses.get(sense, -1))
    if places is None:
        return None
    times = {start for start, _ in hits.get(vocabulary.senses.get("c_time", -1), ())}  # "on Monday" names nobody
    return next((place for place in places if after < place[0] < high and not times & {place[0], place[1] + 1}), None)


def _passive(first: int, hits: Hits, vocabulary: Vocabulary) -> bool:
    return any(0 < first - end <= 3 for _, end in hits.get(vocabulary.senses.get("m_passive", -1), ()))


def _bare(first: int, last: int, tokens: Sequence[Token]) -> bool:
    """Whether a participle stands without its auxiliary, as in titles ("nine killed in a raid", "21 civils tués")."""
    if tokens[first].text.casefold().endswith(("é", "és", "ée", "ées")):
        return not _AVOIR & {token.key for token in tokens[max(0, first - 3) : first]}
    after = tokens[last + 1].key if last + 1 < len(tokens) else "in"
    return tokens[first].key.endswith("ed") and after in _CIRCUMSTANCE


def _is_harm_word(fired: Fired, hits: Hits, vocabulary: Vocabulary) -> bool:
    harmed = ("kill", "wound", "death", "dead", "abduct", "assassinate", "arrest", "torture", "rape", "beat", "destroy", "exposed")
    return any(start <= fired.trigger[0] <= end for name in harmed for start, end in hits.get(vocabulary.senses.get(name, -1), ()))


def _spans(stretches: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> tuple[Span, ...]:
    found = []
    for first, behind in stretches:
        low, high = max(first, 0), min(behind, len(tokens))
        while low < high and tokens[low].script == "punct":
            low += 1
        while high > low and tokens[high - 1].script == "punct":
            high -= 1
        if low < high:
            found.append(Span(tokens[low].start, tokens[high - 1].end))
    return tuple(dict.fromkeys(found))
