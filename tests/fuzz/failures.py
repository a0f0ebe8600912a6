"""What an input breaks, found in a process of its own, and the smallest input that breaks it."""

from __future__ import annotations

import os
import resource
import signal
import time
import traceback
from typing import Final

from tests.fuzz.targets import Target

__all__ = ["failure", "key_of", "minimized"]

CPU_SECONDS: Final = 5
"""Processor time that one input may take: a thousand times what it does take."""
MEGABYTES: Final = 1_000
_ADDRESSES: Final = 8 << 30
"""Bytes of addresses, so that the machine survives what is found."""
_OURS: Final = ("/gxstats/", "/fuzz/laws.py")


def key_of(error: Exception) -> str:
    """What tells two failures apart: the kind of error, and the line of ours that it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame
        for frame in frames
        if frame.filename.endswith(".py") and any(part in frame.filename for part in _OURS)
    ]
    last = (ours or frames)[-1]
    return f"{type(error).__name__} in {last.filename.rpartition('/')[2]}:{last.lineno}"


def failure(target: Target, data: bytes) -> str:
    """What an input breaks, in a few words; empty where the law holds."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
        signal.alarm(20 * CPU_SECONDS)
        try:
            target.holds(data)
        except Exception as error:  # noqa: BLE001 - every other one breaks the law
            os.write(sender, key_of(error).encode())
        os._exit(0)
    os.close(sender)
    _, status, used = os.wait4(child, 0)
    with os.fdopen(receiver, "rb") as pipe:
        said = pipe.read().decode()
    code = os.waitstatus_to_exitcode(status)
    if code in {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM}:
        return "takes too long"
    if used.ru_maxrss > MEGABYTES << 10:
        return "takes too much memory"
    return f"ends the process with {code}" if code else said


def minimized(target: Target, data: bytes, seconds: float) -> bytes:
    """The smallest input found in this time that fails as this one does."""
    key, until = failure(target, data), time.monotonic() + seconds
    size = len(data)
    while size := size // 2:
        start = 0
        while start < len(data) and time.monotonic() < until:
            shorter = data[:start] + data[start + size :]
            if failure(target, shorter) == key:
                data = shorter
            else:
                start += size
    return data
