"""The binding equations over columns, for the search of single wrong cells. Still data."""

from __future__ import annotations

from functools import cache

import attrs

from ..diagnosis.equations import Equations, equations_of
from ..forms.report import FORMS
from .relations import ColumnRelation, column_relations

__all__ = ["CellEquations", "ColumnEquations", "column_equations"]


@attrs.frozen
class CellEquations:
    """A cell with the equations it stands in, on every form that has it."""

    column: str
    forms: frozenset[str]
    rows: tuple[tuple[str, int], ...]
    """The id of each equation, with the cell's coefficient in it: 1 or -1."""


@attrs.frozen
class ColumnEquations:
    """The equations of all forms that do not follow from the others."""

    relations: tuple[ColumnRelation, ...]
    cells: tuple[CellEquations, ...]
    components: tuple[tuple[str, ...], ...]
    """The ids of equations that share cells with each other: what is wrong in one component is
    no matter of another."""


@cache
def column_equations() -> ColumnEquations:
    """The equations over columns, as :func:`gxstats.diagnosis.diagnose` takes them.

    >>> equations = column_equations()
    >>> len(equations.relations), len(equations.cells), len(equations.components)
    (41, 197, 4)

    Raises :class:`ValueError` where one set of equations would not do for all forms.
    """
    of_forms = {form.id: equations_of(form) for form in FORMS.values()}
    ids = {relation.id for one in of_forms.values() for relation in one.relations}
    relations = tuple(one for one in column_relations() if one.id in ids)
    for relation in relations:
        kept = {form for form, one in of_forms.items() if relation.id in _ids(one)}
        if kept != relation.forms:
            raise ValueError(f"{relation.id} follows from others on some forms only")
    return ColumnEquations(relations, _cells(of_forms), _components(of_forms))


def _ids(equations: Equations) -> list[str]:
    return [relation.id for relation in equations.relations]


def _cells(of_forms: dict[str, Equations]) -> tuple[CellEquations, ...]:
    rows: dict[str, tuple[tuple[str, int], ...]] = {}
    forms: dict[str, set[str]] = {}
    for form, one in of_forms.items():
        ids = _ids(one)
        for cell, places in one.rows_of.items():
            address = one.addresses[cell]
            own = tuple((ids[place], one.rows[place][cell]) for place in places)
            if rows.setdefault(address, own) != own or {abs(n) for _, n in own} != {1}:
                raise ValueError(f"{address} stands in other equations on {form}")
            forms.setdefault(address, set()).add(form)
    return tuple(CellEquations(cell, frozenset(forms[cell]), own) for cell, own in rows.items())


def _components(of_forms: dict[str, Equations]) -> tuple[tuple[str, ...], ...]:
    found: list[dict[str, None]] = []  # in the order of the forms
    for one in of_forms.values():
        ids = _ids(one)
        for places in one.components:
            whole = {ids[place]: None for place in places}
            for other in [other for other in found if other.keys() & whole.keys()]:
                found.remove(other)
                whole = other | whole
            found.append(whole)
    return tuple(map(tuple, found))
