"""What pages need of words and assessments, so that `web` reaches them without knowing the stages behind."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from marsad.base.errors import BriefError, StoreError
from marsad.base.findings import Assessment, Reason
from marsad.base.records import DateRange, Language, from_json
from marsad.briefs.phrases import Phrases
from marsad.briefs.words import Words, bare, direction, french_spaces, isolate, script_of
from marsad.verbs.publishing import ASSESSMENT

if TYPE_CHECKING:
    from marsad.store import Published

__all__ = ["DateRange", "PageWords", "assessment", "bare", "direction", "isolate", "page_words", "script_of", "told_reason", "vintage"]


@dataclass(frozen=True, slots=True)
class PageWords(Words):
    """The words of briefs, and further messages of the pages' own."""

    pages: Phrases | None = None

    def say(self, key: str, /, **values: str | int | float) -> str:
        """A message with its values, each isolated.

        Raises:
            BriefError: there is no such message, or a value it needs was not given.
        """
        if self.pages is None or not self.pages.knows(key):
            return Words.say(self, key, **values)
        text, errors = self.pages.say(key, {name: isolate(value) if isinstance(value, str) else value for name, value in values.items()})
        if errors:
            raise BriefError(f"message {key!r} of the pages in {self.language} cannot be said: {errors[0]}")
        return text


def page_words(language: Language, messages: str) -> PageWords:
    """Words of a language with the Fluent messages given as text."""
    # written with plain spaces, as a keyboard gives them
    return PageWords(language, None, Phrases(language, [french_spaces(messages) if language == "fr" else messages]))


def assessment(snapshot: Published) -> Assessment:
    """What the published run assessed.

    Raises:
        StoreError: the snapshot holds none, or it cannot be read back.
    """
    try:
        return from_json(Assessment, json.loads(snapshot.file(ASSESSMENT).read_text(encoding="utf-8")))
    except (OSError, ValueError) as wrong:
        raise StoreError(f"the assessment of {snapshot.name} cannot be read: run `marsad run` again to publish anew ({wrong})") from wrong


def told_reason(reason: Reason, origin: int, words: Words, *, mean: float) -> str:
    """What carries a forecast at one step, in words.

    Args:
        reason: as the model gave it, with a mean of its own few draws.
        origin: last month known.
        words: of the language.
        mean: deaths expected in that month, as the forecast beside it says.
    """
    from marsad.briefs.reasons import told_reason as told

    return told(replace(reason, mean=mean), origin, words)


def vintage(text: str, words: Words) -> str:
    """Which release figures are of, in the words of a language."""
    from marsad.briefs.vintages import told_vintage

    return told_vintage(text, words)
