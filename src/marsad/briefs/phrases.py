"""Fluent messages of one language, each parsed when it is first said: a page needs some of a thousand, and parsing them all takes longer
than making the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_NAMED = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""What a message says by naming another message or term; a value begins with a dollar sign."""


class Phrases:
    """Messages of a language by key.

    >>> Phrases("en", ["a = one\\nb = two"]).say("b", {})
    ('two', [])
    """

    def __init__(self, locale: str, texts: Iterable[str]) -> None:
        self._bundle = FluentBundle([locale], use_isolating=True)
        self._waiting: dict[str, str] = {}
        for text in texts:
            marks = list(_ENTRY.finditer(text))
            ends = [*(mark.start() for mark in marks[1:]), len(text)]
            for mark, end in zip(marks, ends, strict=True):
                self._waiting.setdefault(mark[1], text[mark.start() : end])

    def knows(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self._waiting

    def say(self, key: str, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
        """A message with its values, and what went wrong in saying it; the key must be known."""
        if not self._bundle.has_message(key):
            self._parse(key, set())
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            return "", [ValueError("it has no text")]
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text), list(errors)

    def _parse(self, key: str, seen: set[str]) -> None:
        """Parse a message after those it names, so that no other thread finds it without them."""
        text = self._waiting.get(key)
        if text is None or key in seen:
            return
        seen.add(key)
        for name in _NAMED.findall(text):
            self._parse(name, seen)
        self._bundle.add_resource(FluentResource(text))
