"""Sheets whose formulas are written as they are."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped,unused-ignore]

__all__ = ["PlainSheet"]


class PlainSheet(Worksheet):  # type: ignore[misc,unused-ignore]
    """A sheet of XlsxWriter that takes every formula for one that Excel 2007 understands.

    XlsxWriter looks for a hundred newer functions in each formula, to mark them as such. We use
    none of them, and the search takes more than half of the time of a workbook.
    """

    def _prepare_formula(self, formula: str, *_: object, **__: object) -> str:
        return formula.removeprefix("=")
