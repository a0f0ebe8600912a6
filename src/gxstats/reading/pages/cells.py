"""The cells of a drawn table: which characters stand in each, and cells whose line is missing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..grid import OBJECT
from .page import Box, Character, around
from .words import Line, Word, is_figure, lines_of, rows_of, runs_of

__all__ = ["RuledCell", "filled", "split_cells"]

_REPLACEMENT: Final = "\ufffd"
_TOUCH: Final = 0.12
"""Part of the size: characters that are nearer than this belong to one run."""
_CUT: Final = 0.15
"""Part of a character that may lie beyond the line of its cell."""
_OWN: Final = 0.75
"""Part of a number that must lie in a cell for it to be that cell's."""
_LEVEL: Final = 0.35
"""Part of the size by which texts of several rows may differ in how they stand in their row."""
_ROWS_APART: Final = 1.6
"""Times the size: rows are farther apart than the lines of one text."""


class RuledCell(NamedTuple):
    """A rectangle of a drawn table, and the lines of text in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    lines: tuple[Line, ...] = ()
    clash: bool = False
    """A number in it reaches into a neighbour, so that it may belong to either."""
    has_object: bool = False
    """A picture or an object stands in it."""

    @classmethod
    def over(
        cls, places: Sequence[tuple[int, int]], columns: Sequence[float], rows: Sequence[float]
    ) -> RuledCell:
        """The cell over elementary places that make a rectangle."""
        top, left = min(places)
        bottom, right = max(places)
        box = columns[left], rows[top], columns[right + 1], rows[bottom + 1]
        return cls(top, left, bottom - top + 1, right - left + 1, box)

    @property
    def text(self) -> str:
        """Its text, line by line."""
        text = "\n".join([line.text for line in self.lines]) + OBJECT * self.has_object
        return text + _REPLACEMENT if self.clash else text

    @property
    def whole_box(self) -> Box:
        """The cell, and what of its text reaches beyond its lines."""
        return around([self.box, *(line.box for line in self.lines)])


def filled(
    cells: Sequence[RuledCell],
    characters: Sequence[Character],
    columns: Sequence[float],
    rows: Sequence[float],
) -> list[RuledCell]:
    """The cells with their characters. A run of text that crosses a line stays whole."""
    at = {
        (row, column): number
        for number, cell in enumerate(cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }

    held: list[list[Character]] = [[] for _ in cells]
    crowded: set[tuple[int, int]] = set()
    level: tuple[float, float] | None = None
    row = 0
    for character in characters:
        _, left, top, right, bottom, size, _, _ = character
        if level != (top, bottom):  # most stand level with the one before
            level = top, bottom
            row = bisect_right(rows, (top + bottom) / 2, 1, len(rows) - 1) - 1
        column = bisect_right(columns, (left + right) / 2, 1, len(columns) - 1) - 1
        number = at[row, column]
        held[number].append(character)
        cell = cells[number]
        first, _, last, _ = cell.box
        if left - first < _TOUCH * size or last - right < _TOUCH * size:
            crowded.add((cell.row, cell.row_span))
    clashes: set[int] = set()
    for rows_ in crowded:  # elsewhere no text touches one of the next cell
        beside = [n for n, cell in enumerate(cells) if (cell.row, cell.row_span) == rows_]
        owner = {id(character): n for n in beside for character in held[n]}
        together = [character for n in beside for character in held[n]]
        for n in beside:
            held[n] = []
        for row_ in rows_of(together):
            for word in runs_of(row_):
                for run in _runs(word, cells, owner):
                    owners = [owner[id(character)] for character in run]
                    most = max(set(owners), key=owners.count)
                    held[most] += run
                    share = owners.count(most) / len(owners)
                    if share < _OWN and any(c.text.isdigit() for c in run):
                        clashes.update(owners)
    return [
        RuledCell(*cell[:5], tuple(lines_of(own)) if own else (), number in clashes)
        for number, (cell, own) in enumerate(zip(cells, held, strict=True))
    ]


def _runs(
    word: Sequence[Character], cells: Sequence[RuledCell], owner: Mapping[int, int]
) -> Iterator[list[Character]]:
    """The word cut where it passes from one cell to the next, if it can be cut there."""
    run = [word[0]]
    for before, after in pairwise(word):
        own, other = owner[id(before)], owner[id(after)]
        if own != other and not _is_one_run(before, after, cells[own], cells[other]):
            yield run
            run = []
        run.append(after)
    yield run


def _is_one_run(before: Character, after: Character, own: RuledCell, other: RuledCell) -> bool:
    touching = after.left - before.right < _TOUCH * min(before.size, after.size)
    if touching and before.piece == after.piece and before.piece:
        return True
    over = before.right - own.box[2] > _CUT * (before.right - before.left)
    under = other.box[0] - after.left > _CUT * (after.right - after.left)
    return touching and (over or under)


# --- lines that are missing -------------------------------------------------------------------


def split_cells(
    cells: Sequence[RuledCell], columns: Sequence[float], rows: Sequence[float]
) -> tuple[RuledCell, ...]:
    """The cells, with those cut that hold what plainly belongs to several.

    Where a label stands beside the numbers of several rows and cannot be cut, a line is missing
    and nothing tells which numbers are its own: they are marked as a clash.
    """
    found = list(_split(cells, columns, rows, frozenset()))
    if labels := _labels_of_several(found):
        found = list(_split(found, columns, rows, labels))
    for place in _labels_of_several(found):
        label = next(cell for cell in found if (cell.row, cell.column) == place)
        covered = range(label.row, label.row + label.row_span)
        found = [
            cell._replace(clash=True)
            if cell.row in covered and cell.column > label.column and _is_number(cell)
            else cell
            for cell in found
        ]
    return tuple(sorted(found, key=lambda cell: (cell.row, cell.column)))


def _split(
    cells: Sequence[RuledCell],
    columns: Sequence[float],
    rows: Sequence[float],
    labels: frozenset[tuple[int, int]],
) -> Iterator[RuledCell]:
    for cell in cells:
        if cell.row_span == cell.column_span == 1:
            yield cell
            continue
        certain = (cell.row, cell.column) in labels
        for piece in _split_down(cell, rows, certain=certain):
            yield from _split_across(piece, columns)


def _is_number(cell: RuledCell) -> bool:
    return bool(cell.lines) and all(is_figure(w.text) for line in cell.lines for w in line.words)


def _labels_of_several(cells: Sequence[RuledCell]) -> frozenset[tuple[int, int]]:
    """Where a cell of text over several rows stands right beside the numbers of rows."""
    beside: dict[int, list[RuledCell]] = {}
    for cell in cells:
        beside.setdefault(cell.column, []).append(cell)
    found: set[tuple[int, int]] = set()
    for cell in cells:
        if cell.row_span < 2 or not cell.lines or _is_number(cell):
            continue
        covered = range(cell.row, cell.row + cell.row_span)
        right = [c for c in beside.get(cell.column + cell.column_span, ()) if c.row in covered]
        numbers = sum(map(_is_number, right))
        blanks = sum(not other.lines for other in right)
        if numbers and numbers + blanks == len(right) > 1:
            found.add((cell.row, cell.column))
    return frozenset(found)


def _split_across(cell: RuledCell, edges: Sequence[float]) -> list[RuledCell]:
    """A cell over several columns whose text ends in numbers, each of them within one column."""
    if cell.column_span < 2 or cell.row_span > 1 or not cell.lines:
        return [cell]
    words = [word for line in cell.lines for word in line.words]
    label = [word for word in words if not is_figure(word.text)]
    reach = max((word.box[2] for word in label), default=cell.box[0] - 1)
    at: dict[int, Word] = {}
    for word in words:
        if is_figure(word.text):
            column = _within(word.box[0], word.box[2], cell.column, cell.column_span, edges)
            if word.box[0] < reach or column is None or column in at:
                return [cell]
            at[column] = word
    first = min(at, default=cell.column)
    if not at or (label and (first == cell.column or reach > edges[first] + 1)):
        return [cell]
    if not label and len(at) < 2:
        return [cell]
    parts: list[RuledCell] = []
    start = cell.column
    if label:
        kept = [
            Line.of(own)
            for line in cell.lines
            if (own := tuple(word for word in line.words if not is_figure(word.text)))
        ]
        parts.append(_part(cell, cell.column, first, edges, tuple(kept)))
        start = first
    for column in range(start, cell.column + cell.column_span):
        lines = (Line.of([at[column]]),) if column in at else ()
        part = _part(cell, column, column + 1, edges, lines)
        parts.append(part if lines else part._replace(clash=True))  # no blank is told by it
    return parts


def _part(
    cell: RuledCell, start: int, end: int, edges: Sequence[float], lines: tuple[Line, ...]
) -> RuledCell:
    box = edges[start], cell.box[1], edges[end], cell.box[3]
    return cell._replace(column=start, column_span=end - start, box=box, lines=lines)


def _split_down(cell: RuledCell, edges: Sequence[float], *, certain: bool) -> list[RuledCell]:
    """A cell over several rows with a text in the middle of each of them.

    ``certain``: a line is known to be missing in it, so that its lines may stand close.
    """
    if cell.row_span < 2 or len(cell.lines) < cell.row_span:
        return [cell]
    certain = certain or (_is_number(cell) and len(cell.lines) == cell.row_span)
    rows = range(cell.row, cell.row + cell.row_span)
    parts: dict[int, list[Line]] = {row: [] for row in rows}
    for line in cell.lines:
        top, bottom = (line.middle,) * 2 if certain else line.box[1::2]
        row = _within(top, bottom, cell.row, cell.row_span, edges)
        if row is None:
            return [cell]
        parts[row].append(line)
    if not all(parts.values()):
        return [cell]
    size = cell.lines[0].size
    apart = [b[0].middle - a[-1].middle for a, b in pairwise(parts.values())]
    if not certain and min(apart) < _ROWS_APART * size:  # the lines of one text stand as close
        return [cell]
    from_top = [lines[0].box[1] - edges[row] for row, lines in parts.items()]
    to_bottom = [edges[row + 1] - lines[-1].box[3] for row, lines in parts.items()]
    centred = all(
        abs(above - below) <= 2 * _LEVEL * size
        for above, below in zip(from_top, to_bottom, strict=True)
    )
    if not centred and max(from_top) - min(from_top) > _LEVEL * size:
        return [cell]
    return [
        cell._replace(
            row=row,
            row_span=1,
            box=(cell.box[0], edges[row], cell.box[2], edges[row + 1]),
            lines=tuple(parts[row]),
        )
        for row in rows
    ]


def _within(start: float, end: float, first: int, span: int, edges: Sequence[float]) -> int | None:
    """The one column or row in which something lies."""
    for number in range(first, first + span):
        if edges[number] - 1 <= start and end <= edges[number + 1] + 1:
            return number
    return None
