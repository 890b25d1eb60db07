"""A partnership of two states, or a state and an organisation: cooperation and conflict beside chance, and the story of its meetings.

Counts follow documents, not copies, and an incident told twice counts once. Months in which no document was read are not observed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pyarrow as pa

from marsad.assessment.partnerships_scores import score_of
from marsad.assessment.partnerships_story import Chain, Meeting, OutcomeState, story
from marsad.base.errors import AssessmentError
from marsad.base.months import month_of_date
from marsad.base.records import Document, Engagement, Event, Mention

TREND_LEAST = 8
"""Reports of the pair below which no trend is told; three could point anywhere."""

SIDE_LEAST = 3
"""Reports needed on each side of the comparison."""

POOL_LEAST = 30
"""Reports between all pairs of states below which nothing says what chance would give."""

RECENT = 12
DRAWS = 1999

UNREAL = frozenset(["negated", "hypothetical", "historical", "future"])


@dataclass(frozen=True, slots=True)
class Contact:
    """One deed between two states, told once. `document` is None for a row of an event table."""

    id: str
    document: str | None
    month: int | None
    sides: frozenset[str]
    type: str
    score: float
    reports: int


@dataclass(frozen=True, slots=True)
class MonthIndex:
    """One month: the sum of positive scores, of negative ones (as a positive number), and the counts they rest on.

    `cooperation` and `conflict` are None where no document of that month was read and nothing is told of it.
    """

    month: int
    cooperation: float | None
    conflict: float | None
    events: int
    reports: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChanceTest:
    """What was seen beside what chance gives: `word` is more, less, no-sign or too-few; numbers are None where there are too few."""

    test: str
    seen: float | None
    expected: float | None
    p_value: float | None
    word: Literal["more", "less", "no-sign", "too-few"]


@dataclass(frozen=True, slots=True)
class Partnership:
    """Everything assessed of a pair, as of one month.

    Attributes:
        pair: ISO codes in alphabetical order; a state comes before an organisation.
        month: last month known.
        months: the last thirty-six, oldest first.
        events: deeds between the two on record, each once.
        reports: documents that tell of them, copies not counted.
        undated: deeds without a date, in no month.
        volume: deeds of the pair beside what the contacts of each with all others would give (Poisson).
        tempo: its deeds of the last twelve months beside its share of all deeds then (hypergeometric).
        leaning: mean score of the last twelve months beside the months before (permutation).
        meetings: timeline of engagements, oldest first, each told once.
        chains: visit, outcome, follow-up, in order.
        outcomes: what was agreed, with status, evidence, and whether it is overdue.
        notes: `no-record`, `one-record`, `too-few-for-a-trend`, `dates-differ`.
    """

    pair: tuple[str, str]
    month: int
    months: tuple[MonthIndex, ...]
    events: int
    reports: int
    undated: int
    volume: ChanceTest
    tempo: ChanceTest
    leaning: ChanceTest
    meetings: tuple[Meeting, ...]
    chains: tuple[Chain, ...]
    outcomes: tuple[OutcomeState, ...]
    notes: tuple[str, ...]

    @property
    def overdue(self) -> tuple[OutcomeState, ...]:
        """What was agreed and is overdue."""
        return tuple(outcome for outcome in self.outcomes if outcome.overdue)


def partnership(
    pair: tuple[str, str],
    month: int,
    *,
    events: Iterable[Event | Contact] = (),
    engagements: Iterable[Engagement] = (),
    documents: Sequence[Document] = (),
    mentions: Iterable[Mention] = (),
    rows: pa.Table | None = None,
    due: Mapping[tuple[str, int], date] | None = None,
    judged: Mapping[tuple[str, int], Sequence[tuple[str, str]]] | None = None,
    patience: int = RECENT,
    seed: int = 0,
) -> Partnership:
    """What the records say of two states, or of a state and an organisation.

    Args:
        pair: ISO alpha-3 codes, or organisations such as `org:au`, in any order.
        month: last month known; later deeds are not looked at.
        events: coded from documents, of all pairs: the others say what chance gives. For many pairs, what `contacts` made of them once.
        engagements: of the same documents.
        documents: of all records; copies are counted with what they copy.
        mentions: names in the documents, so that a place named twice is not taken for a promise taken up again.
        rows: rows of event tables in the columns of the events table; those between states count as deeds.
        due: days by which outcomes were promised, by engagement id and number of the outcome in it.
        judged: statuses that people set, oldest first, each with its document, by the same keys; the first is what was read.
        patience: months without word after which an outcome without a day is overdue.
        seed: of the permutation.

    Raises:
        AssessmentError: the two codes are one.
    """
    first, second = sorted(side if side.startswith("org:") else side.upper() for side in pair)
    if first == second:
        raise AssessmentError(f"{first} and {second} are one: a partnership needs two sides")
    organisation = next((side for side in (first, second) if side.startswith("org:")), None)
    copies = {d.id: d.near_duplicate_of for d in documents if d.near_duplicate_of}
    told_events = list(events)
    made = [one for one in told_events if isinstance(one, Contact)]
    made += contacts([one for one in told_events if isinstance(one, Event)], copies, organisation)
    known = [c for c in (*made, *row_contacts(rows)) if c.month is None or c.month <= month]
    sides = frozenset((first, second))
    own = [contact for contact in known if contact.sides == sides]
    read: set[int] = {month_of_date(d.published) for d in documents if d.published}
    told = story(sides, month, engagements=engagements, documents=documents, mentions=mentions, due=due or {},
                 judged=judged or {}, patience=patience)  # fmt: skip
    return Partnership(
        pair=(first, second), month=month, months=_months(own, month, read), events=len(own),
        reports=sum(contact.reports for contact in own), undated=sum(contact.month is None for contact in own),
        volume=_volume(known, own), tempo=_tempo(known, own, month), leaning=_leaning(own, month, seed),
        meetings=told.meetings, chains=told.chains, outcomes=told.outcomes, notes=_notes(own, told.meetings),
    )  # fmt: skip


def contacts(events: Iterable[Event], copies: Mapping[str, str], organisation: str | None = None) -> list[Contact]:
    """Deeds between exactly two states, each incident once, with the documents that tell it.

    With an organisation, deeds with it count too, and its acts are its own and not those of the state it belongs to.
    """
    whole = [event for event in events if not UNREAL & set(event.flags)]
    heads = {event.id: event for event in whole}
    twins: dict[str, str] = {}
    for event in whole:
        to = next((link.to for link in event.links if link.rel == "same_as" and link.to in heads), None)
        if to is not None and to != event.id:
            twins[event.id] = to
    told: dict[str, set[str]] = defaultdict(set)
    stands: dict[tuple[str, str, frozenset[str], str], str] = {}
    for event in whole:
        head = _head(event.id, twins)
        if head == event.id:
            # a copy of a document tells what its original told
            document = copies.get(event.document or "", event.document or "")
            key = (document, event.type, _sides(event, organisation), event.date.end.isoformat() if event.date.end else event.id)
            head = stands.setdefault(key, event.id)
        told[head].add(copies.get(event.document or "", event.document or ""))
    return [
        Contact(
            head, heads[head].document, month_of_date(end) if (end := heads[head].date.end) else None,
            _sides(heads[head], organisation),
            heads[head].type, score_of(heads[head].type, heads[head].modes), len(documents),
        )
        for head, documents in told.items()
        if len(_sides(heads[head], organisation)) == 2
    ]  # fmt: skip


def row_contacts(rows: pa.Table | None) -> list[Contact]:
    """Deeds between two states in rows of event tables."""
    if rows is None:
        return []
    names = ["id", "document", "month_id", "type", "modes", "actor_entity", "recipient_entity", "reports"]
    made = []
    for row in rows.select(names).to_pylist():
        ends = {(entity or "").removeprefix("country:") for entity in (row["actor_entity"], row["recipient_entity"])
                if (entity or "").startswith("country:")}  # fmt: skip
        if row["document"] is None and len(ends) == 2:
            score = score_of(row["type"], tuple(filter(None, (row["modes"] or "").split(","))))
            made.append(Contact(row["id"], None, row["month_id"], frozenset(ends), row["type"], score, row["reports"] or 1))
    return made


def _head(event: str, twins: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while event in twins and event not in seen:
        seen.add(event)
        event = twins[event]
    return event


def _sides(event: Event, organisation: str | None = None) -> frozenset[str]:
    """The states (and the organisation) on both sides; a deed within one state, or with a group on a side, has fewer than two."""
    ends = []
    for actors in (event.actors, event.recipients):
        ends.append({
            side
            for a in actors
            if (side := organisation if organisation and a.entity == organisation else a.country)
            and not (a.entity or "").startswith("group:") and a.sector not in ("REB", "PRM")
        })  # fmt: skip
    if not ends[1]:
        return frozenset(ends[0]) if len(ends[0]) == 2 else frozenset()
    across = ends[0] | ends[1]
    return frozenset(across) if len(across) == 2 and ends[0] != ends[1] else frozenset()


def _months(own: Sequence[Contact], month: int, read: set[int]) -> tuple[MonthIndex, ...]:
    by_month: dict[int, list[Contact]] = defaultdict(list)
    for contact in own:
        if contact.month is not None:
            by_month[contact.month].append(contact)
    made = []
    for one in range(month - 35, month + 1):
        held = by_month[one]
        seen = bool(held) or one in read
        scores = [contact.score for contact in held]
        made.append(
            MonthIndex(
                one,
                sum((s for s in scores if s > 0), 0.0) if seen else None,
                sum((-s for s in scores if s < 0), 0.0) if seen else None,
                len(held),
                sum(contact.reports for contact in held),
                tuple(contact.id for contact in held),
            )
        )
    return tuple(made)


def _volume(known: Sequence[Contact], own: Sequence[Contact]) -> ChanceTest:
    from scipy.stats import poisson

    pairs = [contact for contact in known if len(contact.sides) == 2]
    if len(pairs) < POOL_LEAST or not own:
        return ChanceTest("poisson", float(len(own)) if own else None, None, None, "too-few")
    a, b = sorted(own[0].sides)
    degree = {code: sum(code in contact.sides for contact in pairs) for code in (a, b)}
    expected = degree[a] * degree[b] / (2 * len(pairs))
    more, less = float(poisson.sf(len(own) - 1, expected)), float(poisson.cdf(len(own), expected))
    return _judged("poisson", len(own), expected, more, less)


def _tempo(known: Sequence[Contact], own: Sequence[Contact], month: int) -> ChanceTest:
    from scipy.stats import hypergeom

    dated = [contact for contact in own if contact.month is not None]
    recent = sum(contact.month > month - RECENT for contact in dated if contact.month is not None)
    pool = [contact.month for contact in known if contact.month is not None and len(contact.sides) == 2]
    if len(dated) < TREND_LEAST or len(pool) < POOL_LEAST:
        return ChanceTest("hypergeometric", float(recent) if dated else None, None, None, "too-few")
    late = sum(one > month - RECENT for one in pool)
    chance = hypergeom(len(pool), late, len(dated))
    return _judged("hypergeometric", recent, float(chance.mean()), float(chance.sf(recent - 1)), float(chance.cdf(recent)))


def _leaning(own: Sequence[Contact], month: int, seed: int) -> ChanceTest:
    dated = [(contact.month, contact.score) for contact in own if contact.month is not None]
    late = np.array([at > month - RECENT for at, _ in dated], dtype=bool)
    scores = np.array([score for _, score in dated])
    if len(dated) < TREND_LEAST or min(late.sum(), (~late).sum()) < SIDE_LEAST:
        return ChanceTest("permutation", None, None, None, "too-few")
    seen, before = float(scores[late].mean()), float(scores[~late].mean())
    rng = np.random.default_rng(seed)
    shuffled = rng.permuted(np.tile(scores, (DRAWS, 1)), axis=1)
    differences = shuffled[:, late].mean(axis=1) - shuffled[:, ~late].mean(axis=1)
    more = (1 + (differences >= seen - before - 1e-12).sum()) / (1 + DRAWS)
    less = (1 + (differences <= seen - before + 1e-12).sum()) / (1 + DRAWS)
    return _judged("permutation", seen, before, float(more), float(less))


def _judged(test: str, seen: float, expected: float, more: float, less: float) -> ChanceTest:
    p_value = min(2 * min(more, less), 1.0)
    word: Literal["more", "less", "no-sign"] = "no-sign" if p_value >= 0.05 else "more" if more < less else "less"
    return ChanceTest(test, float(seen), float(expected), p_value, word)


def _notes(own: Sequence[Contact], meetings: Sequence[Meeting]) -> tuple[str, ...]:
    notes = []
    if not own and not meetings:
        notes.append("no-record")
    elif len(own) == 1:
        notes.append("one-record")
    if len(own) < TREND_LEAST:
        notes.append("too-few-for-a-trend")
    if any(meeting.other_dates for meeting in meetings):
        notes.append("dates-differ")
    return tuple(notes)
