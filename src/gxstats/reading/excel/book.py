"""What holds for all sheets of an older Excel workbook: their list, their styles and texts."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ..contrast import Color
from ..grid import LOWERED, RAISED
from ..limits import Limits
from ..pictorial import is_pictorial
from ..unreadable import Unreadable
from .colors import BLACK, WHITE, Palette
from .compound import damaged
from .looks import Font, Look, Text
from .records import GLOBALS, Code, Records
from .styles import Styles

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
_OWN_COLORS: Final = 8
"""The number of the first color of a palette that a workbook may have of its own."""
_STRUCK: Final = 0x08
_EDGED: Final = 0x30
"""An outline or a shadow."""
_AUTOMATIC: Final = 0x7FFF
_TWIPS: Final = 20
"""Of a point."""
_NO_FONT: Final = 4
_CENTERED: Final = 2
_REPEATED: Final = 4
_WRAPPED: Final = 8
_SHRUNK: Final = 0x10


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
        self.palette = Palette()
        self.fonts: list[Font] = []
        self._fonts: list[bytes] = []
        self._styles: list[bytes] = []
        self.styles = Styles(self.palette)
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
        self._finish_styles()
        self.strings: list[Text] = []
        if shared:
            for text, runs in _shared_strings(shared, limits):
                self.strings.append(self.rich(text, runs))

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
                self._styles.append(data)
            case Code.FONT:
                self._fonts.append(data)
            case Code.PALETTE:
                colors = struct.iter_unpack("<3Bx", data[2 : 2 + (len(data) - 2) // 4 * 4])
                self.palette.name_indexed([bytes(one).hex() for one in colors], start=_OWN_COLORS)
            case _:
                pass

    def _finish_styles(self) -> None:
        """Make the styles, once the palette is known, which comes after them."""
        for data in self._fonts:
            height, flags, color, _, mark = struct.unpack_from("<5H", data)
            name = self.text(data, 14, 1)
            self.fonts.append(
                Font(
                    self.palette.named(color, BLACK),
                    bool(flags & _STRUCK),
                    {1: RAISED, 2: LOWERED}.get(mark, ""),
                    height / _TWIPS,
                    is_pictorial(name),
                    edged=bool(flags & _EDGED),
                    automatic=color == _AUTOMATIC,
                )
            )
        if self.fonts:
            self.styles.usual_size = self.fonts[0].size
        for data in self._styles:
            font, number = struct.unpack_from("<HH", data)
            repeats = data[6] & 7 == _REPEATED
            shrinks = self.is_unicode and bool(data[8] & _SHRUNK)
            indent = data[8] & 0x0F if self.is_unicode else 0
            look = Look(
                self.font(font) or Font(),
                self._ground(data),
                repeats=repeats,
                shrinks=shrinks,
                wraps=bool(data[6] & _WRAPPED),
                leads=data[6] & 7 < _CENTERED,
                indent=indent,
            )
            self.styles.add(number, is_ruled=self._has_border(data), look=look)

    def font(self, number: int) -> Font | None:
        """A font by its number; none has the number 4."""
        place = number - (number > _NO_FONT)
        return self.fonts[place] if place < len(self.fonts) else None

    def _ground(self, data: bytes) -> Color | None:
        if self.is_unicode:
            pattern = data[17] >> 2
            color = struct.unpack_from("<H", data, 18)[0] & 0x7F
        else:
            color, pattern = data[8] & 0x7F, data[10] & 0x3F
        if not pattern:
            return WHITE
        return self.palette.named(color, None) if pattern == 1 else None

    def rich(self, text: str, runs: Sequence[tuple[int, int]]) -> Text:
        """A text whose pieces have the fonts of some runs: where each begins, and its number."""
        if not runs:
            return text
        starts = [0, *(start for start, _ in runs), len(text)]
        fonts = [None, *(self.font(number) for _, number in runs)]
        pieces = zip(starts, starts[1:], fonts, strict=False)
        return tuple((text[start:end], font) for start, end, font in pieces if start < end)

    def _has_border(self, data: bytes) -> bool:
        if self.version == _UNICODE:
            return bool(struct.unpack_from("<H", data, 10)[0])
        bottom, others = struct.unpack_from("<HH", data, 10)
        return bool(bottom & 0x01C0 or others & 0x01FF)

    @property
    def is_unicode(self) -> bool:
        """Whether the workbook is of 1997 or later."""
        return self.version == _UNICODE

    def runs(self, data: bytes, start: int) -> list[tuple[int, int]]:
        """The runs after a text within a record: where each begins, and its font."""
        length = struct.unpack_from("<H", data, start)[0]
        if self.is_unicode:
            start += 3 + length * (1 + (data[start + 2] & 1))
            count = struct.unpack_from("<H", data, start)[0]
            return list(struct.iter_unpack("<HH", data[start + 2 : start + 2 + 4 * count]))
        start += 2 + length
        count = data[start]
        return list(struct.iter_unpack("<BB", data[start + 1 : start + 1 + 2 * count]))

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


def _shared_strings(
    pieces: Sequence[bytes], limits: Limits
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The texts that cells share, with the runs of each: where one begins, and its font.

    A text may go on in the next record, in another width, and so may its runs.
    """
    count = struct.unpack_from("<I", pieces[0], 4)[0]
    limits.require("nodes", min(count, sum(map(len, pieces)) // 3))
    number, position, all_runs = 0, 8, 0
    for _ in range(count):
        while number < len(pieces) and position >= len(pieces[number]):
            position -= len(pieces[number])
            number += 1
        if number == len(pieces):
            break  # the count is wrong; a cell that wants more will find nothing
        piece = pieces[number]
        length, flags = struct.unpack_from("<HB", piece, position)
        position += 3
        runs = after = 0
        if flags & 8:
            runs = int(struct.unpack_from("<H", piece, position)[0])
            position += 2
        if flags & 4:
            after = int(struct.unpack_from("<I", piece, position)[0])
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
        held = b""
        while len(held) < 4 * runs:
            taken = pieces[number][position : position + 4 * runs - len(held)]
            held += taken
            position += len(taken)
            if len(held) < 4 * runs:
                if number + 1 == len(pieces):
                    break
                number, position = number + 1, 0
        all_runs += len(held)
        limits.require("nodes", all_runs // 4)
        found = list(struct.iter_unpack("<HH", held[: len(held) // 4 * 4]))
        yield text.decode("utf-16-le", "replace"), found
        position += after
    limits.require_time()
