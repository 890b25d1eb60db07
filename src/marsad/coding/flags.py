"""What hangs on a trigger: negation, future, hypothesis, history, another's word. Read from the few words around it."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Flag
from marsad.base.script import Token
from marsad.coding.triggers import YEAR, Hits, Vocabulary

_NEAR = 3  # words before the trigger within which a particle governs it
_FAR = 12  # words before or after it within which a reporting verb or an anniversary still does
_OLD = 3  # a stated year this far before the text's own year is history

_GOVERNS: tuple[tuple[Flag, str, int, int], ...] = (
    ("negated", "f_negation", _NEAR, 0),
    ("future", "f_future", _NEAR + 1, 0),
    ("hypothetical", "f_hypothetical", _NEAR + 2, 0),
    ("historical", "f_history", _FAR, _NEAR),
    ("attributed", "f_reported", _FAR, _FAR),
)
"""Flag, the sense that carries it, and how many words before and after the trigger it may stand."""

_BREAKS = frozenset(".;؛:!?؟")


def flags_at(trigger: tuple[int, int], tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> tuple[Flag, ...]:
    """Flags of the event whose trigger stands at the given token positions.

    A flag's word must stand in the same clause: no full stop, semicolon or colon between it and the trigger.
    """
    first, last = trigger
    found: list[Flag] = []
    for flag, sense, before, after in _GOVERNS:
        for start, end in hits.get(vocabulary.senses.get(sense, -1), ()):
            ahead = start < first and first - end <= before and not _broken(tokens, end, first)
            behind = start > last and start - last <= after and not _broken(tokens, last, start)
            if ahead or behind:
                found.append(flag)
                break
    if "historical" not in found and _old_year(trigger, tokens, hits, vocabulary):
        found.append("historical")
    return tuple(found)


def _broken(tokens: Sequence[Token], low: int, high: int) -> bool:
    return any(tokens[at].key in _BREAKS for at in range(low + 1, high))


def _old_year(trigger: tuple[int, int], tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> bool:
    years = [(int(tokens[at].key), at) for at, _ in hits.get(vocabulary.senses[YEAR], ())]
    if len(years) < 2:
        return False
    nearest = min(years, key=lambda year: min(abs(year[1] - trigger[0]), abs(year[1] - trigger[1])))
    return nearest[0] <= max(year for year, _ in years) - _OLD and abs(nearest[1] - trigger[0]) <= _FAR
