"""Names of columns that every engine takes: short, of letters, digits and underscores.

PostgreSQL cuts names at 63 bytes and MySQL at 64 characters, and a name of R begins with a letter; so
an address cannot be one. A column is named for the table that its cell stands in and the last steps
of its address, as few as tell it from the others: two, where they do. Names are given edition by
edition, those of this package first, so that an edition changes no name of those before it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Final, TypeAlias

import attrs

from ..cells import Kind
from ..forms.catalogue import Cell
from ..forms.report import FORMS, Form, newest_first

__all__ = [
    "LONGEST",
    "Column",
    "Forms",
    "column_name",
    "columns",
    "listing",
    "names_of_columns",
]

Forms: TypeAlias = tuple[Form, ...]
"""The forms that a text is about."""

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
def columns(forms: Forms) -> Mapping[str, Column]:
    """The column of every cell of some forms, by address, in the order of the columns of a corpus.

    >>> from gxstats import form
    >>> columns((form("2019"), form("2021")))["/requests/carried_in/total"].name
    't3_carried_in_total'
    """
    cells = {cell.address: cell for form in reversed(newest_first(forms)) for cell in form}
    return {
        address: Column(
            column_name(address), cells[address], tuple(f.id for f in forms if address in f)
        )
        for address in dict.fromkeys(cell.address for form in forms for cell in form)
    }


def column_name(address: str) -> str:
    """The name of the column of a cell.

    >>> column_name("/requests/outcomes/refused/state_secret/total")
    't3_state_secret_total'
    """
    return (_own_names() if address in _own_names() else _all_names())[address]


@cache
def _own_names() -> Mapping[str, str]:
    return names_of_columns(FORMS.own.values())


@cache
def _all_names() -> Mapping[str, str]:
    others = (form for id, form in FORMS.items() if id not in FORMS.own)
    return names_of_columns((*FORMS.own.values(), *others))


def names_of_columns(forms: Iterable[Form]) -> dict[str, str]:
    """The name of the column of each cell, edition by edition.

    Raises :class:`ValueError` where a name would be too long: that is a mistake in this module.
    """
    names: dict[str, str] = {}
    for _, of_edition in groupby(forms, lambda form: form.edition):
        cells = {cell.address: cell for form in of_edition for cell in form}
        names |= _named({a: cell for a, cell in cells.items() if a not in names}, names.values())
    return names


def _named(cells: Mapping[str, Cell], taken: Iterable[str]) -> dict[str, str]:
    steps = dict.fromkeys(cells, 2)
    others = Counter(taken)
    while True:
        names = {address: _name(cell, steps[address]) for address, cell in cells.items()}
        often = others + Counter(names.values())
        alike = [address for address, name in names.items() if often[name] > 1]
        if max(map(len, often)) > LONGEST or any(
            steps[address] == address.count("/") for address in alike
        ):  # pragma: no cover - a mistake, see the tests
            raise ValueError(f"no name for a column: {alike or max(often, key=len)}")
        if not alike:
            return names
        for address in alike:
            steps[address] += 1


def _name(cell: Cell, steps: int) -> str:
    return "_".join((f"t{cell.position.table}", *cell.address.split("/")[1:][-steps:]))


def listing(forms: Forms) -> str:
    """Every column with its cell, as CSV.

    >>> from gxstats import form
    >>> listing((form("2019"),)).splitlines()[1].split(",")[:4]
    ['t2_rules_made', '/disclosure/rules/made', 'count', '2019']
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("column", "address", "kind", "forms", "name_zh", "name_en"))
    for address, column in columns(forms).items():
        names = column.cell.name("zh"), column.cell.name("en")
        rows.writerow((column.name, address, column.kind.value, " ".join(column.forms), *names))
    return written.getvalue()
