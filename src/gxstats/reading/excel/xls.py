"""Excel workbooks from 1993 to 2003: records in a stream of a compound file, read one by one.

Only the records that hold cells, their formats and what is hidden or merged are looked at. No
formula is run; macros, drawings and links are never touched.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

import attrs

from ..grid import Document
from ..limits import Limits
from ..unreadable import Unreadable
from .sheets import (
    BUILT_IN_FORMATS,
    GENERAL,
    Sheet,
    Tally,
    document_of_sheets,
    formula_text,
    printed_number,
    printed_text,
    without_controls,
)

__all__ = ["read_xls"]

_HIDES_ZEROS: Final = "0;-0;;@"
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_UNKNOWN_FORMULA: Final = formula_text("")
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


def read_xls(data: bytes, limits: Limits) -> Document:
    """The sheets of a workbook as grids, in the order of the workbook."""
    try:
        stream = _workbook_stream(data, limits)
        workbook = _Workbook(stream, limits)
        limits.require("pages", len(workbook.listed))
        tally = Tally(limits)
        for hidden in (False, True):  # hidden sheets only where nothing is seen
            listed = [sheet for sheet in workbook.listed if sheet.hidden is hidden]
            sheets = [_SheetReader(workbook, one, tally).sheet for one in listed]
            if any(sheet.texts for sheet in sheets):
                break
        return document_of_sheets("xls", workbook.encoding, sheets, limits)
    except (struct.error, IndexError) as error:  # a record, or a sector, shorter than it must be
        raise Unreadable("read.damaged", found=f"XLS: {error}") from error


# --- the compound file ----------------------------------------------------------------------

_END: Final = 0xFFFFFFFE
_HEAD: Final = 512
_NAMED_IN_HEAD: Final = 109
"""Sectors of the table of sectors that the head of the file names."""
_ENTRY: Final = 128
_STREAMS: Final = ("Workbook", "Book")


def _damaged(what: str) -> Unreadable:
    return Unreadable("read.damaged", found=f"XLS: {what}")


class _Compound:
    """A compound file: streams in chains of sectors. No sector is ever taken twice in a chain."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self.limits = limits
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or small_shift != 6 or data[28:30] != b"\xfe\xff":
            raise _damaged("sectors")
        self.size = 1 << shift
        self.count = max(0, -(-(len(data) - self.size) // self.size))
        first_directory, _, self.least, first_small, small_count, further = struct.unpack_from(
            "<IIIIII", data, 48
        )
        self.next = self._table(further)
        self.directory = self._chain(first_directory, self.next, self.count)
        limits.require("members", len(self.directory) // _ENTRY)
        self.small: Sequence[int] = ()
        if small_count:
            small = self._chain(first_small, self.next, self.count)
            self.small = struct.unpack(f"<{len(small) // 4}I", small)

    def _sector(self, number: int) -> bytes:
        if number >= self.count:
            raise _damaged(f"sector {number}")
        start = (number + 1) * self.size
        return self.data[start : start + self.size]

    def _table(self, further: int) -> Sequence[int]:
        """For each sector, the one that follows it in its chain."""
        per_sector = self.size // 4
        named = list(struct.unpack_from(f"<{_NAMED_IN_HEAD}I", self.data, 76))
        most = self.count // per_sector + 1
        while further < _END - 1 and len(named) < _NAMED_IN_HEAD + most:
            *more, further = struct.unpack(f"<{per_sector}I", self._sector(further))
            named += more
        used = [number for number in named if number < _END - 1][:most]
        table = b"".join(map(self._sector, used))
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _chain(self, first: int, following: Sequence[int], most: int) -> bytes:
        pieces: list[bytes] = []
        number = first
        while number < _END - 1:
            if len(pieces) >= most or number >= len(following):
                raise _damaged(f"chain of sector {first}")
            pieces.append(self._sector(number))
            number = following[number]
        return b"".join(pieces)

    def _entry(self, number: int) -> tuple[str, int, int, int, int, int, int]:
        """Of an entry of the directory: name, kind, both neighbours, child, sector and size."""
        start = number * _ENTRY
        length, kind = struct.unpack_from("<HB", self.directory, start + 64)
        name = self.directory[start : start + max(0, min(length, 64) - 2)]
        left, right, child = struct.unpack_from("<III", self.directory, start + 68)
        first, size = struct.unpack_from("<II", self.directory, start + 116)
        return name.decode("utf-16-le", "replace"), kind, left, right, child, first, size

    def stream(self, names: Sequence[str]) -> bytes | None:
        """The first of some streams that the outermost storage holds."""
        *_, child, root_first, root_size = self._entry(0)
        found: dict[str, tuple[int, int]] = {}
        waiting = [child]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self.directory) // _ENTRY:
                continue
            seen.add(number)
            name, kind, left, right, _, first, size = self._entry(number)
            waiting += [left, right]
            if kind == 2:
                found.setdefault(name.lower(), (first, size))
        for name in names:
            if name.lower() not in found:
                continue
            first, size = found[name.lower()]
            if size >= self.least:
                return self._chain(first, self.next, self.count)[:size]
            held = self._chain(root_first, self.next, self.count)[:root_size]
            return self._small_chain(first, held)[:size]
        return None

    def _small_chain(self, first: int, held: bytes) -> bytes:
        """A short stream, whose sectors of 64 bytes stand in a stream of their own."""
        pieces: list[bytes] = []
        number = first
        while number < _END - 1:
            if len(pieces) >= len(self.small) or number >= len(self.small):
                raise _damaged(f"chain of small sector {first}")
            pieces.append(held[number * 64 : number * 64 + 64])
            number = self.small[number]
        return b"".join(pieces)


def _workbook_stream(data: bytes, limits: Limits) -> bytes:
    stream = _Compound(data, limits).stream(_STREAMS)
    limits.require_time()
    if stream is None:
        raise _damaged("Workbook")
    return stream


# --- records --------------------------------------------------------------------------------

_BEGIN: Final = 0x0809
_FINISH: Final = 0x000A
_CONTINUE: Final = 0x003C
_GLOBALS: Final = 0x0005
_WORKSHEET: Final = 0x0010

_Record: TypeAlias = tuple[int, bytes]


class _Records:
    """The records of a workbook, part by part, counted together."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self.stream = stream
        self.limits = limits
        self.count = 0

    def of(self, position: int, kind: int) -> Iterator[_Record]:
        """The records of the part that begins at a position, without parts within it, as charts.

        A part that ends without saying so is damaged: who knows what it lacks.
        """
        stream, size = self.stream, len(self.stream)
        depth = 0
        while position + 4 <= size:
            code, length = struct.unpack_from("<HH", stream, position)
            end = position + 4 + length
            if end > size:
                raise _damaged(f"record at {position}")
            data = stream[position + 4 : end]
            if code == _BEGIN:
                if not depth and struct.unpack_from("<H", data, 2)[0] != kind:
                    raise _damaged(f"part at {position}")
                depth += 1
            elif not depth:
                raise _damaged(f"part at {position}")
            elif code == _FINISH:
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
        raise _damaged("no end")


@attrs.frozen
class _Listed:
    """A sheet that the workbook lists."""

    name: str
    position: int
    hidden: bool


class _Workbook:
    """What holds for all sheets: texts, formats, the list of sheets."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self.records = _Records(stream, limits)
        self.version = 0
        self.encoding = "utf-16-le"
        self.from_1904 = False
        self.calculated_by: int | None = None
        """What calculated the formulas last, where the file tells; 0 for nothing."""
        self.listed: list[_Listed] = []
        self.formats: dict[int, str] = dict(BUILT_IN_FORMATS)
        self.styles: list[tuple[int, bool]] = []
        """Number of the format of each style, and whether it has a border."""
        self.strings: list[str] = []
        shared: list[bytes] = []
        last = 0
        for code, data in self.records.of(0, _GLOBALS):
            if code == _CONTINUE and last == 0x00FC:
                shared.append(data)
                continue
            last = code
            self._take(code, data)
            if code == 0x00FC:
                shared = [data]
        if shared:
            self.strings = _shared_strings(shared, limits)

    def _take(self, code: int, data: bytes) -> None:
        match code:
            case 0x0809:
                self.version = struct.unpack_from("<H", data)[0]
                if not _OLDEST <= self.version <= _UNICODE:
                    raise _damaged(f"version {self.version:x}")
                self.encoding = "utf-16-le" if self.version == _UNICODE else "gb18030"
            case 0x002F:
                raise Unreadable("read.encrypted", found="Excel")
            case 0x0042 if self.version < _UNICODE:
                page = struct.unpack_from("<H", data)[0]
                self.encoding = _CODE_PAGES.get(page, "gb18030")
            case 0x0022:
                self.from_1904 = struct.unpack_from("<H", data)[0] == 1
            case 0x01C1:
                self.calculated_by = struct.unpack_from("<I", data, 4)[0]
            case 0x0085:
                position, state, kind = struct.unpack_from("<IBB", data)
                if kind == 0:
                    self.listed.append(_Listed(self.text(data, 6, 1), position, bool(state & 3)))
            case 0x041E:
                number = struct.unpack_from("<H", data)[0]
                width = 2 if self.version == _UNICODE else 1
                self.formats[number] = self.text(data, 2, width)
            case 0x00E0:
                self._style(data)
            case _:
                pass

    def _style(self, data: bytes) -> None:
        number = struct.unpack_from("<H", data, 2)[0]
        if self.version == _UNICODE:
            ruled = struct.unpack_from("<H", data, 10)[0] != 0
        else:  # bottom; top, left and right
            bottom, others = struct.unpack_from("<HH", data, 10)
            ruled = bool(bottom & 0x01C0 or others & 0x01FF)
        self.styles.append((number, ruled))

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

    def is_ruled(self, style: int) -> bool:
        """Whether a style has a border."""
        return style < len(self.styles) and self.styles[style][1]

    def code(self, style: int) -> str:
        """The number format of a style."""
        number = self.styles[style][0] if style < len(self.styles) else 0
        return self.formats.get(number, GENERAL)


def _shared_strings(pieces: Sequence[bytes], limits: Limits) -> list[str]:
    """The texts that cells share. A text may go on in the next record, in another width."""
    count = struct.unpack_from("<I", pieces[0], 4)[0]
    limits.require("nodes", min(count, sum(map(len, pieces)) // 3))
    found: list[str] = []
    number, position = 0, 8

    def turn() -> None:
        nonlocal number, position
        while number < len(pieces) and position >= len(pieces[number]):
            position -= len(pieces[number])
            number += 1

    for _ in range(count):
        turn()
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


# --- a sheet --------------------------------------------------------------------------------


class _SheetReader:
    """Reads the part of one sheet."""

    def __init__(self, workbook: _Workbook, listed: _Listed, tally: Tally) -> None:
        self.workbook = workbook
        self.sheet = Sheet(listed.name, tally)
        self.is_calculated = True
        self.zeros: list[tuple[int, int]] = []
        self.waiting: tuple[int, int, int] | None = None
        """Row, column and style of a formula whose text is still to come."""
        shows_zeros = True
        for code, data in workbook.records.of(listed.position, _WORKSHEET):
            if code == 0x023E:  # comes after the cells
                shows_zeros = bool(struct.unpack_from("<H", data)[0] & 0x10)
            else:
                self._take(code, data)
        if not shows_zeros:
            for row, column in self.zeros:
                self.sheet.texts[row][column] = printed_number("0", _HIDES_ZEROS)

    def _take(self, code: int, data: bytes) -> None:
        match code:
            case 0x00FD:  # a text that cells share
                row, column, style, number = struct.unpack_from("<HHHI", data)
                if number >= len(self.workbook.strings):
                    raise _damaged(f"SST {number}")
                self._text(row, column, style, self.workbook.strings[number])
            case 0x0204 | 0x00D6:  # a text of its own
                row, column, style = struct.unpack_from("<HHH", data)
                self._text(row, column, style, self.workbook.text(data, 6, 2))
            case 0x0203:
                row, column, style, number = struct.unpack_from("<HHHd", data)
                self._number(row, column, style, number)
            case 0x027E:
                row, column, style, packed = struct.unpack_from("<HHHI", data)
                self._number(row, column, style, _unpacked(packed))
            case 0x00BD:
                row, first = struct.unpack_from("<HH", data)
                for column, (style, packed) in enumerate(
                    struct.iter_unpack("<HI", data[4:-2]), first
                ):
                    self._number(row, column, style, _unpacked(packed))
            case 0x0205:
                row, column, style, value, is_error = struct.unpack_from("<HHHBB", data)
                self._put(row, column, style, _truth_or_error(value, is_error=bool(is_error)))
            case 0x0006:
                self._formula(data)
            case 0x0207 if self.waiting is not None:
                self._text(*self.waiting, self.workbook.text(data, 0, 2))
                self.waiting = None
            case 0x0201:
                row, column, style = struct.unpack_from("<HHH", data)
                self._put(row, column, style, "")
            case 0x00BE:
                row, first = struct.unpack_from("<HH", data)
                self._blanks(row, first, struct.unpack(f"<{len(data) // 2 - 3}H", data[4:-2]))
            case 0x00E5:
                count = struct.unpack_from("<H", data)[0]
                for r0, r1, c0, c1 in struct.iter_unpack("<HHHH", data[2 : 2 + 8 * count]):
                    self.sheet.merge((r0, c0, r1, c1))
            case 0x0208:
                row, flags = struct.unpack_from("<H10xH", data)
                if flags & 0x20:
                    self.sheet.hide_rows(row, row)
            case 0x007D:
                first, last, width, _, flags = struct.unpack_from("<5H", data)
                if flags & 1 or not width:
                    self.sheet.hide_columns(first, last)
            case 0x005E:
                self.is_calculated = False
            case _:
                pass

    def _put(self, row: int, column: int, style: int, text: str) -> None:
        self.sheet.put(row, column, text)
        if self.workbook.is_ruled(style):
            self.sheet.rule(row, column, column)

    def _blanks(self, row: int, first: int, styles: Sequence[int]) -> None:
        """Take in blank cells side by side."""
        for ruled, run in groupby(styles, self.workbook.is_ruled):
            count = len(list(run))
            if ruled:
                self.sheet.rule(row, first, first + count - 1)
            first += count

    def _text(self, row: int, column: int, style: int, text: str) -> None:
        code = self.workbook.code(style)
        self._put(row, column, style, printed_text(without_controls(text), code))

    def _number(self, row: int, column: int, style: int, number: float) -> None:
        code = self.workbook.code(style)
        text = printed_number(repr(number), code, from_1904=self.workbook.from_1904)
        if text == "0":
            self.zeros.append((row, column))
        self._put(row, column, style, text)

    def _formula(self, data: bytes) -> None:
        """Take in the value that a formula had when the file was saved, if the file tells it.

        An empty text is what Excel writes for a formula that gives one, and other programs for
        a formula that they did not calculate: only Excel says what calculated the workbook.
        """
        row, column, style = struct.unpack_from("<HHH", data)
        result = data[6:14]
        calculated_by = self.workbook.calculated_by
        if not self.is_calculated or calculated_by == 0:
            self._put(row, column, style, _UNKNOWN_FORMULA)
        elif result[6:] != b"\xff\xff":
            self._number(row, column, style, struct.unpack("<d", result)[0])
        elif result[0] == 0:
            self.waiting = row, column, style
        elif result[0] in {1, 2}:
            text = _truth_or_error(result[2], is_error=result[0] == 2)
            self._put(row, column, style, text)
        elif calculated_by is None:
            self._put(row, column, style, _UNKNOWN_FORMULA)
        else:
            self._put(row, column, style, "")


def _unpacked(packed: int) -> float:
    """A number in the short form: a whole number or the upper half of a float, or a hundredth."""
    if packed & 2:
        whole = packed >> 2
        number: float = whole - (1 << 30) if whole >= 1 << 29 else whole
    else:
        number = struct.unpack("<d", struct.pack("<Q", (packed & ~3) << 32))[0]
    return number / 100 if packed & 1 else number


def _truth_or_error(value: int, *, is_error: bool) -> str:
    if is_error:
        return _ERRORS.get(value, f"#{value}")
    return "TRUE" if value else "FALSE"
