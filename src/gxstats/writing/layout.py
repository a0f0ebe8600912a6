"""The form's tables as they are printed: every heading, label and value in its rectangle.

Derived from the catalogue alone. The HTML page, the terminal and the documentation draw what
stands here; none of them knows the form.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from ..forms.catalogue import UNLABELLED_ROW, Cell, Table
from ..forms.report import Form
from ..lazy import computed_once
from ..text import Bilingual

__all__ = ["PrintedCell", "PrintedRole", "PrintedTable", "printed_tables"]


class PrintedRole(enum.Enum):
    """What a printed rectangle is."""

    HEADING = "heading"
    """Stands over several columns or beside several rows."""
    COLUMN = "column"
    """The label of a column."""
    LABEL = "label"
    """The label of a row."""
    VALUE = "value"
    """A cell of the form."""
    NOTE = "note"
    """The cross-check note in the corner of table three."""


@attrs.frozen(cache_hash=True)
class PrintedCell:
    """One rectangle of a printed table; rows and columns are counted from 0."""

    role: PrintedRole
    text: Bilingual | None
    """What is printed in it; ``None`` where a value goes."""
    address: str | None
    """The address of the cell of the form; ``None`` for printed words."""
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """Every (row, column) that it covers."""
        for row in range(self.row, self.row + self.row_span):
            for column in range(self.column, self.column + self.column_span):
                yield row, column


@attrs.frozen(slots=False)
class PrintedTable:
    """One printed table: rectangles that tile it without gap or overlap, in reading order.

    >>> from gxstats import form
    >>> [(t.table.number, t.rows, t.columns) for t in printed_tables(form("2021"))]
    [('二', 14, 4), ('三', 28, 10), ('四', 4, 15)]
    """

    table: Table
    rows: int
    columns: int
    cells: tuple[PrintedCell, ...]

    @cached_property
    def at(self) -> dict[tuple[int, int], PrintedCell]:
        """The rectangle that covers each (row, column)."""
        return {place: cell for cell in self.cells for place in cell.places}

    @cached_property
    def value_rows(self) -> frozenset[int]:
        """The rows that hold values; the others are heads."""
        return frozenset(cell.row for cell in self.cells if cell.role is PrintedRole.VALUE)

    @cached_property
    def _headers(self) -> dict[PrintedCell, tuple[PrintedCell, ...]]:
        return {cell: (*self._above(cell), *self._beside(cell)) for cell in self.cells}

    def headers(self, cell: PrintedCell) -> tuple[PrintedCell, ...]:
        """The headings and labels of a value: those above, outermost first, then those beside."""
        return self._headers[cell]

    def _above(self, cell: PrintedCell) -> tuple[PrintedCell, ...]:
        found: list[PrintedCell] = []
        for row in range(cell.row - 1, -1, -1):
            if row in self.value_rows:
                if found:  # the rows of the block before
                    break
                continue
            above = self.at[row, cell.column]
            if above not in found:
                found.append(above)
        return tuple(reversed(found))

    def _beside(self, cell: PrintedCell) -> tuple[PrintedCell, ...]:
        beside = (self.at[cell.row, column] for column in range(cell.column))
        return tuple(
            dict.fromkeys(other for other in beside if other.role is not PrintedRole.VALUE)
        )


@computed_once
def printed_tables(form: Form) -> tuple[PrintedTable, ...]:
    """The tables of a form as they are printed, in the form's order.

    >>> from gxstats import form
    >>> table = printed_tables(form("2019"))[1]
    >>> [cell.text.zh for cell in table.cells if cell.row == 2]
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
    """
    return tuple(
        _printed(table, [cell for cell in form if cell.table == table]) for table in form.tables
    )


def _printed(table: Table, cells: Sequence[Cell]) -> PrintedTable:
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.position.row, []).append(cell)
    heads = {tuple(_column_path(cell) for cell in row) for row in rows.values()}
    made = _matrix(list(rows.values())) if len(heads) == 1 else _blocks(list(rows.values()))
    return PrintedTable(
        table=table,
        rows=1 + max(row for cell in made for row, _ in cell.places),
        columns=1 + max(column for cell in made for _, column in cell.places),
        cells=tuple(sorted(made, key=lambda cell: (cell.row, cell.column))),
    )


_Path: TypeAlias = tuple[Bilingual, ...]
"""A label with the headings over it, outermost first."""


def _column_path(cell: Cell) -> _Path:
    return (*cell.columns, cell.column)


def _row_path(cell: Cell) -> _Path:
    return () if cell.row == UNLABELLED_ROW else (*cell.headings, cell.row)


def _matrix(rows: Sequence[Sequence[Cell]]) -> list[PrintedCell]:
    """A table whose rows all have the same columns: heads on top, labels beside."""
    columns = [_column_path(cell) for cell in rows[0]]
    labels = [_row_path(row[0]) for row in rows]
    height, width = _depth(columns), _depth(labels)
    made = [
        PrintedCell(
            PrintedRole.COLUMN if lowest else PrintedRole.HEADING,
            text,
            None,
            row=level,
            column=width + start,
            row_span=thickness,
            column_span=length,
        )
        for text, level, thickness, start, length, lowest in _brackets(columns)
    ]
    made += [
        PrintedCell(
            PrintedRole.LABEL if lowest else PrintedRole.HEADING,
            text,
            None,
            row=height + start,
            column=level,
            row_span=length,
            column_span=thickness,
        )
        for text, level, thickness, start, length, lowest in _brackets(labels)
    ]
    corner = rows[0][0].table.corner
    if width and corner is not None:
        made.append(
            PrintedCell(PrintedRole.NOTE, corner, None, 0, 0, row_span=height, column_span=width)
        )
    made += [
        PrintedCell(PrintedRole.VALUE, None, cell.address, height + place, width + column)
        for place, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    return made


def _blocks(rows: Sequence[Sequence[Cell]]) -> list[PrintedCell]:
    """A table of blocks, each with a heading and columns of its own up to the edge."""
    width = 1 + max(len(row) for row in rows)
    made: list[PrintedCell] = []
    heading: _Path | None = None
    line = 0
    for row in rows:
        if row[0].headings != heading:
            heading = row[0].headings
            for text in heading:
                made.append(
                    PrintedCell(PrintedRole.HEADING, text, None, line, 0, column_span=width)
                )
                line += 1
            made.append(PrintedCell(PrintedRole.COLUMN, row[0].table.corner, None, line, 0))
            made += [
                PrintedCell(PrintedRole.COLUMN, cell.column, None, line, column, column_span=span)
                for column, span, cell in _to_the_edge(row, width)
            ]
            line += 1
        made.append(PrintedCell(PrintedRole.LABEL, row[0].row, None, line, 0))
        made += [
            PrintedCell(PrintedRole.VALUE, None, cell.address, line, column, column_span=span)
            for column, span, cell in _to_the_edge(row, width)
        ]
        line += 1
    return made


def _to_the_edge(row: Sequence[Cell], width: int) -> Iterator[tuple[int, int, Cell]]:
    for column, cell in enumerate(row, start=1):
        yield column, (width - column if column == len(row) else 1), cell


def _depth(paths: Sequence[_Path]) -> int:
    return max(len(path) for path in paths)


def _brackets(paths: Sequence[_Path]) -> Iterator[tuple[Bilingual, int, int, int, int, bool]]:
    """Labels in levels, as brackets over a sequence of lines.

    Neighbours that share a heading share one bracket; a label itself reaches down to the lowest
    level. Gives text, level, thickness in levels, start, length in lines, and whether it is a
    label.
    """
    depth: Final = _depth(paths)
    for level in range(depth):
        start = 0
        while start < len(paths):
            path = paths[start]
            lowest = len(path) == level + 1
            end = start + 1
            if not lowest:
                while end < len(paths) and paths[end][: level + 1] == path[: level + 1]:
                    end += 1
            if level < len(path):
                thickness = depth - level if lowest else 1
                yield path[level], level, thickness, start, end - start, lowest
            start = end
