"""Verdicts as CSV that a spreadsheet opens right, Chinese and all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ..text import Language
from .judging import Verdict
from .rows import COLUMNS, heads, rows_of, safe

__all__ = ["as_csv"]

_MARK = "\ufeff"
"""By this, spreadsheets know the text for UTF-8."""


def as_csv(
    verdicts: Iterable[Verdict], language: Language = "zh", *, base: PurePath | None = None
) -> Iterator[str]:
    r"""Verdicts as CSV, row by row as they come: the verdict on each file, then its points.

    The text begins with a byte order mark and its lines end in CR LF. A text from a file that a
    spreadsheet would take for a formula has an apostrophe before it.

    >>> from gxstats.verdicts import judge_bytes
    >>> rows = "".join(as_csv([judge_bytes(b"", "=1+1.html")], "en")).split("\r\n")
    >>> rows[2][:47]
    "'=1+1.html,,,,unreadable,error,unreadable,read."
    """
    yield _MARK + _line(heads(language))
    for verdict in verdicts:
        for row in rows_of(verdict, language, base):
            yield _line([safe(row.get(column)) for column in COLUMNS])


def _line(values: Iterable[str | int | None]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(values)
    return stream.getvalue()
