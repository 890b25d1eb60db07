"""What is known of a word, looked up once per distinct word: its script, its cuts, and whatever a table says of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from marsad.base.script import cuts

_KEPT = 1 << 16  # distinct words remembered by a table: bounds memory on hostile input
_PREFIXES = ("و", "ب", "ل", "ف", "وب", "ول")

_CUT = frozenset("وفبكلس")  # first letters of words that may be cut, those with the article apart

T = TypeVar("T")


class ByWord(dict[str, T]):
    """What a function says of a search key, kept; reading it again is one look-up. The function must depend on the key alone."""

    def __init__(self, ask: Callable[[str], T]) -> None:
        """Take the function to ask about a word not seen before."""
        super().__init__()
        self._ask = ask

    def __missing__(self, key: str) -> T:
        if len(self) >= _KEPT:
            self.clear()
        answer = self[key] = self._ask(key)
        return answer


def is_arabic(key: str) -> bool:
    """Whether a search key is an Arabic word."""
    return "ء" <= key[:1] <= "ۿ"


@lru_cache(maxsize=1 << 12)  # as for cuts: the tables keep their answers
def readings(key: str, arabic: bool) -> tuple[tuple[int, str], ...]:
    """(letters cut off, key to look up) for each reading of a word; the article is put back after li + al."""
    if not arabic or (key[:1] not in _CUT and key[:2] != "ال"):
        return ((0, key),)
    found: list[tuple[int, str]] = []
    for prefix, article, stem in cuts(key):
        if not article:
            found.append((len(prefix), stem))
        elif prefix.endswith("ل"):
            found.append((len(prefix) - 1, "ال" + stem))
            found.append((len(prefix), stem))
        else:
            found.append((len(prefix) + 2, stem))
    # guarded words are not cut, yet a name may hide behind their first letter (in Niamey, and Libya)
    found.extend((len(prefix), key[len(prefix) :]) for prefix in _PREFIXES if key.startswith(prefix) and len(key) - len(prefix) > 3)
    return tuple(dict.fromkeys(found))
