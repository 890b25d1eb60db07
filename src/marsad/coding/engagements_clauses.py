"""Relative clauses in what was agreed: they tell more of the thing before them, and are no thing of their own."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.script import Token, search_key

_REACH = 5  # words in which a relative clause shows itself (at the end of which)
RELATIVES = frozenset(map(search_key, ["التي", "الذي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان", "اللواتي", "اللاتي"]))
"""Arabic relative pronouns, as search keys."""
_OPENING = frozenset(["qui", "dont", "who", "whose", "where", "which", "whom"])
_PRONOUNS = frozenset([
    "which", "whom", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "auxquels", "auxquelles", "duquel", "desquels",
    "desquelles",
])  # fmt: skip
_BEFORE = frozenset([
    "au", "aux", "dans", "pour", "par", "sur", "avec", "lors", "en", "sous", "in", "of", "with", "for", "by", "under", "during", "at",
    "through", "on", "from", "after", "upon",
])  # fmt: skip
_PART_OF = frozenset(["duquel", "desquels", "desquelles"])


def relative_opens(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a relative clause opens at `at` (which ..., the first of which ..., au sein duquel ..., allati ...), before `stop`."""
    head = tokens[at : min(at + _REACH, stop)]
    if not head:
        return False
    first = head[0]
    if first.key in _OPENING or first.key in _PRONOUNS or first.key.removeprefix("و") in RELATIVES or first.text.lower() == "où":
        return True
    found = next((n for n, token in enumerate(head) if token.key in _PRONOUNS or token.script == "punct"), None)
    if found is None or head[found].key not in _PRONOUNS:
        return False
    led = first.key in _BEFORE or first.text.lower() == "à"
    return led or head[found].key in _PART_OF or head[found - 1].key == "of"
