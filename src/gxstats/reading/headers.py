"""Which printed header stands over which column of a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, TypeAlias

import attrs

from ..cells import Kind
from ..forms.catalogue import Cell
from .anchors import BLOCKS, Role
from .grid import Shape
from .numbers import MONEY_UNITS
from .rows import DISPUTES, HeaderColumn, PrintedRow

__all__ = ["Headers", "header_columns", "headers_of", "in_printed_order", "unit_of"]


_Steps: TypeAlias = tuple[tuple[str, str], ...]


@attrs.frozen(eq=False)
class Headers:
    """What a head tells of the columns of a row: all in the order in which they are printed."""

    order: tuple[int, ...]
    """The columns, by their places in the form."""
    back: tuple[int, ...]
    """For each column of the form, where it is printed."""
    own: tuple[HeaderColumn | None, ...]
    """Their labels, as far as these stand in the row's own group of grids."""
    apart: tuple[HeaderColumn | None, ...]
    """The same, as far as each stands over columns of its own."""
    places: Sequence[tuple[int, int]] | None
    """Where the labels begin and end, if all are known."""
    are_beside: bool
    """They stand beside one another."""


_STEPS: Final[dict[int, tuple[tuple[Cell, ...], _Steps]]] = {}
_HEADERS: Final[dict[tuple[int, Shape, int, _Steps], tuple[Sequence[HeaderColumn], Headers]]] = {}
_MOST_REMEMBERED: Final = 256


def headers_of(row: PrintedRow, columns: tuple[Cell, ...]) -> Headers:
    """The head over a row: rows below one, whose columns have the same names, share it."""
    key = id(row.header), row.shape, row.group, _steps(columns)
    known = _HEADERS.get(key)
    if known is None or known[0] is not row.header:
        known = row.header, _headers_of(row, columns)
        _remember(_HEADERS, key, known)
    return known[1]


def _headers_of(row: PrintedRow, columns: tuple[Cell, ...]) -> Headers:
    by_address = header_columns(row, columns)
    in_order = _in_printed_order(row, columns, by_address)
    order = tuple(map(columns.index, in_order))
    printed = [by_address.get(cell.address) for cell in in_order]
    is_table = row.shape is Shape.TABLE
    own = tuple(
        label if label and is_table and label.group == row.group else None for label in printed
    )
    known = [label for label in printed if label]
    return Headers(
        order,
        tuple(map(order.index, range(len(order)))),
        own,
        _apart(own),
        [(label.start, label.end) for label in known] if len(known) == len(order) else None,
        _are_beside(known),
    )


def _are_beside(labels: Iterable[HeaderColumn]) -> bool:
    in_order = sorted(labels, key=lambda label: label.start)
    return all(one.end <= following.start for one, following in pairwise(in_order))


def _apart(labels: Sequence[HeaderColumn | None]) -> tuple[HeaderColumn | None, ...]:
    """The labels that stand over columns of their own: one cell may hold several, or cover some."""
    known = [label for label in labels if label]
    return tuple(
        label
        and (
            None
            if any(
                label.start < other.end and other.start < label.end
                for other in known
                if other is not label
            )
            else label
        )
        for label in labels
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
    return _in_printed_order(row, columns, header_columns(row, columns))


def _in_printed_order(
    row: PrintedRow, columns: tuple[Cell, ...], header: Mapping[str, HeaderColumn]
) -> tuple[Cell, ...]:
    if len(header) != len(columns):
        return columns
    if row.shape is Shape.TABLE:
        if not _are_beside(header.values()):
            return columns
        return tuple(sorted(columns, key=lambda cell: header[cell.address].start))
    if columns[0].table.name == BLOCKS:  # the only header without a second line
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
