"""Sheets as their files give them, of both formats: only the cells that are there."""

from __future__ import annotations

from typing import Final, TypeAlias

import attrs

from ..limits import Limits
from ..unreadable import Unreadable
from .formats import BUILT_IN_FORMATS, GENERAL

__all__ = ["Range", "Sheet", "Styles", "Tally", "reference_of"]

Range: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 0."""
_LETTERS: Final = 26


def reference_of(row: int, column: int) -> str:
    """A cell as spreadsheets name it.

    >>> reference_of(6, 1), reference_of(0, 16383)
    ('B7', 'XFD1')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


@attrs.define(eq=False)
class Styles:
    """The styles of the cells of a workbook, as far as they bear on what is read."""

    formats: dict[int, str] = attrs.field(factory=BUILT_IN_FORMATS.copy)
    cells: list[tuple[int, bool]] = attrs.field(factory=list)
    """Of each style, the number of its format, and whether it has a border."""

    def code(self, style: int) -> str:
        """The number format of a style."""
        if style >= len(self.cells):
            return GENERAL
        return self.formats.get(self.cells[style][0], GENERAL)

    def is_ruled(self, style: int) -> bool:
        """Whether a style has a border."""
        return style < len(self.cells) and self.cells[style][1]


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
        self.limits.require("area", self.cells)
        self.limits.require("characters", self.characters)


@attrs.define(eq=False)
class Sheet:
    """A sheet as its file gives it: only the cells that are there."""

    name: str
    tally: Tally
    texts: dict[int, dict[int, str]] = attrs.field(factory=dict)
    """Texts that are not blank, by row and column from 0."""
    ruled: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)
    """By row, the runs of columns with a border: of rows with text, and of each row below one."""
    merged: list[Range] = attrs.field(factory=list)
    hidden_rows: list[tuple[int, int]] = attrs.field(factory=list)
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    _filled: set[int] = attrs.field(factory=set)

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
