"""The story of a partnership: meetings told once each, in order; what followed from which; what was agreed, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from marsad.base.months import last_day, month_of_date
from marsad.base.records import Document, Engagement, Mention, Span
from marsad.base.script import sentences, stem, tokenize

SAME_SHARE, SAME_WORDS = 0.6, 2
"""Share of their words, and how many at least, that two outcomes share to be one."""

DAYS_APART = 3
"""Days by which the dates of one meeting may differ between documents."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An engagement, told once however many documents tell it; people stand as offices only.

    Attributes:
        id: of the first record of it.
        records: ids of all records of it.
        form: meeting, visit, call, summit or agreement.
        start: first day; None where no document says.
        end: last day, or the day it was reported at the latest.
        other_dates: other end days that documents give for it.
        country: where it was held.
        offices: (ISO code or "", office) of those who took part, delegations left out.
        topics: in the documents' words.
        documents: that tell it, copies left out.
        follows: meetings it follows up.
        part_of: visits it is part of.
    """

    id: str
    records: tuple[str, ...]
    form: str
    start: date | None
    end: date | None
    other_dates: tuple[date, ...]
    country: str | None
    offices: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    documents: tuple[str, ...]
    follows: tuple[str, ...]
    part_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Meetings that follow up one another, oldest first."""

    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A status (0 to 3, unknown, superseded), the document that gives it, and its day; None where the document has no date."""

    status: str
    document: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence of a later document that takes an outcome up again; what it means for the status is for a reader to say."""

    document: str
    day: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OutcomeState:
    """What was agreed, and what became of it.

    Attributes:
        meeting: id of the meeting at which it was agreed.
        text: in the document's words.
        status: the latest: 0 not initiated, 1 minimum, 2 intermediate, 3 full, unknown, superseded.
        changes: each status with its document, oldest first.
        echoes: later sentences that take it up.
        due: day by which it was promised; None where none was named.
        overdue: `day-passed` or `no-word`; None where it is neither, or done, or superseded.
        months_since: months since it was agreed; None where the day is not known.
    """

    meeting: str
    text: str
    status: str
    changes: tuple[StatusChange, ...]
    echoes: tuple[Echo, ...]
    due: date | None
    overdue: str | None
    months_since: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """Meetings, chains and outcomes of one pair."""

    meetings: tuple[Meeting, ...]
    chains: tuple[Chain, ...]
    outcomes: tuple[OutcomeState, ...]


def story(
    sides: frozenset[str],
    month: int,
    *,
    engagements: Iterable[Engagement],
    documents: Sequence[Document],
    mentions: Iterable[Mention],
    due: Mapping[tuple[str, int], date],
    judged: Mapping[tuple[str, int], Sequence[tuple[str, str]]],
    patience: int,
) -> Story:
    """The meetings in which all `sides` (ISO codes, organisations such as `org:au`) take part, to that month, and what came of them."""
    papers = {d.id: d for d in documents if d.published is None or month_of_date(d.published) <= month}
    own = [e for e in engagements if sides <= parties(e) | organisations(e) and (e.date.end is None or month_of_date(e.date.end) <= month)]
    groups = _same(own)
    head = {e.id: group[0].id for group in groups for e in group}
    meetings = sorted((_meeting(group, head, papers) for group in groups), key=lambda m: (m.end or date.max, m.start or date.max, m.id))
    people = {key: tuple(_judgement(one, papers) for one in told) for key, told in judged.items()}
    outcomes = _outcomes(groups, papers, month, due=due, judged=people, patience=patience, names=_names(mentions))
    return Story(tuple(meetings), _chains(meetings), tuple(outcomes))


def parties(engagement: Engagement) -> frozenset[str]:
    """Countries that take part, are host, or are the place."""
    named = [*(p.country for p in engagement.participants), engagement.place.country if engagement.place else None]
    host = engagement.host
    if host and len(host) == 3 and host.isascii() and host.isupper():
        named.append(host)
    return frozenset(code for code in named if code)


def organisations(engagement: Engagement) -> frozenset[str]:
    """Organisations of the entity table that take part."""
    return frozenset(p.entity for p in engagement.participants if p.entity and p.entity.startswith("org:"))


