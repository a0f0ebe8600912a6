"""The cases of a form: the smallest consistent tallies, solved from its relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import gcd
from typing import TypeAlias

from ..cells import Kind
from ..forms.report import Form
from ..relations import Comparison, Relation, rulebook

__all__ = ["Case", "PlacedCase", "cases_of", "placed_cases"]

Case: TypeAlias = Mapping[str, int]
"""What one case adds to each cell, by address; cells that it leaves alone are not named."""
PlacedCase: TypeAlias = tuple[tuple[int, int], ...]
"""What a case adds to each cell, by its place."""


@cache
def cases_of(form: Form) -> tuple[Case, ...]:
    """The cases of a form, in the order of the form.

    The reports that satisfy every relation of the form, the soft ones too, are exactly those
    whose cells are a sum of these cases, each taken any number of times.

    >>> from gxstats import form
    >>> for cell, number in cases_of(form("2021"))[12].items():
    ...     print(cell, number)
    /requests/received/natural_person 1
    /requests/received/total 1
    /requests/outcomes/granted/natural_person 1
    /requests/outcomes/granted/total 1
    /requests/outcomes/total/natural_person 1
    /requests/outcomes/total/total 1
    """
    cases = _free_cells(form)
    for relation in rulebook(form):
        cases = _satisfying(cases, relation)
    in_order = [dict(sorted(case.items(), key=lambda item: form.index[item[0]])) for case in cases]
    return tuple(sorted(in_order, key=lambda case: [form.index[address] for address in case]))


@cache
def placed_cases(form: Form) -> tuple[PlacedCase, ...]:
    """The cases of a form, by the places of their cells."""
    index = form.index
    return tuple(
        tuple((index[address], number) for address, number in case.items())
        for case in cases_of(form)
    )


def _free_cells(form: Form) -> list[Case]:
    """One of each cell that is no total, with what it adds to the totals."""
    definitions: dict[str, Relation] = {}
    for relation in rulebook(form):
        if relation.comparison is Comparison.EQUAL and len(relation.left) == 1:
            definitions.setdefault(relation.left[0].address, relation)

    @cache
    def made_of(address: str) -> Case:
        if address not in definitions:
            return {address: 1}
        made: dict[str, int] = {}
        for term in definitions[address].right:
            for part, number in made_of(term.address).items():
                made[part] = made.get(part, 0) + term.coefficient * number
        return made

    free: dict[str, dict[str, int]] = {
        cell.address: {} for cell in form if cell.address not in definitions
    }
    for cell in form:
        for part, number in made_of(cell.address).items():
            free[part][cell.address] = number
    signed = [
        {cell: -number for cell, number in free[address].items()}
        for address in free
        if form[address].kind is Kind.CHANGE
    ]
    return [*free.values(), *signed]


def _satisfying(cases: Iterable[Case], relation: Relation) -> list[Case]:
    """From cases that span some reports, cases that span those that satisfy the relation too.

    The step of the double description method (Motzkin): what satisfies the relation stays, and
    each case that exceeds it is paired with each that falls short, so that they cancel.
    """
    above: list[tuple[int, Case]] = []
    below: list[tuple[int, Case]] = []
    kept: list[Case] = []
    terms = [(term.address, term.coefficient) for term in relation.terms]
    for case in cases:
        residual = sum(number * case[address] for address, number in terms if address in case)
        if residual > 0:
            above.append((residual, case))
        elif residual < 0:
            below.append((-residual, case))
        if residual == 0 or (residual < 0 and relation.comparison is Comparison.AT_MOST):
            kept.append(case)
    for more, high in above:
        for less, low in below:
            paired = {
                address: less * high.get(address, 0) + more * low.get(address, 0)
                for address in {**high, **low}
            }
            divisor = gcd(*paired.values())
            if divisor:
                kept.append({cell: n // divisor for cell, n in paired.items() if n})
    return kept
