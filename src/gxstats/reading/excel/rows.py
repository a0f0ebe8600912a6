"""From the cells that a sheet holds to rows as they are seen: nothing hidden, merged cells as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import attrs

from ..limits import Limits
from .places import Range
from .sheets import Sheet

__all__ = ["Cell", "Row", "Seen", "rows_of"]


class Seen:
    """Rows or columns counted without the hidden ones."""

    def __init__(self, hidden: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.before: list[int] = []
        """How many are hidden before each run of hidden ones, and at last in all."""
        total = 0
        for first, last in sorted(hidden):
            start = max(first, self.ends[-1] if self.ends else 0)
            if start <= last:
                self.starts.append(start)
                self.ends.append(last + 1)
                self.before.append(total)
                total += last + 1 - start
        self.shown = [s - b for s, b in zip(self.starts, self.before, strict=True)]
        """How many are seen before each run."""
        self.before.append(total)

    def index(self, place: int) -> int:
        """The number of a row or column among those seen; of a hidden one, that of the next."""
        found = bisect_right(self.starts, place) - 1
        if found < 0:
            return place
        return place - self.before[found] - (min(place, self.ends[found]) - self.starts[found])

    def hides(self, place: int) -> bool:
        """Whether a row or column is hidden."""
        return self.index(place) == self.index(place + 1)

    def place(self, index: int) -> int:
        """Where the row or column stands that has a number among those seen."""
        return index + self.before[bisect_right(self.shown, index)]


@attrs.define(eq=False)
class Cell:
    """A text, or a blank range of merged cells."""

    text: str
    cells: Range
    """Where it stands in the sheet."""
    start: int
    end: int
    """Columns, among those seen."""
    last: int
    """The row after its last, among those that hold something."""


@attrs.define(eq=False)
class Row:
    """A row that holds something, with its cells in order."""

    index: int
    """Among such rows."""
    seen: int
    """Among the rows that are seen."""
    number: int
    """In the sheet."""
    ruled: list[tuple[int, int]]
    """Runs of columns, among those seen, that have a border."""
    own: list[Cell] = attrs.field(factory=list)
    above: list[Cell] = attrs.field(factory=list)
    """Cells that reach into it from above."""
    texts: list[Cell] = attrs.field(factory=list)
    """Those of its own cells that are not blank."""
    is_several: bool = False
    """Whether several texts stand in it, so that it can only be a row of a table."""

    def settle(self) -> None:
        """Know what kind of row it is, once it has all its cells."""
        self.own.sort(key=lambda cell: cell.start)
        self.texts = [cell for cell in self.own if cell.text]
        self.is_several = len(self.all_texts()) > 1

    def all_texts(self) -> list[Cell]:
        """Its texts, and those that reach into it from above."""
        return [*self.texts, *(cell for cell in self.above if cell.text)]

    def ruled_blanks(self) -> int:
        """How many columns with a border are covered by no text."""
        covered = sorted(
            column for cell in self.all_texts() for column in range(cell.start, cell.end)
        )
        return sum(
            end - start - (bisect_left(covered, end) - bisect_left(covered, start))
            for start, end in self.ruled
        )


def rows_of(sheet: Sheet, across: Seen, limits: Limits) -> list[Row]:
    """The rows that hold a text or a border, with their cells; ``across``: the columns seen.

    What is hidden by a row, a column or merged cells is added to what the sheet hides.
    """
    texts = {row: dict(cells) for row, cells in sheet.texts.items()}
    merged = _merged(sheet, texts, limits)
    down = Seen(sheet.hidden_rows)
    index = across.index
    numbers = sorted(
        number for number in texts.keys() | sheet.ruled.keys() if not down.hides(number)
    )
    for number in texts.keys() - set(numbers):
        sheet.hidden.update({(number, column): text for column, text in texts[number].items()})
    rows: list[Row] = []
    for place, number in enumerate(numbers):
        ruled = [(index(first), index(last + 1)) for first, last in sheet.ruled.get(number, ())]
        rows.append(Row(place, down.index(number), number, ruled))
    for (first_row, first_column, last_row, last_column), text in merged:
        first, last = bisect_left(numbers, first_row), bisect_right(numbers, last_row)
        start, end = index(first_column), index(last_column + 1)
        if first >= last or start >= end:
            if text:
                sheet.hidden[first_row, first_column] = text
        else:
            cell = Cell(text, (first_row, first_column, last_row, last_column), start, end, last)
            rows[first].own.append(cell)
            for row in rows[first + 1 : last]:
                row.above.append(cell)
    for row in rows:
        for column, text in texts.get(row.number, {}).items():
            if across.hides(column):
                sheet.hidden[row.number, column] = text
            else:
                start = index(column)
                cells = row.number, column, row.number, column
                row.own.append(Cell(text, cells, start, start + 1, row.index + 1))
        row.settle()
    return rows


def _merged(
    sheet: Sheet, texts: dict[int, dict[int, str]], limits: Limits
) -> list[tuple[Range, str]]:
    """Merged ranges cut to the used area, with their texts, which are taken from ``texts``.

    Only the first cell of merged ones is seen, whatever the others hold. A range that overlaps
    an earlier one is none.
    """
    rows = sorted(texts.keys() | sheet.ruled.keys())
    widest = max((max(cells) for cells in texts.values()), default=-1)
    found: list[tuple[Range, str]] = []
    covered: set[tuple[int, int]] = set()
    for first_row, first_column, last_row, last_column in sheet.merged:
        last = min(last_column, widest)
        reached = rows[bisect_left(rows, first_row) : bisect_right(rows, last_row)]
        limits.require("area", len(covered) + len(reached) * max(0, last + 1 - first_column))
        places = [(row, column) for row in reached for column in range(first_column, last + 1)]
        if not places or not covered.isdisjoint(places):
            continue
        covered.update(places)
        text = texts.get(first_row, {}).get(first_column, "")
        for row, column in places:
            covered_text = texts.get(row, {}).pop(column, None)
            if covered_text is not None and (row, column) != (first_row, first_column):
                sheet.hidden[row, column] = covered_text
        found.append(((first_row, first_column, last_row, last), text))
    return found
