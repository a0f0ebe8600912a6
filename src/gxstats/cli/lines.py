"""JSON Lines: a report document in each line, taken in and told one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import InvalidDocument
from ..relations import check
from ..wire import JSONLimits, from_json
from .streams import STANDARD, FileTrouble, standard_input, trouble_of
from .verdict import Failure, Judged, Judgement

__all__ = ["are_lines", "judged_lines", "lines_of"]

_ENDS = (".jsonl", ".ndjson")


def are_lines(name: str) -> bool:
    """Whether a file is JSON Lines by its name."""
    return name.lower().endswith(_ENDS)


def lines_of(name: str) -> Iterator[tuple[str, bytes]]:
    """Each line of a file that is not blank, called ``FILE#LINE``; never more than one is held.

    Of a line that is too long, as much is given as shows that. Raises
    :class:`~gxstats.cli.streams.FileTrouble`.
    """
    most = JSONLimits().bytes
    try:
        if name == STANDARD:
            yield from _lines(standard_input(), name, most)
            return
        with Path(name).open("rb") as stream:
            yield from _lines(stream, name, most)
    except OSError as error:
        raise trouble_of(name, error) from error


def _lines(stream: BinaryIO, name: str, most: int) -> Iterator[tuple[str, bytes]]:
    number = 0
    whole = True
    while line := stream.readline(most + 1):
        number += whole
        if whole and line.strip():
            yield f"{name}#{number}", line
        whole = line.endswith(b"\n")


def judged_lines(name: str) -> Iterator[Judgement]:
    """The verdict on the document in each line; what cannot be read any further is the last one."""
    try:
        for own, data in lines_of(name):
            try:
                report = from_json(data)
            except InvalidDocument as error:
                yield Failure(own, error, document=data)
            else:
                yield Judged(own, report, None, check(report), document=data)
    except FileTrouble as trouble:
        yield Failure(name, trouble)
