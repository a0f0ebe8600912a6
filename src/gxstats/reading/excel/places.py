"""Cells and ranges of cells, as spreadsheets name them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias

__all__ = ["COLUMNS", "ROWS", "Range", "place_of", "ranges_of", "reference_of"]

Range: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 0."""
ROWS: Final = 1_048_576
COLUMNS: Final = 16_384
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_LONGEST: Final = len("$XFD$1048576")
_LETTERS: Final = 26
_REMEMBERED: Final = 4_096
"""Cells whose names are remembered: those of one report are those of the next."""


@lru_cache(_REMEMBERED)
def reference_of(row: int, column: int) -> str:
    """A cell as spreadsheets name it.

    >>> reference_of(6, 1), reference_of(0, 16383)
    ('B7', 'XFD1')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column of a cell, from 0; ``None`` where a text names none.

    >>> place_of("B7")
    (6, 1)
    """
    return _place_of(reference) if len(reference) <= _LONGEST else None


@lru_cache(_REMEMBERED)
def _place_of(reference: str) -> tuple[int, int] | None:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * _LETTERS + ord(letter) - 64
    row = int(found[2])
    return (row - 1, column - 1) if row <= ROWS and column <= COLUMNS else None


def ranges_of(references: str) -> list[Range]:
    """The ranges that a text names, parted by spaces."""
    found: list[Range] = []
    for reference in references.split():
        first, _, last = reference.partition(":")
        start, end = place_of(first), place_of(last or first)
        if start is not None and end is not None:
            found.append((*start, *end))
    return found
