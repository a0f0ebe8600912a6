"""Texts whose cells are parted by commas or semicolons (CSV), as Excel and WPS write them.

Such a file is a sheet of which only the texts are left, and is taken as one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import inf
from typing import Final

import attrs

from .excel.grids import document_of_sheets
from .excel.sheets import Sheet, Tally
from .grid import Document, Place
from .limits import Limits
from .numbers import is_blank, looks_like_figure

__all__ = ["delimiter_of", "read_delimited"]

_DELIMITERS: Final = (",", ";")
_DECLARED: Final = re.compile(r"sep=([,;])[ \t]*(?:\r\n?|\n)", re.IGNORECASE)
"""A first line that tells Excel the delimiter."""
_LABELLED: Final = 3
"""Rows of a label and figures that make a table, which prose does not have."""
_LONG: Final = 6
"""Cells side by side, all of them figures or blank, that prose does not have even once."""
_FEWEST: Final = min(2 * _LABELLED, _LONG - 1)
"""Delimiters without which there is no such row."""
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
_OTHERWISE_PARTED: Final = re.compile(r"[^\s,;]\t+[^\s,;]|[|｜│]")
"""What parts the cells of a line otherwise; a tab beside a comma only keeps a number a text."""
_AS_TEXT: Final = re.compile(r'="([^"]*)"')
"""A number that Excel is to take as a text."""


def delimiter_of(text: str, limits: Limits) -> str | None:
    r"""What parts the cells of a text, if that are commas or semicolons.

    Rows of figures tell. Prose has commas but no such rows; and tabs or pipes must not part more
    lines than commas seem to do.

    >>> delimiter_of("规章,0,0,0\n行政规范性文件,5,2,31\n行政许可,418,,\n", Limits())
    ','
    >>> delimiter_of("全年受理申请5件,办结3件,结转2件。", Limits()) is None
    True
    """
    declared = _DECLARED.match(text)
    counts = {
        delimiter: _rows_of_figures(text, delimiter, limits)
        for delimiter in (declared[1] if declared else _DELIMITERS)
        if text.count(delimiter) >= _FEWEST
    }
    delimiter = max(counts, key=lambda one: counts[one], default="")
    if not counts.get(delimiter):
        return None
    lines = _QUOTED.sub("", text).splitlines()
    others = sum(_OTHERWISE_PARTED.search(line) is not None for line in lines)
    return delimiter if counts[delimiter] > others else None


def _rows_of_figures(text: str, delimiter: str, limits: Limits) -> int:
    """Rows of a label and figures, or of many figures; 0 if they make no table."""
    rows = area = 0
    certain = False
    try:
        for _, cells in _records(text, delimiter):
            area += len(cells)
            limits.require("area", area)
            runs = [list(run) for figure, run in groupby(cells, _is_figure) if figure]
            longest = max(runs, key=len, default=[])
            is_long = len(longest) >= _LONG
            certain |= is_long and any(longest)
            rows += is_long or _is_labelled(cells)
    except csv.Error:  # a quotation mark that is none of CSV
        return 0
    return rows if certain or rows >= _LABELLED else 0


def _is_figure(cell: str) -> bool:
    return is_blank(cell) or looks_like_figure(cell)


def _is_labelled(cells: list[str]) -> bool:
    """Whether cells are a label and figures; a comma may also stand between the digits of one."""
    label, *figures = cells or [""]
    return (
        len(figures) > 1
        and bool(label)
        and not label[-1].isdigit()
        and not _is_figure(label)
        and any(figures)
        and all(map(_is_figure, figures))
    )


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the text, each with the line on which it begins, from 1."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    for cells in reader:
        yield line, [found[1] if (found := _AS_TEXT.fullmatch(c)) else c.strip() for c in cells]
        line = reader.line_num + 1


@attrs.define(eq=False)
class _Lines(Sheet):
    """A sheet that is a text: its cells stand on lines."""

    lines: list[int] = attrs.field(factory=list)
    """The line on which each row begins."""

    def place(self, row: int, column: int) -> Place:
        """Line, and cell of that line."""
        return Place(line=self.lines[row], column=column + 1)


def read_delimited(
    text: str, delimiter: str, encoding: str, replaced: int, limits: Limits
) -> Document:
    """A text whose cells a delimiter parts, as grids."""
    sheet = _Lines("", Tally(limits), usual_width=inf)
    for row, (line, cells) in enumerate(_without_declaration(_records(text, delimiter))):
        sheet.lines.append(line)
        for column, cell in enumerate(cells):
            sheet.put(row, column, cell)
    document = document_of_sheets("csv", encoding, [sheet], (), limits)
    return attrs.evolve(document, replaced=replaced)


def _without_declaration(
    records: Iterable[tuple[int, list[str]]],
) -> Iterator[tuple[int, list[str]]]:
    for line, cells in records:
        if line > 1 or not (cells and cells[0].lower().startswith("sep=")):
            yield line, cells
