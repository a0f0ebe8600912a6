"""Which printed header stands over which column of a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ..cells import Kind
from ..forms.catalogue import Cell
from .anchors import Role
from .grid import Shape
from .numbers import MONEY_UNITS
from .rows import HeaderColumn, PrintedRow

__all__ = ["header_columns", "in_printed_order", "unit_of"]


def header_columns(row: PrintedRow, columns: Sequence[Cell]) -> dict[str, HeaderColumn]:
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
    """Columns of one name under several groups: by the group they stand under, else in turn.

    Where a column is missing, those under a group of their own are still known.
    """
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
    if columns[0].table.name == "disclosure":  # the only header without a second line
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
    header = header_columns(row, (cell,)).get(cell.address)
    note = "" if header is None else header.note
    if cell.kind is not Kind.AMOUNT or "元" not in note:
        return cell.unit.zh
    found = _UNIT_NOTE.fullmatch(note)
    return found["unit"] if found else note
