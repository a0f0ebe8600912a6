"""How bytes, which hypothesis draws quickly and shrinks well, are read as numbers of cells.

The first byte says how many entries there are, since most cells (or cases) are zero in print;
an entry takes three bytes, two for its place and one for its number. The number is looked up in
a table that starts small and ends huge. The last entries of the table stand for a number that
is drawn separately, so that no valid number is out of reach. Bytes of zero are a report of
zeros; smaller bytes are fewer entries, nearer to the top, with smaller numbers.

Full reports are made of entries that fill a run of places. The run ends at the entry's place:
the smallest place that still covers a cell is then the cell's own, and the run can shrink away.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from ..cells import AMOUNT_DECIMALS, COUNT_MAXIMUM, Kind

__all__ = [
    "BLANK",
    "BYTES",
    "COUNTS",
    "DRAWN",
    "ZERO",
    "amount_of",
    "as_printed",
    "entries",
    "most_entries",
    "value_of",
]

_LEVELS: Final = (
    *((1, 1), (2, 1), (3, 1), (5, 1), (8, 1), (12, 1), (18, 1), (27, 1), (40, 1)),
    *((24, 6), (8, 24), (4, 120), (2, 1000)),
)
"""By the first byte: the number of entries, and how many places each of them fills."""
_MOST: Final = max(entries for entries, _ in _LEVELS)

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


BYTES: Final = 1 + 3 * _MOST
"""How many bytes :func:`entries` reads."""


def entries(data: bytes, places: int) -> list[tuple[int, int]]:
    """Places, counted from 0, each with the byte that says which number stands there."""
    number, run = _LEVELS[data[0] * len(_LEVELS) // 256]
    found = []
    for start in range(1, 1 + 3 * number, 3):
        last = (data[start] << 8 | data[start + 1]) % places
        byte = data[start + 2]
        if byte and run == 1:
            found.append((last, byte))
        elif byte:
            found += [(place, byte) for place in range(max(0, last + 1 - run), last + 1)]
    return found


def as_printed(data: bytes) -> bytes:
    """The same entries with numbers as one meets them in print: the larger, the fewer."""
    changed = bytearray(data)
    changed[3:BYTES:3] = data[3:BYTES:3].translate(_AS_PRINTED)
    return bytes(changed)


_RISING: Final = 247
_AS_PRINTED: Final = bytes(
    [0]
    + [round(_SMALL ** ((step / _RISING) ** 1.5)) for step in range(_RISING)]
    + [_SMALL + 4 * step for step in range(7)]
    + [COUNTS.index(DRAWN)]
)
"""The byte of a number as another: half of them below six, few above a hundred."""


def most_entries(places: int) -> int:
    """How long the list that :func:`entries` gives can be."""
    return max(number * min(run, places) for number, run in _LEVELS)


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
