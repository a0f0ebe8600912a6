"""How bytes, which hypothesis draws quickly and shrinks well, are read as numbers of cells.

The first byte says how many cells (or cases) are filled in, since most are not in print; each
of them takes three bytes, two for the place and one for the number. The number is looked up in
a table that starts small and ends huge. The last entries of the table stand for a number that
is drawn separately, so that no valid number is out of reach. Bytes of zero are a report of
zeros; smaller bytes are fewer cells, nearer to the top, with smaller numbers.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from ..cells import AMOUNT_DECIMALS, COUNT_MAXIMUM, Kind

__all__ = ["BLANK", "COUNTS", "DRAWN", "ZERO", "amount_of", "bytes_for", "entries", "value_of"]

_MOST: Final = 48
"""Entries at most, unless every place has one."""
_EVERY: Final = -1
_LEVELS: Final = (1, 3, 8, 20, _MOST, _EVERY)
"""How many entries are read, by the first byte."""

DRAWN: Final = -1
"""In the table of numbers: the number that is drawn separately."""
BLANK: Final = -2
"""In the table of numbers: nothing, where blanks are wanted; else the number drawn."""

_SMALL: Final = 150
_GROWING: Final = 80

COUNTS: Final[tuple[int, ...]] = (
    *range(_SMALL),
    *(round(_SMALL * (COUNT_MAXIMUM / _SMALL) ** (step / _GROWING)) for step in range(_GROWING)),
    COUNT_MAXIMUM,
    *[DRAWN] * 10,
    *[BLANK] * (256 - _SMALL - _GROWING - 11),
)
"""What the byte of a number means: 0, 1, … 149, then growing to the largest count."""

ZERO: Final[dict[Kind, int | Decimal]] = {
    Kind.COUNT: 0,
    Kind.CHANGE: 0,
    Kind.AMOUNT: Decimal(0),
}


def bytes_for(places: int) -> int:
    """How many bytes :func:`entries` reads for so many places."""
    return 1 + 3 * min(_MOST, places)


def entries(data: bytes, places: int) -> list[tuple[int, int]]:
    """Places, counted from 0, each with the byte that says which number stands there."""
    level = _LEVELS[data[0] * len(_LEVELS) // 256]
    most = min(_MOST, places)
    if level == _EVERY:
        return [(place, data[3 + 3 * (place % most)]) for place in range(places)]
    return [
        ((data[start] << 8 | data[start + 1]) % places, data[start + 2])
        for start in range(1, 1 + 3 * min(level, most), 3)
    ]


def amount_of(number: int) -> Decimal:
    """An exact amount with these digits; its remainder by nine says how many are decimals."""
    return Decimal(number).scaleb(-(number % (AMOUNT_DECIMALS + 1)))


def value_of(kind: Kind, byte: int, drawn: int) -> Any:
    """The value of a cell of this kind, or None for a blank."""
    number = COUNTS[byte]
    if number == BLANK:
        return None
    if number == DRAWN:
        number = drawn
    if kind is Kind.COUNT:
        return number
    if kind is Kind.AMOUNT:
        return amount_of(number)
    return -number if byte % 2 else number
