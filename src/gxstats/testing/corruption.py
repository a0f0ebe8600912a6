"""What a corruption is: a report with slips in it, and the truth beside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

from ..diagnosis import Evidence
from ..forms.narrative import Narrative
from ..forms.report import YEARS, Form, Report, form_of, report_of_values
from .facts import shown
from .slips import Slip, WrongCell

__all__ = ["Corruption", "Draft", "MadeSlips"]

MadeSlips: TypeAlias = list[tuple[Evidence, dict[int, Any]]]
"""Slips, each with the wrong numbers by the places of their cells."""


@attrs.frozen(kw_only=True, repr=False)
class Corruption:
    """A report with slips in it, and what it should say."""

    truth: Report
    """The report without the slips. It adds up."""
    corrupted: Report
    """The same, but for the cells that the slips left wrong."""
    slips: tuple[Slip, ...]
    """What went wrong; no two slips touch one cell."""
    last_year: Report | None = None
    """The report of the year before, where a slip copied from it or it was given."""

    @property
    def kinds(self) -> tuple[Evidence, ...]:
        """The kind of each slip."""
        return tuple(slip.kind for slip in self.slips)

    @property
    def cells(self) -> tuple[WrongCell, ...]:
        """All wrong cells, in the order of the form."""
        index = form_of(self.truth).index
        wrong = [cell for slip in self.slips for cell in slip.cells]
        return tuple(sorted(wrong, key=lambda cell: index[cell.cell]))

    def __repr__(self) -> str:
        return f"<Corruption {form_of(self.truth).id}: {_listed(self.slips)}>"


def _listed(slips: Iterable[Slip]) -> str:
    return "; ".join(
        f"{slip.kind.value}: "
        + ", ".join(f"{cell.cell} {cell.right} → {cell.wrong}" for cell in slip.cells)
        for slip in slips
    )


@attrs.frozen(eq=False)
class Draft:
    """What a corruption is made of."""

    form: Form
    values: list[Any]
    """The truth."""
    made: MadeSlips
    """The slips, with the wrong numbers by cell."""
    last_year: list[Any] | None
    """The numbers of the year before, if they were needed."""
    facts: dict[str, Any]
    """What the report has beside its tables."""

    def corruption(self, truth: Report | None = None) -> Corruption:
        """The corruption; of the report given, if it is there already."""
        form, values, facts = self.form, self.values, self.facts
        wrong = values.copy()
        slips = []
        for kind, cells in self.made:
            for cell, number in cells.items():
                wrong[cell] = number
            slips.append(
                Slip(
                    kind,
                    tuple(
                        WrongCell(form.cells[cell].address, values[cell], cells[cell])
                        for cell in sorted(cells)
                    ),
                )
            )
        return Corruption(
            truth=report_of_values(form, tuple(values), **facts) if truth is None else truth,
            corrupted=report_of_values(form, tuple(wrong), **facts),
            slips=tuple(slips),
            last_year=self._last_year(),
        )

    def _last_year(self) -> Report | None:
        copied = any(kind is Evidence.LAST_YEAR for kind, _ in self.made)
        if self.last_year is None or not copied:
            return None
        year = self.facts["year"]
        return report_of_values(
            self.form,
            tuple(self.last_year),
            year - 1 if year is not None and year > YEARS[0] else None,
            self.facts["organ"],
            Narrative(),
            (),
        )

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's
        slips = self.corruption().slips
        printer.text(f"{shown(self.form, self.values, self.facts)}; {_listed(slips)}")
