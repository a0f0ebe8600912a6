"""Relations that compare alike, evaluated together by generated code.

The residuals of all of them are computed in one pass over the values of the cells; outcomes are
then read off whole numbers used as sets of bits, blanks included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

from ..cells import CellValue
from ..forms.report import Form
from .linear import Comparison, Relation, Term, lowering, raising

__all__ = ["Bits", "System", "residuals_of"]

Bits: TypeAlias = int
"""A set of relations: bit ``i`` stands for relation ``i``."""


@attrs.frozen(eq=False, slots=False)
class System:
    """The equations of a form, or its inequalities."""

    form: Form
    comparison: Comparison
    relations: Sequence[Relation]

    @cached_property
    def _cells(self) -> tuple[int, ...]:
        """The places of the cells that occur."""
        index = self.form.index
        return tuple(sorted({index[a] for relation in self.relations for a in relation.addresses}))

    @cached_property
    def _own(self) -> Callable[[Sequence[Any]], tuple[Any, ...]] | None:
        """What takes the values of those cells out of all values; None if they are the most."""
        return None if 2 * len(self._cells) > len(self.form) else itemgetter(*self._cells)

    @cached_property
    def _hold(self) -> Callable[[Sequence[Any]], bool]:
        """Generated: whether every relation holds, from the values given.

        True is never due to a blank: one among summands raises :class:`TypeError`, and one that
        stands alone on a side is equal to no number.
        """
        sign = "==" if self.comparison is Comparison.EQUAL else "<="
        conditions = []
        for relation in self.relations:
            left, right = _written(relation.left, self.form), _written(relation.right, self.form)
            alone = len(relation.left) == len(relation.right) == 1
            conditions.append(f"{left}-({right}){sign}0" if alone else f"{left}{sign}{right}")
        return self._generated(" and ".join(conditions) or "True")

    @cached_property
    def _residuals(self) -> Callable[[Sequence[Any]], tuple[int, ...]]:
        """Generated: the residual (left minus right) of every relation, from the values given.

        Raises :class:`TypeError` where a cell that occurs is blank.
        """
        sums = (_written(relation.terms, self.form) for relation in self.relations)
        return self._generated("(" + "".join(f"{one}, " for one in sums) + ")")

    def _generated(self, expression: str) -> Callable[[Sequence[Any]], Any]:
        places = range(len(self.form)) if self._own is None else self._cells
        return _function(expression, places, frozenset(self._cells))

    @cached_property
    def _reach(self) -> dict[int, list[Bits]]:
        """For every cell, what happens once it is no longer blank.

        By its place among the values that the residuals are computed from: the relations whose
        residual can grow, and those whose residual can shrink.
        """
        reach = {cell: [0, 0] for cell in self._cells}
        for place, relation in enumerate(self.relations):
            for direction, terms in enumerate((raising(relation.terms), lowering(relation.terms))):
                for term in terms:
                    reach[self.form.index[term.address]][direction] |= 1 << place
        return reach if self._own is None else dict(enumerate(reach.values()))

    def evaluate(self, values: tuple[CellValue, ...]) -> tuple[Bits, Bits]:
        """The violated and the undecided relations.

        A relation with a blank is undecided, unless no value that the blank could hold would
        make it true: then it is violated.
        """
        grows = shrinks = 0
        given: Sequence[Any] = values if self._own is None else self._own(values)
        residuals: tuple[int, ...] | None = None
        if self._own is None or None not in given:  # of most cells, this is dear to ask
            try:
                if self._hold(given):
                    return 0, 0
                residuals = self._residuals(given)
            except TypeError:  # a blank
                residuals = None
        if residuals is None:
            known = list(given)
            reach = self._reach
            place = 0
            for _ in range(known.count(None)):
                place = known.index(None, place)
                known[place] = 0
                more, less = reach.get(place, (0, 0))
                grows |= more
                shrinks |= less
            residuals = self._residuals(known)
        above = below = 0
        equal = self.comparison is Comparison.EQUAL
        if any(residuals) if equal else max(residuals) > 0:
            for place, residual in enumerate(residuals):
                if residual > 0:
                    above |= 1 << place
                elif residual:
                    below |= 1 << place
        violated = above & ~shrinks
        if equal:
            violated |= below & ~grows
        return violated, (grows | shrinks) & ~violated


def residuals_of(
    rows: Sequence[Mapping[int, int]], size: int
) -> Callable[[Sequence[Any]], tuple[int, ...]]:
    """Generated: what each row, coefficients by place, sums to over so many values.

    >>> residuals_of([{0: 1, 2: -1}, {1: 1}], 3)((5, 2, 4))
    (1, 2)
    """
    sums = (_sum((number, place) for place, number in row.items()) for row in rows)
    used = frozenset(place for row in rows for place in row)
    return _function("(" + "".join(f"{one}, " for one in sums) + ")", range(size), used)


def _function(
    expression: str, places: Sequence[int], used: frozenset[int]
) -> Callable[[Sequence[Any]], Any]:
    """A function of the values given, in which each cell that occurs has a name."""
    unpacked = "".join(f"c{place}, " if place in used else "_, " for place in places)
    source = f"def of(values):\n    {unpacked} = values\n    return {expression}"
    namespace: dict[str, Any] = {}
    exec(source, namespace)  # noqa: S102 - generated from places in the catalogue alone
    compiled: Callable[[Sequence[Any]], Any] = namespace["of"]
    return compiled


def _written(terms: Sequence[Term], form: Form) -> str:
    return _sum((term.coefficient, form.index[term.address]) for term in terms)


def _sum(terms: Iterable[tuple[int, int]]) -> str:
    """A sum, of coefficients and places, as an expression over the names of its cells."""
    signed = [
        ("-" if coefficient < 0 else "+")
        + (f"{abs(coefficient)}*" if abs(coefficient) != 1 else "")
        + f"c{place}"
        for coefficient, place in terms
    ]
    return "".join(signed).removeprefix("+") or "0"
