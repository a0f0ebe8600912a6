"""What drawn lines leave open in a table: whose number it is, and whether a blank is one.

A cell over several places of a row of numbers is no merged cell, unless its column's head is as
wide: a line is missing there, and nothing tells which place its number belongs to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from .page import Box
from .words import is_figure

__all__ = ["JoinedCell", "doubted", "is_doubted", "number_columns", "settled"]

_OPEN: Final = "\ufffd"
"""What stands for something that could not be read."""
_REGULAR: Final = 2
"""Other cells of a page that are as wide, if columns are that wide there."""


class JoinedCell(NamedTuple):
    """A cell of the joined table."""

    text: str
    row: int
    start: int
    end: int
    row_span: int
    page: int
    box: Box
    is_full: bool
    """Its last line is as long as the cell allows, so that the text may go on."""

    @property
    def columns(self) -> tuple[int, int]:
        """The first column, and the one after the last."""
        return self.start, self.end

    @property
    def is_number(self) -> bool:
        """Whether it holds what can stand for a number, and nothing else."""
        return _is_number(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not self.text.strip()

    @property
    def is_label(self) -> bool:
        """Whether it holds text."""
        return _is_label(self.text)


@lru_cache(maxsize=4096)
def _is_number(text: str) -> bool:
    return bool(text) and all(map(is_figure, text.split()))


@lru_cache(maxsize=4096)
def _is_label(text: str) -> bool:
    return not all(map(is_figure, text.replace(_OPEN, "").split()))


def doubted(cell: JoinedCell) -> JoinedCell:
    """The cell, so that what is printed in it is not taken for certain."""
    return cell if is_doubted(cell) else cell._replace(text=cell.text + _OPEN)


def is_doubted(cell: JoinedCell) -> bool:
    """Whether something in the cell could not be read."""
    return _OPEN in cell.text


def number_columns(cells: Iterable[JoinedCell]) -> frozenset[int]:
    """The columns in which numbers stand."""
    return frozenset(
        column
        for cell in cells
        if cell.row_span == 1 and cell.is_number and any(map(str.isdigit, cell.text))
        for column in _columns(cell)
    )


def settled(
    parts: Sequence[Sequence[JoinedCell]], numbers: frozenset[int]
) -> Iterator[list[JoinedCell]]:
    """The parts of a table, page by page, with one cell for each place where a line is missing."""
    heads: dict[int, _Head] = {}
    regions = list(_regions(parts, numbers))
    pages = [_Part(part, own, heads, numbers) for part, own in zip(parts, regions, strict=True)]
    for page in pages:
        yield page.settled()


def _regions(
    parts: Sequence[Sequence[JoinedCell]], numbers: frozenset[int]
) -> Iterator[dict[int, set[int]]]:
    """For each part: the columns of numbers by row. A head begins a region of its own.

    Where a page is laid out by a table, several tables stand in its cells, one below the other.
    """
    region: set[int] = set()
    for part in parts:
        rows: dict[int, list[JoinedCell]] = {}
        for cell in part:
            rows.setdefault(cell.row, []).append(cell)
        found: dict[int, set[int]] = {}
        for row in range(max((cell.row + cell.row_span for cell in part), default=0)):
            own = rows.get(row, [])
            numbered = [cell for cell in own if cell.row_span == 1 and cell.is_number]
            if not numbered and any(cell.is_label and cell.start in numbers for cell in own):
                region = set()
            region |= number_columns(numbered)
            found[row] = region
        yield found


@attrs.define(eq=False)
class _Head:
    """The head of some columns."""

    columns: tuple[int, int]
    widths: set[tuple[int, int]] = attrs.field(factory=set)
    """The extents of the numbers below it."""


class _Part:
    """The cells of one page."""

    def __init__(
        self,
        cells: Sequence[JoinedCell],
        numbers: Mapping[int, set[int]],
        heads: dict[int, _Head],
        all_numbers: frozenset[int],
    ) -> None:
        self.all_numbers = all_numbers
        self.cells = sorted(cells, key=lambda cell: (cell.row, cell.start))
        self.numbers = numbers
        self.numbered = {
            row
            for cell in cells
            if cell.is_number and not numbers[cell.row].isdisjoint(_columns(cell))
            for row in _rows(cell)
        }
        self.widths = Counter(cell.columns for cell in cells if cell.is_number)
        self.above: dict[int, list[_Head | None]] = {}
        for cell in self.cells:
            if cell.is_label and self.numbered.isdisjoint(_rows(cell)):
                heads.update(dict.fromkeys(_columns(cell), _Head(cell.columns)))
                continue
            own = [heads.get(column) for column in _columns(cell)]
            self.above[id(cell)] = own
            for head in own:
                if head is not None and cell.is_number:
                    head.widths.add(cell.columns)

    def settled(self) -> list[JoinedCell]:
        """The cells, cut where a line is missing, and doubted where it is not known whose."""
        found: list[JoinedCell] = []
        for cell in self.cells:
            if cell.row_span == cell.end - cell.start == 1:
                found.append(cell)
            else:
                found += self._cut(cell)
        beside = {  # where the numbers of several rows stand beside one label
            (row, cell.end)
            for cell in found
            if cell.row_span > 1 and cell.is_label
            for row in _rows(cell)
        }
        several = {
            row
            for cell in found
            if cell.row_span > 1
            and cell.is_label
            and any(cell.end in self.numbers[row] for row in _rows(cell) if row in self.numbered)
            for row in _rows(cell)
        }
        return [
            doubted(cell)
            if cell.is_blank
            and (
                (cell.row in several and cell.start in self.numbers[cell.row])
                or ((cell.row, cell.start) in beside and cell.start in self.all_numbers)
            )
            else cell
            for cell in found
        ]

    def _cut(self, cell: JoinedCell) -> Iterator[JoinedCell]:
        rows = _rows(cell)
        own = {c for row in rows if row in self.numbered for c in self.numbers[row]}
        columns = [column for column in _columns(cell) if column in own]
        if not columns or (len(rows) == 1 and self._is_regular(cell)):
            yield cell
            return
        first = min(row for row in rows if row in self.numbered)
        if columns[0] > cell.start:
            yield cell._replace(
                end=columns[0], is_full=True, text=cell.text if cell.is_label else ""
            )
        elif first > cell.row:
            yield cell._replace(row_span=first - cell.row)
            rows = range(first, rows.stop)
        text = "" if cell.is_label else cell.text
        for row in rows:
            doubt = _OPEN if row in self.numbered else ""
            for column in range(columns[0], cell.end):
                yield cell._replace(
                    text=text + doubt, row=row, start=column, end=column + 1, row_span=1
                )

    def _is_regular(self, cell: JoinedCell) -> bool:
        """Whether columns are as wide as a cell: so is their head, or most cells of the page."""
        head = self.above[id(cell)][0]
        if head is not None and head.columns == cell.columns:
            return not any(_is_within(width, cell.columns) for width in head.widths)
        within = sum(
            count for width, count in self.widths.items() if _is_within(width, cell.columns)
        )
        return self.widths[cell.columns] > max(within, _REGULAR)


def _is_within(columns: tuple[int, int], others: tuple[int, int]) -> bool:
    return columns != others and others[0] <= columns[0] and columns[1] <= others[1]


def _rows(cell: JoinedCell) -> range:
    return range(cell.row, cell.row + cell.row_span)


def _columns(cell: JoinedCell) -> range:
    return range(cell.start, cell.end)
