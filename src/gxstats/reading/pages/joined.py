"""Drawn tables as grids: what goes on over a page break becomes one table again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from ..grid import Grid, GridCell, Place, Shape
from ..limits import Limits
from .cells import RuledCell
from .page import Box
from .ruled import SNAP, RuledTable
from .words import is_figure

__all__ = ["belongs_to", "ruled_grid"]

_PADDING: Final = 7.5
"""Points between the text and the edge of a cell."""


@attrs.frozen
class _Cell:
    """A cell of the joined table."""

    text: str
    row: int
    start: int
    end: int
    row_span: int
    page: int
    box: Box
    is_full: bool
    """Its last line is as long as the cell allows, so that the text may go on."""

    @property
    def columns(self) -> tuple[int, int]:
        return self.start, self.end


def belongs_to(table: RuledTable, before: RuledTable) -> bool:
    """Whether a table goes on where another one ended at the foot of the page before."""
    width = table.columns[-1] - table.columns[0]
    return (
        table.page == before.page + 1
        and abs(width - (before.columns[-1] - before.columns[0])) <= 2 * SNAP
    )


def ruled_grid(tables: Sequence[RuledTable], number: int, limits: Limits) -> Grid:
    """The parts of one table, page by page, as one grid."""
    edges = _shared_edges(tables)
    cells: list[_Cell] = []
    height = 0
    before: RuledTable | None = None
    for table in tables:
        own = [_placed(cell, table, edges, height) for cell in table.cells]
        if before is not None:
            is_open = table.open_top or before.open_bottom
            cells, own = _row_joined(cells, own, height, is_open=is_open)
        cells += own
        height = max([height, *(cell.row + cell.row_span for cell in own)])
        limits.require("area", height * len(edges))
        before = table
    rows: list[list[GridCell]] = []
    by_row: dict[int, list[_Cell]] = {}
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


def _shared_edges(tables: Sequence[RuledTable]) -> list[float]:
    """The columns of all parts, measured from the left edge of each."""
    offsets = sorted(x - table.columns[0] for table in tables for x in table.columns)
    edges: list[float] = []
    for offset in offsets:
        if not edges or offset - edges[-1] > SNAP:
            edges.append(offset)
    return edges


def _placed(cell: RuledCell, table: RuledTable, edges: list[float], height: int) -> _Cell:
    def nearest(column: int) -> int:
        offset = table.columns[column] - table.columns[0]
        return min(range(len(edges)), key=lambda i: abs(edges[i] - offset))

    left, _, right, _ = cell.box
    is_full = False
    if cell.lines:
        last = cell.lines[-1]
        free = right - last.box[2]
        is_full = free < 1.1 * last.size + min(max(last.box[0] - left, 0), _PADDING)
    return _Cell(
        cell.text,
        cell.row + height,
        nearest(cell.column),
        nearest(cell.column + cell.column_span),
        cell.row_span,
        table.page,
        tuple(round(edge, 1) for edge in cell.whole_box),  # type: ignore[arg-type]
        is_full,
    )


# --- a row that the page break cuts -----------------------------------------------------------


def _row_joined(
    cells: list[_Cell], own: list[_Cell], height: int, *, is_open: bool
) -> tuple[list[_Cell], list[_Cell]]:
    """The cells before and after a break, with the row made whole that the break has cut."""
    first = height + _repeated_rows(cells, own, height)
    tail = {c.columns: c for c in cells if c.row == height - 1 and c.row_span == 1}
    head = {c.columns: c for c in own if c.row == first and c.row_span == 1}
    labels = [p for p in tail if tail[p].text and p in head and head[p].text]
    above = [p for p in tail if tail[p].text and p not in labels]
    below = [p for p in head if head[p].text and p not in labels]
    if not _is_cut(tail, head, labels, above, below, is_open=is_open):
        return cells, own
    row = {place: tail[place] for place in labels}
    row.update({place: tail[place] for place in (above if below else tail)})
    if below:
        row.update({p: head[p] for p in head if p not in labels and not _over(p, above)})
    row = {place: attrs.evolve(cell, row=height - 1) for place, cell in row.items()}
    for place in labels:
        text = f"{tail[place].text}\n{head[place].text}"
        row[place] = attrs.evolve(row[place], text=text)
    gone = set(map(id, tail.values()))
    whole = [*(cell for cell in cells if id(cell) not in gone), *row.values()]
    kept: list[_Cell] = []
    for cell in own:
        if cell.row == first and cell.row_span == 1:
            continue
        if cell.row == first:  # goes on below the row that is gone
            kept.append(attrs.evolve(cell, row_span=cell.row_span - 1))
        elif cell.row > first:
            kept.append(attrs.evolve(cell, row=cell.row - 1))
        else:
            kept.append(cell)
    return whole, kept


def _repeated_rows(cells: Iterable[_Cell], own: Iterable[_Cell], height: int) -> int:
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
    tail: Mapping[_Place, _Cell],
    head: Mapping[_Place, _Cell],
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
    return is_open and bool(above) and bool(below) and sum(numbers) == 1


def _over(place: _Place, others: Iterable[_Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _is_number(text: str) -> bool:
    return all(is_figure(part) for part in text.split())
