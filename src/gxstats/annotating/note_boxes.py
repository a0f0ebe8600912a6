"""How large the box of a spreadsheet's note is, and over which cells it stands."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

import attrs

from .markup import Element, Markup

__all__ = ["Box", "Sizes", "box_of"]

_CHARACTER: Final = 7
"""Pixels of a digit in the font that widths of columns are given in."""
_PADDING: Final = 5
_POINTS_A_PIXEL: Final = 0.75
_LINE: Final = 16
"""Pixels of a line of a note."""
_WIDTH: Final = 320
_INSET: Final = 14
_LETTER: Final = 6.6
_TALLEST: Final = 640
_APART: Final = 12
_TRUE: Final = frozenset({"1", "true", "on"})
_MOST_STEPS: Final = 2_000


@attrs.frozen
class Box:
    """A box, in points, and the cells that it reaches from and to."""

    row: int
    column: int
    left: float
    top: float
    width: float
    height: float
    anchor: str


@attrs.frozen
class Sizes:
    """How wide the columns and how high the rows of a sheet are, in pixels."""

    widths: tuple[tuple[int, int, int], ...]
    """First and last column, from 0, and the width of each between them."""
    heights: dict[int, int]
    width: int
    height: int

    @classmethod
    def of(cls, sheet: Markup) -> Sizes:
        """The sizes that a sheet gives."""
        widths: list[tuple[int, int, int]] = []
        heights: dict[int, int] = {}
        width, height = 64, 20
        for element in sheet.elements:
            match element.local:
                case "sheetFormatPr":
                    default = _number(element, "defaultColWidth")
                    width = _pixels(default) if default else width
                    height = round((_number(element, "defaultRowHeight") or 15) / _POINTS_A_PIXEL)
                case "col":
                    first, last = _number(element, "min"), _number(element, "max")
                    own = _number(element, "width")
                    if first and last:
                        wide = width if own is None else _pixels(own)
                        hidden = element.given.get("hidden") in _TRUE
                        widths.append((int(first) - 1, int(last) - 1, 0 if hidden else wide))
                case "row":
                    number, own = _number(element, "r"), _number(element, "ht")
                    if number and element.given.get("hidden") in _TRUE:
                        heights[int(number) - 1] = 0
                    elif number and own is not None:
                        heights[int(number) - 1] = round(own / _POINTS_A_PIXEL)
        return cls(tuple(sorted(widths)), heights, width, height)

    def column(self, number: int) -> int:
        """The width of a column."""
        at = bisect_right(self.widths, (number, 1 << 30, 0)) - 1
        if at >= 0 and self.widths[at][0] <= number <= self.widths[at][1]:
            return self.widths[at][2]
        return self.width

    def row(self, number: int) -> int:
        """The height of a row."""
        return self.heights.get(number, self.height)


def _number(element: Element, name: str) -> float | None:
    try:
        value = float(element.given.get(name, ""))
    except ValueError:
        return None
    return value if 0 <= value < 1e7 else None


def _pixels(characters: float) -> int:
    return int(characters * _CHARACTER + _PADDING)


def box_of(cell: str, text: str, sizes: Sizes) -> Box:
    """The box of a note, to the right of its cell, as high as its text."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    column -= 1
    row = int(cell[len(letters) :]) - 1
    height = min(_lines(text) * _LINE + _INSET, _TALLEST)
    first, left = column + 1, _APART
    top_row = max(row - 1, 0)
    top = 4
    last, right = _reached(first, left + _WIDTH, sizes.column)
    bottom_row, bottom = _reached(top_row, top + height, sizes.row)
    anchor = ", ".join(map(str, (first, left, top_row, top, last, right, bottom_row, bottom)))
    x = sum(map(sizes.column, range(first))) + left
    y = sum(map(sizes.row, range(top_row))) + top
    return Box(
        row,
        column,
        x * _POINTS_A_PIXEL,
        y * _POINTS_A_PIXEL,
        _WIDTH * _POINTS_A_PIXEL,
        height * _POINTS_A_PIXEL,
        anchor,
    )


def _reached(first: int, pixels: int, size: Callable[[int], int]) -> tuple[int, int]:
    """The row or column in which so many pixels from the start of one end, and how far into it."""
    at = first
    for _ in range(_MOST_STEPS):
        own = size(at)
        if pixels < own:
            break
        pixels -= own
        at += 1
    return at, pixels


def _lines(text: str) -> int:
    """The lines that a text takes in a box, in a font of nine points."""
    room = (_WIDTH - _INSET) / _LETTER
    total = 0
    for line in text.split("\n"):
        wide = sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line)
        total += max(1, -int(-wide // room))
    return total
