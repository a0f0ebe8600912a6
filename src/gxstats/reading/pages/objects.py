"""Pictures and other objects on pages: which cells of drawn tables they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from ..grid import OBJECT
from .cells import RuledCell
from .page import Box, Character, Page

__all__ = ["objects_beside", "objects_of", "with_objects"]

_WHOLE: Final = 0.5
"""Part of a page or a table that is covered by its ground, or by a mark over all of it."""
_STRIP: Final = 0.9
"""Part of the page's width that one of the strips of a ground takes."""
_IN: Final = 0.3
"""Part of a row or a column, or of the object, that lies in the other if it stands there."""
_HIGHEST: Final = 2.5
"""Times the size of the text: what is higher stands in no line of text."""
_WIDEST: Final = 150.0


def objects_of(page: Page) -> list[Box]:
    """The objects of a page that are not its ground."""
    whole = page.width * page.height
    found = [box for box in page.pictures if _area(box) <= _WHOLE * whole]
    strips = [box for box in found if box[2] - box[0] >= _STRIP * page.width]
    if sum(map(_area, strips)) > _WHOLE * whole:
        found = [box for box in found if box[2] - box[0] < _STRIP * page.width]
    return found


def with_objects(
    cells: Sequence[RuledCell],
    objects: Iterable[Box],
    columns: Sequence[float],
    rows: Sequence[float],
) -> Sequence[RuledCell]:
    """The cells of a table, those marked in which an object stands.

    What stands in one cell marks it. What lies over several marks those in which nothing is
    printed. What lies over most of the table marks none.
    """
    table = columns[0], rows[0], columns[-1], rows[-1]
    at: dict[tuple[int, int], int] = {}
    marked: set[int] = set()
    for box in objects:
        if _area(_shared(box, table)) <= 0 or _area(_shared(box, table)) > _WHOLE * _area(table):
            continue
        if not at:
            at = {
                (row, column): number
                for number, cell in enumerate(cells)
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            }
        own = {
            at[row, column]
            for row in _standing(box[1], box[3], rows)
            for column in _standing(box[0], box[2], columns)
            if (row, column) in at
        }
        marked |= own if len(own) == 1 else {n for n in own if not cells[n].lines}
    if not marked:
        return cells
    return [
        cell._replace(has_object=True) if number in marked else cell
        for number, cell in enumerate(cells)
    ]


def objects_beside(
    objects: Sequence[Box],
    tables: Sequence[Box],
    characters: Sequence[Character],
) -> list[Character]:
    """As characters: the objects that stand in lines of text, outside of all drawn tables."""
    if not characters:
        return []
    size = median(character.size for character in characters)
    return [
        Character(OBJECT, *box, size, -number)
        for number, box in enumerate(objects, 1)
        if box[3] - box[1] <= _HIGHEST * size
        and box[2] - box[0] <= _WIDEST
        and not any(_area(_shared(box, table)) > 0 for table in tables)
    ]


def _standing(start: float, end: float, edges: Sequence[float]) -> list[int]:
    """The rows or columns in which an object stands that reaches so far."""
    first = max(bisect_right(edges, start) - 1, 0)
    last = min(bisect_left(edges, end), len(edges) - 1)
    return [
        number
        for number in range(first, last)
        if min(end, edges[number + 1]) - max(start, edges[number])
        > _IN * min(end - start, edges[number + 1] - edges[number])
    ]


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _shared(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
