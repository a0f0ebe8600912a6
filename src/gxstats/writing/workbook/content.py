"""What goes into a workbook: the report, that of the year before, and what a check finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

import attrs

from ...cells import CellValue, Kind
from ...forms.organ import Organ
from ...forms.report import Form, Report
from ...relations import Check, Relation, Result, check
from ...relations.year_checking import YearCheck, require_following
from ...relations.years import PREVIOUS
from ...text import Language
from .formulas import Sheets
from .places import FormPlaces
from .texts import LAST_YEAR_SHEET
from .totals import Totals, computed_totals

__all__ = ["LAST_YEAR_COLUMN", "LAST_YEAR_FIRST", "Filled", "stored"]

LAST_YEAR_FIRST = 3
"""The first row of last year's figures on their sheet."""
LAST_YEAR_COLUMN = 2


@attrs.frozen(slots=False)
class Filled:
    """A workbook's content; an empty form is a report whose cells are all blank."""

    form: Form
    totals: Totals
    language: Language
    given: Report | None
    last_year: Report | None

    @cached_property
    def report(self) -> Report:
        """The report that is filled in."""
        return self.form.blank(year=None, organ=Organ()) if self.given is None else self.given

    @cached_property
    def values(self) -> Mapping[str, CellValue]:
        """The value of each cell of the form."""
        return {cell.address: value for cell, value in self.report.cells()}

    @cached_property
    def computed(self) -> Mapping[str, Relation]:
        """The cells with formulas, and what they add up."""
        if self.totals is Totals.INPUTS:
            return {}
        return computed_totals(self.form, self.values)

    @cached_property
    def places(self) -> FormPlaces:
        """Where everything stands on the form."""
        return FormPlaces(self.form, self.language, self.report.narrative)

    @cached_property
    def last_places(self) -> Mapping[str, tuple[int, int]]:
        """Where last year's figures stand on their sheet."""
        if self.last_year is None:
            return {}
        cells = self.last_year.form.index
        return {
            address: (LAST_YEAR_FIRST + index, LAST_YEAR_COLUMN)
            for address, index in cells.items()
        }

    def _place(self, address: str) -> tuple[str, tuple[int, int]]:
        if address.startswith(PREVIOUS):
            before = self.last_places[address.removeprefix(PREVIOUS)]
            return LAST_YEAR_SHEET[self.language], before
        return self.places.sheet, self.places.at[address]

    @cached_property
    def sheets(self) -> Sheets:
        """Where formulas find the cells."""
        return Sheets(self._place)

    @cached_property
    def check(self) -> Check:
        """What becomes of the form's relations."""
        return check(self.report)

    @cached_property
    def year_check(self) -> YearCheck | None:
        """What becomes of the relations to last year's report.

        Raises :class:`ValueError` if the years do not follow.
        """
        if self.last_year is None:
            return None
        require_following(self.last_year, self.report)
        return YearCheck(self.last_year, self.report)

    @cached_property
    def results(self) -> Sequence[Result]:
        """The result of every relation, those to last year's report last."""
        return (*self.check.results, *(() if self.year_check is None else self.year_check))


def stored(kind: Kind, value: int | Decimal) -> int | float | str:
    """A number as a spreadsheet holds it exactly: as text where it has too many digits."""
    if kind is not Kind.AMOUNT:
        return int(value)
    text = format(value, "f")
    digits = text.replace(".", "").lstrip("0")
    exact = digits.rstrip("0") if "." in text else digits
    return float(value) if len(exact) <= 15 else text
