"""What a meeting was about and what it agreed: the phrases behind a cue, cut where one thing ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Outcome, Span, Topic
from marsad.base.script import Token, search_key
from marsad.coding.engagements_clauses import RELATIVES, relative_opens
from marsad.coding.engagements_dealt import clause_start
from marsad.coding.engagements_told import Told
from marsad.coding.lexicon import Lexicon
from marsad.coding.phrases import Phrase, PhraseIndex, Shelf

_EDGE = ' \t\n،,؛;:.«»“”"'
_AND = ("et", "and")
_CLOSING = frozenset('"”»')
_OPENING = frozenset('"“«„')
_LOOSE = ("et", "and", "كما", "حيث", "ثم", "puis", "then", "also", "egalement", "ont", "have", "ainsi", "que")
"""Words left over before the next clause."""
_COMPANY_REACH = 3  # words between "along with" and who came along
_NEXT = ("outcomes", "topics", "topics_before", "delegation")
_SAID = ("said", "says", "announced", "a", "ont")
_SPEAKER = 7  # words of a speaker between the last comma and the verb
_ADDING = frozenset(map(search_key, [
    "مبرزا", "مضيفا", "مشيرا", "مؤكدا", "موضحا", "معتبرا", "لافتا", "مشددا", "مبرزة", "مضيفة", "مشيرة", "مؤكدة", "موضحة", "معتبرة", "لافتة",
    "مشددة", "ajoutant", "précisant", "soulignant", "indiquant", "rappelant", "estimant", "adding", "noting", "stressing", "saying",
]))  # fmt: skip
"""Participles with which a speaker goes on behind what was agreed."""
_STOPS = ("announced", "says", "وذلك", "حسب", "وفق", "selon", "said", "according")


class TalkReader:
    """Cuts topics and outcomes out of a sentence. One reader serves any number of documents."""

    def __init__(self, lexicon: Lexicon, shelf: Shelf | None = None) -> None:
        """Take the joining phrases and the heads of topics."""
        section = lexicon.section("engagement_cues")
        self._joins = PhraseIndex([section["topic_joins"]], shelf)
        self._heads = frozenset(search_key(word) for _, word in section["topic_heads"].names())

    def topics(self, told: Told, text: str) -> list[tuple[int, list[Topic]]]:
        """What was talked about, each in the text's own words, by the token at which a run of topics begins."""
        cues = [cue for cue in told.cues if cue.sense in ("topics", "topics_before")]
        about = None if any(cue.sense == "topics" for cue in cues) else _about(told)
        runs: dict[int, list[Span]] = {}
        for cue in [*cues, about] if about is not None else cues:
            if cue.sense == "topics_before":
                start: int | None = clause_start(told.sent.tokens, cue.first)
                runs[start or 0] = self._cut(told.sent.tokens, start or 0, cue.first, text)
            elif self._opens(told, cue.last + 1):
                start = self._start(told, cue)
                if start is not None:
                    runs[start] = self._items(told, start, text, stops_at_meetings=True)
        return [(start, [Topic(span.of(text), span) for span in spans]) for start, spans in sorted(runs.items())]

    def _start(self, told: Told, cue: Phrase) -> int | None:
        """Where the topics of a cue begin; None where it says with whom, and not about what."""
        tokens = told.sent.tokens
        if not any(word.first == cue.first and word.sense == "meet" for word in told.triggers):
            return _past_subject(told, cue.last + 1)
        spoken = max((party.last for party in told.parties if party.first > cue.last), default=cue.last)
        return next((at for at in range(spoken + 1, len(tokens)) if tokens[at].key.removeprefix("و") in self._heads), None)

    def outcomes(self, told: Told, text: str) -> list[Outcome]:
        """What was agreed; whether it was carried out nobody has said yet, so the status is unknown."""
        cues = [cue for cue in told.cues if cue.sense == "outcomes"]
        spans = [span for cue in cues for span in self._items(told, _past_subject(told, cue.last + 1), text, stops_at_meetings=False)]
        return [Outcome(span.of(text), "unknown", span) for span in dict.fromkeys(spans)]

    def _opens(self, told: Told, at: int) -> bool:
        """Whether a topic follows: a clause introduced by "that" is a finding, not a topic."""
        tokens = told.sent.tokens
        return at < len(tokens) and tokens[at].key not in ("ان", "أن", "que", "that")

    def _items(self, told: Told, start: int, text: str, *, stops_at_meetings: bool) -> list[Span]:
        return self._cut(told.sent.tokens, start, self._end(told, start, stops_at_meetings), text)

    def _cut(self, tokens: Sequence[Token], start: int, stop: int, text: str) -> list[Span]:
        marks = self._cuts(tokens, start, stop)
        spans: list[Span] = []
        begin = start
        for first, after, _ in [*marks, (stop, stop, 0)]:
            if first > begin:
                spans.append(_span(tokens, begin, first, text, skip=_skip_of(marks, begin)))
            begin = after
        return [span for span in spans if len(span.of(text)) > 2]

    def _end(self, told: Told, start: int, stops_at_meetings: bool) -> int:
        tokens = told.sent.tokens
        at = start
        while at < len(tokens):
            token = tokens[at]
            if token.text in (".", "!", "?", "؟", "؛", ";") or token.key in _STOPS:
                break
            if token.key in _ADDING and at > start and tokens[at - 1].text in ("،", ","):
                break  # "..., adding that": whoever tells of it goes on
            if token.text in _CLOSING and _closes(tokens, start, at):
                break
            if at > start + 2 and any(cue.first == at and self._next(told, cue) for cue in told.cues):
                break
            if (
                stops_at_meetings
                and at > start + 2
                and token.text in ("،", ",")
                and any(word.first in (at + 1, at + 2) and word.sense != "talks" for word in told.triggers)
            ):
                break
            at += 1
        if at < len(tokens) and tokens[at].key in _SAID:  # "..., the presidency said": the speaker is no topic
            at = next((n for n in range(at - 1, max(start, at - _SPEAKER), -1) if tokens[n].text == ","), at)
        while at > start and at <= len(tokens) and (tokens[at - 1].text in ("،", ",") or tokens[at - 1].key in _LOOSE):
            at -= 1
        return at

    def _next(self, told: Told, cue: Phrase) -> bool:
        """Whether the next clause begins with a cue; "along with" goes on with the topics unless somebody stands behind it."""
        tokens = told.sent.tokens
        joins = cue.sense == "delegation" and any(phrase.first == cue.first for phrase in self._joins.find(tokens))
        return cue.sense in _NEXT and not (joins and not any(0 < party.first - cue.last <= _COMPANY_REACH for party in told.parties))

    def _cuts(self, tokens: Sequence[Token], start: int, stop: int) -> list[tuple[int, int, int]]:
        """(where an item ends, where the next begins, letters to leave out of its first word) for each cut."""
        joins = {phrase.first: phrase for phrase in self._joins.find(tokens) if start < phrase.first < stop}
        found: list[tuple[int, int, int]] = []
        latin = tokens[start].script == "latin" if start < stop else False
        at = start + 1
        while at < stop:
            token = tokens[at]
            comma = tokens[at - 1].text in ("،", ",")
            if at in joins:
                found.append((at - 1 if comma else at, joins[at].last + 1, 0))
                at = joins[at].last + 1
                continue
            if latin:
                cut = self._latin_cut(tokens, start, at, stop)
                if cut is not None:
                    found.append(cut)
                    at = cut[1]
                    continue
            elif token.key.startswith("و") and len(token.key) > 3 and not latin:
                if token.key == "وعلي":
                    found.append((at - 1 if comma else at, at + 1, 0))
                    at += 1
                    continue
                head = token.key[1:] in self._heads
                if (comma and token.key[1:] not in RELATIVES) or (head and tokens[at - 1].key not in self._heads):
                    found.append((at - 1 if comma else at, at, 1))
            at += 1
        return found

    def _latin_cut(self, tokens: Sequence[Token], start: int, at: int, stop: int) -> tuple[int, int, int] | None:
        token = tokens[at]
        listed = any(_parts(tokens, n, stop) for n in range(start, stop))
        if token.text == ",":
            after = _past_and(tokens, at, stop)
            return (at, after, 0) if after < stop and not relative_opens(tokens, after, stop) else None
        if token.key in _AND and _within_date(tokens, at):
            return None
        if token.key not in _AND or relative_opens(tokens, at + 1, stop) or _inside_relative(tokens, start, at):
            return None
        if _parallel(tokens, start, stop):
            return (at, at + 1, 0) if tokens[at + 1].key in _ANEW_TO else None
        if (not listed and at - start >= 2 and stop - at > 2) or (listed and not any(_parts(tokens, n, stop) for n in range(at, stop))):
            return at, at + 1, 0
        return None


