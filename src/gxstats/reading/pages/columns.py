"""Tables that are not drawn: columns told by how numbers stand under one another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import inf
from typing import Final

import attrs

from ..grid import Grid, GridCell, Place, Shape
from ..limits import Limits
from .bands import Bands, bands_of
from .head import HeadCell, head_of
from .labels import LABEL_LINE, stacked, whole_rows, with_last_lines
from .page import Box, around
from .rows import PageLine, Row, rows_of
from .words import Word, is_figure

__all__ = ["PageLine", "Run", "column_grid", "opened", "runs_of"]

_LONGEST_TITLE: Final = 40
"""Lines of a head, one for each character of a label at worst."""
_OPEN: Final = "\ufffd"
"""What stands for a blank that may be none."""
_OVERLAP: Final = 0.5
"""Points by which a label reaches over a number that is not its own."""
_COLUMNS: Final = 20
"""Columns that are reckoned with, to bound the size of a table."""
_FEW: Final = 5
"""Numbers in a row that make a table by itself."""


@attrs.define(eq=False)
class Run:
    """Rows that share their columns, with the head above them."""

    head: list[Row]
    body: list[Row]


def runs_of(lines: Sequence[PageLine], limits: Limits) -> list[Run | PageLine]:
    """Lines as the tables they make, and the lines that make none."""
    collector = _Collector()
    for row in rows_of(lines):
        collector.take(row)
    collector.close()
    for part in collector.found:
        if isinstance(part, Run):
            limits.require("area", (len(part.head) + len(part.body)) * _COLUMNS)
    _make_whole(collector.found)
    return collector.found


class _Collector:
    """Collects rows into tables: a head, and the rows of numbers below it."""

    def __init__(self) -> None:
        self.found: list[Run | PageLine] = []
        self.head: list[Row] = []
        self.body: list[Row] = []
        self.pending: list[Row] = []
        """The rows without numbers that end the body."""
        self.edge = inf
        """Where the numbers of the body begin."""
        self.left = inf
        """Where the rows of the table begin."""
        self.labelled = False
        self.torn = False
        """A number stands by itself close to a row."""

    def take(self, row: Row) -> None:
        """Take in the next row."""
        if row.figures:
            if self._is_headed_anew(row):
                self.close()
            if self.head and _is_stray(self.head[-1], row):
                row = _open(row)
                self.torn = True
            self.body.append(row)
            self.pending = []
            self.edge = min([self.edge, *(word.box[0] for word in row.figures)])
            self.left = min([self.left, row.box[0], *(above.box[0] for above in self.head)])
            self.labelled |= bool(row.labels)
            return
        if self.body and self._is_beside(row):
            self.body.append(row)
            self.pending.append(row)
            return
        if self.body:
            if _is_stray(row, self.body[-1]):
                self.body[-1] = _open(self.body[-1])
                self.torn = True
            self.close()
        self.head.append(row)
        if len(self.head) > _LONGEST_TITLE:
            self.found.extend(self.head.pop(0).lines)
        if not row.is_head:
            self._give_back(self.head)
            self.head = []

    def close(self) -> None:
        """End the table. What stands below its last numbers may be the head of the next one."""
        numbers = [row for row in self.body if row.figures]
        count = len(self.body) - len(self.pending)
        while 0 < count < len(self.body) and _is_near(self.body[count - 1], self.body[count]):
            count += 1
        body, trailing = self.body[:count], self.body[count:]
        is_table = len(numbers) > 1 or any(len(row.figures) >= _FEW for row in numbers)
        headed = self.torn or sum(len(row.words) for row in self.head) > 1
        is_table |= len(numbers) == 1 and headed
        if is_table:
            self.found.append(Run(self.head, body))
        else:
            self._give_back([*self.head, *body])
        self.head, self.body, self.pending = trailing, [], []
        self.edge = self.left = inf
        self.labelled = self.torn = False

    def _give_back(self, rows: Sequence[Row]) -> None:
        self.found.extend(line for row in rows for line in row.lines)

    def _is_headed_anew(self, row: Row) -> bool:
        """Whether the rows without numbers right above a row are the head of its own columns.

        Within a table, labels and all that stands beside numbers end where the numbers begin.
        """
        left = row.figures[0].box[0]
        return any(word.box[2] > left + _OVERLAP for r in self.pending for word in r.words)

    def _is_beside(self, row: Row) -> bool:
        """Whether a row without numbers stands wholly beside the columns of those with some."""
        return (
            self.labelled
            and row.is_label
            and row.box[2] <= self.edge
            and row.box[0] >= self.left - 2 * row.size
        )


def _is_stray(row: Row, other: Row) -> bool:
    """Whether a row is a number by itself, close to another row, whose it may be."""
    alone = all(is_figure(word.text) for word in row.words) and row.page == other.page
    return alone and abs(row.middle - other.middle) <= 2 * LABEL_LINE * other.size


def _open(row: Row) -> Row:
    """The row, without a claim that nothing is printed in its blanks."""
    return attrs.evolve(row, lines=[attrs.evolve(line, beside=True) for line in row.lines])


def _is_near(above: Row, row: Row) -> bool:
    apart = row.middle - max(word.middle for word in above.words)
    one_line = len(row.words) == 1 and above.labels
    return bool(one_line) and above.page == row.page and apart <= LABEL_LINE * row.size


def _make_whole(parts: Sequence[Run | PageLine]) -> None:
    """Put the words and lines of each label together, those cut off by a page break, too."""
    before: Run | None = None
    for part in parts:
        run = part if isinstance(part, Run) else None
        last = before.body[-1] if before is not None else None
        goes_on = run is not None and last is not None and last.page + 1 == run.body[0].page
        if run is not None and before is not None and last is not None and goes_on:
            if not last.figures:
                run.head.insert(0, before.body.pop())
            run.head, run.body = whole_rows(run.head, run.body)
            if last.figures:
                before.body[-1], run.head = with_last_lines(last, before.body, run.head, run.body)
        elif run is not None:
            run.head, run.body = whole_rows(run.head, run.body)
        before = run


# --- as a grid --------------------------------------------------------------------------------


def column_grid(run: Run, number: int) -> tuple[Grid, bool]:
    """A run as a table where its columns are clear, else as rows of words.

    Also whether the cells of one row stand at several heights.
    """
    body = run.body
    head = head_of([(row.page, word) for row in run.head for word in row.words])
    bands = bands_of(
        [row.figures for row in body],
        [stacked(row.labels) for row in body],
        [cell.box for cell in head.leaves],
    )
    if bands is None:
        return _as_rows([*run.head, *body], number), False
    torn = _torn(run.head, body, bands)
    split = _split_heads(head.leaves, bands)
    rows: list[tuple[GridCell, ...]] = []
    for level in head.levels:
        spans = [(cell.words, bands.span(cell.box)) for cell in level]
        rows.append(_grid_row(spans, len(rows), number, level[0].page))
    if head.leaves:
        spans = [
            (cell.words, bands.leaf(index, cell.box)) for index, cell in enumerate(head.leaves)
        ]
        rows.append(_grid_row(spans, len(rows), number, head.leaves[0].page))
    for place, row in enumerate(body):
        is_open = place in torn or any(line.beside for line in row.lines)
        blank = _OPEN if is_open else ""
        rows.append(_body_row(row, bands, len(rows), number, blank, split))
    return Grid(Shape.TABLE, tuple(rows), number), bool(torn)


def opened(grid: Grid) -> Grid:
    """A grid none of whose numbers is sure to stand in the row of the label beside it."""
    rows = (tuple(_opened(cell) for cell in row) for row in grid.rows)
    return attrs.evolve(grid, rows=tuple(rows))


def _opened(cell: GridCell) -> GridCell:
    can_open = is_figure(cell.text) or (cell.kept and not cell.text)
    return cell._replace(text=cell.text + _OPEN) if can_open else cell


def _torn(head: Sequence[Row], body: Sequence[Row], bands: Bands) -> set[int]:
    """The rows whose blanks may be printed in the row above or below: no blank is claimed there.

    The cells of one row may stand at several heights. Then numbers stand beside no label, or two
    rows no farther apart than lines have no column in common, or a number stands in the head.
    """
    if any(_is_number(word.text) for row in head for word in row.words):
        return set(range(len(body)))
    found: set[int] = set()
    for place, (row, below) in enumerate(pairwise(body)):
        if row.page != below.page:
            continue
        if any(_is_number(word.text) for one in (row, below) for word in one.labels):
            found |= {place, place + 1}  # a single number is no label
        if not (row.figures and below.figures):
            continue
        alone = bands.labels and not (row.labels and below.labels)
        close = below.middle - row.middle <= LABEL_LINE * max(row.size, below.size)
        own = {bands.column(word) for word in row.figures}
        if alone or (close and own.isdisjoint(bands.column(word) for word in below.figures)):
            found |= {place, place + 1}
    return found


def _is_number(text: str) -> bool:
    """Whether a word is a number, and not that of a label (1.), set apart from it."""
    return is_figure(text) and text[-1:].isdigit()


def _split_heads(leaves: Sequence[HeadCell], bands: Bands) -> set[int]:
    """The columns without numbers whose head may be a piece of the one beside it."""
    numbered = set(bands.columns.values())
    found: set[int] = set()
    for index, (column, _) in bands.heads.items():
        left, _, right, _ = leaves[index].box
        near = max(word.size for word in leaves[index].words)
        if column not in numbered and any(
            left - near < other.box[2] and other.box[0] < right + near
            for other in leaves
            if other is not leaves[index]
        ):
            found.add(column)
    return found


def _body_row(
    row: Row, bands: Bands, index: int, number: int, blank: str, split: Collection[int]
) -> tuple[GridCell, ...]:
    """The cells of a row; ``blank`` stands where no number does."""
    spans: dict[tuple[int, int], list[Word]] = {}
    labels = stacked(row.labels)
    for order, group in enumerate(labels):
        last = bands.labels if order + 1 == len(labels) else order + 1
        spans[order, max(last, order + 1)] = group
    for word in row.figures:
        column = bands.column(word)
        spans[column, column + 1] = [word]
    covered = {column for start, end in spans for column in range(start, end)}
    # a label without any number beside it may be a part of another one: no blank is claimed
    first = bands.labels if row.figures else bands.count
    blanks = [(c, c + 1) for c in range(first, bands.count) if c not in covered]
    top, bottom = row.box[1], row.box[3]
    cells = [(group, span) for span, group in spans.items()]
    made = list(_grid_row(cells, index, number, row.page))
    for start, end in blanks:
        left, right = bands.extent(start)
        place = Place(
            page=row.page, table=number, row=index + 1, box=_round((left, top, right, bottom))
        )
        over = {
            bands.column(word)
            for word in row.figures
            if word.box[0] <= left + _OVERLAP and word.box[2] >= right - _OVERLAP
        }  # one that stands over a column of its own and this one may be two numbers
        made = [
            cell._replace(text=cell.text + _OPEN) if cell.column in over else cell for cell in made
        ]
        text = _OPEN if over or start in split else blank
        made.append(GridCell(text, index, start, 1, end - start, place, kept=True))
    made.sort(key=lambda cell: cell.column)
    return tuple(
        cell._replace(place=cell.place._replace(cell=order)) for order, cell in enumerate(made, 1)
    )


def _grid_row(
    cells: Sequence[tuple[Sequence[Word], tuple[int, int]]], index: int, number: int, page: int
) -> tuple[GridCell, ...]:
    made: list[GridCell] = []
    for order, (group, (start, end)) in enumerate(sorted(cells, key=lambda cell: cell[1]), 1):
        ordered = sorted(group, key=lambda word: (word.box[1], word.box[0]))
        text = "\n".join(word.text for word in ordered)
        box = _round(around([word.box for word in group]))
        place = Place(page=page, table=number, row=index + 1, cell=order, box=box)
        made.append(GridCell(text, index, start, 1, max(end - start, 1), place, kept=True))
    return tuple(made)


def _as_rows(rows: Sequence[Row], number: int) -> Grid:
    made: list[tuple[GridCell, ...]] = []
    for row in rows:
        groups = stacked(row.labels)
        groups += [[word] for word in row.figures]
        spans = [(group, (order, order + 1)) for order, group in enumerate(groups)]
        made.append(_grid_row(spans, len(made), number, row.page))
    return Grid(Shape.ROWS, tuple(made), number)


def _round(box: Box) -> Box:
    left, top, right, bottom = (round(edge, 1) for edge in box)
    return left, top, right, bottom
