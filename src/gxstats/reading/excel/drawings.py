"""What stands above the cells of a sheet: pictures, charts, shapes and controls."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import Final

from .package import TRUE, Attributes, Handler, whole_number
from .places import COLUMNS, ROWS, Range
from .sheets import Sheet

__all__ = ["DrawingReader", "controls_of", "old_anchor", "old_anchors"]

_SLIGHT: Final = 2
"""Pixels of the last cell that an object may reach into without covering it."""
_PIXEL: Final = 9_525
_POINT: Final = 12_700
"""English metric units."""
_DIGIT: Final = 7
"""Pixels of a digit, at the least."""
_MOST_STEPS: Final = 500
_MOST_DIGITS: Final = 9
_OBJECTS: Final = frozenset({"contentPart", "cxnSp", "graphicFrame", "pic"})
_LINES: Final = re.compile(r"line|connector|slash|mathMultiply", re.IGNORECASE)


class DrawingReader(Handler):
    """Takes in the part of an Excel file since 2007 that holds the drawings of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.marks: dict[tuple[str, str], int] = {}
        self.is_seen = False
        self.hidden_from = 0
        """The depth of the element that is hidden, if one is."""
        self.is_filled = True
        self.geometry = ""
        self.value = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in an anchor, or what a shape is made of."""
        path, depth = self.path, len(self.path)
        self.value = ""
        if name.endswith("Anchor"):
            self.marks.clear()
            self.is_seen, self.hidden_from = False, 0
        elif name in {"ext", "pos"} and self.parent.endswith("Anchor"):
            for key, value in attributes.items():
                is_huge = len(value) > _MOST_DIGITS
                self.marks[name, key] = 10**_MOST_DIGITS if is_huge else whole_number(value)
        elif name == "cNvPr" and attributes.get("hidden") in TRUE and not self.hidden_from:
            self.hidden_from = depth - 2
        elif name == "sp":
            self.is_filled, self.geometry = True, ""
        elif name == "noFill" and path[-2] == "spPr":
            self.is_filled = False
        elif name == "prstGeom":
            self.geometry = attributes.get("prst", "")

    def text(self, text: str) -> None:
        """Take in a number of an anchor, or the text of a shape."""
        self.value += text
        if self.path[-1] == "t" and text.strip():
            self.is_filled = True

    def end(self, name: str) -> None:
        """Take in that a shape or an anchor is complete."""
        depth = len(self.path)
        if self.parent in {"from", "to"}:
            self.marks[self.parent, name] = whole_number(self.value.strip())
        elif name in _OBJECTS or name == "sp":
            # an empty frame without a ground hides nothing and strikes nothing out
            shows = name != "sp" or self.is_filled or _LINES.search(self.geometry)
            self.is_seen = self.is_seen or bool(shows and not self.hidden_from)
        if depth == self.hidden_from:
            self.hidden_from = 0
        if name.endswith("Anchor") and self.is_seen:
            self.sheet.cover(self._covered())

    def _covered(self) -> Range:
        marks, sheet = self.marks, self.sheet
        row, column = marks.get(("from", "row"), 0), marks.get(("from", "col"), 0)
        if ("to", "row") in marks:
            slight = _SLIGHT * _PIXEL
            last_row = marks["to", "row"] - (marks.get(("to", "rowOff"), 0) <= slight)
            last_column = marks.get(("to", "col"), 0) - (marks.get(("to", "colOff"), 0) <= slight)
            return row, column, last_row, last_column

        def height(number: int) -> float:
            return sheet.heights.get(number, sheet.usual_height) * _POINT

        def width(number: int) -> float:
            return sheet.width(number) * _DIGIT * _PIXEL

        across = marks.get(("from", "colOff"), 0), marks.get(("ext", "cx"), 0)
        down = marks.get(("from", "rowOff"), 0), marks.get(("ext", "cy"), 0)
        column, offset = _reached(column, across[0] + marks.get(("pos", "x"), 0), width)
        last_column, _ = _reached(column, offset + across[1], width, last=COLUMNS)
        row, offset = _reached(row, down[0] + marks.get(("pos", "y"), 0), height)
        last_row, _ = _reached(row, offset + down[1], height, last=ROWS)
        return row, column, last_row, last_column


def _reached(
    first: int, length: float, size: Callable[[int], float], *, last: int | None = None
) -> tuple[int, float]:
    """The row or column that a length from the start of another reaches, and how far into it."""
    for number in range(first, first + _MOST_STEPS):
        if length <= size(number):
            return number, length
        length -= size(number)
    return first + _MOST_STEPS if last is None else last, 0.0


_VML_SHAPE: Final = re.compile(rb"<\w+:(?:shape|rect|roundrect|oval|line|group|image)\b")
_VML_KIND: Final = re.compile(rb"ObjectType=[\"'](\w+)")
_VML_ANCHOR: Final = re.compile(rb":Anchor>([\d\s,]{15,120})<")


def controls_of(part: bytes) -> Iterator[Range]:
    """The cells under the controls and notes that a part of older markup shows.

    It is markup that is not always well formed, as browsers took it.
    """
    for shape in _VML_SHAPE.split(part)[1:]:
        kind, anchor = _VML_KIND.search(shape), _VML_ANCHOR.search(shape)
        is_hidden = b"visibility:hidden" in shape.partition(b">")[0].replace(b" ", b"")
        is_note = kind is not None and kind[1] == b"Note"
        if is_note:
            is_hidden = b":Visible" not in shape
        if anchor is None or is_hidden or (kind is not None and kind[1] == b"GBox"):
            continue
        numbers = [int(number) for number in re.findall(rb"\d{1,9}", anchor[1])]
        if len(numbers) == 8:
            column, _, row, _, last_column, right, last_row, bottom = numbers
            yield row, column, last_row - (bottom <= _SLIGHT), last_column - (right <= _SLIGHT)


_CLIENT_ANCHOR: Final = 0xF010
_PROPERTIES: Final = 0xF00B
_SHAPE: Final = 0xF004
_GROUP_FLAGS: Final = 0x03BF
_IS_HIDDEN: Final = 0x0002_0002
"""A property of a shape, and of its bits those that say that it is hidden."""


def old_anchor(data: bytes, position: int) -> Range:
    """The cells between the corners that stand at a position of a record."""
    column, _, row, _, last_column, right, last_row, bottom = struct.unpack_from(
        "<8H", data, position
    )
    return row, column, last_row - (not bottom), last_column - (not right)


def old_anchors(data: bytes) -> Iterator[Range | None]:
    """The cells under each shape of a drawing before 2007; ``None`` for a hidden shape."""
    position = 0
    is_hidden = False
    while position + 8 <= len(data):
        version, kind, length = struct.unpack_from("<HHI", data, position)
        position += 8
        if kind == _SHAPE:
            is_hidden = False
        if version & 0xF == 0xF:  # its parts follow
            continue
        if kind == _PROPERTIES:
            end = min(position + 6 * (version >> 4), len(data) - 5)
            for place in range(position, end, 6):
                number, value = struct.unpack_from("<HI", data, place)
                if number & 0x3FFF == _GROUP_FLAGS:
                    is_hidden = value & _IS_HIDDEN == _IS_HIDDEN
        elif kind == _CLIENT_ANCHOR and position + 18 <= len(data):
            cells = old_anchor(data, position + 2)
            yield None if is_hidden else cells
        position += length
