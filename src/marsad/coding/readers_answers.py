"""A model's answer about a sentence into event drafts, strictly: JSON alone, every field, known labels, words of the sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NoReturn, get_args

from marsad.base.errors import AnswerError, RecordError
from marsad.base.records import Fatalities, Flag, Span
from marsad.base.script import Normal, normalise, search_key
from marsad.coding.drafts import EventDraft, Sentence
from marsad.coding.readers_codebook import Codebook, Label

EVENTS_MOST = 6
"""Events of one sentence; more is a model that lists its labels."""

_NAMES_MOST = 8  # actors or recipients of one event
_DEATHS_MOST = 10_000_000
_FIELDS = frozenset({"label", "trigger", "mode", "actors", "recipients", "flags", "deaths", "confidence"})
_FLAGS: tuple[Flag, ...] = get_args(Flag)


def parse_answer(answer: str, sentence: Sentence, codebook: Codebook, rule: str) -> list[EventDraft]:
    """The drafts that an answer tells, in its order, the first marked as main; the same event told twice is one.

    Args:
        answer: text of the model.
        sentence: what it was asked about.
        codebook: with the labels it was shown.
        rule: name that the drafts carry as their rule.

    Raises:
        AnswerError: the answer is not the JSON asked for, or says what the sentence does not hold; the message says which.
    """
    events = _events(answer)
    quotes = _Quotes(sentence)
    drafts: dict[tuple[str, Span], EventDraft] = {}
    for number, event in enumerate(events):
        draft = _draft(event, f"event {number + 1}", quotes, codebook, rule=rule, main=number == 0)
        drafts.setdefault((draft.type, draft.trigger_span), draft)
    return list(drafts.values())


def _events(answer: str) -> list[Any]:
    text = _spoken(answer)
    try:
        given = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        why = wrong.msg if isinstance(wrong, json.JSONDecodeError) else "too deep, or no number of JSON"
        raise AnswerError(f"it is not JSON ({why})") from None
    if not isinstance(given, dict) or given.keys() != {"events"} or not isinstance(given["events"], list):
        raise AnswerError('it is not an object with the one field "events", a list')
    events: list[Any] = given["events"]
    if len(events) > EVENTS_MOST:
        raise AnswerError(f"it holds {len(events)} events, and a sentence has at most {EVENTS_MOST}")
    return events


def _spoken(answer: str) -> str:
    """The answer without a byte-order mark and without the reasoning that some models write before it, tags and all."""
    text = answer.strip("\ufeff \t\r\n")
    # some chat templates hold the opening tag themselves, so that the answer has the closing one alone
    return text if text.startswith("{") else text.rpartition("</think>")[2].strip()


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise AnswerError("it holds a field twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _draft(event: Any, where: str, quotes: _Quotes, codebook: Codebook, *, rule: str, main: bool) -> EventDraft:
    if not isinstance(event, dict) or event.keys() != _FIELDS:
        found = sorted(event) if isinstance(event, dict) else [type(event).__name__]
        raise AnswerError(f"{where} has the fields {', '.join(found)[:120]} instead of {', '.join(sorted(_FIELDS))}")
    label = codebook.label(event["label"]) if isinstance(event["label"], str) else None
    if label is None:
        raise AnswerError(f"{where} has the label {_shown(event['label'])}, which is not on the list")
    trigger = quotes.find(event["trigger"], f"the trigger of {where}")
    confidence = event["confidence"]
    if isinstance(confidence, bool) or not isinstance(confidence, (int, float)) or not 0 <= confidence <= 1:
        raise AnswerError(f"{where} has the confidence {_shown(confidence)}, which is not from 0 to 1")
    return EventDraft(
        type=label.type,
        span=quotes.sentence.span,
        trigger_span=trigger,
        rule=rule,
        score=float(confidence),
        confidence=round(float(confidence), 2),
        modes=_modes(event["mode"], label, where),
        flags=_flags(event["flags"], where),
        actor_spans=quotes.all(event["actors"], f"the actors of {where}"),
        recipient_spans=quotes.all(event["recipients"], f"the recipients of {where}"),
        fatalities=_deaths(event["deaths"], where),
        main=main,
    )


def _modes(mode: Any, label: Label, where: str) -> tuple[str, ...]:
    if mode is None:
        return ()
    if not isinstance(mode, str) or mode not in label.modes:
        raise AnswerError(f"{where} has the mode {_shown(mode)}, which its label does not have")
    return (mode,)


def _flags(flags: Any, where: str) -> tuple[Flag, ...]:
    if not isinstance(flags, list) or not all(isinstance(flag, str) and flag in _FLAGS for flag in flags):
        raise AnswerError(f"{where} has the flags {_shown(flags)}; known are {', '.join(_FLAGS)}")
    return tuple(flag for flag in _FLAGS if flag in flags)


def _deaths(deaths: Any, where: str) -> Fatalities | None:
    if deaths is None:
        return None
    if not isinstance(deaths, dict) or deaths.keys() != {"low", "best", "high"}:
        raise AnswerError(f"{where} has deaths that are neither null nor low, best and high")
    if any(isinstance(count, bool) or not isinstance(count, int) or count > _DEATHS_MOST for count in deaths.values()):
        raise AnswerError(f"{where} has deaths that are no whole numbers")
    try:
        return Fatalities(deaths["low"], deaths["best"], deaths["high"])
    except RecordError as wrong:
        raise AnswerError(f"{where}: {wrong}") from None


class _Quotes:
    """Finds words that a model copied from a sentence; letters may differ in vowel marks, case and spelling variants, not in words."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._raw = sentence.span.of(sentence.text)
        self._normal: Normal = normalise(self._raw)

    def all(self, words: Any, where: str) -> tuple[Span, ...]:
        if not isinstance(words, list) or len(words) > _NAMES_MOST:
            raise AnswerError(f"{where} are not a list of at most {_NAMES_MOST} texts")
        return tuple(dict.fromkeys(self.find(word, where) for word in words))

    def find(self, words: Any, where: str) -> Span:
        if not isinstance(words, str):
            raise AnswerError(f"{where}: {_shown(words)} is no text")
        at = _occurrence(self._raw, words.strip())
        if at is not None:
            return self._placed(Span(*at))
        key = _occurrence(self._normal.text, search_key(words).strip())
        if key is not None:
            return self._placed(self._normal.raw_span(*key))
        raise AnswerError(f"{where}: {_shown(words)} does not stand in the sentence")

    def _placed(self, inside: Span) -> Span:
        start = self.sentence.span.start
        return Span(start + inside.start, start + inside.end)


def _occurrence(text: str, words: str) -> tuple[int, int] | None:
    """First place of `words` in `text` that does not begin or end within a Latin word or a number; Arabic clitics may stand before it."""
    at = text.find(words) if any(letter.isalnum() for letter in words) else -1
    while at >= 0:
        end = at + len(words)
        if not _within_word(text[at - 1 : at], words[0]) and not _within_word(words[-1], text[end : end + 1]):
            return at, end
        at = text.find(words, at + 1)
    return None


def _within_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not ("ء" <= left <= "ۿ" and "ء" <= right <= "ۿ")


def _shown(value: Any) -> str:
    """The value, short; a lone surrogate becomes a question mark, since it could not be shown."""
    return json.dumps(value, ensure_ascii=False)[:60].encode("utf-8", "replace").decode("utf-8")
