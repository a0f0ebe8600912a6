"""The relations of all forms, each made ready for a table in which the forms stand together.

Still data: which columns a relation adds up, and on which forms. What an engine computes from
it is in :mod:`gxstats.columnar.expressions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from ..cells import Kind
from ..forms.catalogue import FORMS
from ..forms.rules import Strength
from ..relations import PREVIOUS, Comparison, Relation, Term, rulebook
from .names import cell_kinds, with_cell

__all__ = ["ColumnRelation", "ColumnTerm", "column_relations", "merged"]


@attrs.frozen
class ColumnTerm:
    """A column with its coefficient, and the forms on which it is part of the relation."""

    coefficient: int
    column: str
    kind: Kind
    forms: frozenset[str]


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
        return tuple(term.column for term in self.left + self.right)


def merged(variants: Mapping[str, Relation]) -> ColumnRelation:
    """One relation over columns from its variants on several forms, by the form's id.

    Raises :class:`ValueError` where one sum over the columns would not do: where two forms
    disagree on a coefficient or on the comparison, or a form has a cell that its own variant
    does not add up while another's does.
    """
    first = next(iter(variants.values()))
    forms = frozenset(variants)
    alike = {(one.id, one.strength, one.comparison) for one in variants.values()}
    if len(alike) > 1:
        raise ValueError(f"{first.id} is not the same relation on {', '.join(sorted(forms))}")
    left = _terms({form: one.left for form, one in variants.items()})
    right = _terms({form: one.right for form, one in variants.items()})
    return ColumnRelation(first.id, first.strength, first.comparison, left, right, forms)


def _terms(sides: Mapping[str, tuple[Term, ...]]) -> tuple[ColumnTerm, ...]:
    where: dict[Term, set[str]] = {}
    for form, terms in sides.items():
        for term in terms:
            where.setdefault(term, set()).add(form)
    made = []
    for term, forms in where.items():
        cell = term.address.removeprefix(PREVIOUS)
        if cell == term.address and forms != with_cell(cell) & set(sides):
            raise ValueError(f"{cell} stands in one variant only of forms that all have it")
        made.append(
            ColumnTerm(term.coefficient, term.address, cell_kinds()[cell], frozenset(forms))
        )
    return tuple(made)


@cache
def column_relations() -> tuple[ColumnRelation, ...]:
    """Every relation of any form, in the order of the newest form and then of the older ones.

    >>> len(column_relations())
    52
    """
    variants: dict[str, dict[str, Relation]] = {}
    for form in sorted(FORMS.values(), key=lambda form: (-int(form.edition), form.id)):
        for relation in rulebook(form):
            variants.setdefault(relation.id, {})[form.id] = relation
    return tuple(merged(one) for one in variants.values())
