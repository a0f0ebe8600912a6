"""Which number of a printed row stands in which column.

Where the layout says so, it is followed. Where it does not, every way to place the numbers is
tried and the relations of the form are the checksum: what all ways that make the sums hold agree
on is taken, the rest is doubtful. A number that the layout places is never moved by a checksum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from math import comb
from typing import TypeAlias

import attrs

from ..cells import CellValue
from ..forms.catalogue import Cell, Form
from ..forms.rules import Strength
from ..relations import Comparison, Relation, rulebook
from .anchors import Role
from .grid import Shape
from .limits import Limits
from .numbers import MONEY_UNITS, figure, glued_pieces
from .rows import DISPUTES, HeaderColumn, PrintedCell, PrintedRow

__all__ = ["Placed", "Spacing", "Way", "columns_of", "place_row", "settle", "spacing_of", "unit_of"]

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
    surplus: tuple[PrintedCell, ...] = ()
    """Cells printed under columns that the form lacks."""

    @property
    def settled(self) -> bool:
        """Whether one way is left."""
        return len(self.ways) == 1


@attrs.frozen
class Spacing:
    """How lines in reading order are spaced: blank lines after a label, and between numbers."""

    after_label: int
    between: int
    after_row: int


def columns_of(form: Form, prefix: str) -> tuple[Cell, ...]:
    """The cells of a row of the form, in order; none if it has no such row."""
    return _rows_of(form).get(prefix, ())


@cache
def _rows_of(form: Form) -> Mapping[str, tuple[Cell, ...]]:
    rows: dict[str, list[Cell]] = {}
    for cell in form:
        prefix = cell.address.rpartition("/")[0]
        if prefix.startswith(DISPUTES + "/"):  # one printed row
            prefix = DISPUTES
        rows.setdefault(prefix, []).append(cell)
    return {prefix: tuple(cells) for prefix, cells in rows.items()}


# --- the header -----------------------------------------------------------------------------


def _header_columns(row: PrintedRow, columns: Sequence[Cell]) -> dict[str, HeaderColumn]:
    """The printed header of each column of the row, by address, as far as it can be told."""
    leaves = [h for h in row.header if h.meanings[0].role is Role.COLUMN]
    found: dict[str, HeaderColumn] = {}
    for key in dict.fromkeys(cell.address.rpartition("/")[2] for cell in columns):
        cells = [cell for cell in columns if cell.address.endswith("/" + key)]
        printed = _labels_for(key, leaves)
        if len(cells) > 1:
            found.update(_by_group(row, cells, printed))
        elif len(printed) == 1:
            found[cells[0].address] = printed[0]
    return found


def _labels_for(key: str, leaves: Sequence[HeaderColumn]) -> list[HeaderColumn]:
    turns: Counter[str] = Counter()
    printed = []
    for leaf in leaves:
        if leaf.anchor.in_turn:
            turn = turns[leaf.anchor.text]
            turns[leaf.anchor.text] += 1
            keys = [leaf.meanings[turn].key] if turn < len(leaf.meanings) else []
        else:
            keys = [meaning.key for meaning in leaf.meanings]
        if key in keys:
            printed.append(leaf)
    return printed


def _by_group(
    row: PrintedRow, cells: Sequence[Cell], printed: Sequence[HeaderColumn]
) -> dict[str, HeaderColumn]:
    """Columns of one name under several groups: by the group they stand under, else in turn."""
    if len(printed) != len(cells):
        return {}
    if row.shape is Shape.TABLE:
        groups = {h.meanings[0].key: h for h in row.header if h.meanings[0].role is Role.GROUP}
        under: dict[str, HeaderColumn] = {}
        for cell in cells:
            group = groups.get(cell.address.rpartition("/")[0])
            inside = [
                h for h in printed if group and group.start <= h.start and h.end <= group.end
            ]
            if len(inside) == 1:
                under[cell.address] = inside[0]
        if len(under) == len(cells):
            return under
    return {cell.address: label for cell, label in zip(cells, printed, strict=True)}


def _in_printed_order(row: PrintedRow, columns: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The columns as the header orders them, where it names each of them once."""
    header = _header_columns(row, columns)
    if len(header) != len(columns):
        return columns
    if row.shape is Shape.TABLE:
        extents = sorted((h.start, h.end) for h in header.values())
        if any(end > start for (_, end), (start, _) in zip(extents, extents[1:], strict=False)):
            return columns
        return tuple(sorted(columns, key=lambda cell: header[cell.address].start))
    if columns[0].table.name == "disclosure":  # the only header without a second line
        positions = {id(h): i for i, h in enumerate(row.header)}
        return tuple(sorted(columns, key=lambda cell: positions[id(header[cell.address])]))
    return columns