def _within_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two numbers (on 14 and 15 June)."""
    return at + 1 < len(tokens) and tokens[at - 1].text[:1].isdigit() and tokens[at + 1].text[:1].isdigit()


def _parallel(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the things agreed are told in parallel ("to set up ... and to share ... and ..."): other words "and" part nothing."""
    link = tokens[start - 1].key if start else ""
    return link in _ANEW_TO and any(
        tokens[at].key in _AND and tokens[at + 1].key in _ANEW_TO for at in range(start, min(stop, len(tokens) - 1))
    )


def _past_and(tokens: Sequence[Token], at: int, stop: int) -> int:
    """The first position behind a comma and the "and" after it."""
    after = at + 1
    while after < stop and tokens[after].key in _AND:
        after += 1
    return after


def _parts(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a comma stands at `at` that parts one thing from the next; before a relative clause it does not."""
    return tokens[at].text == "," and not relative_opens(tokens, _past_and(tokens, at, stop), stop)


def _inside_relative(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether "and" at `at` goes on with a relative clause ("which will meet in June and report"): a verb follows, no article or "to"."""
    back = next((n for n in range(at - 1, start, -1) if tokens[n].text == "," or relative_opens(tokens, n, at)), start)
    return relative_opens(tokens, back, at) and at + 1 < len(tokens) and tokens[at + 1].key not in _ANEW


def _closes(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a mark at `at` ends a quotation that began before `start`; a straight one opens where an even number stands before it."""
    if tokens[at].text == '"' and sum(token.text == '"' for token in tokens[:at]) % 2 == 0:
        return not any(token.text == '"' for token in tokens[at + 1 :])
    return not any(tokens[back].text in _OPENING for back in range(start, at))


_ANEW_TO = ("to", "de", "d'")
_ANEW = frozenset(["de", "d'", "du", "des", "la", "le", "l'", "les", "un", "une", "a", "an", "the", "to", "on"])
"""Words with which the next thing agreed begins."""


def _about(told: Told) -> Phrase | None:
    """The word that says what a meeting told before it was about (spoke by phone with ... about ..., held talks ... on ...)."""
    said = [word for word in told.triggers if word.sense in _TALKING]
    if not said:
        return None
    tokens = told.sent.tokens
    for at in range(said[0].last + 1, len(tokens) - 1):
        following = tokens[at + 1]
        plain = following.script == "latin" and following.text[:1].islower() and following.key not in _NO_TOPIC
        if tokens[at].key in _GATHERINGS:
            return None
        if tokens[at].key in ("on", "sur") and plain and not (at + 2 < len(tokens) and tokens[at + 2].key in _NO_TOPIC):
            return Phrase("topics", at, at, tokens[at].span)
        cue = next((cue for cue in told.cues if cue.sense == "about" and cue.first == at), None)
        if cue is not None:
            return cue
    return None


_NO_TOPIC = frozenset([
    "sidelines", "margins", "board", "behalf", "place", "invitation", "instruction", "instructions", "his", "her", "ordre",
])  # fmt: skip
_GATHERINGS = frozenset(["forum", "conference", "marge", "sidelines", "margins", "sommet", "summit"])
"""Nouns that have a subject of their own (on the sidelines of a forum on peace)."""
_TALKING = ("meet", "call", "receive", "received_by", "joined")
_SUBJECTS = frozenset(
    search_key(word)
    for word in [
        "الجانبان",
        "الطرفان",
        "الوزيران",
        "المسؤولان",
        "الرئيسان",
        "القائدان",
        "الجانبين",
        "الطرفين",
        "خلالها",
        "خلاله",
        "فيها",
        "فيه",
        "أيضا",
        "اللجنة",
        "الوفدان",
        "الوفدين",
        "القائدين",
        "المسؤولين",
        "الوزيرين",
        "الرئيسين",
        "الجنرالان",
        "المديران",
        "الجيشان",
    ]
)
_SOURCES = frozenset(["وفق", "حسب", "بحسب", "selon", "according"])
"""Words of a source set off by commas between a verb and what it deals with (the talks, according to a statement, dealt with ...)."""
_DEALT = frozenset(map(search_key, ["بحث", "مناقشة", "استعراض", "تدارس"]))
_LEADING = frozenset(["علي", "du", "au", "aux", "de", "d'", "to", "a", "que", "qu'", "on", "sur"])


def _past_subject(told: Told, at: int) -> int:
    """Where the topics begin, the subject of an Arabic verb passed over (the talks dealt with ...)."""
    tokens = told.sent.tokens
    moved = True
    while moved and at < len(tokens):
        moved = False
        pointer = next((word for word in told.triggers if word.first == at and word.sense == "talks"), None)
        if pointer is not None:
            at, moved = pointer.last + 1, True
        elif tokens[at].key in _SUBJECTS or tokens[at].key in ("خلال", "هذا", "هذه"):
            at, moved = at + 1, True
        elif tokens[at].text in ("،", ",") and at + 1 < len(tokens) and tokens[at + 1].key in _SOURCES:
            closing = next((n for n in range(at + 2, min(at + 12, len(tokens))) if tokens[n].text in ("،", ",")), None)
            if closing is not None:
                at, moved = closing + 1, True
    return at


def _skip_of(marks: Sequence[tuple[int, int, int]], begin: int) -> int:
    return next((skip for _, after, skip in marks if after == begin), 0)


def _span(tokens: Sequence[Token], first: int, end: int, text: str, *, skip: int) -> Span:
    while first < end - 1 and not skip and tokens[first].key in _LEADING and tokens[first].text != "a":
        first += 1
    if not skip and first and first < end - 1 and tokens[first].key in _DEALT and tokens[first - 1].script == "arabic":
        first += 1  # "along with the discussion of": the thing itself
    if skip and first < end - 1 and tokens[first].key[skip:] in _LEADING:
        first, skip = first + 1, 0
    while end - 1 > first and tokens[end - 1].key in _AND:
        end -= 1
    start, stop = tokens[first].start + skip, tokens[end - 1].end
    while start < stop and text[start] in _EDGE:
        start += 1
    while stop > start and text[stop - 1] in _EDGE:
        stop -= 1
    return Span(start, stop)
