"""What the relations of a form can see: its certificate, with exact numbers and a proof.

>>> from gxstats.diagnosis import certificate
>>> found = certificate("2021").table("requests")
>>> len(found.cells), found.rank, found.distance, len(found.located)
(175, 37, 4, 175)
>>> for cell, by in found.witness.changes.items():
...     print(cell, by)
/requests/received/natural_person 1
/requests/received/commercial_enterprise -1
/requests/carried_in/natural_person -1
/requests/carried_in/commercial_enterprise 1
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, TypeAlias

import attrs

from ..arguments import unknown_name
from ..forms.catalogue import Table
from ..forms.report import Form, unknown_address
from ..forms.report import form as form_by_id
from ..relations import PREVIOUS, Relation, rulebook
from ..text import Bilingual, Language
from .circles import Circles
from .equations import Equation, Equations, equations_of, rank

__all__ = [
    "CellCertificate",
    "Certificate",
    "TableCertificate",
    "Witness",
    "certificate",
    "certificate_with_last_year",
]


@attrs.frozen(kw_only=True)
class CellCertificate:
    """What the relations see of an error in one cell."""

    address: str
    """That of a cell of last year's report begins with ``previous:``."""
    relations: tuple[str, ...]
    """The relations that it stands in, by id: if it alone is wrong, all of them fail, and only
    they."""
    confused_with: tuple[str, ...]
    """The cells that an error could as well be in: some error in one of them makes the same
    relations fail by the same amounts."""
    distance: int
    """The least number of cells, this one among them, that can be wrong together without any
    relation failing; 1 if this one can be by itself."""

    @property
    def detectable(self) -> bool:
        """Whether a relation fails whenever this cell alone is wrong."""
        return bool(self.relations)

    @property
    def locatable(self) -> bool:
        """Whether then, on every report, it is told that it is this cell, and what belongs there."""
        return self.detectable and not self.confused_with

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "cell": self.address,
            "detectable": self.detectable,
            "locatable": self.locatable,
            "relations": list(self.relations),
            "confused_with": list(self.confused_with),
            "distance": self.distance,
        }


@attrs.frozen(kw_only=True)
class Witness:
    """A smallest set of cells that can be wrong together without any relation failing."""

    changes: Mapping[str, int] = attrs.field(hash=False)
    """By address, in the order of the form, by how much each is wrong."""
    report: Mapping[str, int] = attrs.field(hash=False)
    """A report to which it can happen: it adds up, and does so after the changes, and no cell is
    negative before or after. The cells of the relations that are not 0, by address."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "changes": [{"cell": cell, "by": by} for cell, by in self.changes.items()],
            "report": [{"cell": cell, "value": value} for cell, value in self.report.items()],
        }


@attrs.frozen(kw_only=True)
class TableCertificate:
    """What the relations see of errors in one table."""

    table: Table
    cells: tuple[CellCertificate, ...]
    """In the order of the form; those of last year's report at the end."""
    relations: tuple[str, ...]
    """The stated and implied relations of the table, by id."""
    redundant: tuple[str, ...]
    """Those among them that follow from the relations before them, so that they never fail alone."""
    witness: Witness

    @property
    def rank(self) -> int:
        """The number of independent relations."""
        return len(self.relations) - len(self.redundant)

    @property
    def distance(self) -> int:
        """The least number of cells that can be wrong together without any relation failing.

        If fewer are wrong, whichever they are, some relation fails.
        """
        return len(self.witness.changes)

    @property
    def located(self) -> tuple[str, ...]:
        """The cells in which every single error is located, by address."""
        return tuple(cell.address for cell in self.cells if cell.locatable)

    @property
    def confused(self) -> tuple[str, ...]:
        """The cells in which a single error is detected but not located, by address."""
        return tuple(cell.address for cell in self.cells if cell.detectable and not cell.locatable)

    @property
    def undetected(self) -> tuple[str, ...]:
        """The cells in which a single error makes no relation fail, by address."""
        return tuple(cell.address for cell in self.cells if not cell.detectable)

    def to_dict(self) -> dict[str, Any]:
        """As JSON values, without the cells."""
        return {"table": self.table.name, **_summary(self)}


