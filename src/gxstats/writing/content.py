"""What a drawing puts into the form: the values, and which of them stand in a violated sum."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Self

import attrs

from ..cells import CellValue
from ..diagnosis import Diagnosis
from ..forms.catalogue import Form
from ..relations import Result, check
from ..report import Report

__all__ = ["Content"]


@attrs.frozen
class Content:
    """The content of a form: nothing, or a report's values with the sums that they violate."""

    values: Mapping[str, CellValue] | None
    """The value of each cell by address; ``None`` for the empty form."""
    violated: Mapping[str, tuple[Result, ...]]
    """For each cell in a violated binding relation, those relations."""

    changed: Mapping[str, int | Decimal] = attrs.field(factory=dict)
    """What each cell should be that the only explanation of the sums changes."""
    suspects: frozenset[str] = frozenset()
    """The cells that may be wrong, where there are several explanations."""

    @classmethod
    def of(cls, form: Form, report: Report | None, diagnosis: Diagnosis | None = None) -> Self:
        """The content that a report gives to its form, with what a diagnosis says of it.

        Raises :class:`ValueError` when the report is on another form, or the diagnosis of
        another report.
        """
        if report is None:
            return cls(None, {})
        if diagnosis is not None and diagnosis.report != report:
            raise ValueError("the diagnosis is of another report")
        if report.form is not form:
            raise ValueError(f"the report is on form {report.form.id}, not {form.id}")
        violated: dict[str, tuple[Result, ...]] = {}
        for result in check(report).violated:
            for address in result.cells:
                violated[address] = (*violated.get(address, ()), result)
        values = {cell.address: value for cell, value in report.cells()}
        if diagnosis is None:
            return cls(values, violated)
        if not diagnosis.unique:
            return cls(values, violated, suspects=diagnosis.suspects)
        changes = diagnosis.explanations[0].changes
        return cls(values, violated, {change.cell: change.new for change in changes})
