"""Frames: which senses, in which order and how near, make a piece of evidence for an event type; with weights from the lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast, get_args

from marsad.base.errors import LexiconError
from marsad.base.records import QUAD_CLASS, Flag, Language
from marsad.coding.lexicon import LANGUAGES, Lexicon
from marsad.coding.lexicon_entries import Entry
from marsad.coding.triggers import Hits, Vocabulary

FRAMES = "event_frames"
_STEP = re.compile(r"([>~])(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern over senses.

    Attributes:
        steps: (order, reach, senses) for each element after the first; order ">" forwards or "~" either way; reach in tokens.
        weight: evidence for the type itself. pull: evidence that the sentence is mostly about the type's quad class.
        trigger: which element is the trigger, from 0.
        takes: types whose triggers inside the frame are its object and no act of their own ("lifted the curfew").
        lang: the one language whose sentences it reads, where it is not for all.
        flag: what the frame shows the act to be: called for, and so to come.
    """

    id: str
    type: str
    first: tuple[int, ...]
    steps: tuple[tuple[str, int, tuple[int, ...]], ...]
    weight: float
    pull: float
    mode: str | None
    trigger: int
    takes: frozenset[str]
    lang: str | None = None
    flag: Flag | None = None


class Fired(NamedTuple):
    """A frame found in a sentence, with the token positions of its trigger and of all it covers."""

    frame: Frame
    trigger: tuple[int, int]
    first: int
    last: int


class FrameIndex:
    """All frames, found by the sense that they begin with."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self.frames = tuple(_parse(entry, vocabulary.senses) for entry in lexicon.section(FRAMES).values())
        self._by_sense: dict[str, dict[int, list[Frame]]] = {lang: defaultdict(list) for lang in LANGUAGES}
        for frame in self.frames:
            for lang in LANGUAGES if frame.lang is None else (frame.lang,):
                for sense in frame.first:
                    self._by_sense[lang][sense].append(frame)

    def match(self, hits: Hits, lang: Language) -> list[Fired]:
        """Every frame of a language that the hits hold, each at most once, at its first place in the sentence."""
        found: dict[str, Fired] = {}
        by_sense, present = self._by_sense[lang], hits.keys()
        for sense, places in hits.items():
            for frame in by_sense.get(sense, ()):
                if frame.steps and present.isdisjoint(frame.steps[0][2]):  # most frames: told before anything else is asked
                    continue
                if frame.id in found and found[frame.id].first <= places[0][0]:
                    continue
                fired = _place(frame, places, hits)
                if fired is not None:
                    found[frame.id] = fired
        return list(found.values())


def without_objects(fired: list[Fired]) -> list[Fired]:
    """The frames found, without those whose trigger is the object of another one's act."""
    takers = [one for one in fired if one.frame.takes]
    if not takers or len(fired) == 1:
        return fired
    taken = {
        id(one)
        for by in takers
        for one in fired
        if by.first <= one.trigger[0] <= by.last and one.frame.type in by.frame.takes and by.trigger != one.trigger
    }
    return [one for one in fired if id(one) not in taken] if taken else fired


def _place(frame: Frame, places: list[tuple[int, int]], hits: Hits) -> Fired | None:
    """The frame at the first of the places from which all its steps can be gone."""
    steps = frame.steps
    if not steps:
        start, end = places[0]
        return Fired(frame, places[0], start, end)
    for _, _, senses in steps[1:]:
        if hits.keys().isdisjoint(senses):  # what most frames lack is told sooner so than from each place
            return None
    for place in places:
        chain = [place]
        for order, reach, senses in steps:
            after = _next(chain[-1], order, reach, senses, hits)
            if after is None:
                break
            chain.append(after)
        else:
            return Fired(frame, chain[frame.trigger], min([a for a, _ in chain]), max([b for _, b in chain]))
    return None


def _next(from_: tuple[int, int], order: str, reach: int, senses: tuple[int, ...], hits: Hits) -> tuple[int, int] | None:
    start, end = from_
    best: tuple[int, int] | None = None
    for sense in senses:
        for place in hits.get(sense, ()):
            if place[0] > end + reach:
                break
            ahead = end < place[0]
            behind = order == "~" and place[1] < start and start - place[1] <= reach
            if (ahead or behind) and (best is None or abs(place[0] - end) < abs(best[0] - end)):
                best = place
    return best


def _parse(entry: Entry, senses: Mapping[str, int]) -> Frame:
    """A frame from its line.

    Raises:
        LexiconError: no PLOVER type, no flag or no language that is read, a sense that no word carries, or a pattern that does not
            alternate senses and reaches.
    """
    where = f"{entry.file}:{entry.line}: frame {entry.id!r}"
    type_ = entry.text("type")
    if type_ not in QUAD_CLASS:
        raise LexiconError(f"{where}: type must be one of {', '.join(QUAD_CLASS)}, not {type_!r}")
    lang = entry.text("lang")
    if lang is not None and lang not in LANGUAGES:
        raise LexiconError(f"{where}: lang must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    parts = (entry.text("pattern") or "").split()
    if len(parts) % 2 == 0:
        raise LexiconError(f"{where}: pattern must alternate senses and reaches, such as 'kill ~3 number|person'")
    steps = []
    for step, names in zip(parts[1::2], parts[2::2], strict=True):
        match = _STEP.fullmatch(step)
        if match is None:
            raise LexiconError(f"{where}: {step!r} is no reach: write > (forwards) or ~ (either way) and a number of words")
        steps.append((match[1], int(match[2]), _senses(names, senses, where)))
    return Frame(
        id=entry.id,
        type=type_,
        first=_senses(parts[0], senses, where),
        steps=tuple(steps),
        weight=entry.number("weight", 1.0),
        pull=entry.number("pull", 0.0),
        mode=entry.text("mode"),
        trigger=int(entry.number("trigger", 0)),
        takes=frozenset(entry.words("takes")),
        lang=lang,
        flag=_flag(entry.text("flag"), where),
    )


def _flag(name: str | None, where: str) -> Flag | None:
    if name is not None and name not in get_args(Flag):
        raise LexiconError(f"{where}: flag must be one of {', '.join(get_args(Flag))}, not {name!r}")
    return cast(Flag | None, name)


def _senses(names: str, senses: Mapping[str, int], where: str) -> tuple[int, ...]:
    unknown = [name for name in names.split("|") if name not in senses]
    if unknown:
        raise LexiconError(f"{where}: no word carries the sense {', '.join(unknown)}: see the field sense of the event words")
    return tuple(senses[name] for name in names.split("|"))