def _same(own: Sequence[Engagement]) -> list[list[Engagement]]:
    """Records of one meeting together: tied by the coder, or of the same form between the same parties at the same time."""
    groups: list[list[Engagement]] = []
    for engagement in sorted(own, key=lambda e: (-len(e.outcomes) - len(e.topics), e.id)):
        group = next((g for g in groups if any(_one(engagement, other) for other in g)), None)
        if group is None:
            groups.append([engagement])
        else:
            group.append(engagement)
    return groups


def _one(a: Engagement, b: Engagement) -> bool:
    tied = any(link.rel == "same_as" and link.to == b.id for link in a.links) or any(
        link.rel == "same_as" and link.to == a.id for link in b.links
    )
    if tied:
        return True
    # two meetings of one day in one text are two: the writer tells them apart
    if a.document == b.document or a.form != b.form or a.date.end is None or b.date.end is None:
        return False
    if not (parties(a) <= parties(b) or parties(b) <= parties(a)):
        return False
    return abs((a.date.end - b.date.end).days) <= (0 if a.date.start and b.date.start else DAYS_APART)


def _meeting(group: Sequence[Engagement], head: Mapping[str, str], papers: Mapping[str, Document]) -> Meeting:
    # a stated day beats a bound
    first = next((e for e in group if e.date.start is not None), group[0])
    ends = dict.fromkeys(e.date.end for e in group if e.date.end and e.date.start)
    links = [(link.rel, head.get(link.to, link.to)) for e in group for link in e.links]
    offices = dict.fromkeys((p.country or "", p.office) for e in group for p in e.participants if p.office and not p.delegation)
    return Meeting(
        id=head[group[0].id], records=tuple(e.id for e in group), form=first.form, start=first.date.start, end=first.date.end,
        other_dates=tuple(sorted(day for day in ends if day != first.date.end)),
        country=next((e.place.country for e in group if e.place and e.place.country), None), offices=tuple(offices),
        topics=tuple(dict.fromkeys(topic.text for e in group for topic in e.topics)),
        documents=tuple(dict.fromkeys(_original(e.document, papers) for e in group)),
        follows=tuple(dict.fromkeys(to for rel, to in links if rel == "follow_up_of" and to != head[group[0].id])),
        part_of=tuple(dict.fromkeys(to for rel, to in links if rel == "part_of" and to != head[group[0].id])),
    )  # fmt: skip


def _original(document: str, papers: Mapping[str, Document]) -> str:
    paper = papers.get(document)
    return paper.near_duplicate_of if paper and paper.near_duplicate_of else document


def _chains(meetings: Sequence[Meeting]) -> tuple[Chain, ...]:
    """Each stretch of meetings joined by following up, once, oldest first."""
    order = {meeting.id: number for number, meeting in enumerate(meetings)}
    root = {meeting.id: meeting.id for meeting in meetings}

    def top(one: str) -> str:
        while root[one] != one:
            one = root[one]
        return one

    for meeting in meetings:
        for other in meeting.follows:
            if other in root:
                root[top(meeting.id)] = top(other)
    joined: dict[str, list[str]] = defaultdict(list)
    for meeting in meetings:
        joined[top(meeting.id)].append(meeting.id)
    return tuple(Chain(tuple(sorted(ids, key=order.__getitem__))) for ids in joined.values() if len(ids) > 1)