def unit_of(row: PrintedRow, cell: Cell) -> str:
    """The unit of money that the column's printed header names, else the form's."""
    header = _header_columns(row, (cell,)).get(cell.address)
    note = "" if header is None else header.note
    named = (unit for unit in MONEY_UNITS if unit in note)
    return next(named, cell.unit.zh)


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
    order = _in_printed_order(row, columns)
    back = [order.index(cell) for cell in columns]

    def placed(cells: Sequence[PrintedCell | None], surplus: Iterable[PrintedCell] = ()) -> Placed:
        return Placed(row, columns, (tuple(cells[i] for i in back),), surplus=tuple(surplus))

    cells = [
        cell for cell in row.cells if cell.kept or not cell.blank or row.shape is not Shape.LINES
    ]
    figures = [cell for cell in cells if not cell.blank or cell.text.strip()]
    size = len(columns)
    if not figures:
        kept = cells[:size]
        return placed([*kept, *[None] * (size - len(kept))])
    if len(figures) == 1 and figures[0].glued and size > 1:
        return _glued(row, columns, figures[0], back, limits)
    if row.shape is Shape.TABLE:
        under = _under_header(row, order)
        if under is not None:
            return placed(*under)
    if row.shape is Shape.LINES:
        spread = _spread(row, size, spacing)
        if spread is not None:
            return placed(spread)
    elif len(cells) == size:
        return placed(cells)
    elif len(cells) > size:
        windows = [
            start
            for start in range(len(cells) - size + 1)
            if not any(cell.text.strip() for cell in (*cells[:start], *cells[start + size :]))
        ]
        base = bases.get((row.group, size))
        if len(windows) > 1 and base is not None:
            windows = [start for start in windows if cells[start].start == base] or windows
        if len(windows) == 1:
            return placed(cells[windows[0] : windows[0] + size])
    return _open(row, columns, cells if len(cells) > size else figures, back, limits)


def _under_header(
    row: PrintedRow, order: tuple[Cell, ...]
) -> tuple[list[PrintedCell], list[PrintedCell]] | None:
    """The cells by the header each stands under, if every header has exactly one below it."""
    header = _header_columns(row, order)
    if len(header) != len(order):
        return None
    extents = [(header[cell.address].start, header[cell.address].end) for cell in order]
    if any(a[1] > b[0] for a, b in zip(extents, extents[1:], strict=False)):
        return None
    below: list[list[PrintedCell]] = [[] for _ in order]
    surplus: list[PrintedCell] = []
    for cell in row.cells:
        over = [
            i for i, (start, end) in enumerate(extents) if cell.start < end and start < cell.end
        ]
        if len(over) > 1:
            return None
        if over:
            below[over[0]].append(cell)
        elif cell.text.strip():
            surplus.append(cell)
    if any(len(cells) != 1 for cells in below):
        return None
    return [cells[0] for cells in below], surplus


def _spread(
    row: PrintedRow, size: int, spacing: Spacing | None
) -> Sequence[PrintedCell | None] | None:
    """The cells of a row in lines, blank ones included, where the spacing of the lines tells."""
    if any(cell.kept for cell in row.cells):  # the source marks its cells: nothing to guess
        kept = [cell for cell in row.cells if cell.kept]
        if len(kept) >= size and not any(cell.text.strip() for cell in kept[size:]):
            return kept[:size]
        return None
    figures = [cell for cell in row.cells if cell.text.strip()]
    if len(figures) == size:
        return figures
    if len(figures) > size:
        return None
    if row.prefix == DISPUTES:  # no label shows where its blank lines begin to be cells
        return None
    between = spacing.between if spacing else 0
    after_label = spacing.after_label if spacing else 0
    found: list[PrintedCell | None] = [None] * size
    last = -1
    for index, cell in enumerate(row.cells):
        place, rest = divmod(index - after_label, between + 1)
        if rest or not 0 <= place < size:
            if cell.text.strip():
                return None
            continue
        found[place] = cell
        if cell.text.strip():
            last = place
    if last == size - 1:
        return found
    if spacing is None:
        return None
    # The row ends in blanks: they must be there as lines, beyond those that end any row.
    lines = after_label + size + between * (size - 1)
    shows_blanks = last >= len(figures)
    if len(row.cells) >= lines + (0 if shows_blanks else spacing.after_row):
        return found
    return None


def spacing_of(rows: Iterable[tuple[PrintedRow, int]]) -> Spacing | None:
    """How the lines of a document are spaced, told by its complete rows; None if it is not one
    spacing. Each row comes with the number of its columns.
    """
    seen: Counter[tuple[int, int]] = Counter()
    ends: Counter[int] = Counter()
    for row, size in rows:
        if row.shape is not Shape.LINES or row.prefix == DISPUTES:
            continue
        filled = [i for i, cell in enumerate(row.cells) if cell.text.strip()]
        if len(filled) != size:
            continue
        gaps = {b - a - 1 for a, b in zip(filled, filled[1:], strict=False)}
        if len(gaps) == 1 or (size == 1 and seen):
            seen[filled[0], gaps.pop() if gaps else next(iter(seen))[1]] += 1
            ends[len(row.cells) - 1 - filled[-1]] += 1
        elif size > 1:
            seen[-1, -1] += 1
    if not seen:
        return None
    (spacing, count), *_ = seen.most_common(1)
    if count < 0.8 * seen.total() or spacing[0] < 0:
        return None
    return Spacing(*spacing, ends.most_common(1)[0][0])