@attrs.frozen(kw_only=True, slots=False)
class Certificate:
    """What the stated and implied relations of a form can see of errors in a report without blanks."""

    form: Form
    previous: Form | None
    """The form of the report of the year before, where that is taken into account."""
    links: tuple[Relation, ...]
    """The relations beside the form's own: those that tie the two years, and last year's between
    the cells that are tied."""
    tables: tuple[TableCertificate, ...]
    """In the order of the form."""

    @property
    def cells(self) -> tuple[CellCertificate, ...]:
        """All cells, table by table."""
        return tuple(cell for table in self.tables for cell in table.cells)

    @property
    def relations(self) -> tuple[str, ...]:
        """The stated and implied relations, by id."""
        return tuple(id for table in self.tables for id in table.relations)

    @property
    def redundant(self) -> tuple[str, ...]:
        """Those among them that follow from relations before them, by id."""
        return tuple(id for table in self.tables for id in table.redundant)

    @property
    def rank(self) -> int:
        """The number of independent relations."""
        return sum(table.rank for table in self.tables)

    @property
    def distance(self) -> int:
        """The least number of cells that can be wrong together without any relation failing."""
        return min(table.distance for table in self.tables)

    @property
    def witness(self) -> Witness:
        """A smallest set of such cells."""
        return min(self.tables, key=lambda table: table.distance).witness

    @property
    def located(self) -> tuple[str, ...]:
        """The cells in which every single error is located, by address."""
        return tuple(address for table in self.tables for address in table.located)

    @property
    def confused(self) -> tuple[str, ...]:
        """The cells in which a single error is detected but not located, by address."""
        return tuple(address for table in self.tables for address in table.confused)

    @property
    def undetected(self) -> tuple[str, ...]:
        """The cells in which a single error makes no relation fail, by address."""
        return tuple(address for table in self.tables for address in table.undetected)

    def table(self, name: str) -> TableCertificate:
        """The certificate of a table, by the first step of its cells' addresses.

        Raises :class:`~gxstats.UnknownName` naming the tables there are.
        """
        for table in self.tables:
            if table.table.name == name:
                return table
        names = [table.table.name for table in self.tables]
        raise unknown_name("name", name, names, Bilingual("表的名称", "the name of a table"))

    @cached_property
    def _by_address(self) -> Mapping[str, CellCertificate]:
        return {cell.address: cell for cell in self.cells}

    def __getitem__(self, address: str) -> CellCertificate:
        """The certificate of a cell; :class:`~gxstats.UnknownAddress` if there is none such."""
        found = self._by_address.get(address)
        if found is None:
            raise unknown_address(self.form, address)
        return found

    def explain(self, language: Language = "zh") -> str:
        """What is detected and located, table by table, and what goes unnoticed.

        >>> print(certificate("2021").explain("zh").splitlines()[-1])
        写错后指不出是哪一格的：表二全部 10 格（查不出），表四全部 15 格（只知有误）。
        """
        from .certificate_wording import certificate_text

        return certificate_text(self, language)

    def to_dict(self) -> dict[str, Any]:
        """As JSON values: the whole, the tables, and every cell."""
        return {
            **_summary(self),
            "links": [
                {
                    "id": link.id,
                    "strength": link.strength.value,
                    "comparison": link.comparison.value,
                    "left": [{"coefficient": t.coefficient, "cell": t.address} for t in link.left],
                    "right": [
                        {"coefficient": t.coefficient, "cell": t.address} for t in link.right
                    ],
                }
                for link in self.links
            ],
            "tables": [table.to_dict() for table in self.tables],
            "by_cell": [cell.to_dict() for cell in self.cells],
        }


def _summary(found: Certificate | TableCertificate) -> dict[str, Any]:
    return {
        "cells": len(found.cells),
        "relations": len(found.relations),
        "rank": found.rank,
        "redundant": list(found.redundant),
        "distance": found.distance,
        "located": len(found.located),
        "confused": len(found.confused),
        "undetected": len(found.undetected),
        "witness": found.witness.to_dict(),
    }


def certificate(form: Form | str) -> Certificate:
    """The certificate of a form, given by itself or by its id, for a report by itself.

    Computed from the relations, with whole numbers. That shortest circles are smallest sets is proved
    of the form's relations on the way; :class:`NotImplementedError` is raised where it is not so.
    """
    return _certificate(form_by_id(form), None)


