"""Reading in several processes: pieces of the input out to them, what they read back in the order it was given."""

from __future__ import annotations

import atexit
import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from marsad.base.errors import CodingError, MarsadError, UsageError

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

T = TypeVar("T")
R = TypeVar("R")

MANY = 1_500_000
"""Characters from which reading in several processes pays for certain: before they begin, another process loads the lexicons."""

_COLLECT = (20_000, 20, 20)  # objects made before young ones are looked at for cycles, and rounds before older ones are
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


def stay() -> None:
    """Tell the collector that what is loaded by now stays as long as the process, and to look for cycles seldom: records hold none."""
    gc.freeze()
    atexit.register(gc.unfreeze)  # or DuckDB's binding tells of leaks when the program ends
    gc.set_threshold(*_COLLECT)


_FAILED: list[MarsadError] = []
"""In a process that works for another: why it could not start. It is told with the first piece, for a pool only says that it broke."""


def _begin(start: Callable[..., None], given: tuple[object, ...]) -> None:
    try:
        start(*given)
    except MarsadError as wrong:
        _FAILED.append(wrong)


def _do(work: Callable[[T], R], piece: T) -> R:
    if _FAILED:
        raise _FAILED[0]
    return work(piece)


def in_order(
    work: Callable[[T], R],
    pieces: Iterable[T],
    *,
    jobs: int,
    start: Callable[..., None],
    given: tuple[object, ...],
    load: str | None = None,
) -> Iterator[R]:
    """What `work` makes of each piece, in order, made in `jobs` fresh processes in each of which `start(*given)` ran first.

    Args:
        work: takes one piece; a function that other processes can import.
        pieces: taken only a few ahead of what is handed on.
        jobs: number of processes.
        start: runs once in each process.
        given: what `start` is given.
        load: a module that loads what all processes need. Where the system allows, one clean process imports it once and the others
            are forked from that one, which has neither this process's threads nor its open files.

    Raises:
        CodingError: a process ended before its work was done.
        MarsadError: whatever `start` or `work` raised.
    """
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_all_start_methods, get_context

    context: SpawnContext | ForkServerContext = get_context("spawn")
    if load is not None and "forkserver" in get_all_start_methods():
        context = get_context("forkserver")
        context.set_forkserver_preload([load])
    waiting: deque[Future[R]] = deque()
    with ProcessPoolExecutor(jobs, context, _begin, (start, given)) as pool:
        try:
            for piece in pieces:
                waiting.append(pool.submit(_do, work, piece))
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
