"""Many reports, one event: drafts of one text that tell the same incident are tied together, and a revised toll replaces the earlier."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from marsad.coding.drafts import EventDraft

_BACK = 12  # drafts looked back over: keeps the work linear in the number of events of a text
_MATERIAL = frozenset(["ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"])


def merge_reports(
    drafts: Sequence[EventDraft], keys: Sequence[Iterable[str]] | None = None, *, apart: Callable[[int, int], bool] | None = None
) -> list[EventDraft]:
    """The drafts of one text in order, with `same_as` set on each later report of an event already told.

    Two drafts tell one event where they have the same type, neither is negated, future or hypothetical, they share a mode (or one
    gives none), and their keys do not contradict: both empty on one side, or at least one in common. Where both give deaths, the
    last figure wins: the earlier draft is marked `superseded`, and keeps its figure.

    Args:
        drafts: in text order.
        keys: for each draft, what names its place and time once resolved (place name, date); without them only drafts of
            neighbouring sentences with equal or missing deaths are tied.
        apart: says of two positions in `drafts` that they surely tell two events.
    """
    merged: list[EventDraft] = []
    for at, draft in enumerate(drafts):
        back = _same(at, draft, merged, keys=keys, apart=apart) if draft.type in _MATERIAL else None
        if back is None:
            merged.append(draft)
            continue
        earlier = merged[back].same_as
        root = back if earlier is None else earlier
        merged.append(dataclasses.replace(draft, same_as=root))
        if draft.fatalities and "historical" not in draft.flags and not draft.superseded:
            _supersede(merged, root, at)
    return merged


def _supersede(merged: list[EventDraft], root: int, at: int) -> None:
    toll = merged[at].fatalities
    for i in range(max(root, at - _BACK), at):
        one = merged[i]
        if root in (i, one.same_as) and one.fatalities and one.fatalities != toll:
            merged[i] = dataclasses.replace(one, superseded=True)


def _same(
    at: int,
    draft: EventDraft,
    merged: Sequence[EventDraft],
    *,
    keys: Sequence[Iterable[str]] | None,
    apart: Callable[[int, int], bool] | None,
) -> int | None:
    if _unreal(draft):
        return None
    opposite: list[int] = []
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        other = merged[back]
        if other.type != draft.type or _unreal(other) or other.span == draft.span:
            continue
        if apart is not None and apart(at, back):
            opposite.append(back)
            continue
        if apart is not None and any(not apart(one, back) or _root(one, merged) == _root(back, merged) for one in opposite):
            continue  # a title without sides goes with the attack told first, not with the answer to it
        group = [one for one in range(max(0, at - _BACK), back) if _root(one, merged) == _root(back, merged)]
        if apart is not None and any(apart(at, one) for one in group):
            continue  # a sentence without sides stands between: the event that it tells has other sides
        modes = set(draft.modes), set(other.modes)
        if modes[0] and modes[1] and not modes[0] & modes[1]:
            continue
        if keys is None:
            if draft.fatalities == other.fatalities or None in (draft.fatalities, other.fatalities):
                return back
            continue
        here, there = set(keys[at]), set(keys[back])
        if not here or not there or here & there:
            return back
    return None


def _root(at: int, merged: Sequence[EventDraft]) -> int:
    same = merged[at].same_as
    return at if same is None else same


def _unreal(draft: EventDraft) -> bool:
    return bool({"negated", "future", "hypothetical"} & set(draft.flags))
