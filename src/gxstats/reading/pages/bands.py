"""The columns of a table that is not drawn: bands in which its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from .page import Box
from .words import Word

__all__ = ["Bands", "bands_of"]

_Extent: TypeAlias = tuple[float, float]

_APART: Final = 0.5
"""Points between two columns, at least."""
_CLEAR: Final = 0.35
"""Part of the distance to the next column within which a number belongs to its own."""


@attrs.frozen
class Bands:
    """Columns from left to right: those of labels, then those of numbers."""

    extents: tuple[_Extent, ...]
    labels: int
    """How many of them hold labels."""
    columns: dict[int, int]
    """The column of each number, by the number's identity."""
    heads: dict[int, tuple[int, int]]
    """The column of each head of a column of numbers, by its number."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.extents)

    def extent(self, column: int) -> _Extent:
        """Where a column begins and ends."""
        return self.extents[column]

    def column(self, word: Word) -> int:
        """The column of a number of the body."""
        return self.columns[id(word)]

    def span(self, box: Box) -> tuple[int, int]:
        """The columns that a box stands over, the last one excluded; the nearest if it is none."""
        return self._span(box[0], box[2], 0, self.count)

    def leaf(self, index: int, box: Box) -> tuple[int, int]:
        """The columns of a column's head, by its number among those handed in."""
        return self.heads.get(index) or self.span(box)

    def _span(self, left: float, right: float, first: int, last: int) -> tuple[int, int]:
        over = [
            column
            for column in range(first, last)
            if min(right, self.extents[column][1]) - max(left, self.extents[column][0]) > _APART
        ]
        if not over:
            centre = (left + right) / 2
            nearest = min(range(first, last), key=lambda c: abs(sum(self.extents[c]) / 2 - centre))
            return nearest, nearest + 1
        return over[0], over[-1] + 1


def bands_of(
    figures: Sequence[Sequence[Word]],
    labels: Sequence[Sequence[Sequence[Word]]],
    heads: Sequence[Box],
) -> Bands | None:
    """The columns of the rows of a table, or None where they are not clear.

    ``labels`` are those of each row, from left to right, and ``heads`` the heads of single
    columns.
    """
    numbers = _by_overlap(figures) or _by_place(figures)
    if numbers is None:
        return None
    extents, columns = numbers
    edge = min(left for left, _ in extents)
    beside = [_extent(word) for row in labels for group in row for word in group]
    if any(right > edge + _APART for _, right in beside):
        return None
    labelled = max((right for _, right in beside), default=0.0)
    over = {index: (box[0], box[2]) for index, box in enumerate(heads)}
    if over and beside:
        first = min(over, key=lambda index: over[index])
        if sum(over[first]) / 2 <= labelled or len(over) == len(extents) + 1:
            del over[first]  # the head of the labels
    matched = _under_heads(extents, over)
    if matched is None:
        return None
    extents, moved, columns_of_heads = matched
    shift = max((len(row) for row in labels), default=0)
    left = min((left for left, _ in beside), default=0.0)
    label_bands = [(left, max(labelled, left))] * shift
    return Bands(
        (*label_bands, *extents),
        shift,
        {word: moved[column] + shift for word, column in columns.items()},
        {
            index: (column + shift, column + shift + 1)
            for index, column in columns_of_heads.items()
        },
    )


def _extent(word: Word) -> _Extent:
    return word.box[0], word.box[2]


def _united(extents: Iterable[_Extent]) -> list[_Extent]:
    """Extents that overlap, made one."""
    found: list[_Extent] = []
    for left, right in sorted(extents):
        if found and left < found[-1][1] + _APART:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _by_overlap(
    rows: Sequence[Sequence[Word]],
) -> tuple[list[_Extent], dict[int, int]] | None:
    """Columns as the places where numbers overlap; None if two of one row fall into one."""
    bands = _united(_extent(word) for row in rows for word in row)
    columns: dict[int, int] = {}
    for row in rows:
        taken: set[int] = set()
        for word in row:
            column = next(i for i, (_, right) in enumerate(bands) if word.box[0] < right + _APART)
            if column in taken:
                return None
            taken.add(column)
            columns[id(word)] = column
    return bands, columns


def _by_place(
    rows: Sequence[Sequence[Word]],
) -> tuple[list[_Extent], dict[int, int]] | None:
    """Columns as the fullest rows have them, by the edge or the middle that varies least."""
    most = max((len(row) for row in rows), default=0)
    full = [row for row in rows if len(row) == most]
    if most < 2 or not full:
        return None
    best: tuple[float, int, list[float]] | None = None
    for key in range(3):
        places = [[_place(row[i], key) for row in full] for i in range(most)]
        spread = sum(max(column) - min(column) for column in places)
        if best is None or spread < best[0]:
            best = spread, key, [sum(column) / len(column) for column in places]
    if best is None:
        return None
    _, key, at = best
    pitch = min(after - before for before, after in pairwise(at))
    columns: dict[int, int] = {}
    extents: list[list[_Extent]] = [[] for _ in at]
    for row in rows:
        taken: set[int] = set()
        for word in row:
            column = min(range(most), key=lambda i: abs(at[i] - _place(word, key)))
            if abs(at[column] - _place(word, key)) > _CLEAR * pitch or column in taken:
                return None
            taken.add(column)
            columns[id(word)] = column
            extents[column].append(_extent(word))
    return [(at[i], at[i]) for i in range(most)], columns


def _place(word: Word, key: int) -> float:
    return (word.box[0], (word.box[0] + word.box[2]) / 2, word.box[2])[key]


def _under_heads(
    extents: list[_Extent], heads: dict[int, _Extent]
) -> tuple[list[_Extent], list[int], dict[int, int]] | None:
    """The columns with those that only a head shows; where each old one is now; and the heads'.

    As many heads as columns belong together in their order. Else a head without any number below
    it stands over a blank column, if every other head stands over one column of its own.
    """
    if not heads:
        return extents, list(range(len(extents))), {}
    order = sorted(heads, key=lambda index: heads[index])
    if len(order) == len(extents):
        return extents, list(range(len(extents))), {head: i for i, head in enumerate(order)}
    own: dict[int, int] = {}
    named: list[tuple[_Extent, int]] = []
    for head in order:
        left, right = heads[head]
        below = [i for i, e in enumerate(extents) if min(right, e[1]) - max(left, e[0]) > -_APART]
        if len(below) > 1 or (below and below[0] in own.values()):
            return None
        if below:
            own[head] = below[0]
        else:
            named.append((heads[head], head))
    if len(own) != len(extents):
        return None
    whole = sorted([*extents, *(extent for extent, _ in named)])
    moved = [whole.index(extent) for extent in extents]
    columns = {head: moved[column] for head, column in own.items()}
    columns.update({head: whole.index(extent) for extent, head in named})
    return whole, moved, columns
