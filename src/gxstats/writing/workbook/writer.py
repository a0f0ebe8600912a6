"""Writing single cells: texts as texts, formulas with their values."""

from __future__ import annotations

from typing import Any, Final

from .labels import escaped

__all__ = ["PROTECTION", "condition", "write_formula", "write_number"]

PROTECTION: Final = {
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
"""What stays allowed on a protected sheet; there is no password."""


class _EmptyText(str):
    """An empty text that differs from one.

    XlsxWriter leaves out the type of a formula's value if that equals ``""``; a reader then takes
    the formula for one that was never computed.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return id(self)


def write_formula(
    sheet: Any, row: int, column: int, formula: str, value: float | str | None, style: Any
) -> None:
    """A formula with the value that it has now; None is the empty text."""
    if value is None or value == "":
        value = _EmptyText()
    elif isinstance(value, str):
        value = escaped(value)
    sheet.write_formula(row, column, formula, style, value)


def write_number(
    sheet: Any, row: int, column: int, number: float | str | None, style: Any
) -> None:
    """A number, one that is kept as text for its many digits, or a blank."""
    if number is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(number, str):
        sheet.write_string(row, column, number, style)
    else:
        sheet.write_number(row, column, number, style)


def condition(sheet: Any, over: tuple[int, int, int, int], formula: str, style: Any) -> None:
    """Let cells look otherwise where a formula is true; of several such, the first counts."""
    rule = {"type": "formula", "criteria": formula, "format": style, "stop_if_true": True}
    sheet.conditional_format(*over, rule)
