"""The head of a table that is not drawn: words that make one cell, and which of them are lowest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from .page import Box, around
from .words import Word

__all__ = ["Head", "HeadCell", "head_of"]

_LINE: Final = 1.5
"""Times the size: the farthest line below another one of the same cell."""
_CENTRED: Final = 0.6
"""Part of the size by which the middles of centred lines may differ."""
_WIDTH: Final = 0.6
"""Part of the wider of two lines that they share if both are of one width."""


@attrs.define(eq=False)
class HeadCell:
    """Words over one another that make one text."""

    page: int
    words: list[Word]

    @property
    def box(self) -> Box:
        """Around its words."""
        return around([word.box for word in self.words])


@attrs.frozen
class Head:
    """A head: the cells that stand over others, level by level, and the lowest ones."""

    levels: tuple[tuple[HeadCell, ...], ...]
    leaves: tuple[HeadCell, ...]


def head_of(words: Sequence[tuple[int, Word]]) -> Head:
    """The head that words make; each comes with its page, and those of one line together."""
    cells: list[HeadCell] = []
    known = sorted(words, key=lambda item: (item[0], item[1].box[1], item[1].box[0]))
    for page, word in known:
        for cell in reversed(cells):
            if cell.page == page and _continues(cell.words[-1], word, page, known):
                cell.words.append(word)
                break
        else:
            cells.append(HeadCell(page, [word]))
    leaves = [
        cell
        for cell in cells
        if not any(_is_over(cell, other) for other in cells) and not _is_title(cell, cells)
    ]
    levels: list[list[HeadCell]] = []
    for cell in cells:
        if any(cell is leaf for leaf in leaves):
            continue
        last = levels[-1][0] if levels else None
        together = (
            last is not None
            and last.page == cell.page
            and abs(last.words[0].middle - cell.words[0].middle) < cell.words[0].size / 2
        )
        if together:
            levels[-1].append(cell)
        else:
            levels.append([cell])
    ordered = sorted(leaves, key=lambda cell: cell.box[0])
    return Head(tuple(map(tuple, levels)), tuple(ordered))


def _is_over(cell: HeadCell, other: HeadCell) -> bool:
    if cell is other:
        return False
    if cell.page != other.page:
        return cell.page < other.page
    shared = min(cell.box[2], other.box[2]) - max(cell.box[0], other.box[0])
    return shared > 0 and other.box[1] >= cell.box[3] - 0.3 * cell.words[-1].size


def _is_title(cell: HeadCell, cells: Sequence[HeadCell]) -> bool:
    """Whether a cell stands alone at its height, over others."""
    own = cell.box
    others = [other for other in cells if other is not cell and other.page == cell.page]
    alone = not any(min(o.box[3], own[3]) - max(o.box[1], own[1]) > 0 for o in others)
    return alone and any(other.box[1] >= own[3] for other in others)


def _continues(above: Word, word: Word, page: int, known: Sequence[tuple[int, Word]]) -> bool:
    """Whether a word is the next line of the cell that another one belongs to."""
    apart = word.middle - above.middle
    if not 0.5 * word.size < apart <= _LINE * word.size:
        return False
    shared = min(word.box[2], above.box[2]) - max(word.box[0], above.box[0])
    widest = max(word.box[2] - word.box[0], above.box[2] - above.box[0])
    if shared >= _WIDTH * widest:
        return True
    centres = abs(sum(word.box[::2]) - sum(above.box[::2])) / 2
    flush = abs(word.box[0] - above.box[0])
    if min(centres, flush) > _CENTRED * word.size or shared <= 0:
        return False
    beneath = [
        other
        for number, other in known
        if number == page
        and abs(other.middle - word.middle) < 0.5 * word.size
        and min(other.box[2], above.box[2]) > max(other.box[0], above.box[0])
    ]
    return len(beneath) == 1
