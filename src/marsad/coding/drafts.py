"""What the event coder takes and gives: a sentence in, drafts out; actors and dates are still bare spans of the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

from marsad.base.records import Fatalities, Flag, Language, Span
from marsad.base.script import Token


class Register(Enum):
    """How a text talks: news reports tell incidents, institutional reports sum them up."""

    UNKNOWN = "unknown"
    NEWS = "news"
    INSTITUTION = "institution"


class Sentence(NamedTuple):
    """One sentence of a document. `text` is the whole raw text that all spans count in; `span` is the sentence in it.

    `context` is the text of the paragraph around it, for contexts; empty means the sentence alone. `margin` is how far below their
    threshold attacks and protests are still drafted, for the text around them to decide.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    lang: Language
    context: Span | None = None
    register: Register = Register.UNKNOWN
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as its sentence tells it, before names, date and place are resolved.

    `actor_spans` and `recipient_spans` are stretches of raw text to look for names in, the likeliest first;
    `actors_inferred` and `recipients_inferred` are set where they lie outside the trigger's clause.
    `main` marks the event that the sentence is mostly about; drafts of a sentence come with the main one first.
    `same_as` is an index into the list that `merge_reports` returned. `frames` are all frames of the type that the sentence holds;
    empty where another reader than the rules made the draft.
    """

    type: str
    span: Span
    trigger_span: Span
    rule: str
    score: float
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    actors_inferred: bool = False
    recipients_inferred: bool = False
    fatalities: Fatalities | None = None
    main: bool = False
    same_as: int | None = None
    superseded: bool = False
    frames: tuple[str, ...] = ()


class NonEventDraft(NamedTuple):
    """A trigger that made no event, and why: the cues that told against it, in words for `marsad read --explain`."""

    type: str
    span: Span
    trigger_span: Span
    rule: str
    score: float
    reason: str


class Drafter(Protocol):
    """Whatever reads one sentence into drafts: the rules, or an optional reader in their place."""

    def code_sentence(self, sentence: Sentence) -> tuple[list[EventDraft], list[NonEventDraft]]:
        """Events of one sentence, the main one first, and the triggers that made none."""
