"""Processes that work on chunks of sources, and outlive whatever a source does to one of them.

Each worker has a pipe of its own and a number in shared memory: the place, in its chunk, of the
source it is at. So the parent knows without being told which source a worker died of, or has
been at for too long; only that one is tried again or given up, and the other workers go on. The
executors of the standard library tell no more than that some process has died, and give up all
that was under way.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import connection as waiting
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Final, NamedTuple, Self, TypeAlias

import attrs

from ..reading import Limits
from ..reading.isolation import OUT_OF_TIME, settle
from .failures import FileFailure, Refused
from .judging import Source

__all__ = ["Chunk", "Done", "Lost", "Work", "Workers", "default_workers"]

_AHEAD: Final = 2
"""Chunks that a worker has: the one that it works on, and one so that it need not wait."""
_LOOK: Final = 0.2
"""Seconds between two looks at the workers while none of them has anything to say."""
_MOST_COUNTED: Final = 2.0
"""Seconds that are counted between two looks: when the whole machine or job was stopped for a
while, no source is to blame."""
_MOST_DEATHS: Final = 5
"""Workers that end in a row, without being at any source, before that is the end."""
_NOWHERE: Final = -1
"""The place of a worker that is at no source."""


@attrs.frozen
class Chunk:
    """Sources that go to a worker together."""

    sources: tuple[Source, ...]
    again: bool = False
    """A worker died of the only source in it: it is tried once more."""


class Done(NamedTuple):
    """A chunk, with what the work gave."""

    chunk: Chunk
    result: Any


class Lost(NamedTuple):
    """A source that no worker could get through, and why."""

    source: Source
    failure: FileFailure


Work: TypeAlias = Callable[[Iterator[Source]], Any]
"""What a worker does with the sources of a chunk: a function that can be imported."""


def default_workers() -> int:
    """As many workers as there are processors that may be used."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Worker:
    """A process, seen from the parent."""

    def __init__(self, work: Work) -> None:
        context = get_context("spawn")  # fork does not go with the threads of Arrow and polars
        self.place = context.RawValue("l", _NOWHERE)
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(
            target=_run, args=(theirs, self.place, work), name="gxstats", daemon=True
        )
        with _undisturbed():
            self.process.start()
        theirs.close()
        self.chunks: deque[Chunk] = deque()
        self.at: tuple[int, int] = (0, _NOWHERE)
        """How many chunks it has done, and its place in the next, when it was last looked at."""
        self.done = 0
        self.seconds = 0.0
        """How long it has been there."""
        self.late = False

    def give(self, chunk: Chunk) -> None:
        self.chunks.append(chunk)
        with suppress(OSError):  # it is dead: that is seen when it is next looked at
            self.pipe.send(chunk.sources)

    def look(self, elapsed: float, most: float) -> None:
        """Count the time that it has been at a source, and end it when that is too long."""
        at = (self.done, self.place.value)
        if at != self.at or at[1] == _NOWHERE:
            self.at, self.seconds = at, 0.0
            return
        self.seconds += elapsed
        if self.seconds > most:
            self.late = True
            self.process.kill()

    def end(self) -> None:
        """End it, whatever it is at."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class Workers:
    """Some processes that all do the same work; at the end of the ``with`` they are gone."""

    def __init__(self, count: int, work: Work, seconds: float) -> None:
        self.work = work
        self.seconds = seconds
        self.deaths = 0
        self.workers = [_Worker(work) for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.end()

    def results(
        self, chunks: Iterator[Chunk], stopped: Callable[[], bool]
    ) -> Iterator[Done | Lost]:
        """What becomes of the chunks, as it comes; they are drawn as they are needed.

        It ends when all is done, or soon after ``stopped`` says so; then some chunks may be
        drawn of which nothing is heard.

        Raises :class:`Refused` when no worker starts.
        """
        back: deque[Chunk] = deque()
        looked = time.monotonic()
        while not stopped():
            for worker in self.workers:
                while len(worker.chunks) < _AHEAD:
                    chunk = back.popleft() if back else next(chunks, None)
                    if chunk is None:
                        break
                    worker.give(chunk)
            busy = [worker for worker in self.workers if worker.chunks]
            if not busy:
                return
            ends = [end for one in busy for end in (one.pipe, one.process.sentinel)]
            ready = set(waiting.wait(ends, _LOOK))
            now = time.monotonic()
            elapsed, looked = min(now - looked, _MOST_COUNTED), now
            for worker in busy:
                if worker.pipe in ready or worker.process.sentinel in ready:
                    yield from self._heard(worker, back)
                else:
                    worker.look(elapsed, self.seconds)

    def _heard(self, worker: _Worker, back: deque[Chunk]) -> Iterator[Done | Lost]:
        """What a worker has to say, or what is to be done as it will never say anything."""
        try:
            while worker.pipe.poll():
                result = worker.pipe.recv()
                worker.done += 1
                self.deaths = 0
                yield Done(worker.chunks.popleft(), result)
        except (EOFError, OSError):
            yield from self._buried(worker, back)
            return
        if not worker.process.is_alive():
            yield from self._buried(worker, back)

    def _buried(self, worker: _Worker, back: deque[Chunk]) -> Iterator[Lost]:
        worker.process.join(1)
        code = worker.process.exitcode
        found, chunks, place = f"exit {code}", list(worker.chunks), worker.place.value
        late = worker.late or code == OUT_OF_TIME
        worker.end()
        self.workers.remove(worker)
        if place == _NOWHERE or not chunks:
            self.deaths += 1
            if self.deaths >= _MOST_DEATHS:
                raise Refused("batch.workers", found)
            back.extend(chunks)
        else:
            first, *others = chunks
            culprit = first.sources[place]
            if late:
                seconds = self.seconds if worker.late else Limits().seconds
                yield Lost(culprit, FileFailure("file.seconds", f"{seconds:g}"))
            elif first.again:
                yield Lost(culprit, FileFailure("file.worker", found))
            else:
                back.append(Chunk((culprit,), again=True))
            rest = tuple(one for one in first.sources if one is not culprit)
            back.extend([Chunk(rest)] if rest else [])
            back.extend(others)
        self.workers.append(_Worker(self.work))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes started here do not hear Ctrl-C: it is the parent's to end them."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the worker ------------------------------------------------------------------------------


def _run(pipe: Connection, place: Any, work: Work) -> None:
    """The life of a worker: chunk after chunk, until nobody gives it any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    chunks: queue.SimpleQueue[Sequence[Source]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, chunks), daemon=True).start()
    is_settled = False
    while True:
        result = work(_told(chunks.get(), place))
        place.value = _NOWHERE
        pipe.send(result)
        if not is_settled:
            settle()
            is_settled = True


def _told(sources: Sequence[Source], place: Any) -> Iterator[Source]:
    """The sources, and the place of each to those who look."""
    for number, source in enumerate(sources):
        place.value = number
        yield source


def _receive(pipe: Connection, chunks: queue.SimpleQueue[Sequence[Source]]) -> None:
    """Take in what is given, also while the work goes on, so that who gives never waits."""
    while True:
        try:
            chunks.put(pipe.recv())
        except (EOFError, OSError):  # whoever gave is gone
            os._exit(0)
