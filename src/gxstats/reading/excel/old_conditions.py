"""The rules of conditional formats in a workbook before 2007."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from ..grid import LOWERED, RAISED
from .book import Book
from .colors import BLACK
from .conditions import Effect, Rule
from .places import Range

__all__ = ["new_rule", "old_rule"]

_OPERATORS: Final = (
    "", "between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan",
    "greaterThanOrEqual", "lessThanOrEqual",
)  # fmt: skip
_HAS_FORMAT, _HAS_FONT, _HAS_ALIGNMENT, _HAS_BORDER, _HAS_PATTERN = (
    1 << bit for bit in range(25, 30)
)
_KEEPS_PATTERN, _KEEPS_FORE, _KEEPS_BACK = (1 << bit for bit in range(16, 19))
_OWN_FORMAT: Final = 1
_FONT: Final = 118
_ALIGNMENT: Final = 8
_BORDER: Final = 8
"""Bytes of the parts of an effect."""
_STRUCK: Final = 0x80
_WHOLE, _FLOAT = 0x1E, 0x1F
"""What begins a formula that is one number."""
_COLOR_SCALE, _DATA_BAR, _ICON_SET = 3, 4, 6
"""Kinds of rules since 2007."""
_TEMPLATE: Final = 22
"""Bytes between the formulas of such a rule and what it says of bars or icons."""


def old_rule(data: bytes, ranges: Sequence[Range], book: Book) -> Rule:
    """The rule that a record holds."""
    kind, comparison, first, second = struct.unpack_from("<BBHH", data)
    operands = data[len(data) - first - second :]
    return Rule(
        _effect(data, book),
        ranges,
        "cellIs" if kind == 1 else "",
        _OPERATORS[comparison] if comparison < len(_OPERATORS) else "",
        list(_numbers(operands[:first], operands[first:])),
    )


def new_rule(data: bytes, ranges: Sequence[Range], book: Book) -> Rule:
    """The rule that a record holds which Excel writes since 2007, and shows."""
    kind, comparison, first, second, size = struct.unpack_from("<BBHHI", data)
    place = 10 + (size or 2)
    operands = data[place : place + first + second]
    if kind == _COLOR_SCALE:
        return Rule(Effect(grounds=(None,)), ranges, "colorScale")
    if kind in {_DATA_BAR, _ICON_SET}:
        place += first + second
        place += 2 + struct.unpack_from("<H", data, place)[0] + _TEMPLATE
        is_bar = kind == _DATA_BAR
        hides = not data[place + 3] & 2 if is_bar else bool(data[place + 5] & 1)
        return Rule(Effect(hides_value=hides), ranges, "dataBar" if is_bar else "iconSet")
    return Rule(
        _effect(data[4:place], book) if size else Effect(),
        ranges,
        "cellIs" if kind == 1 else "",
        _OPERATORS[comparison] if comparison < len(_OPERATORS) else "",
        list(_numbers(operands[:first], operands[first:])),
    )


def _numbers(*formulas: bytes) -> Iterator[str]:
    """The numbers that formulas are; a text that is none for any other."""
    for formula in filter(None, formulas):
        if formula[0] == _WHOLE and len(formula) == 3:
            yield str(struct.unpack_from("<H", formula, 1)[0])
        elif formula[0] == _FLOAT and len(formula) == 9:
            yield f"{Decimal(repr(struct.unpack_from('<d', formula, 1)[0])):f}"
        else:
            yield "="


def _effect(data: bytes, book: Book) -> Effect:
    """What the rule changes; a color that cannot be told where that is not understood."""
    try:
        return _understood(data, book)
    except (struct.error, IndexError):
        return Effect({"color": None})


def _understood(data: bytes, book: Book) -> Effect:
    flags, more = struct.unpack_from("<IH", data, 6)
    position = 12
    code: str | None = None
    font: dict[str, Any] = {}
    if flags & _HAS_FORMAT:
        if more & _OWN_FORMAT:
            code = book.text(data, position + 2, 2)
            position += struct.unpack_from("<H", data, position)[0]
        else:
            code = book.styles.formats.get(data[position + 1])
            position += 2
    if flags & _HAS_FONT:
        font = _font(data[position : position + _FONT], book)
        position += _FONT
    position += _ALIGNMENT if flags & _HAS_ALIGNMENT else 0
    position += _BORDER if flags & _HAS_BORDER else 0
    if not flags & _HAS_PATTERN:
        return Effect(font, (), code)
    (pattern, colors) = struct.unpack_from("<HH", data, position)
    is_solid = flags & _KEEPS_PATTERN or pattern >> 10 == 1
    color = colors & 0x7F if flags & _KEEPS_BACK else colors >> 7 & 0x7F
    if flags & _KEEPS_BACK and flags & _KEEPS_FORE:
        return Effect(font, (), code)
    return Effect(font, (book.palette.named(color, None) if is_solid else None,), code)


def _font(data: bytes, book: Book) -> dict[str, Any]:
    """What a condition changes of a font."""
    height, style, _, mark, color, keeps, keeps_mark = struct.unpack_from("<iIHH4xI4xII", data, 64)
    found: dict[str, Any] = {}
    if height >= 0:
        found["size"] = height / 20
    if not keeps & _STRUCK:
        found["struck"] = bool(style & _STRUCK)
    if not keeps_mark and mark in {1, 2}:
        found["mark"] = RAISED if mark == 1 else LOWERED
    if color < 0x8000:
        found |= {"color": book.palette.named(color, BLACK), "automatic": False}
    return found
