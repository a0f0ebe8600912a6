"""Files read in a process of their own, whose memory and time the operating system bounds.

A file can make a library take gigabytes or minutes within one call, where no clock of ours is
looked at. So a process is started for the first such file and then kept for the next: it gives the
grids of a file, its :class:`Unreadable`, or it ends, and with it whatever it took. Linux bounds
the memory exactly; elsewhere the time alone may be bounded.
"""

from __future__ import annotations

import json
import math
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Final, cast

import attrs

from .grid import Document
from .limits import Limits
from .unreadable import Unreadable

__all__ = ["bounded_memory", "isolated_document", "serve"]

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from gxstats.reading.isolation import serve; serve()"
)
_SIZE: Final = struct.Struct(">Q")
_MOST_FILES: Final = 500
"""Files that one process reads: whatever libraries leave behind does not add up for ever."""
_GRACE: Final = 0.5
"""Seconds after the end of the time in which the process may say so itself."""


def isolated_document(data: bytes, limits: Limits) -> Document:
    """The grids of a file, made in another process; raises as reading it here would."""
    limits = limits if limits.seconds_left() < math.inf else limits.begun()
    reader = _taken()
    answer = reader.ask(pickle.dumps((data, limits.seconds_left(), limits)), limits)
    _IDLE.append(reader) if reader.is_good() else reader.end()
    if isinstance(answer, BaseException):
        raise answer
    return cast("Document", answer)


_IDLE: Final[list[_Reader]] = []
"""Processes that wait for a file; a list's append and pop are safe among threads."""


def _taken() -> _Reader:
    while _IDLE:
        reader = _IDLE.pop()
        if reader.is_good():
            return reader
        reader.end()
    return _Reader()


def _forget() -> None:
    """In a child that was forked: the processes are the parent's."""
    _IDLE.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


class _Reader:
    """The other process, seen from here."""

    def __init__(self) -> None:
        self.files = 0
        self.process = subprocess.Popen(  # noqa: S603 - nothing of a file is in the words
            [sys.executable, "-c", _START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",  # Ctrl-C is for us to hear
        )

    def is_good(self) -> bool:
        return self.files < _MOST_FILES and self.process.poll() is None

    def end(self) -> None:
        self.files = _MOST_FILES
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written is for nobody
                    pipe.close()

    def ask(self, request: bytes, limits: Limits) -> object:
        """What it answers: a document, or the exception that tells why there is none."""
        self.files += 1
        answers: list[bytes] = []
        asking = threading.Thread(target=self._exchange, args=(request, answers), daemon=True)
        asking.start()
        asking.join(limits.seconds_left() + _GRACE)
        if asking.is_alive():
            self.end()
            asking.join()
            return _too_long(limits)
        if answers:
            return pickle.loads(answers[0])  # noqa: S301 - our own process, with our rights
        code = self.process.wait()
        self.end()
        if code == -getattr(signal, "SIGXCPU", 0):
            return _too_long(limits)
        return Unreadable("read.crashed", found=_name(code), expected=str(limits.memory))

    def _exchange(self, request: bytes, answers: list[bytes]) -> None:
        with suppress(OSError, EOFError, ValueError):  # it has ended: who asked sees that
            _send(self.process.stdin, request)
            answers.append(_received(self.process.stdout))


def _too_long(limits: Limits) -> Unreadable:
    return Unreadable(
        "read.limit.seconds", found=str(limits.seconds), expected=str(limits.seconds)
    )


def _name(code: int) -> str:
    with suppress(ValueError):
        return signal.Signals(-code).name
    return str(code)


def _send(pipe: IO[bytes] | None, message: bytes) -> None:
    if pipe is None:
        raise EOFError
    pipe.write(_SIZE.pack(len(message)) + message)
    pipe.flush()


def _received(pipe: IO[bytes] | None) -> bytes:
    head = b"" if pipe is None else pipe.read(_SIZE.size)
    if pipe is None or len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    message = pipe.read(size)
    if len(message) < size:
        raise EOFError
    return message


# --- in the process ---------------------------------------------------------------------------


def serve() -> None:
    """The life of the process: file after file, until nobody gives it any."""
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while True:
        try:
            data, seconds, limits = pickle.loads(_received(incoming))  # noqa: S301 - from the parent
        except EOFError:
            return
        limits = attrs.evolve(limits, isolated=False, _until=time.monotonic() + seconds)
        answer: object
        try:
            with _bounded_time(seconds), bounded_memory(limits):
                answer = _document(data, limits)
        except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
            answer = error
        del data
        try:
            message = pickle.dumps(answer)
        except Exception as error:  # noqa: BLE001 - an exception of a library may not go through a pipe
            message = pickle.dumps(RuntimeError(f"{type(answer).__name__}: {answer}: {error}"))
        _send(outgoing, message)


def _document(data: bytes, limits: Limits) -> Document:
    from .containers import document_of

    return document_of(data, limits)


@contextmanager
def bounded_memory(limits: Limits) -> Iterator[None]:
    """Within it this process gets no more memory than the limit allows beyond what it has.

    Raises :class:`Unreadable` for a :class:`MemoryError`. A library that ends the process instead
    is what the process is for.
    """
    taken = _memory_taken()
    try:
        with _soft_limit("RLIMIT_DATA", None if taken is None else taken + limits.memory):
            yield
    except MemoryError as error:
        most = str(limits.memory)
        raise Unreadable("read.limit.memory", found=most, expected=most) from error


def _memory_taken() -> int | None:
    """Bytes of memory that the process may write to, as RLIMIT_DATA counts them."""
    with suppress(OSError), open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - quick
        return int(file.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    return None


@contextmanager
def _bounded_time(seconds: float) -> Iterator[None]:
    """For a call that never comes back: its processor time, where the system bounds that."""
    used = sum(os.times()[:2])
    with _soft_limit("RLIMIT_CPU", math.ceil(used + seconds) + 1):
        yield


@contextmanager
def _soft_limit(name: str, value: int | None) -> Iterator[None]:
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    which: Any = getattr(resource, name)
    soft, hard = resource.getrlimit(which)
    if value is None or (hard != resource.RLIM_INFINITY and value > hard):
        yield
        return
    resource.setrlimit(which, (value, hard))
    try:
        yield
    finally:
        resource.setrlimit(which, (soft, hard))
