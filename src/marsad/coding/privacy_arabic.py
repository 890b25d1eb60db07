"""Names of private persons in Arabic script, which has no capitals: given names, links between names, nouns and ages beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from marsad.base.records import Span
from marsad.base.script import Token, guarded, normalise
from marsad.coding.offices_names import Name, name_after
from marsad.coding.privacy_words import AGE, LINK, LIST, NAME, NOUN, PrivateWords

_MOST = 4  # words of a name before an age, or in a list
_OWN_AGE = frozenset(["العمر", "البالغ", "البالغه", "عمره", "عمرها", "ذو", "ذات", "صاحب", "صاحبه"])
_OF_AGE = _OWN_AGE | {"من", "نحو", "حوالي"}
_SHORTEST = 3  # letters of a name
_COMMON_LINKS = frozenset(["بن", "بنت", "ال"])
_NEED = frozenset(["الحاجه", "حاجه", "والحاجه", "بالحاجه", "للحاجه"])
_VERB = 4  # letters of a verb with its person
_MARKS = (",", "،", ":", "(")


class ArabicNames:
    """Finds names of private persons in Arabic script. One finder serves any number of sentences."""

    def __init__(self, words: PrivateWords) -> None:
        """Take the tables."""
        self._words = words

    def find(self, tokens: Sequence[Token], kinds: Sequence[int], taken: Set[int]) -> Iterator[tuple[int, int]]:
        """Positions of the first and the last word of each name.

        Args:
            tokens: of one sentence.
            kinds: what each of them tells (`PrivateWords.kinds`).
            taken: positions of words that name somebody or something else.
        """
        told = 0
        for at, kind in enumerate(kinds):
            told |= kind
            if kind & NOUN and at not in taken:
                yield from self._after_noun(tokens, at, taken)
            if kind & AGE:
                yield from self._before_age(tokens, at, taken)
            if kind & NAME and at not in taken:
                yield from self._by_name(tokens, at, taken)
            if kind & LINK and at not in taken:
                yield from self._by_link(tokens, at, taken)
        if told & LIST:
            yield from self._in_lists(tokens, taken)

    def public(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a leader's title stands before the name with no mark between: "the leader of the group X"."""
        for at in range(first - 1, max(-1, first - 7), -1):
            if tokens[at].script == "punct" or self._words.nouns[tokens[at].key]:
                return False
            if self._words.leaders[tokens[at].key]:
                return True
        return False

    def of_a_place(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the name is part of that of a place or a body: a street, an airport, a brigade."""
        if self._words.places[tokens[first].key]:
            return True
        for at in range(first - 1, max(-1, first - _MOST - 1), -1):
            if self._words.places[tokens[at].key]:
                return True
            known = self._words.named(tokens[at].key) or tokens[at].key in self._words.links or self._words.courtesy[tokens[at].key]
            if not known and tokens[at].text not in ('"', "«", "“"):
                return False
        return False

    def _name(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> Name | None:
        name = name_after(tokens, at, taken=taken, words=self._words.names) if at < len(tokens) else None
        if name is None:
            return None
        end = next((n for n in range(name.first, name.last + 1) if self._ends(tokens[n], n > name.first)), name.last + 1)
        return replace(name, last=end - 1) if end > name.first else None

    def _ends(self, token: Token, behind: bool) -> bool:
        """Whether a name ends before this word: no name, or behind the first word something owned ("his son", "her house")."""
        owned = behind and token.text.endswith(("ه", "ها", "هم")) and len(token.key) > _VERB - 1
        return token.key in self._words.not_names or (owned and not self._words.named(token.key))

    def _after_noun(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> Iterator[tuple[int, int]]:
        """A name behind "the driver", "a man named", "his brother, ..."; one word is enough behind a word that says it is a name."""
        words, start = self._words, at + 1
        while start < len(tokens) and start <= at + 3 and (tokens[start].text in _MARKS[:3] or words.nouns[tokens[start].key]):
            start += 1
        name = self._name(tokens, start, taken)
        if name is None or tokens[start].script != "arabic" or len(tokens[start].key) < _SHORTEST or _on(tokens[start]):
            return
        if tokens[start].key.startswith("ل") and not words.named(tokens[start].key) and not guarded(tokens[start].key):
            return  # "is called to attend": the verb of names takes a preposition
        alone = any(words.alone[tokens[back].key] for back in range(at, start))
        described = tokens[start].key.startswith("ال") and not words.named(tokens[start].key)
        if tokens[at].key in _NEED and not words.named(tokens[start].key):
            return  # "the urgent need": the word is a style before a name only
        unsure = not alone and not any(words.named(one.key) or one.key in words.links for one in tokens[name.first : name.last + 1])
        several = unsure and words.several[tokens[start - 1].key]
        if (described and not alone) or several or (unsure and not like_a_name(tokens[name.first : name.last + 1])):
            return  # "the Malian soldier", "the driver lost control": no name
        if name.last > name.first or alone or words.named(tokens[name.first].key):
            yield name.first, name.last

    def _before_age(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> Iterator[tuple[int, int]]:
        """A name before an age: X (42 years), the girl X, 7 years."""
        words, last, set_off = self._words, at - 1, False
        while last >= 0 and (tokens[last].script in ("punct", "number") or tokens[last].key in _OF_AGE | words.numerals):
            set_off = set_off or tokens[last].text in _MARKS or tokens[last].key in _OWN_AGE
            last -= 1
        first = last
        if last > 0 and tokens[last].key.startswith("ال") and words.named(tokens[last - 1].key) and last not in taken:
            first -= 1  # a surname with the article
        while first >= 0 and last - first < _MOST and first not in taken and self._part(tokens[first]):
            first -= 1
        first += 1
        if first <= last and set_off and (first < last or words.named(tokens[first].key)):
            yield first, last

    def _part(self, token: Token) -> bool:
        words = self._words
        if token.script != "arabic" or words.stops(token) or token.key in words.anybody:
            return token.text == "علي"
        return words.named(token.key) or not token.key.startswith(("ال", "وال", "لل", "بال"))

    def _by_name(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> Iterator[tuple[int, int]]:
        """A common given name with what follows it, a common surname with what stands before it."""
        if self._given(tokens, at):
            joined = tokens[at].key not in self._words.given and tokens[at].key[:1] == "و"  # "and X": a name never begins so
            name = self._name(tokens, at + joined, taken)
            if name is not None and name.first == at + joined and (joined or name.last > name.first):
                yield at, name.last
        if tokens[at].key in self._words.surnames and at and at - 1 not in taken and self._part(tokens[at - 1]):
            yield at - 1, at

    def _given(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a given name; one that is a common word too needs a further name or a link behind it."""
        words, token = self._words, tokens[at]
        stem = words.stem(token.key)
        if stem is None or (stem == "علي" and not token.text.endswith("ي")):  # the preposition "on" has the same search key
            return False
        if stem not in words.words_too:
            return True
        behind = tokens[at + 1].key if at + 1 < len(tokens) else ""
        return words.named(behind) or behind in words.links

    def _by_link(self, tokens: Sequence[Token], at: int, taken: Set[int]) -> Iterator[tuple[int, int]]:
        """A name that "son of" or "daughter of" joins: X ould Y, X ag Y, X bint Y."""
        links = self._words.links
        if not 0 < at < len(tokens) - 1 or at - 1 in taken or not self._part(tokens[at - 1]) or tokens[at + 1].script != "arabic":
            return
        last = at + 1
        while last + 2 < len(tokens) and tokens[last + 1].key in links and tokens[last + 2].script == "arabic":
            last += 2
        first = at - 1
        if tokens[at].key in _COMMON_LINKS and not self._words.named(tokens[first].key) and not self._told(tokens, first):
            if self.of_a_place(tokens, first):
                return
            first = at  # "letters of Bin X": what stands before is no name
        if first and first < at and first - 1 not in taken and self._words.named(tokens[first - 1].key) and self._part(tokens[first - 1]):
            first -= 1
        yield first, self._whole(tokens, last)

    def _told(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a noun for a person, a mark or nothing stands before an unknown first name."""
        return first == 0 or tokens[first - 1].script == "punct" or bool(self._words.nouns[tokens[first - 1].key])

    def _whole(self, tokens: Sequence[Token], last: int) -> int:
        """One word on behind the first word of a name of two (Abd X, Abu X)."""
        joined = tokens[last].key in self._words.names.joiners or tokens[last].key in ("عبد", "ابو", "ام")
        return last + 1 if joined and last + 1 < len(tokens) and tokens[last + 1].script == "arabic" else last

    def _in_lists(self, tokens: Sequence[Token], taken: Set[int]) -> Iterator[tuple[int, int]]:
        """Names told in a row: "the victims are: A B, and C D", "the killing of each of A B and C D"."""
        begun = next((at for at, token in enumerate(tokens) if self._begins(tokens, at, token)), None)
        if begun is None:
            return
        first = begun
        for at in range(begun, len(tokens) + 1):
            ends = at == len(tokens) or tokens[at].script != "arabic" or at in taken
            if ends or (at > first and tokens[at].key.startswith("و") and at > first + 1) or self._words.stops(tokens[at]):
                if first < at and at - first <= _MOST and at - first > 1:
                    yield first, at - 1
                if not ends and self._words.stops(tokens[at]):
                    return
                if not ends:
                    first = at
                elif at < len(tokens) and tokens[at].text in (",", "،"):
                    first = at + 1
                else:
                    return

    def _begins(self, tokens: Sequence[Token], at: int, token: Token) -> bool:
        if not at or token.script != "arabic":
            return False
        if tokens[at - 1].text == ":" and at > 1:
            known = tokens[at - 2].key in self._words.lists or self._words.nouns[tokens[at - 2].key]
        else:
            known = at > 1 and tokens[at - 1].key == "من" and tokens[at - 2].key in ("كل", "كلا")
        return known and any(self._words.named(one.key) or one.key in self._words.links for one in tokens[at : at + 3])


def _on(token: Token) -> bool:
    """Whether a word is the preposition "on", which has the search key of the given name Ali."""
    return token.key.endswith("علي") and token.text.endswith("ى") and len(token.key) <= _VERB


def like_a_name(tokens: Sequence[Token]) -> bool:
    """Whether words that no table knows may be a name: no short verb, none with its person ("he loses", "they fell"), nothing owned."""
    head = tokens[0].key
    verb = head.startswith(("ي", "ت", "سي", "ست", "ال")) or head.endswith(("وا", "ت", "تا")) or (head[0] == "ا" and len(head) == _VERB)
    owned = any(token.text.endswith(("ه", "ها", "هم")) for token in tokens)
    joined = head.startswith("و")  # "of the child, and the prevention of ...": another thing
    many = head.endswith(("ين", "ون")) or tokens[0].text.endswith(("اً", "ًا", "ا"))
    return len(head) >= _VERB and not verb and not owned and not joined and not many


def spanned(tokens: Sequence[Token], first: int, last: int, *, cut: int) -> Span:
    """The span of a name, without the letters of a conjunction or preposition written together with its first word."""
    head = tokens[first]
    start = head.start + (normalise(head.text).raw_span(cut, len(head.key)).start if cut else 0)
    return Span(start, tokens[last].end)
