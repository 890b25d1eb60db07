"""Names of private persons taken out of the sentences that records carry: an event needs the place and the toll, not the name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.lexicon import Lexicon
from marsad.coding.lexicon_entries import Entry
from marsad.coding.offices import OfficeReader
from marsad.coding.offices_names import Name, name_after, surname_of
from marsad.coding.reading import Sent
from marsad.coding.words import ByWord, is_arabic, readings

MARK = "[…]"
"""What stands in place of a private person's name."""
_NAME_MOST = 4  # words of a name before an age or a trade
_OF_AGE = frozenset(["aged", "age", "agee", "de", "من", "العمر", "البالغ", "البالغه", "عمره", "عمرها"])


def _keys(entry: Entry) -> frozenset[str]:
    return frozenset(search_key(word) for _, word in entry.names())


def _reads_as(known: frozenset[str], key: str) -> bool:
    """Whether a word, its clitics and article put aside, is one of these."""
    return any(reading in known for _, reading in readings(key, is_arabic(key)))


class Privacy:
    """Finds names of private persons. One finder serves any number of documents."""

    def __init__(self, lexicon: Lexicon, offices: OfficeReader) -> None:
        """Take the nouns after which a private person is named."""
        section = {id_: _keys(entry) for id_, entry in lexicon.section("private_nouns").items()}
        self._ages, self._given, self._anybody = section["ages"], section["given"], section["anybody"]
        nouns = frozenset().union(*(keys for id_, keys in section.items() if id_ not in ("ages", "given", "anybody")))
        self._alone = ByWord(partial(_reads_as, section["namers"]))
        self._nouns = ByWord(partial(_reads_as, nouns))
        self._words = offices.words

    def spans(self, sent: Sent) -> list[Span]:
        """Spans of names of persons who hold no office and are no quoted expert; looked for once."""
        if sent.private is None:
            sent.private = self._spans(sent)
        return sent.private

    def _spans(self, sent: Sent) -> list[Span]:
        kept = [p.name_span for p in sent.persons if p.name_span is not None and p.title != "witness"]
        taken = {at for item in sent.found for at in range(item.first, item.last + 1)}
        taken |= {at for person in sent.persons for at in range(person.first, person.last + 1) if person.title != "witness"}
        found = [
            *self._after_nouns(sent.tokens, taken),
            *self._before_ages(sent.tokens, taken),
            *self._by_given_name(sent, taken),
            *self._before_trades(sent.tokens, taken),
        ]
        found.extend(p.name_span for p in sent.persons if p.title == "witness" and p.name_span is not None)
        found = [span for span in dict.fromkeys(found) if not any(span.start < k.end and k.start < span.end for k in kept)]
        return [span for span in found if not any(span != other and span.within(other) for other in found)]

    def clean(self, sent: Sent, span: Span, text: str) -> str:
        """The words of a span of a sentence with private names replaced by a mark."""
        words = span.of(text)
        for name in sorted(self.spans(sent), reverse=True):
            if name.within(span):
                words = words[: name.start - span.start] + MARK + words[name.end - span.start :]
        return words

    def _after_nouns(self, tokens: tuple[Token, ...], taken: set[int]) -> Iterator[Span]:
        """A name behind "the driver", "a man named", "his brother, ..."; one word is enough behind a word that says it is a name."""
        for at, token in enumerate(tokens):
            if token.script == "punct" or not self._nouns[token.key]:
                continue
            start = at + 1
            while start < len(tokens) and start <= at + 3 and (tokens[start].text in (",", "،", ":") or self._nouns[tokens[start].key]):
                start += 1
            name = self._name(tokens, start, taken)
            described = start < len(tokens) and tokens[start].key.startswith("ال")  # "the Malian soldier", "the main worker": no name
            if name is not None and described and not any(self._alone[tokens[back].key] for back in range(at, start)):
                continue
            one = any(self._alone[tokens[back].key] for back in range(at, start))
            if name is not None and (name.last > name.first or one or tokens[start].script == "latin"):
                yield name.span

    def _name(self, tokens: tuple[Token, ...], at: int, taken: set[int]) -> Name | None:
        return name_after(tokens, at, taken=taken, words=self._words) if at < len(tokens) else None

    def _before_ages(self, tokens: tuple[Token, ...], taken: set[int]) -> Iterator[Span]:
        """A name before an age: X, 42, or X (42 ans)."""
        for at, token in enumerate(tokens):
            aged = token.key in self._ages or (
                token.script == "number" and 0 < at < len(tokens) - 1 and tokens[at - 1].text == "," and tokens[at + 1].text == ","
            )
            if not aged:
                continue
            last = at - 1
            while last >= 0 and (tokens[last].script in ("punct", "number") or tokens[last].key in _OF_AGE):
                last -= 1
            yield from self._ends_at(tokens, last, taken)

    def _before_trades(self, tokens: tuple[Token, ...], taken: set[int]) -> Iterator[Span]:
        """A name before its trade, set off by a comma: X, a farmer; "X, commercant"."""
        for at, token in enumerate(tokens):
            if token.script != "latin" or not self._nouns[token.key]:
                continue
            comma = next((back for back in range(at - 1, max(-1, at - 5), -1) if tokens[back].text == ","), None)
            if comma is not None and all(tokens[n].text[:1].islower() or tokens[n].key == "'" for n in range(comma + 1, at)):
                yield from self._ends_at(tokens, comma - 1, taken)

    def _ends_at(self, tokens: tuple[Token, ...], last: int, taken: set[int]) -> Iterator[Span]:
        """The name whose last word is at `last`: words with a capital, or Arabic words that are no stop, noun or verb."""
        if last < 0 or tokens[last].script not in ("latin", "arabic"):
            return
        first = last
        while first >= 0 and last - first < _NAME_MOST and first not in taken and self._part(tokens[first], tokens[last].script):
            first -= 1
        first += 1
        if first < last or (first == last and tokens[first].script == "latin"):
            yield Span(tokens[first].start, tokens[last].end)

    def _part(self, token: Token, script: str) -> bool:
        if token.script != script or token.key in self._words.stops or self._nouns[token.key] or token.key in self._anybody:
            return False
        return token.text[:1].isupper() if script == "latin" else not token.key.startswith(("ال", "وال", "لل", "بال"))

    def _by_given_name(self, sent: Sent, taken: set[int]) -> Iterator[Span]:
        """A common given name with what follows it, where the text knows nobody in office by that surname."""
        tokens = sent.tokens
        for at, token in enumerate(tokens):
            if at in taken or token.script == "punct" or token.key not in self._given:
                continue
            if token.script == "latin" and not token.text[:1].isupper():
                continue
            name = self._name(tokens, at, taken)
            if name is None or (name.last == name.first and token.script == "arabic"):
                continue
            if not any(surname_of(tokens[n].text) in sent.public for n in range(name.first, name.last + 1)):
                first = next(self._from(tokens, at), at) if token.script == "latin" else at
                yield Span(tokens[first].start, name.span.end)

    def _from(self, tokens: tuple[Token, ...], at: int) -> Iterator[int]:
        """Where a Latin name begins that has a link before the given name (X Ag Mohamed)."""
        if (
            at >= 2
            and tokens[at - 1].key in self._words.joiners
            and tokens[at - 1].text[:1].isupper()
            and tokens[at - 2].text[:1].isupper()
        ):
            yield at - 2
