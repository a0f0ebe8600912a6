"""Which number of a printed row stands in which column, as far as the layout tells.

Where the layout leaves it open, every way to place the numbers is kept, for
:mod:`gxstats.reading.checksum` to choose from. A number that the layout places is never moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, dropwhile, pairwise, takewhile
from math import comb
from typing import Final, TypeAlias

import attrs

from ..forms.catalogue import Cell
from ..forms.report import Form
from .grid import Shape
from .headers import Headers, headers_of
from .limits import Limits
from .numbers import is_readable, looks_like_figure
from .rows import DISPUTES, HeaderColumn, PrintedCell, PrintedRow

__all__ = ["Placed", "Spacing", "Way", "columns_of", "place_row", "prefixes_of", "spacing_of"]

_LONGEST_COUNT: Final = 6
"""Digits of a number that can be the only one of a row of several cells."""

Way: TypeAlias = tuple[PrintedCell | None, ...]
"""One way to place a row: for each column, the cell that stands there."""


@attrs.define(eq=False)
class Placed:
    """A row with the ways in which its cells can stand under the columns."""

    row: PrintedRow
    columns: tuple[Cell, ...]
    ways: tuple[Way, ...]
    inferred: bool = False
    """The layout alone left it open."""
    laid_out: tuple[Way, ...] = ()
    """For an open row: all ways that the layout allows, whatever the sums say."""
    checked: bool = False
    """A relation of the form was there to choose among the ways."""
    sole: bool = False
    """Of glued digits: they can be cut in one way only, whatever the relations say."""
    glued: PrintedCell | None = None
    """Digits in which all numbers of the row run together: :mod:`gxstats.reading.parting`."""
    parted: tuple[tuple[str, ...], ...] = ()
    """Of glued digits: for each column, what can stand there."""

    @property
    def surplus(self) -> tuple[PrintedCell, ...]:
        """What is printed in a settled row and stands in no column of the form."""
        (way,) = self.ways
        if None not in way and len(way) == len(self.row.cells):
            return ()
        kept = set(map(id, way))
        return tuple(
            cell
            for cell in self.row.cells
            if cell.text.strip() and id(cell) not in kept and not cell.glued
        )

    @property
    def settled(self) -> bool:
        """Whether one way is left, and there was something to leave it."""
        return len(self.ways) == 1 and (self.checked or len(self.laid_out) < 2)


@attrs.frozen
class Spacing:
    """How lines in reading order are spaced: blank lines after a label, and between numbers."""

    after_label: int
    between: int
    after_row: int


def columns_of(form: Form, prefix: str) -> tuple[Cell, ...]:
    """The cells of a row of the form, in order; none if it has no such row."""
    return _rows_of(form).get(prefix, ())


def prefixes_of(form: Form) -> tuple[str, ...]:
    """The rows of a form, in order."""
    return tuple(_rows_of(form))


@cache
def _rows_of(form: Form) -> Mapping[str, tuple[Cell, ...]]:
    rows: dict[str, list[Cell]] = {}
    for cell in form:
        prefix = cell.address.rpartition("/")[0]
        if prefix.startswith(DISPUTES + "/"):  # one printed row
            prefix = DISPUTES
        rows.setdefault(prefix, []).append(cell)
    return {prefix: tuple(cells) for prefix, cells in rows.items()}


# --- by layout ------------------------------------------------------------------------------


def place_row(
    row: PrintedRow,
    columns: tuple[Cell, ...],
    spacing: Spacing | None,
    bases: Mapping[tuple[int, int], int],
    limits: Limits,
) -> Placed:
    """The ways to place a row; one where the layout tells, else all that keep the order.

    ``bases`` gives, for a group of grids and a number of columns, where the columns begin, as
    learned from rows that leave nothing open.
    """
    headers = headers_of(row, columns)
    back, apart = headers.back, headers.apart

    def placed(cells: Sequence[PrintedCell | None]) -> Placed:
        return Placed(row, columns, (tuple(cells[i] for i in back),))

    in_lines = row.shape is Shape.LINES
    cells = row.cells
    if in_lines:
        cells = [cell for cell in cells if cell.kept or not cell.blank]
    figures = [cell for cell in cells if cell.text.strip()]
    size = len(columns)
    if not figures:
        return placed([*cells, *[None] * size])
    match figures:
        case [only] if size > 1 and (only.glued or _runs_together(only, row, size)):
            return Placed(row, columns, (), inferred=True, glued=only)
    if row.shape is Shape.TABLE:
        under = _under_labels(row, headers)
        if under is not None and under is row.cells:
            return placed(under)
        numbers = [
            cell
            for cell in figures
            if not row.is_headed(cell)
            and (looks_like_figure(cell.text) or any(map(str.isdigit, cell.text)))
        ]
        below = {id(cell) for cell in under or ()}
        stray = under is not None and any(id(cell) not in below for cell in numbers)
        if stray or len(numbers) > size:  # any may be the one too many, whatever it stands under
            opened = _open(row, columns, numbers, back, limits)
            ways = opened.ways and tuple(
                dict.fromkeys([*opened.ways, *(placed(under).ways if under else ())])
            )
            return attrs.evolve(opened, ways=ways, laid_out=ways)
        if under is not None:
            return placed(under)
    if row.shape is Shape.ROWS and any(map(_is_word_on_page, figures)):
        # perhaps a piece of the label, and a blank has left no trace
        numbers = [cell for cell in figures if not _is_word_on_page(cell)]
        return _open(row, columns, numbers, back, limits)
    if in_lines:
        spread = _spread(row, size, spacing)
        if spread is not None:
            return placed(spread)
    elif len(cells) == size and (
        all(headers.own) or _fits(headers.own, cells) or (any(apart) and _fits(apart, cells))
    ):
        return placed(cells)
    elif len(cells) > size:
        windows = [
            start
            for start in range(len(cells) - size + 1)
            if not any(cell.text.strip() for cell in (*cells[:start], *cells[start + size :]))
            and _fits(apart, cells[start : start + size])
        ]
        base = bases.get((row.group, size))
        windows = [start for start in windows if cells[start].start == base] or windows
        match windows:
            case [start]:
                return placed(cells[start:])
    if len(figures) == size:  # among blank lines that may be cells
        last = max(i for i, cell in enumerate(row.cells) if cell.text.strip())
        cells = row.cells[: last + 1]
    opened = _open(row, columns, cells if len(cells) > size else figures, back, limits)
    if not any(headers.own):
        return opened
    ways = tuple(way for way in opened.ways if _fits(apart, [way[i] for i in headers.order]))
    headed = [i for i, place in enumerate(back) if apart[place]]
    if not headed or any(way[i] is None for way in ways for i in headed):
        ways = ()  # a cell is missing below a label, and others may have moved up
    return attrs.evolve(opened, ways=ways, laid_out=ways or opened.laid_out)


def _is_word_on_page(cell: PrintedCell) -> bool:
    """Whether a cell of a page whose columns are not clear is no number."""
    return cell.place.box is not None and not looks_like_figure(cell.text)


def _fits(labels: Sequence[HeaderColumn | None], cells: Sequence[PrintedCell | None]) -> bool:
    """Whether every cell is placed under its column's printed label, or else under no label."""

    def under(cell: PrintedCell, label: HeaderColumn) -> bool:
        return cell.start < label.end and label.start < cell.end

    return all(
        cell is None
        or (under(cell, own) if own else not any(one and under(cell, one) for one in labels))
        for cell, own in zip(cells, labels, strict=True)
    )