def _outcomes(
    groups: Sequence[Sequence[Engagement]],
    papers: Mapping[str, Document],
    month: int,
    *,
    due: Mapping[tuple[str, int], date],
    judged: Mapping[tuple[str, int], tuple[StatusChange, ...]],
    patience: int,
    names: Mapping[str, Sequence[Span]],
) -> list[OutcomeState]:
    made: list[OutcomeState] = []
    tellers = {_original(e.document, papers) for group in groups for e in group}
    for group in sorted(groups, key=lambda g: (_day(g[0], papers) or date.max, g[0].id)):
        for engagement in group:
            for number, outcome in enumerate(engagement.outcomes):
                words = _words(outcome.text)
                read = StatusChange(str(outcome.status), engagement.document, _told_on(engagement, papers))
                told = judged.get((engagement.id, number), (read,))
                earlier = next((i for i, state in enumerate(made) if _alike(words, _words(state.text))), None)
                day = due.get((engagement.id, number))
                if earlier is None:
                    home = papers.get(engagement.document)
                    pairs = _pairs(home.text, outcome.span, names.get(home.id, ())) if home else frozenset()
                    later = [papers[d] for d in sorted(tellers) if d in papers and _later(papers[d], home)]
                    echoes = _echoes(pairs, later, names)
                    made.append(_state(group[0].id, outcome.text, told, echoes, day, month=month, patience=patience))
                else:
                    old = made[earlier]
                    changes = (*old.changes, *told)
                    made[earlier] = _state(old.meeting, old.text, changes, old.echoes, day or old.due, month=month, patience=patience)
    return made


def _judgement(told: tuple[str, str], papers: Mapping[str, Document]) -> StatusChange:
    """A status that somebody set, on the day its document speaks."""
    status, document = told
    paper = papers.get(document)
    return StatusChange(status, document, paper.published if paper else None)


def _day(engagement: Engagement, papers: Mapping[str, Document]) -> date | None:
    """The day a record speaks of: the meeting's end, else the document's publication."""
    paper = papers.get(engagement.document)
    return engagement.date.end or (paper.published if paper else None)


def _told_on(engagement: Engagement, papers: Mapping[str, Document]) -> date | None:
    """The day a document speaks: its publication, else the meeting's end."""
    paper = papers.get(engagement.document)
    return (paper.published if paper else None) or engagement.date.end


def _state(
    meeting: str, text: str, changes: tuple[StatusChange, ...], echoes: tuple[Echo, ...], due: date | None, *, month: int, patience: int
) -> OutcomeState:
    status = next((change.status for change in reversed(changes) if change.status != "unknown"), "unknown")
    agreed = changes[0].day
    since = None if agreed is None else month - month_of_date(agreed)
    overdue = None
    if status not in ("3", "superseded"):
        heard = max((month_of_date(e.day) for e in echoes if e.day), default=None)
        if due is not None and due < last_day(month):
            overdue = "day-passed"
        elif due is None and since is not None and since >= patience and (heard is None or month - heard >= patience):
            overdue = "no-word"
    return OutcomeState(meeting, text, status, changes, echoes, due, overdue, since)


def _words(text: str) -> frozenset[str]:
    """Stems of the words that carry the meaning."""
    return frozenset(_kept(text, 0, ()))


def _kept(text: str, start: int, names: Sequence[Span]) -> list[str]:
    """Stems in order: three letters and more in Arabic, four elsewhere; numbers and names of places and bodies left out."""
    found = []
    for token in tokenize(text, start):
        word = stem(token.key)
        if len(word) >= (3 if token.script == "arabic" else 4) and not any(token.span.within(name) for name in names):
            found.append(word)
    return [word for word in found if not word.isdigit()]


def _pairs(text: str, span: Span, names: Sequence[Span]) -> frozenset[tuple[str, str]]:
    """Neighbouring words of a stretch: "joint patrols" is one thing, where "joint" and "patrols" alone could be any."""
    return frozenset(pairwise(_kept(span.of(text), span.start, names)))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(SAME_WORDS, SAME_SHARE * max(len(a), len(b)))


def _later(paper: Document, home: Document | None) -> bool:
    if home is None or paper.published is None or home.published is None:
        return False
    return paper.id != home.id and paper.published > home.published


def _names(mentions: Iterable[Mention]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        found[mention.document].append(mention.span)
    return found


def _echoes(pairs: frozenset[tuple[str, str]], papers: Sequence[Document], names: Mapping[str, Sequence[Span]]) -> tuple[Echo, ...]:
    found = []
    for paper in papers:
        for span in sentences(paper.text):
            if pairs & _pairs(paper.text, span, names.get(paper.id, ())):
                found.append(Echo(paper.id, paper.published, span.start, span.end))
    return tuple(sorted(found, key=lambda echo: (echo.day or date.max, echo.document, echo.start)))
