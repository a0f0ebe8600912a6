"""How much work something is, in units that a slow machine stretches as it stretches the work.

Seconds tell as much of the machine, and of who else uses it, as of the program. So the tests that
hold work bounded count processor time, of this process alone, in units of a fixed piece of work
that is done in the same process just before and just after. How fast we are is measured in
``benchmarks/``, never in a test.
"""

from __future__ import annotations

import mmap
import re
import time
import zlib
from types import TracebackType
from typing import Any, Final, Self

etree: Any
try:
    from lxml import etree
except ImportError:  # the core has no parser, and what parses is not tested without one
    etree = None

__all__ = ["PATIENCE", "Work", "unit"]

PATIENCE: Final = 600
"""Seconds after which what has not ended is taken to hang. It says nothing of speed: it is there
for the run to end, and far beyond what the slowest machine takes."""

_PAGE: Final = b"<table>" + (b"<tr>" + b"<td>12</td>" * 20 + b"</tr>") * 200 + b"</table>"
_DEFLATED: Final = zlib.compress(_PAGE * 10)
_MEMORY: Final = 4 << 20


def unit() -> float:
    """The processor seconds that the piece of work takes here and now: about a hundredth.

    It is made of what the readers are made of: Python over small texts, patterns, inflating,
    parsing, and memory that the system has to hand out.
    """
    started = time.process_time()
    counts: dict[str, int] = {}
    for number in range(12_000):
        key = str(number % 97)
        counts[key] = counts.get(key, 0) + number
    text = zlib.decompress(_DEFLATED)[: len(_PAGE)].decode()
    re.findall(r"\d+", text)
    if etree is not None:
        for element in etree.fromstring(text).iter():
            counts[element.tag] = len(element.text or "")
    with mmap.mmap(-1, _MEMORY) as memory:
        for place in range(0, _MEMORY, mmap.PAGESIZE):
            memory[place] = 1
    return time.process_time() - started


class Work:
    """What is done within the ``with``, in units of :func:`unit`.

    The larger of the two measures around it is the unit: what slows one of them down is taken to
    have slowed the work.
    """

    seconds: float
    units: float

    def __enter__(self) -> Self:
        self._unit = unit()
        self._started = time.process_time()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.seconds = time.process_time() - self._started
        self.units = self.seconds / max(self._unit, unit())
