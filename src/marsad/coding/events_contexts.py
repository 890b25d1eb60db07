"""Contexts of an event: those that words of its sentence tell, and those that its type and mode tell by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_OF_MODE = {
    ("COERCE", "cyber"): "cyber",
    ("COERCE", "misinformation"): "misinformation",
    ("COERCE", "censor"): "rights_freedoms",
    ("SANCTION", "convict"): "legal",
    ("SANCTION", "expel"): "diplomatic",
    ("CONSULT", "visit"): "diplomatic",
    ("CONSULT", "phone"): "diplomatic",
    ("CONSULT", "multilateral"): "diplomatic",
    ("CONSULT", "third-party"): "diplomatic",
    ("THREATEN", "relations"): "diplomatic",
    ("THREATEN", "territory"): "territory",
    ("MOBILIZE", "weapons"): "military",
    ("RETREAT", "ceasefire"): "military",
    ("ASSAULT", "suicide-attack"): "terrorism",
    ("ASSAULT", "unconventional"): "cbrn",
    ("ASSAULT", "crowd-control"): "repression",
    ("ASSAULT", "torture"): "human_rights",
    ("ASSAULT", "sexual"): "gender",
}
"""Contexts that come with a mode: the manual adds the first two itself, the others follow from what it says of the context."""


def contexts(told: Iterable[str], type_: str, modes: Iterable[str]) -> tuple[str, ...]:
    """Contexts in order of the alphabet, each once.

    Args:
        told: those that words of the sentence carry.
        type_: the event's PLOVER type.
        modes: its modes.

    >>> contexts(["legal"], "COERCE", ["cyber"])
    ('cyber', 'legal')
    """
    of_mode: Mapping[tuple[str, str], str] = _OF_MODE
    return tuple(sorted({*told, *(of_mode[type_, mode] for mode in modes if (type_, mode) in of_mode)}))
