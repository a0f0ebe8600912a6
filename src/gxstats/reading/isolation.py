"""Files read in a process of their own, whose memory and time are bounded from outside.

A file can make a library take gigabytes or minutes within one call, where no clock of ours is
looked at. So a process is started for the first such file and then kept for the next: it gives what
was asked for, the exception that tells why not, or it ends, and with it whatever it took. Its time
is bounded everywhere: it is killed. Its memory and its processor time are bounded by Linux; macOS
and Windows do not bound memory. It is no sandbox: it may do whatever this process may.
"""

from __future__ import annotations

import atexit
import gc
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
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Final, TypeVar, cast

import attrs

from ..errors import GxstatsError
from .limits import Limits
from .unreadable import Unreadable

__all__ = [
    "OUT_OF_TIME",
    "bounded_memory",
    "bounded_time",
    "end_idle",
    "isolated",
    "serve",
    "settle",
]

_Answer = TypeVar("_Answer")

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from gxstats.reading.isolation import serve; serve()"
)
OUT_OF_TIME: Final = -getattr(signal, "SIGXCPU", 1 << 40)
"""How a process ends that was given no more processor time."""
_SIZE: Final = struct.Struct(">Q")
_HELLO: Final = b"gxstats"
_MOST_FILES: Final = 500
"""Files that one process reads: whatever libraries leave behind does not add up for ever."""
_MOST_IDLE: Final = os.cpu_count() or 1
"""Processes that are kept for the next file."""
_LOOK: Final = 0.5
"""Seconds of one wait."""
_GRACE: Final = 0.5
"""Seconds after the end of the time in which the process may say so itself."""
_ANSWER: Final = 64
"""An answer may have this part of the memory; made into objects it is some ten times as large."""
_WORN: Final = 4
"""A process that has kept this part of the memory after a file is not used again."""
_WORN_OUT: Final = b"worn out"
"""What such a process adds to its last answer."""
_LONGEST_NOTE: Final = 4_000
_COLLECT_AFTER: Final = 10_000
"""Objects made after which a process that does nothing but read looks for those that it can drop:
reading leaves few of them, and makes many that stay for a while."""


def isolated(work: Callable[..., _Answer], *arguments: object, limits: Limits) -> _Answer:
    """What ``work(*arguments, limits)`` gives in another process; raises what it raises there.

    ``work`` is a function that can be imported, and all that goes in and out can be pickled.
    Raises :class:`Unreadable` if it takes more than the limits allow, or ends its process.
    """
    limits = limits.begun()
    reader = _taken()
    try:
        answer = reader.ask(work, arguments, limits)
    except BaseException:  # Ctrl-C as well: what it would answer is for nobody
        reader.end()
        raise
    if reader.is_good() and len(_IDLE) < _MOST_IDLE:
        _IDLE.append(reader)
    else:
        reader.end()
    if isinstance(answer, BaseException):
        raise answer
    return cast("_Answer", answer)


_IDLE: Final[list[_Reader]] = []
"""Processes that wait for a file; a list's append and pop are safe among threads."""


def _taken() -> _Reader:
    with suppress(IndexError):  # another thread may have taken the last
        while True:
            reader = _IDLE.pop()
            if reader.is_good():
                return reader
            reader.end()
    return _Reader()


def end_idle() -> None:
    """End the processes that wait for a file."""
    with suppress(IndexError):
        while True:
            _IDLE.pop().end()


def _forget() -> None:
    """In a child that was forked: the processes are the parent's."""
    for reader in _IDLE:
        reader.process.returncode = 0  # so that nobody here waits for it, or misses it
    _IDLE.clear()


atexit.register(end_idle)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


