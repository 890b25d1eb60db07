"""Who can do a deed: crowds by name or by size, those behind a light verb, those that words of number count."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Actor, Language
from marsad.base.script import Token
from marsad.coding.drafts import EventDraft
from marsad.coding.numbers import find_numbers
from marsad.coding.reading import Sent

FORCES = frozenset(["GOV", "MIL", "COP", "SPY"])
"""Sectors of a state's own bodies: they protest against nobody, and they arrest."""
_ARMED = frozenset(["PRM", "REB", "UAF", "CRM"])
_SIZES = frozenset(["thousands", "hundreds", "crowds", "milliers", "centaines", "foule", "foules", "الاف", "ميات", "عشرات", "حشود"])
_NUMBERS = frozenset([
    "ثلاثه", "ثلاث", "اربعه", "اربع", "خمسه", "خمس", "سته", "ست", "سبعه", "سبع", "ثمانيه", "ثماني", "تسعه", "تسع", "عشره", "عشر",
    "عشرات", "ميات", "احد", "اثني", "اكثر", "نحو", "قرابه", "حوالي", "زهاء", "عشرين", "ثلاثين", "اربعين", "خمسين", "ميه", "شخصا",
])  # fmt: skip

_ROUGHLY = frozenset([
    "and", "et", "و", "at", "least", "about", "around", "some", "nearly", "over", "more", "than", "au", "moins", "environ", "de", "d'",
    "plus", "quelque", "another", "other", "une", "وما", "ما", "لا", "يقل", "عن", "نحو", "ونحو", "أكثر", "من", "حوالي",
])  # fmt: skip


def thousands(sent: Sent, where: str | None) -> list[Actor]:
    """A crowd told by its size alone: tens of thousands rallied."""
    token = next((token for token in sent.tokens if token.key.removeprefix("و") in _SIZES), None)
    return [] if token is None else [Actor(token.text, None, where, "CVL", token.span, False)]


def is_carried(draft: EventDraft) -> bool:
    """Whether a light verb ahead carries the noun that tells the deed: its doer is looked for beside that verb first."""
    return bool(draft.actor_spans) and draft.actor_spans[0].end <= draft.trigger_span.start


def counts(key: str) -> bool:
    """Whether a word counts people: a figure, or a number word of Arabic."""
    return key[:1].isdigit() or key in _NUMBERS


def counted_too(between: Sequence[Token], lang: Language) -> bool:
    """Whether the words between two names are "and" and a number, with "at least" or its like."""
    if not between or not (between[0].key in ("and", "et") or between[0].key.startswith("و")):
        return False
    text = " ".join(token.text for token in between)
    numbers = find_numbers(text, lang)
    if not numbers:
        return False
    rest = (text[: numbers[0].span.start] + text[numbers[-1].span.end :]).casefold().split()
    return all(word in _ROUGHLY for word in rest)


def crowds(actors: Sequence[Actor]) -> list[Actor]:
    """Those who can protest: crowds, unions, parties; states, towns and armed men do not."""
    return [
        actor for actor in actors if not (actor.entity or "").startswith(("country:", "place:")) and actor.sector not in FORCES | _ARMED
    ]
