"""The binding equations of a form as a system of linear equations over the places of its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from types import MappingProxyType
from typing import TypeAlias

import attrs

from ..cells import Kind
from ..forms.catalogue import Form
from ..forms.rules import Strength
from ..relations import Comparison, Relation, rulebook

__all__ = ["Equation", "Equations", "equations_of", "rank"]

Equation: TypeAlias = Mapping[int, int]
"""Coefficients by cell; their sum over the cells' values is 0 where the equation holds."""


@attrs.frozen(eq=False, slots=False)
class Equations:
    """Equations over numbered cells.

    Every equation is a relation of the form; those that follow from the others are left out, so
    that a cell stands in as few of them as can be (two at most, on the forms there are: each
    equation a node, each cell an arc between two nodes, or from one to the outside).
    """

    relations: tuple[Relation, ...]
    rows: tuple[Equation, ...]
    redundant: tuple[Relation, ...]
    """The relations left out."""
    signed: frozenset[int]
    """Cells that may be negative."""

    @cached_property
    def rows_of(self) -> Mapping[int, tuple[int, ...]]:
        """The rows in which each cell stands."""
        found: dict[int, list[int]] = {}
        for place, row in enumerate(self.rows):
            for cell in row:
                found.setdefault(cell, []).append(place)
        return MappingProxyType({cell: tuple(rows) for cell, rows in found.items()})

    @cached_property
    def most_rows(self) -> int:
        """The largest number of rows in which one cell stands."""
        return max((len(rows) for rows in self.rows_of.values()), default=0)


def equations_of(form: Form) -> Equations:
    """The stated and implied relations of a form, all of which are equations."""
    return _equations(form)


@cache
def _equations(form: Form) -> Equations:
    relations = [r for r in rulebook(form) if r.strength is not Strength.SOFT]
    if any(relation.comparison is not Comparison.EQUAL for relation in relations):
        raise NotImplementedError("a binding relation that is no equation")  # pragma: no cover
    index = form.index
    rows = {r: {index[t.address]: t.coefficient for t in r.terms} for r in relations}
    redundant = _left_out(rows)
    kept = tuple(relation for relation in relations if relation not in redundant)
    return Equations(
        relations=kept,
        rows=tuple(MappingProxyType(rows[relation]) for relation in kept),
        redundant=tuple(redundant),
        signed=frozenset(cell.index for cell in form if cell.kind is Kind.CHANGE),
    )


def _left_out(rows: Mapping[Relation, Equation]) -> list[Relation]:
    """Relations that follow from the others and crowd the cells they stand on."""
    left_out: list[Relation] = []
    whole = rank(list(rows.values()))
    while True:
        rest = {relation: row for relation, row in rows.items() if relation not in left_out}
        crowd = Counter(cell for row in rest.values() for cell in row)
        crowded = {cell for cell, count in crowd.items() if count > 2}
        tries = sorted(
            (relation for relation, row in rest.items() if crowded & row.keys()),
            key=lambda relation: -len(crowded & rest[relation].keys()),
        )
        for relation in tries:
            if rank([row for other, row in rest.items() if other is not relation]) == whole:
                left_out.append(relation)
                break
        else:
            return left_out


def rank(rows: Sequence[Equation]) -> int:
    """The number of independent equations, exactly.

    >>> rank([{0: 1, 1: -1}, {1: 1, 2: -1}, {0: 1, 2: -1}])
    2
    """
    found = 0
    left = [{cell: Fraction(number) for cell, number in row.items() if number} for row in rows]
    while left:
        pivot = left.pop()
        if not pivot:
            continue
        found += 1
        cell, number = next(iter(pivot.items()))
        for row in left:
            times = row.get(cell, Fraction(0)) / number
            if times:
                for other, amount in pivot.items():
                    total = row.get(other, Fraction(0)) - times * amount
                    if total:
                        row[other] = total
                    else:
                        row.pop(other, None)
    return found