def certificate_with_last_year(form: Form | str) -> Certificate:
    """The certificate of a form for a report beside that of the year before.

    What last year's report carried over is what this year's took over, in all seven columns. These
    seven cells of last year's may be wrong as well: they are among the cells, with their own sum
    among the relations. On which form last year's report is makes no difference to that.

    >>> cell = "/requests/carried_in/total"
    >>> certificate("2021")[cell].distance, certificate_with_last_year("2021")[cell].distance
    (4, 6)
    """
    found = form_by_id(form)
    return _certificate(found, found)


@cache
def _certificate(form: Form, previous: Form | None) -> Certificate:
    equations = equations_of(form, previous)
    own = rulebook(form).by_id
    relations = sorted(
        (*equations.relations, *equations.redundant),
        key=lambda relation: own.get(relation.id, len(own)),
    )
    redundant = frozenset(_redundant(relations, equations.index))
    circles = Circles(equations)
    cells = _cells(equations, relations, circles)
    tables = []
    for table in form.tables:
        members = [cell for cell in cells if _table(form, cell.address) == table]
        having = [one for one in relations if _table_of(form, one) == table]
        tables.append(
            TableCertificate(
                table=table,
                cells=tuple(members),
                relations=tuple(one.id for one in having),
                redundant=tuple(one.id for one in having if one in redundant),
                witness=_witness(members, equations, circles),
            )
        )
    return Certificate(
        form=form,
        previous=previous,
        links=tuple(relation for relation in relations if relation.id not in own),
        tables=tuple(tables),
    )


def _table(form: Form, address: str) -> Table:
    return form[address.removeprefix(PREVIOUS)].table


def _table_of(form: Form, relation: Relation) -> Table:
    tables = {_table(form, address) for address in relation.addresses}
    if len(tables) != 1:  # pragma: no cover - the numbers of the tables would not add up
        raise NotImplementedError(f"{relation.id} is a relation between tables")
    return tables.pop()


def _redundant(relations: Sequence[Relation], index: Mapping[str, int]) -> list[Relation]:
    """The relations that follow from those before them."""
    rows = [_row(relation, index) for relation in relations]
    ranks = [rank(rows[:length]) for length in range(len(rows) + 1)]
    steps = zip(relations, pairwise(ranks), strict=True)
    return [one for one, (before, after) in steps if before == after]


def _row(relation: Relation, index: Mapping[str, int]) -> Equation:
    return {index[term.address]: term.coefficient for term in relation.terms}


_Column: TypeAlias = tuple[tuple[str, Fraction], ...]


def _cells(
    equations: Equations, relations: Sequence[Relation], circles: Circles
) -> list[CellCertificate]:
    columns: dict[str, dict[str, int]] = {address: {} for address in equations.addresses}
    for relation in relations:
        for term in relation.terms:
            columns[term.address][relation.id] = term.coefficient
    alike: dict[_Column, list[str]] = {}
    for address, column in columns.items():
        if column:
            alike.setdefault(_direction(column), []).append(address)
    return [
        CellCertificate(
            address=address,
            relations=tuple(column),
            confused_with=tuple(
                other for other in alike.get(_direction(column), ()) if other != address
            ),
            distance=len(circles.smallest(place)),
        )
        for place, (address, column) in enumerate(columns.items())
    ]


def _direction(column: Mapping[str, int]) -> _Column:
    """What a column of the relations has in common with all its multiples."""
    return tuple(
        (id, Fraction(coefficient, next(iter(column.values()))))
        for id, coefficient in column.items()
    )


def _witness(cells: Sequence[CellCertificate], equations: Equations, circles: Circles) -> Witness:
    """A smallest circle in a table, and a report in which its cells can be lowered."""
    index, addresses = equations.index, equations.addresses
    least = min(cells, key=lambda cell: cell.distance)  # the first of several
    changes = circles.smallest(index[least.address])
    report: dict[int, int] = {}
    for cell, by in changes.items():
        if by == -1:
            for other, value in circles.flow(cell).items():
                report[other] = report.get(other, 0) + value
    return Witness(
        changes={addresses[cell]: by for cell, by in changes.items()},
        report={addresses[cell]: value for cell, value in sorted(report.items())},
    )
