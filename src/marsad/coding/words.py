"""What is known of a word, looked up once per distinct word: its script, its cuts, and whatever a table says of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import TypeVar

from marsad.base.script import Token, cuts

_KEPT = 1 << 16  # distinct words remembered by a table: bounds memory on hostile input
_PREFIXES = ("و", "ب", "ل", "ف", "وب", "ول")

_CUT = frozenset("وفبكلس")  # first letters of words that may be cut, those with the article apart

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class ByWord(dict[K, T]):
    """What a function says of a search key, or of keys in a row, kept: read again by one look-up. It must depend on them alone."""

    def __init__(self, ask: Callable[[K], T]) -> None:
        """Take the function to ask about a word not seen before."""
        super().__init__()
        self._ask = ask

    def __missing__(self, key: K) -> T:
        if len(self) >= _KEPT:
            self.clear()
        answer = self[key] = self._ask(key)
        return answer


class ByToken(dict[str, T]):
    """What a function says of a token, kept by its raw text: the tokeniser gives one text one key and one script.

    The function must not depend on the token's place.
    """

    def __init__(self, ask: Callable[[Token], T]) -> None:
        """Take the function to ask about a token whose text was not seen before; it never answers None."""
        super().__init__()
        self._ask = ask

    def of(self, tokens: Sequence[Token]) -> list[T]:
        """What is known of each token."""
        found = [self.get(token.text) for token in tokens]
        if None in found:
            found = [self.get(token.text) or self._learn(token) for token in tokens]
        return found  # type: ignore[return-value]

    def _learn(self, token: Token) -> T:
        if len(self) >= _KEPT:
            self.clear()
        answer = self[token.text] = self._ask(token)
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