# --- by checksum ----------------------------------------------------------------------------


def _glued(
    row: PrintedRow, columns: tuple[Cell, ...], cell: PrintedCell, back: list[int], limits: Limits
) -> Placed:
    pieces = glued_pieces(cell.text, len(columns), limits) or []
    ways = tuple(tuple(attrs.evolve(cell, text=way[i]) for i in back) for way in pieces)
    return Placed(row, columns, ways, inferred=True, laid_out=ways)


def _open(
    row: PrintedRow,
    columns: tuple[Cell, ...],
    figures: list[PrintedCell],
    back: list[int],
    limits: Limits,
) -> Placed:
    size, count = len(columns), len(figures)
    if comb(max(size, count), min(size, count)) > limits.alignments:
        return Placed(row, columns, (), inferred=True)
    ways: list[Way] = []
    if count <= size:
        for places in combinations(range(size), count):
            spread: list[PrintedCell | None] = [None] * size
            for place, cell in zip(places, figures, strict=True):
                spread[place] = cell
            ways.append(tuple(spread[i] for i in back))
    else:
        ways += [tuple(chosen[i] for i in back) for chosen in combinations(figures, size)]
    return Placed(row, columns, tuple(ways), inferred=True, laid_out=tuple(ways))


def settle(rows: Sequence[Placed], form: Form, limits: Limits) -> None:
    """Leave to each open row those ways that make the sums hold, if there are any."""
    open_rows = [placed for placed in rows if not placed.settled]
    if not open_rows:
        return
    relations = [r for r in rulebook(form) if r.strength is not Strength.SOFT]
    for placed in open_rows:
        own = {cell.address for cell in placed.columns}
        within = [r for r in relations if own.issuperset(r.addresses)]
        readable = [way for way in placed.ways if _values(placed, way, limits) is not None]
        kept = [way for way in readable if _hold(within, _values(placed, way, limits) or {})]
        placed.ways = tuple(_distinct(kept or readable, placed, limits))
    still = [placed for placed in open_rows if len(placed.ways) > 1]
    tried = 1
    for placed in still:
        tried *= len(placed.ways)
    if not still or tried > limits.alignments:
        return
    _settle_together(still, [p for p in rows if p.settled], relations, limits)


def _settle_together(
    still: Sequence[Placed],
    settled: Sequence[Placed],
    relations: Sequence[Relation],
    limits: Limits,
) -> None:
    known: dict[str, CellValue] = {}
    for placed in settled:
        known.update(_values(placed, placed.ways[0], limits) or {})
    touched = {cell.address for placed in still for cell in placed.columns}
    across = [
        r
        for r in relations
        if touched.intersection(r.addresses)
        and all(address in known or address in touched for address in r.addresses)
    ]
    if not across:
        return
    kept = []
    for ways in product(*(placed.ways for placed in still)):
        values = dict(known)
        for placed, way in zip(still, ways, strict=True):
            values.update(_values(placed, way, limits) or {})
        if _hold(across, values):
            kept.append(ways)
    for i, placed in enumerate(still):
        chosen = list(dict.fromkeys(ways[i] for ways in kept))
        if chosen:
            placed.ways = tuple(chosen)


def _values(placed: Placed, way: Way, limits: Limits) -> dict[str, CellValue] | None:
    """The values of a row placed in one way; None if a cell cannot hold what falls on it."""
    values: dict[str, CellValue] = {}
    for cell, printed in zip(placed.columns, way, strict=True):
        read = figure("" if printed is None else printed.text, cell.kind, cell.unit.zh, limits)
        if read.fault:
            return None
        values[cell.address] = read.value
    return values


def _hold(relations: Iterable[Relation], values: Mapping[str, CellValue]) -> bool:
    """Whether relations hold, a blank counting for nothing: enough to compare ways, no verdict."""
    for relation in relations:
        residual = relation.residual({a: int(values[a] or 0) for a in relation.addresses})
        if residual > 0 or (residual and relation.comparison is Comparison.EQUAL):
            return False
    return True


def _distinct(ways: Iterable[Way], placed: Placed, limits: Limits) -> Iterator[Way]:
    """The ways without those that give the same values."""
    seen: set[tuple[CellValue, ...]] = set()
    for way in ways:
        values = _values(placed, way, limits)
        key = tuple(values.values()) if values is not None else ()
        if key not in seen:
            seen.add(key)
            yield way
