"""The relations of all forms, each made ready for a table in which the forms stand together.

Still data: which columns a relation adds up, and on which forms. What an engine computes from
it is in :mod:`gxstats.columnar.expressions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from typing import Final

import attrs

from ..forms.report import FORMS, newest_first
from ..forms.rules import Strength
from ..relations import PREVIOUS, Comparison, Relation, Term, rulebook, year_links
from .names import with_cell

__all__ = [
    "ColumnRelation",
    "ColumnTerm",
    "column_relations",
    "column_year_links",
    "merged",
    "pair",
]


@attrs.frozen
class ColumnTerm(Term):
    """A column, named by the address of its cell, with the forms on which it is in the relation."""

    forms: frozenset[str] = frozenset()


@attrs.frozen
class ColumnRelation:
    """A relation over columns that hold reports on different forms.

    On a form that does not have a term's cell, that column is null and counts as nothing;
    where the form has it, null is a blank.
    """

    id: str
    strength: Strength
    comparison: Comparison
    left: tuple[ColumnTerm, ...]
    right: tuple[ColumnTerm, ...]
    forms: frozenset[str]
    """The ids of the forms that have the relation."""

    @property
    def terms(self) -> tuple[ColumnTerm, ...]:
        """Everything on the left, as in :attr:`gxstats.Relation.terms`."""
        moved = (attrs.evolve(term, coefficient=-term.coefficient) for term in self.right)
        return (*self.left, *moved)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, left side first."""
        return tuple(term.address for term in self.left + self.right)


def merged(
    variants: Mapping[str, Relation], having: Callable[[str], frozenset[str]] = with_cell
) -> ColumnRelation:
    """One relation over columns from its variants on several forms, by the form's id.

    ``having`` says which forms have a cell. Raises :class:`ValueError` where one sum over the
    columns would not do: where two forms disagree on a coefficient or on the comparison, or a form
    has a cell that its own variant does not add up while another's does.
    """
    first = next(iter(variants.values()))
    forms = frozenset(variants)
    alike = {(one.id, one.strength, one.comparison) for one in variants.values()}
    if len(alike) > 1:
        raise ValueError(f"{first.id} is not the same relation on {', '.join(sorted(forms))}")
    left = _terms({form: one.left for form, one in variants.items()}, having)
    right = _terms({form: one.right for form, one in variants.items()}, having)
    return ColumnRelation(first.id, first.strength, first.comparison, left, right, forms)


def _terms(
    sides: Mapping[str, tuple[Term, ...]], having: Callable[[str], frozenset[str]]
) -> tuple[ColumnTerm, ...]:
    where: dict[Term, set[str]] = {}
    for form, terms in sides.items():
        for term in terms:
            where.setdefault(term, set()).add(form)
    made = []
    for term, forms in where.items():
        if forms != having(term.address) & set(sides):
            raise ValueError(
                f"{term.address} stands in one variant only of forms that all have it"
            )
        made.append(ColumnTerm(term.coefficient, term.address, term.kind, frozenset(forms)))
    return tuple(made)


@cache
def column_relations() -> tuple[ColumnRelation, ...]:
    """Every relation of any form, in the order of the newest form and then of the older ones.

    >>> len(column_relations())
    52
    """
    variants: dict[str, dict[str, Relation]] = {}
    for form in newest_first():
        for relation in rulebook(form):
            variants.setdefault(relation.id, {})[form.id] = relation
    return tuple(merged(one) for one in variants.values())


def pair(form: str, previous: str) -> str:
    """The name of two forms, that of a report and that of the report of the year before."""
    return f"{form}{AFTER}{previous}"


AFTER: Final = " after "
"""What stands between the two."""


@cache
def column_year_links() -> tuple[ColumnRelation, ...]:
    """Every relation to the report of the year before, over the forms of the two (:func:`pair`).

    The columns of the year before bear the address with ``previous:`` before it.

    >>> link = column_year_links()[0]
    >>> link.id, link.columns[1]
    ('requests.carried_over.natural_person', 'previous:/requests/carried_out/natural_person')
    """
    variants: dict[str, dict[str, Relation]] = {}
    for form, previous in product(newest_first(), repeat=2):
        for relation in year_links(form, previous):
            variants.setdefault(relation.id, {})[pair(form.id, previous.id)] = relation
    return tuple(merged(one, _pairs_with) for one in variants.values())


def _pairs_with(address: str) -> frozenset[str]:
    of_last_year = address.startswith(PREVIOUS)
    having = with_cell(address.removeprefix(PREVIOUS))
    return frozenset(
        pair(form, previous)
        for form, previous in product(FORMS, repeat=2)
        if (previous if of_last_year else form) in having
    )
