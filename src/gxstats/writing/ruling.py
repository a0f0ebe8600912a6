"""Drawing a printed table, spans and all, with ruled lines in a terminal.

rich's own tables have no spans, and the form is made of them. Widths are counted in terminal
columns (a Chinese character takes two), and lines break as Chinese is set: no line begins with
a closing mark or ends with an opening one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from .layout import PrintedCell, PrintedRole, PrintedTable

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["NoRoom", "ruled", "wrapped"]

Shown: TypeAlias = Callable[[PrintedCell], tuple[str, str, str]]
"""Gives the text of a rectangle, its style, and its alignment (left, center, right)."""

_TOKEN: Final = re.compile(
    r"\s+|[（《“‘]*(?:[!-~]+|[^\s])[）》”’，。、；：？！…]*",
)
_LONGEST_WORD: Final = 15
"""A longer word may be cut, so that no single word decides the width of a column."""

# Which ways the lines of a junction go -> the character: up, right, down, left as bits.
_JUNCTIONS: Final = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"
_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8


class NoRoom(Exception):
    """The table cannot be drawn in the width given without cutting a number."""


@cache
def _width(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` terminal columns.

    >>> wrapped("（三）不予公开", 8)
    ['（三）不', '予公开']
    """
    lines = [""]
    for token in _TOKEN.findall(text):
        if token.isspace():
            lines[-1] += " " if lines[-1] else ""
        elif _width(lines[-1] + token) <= width:
            lines[-1] += token
        else:
            lines.append("")
            for character in token:
                if lines[-1] and _width(lines[-1] + character) > width:
                    lines.append("")
                lines[-1] += character
    return [line.rstrip() for line in lines if line.strip()]


def ruled(table: PrintedTable, shown: Shown, width: int) -> Iterator[Text]:
    """The table as lines of text, in at most ``width`` terminal columns.

    Raises :class:`NoRoom` when the numbers and the words do not fit.
    """
    for padding in (1, 0):
        room = width - (table.columns + 1) - 2 * padding * table.columns
        widths = _column_widths(table, shown, room)
        if widths is not None:
            padded = [width + 2 * padding for width in widths]
            return _Drawing(table, shown, padded, padding).lines()
    raise NoRoom


