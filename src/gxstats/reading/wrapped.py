"""Numbers that a narrow cell breaks over lines, joined where the relations leave no other way.

Digits that stand on one another in a cell are one number or several: which of them, only the sums
can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Final

from ..forms.catalogue import Cell
from ..forms.report import Form
from ..relations import Comparison, Relation, rulebook
from .anchors import BLOCKS
from .limits import Limits
from .numbers import PLAIN, figure
from .placing import Placed
from .rows import PrintedCell

__all__ = ["join_wrapped"]

_WRAPPED: Final = re.compile(r"-?\d[\d.]*(?:\s*\n\s*[\d.]+)+")
_MOST_WAYS: Final = 4_096


def join_wrapped(
    rows: Iterable[Placed], form: Form, limits: Limits
) -> list[tuple[Placed, list[PrintedCell]]]:
    """Join the broken numbers of each row whose own sums force it; give the rows, and the joined.

    A row with a blank cell forces nothing: the blank may stand for what a shorter number lacks.
    """
    relations: list[Relation] = []
    found: list[tuple[Placed, list[PrintedCell]]] = []
    for placed in rows:
        if not placed.settled or placed.row.table == BLOCKS:
            continue
        (way,) = placed.ways
        broken = [
            i
            for i, cell in enumerate(way)
            if cell and "\n" in cell.text and _WRAPPED.fullmatch(cell.text.strip())
        ]
        if not broken:
            continue
        relations = relations or [r for r in rulebook(form) if r.comparison is Comparison.EQUAL]
        joined = _joined(placed.columns, way, broken, relations, limits)
        if joined is not None:
            placed.ways = (joined,)
            made = {id(way[i]): cell for i in broken if (cell := joined[i]) is not None}
            placed.row.cells = [made.get(id(cell), cell) for cell in placed.row.cells]
            found.append((placed, list(made.values())))
    return found


def _joined(
    columns: Sequence[Cell],
    way: Sequence[PrintedCell | None],
    broken: Sequence[int],
    relations: Iterable[Relation],
    limits: Limits,
) -> tuple[PrintedCell | None, ...] | None:
    """The row with its broken numbers joined, if that alone makes its sums hold."""
    own = {cell.address for cell in columns}
    within = [relation for relation in relations if own.issuperset(relation.addresses)]
    summed = {address for relation in within for address in relation.addresses}
    if not all(columns[i].address in summed for i in broken):
        return None
    options: list[list[str]] = []
    for i, cell in enumerate(way):
        lines = cell.text.split() if cell is not None and i in broken else []
        text = "" if cell is None else cell.text
        options.append(["".join(lines), *_others(lines)] if lines else [text])
    whole = tuple(texts[0] for texts in options)
    if prod(map(len, options)) > _MOST_WAYS or not all(PLAIN.fullmatch(whole[i]) for i in broken):
        return None
    holding: list[tuple[str, ...]] = []
    for one in product(*options):
        texts = tuple(one)
        values = {
            cell.address: figure(text, cell.kind, cell.unit.zh, limits).value
            for cell, text in zip(columns, texts, strict=True)
        }
        known = {address: int(values[address] or 0) for address in summed}
        if any(values[address] is None for address in summed):
            if texts == whole:
                return None
        elif not any(r.residual({a: known[a] for a in r.addresses}) for r in within):
            holding.append(texts)
    if holding != [whole]:
        return None
    return tuple(
        cell._replace(text=text) if cell is not None and i in broken else cell
        for i, (cell, text) in enumerate(zip(way, whole, strict=True))
    )


def _others(lines: Sequence[str]) -> Iterator[str]:
    """What else digits on one another can be: a run of some of the lines, joined."""
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            if end - start < len(lines):
                yield "".join(lines[start:end])
