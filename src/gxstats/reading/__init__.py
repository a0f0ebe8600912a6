"""Reading what organs publish: a container gives grids, one recognizer finds the form in them.

>>> from gxstats import read, examples
>>> reading = read(examples.path("yindu-2019"))
>>> reading.report.year, reading.report.requests.received.total
(2019, 50)
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, TypeAlias

from .grid import Place
from .limits import Limits
from .results import Certainty, Doubt, Notice, Provenance, Reading
from .slips import Slip, Whose
from .unreadable import Unreadable

__all__ = [
    "Certainty",
    "Doubt",
    "Limits",
    "Notice",
    "Place",
    "Provenance",
    "Reading",
    "Slip",
    "Source",
    "Unreadable",
    "Whose",
    "read",
]

Source: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO"
"""A path, the bytes themselves, or a binary stream."""


def read(source: Source, *, limits: Limits | None = None) -> Reading:
    r"""Read a published report from a text, Markdown or HTML file.

    What kind of file it is, and in which encoding, is told by its content. Raises
    :class:`Unreadable`, which names the reason, and :class:`OSError` for a path that cannot be
    opened. A cell that cannot be placed or read with certainty is left blank and listed in
    :attr:`Reading.doubts`.

    >>> text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3"
    >>> read(text.encode()).report["/requests/received/natural_person"]
    3
    """
    limits = (Limits() if limits is None else limits).begun()
    from .containers import document_of
    from .recognizer import recognized

    return recognized(document_of(_bytes(source, limits), limits), limits)


def _bytes(source: Source, limits: Limits) -> bytes:
    """The whole source, of which no more than the limit allows is ever taken in."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
    elif isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as stream:
            data = stream.read(limits.bytes + 1)
    else:
        data = source.read(limits.bytes + 1)
        if not isinstance(data, bytes):
            raise TypeError("a stream must be opened in binary mode")
    limits.require("bytes", len(data))
    return data
