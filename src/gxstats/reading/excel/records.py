"""The records of an older Excel workbook: what they are, and the values within them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from ..limits import Limits
from .compound import damaged

__all__ = ["GLOBALS", "WORKSHEET", "Code", "Records", "gives_number", "truth_or_error", "unpacked"]

GLOBALS: Final = 0x0005
WORKSHEET: Final = 0x0010
"""What a part of the workbook is."""
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_ARITHMETIC: Final = frozenset(bytes([one]) for one in (3, 4, 5, 6, 7, 0x12, 0x13, 0x14))
_CALLS: Final = frozenset({b"\x22", b"\x42", b"\x62"})
_SUM: Final = b"\x04\x00"
_SUM_OF_ONE: Final = b"\x19\x10"


class Code:
    """The records that are looked at, by the number that begins them."""

    BEGIN = 0x0809
    FINISH = 0x000A
    CONTINUE = 0x003C
    # of all sheets
    PASSWORD = 0x002F
    CODE_PAGE = 0x0042
    EPOCH = 0x0022
    CALCULATED_BY = 0x01C1
    SHEET = 0x0085
    FORMAT = 0x041E
    STYLE = 0x00E0
    FONT = 0x0031
    PALETTE = 0x0092
    SHARED_TEXTS = 0x00FC
    # of one sheet
    SHARED_TEXT = 0x00FD
    TEXT = 0x0204
    RICH_TEXT = 0x00D6
    NUMBER = 0x0203
    SHORT_NUMBER = 0x027E
    SHORT_NUMBERS = 0x00BD
    TRUTH_OR_ERROR = 0x0205
    FORMULA = 0x0006
    TEXT_OF_FORMULA = 0x0207
    BLANK = 0x0201
    BLANKS = 0x00BE
    MERGED = 0x00E5
    ROW = 0x0208
    COLUMNS = 0x007D
    NOT_CALCULATED = 0x005E
    WINDOW = 0x023E
    USUAL_HEIGHT = 0x0225
    USUAL_WIDTH = 0x0055
    CONDITIONS = 0x01B0
    CONDITION = 0x01B1
    NEW_CONDITIONS = 0x0879
    NEW_CONDITION = 0x087A
    DRAWING = 0x00EC
    OBJECT = 0x005D
    GROUND = 0x00E9
    NOTE = 0x001C


class Records:
    """The records of a workbook, part by part, counted together."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self.stream = stream
        self.limits = limits
        self.count = 0

    def of(self, position: int, kind: int) -> Iterator[tuple[int, bytes]]:
        """The records of the part that begins at a position, without parts within it, as charts.

        A part that ends without saying so is damaged: who knows what it lacks.
        """
        stream, size = self.stream, len(self.stream)
        depth = 0
        while position + 4 <= size:
            code, length = struct.unpack_from("<HH", stream, position)
            end = position + 4 + length
            if end > size:
                raise damaged(f"record at {position}")
            data = stream[position + 4 : end]
            if code == Code.BEGIN:
                if not depth and struct.unpack_from("<H", data, 2)[0] != kind:
                    raise damaged(f"part at {position}")
                depth += 1
            elif not depth:
                raise damaged(f"part at {position}")
            elif code == Code.FINISH:
                depth -= 1
                if not depth:
                    return
            if depth == 1:
                yield code, data
            self.count += 1
            if not self.count % 10_000:
                self.limits.require("nodes", self.count)
                self.limits.require_time()
            position = end
        raise damaged("no end")


def unpacked(packed: int) -> float:
    """A number in the short form: a whole number or the upper half of a float, or a hundredth."""
    if packed & 2:
        number: float = packed >> 2
    else:
        number = struct.unpack("<d", struct.pack("<q", (packed & ~3) << 32))[0]
    return number / 100 if packed & 1 else number


def gives_number(formula: bytes) -> bool:
    """Whether the last step of a formula, which is after its length, gives a number for certain.

    It is arithmetic, or the function ``SUM`` in one of its two forms.
    """
    steps = formula[2 : 2 + int.from_bytes(formula[:2], "little")]
    is_sum = steps[-4:-3] in _CALLS and steps[-2:] == _SUM
    return steps[-1:] in _ARITHMETIC or is_sum or steps[-4:-2] == _SUM_OF_ONE


def truth_or_error(value: int, *, is_error: bool) -> str:
    """What a cell shows that holds a truth value or an error."""
    if is_error:
        return _ERRORS.get(value, f"#{value}")
    return "TRUE" if value else "FALSE"
