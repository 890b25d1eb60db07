"""Who could speak in a text, and who spoke last: office-holders, experts, bodies, documents, and phrases that point back at them."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from marsad.base.records import SourceKind, Span, Speaker
from marsad.base.script import search_key
from marsad.coding.entities import Found
from marsad.coding.offices_persons import Person
from marsad.coding.reading import Reading, Sent
from marsad.coding.statements_holders import Cue, Holder
from marsad.coding.statements_unnamed import Unnamed

_REMEMBERED = 12  # speakers looked back over for "the same official"
_IN = frozenset(["in", "into", "en", "au", "aux", "dans", "في"])


def _where(sent: Sent, item: Found) -> bool:
    """Whether a state is named as a place (in western Niger): places do not speak."""
    return any(token.key in _IN for token in sent.tokens[max(0, item.first - 2) : item.first])


def _in_longer_name(sent: Sent, item: Found) -> bool:
    """Whether a Latin name goes on with a capital (the Accra Centre for Border Studies): no state speaks by it."""
    behind = sent.tokens[item.last + 1] if item.last + 1 < len(sent.tokens) else None
    return behind is not None and behind.script == "latin" and behind.text[:1].isupper() and behind.start == item.span.end + 1


def _same_again(sent: Sent, person: Person) -> bool:
    """Whether "the same minister" points back at the one named before."""
    if person.name is not None:
        return False
    behind = sent.tokens[person.last + 1].key if person.last + 1 < len(sent.tokens) else ""
    before = sent.tokens[person.first - 1].key if person.first else ""
    return behind in _SAME or before in _SAME


_RETIRED = frozenset(["المتقاعد", "المتقاعده", "متقاعد", "retired", "retraite"])
"""Who has left the service speaks for himself."""
_BARE = frozenset(["minister"])
"""Titles that alone, without a field or a state, mean the last one named before (the minister said)."""
_SAME = frozenset(["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "meme", "same"])


class Memory:
    """Speakers met so far: by surname, the last one, the last document cited, the last expert."""

    def __init__(self, reading: Reading, unnamed: Unnamed) -> None:
        """Take the surnames of all whom the text names in office; `unnamed` knows speakers that no list names."""
        self.reading = reading
        self.unnamed = unnamed
        self.surnames: dict[str, Person] = {}
        for sent in reading.sents:
            for person in sent.persons:
                if person.name:
                    self.surnames.setdefault(search_key(person.name.split()[-1]).removeprefix("ال"), person)
        self.offices: dict[str, Holder] = {}
        self.last: Holder | None = None
        self.before: deque[Holder] = deque(maxlen=_REMEMBERED)
        self.subject: Holder | None = None
        """Who spoke last, or whom by name a sentence without speech was about since: "he" of the next one."""
        self.source: Holder | None = None
        self.expert: Holder | None = None

    def holders(self, sents: Sequence[Sent], cues: Sequence[Cue]) -> Iterator[Holder]:
        """Everybody and everything in these sentences that could speak."""
        for sent in sents:
            covered: list[Span] = []
            for person in sent.persons:
                if not person.counterpart or person.name:
                    covered.append(person.span)
                    if _same_again(sent, person):
                        yield replace(holder_of(person), back="speaker")
                        continue
                    yield replace(holder_of(self._fuller(person)), span=person.span)
            for token in sent.tokens if self.surnames else ():
                known = self.surnames.get(token.key.removeprefix("ال"))
                if (
                    known is not None
                    and token.script in ("arabic", "latin")
                    and len(token.key) > 2
                    and not any(token.span.within(span) for span in covered)
                    and (token.script == "arabic" or token.text[:1].isupper())
                ):
                    yield replace(holder_of(known), span=token.span)
            for item in sent.found:
                if (
                    not item.inner
                    and item.kind in ("org", "type", "group", "country")
                    and item.how != "adjective"
                    and not (item.short and item.kind == "type")
                    and not (item.kind == "country" and (_where(sent, item) or _in_longer_name(sent, item)))
                    and not any(item.span.within(c) for c in covered)
                ):
                    yield _body_holder(item.span, item.span.of(self.reading.text), item.country, media=item.sector == "JRN")
        starts, ends = _stretches(person.span for sent in sents for person in sent.persons)
        for cue in cues:
            at = bisect_right(ends, cue.span.start)
            if at < len(ends) and starts[at] < cue.span.end:
                continue  # a word of an office: the security source
            if cue.sense in ("communique", "same_source"):
                back = "source" if cue.sense == "same_source" else ""
                yield Holder(cue.span, "communique", Speaker(cue.span.of(self.reading.text), span=cue.span), back)
            elif cue.sense == "same_speaker":
                yield Holder(cue.span, "official", None, "speaker")

    def _fuller(self, person: Person) -> Person:
        """Whom a rank and a surname mean (Colonel Camara): the one of that surname whose office the text told."""
        if person.name is None or " " in person.name or person.title != "general":
            return person
        known = self.surnames.get(search_key(person.name).removeprefix("ال"))
        return known if known is not None and known.name is not None and " " in known.name else person

    def resolve(self, holder: Holder) -> Holder:
        """The holder that a phrase points back at; a nameless expert is the last expert named."""
        if holder.back == "speaker":
            return self._again(holder)
        if holder.back == "source":
            return self.source or self.last or holder
        nameless = holder.speaker is not None and holder.speaker.name is None
        if holder.kind == "expert" and holder.title == "expert" and nameless and self.expert is not None:
            return self.expert
        if nameless and holder.title in self.offices and holder.rank > 1:
            known = self.offices[holder.title]
            if holder.speaker is not None and known.speaker is not None and holder.speaker.country in (None, known.speaker.country):
                return replace(known, span=holder.span)
        if nameless and holder.title in _BARE and holder.speaker is not None and " " not in (holder.speaker.office or ""):
            named = (one for one in self._named_before(holder) if one.speaker is not None and one.speaker.name)
            known_minister = next((one for one in named if one.title.endswith(holder.title)), None)
            if known_minister is not None:
                return replace(known_minister, span=holder.span)
        return holder

    def keep(self, holder: Holder) -> None:
        """Note who spoke last."""
        if holder.title and holder.speaker is not None and holder.speaker.name:
            self.offices[holder.title] = holder
        if holder.kind == "communique":
            self.source = holder
        elif holder.kind == "expert":
            self.expert = holder
        self.last = self.subject = holder
        self.before.appendleft(holder)

    def pronoun(self, told: bool) -> Holder | None:
        """Whom a verb of speech without a subject means: with "he" or "she" the last one told of, else the last speaker."""
        return self.subject if told else self.last

    def _named_before(self, holder: Holder) -> Iterator[Holder]:
        """Those in office whom the text names before a place, the last one first."""
        for sent in reversed(self.reading.sents):
            for person in reversed(sent.persons):
                if person.span.end <= holder.span.start and not person.counterpart and not _same_again(sent, person):
                    yield holder_of(person)

    def _again(self, holder: Holder) -> Holder:
        """ "The same Qatari official": the last speaker of that office and state, whoever spoke in between; else whoever spoke last."""
        if holder.speaker is None:
            return self.last or holder
        fits = [one for one in self.before if _fits(one, holder)] or [one for one in self._named_before(holder) if _fits(one, holder)]
        if fits:
            return replace(max(fits, key=lambda one: _shared(one, holder)), span=holder.span)
        return self.last if self.last is not None and holder.speaker.country is None else replace(holder, back="")


def _fits(one: Holder, same: Holder) -> bool:
    """Whether an earlier speaker may be "the same official": of the same office, or any office for one so general, and no other state."""
    if one.speaker is None or same.speaker is None or one.kind != same.kind:
        return False
    if same.title not in (one.title, "official"):
        return False
    return None in (one.speaker.country, same.speaker.country) or one.speaker.country == same.speaker.country


def _shared(one: Holder, same: Holder) -> tuple[bool, int]:
    """How well an earlier speaker fits: by the state, then by the words of the office."""
    words = [
        {word.removeprefix("ال") for word in search_key(who.speaker.office or "").split()} if who.speaker else set[str]()
        for who in (one, same)
    ]
    stated = same.speaker is not None and same.speaker.country is not None
    agree = one.speaker is not None and same.speaker is not None and one.speaker.country == same.speaker.country
    return stated and agree, len(words[0] & words[1])


def holder_of(person: Person) -> Holder:
    kind: SourceKind = "official"
    if person.expert or any(token in _RETIRED for token in search_key(person.office).split()):
        kind = "witness" if person.title == "witness" else "expert"
    name = None if kind == "witness" else person.name  # witnesses are never named
    return Holder(
        person.span,
        kind,
        Speaker(name, person.office or None, person.organisation, person.country, person.span),
        rank=person.rank,
        title=person.title,
    )


def _body_holder(span: Span, text: str, country: str | None, *, media: bool) -> Holder:
    return Holder(span, "newspaper" if media else "official", Speaker(None, None, text, country, span), rank=0.5)


def _stretches(spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    """Starts and ends, rising, of the stretches that spans cover together: a cue is looked up among them, not held against each."""
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans, key=lambda span: span.start):
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return starts, ends