def _column_widths(table: PrintedTable, shown: Shown, room: int) -> list[int] | None:
    """The width of every column, or None if there is no room."""
    widths = [1] * table.columns
    wanted = [1] * table.columns
    amount = [0.0] * table.columns
    for cell in table.cells:
        is_value = cell.role is PrintedRole.VALUE
        if cell.column_span > 1 and not is_value:
            continue  # it has the room of many columns
        column = cell.column + cell.column_span - 1
        text = shown(cell)[0]
        length = _width(text)
        words = max((_width(token) for token in _TOKEN.findall(text)), default=0)
        unbroken = length if is_value else max(min(words, _LONGEST_WORD), min(length, 4))
        widths[column] = max(widths[column], unbroken)
        # What stands beside many rows has room to be narrow.
        wanted[column] = max(wanted[column], -(-length // cell.row_span))
        amount[column] += length / cell.row_span
    spare = room - sum(widths)
    if spare < 0:
        return None
    # Columns with labels of one length stay alike.
    alike: dict[int, list[int]] = {}
    for column in range(table.columns):
        alike.setdefault(wanted[column], []).append(column)
    while True:
        groups = [
            [column for column in columns if widths[column] < length]
            for length, columns in alike.items()
        ]
        groups = [group for group in groups if 0 < len(group) <= spare]
        if not groups:
            break
        # So much text takes amount / width lines: widen where that saves most.
        group = max(groups, key=lambda group: sum(amount[c] / widths[c] ** 2 for c in group))
        for column in group:
            widths[column] += 1
        spare -= len(group)
    return widths


@attrs.frozen(slots=False)
class _Drawing:
    """A table with its widths settled."""

    table: PrintedTable
    shown: Shown
    widths: Sequence[int]
    padding: int

    @cached_property
    def rules(self) -> frozenset[int]:
        """The rows over which a rule is drawn; the number of rows stands for the one below all."""
        table = self.table
        found = {0, table.rows}
        for row in range(table.rows):
            if row not in table.value_rows:
                found |= {row, row + 1}
        for cell in table.cells:
            if cell.role is PrintedRole.HEADING:
                found |= {cell.row, cell.row + cell.row_span}
        return frozenset(found)

    @cached_property
    def heights(self) -> list[int]:
        """The lines of text in each row."""
        heights = [1] * self.table.rows
        for cell in sorted(self.table.cells, key=lambda cell: cell.row_span):
            rows = range(cell.row, cell.row + cell.row_span)
            inner_rules = sum(row in self.rules for row in rows[1:])
            missing = len(self._text_lines(cell)) - inner_rules - sum(heights[r] for r in rows)
            if missing > 0:
                heights[rows[-1]] += missing
        return heights

    def _inner_width(self, cell: PrintedCell) -> int:
        columns = self.widths[cell.column : cell.column + cell.column_span]
        return sum(columns) + cell.column_span - 1

    def _text_lines(self, cell: PrintedCell) -> list[str]:
        return wrapped(self.shown(cell)[0], self._inner_width(cell) - 2 * self.padding)

    def lines(self) -> Iterator[Text]:
        """Every line, from the rule on top to the rule below."""
        starts: dict[PrintedCell, int] = {}
        line = 0
        for row in range(self.table.rows + 1):
            if row in self.rules:
                yield self._rule(row, line, starts)
                line += 1
            if row == self.table.rows:
                return
            for cell in self.table.cells:
                if cell.row == row:
                    starts[cell] = line
            for _ in range(self.heights[row]):
                yield self._row(row, line, starts)
                line += 1

    def _row(self, row: int, line: int, starts: dict[PrintedCell, int]) -> Text:
        from rich.text import Text

        text = Text(no_wrap=True)
        column = 0
        while column < self.table.columns:
            cell = self.table.at[row, column]
            text.append("│", style="dim")
            self._append(text, cell, line - starts[cell])
            column += cell.column_span
        return text.append("│", style="dim")

    def _rule(self, row: int, line: int, starts: dict[PrintedCell, int]) -> Text:
        from rich.text import Text

        text = Text(no_wrap=True)
        column = 0
        while column < self.table.columns:
            text.append(self._junction(row, column), style="dim")
            cell = self._crossing(row, column)
            if cell is None:
                text.append("─" * self.widths[column], style="dim")
                column += 1
            else:
                self._append(text, cell, line - starts[cell])
                column += cell.column_span
        return text.append(self._junction(row, column), style="dim")

    def _crossing(self, row: int, column: int) -> PrintedCell | None:
        """The rectangle that crosses the line over a row, if one does."""
        above = self.table.at.get((row - 1, column))
        return above if above is not None and above is self.table.at.get((row, column)) else None

    def _junction(self, row: int, column: int) -> str:
        def across(row: int, column: int) -> bool:
            return 0 <= column < self.table.columns and self._crossing(row, column) is None

        def down(row: int) -> bool:
            left = self.table.at.get((row, column - 1))
            right = self.table.at.get((row, column))
            return left is not right

        ways = 0
        ways |= _UP if row > 0 and down(row - 1) else 0
        ways |= _DOWN if row < self.table.rows and down(row) else 0
        ways |= _LEFT if across(row, column - 1) else 0
        ways |= _RIGHT if across(row, column) else 0
        return _JUNCTIONS[ways]

    def _append(self, text: Text, cell: PrintedCell, line: int) -> None:
        """One line of a rectangle, filled up to its width."""
        _, style, alignment = self.shown(cell)
        lines = self._text_lines(cell)
        if cell.row_span > 1:
            line -= (self._height(cell) - len(lines)) // 2
        words = lines[line] if 0 <= line < len(lines) else ""
        room = self._inner_width(cell) - 2 * self.padding - _width(words)
        before = {"left": 0, "center": room // 2, "right": room}[alignment]
        text.append(" " * (self.padding + before))
        text.append(words, style=style)
        text.append(" " * (room - before + self.padding))

    def _height(self, cell: PrintedCell) -> int:
        rows = range(cell.row, cell.row + cell.row_span)
        return sum(self.heights[row] for row in rows) + sum(row in self.rules for row in rows[1:])
