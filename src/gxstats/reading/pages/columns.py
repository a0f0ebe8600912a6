"""Tables that are not drawn: columns told by how numbers stand under one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from statistics import median
from typing import Final

import attrs

from ..grid import Grid, GridCell, Place, Shape
from ..limits import Limits
from .bands import Bands, bands_of
from .head import head_of
from .page import Box, around
from .words import Line, Word, is_figure

__all__ = ["PageLine", "Run", "column_grid", "runs_of"]

_SAME_ROW: Final = 0.78
"""Part of the size by which the lines of one row may stand apart: a number stands in the middle
of a label of two lines."""
_WIDE: Final = 0.8
"""Part of the size: the gap before a number in a column of its own."""
_LABEL_LINE: Final = 1.7
"""Times the size: the farthest line below another one of the same label."""
_PITCH: Final = 1.35
"""Rows are this much farther apart than the lines of one label."""
_LONGEST_HEAD: Final = 36
"""Characters of a line that may belong to the head of a table."""
_LONGEST_TITLE: Final = 40
"""Lines of a head, one for each character of a label at worst."""
_OPEN: Final = "\ufffd"
"""What stands for a blank that may be none."""
_FEW: Final = 5
"""Numbers in a row that make a table by itself."""


@attrs.frozen
class PageLine:
    """A line of text outside of drawn tables."""

    page: int
    number: int
    """On its page, from 1."""
    line: Line
    rules: tuple[float, ...] = ()
    """Heights of the long level lines on its page."""
    beside: bool = False
    """A drawn table stands beside it, which may hold some of its row."""


@attrs.define(eq=False)
class _Row:
    page: int
    lines: list[PageLine]
    words: list[Word] = attrs.field(factory=list)
    """In reading order: by line where they stand over one another, else from the left."""
    figures: list[Word] = attrs.field(factory=list)
    """The numbers at its end."""

    def __attrs_post_init__(self) -> None:
        self.words = sorted(
            (word for line in self.lines for word in line.line.words), key=lambda w: w.box[0]
        )
        self.figures = _numbers_at_end(self.words)

    @property
    def labels(self) -> list[Word]:
        return [word for word in self.words if not any(word is f for f in self.figures)]

    @property
    def box(self) -> Box:
        return around([word.box for word in self.words])

    @property
    def middle(self) -> float:
        words = self.figures or self.words
        return sum(word.middle for word in words) / len(words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    @property
    def is_head(self) -> bool:
        """Whether it may belong to the head of a table."""
        return not self.text.endswith(("。", "；", "，")) and all(
            len(word.text) <= _LONGEST_HEAD for word in self.words
        )


@attrs.define(eq=False)
class Run:
    """Rows that share their columns, with the head above them."""

    head: list[_Row]
    body: list[_Row]

    @property
    def lines(self) -> list[PageLine]:
        """All lines that it is made of."""
        return [line for row in (*self.head, *self.body) for line in row.lines]


def _numbers_at_end(words: Sequence[Word]) -> list[Word]:
    """The numbers that end a row of words, if they stand apart from what is before them."""
    count = 0
    while count < len(words) and is_figure(words[-1 - count].text):
        count += 1
    if not count:
        return []
    first = len(words) - count
    if first:
        gap = words[first].box[0] - max(word.box[2] for word in words[:first])
        if count == 1 and gap < _WIDE * words[first].size:
            return []
    elif count == 1:
        return []
    return list(words[first:])


def runs_of(lines: Sequence[PageLine]) -> list[Run | PageLine]:
    """Lines as the tables they make, and the lines that make none."""
    rows = list(_rows(lines))
    found: list[Run | PageLine] = []
    head: list[_Row] = []
    body: list[_Row] = []

    def close() -> None:
        numbers = [row for row in body if row.figures]
        last = max((i for i, row in enumerate(body) if row.figures), default=-1)
        while last + 1 < len(body) and _is_near(body[last], body[last + 1]):
            last += 1
        trailing = body[last + 1 :]
        del body[last + 1 :]
        is_table = len(numbers) > 1 or any(len(row.figures) >= _FEW for row in numbers)
        is_table |= len(numbers) == 1 and sum(len(row.words) for row in head) > 1
        if is_table:
            found.append(Run(list(head), list(body)))
        else:
            found.extend(line for row in (*head, *body) for line in row.lines)
        head.clear()
        body.clear()
        head.extend(trailing)

    for row in rows:
        if row.figures or (body and _is_beside(row, [r for r in body if r.figures])):
            body.append(row)
        else:
            if body:
                close()
            head.append(row)
            if len(head) > _LONGEST_TITLE:
                found.extend(head.pop(0).lines)
            if not row.is_head:
                found.extend(line for r in head for line in r.lines)
                head.clear()
    close()
    return found


def _is_near(above: _Row, row: _Row) -> bool:
    apart = row.middle - max(word.middle for word in above.words)
    one_line = len(row.words) == 1 and above.labels
    return bool(one_line) and above.page == row.page and apart <= _LABEL_LINE * row.size


def _is_beside(row: _Row, numbers: Sequence[_Row]) -> bool:
    """Whether a row without numbers stands wholly beside the columns of those that have some."""
    if not numbers or row.figures:
        return bool(row.figures)
    if not any(other.labels for other in numbers):
        return False
    edge = min(word.box[0] for other in numbers for word in other.figures)
    left = min(other.box[0] for other in numbers)
    return row.is_head and row.box[2] <= edge and row.box[0] >= left - 2 * row.size


def _rows(lines: Sequence[PageLine]) -> Iterator[_Row]:
    """The rows of text: each line with numbers is one, with the lines of the label beside it."""
    ruled = _is_ruled(lines)
    anchors: dict[int, list[PageLine]] = {}
    for line in lines:
        if all(is_figure(word.text) for word in line.line.words) or _has_numbers(line):
            anchors.setdefault(line.page, []).append(line)
    for on_page in anchors.values():
        on_page.sort(key=lambda line: line.line.middle)
    heights = {page: [a.line.middle for a in found] for page, found in anchors.items()}
    rows: dict[int, list[PageLine]] = {}
    for line in lines:
        middle = line.line.middle
        place = bisect_left(heights.get(line.page, []), middle)
        around_it = anchors.get(line.page, [])[max(place - 1, 0) : place + 2]
        near = [a for a in around_it if a is not line and _share_row(a, line, ruled=ruled)]
        is_anchor = any(line is anchor for anchor in around_it)
        own = line if is_anchor or not near else min(near, key=partial(_apart, line))
        rows.setdefault(id(own), []).append(line)
    made = [_Row(together[0].page, together) for together in rows.values()]
    yield from sorted(made, key=lambda row: (row.page, row.middle))


def _apart(one: PageLine, other: PageLine) -> float:
    return abs(one.line.middle - other.line.middle)


def _has_numbers(line: PageLine) -> bool:
    return bool(_numbers_at_end(line.line.words))


def _share_row(one: PageLine, other: PageLine, *, ruled: bool) -> bool:
    """Whether two lines of a page belong to one row, as the lines of a label do."""
    top, bottom = sorted((one.line.middle, other.line.middle))
    if any(top < rule < bottom for rule in one.rules):
        return False
    if ruled and any(r < top for r in one.rules) and any(r > bottom for r in one.rules):
        return True
    return bottom - top <= _SAME_ROW * min(one.line.size, other.line.size)


def _is_ruled(lines: Sequence[PageLine]) -> bool:
    """Whether a level line is drawn between most rows that hold numbers."""
    numbered = [line for line in lines if _has_numbers(line)]
    close = parted = 0
    for before, after in pairwise(numbered):
        if before.page == after.page:
            close += 1
            top, bottom = before.line.middle, after.line.middle
            parted += any(top < rule < bottom for rule in before.rules)
    return close > 1 and parted >= 0.9 * close


# --- as a grid --------------------------------------------------------------------------------


def column_grid(run: Run, number: int, limits: Limits) -> Grid:
    """A run as a table where its columns are clear; else as rows of words."""
    body = list(_whole_rows(run.body))
    head = head_of([(row.page, word) for row in run.head for word in row.words])
    bands = bands_of(
        [row.figures for row in body],
        [_stacked(row.labels) for row in body],
        [cell.box for cell in head.leaves],
    )
    limits.require("area", (len(run.head) + len(body)) * 20)
    if bands is None:
        return _as_rows([*run.head, *run.body], number)
    rows: list[tuple[GridCell, ...]] = []
    for level in head.levels:
        spans = [(cell.words, bands.span(cell.box)) for cell in level]
        rows.append(_grid_row(spans, len(rows), number, level[0].page))
    if head.leaves:
        spans = [
            (cell.words, bands.leaf(index, cell.box)) for index, cell in enumerate(head.leaves)
        ]
        rows.append(_grid_row(spans, len(rows), number, head.leaves[0].page))
    for row in body:
        rows.append(_body_row(row, bands, len(rows), number))
    return Grid(Shape.TABLE, tuple(rows), number)


def _body_row(row: _Row, bands: Bands, index: int, number: int) -> tuple[GridCell, ...]:
    spans: dict[tuple[int, int], list[Word]] = {}
    labels = _stacked(row.labels)
    for order, group in enumerate(labels):
        last = bands.labels if order + 1 == len(labels) else order + 1
        spans[order, max(last, order + 1)] = group
    for word in row.figures:
        column = bands.column(word)
        spans[column, column + 1] = [word]
    covered = {column for start, end in spans for column in range(start, end)}
    # a label without any number beside it may be a part of another one: no blank is claimed
    first = bands.labels if row.figures else bands.count
    blank = [(c, c + 1) for c in range(first, bands.count) if c not in covered]
    top, bottom = row.box[1], row.box[3]
    cells = [(group, span) for span, group in spans.items()]
    made = list(_grid_row(cells, index, number, row.page))
    for start, end in blank:
        left, right = bands.extent(start)
        place = Place(
            page=row.page, table=number, row=index + 1, box=_round((left, top, right, bottom))
        )
        text = _OPEN if any(line.beside for line in row.lines) else ""
        made.append(GridCell(text, index, start, 1, end - start, place, kept=True))
    made.sort(key=lambda cell: cell.column)
    return tuple(
        attrs.evolve(cell, place=attrs.evolve(cell.place, cell=order))
        for order, cell in enumerate(made, 1)
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


def _as_rows(rows: Sequence[_Row], number: int) -> Grid:
    made: list[tuple[GridCell, ...]] = []
    for row in rows:
        groups = _stacked(row.labels)
        groups += [[word] for word in row.figures]
        spans = [(group, (order, order + 1)) for order, group in enumerate(groups)]
        made.append(_grid_row(spans, len(made), number, row.page))
    return Grid(Shape.ROWS, tuple(made), number)


def _stacked(words: Sequence[Word]) -> list[list[Word]]:
    """Words in groups from left to right; those that stand over one another are one."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box[0]):
        if groups and word.box[0] < max(other.box[2] for other in groups[-1]) - 0.5:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _round(box: Box) -> Box:
    left, top, right, bottom = (round(edge, 1) for edge in box)
    return left, top, right, bottom


