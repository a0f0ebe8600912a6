"""The binding equations of a form as a system of linear equations over the places of its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from ..forms.report import Form
from ..forms.rules import Strength
from ..relations import PREVIOUS, Comparison, Relation, rulebook, year_links
from ..relations.systems import residuals_of

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

    form: Form
    previous: Form | None
    """The form of the report of the year before, where its cells are among those here."""
    addresses: tuple[str, ...]
    """By place: the cells of the form, then those of the year before that are tied to them."""
    relations: tuple[Relation, ...]
    rows: tuple[Equation, ...]
    redundant: tuple[Relation, ...]
    """The relations left out."""

    def __reduce__(self) -> tuple[Callable[..., Equations], tuple[Form, Form | None]]:
        return equations_of, (self.form, self.previous)  # there is one of each, in every process

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each cell, by address."""
        return {address: place for place, address in enumerate(self.addresses)}

    @cached_property
    def rows_of(self) -> Mapping[int, tuple[int, ...]]:
        """The rows in which each cell stands."""
        found: dict[int, list[int]] = {}
        for place, row in enumerate(self.rows):
            for cell in row:
                found.setdefault(cell, []).append(place)
        return MappingProxyType({cell: tuple(rows) for cell, rows in found.items()})

    @cached_property
    def joining(self) -> Mapping[tuple[int, ...], tuple[int, ...]]:
        """By one row, or two: the cells that stand there and nowhere else."""
        found: dict[tuple[int, ...], list[int]] = {}
        for cell, places in sorted(self.rows_of.items()):
            found.setdefault(places, []).append(cell)
        return {places: tuple(cells) for places, cells in found.items()}

    @cached_property
    def cells(self) -> tuple[int, ...]:
        """The cells that stand in an equation, in order."""
        return tuple(sorted(self.rows_of))

    @cached_property
    def most_rows(self) -> int:
        """The largest number of rows in which one cell stands."""
        return max(map(len, self.rows_of.values()))

    @cached_property
    def residuals(self) -> Callable[[Sequence[Any]], tuple[int, ...]]:
        """Compiled: what the cells of each row sum to; :class:`TypeError` if one is blank."""
        return residuals_of(self.rows, len(self.addresses))

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """The rows in groups that share no cell, so that each can be explained by itself."""
        group = list(range(len(self.rows)))
        for places in self.rows_of.values():
            for one, other in pairwise(places):
                old, new = group[other], group[one]
                group = [new if name == old else name for name in group]
        return tuple(
            tuple(place for place, one in enumerate(group) if one == name)
            for name in dict.fromkeys(group)
        )

    @cached_property
    def component_of(self) -> tuple[int, ...]:
        """The place among :attr:`components` of each row's own."""
        found = {row: place for place, rows in enumerate(self.components) for row in rows}
        return tuple(found[row] for row in range(len(self.rows)))

    @cached_property
    def cells_of(self) -> tuple[frozenset[int], ...]:
        """The cells of each of the :attr:`components`."""
        return tuple(
            frozenset(cell for row in rows for cell in self.rows[row]) for rows in self.components
        )


@cache
def equations_of(form: Form, previous: Form | None = None) -> Equations:
    """The stated and implied relations of a form, all of which are equations.

    With the form of the report of the year before: also the relations that tie the two, and
    those of that report's own that hold between the cells that are tied.
    """
    relations = [r for r in rulebook(form) if r.strength is not Strength.SOFT]
    addresses = [cell.address for cell in form]
    if previous is not None:
        links = [r for r in year_links(form, previous) if r.strength is not Strength.SOFT]
        tied = [a for link in links for a in link.addresses if a.startswith(PREVIOUS)]
        own = [
            _of_the_year_before(relation)
            for relation in rulebook(previous)
            if relation.strength is not Strength.SOFT
        ]
        addresses += dict.fromkeys(tied)
        relations += [*links, *(r for r in own if set(r.addresses) <= set(tied))]
    if any(relation.comparison is not Comparison.EQUAL for relation in relations):
        raise NotImplementedError("a binding relation that is no equation")  # pragma: no cover
    index = {address: place for place, address in enumerate(addresses)}
    rows = {r: {index[t.address]: t.coefficient for t in r.terms} for r in relations}
    redundant = _left_out(rows)
    kept = tuple(relation for relation in relations if relation not in redundant)
    return Equations(
        form=form,
        previous=previous,
        addresses=tuple(addresses),
        relations=kept,
        rows=tuple(MappingProxyType(rows[relation]) for relation in kept),
        redundant=tuple(redundant),
    )


def _of_the_year_before(relation: Relation) -> Relation:
    def moved(terms: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(attrs.evolve(term, address=f"{PREVIOUS}{term.address}") for term in terms)

    return attrs.evolve(
        relation,
        id=f"{PREVIOUS}{relation.id}",
        left=moved(relation.left),
        right=moved(relation.right),
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
