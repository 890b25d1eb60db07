"""How far a deed leans to cooperation or conflict: a score from -10 to 10 for each PLOVER type, finer where the mode says more.

Source: PLOVER 2.0, draft manual of 2024, openeventdata/PLOVER; ACCUSE is negative there by its own text (docs/plover.md).
"""

from __future__ import annotations

from collections.abc import Collection

TYPE_SCORES = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10.0, "RETREAT": 6.5, "REQUEST": 0.0,
    "ACCUSE": -3.0, "REJECT": -2.0, "THREATEN": -3.5, "PROTEST": -5.0, "SANCTION": -6.0, "MOBILIZE": -5.5, "COERCE": -7.0,
    "ASSAULT": -9.0,
}  # fmt: skip

MODE_SCORES = {
    ("CONSULT", "visit"): 4.0, ("CONSULT", "third-party"): 1.0, ("CONSULT", "multilateral"): 4.0, ("CONSULT", "phone"): 1.5,
    ("RETREAT", "withdraw"): 8.0, ("RETREAT", "disarm"): 10.0, ("RETREAT", "ceasefire"): 7.5, ("RETREAT", "resign"): 4.5,
    ("REQUEST", "assist"): 0.5, ("REQUEST", "change"): -1.0, ("REQUEST", "yield"): -1.0,
    ("ACCUSE", "disapprove"): -2.0, ("ACCUSE", "investigate"): -3.5, ("ACCUSE", "allege"): -3.5, ("REJECT", "assist"): -1.5,
    ("THREATEN", "restrict"): -3.0, ("THREATEN", "territory"): -4.0,
    ("PROTEST", "riot"): -7.0, ("PROTEST", "hunger"): -4.5, ("PROTEST", "boycott"): -4.5, ("PROTEST", "obstruct"): -4.5,
    ("SANCTION", "expel"): -5.5, ("MOBILIZE", "troops"): -6.5, ("MOBILIZE", "weapons"): -6.5, ("MOBILIZE", "militia"): -6.0,
    ("COERCE", "censor"): -6.5, ("COERCE", "curfew"): -6.5, ("COERCE", "misinformation"): -6.5, ("COERCE", "martial-law"): -7.5,
    ("ASSAULT", "abduct"): -8.5, ("ASSAULT", "torture"): -8.5, ("ASSAULT", "sexual"): -8.5, ("ASSAULT", "destroy"): -8.5,
    ("ASSAULT", "beat"): -7.5, ("ASSAULT", "crowd-control"): -7.5, ("ASSAULT", "primitive"): -8.0, ("ASSAULT", "targeted"): -9.5,
    ("ASSAULT", "suicide-attack"): -9.5, ("ASSAULT", "aerial"): -9.5, ("ASSAULT", "drone"): -9.5, ("ASSAULT", "heavy-weapons"): -9.5,
    ("ASSAULT", "unconventional"): -10.0,
}  # fmt: skip
"""Only modes that differ from their type."""


def score_of(type_: str, modes: Collection[str] = ()) -> float:
    """Score of a deed; of several modes the one farthest from 0 decides.

    >>> score_of("CONSULT"), score_of("CONSULT", ["visit"]), score_of("ASSAULT", ["beat", "drone"])
    (2.5, 4.0, -9.5)
    """
    found = [MODE_SCORES[type_, mode] for mode in modes if (type_, mode) in MODE_SCORES]
    return max(found, key=abs) if found else TYPE_SCORES[type_]
