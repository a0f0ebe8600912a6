"""What both kinds of Excel files share: from sheets to tables and lines.

A workbook is taken as it is seen: hidden sheets, rows and columns are no part of what is
published. The sheets of a workbook that hides them all are taken, with every number in doubt.
Rows of one text alone, such as titles and paragraphs, become lines; all others become tables,
whose blank cells are kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from ..grid import (
    OBJECT,
    Beside,
    Document,
    Grid,
    GridCell,
    HiddenText,
    Place,
    Shape,
    legible,
    rows_below,
    trimmed,
)  # fmt: skip
from ..limits import Limits
from ..numbers import looks_like_figure
from .kinds import blocks_of, kinds_of
from .places import COLUMNS, Range, place_of
from .rows import Row, Seen, rows_of
from .settled import settle
from .sheets import Sheet

__all__ = ["document_of_sheets"]

_LINES_GROUP: Final = 0
_LONGEST_GAP: Final = 20
"""Blank cells side by side, or blank lines, that may be cells of one row: the longest row of
the form has fifteen."""


def document_of_sheets(
    container: str, encoding: str, sheets: Iterable[Sheet], hidden: Iterable[str], limits: Limits
) -> Document:
    """Sheets as grids, in their order; ``hidden``: the names of sheets that are left out."""
    layouts = [_Layout(sheet, limits) for sheet in sheets]
    columns = _Columns(row for layout in layouts for row in layout.table_rows())
    grids: list[Grid] = []
    unseen = [HiddenText(name, Place(sheet=name), None) for name in hidden]
    pictures: list[tuple[int, int]] = []
    area = 0
    for number, layout in enumerate(layouts, 1):
        first = len(grids)
        for grid in layout.grids(number, columns):
            area += sum(map(len, grid.rows))
            limits.require("area", area)
            grids.append(grid)
        unseen += layout.hidden(first)
        below = rows_below(grids[first:], [at[0] for at in layout.sheet.objects], _row_of)
        pictures += [(first + one, row) for one, row in below]
        limits.require_time()
    beside = Beside(tuple(pictures))
    return Document(container, encoding, tuple(grids), hidden=tuple(unseen), beside=beside)


def _row_of(place: Place) -> int:
    at = place_of(place.reference or "")
    return -1 if at is None else at[0]


class _Layout:
    """One sheet set into rows, and these into tables and lines."""

    def __init__(self, sheet: Sheet, limits: Limits) -> None:
        settle(sheet)
        self.sheet = sheet
        self.name = sheet.name
        self.limits = limits
        self.across = Seen(sheet.hidden_columns)
        self.parts = list(_parts(rows_of(sheet, self.across, limits)))
        self.covered: tuple[int, int, list[tuple[int, int]]] = (-1, -1, [])
        """Some rows, and the runs of columns in which objects stand above them."""
        self.lasts: list[int] = []
        """The last row of each grid."""

    def table_rows(self) -> Iterator[Row]:
        """The rows of its tables."""
        return (row for kind, part in self.parts if kind is Shape.TABLE for row in part)

    def grids(self, group: int, columns: _Columns) -> Iterator[Grid]:
        """The grids of the sheet, in order; its tables share their columns."""
        spaced = len(self.parts) == 1
        for kind, part in self.parts:
            if kind is Shape.TABLE:
                self.lasts.append(part[-1].number)
                yield self._table(part, group, columns)
            elif lines := self._lines(part, spaced=spaced):
                self.lasts.append(part[-1].number)
                cells = enumerate(lines)
                made = tuple((GridCell(text, i, 0, 1, 1, place),) for i, (text, place) in cells)
                yield Grid(Shape.LINES, made, _LINES_GROUP)

    def hidden(self, first: int) -> Iterator[HiddenText]:
        """What nobody sees of the sheet, once it has its grids, of which ``first`` is the first."""
        for (row, column), text in sorted(self.sheet.hidden.items()):
            place = self.sheet.place(row, column)
            grid = min(bisect_left(self.lasts, row), max(len(self.lasts) - 1, 0))
            yield HiddenText(legible(text).strip(), place, first + grid)

    def _under_objects(self, text: str, cells: Range) -> str:
        """The text of some cells, marked where an object stands above a number or a blank."""
        if not self.sheet.objects or (text and not looks_like_figure(text)):
            return text
        first_row, first_column, last_row, last_column = cells
        if (first_row, last_row) != self.covered[:2]:
            self.covered = first_row, last_row, self.sheet.covered(first_row, last_row)
        runs = self.covered[2]
        found = bisect_right(runs, (last_column, COLUMNS)) - 1
        return text + OBJECT if found >= 0 and runs[found][1] >= first_column else text

    def _lines(self, rows: Sequence[Row], *, spaced: bool) -> list[tuple[str, Place]]:
        """Rows of one text each as lines; ``spaced``: blank rows between them are blank lines."""
        lines: list[tuple[str, Place]] = []
        last: Row | None = None
        for row in rows:
            if not row.texts:
                continue
            if spaced and last is not None:
                blank = min(row.seen - last.seen - 1, _LONGEST_GAP)
                self.limits.require("area", len(lines) + blank)
                lines += [("", Place(sheet=self.name or None))] * blank
            last = row
            for cell in row.texts:
                place = self.sheet.place(*cell.cells[:2])
                text = self._under_objects(trimmed(cell.text), cell.cells)
                lines += [(trimmed(line), place) for line in text.split("\n")]
        return lines

    def _table(self, rows: Sequence[Row], group: int, columns: _Columns) -> Grid:
        """Rows as a table, with blank cells over all the width of the tables around."""
        runs = columns.reached(cell.start for row in rows for cell in row.all_texts())
        self.limits.require("area", len(rows) * sum(end - start for start, end in runs))
        indexes = [row.index for row in rows]
        whole = {column for start, end in runs for column in range(start, end)}
        places = {column: self.across.place(column) for column in whole}
        made: list[tuple[GridCell, ...]] = []
        for number, row in enumerate(rows):
            width = whole.copy()
            cells: list[GridCell] = []
            for cell in row.own:
                if cell.text or not width.isdisjoint(range(cell.start, cell.end)):
                    place = self.sheet.place(*cell.cells[:2])
                    height = bisect_left(indexes, cell.last) - number
                    across = cell.end - cell.start
                    text = self._under_objects(cell.text.strip(), cell.cells)
                    comment = self.sheet.comments.get(cell.cells[:2], "")
                    cells.append(
                        GridCell(
                            text,
                            number,
                            cell.start,
                            height,
                            across,
                            place,
                            kept=True,
                            comment=comment,
                        )
                    )
            for cell in (*row.own, *row.above):
                width.difference_update(range(cell.start, cell.end))
            for column in width:
                at = row.number, places[column]
                place = self.sheet.place(*at)
                text = self._under_objects("", (*at, *at))
                comment = self.sheet.comments.get(at, "")
                cells.append(
                    GridCell(text, number, column, 1, 1, place, kept=True, comment=comment)
                )
            made.append(tuple(sorted(cells, key=lambda cell: cell.column)))
        return Grid(Shape.TABLE, tuple(made), group)


def _parts(rows: list[Row]) -> Iterator[tuple[Shape, list[Row]]]:
    """The rows of a sheet in order, in runs that are all tables or all lines."""
    if not any(row.is_several for row in rows):
        yield Shape.LINES, rows
        return
    for block in blocks_of(rows):
        kinds = zip(kinds_of(block), block, strict=True)
        for kind, run in groupby(kinds, key=lambda pair: pair[0]):
            yield kind, [row for _, row in run]


class _Columns:
    """The columns that the tables of a workbook take up.

    A table must not seem narrower than it is because its last cells are blank on one sheet, or
    in one row between blank ones: what belongs to it is told by all tables together. Texts far
    apart are different tables.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.runs: list[tuple[int, int]] = []
        for start, end in sorted({(cell.start, cell.end) for row in rows for cell in row.texts}):
            if self.runs and start - self.runs[-1][1] <= _LONGEST_GAP:
                self.runs[-1] = self.runs[-1][0], max(end, self.runs[-1][1])
            else:
                self.runs.append((start, end))

    def reached(self, starts: Iterable[int]) -> list[tuple[int, int]]:
        """The runs of columns in which some texts start."""
        firsts = [start for start, _ in self.runs]
        found = {bisect_right(firsts, start) - 1 for start in starts}
        return [self.runs[number] for number in sorted(found)]
