"""Which printed header stands over which column of a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final, TypeAlias

from ..cells import Kind
from ..forms.catalogue import Cell
from .anchors import BLOCKS, Role
from .grid import Shape
from .numbers import MONEY_UNITS
from .rows import DISPUTES, HeaderColumn, PrintedRow

__all__ = ["header_columns", "in_printed_order", "placed_headers", "unit_of"]


Headers: TypeAlias = tuple[tuple[Cell, ...], dict[str, HeaderColumn]]
"""Columns as they are printed, and the header of each by address, as far as it can be told."""
_Steps: TypeAlias = tuple[tuple[str, str], ...]
_STEPS: Final[dict[int, tuple[tuple[Cell, ...], _Steps]]] = {}
_PLACED: Final[dict[tuple[int, Shape, _Steps], tuple[object, Headers, tuple[Cell, ...]]]] = {}
_MOST_REMEMBERED: Final = 256


def placed_headers(row: PrintedRow, columns: tuple[Cell, ...]) -> Headers:
    """The columns as the header orders them, with their headers.

    Rows below one head, whose columns have the same names, are placed alike: once.
    """
    key = id(row.header), row.shape, _steps(columns)
    known = _PLACED.get(key)
    if known is None or known[0] is not row.header:
        order = in_printed_order(row, columns)
        found = order, header_columns(row, order)
        _remember(_PLACED, key, (row.header, found, columns))
        return found
    _, (order, headers), like = known
    if like is columns:
        return order, headers
    own = dict(zip((cell.address for cell in like), columns, strict=True))
    return (
        tuple(own[cell.address] for cell in order),
        {own[address].address: header for address, header in headers.items()},
    )


def _steps(columns: tuple[Cell, ...]) -> _Steps:
    """What of the addresses decides which header is whose: the last step, and the group."""
    known = _STEPS.get(id(columns))
    if known is None or known[0] is not columns:
        parts = [cell.address.rpartition("/") for cell in columns]
        steps = tuple(
            (group if group.startswith(DISPUTES) else "", key) for group, _, key in parts
        )
        known = columns, steps
        _remember(_STEPS, id(columns), known)
    return known[1]


def _remember(memory: dict[Any, Any], key: object, value: object) -> None:
    if len(memory) >= _MOST_REMEMBERED:
        memory.clear()
    memory[key] = value


def header_columns(row: PrintedRow, columns: Sequence[Cell]) -> dict[str, HeaderColumn]:
    """The printed header of each column of the row, by address, as far as it can be told."""
    leaves = [h for h in row.header if any(m.role is Role.COLUMN for m in h.meanings)]
    printed = _labels_by_key(leaves)
    by_key: dict[str, list[Cell]] = {}
    for cell in columns:
        by_key.setdefault(cell.address.rpartition("/")[2], []).append(cell)
    found: dict[str, HeaderColumn] = {}
    for key, cells in by_key.items():
        found.update(_by_group(row, cells, printed.get(key, [])))
    return found


def _labels_by_key(leaves: Sequence[HeaderColumn]) -> dict[str, list[HeaderColumn]]:
    """The labels of columns by the last step of the addresses that each can stand for."""
    turns: Counter[str] = Counter()
    printed: dict[str, list[HeaderColumn]] = {}
    for leaf in leaves:
        meanings = leaf.meanings
        if leaf.anchor.in_turn:
            turn = turns[leaf.anchor.text]
            turns[leaf.anchor.text] += 1
            meanings = meanings[turn : turn + 1]
        for key in {meaning.key for meaning in meanings}:
            printed.setdefault(key, []).append(leaf)
    return printed


def _by_group(
    row: PrintedRow, cells: Sequence[Cell], printed: Sequence[HeaderColumn]
) -> dict[str, HeaderColumn]:
    """Columns of one name under several groups: by the group they stand under, else in turn.

    Where a column is missing, those under a group of their own are still known.
    """
    if row.shape is Shape.TABLE:
        groups = {m.key: h for h in row.header for m in h.meanings if m.role is Role.GROUP}
        under: dict[str, HeaderColumn] = {}
        for cell in cells:
            group = groups.get(cell.address.rpartition("/")[0])
            inside = [
                h for h in printed if group and group.start <= h.start and h.end <= group.end
            ]
            match inside:
                case [label]:
                    under[cell.address] = label
        if len(under) == len(cells) or len(printed) != len(cells):
            return under
    if len(printed) != len(cells):
        return {}
    return {cell.address: label for cell, label in zip(cells, printed, strict=True)}


def in_printed_order(row: PrintedRow, columns: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The columns as the header orders them, where it names each of them once."""
    header = header_columns(row, columns)
    if len(header) != len(columns):
        return columns
    if row.shape is Shape.TABLE:
        extents = sorted((h.start, h.end) for h in header.values())
        if any(end > start for (_, end), (start, _) in pairwise(extents)):
            return columns
        return tuple(sorted(columns, key=lambda cell: header[cell.address].start))
    if {cell.table.name for cell in columns} == {BLOCKS}:  # the only header without a second line
        if row.shape is Shape.ROWS and len({h.order for h in header.values()}) > 1:
            return columns  # a head broken over lines: which comes first shows nothing
        positions = {id(h): i for i, h in enumerate(row.header)}
        return tuple(sorted(columns, key=lambda cell: positions[id(header[cell.address])]))
    return columns


_UNIT_NOTE: Final = re.compile(
    rf"\(?(?:单位)?[:：]?(?:人民币)?(?P<unit>{'|'.join(MONEY_UNITS)})(?:人民币)?\)?"
)


def unit_of(row: PrintedRow, cell: Cell) -> str:
    """The unit of money that the column's printed header names, else the form's.

    A header that speaks of yuan in a way not understood is given back as it is: it is no unit,
    so that the cell will be a doubt.
    """
    if cell.kind is not Kind.AMOUNT:
        return cell.unit.zh
    header = header_columns(row, (cell,)).get(cell.address)
    note = "" if header is None else header.note
    if "元" not in note:
        return cell.unit.zh
    found = _UNIT_NOTE.fullmatch(note)
    return found["unit"] if found else note
