"""Where on a form slips can be made: its lines, its neighbours, its totals.

Everything is read off the catalogue and the relations, as the places of cells, counted from 0 in
the order of the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from itertools import pairwise
from types import MappingProxyType

import attrs

from ..cells import Kind
from ..forms.report import Form, unknown_address
from ..forms.rules import Strength
from ..relations import PREVIOUS, Comparison, rulebook, year_links
from .cases import PlacedCase, placed_cases

__all__ = ["Line", "Places", "places_of"]

Line = tuple[int, ...]
"""The cells of a row or of a column, in printed order."""


@attrs.frozen(eq=False, slots=False)
class Places:
    """The places of a form, and of the part of it in which slips are to be made."""

    form: Form
    within: str
    """The address of the part, or nothing for the whole form."""

    @cached_property
    def outside(self) -> frozenset[int]:
        """The cells in which no slip is to be made."""
        return frozenset(
            cell.index
            for cell in self.form
            if self.within and not f"{cell.address}/".startswith(f"{self.within}/")
        )

    @cached_property
    def whole(self) -> Line:
        """The cells that hold whole numbers."""
        return tuple(cell.index for cell in self.form if cell.kind is not Kind.AMOUNT)

    @cached_property
    def changes(self) -> Line:
        """The cells that hold whole numbers with a sign."""
        return tuple(cell.index for cell in self.form if cell.kind is Kind.CHANGE)

    @cached_property
    def amounts(self) -> Line:
        """The cells that hold amounts of money."""
        return tuple(cell.index for cell in self.form if cell.kind is Kind.AMOUNT)

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """The rows of every table; table four is one row."""
        found: dict[tuple[int, int], list[int]] = {}
        for cell in self.form:
            found.setdefault((cell.position.table, cell.position.row), []).append(cell.index)
        return tuple(map(tuple, found.values()))

    @cached_property
    def columns(self) -> tuple[Line, ...]:
        """The columns of table three: those of table two change from block to block."""
        found: dict[int, list[int]] = {}
        for cell in self.form:
            if cell.table.is_uniform and cell.table.has_row_labels:
                found.setdefault(cell.position.column, []).append(cell.index)
        return tuple(map(tuple, found.values()))

    def beside(self, lines: tuple[Line, ...]) -> Mapping[int, Line]:
        """The cells next to each cell of some lines, if they hold the same kind of number."""
        found: dict[int, list[int]] = {}
        for line in lines:
            for one, other in pairwise(line):
                if self._alike((one, other)):
                    found.setdefault(one, []).append(other)
                    found.setdefault(other, []).append(one)
        return {cell: tuple(near) for cell, near in found.items()}

    @cached_property
    def beside_in_row(self) -> Mapping[int, Line]:
        """The cells to the left and to the right of a cell."""
        return self.beside(self.rows)

    @cached_property
    def beside_in_column(self) -> Mapping[int, Line]:
        """The cells above and below a cell."""
        return self.beside(self.columns)

    @cached_property
    def in_line(self) -> Mapping[int, Line]:
        """The other cells of a cell's row and column that hold the same kind of number.

        Not those that are its total or its parts.
        """
        found: dict[int, set[int]] = {}
        for line in (*self.rows, *self.columns):
            for cell in line:
                found.setdefault(cell, set()).update(
                    other for other in line if other != cell and self._alike((cell, other))
                )
        for total, parts in self.totals.items():
            found[total] -= {*parts}
            for part in parts:
                found[part].discard(total)
        return {cell: tuple(sorted(others)) for cell, others in found.items()}

    def _alike(self, cells: Line) -> bool:
        return len({self.form.cells[cell].kind for cell in cells}) == 1

    def shiftable(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The lines whose numbers can stand in one another's cells."""
        return tuple(line for line in lines if len(line) > 2 and self._alike(line))

    @cached_property
    def shiftable_rows(self) -> tuple[Line, ...]:
        """The rows that can be shifted."""
        return self.shiftable(self.rows)

    @cached_property
    def shiftable_columns(self) -> tuple[Line, ...]:
        """The columns that can be shifted."""
        return self.shiftable(self.columns)

    @cached_property
    def totals(self) -> Mapping[int, Line]:
        """The cells that are totals, each with all its parts, by row and by column."""
        index = self.form.index
        found: dict[int, Line] = {}
        for relation in rulebook(self.form):
            if (
                relation.strength is not Strength.SOFT
                and relation.comparison is Comparison.EQUAL
                and len(relation.left) == 1
            ):
                total = index[relation.left[0].address]
                parts = tuple(index[term.address] for term in relation.right)
                found[total] = (*found.get(total, ()), *parts)
        return MappingProxyType(found)

    # --- what can be added to a report so that it still adds up -----------------------------------

    @property
    def cases(self) -> tuple[PlacedCase, ...]:
        """The cases of the form, by the places of their cells."""
        return placed_cases(self.form)

    @cached_property
    def cases_with(self) -> Mapping[Kind | None, tuple[PlacedCase, ...]]:
        """By kind of number: the cases that add to such a cell where slips are to be made.

        Under None: those that add to whole numbers, with a sign or without.
        """
        wanted = {None: self.whole, Kind.CHANGE: self.changes, Kind.AMOUNT: self.amounts}
        return {
            kind: tuple(
                case
                for case in self.cases
                if {*cells}.difference(self.outside).intersection(dict(case))
            )
            for kind, cells in wanted.items()
        }

    @cached_property
    def _links(self) -> tuple[tuple[int, int], ...]:
        """The cells of requests carried in, each with that carried out the year before."""
        index = self.form.index
        return tuple(
            (index[link.left[0].address], index[link.right[0].address.removeprefix(PREVIOUS)])
            for link in year_links(self.form, self.form)
            if link.strength is not Strength.SOFT
        )

    @cached_property
    def handed_over(self) -> tuple[tuple[int, PlacedCase], ...]:
        """The cells of requests carried in, but for their total.

        Each with the case that they were the year before: received, and carried out.
        """
        return tuple(
            (carried_in, next(case for case in self.cases if carried_out in dict(case)))
            for carried_in, carried_out in self._links
            if carried_in not in self.totals
        )

    @cached_property
    def settled(self) -> tuple[PlacedCase, ...]:
        """The cases that hand nothing over to the next year."""
        carried_out = {cell for _, cell in self._links}
        return tuple(case for case in self.cases if not carried_out.intersection(dict(case)))


@cache
def places_of(form: Form, within: str = "") -> Places:
    """The places of a form, within the part at an address.

    Raises :class:`~gxstats.UnknownAddress` for an address that the form does not have.

    >>> from gxstats import form
    >>> places = places_of(form("2021"))
    >>> len(places.rows), len(places.columns), len(places.totals)
    (32, 7, 34)
    """
    if within and within not in form.addresses:
        raise unknown_address(form, within)
    return Places(form, within)
