"""Excel workbooks from 1993 to 2003: records in a stream of a compound file, read one by one.

Only the records that hold cells, their formats and what is hidden or merged are looked at. No
formula is run; macros, drawings and links are never touched.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from ..grid import Document
from ..limits import Limits
from ..unreadable import Unreadable
from .book import Book
from .compound import CompoundFile, damaged
from .grids import document_of_sheets
from .printed import (
    HIDDEN_ZERO,
    formula_text,
    printed_number,
    printed_text,
    without_controls,
)
from .records import WORKSHEET, Code, truth_or_error, unpacked
from .sheets import Sheet, Tally

__all__ = ["read_xls"]

_STREAMS: Final = ("Workbook", "Book")
_UNKNOWN_FORMULA: Final = formula_text("")


def read_xls(data: bytes, limits: Limits) -> Document:
    """The sheets of a workbook as grids, in the order of the workbook."""
    try:
        stream = CompoundFile(data, limits).stream(_STREAMS)
        limits.require_time()
        if stream is None:
            raise damaged("Workbook")
        book = Book(stream, limits)
        limits.require("pages", len(book.listed))
        tally = Tally(limits)
        for hidden in (False, True):  # hidden sheets only where nothing is seen
            sheets = [
                _SheetReader(book, Sheet(listed.name, tally)).read(listed.position)
                for listed in book.listed
                if listed.is_hidden is hidden
            ]
            if any(sheet.texts for sheet in sheets):
                break
        return document_of_sheets("xls", book.encoding, sheets, limits)
    except (struct.error, IndexError) as error:  # a record, or a sector, shorter than it must be
        raise Unreadable("read.damaged", found=f"XLS: {error}") from error


class _SheetReader:
    """Reads the part of one sheet."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self.book = book
        self.sheet = sheet
        self.is_calculated = True
        self.zeros: list[tuple[int, int]] = []
        self.waiting: tuple[int, int, int] | None = None
        """Row, column and style of a formula whose text is still to come."""

    def read(self, position: int) -> Sheet:
        """The sheet whose part begins at a position."""
        shows_zeros = True
        for code, data in self.book.records.of(position, WORKSHEET):
            if code == Code.WINDOW:  # comes after the cells
                shows_zeros = bool(struct.unpack_from("<H", data)[0] & 0x10)
            else:
                self._take(code, data)
        if not shows_zeros:
            for row, column in self.zeros:
                self.sheet.texts[row][column] = HIDDEN_ZERO
        return self.sheet

    def _take(self, code: int, data: bytes) -> None:
        match code:
            case Code.SHARED_TEXT:
                row, column, style, number = struct.unpack_from("<HHHI", data)
                if number >= len(self.book.strings):
                    raise damaged(f"SST {number}")
                self._text(row, column, style, self.book.strings[number])
            case Code.TEXT | Code.RICH_TEXT:
                row, column, style = struct.unpack_from("<HHH", data)
                self._text(row, column, style, self.book.text(data, 6, 2))
            case Code.NUMBER:
                row, column, style, number = struct.unpack_from("<HHHd", data)
                self._number(row, column, style, number)
            case Code.SHORT_NUMBER:
                row, column, style, packed = struct.unpack_from("<HHHi", data)
                self._number(row, column, style, unpacked(packed))
            case Code.SHORT_NUMBERS:
                row, first = struct.unpack_from("<HH", data)
                cells = struct.iter_unpack("<Hi", data[4:-2])
                for column, (style, packed) in enumerate(cells, first):
                    self._number(row, column, style, unpacked(packed))
            case Code.TRUTH_OR_ERROR:
                row, column, style, value, is_error = struct.unpack_from("<HHHBB", data)
                self._put(row, column, style, truth_or_error(value, is_error=bool(is_error)))
            case Code.FORMULA:
                self._formula(data)
            case Code.TEXT_OF_FORMULA if self.waiting is not None:
                self._text(*self.waiting, self.book.text(data, 0, 2))
                self.waiting = None
            case Code.BLANK:
                row, column, style = struct.unpack_from("<HHH", data)
                self._put(row, column, style, "")
            case Code.BLANKS:
                row, first = struct.unpack_from("<HH", data)
                self._blanks(row, first, struct.unpack(f"<{len(data) // 2 - 3}H", data[4:-2]))
            case Code.MERGED:
                count = struct.unpack_from("<H", data)[0]
                for r0, r1, c0, c1 in struct.iter_unpack("<HHHH", data[2 : 2 + 8 * count]):
                    self.sheet.merge((r0, c0, r1, c1))
            case Code.ROW:
                row, flags = struct.unpack_from("<H10xH", data)
                if flags & 0x20:
                    self.sheet.hide_rows(row, row)
            case Code.COLUMNS:
                first, last, width, _, flags = struct.unpack_from("<5H", data)
                if flags & 1 or not width:
                    self.sheet.hide_columns(first, last)
            case Code.NOT_CALCULATED:
                self.is_calculated = False
            case _:
                pass

    def _put(self, row: int, column: int, style: int, text: str) -> None:
        self.sheet.put(row, column, text)
        if self.book.styles.is_ruled(style):
            self.sheet.rule(row, column, column)

    def _blanks(self, row: int, first: int, styles: Sequence[int]) -> None:
        """Take in blank cells side by side."""
        for is_ruled, run in groupby(styles, self.book.styles.is_ruled):
            end = first + len(list(run))
            if is_ruled:
                self.sheet.rule(row, first, end - 1)
            first = end

    def _text(self, row: int, column: int, style: int, text: str) -> None:
        code = self.book.styles.code(style)
        self._put(row, column, style, printed_text(without_controls(text), code))

    def _number(self, row: int, column: int, style: int, number: float) -> None:
        code = self.book.styles.code(style)
        text = printed_number(repr(number), code, from_1904=self.book.from_1904)
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
        calculated_by = self.book.calculated_by
        if not self.is_calculated or calculated_by == 0:
            self._put(row, column, style, _UNKNOWN_FORMULA)
        elif result[6:] != b"\xff\xff":
            self._number(row, column, style, struct.unpack("<d", result)[0])
        elif result[0] == 0:
            self._put(row, column, style, _UNKNOWN_FORMULA)  # until its text comes
            self.waiting = row, column, style
        elif result[0] in {1, 2}:
            text = truth_or_error(result[2], is_error=result[0] == 2)
            self._put(row, column, style, text)
        elif result[0] == 3 and calculated_by is not None:
            self._put(row, column, style, "")
        else:
            self._put(row, column, style, _UNKNOWN_FORMULA)
