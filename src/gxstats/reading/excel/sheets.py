"""Sheets as their files give them, of both formats: only the cells that are there."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from ..grid import Place, unsure
from ..limits import Limits
from ..unreadable import Unreadable
from .conditions import Rule
from .looks import PLAIN, Look
from .places import Range, reference_of

__all__ = ["Sheet", "Tally"]


@attrs.define(eq=False)
class Tally:
    """What all sheets of a workbook hold together, bounded as it comes."""

    limits: Limits
    cells: int = 0
    characters: int = 0

    def take(self, cells: int, characters: int = 0) -> None:
        """Count some cells, and characters in them."""
        self.cells += cells
        self.characters += characters
        if self.cells > self.limits.area or self.characters > self.limits.characters:
            self.limits.require("area", self.cells)
            self.limits.require("characters", self.characters)


@attrs.define(eq=False)
class Sheet:
    """A sheet as its file gives it: only the cells that are there."""

    name: str
    tally: Tally
    usual_size: float = 11.0
    """Points of the font in whose digits the widths of columns are given."""
    texts: dict[int, dict[int, str]] = attrs.field(factory=dict)
    """Texts that are not blank, by row and column from 0, as they are seen."""
    hidden: dict[tuple[int, int], str] = attrs.field(factory=dict)
    """What the look of a cell hides of its text."""
    looks: dict[tuple[int, int], Look] = attrs.field(factory=dict)
    """The looks of cells with a text, but for the plain one."""
    numbers: set[tuple[int, int]] = attrs.field(factory=set)
    """Cells that hold a number, and not a text that looks like one."""
    rich: set[tuple[int, int]] = attrs.field(factory=set)
    """Cells whose text has fonts of its own, of which programs differ what conditions change."""
    ruled: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)
    """By row, the runs of columns with a border: of rows with text, and of each row below one."""
    merged: list[Range] = attrs.field(factory=list)
    hidden_rows: list[tuple[int, int]] = attrs.field(factory=list)
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    widths: list[tuple[int, int, float]] = attrs.field(factory=list)
    """First and last column of some, with their width in digits."""
    usual_width: float = 9.14
    heights: dict[int, float] = attrs.field(factory=dict)
    """Points, of the rows that say so."""
    usual_height: float = 15.0
    rules: list[Rule] = attrs.field(factory=list)
    comments: dict[tuple[int, int], str] = attrs.field(factory=dict)
    """What the comments of cells say."""
    objects: list[Range] = attrs.field(factory=list)
    """Where pictures, charts, shapes and controls stand above cells."""
    _filled: set[int] = attrs.field(factory=set)

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands in the source."""
        return Place(sheet=self.name, reference=reference_of(row, column))

    def expect(self, row: int) -> None:
        """Take in that a row holds a cell, whose text is to come."""
        self._filled.add(row)
        self.tally.take(1)

    def put(self, row: int, column: int, text: str, *, expected: bool = False) -> None:
        """Take in a cell's text. A file that holds a cell twice does not tell what it shows."""
        if not text.strip():
            return
        cells = self.texts.setdefault(row, {})
        if column in cells:
            where = f"{self.name}!{reference_of(row, column)}"
            raise Unreadable("read.damaged", found=f"{where} × 2")
        cells[column] = text
        self._filled.add(row)
        self.tally.take(0 if expected else 1, len(text))

    def put_seen(
        self, row: int, column: int, seen: str, hidden: str, look: Look, *, expected: bool = False
    ) -> None:
        """Take in what is seen of a cell's text, what is hidden of it, and the look of the cell."""
        self.put(row, column, seen, expected=expected)
        if hidden.strip():
            self.hidden[row, column] = hidden
            self._filled.add(row)
            self.tally.take(1, len(hidden))
        if look is not PLAIN and (seen or hidden):
            self.looks[row, column] = look

    def doubt(self) -> None:
        """Mark all numbers as unsure: the sheet is hidden."""
        for cells in self.texts.values():
            for column, text in cells.items():
                cells[column] = unsure(text)

    def change(self, row: int, column: int, text: str, hidden: str) -> None:
        """Give a cell the text that is seen after all; where none is, it is hidden."""
        self.hidden.pop((row, column), None)
        self.texts.get(row, {}).pop(column, None)
        if text.strip():
            self.texts.setdefault(row, {})[column] = text
        else:
            self.hidden[row, column] = hidden

    def filled(self, cells: Range) -> list[tuple[int, int]]:
        """The cells of a range that have a text, whether it is seen or not."""
        first_row, first_column, last_row, last_column = cells
        among = range(first_row, last_row + 1)
        rows = among if len(among) < len(self.texts) else [r for r in self.texts if r in among]
        found = [
            (row, column)
            for row in rows
            for column in self.texts.get(row, ())
            if first_column <= column <= last_column
        ]
        found += [
            (row, column)
            for row, column in self.hidden
            if first_row <= row <= last_row and first_column <= column <= last_column
        ]
        return list(dict.fromkeys(found))

    def width(self, column: int) -> float:
        """The width of a column in digits."""
        found = bisect_right(self.widths, column, key=lambda width: width[0]) - 1
        if found >= 0 and column <= self.widths[found][1]:
            return self.widths[found][2]
        return self.usual_width

    def covered(self, first_row: int, last_row: int) -> list[tuple[int, int]]:
        """The runs of columns in which an object stands above some rows."""
        self.tally.limits.require_time()
        runs: list[tuple[int, int]] = []
        for first, last in sorted(
            (left, right)
            for top, left, bottom, right in self.objects
            if top <= last_row and first_row <= bottom
        ):
            if runs and first <= runs[-1][1] + 1:
                runs[-1] = runs[-1][0], max(last, runs[-1][1])
            else:
                runs.append((first, last))
        return runs

    def rule(self, row: int, first: int, last: int) -> None:
        """Take in that some cells have a border. Rows must come in order."""
        if row not in self._filled and row - 1 not in self._filled:
            return  # nothing that could be a row of a table
        runs = self.ruled.setdefault(row, [])
        if runs and runs[-1][1] + 1 == first:
            runs[-1] = (runs[-1][0], last)
            return
        runs.append((first, last))
        self.tally.take(1)

    def merge(self, cells: Range) -> None:
        """Take in cells that are merged."""
        if cells[0] <= cells[2] and cells[1] <= cells[3]:
            self.merged.append(cells)
            self.tally.take(1)

    def cover(self, cells: Range) -> None:
        """Take in that an object stands above some cells."""
        if cells[0] <= cells[2] and cells[1] <= cells[3]:
            self.objects.append(cells)
            self.tally.take(1)

    def set_row(self, row: int, height: float) -> None:
        """Take in the height of a row; one of no height is hidden."""
        self.heights[row] = height
        if not height:
            self.hide_rows(row, row)

    def set_columns(self, first: int, last: int, width: float, *, is_hidden: bool) -> None:
        """Take in the width of columns. They must come in order.

        Those of no width that are not said to be hidden are shown by some programs.
        """
        self.widths.append((first, last, width))
        self.tally.take(1)
        if is_hidden:
            self.hide_columns(first, last)

    def hide_rows(self, first: int, last: int) -> None:
        """Take in that rows are hidden."""
        _extend(self.hidden_rows, first, last)

    def hide_columns(self, first: int, last: int) -> None:
        """Take in that columns are hidden."""
        _extend(self.hidden_columns, first, last)


def _extend(hidden: list[tuple[int, int]], first: int, last: int) -> None:
    if hidden and hidden[-1][1] + 1 == first <= last:
        hidden[-1] = hidden[-1][0], last
    elif 0 <= first <= last:
        hidden.append((first, last))
