"""Work that goes wrong in a process of its own, which imports no more than this for it."""

from __future__ import annotations

import os
import signal
import time

__all__ = ["dies", "slow"]


def slow(seconds: bytes) -> None:
    """Take so many seconds."""
    time.sleep(float(seconds))


def dies(_: bytes) -> None:
    """End the process in the midst of it."""
    os.kill(os.getpid(), signal.SIGKILL)
