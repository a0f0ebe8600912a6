"""Reading what organs publish: a container gives grids, one recognizer finds the form in them.

>>> from gxstats import read, examples
>>> reading = read(examples.path("yindu-2019"))
>>> reading.report.year, reading.report.requests.received.total
(2019, 50)
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from ..arguments import refuse_argument
from ..text import Bilingual
from .grid import Place
from .limits import Limits
from .results import Certainty, Doubt, Notice, Provenance, Reading
from .slips import Slip, Whose
from .unreadable import Unreadable, is_url

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
    "read_all",
]

Source: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO"
"""A path, the bytes themselves, or a binary stream."""

_SOURCE: Final = Bilingual(
    "文件路径、字节（文字请用 text.encode()）或以二进制方式打开的文件",
    "a path, bytes (of a text: text.encode()), or a file that is open in binary mode",
)
_TEXT: Final = re.compile(r"[\n\0]|\A\s*<")
"""What no path is, and the text of a report is likely to hold."""


def read(source: Source, *, limits: Limits | None = None) -> Reading:
    r"""Read a published report from a file: a page, a text, a table, an office file or a PDF.

    What kind of file it is, and in which encoding, is told by its content. Of a packed file (zip,
    eml) the only report in it is read, and :attr:`Reading.member` names it. Raises
    :class:`Unreadable`, which names the reason, :class:`OSError` for a path that cannot be
    opened, as :func:`open` does, and :class:`~gxstats.errors.WrongArgument` for what is no source. A cell that cannot be placed or read with certainty is left blank and listed in
    :attr:`Reading.doubts`. A file with several reports is for :func:`read_all`.

    >>> text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3"
    >>> read(text.encode()).report["/requests/received/natural_person"]
    3
    """
    first, *others = read_all(source, limits=limits)
    if others:
        from .packed import several

        raise several((first, *others))
    return first


def read_all(source: Source, *, limits: Limits | None = None) -> tuple[Reading, ...]:
    r"""Read every report in a file, in order: at least one.

    Several reports may be packed into one file (zip, eml), or stand one after the other in one
    document, each under a title with its year and organ. The limits are for the file as a whole.
    Raises as :func:`read` does, but for several reports.

    >>> text = "某局{}年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n"
    >>> text += "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 3 0 0 0 0 0 3\n"
    >>> readings = read_all((text.format(2022) + text.format(2023)).encode())
    >>> [reading.report.year for reading in readings]
    [2022, 2023]
    """
    limits = (Limits() if limits is None else limits).begun()
    from .packed import all_readings

    return all_readings(_bytes(source, limits), limits)


def _bytes(source: Source, limits: Limits) -> bytes:
    """The whole source, of which no more than the limit allows is ever taken in."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
    elif isinstance(source, (str, os.PathLike)):
        try:
            with Path(source).open("rb") as stream:
                data = stream.read(limits.bytes + 1)
        except (OSError, ValueError) as error:
            if isinstance(source, str) and _TEXT.search(source):
                refuse_argument("source", source, _SOURCE)
            if isinstance(error, FileNotFoundError) and is_url(os.fspath(source)):
                raise Unreadable("read.url", found=os.fspath(source)) from None
            raise
    else:
        taken = getattr(source, "read", None)
        found = taken(limits.bytes + 1) if taken is not None else None
        if not isinstance(found, bytes):  # no stream, or one of text
            refuse_argument("source", source, _SOURCE)
        data = found
    limits.require("bytes", len(data))
    return data
