"""What a worker gives back of a chunk: rows, those of the reports packed.

A worker needs no Arrow: what is drawn together from all workers is made into columns once.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from ..columnar.wide import row_of
from .judging import FileRow, FoundRow, Source, judged

__all__ = ["Results", "judge_all", "reports_in"]


class Results(NamedTuple):
    """What comes of some files."""

    files: list[FileRow]
    found: list[FoundRow]
    reports: bytes
    """The rows of the reports, pickled: they wait in a tenth of the memory that Arrow takes for
    so few. Empty where there are none."""


def judge_all(sources: Iterable[Source], *, archives: bool = False) -> Results:
    """Read and judge some files, one after the other; ``archives``: also what is packed."""
    files: list[FileRow] = []
    found: list[FoundRow] = []
    reports = []
    for source in sources:
        for judgement in judged(source, archives=archives):
            files.append(judgement.file)
            found += judgement.found
            if judgement.report is not None:
                reports.append((judgement.file.file, *row_of(judgement.report)))
    return Results(files, found, pickle.dumps(reports) if reports else b"")


def reports_in(packed: Iterable[bytes]) -> Iterator[tuple[Any, ...]]:
    """The rows of the reports of several results."""
    return chain.from_iterable(pickle.loads(one) for one in packed if one)  # noqa: S301 - our own
