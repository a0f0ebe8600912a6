"""What may be typed into a cell, and what is said of it when it is chosen."""

from __future__ import annotations

from typing import Any, Final

from ...cells import BOUNDS, COUNT_MAXIMUM, EXPECTED, Kind
from ...forms.catalogue import Cell
from ...forms.report import Form
from ...relations import Relation
from ...text import Bilingual, Language
from . import texts

__all__ = ["in_both", "shortened", "validate"]

_MESSAGE: Final = 255
"""Characters that Excel takes in a message."""


def validate(
    sheet: Any,
    row: int,
    column: int,
    cell: Cell,
    computed: tuple[Relation, Form] | None,
    language: Language,
) -> None:
    """Refuse what the cell of a form may not hold; say which cell it is when it is chosen."""
    name = texts.UNIT.format(name=cell.name(language), unit=cell.unit)[language]
    if computed is not None:
        relation, form = computed
        name += "\n" + texts.COMPUTED.format(sum=relation.text(form))[language]
    if cell.kind is Kind.AMOUNT:
        rule: dict[str, Any] = {"validate": "decimal", "minimum": 0, "maximum": COUNT_MAXIMUM + 1}
    else:
        least, largest = BOUNDS[cell.kind]
        rule = {"validate": "integer", "minimum": least, "maximum": largest}
    sheet.data_validation(
        row,
        column,
        row,
        column,
        {
            **rule,
            "criteria": "between",
            "ignore_blank": True,
            "input_message": shortened(name, _MESSAGE),
            "error_title": texts.INVALID_TITLE,
            "error_message": in_both(EXPECTED[cell.kind]),
        },
    )


def in_both(text: Bilingual) -> str:
    """A text in both languages, as a message."""
    return shortened(f"{text.zh}\n{text.en}", _MESSAGE)


def shortened(text: str, length: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
