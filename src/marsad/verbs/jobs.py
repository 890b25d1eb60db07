"""Reading in several processes: pieces of the input out to them, what they read back in the order it was given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from marsad.base.errors import CodingError, UsageError

T = TypeVar("T")
R = TypeVar("R")

MANY = 1_500_000
"""Characters from which reading in several processes pays: each of them first loads the lexicons, as long as a core reads half of that."""

_AHEAD = 3  # pieces per process under way or waiting to be taken: bounds memory where one piece takes long


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def how_many(asked: int | None, pieces: Iterable[T], size: Callable[[T], int]) -> tuple[int, Iterator[T]]:
    """The processes to read in, and the pieces to read: those looked at for their size come first again.

    Args:
        asked: number of processes; if None, every core where the pieces are many, else this process alone.
        pieces: taken only as far as it needs to decide.
        size: characters of a piece.

    Raises:
        UsageError: fewer than one process.
    """
    rest = iter(pieces)
    if asked is not None:
        if asked < 1:
            raise UsageError(f"--jobs {asked}: give 1 or more processes, or leave it out")
        return asked, rest
    if cores() == 1:
        return 1, rest
    seen: list[T] = []
    total = 0
    for piece in rest:
        seen.append(piece)
        total += size(piece)
        if total >= MANY:
            return cores(), chain(seen, rest)
    return 1, iter(seen)


def in_order(
    work: Callable[[T], R], pieces: Iterable[T], *, jobs: int, start: Callable[..., None], given: tuple[object, ...]
) -> Iterator[R]:
    """What `work` makes of each piece, in order, made in `jobs` fresh processes in each of which `start(*given)` ran first.

    Raises:
        CodingError: a process ended before its work was done.
        MarsadError: whatever `start` or `work` raised.
    """
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    waiting: deque[Future[R]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), start, given) as pool:
        try:
            for piece in pieces:
                waiting.append(pool.submit(work, piece))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as broken:
            raise CodingError(
                "a reading process ended before its work was done (out of memory, or ended from outside): try --jobs 1"
            ) from broken
        finally:
            for late in waiting:
                late.cancel()
