"""Names of private persons in Latin script: runs of capitalised words, and what stands before and behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from marsad.base.script import Token
from marsad.coding.privacy_words import OPEN, PrivateWords

_MOST = 6  # words of a name
_FAR = 6  # words between a name and the noun that tells what its holder leads or does
_AUXILIARIES = 4  # words between a name and its verb


class Run(NamedTuple):
    """A run of capitalised words: positions of the first and the last, how many, and whether a link joins them."""

    first: int
    last: int
    size: int
    linked: bool


class LatinNames:
    """Finds runs that name private persons. One finder serves any number of sentences."""

    def __init__(self, words: PrivateWords) -> None:
        """Take the tables."""
        self._words = words

    def runs(self, tokens: Sequence[Token], taken: Set[int]) -> list[Run]:
        """Runs of capitalised words that belong to no other name, in order."""
        found: list[Run] = []
        past = 0
        for at, token in enumerate(tokens):
            if at >= past and token.script == "latin" and token.text[:1].isupper() and at not in taken:
                run = self._run(tokens, at, taken)
                if run is not None:
                    found.append(run)
                    past = run.last + 1
        return found

    def _run(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> Run | None:
        if not self._part(tokens, at, taken) or (self._words.stops(tokens[at]) and not self._words.named(tokens[at].key)):
            return None
        first = last = at
        size, linked = 1, False
        while last - first < _MOST:
            after = last + 1
            if after < len(tokens) and tokens[after].text == "." and len(tokens[last].text) == 1 and size > 1:
                after += 1
            joins = after < len(tokens) and tokens[after].key in self._words.links and tokens[after].script == "latin"
            if joins and self._part(tokens, after + 1, taken):
                last, size, linked = after + 1, size + 1, True
            elif self._part(tokens, after, taken) and tokens[after].key not in self._words.names.stops:
                last, size = after, size + 1
            else:
                break
        return Run(first, last, size, linked)

    def _part(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> bool:
        return 0 <= at < len(tokens) and at not in taken and tokens[at].script == "latin" and tokens[at].text[:1].isupper()

    def public(self, tokens: Sequence[Token], run: Run) -> bool:
        """Whether the run names who leads a group or a party: "the emir X", "X, leader of", "the head of the group, X"."""
        words = self._words
        if self._leads(tokens, self._back(tokens, run.first)):
            return True
        after = run.last + 1
        if after < len(tokens) and tokens[after].text in (",", "("):
            stretch = tokens[after + 1 : after + 1 + _FAR]
            for token in stretch:
                if token.text in (",", ".", ";", ")") or words.nouns[token.key]:
                    return False
                if words.leaders[token.key]:
                    return True
        return False

    def _leads(self, tokens: Sequence[Token], at: int) -> bool:
        if at < 0:
            return False
        if self._words.leaders[tokens[at].key]:
            return True
        if tokens[at].text != ",":
            return False
        for token in reversed(tokens[max(0, at - _FAR) : at]):
            if token.script == "punct" or self._words.nouns[token.key]:
                return False
            if self._words.leaders[token.key]:
                return True
        return False

    def _back(self, tokens: Sequence[Token], first: int) -> int:
        """The word or comma before a name, opening marks and links such as "X Ag" passed over."""
        at = first - 1
        while at >= 0 and tokens[at].text in OPEN:
            at -= 1
        return at

    def of_a_place(self, tokens: Sequence[Token], run: Run) -> bool:
        """Whether the run is part of the name of a place, a body or a deed: "avenue X", "X Barracks", "the Battle of X"."""
        words, at = self._words, run.first - 1
        while at > 0 and (tokens[at].key in words.of or tokens[at].text in ("-", "'", "«", '"', "“")):
            at -= 1
        if at >= 0 and words.places[tokens[at].key]:
            return True
        ahead = range(run.first, min(run.last + 2, len(tokens)))
        return any(tokens[n].key in words.heads for n in ahead if n > run.first)

    def private(self, tokens: Sequence[Token], run: Run) -> bool:
        """Whether what stands in or around a run tells a private person."""
        words = self._words
        whole = run.size > 1
        named = any(words.named(tokens[n].key) for n in range(run.first, run.last + 1))
        at = self._back(tokens, run.first)
        placed = at >= 0 and tokens[at].key in words.prepositions  # "in X, a resident said"
        if self._introduced(tokens, run, at) or self._of_age(tokens, run.last + 1):
            return True
        if at >= 0 and tokens[at].key in words.articles and not words.named(tokens[run.first].key):
            return False  # "the X Council", "la Coordination X": no person's name has an article
        described = (whole or named) and self._described(tokens, run.last + 1)
        if not placed and (described or (whole and (run.linked or named))):
            return True
        return (whole or named) and (self._suffers(tokens, run.last + 1) or self._harmed(tokens, at))

    def _introduced(self, tokens: Sequence[Token], run: Run, at: int) -> bool:
        """A noun, a relative or a courtesy title before the name: "the driver X", "her brother, X", "the dead are X"."""
        words = self._words
        set_off = False
        while at >= 0 and (tokens[at].text in (",", ":", ".") or self._links(tokens[at])):
            if tokens[at].text == "." and not words.courtesy[tokens[at - 1].key]:
                return False
            set_off = set_off or tokens[at].text == ","
            at -= 1
        if at == 0 and tokens[at].key in words.asked and run.size > 1:
            return True
        if at < 0 or tokens[at].script != "latin" or not words.nouns[tokens[at].key]:
            return False
        styled = words.courtesy[tokens[at].key] or at == 0 or tokens[at - 1].script == "punct"
        if tokens[at].text[:1].isupper() and not styled and not words.named(tokens[run.first].key):
            return False  # "the Mother and Child Nutrition Programme": part of a longer name
        if words.alone[tokens[at].key] and at and (tokens[at - 1].key in words.places_named or words.places[tokens[at - 1].key]):
            return False  # "the area called X"
        if run.size > 1 or words.named(tokens[run.first].key) or words.alone[tokens[at].key] or words.kin[tokens[at].key]:
            return True
        return set_off and run.last + 1 < len(tokens) and tokens[run.last + 1].text in (",", ")", ".")

    def _links(self, token: Token) -> bool:
        """Whether a word ties a noun to a name; the preposition "à" has the search key of a verb."""
        return token.text != "à" and (token.key in self._words.copulas or token.key in ("as", "comme"))

    def _of_age(self, tokens: Sequence[Token], at: int) -> bool:
        """An age behind the name: "X, 34 ans", "X (34)", "X, six, ", "X, aged nine"; not "X, 3 years later"."""
        words = self._words
        if at >= len(tokens) or tokens[at].text not in (",", "("):
            return False
        at += 1
        aged = at < len(tokens) and tokens[at].key in words.aged
        at += aged
        if at >= len(tokens) or not (tokens[at].script == "number" or tokens[at].key in words.numerals):
            return False
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is None or aged or after.text in (",", ")"):
            return True
        if tokens[at].script == "number" and tokens[at].text.isdigit() and int(tokens[at].text) > 110:
            return False
        following = tokens[at + 2].key if at + 2 < len(tokens) else ""
        return after.key in words.ages and following not in ("later", "ago", "apres", "plus", "after", "d'", "de", "of")

    def _described(self, tokens: Sequence[Token], at: int) -> bool:
        """A trade, a relative or "who" behind the name, set off by a comma: "X, a farmer", "X, whose sons"."""
        if at >= len(tokens) or tokens[at].text != ",":
            return False
        opens = tokens[at + 1] if at + 1 < len(tokens) else None
        if opens is None or not (self._words.nouns[opens.key] or opens.key in self._words.opens_trade or opens.script == "number"):
            return False  # "X, comprising the victims": no trade of X
        for n in range(at + 1, min(at + 6, len(tokens))):
            token = tokens[n]
            if token.key in self._words.who:
                return n == at + 1
            if token.script == "latin" and self._words.nouns[token.key] and not self._words.courtesy[token.key]:
                return True
            if token.script != "latin" or token.text[:1].isupper() or token.key in ("et", "and"):
                return False
        return False

    def _suffers(self, tokens: Sequence[Token], at: int) -> bool:
        """What is done to a person behind the name: "X was killed", "X est mort", "X a été enlevé"."""
        words, end = self._words, min(at + _AUXILIARIES, len(tokens))
        if at < len(tokens) and tokens[at].key in words.deaths:
            return True
        while at < end and tokens[at].key in words.copulas:
            at += 1
            if at < len(tokens) and (tokens[at].key in words.harmed or tokens[at].key in words.deaths):
                return True
        return at < len(tokens) and tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].key in words.harmed

    def _harmed(self, tokens: Sequence[Token], at: int) -> bool:
        """What is done to a person before the name: "killed X", "the arrest of X", "le corps de X", "arrêté en mars, X"."""
        words = self._words
        if at < 0:
            return False
        if tokens[at].key in words.killed:
            return True
        if tokens[at].key in words.of and at and tokens[at - 1].key in words.harms:
            return True
        if tokens[at].text == ",":
            ahead = tokens[max(0, at - _FAR) : at]
            return bool(ahead) and any(token.key in words.harmed and token.text[:1].isupper() for token in ahead[:1])
        return tokens[at].key in words.harms and tokens[at].key not in words.of

    def listed(self, tokens: Sequence[Token], runs: Sequence[Run], found: Set[Run]) -> Iterator[Run]:
        """Runs that commas and "and" join to a run already found."""
        for before, after in pairwise(runs):
            between = {token.key for token in tokens[before.last + 1 : after.first]}
            if not between or not between <= {",", "et", "and", "&"}:
                continue
            for known, other in ((before, after), (after, before)):
                named = any(self._words.named(tokens[n].key) for n in range(other.first, other.last + 1))
                like = named or (other is after and (other.size > 1 or known.size == 1))
                if like and known in found and other not in found:
                    yield other