class _Reader:
    """The other process, seen from here."""

    def __init__(self) -> None:
        self.is_worn = False
        self.has_started = False
        if not sys.executable or getattr(sys, "frozen", False):  # it would start the program anew
            raise Unreadable("read.isolation", found=sys.executable or "sys.executable")
        command = [sys.executable, "-P", "-c", _START, json.dumps([str(one) for one in sys.path])]
        try:
            self.process = subprocess.Popen(  # noqa: S603 - nothing of a file is in the words
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Ctrl-C is for us to hear
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Unreadable("read.isolation", found=str(error)) from error

    def is_good(self) -> bool:
        return not self.is_worn and self.process.poll() is None

    def end(self) -> None:
        self.is_worn = True
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written is for nobody
                    pipe.close()

    def ask(self, work: Callable[..., object], arguments: object, limits: Limits) -> object:
        """What it answers, or the exception that tells why there is no answer."""
        request = pickle.dumps((work, arguments, limits.seconds_left(), limits))
        answers: list[bytes] = []
        asking = threading.Thread(target=self._exchange, args=(request, answers), daemon=True)
        asking.start()
        while asking.is_alive() and (left := limits.seconds_left() + _GRACE) > 0:
            asking.join(min(left, _LOOK))  # a signal may come just before a wait begins
        is_late = asking.is_alive()
        if not is_late and answers:
            self.is_worn = answers[0].endswith(_WORN_OUT)
            return pickle.loads(answers[0])  # noqa: S301 - our own process, with our rights
        if not is_late:  # it has ended, or is about to
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(_GRACE)
        self.end()
        asking.join()
        code = self.process.returncode
        if not self.has_started:
            return Unreadable("read.isolation", found=f"{sys.executable} ({_name(code)})")
        if is_late or code == OUT_OF_TIME:
            return _too_long(limits)
        return Unreadable("read.crashed", found=_name(code), expected=str(limits.memory))

    def _exchange(self, request: bytes, answers: list[bytes]) -> None:
        with suppress(OSError, EOFError, ValueError, MemoryError):  # who asked sees that
            if not self.has_started:
                self.has_started = _read(self.process.stdout, len(_HELLO)) == _HELLO
                if not self.has_started:
                    return
            _send(self.process.stdin, request)
            answers.append(_received(self.process.stdout))


def _too_long(limits: Limits) -> Unreadable:
    seconds = str(limits.seconds)
    return Unreadable("read.limit.seconds", found=seconds, expected=seconds)


def _too_much(limits: Limits) -> Unreadable:
    memory = str(limits.memory)
    return Unreadable("read.limit.memory", found=memory, expected=memory)


def _name(code: int) -> str:
    with suppress(ValueError):
        return signal.Signals(-code).name
    return str(code)


def _send(pipe: IO[bytes] | None, message: bytes) -> None:
    if pipe is None:
        raise EOFError
    pipe.write(_SIZE.pack(len(message)) + message)  # at once: each write wakes who waits for it
    pipe.flush()


def _received(pipe: IO[bytes] | None) -> bytes:
    (size,) = _SIZE.unpack(_read(pipe, _SIZE.size))
    return _read(pipe, size)


def _read(pipe: IO[bytes] | None, size: int) -> bytes:
    message = b"" if pipe is None else pipe.read(size)
    if len(message) < size:
        raise EOFError
    return message


# --- in the process ---------------------------------------------------------------------------


def serve() -> None:
    """The life of the process: file after file, until nobody gives it any."""
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    fresh, low = _memory_taken() or 0, _most_memory()
    outgoing.write(_HELLO)
    outgoing.flush()
    for number in range(_MOST_FILES):
        try:
            work, arguments, seconds, limits = pickle.loads(_received(incoming))  # noqa: S301 - from the parent
        except EOFError:
            return
        is_full = False
        limits = attrs.evolve(limits, isolated=False, _until=time.monotonic() + seconds)
        try:
            with bounded_time(limits), bounded_memory(limits, fresh + limits.memory * 3 // 4):
                message = pickle.dumps(work(*arguments, limits))
            if len(message) > limits.memory // _ANSWER:
                message = pickle.dumps(_too_much(limits))
            is_full = _most_memory() - low > limits.memory * 2 // 3
            if is_full:  # a library that got no more may have left out what it could not hold
                message = pickle.dumps(_too_much(limits))
        except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
            message = _message_of(error)
        del arguments
        kept = (_memory_taken() or 0) - fresh
        is_worn = number + 1 == _MOST_FILES or kept > limits.memory // _WORN or is_full
        _send(outgoing, message + _WORN_OUT * is_worn)
        del message
        if not number:
            settle()


def settle() -> None:
    """In a process that has read its first file: what it has loaded by then stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


def _message_of(error: Exception) -> bytes:
    if not isinstance(error, GxstatsError):
        error.add_note("".join(traceback.format_exception(error))[-_LONGEST_NOTE:])
    error.__traceback__ = None
    try:
        message = pickle.dumps(error)
        pickle.loads(message)  # noqa: S301 - our own; an exception of a library may not survive it
    except Exception:  # noqa: BLE001
        said = f"{type(error).__name__}: {error}"
        return pickle.dumps(RuntimeError(said[:_LONGEST_NOTE]))
    return message


@contextmanager
def bounded_memory(limits: Limits, most: int | None = None) -> Iterator[None]:
    """Within it this process gets no more memory than the limit allows beyond what it has.

    With ``most``, it has no more bytes than that in all. Raises :class:`Unreadable` for a
    :class:`MemoryError`; a library may end this process instead.
    """
    taken = _memory_taken()
    if taken is not None and most is None:
        most = taken + limits.memory
    try:
        with _soft_limit("RLIMIT_DATA", None if taken is None else most):
            yield
    except MemoryError as error:
        raise _too_much(limits) from error


@contextmanager
def bounded_time(limits: Limits) -> Iterator[None]:
    """Within it this process gets no more processor time than the limits allow, else it ends."""
    used = sum(os.times()[:2]) + max(min(limits.seconds, limits.seconds_left()), 0)
    with _soft_limit("RLIMIT_CPU", math.ceil(used)):
        yield


def _memory_taken() -> int | None:
    """Bytes of memory that the process may write to, as RLIMIT_DATA counts them."""
    with suppress(OSError), open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - quick
        return int(file.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    return None


def _most_memory() -> int:
    """The most bytes of memory that the process has had since it started; 0 where nobody tells."""
    with suppress(OSError), open("/proc/self/status", "rb") as file:  # noqa: PTH123 - quick
        for line in file:
            if line.startswith(b"VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


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
