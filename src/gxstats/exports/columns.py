"""Names of columns that every engine takes: short, of letters, digits and underscores.

PostgreSQL cuts names at 63 bytes and MySQL at 64 characters, and a name of R begins with a letter; so
an address cannot be one. A column is named for the table that its cell stands in and the last steps
of its address, as few as tell it from all others: two, where they do.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

import attrs

from ..cells import Kind
from ..forms.catalogue import Cell
from ..forms.report import FORMS, Form, newest_first

__all__ = ["LONGEST", "Column", "columns", "listing"]

LONGEST: Final = 63
"""The longest name that PostgreSQL keeps whole."""


@attrs.frozen
class Column:
    """A column, with the cell that it holds."""

    name: str
    cell: Cell
    """As the newest form with it prints it."""
    forms: tuple[str, ...]
    """The ids of the forms that have the cell."""

    @property
    def address(self) -> str:
        """The address of the cell."""
        return self.cell.address

    @property
    def kind(self) -> Kind:
        """The kind of number in the cell."""
        return self.cell.kind


@cache
def columns() -> Mapping[str, Column]:
    """The column of every cell of any form, by address, in the order of the columns of a corpus.

    >>> columns()["/requests/outcomes/refused/state_secret/total"].name
    't3_state_secret_total'
    >>> max(len(column.name) for column in columns().values())
    51

    Raises :class:`ValueError` where a name would be too long: that is a mistake in this module.
    """
    cells = {address: cell for form in reversed(newest_first()) for address, cell in _cells(form)}
    in_order = {cell.address: cells[cell.address] for form in FORMS.values() for cell in form}
    return {
        address: Column(
            name, in_order[address], tuple(id for id, form in FORMS.items() if address in form)
        )
        for address, name in _names(in_order).items()
    }


def _cells(form: Form) -> list[tuple[str, Cell]]:
    return [(cell.address, cell) for cell in form]


def _names(cells: Mapping[str, Cell]) -> dict[str, str]:
    steps = dict.fromkeys(cells, 2)
    while True:
        names = {address: _name(cell, steps[address]) for address, cell in cells.items()}
        often = Counter(names.values())
        if max(map(len, often)) > LONGEST:  # pragma: no cover - a mistake, see the tests
            raise ValueError(f"too long for a column: {max(often, key=len)}")
        alike = [address for address, name in names.items() if often[name] > 1]
        if not alike:
            return names
        for address in alike:
            steps[address] += 1


def _name(cell: Cell, steps: int) -> str:
    return "_".join((f"t{cell.position.table}", *cell.address.split("/")[1:][-steps:]))


def listing() -> str:
    """Every column with its cell, as CSV.

    >>> listing().splitlines()[1].split(",")[:4]
    ['t2_rules_made', '/disclosure/rules/made', 'count', '2019']
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("column", "address", "kind", "forms", "name_zh", "name_en"))
    for address, column in columns().items():
        names = column.cell.name("zh"), column.cell.name("en")
        rows.writerow((column.name, address, column.kind.value, " ".join(column.forms), *names))
    return written.getvalue()
