"""What is hidden of one document: covered in the text that is kept, marked in the words that records and the title carry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from marsad.base.records import Document, Mention, Span
from marsad.base.script import COVER, MARK

_SAID = frozenset(["text", "name", "office", "organisation", "host", "trigger", "reason", "content"])
"""Fields of records that hold words of the text; `place` keeps its name, which a table of places knows."""
_LOOSE = frozenset(["trigger", "reason", "content"])
"""Fields in which a part of a name may stand by itself: a surname that is a verb too, a model's answer."""
_SHORT = 3  # letters of such a part
_PARTS = frozenset(["actors", "recipients", "participants", "speaker", "topics", "outcomes"])
_BEFORE = "(?<!\\w)(?P<before>[وفبلك]{0,2}(?:ال)?)"  # conjunction, preposition and article, written together with an Arabic name
_SITE = re.compile(r"(https?://[^/?#\s]+).*", re.DOTALL)

T = TypeVar("T")


class Mask:
    """The hidden stretches of one document, in order and apart from each other."""

    def __init__(self, text: str, spans: Sequence[Span], finds: Callable[[str], Iterable[Span]] | None = None) -> None:
        """Take the raw text, and what finds the same names in other words (a title of its own, an address)."""
        self._text = text
        self._finds = finds
        self.spans = tuple(spans)

    def document(self, document: Document) -> Document:
        """The document as it may be kept: the same id, offsets and length, each letter of a name covered; the title with marks.

        An address whose words name the person is cut to its site.
        """
        if not self.spans:
            return document
        return replace(document, text=self._covered(), title=self._marked(document.title), url=self._address(document.url))

    def record(self, record: T) -> T:
        """The record with a mark in place of each name in the words that it carries."""
        # a mention names an entity of the tables: such words are never hidden
        return record if not self.spans or isinstance(record, Mention) else self._record(record)

    def _covered(self) -> str:
        made, past = [], 0
        for span in self.spans:
            made += [self._text[past : span.start], "".join(letter if letter.isspace() else COVER for letter in span.of(self._text))]
            past = span.end
        return "".join([*made, self._text[past:]])

    def _marked(self, words: str | None) -> str | None:
        if words is None or self._finds is None:
            return words
        for span in sorted(self._finds(words), reverse=True):
            words = words[: span.start] + MARK + words[span.end :]
        return words

    def _address(self, address: str | None) -> str | None:
        words = re.sub(r"[\W_]+", " ", address or "").title()  # an address has no capitals
        return _SITE.sub(r"\1/", address) if address and self._finds is not None and any(self._finds(words)) else address

    def _record(self, record: Any) -> Any:
        changed: dict[str, Any] = {}
        span = getattr(record, "span", None)
        for field in fields(record):
            old = getattr(record, field.name)
            if field.name in _SAID and isinstance(old, str):
                changed[field.name] = self._parts.sub(MARK, old) if field.name in _LOOSE else self._words(old, span)
            elif field.name in _PARTS and isinstance(old, tuple):
                changed[field.name] = tuple(self._record(one) for one in old)
            elif field.name in _PARTS and is_dataclass(old):
                changed[field.name] = self._record(old)
        new = {name: value for name, value in changed.items() if value != getattr(record, name)}
        return replace(record, **new) if new else record

    def _words(self, words: str, span: Span | None) -> str:
        if span is not None and words == span.of(self._text):
            for name in sorted(self.spans, reverse=True):
                start, end = max(name.start, span.start), min(name.end, span.end)
                if start < end:
                    words = words[: start - span.start] + MARK + words[end - span.start :]
            return words
        return self._named.sub(rf"\g<before>{MARK}", words)

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        words = {word for span in self.spans for word in span.of(self._text).split() if len(word) >= _SHORT}
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)")

    @cached_property
    def _named(self) -> re.Pattern[str]:
        names = sorted({span.of(self._text) for span in self.spans}, key=len, reverse=True)
        return re.compile(_BEFORE + "(?:" + "|".join(re.sub(r"\\?\s+", r"\\s+", re.escape(name)) for name in names) + r")(?!\w)")
