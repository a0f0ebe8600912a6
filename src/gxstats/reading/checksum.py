"""The relations of the form as a checksum on the reader's own placing of numbers.

Only rows that their layout leaves open come here. A blank may stand for any number, not only for
0: it counts for nothing in the sums of other rows only where the sums of its own row hold so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from ..cells import CellValue
from ..forms.report import Form
from ..relations import Comparison, Relation, rulebook
from .limits import Limits
from .numbers import figure
from .placing import Placed, Way

__all__ = ["settle"]


def settle(rows: Sequence[Placed], form: Form, limits: Limits) -> None:
    """Leave to each open row those ways that make the sums hold, if there are any."""
    open_rows = [placed for placed in rows if not placed.settled and placed.glued is None]
    if not open_rows:
        return
    relations = [r for r in rulebook(form) if r.comparison is Comparison.EQUAL]
    for placed in open_rows:
        within = _within(placed, relations)
        readable = {
            way: values
            for way in placed.ways
            if (values := _values(placed, way, limits)) is not None
        }
        kept = {way: values for way, values in readable.items() if _hold(within, values)}
        placed.ways = _distinct(kept or readable)
        placed.checked = bool(within and kept)
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
        (way,) = placed.ways
        values = _values(placed, way, limits) or {}
        within = _within(placed, relations)
        if not (within and any(values.values()) and _hold(within, values)):
            values = {address: value for address, value in values.items() if value is not None}
        known.update(values)
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


def _within(placed: Placed, relations: Iterable[Relation]) -> list[Relation]:
    """The relations between cells of one row."""
    own = {cell.address for cell in placed.columns}
    return [relation for relation in relations if own.issuperset(relation.addresses)]


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
    """Whether sums hold, a blank counting for nothing: enough to compare ways, no verdict."""
    return not any(
        relation.residual({a: int(values[a] or 0) for a in relation.addresses})
        for relation in relations
    )


def _distinct(ways: Mapping[Way, Mapping[str, CellValue]]) -> tuple[Way, ...]:
    """The ways without those that give the same values as an earlier one."""
    first: dict[tuple[CellValue, ...], Way] = {}
    for way, values in ways.items():
        first.setdefault(tuple(values.values()), way)
    return tuple(first.values())
