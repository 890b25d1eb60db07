"""Other readers, same contract: a model that is asked about each sentence in place of the event rules; off unless settings choose one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from marsad.base.errors import AnswerError, ReaderError
from marsad.base.records import Document, Event, Record, Reject, Span
from marsad.coding.coder import Coder, Kept
from marsad.coding.drafts import EventDraft, NonEventDraft, Sentence
from marsad.coding.lexicon import load_lexicon
from marsad.coding.readers_answers import parse_answer
from marsad.coding.readers_codebook import Codebook, asked_again, load_codebook

Ask = Callable[[Sequence[Mapping[str, str]]], str]
"""Messages of a chat in, the text of the answer out; raises AnswerError for this question, ReaderError for all."""

_SHARE_FROM = 25  # sentences asked before the share set aside is judged: below it one bad answer weighs too much
_KEPT_MOST = 300  # characters of an unusable answer that its reject keeps


class Reader(Protocol):
    """Whatever reads a document into records: the rules (`coder.Coder`) or a model that is asked."""

    @property
    def name(self) -> str:
        """What events carry as their coder."""

    def read(self, document: Document, *, line: int | None = None) -> tuple[Record, ...]:
        """The records of a document, in the order of the text; `line` names it where each line of a file is a document."""

    def kept(self, document: Document, *, line: int | None = None) -> Kept:
        """What may leave memory: the document with names of private persons hidden, by rules whoever reads, and its records."""

    def discreet(self, document: Document) -> Document:
        """The document alone as `kept` gives it; nobody is asked."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """When a reader gives up.

    Attributes:
        answers: times one sentence is asked about before it is set aside, at least 1; the model is told what was wrong.
        in_a_row: sentences set aside one after the other that stop the reading: the model is down, or cannot do it.
        share: share of all sentences, 0 to 1, that may be set aside; above it the reading would be a wrong picture.
    """

    answers: int = 2
    in_a_row: int = 5
    share: float = 0.2

    def __post_init__(self) -> None:
        if self.answers < 1 or self.in_a_row < 1 or not 0 <= self.share <= 1:
            raise ReaderError(f"bounds need at least one answer and one sentence, and a share from 0 to 1: {self}")


@dataclass(slots=True)
class Counts:
    """What a reader has done so far: sentences asked about, answers had (more than one where it was asked again), set aside."""

    asked: int = 0
    answers: int = 0
    aside: int = 0
    in_a_row: int = 0


class AskingDrafter:
    """Drafts the events of a sentence by asking a model; what cannot be used is put in `rejects`, and counted."""

    def __init__(self, ask: Ask, rule: str, *, codebook: Codebook | None = None, bounds: Bounds | None = None) -> None:
        """Take the callable that asks; `rule` is the rule that drafts carry."""
        self._ask = ask
        self._rule = rule
        self._codebook = codebook or load_codebook()
        self._bounds = bounds or Bounds()
        self.counts = Counts()
        self.rejects: list[tuple[Span, str, str]] = []

    def code_sentence(self, sentence: Sentence) -> tuple[list[EventDraft], list[NonEventDraft]]:
        """Events of one sentence; none, and a reject with its reason, where no answer could be used.

        Raises:
            ReaderError: the model cannot be asked at all, or too many sentences had to be set aside.
        """
        if not any(letter.isalpha() for letter in sentence.span.of(sentence.text)):
            return [], []
        self.counts.asked += 1
        answer = ""
        messages: list[Mapping[str, str]] = [*self._codebook.messages(sentence)]
        try:
            for _ in range(self._bounds.answers):
                self.counts.answers += 1
                answer = ""
                # a lone surrogate, which JSON can spell, could be neither stored nor shown
                answer = self._ask(messages).encode("utf-8", "replace").decode("utf-8")
                try:
                    drafts = parse_answer(answer, sentence, self._codebook, self._rule)
                except AnswerError as wrong:
                    why = f"{wrong}"
                    messages = [*messages[:2], {"role": "assistant", "content": answer[:2000]}, asked_again(why)]
                    continue
                self.counts.in_a_row = 0
                return drafts, []
            raise AnswerError(f"the answer cannot be used after {self._bounds.answers} tries: {why}")
        except AnswerError as wrong:
            self._set_aside(sentence.span, str(wrong), answer)
        return [], []

    def _set_aside(self, span: Span, why: str, answer: str) -> None:
        self.rejects.append((span, why, answer[:_KEPT_MOST]))
        counts, bounds = self.counts, self._bounds
        counts.aside += 1
        counts.in_a_row += 1
        if counts.in_a_row >= bounds.in_a_row:
            raise ReaderError(
                f"{self._rule}: {counts.in_a_row} sentences in a row could not be read; the last: {why}. Check the model, or read by rules"
            )
        if counts.asked >= _SHARE_FROM and counts.aside > bounds.share * counts.asked:
            raise ReaderError(
                f"{self._rule}: {counts.aside} of {counts.asked} sentences could not be read, and at most {bounds.share:.0%} may be; "
                f"the last: {why}. Choose another model, or read by rules"
            )


class AskingReader:
    """Reads documents as the rules do, with each sentence's events asked of a model.

    Names, places, dates, statements and engagements stay with the rules: a model's words are looked up in the same lexicon, so that a
    private person's name finds no way in. Each event of the model names it as its coder.
    """

    def __init__(
        self,
        ask: Ask,
        name: str,
        *,
        codebook: Codebook | None = None,
        bounds: Bounds | None = None,
        lexicon_files: Iterable[str | Path] = (),
    ) -> None:
        """Compile the lexicon; nothing is asked before the first document.

        Args:
            ask: messages in, text out.
            name: way and model, such as `endpoint:qwen3-32b`; what events carry as their coder.
            codebook: labels and definitions; the shipped ones if not given.
            bounds: when to give up.
            lexicon_files: the user's own lexicon files.

        Raises:
            LexiconError: an entry is malformed.
        """
        self.name = name
        self._rule = f"reader:{name}"
        self._drafter = AskingDrafter(ask, self._rule, codebook=codebook, bounds=bounds)
        self._coder = Coder(load_lexicon(lexicon_files), self._drafter)

    @property
    def counts(self) -> Counts:
        """What has been asked so far, over all documents."""
        return self._drafter.counts

    def read(self, document: Document, *, line: int | None = None) -> tuple[Record, ...]:
        """The records of a document, in the order of the text; then a Reject for each sentence whose answer could not be used.

        Args:
            document: boilerplate paragraphs are not read.
            line: number of the line that the document is, where each line of a file is a document.

        Raises:
            ReaderError: the model cannot be asked, or too many sentences had to be set aside.
        """
        return self.kept(document, line=line).records

    def kept(self, document: Document, *, line: int | None = None) -> Kept:
        """The document as it may be kept, and what `read` gives; what is told of an unusable answer holds no private name either.

        Raises:
            ReaderError: the model cannot be asked, or too many sentences had to be set aside.
        """
        self._drafter.rejects.clear()
        mask, found = self._coder.masked(document, line=line)
        named = [replace(one, coder=self.name) if isinstance(one, Event) and one.rule == self._rule else one for one in found]
        aside = (mask.record(self._reject(document, line, *one)) for one in self._drafter.rejects)
        return Kept(mask.document(document), (*named, *aside))

    def discreet(self, document: Document) -> Document:
        """The document as it may be kept; the model is not asked."""
        return self._coder.discreet(document)

    def _reject(self, document: Document, line: int | None, span: Span, why: str, answer: str) -> Reject:
        where = f"characters {span.start} to {span.end}" if line is None else f"line {line}, characters {span.start} to {span.end}"
        return Reject(self.name, f"{document.path}, {where}", why, answer)