def _under_labels(row: PrintedRow, headers: Headers) -> list[PrintedCell] | None:
    """The cells by the label each stands under, if every label has exactly one below it."""
    places = headers.places
    if places is None:
        return None
    if headers.are_beside and [(cell.start, cell.end) for cell in row.cells] == places:
        return row.cells
    below: list[list[PrintedCell]] = [[] for _ in places]
    for cell in row.cells:
        over = [
            i for i, (start, end) in enumerate(places) if cell.start < end and start < cell.end
        ]
        if len(over) > 1:
            return None
        for i in over:
            below[i].append(cell)
    if any(len(cells) != 1 for cells in below):
        return None
    return [cell for cells in below for cell in cells]


def _spread(
    row: PrintedRow, size: int, spacing: Spacing | None
) -> Sequence[PrintedCell | None] | None:
    """The cells of a row in lines, blank ones included, where the spacing of the lines tells."""
    if any(cell.kept for cell in row.cells):  # the source marks its cells: nothing to guess
        return _marked(row, size)
    figures = [cell for cell in row.cells if cell.text.strip()]
    if len(figures) == size and len(_gaps(row)) < 2:
        late = spacing is not None and row.cells.index(figures[0]) > spacing.after_label
        if row.prefix == DISPUTES or not late:
            return figures
    if row.prefix == DISPUTES:  # no label shows where its blank lines begin to be cells
        return None
    between = spacing.between if spacing else 0
    after_label = spacing.after_label if spacing else 0
    found: list[PrintedCell | None] = [None] * size
    for index, cell in enumerate(row.cells):
        place, rest = divmod(index - after_label, between + 1)
        if rest or not 0 <= place < size:
            if cell.text.strip():
                return None
            continue
        found[place] = cell
    last = max(i for i, cell in enumerate(found) if cell is not None and cell.text.strip())
    if last == size - 1:
        return found
    if spacing is None:
        return None
    # The row ends in blanks: they must be there as lines, and then those that end any row.
    expected = after_label + size + between * (size - 1) + spacing.after_row
    beyond = len(row.cells) - expected
    if row.ends_table:  # where more may follow, and blank lines within must show what they are
        return found if beyond >= 0 and last >= len(figures) else None
    return found if beyond == 0 else None


