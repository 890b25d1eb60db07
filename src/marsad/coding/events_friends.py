"""False friends: triggers that tell no deed of their own, and one word that seems to tell two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from marsad.base.records import Span, Statement
from marsad.coding.admission import STRICT
from marsad.coding.drafts import EventDraft
from marsad.coding.reading import Sent, touching

_TALK = frozenset(["CONSULT", "AGREE", "COOPERATE", "SUPPORT"])
_THREATENED = frozenset(["SANCTION", "COERCE", "MOBILIZE", "REJECT", "SUPPORT"])
_THREAT_REACH = 30  # characters between a threat and the act threatened
_RAIDS = frozenset(["air", "drone", "missile", "rocket", "artillery", "military", "retaliatory"])


def one_each(chosen: Iterable[tuple[EventDraft, str | None]], *, alone: bool) -> Iterator[tuple[EventDraft, str | None]]:
    """The drafts, with a reason where an earlier one of the sentence has the same trigger: one word tells one deed."""
    told: dict[Span, str] = {}
    drafts = list(chosen)
    threats = [draft.trigger_span.end for draft, reason in drafts if draft.type == "THREATEN" and reason is None and not alone]
    for draft, reason in drafts:
        again = None if alone else told.get(draft.trigger_span)
        why = reason or (f"the word tells the event of type {again}" if again else None)
        if draft.type in _THREATENED and any(0 < draft.trigger_span.start - end <= _THREAT_REACH for end in threats):
            why = why or "what is threatened, not done"
        if why is None:
            told[draft.trigger_span] = draft.type
        yield draft, why


def why_not(sent: Sent, draft: EventDraft, statements: Sequence[Statement], covered: Sequence[Span]) -> str | None:
    """Why a draft is no event of its own, or None."""
    if sent.source_kind == "expert":
        return "inside an expert's statement: a claim has a holder and is no event"
    at = draft.trigger_span.start
    if _is_month(sent, at):
        return "the month of a date"
    if draft.type == "PROTEST" and _is_raid(sent, at):
        return "a strike from the air, by no workers"
    if draft.type not in STRICT and any(
        item.first < item.last and item.kind in ("group", "org") for item in touching(sent.found, draft.trigger_span)
    ):
        return "a word inside a name"
    if draft.type not in STRICT and any(person.role_span.start <= at < person.role_span.end for person in sent.persons):
        return "a word inside an office"
    if any(one.source_kind == "expert" for one in touching(statements, Span(at, at + 1))):
        return "inside an expert's statement: a claim has a holder and is no event"
    low = bisect_left(covered, sent.span.start, key=lambda span: span.start)
    inside = [span for span in takewhile(lambda span: span.start <= sent.span.end, islice(covered, low, None)) if span.within(sent.span)]
    told = bool(inside)
    if (
        draft.type not in STRICT
        and draft.fatalities is None
        and any(span.start < draft.trigger_span.end and draft.trigger_span.start < span.end for span in inside)
    ):
        return "what a meeting dealt with or agreed"
    if draft.type in _TALK and (told or (covered and sent.role == "title" and draft.type in ("CONSULT", "AGREE"))):
        return "told as an engagement"
    return None


def _is_month(sent: Sent, start: int) -> bool:
    """March beside a number is a month and no march."""
    at = sent.position(start)
    near = [token.text for token in (*sent.tokens[max(0, at - 1) : at], *sent.tokens[at + 1 : at + 2])]
    return sent.tokens[at].text in ("March", "MARCH") and any(text.strip("stndrh").isdigit() for text in near)


def _is_raid(sent: Sent, start: int) -> bool:
    """Whether "strike" is one from the air, and the Arabic word for a march a drone."""
    at = sent.position(start)
    key, before = sent.tokens[at].key, sent.tokens[at - 1].key if at else ""
    return (key.startswith("strike") and before in _RAIDS) or (key.startswith("مسير") and before.endswith(("طايره", "طايرات")))
