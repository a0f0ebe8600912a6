"""What holds for all sheets of an older Excel workbook: their list, their styles and texts."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Final

import attrs

from ..limits import Limits
from ..unreadable import Unreadable
from .compound import damaged
from .records import GLOBALS, Code, Records
from .sheets import Styles

__all__ = ["Book", "Listed"]

_UNICODE: Final = 0x0600
"""The version of the format from which on text is Unicode (1997); before, it has a code page."""
_OLDEST: Final = 0x0500
_CODE_PAGES: Final = {
    936: "gb18030",
    950: "cp950",
    932: "cp932",
    949: "cp949",
    1200: "utf-16-le",
    1252: "cp1252",
    32_769: "cp1252",
}
_USUAL: Final = "gb18030"


@attrs.frozen
class Listed:
    """A sheet that the workbook lists."""

    name: str
    position: int
    is_hidden: bool


class Book:
    """What holds for all sheets: texts, styles, the list of sheets."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self.records = Records(stream, limits)
        self.version = 0
        self.encoding = "utf-16-le"
        self.from_1904 = False
        self.calculated_by: int | None = None
        """What calculated the formulas last, where the file tells; 0 for nothing."""
        self.listed: list[Listed] = []
        self.styles = Styles()
        shared: list[bytes] = []
        last = 0
        for code, data in self.records.of(0, GLOBALS):
            if code == Code.CONTINUE and last == Code.SHARED_TEXTS:
                shared.append(data)
                continue
            last = code
            if code == Code.SHARED_TEXTS:
                shared = [data]
            else:
                self._take(code, data)
        self.strings = _shared_strings(shared, limits) if shared else []

    def _take(self, code: int, data: bytes) -> None:
        match code:
            case Code.BEGIN:
                self.version = struct.unpack_from("<H", data)[0]
                if not _OLDEST <= self.version <= _UNICODE:
                    raise damaged(f"version {self.version:x}")
                self.encoding = "utf-16-le" if self.version == _UNICODE else _USUAL
            case Code.PASSWORD:
                raise Unreadable("read.encrypted", found="Excel")
            case Code.CODE_PAGE if self.version < _UNICODE:
                page = struct.unpack_from("<H", data)[0]
                self.encoding = _CODE_PAGES.get(page, _USUAL)
            case Code.EPOCH:
                self.from_1904 = struct.unpack_from("<H", data)[0] == 1
            case Code.CALCULATED_BY:
                self.calculated_by = struct.unpack_from("<I", data, 4)[0]
            case Code.SHEET:
                position, state, kind = struct.unpack_from("<IBB", data)
                if kind == 0:
                    self.listed.append(Listed(self.text(data, 6, 1), position, bool(state & 3)))
            case Code.FORMAT:
                number = struct.unpack_from("<H", data)[0]
                width = 2 if self.version == _UNICODE else 1
                self.styles.formats[number] = self.text(data, 2, width)
            case Code.STYLE:
                number = struct.unpack_from("<H", data, 2)[0]
                self.styles.cells.append((number, self._has_border(data)))
            case _:
                pass

    def _has_border(self, data: bytes) -> bool:
        if self.version == _UNICODE:
            return bool(struct.unpack_from("<H", data, 10)[0])
        bottom, others = struct.unpack_from("<HH", data, 10)
        return bool(bottom & 0x01C0 or others & 0x01FF)

    def text(self, data: bytes, start: int, width: int) -> str:
        """A text within a record; its length before it takes ``width`` bytes."""
        length = int.from_bytes(data[start : start + width], "little")
        start += width
        if self.version < _UNICODE:
            return data[start : start + length].decode(self.encoding, "replace")
        flags = data[start]
        start += 1 + (2 if flags & 8 else 0) + (4 if flags & 4 else 0)
        if flags & 1:
            return data[start : start + 2 * length].decode("utf-16-le", "replace")
        return data[start : start + length].decode("latin-1")


def _shared_strings(pieces: Sequence[bytes], limits: Limits) -> list[str]:
    """The texts that cells share. A text may go on in the next record, in another width."""
    count = struct.unpack_from("<I", pieces[0], 4)[0]
    limits.require("nodes", min(count, sum(map(len, pieces)) // 3))
    found: list[str] = []
    number, position = 0, 8
    for _ in range(count):
        while number < len(pieces) and position >= len(pieces[number]):
            position -= len(pieces[number])
            number += 1
        if number == len(pieces):
            break  # the count is wrong; a cell that wants more will find nothing
        piece = pieces[number]
        length, flags = struct.unpack_from("<HB", piece, position)
        position += 3
        after = 0
        if flags & 8:
            after += 4 * int(struct.unpack_from("<H", piece, position)[0])
            position += 2
        if flags & 4:
            after += int(struct.unpack_from("<I", piece, position)[0])
            position += 4
        text = b""
        while True:
            width = 1 + (flags & 1)
            taken = piece[position : position + width * (length - len(text) // 2)]
            position += len(taken)
            text += taken if width == 2 else taken.decode("latin-1").encode("utf-16-le")
            if len(text) // 2 >= length or number + 1 == len(pieces):
                break
            number, position = number + 1, 1
            piece = pieces[number]
            flags = piece[0]
        found.append(text.decode("utf-16-le", "replace"))
        position += after
    limits.require_time()
    return found