def _marked(row: PrintedRow, size: int) -> Sequence[PrintedCell] | None:
    """The cells of a row whose lines are marked as cells, and then perhaps blank ones.

    Marked blanks after the blank line that ends it belong to what follows: merged cells of the
    next row.
    """
    kept = [cell for cell in row.cells if cell.kept]
    ended = dropwhile(lambda cell: not cell.kept, row.cells)
    own = len(list(takewhile(lambda cell: cell.kept, ended)))
    complete = own == size or len(kept) == max(own, size)
    return kept if complete and not any(cell.text.strip() for cell in kept[size:]) else None


def _gaps(row: PrintedRow) -> set[int]:
    """The numbers of blank lines between one number and the next."""
    filled = [i for i, cell in enumerate(row.cells) if cell.text.strip()]
    return {after - before - 1 for before, after in pairwise(filled)}


def spacing_of(rows: Iterable[tuple[PrintedRow, int]]) -> Spacing | None:
    """How the lines of a document are spaced, told by its complete rows.

    Each row comes with the number of its columns. None if there is not one spacing.
    """
    seen: Counter[tuple[int, int]] = Counter()
    ends: list[int] = []
    uneven = 0
    for row, size in rows:
        if row.shape is not Shape.LINES or row.prefix == DISPUTES:
            continue
        filled = [i for i, cell in enumerate(row.cells) if cell.text.strip()]
        if len(filled) != size:
            continue
        gaps = _gaps(row)
        if len(gaps) == 1 or (size == 1 and seen):
            seen[filled[0], gaps.pop() if gaps else next(iter(seen))[1]] += 1
            ends.append(len(row.cells) - 1 - filled[-1])
        elif gaps:
            uneven += 1
    if not seen:
        return None
    (spacing, count), *_ = seen.most_common()
    if count < 0.8 * (seen.total() + uneven):
        return None
    return Spacing(*spacing, Counter(ends).most_common()[0][0])


def _runs_together(cell: PrintedCell, row: PrintedRow, size: int) -> bool:
    """Whether the one number of a row in lines is too long to be anything but all of them."""
    text = cell.text.strip()
    least = max(size, _LONGEST_COUNT + 1)
    return row.shape is Shape.LINES and not cell.kept and text.isdecimal() and len(text) >= least


def _text(cell: PrintedCell) -> str:
    return cell.text.strip()


def _open(
    row: PrintedRow,
    columns: tuple[Cell, ...],
    figures: list[PrintedCell],
    back: Sequence[int],
    limits: Limits,
) -> Placed:
    size, count = len(columns), len(figures)
    ways_there_are = comb(max(size, count), min(size, count))
    unreadable = any(not is_readable(cell.text, limits) for cell in figures)
    if unreadable or ways_there_are > limits.alignments:  # nothing to check sums with
        return Placed(row, columns, (), inferred=True)
    ways: list[Way] = []
    if count <= size:
        for places in combinations(range(size), count):
            spread: list[PrintedCell | None] = [None] * size
            for place, cell in zip(places, figures, strict=True):
                spread[place] = cell
            ways.append(tuple(spread[i] for i in back))
    else:
        printed = [cell for cell in figures if _text(cell)]
        crowded = len(printed) > size  # then a number may be one too many, else only a blank
        filled = sum(not cell.blank for cell in figures)
        ways += [
            tuple(chosen[i] for i in back)
            for chosen in combinations(printed if crowded else figures, size)
            if crowded or sum(not cell.blank for cell in chosen) == filled
        ]
    return Placed(row, columns, tuple(ways), inferred=True, laid_out=tuple(ways))
