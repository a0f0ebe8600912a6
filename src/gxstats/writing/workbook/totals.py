"""Which cells a workbook computes itself."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from ...cells import CellValue
from ...forms.report import Form
from ...forms.rules import Strength
from ...relations import Relation, rulebook
from ...relations.linear import Comparison

__all__ = ["Totals", "computed_totals", "definitions"]


class Totals(enum.Enum):
    """What stands in the cells that the form defines as a sum of others."""

    FORMULAS = "formulas"
    """Formulas that add up; blank until every part is filled in."""
    INPUTS = "inputs"
    """Numbers that are typed, as in every other cell, and checked live."""


def definitions(form: Form) -> dict[str, Relation]:
    """For each cell that is the sum of others, the relation that says so.

    Where several do, as for the total of all outcomes, it is the first; the others stay checks.

    >>> from gxstats import form
    >>> found = definitions(form("2021"))
    >>> len(found), found["/requests/outcomes/total/total"].id
    (34, 'requests.outcome_total.total')
    """
    found: dict[str, Relation] = {}
    for relation in rulebook(form):
        is_sum = (
            relation.strength is not Strength.SOFT
            and relation.comparison is Comparison.EQUAL
            and len(relation.left) == 1 < len(relation.right)
            and all(term.coefficient == 1 for term in relation.left + relation.right)
        )
        if is_sum:
            found.setdefault(relation.left[0].address, relation)
    return found


def computed_totals(form: Form, values: Mapping[str, CellValue]) -> dict[str, Relation]:
    """The totals that formulas give exactly as they stand in a report.

    A total that the report gives otherwise than as the sum of its parts is none of them: it stays
    the number that was given, so that the workbook shows the slip and does not mend it.
    """
    found: dict[str, Relation] = {}
    for address, relation in definitions(form).items():
        parts = [values[term.address] for term in relation.right]
        known = [part for part in parts if part is not None]
        if values[address] == (sum(known) if len(known) == len(parts) else None):
            found[address] = relation
    return found
