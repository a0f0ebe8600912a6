"""Drawn tables as grids: what goes on over a page break becomes one table again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from ..grid import Grid, GridCell, Place, Shape
from ..limits import Limits
from .cells import RuledCell
from .ruled import SNAP, RuledTable
from .unsettled import JoinedCell, doubted, is_doubted, number_columns, settled
from .words import is_figure

__all__ = ["belongs_to", "ruled_grid"]

_PADDING: Final = 7.5
"""Points between the text and the edge of a cell."""
_COLUMNS: Final = 4
"""Lines that lie below one another by no chance."""


def belongs_to(table: RuledTable, before: RuledTable) -> bool:
    """Whether a table goes on where another one ended at the foot of the page before."""
    return table.page == before.page + 1 and (
        _same_width(table, before) or _same_columns(table, before)
    )


def _same_width(table: RuledTable, before: RuledTable) -> bool:
    width = table.columns[-1] - table.columns[0]
    return abs(width - (before.columns[-1] - before.columns[0])) <= 2 * SNAP


def _same_columns(table: RuledTable, before: RuledTable) -> bool:
    """Whether the lines of two parts lie below one another, though one of them lacks a side."""
    fewer, more = sorted((table.columns, before.columns), key=len)
    shared = sum(any(abs(x - other) <= SNAP for other in more) for x in fewer)
    return len(fewer) >= _COLUMNS and shared == len(fewer)


def ruled_grid(
    tables: Sequence[RuledTable], number: int, limits: Limits, *, at_break: bool
) -> Grid:
    """The parts of one table, page by page, as one grid.

    ``at_break`` says that the last part ends its page, and another page follows.
    """
    origins = _origins(tables)
    edges = _shared_edges(tables, origins)
    parts: list[list[JoinedCell]] = []
    for table, origin in zip(tables, origins, strict=True):
        shared = [_nearest(edges, x - origin) for x in table.columns]
        parts.append([_placed(cell, table, shared) for cell in table.cells])
    numbers = number_columns(cell for part in parts for cell in part)
    cells: list[JoinedCell] = []
    height = 0
    before: RuledTable | None = None
    for table, part in zip(tables, settled(parts, numbers), strict=True):
        own = [cell._replace(row=cell.row + height) for cell in part] if height else part
        if before is not None:
            is_open = table.open_top or before.open_bottom
            cells, own = _row_joined(cells, own, height, numbers, is_open=is_open)
        cells += own
        height = max([height, *(cell.row + cell.row_span for cell in own)])
        limits.require("area", height * len(edges))
        before = table
    if at_break and (tables[-1].open_bottom or _may_go_on(cells, height - 1, numbers)):
        cells = _unsettled(cells, height - 1, numbers)
    rows: list[list[GridCell]] = []
    by_row: dict[int, list[JoinedCell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    for index, row in enumerate(range(height)):
        rows.append([])
        for order, cell in enumerate(sorted(by_row.get(row, ()), key=lambda c: c.start), 1):
            place = Place(page=cell.page, table=number, row=index + 1, cell=order, box=cell.box)
            across = cell.end - cell.start
            rows[-1].append(
                GridCell(cell.text, index, cell.start, cell.row_span, across, place, kept=True)
            )
    return Grid(Shape.TABLE, tuple(map(tuple, rows)), number)


def _origins(tables: Sequence[RuledTable]) -> list[float]:
    """From where the columns of each part are measured: its left edge, if it is drawn."""
    origins = [tables[0].columns[0]]
    for before, table in pairwise(tables):
        moved = table.columns[0] - before.columns[0] if _same_width(table, before) else 0.0
        origins.append(origins[-1] + moved)
    return origins


def _shared_edges(tables: Sequence[RuledTable], origins: Sequence[float]) -> list[float]:
    """The columns of all parts, measured from the origin of each."""
    offsets = sorted(
        x - origin for table, origin in zip(tables, origins, strict=True) for x in table.columns
    )
    edges: list[float] = []
    for offset in offsets:
        if not edges or offset - edges[-1] > SNAP:
            edges.append(offset)
    return edges


def _nearest(edges: Sequence[float], offset: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - offset))


def _placed(cell: RuledCell, table: RuledTable, shared: Sequence[int]) -> JoinedCell:
    """A cell of one part in the whole table, whose columns are those shared by all parts."""
    row, column, row_span, column_span, (left, _, right, _), lines, *_ = cell
    is_full = False
    if lines:
        last = lines[-1]
        size = last.size
        is_full = right - last.box[2] < 1.1 * size + min(max(last.box[0] - left, 0), _PADDING)
    x0, y0, x1, y1 = cell.whole_box
    return JoinedCell(
        cell.text,
        row,
        shared[column],
        shared[column + column_span],
        row_span,
        table.page,
        (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)),
        is_full,
    )


# --- a row that the page break cuts -----------------------------------------------------------


def _row_joined(
    cells: list[JoinedCell],
    own: list[JoinedCell],
    height: int,
    numbers: frozenset[int],
    *,
    is_open: bool,
) -> tuple[list[JoinedCell], list[JoinedCell]]:
    """The cells before and after a break, with the row made whole that the break has cut."""
    first = height + _repeated_rows(cells, own, height)
    tail = {c.columns: c for c in cells if c.row == height - 1 and c.row_span == 1}
    head = {c.columns: c for c in own if c.row == first and c.row_span == 1}
    labels = [p for p in tail if tail[p].text and p in head and head[p].text]
    above = [p for p in tail if tail[p].text and p not in labels]
    below = [p for p in head if head[p].text and p not in labels]
    if not _is_cut(tail, head, labels, above, below, is_open=is_open):
        if is_open or _may_go_on(cells, height - 1, numbers):
            if any(is_doubted(cell) for cell in (*cells, *own)):  # lines are missing
                own = _unsettled(own, _first_below_head(own, height, numbers), numbers)
            return _unsettled(cells, height - 1, numbers), own
        return cells, own
    row = {place: tail[place] for place in labels}
    row.update({place: tail[place] for place in (above if below else tail)})
    if below:
        row.update({p: head[p] for p in head if p not in labels and not _over(p, above)})
    row = {place: cell._replace(row=height - 1) for place, cell in row.items()}
    for place in labels:
        text = f"{tail[place].text}\n{head[place].text}"
        row[place] = row[place]._replace(text=text)
    gone = set(map(id, tail.values()))
    whole = [*(cell for cell in cells if id(cell) not in gone), *row.values()]
    kept: list[JoinedCell] = []
    for cell in own:
        if cell.row == first and cell.row_span == 1:
            continue
        if cell.row == first:  # goes on below the row that is gone
            kept.append(cell._replace(row_span=cell.row_span - 1))
        elif cell.row > first:
            kept.append(cell._replace(row=cell.row - 1))
        else:
            kept.append(cell)
    return whole, kept


def _may_go_on(cells: Sequence[JoinedCell], row: int, numbers: frozenset[int]) -> bool:
    """Whether the label of the last row may be cut: it fills its cell, or the cell lacks a line."""
    labels = [c for c in cells if c.row == row and c.row_span == 1 and c.is_label]
    lacking = any(not numbers.isdisjoint(range(*cell.columns)) for cell in labels)
    return lacking or all(cell.is_full for cell in labels)


def _first_below_head(cells: Sequence[JoinedCell], first: int, numbers: frozenset[int]) -> int:
    """The first row after a break that is not of a head: no text stands in it over numbers."""
    heads = {c.row for c in cells if c.is_label and c.end - 1 in numbers}
    return next((row for row in sorted({c.row for c in cells}) if row not in heads), first)


def _unsettled(cells: list[JoinedCell], row: int, numbers: frozenset[int]) -> list[JoinedCell]:
    """The cells, with the blanks of a row at a break doubted if none of its numbers is certain.

    They may be printed beyond the break.
    """
    own = [cell for cell in cells if cell.row == row and cell.row_span == 1]
    if not any(cell.is_label for cell in own) or any(cell.is_number for cell in own):
        return cells
    blank = {id(c) for c in own if c.is_blank and not numbers.isdisjoint(range(*c.columns))}
    return [doubted(cell) if id(cell) in blank else cell for cell in cells]


def _repeated_rows(cells: Iterable[JoinedCell], own: Iterable[JoinedCell], height: int) -> int:
    """How many rows after the break print the head of the table again.

    The head is what stands above the first row of numbers; a break may have cut it, too.
    """
    before = list(cells)
    numbers = [cell.row for cell in before if cell.text and _is_number(cell.text)]
    first = min(numbers, default=0)
    head = {_bare(cell.text) for cell in before if cell.text and cell.row < first}
    rows: dict[int, list[str]] = {}
    for cell in own:
        if cell.text:
            rows.setdefault(cell.row - height, []).append(_bare(cell.text))
    count = 0
    while not head.isdisjoint(texts := rows.get(count, [])) and not any(map(_is_number, texts)):
        count += 1
    return count


def _bare(text: str) -> str:
    return "".join(text.split())


_Place: TypeAlias = tuple[int, int]


def _is_cut(
    tail: Mapping[_Place, JoinedCell],
    head: Mapping[_Place, JoinedCell],
    labels: Sequence[_Place],
    above: Sequence[_Place],
    below: Sequence[_Place],
    *,
    is_open: bool,
) -> bool:
    """Whether a break cuts a row: its label goes on, or its numbers stand on one side alone."""
    if any(_is_number(half[place].text) for half in (tail, head) for place in labels):
        return False
    if labels:
        one_side = not (above and below)
        return one_side and (is_open or all(tail[place].is_full for place in labels))
    numbers = [
        any(_is_number(tail[p].text) for p in above),
        any(_is_number(head[p].text) for p in below),
    ]
    shared = all(p in head for p in above) and all(p in tail for p in below)
    return is_open and shared and bool(above) and bool(below) and sum(numbers) == 1


def _over(place: _Place, others: Iterable[_Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _is_number(text: str) -> bool:
    return all(is_figure(part) for part in text.split())
