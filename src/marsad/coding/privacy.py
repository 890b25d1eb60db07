"""Names of private persons taken out of the sentences that records carry: an event needs the place and the toll, not the name."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.lexicon import Lexicon
from marsad.coding.offices import OfficeReader
from marsad.coding.offices_names import name_after
from marsad.coding.reading import Sent

MARK = "[…]"
"""What stands in place of a private person's name."""


class Privacy:
    """Finds names of private persons. One finder serves any number of documents."""

    def __init__(self, lexicon: Lexicon, offices: OfficeReader) -> None:
        """Take the nouns after which a private person is named."""
        section = lexicon.section("private_nouns")
        self._nouns = frozenset(search_key(word) for entry in section.values() if entry.id != "ages" for _, word in entry.names())
        self._ages = frozenset(search_key(word) for _, word in section["ages"].names())
        self._named_after = self._nouns | {"ال" + noun for noun in self._nouns}
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
        found = [*self._after_nouns(sent.tokens, taken), *self._before_ages(sent.tokens, taken)]
        found.extend(p.name_span for p in sent.persons if p.title == "witness" and p.name_span is not None)
        return [span for span in dict.fromkeys(found) if not any(span.start < k.end and k.start < span.end for k in kept)]

    def clean(self, sent: Sent, span: Span, text: str) -> str:
        """The words of a span of a sentence with private names replaced by a mark."""
        words = span.of(text)
        for name in sorted(self.spans(sent), reverse=True):
            if name.within(span):
                words = words[: name.start - span.start] + MARK + words[name.end - span.start :]
        return words

    def _after_nouns(self, tokens: tuple[Token, ...], taken: set[int]) -> Iterator[Span]:
        named_after = self._named_after
        for at, token in enumerate(tokens):
            if token.key not in named_after:
                continue
            start = at + 1
            while start < len(tokens) and start <= at + 3 and (tokens[start].text in (",", "،", ":") or tokens[start].key in named_after):
                start += 1
            if start < len(tokens):
                name = name_after(tokens, start, taken=taken, words=self._words)
                if name is not None and (name.last > name.first or tokens[start].script == "latin"):
                    yield name.span

    def _before_ages(self, tokens: tuple[Token, ...], taken: set[int]) -> Iterator[Span]:
        """A name before an age: X, 42, or X (42 ans)."""
        for at, token in enumerate(tokens):
            aged = token.key in self._ages or (
                token.script == "number" and 0 < at < len(tokens) - 1 and tokens[at - 1].text == "," and tokens[at + 1].text == ","
            )
            if not aged:
                continue
            last = at - 1
            while last >= 0 and (tokens[last].script in ("punct", "number") or tokens[last].key in ("aged", "age", "agee", "de", "من")):
                last -= 1
            first = last
            while (
                first >= 0
                and last - first < 4
                and first not in taken
                and tokens[first].script == "latin"
                and tokens[first].text[:1].isupper()
            ):
                first -= 1
            if last - first >= 2:
                yield Span(tokens[first + 1].start, tokens[last].end)
