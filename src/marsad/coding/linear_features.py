"""What the linear layer sees of a sentence: light stems, stretches of characters, senses with their order and place.

A feature's first letter is its kind. Only what the lexicon holds by hand enters: weights that were fitted on a gold would let a
cross-validation on the same gold see its own answers.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from marsad.base.records import Language
from marsad.base.script import Token, cuts, tokenize
from marsad.coding.events import EventCoder
from marsad.coding.flags import flags_at
from marsad.coding.triggers import Hits

KINDS = {"w": 1.0, "c": 1.0, "f": 0.7, "s": 0.6, "h": 0.5, "p": 0.5}
"""Each kind and the length that its part of a sentence's vector is scaled to: many characters do not drown few frames."""
_PARTS = ("b_", "d_", "p_", "k_", "told_", "hit_")
"""How senses are named that tell something inside a frame and nothing alone: "with", "in front of", "people"."""


_CHARS = (2, 5)  # least and greatest length of character stretches inside words, blanks at both ends counted
_CHARACTERS_MOST = 4_000  # a longer text is read to here: keeps the time per sentence bounded
_STEM_LEAST = 3  # letters that a light stem keeps
_FIRST = 4  # words at the beginning that count with their place
_LIMITS = (8, 20)  # words from the beginning where the middle and the end of a sentence begin
_EARLY = 8  # words at the beginning that count as early

_ENDINGS: dict[Language, tuple[tuple[str, str], ...]] = {
    "ar": tuple((end, "") for end in (
        "ياتها", "اتهما", "اتها", "اتهم", "ونها", "هما", "تها", "ات", "ان", "ين", "ون", "يه", "ها", "هم", "نا", "وا", "ته", "ه", "ي",
    )),
    "en": (
        ("ations", ""), ("ation", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""),
    ),
    "fr": (
        ("ations", ""), ("ation", ""), ("aient", ""), ("ement", ""), ("erent", ""), ("aux", "al"), ("ees", ""), ("ait", ""), ("ant", ""),
        ("ent", ""), ("ee", ""), ("es", ""), ("er", ""), ("e", ""), ("s", ""),
    ),
}  # fmt: skip
"""Endings that a light stem loses and what takes their place, the longest first; one ending only."""


def light_stem(token: Token, lang: Language) -> str:
    """The word without its Arabic clitics and without one ending of its language."""
    key = cuts(token.key)[-1].stem if token.script == "arabic" else token.key
    for end, instead in _ENDINGS["ar" if token.script == "arabic" else lang]:
        if key.endswith(end) and len(key) - len(end) >= _STEM_LEAST:
            return key[: -len(end)] + instead
    return key


class FeatureReader:
    """Reads sentences of one language into features."""

    def __init__(self, coder: EventCoder, lang: Language) -> None:
        """Take the rule coder whose senses and frames are features."""
        self._coder = coder
        self._lang = lang
        self._names = {sense: name for name, sense in coder.vocabulary.senses.items()}

    def read(self, text: str) -> dict[str, float]:
        """Features of one sentence with 1 + log of their count; time is linear in the text's length, up to a bound."""
        whole = tokenize(text[:_CHARACTERS_MOST])
        tokens = [token for token in whole if token.script != "punct"]
        stems = [light_stem(token, self._lang) for token in tokens]
        hits = self._coder.vocabulary.find(tokens)
        counts: Counter[str] = Counter(_words(stems))
        counts.update(_stretches(tokens))
        telling = {sense: places for sense, places in hits.items() if not self._names[sense].startswith(_PARTS)}
        counts.update(self._frames(tokens, hits))
        counts.update(f"fs {self._names[sense]}" for sense in telling)
        counts.update(self._order(telling))
        counts.update(self._thirds(telling))
        counts.update(_places(stems))
        counts.update({f"p.{token.key}" for token in whole if token.script == "punct"})
        return {name: 1 + math.log(count) for name, count in counts.items()}

    def _frames(self, tokens: Sequence[Token], hits: Hits) -> Iterator[str]:
        """Frames found, and their types with the flags on the trigger."""
        for one in self._coder.evidence(hits, self._lang).fired:
            yield f"f{one.frame.id}"
            yield f"ft {one.frame.type}"
            for flag in flags_at(one.trigger, tokens, hits, self._coder.vocabulary):
                yield f"ft {one.frame.type} {flag}"

    def _order(self, hits: Hits) -> Iterator[str]:
        """Senses that follow one another, with none or one between them."""
        told = [name for _, name in sorted((place[0], self._names[sense]) for sense, places in hits.items() for place in places)]
        for name, following in pairwise(told):
            yield f"s{name} {following}"
        for name, following in zip(told, told[2:], strict=False):
            yield f"s{name} - {following}"

    def _thirds(self, hits: Hits) -> Iterator[str]:
        """Senses with the part of the sentence in which they first stand: what is told first is what it is about."""
        for sense, places in hits.items():
            yield f"h{_third(min(first for first, _ in places))} {self._names[sense]}"
            if len(places) > 1:
                yield f"h+ {self._names[sense]}"


def _third(position: int) -> int:
    return sum(position >= limit for limit in _LIMITS)


def _words(stems: Sequence[str]) -> Iterator[str]:
    for stem in stems:
        yield f"w{stem}"
    for stem, following in pairwise(stems):
        yield f"w{stem} {following}"


def _stretches(tokens: Sequence[Token]) -> Iterator[str]:
    least, most = _CHARS
    for token in tokens:
        padded = f" {token.key} "
        for size in range(least, most + 1):
            for at in range(len(padded) - size + 1):
                yield f"c{padded[at : at + size]}"


def _places(stems: Sequence[str]) -> Iterator[str]:
    for at, stem in enumerate(stems[:_FIRST]):
        yield f"p{at} {stem}"
    for stem in stems[:_EARLY]:
        yield f"p< {stem}"
    yield f"p# {min(9, int(1.5 * math.log2(1 + len(stems))))}"
