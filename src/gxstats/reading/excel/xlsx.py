"""Excel workbooks since 2007: cells, merged ranges and what is hidden, read as a stream.

Nothing is built of a part but the cells that hold something, so that what a sheet claims to
reach to costs nothing. Macros, links to other files and drawings are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from ..grid import Document
from ..limits import Limits
from ..unreadable import Unreadable
from .grids import document_of_sheets
from .package import TRUE, Attributes, Handler, Package, whole_number
from .parts import Workbook, unescaped
from .printed import (
    HIDDEN_ZERO,
    formula_text,
    printed_number,
    printed_text,
    without_controls,
)
from .sheets import Range, Sheet, Styles, Tally, reference_of

__all__ = ["read_xlsx"]

_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """The sheets of a workbook as grids, in the order of the workbook."""
    workbook = Workbook(Package(data, limits))
    limits.require("pages", len(workbook.listed))
    styles = workbook.styles()
    tally = Tally(limits)
    for hidden in (False, True):  # hidden sheets only where nothing is seen
        readers: list[_SheetReader] = []
        for listed in workbook.listed:
            if listed.is_hidden is hidden:
                reader = _SheetReader(workbook, styles, Sheet(listed.name, tally))
                workbook.package.parse(listed.part, reader)
                readers.append(reader)
        wanted = {cell.number for reader in readers for cell in reader.shared}
        strings = workbook.strings(wanted)
        sheets = [reader.finished(strings) for reader in readers]
        if any(sheet.texts for sheet in sheets):
            break
    return document_of_sheets("xlsx", "utf-8", sheets, limits)


@attrs.define(eq=False)
class _Cell:
    """The cell that is being read."""

    row: int
    column: int
    kind: str
    style: int
    value: str | None = None
    """``None`` where the file gives no value; an empty one is another thing."""
    inline: str = ""
    formula: str | None = None
    shared: str = ""
    """What the file calls the formula that the cell shares."""
    array: str = ""
    """The range that the formula fills."""


@attrs.define(eq=False)
class _Shared:
    """A cell whose text is one of those that cells share."""

    row: int
    column: int
    number: int
    style: int


class _SheetReader(Handler):
    """Takes in the part of one sheet."""

    def __init__(self, workbook: Workbook, styles: Styles, sheet: Sheet) -> None:
        self.workbook = workbook
        self.styles = styles
        self.sheet = sheet
        self.shared: list[_Shared] = []
        self.formulas: dict[str, str] = {}
        """Formulas that cells share."""
        self.arrays: list[tuple[Range, str]] = []
        """Ranges that one formula fills, without values."""
        self.hides_zeros = False
        self.row = self.column = -1
        self.open: _Cell | None = None
        self.pieces: list[str] = []

    def finished(self, strings: Mapping[int, str]) -> Sheet:
        """The sheet, with the texts that its cells share."""
        for cell in self.shared:
            if cell.number not in strings:
                where = reference_of(cell.row, cell.column)
                raise self._damaged(f"!{where}: sharedStrings {cell.number}")
            text = printed_text(strings[cell.number], self.styles.code(cell.style))
            self.sheet.put(cell.row, cell.column, text, expected=True)
        for (first_row, first_column, last_row, last_column), formula in self.arrays:
            for row in range(first_row, last_row + 1):
                for column in range(first_column, last_column + 1):
                    if column not in self.sheet.texts.get(row, {}):
                        self.sheet.put(row, column, formula)
        return self.sheet

    def _damaged(self, what: str) -> Unreadable:
        return Unreadable("read.damaged", found=f"{self.sheet.name}{what}")

    # --- elements ------------------------------------------------------------------------------

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in a row, a cell, or what a cell is made of."""
        depth = len(self.path)
        if depth >= 2 and self.path[1] == "sheetData":
            if depth == 4 and name == "c":
                self._begin_cell(attributes)
            elif depth == 3 and name == "row":
                self._begin_row(attributes)
            elif self.open is not None and (name == "t" or (depth == 5 and name in {"v", "f"})):
                self.pieces.clear()
                if name == "f":
                    self._begin_formula(self.open, attributes)
        elif name == "mergeCell" and self.parent == "mergeCells":
            self.sheet.merge(self._range(attributes.get("ref", "")))
        elif name == "col" and self.parent == "cols":
            if attributes.get("hidden") in TRUE or attributes.get("width") == "0":
                first = whole_number(attributes.get("min"))
                last = min(whole_number(attributes.get("max")), _COLUMNS)
                self.sheet.hide_columns(first - 1, last - 1)
        elif name == "sheetView" and self.parent == "sheetViews":
            self.hides_zeros = attributes.get("showZeros", "1") not in TRUE

    def end(self, name: str) -> None:
        """Take in that a cell, or what it is made of, is complete."""
        cell = self.open
        if cell is None:
            return
        if len(self.path) == 4:
            self._take(cell)
            self.open = None
        elif name == "v" and len(self.path) == 5:
            cell.value = "".join(self.pieces)
        elif name == "f" and len(self.path) == 5:
            cell.formula = "".join(self.pieces)
            if cell.shared:
                cell.formula = cell.formula or self.formulas.get(cell.shared, "")
                self.formulas.setdefault(cell.shared, cell.formula)
        elif name == "t" and "rPh" not in self.path:
            cell.inline += "".join(self.pieces)

    def text(self, text: str) -> None:
        """Take in a piece of text."""
        if self.open is not None:
            self.pieces.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self.row = self.row + 1 if number is None else whole_number(number) - 1
        self.column = -1
        if not 0 <= self.row < _ROWS:
            raise self._damaged(f": row {number}")
        if attributes.get("hidden") in TRUE or attributes.get("ht") == "0":
            self.sheet.hide_rows(self.row, self.row)

    def _begin_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        if reference is None:
            row, column = self.row, self.column + 1
        else:
            row, column = self._place(reference)
        self.column = column
        if row < 0 or column >= _COLUMNS:
            raise self._damaged(f": {reference}")
        style = whole_number(attributes.get("s"))
        self.open = _Cell(row, column, attributes.get("t", "n"), style)

    def _begin_formula(self, cell: _Cell, attributes: Attributes) -> None:
        match attributes.get("t"):
            case "shared":
                cell.shared = attributes.get("si", "")
            case "array" | "dataTable":
                cell.array = attributes.get("ref", "")

    def _place(self, reference: str) -> tuple[int, int]:
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise self._damaged(f": {reference[:40]}")
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        row = int(found[2])
        if row > _ROWS or column > _COLUMNS:
            raise self._damaged(f": {reference}")
        return row - 1, column - 1

    def _range(self, reference: str) -> Range:
        first, _, last = reference.partition(":")
        return (*self._place(first), *self._place(last or first))

    # --- the text of a cell --------------------------------------------------------------------

    def _take(self, cell: _Cell) -> None:
        """Take in a cell that is complete."""
        if cell.formula is not None and self._lacks_value(cell):
            text = formula_text(cell.formula)
            self.sheet.put(cell.row, cell.column, text)
            if cell.array:
                self._take_array(self._range(cell.array), text)
        elif cell.kind == "s" and cell.value is not None and cell.value.strip():
            self._take_shared(cell, cell.value.strip())
        else:
            self.sheet.put(cell.row, cell.column, self._printed(cell))
        if self.styles.is_ruled(cell.style):
            self.sheet.rule(cell.row, cell.column, cell.column)

    def _take_array(self, filled: Range, text: str) -> None:
        first_row, first_column, last_row, last_column = filled
        height, width = last_row - first_row + 1, last_column - first_column + 1
        if height > 0 and width > 0:
            self.sheet.tally.take(height * width)
            self.arrays.append((filled, text))

    def _take_shared(self, cell: _Cell, value: str) -> None:
        number = whole_number(value)
        if str(number) != value:
            where = reference_of(cell.row, cell.column)
            raise self._damaged(f"!{where}: {value[:40]}")
        self.shared.append(_Shared(cell.row, cell.column, number, cell.style))
        self.sheet.expect(cell.row)

    def _lacks_value(self, cell: _Cell) -> bool:
        """Whether the file does not tell the value of a formula; an empty text is a value."""
        if not self.workbook.is_calculated or cell.value is None:
            return True
        return not cell.value.strip() and cell.kind != "str"

    def _printed(self, cell: _Cell) -> str:
        code = self.styles.code(cell.style)
        value = cell.value or ""
        match cell.kind:
            case "inlineStr":
                return printed_text(unescaped(cell.inline), code)
            case "str":
                return printed_text(unescaped(value), code)
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value.strip(), value)
            case "n" if value.strip():
                text = printed_number(value, code, from_1904=self.workbook.from_1904)
                return HIDDEN_ZERO if text == "0" and self.hides_zeros else text
            case _:
                return without_controls(value)