def _whole_rows(body: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, with the further lines of a label put to the row that they belong to."""
    numbered = [row for row in body if row.figures]
    pitches = [b.middle - a.middle for a, b in pairwise(numbered) if a.page == b.page]
    pitch = median(pitches) if pitches else 0.0
    right = max((word.box[2] for row in body for word in row.labels), default=0.0)
    pending: list[_Row] = []
    for row in body:
        above = pending[-1] if pending else None
        if above is not None and _continues(above, row, pitch, right):
            pending[-1] = _Row(above.page, [*above.lines, *row.lines])
            if above.figures or row.figures:
                pending[-1].figures = above.figures or row.figures
        else:
            pending.append(row)
    yield from pending


def _continues(above: _Row, row: _Row, pitch: float, right: float) -> bool:
    """Whether a row is the next line of the label above it: one of them has no numbers."""
    if above.page != row.page or not above.labels or not row.labels:
        return False
    if above.figures and row.figures:
        return False
    edge = max(word.box[2] for word in row.labels)
    lines = [word for word in row.labels if word.box[2] >= edge - word.size]
    first = min(lines, key=lambda word: word.middle)
    over = [word for word in above.labels if word.box[2] > first.box[0]]  # not the headings beside
    if not over:
        return False
    last = max(over, key=lambda word: word.middle)
    apart = first.middle - last.middle
    full = last.box[2] >= right - 2 * last.size and first.box[2] <= last.box[2] + last.size
    if any(last.middle < rule < first.middle for rule in above.lines[0].rules):
        return False
    return full and apart <= _LABEL_LINE * last.size and pitch >= _PITCH * apart
