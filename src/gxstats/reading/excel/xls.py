"""Excel workbooks from 1993 to 2003: records in a stream of a compound file, read one by one.

Only the records that hold cells, their looks and what is hidden, merged or above them are looked
at. No formula is run; macros and links are never touched.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from ..grid import Document
from ..limits import Limits
from ..unreadable import Unreadable
from .book import Book, Listed
from .compound import CompoundFile, damaged
from .conditions import Effect, Rule
from .drawings import old_anchor, old_anchors
from .grids import document_of_sheets
from .looks import Look, Text
from .old_conditions import new_rule, old_rule
from .places import COLUMNS, ROWS, Range
from .printed import HIDDEN_ZERO, formula_text, without_controls
from .records import WORKSHEET, Code, gives_number, truth_or_error, unpacked
from .sheets import Sheet, Tally

__all__ = ["read_xls"]

_STREAMS: Final = ("Workbook", "Book")
_UNKNOWN_FORMULA: Final = formula_text("")
_NOT_BY_EXCEL: Final = frozenset({None, 0x18D54})
"""What says that not Excel calculated a workbook but, in the second case, LibreOffice, which
writes zero for a text in a cell with a format for numbers."""
_VALUES: Final = frozenset(
    {
        Code.SHARED_TEXT,
        Code.TEXT,
        Code.RICH_TEXT,
        Code.NUMBER,
        Code.SHORT_NUMBER,
        Code.SHORT_NUMBERS,
        Code.FORMULA,
    }
)
_PADDING: Final = 0.71
"""Digits by which columns of the usual width are wider than what they hold."""
_SHORTEST_OBJECT: Final = 22
_SHORTEST_NOTE: Final = 8
_NEW_OBJECT: Final = b"\x15\0\x12\0"
"""What an object begins with since 1997; before, and in what some programs write, its place follows."""
_NEW_HEADER: Final = 12
"""Bytes that a record since 2007 begins with."""
_NOTE: Final = 0x19
_GROUP_BOX: Final = 0x13
_LIST: Final = 0x14
_OF_FILTER: Final = 0x0100
"""Kinds of objects, and the flag of those that filters add."""


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
        hidden = [one for one in book.listed if one.is_hidden and _holds(book, one)]
        sheets = _sheets(book, [one for one in book.listed if not one.is_hidden], tally)
        if not any(sheet.texts for sheet in sheets):
            sheets, hidden = _sheets(book, hidden, tally), []
            for sheet in sheets:
                sheet.doubt()
        names = [listed.name for listed in hidden]
        return document_of_sheets("xls", book.encoding, sheets, names, limits)
    except (struct.error, IndexError) as error:  # a record, or a sector, shorter than it must be
        raise Unreadable("read.damaged", found=f"XLS: {error}") from error


def _holds(book: Book, listed: Listed) -> bool:
    """Whether a sheet has a cell with a value."""
    return any(code in _VALUES for code, _ in book.records.of(listed.position, WORKSHEET))


def _sheets(book: Book, wanted: list[Listed], tally: Tally) -> list[Sheet]:
    usual = book.styles.usual_size
    return [
        _SheetReader(book, Sheet(listed.name, tally, usual)).read(listed.position)
        for listed in wanted
    ]


class _SheetReader:
    """Reads the part of one sheet."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self.book = book
        self.sheet = sheet
        self.is_calculated = True
        self.zeros: list[tuple[int, int]] = []
        self.formulas: list[tuple[int, int]] = []
        self.waiting: tuple[int, int, int] | None = None
        """Row, column and style of a formula whose text is still to come."""
        self.rows: list[int] | None = None
        """Rows that the file names, where all others are hidden."""
        self.anchors: list[Range | None] = []
        """Of the shapes whose kinds are still to come."""
        self.notes: dict[int, Range] = {}
        self.ranges: list[Range] = []
        """What a conditional format holds for."""

    def read(self, position: int) -> Sheet:
        """The sheet whose part begins at a position."""
        shows_zeros, shows_formulas = True, False
        for code, data in self.book.records.of(position, WORKSHEET):
            if code == Code.WINDOW:  # comes after the cells
                flags = struct.unpack_from("<H", data)[0]
                shows_zeros, shows_formulas = bool(flags & 0x10), bool(flags & 0x01)
            else:
                self._take(code, data)
        for row, before in zip(
            sorted(self.rows or ()), [-1, *sorted(self.rows or ())], strict=False
        ):
            self.sheet.hide_rows(before + 1, row - 1)
        if shows_formulas:
            for row, column in self.formulas:
                self.sheet.change(row, column, _UNKNOWN_FORMULA, "")
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
                text = self.book.text(data, 6, 2)
                runs = self.book.runs(data, 6) if code == Code.RICH_TEXT else []
                self._text(row, column, style, self.book.rich(text, runs))
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
                row, column, style = self.waiting
                self.sheet.texts[row].pop(column)
                self._text(row, column, style, self.book.text(data, 0, 2))
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
                row, height, flags = struct.unpack_from("<H4xH4xH", data)
                if self.rows is not None:
                    self.rows.append(row)
                if flags & 0x20:
                    self.sheet.set_row(row, 0.0)
                elif not height & 0x8000:
                    self.sheet.set_row(row, height / 20)
            case Code.USUAL_HEIGHT:
                flags, height = struct.unpack_from("<HH", data)
                self.sheet.usual_height = height / 20
                self.rows = [] if flags & 2 else None
            case Code.USUAL_WIDTH:
                self.sheet.usual_width = struct.unpack_from("<H", data)[0] + _PADDING
            case Code.COLUMNS:
                first, last, width, _, flags = struct.unpack_from("<5H", data)
                is_hidden = bool(flags & 1 or not width)
                self.sheet.set_columns(first, last, width / 256, is_hidden=is_hidden)
            case Code.DRAWING | Code.CONTINUE:  # a long drawing goes on without a name
                self.anchors += old_anchors(data)
            case Code.GROUND:
                unknown = Effect(grounds=(None,))
                self.sheet.rules.append(Rule(unknown, [(0, 0, ROWS, COLUMNS)]))
            case Code.OBJECT if len(data) >= _SHORTEST_OBJECT:
                self._object(data)
            case Code.NOTE if len(data) >= _SHORTEST_NOTE:
                flags, number = struct.unpack_from("<4xHH", data)
                if flags & 2 and number in self.notes:
                    self.sheet.cover(self.notes[number])
            case Code.CONDITIONS:
                self._conditions(data)
            case Code.NEW_CONDITIONS:
                self._conditions(data[_NEW_HEADER:])
            case Code.CONDITION:
                self.sheet.rules.append(old_rule(data, self.ranges, self.book))
                self.sheet.tally.take(1)
            case Code.NEW_CONDITION:
                self.sheet.rules.append(new_rule(data[_NEW_HEADER:], self.ranges, self.book))
                self.sheet.tally.take(1)
            case Code.NOT_CALCULATED:
                self.is_calculated = False
            case _:
                pass

    def _conditions(self, data: bytes) -> None:
        """Take in what the conditional formats that follow hold for."""
        count = struct.unpack_from("<12xH", data)[0]
        cells = struct.iter_unpack("<4H", data[14 : 14 + 8 * count])
        self.ranges = [(top, left, bottom, right) for top, bottom, left, right in cells]
        self.sheet.tally.take(count)

    def _object(self, data: bytes) -> None:
        """Take in what kind of object stands at the last place that a drawing gave."""
        kind, number, flags = struct.unpack_from("<4x3H", data)
        cells: Range | None
        if data[:4] == _NEW_OBJECT:
            cells = self.anchors[-1] if self.anchors else None
            self.anchors.clear()
        else:
            cells = old_anchor(data, 10)
        if cells is None or kind == _GROUP_BOX or (kind == _LIST and flags & _OF_FILTER):
            return
        if kind == _NOTE:
            self.notes[number] = cells
        else:
            self.sheet.cover(cells)

    def _put(
        self,
        row: int,
        column: int,
        style: int,
        text: str,
        hidden: str = "",
        look: Look | None = None,
    ) -> None:
        own = self.book.styles[style]
        self.sheet.put_seen(row, column, text, hidden, look or own.look)
        if own.is_ruled:
            self.sheet.rule(row, column, column)

    def _blanks(self, row: int, first: int, styles: Sequence[int]) -> None:
        """Take in blank cells side by side."""
        own = self.book.styles
        for is_ruled, run in groupby(styles, lambda style: own[style].is_ruled):
            end = first + len(list(run))
            if is_ruled:
                self.sheet.rule(row, first, end - 1)
            first = end

    def _text(self, row: int, column: int, style: int, text: Text) -> None:
        if isinstance(text, str):
            text = without_controls(text)
        else:
            self.sheet.rich.add((row, column))
            text = tuple((without_controls(piece), font) for piece, font in text)
        own = self.book.styles[style]
        self._put(row, column, style, *own.text(text), own.look.of_largest(text))

    def _number(self, row: int, column: int, style: int, number: float) -> None:
        own = self.book.styles[style]
        seen, hidden = own.number(repr(number), from_1904=self.book.from_1904)
        if seen == "0":
            self.zeros.append((row, column))
        self.sheet.numbers.add((row, column))
        self._put(row, column, style, seen, hidden)

    def _formula(self, data: bytes) -> None:
        """Take in the value that a formula had when the file was saved, if the file tells it.

        An empty text is what Excel writes for a formula that gives one, and other programs for
        a formula that they did not calculate: only Excel says what calculated the workbook.
        """
        row, column, style = struct.unpack_from("<HHH", data)
        self.formulas.append((row, column))
        result = data[6:14]
        calculated_by = self.book.calculated_by
        if not self.is_calculated or calculated_by == 0:
            self._put(row, column, style, _UNKNOWN_FORMULA)
        elif result[6:] != b"\xff\xff":
            number = struct.unpack("<d", result)[0]
            is_told = calculated_by not in _NOT_BY_EXCEL or gives_number(data[20:])
            if number or is_told:
                self._number(row, column, style, number)
            else:
                self._put(row, column, style, _UNKNOWN_FORMULA)
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
